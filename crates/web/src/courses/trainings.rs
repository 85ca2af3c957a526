//! Sessions of the course: those to come with their places, those that were.

use super::{AnnouncePath, OwnPath, TrainingPath, TrainingsPath, hours, seat, stage};
use crate::layout::Shell;
use crate::layout::parts::Fact;
use crate::page::short;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::courses::{Hours, Session, sessions};
use axum::response::Response;
use domain::Day;
use domain::courses::{Outline, Phase, Training};
use domain::permissions::{Action, may};

/// A state as icon, word and tint.
pub(super) struct Chip {
    pub(super) state: &'static str,
    pub(super) glyph: &'static str,
    pub(super) text: String,
}

/// A session in the list.
struct Row {
    href: String,
    day: Day,
    title: String,
    text: String,
    chip: Option<Chip>,
}

#[derive(askama::Template)]
#[template(path = "courses/trainings.html")]
struct Trainings {
    shell: Shell,
    today: Day,
    title: String,
    ahead: Vec<Row>,
    past: Vec<Row>,
    announce: Option<String>,
    /// Hours of the outline, of the programme and of the sessions, for whoever leads the course.
    plan: Vec<Fact>,
    /// The programme asks for more hours than sessions offer.
    lacking: Option<String>,
    back: String,
}

/// True until it has been held or cancelled, and its day is over.
fn is_ahead(training: &Training, today: Day) -> bool {
    training.phase == Phase::Announced && training.about.day >= today
}

pub(super) async fn list(_: TrainingsPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let all = sessions(&mut tx, &page.context()).await?.ok_or(PageError::NotFound)?;
    let (ahead, past): (Vec<Session>, Vec<Session>) =
        all.into_iter().partition(|one| is_ahead(&one.training, page.today()));
    let manages = may(page.actor(), &Action::ManageCourses(page.school_id()?)).is_ok();
    let planned = actions::courses::hours(&mut tx, &page.context()).await?;
    page.show(&Trainings {
        shell: page.shell(),
        today: page.today(),
        title: Said::new("courses-trainings-board").with("count", ahead.len()).words(page.lang()),
        ahead: ahead.iter().map(|one| row(&page, one)).collect(),
        past: past.iter().rev().map(|one| row(&page, one)).collect(),
        announce: manages.then(|| AnnouncePath.to_string()),
        plan: planned.map(|planned| plan(&page, planned)).unwrap_or_default(),
        lacking: planned.and_then(|planned| lacking(&page, planned)),
        back: OwnPath.to_string(),
    })
}

/// The hours of the outline beside those that the programme asks for and those that sessions offer.
fn plan(page: &Page, planned: Hours) -> Vec<Fact> {
    let said = |minutes| hours(page.lang(), minutes);
    let outline = Said::new("courses-plan-outline-parts")
        .with("all", said(Outline::OURS.whole()))
        .with("discussion", said(Outline::OURS.discussion))
        .with("training", said(Outline::OURS.training))
        .with("exam", said(Outline::OURS.exam));
    let fact = |key: &str, value: String| Fact { name: page.text(key), value };
    vec![
        fact("courses-plan-outline", outline.words(page.lang())),
        fact("courses-plan-required", said(planned.required)),
        fact("courses-plan-sessions", said(planned.planned)),
    ]
}

/// How many hours are missing in the sessions, where the programme asks for more.
fn lacking(page: &Page, planned: Hours) -> Option<String> {
    let missing = planned.missing();
    let said = || Said::new("courses-plan-short").with("missing", hours(page.lang(), missing));
    (missing > 0).then(|| said().words(page.lang()))
}

fn row(page: &Page, session: &Session) -> Row {
    let about = &session.training.about;
    let (key, host) = match &session.host {
        Some(school) => ("courses-training-line-elsewhere", short(page.lang(), school)),
        None => ("courses-training-line", String::new()),
    };
    let said = Said::new(key)
        .with("stage", stage(page, about.stage))
        .with("from", i18n::time(about.from))
        .with("to", i18n::time(about.to))
        .with("place", about.place.as_str())
        .with("places", places(page, session))
        .with("host", host);
    Row {
        href: TrainingPath { training: session.training.id.clone() }.to_string(),
        day: about.day,
        title: about.title.clone(),
        text: said.words(page.lang()),
        chip: chip(page, session),
    }
}

/// How many places are taken, and how many people wait.
pub(super) fn places(page: &Page, session: &Session) -> String {
    let said = Said::new(if session.waiting == 0 { "courses-places" } else { "courses-places-waiting" });
    said.with("taken", session.taken)
        .with("all", i64::from(session.training.about.places))
        .with("waiting", session.waiting)
        .words(page.lang())
}

/// What the reader has of it.
pub(super) fn chip(page: &Page, session: &Session) -> Option<Chip> {
    let chip = |state, glyph, text| Some(Chip { state, glyph, text });
    match (session.training.phase, session.came, session.own) {
        (Phase::Cancelled, ..) => chip("", "x", page.text("courses-phase-cancelled")),
        (_, Some(true), _) => chip("done", "circle-check", page.text("courses-came")),
        (_, Some(false), _) => chip("", "minus", page.text("courses-came-not")),
        (_, None, Some(own)) => chip("act", "calendar-event", seat(page, own)),
        (Phase::Held, None, None) => chip("", "check", page.text("courses-phase-held")),
        (Phase::Announced, None, None) => None,
    }
}
