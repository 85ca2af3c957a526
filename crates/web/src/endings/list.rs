//! Last days of all pairs: one for all that have none, then each with how far its closing words are.

use super::{ListPath, ShowPath, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::names::Names;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::endings::{Ending, State};
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::sides::Side;
use domain::{Day, PairId, SchoolId};
use store::Tx;

/// The field of the day.
const DAY: &str = "last_day";

/// A pair in the list.
struct Row {
    href: String,
    title: String,
    /// How many of the two have written.
    written: usize,
    /// The last day; empty where none is named.
    when: String,
}

#[derive(askama::Template)]
#[template(path = "endings/list.html")]
struct List {
    shell: Shell,
    today: Day,
    /// Pairs that work and have no last day.
    without: Vec<Row>,
    planned: Vec<Row>,
    closed: Vec<Row>,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, None).await
}

pub(super) async fn plan(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(day) = fields.day(DAY) else { return draw(&page, Some(fields)).await };
    match actions::endings::plan_all(&page.context(), page.school_id()?, day).await {
        Ok(count) => {
            let args = [("count", count.to_string()), ("day", i18n::day(page.lang(), day))];
            Ok(page.done(&ListPath, "endings-done-all", &args))
        }
        Err(Failed::Refused(refused)) => {
            let (key, args) = refusal(&page, refused);
            fields.refuse(DAY, key, &args);
            draw(&page, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, typed: Option<Fields>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    may(page.actor(), &Action::ManageEndings(school)).map_err(Failed::<actions::Never>::from)?;
    let running = store::programmes::running(&mut tx, school, page.today()).await?;
    let written = store::endings::written(&mut tx, school).await?;
    let mut without = Vec::new();
    if let Some(programme) = &running {
        let names = Names::of(&mut tx, programme).await?;
        for pair in actions::endings::without(&mut tx, programme).await? {
            without.push(row(page, &names, &pair, None, &written)?);
        }
    }
    let (mut planned, mut closed) = (Vec::new(), Vec::new());
    for (ending, pair, names) in named(&mut tx, school).await? {
        let row = row(page, &names, &pair, Some(&ending), &written)?;
        match ending.state {
            State::Closed => closed.push(row),
            State::Planned if ending.is_open(&pair) => planned.push(row),
            State::Planned | State::TakenBack => {}
        }
    }
    closed.reverse();
    let work_until = running.map(|programme| programme.phases.work_until);
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let beginning = || {
        let day = work_until.map(|day| (DAY, day.to_string()));
        Fields::beginning(page.lang(), day.as_slice())
    };
    let fields = typed.unwrap_or_else(beginning);
    let (shell, today) = (page.shell(), page.today());
    page.show_with(status, &List { shell, today, without, planned, closed, fields })
}

/// Ends of every year with their pairs and names; a year is loaded once.
async fn named(tx: &mut Tx, school: &SchoolId) -> Result<Vec<(Ending, Pair, Names)>, PageError> {
    let ends = store::endings::of_school(tx, school).await?;
    let mut found = Vec::new();
    for programme in store::programmes::of_school(tx, school).await? {
        let here = || ends.iter().filter(|end| end.programme == programme.id);
        if here().next().is_none() {
            continue;
        }
        let names = Names::of(tx, &programme).await?;
        let pairs = store::pairs::of_programme(tx, school, &programme.id).await?;
        let with = |end: &Ending| {
            let pair = pairs.iter().find(|pair| pair.id == end.pair)?;
            Some((end.clone(), pair.clone(), names.clone()))
        };
        found.extend(here().filter_map(with));
    }
    Ok(found)
}

fn row(
    page: &Page,
    names: &Names,
    pair: &Pair,
    ending: Option<&Ending>,
    written: &[(PairId, Side)],
) -> Result<Row, PageError> {
    let (newcomer, mentor) = (&names.newcomer(&pair.newcomer)?.name, &names.mentor(&pair.mentor)?.name);
    Ok(Row {
        href: ShowPath { pair: pair.id.clone() }.to_string(),
        title: format!("{} · {}", newcomer.brief(), mentor.brief()),
        written: written.iter().filter(|(id, _)| *id == pair.id).count(),
        when: ending.map(|ending| i18n::day_short(page.lang(), ending.last_day)).unwrap_or_default(),
    })
}
