//! Pages about the programme of a school: where it stands, its dates, its settings. One file for each page; the
//! template lies beside it.

mod dates;
mod settings;
mod show;
mod tasks;

use crate::layout::parts::{Phase as PhasePart, When};
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::PersonId;
use domain::people::{Person, Role};
use domain::programmes::{Phase, PhasesRefused, Programme, SetUpRefused};
use domain::settings::Key;
use jiff::Unit;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where the programme stands, and what is to do.
#[derive(TypedPath)]
#[typed_path("/programme")]
pub(crate) struct ShowPath;

/// A programme is set up.
#[derive(TypedPath)]
#[typed_path("/programme/new")]
pub(crate) struct NewPath;

/// Dates that are still to come.
#[derive(TypedPath)]
#[typed_path("/programme/dates")]
pub(crate) struct DatesPath;

/// Settings and days off.
#[derive(TypedPath)]
#[typed_path("/programme/settings")]
pub(crate) struct SettingsPath;

/// One setting.
#[derive(TypedPath, Deserialize)]
#[typed_path("/programme/settings/{key}", rejection(PageError))]
pub(crate) struct SettingPath {
    pub(crate) key: String,
}

/// A day off is entered.
#[derive(TypedPath)]
#[typed_path("/programme/days-off")]
pub(crate) struct DaysOffPath;

/// A day is again what its weekday says.
#[derive(TypedPath)]
#[typed_path("/programme/days-off/remove")]
pub(crate) struct RemoveDayPath;

const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);

/// Routes of programmes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, show::show)
        .get(COORDINATOR, dates::blank)
        .post(COORDINATOR, dates::create)
        .get(COORDINATOR, dates::now)
        .post(COORDINATOR, dates::save)
        .get(COORDINATOR, settings::list)
        .get(COORDINATOR, settings::one)
        .post(COORDINATOR, settings::save)
        .post(COORDINATOR, settings::add_day)
        .post(COORDINATOR, settings::remove_day)
}

/// The programme that runs in the reader's school.
pub(crate) async fn running(page: &Page, tx: &mut store::Tx) -> Result<Programme, PageError> {
    store::programmes::latest(tx, page.school_id()?).await?.ok_or(PageError::NotFound)
}

/// Everybody of the reader's school, by id.
pub(crate) async fn people(
    page: &Page,
    tx: &mut store::Tx,
) -> Result<BTreeMap<PersonId, Person>, PageError> {
    let people = store::people::of_school(tx, page.school_id()?).await?;
    Ok(people.into_iter().map(|person| (person.id.clone(), person)).collect())
}

/// The strip of phases on the board, each with its days.
pub(crate) fn strip(page: &Page, programme: &Programme) -> Vec<PhasePart> {
    let now = programme.phase(page.today());
    let part = |phase: Phase| {
        let when = match phase.cmp(&now) {
            std::cmp::Ordering::Less => When::Past,
            std::cmp::Ordering::Equal => When::Now,
            std::cmp::Ordering::Greater => When::Next,
        };
        let name = page.text(&format!("programmes-phase-{}", phase.word()));
        PhasePart { name, note: note(page, programme, phase, when), when }
    };
    Phase::ALL.into_iter().filter(|phase| *phase != Phase::Closed).map(part).collect()
}

fn note(page: &Page, programme: &Programme, phase: Phase, when: When) -> String {
    let lang = page.lang();
    let (from, until) = programme.phases.span(phase);
    let day = |day| i18n::Arg::from(i18n::day_short(lang, day));
    if when == When::Now {
        let left = page.today().until((Unit::Day, until)).map_or(0, |span| span.get_days());
        return i18n::t(lang, "programmes-left", &[("day", day(until)), ("count", i64::from(left).into())]);
    }
    if from >= until {
        return i18n::day_short(lang, until);
    }
    i18n::t(lang, "programmes-span", &[("from", day(from)), ("until", day(until))])
}

/// What the coordinator reads where a programme is not set up or changed.
fn refusal(why: SetUpRefused) -> &'static str {
    match why {
        SetUpRefused::Phases(PhasesRefused::OutOfOrder) => "programmes-refused-order",
        SetUpRefused::Phases(PhasesRefused::SelectionTooLong) => "programmes-refused-long",
        SetUpRefused::YearTaken => "programmes-refused-year-taken",
        SetUpRefused::OtherYear => "programmes-refused-other-year",
        SetUpRefused::Past => "programmes-refused-past",
        SetUpRefused::Closed => "programmes-refused-closed",
        SetUpRefused::OutOfBounds => "programmes-refused-bounds",
        SetUpRefused::ReasonNeeded => "programmes-refused-reason",
    }
}

/// A setting named in an address.
fn key(word: &str) -> Result<Key, PageError> {
    Key::from_word(word).ok_or(PageError::NotFound)
}
