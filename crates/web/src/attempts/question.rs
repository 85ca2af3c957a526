//! A question as its candidate sees it, and the answer that its form sends.

use crate::Page;
use crate::forms::Fields;
use crate::layout::parts::Choice;
use domain::questions::{Answer, Drawn, Kind, MOST_CHARACTERS, Question};
use std::collections::BTreeSet;

/// A stem with the answers to choose from.
pub(crate) struct Stem {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) choices: Vec<Choice>,
}

/// How a question is answered on the page.
pub(crate) enum Asked {
    /// One of several.
    One(Vec<Choice>),
    /// Several of several.
    Several(Vec<Choice>),
    /// A line.
    Line(String),
    /// A text.
    Words(String),
    /// Each stem gets its answer.
    Matching(Vec<Stem>),
}

/// The answers of a matching in the order in which they are shown, each once.
fn offered<'a>(kind: &'a Kind, drawn: &Drawn) -> Vec<&'a str> {
    let Kind::Matching { pairs, spare } = kind else { return Vec::new() };
    let all: Vec<&str> = pairs.iter().map(|pair| &pair.answer).chain(spare).map(String::as_str).collect();
    let mut seen = BTreeSet::new();
    let shown = drawn.order.iter().filter_map(|place| all.get(*place).copied());
    shown.filter(|answer| seen.insert(*answer)).collect()
}

impl Asked {
    /// The question with the answer that stands; `name` is that of its field.
    pub(crate) fn of(page: &Page, question: &Question, drawn: &Drawn, answer: &Answer, name: &str) -> Self {
        let written = || match answer {
            Answer::Written(text) => text.clone(),
            _ => String::new(),
        };
        match &question.kind {
            Kind::Single(choices) | Kind::Multiple(choices) => {
                let chosen = |place: usize| match answer {
                    Answer::One(one) => *one == place,
                    Answer::Several(several) => several.contains(&place),
                    _ => false,
                };
                // The page is told the place among what it shows: the place in the bank is the same for everybody, and
                // the first there is often the right one.
                let choice = |(at, place): (usize, &usize)| {
                    let text = choices.get(*place).map(|choice| choice.text.clone())?;
                    Some(Choice { chosen: chosen(*place), ..Choice::new(at.to_string(), text) })
                };
                let shown = drawn.order.iter().enumerate().filter_map(choice).collect();
                if matches!(question.kind, Kind::Single(_)) { Self::One(shown) } else { Self::Several(shown) }
            }
            Kind::TrueFalse { .. } => {
                let choice = |word: &str, value: bool| {
                    let text = page.text(&format!("attempts-{word}"));
                    Choice { chosen: *answer == Answer::Truth(value), ..Choice::new(word, text) }
                };
                Self::One(vec![choice("true", true), choice("false", false)])
            }
            Kind::Short { .. } | Kind::Numerical(_) => Self::Line(written()),
            Kind::Essay => Self::Words(written()),
            Kind::Matching { pairs, .. } => {
                let offered = offered(&question.kind, drawn);
                let given = |stem: usize| match answer {
                    Answer::Matched(all) => all.get(stem).cloned().flatten().unwrap_or_default(),
                    _ => String::new(),
                };
                let stem = |(at, pair): (usize, &domain::questions::Pair)| Stem {
                    name: format!("{name}-{at}"),
                    text: pair.stem.clone(),
                    choices: offered
                        .iter()
                        .map(|text| Choice::new(*text, *text).chosen_if(&given(at)))
                        .collect(),
                };
                Self::Matching(pairs.iter().enumerate().map(stem).collect())
            }
        }
    }
}

/// An answer in words, as whoever gave it reads it.
pub(crate) fn in_words(page: &Page, question: &Question, answer: &Answer) -> String {
    let choice = |place: &usize| match &question.kind {
        Kind::Single(choices) | Kind::Multiple(choices) => {
            choices.get(*place).map(|choice| choice.text.clone()).unwrap_or_default()
        }
        _ => String::new(),
    };
    match answer {
        Answer::Blank => String::new(),
        Answer::One(place) => choice(place),
        Answer::Several(places) => places.iter().map(choice).collect::<Vec<_>>().join("; "),
        Answer::Truth(true) => page.text("attempts-true"),
        Answer::Truth(false) => page.text("attempts-false"),
        Answer::Written(text) => text.clone(),
        Answer::Matched(all) => {
            let all = all.iter().map(|one| one.clone().unwrap_or_else(|| "–".to_owned()));
            all.collect::<Vec<_>>().join("; ")
        }
    }
}

/// The answer that a form sends to a question in the field of a name. What does not belong to it is left out.
pub(crate) fn read(question: &Question, drawn: &Drawn, fields: &mut Fields, name: &str) -> Answer {
    let place = |value: &str| value.parse().ok().and_then(|at: usize| drawn.order.get(at).copied());
    match &question.kind {
        Kind::Single(_) => place(fields.value(name)).map_or(Answer::Blank, Answer::One),
        Kind::Multiple(_) => {
            let chosen: BTreeSet<usize> = fields.values(name).into_iter().filter_map(place).collect();
            if chosen.is_empty() { Answer::Blank } else { Answer::Several(chosen) }
        }
        Kind::TrueFalse { .. } => match fields.value(name) {
            "true" => Answer::Truth(true),
            "false" => Answer::Truth(false),
            _ => Answer::Blank,
        },
        Kind::Short { .. } | Kind::Numerical(_) | Kind::Essay => {
            fields.optional_text(name, MOST_CHARACTERS).map_or(Answer::Blank, Answer::Written)
        }
        Kind::Matching { pairs, .. } => {
            let offered = offered(&question.kind, drawn);
            let given = |stem: usize| {
                let typed = fields.value(&format!("{name}-{stem}"));
                offered.contains(&typed).then(|| typed.to_owned())
            };
            let all: Vec<Option<String>> = (0..pairs.len()).map(given).collect();
            if all.iter().all(Option::is_none) { Answer::Blank } else { Answer::Matched(all) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::questions::{Fraction, Shelf, Topic};
    use i18n::Lang;

    #[test]
    fn the_page_is_told_nothing_of_the_order_in_the_bank() {
        let choice = |text: &str| domain::questions::Choice {
            text: text.into(),
            fraction: Fraction::NONE,
            feedback: String::new(),
        };
        let kind = Kind::Single(["a", "b", "c"].map(choice).into());
        let question = Question::blank(Shelf::Topic(Topic::Law), kind);
        let drawn = Drawn { number: 1, order: vec![2, 0, 1] };
        let mut first = Fields::beginning(Lang::Ru, &[("answer", "0".to_owned())]);
        assert_eq!(read(&question, &drawn, &mut first, "answer"), Answer::One(2), "the first that is shown");
        let mut none = Fields::beginning(Lang::Ru, &[("answer", "3".to_owned())]);
        assert_eq!(read(&question, &drawn, &mut none, "answer"), Answer::Blank);
    }
}
