//! `talimger rotate`: a rotation timetable on JSON files, useful without a school.
//!
//! A task is `{"weeks": [0, 0, 1, 1], "closed": [1], "newcomers": [{"busy": [0]}, {}], "mentors":
//! [{"busy": [], "capacity": 1}], "newcomer_per_week": 2, "mentor_per_week": 2}`: the week of each slot
//! in the order of time, slots on holidays, slots in which somebody teaches, newcomers a mentor sees at
//! once (1 if left out) and meetings a week (no limit if left out). With `"keep": [[newcomer, mentor,
//! slot], …]` and `"from": slot` the timetable is re-planned: nothing before that slot is touched and
//! little else moves.
//!
//! Whoever is left out has a reason: `no_common_slot`; `no_capacity` where slots, weeks or newcomers seen at once
//! leave too little room whatever the lessons; `newcomer_overfull` or `mentor_overfull` where lessons do; `crowded`
//! where only all together are too many.
//!
//! `rotate verify` checks a timetable, by whomever it was made, against every rule, and what `rotate` printed
//! beside it.
//!
//! Exit codes: 0 done (`complete` says whether all meet), or valid; 1 a timetable is not valid or not as claimed,
//! 2 a file cannot be read.

// With its path, because the fuzzer takes this file in from elsewhere.
#[path = "rotate/verify.rs"]
mod verify;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use pairing::rotation::{Effort, LeftOut, Meeting, Mentor, Task, Whose, WhyNot, replan, rotate};
use serde::{Deserialize, Serialize};

use crate::files::{finished, in_file, not_both_standard_input, parse, print, read, verdict};

use verify::RotateCommand;
pub(crate) use verify::check;

/// Arguments of `talimger rotate`.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub(crate) struct RotateArgs {
    #[command(subcommand)]
    verify: Option<RotateCommand>,
    #[command(flatten)]
    solve: Option<SolveArgs>,
}

#[derive(Args)]
struct SolveArgs {
    /// {"weeks": [0, 0, 1, 1], "closed": [slot, …], "newcomers": [{"busy": [slot, …]}, …], "mentors":
    /// [{"busy": [slot, …], "capacity": 1}, …], "newcomer_per_week": 2, "mentor_per_week": 2} as JSON;
    /// with "keep": [[newcomer, mentor, slot], …] and "from": slot an old timetable is re-planned; `-`
    /// reads standard input
    instance: PathBuf,
    /// The same seed gives the same timetable
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object with weeks, newcomers and mentors")]
struct TaskFile {
    weeks: Vec<u32>,
    #[serde(default)]
    closed: Vec<u32>,
    newcomers: Vec<NewcomerFile>,
    mentors: Vec<MentorFile>,
    newcomer_per_week: Option<u32>,
    mentor_per_week: Option<u32>,
    keep: Option<Vec<[u32; 3]>>,
    #[serde(default)]
    from: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object, possibly with busy")]
struct NewcomerFile {
    #[serde(default)]
    busy: Vec<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object, possibly with busy and capacity")]
struct MentorFile {
    #[serde(default)]
    busy: Vec<u32>,
    #[serde(default = "one")]
    capacity: u32,
}

fn one() -> u32 {
    1
}

/// What `rotate` prints.
#[derive(Serialize)]
struct Report {
    complete: bool,
    seed: u64,
    /// Newcomer, mentor, slot.
    meetings: Vec<[u32; 3]>,
    left_out: Vec<LeftOutReport>,
    /// Meetings that were not in the timetable to be kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<usize>,
}

#[derive(Serialize, Deserialize)]
struct LeftOutReport {
    newcomer: u32,
    mentor: u32,
    #[serde(flatten)]
    why: WhyReport,
}

#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(tag = "why", rename_all = "snake_case")]
enum WhyReport {
    NoCommonSlot,
    NoCapacity { of: WhoseReport, wanted: u32, most: u32 },
    NewcomerOverfull { wanted: u32, most: u32 },
    MentorOverfull { wanted: u32, most: u32 },
    Crowded { proved: bool },
}

#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum WhoseReport {
    Newcomer,
    Mentor,
}

impl From<Whose> for WhoseReport {
    fn from(whose: Whose) -> Self {
        match whose {
            Whose::Newcomer => Self::Newcomer,
            Whose::Mentor => Self::Mentor,
        }
    }
}

impl From<LeftOut> for LeftOutReport {
    fn from(left: LeftOut) -> Self {
        let why = match left.why {
            WhyNot::NoCommonSlot => WhyReport::NoCommonSlot,
            WhyNot::NoCapacity { of, wanted, most } => WhyReport::NoCapacity { of: of.into(), wanted, most },
            WhyNot::NewcomerOverfull { wanted, most } => WhyReport::NewcomerOverfull { wanted, most },
            WhyNot::MentorOverfull { wanted, most } => WhyReport::MentorOverfull { wanted, most },
            WhyNot::Crowded { proved } => WhyReport::Crowded { proved },
        };
        Self { newcomer: left.newcomer, mentor: left.mentor, why }
    }
}

/// Does what was asked and gives the exit code.
pub(crate) fn run(args: &RotateArgs) -> ExitCode {
    finished(match (&args.verify, &args.solve) {
        (Some(RotateCommand::Verify { instance, result }), _) => verified(instance, result),
        (None, Some(solve)) => plan(&solve.instance, solve.seed),
        (None, None) => Err("an instance file is needed; see `talimger rotate --help`".to_owned()),
    })
}

fn verified(instance: &Path, result: &Path) -> Result<ExitCode, String> {
    not_both_standard_input(instance, result)?;
    let plan = in_file(instance, asked(&read(instance)?))?;
    let faults = in_file(result, check(&plan, &read(result)?))?;
    verdict(&faults, "valid; whoever is left out is named with the reason")
}

fn plan(path: &Path, seed: u64) -> Result<ExitCode, String> {
    let text = in_file(path, answer(&read(path)?, seed))?;
    eprintln!("seed {seed}");
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// What a file asks for.
pub(crate) struct Asked {
    task: Task,
    /// The timetable to be kept, if one is to be re-planned.
    keep: Option<Vec<Meeting>>,
    from: u32,
}

/// Reads a task.
pub(crate) fn asked(task: &str) -> Result<Asked, String> {
    let file: TaskFile = parse(task)?;
    let task = Task {
        weeks: file.weeks,
        closed: file.closed,
        newcomers: file.newcomers.into_iter().map(|newcomer| newcomer.busy).collect(),
        mentors: file.mentors.into_iter().map(|m| Mentor { busy: m.busy, capacity: m.capacity }).collect(),
        newcomer_per_week: file.newcomer_per_week,
        mentor_per_week: file.mentor_per_week,
    };
    Ok(Asked { task, keep: file.keep.as_deref().map(meetings), from: file.from })
}

fn meetings(listed: &[[u32; 3]]) -> Vec<Meeting> {
    listed.iter().map(|&[newcomer, mentor, slot]| Meeting { slot, newcomer, mentor }).collect()
}

/// Meetings that were not in the timetable to be kept.
fn changed(meetings: &[Meeting], kept: &[Meeting]) -> usize {
    meetings.iter().filter(|meeting| !kept.contains(meeting)).count()
}

/// What is printed for a task.
pub(crate) fn answer(task: &str, seed: u64) -> Result<String, String> {
    let Asked { task, keep, from } = asked(task)?;
    let effort = Effort { seed, ..Effort::default() };
    let planned = match &keep {
        Some(kept) => replan(&task, kept, from, effort),
        None => rotate(&task, effort),
    };
    let timetable = planned.map_err(|error| error.to_string())?;
    let report = Report {
        complete: timetable.is_complete(),
        seed: timetable.seed,
        changed: keep.as_ref().map(|kept| changed(&timetable.meetings, kept)),
        meetings: timetable.meetings.iter().map(|m| [m.newcomer, m.mentor, m.slot]).collect(),
        left_out: timetable.left_out.into_iter().map(LeftOutReport::from).collect(),
    };
    serde_json::to_string(&report).map_err(|error| error.to_string())
}
