//! What both writers share: nothing is written that would not come back, and what is lost is named.

use super::{Entry, Question, Text, clean, in_one_line};
use domain::questions::{Kind, Points};

/// Something that a format has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// What the question brings: it will be one point.
    Worth,
    /// That capital letters matter: they will not.
    Case,
    /// The whole entry, which would come back as something else: write it in the other format.
    Entry,
}

/// What was lost of which entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Its place among the entries, from nought.
    pub entry: usize,
    /// What.
    pub loss: Loss,
}

/// A file, and what it does not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The file, in UTF-8.
    pub text: String,
    /// What was lost, in the order of the entries.
    pub lost: Vec<Lost>,
}

/// The entry with clean texts.
pub(super) fn cleaned(entry: &Entry) -> Entry {
    match entry {
        Entry::Category(path) => Entry::Category(in_one_line(path)),
        Entry::Description { name, text } => {
            Entry::Description { name: in_one_line(name), text: of_text(text) }
        }
        Entry::Question(question) => {
            let mut kind = question.kind.map(of_text);
            if let Kind::Matching { pairs, spare } = &mut kind {
                let answers = pairs.iter_mut().map(|pair| &mut pair.answer).chain(spare);
                for answer in answers {
                    *answer = clean(answer);
                }
            }
            Entry::Question(Box::new(Question {
                name: in_one_line(&question.name),
                id: in_one_line(&question.id),
                tags: question.tags.iter().map(|tag| in_one_line(tag)).collect(),
                text: of_text(&question.text),
                kind,
                worth: question.worth,
                feedback: of_text(&question.feedback),
            }))
        }
    }
}

fn of_text(text: &Text) -> Text {
    Text::new(text.as_str(), text.format())
}

impl Written {
    /// Adds an entry if it reads back as it is.
    pub(super) fn add(&mut self, number: usize, entry: &Entry, text: &str, read: Option<&Entry>) {
        if read == Some(entry) {
            self.text.push_str(text);
        } else {
            self.lose(number, Loss::Entry);
        }
    }

    pub(super) fn lose(&mut self, entry: usize, loss: Loss) {
        self.lost.push(Lost { entry, loss });
    }
}

/// A number that reads back as itself, without a hundred noughts.
pub(super) fn number(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-5..1e16).contains(&size) { format!("{value:e}") } else { value.to_string() }
}

/// Parts of a hundred with the five digits that Moodle writes, from ten-millionths.
pub(super) fn percent(parts: i32) -> String {
    decimal(i64::from(parts), 100_000)
}

/// Points with the seven digits that Moodle writes.
pub(super) fn points(points: Points) -> String {
    decimal(points.parts(), 10_000_000)
}

fn decimal(parts: i64, of: i64) -> String {
    let sign = if parts < 0 { "-" } else { "" };
    let (whole, rest) = (parts.unsigned_abs() / of.unsigned_abs(), parts.unsigned_abs() % of.unsigned_abs());
    let digits = of.ilog10() as usize;
    let rest = format!("{rest:0digits$}");
    let rest = rest.trim_end_matches('0');
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_written_as_moodle_writes_them() {
        assert_eq!(percent(3_333_333), "33.33333");
        assert_eq!(percent(-500_000), "-5");
        assert_eq!(points(Points::from_parts(15_000_000)), "1.5");
        assert_eq!(points(Points::from_parts(-1)), "-0.0000001");
    }

    #[test]
    fn numbers_read_back() {
        for value in [0.0, 3.0, -1822.5, 1e300, 5e-324, 0.1 + 0.2] {
            assert_eq!(number(value).parse::<f64>(), Ok(value));
        }
        assert_eq!(number(3.0), "3");
    }
}
