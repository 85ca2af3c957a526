//! What stands in the braces of a GIFT question.

use super::super::{Format, Text, Why, clean, shown};
use super::pieces::Piece;
use super::{Bad, not_too_many};
use domain::questions::{Choice, Fraction, Kind, Near, Pair, Range};

/// The kind, by the signs that Moodle tells kinds apart by.
pub(super) fn kind(inner: Piece<'_>, usual: Format) -> Result<Kind<Text>, Bad> {
    if inner.is_empty() {
        return Ok(Kind::Essay);
    }
    if let Some(numbers) = inner.strip("#") {
        return numerical(numbers, usual);
    }
    if inner.find(b'~').is_some() {
        return choices(inner, usual);
    }
    if inner.find(b'=').is_some() && inner.as_str().contains("->") {
        return matching(inner, usual);
    }
    if let Some(right) = truth(inner) {
        return Ok(true_or_false(right, inner, usual));
    }
    short(inner, usual)
}

/// What stands before the first `#`, and what is said to whoever answers so.
fn with_feedback(piece: Piece<'_>, usual: Format) -> (Piece<'_>, Text) {
    piece
        .cut("#")
        .map_or((piece, Text::default()), |(given, feedback)| (given.trimmed(), feedback.text(usual)))
}

/// The part of the points in per cent signs, if there is one, and what follows it.
fn weight(piece: Piece<'_>) -> Result<(Option<Fraction>, Piece<'_>), Bad> {
    let Some((given, rest)) = piece.strip("%").and_then(|open| open.cut("%")) else {
        return Ok((None, piece));
    };
    let digits = given.as_str().strip_prefix('-').unwrap_or(given.as_str());
    let is_weight = digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.chars().all(|one| one.is_ascii_digit() || one == '.');
    match given.as_str().parse::<f64>() {
        Ok(percent) if is_weight => match Fraction::from_percent(percent) {
            Ok(known) => Ok((Some(known), rest.trimmed())),
            Err(nearest) => {
                let given = shown(given.as_str());
                Err(Bad::new(piece.at(), Why::UnknownFraction { given, nearest }))
            }
        },
        // «%5 discount%» is a text like any other.
        _ => Ok((None, piece)),
    }
}

fn choice(piece: Piece<'_>, fraction: Fraction, own: Format, usual: Format) -> Choice<Text> {
    let (given, feedback) = with_feedback(piece, usual);
    Choice { text: given.text(own), fraction, feedback }
}

fn choices(inner: Piece<'_>, usual: Format) -> Result<Kind<Text>, Bad> {
    let mut all = Vec::new();
    for (sign, piece) in inner.segments(b"~=") {
        let (fraction, piece) = match sign {
            b'=' => (Fraction::WHOLE, piece),
            _ => weight(piece).map(|(fraction, rest)| (fraction.unwrap_or(Fraction::NONE), rest))?,
        };
        all.push(choice(piece, fraction, usual, usual));
        not_too_many(all.len(), piece.at())?;
    }
    match (all.len() < 2, inner.find(b'=').is_some()) {
        (true, _) => Err(Bad::new(inner.at(), Why::TooFew { least: 2 })),
        (false, true) => Ok(Kind::Single(all)),
        (false, false) => Ok(Kind::Multiple(all)),
    }
}

fn short(inner: Piece<'_>, usual: Format) -> Result<Kind<Text>, Bad> {
    let mut answers = Vec::new();
    for (_, piece) in inner.segments(b"=") {
        let (fraction, rest) = weight(piece)?;
        // The answer is compared letter by letter, so the format of the text is none of it.
        answers.push(choice(rest, fraction.unwrap_or(Fraction::WHOLE), Format::default(), usual));
        not_too_many(answers.len(), piece.at())?;
    }
    Ok(Kind::Short { answers, case: false })
}

fn matching(inner: Piece<'_>, usual: Format) -> Result<Kind<Text>, Bad> {
    let (mut pairs, mut spare) = (Vec::new(), Vec::new());
    for (_, piece) in inner.segments(b"=") {
        let (stem, answer) = piece.cut("->").ok_or(Bad::new(piece.at(), Why::NoArrow))?;
        let (stem, answer) = (stem.text(usual), clean(&answer.plain()));
        if stem.is_empty() {
            spare.push(answer);
        } else {
            pairs.push(Pair { stem, answer });
        }
        not_too_many(pairs.len() + spare.len(), piece.at())?;
    }
    if pairs.len() + spare.len() < 2 {
        return Err(Bad::new(inner.at(), Why::TooFew { least: 2 }));
    }
    Ok(Kind::Matching { pairs, spare })
}

fn truth(inner: Piece<'_>) -> Option<bool> {
    match inner.cut("#").map_or(inner, |(given, _)| given).trimmed().as_str() {
        "T" | "TRUE" => Some(true),
        "F" | "FALSE" => Some(false),
        _ => None,
    }
}

/// What is said to a wrong answer stands first, whatever the right one is.
fn true_or_false(right: bool, inner: Piece<'_>, usual: Format) -> Kind<Text> {
    let said = inner.cut("#").map(|(_, said)| said);
    let (wrong, to_right) = said.map_or((None, None), |said| {
        said.cut("#").map_or((Some(said), None), |(wrong, to_right)| (Some(wrong), Some(to_right)))
    });
    let text = |piece: Option<Piece<'_>>| piece.map_or_else(Text::default, |piece| piece.text(usual));
    let (wrong, to_right) = (text(wrong), text(to_right));
    let (to_true, to_false) = if right { (to_right, wrong) } else { (wrong, to_right) };
    Kind::TrueFalse { right, to_true, to_false }
}

fn numerical(numbers: Piece<'_>, usual: Format) -> Result<Kind<Text>, Bad> {
    // Behind the first `~` stands what is said to every other number.
    let (numbers, other) =
        numbers.cut("~").map_or((numbers, None), |(numbers, other)| (numbers, Some(other)));
    let mut ranges = Vec::new();
    for (_, piece) in numbers.segments(b"=") {
        let (fraction, rest) = weight(piece)?;
        let (given, feedback) = with_feedback(rest, usual);
        ranges.push(Range { near: near(given)?, fraction: fraction.unwrap_or(Fraction::WHOLE), feedback });
        not_too_many(ranges.len(), piece.at())?;
    }
    if ranges.is_empty() {
        return Err(Bad::new(numbers.at(), Why::TooFew { least: 1 }));
    }
    if let Some(other) = other {
        let (given, feedback) = with_feedback(other.trimmed(), usual);
        if !matches!(given.as_str(), "" | "*") {
            return Err(not_a_number(given));
        }
        ranges.push(Range { near: Near::Any, fraction: Fraction::NONE, feedback });
    }
    Ok(Kind::Numerical(ranges))
}

fn not_a_number(piece: Piece<'_>) -> Bad {
    Bad::new(piece.at(), Why::NotANumber { given: shown(piece.as_str()) })
}

/// `3..5`, `4:1`, `4` or `*`.
fn near(piece: Piece<'_>) -> Result<Near, Bad> {
    let given = piece.plain();
    let number = |text: &str| super::super::number(text).ok_or_else(|| not_a_number(piece));
    if given.trim() == "*" {
        return Ok(Near::Any);
    }
    let (value, tolerance) = if let Some((least, most)) = given.split_once("..") {
        let (least, most) = (number(least)?, number(most)?);
        let middle = least.midpoint(most);
        (middle, most - middle)
    } else if let Some((value, tolerance)) = given.split_once(':') {
        (number(value)?, number(tolerance)?)
    } else {
        (number(&given)?, 0.0)
    };
    if tolerance.is_finite() && tolerance >= 0.0 {
        Ok(Near::Number { value, tolerance })
    } else {
        Err(not_a_number(piece))
    }
}
