//! The program as somebody at a terminal or a browser meets it.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as loudly as tests")]

mod assign;
mod backup;
mod check;
mod crash;
mod house;
mod import;
mod pair;
mod proposals;
mod rotate;
mod server;
mod serving;

use std::process::{Command, Output};

/// Runs the program to its end.
fn talimger(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_talimger")).args(args).output().unwrap()
}

/// Both streams as text, for messages of failed tests.
fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A place for a database: a new file, or a new PostgreSQL database.
fn places(folder: &std::path::Path) -> Vec<String> {
    let mut places = vec![format!("sqlite:{}", folder.join("school.db").display())];
    places.extend(wait(store::testing::fresh_postgres()));
    places
}

/// Runs something asynchronous of the lower rooms.
fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

const FOUNDING: [&str; 8] = [
    "--school",
    "КГУ «Школа № 12»",
    "--person",
    "Сейфуллина Гүлнафиса Ахмарқызы",
    "--email",
    "Gulnafisa@school.example",
    "--role",
    "coordinator",
];

/// Founds a school. Gives the one-time code.
fn found(database: &str) -> String {
    let output = talimger(&[&["found", "--database", database], &FOUNDING[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let lines = said(&output);
    let code = lines.lines().find(|line| line.starts_with("    ")).unwrap_or_else(|| panic!("{lines}"));
    code.trim().to_owned()
}
