//! Pairs: the list for those who lead the programme, the first page of a pair, its planned first meeting.

mod list;
mod meeting;
mod show;

pub(crate) use show::decider;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::PairId;
use domain::pairs::{Next, Origin, Pair};
use domain::people::Role;
use serde::Deserialize;

/// All pairs of the programme.
#[derive(TypedPath)]
#[typed_path("/pairs")]
pub(crate) struct ListPath;

/// The first page of a pair.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pairs/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: PairId,
}

/// One of the two plans the first meeting or moves it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pairs/{id}/meeting", rejection(PageError))]
pub(crate) struct MeetingPath {
    pub(crate) id: PairId,
}

/// Routes of pairs; consents are registered with the orders they lead to. Whoever mentors provisionally need not
/// have the right of the programme, so the pair's page is open to every teacher and shows itself to the two.
pub(crate) fn routes() -> Routes {
    const TWO: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher]);
    const READERS: Access =
        Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher, Role::Coordinator, Role::Head]);
    Routes::new()
        .get(Access::OneOf(&[Role::Coordinator, Role::Head]), list::list)
        .get(READERS, show::show)
        .post(TWO, meeting::plan)
}

/// How a pair stands, as a chip: look, icon, key of its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) look: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) key: &'static str,
}

impl Standing {
    pub(crate) fn of(pair: &Pair, next: &Next) -> Self {
        let (look, icon, key) = match next {
            Next::Publishing => ("", "clock", "pairs-next-publishing"),
            Next::Consents(_) => ("soon", "writing-sign", "pairs-next-consents"),
            Next::Order => ("soon", "file-text", "pairs-next-order"),
            Next::Meeting => ("act", "calendar-event", "pairs-next-meeting"),
            Next::Work if pair.origin == Origin::Provisional => ("", "clock", "pairs-next-provisional"),
            Next::Work => ("done", "heart-handshake", "pairs-next-work"),
            Next::Over => ("", "minus", "pairs-next-over"),
        };
        Self { look, icon, key }
    }
}

/// How a pair came about, as a chip.
pub(crate) fn origin(pair: &Pair) -> Standing {
    let (look, icon, key) = match &pair.origin {
        Origin::Provisional => ("", "clock", "pairs-origin-provisional"),
        Origin::Asked { .. } => ("done", "heart-handshake", "pairs-origin-asked"),
        Origin::Ranked => ("done", "heart-handshake", "pairs-origin-ranked"),
        Origin::Appointed { .. } => ("soon", "gavel", "pairs-origin-appointed"),
    };
    Standing { look, icon, key }
}

/// How many pairs two people chose and how many somebody appointed (feat:C21): counts with their sum, never per
/// cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) chosen: usize,
    pub(crate) appointed: usize,
}

impl Share {
    /// Of the pairs that are meant to stay and have not ended.
    pub(crate) fn of(pairs: &[Pair]) -> Self {
        let settled = || pairs.iter().filter(|pair| pair.is_settled());
        let chosen = settled().filter(|pair| pair.origin.is_chosen()).count();
        Self { chosen, appointed: settled().count() - chosen }
    }

    pub(crate) fn all(self) -> usize {
        self.chosen + self.appointed
    }
}
