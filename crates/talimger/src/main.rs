//! Runs: the one binary of Tälimger.

mod demo;
mod import;
mod pair;
mod post;
mod serve;
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
    /// Make a lively school in a temporary database and serve it, with one-click sign-in and a test clock
    Demo(demo::DemoArgs),
    /// Take in a list of staff, pupils or lessons, or say what it would change
    Import(import::ImportArgs),
    /// Match residents and hospitals so that nobody would rather swap, or verify such a matching
    Pair(pair::PairArgs),
    /// Serve for real use
    Serve(serve::ServeArgs),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Demo(args) => serve::run_to_end(demo::run(args)),
        Command::Import(args) => import::run(&args),
        Command::Pair(args) => pair::run(args),
        Command::Serve(args) => serve::run_to_end(serve::run(args)),
    }
}
