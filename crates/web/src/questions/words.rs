//! What a question is called on the pages, and what is wrong with it or its file, in words.

use crate::points::decimal;
use actions::questions::{FileRefused, Skipped, Why};
use domain::questions::{Fault, Fraction, Language, Place, Shelf, Topic, Way};
use i18n::Lang;

pub(super) fn topic(lang: Lang, topic: Topic) -> String {
    i18n::t(lang, &format!("topics-{}", topic.word()), &[])
}

/// The topic, or the category of a file.
pub(super) fn shelf(lang: Lang, shelf: &Shelf) -> String {
    match shelf {
        Shelf::Topic(known) => topic(lang, *known),
        Shelf::Other(category) if category.is_empty() => i18n::t(lang, "questions-no-topic", &[]),
        Shelf::Other(category) => i18n::t(lang, "questions-category", &[("name", category.as_str().into())]),
    }
}

pub(super) fn way(lang: Lang, way: Way) -> String {
    i18n::t(lang, &format!("questions-way-{}", way.word()), &[])
}

pub(super) fn language(lang: Lang, language: Language) -> String {
    i18n::t(lang, &format!("questions-lang-{}", language.word()), &[])
}

/// «33,33333 %».
pub(super) fn part(lang: Lang, fraction: Fraction) -> String {
    format!("{} %", decimal(lang, i64::from(fraction.parts()), 5))
}

/// The field of the form that a fault stands at.
pub(super) fn field(way: Way, fault: &Fault) -> &'static str {
    let rows = match way {
        Way::Numerical => "value",
        Way::Matching => "stem",
        Way::TrueFalse => "to_true",
        Way::Single | Way::Multiple | Way::Short | Way::Essay => "choice",
    };
    match fault {
        Fault::Empty(place) | Fault::TooLong { place, .. } => match place {
            Place::Name => "name",
            Place::Text => "text",
            Place::ToAll => "feedback",
            Place::Answer(_) => "answer",
            Place::Choice(_) | Place::Feedback(_) => rows,
        },
        Fault::BadWorth => "worth",
        Fault::TooFew { .. }
        | Fault::TooMany
        | Fault::Equal(..)
        | Fault::NoRightAnswer
        | Fault::Sum(_)
        | Fault::BadNumber(_) => rows,
    }
}

/// What is wrong with a question and how to mend it.
pub(super) fn fault(lang: Lang, fault: &Fault) -> String {
    let said = |key: &str, args: &[(&str, i18n::Arg)]| i18n::t(lang, key, args);
    match fault {
        Fault::Empty(place) => said("questions-fault-empty", &[("place", self::place(lang, *place).into())]),
        Fault::TooLong { place, most } => said(
            "questions-fault-long",
            &[("place", self::place(lang, *place).into()), ("most", (*most).into())],
        ),
        Fault::TooFew { least } => said("questions-fault-few", &[("least", (*least).into())]),
        Fault::TooMany => said("questions-fault-many", &[("most", domain::questions::MOST_CHOICES.into())]),
        Fault::Equal(one, other) => {
            said("questions-fault-equal", &[("one", (one + 1).into()), ("other", (other + 1).into())])
        }
        Fault::NoRightAnswer => said("questions-fault-right", &[]),
        Fault::Sum(parts) => {
            said("questions-fault-sum", &[("sum", format!("{} %", decimal(lang, *parts, 5)).into())])
        }
        Fault::BadNumber(at) => said("questions-fault-number", &[("number", (at + 1).into())]),
        Fault::BadWorth => said("questions-fault-worth", &[]),
    }
}

fn place(lang: Lang, place: Place) -> String {
    let (key, at) = match place {
        Place::Name => ("questions-name", 0),
        Place::Text => ("questions-text", 0),
        Place::ToAll => ("questions-feedback", 0),
        Place::Choice(at) => ("questions-place-choice", at),
        Place::Feedback(at) => ("questions-place-said", at),
        Place::Answer(at) => ("questions-place-answer", at),
    };
    i18n::t(lang, key, &[("number", (at + 1).into())])
}

/// Why a file is not read at all.
pub(super) fn refused(lang: Lang, why: &FileRefused) -> String {
    let (key, line) = match why {
        FileRefused::TooLarge => ("questions-file-large", 0),
        FileRefused::Empty => ("questions-file-empty", 0),
        FileRefused::LostLetters { at } => ("questions-file-letters", at.line),
        FileRefused::NotXml { at, .. } => ("questions-file-xml", at.line),
        FileRefused::OwnDefinitions { at } => ("questions-file-definitions", at.line),
        FileRefused::NotAQuiz { .. } => ("questions-file-quiz", 0),
    };
    i18n::t(lang, key, &[("line", line.into())])
}

/// Why a question of a file is not read.
pub(super) fn skipped(lang: Lang, skipped: &Skipped) -> String {
    let said = |key: &str, args: &[(&str, i18n::Arg)]| i18n::t(lang, key, args);
    match &skipped.why {
        Why::Brace => said("questions-why-brace", &[]),
        Why::SecondAnswers => said("questions-why-second", &[]),
        Why::OpenName => said("questions-why-name", &[]),
        Why::TooFew { least } => said("questions-fault-few", &[("least", (*least).into())]),
        Why::TooMany => said("questions-fault-many", &[("most", domain::questions::MOST_CHOICES.into())]),
        Why::UnknownFraction { given, nearest } => said(
            "questions-why-fraction",
            &[("given", given.as_str().into()), ("nearest", part(lang, *nearest).into())],
        ),
        Why::NotANumber { given } => said("questions-why-number", &[("given", given.as_str().into())]),
        Why::NoArrow => said("questions-why-arrow", &[]),
        Why::UnknownKind { kind } => said("questions-why-kind", &[("kind", kind.as_str().into())]),
        Why::Missing { part } => said("questions-why-missing", &[("part", part.as_str().into())]),
        Why::TagInText { tag } => said("questions-why-tag", &[("tag", tag.as_str().into())]),
        Why::TooDeep => said("questions-why-deep", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_written_as_the_reader_writes_numbers() {
        let part_of = |lang| part(lang, Fraction::from_percent(-33.333_33).unwrap());
        assert_eq!(part_of(Lang::Ru), "−33,33333 %");
        assert_eq!(part_of(Lang::En), "−33.33333 %");
    }
}
