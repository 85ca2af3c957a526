//! A timetable in the making: who is free when, who meets whom, and what a meeting more would push out.

mod kept;

use std::ops::Range;

use super::{Meeting, Task, TaskError};
use crate::instance::saturating;

/// Nobody, never.
pub(super) const NONE: u32 = u32::MAX;

/// Somebody who meets somebody: two indices.
pub(super) type Pair = (u32, u32);

#[derive(Debug, Clone)]
pub(super) struct Grid {
    pub(super) newcomers: u32,
    pub(super) mentors: u32,
    pub(super) slots: u32,
    pub(super) capacity: Vec<u32>,
    pub(super) newcomer_per_week: u32,
    pub(super) mentor_per_week: u32,
    /// Slots before this one have taken place.
    from: u32,
    /// Whether each slot is still to come and on no holiday.
    open: Vec<bool>,
    /// Pairs that nothing touches: they have met, or their meeting is fixed.
    settled: Vec<bool>,
    /// Number of each slot's week, from 0 without gaps, and the slots of each week.
    week: Vec<u32>,
    of_week: Vec<Range<u32>>,
    /// Whether each newcomer, and each mentor, can meet in each slot.
    newcomer_free: Vec<bool>,
    mentor_free: Vec<bool>,
    slot_of: Vec<u32>,
    /// Whom each newcomer meets in each slot.
    with: Vec<u32>,
    /// Whom each mentor sees in each slot.
    seen: Vec<Vec<u32>>,
    newcomer_weeks: Vec<u32>,
    mentor_weeks: Vec<u32>,
}

impl Grid {
    pub(super) fn new(task: &Task, from: u32) -> Result<Self, TaskError> {
        let (newcomers, mentors) = (task.newcomers.len(), task.mentors.len());
        let slots = task.weeks.len();
        let cells = newcomers.max(mentors).saturating_mul(slots.max(newcomers.max(mentors)));
        if cells >= NONE as usize {
            return Err(TaskError::TooLarge);
        }
        let (week, of_week) = weeks(&task.weeks)?;
        let without = |mut slots: Vec<bool>, away: &[u32]| -> Result<Vec<bool>, TaskError> {
            for &slot in away {
                *slots.get_mut(slot as usize).ok_or(TaskError::UnknownSlot(slot))? = false;
            }
            Ok(slots)
        };
        let open = without((0..saturating(slots)).map(|slot| slot >= from).collect(), &task.closed)?;
        let free =
            |busy: &[u32], present: bool| without(open.iter().map(|open| present && *open).collect(), busy);
        let (mut newcomer_free, mut mentor_free) = (Vec::new(), Vec::new());
        for busy in &task.newcomers {
            newcomer_free.extend(free(busy, true)?);
        }
        for mentor in &task.mentors {
            mentor_free.extend(free(&mentor.busy, mentor.capacity > 0)?);
        }
        Ok(Self {
            newcomers: saturating(newcomers),
            mentors: saturating(mentors),
            slots: saturating(slots),
            capacity: task.mentors.iter().map(|mentor| mentor.capacity).collect(),
            newcomer_per_week: task.newcomer_per_week.unwrap_or(NONE),
            mentor_per_week: task.mentor_per_week.unwrap_or(NONE),
            from,
            open,
            settled: vec![false; newcomers * mentors],
            newcomer_weeks: vec![0; newcomers * of_week.len()],
            mentor_weeks: vec![0; mentors * of_week.len()],
            week,
            of_week,
            newcomer_free,
            mentor_free,
            slot_of: vec![NONE; newcomers * mentors],
            with: vec![NONE; newcomers * slots],
            seen: vec![Vec::new(); mentors * slots],
        })
    }

    fn pair(&self, newcomer: u32, mentor: u32) -> usize {
        newcomer as usize * self.mentors as usize + mentor as usize
    }

    fn at(&self, person: u32, slot: u32) -> usize {
        person as usize * self.slots as usize + slot as usize
    }

    fn in_week(&self, person: u32, week: u32) -> usize {
        person as usize * self.of_week.len() + week as usize
    }

    pub(super) fn week_count(&self) -> u32 {
        saturating(self.of_week.len())
    }

    pub(super) fn week_of(&self, slot: u32) -> u32 {
        self.week[slot as usize]
    }

    pub(super) fn of_week(&self, week: u32) -> Range<u32> {
        self.of_week[week as usize].clone()
    }

    pub(super) fn slot_of(&self, newcomer: u32, mentor: u32) -> Option<u32> {
        Some(self.slot_of[self.pair(newcomer, mentor)]).filter(|&slot| slot != NONE)
    }

    /// Whether nothing touches the pair: they have met, or their meeting is fixed.
    pub(super) fn is_settled(&self, newcomer: u32, mentor: u32) -> bool {
        self.settled[self.pair(newcomer, mentor)]
    }

    /// Settled meetings of a week, of one person.
    pub(super) fn taken_in_week(&self, newcomer: Option<u32>, mentor: Option<u32>, week: u32) -> u32 {
        self.of_week(week)
            .map(|slot| match (newcomer, mentor) {
                (Some(newcomer), _) => u32::from(self.is_taken(newcomer, slot)),
                (None, Some(mentor)) => self.taken_in_slot(mentor, slot),
                (None, None) => 0,
            })
            .sum()
    }

    /// Open slots of a week, whoever teaches in them.
    pub(super) fn open_in_week(&self, week: u32) -> impl Iterator<Item = u32> {
        self.of_week(week).filter(|&slot| self.open[slot as usize])
    }

    /// Whether a settled meeting of the newcomer takes the slot.
    pub(super) fn is_taken(&self, newcomer: u32, slot: u32) -> bool {
        let other = self.with[self.at(newcomer, slot)];
        other != NONE && self.is_settled(newcomer, other)
    }

    /// Settled meetings of a mentor in a slot.
    pub(super) fn taken_in_slot(&self, mentor: u32, slot: u32) -> u32 {
        let seen = &self.seen[self.at(mentor, slot)];
        saturating(seen.iter().filter(|&&newcomer| self.is_settled(newcomer, mentor)).count())
    }

    pub(super) fn is_common(&self, newcomer: u32, mentor: u32, slot: u32) -> bool {
        self.newcomer_free[self.at(newcomer, slot)] && self.mentor_free[self.at(mentor, slot)]
    }

    pub(super) fn newcomer_is_free(&self, newcomer: u32, slot: u32) -> bool {
        self.newcomer_free[self.at(newcomer, slot)]
    }

    pub(super) fn mentor_is_free(&self, mentor: u32, slot: u32) -> bool {
        self.mentor_free[self.at(mentor, slot)]
    }

    /// Open slots still to come in which both can meet.
    pub(super) fn common(&self, newcomer: u32, mentor: u32) -> impl Iterator<Item = u32> {
        (self.from.min(self.slots)..self.slots).filter(move |&slot| self.is_common(newcomer, mentor, slot))
    }

    /// Pairs without a meeting who share a slot.
    pub(super) fn unmet(&self) -> impl Iterator<Item = Pair> {
        (0..self.newcomers)
            .flat_map(|newcomer| (0..self.mentors).map(move |mentor| (newcomer, mentor)))
            .filter(|&(newcomer, mentor)| {
                !self.is_settled(newcomer, mentor)
                    && self.slot_of(newcomer, mentor).is_none()
                    && self.common(newcomer, mentor).next().is_some()
            })
    }

    /// How many meetings the newcomer may still have in the week of a slot where they have none.
    pub(super) fn newcomer_room(&self, newcomer: u32, slot: u32) -> u32 {
        let taken = self.newcomer_weeks[self.in_week(newcomer, self.week_of(slot))];
        self.newcomer_per_week.saturating_sub(taken)
    }

    /// How many newcomers the mentor may still see in a slot, by place and week.
    pub(super) fn mentor_room(&self, mentor: u32, slot: u32) -> u32 {
        let taken = self.mentor_weeks[self.in_week(mentor, self.week_of(slot))];
        let at_once = saturating(self.seen[self.at(mentor, slot)].len());
        let left = self.capacity[mentor as usize].saturating_sub(at_once);
        left.min(self.mentor_per_week.saturating_sub(taken))
    }

    pub(super) fn place(&mut self, newcomer: u32, mentor: u32, slot: u32) {
        let (pair, mine, theirs) =
            (self.pair(newcomer, mentor), self.at(newcomer, slot), self.at(mentor, slot));
        self.slot_of[pair] = slot;
        self.with[mine] = mentor;
        self.seen[theirs].push(newcomer);
        let week = self.week_of(slot);
        let (mine, theirs) = (self.in_week(newcomer, week), self.in_week(mentor, week));
        self.newcomer_weeks[mine] += 1;
        self.mentor_weeks[theirs] += 1;
    }

    /// Takes a meeting out and gives its slot.
    pub(super) fn remove(&mut self, newcomer: u32, mentor: u32) -> u32 {
        let pair = self.pair(newcomer, mentor);
        let slot = std::mem::replace(&mut self.slot_of[pair], NONE);
        let (mine, theirs) = (self.at(newcomer, slot), self.at(mentor, slot));
        self.with[mine] = NONE;
        self.seen[theirs].retain(|&other| other != newcomer);
        let week = self.week_of(slot);
        let (mine, theirs) = (self.in_week(newcomer, week), self.in_week(mentor, week));
        self.newcomer_weeks[mine] -= 1;
        self.mentor_weeks[theirs] -= 1;
        slot
    }

    /// Whether a meeting fits without moving anything.
    pub(super) fn fits(&self, newcomer: u32, mentor: u32, slot: u32) -> bool {
        self.is_common(newcomer, mentor, slot)
            && self.with[self.at(newcomer, slot)] == NONE
            && self.newcomer_room(newcomer, slot) > 0
            && self.mentor_room(mentor, slot) > 0
    }

    /// The meetings that would have to go for one more in a slot where both are free, the lightest where
    /// there is a choice. Nothing if even that would not do.
    pub(super) fn pushed_out(
        &self,
        (newcomer, mentor): Pair,
        slot: u32,
        weight: impl Fn(Pair) -> u64,
    ) -> Option<Vec<Pair>> {
        let week = self.week_of(slot);
        let lightest = |pairs: &mut dyn Iterator<Item = Pair>| {
            pairs.filter(|&(one, other)| !self.is_settled(one, other)).min_by_key(|&pair| weight(pair))
        };
        let mut out = Vec::new();
        let other = self.with[self.at(newcomer, slot)];
        out.extend((other != NONE).then_some((newcomer, other)));
        if self.newcomer_weeks[self.in_week(newcomer, week)] - saturating(out.len()) >= self.newcomer_per_week
        {
            let later = self.of_week(week).filter(|&at| at != slot);
            let mut pairs = later
                .map(|at| (newcomer, self.with[self.at(newcomer, at)]))
                .filter(|&(_, other)| other != NONE);
            out.push(lightest(&mut pairs)?);
        }
        let before = out.len();
        let seen = &self.seen[self.at(mentor, slot)];
        if saturating(seen.len()) >= self.capacity[mentor as usize] {
            out.push(lightest(&mut seen.iter().map(|&other| (other, mentor)))?);
        }
        let gone = saturating(out.len() - before);
        if self.mentor_weeks[self.in_week(mentor, week)] - gone >= self.mentor_per_week {
            let mut pairs = self
                .of_week(week)
                .flat_map(|at| self.seen[self.at(mentor, at)].iter().map(|&other| (other, mentor)))
                .filter(|pair| !out[before..].contains(pair));
            out.push(lightest(&mut pairs)?);
        }
        // A limit of nothing at all cannot be met by taking one meeting out.
        (self.newcomer_per_week > 0 && self.mentor_per_week > 0).then_some(out)
    }

    pub(super) fn meetings(&self) -> Vec<Meeting> {
        let mut meetings = Vec::new();
        for newcomer in 0..self.newcomers {
            for mentor in 0..self.mentors {
                meetings.extend(self.slot_of(newcomer, mentor).map(|slot| Meeting {
                    slot,
                    newcomer,
                    mentor,
                }));
            }
        }
        meetings.sort_unstable();
        meetings
    }
}

fn weeks(given: &[u32]) -> Result<(Vec<u32>, Vec<Range<u32>>), TaskError> {
    let mut week = Vec::with_capacity(given.len());
    let mut of_week: Vec<Range<u32>> = Vec::new();
    for (slot, &number) in (0..).zip(given) {
        match slot {
            0 => of_week.push(0..1),
            _ if number < given[slot as usize - 1] => return Err(TaskError::WeeksFall(slot)),
            _ if number > given[slot as usize - 1] => of_week.push(slot..slot + 1),
            _ => {
                if let Some(last) = of_week.last_mut() {
                    last.end = slot + 1;
                }
            }
        }
        week.push(saturating(of_week.len()) - 1);
    }
    Ok((week, of_week))
}
