//! Runs: the one binary of Tälimger.

mod assign;
mod backup;
mod check;
mod check_archive;
mod demo;
mod files;
mod found;
mod heart;
mod import;
#[cfg(test)]
mod json;
mod keys;
mod lead;
mod machine;
mod officer;
mod pair;
mod post;
mod progress;
mod rotate;
mod schools;
mod serve;
mod telegram;
mod typeset;
mod verify;
mod verify_award;
mod worker;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "talimger", version, about = "Mentoring of new teachers, from the staff list to the order")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Assign rows to columns: as many pairs as possible, and of these the best total
    Assign(assign::AssignArgs),
    /// Save the whole database, of either kind, into one file while others work
    Backup(backup::BackupArgs),
    /// Look whether everything stored holds together; changes nothing
    Check(check::CheckArgs),
    /// Compare every document of a downloaded archive with its hash
    CheckArchive(check_archive::CheckArchiveArgs),
    /// Make a lively school in a temporary database and serve it, with one-click sign-in and a test clock
    Demo(demo::DemoArgs),
    /// Begin: the school of an empty database with its head and its coordinator, and codes with which they sign in; with
    /// --another one more school beside those that stand
    Found(found::FoundArgs),
    /// Take in a list of staff, pupils or lessons, or say what it would change
    Import(import::ImportArgs),
    /// Show the keys by which digital badges are signed, or take a new one
    Keys(keys::KeysArgs),
    /// Print a new code for a head or a coordinator who is locked out, or make somebody of the school one
    Lead(lead::LeadArgs),
    /// Make somebody an officer of the district's department, or print a new code for one, or end their work
    Officer(officer::OfficerArgs),
    /// Match residents and hospitals so that nobody would rather swap, or verify such a matching
    Pair(pair::PairArgs),
    /// Plan meetings so that every newcomer meets every mentor once inside a window of time slots
    Rotate(rotate::RotateArgs),
    /// Take up a saved database, into either kind
    Restore(backup::RestoreArgs),
    /// Serve for real use
    Serve(serve::ServeArgs),
    /// Lay one paper of an edited form out, from standard input to standard output: the server does it by itself
    #[command(hide = true)]
    Typeset,
    /// Say whether a digital badge is what was signed and still holds, without a network
    Verify(verify::VerifyArgs),
    /// Draw an award of pupils again from its file, without a network
    VerifyAward(verify_award::VerifyAwardArgs),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Assign(args) => assign::run(&args),
        Command::Backup(args) => serve::run_to_end(backup::backup(args)),
        Command::Check(args) => check::run(&args),
        Command::CheckArchive(args) => check_archive::run(&args),
        Command::Demo(args) => serve::run_to_end(demo::run(args)),
        Command::Found(args) => serve::run_to_end(found::run(args)),
        Command::Import(args) => import::run(&args),
        Command::Keys(args) => keys::run(&args),
        Command::Lead(args) => serve::run_to_end(lead::run(args)),
        Command::Officer(args) => serve::run_to_end(officer::run(args)),
        Command::Pair(args) => pair::run(args),
        Command::Restore(args) => serve::run_to_end(backup::restore(args)),
        Command::Rotate(args) => rotate::run(&args),
        Command::Serve(args) => serve::run_to_end(serve::run(args)),
        Command::Typeset => typeset::run(),
        Command::Verify(args) => verify::run(&args),
        Command::VerifyAward(args) => verify_award::run(&args),
    }
}
