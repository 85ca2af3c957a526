//! What a person at the terminal sees of work that takes longer than a moment.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// One line that changes while the work goes on; nothing where standard error is no terminal.
pub(crate) struct Progress {
    what: &'static str,
    shown: bool,
    next: Instant,
}

/// How often the line changes; shorter work shows none.
const EVERY: Duration = Duration::from_millis(250);

impl Progress {
    pub(crate) fn new(what: &'static str) -> Self {
        Self { what, shown: false, next: now() + EVERY }
    }

    /// Where the work stands.
    pub(crate) fn at(&mut self, place: &str) {
        let now = now();
        if now < self.next || !std::io::stderr().is_terminal() {
            return;
        }
        (self.shown, self.next) = (true, now + EVERY);
        write(&format!("{}: {place}", self.what));
    }

    /// Rows done and rows in all.
    pub(crate) fn step(&mut self, step: store::archives::Step<'_>) {
        self.at(&format!("{}, {} of {} rows", step.table, step.done, step.of));
    }
}

/// Writes over the line.
fn write(text: &str) {
    // A terminal that cannot be written to is no reason to stop the work.
    let _ = write!(std::io::stderr(), "\r\x1b[K{text}");
    let _ = std::io::stderr().flush();
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            write("");
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "only paces what the terminal shows")]
fn now() -> Instant {
    Instant::now()
}
