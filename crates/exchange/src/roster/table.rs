//! A list before anybody knows its columns: numbered lines of cells.

use jiff::civil::Date;

/// Rows that are not blank, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    /// Physical line of the file or row of the sheet on which it begins, from 1.
    pub(crate) line: u32,
    pub(crate) cells: Vec<Cell>,
}

/// One cell; a formula is its stored result, or its text where none is stored.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Day(Date),
}

impl Cell {
    /// A text without control characters other than white space: nobody types them, and no database keeps a NUL.
    pub(crate) fn text(mut text: String) -> Self {
        text.retain(|letter| !letter.is_control() || letter.is_whitespace());
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Day(_) => false,
        }
    }

    /// The cell as text: text verbatim, numbers without exponent, days as `27.04.2014`.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
        }
    }

    /// Whether a worksheet rounded a long number on saving: `1,20405E+11`.
    pub(crate) fn has_lost_digits(&self) -> bool {
        let Self::Text(text) = self else {
            return false;
        };
        let text = text.trim();
        let power = text.split_once(['E', 'e', 'Е', 'е']);
        power.is_some_and(|(head, power)| {
            decimal(head).is_some() && power.strip_prefix('+').is_some_and(|p| decimal(p).is_some())
        })
    }

    /// The number in the cell: a comma or a point may part the decimals, `%` and spaces go.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number).filter(|number| number.is_finite()),
            Self::Text(text) => decimal(text),
            Self::Empty | Self::Day(_) => None,
        }
    }
}

/// Reads digits with at most one decimal comma or point; exponents and words are no numbers.
fn decimal(text: &str) -> Option<f64> {
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '%')
        .map(|c| if c == ',' { '.' } else { c })
        .collect();
    let digits = bare.strip_prefix('-').unwrap_or(&bare);
    let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    bare.parse().ok().filter(|_| plain)
}

impl Row {
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }

    pub(crate) fn cell(&self, index: usize) -> &Cell {
        self.cells.get(index).unwrap_or(&Cell::Empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_with_comma_point_and_per_cent() {
        let read = |text: &str| Cell::Text(text.to_owned()).number();
        assert_eq!(read("85,5 %"), Some(85.5));
        assert_eq!(read("1 024"), Some(1024.0));
        assert_eq!(read("-3"), Some(-3.0));
        for no_number in ["1,20405E+11", "пять", "1,2,3", "", "inf", "."] {
            assert_eq!(read(no_number), None, "{no_number}");
        }
    }

    #[test]
    fn control_characters_are_no_text() {
        assert_eq!(Cell::text("8\u{0}А\u{1b}\tБ\n".to_owned()).shown(), "8А\tБ\n");
        assert_eq!(Cell::text("\u{0}\u{7f}".to_owned()), Cell::Empty);
    }

    #[test]
    fn numbers_are_shown_without_exponent() {
        assert_eq!(Cell::Number(89_980_678_310.0).shown(), "89980678310");
        assert_eq!(Cell::Number(16.5).shown(), "16.5");
    }
}
