//! The engine against definitions written out plainly; nothing is shared with the crate.
//!
//! `PAIRING_CASES=20000 cargo test -p pairing` multiplies the random cases of every property.
#![expect(clippy::cast_possible_truncation, reason = "everybody fits on one hand")]
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as loudly as tests")]

mod assignment;
mod corpus;
mod explain;
mod largest;
mod lattice;
mod live;
mod plain;
#[path = "../properties/mod.rs"]
mod properties;
mod relief;
mod rotation;
mod stable;

/// How many random cases a property gets: `usual`, or more if the environment asks for it.
fn cases(usual: u32) -> proptest::prelude::ProptestConfig {
    let asked = std::env::var("PAIRING_CASES").ok().and_then(|text| text.parse().ok());
    let cases = asked.map_or(usual, |asked: u32| asked.max(usual));
    proptest::prelude::ProptestConfig {
        failure_persistence: None,
        ..proptest::prelude::ProptestConfig::with_cases(cases)
    }
}
