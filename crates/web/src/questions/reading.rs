//! The form of a question: filled from one, and read back to one. Rows of answers come under one name each, in their
//! order.

use crate::forms::Fields;
use crate::points::{read_worth, worth_text};
use domain::questions::{
    Choice, Fraction, Kind, MOST_CHARACTERS, Near, Pair, Question, Range, Shelf, Topic, Way,
};
use i18n::Lang;

/// Characters of a name and of an answer of a matching.
const MOST_SHORT: usize = 255;
/// Characters of a number.
const MOST_NUMBER: usize = 40;
/// Empty rows behind those that are filled in.
const MORE: usize = 4;

/// A question of a kind with nothing in it.
pub(super) fn blank(way: Way) -> Question {
    let kind = match way {
        Way::Single => Kind::Single(Vec::new()),
        Way::Multiple => Kind::Multiple(Vec::new()),
        Way::TrueFalse => Kind::TrueFalse { right: true, to_true: String::new(), to_false: String::new() },
        Way::Short => Kind::Short { answers: Vec::new(), case: false },
        Way::Numerical => Kind::Numerical(Vec::new()),
        Way::Matching => Kind::Matching { pairs: Vec::new(), spare: Vec::new() },
        Way::Essay => Kind::Essay,
    };
    Question::blank(Shelf::Other(String::new()), kind)
}

/// The names of the rows of a kind: those that stand together.
const fn names(way: Way) -> &'static [&'static str] {
    match way {
        Way::Single | Way::Multiple | Way::Short => &["choice", "part", "say"],
        Way::Numerical => &["value", "within", "part", "say"],
        Way::Matching => &["stem", "answer"],
        Way::TrueFalse | Way::Essay => &[],
    }
}

/// A form that holds a question, with some rows more.
pub(super) fn filled(lang: Lang, question: &Question) -> Fields {
    let mut values: Vec<(&str, String)> = vec![
        ("name", question.name.clone()),
        ("text", question.text.clone()),
        ("worth", worth_text(lang, question.worth)),
        ("feedback", question.feedback.clone()),
        ("topic", question.shelf.topic().map(Topic::word).unwrap_or_default().to_owned()),
    ];
    let part = |fraction: Fraction| fraction.parts().to_string();
    match &question.kind {
        Kind::Single(all) | Kind::Multiple(all) | Kind::Short { answers: all, .. } => {
            let of = |one: &Choice| {
                [("choice", one.text.clone()), ("part", part(one.fraction)), ("say", one.feedback.clone())]
            };
            values.extend(all.iter().flat_map(of));
        }
        Kind::TrueFalse { right, to_true, to_false } => values.extend([
            ("right", if *right { "yes" } else { "no" }.to_owned()),
            ("to_true", to_true.clone()),
            ("to_false", to_false.clone()),
        ]),
        Kind::Numerical(all) => {
            let of = |range: &Range| {
                let (value, within) = match range.near {
                    Near::Number { value, tolerance } => (value.to_string(), tolerance.to_string()),
                    Near::Any => ("*".to_owned(), String::new()),
                };
                let (part, say) = (part(range.fraction), range.feedback.clone());
                [("value", value), ("within", within), ("part", part), ("say", say)]
            };
            values.extend(all.iter().flat_map(of));
        }
        Kind::Matching { pairs, spare } => {
            let of = |pair: &Pair| [("stem", pair.stem.clone()), ("answer", pair.answer.clone())];
            values.extend(pairs.iter().flat_map(of));
            let of = |answer: &String| [("stem", String::new()), ("answer", answer.clone())];
            values.extend(spare.iter().flat_map(of));
        }
        Kind::Essay => {}
    }
    if matches!(question.kind, Kind::Short { case: true, .. }) {
        values.push(("case", "yes".to_owned()));
    }
    for name in names(question.kind.way()) {
        let empty = if *name == "part" { "0" } else { "" };
        values.extend((0..MORE).map(|_| (*name, empty.to_owned())));
    }
    Fields::beginning(lang, &values)
}

/// What was typed, as a question; nothing where a field is wrong. `kept` is the shelf that it stands on.
pub(super) fn read(fields: &mut Fields, way: Way, kept: &Shelf) -> Option<Question> {
    let name = fields.optional_text("name", MOST_SHORT).unwrap_or_default();
    let text = fields.text("text", MOST_CHARACTERS);
    let feedback = fields.optional_text("feedback", MOST_CHARACTERS).unwrap_or_default();
    let shelf = match (Topic::from_word(fields.value("topic")), kept) {
        (Some(topic), _) => Shelf::Topic(topic),
        (None, Shelf::Other(category)) if !category.is_empty() => kept.clone(),
        (None, _) => {
            fields.refuse("topic", "forms-choose", &[]);
            return None;
        }
    };
    let worth = read_worth(fields.value("worth"));
    if worth.is_none() {
        fields.refuse("worth", "questions-fault-worth", &[]);
    }
    let kind = kind(fields, way);
    let question = Question { name, text, shelf, kind: kind?, worth: worth?, feedback };
    fields.is_right().then_some(question)
}

fn kind(fields: &mut Fields, way: Way) -> Option<Kind> {
    Some(match way {
        Way::Single => Kind::Single(choices(fields)?),
        Way::Multiple => Kind::Multiple(choices(fields)?),
        Way::Short => Kind::Short { answers: choices(fields)?, case: fields.ticked("case") },
        Way::TrueFalse => Kind::TrueFalse {
            right: fields.choice("right", |word| match word {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            })?,
            to_true: fields.optional_text("to_true", MOST_CHARACTERS).unwrap_or_default(),
            to_false: fields.optional_text("to_false", MOST_CHARACTERS).unwrap_or_default(),
        },
        Way::Numerical => Kind::Numerical(ranges(fields)?),
        Way::Matching => matching(fields),
        Way::Essay => Kind::Essay,
    })
}

/// The parts of the points, row by row.
fn parts(fields: &mut Fields, rows: usize) -> Option<Vec<Fraction>> {
    let read = |typed: &&str| typed.parse::<i32>().ok().and_then(|parts| Fraction::try_from(parts).ok());
    let parts: Vec<Fraction> = fields.values("part").iter().filter_map(read).collect();
    if parts.len() < rows {
        fields.refuse("part", "forms-choose", &[]);
        return None;
    }
    Some(parts)
}

/// What is said, row by row; where fewer came, nothing.
fn said(fields: &mut Fields, rows: usize) -> Vec<String> {
    let mut said = fields.rows("say", MOST_CHARACTERS);
    said.resize(rows.max(said.len()), String::new());
    said
}

fn choices(fields: &mut Fields) -> Option<Vec<Choice>> {
    let texts = fields.rows("choice", MOST_CHARACTERS);
    let said = said(fields, texts.len());
    let parts = parts(fields, texts.len())?;
    let rows = texts.into_iter().zip(parts).zip(said);
    let rows = rows.map(|((text, fraction), feedback)| Choice { text, fraction, feedback });
    Some(rows.filter(|row| !row.text.is_empty() || !row.feedback.is_empty()).collect())
}

fn ranges(fields: &mut Fields) -> Option<Vec<Range>> {
    let values = fields.rows("value", MOST_NUMBER);
    let mut within = fields.rows("within", MOST_NUMBER);
    within.resize(values.len().max(within.len()), String::new());
    let said = said(fields, values.len());
    let parts = parts(fields, values.len())?;
    let mut ranges = Vec::new();
    for (((value, within), fraction), feedback) in values.iter().zip(&within).zip(parts).zip(said) {
        if value.is_empty() && within.is_empty() && feedback.is_empty() {
            continue;
        }
        let tolerance = if within.is_empty() { Some(0.0) } else { number(within) };
        let near = match (value.as_str(), number(value), tolerance) {
            ("*", _, _) => Near::Any,
            (_, Some(value), Some(tolerance)) => Near::Number { value, tolerance },
            _ => {
                let at = ranges.len() + 1;
                fields.refuse("value", "questions-fault-number", &[("number", at.into())]);
                return None;
            }
        };
        ranges.push(Range { near, fraction, feedback });
    }
    Some(ranges)
}

/// A number in digits, with a point or a comma.
fn number(typed: &str) -> Option<f64> {
    let is_written = typed.chars().all(|sign| sign.is_ascii_digit() || ".,+-eE".contains(sign));
    let number: f64 = typed.replace(',', ".").parse().ok().filter(|_| is_written)?;
    number.is_finite().then_some(number)
}

fn matching(fields: &mut Fields) -> Kind {
    let stems = fields.rows("stem", MOST_CHARACTERS);
    let mut answers = fields.rows("answer", MOST_SHORT);
    answers.resize(stems.len().max(answers.len()), String::new());
    let (mut pairs, mut spare) = (Vec::new(), Vec::new());
    for (stem, answer) in stems.into_iter().zip(answers) {
        match (stem.is_empty(), answer.is_empty()) {
            (true, true) => {}
            (true, false) => spare.push(answer),
            (false, _) => pairs.push(Pair { stem, answer }),
        }
    }
    Kind::Matching { pairs, spare }
}
