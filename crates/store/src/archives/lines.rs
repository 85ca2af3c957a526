//! The file of an archive: JSON Lines, gzipped. The first line is the [`Header`], then come the rows of each
//! table as arrays, and the last line holds how many they are and the SHA-256 of every byte before it.

use super::ArchiveError;
use crate::schema::{Column, Kind, Table};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};

/// The word that tells an archive from any other file.
const WORD: &str = "talimger";
/// How the first line of every archive begins.
const BEGINNING: &[u8] = br#"{"archive":"talimger""#;
/// Number of the form of the file. A change that older programs cannot read raises it.
const FORM: u32 = 1;

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    archive: String,
    form: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// Number of the last migration that the tables have had.
    pub schema: i64,
    /// When it was made, UTC milliseconds.
    pub made_at: i64,
    /// The tables in the order of their rows.
    pub tables: Vec<Counted>,
}

/// A table and how many rows of it follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The table.
    #[serde(flatten)]
    pub table: Table,
    /// Its rows.
    pub rows: i64,
}

/// The last line.
#[derive(Serialize, Deserialize)]
struct Footer {
    rows: i64,
    sha256: String,
}

impl Header {
    pub(super) fn new(program: &str, schema: i64, made_at: i64, tables: Vec<Counted>) -> Self {
        Self { archive: WORD.to_owned(), form: FORM, program: program.to_owned(), schema, made_at, tables }
    }

    /// All rows of all tables.
    pub fn rows(&self) -> i64 {
        self.tables.iter().map(|counted| counted.rows).sum()
    }
}

/// Writes an archive line by line.
pub(super) struct Writer<W: Write> {
    gzip: GzEncoder<W>,
    digest: Sha256,
    rows: i64,
}

impl<W: Write> Writer<W> {
    pub(super) fn begin(into: W, header: &Header) -> Result<Self, ArchiveError> {
        let gzip = GzEncoder::new(into, Compression::default());
        let mut writer = Self { gzip, digest: Sha256::new(), rows: 0 };
        writer.line(header)?;
        Ok(writer)
    }

    pub(super) fn row(&mut self, values: &[Value]) -> Result<(), ArchiveError> {
        self.rows += 1;
        self.line(&values)
    }

    fn line(&mut self, value: &impl Serialize) -> Result<(), ArchiveError> {
        let mut line = serde_json::to_vec(value).map_err(std::io::Error::from)?;
        line.push(b'\n');
        self.digest.update(&line);
        Ok(self.gzip.write_all(&line)?)
    }

    /// Writes the last line. Gives the digest.
    pub(super) fn end(mut self) -> Result<String, ArchiveError> {
        let sha256 = hex(&self.digest.finalize_reset());
        let rows = self.rows;
        self.line(&Footer { rows, sha256: sha256.clone() })?;
        self.gzip.finish()?.flush()?;
        Ok(sha256)
    }
}

/// Reads an archive line by line.
pub(super) struct Reader<R: Read> {
    lines: BufReader<GzDecoder<R>>,
    digest: Sha256,
    line: Vec<u8>,
    number: u64,
    rows: i64,
}

impl<R: Read> Reader<R> {
    pub(super) fn begin(from: R) -> Result<(Self, Header), ArchiveError> {
        let lines = BufReader::new(GzDecoder::new(from));
        let mut reader = Self { lines, digest: Sha256::new(), line: Vec::new(), number: 0, rows: 0 };
        // What does not begin like an archive is something else; what does and breaks off is damaged.
        reader.next().map_err(|damaged| {
            if reader.line.starts_with(BEGINNING) { damaged } else { ArchiveError::NoArchive }
        })?;
        let header: Header = serde_json::from_slice(&reader.line).map_err(|_| ArchiveError::NoArchive)?;
        if header.archive != WORD || header.form != FORM {
            return Err(ArchiveError::NoArchive);
        }
        reader.digest.update(&reader.line);
        Ok((reader, header))
    }

    fn next(&mut self) -> Result<(), ArchiveError> {
        self.line.clear();
        self.number += 1;
        let damaged = ArchiveError::Damaged { line: self.number };
        match self.lines.read_until(b'\n', &mut self.line) {
            Ok(0) | Err(_) => Err(damaged),
            Ok(_) => Ok(()),
        }
    }

    fn damaged(&self) -> ArchiveError {
        ArchiveError::Damaged { line: self.number }
    }

    /// The next row.
    pub(super) fn row(&mut self, columns: &[Column]) -> Result<Vec<Value>, ArchiveError> {
        self.next()?;
        self.digest.update(&self.line);
        self.rows += 1;
        let values: Vec<Value> = serde_json::from_slice(&self.line).map_err(|_| self.damaged())?;
        let fits = |(value, column): (&Value, &Column)| match column.kind {
            _ if value.is_null() => true,
            Kind::Text => value.is_string(),
            Kind::Number => value.is_i64(),
            Kind::Bytes => value.as_str().is_some_and(|digits| unhex(digits).is_some()),
        };
        if values.len() == columns.len() && values.iter().zip(columns).all(fits) {
            Ok(values)
        } else {
            Err(self.damaged())
        }
    }

    /// Reads the last line and compares. Gives the digest.
    pub(super) fn end(mut self) -> Result<String, ArchiveError> {
        self.next()?;
        let sha256 = hex(&self.digest.finalize_reset());
        let footer: Footer = serde_json::from_slice(&self.line).map_err(|_| self.damaged())?;
        let rest = self.lines.read(&mut [0; 1]).map_err(|_| self.damaged())?;
        if footer.sha256 == sha256 && footer.rows == self.rows && rest == 0 {
            Ok(sha256)
        } else {
            Err(self.damaged())
        }
    }
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// Hexadecimal digits as bytes.
pub(super) fn unhex(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
