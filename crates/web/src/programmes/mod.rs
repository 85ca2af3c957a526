//! Pages of the programme: what happens when, its dates, its settings with their reasons, days off.

mod dates;
mod days;
mod next;
mod offers;
mod setting;
mod show;
mod stopping;
mod templates;
mod years;

use crate::layout::parts::{Phase as PhasePart, When};
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::ProgrammeId;
use domain::people::Role;
use domain::programmes::{Phase, PhasesRefused, Programme, SetUpRefused};
use serde::Deserialize;

/// The programme of the reader's school; a form sent here sets up the next one.
#[derive(TypedPath)]
#[typed_path("/programmes")]
pub(crate) struct ShowPath;

/// Dates are moved.
#[derive(TypedPath, Deserialize)]
#[typed_path("/programmes/{id}/dates", rejection(PageError))]
pub(crate) struct DatesPath {
    pub(crate) id: ProgrammeId,
}

/// One setting: what it means, and another value for it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/programmes/{id}/settings/{key}", rejection(PageError))]
pub(crate) struct SettingPath {
    pub(crate) id: ProgrammeId,
    pub(crate) key: String,
}

/// A day off or a working weekend is entered.
#[derive(TypedPath)]
#[typed_path("/programmes/days")]
pub(crate) struct DayPath;

/// A day is taken out of the calendar.
#[derive(TypedPath)]
#[typed_path("/programmes/days/remove")]
pub(crate) struct RemoveDayPath;

/// The programmes of all years (feat:N1).
#[derive(TypedPath)]
#[typed_path("/programmes/years")]
pub(crate) struct YearsPath;

/// The programme of one year, whichever runs.
#[derive(TypedPath, Deserialize)]
#[typed_path("/programmes/years/{id}", rejection(PageError))]
pub(crate) struct OnePath {
    pub(crate) id: ProgrammeId,
}

/// A programme is stopped in the middle of its year, after a look at what that ends.
#[derive(TypedPath, Deserialize)]
#[typed_path("/programmes/years/{id}/stop", rejection(PageError))]
pub(crate) struct StopPath {
    pub(crate) id: ProgrammeId,
}

/// A programme that is over is set aside, or taken out again.
#[derive(TypedPath, Deserialize)]
#[typed_path("/programmes/years/{id}/shelf", rejection(PageError))]
pub(crate) struct ShelfPath {
    pub(crate) id: ProgrammeId,
}

/// The next programme: begun empty, as a copy or from a template.
#[derive(TypedPath)]
#[typed_path("/programmes/next")]
pub(crate) struct NextPath;

/// Templates of the school; by POST one is kept.
#[derive(TypedPath)]
#[typed_path("/programmes/templates")]
pub(crate) struct TemplatesPath;

/// A template of the school is shown to the district, or removed.
#[derive(TypedPath)]
#[typed_path("/programmes/templates/change")]
pub(crate) struct ChangePath;

/// What a district offers to its schools.
#[derive(TypedPath)]
#[typed_path("/programmes/offers")]
pub(crate) struct OffersPath;

const OFFICER: Access = Access::OneOf(&[Role::DistrictOfficer]);
const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);

/// Routes of the programme.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, show::show)
        .post(COORDINATOR, dates::set_up)
        .post(COORDINATOR, dates::reschedule)
        .get(COORDINATOR, setting::blank)
        .post(COORDINATOR, setting::change)
        .post(COORDINATOR, days::set)
        .post(COORDINATOR, days::remove)
        .get(LEADERS, years::list)
        .get(LEADERS, years::one)
        .get(COORDINATOR, stopping::ask)
        .post(COORDINATOR, stopping::stop)
        .post(COORDINATOR, years::shelf)
        .get(COORDINATOR, next::blank)
        .post(COORDINATOR, next::set_up)
        .get(COORDINATOR, templates::list)
        .post(COORDINATOR, templates::keep)
        .post(COORDINATOR, templates::change)
        .get(OFFICER, offers::list)
        .post(OFFICER, offers::step)
}

/// Where a programme stands: the one that runs under its short address, another under its own.
async fn home(page: &Page, id: &ProgrammeId) -> Result<String, PageError> {
    let mut tx = page.read().await?;
    let running = store::programmes::running(&mut tx, page.school_id()?, page.today()).await?;
    Ok(match running {
        Some(programme) if programme.id == *id => ShowPath.to_string(),
        _ => OnePath { id: id.clone() }.to_string(),
    })
}

/// The strip of phases on a board, with their days.
pub(crate) fn strip(page: &Page, programme: &Programme) -> Vec<PhasePart> {
    let now = programme.phase(page.today());
    let part = |phase: Phase| PhasePart {
        name: page.text(&format!("programmes-phase-{}", phase.word())),
        note: span(page, programme, phase),
        when: match phase.cmp(&now) {
            std::cmp::Ordering::Less => When::Past,
            std::cmp::Ordering::Equal => When::Now,
            std::cmp::Ordering::Greater => When::Next,
        },
    };
    Phase::ALL.into_iter().filter(|phase| *phase != Phase::Closed).map(part).collect()
}

/// First and last day of a phase, or the one day that it lasts.
fn span(page: &Page, programme: &Programme, phase: Phase) -> String {
    let (from, until) = programme.phases.span(phase);
    i18n::day_span(page.lang(), from, until)
}

/// The field that a refusal speaks of, and the key of what it says.
fn refusal(why: SetUpRefused) -> (&'static str, &'static str) {
    match why {
        SetUpRefused::Phases(PhasesRefused::OutOfOrder { at }) => {
            (dates::NAMES[at], "programmes-refused-out-of-order")
        }
        SetUpRefused::Phases(PhasesRefused::SelectionTooLong) => {
            ("selection_until", "programmes-refused-too-long")
        }
        SetUpRefused::YearTaken => ("starts_on", "programmes-refused-year-taken"),
        SetUpRefused::OtherYear => ("starts_on", "programmes-refused-other-year"),
        SetUpRefused::Past { at } => (dates::NAMES[at], "programmes-refused-past"),
        SetUpRefused::Closed => ("work_until", "programmes-refused-closed"),
        SetUpRefused::Opened => ("value", "programmes-refused-opened"),
        SetUpRefused::WrittenForFewer => ("value", "programmes-refused-written"),
        SetUpRefused::OutOfBounds => ("value", "programmes-refused-out-of-bounds"),
        SetUpRefused::ReasonNeeded => ("reason", "programmes-refused-reason"),
    }
}
