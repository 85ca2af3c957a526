//! An assignment checked without believing it: each pair, what is claimed beside it, and whether it is best.

use std::path::PathBuf;

use clap::Subcommand;
use pairing::assignment::{Assignment, Fault, Problem, Sense};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{InstanceFile, Total};
use crate::files::parse;

#[derive(Subcommand)]
pub(super) enum AssignCommand {
    /// Check an assignment and whatever `assign` has claimed beside it: exit code 0 if valid, best and as
    /// claimed, 1 if not, 2 if a file cannot be read
    Verify {
        /// Costs and capacities as JSON; `-` reads standard input
        instance: PathBuf,
        /// What `assign` printed, or only {"assignment": [[row, column], …]}; `-` reads standard input
        result: PathBuf,
    },
}

/// What `assign` prints; whatever is left out is not claimed.
#[derive(Deserialize)]
#[serde(expecting = "an object with assignment")]
struct ResultFile {
    assignment: Vec<(u32, u32)>,
    size: Option<usize>,
    total: Option<Total>,
    why: Option<Value>,
}

/// Everything that is wrong with an assignment, in words; nothing if it is the best and as claimed.
pub(crate) fn check(instance: &InstanceFile, result: &str) -> Result<Vec<String>, String> {
    let result: ResultFile = parse(result)?;
    let places = instance.places();
    let problem = instance.problem(instance.columns()?, &places)?;
    let pairs = &result.assignment;
    let mut faults: Vec<String> = problem.faults(pairs).iter().map(in_words).collect();
    if let Some(size) = result.size.filter(|&size| size != pairs.len()) {
        faults.push(format!("size is said to be {size}, but is {}", pairs.len()));
    }
    let totals = problem.totals(pairs);
    let total: Total = as_read(&instance.total(&totals, &places)?)?;
    if result.total.as_ref().is_some_and(|claimed| claimed.plain() != total.plain()) {
        faults.push(format!("total is said to be otherwise, but is {}", total.plain().join(", ")));
    }
    if let Some(why) = &result.why {
        faults.extend(why_is_wrong(instance, &problem, &places, why)?);
    }
    if problem.faults(pairs).is_empty() {
        faults.extend(better(&problem, instance.sense.into(), pairs, &totals, &|best: &Assignment| {
            Ok(instance.total(&best.totals, &places)?.plain().join(", "))
        })?);
    }
    Ok(faults)
}

/// What is read where something is printed: the last digit of a long decimal may be another.
fn as_read<T: DeserializeOwned>(printed: &impl Serialize) -> Result<T, String> {
    parse(&serde_json::to_string(printed).map_err(|error| error.to_string())?)
}

fn in_words(fault: &Fault) -> String {
    match *fault {
        Fault::Forbidden { row, column } => format!("forbidden: row {row} cannot have column {column}"),
        Fault::Twice { row, column } => format!("twice: row {row} with column {column}"),
        Fault::RowOverCapacity { row, held, capacity } => {
            format!("over capacity: row {row} has {held} of {capacity}")
        }
        Fault::ColumnOverCapacity { column, held, capacity } => {
            format!("over capacity: column {column} has {held} of {capacity}")
        }
    }
}

fn why_is_wrong(
    instance: &InstanceFile,
    problem: &Problem,
    places: &[usize],
    claimed: &Value,
) -> Result<Option<String>, String> {
    let index = |name: &str| claimed[name].as_u64().and_then(|index| u32::try_from(index).ok());
    let (Some(row), Some(column)) = (index("row"), index("column")) else {
        return Ok(Some("why names no row and column".to_owned()));
    };
    let found: Value = as_read(&instance.why(problem, places, row, column)?)?;
    Ok((found != *claimed).then(|| format!("of row {row} and column {column} it should be said: {found}")))
}

/// What is possible instead. The prices of a best assignment prove others that are as good, too.
fn better(
    problem: &Problem,
    sense: Sense,
    pairs: &[(u32, u32)],
    totals: &[i128],
    total: &dyn Fn(&Assignment) -> Result<String, String>,
) -> Result<Option<String>, String> {
    let (best, certificate) = problem.prove(sense);
    let Err(gap) = certificate.check(problem, sense, pairs) else { return Ok(None) };
    if best.pairs.len() > pairs.len() {
        return Ok(Some(format!("not the most pairs: {} of {}", pairs.len(), best.pairs.len())));
    }
    if best.totals != totals {
        return Ok(Some(format!("not the best total: {} is possible", total(&best)?)));
    }
    Ok(Some(format!("not proved: {gap}")))
}
