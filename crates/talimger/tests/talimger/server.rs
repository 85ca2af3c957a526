//! A server that a test starts, speaks HTTP with, and ends in one way or the other.

use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

pub(crate) struct Server {
    child: Child,
    address: String,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    /// The value of a header, its first one.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let header =
            |line: &'_ str| line.split_once(": ").is_some_and(|(key, _)| key.eq_ignore_ascii_case(name));
        self.head
            .lines()
            .find(|line| header(line))
            .and_then(|line| line.split_once(": "))
            .map(|(_, value)| value)
    }
}

impl Server {
    /// Starts on a free port and waits until it says where.
    pub(crate) fn start(database: &str, folder: &Path) -> Self {
        Self::start_with(database, folder, &[])
    }

    /// The same with variables of its own.
    pub(crate) fn start_with(database: &str, folder: &Path, variables: &[(&str, &str)]) -> Self {
        let log = folder.join("server.log");
        let child = Command::new(env!("CARGO_BIN_EXE_talimger"))
            .args(["serve", "--listen", "127.0.0.1:0", "--database", database])
            // Beside a database that is no file there is no folder: letters and keys would go into the repository.
            .arg("--outbox")
            .arg(folder.join("outbox"))
            .arg("--keys")
            .arg(folder.join("keys"))
            .envs(variables.iter().copied())
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap();
        Self::told(child, &log, ' ')
    }

    /// A demonstration that begins empty, or goes on where it was.
    pub(crate) fn demonstration(database: &str, folder: &Path) -> Self {
        let links = folder.join("demonstration.json");
        let child = Command::new(env!("CARGO_BIN_EXE_talimger"))
            .args(["demo", "--empty", "--port", "0", "--json", "--database", database])
            .arg("--keys")
            .arg(folder.join("keys"))
            .stdout(File::create(&links).unwrap())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self::told(child, &links, '"')
    }

    /// Waits until it says in a file where it listens; `end` follows the address.
    fn told(mut child: Child, file: &Path, end: char) -> Self {
        for _ in 0..2_000 {
            let said = std::fs::read_to_string(file).unwrap();
            let address = said.split_once("http://").and_then(|(_, rest)| rest.split_once(end));
            if let Some((address, _)) = address {
                return Self { child, address: address.to_owned() };
            }
            assert!(child.try_wait().unwrap().is_none(), "{said}");
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("no address: {}", std::fs::read_to_string(file).unwrap());
    }

    /// Where it listens, for whoever speaks to it from another thread.
    pub(crate) fn address(&self) -> String {
        self.address.clone()
    }

    /// As a power cut would: without a word.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// As a system service is stopped.
    pub(crate) fn stop(mut self) -> ExitStatus {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap()
    }
}

/// Looks at a page.
pub(crate) fn get(address: &str, path: &str, cookie: &str) -> std::io::Result<Answer> {
    send(address, &format!("GET {path} HTTP/1.1"), cookie, "")
}

/// Sends a form of our own page.
pub(crate) fn post(address: &str, path: &str, cookie: &str, form: &str) -> std::io::Result<Answer> {
    send(address, &format!("POST {path} HTTP/1.1"), cookie, form)
}

/// An error where the answer did not come, or not whole.
fn send(address: &str, line: &str, cookie: &str, form: &str) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    let length = form.len();
    write!(
        stream,
        "{line}\r\nHost: {address}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
    )?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let whole = text.split_once("\r\n\r\n");
    let (head, body) = whole.ok_or(std::io::ErrorKind::UnexpectedEof)?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or(std::io::ErrorKind::InvalidData)?;
    Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
}

/// Signs in by the code of a slip. Gives the cookie of the session.
pub(crate) fn sign_in(address: &str, code: &str) -> String {
    session(&post(address, "/sign-in/code", "", &format!("code={code}")).unwrap())
}

/// The cookie of the session that an answer opens.
pub(crate) fn session(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{answer:?}");
    let mut cookies =
        answer.head.lines().filter_map(|line| line.split_once(": ")).filter_map(|(name, value)| {
            let pair = value.split(';').next()?;
            (name.eq_ignore_ascii_case("set-cookie") && pair.starts_with("talimger=")).then_some(pair)
        });
    cookies.next().unwrap().to_owned()
}
