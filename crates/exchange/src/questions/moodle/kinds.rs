//! How a question of a quiz is answered.

use super::super::{Format, MAX_CHOICES, Text, Why, clean, number, shown};
use super::taken::{Without, letters};
use super::{Bad, Element};
use domain::questions::{Choice, Fraction, Kind, Near, Pair, Range};

/// The kind, and the names of its own elements that are read.
pub(super) fn kind(
    element: &Element,
    word: &str,
    usual: Format,
    without: &mut Without,
) -> Result<(Kind<Text>, &'static [&'static str]), Bad> {
    let count =
        element.children.iter().filter(|child| matches!(&*child.name, "answer" | "subquestion")).count();
    if count > MAX_CHOICES {
        return Err(Bad::new(element.at, Why::TooMany));
    }
    Ok(match word {
        "multichoice" => {
            let choices = choices(element, usual, usual, without)?;
            let single = is_set(element, "single", true);
            (if single { Kind::Single(choices) } else { Kind::Multiple(choices) }, &["answer", "single"])
        }
        "truefalse" => (true_or_false(element, usual, without)?, &["answer"]),
        "shortanswer" => {
            let answers = choices(element, Format::default(), usual, without)?;
            (Kind::Short { answers, case: is_set(element, "usecase", false) }, &["answer", "usecase"])
        }
        "numerical" => (numerical(element, usual, without)?, &["answer"]),
        "matching" => (matching(element, usual, without)?, &["subquestion"]),
        "essay" => (Kind::Essay, &[]),
        other => return Err(Bad::new(element.at, Why::UnknownKind { kind: shown(other) })),
    })
}

fn is_set(element: &Element, name: &str, usual: bool) -> bool {
    element.child(name).map_or(usual, |child| matches!(&*clean(&child.text).to_lowercase(), "1" | "true"))
}

fn all<'a>(element: &'a Element, name: &'a str) -> impl Iterator<Item = &'a Element> {
    element.children.iter().filter(move |child| child.name == name)
}

fn fraction(answer: &Element) -> Result<Fraction, Bad> {
    let given = answer.attribute("fraction").unwrap_or_default().trim();
    if given.is_empty() {
        return Ok(Fraction::NONE);
    }
    let percent = number(given).ok_or_else(|| not_a_number(answer.at, given))?;
    let unknown = |nearest| Bad::new(answer.at, Why::UnknownFraction { given: shown(given), nearest });
    Fraction::from_percent(percent).map_err(unknown)
}

fn not_a_number(at: usize, given: &str) -> Bad {
    Bad::new(at, Why::NotANumber { given: shown(given) })
}

fn choices(
    element: &Element,
    own: Format,
    usual: Format,
    without: &mut Without,
) -> Result<Vec<Choice<Text>>, Bad> {
    let choice = |answer: &Element| {
        Ok(Choice {
            text: without.text(answer, own)?,
            fraction: fraction(answer)?,
            feedback: without.text_of(answer, "feedback", usual)?,
        })
    };
    all(element, "answer").map(choice).collect()
}

/// Moodle names the two answers; in older files the first one is «true» whatever it is called.
fn true_or_false(element: &Element, usual: Format, without: &mut Without) -> Result<Kind<Text>, Bad> {
    let [one, two] = <[_; 2]>::try_from(choices(element, usual, usual, without)?)
        .map_err(|_| Bad::missing(element.at, "answer"))?;
    let is_true = |choice: &Choice<Text>| choice.text.as_str().eq_ignore_ascii_case("true");
    let is_false = |choice: &Choice<Text>| choice.text.as_str().eq_ignore_ascii_case("false");
    let (to_true, to_false) = if is_true(&two) || is_false(&one) { (two, one) } else { (one, two) };
    if to_true.fraction == to_false.fraction {
        return Err(Bad::missing(element.at, "fraction"));
    }
    let right = to_true.fraction > to_false.fraction;
    Ok(Kind::TrueFalse { right, to_true: to_true.feedback, to_false: to_false.feedback })
}

fn numerical(element: &Element, usual: Format, without: &mut Without) -> Result<Kind<Text>, Bad> {
    let range = |answer: &Element| {
        without.all_but(answer, &["text", "feedback", "tolerance"]);
        Ok(Range {
            near: near(answer)?,
            fraction: fraction(answer)?,
            feedback: without.text_of(answer, "feedback", usual)?,
        })
    };
    all(element, "answer").map(range).collect::<Result<_, _>>().map(Kind::Numerical)
}

fn near(answer: &Element) -> Result<Near, Bad> {
    let given = clean(letters(answer)?);
    if given == "*" {
        return Ok(Near::Any);
    }
    let value = number(&given).ok_or_else(|| not_a_number(answer.at, &given))?;
    let tolerance = answer.child("tolerance").map(|child| (child.at, child.text.trim()));
    let tolerance = tolerance.or(answer.attribute("tolerance").map(|given| (answer.at, given.trim())));
    match tolerance {
        None | Some((_, "")) => Ok(Near::Number { value, tolerance: 0.0 }),
        Some((at, given)) => match number(given) {
            Some(tolerance) if tolerance >= 0.0 => Ok(Near::Number { value, tolerance }),
            _ => Err(not_a_number(at, given)),
        },
    }
}

fn matching(element: &Element, usual: Format, without: &mut Without) -> Result<Kind<Text>, Bad> {
    let (mut pairs, mut spare) = (Vec::new(), Vec::new());
    for row in all(element, "subquestion") {
        let stem = without.text(row, usual)?;
        let answer = row.child("answer").ok_or_else(|| Bad::missing(row.at, "answer"))?;
        without.all_but(answer, &["text"]);
        let answer = clean(letters(answer)?);
        if stem.is_empty() {
            spare.push(answer);
        } else {
            pairs.push(Pair { stem, answer });
        }
    }
    Ok(Kind::Matching { pairs, spare })
}
