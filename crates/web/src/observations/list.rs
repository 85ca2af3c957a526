//! The own observations: what waits, what is to come, what was; and the ways to begin one.

use super::own::{Chip, OwnLessons, href, kind_key, progress_of, sheet_href};
use super::{ListPath, NewPath, SchoolPath, Way};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::observations::{Observation, Progress, State};
use domain::permissions::{Action, may};
use store::Tx;

/// What the board says, and where its button leads.
struct Board {
    title: String,
    text: String,
    act: Option<(String, &'static str)>,
}

/// An observation in the list.
struct Row {
    href: String,
    day: Day,
    time: String,
    title: String,
    class: String,
    chip: Chip,
}

#[derive(askama::Template)]
#[template(path = "observations/list.html")]
struct List {
    shell: Shell,
    today: Day,
    board: Board,
    /// Ways to begin one: address and key.
    ways: Vec<(String, &'static str)>,
    /// How far a newcomer has come.
    progress: Option<(Progress, String)>,
    now: Vec<Row>,
    past: Vec<Row>,
    /// What took place in the school.
    school: Option<String>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let own = OwnLessons::load(&page, &mut tx).await?;
    let (ways, progress) = begin(&page, &mut tx).await?;
    let school = page.school_id()?;
    let leads = may(page.actor(), &Action::SeeObservations(school)).is_ok();
    let now = page.visit.local;
    let open = |one: &&Observation| match one.state {
        State::Proposed { .. } => !one.has_begun(now),
        State::Planned => true,
        _ => own.to_read().any(|unread| unread.id == one.id),
    };
    let row = |one: &Observation| row(&page, &own, one);
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        board: board(&page, &own, &ways),
        progress,
        now: own.all.iter().filter(open).map(row).collect(),
        past: own.all.iter().filter(|one| !open(one)).rev().map(row).collect(),
        school: leads.then(|| SchoolPath.to_string()),
        ways,
    })
}

/// The ways to begin an observation, and the progress of the reader as newcomer.
async fn begin(page: &Page, tx: &mut Tx) -> Result<(Ways, Option<(Progress, String)>), PageError> {
    let school = page.school_id()?;
    let Some(programme) = store::programmes::running(tx, school, page.today()).await? else {
        return Ok((Vec::new(), None));
    };
    let newcomer = store::newcomers::of_person(tx, &programme.id, &page.actor().person).await?;
    let progress = match &newcomer {
        Some(newcomer) => progress_of(page, tx, &programme, &newcomer.id).await?,
        None => None,
    };
    let way = |way, key| (NewPath::with(way, None), key);
    let mut ways = match newcomer {
        Some(_) => {
            vec![way(Way::Invite, "observations-way-invite"), way(Way::Watch, "observations-way-visit")]
        }
        None => vec![way(Way::Watch, "observations-way-watch"), way(Way::Invite, "observations-way-show")],
    };
    if may(page.actor(), &Action::SeeObservations(school)).is_ok() {
        ways.push(way(Way::Control, "observations-way-control"));
    }
    Ok((ways, progress))
}

type Ways = Vec<(String, &'static str)>;

fn row(page: &Page, own: &OwnLessons, one: &Observation) -> Row {
    let title = Said::new(kind_key(one.kind, own.party(one))).with("name", own.other(one));
    Row {
        href: href(one),
        day: one.day,
        time: i18n::time(one.at),
        title: title.words(page.lang()),
        class: one.class.clone().unwrap_or_default(),
        chip: own.chip(one),
    }
}

fn board(page: &Page, own: &OwnLessons, ways: &Ways) -> Board {
    let say = |key: &str, one: &Observation| {
        let on = i18n::day_in_sentence(page.lang(), one.day);
        let said = Said::new(key).with("name", own.other(one)).with("on", on);
        said.with("time", i18n::time(one.at)).day(one.day).line(page.lang())
    };
    let make = |key: &str, one: &Observation, href: String, act: &'static str| Board {
        title: say(key, one),
        text: say(&format!("{key}-text"), one),
        act: Some((href, act)),
    };
    if let Some(one) = own.waiting().next() {
        return make("observations-board-waits", one, href(one), "observations-act-answer");
    }
    if let Some(one) = own.to_write().next() {
        return make("observations-board-write", one, sheet_href(one), "observations-act-write");
    }
    if let Some(one) = own.to_read().next() {
        return make("observations-board-read", one, href(one), "observations-act-read");
    }
    if let Some(one) = own.ahead().next() {
        return make("observations-board-ahead", one, href(one), "observations-act-open");
    }
    let first = ways.first().cloned();
    let text = if first.is_some() { "observations-board-free-text" } else { "observations-board-none-text" };
    Board { title: page.text("observations-board-free"), text: page.text(text), act: first }
}
