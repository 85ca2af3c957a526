//! The waves of the year for those who lead the programme: what can be opened, what runs, with whom a talk would help,
//! and the way to what a closed wave tells.

use super::{ClosePath, ListPath, ShowPath, TalkedPath, open_refusal, wave_text};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::surveys::{State, Survey, Wave, latest, usual_until};
use jiff::ToSpan;
use store::Tx;

/// A wave in the list.
struct Row {
    title: String,
    text: String,
    /// What it tells; only once it is closed.
    href: String,
}

/// Somebody with whom a talk would help.
struct Talk {
    name: String,
    wave: String,
    person: String,
    action: String,
}

/// A wave can be opened.
struct Form {
    wave: String,
    min: String,
    max: String,
}

#[derive(askama::Template)]
#[template(path = "surveys/list.html")]
struct List {
    shell: Shell,
    today: Day,
    board: String,
    text: String,
    talks: Vec<Talk>,
    form: Option<Form>,
    /// Where the open wave is closed.
    close: Option<String>,
    rows: Vec<Row>,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, None).await
}

async fn draw(page: &Page, typed: Option<Fields>) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    may(page.actor(), &Action::SeeSurveys(&programme.school)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let surveys = store::surveys::of_programme(&mut tx, &programme.school, &programme.id).await?;
    let manages = may(page.actor(), &Action::ManageSurveys(&programme.school)).is_ok();
    let form = form(page, &programme, &surveys).filter(|_| manages);
    let talks = talks(page, &mut tx, &programme).await?;
    let running = surveys.iter().find(|survey| survey.runs(page.today()).is_some());
    let said = board(page, talks.len(), running, form.as_ref());
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let until = usual_until(&programme, page.today()).to_string();
    let fields = typed.unwrap_or_else(|| Fields::beginning(page.lang(), &[("until", until)]));
    page.show_with(
        status,
        &List {
            shell: page.shell(),
            today: page.today(),
            text: said.explained(page.lang()),
            board: said.words(page.lang()),
            talks,
            form,
            close: running.filter(|_| manages).map(|survey| ClosePath { id: survey.id.clone() }.to_string()),
            rows: surveys.iter().rev().map(|survey| row(page, survey)).collect(),
            fields,
        },
    )
}

/// What is to be done now.
fn board(page: &Page, talks: usize, running: Option<&Survey>, form: Option<&Form>) -> Said {
    let day = |day: Day| i18n::day_until(page.lang(), day);
    match (talks, running, form) {
        (0, Some(survey), _) => Said::new("surveys-board-runs").with("until", day(survey.until)),
        (0, None, Some(form)) => Said::new("surveys-board-open").with("wave", &form.wave),
        (0, None, None) => Said::new("surveys-board-quiet"),
        (count, ..) => Said::new("surveys-board-talks").with("count", count),
    }
}

fn form(page: &Page, programme: &Programme, surveys: &[Survey]) -> Option<Form> {
    let wave = Wave::on(programme, page.today())?;
    let free = !surveys.iter().any(|survey| survey.wave == wave);
    let day = |day: Day| day.to_string();
    let max = latest(programme, page.today());
    (free && max > page.today()).then(|| Form {
        wave: wave_text(page, wave),
        min: day(page.today().saturating_add(1.day())),
        max: day(max),
    })
}

fn row(page: &Page, survey: &Survey) -> Row {
    let day = |day: Day| i18n::day_short(page.lang(), day);
    let (said, href) = match (&survey.state, survey.runs(page.today())) {
        (State::Closed { at }, _) => (
            Said::new("surveys-row-closed").with("day", day(page.local(*at).date())),
            ShowPath { id: survey.id.clone() }.to_string(),
        ),
        (State::Open(_), Some(_)) => {
            (Said::new("surveys-row-open").with("day", day(survey.until)), String::new())
        }
        // A schedule closes it within minutes.
        (State::Open(_), None) => (Said::new("surveys-row-closing"), String::new()),
    };
    Row { title: wave_text(page, survey.wave), text: said.words(page.lang()), href }
}

async fn talks(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Vec<Talk>, PageError> {
    let mut talks = Vec::new();
    for (survey, person) in actions::surveys::talks(tx, &page.context(), programme).await? {
        let Some(found) = store::people::get(tx, &person).await? else { continue };
        talks.push(Talk {
            name: found.name.full(),
            wave: wave_text(page, survey.wave),
            person: person.to_string(),
            action: TalkedPath { id: survey.id }.to_string(),
        });
    }
    Ok(talks)
}

pub(super) async fn open(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(until) = fields.day("until") else { return draw(&page, Some(fields)).await };
    match actions::surveys::open(&page.context(), until).await {
        Ok(_) => Ok(page.done(&ListPath, "surveys-done-opened", &[])),
        Err(Failed::Refused(why)) => {
            let (key, args) = open_refusal(&page, why);
            fields.refuse("until", key, &args);
            draw(&page, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn talked(path: TalkedPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    actions::surveys::talked(&page.context(), &path.id, &fields.value("person").into()).await?;
    Ok(page.done(&ListPath, "surveys-done-talked", &[]))
}
