//! The typesetter of edited bodies: a body is somebody's program, so whoever lays it out is handed in by the binary, which
//! bounds its time and its memory (feat:F1; docs/decisions/0016).

use documents::templates::{Trouble, answer, outcome};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// What comes back some time later: what the process hands back, or that it was stopped.
pub type Laid = Pin<Box<dyn Future<Output = Result<Vec<u8>, Stopped>> + Send>>;

/// Why a body was not laid out to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// It took more time than a paper may.
    TooLong,
    /// It took more memory, or went deeper, than a paper may.
    TooLarge,
    /// The process could not be started, or broke.
    Broken,
}

/// Lays edited bodies out; cheap to clone.
#[derive(Clone)]
pub struct Typesetter(Arc<dyn Fn(Vec<u8>) -> Laid + Send + Sync>);

impl fmt::Debug for Typesetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typesetter")
    }
}

impl Typesetter {
    /// A typesetter by what does the work: it is handed what `documents::templates::answer` reads.
    pub fn new(work: impl Fn(Vec<u8>) -> Laid + Send + Sync + 'static) -> Self {
        Self(Arc::new(work))
    }

    /// One inside this process that nothing bounds: for tests and benchmarks.
    pub fn unbounded() -> Self {
        Self::new(|task| {
            Box::pin(async move {
                tokio::task::spawn_blocking(move || answer(&task)).await.map_err(|_| Stopped::Broken)
            })
        })
    }

    /// Does the work for one paper; what comes back is not read yet.
    pub async fn work(&self, task: Vec<u8>) -> Result<Vec<u8>, Stopped> {
        (self.0)(task).await
    }

    /// Lays one paper out.
    pub(super) async fn lay_out(&self, task: Vec<u8>) -> Result<Vec<u8>, NotLaidOut> {
        let answer = self.work(task).await.map_err(NotLaidOut::Stopped)?;
        outcome(answer).map_err(NotLaidOut::Troubles)
    }
}

/// Why there is no paper of an edited body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotLaidOut {
    /// It was stopped.
    Stopped(Stopped),
    /// The body is wrong; at least one thing.
    Troubles(Vec<Trouble>),
}

/// What papers need from around the house; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Press<'a> {
    /// Where people reach the system, for the check code.
    pub address: &'a str,
    /// Who lays edited bodies out.
    pub typesetter: &'a Typesetter,
}
