//! The six dates: set up with the usual ones to begin with, moved as long as they are still to come.

use super::{DatesPath, ShowPath, home, refusal, show};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::programmes::Outset;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::programmes::{Phases, Programme, SetUpRefused, year_to_set_up};
use i18n::Lang;

/// Names of the fields, in the order of [`Phases::days`]; also the tails of their text keys.
pub(super) const NAMES: [&str; 6] =
    ["starts_on", "selection_from", "selection_until", "decision_until", "orders_until", "work_until"];

/// One of the six dates: a field, or text where the day has passed.
pub(super) struct Line {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) means: String,
    /// What stands in the field.
    pub(super) value: String,
    pub(super) error: String,
    /// The day, where it does not move any more.
    pub(super) fixed: Option<Day>,
    /// That day has passed.
    pub(super) passed: bool,
    /// What somebody has typed here while somebody else was faster; empty otherwise.
    pub(super) typed: String,
}

impl Line {
    fn new(name: &'static str, lang: Lang, value: String, error: &str) -> Self {
        Self {
            name,
            label: i18n::t(lang, &format!("programmes-date-{name}"), &[]),
            means: i18n::t(lang, &format!("programmes-date-{name}-means"), &[]),
            value,
            error: error.to_owned(),
            fixed: None,
            passed: false,
            typed: String::new(),
        }
    }
}

/// The form of a programme that does not stand yet: the usual dates, or what was typed.
pub(super) fn beginning(page: &Page, back: Option<&Fields>) -> Vec<Line> {
    beginning_with(page, &Phases::usual(year_to_set_up(page.today())), back)
}

/// The same with other dates to begin with.
pub(super) fn beginning_with(page: &Page, phases: &Phases, back: Option<&Fields>) -> Vec<Line> {
    let line = |(name, day): (&'static str, Day)| {
        let value = back.map_or_else(|| day.to_string(), |fields| fields.value(name).to_owned());
        Line::new(name, page.lang(), value, back.map_or("", |fields| fields.error(name)))
    };
    NAMES.into_iter().zip(phases.days()).map(line).collect()
}

/// How the form of a programme comes back.
pub(super) enum Back<'a> {
    /// Not sent yet.
    Fresh,
    /// Something is wrong; what was typed stays.
    Wrong(&'a Fields),
    /// Somebody else was faster: what stands now is shown, what was typed beside it.
    Overtaken(&'a Fields),
}

/// The form of a programme that stands.
pub(super) fn standing(page: &Page, programme: &Programme, back: &Back<'_>) -> Vec<Line> {
    let movable = programme.movable(page.today());
    let line = |(at, name): (usize, &'static str)| {
        let day = programme.phases.days()[at];
        let mut line = Line::new(name, page.lang(), day.to_string(), "");
        match back {
            _ if !movable[at] => (line.fixed, line.passed) = (Some(day), day < page.today()),
            Back::Wrong(fields) => {
                fields.value(name).clone_into(&mut line.value);
                fields.error(name).clone_into(&mut line.error);
            }
            Back::Overtaken(fields) if fields.value(name) != line.value => {
                fields.value(name).clone_into(&mut line.typed);
            }
            Back::Fresh | Back::Overtaken(_) => {}
        }
        line
    };
    NAMES.into_iter().enumerate().map(line).collect()
}

/// Reads the dates; `kept` gives a date that is not asked for.
pub(super) fn read(fields: &mut Fields, kept: impl Fn(usize) -> Option<Day>) -> Option<Phases> {
    let mut days = [Day::MIN; 6];
    for (at, name) in NAMES.into_iter().enumerate() {
        if let Some(day) = kept(at).or_else(|| fields.day(name)) {
            days[at] = day;
        }
    }
    fields.is_right().then(|| Phases::of_days(days))
}

pub(super) fn refuse(fields: &mut Fields, why: SetUpRefused) {
    let (field, key) = refusal(why);
    fields.refuse(field, key, &[]);
}

pub(super) async fn set_up(_: ShowPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let school = page.school_id()?.clone();
    let first_year = year_to_set_up(page.today());
    let Some(phases) = read(&mut fields, |_| None) else {
        return show::draw(&page, StatusCode::UNPROCESSABLE_ENTITY, show::Trouble::SetUp(fields)).await;
    };
    let outset = if fields.ticked("like") { Outset::Copied } else { Outset::Usual };
    match actions::programmes::create(&page.context(), &school, first_year, phases, outset).await {
        Ok(_) => Ok(page.done(&ShowPath, "programmes-done-set-up", &[])),
        Err(Failed::Refused(why)) => {
            refuse(&mut fields, why);
            show::draw(&page, StatusCode::UNPROCESSABLE_ENTITY, show::Trouble::SetUp(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn reschedule(
    path: DatesPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let standing = {
        let mut tx = page.read().await?;
        let programme = store::programmes::get(&mut tx, page.school_id()?, &path.id).await?;
        programme.ok_or(PageError::NotFound)?.phases
    };
    let movable = standing.movable(page.today());
    let kept = |at: usize| (!movable[at]).then(|| standing.days()[at]);
    let seen = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let Some(phases) = read(&mut fields, kept) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return show::draw_one(&page, status, &path.id, show::Trouble::Dates(fields)).await;
    };
    match actions::programmes::reschedule(&page.context(), &path.id, seen, phases).await {
        Ok(()) => Ok(page.done(&home(&page, &path.id).await?, "programmes-done-moved", &[])),
        Err(Failed::Refused(why)) => {
            refuse(&mut fields, why);
            show::draw_one(&page, StatusCode::UNPROCESSABLE_ENTITY, &path.id, show::Trouble::Dates(fields))
                .await
        }
        Err(Failed::Changed) => {
            show::draw_one(&page, StatusCode::CONFLICT, &path.id, show::Trouble::Overtaken(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}
