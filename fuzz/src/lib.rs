//! The properties the tests check, for bytes that libFuzzer makes up: one function for each target.

#![allow(dead_code, reason = "each source here is part of another crate, of which only some is needed")]
#![allow(clippy::unwrap_used, reason = "a property fails as loudly as a test")]
#![allow(clippy::cast_possible_truncation, reason = "everybody fits on one hand")]

#[path = "../../crates/talimger/src/assign.rs"]
mod assign;
#[path = "../../crates/exchange/tests/awards/replayed.rs"]
mod awards;
#[path = "../../crates/exchange/tests/badges/forged.rs"]
mod badges;
#[path = "../../crates/talimger/src/files.rs"]
mod files;
#[path = "../../crates/exchange/tests/seals/forged.rs"]
mod forged;
#[path = "../../crates/talimger/src/json.rs"]
mod json;
#[path = "../../crates/talimger/src/pair.rs"]
mod pair;
#[path = "../../crates/pairing/tests/properties/mod.rs"]
mod properties;
#[path = "../../crates/exchange/tests/questions/properties.rs"]
mod questions;
#[path = "../../crates/talimger/src/rotate.rs"]
mod rotate;

/// Strict lists.
pub fn stable(data: &[u8]) {
    properties::stable::check(data);
}

/// Lists with ties.
pub fn ties(data: &[u8]) {
    properties::ties::check(data);
}

/// Seasons event by event.
pub fn live(data: &[u8]) {
    properties::live::check(data);
}

/// Assignments.
pub fn assignment(data: &[u8]) {
    properties::assignment::check(data);
}

/// Rotation timetables.
pub fn rotation(data: &[u8]) {
    properties::rotation::check(data);
}

/// Files under the name of a qualified signature.
pub fn seals(data: &[u8]) {
    forged::check(data);
}

/// Any text for the commands that read JSON.
pub fn json(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        json::check(text);
    }
}

/// Any bytes as a file of questions in GIFT.
pub fn gift(data: &[u8]) {
    questions::of_gift(data);
}

/// Any bytes as a file of questions in Moodle XML.
pub fn moodle(data: &[u8]) {
    questions::of_moodle(data);
}

/// Any bytes as a badge, and inside of a picture.
pub fn badges(data: &[u8]) {
    badges::tried(data);
}

/// Any bytes as the file of an award.
pub fn awards(data: &[u8]) {
    awards::tried(data);
}
