//! The files of a set, out of their zip.

use std::io::{Cursor, Read};

use super::super::delimited::{self, Separator};
use super::super::encoding;
use super::super::refused::Refused;
use super::super::table::Row;
use super::super::text::squeeze;
use super::super::workbook::{MAX_PARTS, unreadable, unreadable_part};

/// Bytes that the files of a set may unfold into.
const MAX_INFLATED: u64 = 64 * 1024 * 1024;

/// Files that are read; others of a set are never unfolded.
const READ: [&str; 14] = [
    "manifest",
    "users",
    "roles",
    "orgs",
    "classes",
    "courses",
    "enrollments",
    "demographics",
    "school",
    "section",
    "teacher",
    "student",
    "studentenrollment",
    "teacherroster",
];

/// Files that name people.
const PEOPLE: [&str; 3] = ["users", "teacher", "student"];

/// One file of a set.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its name as in the zip, without the folder.
    pub(crate) name: String,
    stem: String,
    /// Headers squeezed to letters and digits.
    keys: Vec<String>,
    pub(crate) header: Row,
    pub(crate) rows: Vec<Row>,
}

/// The files of a set that are not empty.
#[derive(Debug)]
pub(crate) struct Parts {
    parts: Vec<Part>,
}

/// Where a file stands in the zip.
struct Place {
    index: usize,
    folder: String,
    name: String,
    stem: String,
}

impl Parts {
    /// Unpacks a set; `None` for what is none: text, a workbook, another zip.
    pub(crate) fn unpack(bytes: &[u8]) -> Result<Option<Self>, Refused> {
        if !bytes.starts_with(b"PK\x03\x04") {
            return Ok(None);
        }
        // A damaged zip is refused by those who read workbooks, in their words.
        let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Ok(None) };
        if archive.len() > MAX_PARTS {
            return Err(Refused::ZipBomb);
        }
        let Some(places) = places(&archive) else { return Ok(None) };
        if places.is_empty() {
            return Ok(None);
        }
        let mut left = MAX_INFLATED;
        let mut parts: Vec<Part> = Vec::new();
        for place in of_one_folder(places)? {
            let file = archive.by_index(place.index).map_err(unreadable_part)?;
            let mut content = Vec::new();
            let read = file.take(left + 1).read_to_end(&mut content).map_err(unreadable)? as u64;
            left = left.checked_sub(read).ok_or(Refused::ZipBomb)?;
            if parts.iter().all(|part| part.stem != place.stem) {
                parts.extend(Part::read(place, &content)?);
            }
        }
        Ok(Some(Self { parts }))
    }

    /// The file of this name, in whatever case the zip has it.
    pub(crate) fn part(&self, stem: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.stem == stem)
    }

    /// The file, or the refusal that names it.
    pub(crate) fn required(&self, stem: &str, name: &str) -> Result<&Part, Refused> {
        self.part(stem).ok_or_else(|| Refused::NotASet { file: name.to_owned() })
    }
}

/// Text files of the zip at its root or one folder down; `None` where it is a workbook.
fn places(archive: &zip::ZipArchive<Cursor<&[u8]>>) -> Option<Vec<Place>> {
    let mut places = Vec::new();
    for (index, path) in archive.file_names().enumerate() {
        let path = path.ok()?.replace('\\', "/");
        if matches!(path.as_str(), "content.xml" | "xl/workbook.xml" | "[Content_Types].xml" | "mimetype") {
            return None;
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path.as_str()));
        let folder = folder.trim_start_matches("./");
        let lower = name.to_lowercase();
        let Some(stem) = lower.strip_suffix(".csv") else { continue };
        if folder.contains('/') || folder == "__MACOSX" || name.starts_with('.') {
            continue;
        }
        places.push(Place { index, folder: folder.to_owned(), name: name.to_owned(), stem: stem.to_owned() });
    }
    Some(places)
}

/// The files of the one folder that names people.
fn of_one_folder(places: Vec<Place>) -> Result<impl Iterator<Item = Place>, Refused> {
    let is_people = |place: &&Place| PEOPLE.contains(&place.stem.as_str());
    let mut folders: Vec<String> =
        places.iter().filter(is_people).map(|place| place.folder.clone()).collect();
    folders.sort_unstable();
    folders.dedup();
    if folders.len() > 1 {
        return Err(Refused::SeveralSets);
    }
    let folder = folders.pop().ok_or_else(|| Refused::NotASet { file: "users.csv".to_owned() })?;
    Ok(places.into_iter().filter(move |place| place.folder == folder && READ.contains(&place.stem.as_str())))
}

impl Part {
    /// Reads a file; `None` for an empty one.
    fn read(place: Place, content: &[u8]) -> Result<Option<Self>, Refused> {
        let (text, _) = encoding::decode(content, None);
        let named = delimited::named_separator(&text);
        let from = named.map_or(0, |(_, length)| length);
        let separator = named.map_or_else(|| separator(&text), |(separator, _)| separator);
        let mut table = delimited::parse_all(&text, from, separator)?;
        if table.rows.is_empty() {
            return Ok(None);
        }
        let header = table.rows.remove(0);
        let keys = header.cells.iter().map(|cell| squeeze(&cell.shown())).collect();
        Ok(Some(Self { name: place.name, stem: place.stem, keys, header, rows: table.rows }))
    }

    fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.keys.iter().position(|key| key == name))
    }

    /// The column of this name, if a line has something in it.
    pub(crate) fn filled_column(&self, name: &str) -> Option<usize> {
        self.column(&[name]).filter(|at| self.rows.iter().any(|row| !row.cell(*at).is_blank()))
    }

    /// The trimmed cell under the first of these headers that the file has; squeezed names.
    pub(crate) fn get(&self, row: &Row, names: &[&str]) -> String {
        self.column(names).map(|at| row.cell(at).shown().trim().to_owned()).unwrap_or_default()
    }

    /// The header as in the file.
    pub(crate) fn header_of(&self, names: &[&str]) -> Option<String> {
        self.column(names).map(|at| self.header.cell(at).shown())
    }

    pub(crate) fn has(&self, names: &[&str]) -> bool {
        self.column(names).is_some()
    }

    /// Refuses a file without this column: nothing can be joined to it.
    pub(crate) fn require(&self, names: &[&str], said: &str) -> Result<(), Refused> {
        if self.has(names) {
            return Ok(());
        }
        Err(Refused::NoColumnInSet { file: self.name.clone(), column: said.to_owned() })
    }
}

/// The sign that parts most headers: a set that went through a Russian or Kazakh Excel has semicolons.
fn separator(text: &str) -> Separator {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    if count(';') > count(',') { Separator::Semicolon } else { Separator::Comma }
}
