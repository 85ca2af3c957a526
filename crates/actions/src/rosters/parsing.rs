//! Reading a file: slow, so it is done once, before any transaction and off the threads that serve others.

use super::{Guess, Message, messages, rows};
use crate::apart;
use domain::rosters::Kind;
use exchange::roster::{Doubt, Opened, Options, Reading, Refused, open, read};
use sha2::{Digest, Sha256};

/// A file as it was read; nothing of the school is in it.
#[derive(Debug)]
pub(super) enum Parsed {
    /// Cannot be read at all.
    Refused(Refused),
    /// Columns are missing or claimed twice, or the encoding is in doubt.
    Unready(Box<Guess>),
    /// Every line, read or stopped.
    Read(Box<Parts>),
}

/// What was read.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) opened: Opened,
    pub(super) guess: Guess,
    pub(super) reading: Reading,
    pub(super) messages: Vec<Message>,
}

/// A file in memory that outlives its request.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) kind: Kind,
    /// Empty for pasted cells.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl File {
    fn open(&self, options: &Options) -> Result<Opened, Refused> {
        open(&self.name, &self.bytes, rows::kind(self.kind), options)
    }

    fn parse(&self, options: &Options) -> Parsed {
        let opened = match self.open(options) {
            Ok(opened) => opened,
            Err(refused) => return Parsed::Refused(refused),
        };
        let guess = Guess::from(&opened);
        // A person looks at letters that may be others, and says which school is meant, before anything is made of
        // the file.
        let doubtful = guess.doubts.iter().any(|doubt| match doubt {
            Doubt::MayBeKz1048 { .. } => options.encoding.is_none(),
            Doubt::SeveralSchools { .. } => true,
        });
        match read(&opened) {
            Ok(reading) if !doubtful => {
                let messages = messages(&reading.problems, &opened);
                Parsed::Read(Box::new(Parts { opened, guess, reading, messages }))
            }
            _ => Parsed::Unready(Box::new(guess)),
        }
    }

    /// The first options with which the file reads whole, else the last ones; and the SHA-256 of the file.
    fn suited(&self, options: Vec<Options>) -> Result<(Options, [u8; 32]), Refused> {
        let last = options.len().saturating_sub(1);
        for (place, options) in options.into_iter().enumerate() {
            match self.open(&options) {
                Ok(opened) if place == last || opened.is_ready() => {
                    return Ok((options, Sha256::digest(&self.bytes).into()));
                }
                Err(refused) if place == last => return Err(refused),
                Ok(_) | Err(_) => {}
            }
        }
        Err(Refused::Empty)
    }
}

/// Reads a file with what was chosen instead of the guess.
pub(super) async fn parse(file: File, options: &Options) -> store::Result<Parsed> {
    let options = options.clone();
    apart("list", move || file.parse(&options)).await
}

/// Finds out which of several options suit a file.
pub(super) async fn suited(
    file: File,
    options: Vec<Options>,
) -> store::Result<Result<(Options, [u8; 32]), Refused>> {
    apart("list", move || file.suited(options)).await
}
