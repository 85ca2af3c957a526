//! Everybody without a pair when the choice is over.

use super::{AppointPath, ListPath, permit};
use crate::layout::Shell;
use crate::newcomers::{facts, for_now};
use crate::{Page, PageError, filters};
use actions::newcomers::Overview;
use axum::response::Response;
use domain::Day;
use domain::newcomers::Unpaired;
use domain::programmes::{Phase, Programme};
use i18n::Arg;
use store::Tx;

/// Somebody without a pair.
struct Row {
    initials: String,
    name: String,
    facts: String,
    /// Why there is no pair: the key.
    why: String,
    /// Who stays until there is one.
    provisional: String,
    href: String,
    /// Nothing but an appointment makes a pair.
    needs: bool,
    /// Chooses in a second round: nobody is appointed.
    chooses: bool,
}

#[derive(askama::Template)]
#[template(path = "appointments/list.html")]
struct List {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    rows: Vec<Row>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    permit(&page, school)?;
    let Some(programme) = store::programmes::running(&mut tx, school, page.today()).await? else {
        return show(&page, page.text("appointments-none"), page.text("appointments-no-programme"), vec![]);
    };
    let all = actions::newcomers::overview(&mut tx, &programme, page.today()).await?;
    let mut rows = Vec::new();
    for one in &all {
        if let Some(why) = one.unpaired {
            rows.push(row(&page, &mut tx, one, why).await?);
        }
    }
    i18n::sort_by_name(page.lang(), &mut rows, |row| &row.name);
    rows.sort_by_key(|row| !row.needs);
    let (title, text) = board(&page, &programme, &rows);
    show(&page, title, text, rows)
}

fn show(page: &Page, title: String, text: String, rows: Vec<Row>) -> Result<Response, PageError> {
    page.show(&List { shell: page.shell(), today: page.today(), title, text, rows })
}

async fn row(page: &Page, tx: &mut Tx, one: &Overview, why: Unpaired) -> Result<Row, PageError> {
    Ok(Row {
        initials: one.person.name.initials(),
        name: one.person.name.brief(),
        facts: facts(page.lang(), &one.person, one.newcomer.hired_on),
        why: why_key(why),
        provisional: for_now(page, tx, &one.newcomer.school, &one.newcomer.id).await?,
        href: AppointPath { newcomer: one.newcomer.id.clone() }.to_string(),
        needs: why.needs_somebody(),
        chooses: why == Unpaired::LooksOn,
    })
}

/// The text key of a reason.
pub(super) fn why_key(why: Unpaired) -> String {
    format!("appointments-why-{}", why.word())
}

fn board(page: &Page, programme: &Programme, rows: &[Row]) -> (String, String) {
    let needs: Vec<&Row> = rows.iter().filter(|row| row.needs).collect();
    let name = needs.first().map(|row| row.name.clone()).unwrap_or_default();
    let round = programme.round_on(page.today());
    let until = round.map_or(programme.phases.decision_until, |round| round.until);
    let day = i18n::day(page.lang(), until);
    let args = [("count", Arg::from(needs.len())), ("name", name.into()), ("day", day.into())];
    let key = match programme.phase(page.today()) {
        Phase::Hiring | Phase::Selection | Phase::Decision => "early",
        Phase::Closed => "closed",
        Phase::Orders | Phase::Work if round.is_some() => "looks-on",
        Phase::Orders | Phase::Work if !needs.is_empty() => "needs",
        Phase::Orders | Phase::Work if !rows.is_empty() => "waiting",
        Phase::Orders | Phase::Work => "nobody",
    };
    let said = |tail: &str| i18n::t(page.lang(), &format!("appointments-board-{key}{tail}"), &args);
    (said(""), said("-text"))
}
