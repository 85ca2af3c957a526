//! The program as somebody at a terminal or a browser meets it.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as loudly as tests")]

mod answers;
mod archive;
mod assign;
mod background;
mod backup;
mod check;
mod crash;
mod demonstration;
mod founding;
mod house;
mod import;
mod lead;
mod live;
mod mailbox;
mod officer;
mod pair;
mod proposals;
mod rotate;
mod server;
mod serving;
mod typeset;
mod verify;
mod verify_award;

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
    "--head",
    "Оразбаев Серік Нұрланұлы",
    "--coordinator",
    "Сейфуллина Гүлнафиса Ахмарқызы",
    "--coordinator-email",
    "Gulnafisa@school.example",
];

/// Founds a school. Gives the one-time codes of its head and its coordinator.
fn found(database: &str) -> [String; 2] {
    let output = talimger(&[&["found", "--database", database], &FOUNDING[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    codes(&output).try_into().unwrap_or_else(|_| panic!("two codes: {}", said(&output)))
}

/// The one-time codes that a command printed.
fn codes(output: &Output) -> Vec<String> {
    let text = said(output);
    text.lines().filter(|line| line.starts_with("    ")).map(|line| line.trim().to_owned()).collect()
}
