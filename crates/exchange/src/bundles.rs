//! Documents in one ZIP file with the SHA-256 of each, in the form that `sha256sum --check` reads as well (feat:F12).

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Where the hashes stand.
const SUMS: &str = "SHA256SUMS";
/// Most bytes of all members together: far more than the papers of a school year.
const MOST_BYTES: u64 = 2 << 30;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its path in Latin letters, with `/` between folders.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A bundle that is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    /// How many files it holds.
    pub files: usize,
}

/// What is wrong with a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is no ZIP file with hashes in it, or cut off.
    NoBundle,
    /// These files differ from their hash, are missing, or have none.
    Differs(Vec<String>),
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoBundle => f.write_str("this is no archive of documents, or it is cut off"),
            Self::Differs(paths) => write!(f, "changed, missing or added: {}", paths.join(", ")),
        }
    }
}

impl std::error::Error for Broken {}

fn sha(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Packs files one by one; the same files give the same bytes. Paths are in Latin letters, with `/` between folders.
pub struct Packer {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    sums: String,
}

impl Default for Packer {
    fn default() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), sums: String::new() }
    }
}

impl Packer {
    /// Adds a file.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), Broken> {
        let _ = writeln!(self.sums, "{}  {path}", sha(bytes));
        self.put(path, bytes)
    }

    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Broken> {
        self.zip.start_file(path, SimpleFileOptions::default()).map_err(|_| Broken::NoBundle)?;
        self.zip.write_all(bytes).map_err(|_| Broken::NoBundle)
    }

    /// The bundle, with the hashes of everything in it.
    pub fn finish(mut self) -> Result<Vec<u8>, Broken> {
        let sums = std::mem::take(&mut self.sums);
        self.put(SUMS, sums.as_bytes())?;
        self.zip.finish().map(Cursor::into_inner).map_err(|_| Broken::NoBundle)
    }
}

/// Packs a few files that are there already.
pub fn pack(members: &[Member]) -> Result<Vec<u8>, Broken> {
    let mut packer = Packer::default();
    for Member { path, bytes } in members {
        packer.add(path, bytes)?;
    }
    packer.finish()
}

/// Compares every file of a bundle with its hash.
pub fn check(bytes: &[u8]) -> Result<Checked, Broken> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Broken::NoBundle)?;
    let mut found = BTreeMap::new();
    let mut sums = None;
    let mut left = MOST_BYTES;
    let mut unreadable = Vec::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).map_err(|_| Broken::NoBundle)?;
        let name = file.name().map_err(|_| Broken::NoBundle)?.into_owned();
        let mut bytes = Vec::new();
        if Read::by_ref(&mut file).take(left).read_to_end(&mut bytes).is_err() {
            unreadable.push(name);
            continue;
        }
        left = left.saturating_sub(bytes.len() as u64);
        if name == SUMS {
            sums = String::from_utf8(bytes).ok();
        } else {
            found.insert(name, sha(&bytes));
        }
    }
    let sums = sums.ok_or(Broken::NoBundle)?;
    let mut known: BTreeMap<&str, &str> =
        sums.lines().filter_map(|line| line.split_once("  ")).map(|(hash, path)| (path, hash)).collect();
    let files = found.len();
    let mut wrong = unreadable;
    for (path, hash) in found {
        if known.remove(path.as_str()) != Some(hash.as_str()) && !wrong.contains(&path) {
            wrong.push(path);
        }
    }
    wrong.extend(known.into_keys().map(ToOwned::to_owned));
    wrong.sort();
    wrong.dedup();
    if wrong.is_empty() { Ok(Checked { files }) } else { Err(Broken::Differs(wrong)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(files: &[(&str, &str)]) -> Vec<u8> {
        let member = |(path, text): &(&str, &str)| Member {
            path: (*path).to_owned(),
            bytes: text.repeat(50).into_bytes(),
        };
        super::pack(&files.iter().map(member).collect::<Vec<_>>()).unwrap()
    }

    const FILES: [(&str, &str); 2] = [("plans/plan-1-kk.pdf", "Жоспар"), ("reports.csv", "Есеп")];

    #[test]
    fn what_was_packed_is_whole_and_comes_out_alike() {
        let packed = pack(&FILES);
        assert_eq!(check(&packed), Ok(Checked { files: 2 }));
        assert_eq!(packed, pack(&FILES));
        assert_eq!(check(&pack(&[])), Ok(Checked { files: 0 }));
    }

    #[test]
    fn no_changed_byte_goes_unnoticed_unless_the_content_is_the_same() {
        let packed = pack(&FILES);
        let names = |bytes: &[u8]| {
            let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
            (0..zip.len())
                .map(|index| {
                    let mut file = zip.by_index(index).ok()?;
                    let mut text = Vec::new();
                    file.read_to_end(&mut text).ok()?;
                    Some((file.name().ok()?.into_owned(), text))
                })
                .collect::<Option<Vec<_>>>()
        };
        for at in 0..packed.len() {
            let mut changed = packed.clone();
            changed[at] ^= 1;
            let same = names(&changed) == names(&packed);
            assert!(same || check(&changed).is_err(), "byte {at}");
        }
    }

    #[test]
    fn a_file_that_was_taken_out_added_or_put_in_its_place_is_named() {
        let sums_of = |packed: &[u8]| {
            let mut zip = ZipArchive::new(Cursor::new(packed)).unwrap();
            let mut text = String::new();
            zip.by_name(SUMS).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let sums = sums_of(&pack(&FILES));
        let build = |files: &[(&str, &[u8])]| {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            for (path, bytes) in files {
                zip.start_file(*path, SimpleFileOptions::default()).unwrap();
                zip.write_all(bytes).unwrap();
            }
            zip.finish().unwrap().into_inner()
        };
        let less = build(&[(SUMS, sums.as_bytes())]);
        let both = vec!["plans/plan-1-kk.pdf".to_owned(), "reports.csv".to_owned()];
        assert_eq!(check(&less), Err(Broken::Differs(both)));
        let held = FILES.map(|(path, text)| (path, text.repeat(50)));
        let more = [("x.pdf", &b"x"[..]), (SUMS, sums.as_bytes())];
        let all: Vec<(&str, &[u8])> =
            held.iter().map(|(path, text)| (*path, text.as_bytes())).chain(more).collect();
        assert_eq!(check(&build(&all)), Err(Broken::Differs(vec!["x.pdf".to_owned()])));
        assert_eq!(check(&build(&[("x.pdf", b"x")])), Err(Broken::NoBundle), "no hashes");
        assert_eq!(check(b"%PDF"), Err(Broken::NoBundle));
        let packed = pack(&FILES);
        assert_eq!(check(&packed[..packed.len() - 30]), Err(Broken::NoBundle));
    }
}
