//! Runs: the one binary of Tälimger.

mod pair;

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
    /// Match residents and hospitals so that nobody would rather swap, or verify such a matching
    Pair(pair::PairArgs),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Pair(args) => pair::run(args),
    }
}
