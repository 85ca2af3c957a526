//! A timetable checked without believing it: every rule by counting, and what is claimed beside the meetings.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use clap::Subcommand;
use pairing::rotation::{Effort, Meeting, Task, replan};
use serde::Deserialize;

use super::{Asked, LeftOutReport, WhoseReport, WhyReport, changed, meetings};
use crate::files::parse;

/// A search is repeated with more patience than `rotate` has: it may start from another timetable.
const PATIENCE: u64 = 4;

#[derive(Subcommand)]
pub(super) enum RotateCommand {
    /// Check a timetable against every rule, and whatever `rotate` has claimed beside it: exit code 0 if valid
    /// and as claimed, 1 if not, 2 if a file cannot be read
    Verify {
        /// The task as JSON; `-` reads standard input
        instance: PathBuf,
        /// What `rotate` printed, or only {"meetings": [[newcomer, mentor, slot], …]}; `-` reads standard input
        result: PathBuf,
    },
}

/// What `rotate` prints; whatever is left out is not claimed.
#[derive(Deserialize)]
#[serde(expecting = "an object with meetings")]
struct ResultFile {
    meetings: Vec<[u32; 3]>,
    complete: Option<bool>,
    left_out: Option<Vec<LeftOutReport>>,
    changed: Option<usize>,
}

/// Everything that is wrong with a timetable, in words.
pub(crate) fn check(asked: &Asked, result: &str) -> Result<Vec<String>, String> {
    let result: ResultFile = parse(result)?;
    let given = meetings(&result.meetings);
    let mut faults = broken_rules(asked, &given);
    let together: HashSet<(u32, u32)> = given.iter().map(|one| (one.newcomer, one.mentor)).collect();
    let complete = everybody(&asked.task).all(|pair| together.contains(&pair));
    if result.complete.is_some_and(|claimed| claimed != complete) {
        faults.push(format!("complete is said to be {}, but is {complete}", !complete));
    }
    let moved = asked.keep.as_deref().map(|kept| changed(&given, kept));
    if result.changed.is_some() && result.changed != moved {
        faults.push("changed is said to be another number than it is".to_owned());
    }
    if let Some(left_out) = &result.left_out {
        let named: HashSet<(u32, u32)> = left_out.iter().map(|left| (left.newcomer, left.mentor)).collect();
        for pair in everybody(&asked.task).filter(|pair| together.contains(pair) == named.contains(pair)) {
            let said = if named.contains(&pair) {
                "are said not to meet, but do"
            } else {
                "do not meet and are not named"
            };
            faults.push(format!("newcomer {} and mentor {} {said}", pair.0, pair.1));
        }
        if faults.is_empty() {
            faults.extend(wrong_reasons(asked, &given, left_out)?);
        }
    }
    Ok(faults)
}

fn everybody(task: &Task) -> impl Iterator<Item = (u32, u32)> + '_ {
    let mentors = 0..u32::try_from(task.mentors.len()).unwrap_or(u32::MAX);
    (0..).zip(&task.newcomers).flat_map(move |(newcomer, _)| mentors.clone().map(move |m| (newcomer, m)))
}

/// Every rule that a meeting breaks. What stands before `from` has taken place: it is only to be kept.
fn broken_rules(asked: &Asked, given: &[Meeting]) -> Vec<String> {
    let Asked { task, keep, from } = asked;
    let (known, unknown): (Vec<Meeting>, Vec<Meeting>) =
        given.iter().copied().partition(|one| exists(task, one));
    let named =
        |one: &Meeting| format!("newcomer {}, mentor {}, slot {}", one.newcomer, one.mentor, one.slot);
    let mut faults: Vec<String> =
        unknown.iter().map(|one| format!("somebody or a slot that does not exist: {}", named(one))).collect();
    let kept = keep.as_deref().unwrap_or_default();
    for past in kept.iter().filter(|one| one.slot < *from && !given.contains(one)) {
        faults.push(format!("a meeting that has taken place is missing: {}", named(past)));
    }
    let counts = Counts::of(task, &known);
    for one in &known {
        if one.slot < *from && keep.is_some() {
            if !kept.contains(one) {
                faults.push(format!("a meeting is put into the past: {}", named(one)));
            }
            continue;
        }
        faults.extend(counts.broken(task, one).into_iter().map(|rule| format!("{rule}: {}", named(one))));
    }
    faults
}

fn exists(task: &Task, one: &Meeting) -> bool {
    (one.newcomer as usize) < task.newcomers.len()
        && (one.mentor as usize) < task.mentors.len()
        && (one.slot as usize) < task.weeks.len()
}

/// How many meetings there are of the same people, and of one of them at the same time.
#[derive(Default)]
struct Counts {
    pair: HashMap<(u32, u32), u32>,
    newcomer_at: HashMap<(u32, u32), u32>,
    mentor_at: HashMap<(u32, u32), u32>,
    newcomer_week: HashMap<(u32, u32), u32>,
    mentor_week: HashMap<(u32, u32), u32>,
}

impl Counts {
    fn of(task: &Task, meetings: &[Meeting]) -> Self {
        let mut counts = Self::default();
        for one in meetings {
            let week = task.weeks[one.slot as usize];
            *counts.pair.entry((one.newcomer, one.mentor)).or_default() += 1;
            *counts.newcomer_at.entry((one.newcomer, one.slot)).or_default() += 1;
            *counts.mentor_at.entry((one.mentor, one.slot)).or_default() += 1;
            *counts.newcomer_week.entry((one.newcomer, week)).or_default() += 1;
            *counts.mentor_week.entry((one.mentor, week)).or_default() += 1;
        }
        counts
    }

    fn broken(&self, task: &Task, one: &Meeting) -> Vec<&'static str> {
        let mentor = &task.mentors[one.mentor as usize];
        let week = task.weeks[one.slot as usize];
        let more = |count: u32, limit: Option<u32>| limit.is_some_and(|limit| count > limit);
        let rules = [
            ("on a holiday", task.closed.contains(&one.slot)),
            ("the newcomer is busy", task.newcomers[one.newcomer as usize].contains(&one.slot)),
            ("the mentor is busy", mentor.busy.contains(&one.slot)),
            ("they meet twice", self.pair[&(one.newcomer, one.mentor)] > 1),
            ("the newcomer is in two places", self.newcomer_at[&(one.newcomer, one.slot)] > 1),
            ("the mentor sees too many at once", self.mentor_at[&(one.mentor, one.slot)] > mentor.capacity),
            (
                "the newcomer has too many in the week",
                more(self.newcomer_week[&(one.newcomer, week)], task.newcomer_per_week),
            ),
            (
                "the mentor has too many in the week",
                more(self.mentor_week[&(one.mentor, week)], task.mentor_per_week),
            ),
        ];
        rules.into_iter().filter(|rule| rule.1).map(|rule| rule.0).collect()
    }
}

/// Reasons that are not so, found by going on from the timetable with more patience. Where it is only said
/// that no better timetable was found, there is nothing to refute.
fn wrong_reasons(
    asked: &Asked,
    given: &[Meeting],
    left_out: &[LeftOutReport],
) -> Result<Vec<String>, String> {
    let usual = Effort::default();
    let effort = Effort { conflicts: PATIENCE * usual.conflicts, ..usual };
    let from = if asked.keep.is_some() { asked.from } else { 0 };
    let again = replan(&asked.task, given, from, effort).map_err(|error| error.to_string())?;
    let found: HashMap<(u32, u32), WhyReport> = again
        .left_out
        .into_iter()
        .map(LeftOutReport::from)
        .map(|left| ((left.newcomer, left.mentor), left.why))
        .collect();
    let mut faults = Vec::new();
    for &LeftOutReport { newcomer, mentor, why } in left_out {
        let right = match (why, found.get(&(newcomer, mentor))) {
            (WhyReport::Crowded { proved: false }, reason) => {
                !matches!(reason, Some(WhyReport::NoCommonSlot))
            }
            // Another of as many may be left out; that somebody is has been proved again.
            (WhyReport::Crowded { proved: true }, None) => found
                .values()
                .any(|why| !matches!(why, WhyReport::NoCommonSlot | WhyReport::Crowded { proved: false })),
            // Whoever has too little time may leave out another.
            (
                WhyReport::NewcomerOverfull { .. } | WhyReport::NoCapacity { of: WhoseReport::Newcomer, .. },
                None,
            ) => found.iter().any(|(pair, found)| pair.0 == newcomer && *found == why),
            (
                WhyReport::MentorOverfull { .. } | WhyReport::NoCapacity { of: WhoseReport::Mentor, .. },
                None,
            ) => found.iter().any(|(pair, found)| pair.1 == mentor && *found == why),
            (why, found) => found == Some(&why),
        };
        if !right {
            faults.push(format!("newcomer {newcomer} and mentor {mentor} are left out for another reason"));
        }
    }
    Ok(faults)
}
