//! `talimger typeset`: lays one edited body out, from standard input to standard output. The server starts it for each
//! paper of an edited form, because a typesetter cannot be stopped inside a thread (docs/decisions/0016): the process
//! bounds its own memory and computing time before it reads a line, and the server ends it when its time is over.

use actions::reports::{Laid, Stopped, Typesetter, answer};
use rustix::process::{Resource, Rlimit, setrlimit};
use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{ExitCode, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;
use tokio::sync::Semaphore;

/// Computing time that one paper may take, in seconds; a usual one takes a tenth of a second. The system itself counts it and
/// ends the process, so a good body is laid out on a machine that has much else to do as well.
const COMPUTING: u64 = 10;
/// How long the server waits for a process that computes little and does not end: far longer than a starved one needs.
const PATIENCE: Duration = Duration::from_mins(2);
/// Memory of the process in bytes, of which a usual paper takes a tenth.
const MEMORY: u64 = 768 << 20;
/// Open files: the three streams, and what the runtime may need; no file has to be opened.
const FILES: u64 = 16;
/// Papers of edited forms that are laid out at once.
const AT_ONCE: usize = 2;
/// SIGXCPU: the computing time is over.
const COMPUTED: i32 = 24;
const KILLED: i32 = 9;

/// The work of the process.
pub(crate) fn run() -> ExitCode {
    let mut task = Vec::new();
    let bounded = bound().is_ok();
    let read = bounded && std::io::stdin().lock().read_to_end(&mut task).is_ok();
    if read && std::io::stdout().lock().write_all(&answer(&task)).is_ok() {
        return ExitCode::SUCCESS;
    }
    ExitCode::FAILURE
}

/// Bounds this process; whatever comes after cannot lift the bounds again.
fn bound() -> rustix::io::Result<()> {
    for (resource, most) in [
        (Resource::As, MEMORY),
        (Resource::Cpu, COMPUTING),
        (Resource::Nofile, FILES),
        // No file grows by a byte, and no memory of this process lands on the disk.
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ] {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

/// The server's side: starts this program once for each paper.
pub(crate) fn typesetter() -> std::io::Result<Typesetter> {
    Ok(by(std::env::current_exe()?, PATIENCE))
}

fn by(program: PathBuf, patience: Duration) -> Typesetter {
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    Typesetter::new(move |task| -> Laid {
        let (program, turns) = (program.clone(), Arc::clone(&turns));
        Box::pin(async move {
            let _turn = turns.acquire().await.map_err(|_| Stopped::Broken)?;
            match tokio::time::timeout(patience, process(program, task)).await {
                Ok(done) => done,
                // What is dropped is killed.
                Err(_) => Err(Stopped::TooLong),
            }
        })
    })
}

async fn process(program: PathBuf, task: Vec<u8>) -> Result<Vec<u8>, Stopped> {
    let mut command = Command::new(program);
    command.arg("typeset").env_clear().current_dir("/").kill_on_drop(true);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let broken = |error: std::io::Error| {
        tracing::warn!(%error, "the typesetter was not started");
        Stopped::Broken
    };
    let mut child = command.spawn().map_err(broken)?;
    let mut input = child.stdin.take().ok_or(Stopped::Broken)?;
    // It reads all before it writes, so neither waits for the other; where it broke, its end says why.
    let _ = input.write_all(&task).await;
    drop(input);
    let output = child.wait_with_output().await.map_err(broken)?;
    if output.status.success() { Ok(output.stdout) } else { Err(stopped(output.status)) }
}

/// Why the process has ended by itself.
fn stopped(status: ExitStatus) -> Stopped {
    match status.signal() {
        Some(COMPUTED | KILLED) => Stopped::TooLong,
        // Memory that is not given ends a program of this language by a signal, and so does a call too deep.
        Some(_) => Stopped::TooLarge,
        None => Stopped::Broken,
    }
}

#[cfg(test)]
mod tests;
