//! What is wrong or doubtful with a line, as a word and its values; sentences are found by those who show it.

use domain::rosters::{Fault, Verdict, Why};
use exchange::roster::{Field, NameDoubt, NamePart, Opened, Problem, ProblemKind, Severity};

/// A value inside a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A number.
    Number(i64),
    /// Words, as they are.
    Words(String),
    /// A field: the word under which its name is found.
    Field(String),
}

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Error: the line is not written. Warning: it is, without the doubtful cell.
    pub severity: Severity,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Physical line, from 1.
    pub line: u32,
    /// Header of the column as in the file.
    pub column: Option<String>,
    /// What stands there.
    pub value: String,
    /// The whole line as the file has it ([`Opened::original`]).
    pub original: String,
    /// What is wrong: tail of the text's key.
    pub word: &'static str,
    /// Values of the sentence.
    pub said: Vec<(&'static str, Said)>,
    /// A person decides: no error.
    pub decision: bool,
}

/// The word under which the name of a field is found; scores are one kind of field.
pub fn field_word(field: &Field) -> String {
    match field {
        Field::Score { .. } => "score".to_owned(),
        other => serde_json::to_value(other)
            .ok()
            .and_then(|word| word.as_str().map(|word| word.replace('_', "-")))
            .unwrap_or_default(),
    }
}

/// Messages of a reading. Namesakes are left out: the comparison asks about them.
pub fn messages(problems: &[Problem], opened: &Opened) -> Vec<Message> {
    let mine = problems.iter().filter(|problem| !matches!(problem.kind, ProblemKind::NamesakeInFile { .. }));
    mine.map(|problem| of_problem(problem, opened)).collect()
}

fn of_problem(problem: &Problem, opened: &Opened) -> Message {
    let (word, said) = words(&problem.kind);
    // Another file of a set has lines of its own.
    let here = problem.sheet.is_none() || problem.sheet == opened.sheet;
    Message {
        severity: problem.severity(),
        sheet: problem.sheet.clone().or_else(|| opened.sheet.clone()),
        line: problem.line,
        column: problem.column.clone(),
        value: problem.value.clone(),
        original: if here { opened.original(problem.line) } else { String::new() },
        word,
        said,
        decision: false,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "bounds are small whole numbers")]
fn words(kind: &ProblemKind) -> (&'static str, Vec<(&'static str, Said)>) {
    let line = |other_line: u32| vec![("other", Said::Number(other_line.into()))];
    match kind {
        ProblemKind::MissingName { part } => (
            match part {
                NamePart::Whole => "missing-name",
                NamePart::Family => "missing-family",
                NamePart::Given => "missing-given",
            },
            vec![],
        ),
        ProblemKind::DoubtfulName { doubt, reading } => (
            match doubt {
                NameDoubt::Initials => "name-initials",
                NameDoubt::ManyWords => "name-many-words",
                NameDoubt::Turned => "name-turned",
            },
            vec![("reading", Said::Words(reading.clone()))],
        ),
        ProblemKind::MissingCell { field } => {
            ("missing-cell", vec![("field", Said::Field(field_word(field)))])
        }
        ProblemKind::BadDate => ("bad-date", vec![]),
        ProblemKind::AmbiguousDate { .. } => ("ambiguous-date", vec![]),
        ProblemKind::BadEmail => ("bad-email", vec![]),
        ProblemKind::BadPhone => ("bad-phone", vec![]),
        ProblemKind::UnknownCategory => ("unknown-category", vec![]),
        ProblemKind::BadNumber => ("bad-number", vec![]),
        ProblemKind::OutOfRange { least, most } => (
            "out-of-range",
            vec![("least", Said::Number(*least as i64)), ("most", Said::Number(*most as i64))],
        ),
        ProblemKind::LostDigits => ("lost-digits", vec![]),
        ProblemKind::LostIin => ("lost-iin", vec![]),
        ProblemKind::BadIin => ("bad-iin", vec![]),
        ProblemKind::IinCheckDigit => ("iin-check-digit", vec![]),
        ProblemKind::IinInFile { other_line } => ("iin-twice", line(*other_line)),
        ProblemKind::UnusualClass => ("unusual-class", vec![]),
        ProblemKind::UnknownWeekday => ("unknown-weekday", vec![]),
        ProblemKind::BadLesson => ("bad-lesson", vec![]),
        ProblemKind::DuplicateInFile { other_line } => ("duplicate", line(*other_line)),
        ProblemKind::NamesakeInFile { other_line } => ("namesakes", line(*other_line)),
        ProblemKind::TooLong { most, count } => {
            let number = |number: usize| Said::Number(i64::try_from(number).unwrap_or(i64::MAX));
            ("too-long", vec![("most", number(*most)), ("count", number(*count))])
        }
        ProblemKind::CellsBeyondHeader { .. } => ("cells-beyond", vec![]),
        ProblemKind::GoneAtSource => ("gone-at-source", vec![]),
        ProblemKind::UnknownRole => ("unknown-role", vec![]),
        ProblemKind::NotInSet { file } => ("not-in-set", vec![("file", Said::Words(file.clone()))]),
        ProblemKind::FileNotInSet { file } => ("file-not-in-set", vec![("file", Said::Words(file.clone()))]),
        ProblemKind::OnlyChanges => ("only-changes", vec![]),
    }
}

/// A lesson of somebody who is not in the list of staff.
pub(super) fn no_such_teacher(line: u32, email: &str, opened: &Opened) -> Message {
    Message {
        severity: Severity::Error,
        sheet: opened.sheet.clone(),
        line,
        column: opened
            .columns
            .iter()
            .find(|column| column.usage == exchange::roster::Usage::Mapped(Field::Email))
            .map(|column| column.header.clone()),
        value: email.to_owned(),
        original: opened.original(line),
        word: "no-such-teacher",
        said: vec![],
        decision: false,
    }
}

impl Message {
    /// What the comparison says of a line, where it says something.
    pub(super) fn of_verdict(line: u32, name: &str, verdict: &Verdict, opened: &Opened) -> Option<Self> {
        let (word, said, decision) = match verdict {
            Verdict::Decide { why, lines, .. } => (
                match why {
                    Why::Namesakes => "namesakes",
                    Why::SameName => "same-name",
                    Why::OtherName => "other-name",
                },
                match why {
                    Why::Namesakes => lines
                        .first()
                        .map(|line| ("other", Said::Number((*line).into())))
                        .into_iter()
                        .collect(),
                    Why::SameName | Why::OtherName => vec![],
                },
                true,
            ),
            Verdict::Fault(fault) => (
                match fault {
                    Fault::KeysDisagree => "keys-disagree",
                    Fault::SameRecord { .. } => "same-record",
                    Fault::TakenElsewhere => "taken-elsewhere",
                },
                match fault {
                    Fault::SameRecord { other_line } => vec![("other", Said::Number((*other_line).into()))],
                    Fault::KeysDisagree | Fault::TakenElsewhere => vec![],
                },
                false,
            ),
            _ => return None,
        };
        Some(Self {
            severity: if decision { Severity::Warning } else { Severity::Error },
            sheet: opened.sheet.clone(),
            line,
            column: None,
            value: name.to_owned(),
            original: opened.original(line),
            word,
            said,
            decision,
        })
    }
}
