//! The form of a question, new or known: one language at a time, the key for all of them.

use super::reading::{blank, filled, read};
use super::{EditPath, ListPath, NewPath, ShowPath, words};
use crate::errors::refused;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Never;
use actions::questions::{Change, KeepRefused, Written, keeps};
use axum::http::StatusCode;
use axum::response::Response;
use domain::questions::{Edition, Fraction, Language, Question, Shelf, Topic, Way};
use i18n::Lang;

/// A row of answers as it stands in the form.
struct Row {
    at: usize,
    /// The choice, the number, or what is given.
    first: String,
    /// The tolerance, or the answer that belongs to it.
    second: String,
    parts: Vec<Choice>,
    said: String,
}

#[derive(askama::Template)]
#[template(path = "questions/edit.html")]
struct Edit {
    shell: Shell,
    title: String,
    text: String,
    /// The other kinds, where the question is new.
    kinds: Vec<(String, String)>,
    action: String,
    back: String,
    way: &'static str,
    language: &'static str,
    languages: Vec<Choice>,
    version: u32,
    topics: Vec<Choice>,
    /// «Keeps its category», where it has one; else that nothing is chosen.
    none: String,
    rights: Vec<Choice>,
    case: bool,
    /// How the rows are filled in; empty where there are none.
    hint: String,
    rows: Vec<Row>,
    /// There are words in other languages, which may be put aside.
    others: bool,
    fields: Fields,
}

/// What the form is about.
struct Subject {
    /// The question as it stands; `None` for a new one.
    edition: Option<Edition>,
    way: Way,
    language: Language,
    shelf: Shelf,
}

fn asked_language(page: &Page, word: &str) -> Language {
    Language::from_word(word).unwrap_or_else(|| super::language(page.lang()))
}

fn query(page: &Page) -> Fields {
    let query = page.visit.path.split_once('?').map_or("", |(_, query)| query);
    Fields::read(page.lang(), query)
}

pub(super) async fn new(_: NewPath, page: Page) -> Result<Response, PageError> {
    let query = query(&page);
    let way = Way::from_word(query.value("kind")).unwrap_or(Way::Single);
    let subject = fresh(&page, way, asked_language(&page, query.value("lang"))).await?;
    let fields = filled(page.lang(), &blank(way));
    draw(&page, StatusCode::OK, &subject, fields)
}

/// A question that is not there yet.
async fn fresh(page: &Page, way: Way, language: Language) -> Result<Subject, PageError> {
    keeps::<Never>(&mut *page.read().await?, &page.context(), page.school_id()?).await?;
    Ok(Subject { edition: None, way, language, shelf: Shelf::Other(String::new()) })
}

pub(super) async fn edit(path: EditPath, page: Page) -> Result<Response, PageError> {
    let language = asked_language(&page, query(&page).value("lang"));
    let (subject, question) = known(&page, path.number, language).await?;
    let fields = filled(page.lang(), &question);
    draw(&page, StatusCode::OK, &subject, fields)
}

/// A question of the bank; where it has no words in the language, those of another to be translated.
async fn known(page: &Page, number: u32, language: Language) -> Result<(Subject, Question), PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    let mut history = actions::questions::history(&mut tx, &page.context(), school, number).await?;
    let edition = history.pop().ok_or(PageError::NotFound)?;
    let (_, question) = edition.kept.read(language).ok_or(PageError::NotFound)?;
    let question = question.clone();
    let (way, shelf) = (question.kind.way(), question.shelf.clone());
    Ok((Subject { edition: Some(edition), way, language, shelf }, question))
}

fn draw(page: &Page, status: StatusCode, subject: &Subject, fields: Fields) -> Result<Response, PageError> {
    let lang = page.lang();
    let number = subject.edition.as_ref().map(|edition| edition.kept.number);
    let language = words::language(lang, subject.language);
    let title = match number {
        Some(number) => {
            let args = [("number", number.into()), ("language", language.into())];
            i18n::t(lang, "questions-edit", &args)
        }
        None => page.text("questions-new"),
    };
    let (action, back) = match number {
        Some(number) => (EditPath { number }.to_string(), ShowPath { number }.to_string()),
        None => (NewPath.to_string(), ListPath.to_string()),
    };
    let is_worded = |edition: &Edition| edition.kept.words().contains_key(&subject.language);
    let text = match &subject.edition {
        Some(edition) if is_worded(edition) => "questions-edit-text",
        Some(_) => "questions-translate-text",
        None => "questions-new-text",
    };
    let kinds = if number.is_some() { &[][..] } else { &Way::ALL[..] };
    let kind = |way: &Way| (format!("{NewPath}?kind={}", way.word()), words::way(lang, *way));
    let none = match &subject.shelf {
        Shelf::Other(category) if !category.is_empty() => words::shelf(lang, &subject.shelf),
        Shelf::Other(_) | Shelf::Topic(_) => page.text("questions-choose-topic"),
    };
    let topic =
        |topic: Topic| Choice::new(topic.word(), words::topic(lang, topic)).chosen_if(fields.value("topic"));
    let of_language = |one: Language| {
        Choice::new(one.word(), words::language(lang, one)).chosen_if(subject.language.word())
    };
    let right =
        |(word, key): (&str, &str)| Choice::new(word, page.text(key)).chosen_if(fields.value("right"));
    page.show_with(
        status,
        &Edit {
            shell: page.shell(),
            title,
            text: page.text(text),
            kinds: kinds.iter().filter(|way| **way != subject.way).map(kind).collect(),
            action,
            back,
            way: subject.way.word(),
            language: subject.language.word(),
            languages: Language::ALL.map(of_language).into(),
            version: subject.edition.as_ref().map_or(0, |edition| edition.version),
            topics: Topic::ALL.map(topic).into(),
            none,
            rights: [("yes", "questions-true"), ("no", "questions-false")].map(right).into(),
            case: fields.ticked("case"),
            hint: hint(page, subject.way),
            rows: rows(lang, subject.way, &fields),
            others: subject.edition.as_ref().is_some_and(|edition| edition.kept.words().len() > 1),
            fields,
        },
    )
}

fn hint(page: &Page, way: Way) -> String {
    match way {
        Way::TrueFalse | Way::Essay => String::new(),
        Way::Single | Way::Multiple | Way::Short | Way::Numerical | Way::Matching => {
            page.text(&format!("questions-rows-{}", way.word()))
        }
    }
}

/// The rows as they were typed.
fn rows(lang: Lang, way: Way, fields: &Fields) -> Vec<Row> {
    let (first, second) = match way {
        Way::Single | Way::Multiple | Way::Short => ("choice", ""),
        Way::Numerical => ("value", "within"),
        Way::Matching => ("stem", "answer"),
        Way::TrueFalse | Way::Essay => return Vec::new(),
    };
    let (second, parts, said) = (fields.values(second), fields.values("part"), fields.values("say"));
    let at_row = |of: &[&str], at: usize| of.get(at).copied().unwrap_or_default().to_owned();
    let row = |(at, first): (usize, &str)| {
        let chosen = at_row(&parts, at);
        let part =
            |one: Fraction| Choice::new(one.parts().to_string(), words::part(lang, one)).chosen_if(&chosen);
        Row {
            at,
            first: first.to_owned(),
            second: at_row(&second, at),
            parts: Fraction::all().map(part).collect(),
            said: at_row(&said, at),
        }
    };
    fields.values(first).into_iter().enumerate().map(row).collect()
}

/// Says in the form why a question was not kept.
fn refuse(page: &Page, fields: &mut Fields, way: Way, why: &KeepRefused) {
    match why {
        KeepRefused::Faults(faults) => {
            for fault in faults {
                fields.problems.add(words::field(way, fault), words::fault(page.lang(), fault));
            }
        }
        KeepRefused::Apart(language) => {
            let language = words::language(page.lang(), *language);
            fields.refuse("alone", "questions-refused-apart", &[("language", language.into())]);
        }
        KeepRefused::Full => fields.refuse("text", "questions-refused-full", &[]),
    }
}

pub(super) async fn add(_: NewPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let way = Way::from_word(fields.value("way")).ok_or(PageError::Unreadable)?;
    let subject = fresh(&page, way, asked_language(&page, fields.value("lang"))).await?;
    if let Some(question) = read(&mut fields, way, &subject.shelf) {
        let written = Written { school: page.school_id()?, language: subject.language, question: &question };
        match actions::questions::add(&page.context(), written).await {
            Ok(number) => {
                let args = [("number", number.to_string())];
                return Ok(page.done(&ShowPath { number }, "questions-done-added", &args));
            }
            Err(failed) => refuse(&page, &mut fields, way, &refused(failed)?),
        }
    }
    draw(&page, StatusCode::UNPROCESSABLE_ENTITY, &subject, fields)
}

pub(super) async fn change(path: EditPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let number = path.number;
    let (subject, _) = known(&page, number, asked_language(&page, fields.value("lang"))).await?;
    let version = fields.value("version").parse::<u32>().map_err(|_| PageError::Unreadable)?;
    if let Some(question) = read(&mut fields, subject.way, &subject.shelf) {
        let written = Written { school: page.school_id()?, language: subject.language, question: &question };
        let change = Change { number, version, alone: fields.ticked("alone") };
        match actions::questions::change(&page.context(), change, written).await {
            Ok(()) => {
                let args = [("number", number.to_string())];
                return Ok(page.done(&ShowPath { number }, "questions-done-changed", &args));
            }
            Err(failed) => refuse(&page, &mut fields, subject.way, &refused(failed)?),
        }
    }
    draw(&page, StatusCode::UNPROCESSABLE_ENTITY, &subject, fields)
}
