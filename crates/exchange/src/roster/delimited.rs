//! Text tables: CSV of any separator, and cells pasted from a worksheet.

use serde::{Deserialize, Serialize};

use super::refused::Refused;
use super::table::{Cell, Row, Table};
use super::{MAX_COLUMNS, MAX_ROWS};

/// The sign between two cells of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// `;`, as Excel writes in Russian and Kazakh.
    Semicolon,
    /// `,`.
    Comma,
    /// Tabulator, as pasted cells have.
    Tab,
    /// `|`.
    Bar,
}

impl Separator {
    /// Every separator, in the order to try and to offer them.
    pub const ALL: [Self; 4] = [Self::Semicolon, Self::Tab, Self::Comma, Self::Bar];

    const fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }
}

/// The separator that a first line `sep=;` names, and how many bytes that line takes.
pub(crate) fn named_separator(text: &str) -> Option<(Separator, usize)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = &text[..end];
    let sign = line.trim_matches('"').strip_prefix("sep=")?;
    let separator = Separator::ALL.into_iter().find(|s| sign.as_bytes() == [s.byte()])?;
    Some((separator, end))
}

/// Parses up to `most` rows that are not blank; the first `from` bytes only count as lines.
pub(crate) fn parse(text: &str, from: usize, separator: Separator, most: usize) -> Result<Table, Refused> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.byte())
        .has_headers(false)
        .flexible(true)
        .from_reader(&text.as_bytes()[from..]);
    let mut lines = LineCounter { bytes: text.as_bytes(), at: 0, line: 1 };
    let mut record = csv::StringRecord::new();
    let mut table = Table::default();
    while table.rows.len() < most {
        let more =
            reader.read_record(&mut record).map_err(|why| Refused::Unreadable { why: why.to_string() })?;
        if !more {
            break;
        }
        if record.len() > MAX_COLUMNS {
            return Err(Refused::TooLarge);
        }
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX).saturating_add(from);
        let cells = record.iter().map(|cell| Cell::text(cell.to_owned())).collect();
        let row = Row { line: lines.of_record(start), cells };
        if !row.is_blank() {
            table.rows.push(row);
        }
    }
    Ok(table)
}

/// Parses the whole text.
pub(crate) fn parse_all(text: &str, from: usize, separator: Separator) -> Result<Table, Refused> {
    let table = parse(text, from, separator, MAX_ROWS + 1)?;
    if table.rows.len() > MAX_ROWS {
        return Err(Refused::TooLarge);
    }
    Ok(table)
}

/// Counts physical lines, whatever ends them; the parser's own count skips blank lines and lone
/// carriage returns.
struct LineCounter<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
}

impl LineCounter<'_> {
    /// The line on which the record begins whose first byte, or the break before it, is `start`.
    fn of_record(&mut self, start: usize) -> u32 {
        while self.at < self.bytes.len() && (self.at < start || self.is_break()) {
            let ends_line = match self.bytes[self.at] {
                b'\n' => true,
                b'\r' => self.bytes.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u32::from(ends_line);
            self.at += 1;
        }
        self.line
    }

    fn is_break(&self) -> bool {
        matches!(self.bytes[self.at], b'\r' | b'\n')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u32, String)> {
        let table = parse_all(text, 0, Separator::Comma).unwrap();
        table.rows.iter().map(|row| (row.line, row.cell(0).shown())).collect()
    }

    #[test]
    fn physical_lines_count_quoted_newlines_and_blank_lines() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "a,b\n\"один\nдва\",2\n\n\nтри,3\n,,\nчетыре,4".replace('\n', end);
            let expected: Vec<(u32, String)> = [
                (1, "a".to_owned()),
                (2, format!("один{end}два")),
                (6, "три".to_owned()),
                (8, "четыре".to_owned()),
            ]
            .into();
            assert_eq!(lines(&text), expected, "{end:?}");
        }
    }

    #[test]
    fn the_separator_line_names_the_separator_and_is_line_one() {
        let text = "sep=;\r\nТегі;Аты\r\nКим;Анна";
        let (separator, from) = named_separator(text).unwrap();
        assert_eq!(separator, Separator::Semicolon);
        let table = parse_all(text, from, separator).unwrap();
        let lines: Vec<u32> = table.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 3]);
        assert_eq!(named_separator("separator;b"), None);
    }
}
