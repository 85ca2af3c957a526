//! The pause of a pair: set with the day of return, ended earlier.

use super::{PauseEndPath, PausePath};
use crate::forms::Fields;
use crate::layout::{FlashKind, Shell};
use crate::names::Names;
use crate::pairs::ShowPath as PairPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::endings::{Pausing, end_pause, pause, pausing};
use axum::http::StatusCode;
use axum::response::Response;
use domain::endings::{MOST_PAUSE, Pause, PauseRefused, Standing, works};
use domain::{Day, PairId};

/// A pause in the list.
struct Row {
    days: String,
    word: String,
}

#[derive(askama::Template)]
#[template(path = "endings/pause.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    /// Where the open one is ended.
    end: Option<String>,
    /// Where one is set; none where the pair does not work.
    action: Option<String>,
    rows: Vec<Row>,
    pair: String,
    fields: Fields,
}

pub(super) async fn show(path: PausePath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.pair, None).await
}

pub(super) async fn set(path: PausePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (from, back_on) = (fields.day("from"), fields.day("back_on"));
    let Some((from, back_on)) = from.zip(back_on) else {
        return draw(&page, &path.pair, Some(fields)).await;
    };
    match pause(&page.context(), &path.pair, from, back_on).await {
        Ok(()) => Ok(page.done(&path, "endings-done-pause", &[])),
        Err(Failed::Refused(why)) => {
            refuse(&mut fields, why);
            draw(&page, &path.pair, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

fn refuse(fields: &mut Fields, why: PauseRefused) {
    match why {
        PauseRefused::NotWorking | PauseRefused::NotOpen => {
            fields.refuse("from", "endings-refused-not-working", &[]);
        }
        PauseRefused::Past => fields.refuse("from", "endings-refused-past", &[]),
        PauseRefused::Return => {
            fields.refuse("back_on", "endings-refused-return", &[("most", MOST_PAUSE.into())]);
        }
        PauseRefused::Overlaps => fields.refuse("from", "endings-refused-overlaps", &[]),
    }
}

pub(super) async fn end(path: PauseEndPath, page: Page) -> Result<Response, PageError> {
    let to = PausePath { pair: path.pair };
    match end_pause(&page.context(), &to.pair).await {
        Ok(()) => Ok(page.done(&to, "endings-done-pause-end", &[])),
        Err(Failed::Refused(_)) => Ok(page.lead(&to, FlashKind::Note, "endings-pause-not-open", &[])),
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, id: &PairId, typed: Option<Fields>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let scene = pausing(&mut tx, &page.context(), id).await?.ok_or(PageError::NotFound)?;
    let (_, names) = Names::in_programme(&mut tx, &scene.pair.school, &scene.pair.programme).await?;
    let both =
        [names.newcomer(&scene.pair.newcomer)?.name.brief(), names.mentor(&scene.pair.mentor)?.name.brief()];
    let (title, text) = board(page, &scene, &both);
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let open = scene.open(page.today()).is_some();
    let today = page.today().to_string();
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title,
            text,
            end: open.then(|| PauseEndPath { pair: id.clone() }.to_string()),
            action: works(&scene.pair).then(|| PausePath { pair: id.clone() }.to_string()),
            rows: rows(page, &scene),
            pair: PairPath { id: id.clone() }.to_string(),
            fields: typed.unwrap_or_else(|| Fields::beginning(page.lang(), &[("from", today)])),
        },
    )
}

fn board(page: &Page, scene: &Pausing, [newcomer, mentor]: &[String; 2]) -> (String, String) {
    let open = scene.open(page.today());
    let key = open.map_or("none", |one| one.standing(page.today()).word());
    let day = open.map_or_else(|| page.today(), |one| one.back_on);
    let said = |key: String| {
        Said::new(key).with("newcomer", newcomer).with("mentor", mentor).day(day).words(page.lang())
    };
    (said(format!("endings-pause-{key}")), said(format!("endings-pause-{key}-text")))
}

/// The latest first.
fn rows(page: &Page, scene: &Pausing) -> Vec<Row> {
    let row = |one: &Pause| Row {
        days: i18n::day_span(
            page.lang(),
            one.from,
            one.back_on.yesterday().unwrap_or(one.back_on).max(one.from),
        ),
        word: page.text(word(one, page.local(one.changed_at).date(), page.today())),
    };
    scene.pauses.iter().rev().map(row).collect()
}

/// How it stands, or how it ended where it has no day of its own; `changed` is the day on which somebody said so.
fn word(one: &Pause, changed: Day, today: Day) -> &'static str {
    match one.standing(today) {
        Standing::Ahead => "endings-pause-word-ahead",
        Standing::Running => "endings-pause-word-running",
        Standing::Over if one.days() > 0 => "endings-pause-word-over",
        Standing::Over if changed < one.from => "endings-pause-word-called-off",
        Standing::Over => "endings-pause-word-first-day",
    }
}
