//! Somebody is worried about a child: any adult of the school raises a concern, and those who may lead the case do so by
//! its clock (feat:I7; rules §16; docs/decisions/0047).

mod list;
mod raise;
mod show;
mod steps;

use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::people::Person;
use domain::{ConcernId, PersonId};
use serde::Deserialize;
use store::Tx;

/// The concerns that the reader may see.
#[derive(TypedPath)]
#[typed_path("/concerns")]
pub(crate) struct ListPath;

/// One is raised.
#[derive(TypedPath)]
#[typed_path("/concerns/new")]
pub(crate) struct NewPath;

/// A concern, and its case for whoever leads it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/concerns/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: ConcernId,
}

/// Somebody takes it on.
#[derive(TypedPath, Deserialize)]
#[typed_path("/concerns/{id}/lead", rejection(PageError))]
pub(crate) struct LeadPath {
    pub(crate) id: ConcernId,
}

/// It is handed over.
#[derive(TypedPath, Deserialize)]
#[typed_path("/concerns/{id}/hand", rejection(PageError))]
pub(crate) struct HandPath {
    pub(crate) id: ConcernId,
}

/// Of whom it is.
#[derive(TypedPath, Deserialize)]
#[typed_path("/concerns/{id}/name", rejection(PageError))]
pub(crate) struct NamePath {
    pub(crate) id: ConcernId,
}

/// A note is added.
#[derive(TypedPath, Deserialize)]
#[typed_path("/concerns/{id}/note", rejection(PageError))]
pub(crate) struct NotePath {
    pub(crate) id: ConcernId,
}

/// A step is written down.
#[derive(TypedPath, Deserialize)]
#[typed_path("/concerns/{id}/step", rejection(PageError))]
pub(crate) struct StepPath {
    pub(crate) id: ConcernId,
}

/// It is closed.
#[derive(TypedPath, Deserialize)]
#[typed_path("/concerns/{id}/close", rejection(PageError))]
pub(crate) struct ClosePath {
    pub(crate) id: ConcernId,
}

/// Routes of concerns. Who leads a case is no role: the door is open and the action decides.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .get(Access::SignedIn, raise::form)
        .post(Access::SignedIn, raise::raise)
        .get(Access::SignedIn, show::show)
        .post(Access::SignedIn, steps::lead)
        .post(Access::SignedIn, steps::hand)
        .post(Access::SignedIn, steps::name)
        .post(Access::SignedIn, steps::note)
        .post(Access::SignedIn, steps::step)
        .post(Access::SignedIn, steps::close)
}

/// The frame of a page about a concern: the helplines stand under each (rules §16). Everybody who works at the school may be
/// here; whoever looks after pupils has the tabs of their pages.
async fn shell(page: &Page, tx: &mut Tx) -> Result<Shell, PageError> {
    let shell = Shell { helplines: true, ..page.shell() };
    let cares = actions::pupils::cares(tx, &page.context()).await?;
    Ok(if cares { Shell { tabs: page.tabs_by_duty(), ..shell } } else { shell })
}

/// Everybody else who works at the school today, and whoever stands there already, by name.
async fn colleagues(page: &Page, tx: &mut Tx, chosen: &str) -> Result<Vec<Choice>, PageError> {
    let mut people = store::people::of_school(tx, page.school_id()?).await?;
    let stands = |id: &PersonId| id.as_str() == chosen;
    let offered = |one: &Person| one.works_on(page.today()) && one.id != page.actor().person;
    people.retain(|one| offered(one) || stands(&one.id));
    let choice = |person: &Person| Choice::new(person.id.as_str(), person.name.full()).chosen_if(chosen);
    let mut people: Vec<Choice> = people.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut people, |one| &one.label);
    Ok(people)
}
