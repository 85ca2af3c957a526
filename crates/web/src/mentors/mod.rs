//! Pages of mentors: who mentors this year, one card, the own card, and what the coordinator decides. One file
//! for each page; the template lies beside it.

mod beside;
mod candidates;
mod cards;
mod common;
mod compare;
mod hall;
mod leave;
mod lines;
mod list;
mod mark;
mod own;
mod pause;
mod show;

use crate::{Access, Page, Routes};
use axum_extra::routing::TypedPath;
use domain::mentors::{CardRefused, CardText, Refused, State};
use domain::people::Role;
use domain::{MentorId, NewcomerId, PersonId};
use i18n::Arg;
use serde::Deserialize;

use crate::PageError;

/// Who mentors this year; for the coordinator all candidates.
#[derive(TypedPath)]
#[typed_path("/mentors")]
pub(crate) struct ListPath;

/// The coordinator nominates somebody of the staff.
#[derive(TypedPath)]
#[typed_path("/mentors/nominate")]
pub(crate) struct NominatePath;

/// The own card: come forward, answer a nomination, change it.
#[derive(TypedPath)]
#[typed_path("/mentors/card")]
pub(crate) struct OwnPath;

/// Stepping back, asked first.
#[derive(TypedPath)]
#[typed_path("/mentors/card/step-back")]
pub(crate) struct LeavePath;

/// A while without new requests, and back.
#[derive(TypedPath)]
#[typed_path("/mentors/card/pause")]
pub(crate) struct PausePath;

/// Two or three mentors side by side, for a newcomer.
#[derive(TypedPath)]
#[typed_path("/mentors/compare")]
pub(crate) struct ComparePath;

/// The card of a mentor.
#[derive(TypedPath, Deserialize)]
#[typed_path("/mentors/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: MentorId,
}

/// The mentor beside a newcomer, for whoever appoints.
#[derive(TypedPath, Deserialize)]
#[typed_path("/mentors/{id}/beside/{newcomer}", rejection(PageError))]
pub(crate) struct BesidePath {
    pub(crate) id: MentorId,
    pub(crate) newcomer: NewcomerId,
}

/// A newcomer marks a card for themselves, or takes the mark away.
#[derive(TypedPath, Deserialize)]
#[typed_path("/mentors/{id}/mark", rejection(PageError))]
pub(crate) struct MarkPath {
    pub(crate) id: MentorId,
}

/// The coordinator approves or rejects an application.
#[derive(TypedPath, Deserialize)]
#[typed_path("/mentors/{id}/decide", rejection(PageError))]
pub(crate) struct DecidePath {
    pub(crate) id: MentorId,
}

const STAFF: Access =
    Access::OneOf(&[Role::Teacher, Role::Newcomer, Role::Mentor, Role::Coordinator, Role::Head]);
const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
const MENTOR: Access = Access::OneOf(&[Role::Mentor]);
const NEWCOMER: Access = Access::OneOf(&[Role::Newcomer]);

/// Routes of mentors.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(STAFF, list::list)
        .post(COORDINATOR, list::nominate)
        .get(STAFF, own::own)
        .post(STAFF, own::save)
        .get(STAFF, leave::ask)
        .post(STAFF, leave::leave)
        .get(MENTOR, pause::show)
        .post(MENTOR, pause::save)
        .get(NEWCOMER, compare::compare)
        .get(STAFF, show::show)
        .get(LEADERS, beside::beside)
        .post(NEWCOMER, mark::mark)
        .post(COORDINATOR, show::decide)
}

/// How a state looks beside a name: chip, icon, key of its word. A nominee who said no, an applicant who took
/// it back and a mentor who stepped back read alike: «does not take part now» (essay:E9).
fn chip(state: State) -> (&'static str, &'static str, String) {
    let (look, icon) = match state {
        State::Nominated => ("act", "send"),
        State::Applied => ("soon", "clock"),
        State::Approved => ("done", "circle-check"),
        State::Rejected | State::SteppedBack => ("", "minus"),
    };
    (look, icon, format!("mentors-state-{}", state.word()))
}

/// The same beside the reader's own name: a nominee reads that it is their turn.
fn own_chip(state: State) -> (&'static str, &'static str, String) {
    match state {
        State::Nominated => ("act", "mail", "mentors-own-nominated-word".to_owned()),
        state => chip(state),
    }
}

/// The field of a form in which the reader mends a card.
fn field_of(why: CardRefused) -> &'static str {
    match why {
        CardRefused::Empty(text) | CardRefused::TooLong(text) => match text {
            CardText::Motive => "motive",
            CardText::Gives => "gives",
            CardText::Works => "works",
        },
        CardRefused::Languages => "languages",
        CardRefused::Places { .. } | CardRefused::PlacesTaken { .. } => "places",
    }
}

/// Why a step was not taken, as a sentence.
fn refusal(page: &Page, why: Refused) -> String {
    let (key, args): (String, Vec<(&str, Arg)>) = match why {
        Refused::NotNow(_) => ("mentors-refused-not-now".into(), vec![]),
        Refused::NotOpen => ("mentors-refused-not-open".into(), vec![]),
        Refused::NotEligible(rule) => (format!("mentors-refused-{}", rule.word()), vec![]),
        Refused::ReasonNeeded => ("mentors-refused-reason".into(), vec![]),
        Refused::RunningPair => ("mentors-refused-pair".into(), vec![]),
        Refused::Duties => ("commitments-refused-all".into(), vec![]),
        Refused::Card(CardRefused::Empty(_)) => ("forms-missing".into(), vec![]),
        Refused::Card(CardRefused::TooLong(_)) => {
            ("mentors-refused-long".into(), vec![("most", domain::mentors::MOST_CARD_TEXT.into())])
        }
        Refused::Card(CardRefused::Languages) => ("mentors-refused-languages".into(), vec![]),
        Refused::Card(CardRefused::Places { most }) => {
            ("mentors-refused-most".into(), vec![("count", most.into())])
        }
        Refused::Card(CardRefused::PlacesTaken { taken }) => {
            ("mentors-refused-taken".into(), vec![("count", taken.into())])
        }
    };
    i18n::t(page.lang(), &key, &args)
}

/// A form's id of a person.
fn person_id(value: &str) -> PersonId {
    value.to_owned().into()
}
