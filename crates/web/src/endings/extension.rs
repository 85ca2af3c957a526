//! The extension of a pair: proposed, agreed on, confirmed; with every earlier one.

use super::{ExtensionPath, ExtensionTurnPath};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::names::Names;
use crate::pairs::ShowPath as PairPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::endings::{Extending, Turn, Wish, extend, extending, take_turn};
use axum::http::StatusCode;
use axum::response::Response;
use domain::endings::{Cause, ExtendRefused, Extension, MOST_DAYS, Progress, may_extend};
use domain::permissions::{Action, may};
use domain::sides::Side;
use domain::{Day, PairId};

/// An extension in the list.
struct Row {
    when: Day,
    title: String,
    cause: String,
    look: &'static str,
    icon: &'static str,
    word: String,
}

#[derive(askama::Template)]
#[template(path = "endings/extension.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    /// What the reader can do about the open one: the word that is sent, the key, and the look.
    turns: Vec<(&'static str, &'static str, &'static str)>,
    turn: String,
    /// Where one is proposed; none where none can be.
    action: Option<String>,
    causes: Vec<Choice>,
    rows: Vec<Row>,
    pair: String,
    fields: Fields,
}

pub(super) async fn show(path: ExtensionPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.pair, None).await
}

pub(super) async fn propose(
    path: ExtensionPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let Some(cause) = fields.choice("cause", Cause::from_word) else {
        return draw(&page, &path.pair, Some(fields)).await;
    };
    let missed = fields.value("missed").trim().parse().ok();
    let typed = !fields.value("day").trim().is_empty();
    let day = if cause == Cause::Goals && typed { fields.day("day") } else { None };
    if !fields.is_right() {
        return draw(&page, &path.pair, Some(fields)).await;
    }
    match extend(&page.context(), &path.pair, Wish { cause, missed, day }).await {
        Ok(()) => Ok(page.done(&path, "endings-done-extension", &[])),
        Err(Failed::Refused(why)) => {
            refuse(&page, &mut fields, why);
            draw(&page, &path.pair, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

fn refuse(page: &Page, fields: &mut Fields, why: ExtendRefused) {
    match why {
        ExtendRefused::Days => {
            fields.refuse("missed", "endings-refused-days", &[("most", MOST_DAYS.into())]);
        }
        ExtendRefused::Day { was } => {
            let day = i18n::day(page.lang(), was);
            fields.refuse("day", "endings-refused-day", &[("day", day.into()), ("most", MOST_DAYS.into())]);
        }
        ExtendRefused::NotWorking => fields.refuse("cause", "endings-refused-not-working", &[]),
        ExtendRefused::AlreadyProposed | ExtendRefused::NotOpen => {
            fields.refuse("cause", "endings-refused-proposed", &[]);
        }
    }
}

pub(super) async fn turn(
    path: ExtensionTurnPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let read = |word: &str| match word {
        "agree" => Some(Turn::Agree),
        "decline" => Some(Turn::Decline),
        "take_back" => Some(Turn::TakeBack),
        "confirm" => Some(Turn::Confirm),
        _ => None,
    };
    let to = ExtensionPath { pair: path.pair };
    let Some(turn) = fields.choice("turn", read) else { return draw(&page, &to.pair, Some(fields)).await };
    match take_turn(&page.context(), &to.pair, turn).await {
        Ok(()) => Ok(page.done(&to, "endings-done-turn", &[])),
        Err(Failed::Refused(_)) => Ok(page.lead(&to, FlashKind::Note, "endings-refused-open", &[])),
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, id: &PairId, typed: Option<Fields>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let scene = extending(&mut tx, &page.context(), id).await?.ok_or(PageError::NotFound)?;
    let names = Names::of(&mut tx, &scene.programme).await?;
    let newcomer = names.newcomer(&scene.pair.newcomer)?.name.brief();
    let mentor = names.mentor(&scene.pair.mentor)?.name.brief();
    let (title, text) = board(page, &scene, &newcomer, &mentor);
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let fields = typed.unwrap_or_else(|| Fields::beginning(page.lang(), &[]));
    let proposes = scene.open().is_none() && may_extend(&scene.pair, scene.was, page.today()).is_ok();
    let cause = |one: Cause| {
        let words = page.text(&format!("endings-cause-{}", one.word()));
        Choice::new(one.word(), words).chosen_if(fields.value("cause"))
    };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title,
            text,
            turns: turns(page, &scene),
            turn: ExtensionTurnPath { pair: id.clone() }.to_string(),
            action: proposes.then(|| ExtensionPath { pair: id.clone() }.to_string()),
            causes: Cause::ALL.map(cause).into(),
            rows: scene.extensions.iter().rev().map(|one| row(page, one)).collect(),
            pair: PairPath { id: id.clone() }.to_string(),
            fields,
        },
    )
}

fn board(page: &Page, scene: &Extending, newcomer: &str, mentor: &str) -> (String, String) {
    let (key, day) = match scene.open() {
        Some(open) if open.progress == Progress::Agreed => ("agreed", open.last_day),
        Some(open) if scene.side.is_some_and(|side| open.waits_for(side)) => ("yours", open.last_day),
        Some(open) => ("waits", open.last_day),
        None => ("none", scene.was),
    };
    let said = |key: String| {
        let said = Said::new(key).with("newcomer", newcomer).with("mentor", mentor);
        said.day(day).words(page.lang())
    };
    (said(format!("endings-extension-{key}")), said(format!("endings-extension-{key}-text")))
}

/// What the reader can do about the open one.
fn turns(page: &Page, scene: &Extending) -> Vec<(&'static str, &'static str, &'static str)> {
    let Some(open) = scene.open() else { return Vec::new() };
    let coordinates = may(page.actor(), &Action::ManageEndings(&scene.pair.school)).is_ok();
    let mut turns = Vec::new();
    if scene.side.is_some_and(|side: Side| open.waits_for(side)) {
        turns.push(("agree", "endings-turn-agree", ""));
        turns.push(("decline", "endings-turn-decline", "two"));
    }
    if open.progress == Progress::Agreed && coordinates {
        turns.push(("confirm", "endings-turn-confirm", ""));
        if scene.side.is_none() {
            turns.push(("decline", "endings-turn-decline", "two"));
        }
    }
    if open.proposed_by == scene.side {
        turns.push(("take_back", "endings-turn-take-back", "two"));
    }
    turns
}

fn row(page: &Page, one: &Extension) -> Row {
    let days = [
        ("from", i18n::day(page.lang(), one.was).into()),
        ("to", i18n::day(page.lang(), one.last_day).into()),
    ];
    let (look, icon) = match one.progress {
        Progress::Proposed | Progress::Agreed => ("act", "clock"),
        Progress::Confirmed => ("done", "circle-check"),
        Progress::Declined => ("", "minus"),
        Progress::TakenBack => ("", "arrow-back-up"),
    };
    Row {
        when: page.local(one.changed_at).date(),
        title: i18n::t(page.lang(), "endings-extension-days", &days),
        cause: page.text(&format!("endings-cause-{}", one.cause.word())),
        look,
        icon,
        word: page.text(&format!("endings-progress-{}", one.progress.word())),
    }
}
