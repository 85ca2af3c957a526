//! Pages of observed lessons: what waits and what was, a lesson to choose, one observation with its sheet, the sheet
//! while it is written, and for those who lead the school that observations took place. One file for each page.

mod list;
mod new;
pub(crate) mod own;
mod paper;
mod reading;
mod school;
mod sheet;
mod show;
mod steps;

use crate::forms::encode;
use crate::formsets::asking::unfit;
use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::meetings::Refused as TimeRefused;
use domain::observations::{MOST_SHEETS, Refused, SheetRefused};
use domain::people::Role;
use domain::{ObservationId, PersonId};
use i18n::Lang;
use serde::Deserialize;

/// The own observations.
#[derive(TypedPath)]
#[typed_path("/observations")]
pub(crate) struct ListPath;

/// A lesson is chosen.
#[derive(TypedPath)]
#[typed_path("/observations/new")]
pub(crate) struct NewPath;

impl NewPath {
    /// With the way filled in, and whom it is about where that is known.
    pub(crate) fn with(way: Way, person: Option<&PersonId>) -> String {
        let with = person.map(|person| format!("&with={}", encode(person.as_str()))).unwrap_or_default();
        format!("{Self}?way={}{with}", way.word())
    }
}

/// What took place in the school.
#[derive(TypedPath)]
#[typed_path("/observations/school")]
pub(crate) struct SchoolPath;

/// One observation.
#[derive(TypedPath, Deserialize)]
#[typed_path("/observations/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: ObservationId,
}

/// Yes, no, taken back, it does not take place.
#[derive(TypedPath, Deserialize)]
#[typed_path("/observations/{id}/answer", rejection(PageError))]
pub(crate) struct AnswerPath {
    pub(crate) id: ObservationId,
}

/// The sheet while it is written.
#[derive(TypedPath, Deserialize)]
#[typed_path("/observations/{id}/sheet", rejection(PageError))]
pub(crate) struct SheetPath {
    pub(crate) id: ObservationId,
}

/// A new version of a finished sheet is begun.
#[derive(TypedPath, Deserialize)]
#[typed_path("/observations/{id}/amend", rejection(PageError))]
pub(crate) struct AmendPath {
    pub(crate) id: ObservationId,
}

/// A finished sheet is taken back for good.
#[derive(TypedPath, Deserialize)]
#[typed_path("/observations/{id}/void", rejection(PageError))]
pub(crate) struct VoidPath {
    pub(crate) id: ObservationId,
}

/// The observed teacher has read it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/observations/{id}/read", rejection(PageError))]
pub(crate) struct ReadPath {
    pub(crate) id: ObservationId,
}

/// Who else reads it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/observations/{id}/share", rejection(PageError))]
pub(crate) struct SharePath {
    pub(crate) id: ObservationId,
}

/// The next step goes into the development plan.
#[derive(TypedPath, Deserialize)]
#[typed_path("/observations/{id}/step", rejection(PageError))]
pub(crate) struct StepPath {
    pub(crate) id: ObservationId,
}

/// The sheet on paper.
#[derive(TypedPath, Deserialize)]
#[typed_path("/observations/{id}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: ObservationId,
    pub(crate) lang: String,
}

/// Who comes to whose lesson, as the reader begins it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The reader watches somebody's lesson.
    Watch,
    /// Somebody watches the reader's lesson.
    Invite,
    /// The reader watches a newcomer's lesson within internal control.
    Control,
}

impl Way {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Watch => "watch",
            Self::Invite => "invite",
            Self::Control => "control",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        [Self::Watch, Self::Invite, Self::Control].into_iter().find(|way| way.word() == word)
    }
}

/// Routes of observed lessons, open to everybody who works at a school: each page shows itself to those it is for.
pub(crate) fn routes() -> Routes {
    const STAFF: Access =
        Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher, Role::Coordinator, Role::Head]);
    Routes::new()
        .get(STAFF, list::list)
        .get(STAFF, new::blank)
        .post(STAFF, new::propose)
        .get(Access::OneOf(&[Role::Coordinator, Role::Head]), school::list)
        .get(STAFF, show::show)
        .post(STAFF, steps::answer)
        .get(STAFF, sheet::blank)
        .post(STAFF, sheet::keep)
        .post(STAFF, steps::amend)
        .post(STAFF, steps::annul)
        .post(STAFF, steps::read)
        .post(STAFF, steps::share)
        .post(STAFF, steps::step)
        .get(STAFF, paper::paper)
}

/// Why a step is refused, in words.
fn refusal(lang: Lang, why: Refused) -> String {
    let key = match why {
        Refused::Time(TimeRefused::Busy) => "observations-refused-busy",
        Refused::Time(why) => return crate::meetings::refusal(lang, why),
        Refused::Yourself => "observations-refused-yourself",
        Refused::NoNewcomer => "observations-refused-newcomer",
        Refused::Gone => "observations-refused-gone",
        Refused::MentorControls => "observations-refused-mentor",
        Refused::NotOpen => "observations-refused-over",
        Refused::NotYours => "observations-refused-not-yours",
        Refused::NotShared => "observations-refused-shared",
        Refused::TooEarly => "observations-refused-early",
        Refused::Sheet(SheetRefused::NothingSeen) => "observations-refused-nothing",
        Refused::Sheet(SheetRefused::NoMarks) => "observations-refused-marks",
        Refused::Sheet(SheetRefused::NoWords) => "forms-missing",
        Refused::Sheet(SheetRefused::TooLong) => "observations-refused-long",
        Refused::Sheet(SheetRefused::Unfit(why)) => unfit(why),
        Refused::Sheet(SheetRefused::TooMany) => {
            return i18n::t(lang, "observations-refused-many", &[("count", MOST_SHEETS.into())]);
        }
    };
    i18n::t(lang, key, &[])
}
