//! The sheet while it is written: big marks for a thumb, words beside them; kept half-filled as often as one likes.

use super::new::seen_key;
use super::own::kind_key;
use super::reading::mark_words;
use super::show::name_of;
use super::{SheetPath, ShowPath, refusal};
use crate::forms::Fields;
use crate::formsets::asking::{self, Asking};
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::observations::{Keeping, Opened, finish, keep as do_keep, opened, questions};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::formsets::{Added, Answers};
use domain::observations::{
    Block, Content, Criterion, MOST_LINE, MOST_WORDS, Mark, Observation, Party, Refused, SheetRefused,
};
use std::collections::BTreeMap;

/// One criterion with its pills.
struct Line {
    name: String,
    legend: String,
    marks: Vec<Choice>,
    error: String,
}

/// A block of criteria.
struct Lines {
    title: String,
    lines: Vec<Line>,
}

#[derive(askama::Template)]
#[template(path = "observations/sheet.html")]
struct Sheet {
    shell: Shell,
    today: Day,
    title: String,
    kind: String,
    /// Day, time and class.
    when: String,
    has_marks: bool,
    /// It is a new version of a finished one.
    amends: bool,
    blocks: Vec<Lines>,
    /// What district and school ask beside it.
    questions: Vec<Asking>,
    seen: &'static str,
    fields: Fields,
    here: String,
    back: String,
}

impl Sheet {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn most_line(&self) -> usize {
        MOST_LINE
    }
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn most_words(&self) -> usize {
        MOST_WORDS
    }
}

fn field(criterion: Criterion) -> String {
    format!("mark-{}", criterion.word())
}

/// The observation, where the reader writes its sheet now.
async fn writing(page: &Page, path: &SheetPath) -> Result<Result<Opened, Refused>, PageError> {
    let mut tx = page.read().await?;
    let opened = opened(&mut tx, &page.context(), &path.id).await?.ok_or(PageError::NotFound)?;
    if opened.party != Some(Party::Observer) {
        return Err(PageError::NotFound);
    }
    let amends = opened.draft.is_some() || !opened.observation.state.is_past();
    Ok(match opened.observation.keep(opened.now) {
        Ok(()) if amends => Ok(opened),
        Ok(()) => Err(Refused::NotOpen),
        Err(why) => Err(why),
    })
}

pub(super) async fn blank(path: SheetPath, page: Page) -> Result<Response, PageError> {
    match writing(&page, &path).await? {
        Ok(opened) => {
            let fields = beginning(&page, &opened);
            draw(&page, &opened, fields).await
        }
        Err(why) => super::show::draw(&page, &path.id, Some(refusal(page.lang(), why)), None).await,
    }
}

fn beginning(page: &Page, opened: &Opened) -> Fields {
    let nothing = Content::default();
    let content = opened.draft.as_ref().map_or(&nothing, |draft| &draft.content);
    let text = |words: &Option<String>| words.clone().unwrap_or_default();
    let mut fields = Fields::beginning(
        page.lang(),
        &[
            ("topic", text(&content.topic)),
            ("goals", text(&content.goals)),
            ("saw", text(&content.saw)),
            ("question", text(&content.question)),
            ("step", text(&content.step)),
            ("seen", opened.draft.as_ref().map_or(0, |draft| draft.version).to_string()),
        ],
    );
    for (criterion, mark) in &content.marks {
        fields.put(&field(*criterion), mark.number().to_string());
    }
    for (key, answer) in &content.answers {
        fields.put(&asking::name_of(key), answer.clone());
    }
    fields
}

/// The questions that were added to the sheet of an observation.
async fn added(page: &Page, path: &SheetPath) -> Result<Added, PageError> {
    let mut tx = page.read().await?;
    let opened = opened(&mut tx, &page.context(), &path.id).await?.ok_or(PageError::NotFound)?;
    Ok(questions(&mut tx, &opened).await?)
}

pub(super) async fn keep(path: SheetPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let seen = fields.value("seen").parse().map_err(|_| PageError::Unreadable)?;
    let finishes = match fields.value("act") {
        "finish" => true,
        "keep" => false,
        _ => return Err(PageError::Unreadable),
    };
    let content = read(&mut fields, &added(&page, &path).await?);
    if !fields.is_right() {
        return again(&page, &path, fields).await;
    }
    let keeping = Keeping { content, seen };
    let acting = page.context();
    let done = if finishes {
        finish(&acting, &path.id, &keeping).await
    } else {
        do_keep(&acting, &path.id, &keeping).await
    };
    match done {
        Ok(()) if finishes => Ok(page.done(&ShowPath { id: path.id }, "observations-done-finished", &[])),
        Ok(()) => Ok(page.done(&SheetPath { id: path.id }, "observations-done-kept", &[])),
        Err(Failed::Refused(why)) => {
            let name = if why == Refused::Sheet(SheetRefused::NothingSeen) { "saw" } else { "step" };
            fields.problems.add(name, refusal(page.lang(), why));
            again(&page, &path, fields).await
        }
        // What was written on another screen: nothing of either is lost.
        Err(Failed::Changed) => changed(&page, &path, fields).await,
        Err(other) => Err(other.into()),
    }
}

fn read(fields: &mut Fields, added: &Added) -> Content {
    let mut content = Content {
        topic: fields.optional_text("topic", MOST_LINE),
        goals: fields.optional_text("goals", MOST_LINE),
        marks: BTreeMap::new(),
        saw: fields.optional_text("saw", MOST_WORDS),
        question: fields.optional_text("question", MOST_WORDS),
        step: fields.optional_text("step", MOST_LINE),
        answers: asking::read(&added.fields, fields),
    };
    for criterion in Criterion::ALL {
        let name = field(criterion);
        if fields.value(&name).is_empty() {
            continue;
        }
        content.marks.extend(fields.choice(&name, Mark::from_word).map(|mark| (criterion, mark)));
    }
    content
}

/// The form with what was typed.
async fn again(page: &Page, path: &SheetPath, fields: Fields) -> Result<Response, PageError> {
    match writing(page, path).await? {
        Ok(opened) => draw(page, &opened, fields).await,
        Err(why) => super::show::draw(page, &path.id, Some(refusal(page.lang(), why)), None).await,
    }
}

/// The form with what was typed, and beside each field what stands in it since.
async fn changed(page: &Page, path: &SheetPath, mut fields: Fields) -> Result<Response, PageError> {
    let Ok(opened) = writing(page, path).await? else { return again(page, path, fields).await };
    let stands = beginning(page, &opened);
    let texts = ["topic", "goals", "saw", "question", "step"].map(ToOwned::to_owned);
    let questions = added(page, path).await?;
    let asked = questions.fields.iter().map(asking::name);
    for name in texts.into_iter().chain(Criterion::ALL.map(field)).chain(asked) {
        if stands.value(&name) != fields.value(&name) {
            fields.now_stands(&name, stands.value(&name).to_owned());
        }
    }
    fields.put("seen", stands.value("seen").to_owned());
    draw(page, &opened, fields).await
}

async fn draw(page: &Page, opened: &Opened, fields: Fields) -> Result<Response, PageError> {
    let observation = &opened.observation;
    let mut tx = page.read().await?;
    let name = name_of(&mut tx, &observation.observed).await?;
    let form = questions(&mut tx, opened).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let said = |key: String| Said::new(key).with("name", &name).words(page.lang());
    page.show_with(
        status,
        &Sheet {
            shell: page.shell(),
            today: page.today(),
            title: said("observations-sheet-title".to_owned()),
            kind: said(kind_key(observation.kind, Party::Observer)),
            when: when(page, observation),
            has_marks: observation.kind.has_marks(),
            amends: !opened.finished.is_empty(),
            blocks: if observation.kind.has_marks() { blocks(page, &fields) } else { Vec::new() },
            questions: asking::all(page, &form, &Answers::new(), &fields),
            seen: seen_key(observation.kind),
            fields,
            here: SheetPath { id: observation.id.clone() }.to_string(),
            back: ShowPath { id: observation.id.clone() }.to_string(),
        },
    )
}

/// Day, time and class.
fn when(page: &Page, observation: &Observation) -> String {
    let mut parts = vec![i18n::day_with_weekday(page.lang(), observation.day), i18n::time(observation.at)];
    parts.extend(observation.class.clone());
    parts.join(", ")
}

fn blocks(page: &Page, fields: &Fields) -> Vec<Lines> {
    let line = |criterion: Criterion| {
        let name = field(criterion);
        let chosen = fields.value(&name);
        let words = page.text(&format!("observations-criterion-{}", criterion.word()));
        let none = Choice::new("", page.text("observations-mark-none")).chosen_if(chosen);
        let mark =
            |mark: Mark| Choice::new(mark.number().to_string(), mark_words(page, mark)).chosen_if(chosen);
        Line {
            legend: format!("{} {words}", criterion.number()),
            marks: Mark::ALL.into_iter().map(mark).chain([none]).collect(),
            error: fields.error(&name).to_owned(),
            name,
        }
    };
    let block = |block: Block| Lines {
        title: page.text(&format!("observations-block-{}", block.word())),
        lines: block.criteria().map(line).collect(),
    };
    Block::ALL.into_iter().map(block).collect()
}
