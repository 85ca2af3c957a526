//! Points of the exam as people write and type them: with a comma, in English with a dot.

use domain::questions::Points;
use i18n::Lang;
pub(crate) use i18n::decimal;

/// Most digits before the comma that are typed.
const MOST_WHOLE: usize = 4;
/// Digits of a point that the bank keeps.
const EXACT: usize = 7;
/// Digits of a point that are given and compared with a cut.
const GIVEN: usize = 2;

/// Points of a paper, to the hundredth.
pub(crate) fn points_text(lang: Lang, points: Points) -> String {
    decimal(lang, points.hundredths(), GIVEN)
}

/// What a question brings, as it is kept.
pub(crate) fn worth_text(lang: Lang, points: Points) -> String {
    decimal(lang, points.parts(), EXACT)
}

/// Points as people type them, with a comma or a dot; up to two digits behind it.
pub(crate) fn read_points(typed: &str) -> Option<Points> {
    read(typed, GIVEN)
}

/// What a question brings, as it is typed; nothing where it is no number of points.
pub(crate) fn read_worth(typed: &str) -> Option<Points> {
    read(typed, EXACT)
}

fn read(typed: &str, most: usize) -> Option<Points> {
    let typed = typed.trim().replace(',', ".");
    let (whole, part) = typed.split_once('.').unwrap_or((&typed, ""));
    let digits = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
    if whole.is_empty() || whole.len() > MOST_WHOLE || part.len() > most || !digits(whole) || !digits(part) {
        return None;
    }
    format!("{whole}{part:0<EXACT$}").parse().ok().map(Points::from_parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_and_written_as_people_do() {
        for (typed, shown) in [("12", "12"), ("12,5", "12,5"), (" 0.25 ", "0,25"), ("7,50", "7,5")] {
            assert_eq!(points_text(Lang::Ru, read_points(typed).unwrap_or_default()), shown);
        }
        assert_eq!(points_text(Lang::En, Points::from_parts(125_000_000)), "12.5");
        assert_eq!(points_text(Lang::Kk, Points::from_parts(-5_000_000)), "−0,5");
        for bad in ["", "-1", "1,234", "abc", "12345", "1.2.3", ","] {
            assert_eq!(read_points(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_a_question_brings_reads_back_as_it_is_shown() {
        for (typed, shown) in [("1", "1"), ("2.5", "2,5"), (" 100 ", "100"), ("0,0000001", "0,0000001")] {
            assert_eq!(worth_text(Lang::Kk, read_worth(typed).unwrap_or_default()), shown);
        }
        for bad in ["", "-1", "1e3", "1.00000001", "бір", ".5"] {
            assert_eq!(read_worth(bad), None, "{bad}");
        }
    }
}
