//! Entries as a Moodle XML file.

use super::super::writing::{cleaned, number, percent, points};
use super::super::{Entry, Format, Question, Text, Written};
use crate::roster::Encoding;
use domain::questions::{Choice, Fraction, Kind, Near, Range};
use std::fmt::Write as _;

const BEGINNING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n";
const END: &str = "</quiz>\n";

/// Writes a file. An entry that would come back as something else is left out and named; there is none with texts
/// that people write.
pub fn write(entries: &[Entry]) -> Written {
    let mut written = Written { text: BEGINNING.to_owned(), ..Written::default() };
    for (place, entry) in entries.iter().enumerate() {
        let entry = cleaned(entry);
        let text = of_entry(&entry);
        let file = format!("{BEGINNING}{text}{END}");
        let read = super::read(file.as_bytes(), Some(Encoding::Utf8)).ok();
        let read = read.filter(|read| read.entries.len() == 1 && read.left.is_empty());
        let read = read.and_then(|mut read| read.entries.pop()).map(|placed| placed.entry);
        written.add(place, &entry, &text, read.as_ref());
    }
    written.text.push_str(END);
    written
}

fn of_entry(entry: &Entry) -> String {
    let mut text = String::new();
    match entry {
        Entry::Category(path) => {
            text.push_str("  <question type=\"category\">\n    <category>");
            write_text(&mut text, path);
            text.push_str("</category>\n");
        }
        Entry::Description { name, text: said } => {
            begin(&mut text, "description", name, said);
            text.push_str("    <defaultgrade>0</defaultgrade>\n");
        }
        Entry::Question(question) => write_question(&mut text, question),
    }
    text.push_str("  </question>\n");
    text
}

fn begin(text: &mut String, kind: &str, name: &str, said: &Text) {
    let _ = write!(text, "  <question type=\"{kind}\">\n    <name>");
    write_text(text, name);
    text.push_str("</name>\n    ");
    write_formatted(text, "questiontext", said);
    text.push('\n');
}

fn write_question(text: &mut String, question: &Question) {
    let word = match &question.kind {
        Kind::Single(_) | Kind::Multiple(_) => "multichoice",
        Kind::TrueFalse { .. } => "truefalse",
        Kind::Short { .. } => "shortanswer",
        Kind::Numerical(_) => "numerical",
        Kind::Matching { .. } => "matching",
        Kind::Essay => "essay",
    };
    begin(text, word, &question.name, &question.text);
    text.push_str("    ");
    write_formatted(text, "generalfeedback", &question.feedback);
    let _ = writeln!(text, "\n    <defaultgrade>{}</defaultgrade>", points(question.worth));
    if !question.id.is_empty() {
        text.push_str("    <idnumber>");
        escape(text, &question.id);
        text.push_str("</idnumber>\n");
    }
    write_kind(text, &question.kind);
    if !question.tags.is_empty() {
        text.push_str("    <tags>");
        for tag in &question.tags {
            text.push_str("<tag>");
            write_text(text, tag);
            text.push_str("</tag>");
        }
        text.push_str("</tags>\n");
    }
}

fn write_kind(text: &mut String, kind: &Kind<Text>) {
    match kind {
        Kind::Single(choices) => write_choices(text, "single", true, choices),
        Kind::Multiple(choices) => write_choices(text, "single", false, choices),
        Kind::Short { answers, case } => {
            let _ = writeln!(text, "    <usecase>{}</usecase>", u8::from(*case));
            write_all(text, answers);
        }
        Kind::TrueFalse { right, to_true, to_false } => {
            for (word, is_right, said) in [("true", *right, to_true), ("false", !right, to_false)] {
                let fraction = if is_right { Fraction::WHOLE } else { Fraction::NONE };
                let word = Text::new(word, Format::default());
                write_choice(text, &Choice { text: word, fraction, feedback: said.clone() });
            }
        }
        Kind::Numerical(ranges) => {
            for range in ranges {
                write_range(text, range);
            }
        }
        Kind::Matching { pairs, spare } => {
            let none = Text::default();
            let rows = pairs.iter().map(|pair| (&pair.stem, &pair.answer));
            for (stem, answer) in rows.chain(spare.iter().map(|answer| (&none, answer))) {
                let _ = write!(text, "    <subquestion format=\"{}\">", stem.format().in_moodle());
                write_text(text, stem.as_str());
                text.push_str("<answer>");
                write_text(text, answer);
                text.push_str("</answer></subquestion>\n");
            }
        }
        Kind::Essay => {}
    }
}

fn write_choices(text: &mut String, word: &str, is: bool, choices: &[Choice<Text>]) {
    let _ = writeln!(text, "    <{word}>{is}</{word}>");
    write_all(text, choices);
}

fn write_all(text: &mut String, choices: &[Choice<Text>]) {
    for choice in choices {
        write_choice(text, choice);
    }
}

fn write_choice(text: &mut String, choice: &Choice<Text>) {
    let (fraction, format) = (percent(choice.fraction.parts()), choice.text.format().in_moodle());
    let _ = write!(text, "    <answer fraction=\"{fraction}\" format=\"{format}\">");
    write_text(text, choice.text.as_str());
    write_formatted(text, "feedback", &choice.feedback);
    text.push_str("</answer>\n");
}

fn write_range(text: &mut String, range: &Range<Text>) {
    let _ = write!(text, "    <answer fraction=\"{}\">", percent(range.fraction.parts()));
    match range.near {
        Near::Any => write_text(text, "*"),
        Near::Number { value, tolerance } => {
            write_text(text, &number(value));
            let _ = write!(text, "<tolerance>{}</tolerance>", number(tolerance));
        }
    }
    write_formatted(text, "feedback", &range.feedback);
    text.push_str("</answer>\n");
}

fn write_formatted(text: &mut String, element: &str, said: &Text) {
    let _ = write!(text, "<{element} format=\"{}\">", said.format().in_moodle());
    write_text(text, said.as_str());
    let _ = write!(text, "</{element}>");
}

fn write_text(text: &mut String, said: &str) {
    text.push_str("<text>");
    escape(text, said);
    text.push_str("</text>");
}

fn escape(text: &mut String, said: &str) {
    for letter in said.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            letter => text.push(letter),
        }
    }
}
