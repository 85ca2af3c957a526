//! E-mail addresses and telephones.

use super::text::{Entry, is_cyrillic, tidy};

/// An address typed by hand, read as a list's cell is; `None` if it cannot be one.
pub fn typed_email(typed: &str) -> Option<String> {
    email(typed).map(|entry| entry.value)
}

/// A telephone typed by hand, read as a list's cell is; `None` if it cannot be one.
pub fn typed_phone(typed: &str) -> Option<String> {
    phone(typed).map(|entry| entry.value)
}

/// An address in small letters, or `None` if it cannot be one.
///
/// Letters of two alphabets in one address are a slip of the keyboard layout, never an address.
pub(crate) fn email(cell: &str) -> Option<Entry> {
    let address = tidy(cell).to_lowercase();
    let (local, domain) = address.split_once('@')?;
    let labels: Vec<&str> = domain.split('.').collect();
    let is_sound = !local.is_empty()
        && labels.len() >= 2
        && labels.iter().all(|label| !label.is_empty() && is_host_label(label))
        && !local.chars().any(|c| c.is_whitespace() || c.is_control() || "@,;<>()\"".contains(c));
    let is_mixed = address.chars().any(is_cyrillic) && address.chars().any(|c| c.is_ascii_alphabetic());
    (is_sound && !is_mixed).then(|| Entry::new(address.clone(), cell))
}

fn is_host_label(label: &str) -> bool {
    label.chars().all(|c| c.is_alphanumeric() || c == '-') && !label.starts_with('-')
}

/// A telephone as `+` and digits: `8 701 …` and `7 701 …` are `+7 701 …`, as are ten digits.
///
/// Of several numbers in a cell the first is taken.
pub(crate) fn phone(cell: &str) -> Option<Entry> {
    let first = cell.split([',', ';', '/', '\n']).next().unwrap_or_default();
    let is_plain = first.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-()–.'".contains(c));
    let digits: String = first.chars().filter(char::is_ascii_digit).collect();
    let number = match (digits.len(), digits.as_bytes().first()) {
        (11, Some(b'7' | b'8')) => format!("+7{}", &digits[1..]),
        (10, Some(b'7')) => format!("+7{digits}"),
        (8..=15, _) if first.trim_start().starts_with('+') => format!("+{digits}"),
        _ => return None,
    };
    is_plain.then(|| Entry::new(number, cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephones_are_one_number_however_typed() {
        for typed in ["8 701 234-56-78", "+7 (701) 2345678", "7012345678", "87012345678, 87770000000"] {
            assert_eq!(phone(typed).unwrap().value, "+77012345678", "{typed}");
        }
        assert_eq!(phone("+998 90 123 45 67").unwrap().value, "+998901234567");
        for typed in ["12-34-56", "нет", "8701234567", "8 701 234 56 78 вн. 5"] {
            assert_eq!(phone(typed), None, "{typed}");
        }
    }

    #[test]
    fn addresses_are_checked_and_lowered() {
        assert_eq!(email(" A.Nurlan@School.example").unwrap().value, "a.nurlan@school.example");
        assert!(email("почта@мектеп.қаз").is_some());
        for typed in ["нет", "a@b", "a b@school.example", "a@@school.example", "аnna@school.example"] {
            assert_eq!(email(typed), None, "{typed}");
        }
    }
}
