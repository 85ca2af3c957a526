//! What has to hold for any numbers: `MEASURE_CASES=20000 cargo nextest run -p measure` draws more of them.

mod answers;
mod cuts;
mod examiners;
mod papers;

use measure::gates::{Estimate, Figure};

/// How many random cases a property gets: 200, or more if the environment asks for it.
fn cases() -> proptest::prelude::ProptestConfig {
    let asked = std::env::var("MEASURE_CASES").ok().and_then(|text| text.parse().ok());
    proptest::prelude::ProptestConfig {
        failure_persistence: None,
        ..proptest::prelude::ProptestConfig::with_cases(asked.unwrap_or(0).max(200))
    }
}

/// Numbers that are numbers, the value inside its interval, and enough people.
#[track_caller]
fn sound(figure: Figure<Estimate>) {
    if let Ok(found) = figure {
        assert!(found.low.is_finite() && found.value.is_finite() && found.high.is_finite(), "{found:?}");
        assert!(found.low <= found.value && found.value <= found.high && found.n >= 5, "{found:?}");
    }
}

/// The same value and interval but for rounding, or the same reason.
#[track_caller]
fn same(one: Figure<Estimate>, other: Figure<Estimate>) {
    match (one, other) {
        (Ok(one), Ok(other)) => {
            close(one.value, other.value);
            close(one.low, other.low);
            close(one.high, other.high);
            assert_eq!(one.n, other.n);
        }
        (one, other) => assert_eq!(one.map(|_| ()), other.map(|_| ())),
    }
}

/// Equal to seven digits.
#[track_caller]
fn close(one: f64, other: f64) {
    assert!((one - other).abs() <= 1e-7 * one.abs().max(1.0), "{one} is not {other}");
}

/// How often a cell of a sheet without gaps is filled; proptest takes no certainty.
const NEARLY: f64 = 0.999_99;
