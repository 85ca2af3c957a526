//! `talimger assign`: assignment with capacities on JSON files, useful without a school.
//!
//! An instance is `{"cost": [[4, null, 3], [2, 0, 5]], "sense": "min", "row_capacity": [1, 1],
//! "column_capacity": [1, 1, 1]}`: `null` is forbidden, capacities left out are 1, the sense is `min` or
//! `max` (`min` if left out). Numbers may have up to nine decimal places.
//!
//! Exit codes: 0 done, 2 the file cannot be read.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use pairing::assignment::{Problem, Sense};
use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::files::{finished, in_file, parse, print, read};

/// Arguments of `talimger assign`.
#[derive(Args)]
pub(crate) struct AssignArgs {
    /// {"cost": [[4, null, 3], …], "sense": "min"|"max", "row_capacity": […], "column_capacity": […]} as
    /// JSON; null is forbidden, capacities left out are 1; `-` reads standard input
    instance: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object with cost")]
struct InstanceFile {
    cost: Vec<Vec<Option<Number>>>,
    #[serde(default)]
    sense: SenseName,
    row_capacity: Option<Vec<u32>>,
    column_capacity: Option<Vec<u32>>,
}

#[derive(Deserialize, Default, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum SenseName {
    #[default]
    Min,
    Max,
}

impl From<SenseName> for Sense {
    fn from(sense: SenseName) -> Self {
        match sense {
            SenseName::Min => Self::Min,
            SenseName::Max => Self::Max,
        }
    }
}

/// What `assign` prints.
#[derive(Serialize)]
struct Report {
    assignment: Vec<(u32, u32)>,
    size: usize,
    total: Number,
}

/// Does what was asked and gives the exit code.
pub(crate) fn run(args: &AssignArgs) -> ExitCode {
    finished(assign(&args.instance))
}

fn assign(path: &Path) -> Result<ExitCode, String> {
    print(&in_file(path, answer(&read(path)?))?)?;
    Ok(ExitCode::SUCCESS)
}

/// What is printed for an instance.
pub(crate) fn answer(instance: &str) -> Result<String, String> {
    let report = solve(&parse(instance)?)?;
    serde_json::to_string(&report).map_err(|error| error.to_string())
}

fn solve(file: &InstanceFile) -> Result<Report, String> {
    let columns = match (&file.column_capacity, file.cost.first()) {
        (_, Some(row)) => row.len(),
        (Some(capacity), None) => capacity.len(),
        (None, None) => 0,
    };
    if let Some(at) = file.cost.iter().position(|row| row.len() != columns) {
        return Err(format!("row {at} of cost has {} columns, row 0 has {columns}", file.cost[at].len()));
    }
    let row_capacity = capacity("row_capacity", file.row_capacity.as_deref(), file.cost.len())?;
    let column_capacity = capacity("column_capacity", file.column_capacity.as_deref(), columns)?;
    let texts = file.cost.iter().flatten().flatten().map(plain);
    let places = texts.map(|text| decimal_places(&text)).max().unwrap_or(0);
    let mut builder = Problem::builder(&column_capacity, 1);
    for ((at, row), capacity) in file.cost.iter().enumerate().zip(row_capacity) {
        let mut pairs = Vec::new();
        for (column, number) in (0..).zip(row) {
            if let Some(number) = number {
                let whole = scaled(&plain(number), places);
                let whole = whole.ok_or_else(|| {
                    format!("cost of row {at}, column {column}: {number} has too many digits")
                })?;
                pairs.push((column, [whole]));
            }
        }
        builder.row(capacity, pairs);
    }
    let best = builder.build().map_err(|error| error.to_string())?.solve(file.sense.into());
    let total = best.totals.first().copied().unwrap_or(0);
    Ok(Report { size: best.pairs.len(), assignment: best.pairs, total: unscaled(total, places)? })
}

fn capacity(name: &str, given: Option<&[u32]>, people: usize) -> Result<Vec<u32>, String> {
    match given {
        None => Ok(vec![1; people]),
        Some(given) if given.len() == people => Ok(given.to_vec()),
        Some(given) => Err(format!("{name} has {} entries, cost has {people}", given.len())),
    }
}

/// A number without an exponent, however it was written.
fn plain(number: &Number) -> String {
    match number.as_f64() {
        Some(value) if number.is_f64() => value.to_string(),
        _ => number.to_string(),
    }
}

fn decimal_places(text: &str) -> usize {
    text.split_once('.').map_or(0, |(_, decimals)| decimals.trim_end_matches('0').len())
}

/// The number times ten to the power of `places`, if it is written plainly and not too long.
fn scaled(text: &str, places: usize) -> Option<i64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let decimals = decimals.trim_end_matches('0');
    if places > 9 {
        return None;
    }
    format!("{whole}{decimals:0<places$}").parse().ok()
}

fn unscaled(total: i128, places: usize) -> Result<Number, String> {
    let too_long = || format!("the total {total} is too long");
    if places == 0 {
        return Number::from_i128(total).ok_or_else(too_long);
    }
    let sign = if total < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", total.unsigned_abs(), width = places + 1);
    let (whole, decimals) = digits.split_at(digits.len() - places);
    let value: f64 = format!("{sign}{whole}.{decimals}").parse().map_err(|_| too_long())?;
    Number::from_f64(value).ok_or_else(too_long)
}
