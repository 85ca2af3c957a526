//! One question: as a candidate sees it, with its key, and what it was before.

use super::{EditPath, ListPath, PracticePath, RetirePath, ShowPath, words};
use crate::forms::Fields;
use crate::layout::{FlashKind, Shell};
use crate::points::worth_text;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::response::Response;
use domain::PersonId;
use domain::questions::{Choice, Edition, Kind, Language, Near, PractiseRefused, Question, Range};
use i18n::Lang;
use std::collections::BTreeMap;

/// A line of the key.
struct Key {
    what: String,
    /// Its part of the points, or the answer that belongs to it.
    part: String,
    /// What is said to whoever gives it.
    said: String,
}

/// The question in one language.
struct Wording {
    /// The id of its section.
    id: String,
    language: String,
    edit: String,
    name: String,
    text: String,
    /// What a candidate chooses from.
    choices: Vec<String>,
    /// How a candidate answers.
    how: String,
    keys: Vec<Key>,
    feedback: String,
}

#[derive(askama::Template)]
#[template(path = "questions/show.html")]
struct Show {
    shell: Shell,
    number: u32,
    facts: String,
    retired: bool,
    retire: String,
    /// No exam draws it.
    practice: bool,
    /// An examiner marks it: nobody could try it.
    by_hand: bool,
    practise: String,
    wordings: Vec<Wording>,
    /// Languages without words, with the way to write them.
    missing: Vec<(String, String)>,
    versions: Vec<String>,
    back: String,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    let (lang, number) = (page.lang(), path.number);
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    let history = actions::questions::history(&mut tx, &page.context(), school, number).await?;
    let Some(edition) = history.last() else { return Err(PageError::NotFound) };
    let people = store::people::of_school(&mut tx, school).await?;
    let names: BTreeMap<PersonId, String> =
        people.into_iter().map(|person| (person.id, person.name.brief())).collect();
    let kept = &edition.kept;
    let edit = |language: Language| format!("{}?lang={}", EditPath { number }, language.word());
    let own = super::language(lang);
    let mut wordings: Vec<(bool, Wording)> = kept
        .words()
        .iter()
        .map(|(language, question)| (*language != own, wording(lang, *language, question, edit(*language))))
        .collect();
    wordings.sort_by_key(|(other, _)| *other);
    let missing = Language::ALL.into_iter().filter(|language| !kept.words().contains_key(language));
    let facts = kept.read(own).map(|(_, question)| {
        let worth = [("points", worth_text(lang, question.worth).into())];
        let worth = i18n::t(lang, "questions-worth-of", &worth);
        [words::shelf(lang, &question.shelf), words::way(lang, question.kind.way()), worth].join(" · ")
    });
    page.show(&Show {
        shell: page.shell(),
        number,
        facts: facts.unwrap_or_default(),
        retired: kept.retired,
        retire: RetirePath { number }.to_string(),
        practice: kept.practice,
        by_hand: kept.words().values().any(|question| question.kind.by_hand()),
        practise: PracticePath { number }.to_string(),
        wordings: wordings.into_iter().map(|(_, wording)| wording).collect(),
        missing: missing.map(|language| (edit(language), words::language(lang, language))).collect(),
        versions: history.iter().rev().map(|edition| version(&page, &names, edition)).collect(),
        back: ListPath.to_string(),
    })
}

fn wording(lang: Lang, language: Language, question: &Question, edit: String) -> Wording {
    let how = i18n::t(lang, &format!("questions-how-{}", question.kind.way().word()), &[]);
    Wording {
        id: format!("words-{}", language.word()),
        language: words::language(lang, language),
        edit,
        name: question.name.clone(),
        text: question.text.clone(),
        choices: choices(lang, &question.kind),
        how,
        keys: keys(lang, &question.kind),
        feedback: question.feedback.clone(),
    }
}

/// What a candidate chooses from.
fn choices(lang: Lang, kind: &Kind) -> Vec<String> {
    let truth = |word: &str| i18n::t(lang, &format!("questions-{word}"), &[]);
    match kind {
        Kind::Single(all) | Kind::Multiple(all) => all.iter().map(|choice| choice.text.clone()).collect(),
        Kind::TrueFalse { .. } => vec![truth("true"), truth("false")],
        Kind::Matching { pairs, .. } => pairs.iter().map(|pair| format!("{} — ?", pair.stem)).collect(),
        Kind::Short { .. } | Kind::Numerical(_) | Kind::Essay => Vec::new(),
    }
}

fn keys(lang: Lang, kind: &Kind) -> Vec<Key> {
    let said = |key: &str| i18n::t(lang, key, &[]);
    let choice = |choice: &Choice| Key {
        what: choice.text.clone(),
        part: words::part(lang, choice.fraction),
        said: choice.feedback.clone(),
    };
    match kind {
        Kind::Single(all) | Kind::Multiple(all) | Kind::Short { answers: all, .. } => {
            all.iter().map(choice).collect()
        }
        Kind::TrueFalse { right, to_true, to_false } => {
            let part = |wanted: bool| if *right == wanted { "100 %".to_owned() } else { "0 %".to_owned() };
            vec![
                Key { what: said("questions-true"), part: part(true), said: to_true.clone() },
                Key { what: said("questions-false"), part: part(false), said: to_false.clone() },
            ]
        }
        Kind::Numerical(ranges) => ranges.iter().map(|range| of_range(lang, range)).collect(),
        Kind::Matching { pairs, spare } => {
            let pair = pairs.iter().map(|pair| (pair.stem.clone(), pair.answer.clone()));
            let spare = spare.iter().map(|answer| (said("questions-spare"), answer.clone()));
            pair.chain(spare).map(|(what, part)| Key { what, part, said: String::new() }).collect()
        }
        Kind::Essay => Vec::new(),
    }
}

fn of_range(lang: Lang, range: &Range) -> Key {
    let what = match range.near {
        Near::Number { value, tolerance } if tolerance > 0.0 => format!("{value} ± {tolerance}"),
        Near::Number { value, .. } => value.to_string(),
        Near::Any => i18n::t(lang, "questions-any-number", &[]),
    };
    Key { what, part: words::part(lang, range.fraction), said: range.feedback.clone() }
}

/// «3 қараша: Сейфуллина Г.».
fn version(page: &Page, names: &BTreeMap<PersonId, String>, edition: &Edition) -> String {
    let lang = page.lang();
    let args = [
        ("version", edition.version.into()),
        ("day", i18n::day(lang, page.local(edition.at).date()).into()),
        ("name", names.get(&edition.by).cloned().unwrap_or_default().into()),
    ];
    let key = match (edition.kept.retired, edition.kept.practice) {
        (true, _) => "questions-version-retired",
        (false, true) => "questions-version-practice",
        (false, false) => "questions-version",
    };
    i18n::t(lang, key, &args)
}

pub(super) async fn retire(path: RetirePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (number, school, context) = (path.number, page.school_id()?, page.context());
    // A question that is not there is not there, whatever the form says.
    actions::questions::history(&mut *page.read().await?, &context, school, number).await?;
    let (retired, key) = match fields.value("retired") {
        "yes" => (true, "questions-done-retired"),
        "no" => (false, "questions-done-returned"),
        _ => return Err(PageError::Unreadable),
    };
    actions::questions::retire(&context, school, number, retired).await?;
    Ok(page.done(&ShowPath { number }, key, &[("number", number.to_string())]))
}

pub(super) async fn practise(path: PracticePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (number, school, context) = (path.number, page.school_id()?, page.context());
    // A question that is not there is not there, whatever the form says.
    actions::questions::history(&mut *page.read().await?, &context, school, number).await?;
    let (practice, key) = match fields.value("practice") {
        "yes" => (true, "questions-done-practised"),
        "no" => (false, "questions-done-examined"),
        _ => return Err(PageError::Unreadable),
    };
    let back = ShowPath { number };
    match actions::questions::practise(&context, school, number, practice).await {
        Ok(()) => Ok(page.done(&back, key, &[("number", number.to_string())])),
        Err(Failed::Refused(why)) => Ok(page.lead(&back, FlashKind::Refused, refusal(why), &[])),
        Err(other) => Err(other.into()),
    }
}

const fn refusal(why: PractiseRefused) -> &'static str {
    match why {
        PractiseRefused::ByHand => "questions-practice-by-hand",
        PractiseRefused::Asked => "questions-refused-asked",
    }
}
