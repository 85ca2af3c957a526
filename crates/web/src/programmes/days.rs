//! Days off and working weekends of the school's calendar, by which the law's days are counted.

use super::{DayPath, RemoveDayPath, ShowPath, show};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::{Page, PageError};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::calendar::{DayKind, SpecialDay};

/// Kinds that people enter; holidays with a fixed date come with the programme.
const ENTERED: [DayKind; 2] = [DayKind::MovedOff, DayKind::MovedToWork];

/// A day of the calendar that is not as its weekday says.
pub(super) struct Special {
    pub(super) day: Day,
    /// The key of its kind.
    pub(super) kind: String,
}

/// The calendar: what has to be verified every year, what the law fixes, what has passed.
pub(super) struct Calendar {
    pub(super) to_verify: Vec<Special>,
    pub(super) fixed: Vec<Special>,
    pub(super) passed: Vec<Special>,
    pub(super) kinds: Vec<Choice>,
    pub(super) fields: Fields,
}

impl Calendar {
    pub(super) fn new(page: &Page, days: &[SpecialDay], fields: Fields) -> Self {
        let kind = |kind: DayKind| {
            let label = page.text(&format!("programmes-day-{}", kind.word()));
            Choice::new(kind.word(), label).chosen_if(fields.value("kind"))
        };
        let kinds = ENTERED.map(kind).into();
        let mut calendar = Self { to_verify: vec![], fixed: vec![], passed: vec![], kinds, fields };
        for special in days {
            let one = Special { day: special.day, kind: format!("programmes-day-{}", special.kind.word()) };
            match () {
                () if special.day < page.today() => calendar.passed.push(one),
                () if special.kind.is_fixed() => calendar.fixed.push(one),
                () => calendar.to_verify.push(one),
            }
        }
        calendar
    }
}

fn read_kind(word: &str) -> Option<DayKind> {
    ENTERED.into_iter().find(|kind| kind.word() == word)
}

/// Where the calendar stands on the page.
fn place() -> String {
    format!("{ShowPath}#days")
}

pub(super) async fn set(_: DayPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (day, kind) = (fields.day("day"), fields.choice("kind", read_kind));
    let (Some(day), Some(kind)) = (day, kind) else {
        return show::draw(&page, StatusCode::UNPROCESSABLE_ENTITY, show::Trouble::Day(fields)).await;
    };
    let school = page.school_id()?.clone();
    actions::programmes::set_day(&page.context(), &school, SpecialDay { day, kind }).await?;
    let args = [("day", i18n::day_short(page.lang(), day))];
    Ok(page.done(&place(), "programmes-done-day", &args))
}

pub(super) async fn remove(_: RemoveDayPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let day: Day = fields.value("day").parse().map_err(|_| PageError::Unreadable)?;
    let school = page.school_id()?.clone();
    actions::programmes::remove_day(&page.context(), &school, day).await?;
    let args = [("day", i18n::day_short(page.lang(), day))];
    Ok(page.done(&place(), "programmes-done-day-removed", &args))
}
