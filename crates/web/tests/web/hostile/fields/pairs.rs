//! What rows of pairs share, from the proposal over meetings and changes of mentor to the end.

use super::{Field, Keeps, LONG_ENOUGH, PLAIN};

pub(super) const NO_MEETINGS: &str = "DELETE FROM meeting_links; DELETE FROM meeting_steps; DELETE FROM meeting_notes; \
    DELETE FROM meetings";
pub(super) const PROPOSED: Field = Field {
    route: "POST /meetings/new",
    who: "dana",
    path: "/meetings/new",
    rest: &[("kind", "talk"), ("day", "2026-11-06"), ("at", "15:10"), ("minutes", "30"), ("weeks", "1")],
    before: NO_MEETINGS,
    most: 200,
    optional: true,
    keeps: Keeps::Text("meetings", "place"),
    shown: Some(("aigul", "")),
    ..PLAIN
};
/// Дана writes closing words; another part says something, so that each may be left out.
pub(super) const CLOSING: Field = Field {
    route: "POST /endings/{pair}/words",
    who: "dana",
    path: "/endings/{pairs}/words",
    before: "DELETE FROM ending_reviews",
    most: 1000,
    shown: Some(("dana", "")),
    ..PLAIN
};
/// Айгүл asks for a change, and it is not carried out.
pub(super) const AS_BEFORE: &str = "UPDATE handovers SET state = 'asked', state_at = NULL, new_pair_id = NULL; \
    DELETE FROM pairs WHERE mentor_id = 'bekzhan'; \
    UPDATE pairs SET state = 'assigned', place = 1, ended_at = NULL WHERE mentor_id = 'aigul'";
pub(super) const NOT_ASKED: &str = "DELETE FROM handovers; DELETE FROM pairs WHERE mentor_id = 'bekzhan'; \
    UPDATE pairs SET state = 'assigned', place = 1, ended_at = NULL WHERE mentor_id = 'aigul'";
pub(crate) const UNSIGNED: &str = "UPDATE pairs SET state = 'published', order_id = NULL, from_day = NULL, until_day = NULL; \
    UPDATE orders SET state = 'draft', number = NULL, on_day = NULL, state_at = NULL, signed_by = NULL, \
    sheet = NULL, minutes = NULL";
pub(super) const LINE: Field = Field {
    route: "POST /proposals/{id}/lines/{newcomer}",
    who: "gulnafisa",
    path: "/proposals/{proposals}/lines/zere",
    tail: LONG_ENOUGH,
    most: 500,
    keeps: Keeps::Text("proposal_lines", "reason"),
    shown: Some(("gulnafisa", "/proposals/{proposals}/lines/zere")),
    ..PLAIN
};
