//! Scans of signed papers about a pupil: what may come, and what it is by its own bytes (doc:B3; docs/decisions/0044).

use crate::{Instant, PersonId, PupilId, PupilScanId, SchoolId};

/// Most bytes of a scan: a paper of several sheets, or one photographed with a telephone.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// What a scan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Sheets as PDF.
    Pdf,
    /// A picture as JPEG.
    Jpeg,
    /// A picture as PNG.
    Png,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Jpeg, Self::Png];

    /// The word under which it is stored; also the ending of a file's name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The media type.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// With which bytes a file of this kind begins.
    const fn beginning(self) -> &'static [u8] {
        match self {
            Self::Pdf => b"%PDF-",
            Self::Jpeg => b"\xFF\xD8\xFF",
            Self::Png => b"\x89PNG\r\n\x1A\n",
        }
    }

    /// What a file is by its first bytes, whatever its name says.
    pub fn of(file: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| file.starts_with(kind.beginning()))
    }
}

/// A scan that is kept; its bytes are sealed and read apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Its id.
    pub id: PupilScanId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// About whom.
    pub pupil: PupilId,
    /// What it is.
    pub kind: Kind,
    /// Who brought it, and when.
    pub brought: (PersonId, Instant),
}

/// Why a file is not taken as a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanRefused {
    /// Nothing is in it.
    Empty,
    /// It has more than [`MOST_BYTES`].
    TooLarge,
    /// It is neither PDF nor JPEG nor PNG.
    Kind,
    /// The consent was given in another way than on paper.
    NotPaper,
    /// This installation has no key to seal it with, or to open it.
    Key,
    /// It was sealed with another key, or about something else.
    OtherKey,
}

/// May this file be kept as a scan? Gives what it is.
pub fn may_bring(file: &[u8]) -> Result<Kind, ScanRefused> {
    match Kind::of(file) {
        _ if file.is_empty() => Err(ScanRefused::Empty),
        _ if file.len() > MOST_BYTES => Err(ScanRefused::TooLarge),
        kind => kind.ok_or(ScanRefused::Kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(may_bring(b"%PDF-1.7 ..."), Ok(Kind::Pdf));
        assert_eq!(may_bring(b"\xFF\xD8\xFF\xE0\x00\x10JFIF"), Ok(Kind::Jpeg));
        assert_eq!(may_bring(b"\x89PNG\r\n\x1A\n\x00"), Ok(Kind::Png));
        for other in
            [&b"GIF89a"[..], b"<svg xmlns", b"<script>alert(1)</script>", b"MZ\x90", b"PK\x03\x04", b" %PDF-"]
        {
            assert_eq!(may_bring(other), Err(ScanRefused::Kind));
        }
    }

    #[test]
    fn nothing_and_too_much_are_no_scan() {
        assert_eq!(may_bring(b""), Err(ScanRefused::Empty));
        let mut large = b"%PDF-1.7".to_vec();
        large.resize(MOST_BYTES, 0);
        assert_eq!(may_bring(&large), Ok(Kind::Pdf));
        large.push(0);
        assert_eq!(may_bring(&large), Err(ScanRefused::TooLarge));
    }

    #[test]
    fn every_kind_reads_back() {
        assert!(Kind::ALL.into_iter().all(|kind| Kind::from_word(kind.word()) == Some(kind)));
    }
}
