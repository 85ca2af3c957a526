//! A mail server that keeps what it is given, and can be told to fall silent.

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

/// What a mailbox knows.
#[derive(Default)]
struct Kept {
    letters: Vec<String>,
    /// After so many letters no answer comes any more, and somebody is told.
    silent_after: Option<(usize, Sender<()>)>,
}

/// Speaks as much of SMTP as one sender needs.
pub(crate) struct Mailbox {
    kept: Arc<Mutex<Kept>>,
    pub(crate) url: String,
}

impl Mailbox {
    pub(crate) fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let kept = Arc::new(Mutex::new(Kept::default()));
        let shared = Arc::clone(&kept);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let shared = Arc::clone(&shared);
                // A sender that is killed leaves a line without an end.
                std::thread::spawn(move || drop(speak(&stream.unwrap(), &shared)));
            }
        });
        Self { kept, url }
    }

    /// Takes so many more letters, leaves the last one without an answer and tells.
    pub(crate) fn fall_silent_after(&self, more: usize, tell: Sender<()>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.silent_after = Some((kept.letters.len() + more, tell));
    }

    /// Everything that came, whole, in the order in which it came.
    pub(crate) fn letters(&self) -> Vec<String> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).letters.clone()
    }
}

fn speak(stream: &TcpStream, kept: &Mutex<Kept>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream);
    let answer = |text: &str| write!(&*stream, "{text}\r\n");
    answer("220 mailbox.example")?;
    let mut line = String::new();
    while lines.read_line(&mut line)? > 0 {
        match line.get(..4).unwrap_or_default() {
            "DATA" => {
                answer("354 go on")?;
                let letter = letter(&mut lines)?;
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.letters.push(letter);
                let count = kept.letters.len();
                if let Some((_, tell)) = kept.silent_after.take_if(|(after, _)| *after == count) {
                    drop(kept);
                    tell.send(()).unwrap();
                    lines.read_to_end(&mut Vec::new())?;
                    return Ok(());
                }
                answer("250 kept")?;
            }
            "QUIT" => return answer("221 bye"),
            _ => answer("250 well")?,
        }
        line.clear();
    }
    Ok(())
}

/// A letter up to the dot that ends it.
fn letter(lines: &mut impl BufRead) -> std::io::Result<String> {
    let mut letter = String::new();
    let mut line = String::new();
    while lines.read_line(&mut line)? > 0 && line != ".\r\n" {
        letter.push_str(&line);
        line.clear();
    }
    Ok(letter)
}
