//! What the columns of a list mean: synonyms of three languages, header row, conflicts.

mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Kind;
use super::table::{Row, Table};
use super::text::{squeeze, tidy};
use words::{KNOWN, OTHERS, SECRETS, STEMS};

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Family, given name and patronymic in one cell.
    FullName,
    /// Family name.
    Family,
    /// Given name.
    Given,
    /// Patronymic.
    Patronymic,
    /// Position of a member of staff.
    Position,
    /// Subject or subjects taught.
    Subject,
    /// Qualification category.
    Category,
    /// Years of pedagogical service.
    ServiceYears,
    /// Day of hire at this school.
    HireDate,
    /// E-mail address.
    Email,
    /// Telephone.
    Phone,
    /// Hours taught a week.
    WeeklyLoad,
    /// Number of a member of staff in the school's own system.
    StaffNumber,
    /// Day of birth.
    BirthDate,
    /// Individual identification number.
    Iin,
    /// Class of a pupil or of a lesson; for staff the class they are class teacher of.
    Class,
    /// Code of a pupil in the school's own system.
    Code,
    /// Language of instruction.
    Language,
    /// Quality in a subject in per cent.
    Score {
        /// The subject as the header names it.
        subject: String,
        /// Quarter 1–4, or none for the year.
        quarter: Option<u8>,
    },
    /// Attendance in per cent.
    Attendance,
    /// Clubs and achievements.
    Activities,
    /// Day of the week.
    Weekday,
    /// Number of the lesson in the day.
    Lesson,
    /// Room.
    Room,
    /// «№ п/п»: the row's number, not read.
    RowNumber,
}

/// What becomes of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Usage {
    /// Read as this field.
    Mapped(Field),
    /// Not understood; listed, so that a person may say what it is.
    Unknown,
    /// Left out by a person.
    Ignored,
    /// Passwords: dropped at the door, whatever the options say.
    Secret,
}

/// A column of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Position from 0.
    pub index: usize,
    /// Header as in the file.
    pub header: String,
    /// Name for [`super::Options::columns`]: the header, ` #2` added to a repeated one; `#5` for
    /// the fifth column where it has none.
    pub key: String,
    /// What becomes of it.
    pub usage: Usage,
}

/// Two columns or more that claim one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The field.
    pub field: Field,
    /// Keys of the columns.
    pub columns: Vec<String>,
}

/// How sure a header is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sureness {
    /// The header contains a telling stem.
    Stem,
    /// The header is a known one.
    Known,
    /// A person said so.
    Chosen,
}

fn belongs(kind: Kind, field: &Field) -> bool {
    use Field as F;
    match kind {
        Kind::Staff => !matches!(
            field,
            F::Code
                | F::Language
                | F::Score { .. }
                | F::Attendance
                | F::Activities
                | F::Weekday
                | F::Lesson
                | F::Room
        ),
        Kind::Pupils => !matches!(
            field,
            F::Position
                | F::Subject
                | F::Category
                | F::ServiceYears
                | F::HireDate
                | F::WeeklyLoad
                | F::StaffNumber
                | F::Weekday
                | F::Lesson
                | F::Room
        ),
        Kind::Timetable => {
            matches!(field, F::Email | F::Weekday | F::Lesson | F::Class | F::Room | F::RowNumber)
        }
    }
}

fn recognise(kind: Kind, header: &str) -> Option<(Field, Sureness)> {
    let header = header.replace('№', " номер ");
    let outside = without_parentheses(&header);
    let whole = squeeze(&header);
    let key = squeeze(&outside);
    let known = KNOWN.iter().find(|(field, words)| {
        belongs(kind, field) && (words.contains(&key.as_str()) || words.contains(&whole.as_str()))
    });
    if let Some((field, _)) = known {
        return Some((field.clone(), Sureness::Known));
    }
    if OTHERS.iter().any(|stem| key.contains(stem)) {
        return None;
    }
    let stem = STEMS.iter().find(|(stem, field)| belongs(kind, field) && key.contains(stem));
    if let Some((_, field)) = stem {
        return Some((field.clone(), Sureness::Stem));
    }
    let score = if kind == Kind::Pupils { score(&header) } else { None };
    score.map(|field| (field, Sureness::Known))
}

fn without_parentheses(header: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::with_capacity(header.len());
    for letter in header.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(letter),
            _ => {}
        }
    }
    outside
}

/// A subject with a quarter or a per-cent sign: `Математика, % 1 ч.`, `Алгебра 2-тоқсан`.
fn score(header: &str) -> Option<Field> {
    let words: Vec<&str> =
        header.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut subject = Vec::new();
    let mut quarter = None;
    let mut is_percent = header.contains('%');
    let mut at = 0;
    while at < words.len() {
        let word = words[at].to_lowercase();
        let next = words.get(at + 1).map(|next| next.to_lowercase()).unwrap_or_default();
        match (quarter_number(&word), quarter_number(&next)) {
            (Some(number), _) if is_quarter_word(&next) => {
                quarter = Some(number);
                at += 1;
            }
            (_, Some(number)) if is_quarter_word(&word) => {
                quarter = Some(number);
                at += 1;
            }
            _ if matches!(word.as_str(), "процент" | "пайыз" | "percent") => is_percent = true,
            _ if matches!(word.as_str(), "год" | "годовая" | "жылдық" | "year") => {}
            _ => subject.push(words[at]),
        }
        at += 1;
    }
    let is_score = !subject.is_empty() && (is_percent || quarter.is_some());
    is_score.then(|| Field::Score { subject: subject.join(" "), quarter })
}

fn quarter_number(word: &str) -> Option<u8> {
    match word {
        "1" | "i" | "і" => Some(1),
        "2" | "ii" | "іі" => Some(2),
        "3" | "iii" | "ііі" => Some(3),
        "4" | "iv" => Some(4),
        _ => None,
    }
}

fn is_quarter_word(word: &str) -> bool {
    matches!(word, "ч" | "чет" | "четв" | "четверть" | "тоқсан" | "тоқ" | "quarter" | "q")
}

/// How many different fields a row names, were it the header.
pub(crate) fn fields_named(kind: Kind, row: &Row) -> usize {
    let mut fields: Vec<Field> = row
        .cells
        .iter()
        .filter_map(|cell| recognise(kind, &cell.shown()))
        .map(|(field, _)| field)
        .filter(|field| *field != Field::RowNumber)
        .collect();
    fields.sort_unstable();
    fields.dedup();
    fields.len()
}

/// The row that names most fields near the top; else the first with two cells; else the first.
pub(crate) fn header_row(kind: Kind, table: &Table) -> usize {
    const NEAR_THE_TOP: usize = 40;
    let mut best = (0, None);
    for (index, row) in table.rows.iter().take(NEAR_THE_TOP).enumerate() {
        let named = fields_named(kind, row);
        if named > best.0 {
            best = (named, Some(index));
        }
    }
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.is_blank()).count();
    best.1.or_else(|| table.rows.iter().position(|row| filled(row) >= 2)).unwrap_or_default()
}

/// Gives every column its meaning: the one that is `meant`, or the one its header tells.
pub(crate) fn map(
    kind: Kind,
    header: &Row,
    width: usize,
    meant: Option<&[Option<Field>]>,
    choices: &BTreeMap<String, Option<Field>>,
) -> Vec<Column> {
    let mut columns = Vec::new();
    let mut sureness = Vec::new();
    for index in 0..width {
        let header = header.cell(index).shown();
        let key = free_key(&tidy(&header), index, &columns);
        let guessed = match meant {
            Some(meant) => meant.get(index).cloned().flatten().map(|field| (field, Sureness::Known)),
            None => recognise(kind, &header),
        };
        let (usage, sure) = usage_of(&header, choices.get(&key), guessed);
        columns.push(Column { index, header, key, usage });
        sureness.push(sure);
    }
    yield_to_surer(&mut columns, &sureness);
    columns
}

fn free_key(header: &str, index: usize, taken: &[Column]) -> String {
    if header.is_empty() {
        return format!("#{}", index + 1);
    }
    let mut key = header.to_owned();
    let mut count = 1;
    while taken.iter().any(|column| column.key == key) {
        count += 1;
        key = format!("{header} #{count}");
    }
    key
}

fn usage_of(
    header: &str,
    choice: Option<&Option<Field>>,
    guessed: Option<(Field, Sureness)>,
) -> (Usage, Sureness) {
    let key = squeeze(header);
    if SECRETS.iter().any(|stem| key.contains(stem)) {
        return (Usage::Secret, Sureness::Known);
    }
    match choice {
        Some(Some(field)) => (Usage::Mapped(field.clone()), Sureness::Chosen),
        Some(None) => (Usage::Ignored, Sureness::Chosen),
        None => {
            guessed.map_or((Usage::Unknown, Sureness::Stem), |(field, sure)| (Usage::Mapped(field), sure))
        }
    }
}

/// A guess yields to a known header, and both to what a person said.
fn yield_to_surer(columns: &mut [Column], sureness: &[Sureness]) {
    let claims: Vec<(Usage, Sureness)> =
        columns.iter().map(|column| column.usage.clone()).zip(sureness.iter().copied()).collect();
    for (column, sure) in columns.iter_mut().zip(sureness) {
        let is_outdone = claims.iter().any(|(usage, other)| *usage == column.usage && other > sure);
        if is_outdone && matches!(column.usage, Usage::Mapped(_)) {
            column.usage = Usage::Unknown;
        }
    }
}

/// Fields that several columns claim.
pub(crate) fn conflicts(columns: &[Column]) -> Vec<Conflict> {
    let mut claims: BTreeMap<&Field, Vec<String>> = BTreeMap::new();
    for column in columns {
        if let Usage::Mapped(field) = &column.usage
            && *field != Field::RowNumber
        {
            claims.entry(field).or_default().push(column.key.clone());
        }
    }
    claims
        .into_iter()
        .filter(|(_, columns)| columns.len() > 1)
        .map(|(field, columns)| Conflict { field: field.clone(), columns })
        .collect()
}

/// Fields without which no line of this kind can be read; for the name the whole of it or its two parts.
pub const fn required(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Staff => &[Field::FullName],
        Kind::Pupils => &[Field::FullName, Field::Class],
        Kind::Timetable => &[Field::Email, Field::Weekday, Field::Lesson],
    }
}

/// Those of the [`required`] fields that no column holds.
pub(crate) fn missing(kind: Kind, columns: &[Column]) -> Vec<Field> {
    let has = |field: &Field| {
        columns.iter().any(|column| matches!(&column.usage, Usage::Mapped(mapped) if mapped == field))
    };
    let mut missing = Vec::new();
    if kind != Kind::Timetable && !has(&Field::FullName) {
        match (has(&Field::Family), has(&Field::Given)) {
            (false, false) => missing.push(Field::FullName),
            (false, true) => missing.push(Field::Family),
            (true, false) => missing.push(Field::Given),
            (true, true) => {}
        }
    }
    let others = required(kind).iter().filter(|field| **field != Field::FullName);
    missing.extend(others.filter(|field| !has(field)).cloned());
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: Kind, header: &str) -> Option<Field> {
        recognise(kind, header).map(|(field, _)| field)
    }

    #[test]
    fn headers_of_three_languages_are_understood() {
        let staff = [
            ("Ф.И.О. (при наличии)", Field::FullName),
            ("Т.А.Ә.", Field::FullName),
            ("Аты-жөні", Field::FullName),
            ("Full name", Field::FullName),
            ("ФИO педагога", Field::FullName),
            ("Пед. стаж, лет", Field::ServiceYears),
            ("Еңбек өтілі", Field::ServiceYears),
            ("Дата приёма", Field::HireDate),
            ("E-mail", Field::Email),
            ("Недельная нагрузка, ч", Field::WeeklyLoad),
            ("Табельный №", Field::StaffNumber),
            ("№ п/п", Field::RowNumber),
            ("№", Field::RowNumber),
            ("Кл. рук.", Field::Class),
        ];
        for (header, expected) in staff {
            assert_eq!(field(Kind::Staff, header), Some(expected), "{header}");
        }
        assert_eq!(field(Kind::Staff, "Телефон родителя"), None);
        assert_eq!(field(Kind::Staff, "Аллергия"), None);
    }

    #[test]
    fn every_known_header_is_written_as_it_is_compared() {
        for (_, words) in &KNOWN {
            for word in *words {
                assert_eq!(squeeze(word), *word);
            }
        }
    }

    #[test]
    fn subjects_with_quarters_are_scores() {
        let score = |subject: &str, quarter| Some(Field::Score { subject: subject.to_owned(), quarter });
        assert_eq!(field(Kind::Pupils, "Математика, % 1 ч."), score("Математика", Some(1)));
        assert_eq!(field(Kind::Pupils, "2-тоқсан, Қазақ тілі"), score("Қазақ тілі", Some(2)));
        assert_eq!(field(Kind::Pupils, "Алгебра III четверть"), score("Алгебра", Some(3)));
        assert_eq!(field(Kind::Pupils, "Физика, %"), score("Физика", None));
        assert_eq!(field(Kind::Pupils, "Посещаемость, %"), Some(Field::Attendance));
        assert_eq!(field(Kind::Pupils, "Примечание"), None);
    }
}
