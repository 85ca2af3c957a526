//! Rotation: every newcomer meets every mentor once inside a window of time slots.
//!
//! Nobody meets during a lesson or on a holiday, nobody has more meetings a week than agreed, and a
//! mentor sees only so many newcomers at once. Where everybody is always free this is edge colouring of
//! a bipartite graph, and as many slots suffice as somebody has meetings (D. Kőnig, 1916); with lessons
//! it is NP-complete (S. Even, A. Itai, A. Shamir, *SIAM Journal on Computing* 5 (1976) 691–703).
//!
//! So three means follow each other: slot by slot as many meetings as possible, the most pressed first;
//! then ejection chains with weights that grow for whoever is turned away again and again (P. Morris,
//! «The breakout method», AAAI 1993); then, for small tasks, a search that finds a complete timetable or
//! proves that none exists.

mod exact;
mod grid;
mod repair;
mod sweep;

use std::error::Error;
use std::fmt;

use crate::cardinality::{Graph, most_pairs};
use crate::instance::saturating;

use exact::Searched;
use grid::Grid;

/// Somebody who mentors.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentor {
    /// Slots in which they teach or are away.
    pub busy: Vec<u32>,
    /// How many newcomers they see at once.
    pub capacity: u32,
}

/// Who has to meet, and when they can.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Task {
    /// Week of each slot, slots in the order of time. Any numbers that do not fall.
    pub weeks: Vec<u32>,
    /// Slots on holidays: nobody meets.
    pub closed: Vec<u32>,
    /// For each newcomer, the slots in which they teach or are away.
    pub newcomers: Vec<Vec<u32>>,
    /// The mentors, each to be met once by each newcomer.
    pub mentors: Vec<Mentor>,
    /// Meetings a newcomer has in a week at most; nothing for no limit.
    pub newcomer_per_week: Option<u32>,
    /// Meetings a mentor has in a week at most; nothing for no limit.
    pub mentor_per_week: Option<u32>,
}

/// Why a task cannot be planned at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskError {
    /// A slot is named that does not exist.
    UnknownSlot(u32),
    /// The weeks of the slots go backwards at this slot.
    WeeksFall(u32),
    /// A meeting to be kept, or two who have met, name somebody who does not exist.
    UnknownPerson,
    /// The same two people are named twice among those who have met and the meetings to be kept.
    MetTwice {
        /// Index of the newcomer.
        newcomer: u32,
        /// Index of the mentor.
        mentor: u32,
    },
    /// More people or slots than 32 bits can count together.
    TooLarge,
}

impl fmt::Display for TaskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownSlot(slot) => write!(f, "there is no slot {slot}"),
            Self::WeeksFall(slot) => write!(f, "slot {slot} is in an earlier week than the one before"),
            Self::UnknownPerson => f.write_str("a meeting names somebody who does not exist"),
            Self::MetTwice { newcomer, mentor } => {
                write!(f, "newcomer {newcomer} and mentor {mentor} meet twice")
            }
            Self::TooLarge => f.write_str("too many people or slots"),
        }
    }
}

impl Error for TaskError {}

/// One activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Meeting {
    /// When.
    pub slot: u32,
    /// Index of the newcomer.
    pub newcomer: u32,
    /// Index of the mentor.
    pub mentor: u32,
}

/// One of two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The newcomer.
    Newcomer,
    /// The mentor.
    Mentor,
}

/// Why two people do not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// There is no open slot in which both are free.
    NoCommonSlot,
    /// Lessons are not the reason: even if nobody taught, the open slots, the limit of a week and the number of
    /// newcomers seen at once would leave one of the two, alone, too little room.
    NoCapacity {
        /// Which of them; the newcomer where it is both.
        of: Whose,
        /// Meetings with those they share a slot with.
        wanted: u32,
        /// For how many of them there would be room.
        most: u32,
    },
    /// The newcomer alone has too little time beside the lessons: at most `most` of the meetings wanted have a slot.
    NewcomerOverfull {
        /// Meetings with those they share a slot with.
        wanted: u32,
        /// How many of them fit, whatever anybody else does.
        most: u32,
    },
    /// The mentor alone has too little time beside the lessons.
    MentorOverfull {
        /// Meetings with those they share a slot with.
        wanted: u32,
        /// How many of them fit, whatever anybody else does.
        most: u32,
    },
    /// Each of the two has time enough, but not everybody together.
    Crowded {
        /// Whether the search has shown that no timetable lets all meet who share a slot. If not, none
        /// was found.
        proved: bool,
    },
}

/// Two people who do not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Index of the newcomer.
    pub newcomer: u32,
    /// Index of the mentor.
    pub mentor: u32,
    /// Why.
    pub why: WhyNot,
}

/// Who meets when, and who does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// By slot, then newcomer.
    pub meetings: Vec<Meeting>,
    /// By newcomer, then mentor. Empty if the timetable is complete.
    pub left_out: Vec<LeftOut>,
    /// The same task, effort and seed give the same timetable.
    pub seed: u64,
}

impl Timetable {
    /// Whether everybody meets everybody.
    pub fn is_complete(&self) -> bool {
        self.left_out.is_empty()
    }
}

/// How long to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Steps of the ejection chains.
    pub repairs: u32,
    /// Dead ends of the exact search before it gives up; 0 leaves it out.
    pub conflicts: u64,
    /// Seed of the ejection chains.
    pub seed: u64,
}

impl Default for Effort {
    fn default() -> Self {
        Self { repairs: 100_000, conflicts: 20_000, seed: 1 }
    }
}

/// A timetable in which all meet who can, if one is found within the effort; otherwise as many as were.
pub fn rotate(task: &Task, effort: Effort) -> Result<Timetable, TaskError> {
    let mut grid = Grid::new(task, 0)?;
    sweep::sweep(&mut grid);
    Ok(finish(task, grid, effort))
}

/// A new timetable for a changed task that keeps the old one where it can: nothing before slot `from` is
/// touched (it has taken place), later meetings stay where they are still possible, and the others are
/// put in with as few further changes as the ejection chains find.
pub fn replan(task: &Task, old: &[Meeting], from: u32, effort: Effort) -> Result<Timetable, TaskError> {
    let mut grid = Grid::new(task, from)?;
    grid.adopt(old)?;
    let mut grid = repair::repair(grid, effort.repairs, effort.seed);
    for meeting in old {
        grid.move_back(meeting);
    }
    Ok(finish(task, grid, effort))
}

/// A timetable that goes on from what stands: `met` pairs need no meeting, `fixed` meetings stay where they
/// are whatever anybody's lessons and limits say, and count in their weeks; the others are put in around them.
/// Nobody else comes into a fixed slot of a newcomer, or of a mentor beyond the newcomers seen at once.
pub fn extend(
    task: &Task,
    met: &[(u32, u32)],
    fixed: &[Meeting],
    effort: Effort,
) -> Result<Timetable, TaskError> {
    let mut grid = Grid::new(task, 0)?;
    grid.fix(met, fixed)?;
    sweep::sweep(&mut grid);
    Ok(finish(task, grid, effort))
}

fn finish(task: &Task, grid: Grid, effort: Effort) -> Timetable {
    let mut grid = repair::repair(grid, effort.repairs, effort.seed);
    // Somebody who cannot meet all even alone settles it; otherwise the search may.
    let mut proved = !every_person_fits(&grid);
    if grid.unmet().next().is_some() && !proved {
        match exact::search(&grid, effort.conflicts) {
            Searched::Found(complete) => grid = *complete,
            Searched::Impossible => proved = true,
            Searched::GaveUp => {}
        }
    }
    let left_out = left_out(task, &grid, proved);
    Timetable { meetings: grid.meetings(), left_out, seed: effort.seed }
}

fn every_person_fits(grid: &Grid) -> bool {
    let fits = |person| {
        let Load { wanted, most, .. } = load(grid, person);
        most >= wanted
    };
    (0..grid.newcomers).all(|newcomer| fits(Person::Newcomer(newcomer)))
        && (0..grid.mentors).all(|mentor| fits(Person::Mentor(mentor)))
}

fn left_out(task: &Task, grid: &Grid, proved: bool) -> Vec<LeftOut> {
    let mut left_out = Vec::new();
    for newcomer in 0..saturating(task.newcomers.len()) {
        for mentor in 0..saturating(task.mentors.len()) {
            if grid.is_settled(newcomer, mentor) || grid.slot_of(newcomer, mentor).is_some() {
                continue;
            }
            let why = if grid.common(newcomer, mentor).next().is_none() {
                WhyNot::NoCommonSlot
            } else {
                why_crowded(grid, newcomer, mentor, proved)
            };
            left_out.push(LeftOut { newcomer, mentor, why });
        }
    }
    left_out
}

fn why_crowded(grid: &Grid, newcomer: u32, mentor: u32, proved: bool) -> WhyNot {
    let own = load(grid, Person::Newcomer(newcomer));
    let theirs = load(grid, Person::Mentor(mentor));
    for (of, Load { wanted, room, .. }) in [(Whose::Newcomer, own), (Whose::Mentor, theirs)] {
        if room < wanted {
            return WhyNot::NoCapacity { of, wanted, most: room };
        }
    }
    match (own, theirs) {
        (Load { wanted, most, .. }, _) if most < wanted => WhyNot::NewcomerOverfull { wanted, most },
        (_, Load { wanted, most, .. }) if most < wanted => WhyNot::MentorOverfull { wanted, most },
        _ => WhyNot::Crowded { proved },
    }
}

#[derive(Clone, Copy)]
enum Person {
    Newcomer(u32),
    Mentor(u32),
}

/// The meetings of somebody, if nobody else had any.
#[derive(Clone, Copy)]
struct Load {
    /// With those they share a slot with.
    wanted: u32,
    /// For how many there would be room if nobody taught: open slots by capacity, weeks by their limit.
    room: u32,
    /// How many fit: each into a common slot, and no more than there is room for.
    most: u32,
}

fn load(grid: &Grid, person: Person) -> Load {
    let others = match person {
        Person::Newcomer(_) => grid.mentors,
        Person::Mentor(_) => grid.newcomers,
    };
    let slots_with = |other| match person {
        Person::Newcomer(newcomer) => grid.common(newcomer, other).collect::<Vec<u32>>(),
        Person::Mentor(mentor) => grid.common(other, mentor).collect(),
    };
    let met = |other| match person {
        Person::Newcomer(newcomer) => grid.is_settled(newcomer, other),
        Person::Mentor(mentor) => grid.is_settled(other, mentor),
    };
    let (mut first, mut column) = (vec![0], Vec::new());
    for other in (0..others).filter(|&other| !met(other)) {
        let slots = slots_with(other);
        if !slots.is_empty() {
            column.extend(slots);
            first.push(saturating(column.len()));
        }
    }
    let wanted = saturating(first.len() - 1);
    let at_once = match person {
        Person::Newcomer(_) => 1,
        Person::Mentor(mentor) => grid.capacity[mentor as usize],
    };
    let graph = Graph::new(first, column, grid.slots);
    let in_slots = most_pairs(&graph, &vec![1; wanted as usize], &vec![at_once; grid.slots as usize]).size;
    let room = room(grid, person, at_once);
    Load { wanted, room, most: room.min(saturating(in_slots)) }
}

fn room(grid: &Grid, person: Person, at_once: u32) -> u32 {
    let in_week = |week: u32| {
        let (per_week, taken) = match person {
            Person::Newcomer(newcomer) => {
                (grid.newcomer_per_week, grid.taken_in_week(Some(newcomer), None, week))
            }
            Person::Mentor(mentor) => (grid.mentor_per_week, grid.taken_in_week(None, Some(mentor), week)),
        };
        let in_slot = |slot: u32| match person {
            Person::Newcomer(newcomer) => u32::from(!grid.is_taken(newcomer, slot)),
            Person::Mentor(mentor) => at_once.saturating_sub(grid.taken_in_slot(mentor, slot)),
        };
        let in_slots = grid.open_in_week(week).map(in_slot).fold(0, u32::saturating_add);
        in_slots.min(per_week.saturating_sub(taken))
    };
    (0..grid.week_count()).map(in_week).fold(0, u32::saturating_add)
}
