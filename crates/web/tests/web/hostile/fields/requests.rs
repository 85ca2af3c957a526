//! What rows of requests, cards of mentors and the rotation share.

use super::{Field, PLAIN};

pub(super) const PLANNED: Field =
    Field { route: "GET /rotations/new", who: "gulnafisa", path: "/rotations/new", ..PLAIN };
pub(super) const WISH: &str = "Хочу научиться начинать урок спокойно.";
const READ: &str = "DELETE FROM request_words; DELETE FROM request_reasons; DELETE FROM request_follows; \
    UPDATE requests SET state = 'read', closed_why = NULL WHERE newcomer_id = 'dana'";
pub(super) const FROM_ZERE: Field = Field {
    route: "POST /requests/new/{mentor}",
    who: "zere",
    path: "/requests/new/bekzhan",
    before: "DELETE FROM requests WHERE newcomer_id = 'zere'",
    shown: Some(("zere", "")),
    ..PLAIN
};
pub(super) const OFFERED: Field = Field {
    route: "POST /requests/offer/{newcomer}",
    who: "bekzhan",
    path: "/requests/offer/zere",
    before: "DELETE FROM requests WHERE newcomer_id = 'zere'",
    shown: Some(("bekzhan", "")),
    ..PLAIN
};
pub(super) const EDITED: Field = Field {
    route: "POST /requests/{id}/edit",
    who: "dana",
    path: "/requests/{requests}/edit",
    before: "UPDATE requests SET state = 'sent', closed_why = NULL WHERE newcomer_id = 'dana'; \
        DELETE FROM requests WHERE newcomer_id = 'zere'",
    shown: Some(("dana", "/requests/{requests}")),
    ..PLAIN
};
pub(super) const ANSWERED: Field = Field {
    route: "POST /requests/{id}/answer",
    who: "aigul",
    path: "/requests/{requests}/answer",
    before: READ,
    shown: Some(("aigul", "/requests/{requests}")),
    ..PLAIN
};
pub(super) const CARD: Field = Field {
    route: "POST /mentors/card",
    who: "aigul",
    path: "/mentors/card",
    most: 600,
    shown: Some(("dana", "/mentors/aigul")),
    ..PLAIN
};
pub(super) const DECIDED: Field = Field {
    route: "POST /mentors/{id}/decide",
    who: "gulnafisa",
    path: "/mentors/{mentors}/decide",
    before: "DELETE FROM mentor_decisions; DELETE FROM roles WHERE person_id = 'polina' AND role = 'mentor'; \
        UPDATE mentors SET state = 'applied' WHERE person_id = 'polina'",
    most: 500,
    ..PLAIN
};
