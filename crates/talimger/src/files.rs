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

/// Reads a file, or standard input for `-`.
pub(crate) fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        io::stdin().read_to_string(&mut text).map(drop)
    } else {
        std::fs::read_to_string(path).map(|whole| text = whole)
    };
    read.map_err(|error| format!("{}: {error}", shown(path)))?;
    // Editors on Windows put a byte order mark before the first brace.
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("{}: {error}", shown(path)))
}

/// What to call a file in a message.
pub(crate) fn shown(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() }
}
