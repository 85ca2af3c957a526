//! Entries as a GIFT file.

use super::super::writing::{cleaned, number, percent};
use super::super::{Entry, Format, Loss, Question, Text, Written};
use domain::questions::{Choice, Fraction, Kind, Near, Points, Range};
use std::fmt::Write as _;

/// Writes a file. An entry that would come back as something else is left out and named: GIFT cannot say `->` in the
/// stem of a pair or in one of several short answers, nor a single choice without a right answer. What it has no place for
/// (points other than one, capital letters that matter) is named, and the question written without.
pub fn write(entries: &[Entry]) -> Written {
    let mut written = Written::default();
    for (place, entry) in entries.iter().enumerate() {
        let mut entry = cleaned(entry);
        if let Entry::Question(question) = &mut entry {
            reduce(question, |loss| written.lose(place, loss));
        }
        let text = of_entry(&entry);
        let read = super::read(text.as_bytes(), Some(crate::roster::Encoding::Utf8)).ok();
        let read = read.filter(|read| read.skipped.is_empty() && read.entries.len() == 1);
        let read = read.and_then(|mut read| read.entries.pop()).map(|placed| placed.entry);
        written.add(place, &entry, &text, read.as_ref());
    }
    written
}

fn reduce(question: &mut Question, mut lose: impl FnMut(Loss)) {
    if question.worth != Points::ONE {
        question.worth = Points::ONE;
        lose(Loss::Worth);
    }
    if let Kind::Short { case: case @ true, .. } = &mut question.kind {
        *case = false;
        lose(Loss::Case);
    }
}

fn of_entry(entry: &Entry) -> String {
    let mut text = String::new();
    match entry {
        Entry::Category(path) => {
            let _ = writeln!(text, "$CATEGORY: {path}");
        }
        Entry::Description { name, text: said } => {
            write_name(&mut text, name);
            write_text(&mut text, said, Format::default());
            // Nothing at all would be no entry.
            text.push_str(if name.is_empty() && said.is_empty() { "[moodle]\n" } else { "\n" });
        }
        Entry::Question(question) => write_question(&mut text, question),
    }
    text.push('\n');
    text
}

fn write_question(text: &mut String, question: &Question) {
    let id = (!question.id.is_empty()).then_some(("id", &question.id));
    let marks: Vec<_> = id.into_iter().chain(question.tags.iter().map(|tag| ("tag", tag))).collect();
    if !marks.is_empty() {
        let mark = |(word, mark): &(&str, &String)| format!(" [{word}:{}]", mark.replace(']', "\\]"));
        let _ = writeln!(text, "//{}", marks.iter().map(mark).collect::<String>());
    }
    write_name(text, &question.name);
    write_text(text, &question.text, Format::default());
    let usual = question.text.format();
    text.push('{');
    match &question.kind {
        Kind::Essay => {}
        Kind::Single(choices) => write_choices(text, choices, true, usual),
        Kind::Multiple(choices) => write_choices(text, choices, false, usual),
        Kind::TrueFalse { right, to_true, to_false } => {
            let (wrong, to_right) = if *right { (to_false, to_true) } else { (to_true, to_false) };
            text.push_str(if *right { "TRUE" } else { "FALSE" });
            if !wrong.is_empty() || !to_right.is_empty() {
                write_feedback(text, wrong, usual);
            }
            write_said(text, to_right, usual);
        }
        Kind::Short { answers, .. } => write_short(text, answers, usual),
        Kind::Numerical(ranges) => write_ranges(text, ranges, usual),
        Kind::Matching { pairs, spare } => {
            for pair in pairs {
                text.push_str("\n\t=");
                write_text(text, &pair.stem, usual);
                text.push_str(" -> ");
                escape(text, &pair.answer);
            }
            for answer in spare {
                text.push_str("\n\t= -> ");
                escape(text, answer);
            }
            text.push('\n');
        }
    }
    if !question.feedback.is_empty() {
        text.push_str("####");
        write_text(text, &question.feedback, usual);
    }
    text.push_str("}\n");
}

fn write_name(text: &mut String, name: &str) {
    if !name.is_empty() {
        text.push_str("::");
        escape(text, name);
        text.push_str("::");
    }
}

/// A text with its format, where it is another than the usual one or its first signs would be taken for something else.
fn write_text(text: &mut String, said: &Text, usual: Format) {
    let is_plain = said.format() == usual && !said.as_str().starts_with(['[', '/']);
    if !said.is_empty() && !is_plain {
        let _ = write!(text, "[{}]", said.format().in_gift());
    }
    escape(text, said.as_str());
}

fn write_feedback(text: &mut String, said: &Text, usual: Format) {
    text.push('#');
    write_text(text, said, usual);
}

fn write_said(text: &mut String, said: &Text, usual: Format) {
    if !said.is_empty() {
        write_feedback(text, said, usual);
    }
}

/// The part of the points, where it is another than what goes without saying or the text begins like one.
fn write_weight(text: &mut String, fraction: Fraction, usual: Fraction, said: &Text) {
    if fraction != usual || said.as_str().starts_with('%') {
        let _ = write!(text, "%{}%", percent(fraction.parts()));
    }
}

fn write_choices(text: &mut String, choices: &[Choice<Text>], single: bool, usual: Format) {
    // One `=` says that one choice is right; Moodle reads no weight behind it, and needs one `~` as well.
    let mut named = false;
    for choice in choices {
        let is_right = single && choice.fraction == Fraction::WHOLE && !named;
        named |= is_right;
        text.push_str(if is_right { "\n\t=" } else { "\n\t~" });
        if !is_right {
            write_weight(text, choice.fraction, Fraction::NONE, &choice.text);
        }
        write_text(text, &choice.text, usual);
        write_said(text, &choice.feedback, usual);
    }
    text.push('\n');
}

fn write_short(text: &mut String, answers: &[Choice<Text>], usual: Format) {
    // A sign before an arrow would make a pair of it; an answer alone needs none.
    let has_arrow = |said: &Text| said.as_str().contains("->");
    let sign = match answers {
        [alone] if has_arrow(&alone.text) || has_arrow(&alone.feedback) => "",
        _ => "=",
    };
    for answer in answers {
        text.push_str("\n\t");
        text.push_str(sign);
        write_weight(text, answer.fraction, Fraction::WHOLE, &answer.text);
        if sign.is_empty() {
            // Without a sign the format keeps «T» from being a truth and nothing from being a number.
            let _ = write!(text, "[{}]", answer.text.format().in_gift());
            escape(text, answer.text.as_str());
        } else {
            write_text(text, &answer.text, Format::default());
        }
        write_said(text, &answer.feedback, usual);
    }
    text.push('\n');
}

fn write_ranges(text: &mut String, ranges: &[Range<Text>], usual: Format) {
    text.push('#');
    for (place, range) in ranges.iter().enumerate() {
        let is_rest = place > 0
            && place + 1 == ranges.len()
            && range.near == Near::Any
            && range.fraction == Fraction::NONE;
        if is_rest {
            text.push_str("\n\t~");
            write_feedback(text, &range.feedback, usual);
            continue;
        }
        text.push_str("\n\t=");
        write_weight(text, range.fraction, Fraction::WHOLE, &Text::default());
        match range.near {
            Near::Any => text.push('*'),
            Near::Number { value, tolerance } => {
                let _ = write!(text, "{}:{}", number(value), number(tolerance));
            }
        }
        write_said(text, &range.feedback, usual);
    }
    text.push('\n');
}

fn escape(text: &mut String, said: &str) {
    for letter in said.chars() {
        match letter {
            '\n' => text.push_str("\\n"),
            '\\' | ':' | '#' | '=' | '{' | '}' | '~' => {
                text.push('\\');
                text.push(letter);
            }
            letter => text.push(letter),
        }
    }
}
