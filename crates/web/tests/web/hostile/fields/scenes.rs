//! What rows of modelled situations share.

use super::{Field, PLAIN};

/// The minutes of the meeting that is being held.
pub(super) const MINUTES: Field = Field {
    route: "POST /scenes/{id}/record",
    who: "gulnafisa",
    path: "/scenes/{scenes}/record",
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A situation of the school.
pub(super) const SITUATION: Field = Field {
    route: "POST /situations",
    who: "gulnafisa",
    path: "/situations",
    most: 2000,
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A meeting is planned; what is no number of minutes is refused.
pub(super) const ACTED: Field =
    Field { route: "POST /scenes/new", who: "gulnafisa", path: "/scenes/new", ..PLAIN };
pub(super) const ACTED_IN_LIBRARY: &[(&str, &str)] = &[
    ("place", "Кітапхана"),
    ("day", "2026-11-12"),
    ("from", "15:00"),
    ("situation", "own-idea"),
    ("play", "10"),
    ("sheet", "5"),
    ("talk", "20"),
    ("chair", "gulnafisa"),
    ("secretary", "serik"),
    ("mentor", "aigul"),
    ("newcomer", "dana"),
    ("observers", "bekzhan"),
];
pub(super) const ACTED_BY_TEAM: &[(&str, &str)] = &[
    ("team", "Тарих"),
    ("day", "2026-11-12"),
    ("from", "15:00"),
    ("situation", "own-idea"),
    ("play", "10"),
    ("sheet", "5"),
    ("talk", "20"),
    ("chair", "gulnafisa"),
    ("secretary", "serik"),
    ("mentor", "aigul"),
    ("newcomer", "dana"),
    ("observers", "bekzhan"),
];
pub(super) const ACTED_FOR_ALL: &[(&str, &str)] = &[
    ("team", "Тарих"),
    ("place", "Кітапхана"),
    ("day", "2026-11-12"),
    ("from", "15:00"),
    ("situation", "own-idea"),
    ("play", "10"),
    ("sheet", "5"),
    ("talk", "20"),
    ("chair", "gulnafisa"),
    ("secretary", "serik"),
    ("mentor", "aigul"),
    ("newcomer", "dana"),
    ("observers", "bekzhan"),
    ("opened", "yes"),
];
