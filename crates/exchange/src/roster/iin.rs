//! The individual identification number: twelve digits, the last a check.
//!
//! Since decree 853 of 26 August 2013 a number that disagrees with a date of birth or a sex is no
//! error, so neither is ever derived from it.

use super::table::Cell;

/// Why a cell is no identification number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IinFault {
    /// A worksheet rounded it (`1,20405E+11`); the digits are gone for good.
    LostDigits,
    /// Not twelve digits, nor fewer from which only zeros were lost.
    NotTwelveDigits,
}

/// Reads a number; zeros lost at its head, as worksheets do to numbers, are put back.
///
/// One zero is always put back. More (people born in 2000 and after) only if the check digit
/// then agrees.
pub(crate) fn read(cell: &Cell) -> Result<String, IinFault> {
    const DIGITS: usize = 12;
    if cell.has_lost_digits() {
        return Err(IinFault::LostDigits);
    }
    let shown = cell.shown();
    let digits: String = shown.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    let is_digits = digits.chars().all(|c| c.is_ascii_digit());
    let padded = format!("{digits:0>DIGITS$}");
    match digits.len() {
        _ if !is_digits => Err(IinFault::NotTwelveDigits),
        11 | 12 => Ok(padded),
        8..=10 if check_digit_agrees(&padded) => Ok(padded),
        _ => Err(IinFault::NotTwelveDigits),
    }
}

/// Whether the last of twelve digits agrees with the others: weights 1–11 modulo 11 and, where
/// that gives 10, weights 3–11, 1, 2.
pub fn check_digit_agrees(iin: &str) -> bool {
    let digits: Vec<u32> = iin.chars().filter_map(|c| c.to_digit(10)).collect();
    let Some((&check, body)) = digits.split_last() else {
        return false;
    };
    if body.len() != 11 || iin.len() != 12 {
        return false;
    }
    let weighed = |shift: u32| -> u32 {
        let weights = (0..11).map(|place| (place + shift) % 11 + 1);
        weights.zip(body).map(|(weight, digit)| weight * digit).sum::<u32>() % 11
    };
    match weighed(0) {
        10 => weighed(2) == check,
        sum => sum == check,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Month 99, so that the number can be nobody's; the check digit is put right.
    fn invented(body: &str) -> String {
        (0..10).map(|check| format!("{body}{check}")).find(|iin| check_digit_agrees(iin)).unwrap()
    }

    #[test]
    fn a_lost_zero_is_put_back() {
        let iin = invented("08998067831");
        let number: f64 = iin.parse().unwrap();
        assert_eq!(read(&Cell::Number(number)), Ok(iin.clone()));
        assert_eq!(read(&Cell::Text(iin[1..].to_owned())), Ok(iin));
    }

    #[test]
    fn three_lost_zeros_are_put_back_only_if_the_check_agrees() {
        let iin = invented("00099150012");
        assert_eq!(read(&Cell::Text(iin[3..].to_owned())), Ok(iin.clone()));
        let last = iin.as_bytes()[11];
        let wrong = format!("{}{}", &iin[3..11], if last == b'0' { '1' } else { '0' });
        assert_eq!(read(&Cell::Text(wrong)), Err(IinFault::NotTwelveDigits));
    }

    #[test]
    fn rounded_numbers_are_lost_and_words_are_no_numbers() {
        assert_eq!(read(&Cell::Text("1,20405E+11".to_owned())), Err(IinFault::LostDigits));
        assert_eq!(read(&Cell::Text("нет".to_owned())), Err(IinFault::NotTwelveDigits));
        assert_eq!(read(&Cell::Number(0.5)), Err(IinFault::NotTwelveDigits));
    }

    #[test]
    fn one_wrong_digit_is_noticed() {
        let iin = invented("12998259705");
        let wrong = iin.replacen('2', "3", 1);
        assert!(check_digit_agrees(&iin));
        assert!(!check_digit_agrees(&wrong));
        assert!(!check_digit_agrees("12"));
    }
}
