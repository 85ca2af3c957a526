//! What rows about pupils share: consents, referrals, concerns, sociometries, awards, lots.

use super::{Field, PLAIN};

/// The rule of an award, which is published in one line of words.
pub(super) const AWARD: Field = Field { route: "POST /awards", who: "gulnafisa", path: "/awards", ..PLAIN };
/// What is said anew of a pupil who is named for an award, and what comes when the list is frozen and drawn.
pub(super) const AWARD_CHILD: Field = Field {
    route: "POST /awards/{id}/pupils/{pupil}",
    who: "dana",
    path: "/awards/{awards}/pupils/ayan",
    ..PLAIN
};
/// Another pupil who is named.
pub(super) const NOMINATED: Field = Field {
    route: "POST /awards/{id}/nominate",
    who: "gulnafisa",
    path: "/awards/{awards}/nominate",
    before: "DELETE FROM award_nominees WHERE pupil_id = 'erzhan'",
    ..PLAIN
};
pub(super) const AWARD_STEP: Field =
    Field { route: "POST /awards/{id}/step", who: "gulnafisa", path: "/awards/{awards}/step", ..PLAIN };
/// A lot among children who wait, of whom there are fewer than places.
pub(super) const LOT: Field =
    Field { route: "POST /changes/lot", who: "gulnafisa", path: "/changes/lot", ..PLAIN };
/// One whose day has come.
pub(super) const LOT_NUMBER: Field = Field {
    route: "POST /changes/lot/number",
    who: "gulnafisa",
    path: "/changes/lot/number",
    before: "DELETE FROM lots; INSERT INTO lots (id, school_id, places, source, draw_on, until_day, list_hash, announced_by, \
        announced_at) VALUES ('lot', 'school-12', 1, 'а', '2026-11-02', '2027-01-01', '0', 'gulnafisa', 0)",
    ..PLAIN
};
/// What a paper about a pupil says, on the pupil's page.
pub(super) const PUPIL_CONSENT: Field = Field {
    who: "gulnafisa",
    before: "DELETE FROM pupil_consents",
    most: 120,
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A goal that Ерсін is offered, with the consents that it needs.
pub(super) const REFERRAL: Field = Field {
    route: "POST /pupils/{id}/refer",
    who: "dana",
    path: "/pupils/ersin/refer",
    before: "DELETE FROM referral_reasons; DELETE FROM referrals; DELETE FROM pupil_blocks; \
        DELETE FROM pupil_consents; \
        INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, \
        given_on, last_day, text_version, rule_version, entered_by, entered_at) VALUES \
        ('ersin-data', 'school-12', 'ersin', 'data', 'Жұмабаева Айша', 'paper', 'Папка 8А', 1, \
        '2026-10-02', '2027-07-31', '2026-11', 'x', 'gulnafisa', 0), \
        ('ersin-part', 'school-12', 'ersin', 'participation', 'Жұмабаева Айша', 'paper', 'Папка 8А', 1, \
        '2026-10-02', '2027-07-31', '2026-11', 'x', 'gulnafisa', 0)",
    ..PLAIN
};
/// What stands in the case of a concern that is led.
pub(super) const LED: Field = Field {
    who: "serik",
    before: "UPDATE concerns SET state = 'led', leader_id = 'serik', closed_at = NULL, outcome = NULL",
    shown: Some(("serik", "")),
    ..PLAIN
};
/// A concern as it is raised, read again by whoever raised it.
pub(super) const RAISED: Field = Field {
    route: "POST /concerns/new",
    who: "dana",
    path: "/concerns/new",
    shown: Some(("dana", "")),
    ..PLAIN
};
/// A word to a class that is asked whom they choose; the specialist reads it on its page.
pub(super) const SOCIOMETRY: Field = Field {
    route: "POST /sociometries",
    who: "bekzhan",
    path: "/sociometries",
    before: "DELETE FROM sociometry_members; DELETE FROM sociometries",
    most: 120,
    shown: Some(("bekzhan", "")),
    ..PLAIN
};
