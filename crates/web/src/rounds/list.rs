//! Where the round stands: the one that runs, or what a new one would begin with; those that are over.

use super::{ClosePath, ExtendPath, ListPath, load, open_refusal, permit, step_refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::newcomers::{ShowPath as NewcomerPath, for_now};
use crate::said::Said;
use crate::{Page, PageError, filters, mentors, proposals};
use actions::Failed;
use actions::rounds::{Taking, outset, taking};
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Person;
use domain::programmes::Programme;
use domain::rounds::{OpenRefused, Round, State, latest, may_open, usual_until};
use domain::{Day, PersonId};
use i18n::Arg;
use jiff::ToSpan;
use store::Tx;

/// Somebody who takes part, or would.
struct Row {
    initials: String,
    name: String,
    /// Who is with a newcomer for now, how many places a mentor has.
    text: String,
    href: String,
}

/// The form with the last day.
struct Until {
    action: String,
    /// The earliest and the latest day it may be.
    min: String,
    max: String,
}

/// A round in the history.
struct Past {
    /// «16 ноября – 30 ноября».
    span: String,
    look: &'static str,
    icon: &'static str,
    word: String,
}

#[derive(askama::Template)]
#[template(path = "rounds/list.html")]
struct List {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    /// The last day is asked for; missing where there is nothing to open or to make longer.
    form: Option<Until>,
    /// The round that runs is closed here.
    close: Option<String>,
    /// Why none is opened, and nothing more is to be done here.
    to_proposals: bool,
    /// Newcomers who agreed with somebody in the round.
    agreed: usize,
    newcomers: Vec<Row>,
    mentors: Vec<Row>,
    past: Vec<Past>,
    fields: Fields,
}

impl List {
    /// The tail of the form's keys.
    fn key(&self, tail: &str) -> String {
        format!("rounds-{}-{tail}", if self.close.is_some() { "extend" } else { "open" })
    }
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, None).await
}

pub(super) async fn open(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let Some(until) = fields.day("until") else { return draw(&page, Some(fields)).await };
    match actions::rounds::open(&page.context(), &programme.id, until).await {
        Ok(_) => Ok(page.done(&ListPath, "rounds-done-opened", &[])),
        Err(Failed::Refused(why)) => {
            let (key, args) = open_refusal(&page, why);
            fields.refuse("until", key, &args);
            draw(&page, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn extend(path: ExtendPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    load(&page, &path.id).await?;
    let Some(until) = fields.day("until") else { return draw(&page, Some(fields)).await };
    match actions::rounds::extend(&page.context(), &path.id, until).await {
        Ok(()) => Ok(page.done(&ListPath, "rounds-done-extended", &[])),
        Err(Failed::Refused(why)) => {
            let (key, args) = step_refusal(&page, why);
            fields.refuse("until", key, &args);
            draw(&page, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What the page speaks of.
struct Facts {
    programme: Programme,
    taking: Taking,
    /// Why no round is opened now.
    refused: Option<OpenRefused>,
    /// Newcomers who agreed and wait for the publication.
    agreed: usize,
    people: Vec<Person>,
}

impl Facts {
    async fn load(page: &Page, tx: &mut Tx, programme: Programme) -> Result<Self, PageError> {
        let taking = taking(tx, &programme, page.today()).await?;
        let outset = outset(tx, &programme, &taking).await?;
        Ok(Self {
            refused: may_open(outset, &programme, page.today()).err(),
            agreed: actions::proposals::outlook(tx, &programme, page.today()).await?.agreed,
            people: store::people::of_school(tx, &programme.school).await?,
            taking,
            programme,
        })
    }

    fn person(&self, id: &PersonId) -> Result<&Person, PageError> {
        self.people.iter().find(|person| person.id == *id).ok_or(PageError::NotFound)
    }

    async fn newcomers(&self, page: &Page, tx: &mut Tx) -> Result<Vec<Row>, PageError> {
        let mut rows = Vec::new();
        for newcomer in &self.taking.newcomers {
            let person = self.person(&newcomer.person)?;
            rows.push(Row {
                initials: person.name.initials(),
                name: person.name.full(),
                text: for_now(page, tx, &newcomer.school, &newcomer.id).await?,
                href: NewcomerPath { id: newcomer.id.clone() }.to_string(),
            });
        }
        i18n::sort_by_name(page.lang(), &mut rows, |row| &row.name);
        Ok(rows)
    }

    fn mentors(&self, page: &Page) -> Result<Vec<Row>, PageError> {
        let mut rows = Vec::new();
        for (mentor, free) in &self.taking.mentors {
            let person = self.person(&mentor.person)?;
            rows.push(Row {
                initials: person.name.initials(),
                name: person.name.full(),
                text: i18n::t(page.lang(), "rounds-places", &[("count", Arg::from(*free))]),
                href: mentors::ShowPath { id: mentor.id.clone() }.to_string(),
            });
        }
        i18n::sort_by_name(page.lang(), &mut rows, |row| &row.name);
        Ok(rows)
    }
}

async fn draw(page: &Page, sent: Option<Fields>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    permit(page, school)?;
    let Some(programme) = store::programmes::running(&mut tx, school, page.today()).await? else {
        return Ok(page.go(&proposals::ListPath));
    };
    let facts = Facts::load(page, &mut tx, programme).await?;
    let (newcomers, mentors) = (facts.newcomers(page, &mut tx).await?, facts.mentors(page)?);
    let rounds = store::rounds::of_programme(&mut tx, school, &facts.programme.id).await?;
    let running = facts.programme.round_on(page.today());
    let (title, text) = board(page, &facts, running, &newcomers);
    let status = if sent.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let begin = || usual(page, &facts.programme, running);
    let show = List {
        shell: page.shell(),
        today: page.today(),
        title,
        text,
        form: form(page, &facts, running),
        close: running.map(|round| ClosePath { id: round.id.clone() }.to_string()),
        to_proposals: facts.refused == Some(OpenRefused::Unpublished),
        agreed: if running.is_some() { facts.agreed } else { 0 },
        newcomers,
        mentors,
        past: rounds
            .iter()
            .filter(|round| !round.runs(page.today()))
            .map(|round| past(page, round))
            .collect(),
        fields: sent.unwrap_or_else(begin),
    };
    page.show_with(status, &show)
}

/// The form as it begins: the usual last day, or a week more.
fn usual(page: &Page, programme: &Programme, running: Option<&Round>) -> Fields {
    let until = match running {
        Some(round) => round.until.saturating_add(7.days()).min(latest(programme, round.from)),
        None => usual_until(programme, page.today()),
    };
    Fields::beginning(page.lang(), &[("until", until.to_string())])
}

fn form(page: &Page, facts: &Facts, running: Option<&Round>) -> Option<Until> {
    let tomorrow = page.today().saturating_add(1.day());
    let (action, from, min) = match running {
        Some(round) => {
            let next = round.until.saturating_add(1.day());
            (ExtendPath { id: round.id.clone() }.to_string(), round.from, next)
        }
        None if facts.refused.is_none() => (ListPath.to_string(), page.today(), tomorrow),
        None => return None,
    };
    let max = latest(&facts.programme, from);
    (min <= max).then(|| Until { action, min: min.to_string(), max: max.to_string() })
}

/// What the board says: who still looks and until when, or why there is no round.
fn board(page: &Page, facts: &Facts, running: Option<&Round>, newcomers: &[Row]) -> (String, String) {
    let names = newcomers.iter().map(|row| row.name.clone()).collect();
    let said = match (running, facts.refused) {
        (Some(round), _) if newcomers.is_empty() => Said::new("rounds-board-all").day(round.until),
        (Some(round), _) => Said::new("rounds-board-runs").day(round.until),
        (None, None) => Said::new("rounds-board-open"),
        (None, Some(OpenRefused::NobodyLooks)) => Said::new("rounds-board-nobody"),
        (None, Some(OpenRefused::NoPlace)) => Said::new("rounds-board-no-place"),
        (None, Some(OpenRefused::Unpublished)) => Said::new("rounds-board-unpublished"),
        (None, Some(OpenRefused::NotNow(_) | OpenRefused::Runs | OpenRefused::Until(_))) => {
            Said::new("rounds-board-not-now")
        }
    };
    let said = said.names(names).with("mentors", facts.taking.mentors.len());
    (said.words(page.lang()), said.explained(page.lang()))
}

fn past(page: &Page, round: &Round) -> Past {
    let last = match round.state {
        State::Closed { at } => page.local(at).date(),
        State::Open | State::Over { .. } => round.until,
    };
    let (look, icon, word) = match round.state {
        State::Closed { .. } => ("", "minus", "closed"),
        State::Open | State::Over { .. } => ("done", "circle-check", "over"),
    };
    Past {
        span: i18n::day_span(page.lang(), round.from, last),
        look,
        icon,
        word: format!("rounds-state-{word}"),
    }
}
