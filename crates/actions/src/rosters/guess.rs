//! What was guessed of a file, for a person to look at and to change.

use domain::rosters::Kind;
use exchange::roster::{Column, Doubt, Encoding, Field, Opened, SampleRow, Separator, Sheet};

/// The guess.
#[derive(Clone, Debug)]
pub struct Guess {
    /// Sheets of a workbook.
    pub sheets: Vec<Sheet>,
    /// The sheet that is read.
    pub sheet: Option<String>,
    /// Encoding of a text file.
    pub encoding: Option<Encoding>,
    /// Separator of a text file.
    pub separator: Option<Separator>,
    /// Physical line of the header.
    pub header_line: u32,
    /// Columns with what they are read as.
    pub columns: Vec<Column>,
    /// The first rows, cells in the order of the columns.
    pub sample: Vec<SampleRow>,
    /// Required fields that no column holds.
    pub missing: Vec<Field>,
    /// Fields that several columns claim.
    pub twice: Vec<Field>,
    /// What a person should look at first.
    pub doubts: Vec<Doubt>,
}

impl From<&Opened> for Guess {
    fn from(opened: &Opened) -> Self {
        Self {
            sheets: opened.sheets.clone(),
            sheet: opened.sheet.clone(),
            encoding: opened.encoding,
            separator: opened.separator,
            header_line: opened.header_line,
            columns: opened.columns.clone(),
            sample: opened.sample.clone(),
            missing: opened.missing.clone(),
            twice: opened.conflicts.iter().map(|conflict| conflict.field.clone()).collect(),
            doubts: opened.doubts.clone(),
        }
    }
}

/// Fields that a column of a list of this kind may hold, in the order of the template. Figures of pupils are
/// told by their headings and are not chosen.
pub const fn fields_of(kind: Kind) -> &'static [Field] {
    use Field as F;
    match kind {
        Kind::Staff => &[
            F::StaffNumber,
            F::FullName,
            F::Family,
            F::Given,
            F::Patronymic,
            F::Position,
            F::Subject,
            F::Category,
            F::ServiceYears,
            F::HireDate,
            F::Email,
            F::Phone,
            F::WeeklyLoad,
        ],
        Kind::Pupils => &[
            F::Code,
            F::FullName,
            F::Family,
            F::Given,
            F::Patronymic,
            F::Class,
            F::BirthDate,
            F::Language,
            F::Attendance,
            F::Activities,
        ],
        Kind::Timetable => &[F::Email, F::Weekday, F::Lesson, F::Class, F::Room],
    }
}

/// The field of a list of this kind under its word.
pub fn field_of(kind: Kind, word: &str) -> Option<Field> {
    fields_of(kind).iter().find(|field| super::field_word(field) == word).cloned()
}

/// True where no line of a list of this kind can be read without the field.
pub fn is_required(kind: Kind, field: &Field) -> bool {
    exchange::roster::required(super::rows::kind(kind)).contains(field)
}

/// True where a column is recognised, so that it is taken for nothing else, and nobody keeps what stands in it: ИИН,
/// for staff the day of birth and the class of a class teacher.
pub fn is_not_kept(kind: Kind, field: &Field) -> bool {
    !matches!(field, Field::Score { .. } | Field::RowNumber) && !fields_of(kind).contains(field)
}
