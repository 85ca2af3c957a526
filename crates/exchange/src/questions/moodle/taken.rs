//! One question of a quiz as an entry.

use super::super::{Entry, Format, Question, Text, Why, clean, in_one_line, number, shown};
use super::{Bad, Element, kinds};
use domain::questions::Points;

/// Elements that every kind has and that are read.
const COMMON: [&str; 6] = ["name", "questiontext", "generalfeedback", "defaultgrade", "idnumber", "tags"];
/// Ten-millionths of a point.
const PARTS: f64 = 1e7;
/// More points than any question brings; the bank says how many it allows.
const MOST_POINTS: f64 = 1e6;

/// What of a question is not taken, with the bytes of the file where it stands.
#[derive(Default)]
pub(super) struct Without {
    /// Elements that the bank has no place for.
    pub(super) parts: Vec<(String, usize)>,
    /// Names of files.
    pub(super) files: Vec<(String, usize)>,
}

impl Without {
    /// Notes what of an element says something and is not among the names that are read.
    pub(super) fn all_but(&mut self, element: &Element, read: &[&str]) {
        for child in element.children.iter().filter(|child| !read.contains(&child.name.as_str())) {
            if child.name == "file" {
                self.files.push((child.attribute("name").unwrap_or_default().to_owned(), child.at));
            } else if !child.says_nothing() {
                self.parts.push((child.name.clone(), child.at));
            }
        }
    }

    /// The text of an element in its format, or in the usual one where it names none.
    pub(super) fn text(&mut self, element: &Element, usual: Format) -> Result<Text, Bad> {
        self.all_but(element, &["text", "feedback", "tolerance", "answer"]);
        let format = match element.attribute("format") {
            None => usual,
            Some(word) => {
                Format::ALL.into_iter().find(|format| format.in_moodle() == word).unwrap_or_else(|| {
                    self.parts.push((format!("format={word}"), element.at));
                    Format::default()
                })
            }
        };
        Ok(Text::new(letters(element)?, format))
    }

    /// The text of a child; empty where there is none.
    pub(super) fn text_of(&mut self, element: &Element, child: &str, usual: Format) -> Result<Text, Bad> {
        element.child(child).map_or_else(|| Ok(Text::default()), |child| self.text(child, usual))
    }
}

/// The letters of an element, inside of `<text>` or as it stands; tags among them belong into CDATA.
pub(super) fn letters(element: &Element) -> Result<&str, Bad> {
    let text = element.child("text").unwrap_or(element);
    match text.children.first() {
        Some(tag) if text.name == "text" => Err(Bad::new(tag.at, Why::TagInText { tag: shown(&tag.name) })),
        _ => Ok(&text.text),
    }
}

/// The letters of a child in one line; empty where there is none.
fn line_of(element: &Element, child: &str) -> Result<String, Bad> {
    element.child(child).map_or_else(|| Ok(String::new()), |child| letters(child).map(in_one_line))
}

/// The entry, and what was left out.
pub(super) fn entry(element: &Element) -> Result<(Entry, Without), Bad> {
    let mut without = Without::default();
    let kind = element.attribute("type").ok_or_else(|| Bad::missing(element.at, "type"))?;
    let entry = match kind {
        "category" => {
            without.all_but(element, &["category"]);
            element.child("category").ok_or_else(|| Bad::missing(element.at, "category"))?;
            Entry::Category(line_of(element, "category")?)
        }
        "description" => {
            without.all_but(element, &["name", "questiontext", "defaultgrade"]);
            let text = without.text_of(element, "questiontext", Format::default())?;
            Entry::Description { name: line_of(element, "name")?, text }
        }
        _ => Entry::Question(Box::new(question(element, kind, &mut without)?)),
    };
    Ok((entry, without))
}

fn question(element: &Element, kind: &str, without: &mut Without) -> Result<Question, Bad> {
    let text = without.text_of(element, "questiontext", Format::default())?;
    let usual = text.format();
    let (kind, own) = kinds::kind(element, kind, usual, without)?;
    without.all_but(element, &[&COMMON, own].concat());
    Ok(Question {
        name: line_of(element, "name")?,
        id: line_of(element, "idnumber")?,
        tags: tags(element)?,
        feedback: without.text_of(element, "generalfeedback", usual)?,
        worth: worth(element)?,
        text,
        kind,
    })
}

fn tags(element: &Element) -> Result<Vec<String>, Bad> {
    let tags = element.child("tags").map_or(&[][..], |tags| &tags.children);
    let tags = tags.iter().filter(|tag| tag.name == "tag").map(|tag| letters(tag).map(in_one_line));
    tags.filter(|tag| tag.as_ref().map_or(true, |tag| !tag.is_empty())).collect()
}

fn worth(element: &Element) -> Result<Points, Bad> {
    let Some(grade) = element.child("defaultgrade") else { return Ok(Points::ONE) };
    let given = clean(&grade.text);
    let points = number(&given).filter(|points| points.abs() <= MOST_POINTS);
    let points = points.ok_or_else(|| Bad::new(grade.at, Why::NotANumber { given: shown(&given) }))?;
    #[expect(clippy::cast_possible_truncation, reason = "compared above")]
    Ok(Points::from_parts((points * PARTS).round() as i64))
}
