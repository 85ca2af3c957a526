//! Between people and the engine, which knows indices only: a plan is a pure function of what it depends on.

use super::sheet::{Sheet, monday};
use crate::accounts::hex;
use crate::apart;
use domain::contacts::Kind;
use domain::rotations::{KINDS, Slot, State, Turn, Window, Wish};
use domain::sides::Side;
use domain::{MentorId, NewcomerId, PersonId};
use pairing::rotation::{
    Effort, LeftOut as Left, Meeting, Mentor, Task, Timetable, Whose, WhyNot as Why, extend,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use store::StoreError;

/// How long the engine tries: a page waits for it, so it is less than on the command line.
const TRY: Try = Try { repairs: 30_000, conflicts: 10_000 };

/// Steps of the engine, and dead ends of its search.
#[derive(Clone, Copy, Debug)]
struct Try {
    repairs: u32,
    conflicts: u64,
}

/// A meeting of the plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// When.
    pub slot: Slot,
    /// The newcomer.
    pub newcomer: NewcomerId,
    /// The mentor.
    pub mentor: MentorId,
}

/// Why two people do not meet in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// There is no lesson at which both can.
    NoCommonSlot,
    /// Whatever the lessons, the days and the limit of a week leave one of the two, alone, too little room.
    NoCapacity {
        /// Which of them.
        of: Side,
        /// So many meetings are wanted.
        wanted: u32,
        /// For so many there would be room if nobody taught.
        most: u32,
    },
    /// The newcomer alone has time for fewer meetings than are wanted.
    NewcomerFull {
        /// So many are wanted.
        wanted: u32,
        /// So many fit.
        most: u32,
    },
    /// The mentor alone has time for fewer meetings than are wanted.
    MentorFull {
        /// So many are wanted.
        wanted: u32,
        /// So many fit.
        most: u32,
    },
    /// Each of the two has time, but not everybody together.
    Crowded {
        /// Whether it is proved that no plan lets all meet.
        proved: bool,
    },
}

impl From<Why> for WhyNot {
    fn from(why: Why) -> Self {
        match why {
            Why::NoCommonSlot => Self::NoCommonSlot,
            Why::NoCapacity { of: Whose::Newcomer, wanted, most } => {
                Self::NoCapacity { of: Side::Newcomer, wanted, most }
            }
            Why::NoCapacity { of: Whose::Mentor, wanted, most } => {
                Self::NoCapacity { of: Side::Mentor, wanted, most }
            }
            Why::NewcomerOverfull { wanted, most } => Self::NewcomerFull { wanted, most },
            Why::MentorOverfull { wanted, most } => Self::MentorFull { wanted, most },
            Why::Crowded { proved } => Self::Crowded { proved },
        }
    }
}

/// Two people who do not meet in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The newcomer.
    pub newcomer: NewcomerId,
    /// The mentor.
    pub mentor: MentorId,
    /// Why.
    pub why: WhyNot,
    /// Other kinds of joint work for which the two have a lesson beside everything planned.
    pub instead: Vec<Kind>,
}

/// Who meets when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// In the order of time.
    pub lines: Vec<Line>,
    /// Who is left out.
    pub left_out: Vec<LeftOut>,
    /// Pairs who have met already.
    pub met: usize,
    /// Meetings that stood before and stay.
    pub standing: usize,
    /// Newcomers who have a mentor of their choice already.
    pub chosen: Vec<NewcomerId>,
    /// People whom the school's timetable does not know.
    pub unknown: Vec<PersonId>,
    /// SHA-256 of the wish and everything above.
    pub digest: String,
}

impl Plan {
    /// Everybody who is to meet somebody does, in this plan or before it.
    pub fn is_complete(&self) -> bool {
        self.left_out.is_empty()
    }

    /// Where somebody is left out: it is proved that no plan of this kind within these limits is complete.
    pub fn is_proved(&self) -> bool {
        let proved = |left: &LeftOut| !matches!(left.why, WhyNot::Crowded { proved: false });
        self.left_out.iter().all(proved)
    }
}

/// People and slots by their numbers, in the order of ids and of time.
struct Numbers<'a> {
    newcomers: Vec<(&'a NewcomerId, &'a PersonId)>,
    mentors: Vec<(&'a MentorId, &'a PersonId)>,
    slots: Vec<Slot>,
    window: Window,
}

fn number<T>(list: &[T], is: impl FnMut(&T) -> bool) -> Option<u32> {
    list.iter().position(is).and_then(|at| u32::try_from(at).ok())
}

impl<'a> Numbers<'a> {
    fn of(sheet: &'a Sheet, window: Window) -> Self {
        // The whole first week: what has taken place in it counts in its limits.
        let weeks = Window { from: monday(window.from), ..window };
        Self {
            newcomers: sheet.newcomers.iter().collect(),
            mentors: sheet.mentors.iter().collect(),
            slots: sheet.hours.slots(weeks, &sheet.calendar),
            window,
        }
    }

    fn task(&self, sheet: &Sheet, wish: &Wish) -> Task {
        let (of, kind) = (&sheet.hours, wish.kind);
        let busy = |person: &PersonId, side: Side| -> Vec<u32> {
            let slots = (0..).zip(&self.slots);
            slots.filter(|(_, slot)| !of.can(person, side, kind, **slot)).map(|(at, _)| at).collect()
        };
        let newcomers = self.newcomers.iter().map(|(_, person)| busy(person, Side::Newcomer));
        let mentors =
            self.mentors.iter().map(|(_, person)| Mentor { busy: busy(person, Side::Mentor), capacity: 1 });
        let before = (0..).zip(&self.slots).filter(|(_, slot)| slot.day < self.window.from);
        Task {
            weeks: self.slots.iter().copied().map(week).collect(),
            closed: before.map(|(at, _)| at).collect(),
            newcomers: newcomers.collect(),
            mentors: mentors.collect(),
            newcomer_per_week: Some(wish.newcomer_week.into()),
            mentor_per_week: Some(wish.mentor_week.into()),
        }
    }

    fn pair(&self, newcomer: &NewcomerId, mentor: &MentorId) -> Option<(u32, u32)> {
        let newcomer = number(&self.newcomers, |(id, _)| *id == newcomer)?;
        Some((newcomer, number(&self.mentors, |(id, _)| *id == mentor)?))
    }

    /// Pairs who need no day, because they have met or the newcomer has chosen, and the meetings that stand. One
    /// that stands outside the lessons of today's timetable keeps no slot from anybody.
    fn settled(&self, sheet: &Sheet) -> (BTreeSet<(u32, u32)>, Vec<Meeting>) {
        let mentors = sheet.mentors.keys();
        let chosen = sheet.chosen.iter().flat_map(|one| mentors.clone().map(move |other| (one, other)));
        let met = sheet.met.iter().map(|(newcomer, mentor)| (newcomer, mentor));
        let mut settled: BTreeSet<(u32, u32)> =
            met.chain(chosen).filter_map(|(newcomer, mentor)| self.pair(newcomer, mentor)).collect();
        let (mut fixed, mut seen) = (Vec::new(), BTreeSet::new());
        for turn in &sheet.standing {
            let Some(pair) = self.pair(&turn.newcomer, &turn.mentor) else { continue };
            match number(&self.slots, |slot| *slot == turn.slot) {
                Some(slot) if seen.insert(pair) => {
                    fixed.push(Meeting { slot, newcomer: pair.0, mentor: pair.1 });
                }
                _ => {
                    settled.insert(pair);
                }
            }
        }
        settled.retain(|pair| !seen.contains(pair));
        (settled, fixed)
    }
}

fn week(slot: Slot) -> u32 {
    let date = slot.day.iso_week_date();
    u32::from(date.year().unsigned_abs()) * 100 + u32::from(date.week().unsigned_abs())
}

/// The plan that a wish makes. The same sheet and the same wish give the same plan; what stands stays.
pub fn plan(sheet: &Sheet, wish: &Wish) -> Result<Plan, StoreError> {
    plan_within(sheet, wish, TRY)
}

/// The same on a thread for blocking work, for callers whom others wait for; gives the sheet back.
pub async fn plan_apart(sheet: Sheet, wish: Wish) -> Result<(Plan, Sheet), StoreError> {
    let work = move || plan(&sheet, &wish).map(|plan| (plan, sheet));
    apart("days of a plan", work).await?
}

fn plan_within(sheet: &Sheet, wish: &Wish, most: Try) -> Result<Plan, StoreError> {
    let numbers = sheet.window.map(|window| Numbers::of(sheet, window));
    let numbers = numbers.ok_or(StoreError::Unreadable("days of a plan"))?;
    let task = numbers.task(sheet, wish);
    let (settled, fixed) = numbers.settled(sheet);
    let effort = Effort { repairs: most.repairs, conflicts: most.conflicts, seed: wish.seed };
    let settled: Vec<(u32, u32)> = settled.into_iter().collect();
    let timetable =
        extend(&task, &settled, &fixed, effort).map_err(|_| StoreError::Unreadable("size of a plan"))?;
    let lines = lines(&numbers, &timetable, &fixed);
    let left_out = timetable
        .left_out
        .iter()
        .filter_map(|left| left_out(sheet, &numbers, wish.kind, &lines, left))
        .collect();
    let concerned = numbers.newcomers.iter().filter(|(id, _)| !sheet.chosen.contains(*id));
    let people =
        concerned.map(|(_, person)| *person).chain(numbers.mentors.iter().map(|(_, person)| *person));
    let took_place = |turn: &&Turn| turn.state != State::Planned;
    let counted = sheet.standing.iter().filter(took_place).count();
    let mut plan = Plan {
        lines,
        left_out,
        met: sheet.met.iter().filter(|(newcomer, mentor)| sheet.has(newcomer, mentor)).count(),
        standing: sheet.standing.len() - counted,
        chosen: sheet.newcomers.keys().filter(|id| sheet.chosen.contains(*id)).cloned().collect(),
        unknown: people.filter(|person| !sheet.hours.knows(person)).cloned().collect(),
        digest: String::new(),
    };
    plan.digest = digest(&plan, wish);
    Ok(plan)
}

fn lines(numbers: &Numbers<'_>, timetable: &Timetable, fixed: &[Meeting]) -> Vec<Line> {
    let line = |meeting: &Meeting| {
        Some(Line {
            slot: *numbers.slots.get(meeting.slot as usize)?,
            newcomer: numbers.newcomers.get(meeting.newcomer as usize)?.0.clone(),
            mentor: numbers.mentors.get(meeting.mentor as usize)?.0.clone(),
        })
    };
    let new = timetable.meetings.iter().filter(|meeting| !fixed.contains(meeting));
    let mut lines: Vec<Line> = new.filter_map(line).collect();
    lines.sort();
    lines
}

fn left_out(
    sheet: &Sheet,
    numbers: &Numbers<'_>,
    asked: Kind,
    lines: &[Line],
    left: &Left,
) -> Option<LeftOut> {
    let (newcomer, dana) = *numbers.newcomers.get(left.newcomer as usize)?;
    let (mentor, aigul) = *numbers.mentors.get(left.mentor as usize)?;
    let standing = sheet.standing.iter().map(|turn| (turn.slot, &turn.newcomer, &turn.mentor));
    let planned = lines.iter().map(|line| (line.slot, &line.newcomer, &line.mentor));
    let taken: BTreeSet<Slot> = standing
        .chain(planned)
        .filter(|(_, one, other)| *one == newcomer || *other == mentor)
        .map(|(slot, ..)| slot)
        .collect();
    let open = |kind: &Kind| {
        numbers.slots.iter().any(|slot| {
            slot.day >= numbers.window.from
                && !taken.contains(slot)
                && sheet.hours.can(dana, Side::Newcomer, *kind, *slot)
                && sheet.hours.can(aigul, Side::Mentor, *kind, *slot)
        })
    };
    Some(LeftOut {
        newcomer: newcomer.clone(),
        mentor: mentor.clone(),
        why: left.why.into(),
        instead: KINDS.into_iter().filter(|kind| *kind != asked && open(kind)).collect(),
    })
}

/// What the form carries, so that nothing is published that was not seen.
fn digest(plan: &Plan, wish: &Wish) -> String {
    let seen = format!("{wish:?} {:?} {:?} {} {}", plan.lines, plan.left_out, plan.met, plan.standing);
    hex(&Sha256::digest(seen))
}

#[cfg(test)]
mod tests;
