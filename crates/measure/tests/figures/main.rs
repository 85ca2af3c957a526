//! The figures of the exam against worked examples, other programs and definitions written out plainly.
//!
//! «Other programs» are SciPy 1.17.1, pingouin 0.7.0, statsmodels and the krippendorff package on the same data, run
//! once; what they said stands in the tests.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as loudly as tests")]

mod agreement;
mod cuts;
mod examiners;
mod items;
mod options;
mod outcome;
mod papers;
mod properties;
mod reliability;

use measure::answers::Answers;
use measure::gates::Estimate;

/// Equal but for rounding.
#[track_caller]
fn near(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-7, "{one} is not {other}");
}

/// Value and interval.
#[track_caller]
fn stands(estimate: Estimate, value: f64, low: f64, high: f64) {
    near(estimate.value, value);
    near(estimate.low, low);
    near(estimate.high, high);
}

/// Answers of 0 and 1 written as digits, `.` for an item that was not presented.
fn digits(rows: &[&str]) -> Answers {
    let mark = |digit: char| digit.to_digit(10).map(f64::from);
    let rows = rows.iter().map(|row| row.chars().map(mark).collect::<Vec<_>>());
    Answers::new(&vec![1.0; rows.clone().next().unwrap().len()], rows).unwrap()
}

/// Twelve people on five items.
fn twelve() -> Answers {
    digits(&[
        "11111", "11110", "11101", "11011", "11100", "11010", "10110", "11000", "10100", "10000", "01000",
        "00000",
    ])
}
