//! Lines of a list of teachers.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::categories::Category;
use super::classes::ClassName;
use super::columns::Field;
use super::duplicates::Seen;
use super::line::Line;
use super::names::PersonName;
use super::problems::ProblemKind;
use super::text::{Entry, fold};

/// A member of staff as the list has them; what is blank or doubtful is `None`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StaffRecord {
    /// Physical line, from 1, the header counted.
    pub line: u32,
    /// Name.
    pub name: PersonName,
    /// Number in the school's own system.
    pub staff_number: Option<Entry>,
    /// Position.
    pub position: Option<Entry>,
    /// Subject or subjects.
    pub subject: Option<Entry>,
    /// Category; [`Category::None`] if the list says that there is none.
    pub category: Option<Category>,
    /// Pedagogical service in whole months.
    pub service_months: Option<u16>,
    /// Day of hire.
    pub hired_on: Option<Date>,
    /// Day of birth.
    pub born_on: Option<Date>,
    /// Identification number, twelve digits.
    pub iin: Option<String>,
    /// E-mail in small letters.
    pub email: Option<Entry>,
    /// Telephone as `+` and digits.
    pub phone: Option<Entry>,
    /// Hours taught a week.
    pub weekly_hours: Option<f64>,
    /// The class they are class teacher of.
    pub class_teacher_of: Option<ClassName>,
}

pub(crate) fn read(line: &mut Line<'_>, seen: &mut Seen) -> Option<StaffRecord> {
    let name = line.name();
    let staff_number = line.foreign_key(&Field::StaffNumber);
    let email = line.email();
    let iin = line.iin();
    line.unique(seen, &Field::StaffNumber, staff_number.as_ref().map(|key| key.value.as_str()));
    line.unique(seen, &Field::Email, email.as_ref().map(|key| key.value.as_str()));
    line.unique(seen, &Field::Iin, iin.as_deref());
    let name = name?;
    line.namesake(seen, &name, "");
    Some(StaffRecord {
        line: line.number(),
        name,
        staff_number,
        position: line.entry(&Field::Position),
        subject: line.entry(&Field::Subject),
        category: category(line),
        service_months: service(line),
        hired_on: line.day(&Field::HireDate),
        born_on: line.day(&Field::BirthDate),
        iin,
        email,
        phone: line.phone(),
        weekly_hours: line.bounded(&Field::WeeklyLoad, 1.0, (0.0, 80.0)),
        class_teacher_of: class_teacher_of(line),
    })
}

fn category(line: &mut Line<'_>) -> Option<Category> {
    let entry = line.entry(&Field::Category)?;
    if entry.value.chars().all(|c| matches!(c, '-' | '–' | '—')) {
        return Some(Category::None);
    }
    let category = Category::of(&entry.value);
    if category.is_none() {
        line.complain(&Field::Category, ProblemKind::UnknownCategory);
    }
    category
}

/// A dash or «нет» in this column means that they have no class.
fn class_teacher_of(line: &mut Line<'_>) -> Option<ClassName> {
    let entry = line.entry(&Field::Class)?;
    let has_none = matches!(fold(&entry.value).as_str(), "-" | "нет" | "жоқ" | "no");
    if has_none { None } else { line.class() }
}

fn service(line: &mut Line<'_>) -> Option<u16> {
    const MONTHS_IN_YEAR: f64 = 12.0;
    const LONGEST_LIFE_OF_WORK: f64 = 70.0;
    let entry = line.entry(&Field::ServiceYears)?;
    if let Some(months) = years_and_months(&entry.value) {
        return Some(months);
    }
    let years = line.bounded(&Field::ServiceYears, 1.0, (0.0, LONGEST_LIFE_OF_WORK))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 840")]
    let months = (years * MONTHS_IN_YEAR).floor() as u16;
    Some(months)
}

/// `5 лет 3 мес.`, `5 жыл 3 ай`, `5 y 3 m`, `7 мес.`; `None` for a bare number.
fn years_and_months(text: &str) -> Option<u16> {
    const MOST_YEARS: u16 = 70;
    let folded = fold(text);
    let mut months: Option<u16> = None;
    let mut rest = folded.as_str();
    while !rest.is_empty() {
        let digits_end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number: u16 = rest[..digits_end].parse().ok().filter(|n| *n <= 12 * MOST_YEARS)?;
        let unit = rest[digits_end..].trim_start();
        let unit_end = unit.find(|c: char| c.is_ascii_digit()).unwrap_or(unit.len());
        let factor = match unit.chars().next()? {
            'л' | 'г' | 'ж' | 'y' if number <= MOST_YEARS => 12,
            'м' | 'а' | 'm' => 1,
            _ => return None,
        };
        months = Some(months.unwrap_or(0) + number * factor);
        rest = &unit[unit_end..];
    }
    months
}

#[cfg(test)]
mod tests {
    use super::years_and_months;

    #[test]
    fn service_is_read_in_years_and_months() {
        for (text, months) in [
            ("5 лет 3 мес.", 63),
            ("5л 3м", 63),
            ("1 год", 12),
            ("5 жыл 3 ай", 63),
            ("7 мес.", 7),
            ("2 years 6 months", 30),
        ] {
            assert_eq!(years_and_months(text), Some(months), "{text}");
        }
        for text in ["20", "5,5", "много", "99999 лет", "5 дней", ""] {
            assert_eq!(years_and_months(text), None, "{text}");
        }
    }
}
