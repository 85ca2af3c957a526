//! What rows of observations of lessons share.

use super::{Field, Keeps, PLAIN};

/// Айгүл writes the sheet of the last lesson, which was this morning.
pub(super) const SHEET: Field = Field {
    route: "POST /observations/{id}/sheet",
    who: "aigul",
    path: "/observations/{observations}/sheet",
    rest: &[("seen", "0"), ("act", "keep")],
    before: "DELETE FROM observation_sheets; UPDATE observations SET state = 'planned', by_party = NULL, \
        reason = NULL, day = '2026-11-03', at_time = '08:00:00'",
    most: 300,
    optional: true,
    keeps: Keeps::Json("observation_sheets", "content"),
    shown: Some(("aigul", "")),
    ..PLAIN
};
/// Every lesson has a finished sheet that nobody has read.
pub(super) const FINISHED: &str = "DELETE FROM observation_sheets; UPDATE observations SET state = 'finished', by_party = NULL, \
    reason = NULL; INSERT INTO observation_sheets (school_id, observation_id, number, content, saved_at, finished_at, \
    named) SELECT school_id, id, 1, '{\"saw\":\"Тыныштық\"}', 0, 0, '[{\"name\":\"Дана\",\"category\":\"none\"},\
    {\"name\":\"Айгүл\",\"category\":\"none\"}]' FROM observations";
