//! JSON in and out, for the commands that are useful without a school.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use serde::de::DeserializeOwned;

/// Prints what went wrong and gives exit code 2, or the exit code of what went well.
pub(crate) fn finished(done: Result<ExitCode, String>) -> ExitCode {
    done.unwrap_or_else(|problem| {
        eprintln!("error: {problem}");
        ExitCode::from(2)
    })
}

/// Prints a line.
pub(crate) fn print(text: &str) -> Result<(), String> {
    match writeln!(io::stdout(), "{text}") {
        // Whoever reads (`head`, say) has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| format!("standard output: {error}")),
    }
}

/// Refuses to read two files from standard input.
pub(crate) fn not_both_standard_input(one: &Path, other: &Path) -> Result<(), String> {
    if one == Path::new("-") && other == Path::new("-") {
        return Err("only one of the two files can be standard input".to_owned());
    }
    Ok(())
}

/// Prints what a check has found, each fault in a line of its own, or that all is right.
pub(crate) fn verdict(faults: &[String], right: &str) -> Result<ExitCode, String> {
    if faults.is_empty() {
        print(right)?;
        return Ok(ExitCode::SUCCESS);
    }
    print(&faults.join("\n"))?;
    Ok(ExitCode::from(1))
}

/// The text of a file, or of standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        io::stdin().read_to_string(&mut text).map(drop)
    } else {
        std::fs::read_to_string(path).map(|whole| text = whole)
    };
    read.map_err(|error| format!("{}: {error}", shown(path)))?;
    Ok(text)
}

/// Reads JSON.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    // Editors on Windows put a byte order mark before the first brace.
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| error.to_string())
}

/// Puts the name of a file before what is wrong with it.
pub(crate) fn in_file<T>(path: &Path, done: Result<T, String>) -> Result<T, String> {
    done.map_err(|problem| format!("{}: {problem}", shown(path)))
}

/// What to call a file in a message.
fn shown(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() }
}
