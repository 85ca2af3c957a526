//! `talimger assign`: assignment with capacities on JSON files, useful without a school.
//!
//! An instance is `{"cost": [[4, null, 3], [2, 0, 5]], "sense": "min", "row_capacity": [1, 1],
//! "column_capacity": [1, 1, 1]}`: `null` is forbidden, capacities left out are 1, the sense is `min` or
//! `max` (`min` if left out). Numbers may have up to nine decimal places. A list of numbers in place of each
//! number gives several criteria in strict order, the most important first.
//!
//! `assign verify` checks an assignment, by whomever it was made, and what `assign` printed beside it; that it is
//! the best is shown by prices, which are checked without the solver.
//!
//! Exit codes: 0 done (or best), 1 an assignment is not valid, not the best or not as claimed, 2 a file cannot be
//! read.

// With its path, because the fuzzer takes this file in from elsewhere.
#[path = "assign/decimals.rs"]
mod decimals;
#[path = "assign/verify.rs"]
mod verify;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use pairing::assignment::{Problem, Sense, Verdict};
use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::files::{finished, in_file, not_both_standard_input, parse, print, read, verdict};

use decimals::{decimal_places, plain, scaled, unscaled};
use verify::AssignCommand;
pub(crate) use verify::check;

/// Arguments of `talimger assign`.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub(crate) struct AssignArgs {
    #[command(subcommand)]
    verify: Option<AssignCommand>,
    #[command(flatten)]
    solve: Option<SolveArgs>,
}

#[derive(Args)]
struct SolveArgs {
    /// {"cost": [[4, null, 3], …], "sense": "min"|"max", "row_capacity": […], "column_capacity": […]} as
    /// JSON; null is forbidden, capacities left out are 1, a list [4, 1] in place of a number gives several
    /// criteria in strict order; `-` reads standard input
    instance: PathBuf,
    /// Also say what speaks against this pair, counted from 0
    #[arg(long, num_args = 2, value_names = ["ROW", "COLUMN"])]
    why: Option<Vec<u32>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object with cost")]
pub(crate) struct InstanceFile {
    cost: Vec<Vec<Option<Cell>>>,
    #[serde(default)]
    sense: SenseName,
    row_capacity: Option<Vec<u32>>,
    column_capacity: Option<Vec<u32>>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a number, a list of numbers or null")]
enum Cell {
    One(Number),
    Several(Vec<Number>),
}

impl Cell {
    fn numbers(&self) -> &[Number] {
        match self {
            Self::One(number) => std::slice::from_ref(number),
            Self::Several(numbers) => numbers,
        }
    }
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
    total: Total,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<WhyReport>,
}

/// A number or a list, as the cells are.
#[derive(Serialize, Deserialize)]
#[serde(untagged, expecting = "expected a number or a list of numbers")]
enum Total {
    One(Number),
    Several(Vec<Number>),
}

impl Total {
    /// Each number in the one way that `plain` writes it.
    fn plain(&self) -> Vec<String> {
        match self {
            Self::One(number) => vec![plain(number)],
            Self::Several(numbers) => numbers.iter().map(plain).collect(),
        }
    }
}

#[derive(Serialize)]
struct WhyReport {
    row: u32,
    column: u32,
    #[serde(flatten)]
    verdict: VerdictReport,
}

#[derive(Serialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
enum VerdictReport {
    Best,
    Forbidden,
    NoPlaces,
    FewerPairs { by: usize },
    WorseTotal { criterion: usize, by: Number },
}

/// Does what was asked and gives the exit code.
pub(crate) fn run(args: &AssignArgs) -> ExitCode {
    finished(match (&args.verify, &args.solve) {
        (Some(AssignCommand::Verify { instance, result }), _) => verified(instance, result),
        (None, Some(solve)) => assign(solve),
        (None, None) => Err("an instance file is needed; see `talimger assign --help`".to_owned()),
    })
}

fn assign(args: &SolveArgs) -> Result<ExitCode, String> {
    let why = args.why.as_deref().and_then(|pair| Some((*pair.first()?, *pair.get(1)?)));
    print(&in_file(&args.instance, answer(&read(&args.instance)?, why))?)?;
    Ok(ExitCode::SUCCESS)
}

fn verified(instance: &Path, result: &Path) -> Result<ExitCode, String> {
    not_both_standard_input(instance, result)?;
    let file = in_file(instance, self::instance(&read(instance)?))?;
    let faults = in_file(result, check(&file, &read(result)?))?;
    verdict(&faults, "valid; no other has more pairs or a better total")
}

/// Reads an instance.
pub(crate) fn instance(text: &str) -> Result<InstanceFile, String> {
    parse::<InstanceFile>(text)?.checked()
}

/// What is printed for an instance, and for a pair that is asked about.
pub(crate) fn answer(instance: &str, why: Option<(u32, u32)>) -> Result<String, String> {
    let report = parse::<InstanceFile>(instance)?.solve(why)?;
    serde_json::to_string(&report).map_err(|error| error.to_string())
}

impl InstanceFile {
    fn solve(&self, why: Option<(u32, u32)>) -> Result<Report, String> {
        let columns = self.columns()?;
        if let Some((row, column)) = why
            && (row as usize >= self.cost.len() || column as usize >= columns)
        {
            return Err(format!("there is no row {row} with a column {column}"));
        }
        let places = self.places();
        let problem = self.problem(columns, &places)?;
        let best = problem.solve(self.sense.into());
        let total = self.total(&best.totals, &places)?;
        let why = why.map(|(row, column)| self.why(&problem, &places, row, column)).transpose()?;
        Ok(Report { size: best.pairs.len(), assignment: best.pairs, total, why })
    }

    /// Says now what of the numbers makes no sense, so that it is said of this file.
    fn checked(self) -> Result<Self, String> {
        self.problem(self.columns()?, &self.places())?;
        Ok(self)
    }

    fn total(&self, totals: &[i128], places: &[usize]) -> Result<Total, String> {
        let total = |(&total, &places)| unscaled(total, places);
        let mut totals = totals.iter().zip(places).map(total).collect::<Result<Vec<Number>, String>>()?;
        Ok(match (self.cells().next(), totals.pop()) {
            (Some(Cell::Several(_)), last) => Total::Several(totals.into_iter().chain(last).collect()),
            (_, only) => Total::One(only.unwrap_or(Number::from(0))),
        })
    }

    fn why(&self, problem: &Problem, places: &[usize], row: u32, column: u32) -> Result<WhyReport, String> {
        let verdict = report(&problem.explain(self.sense.into(), row, column), places)?;
        Ok(WhyReport { row, column, verdict })
    }

    fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.cost.iter().flatten().flatten()
    }

    fn columns(&self) -> Result<usize, String> {
        let columns = match (&self.column_capacity, self.cost.first()) {
            (_, Some(row)) => row.len(),
            (Some(capacity), None) => capacity.len(),
            (None, None) => 0,
        };
        match self.cost.iter().position(|row| row.len() != columns) {
            None => Ok(columns),
            Some(at) => {
                Err(format!("row {at} of cost has {} columns, row 0 has {columns}", self.cost[at].len()))
            }
        }
    }

    /// The most decimal places of each criterion.
    fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.cells().next().map_or(1, |cell| cell.numbers().len())];
        for cell in self.cells() {
            for (places, number) in places.iter_mut().zip(cell.numbers()) {
                *places = decimal_places(&plain(number)).max(*places);
            }
        }
        places
    }

    /// The problem with the numbers of each criterion times ten to the power of its `places`.
    fn problem(&self, columns: usize, places: &[usize]) -> Result<Problem, String> {
        let row_capacity = capacity("row_capacity", self.row_capacity.as_deref(), self.cost.len())?;
        let column_capacity = capacity("column_capacity", self.column_capacity.as_deref(), columns)?;
        let mut builder = Problem::builder(&column_capacity, places.len());
        for ((at, row), capacity) in self.cost.iter().enumerate().zip(row_capacity) {
            let mut pairs = Vec::new();
            for (column, cell) in (0..).zip(row) {
                let whole = |(at_criterion, number): (usize, &Number)| {
                    // A cell with more numbers than there are criteria is refused below.
                    let places = places.get(at_criterion).copied().unwrap_or(0);
                    scaled(&plain(number), places).ok_or_else(|| {
                        format!("cost of row {at}, column {column}: {number} has too many digits")
                    })
                };
                if let Some(cell) = cell {
                    let numbers = cell.numbers().iter().enumerate().map(whole);
                    pairs.push((column, numbers.collect::<Result<Vec<i64>, String>>()?));
                }
            }
            builder.row(capacity, pairs);
        }
        builder.build().map_err(|error| error.to_string())
    }
}

fn report(verdict: &Verdict, places: &[usize]) -> Result<VerdictReport, String> {
    Ok(match *verdict {
        Verdict::Best => VerdictReport::Best,
        Verdict::Forbidden => VerdictReport::Forbidden,
        Verdict::NoPlaces => VerdictReport::NoPlaces,
        Verdict::FewerPairs { by } => VerdictReport::FewerPairs { by },
        Verdict::WorseTotal { criterion, by } => {
            let places = places.get(criterion).copied().unwrap_or(0);
            VerdictReport::WorseTotal { criterion, by: unscaled(by, places)? }
        }
    })
}

fn capacity(name: &str, given: Option<&[u32]>, people: usize) -> Result<Vec<u32>, String> {
    match given {
        None => Ok(vec![1; people]),
        Some(given) if given.len() == people => Ok(given.to_vec()),
        Some(given) => Err(format!("{name} has {} entries, cost has {people}", given.len())),
    }
}
