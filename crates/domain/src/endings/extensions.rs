//! A pair goes on longer than its last day, with a reason: part-time work and absence prolong by the days missed, goals
//! that are not reached yet by a day that is agreed on (feat:E6). One proposes, the others of the two agree, the
//! coordinator confirms, and only then the last day moves. Diagram: `docs/states/extensions.md`.

use super::works;
use crate::pairs::Pair;
use crate::sides::Side;
use crate::{Day, ExtensionId, Instant, PairId, ProgrammeId, SchoolId};
use jiff::ToSpan;

/// Why a pair needs more time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// One of the two works part of the week.
    PartTime,
    /// One of the two was away.
    Absence,
    /// The goals are not reached yet.
    Goals,
}

impl Cause {
    /// All causes, in the order of the form.
    pub const ALL: [Self; 3] = [Self::PartTime, Self::Absence, Self::Goals];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::PartTime => "part_time",
            Self::Absence => "absence",
            Self::Goals => "goals",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.word() == word)
    }
}

/// How a proposed extension stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// One of the two, or both, have not agreed yet.
    Proposed,
    /// Both agree; the coordinator confirms.
    Agreed,
    /// The last day has moved.
    Confirmed,
    /// Somebody said no; nobody reads who, and no reason is asked.
    Declined,
    /// Whoever proposed it took it back.
    TakenBack,
}

impl Progress {
    const ALL: [Self; 5] = [Self::Proposed, Self::Agreed, Self::Confirmed, Self::Declined, Self::TakenBack];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::Confirmed => "confirmed",
            Self::Declined => "declined",
            Self::TakenBack => "taken_back",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.word() == word)
    }
}

/// An extension of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Its id.
    pub id: ExtensionId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The pair; one is open at a time.
    pub pair: PairId,
    /// Which of the two proposed it; none for the coordinator.
    pub proposed_by: Option<Side>,
    /// Why.
    pub cause: Cause,
    /// The last day when it was proposed.
    pub was: Day,
    /// The new last day.
    pub last_day: Day,
    /// Sides that have agreed.
    pub agreed: Vec<Side>,
    /// How it stands.
    pub progress: Progress,
    /// When it was last changed.
    pub changed_at: Instant,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Most days by which a last day moves at once.
pub const MOST_DAYS: u16 = 200;

/// Why a step of an extension is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtendRefused {
    /// The pair does not work by an order of its own, or its last day is over.
    NotWorking,
    /// One is open already.
    AlreadyProposed,
    /// The days missed are not known, none or more than [`MOST_DAYS`].
    Days,
    /// The new day is not after the last one, or more than [`MOST_DAYS`] after it.
    Day {
        /// The last day as it stands.
        was: Day,
    },
    /// It is not in a state from which the step leads, or the step is somebody else's.
    NotOpen,
}

/// The new last day: for part-time work and absence so many days later as were missed, for goals the day that is wished.
pub fn new_day(
    cause: Cause,
    was: Day,
    missed: Option<u16>,
    wished: Option<Day>,
) -> Result<Day, ExtendRefused> {
    let latest = was.saturating_add(i64::from(MOST_DAYS).days());
    match cause {
        Cause::PartTime | Cause::Absence => match missed {
            Some(days) if (1..=MOST_DAYS).contains(&days) => Ok(was.saturating_add(i64::from(days).days())),
            _ => Err(ExtendRefused::Days),
        },
        Cause::Goals => wished.filter(|day| *day > was && *day <= latest).ok_or(ExtendRefused::Day { was }),
    }
}

/// May an extension of this pair be proposed today? `was` is its last day.
pub fn may_extend(pair: &Pair, was: Day, today: Day) -> Result<(), ExtendRefused> {
    if works(pair) && today <= was { Ok(()) } else { Err(ExtendRefused::NotWorking) }
}

impl Extension {
    /// True while somebody is to do something about it.
    pub const fn is_open(&self) -> bool {
        matches!(self.progress, Progress::Proposed | Progress::Agreed)
    }

    /// True where this side has not agreed yet.
    pub fn waits_for(&self, side: Side) -> bool {
        self.progress == Progress::Proposed && !self.agreed.contains(&side)
    }

    /// Proposed -> Proposed | Agreed
    pub fn agree(mut self, side: Side, now: Instant) -> Result<Self, ExtendRefused> {
        if !self.waits_for(side) {
            return Err(ExtendRefused::NotOpen);
        }
        self.agreed.push(side);
        let both = Side::BOTH.iter().all(|side| self.agreed.contains(side));
        let progress = if both { Progress::Agreed } else { Progress::Proposed };
        Ok(Self { progress, changed_at: now, ..self })
    }

    /// Proposed | Agreed -> Declined
    pub fn decline(self, now: Instant) -> Result<Self, ExtendRefused> {
        self.step(self.is_open(), Progress::Declined, now)
    }

    /// Proposed | Agreed -> `TakenBack`
    pub fn take_back(self, now: Instant) -> Result<Self, ExtendRefused> {
        self.step(self.is_open(), Progress::TakenBack, now)
    }

    /// Agreed -> Confirmed
    pub fn confirm(self, now: Instant) -> Result<Self, ExtendRefused> {
        self.step(self.progress == Progress::Agreed, Progress::Confirmed, now)
    }

    fn step(&self, open: bool, progress: Progress, now: Instant) -> Result<Self, ExtendRefused> {
        if open {
            Ok(Self { progress, changed_at: now, ..self.clone() })
        } else {
            Err(ExtendRefused::NotOpen)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairs::{Origin, State as PairState, staging::pair};
    use jiff::civil::date;
    use std::collections::BTreeSet;

    const WAS: Day = date(2027, 5, 25);

    fn proposed(by: Option<Side>) -> Extension {
        Extension {
            id: "extension".into(),
            school: "school".into(),
            programme: "programme".into(),
            pair: "pair".into(),
            proposed_by: by,
            cause: Cause::Goals,
            was: WAS,
            last_day: date(2027, 6, 25),
            agreed: by.into_iter().collect(),
            progress: Progress::Proposed,
            changed_at: Instant::UNIX_EPOCH,
            version: 0,
        }
    }

    #[test]
    fn days_that_were_missed_prolong_and_goals_take_a_day_that_is_agreed_on() {
        assert_eq!(new_day(Cause::Absence, WAS, Some(14), None), Ok(date(2027, 6, 8)));
        assert_eq!(new_day(Cause::PartTime, WAS, None, Some(date(2027, 6, 8))), Err(ExtendRefused::Days));
        assert_eq!(new_day(Cause::PartTime, WAS, Some(0), None), Err(ExtendRefused::Days));
        assert_eq!(new_day(Cause::Goals, WAS, None, Some(date(2027, 6, 1))), Ok(date(2027, 6, 1)));
        for day in [None, Some(WAS), Some(date(2028, 5, 25))] {
            assert_eq!(new_day(Cause::Goals, WAS, Some(3), day), Err(ExtendRefused::Day { was: WAS }));
        }
    }

    #[test]
    fn only_a_pair_that_works_is_made_longer() {
        let published = pair(Origin::Ranked, PairState::Published);
        assert_eq!(may_extend(&published, WAS, WAS), Err(ExtendRefused::NotWorking));
    }

    #[test]
    fn the_other_side_agrees_and_of_the_coordinators_proposal_both_do() {
        let now = Instant::UNIX_EPOCH;
        let hers = proposed(Some(Side::Newcomer));
        assert!(hers.waits_for(Side::Mentor) && !hers.waits_for(Side::Newcomer));
        assert_eq!(hers.clone().agree(Side::Newcomer, now), Err(ExtendRefused::NotOpen));
        assert_eq!(hers.agree(Side::Mentor, now).unwrap().progress, Progress::Agreed);
        let first = proposed(None).agree(Side::Mentor, now).unwrap();
        assert_eq!(first.progress, Progress::Proposed);
        assert_eq!(first.agree(Side::Newcomer, now).unwrap().progress, Progress::Agreed);
    }

    #[test]
    fn the_diagram_shows_every_arrow_and_no_other() {
        let now = Instant::UNIX_EPOCH;
        let steps = |from: &Extension| {
            [
                from.clone().agree(Side::Newcomer, now),
                from.clone().agree(Side::Mentor, now),
                from.clone().decline(now),
                from.clone().take_back(now),
                from.clone().confirm(now),
            ]
        };
        let mut all = vec![proposed(None), proposed(Some(Side::Mentor))];
        for _ in 0..2 {
            let next: Vec<Extension> = all.iter().flat_map(steps).flatten().collect();
            all.extend(next);
        }
        let mut arrows = BTreeSet::new();
        for from in &all {
            for to in steps(from).into_iter().flatten() {
                arrows.insert((from.progress.word(), to.progress.word()));
            }
        }
        let drawn = crate::diagrams::arrows(include_str!("../../../../docs/states/extensions.md"));
        assert_eq!(drawn, arrows);
        assert!(Progress::ALL.into_iter().all(|one| Progress::from_word(one.word()) == Some(one)));
        assert!(Cause::ALL.into_iter().all(|one| Cause::from_word(one.word()) == Some(one)));
    }
}
