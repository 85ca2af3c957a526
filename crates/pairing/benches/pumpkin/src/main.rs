//! This crate's rotation beside Pumpkin on the same generated tasks, round by round in one run; see docs/performance.md.

#![expect(clippy::disallowed_methods, reason = "this program measures")]

mod model;
#[allow(
    dead_code,
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    reason = "the tests' own; see there"
)]
#[path = "../../../tests/properties/mod.rs"]
mod properties;
#[path = "../../rotations/mod.rs"]
mod rotations;

use std::time::{Duration, Instant};

use model::{Model, Way};
use pairing::rotation::{Effort, Meeting, Task, rotate};
use properties::rotation::faults;
use rotations::{TWENTY, rotation};

/// Rounds in turn.
const ROUNDS: usize = 11;

/// Weeks have at most this many meetings of one person in the second task.
const A_WEEK: u32 = 3;

fn main() {
    let free = rotation(TWENTY);
    let limited = Task { newcomer_per_week: Some(A_WEEK), mentor_per_week: Some(A_WEEK), ..free.clone() };
    beside("20 x 20, 8 weeks of 30 slots, 60 % with lessons", &free);
    beside("the same, at most three meetings a week each", &limited);
}

/// Times of both, with what each needs to read the task.
fn beside(name: &str, task: &Task) {
    let mut ours = Vec::new();
    let mut theirs = [Vec::new(), Vec::new()];
    let mut solving = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let found = rotate(task, Effort::default());
        ours.push(start.elapsed());
        let timetable = found.unwrap_or_else(|error| panic!("the generator makes clean tasks: {error}"));
        let complete = timetable.is_complete().then_some(timetable.meetings);
        check(task, complete.as_deref());
        for (way, (all, solve)) in
            [Way::Different, Way::Sums].into_iter().zip(theirs.iter_mut().zip(&mut solving))
        {
            let start = Instant::now();
            let mut model = Model::new(task, way);
            let told = start.elapsed();
            let found = model.solve();
            all.push(start.elapsed());
            solve.push(start.elapsed() - told);
            check(task, found.as_deref());
            assert_eq!(found.is_some(), complete.is_some(), "one finds what the other proves impossible");
        }
    }
    println!("{name}: fastest, median");
    let ours = summary(ours);
    print("this crate", ours, ours);
    for (way, (all, solve)) in ["all different", "sums"].into_iter().zip(theirs.into_iter().zip(solving)) {
        print(&format!("Pumpkin, {way}"), summary(all), ours);
        print(&format!("Pumpkin, {way}, without making its model"), summary(solve), ours);
    }
}

fn print(who: &str, times: [Duration; 2], ours: [Duration; 2]) {
    let ratio = |at: usize| times[at].as_secs_f64() / ours[at].as_secs_f64();
    let [fastest, median] = times.map(milliseconds);
    println!("  {who:54} {fastest:9.3} {median:9.3} ms, {:.1} and {:.1} times", ratio(0), ratio(1));
}

/// By the rules as this crate's tests count them.
fn check(task: &Task, meetings: Option<&[Meeting]>) {
    if let Some(meetings) = meetings {
        assert_eq!(meetings.len(), task.newcomers.len() * task.mentors.len(), "all meet");
        assert_eq!(faults(task, meetings, 0), Vec::<String>::new());
    }
}

/// Fastest and median.
fn summary(mut times: Vec<Duration>) -> [Duration; 2] {
    times.sort_unstable();
    [times[0], times[times.len() / 2]]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
