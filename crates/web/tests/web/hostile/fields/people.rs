//! What rows of people, the school, its programme and its messages share.

use super::{Field, Keeps, PLAIN};

/// A template in use, one text of which is written.
pub(super) const MESSAGE: Field = Field {
    route: "POST /messages/{id}",
    who: "gulnafisa",
    path: "/messages/{messages}",
    before: "UPDATE messages SET used = 1",
    optional: true,
    keeps: Keeps::Json("messages", "texts"),
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
pub(super) const PERSON: Field = Field {
    route: "POST /people/{id}/correct",
    who: "gulnafisa",
    path: "/people/polina/correct",
    rest: &[("version", "0"), ("family", "Котова"), ("given", "Полина"), ("category", "moderator")],
    before: "UPDATE people SET version = 0 WHERE id = 'polina'",
    most: 120,
    optional: true,
    shown: Some(("gulnafisa", "/people/polina")),
    ..PLAIN
};
pub(super) const SCHOOL: Field = Field {
    route: "POST /school",
    who: "gulnafisa",
    path: "/school",
    rest: &[("version", "0"), ("name_kk", "а"), ("name_ru", "а"), ("short_kk", "а"), ("short_ru", "а")],
    before: "UPDATE schools SET version = 0 WHERE id = 'school-12'",
    most: 250,
    shown: Some(("serik", "/school")),
    ..PLAIN
};
pub(super) const SETTING: Field = Field {
    route: "POST /programmes/{id}/settings/{key}",
    who: "gulnafisa",
    path: "/programmes/programme/settings/max_mentees",
    before: "UPDATE programmes SET settings = '{}'",
    ..PLAIN
};
/// A line of the regulation.
pub(super) const RULE: Field = Field {
    route: "POST /regulations/add",
    who: "gulnafisa",
    path: "/regulations/add",
    before: "DELETE FROM regulation_lines",
    most: 300,
    keeps: Keeps::Json("regulation_lines", "words"),
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// Nobody speaks for the district: the school keeps its forms itself.
pub(crate) const ALONE: &str = "UPDATE roles SET until_day = '2026-09-01' WHERE role = 'district_officer'";
