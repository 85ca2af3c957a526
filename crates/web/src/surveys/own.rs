//! The own form: eight lines from 1 to 5, two questions, and a wish for a talk; nothing of it is demanded.

use super::{OwnPath, SkipPath, answer_refusal, wave_text};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::surveys::Form;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::sides::Side;
use domain::surveys::{Again, Answers, Item, Mark, Motive};
use std::collections::BTreeSet;

/// The field of the question whether they would choose each other again.
const AGAIN: &str = "again";
const MOTIVES: &str = "motives";
const TALK: &str = "talk";

/// One line.
struct Question {
    name: &'static str,
    text: String,
    /// A 1 or 2 here can call for a talk.
    calls: bool,
    marks: Vec<Choice>,
}

/// What is asked of one side.
struct Asked {
    until: String,
    questions: Vec<Question>,
    again: Option<(String, Vec<Choice>)>,
    motives: (String, Vec<Choice>),
}

#[derive(askama::Template)]
#[template(path = "surveys/own.html")]
struct Own {
    shell: Shell,
    today: Day,
    board: String,
    text: String,
    asked: Option<Asked>,
    skip: String,
    /// From how many people on a group is read.
    least: u16,
    fields: Fields,
}

pub(super) async fn show(_: OwnPath, page: Page) -> Result<Response, PageError> {
    draw(&page, None).await
}

/// The values of what was answered, to begin with.
fn beginning(page: &Page, form: &Form) -> Fields {
    let answers = form.answers.clone().unwrap_or_default();
    let mut values: Vec<(&str, String)> =
        answers.marks.iter().map(|(item, mark)| (item.word(), mark.number().to_string())).collect();
    values.extend(answers.again.map(|again| (AGAIN, again.word().to_owned())));
    values.extend(answers.motives.iter().map(|motive| (MOTIVES, motive.word().to_owned())));
    values.extend(form.talk.then(|| (TALK, "yes".to_owned())));
    Fields::beginning(page.lang(), &values)
}

fn question(page: &Page, item: Item, fields: &Fields) -> Question {
    let mark = |mark: Mark| {
        let number = mark.number();
        let label = page.text(&format!("surveys-mark-{number}"));
        Choice::new(number.to_string(), label).chosen_if(fields.value(item.word()))
    };
    Question {
        name: item.word(),
        text: page.text(&format!("surveys-item-{}", item.word())),
        calls: item.calls(),
        marks: Mark::ALL.map(mark).into(),
    }
}

fn asked(page: &Page, form: &Form, fields: &Fields) -> Asked {
    let side = form.side.word();
    let again = |again: &Again| {
        Choice::new(again.word(), page.text(&format!("surveys-again-{}", again.word())))
            .chosen_if(fields.value(AGAIN))
    };
    let motive = |motive: &Motive| {
        let label = page.text(&format!("surveys-motive-{side}-{}", motive.word()));
        let chosen = fields.values(MOTIVES).contains(&motive.word());
        Choice { chosen, ..Choice::new(motive.word(), label) }
    };
    let asks_again = form.survey.wave.asks_again();
    Asked {
        until: i18n::day_until(page.lang(), form.survey.until),
        questions: Item::of(form.side).map(|item| question(page, item, fields)).collect(),
        again: asks_again.then(|| {
            let legend = page.text(&format!("surveys-again-{side}"));
            (legend, Again::ALL.iter().map(again).collect())
        }),
        motives: (page.text("surveys-motives"), Motive::ALL.iter().map(motive).collect()),
    }
}

fn board(page: &Page, form: Option<&Form>) -> Said {
    match form {
        None => Said::new("surveys-own-none"),
        Some(form) if form.marked && form.answers.is_none() && !form.talk => Said::new("surveys-own-skipped"),
        Some(form) if form.marked => Said::new("surveys-own-answered"),
        Some(form) => {
            let key = if form.side == Side::Mentor { "surveys-own-mentor" } else { "surveys-own-newcomer" };
            Said::new(key).with("wave", wave_text(page, form.survey.wave))
        }
    }
}

/// The page; with the typed answers where they were not taken.
async fn draw(page: &Page, typed: Option<Fields>) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let form = actions::surveys::form(&mut tx, &page.context(), &programme).await?;
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let fields = typed.or_else(|| form.as_ref().map(|form| beginning(page, form))).unwrap_or_default();
    let said = board(page, form.as_ref());
    page.show_with(
        status,
        &Own {
            shell: page.shell(),
            today: page.today(),
            text: said.explained(page.lang()),
            board: said.words(page.lang()),
            asked: form.as_ref().map(|form| asked(page, form, &fields)),
            skip: SkipPath.to_string(),
            least: programme.settings.min_cell,
            fields,
        },
    )
}

fn answers(fields: &Fields) -> Answers {
    let mark = |item: &Item| Some((*item, Mark::new(fields.value(item.word()).parse().ok()?)?));
    let motives: BTreeSet<Motive> =
        fields.values(MOTIVES).into_iter().filter_map(Motive::from_word).collect();
    Answers {
        marks: Item::ALL.iter().filter_map(mark).collect(),
        again: Again::from_word(fields.value(AGAIN)),
        motives,
    }
}

pub(super) async fn keep(_: OwnPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let (answers, talk) = (answers(&fields), fields.ticked(TALK));
    let done = actions::surveys::answer(&page.context(), &programme, &answers, talk).await;
    match page.sent(&OwnPath, done, &mut fields, (MOTIVES, answer_refusal), "surveys-done-answered")? {
        Some(taken) => Ok(taken),
        None => draw(&page, Some(fields)).await,
    }
}

pub(super) async fn skip(_: SkipPath, page: Page) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    match actions::surveys::skip(&page.context(), &programme).await {
        Ok(()) => Ok(page.done(&OwnPath, "surveys-done-skipped", &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(&OwnPath, FlashKind::Note, answer_refusal(why), &[])),
        Err(other) => Err(other.into()),
    }
}
