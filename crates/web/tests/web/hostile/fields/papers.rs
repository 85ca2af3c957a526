//! What rows of reports, forms and orders share.

use super::{Field, Keeps, PLAIN};

/// Айгүл's report is hers again before each text.
pub(super) const WRITTEN: Field = Field {
    route: "POST /reports/{id}/write",
    who: "aigul",
    path: "/reports/{reports}/write",
    rest: &[("version", "0")],
    before: "UPDATE reports SET state = 'draft', returned_to = NULL, draft = '{}', version = 0; \
        DELETE FROM report_signatures",
    most: 2000,
    optional: true,
    keeps: Keeps::Json("reports", "draft"),
    shown: Some(("aigul", "")),
    ..PLAIN
};
/// She has signed it, whatever the signature is worth, and the coordinator is next.
pub(super) const SIGNED_ONCE: &str = "DELETE FROM report_signatures; DELETE FROM report_events WHERE deed = 'returned'; \
    UPDATE reports SET state = 'signed', returned_to = NULL; \
    INSERT INTO report_signatures (school_id, report_id, number, place, by_id, name, at, content, before, hash) \
    SELECT school_id, id, 1, 0, author_id, 'a', 0, 'a', '', 'a' FROM reports";
/// The head has signed the order in the system, whatever the signature is worth.
pub(crate) const ORDER_SIGNED: &str = "INSERT INTO paper_signatures \
    (school_id, paper, paper_id, number, place, by_id, name, at, content, before, hash) \
    SELECT school_id, 'order', id, 1, 0, signed_by, 'a', 0, 'a', '', 'a' FROM orders WHERE state = 'signed'";
/// A question that the school adds to a form.
pub(super) const LABEL: Field = Field {
    route: "POST /forms/{kind}",
    who: "gulnafisa",
    path: "/forms/mentor",
    before: "DELETE FROM form_fields",
    most: 120,
    keeps: Keeps::Json("form_fields", "field"),
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A question of the pulse in own words.
pub(super) const PULSE: Field = Field {
    route: "POST /pulses/questions/{word}",
    path: "/pulses/questions/load",
    before: "DELETE FROM pulse_wordings",
    keeps: Keeps::Json("pulse_wordings", "texts"),
    ..LABEL
};
/// Answers to choose from, of a question that has none.
pub(super) const OPTIONS: Field = Field {
    rest: &[("kk", "а"), ("ru", "а"), ("en", "a"), ("asked", "text"), ("step", "add")],
    most: 968,
    optional: true,
    keeps: Keeps::Nothing,
    shown: None,
    ..LABEL
};
