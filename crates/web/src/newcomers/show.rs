//! One newcomer: who is with them now, and naming or taking back the provisional mentor.

use super::{ListPath, NamePath, ShowPath, TakeBackPath, order_words, refusal};
use crate::errors::refused;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::names::Names;
use crate::{Page, PageError, filters};
use actions::newcomers::{name_provisional, take_back_provisional};
use axum::http::StatusCode;
use axum::response::Response;
use domain::pairs::{Pair, State as PairState};
use domain::permissions::{Action, may};
use domain::{Day, NewcomerId, PersonId};
use store::Tx;

#[derive(askama::Template)]
#[template(path = "newcomers/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    name: String,
    subject: String,
    hired_on: Day,
    order: String,
    /// The running pair: its page and the mentor.
    pair: Option<(String, String)>,
    /// Without an order yet: it can be taken back.
    take_back: Option<String>,
    action: String,
    /// Who may be named; empty where somebody is with the newcomer already.
    people: Vec<Choice>,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

async fn draw(page: &Page, id: &NewcomerId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let newcomer = store::newcomers::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    may(page.actor(), &Action::ManageProgramme(&newcomer.school)).map_err(|_| PageError::NotFound)?;
    let programme = store::programmes::get(&mut tx, &newcomer.school, &newcomer.programme).await?;
    let programme = programme.ok_or(PageError::NotFound)?;
    let names = Names::of(&mut tx, &programme).await?;
    let calendar = actions::programmes::calendar(&mut tx, &newcomer.school).await?;
    let pairs = store::pairs::of_newcomer(&mut tx, &newcomer.school, id).await?;
    let order = newcomer.first_order(&pairs, &programme.settings, &calendar, page.today());
    let named = names.newcomer(id)?;
    let running = pairs.iter().find(|pair| !matches!(pair.state, PairState::Ended { .. }));
    let pair = match running {
        Some(pair) => Some((format!("/pairs/{}", pair.id), names.mentor(&pair.mentor)?.name.full())),
        None => None,
    };
    let undoable = running.filter(|pair| pair.is_provisional() && pair.assignment().is_none());
    let people = if running.is_none() { people(page, &mut tx, &names, &fields).await? } else { Vec::new() };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            name: named.name.full(),
            subject: named.subject.clone().unwrap_or_default(),
            hired_on: newcomer.hired_on,
            order: order_words(page.lang(), order).0,
            pair,
            take_back: undoable.map(|_: &Pair| TakeBackPath { id: id.clone() }.to_string()),
            action: NamePath { id: id.clone() }.to_string(),
            people,
            fields,
        },
    )
}

/// Staff who work here and are no newcomers, by name.
async fn people(page: &Page, tx: &mut Tx, names: &Names, fields: &Fields) -> Result<Vec<Choice>, PageError> {
    let staff = store::people::of_school(tx, page.school_id()?).await?;
    let free = |id: &PersonId| !names.newcomers.iter().any(|newcomer| newcomer.person == *id);
    let mut people: Vec<Choice> = staff
        .into_iter()
        .filter(|person| person.works_on(page.today()) && free(&person.id))
        .map(|person| Choice::new(person.id.as_str(), person.name.full()).chosen_if(fields.value("person")))
        .collect();
    i18n::sort_by_name(page.lang(), &mut people, |choice| &choice.label);
    Ok(people)
}

pub(super) async fn name(path: NamePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let chosen = |word: &str| (!word.is_empty()).then(|| PersonId::from(word));
    let Some(person) = fields.choice("person", chosen) else { return draw(&page, &path.id, fields).await };
    match name_provisional(&page.context(), &path.id, &person).await {
        Ok(_) => Ok(page.done(&ShowPath { id: path.id }, "newcomers-done-named", &[])),
        Err(failed) => {
            fields.refuse("person", refusal(refused(failed)?), &[]);
            draw(&page, &path.id, fields).await
        }
    }
}

pub(super) async fn take_back(path: TakeBackPath, page: Page) -> Result<Response, PageError> {
    match take_back_provisional(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "newcomers-done-taken-back", &[])),
        Err(failed) => {
            let kind = crate::layout::FlashKind::Refused;
            Ok(page.lead(&ListPath, kind, refusal(refused(failed)?), &[]))
        }
    }
}
