//! Everybody enrolled, what needs somebody first, and whom to enrol.

use super::enrol::{Offer, offer};
use super::{ListPath, Need, ShowPath, by_name, facts, for_now, need, pair_chip};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::newcomers::Overview;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::newcomers::Standing;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::{Day, MentorId};
use i18n::Arg;
use store::Tx;
use store::people::Named;

/// A newcomer in the list.
struct Row {
    href: String,
    name: String,
    facts: String,
    /// The margin: until when, or how things stand.
    when: String,
    tone: &'static str,
    /// Who is the provisional mentor, or that nobody is named.
    provisional: String,
    /// The pair's chip: look, icon, key.
    pair: Option<(&'static str, &'static str, String)>,
    /// Somebody has to be named.
    names: bool,
}

impl Row {
    /// Where somebody is named.
    fn naming(&self) -> String {
        format!("{}#provisional", self.href)
    }
}

#[derive(askama::Template)]
#[template(path = "newcomers/list.html")]
struct List {
    shell: Shell,
    today: Day,
    board: Need,
    rows: Vec<Row>,
    unpaired: usize,
    offer: Offer,
    fields: Fields,
}

/// No programme stands: nobody can be enrolled yet.
#[derive(askama::Template)]
#[template(path = "newcomers/none.html")]
struct NoProgramme {
    shell: Shell,
    today: Day,
}

pub(super) async fn list(_: ListPath, page: Page, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let fields = Fields::read(page.lang(), &query.unwrap_or_default());
    draw(&page, fields).await
}

/// The list; the search, the ticks and what is wrong come with the fields.
pub(super) async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::ManageProgramme(school)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let Some(programme) = store::programmes::running(&mut tx, school, page.today()).await? else {
        return page.show(&NoProgramme { shell: page.shell(), today: page.today() });
    };
    let list = filled(page, &mut tx, &programme, fields).await?;
    let status = if list.fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(status, &list)
}

async fn filled(page: &Page, tx: &mut Tx, programme: &Programme, fields: Fields) -> Result<List, PageError> {
    let all = actions::newcomers::overview(tx, programme, page.today()).await?;
    let mut all = by_name(page.lang(), all, |one| one.person.name.brief());
    all.sort_by_key(|one| one.standing);
    let mentors = store::mentors::named(tx, &programme.school, &programme.id).await?;
    let offer = offer(page, tx, programme, &fields).await?;
    Ok(List {
        shell: page.shell(),
        today: page.today(),
        board: board(page, &all, &offer),
        rows: all.iter().map(|one| row(page, one, &mentors)).collect(),
        unpaired: all.iter().filter(|one| one.unpaired.is_some()).count(),
        offer,
        fields,
    })
}

/// What the board says: the most severe need, then whom to enrol, then that nothing is missing.
fn board(page: &Page, all: &[Overview], offer: &Offer) -> Need {
    if let Some(need) = all.first().and_then(|first| need(page, first)) {
        return need;
    }
    let enrol = "/newcomers#enrol".to_owned();
    let text = |key: &str| page.text(key);
    if let Some(first) = offer.first_time.first().filter(|_| offer.open) {
        let args = [("count", offer.first_time.len().into()), ("name", Arg::from(&first.polite))];
        return Need {
            title: i18n::t(page.lang(), "newcomers-board-enrol", &args),
            text: text("newcomers-board-enrol-text"),
            href: enrol,
            act: text("newcomers-act-enrol"),
        };
    }
    let quiet = if all.is_empty() { "none" } else { "quiet" };
    Need {
        title: text(&format!("newcomers-board-{quiet}")),
        text: text(&format!("newcomers-board-{quiet}-text")),
        href: if all.is_empty() && offer.open { enrol } else { String::new() },
        act: text("newcomers-act-find"),
    }
}

/// Who stands behind the mentor of a pair.
pub(super) fn mentor_name(mentors: &[Named<MentorId>], id: &MentorId) -> String {
    mentors.iter().find(|mentor| mentor.id == *id).map(|mentor| mentor.name.polite()).unwrap_or_default()
}

fn row(page: &Page, one: &Overview, mentors: &[Named<MentorId>]) -> Row {
    let lang = page.lang();
    let said = |key: &str| page.text(&format!("newcomers-standing-{key}"));
    let (when, tone) = match one.standing {
        Standing::Late(due) => {
            let args = [("day", i18n::day_short(lang, due).into())];
            (i18n::t(lang, "newcomers-standing-late", &args), "late")
        }
        Standing::Alone => (said("alone"), "late"),
        Standing::Open(due) => (i18n::by_day(lang, due), "near"),
        Standing::Named(due) => (i18n::by_day(lang, due), ""),
        Standing::Unpaired => (said("unpaired"), "near"),
        Standing::Settled => (said("settled"), ""),
        Standing::Stopped => (said("stopped"), ""),
        Standing::Finished => (said("finished"), ""),
        Standing::Left => (said("left"), ""),
    };
    Row {
        href: ShowPath { id: one.newcomer.id.clone() }.to_string(),
        name: one.person.name.full(),
        facts: facts(lang, &one.person, one.newcomer.hired_on),
        when,
        tone,
        provisional: provisional(page, one, mentors),
        pair: match one.settled() {
            Some(pair) => Some(pair_chip(pair)),
            None if one.unpaired.is_some() => {
                Some(("soon", "circle-dashed", "newcomers-pair-none".to_owned()))
            }
            None => None,
        },
        names: one.pairs.is_empty() && one.standing < Standing::Unpaired,
    }
}

/// «Временный наставник: …», or who is the mentor by now, or that nobody is named.
fn provisional(page: &Page, one: &Overview, mentors: &[Named<MentorId>]) -> String {
    let text = |key: &str, name: String| i18n::t(page.lang(), key, &[("name", Arg::Words(name))]);
    match (one.provisional(), one.settled()) {
        (Some(pair), _) if one.unpaired.is_some() => {
            let mentor = mentors.iter().find(|mentor| mentor.id == pair.mentor);
            for_now::told(page, mentor.map(|mentor| &mentor.name))
        }
        (Some(pair), _) => text("newcomers-provisional-is", mentor_name(mentors, &pair.mentor)),
        (None, Some(pair)) => text("newcomers-mentor-is", mentor_name(mentors, &pair.mentor)),
        (None, None) if matches!(one.standing, Standing::Left | Standing::Finished | Standing::Stopped) => {
            String::new()
        }
        (None, None) => page.text("newcomers-provisional-missing"),
    }
}
