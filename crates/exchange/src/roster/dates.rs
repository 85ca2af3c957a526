//! Days as lists write them: `27.04.2014`, ISO, with month names, as Excel serials.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::table::Cell;
use super::text::fold;

/// Which number of `05/09/2011` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 5 September.
    DayFirst,
    /// 9 May.
    MonthFirst,
}

impl DateOrder {
    /// Both orders, in the order to offer them.
    pub const ALL: [Self; 2] = [Self::DayFirst, Self::MonthFirst];
}

/// The day from which a worksheet counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Epoch {
    /// Excel for Windows: serial 1 is 1 January 1900.
    #[default]
    Of1900,
    /// Older Excel for Mac: serial 0 is 1 January 1904.
    Of1904,
}

/// Why a cell is no day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DateFault {
    /// Not a day of the calendar between 1900 and 2100.
    Unreadable,
    /// Two days fit; a person has to choose the order.
    Ambiguous(Vec<Date>),
}

/// Reads the day in a cell.
pub(crate) fn day(cell: &Cell, order: Option<DateOrder>, epoch: Epoch) -> Result<Date, DateFault> {
    match cell {
        Cell::Day(day) => sane(*day).ok_or(DateFault::Unreadable),
        Cell::Number(serial) => from_serial(*serial, epoch).ok_or(DateFault::Unreadable),
        Cell::Text(text) => from_text(text, order),
        Cell::Empty => Err(DateFault::Unreadable),
    }
}

/// The day of an Excel serial number between 1920 and 2100.
///
/// Smaller numbers are years or counts that strayed into the column; Excel's own 29 February
/// 1900 lies below.
pub(crate) fn from_serial(serial: f64, epoch: Epoch) -> Option<Date> {
    const YEAR_1920: f64 = 7306.0;
    const YEAR_2100: f64 = 73415.0;
    const BETWEEN_EPOCHS: f64 = 1462.0;
    let days = match epoch {
        Epoch::Of1900 => serial,
        Epoch::Of1904 => serial + BETWEEN_EPOCHS,
    };
    if !(YEAR_1920..YEAR_2100).contains(&days) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "between 7306 and 73415")]
    let whole = days.floor() as i32;
    Date::constant(1899, 12, 30).checked_add(whole.days()).ok()
}

fn from_text(text: &str, order: Option<DateOrder>) -> Result<Date, DateFault> {
    let folded = fold(text);
    let numbers = numbers_of(&folded);
    // Full stops are day-first everywhere; only other separators leave a doubt.
    let order = if folded.contains('.') { Some(DateOrder::DayFirst) } else { order };
    match numbers.as_slice() {
        [serial] if serial.len() == 5 && folded.len() == 5 => serial
            .parse()
            .ok()
            .and_then(|serial| from_serial(serial, Epoch::Of1900))
            .ok_or(DateFault::Unreadable),
        [first, second, ..] if month_of(&folded).is_some() => {
            let month = month_of(&folded).unwrap_or_default();
            let (day, year) = if first.len() == 4 { (second, first) } else { (first, second) };
            full_year(year, month, day).ok_or(DateFault::Unreadable)
        }
        [year, month, day, ..] if year.len() == 4 => {
            full_year(year, value(month), day).ok_or(DateFault::Unreadable)
        }
        [first, second, year, ..] if year.len() == 4 && !folded.contains('/') => {
            full_year(year, value(second), first).ok_or(DateFault::Unreadable)
        }
        [first, second, year, ..] if matches!(year.len(), 2 | 4) => choose(year, first, second, order),
        _ => Err(DateFault::Unreadable),
    }
}

/// Both orders of a slashed or two-digit-year day; one that fits, or the one that was asked for.
fn choose(year: &str, first: &str, second: &str, order: Option<DateOrder>) -> Result<Date, DateFault> {
    let years = years_of(year);
    let read = |day: &str, month: &str| -> Vec<Date> {
        years.iter().filter_map(|year| civil(*year, value(month), value(day))).collect()
    };
    let mut readings = Vec::new();
    if order != Some(DateOrder::MonthFirst) {
        readings.extend(read(first, second));
    }
    if order != Some(DateOrder::DayFirst) {
        readings.extend(read(second, first));
    }
    readings.sort_unstable();
    readings.dedup();
    match readings.as_slice() {
        [] => Err(DateFault::Unreadable),
        [only] => Ok(*only),
        _ => Err(DateFault::Ambiguous(readings)),
    }
}

/// Two digits mean this century up to 49 and the last one from 50: nobody in a school of the
/// 2020s was born or hired in the 2050s.
fn years_of(year: &str) -> Vec<i16> {
    let number = i16::from(value(year));
    match (year.len(), year.parse::<i16>()) {
        (4, Ok(full)) => vec![full],
        _ if number < 50 => vec![2000 + number],
        _ => vec![1900 + number],
    }
}

fn numbers_of(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect()
}

fn value(digits: &str) -> u8 {
    digits.parse().unwrap_or(u8::MAX)
}

fn full_year(year: &str, month: u8, day: &str) -> Option<Date> {
    civil(year.parse().ok()?, month, value(day))
}

fn civil(year: i16, month: u8, day: u8) -> Option<Date> {
    let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    sane(day)
}

fn sane(day: Date) -> Option<Date> {
    (1900..2100).contains(&day.year()).then_some(day)
}

fn month_of(folded: &str) -> Option<u8> {
    let words = folded.split(|c: char| !c.is_alphabetic());
    words
        .flat_map(|word| MONTHS.iter().filter(move |(stem, _)| word.starts_with(stem)))
        .map(|(_, month)| *month)
        .next()
}

/// Stems of month names in Russian, Kazakh and English.
const MONTHS: [(&str, u8); 37] = [
    ("янв", 1),
    ("қаң", 1),
    ("jan", 1),
    ("фев", 2),
    ("ақп", 2),
    ("feb", 2),
    ("март", 3),
    ("нау", 3),
    ("mar", 3),
    ("апр", 4),
    ("сәу", 4),
    ("apr", 4),
    ("мая", 5),
    ("май", 5),
    ("мам", 5),
    ("may", 5),
    ("июн", 6),
    ("мау", 6),
    ("jun", 6),
    ("июл", 7),
    ("шіл", 7),
    ("jul", 7),
    ("авг", 8),
    ("там", 8),
    ("aug", 8),
    ("сен", 9),
    ("қыр", 9),
    ("sep", 9),
    ("окт", 10),
    ("қаз", 10),
    ("oct", 10),
    ("ноя", 11),
    ("қар", 11),
    ("nov", 11),
    ("дек", 12),
    ("жел", 12),
    ("dec", 12),
];

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read(text: &str) -> Result<Date, DateFault> {
        day(&Cell::Text(text.to_owned()), None, Epoch::Of1900)
    }

    #[test]
    fn usual_spellings_are_one_day() {
        for text in [
            "27.04.2014",
            "27.4.2014",
            " 27.04.2014 г.",
            "27.04.2014 0:00:00",
            "2014-04-27",
            "2014-04-27T00:00:00",
            "27-04-2014",
            "27/04/2014",
            "04/27/2014",
            "27 апреля 2014 г.",
            "27 сәуір 2014 ж.",
            "2014 ж. 27 сәуір",
            "27 April 2014",
            "27.04.14",
            "41756",
        ] {
            assert_eq!(read(text), Ok(date(2014, 4, 27)), "{text:?}");
        }
    }

    #[test]
    fn a_slashed_day_that_reads_two_ways_is_a_question() {
        let both = vec![date(2011, 5, 9), date(2011, 9, 5)];
        assert_eq!(read("05/09/11"), Err(DateFault::Ambiguous(both.clone())));
        assert_eq!(read("05/09/2011"), Err(DateFault::Ambiguous(both)));
        assert_eq!(read("05/05/2011"), Ok(date(2011, 5, 5)));
        let chosen = day(&Cell::Text("05/09/11".to_owned()), Some(DateOrder::DayFirst), Epoch::Of1900);
        assert_eq!(chosen, Ok(date(2011, 9, 5)));
    }

    #[test]
    fn serials_count_from_the_epoch_of_the_file() {
        let cell = Cell::Number(38894.0);
        assert_eq!(day(&cell, None, Epoch::Of1900), Ok(date(2006, 6, 26)));
        assert_eq!(day(&Cell::Number(38894.0 - 1462.0), None, Epoch::Of1904), Ok(date(2006, 6, 26)));
    }

    #[test]
    fn what_is_no_day_is_unreadable() {
        for text in ["31.02.2014", "2014", "нет", "27.04", "00.00.0000", "27.04.20140", "12.13.2014"] {
            assert_eq!(read(text), Err(DateFault::Unreadable), "{text}");
        }
        assert_eq!(day(&Cell::Number(1985.0), None, Epoch::Of1900), Err(DateFault::Unreadable));
        assert_eq!(day(&Cell::Number(f64::NAN), None, Epoch::Of1900), Err(DateFault::Unreadable));
    }
}
