//! A pupil who helps and a pupil who is helped: confirmed by the class teacher, begun when both children agree, ended by
//! whoever of them wants to (feat:I3; essay:E38, E39; rules §13). Diagram: `docs/states/peers.md`.

pub mod closings;
pub mod fits;
pub mod notes;
pub mod thanks;
pub mod voices;
pub mod weekly;

use crate::{Day, Instant, PeerPairId, PersonId, PupilId, ReferralId, SchoolId};
use closings::usual_end;
use jiff::ToSpan;
use weekly::Weekly;

/// Most characters of why a pair was made as it was.
pub const MOST_REASON: usize = 300;

/// Days for which an adult pauses what a pupil does with other pupils (ours): then it goes on by itself.
pub const PAUSE_DAYS: i64 = 28;

/// A pupil begins nothing with other pupils and meets none of them for a time. Why is written nowhere, and who paused it
/// is told to them alone: nobody can tell it from what a case of a concern freezes (neg:N20; docs/decisions/0048).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The school; leads every key.
    pub school: SchoolId,
    /// Whose.
    pub pupil: PupilId,
    /// Who paused it, and when.
    pub paused: (PersonId, Instant),
    /// The first day on which it goes on.
    pub until: Day,
}

impl Pause {
    /// True where it holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        day < self.until
    }
}

/// The first day after a pause that begins today.
pub fn pause_until(today: Day) -> Day {
    today.saturating_add(PAUSE_DAYS.days())
}

/// What the two agreed on: from when, until when, and the meeting of each week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The day on which both said yes.
    pub from: Day,
    /// The first day on which they are a pair no longer, as they were told; an adult may prolong it.
    pub ends: Day,
    /// The meeting of the week.
    pub weekly: Weekly,
}

/// Where a pair stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// An adult decided on it; the children are asked.
    Confirmed,
    /// Both children said yes, and meet every week.
    Agreed(Agreement),
    /// It did not come about. Who did not want it is kept nowhere.
    Declined(Day),
    /// It is over. Why is asked by nobody.
    Ended {
        /// What they had agreed on.
        was: Agreement,
        /// The first day on which they are a pair no longer.
        on: Day,
    },
}

impl State {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Agreed(_) => "agreed",
            Self::Declined(_) => "declined",
            Self::Ended { .. } => "ended",
        }
    }

    /// What the two agreed on, while it holds and afterwards.
    pub const fn agreement(&self) -> Option<&Agreement> {
        match self {
            Self::Agreed(agreement) | Self::Ended { was: agreement, .. } => Some(agreement),
            Self::Confirmed | Self::Declined(_) => None,
        }
    }

    /// The day on which it was over.
    pub const fn over(&self) -> Option<Day> {
        match self {
            Self::Declined(on) | Self::Ended { on, .. } => Some(*on),
            Self::Confirmed | Self::Agreed(_) => None,
        }
    }
}

/// A pupil who helps and one who is helped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its id.
    pub id: PeerPairId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Who helps.
    pub helper: PupilId,
    /// Who is helped.
    pub mentee: PupilId,
    /// The accepted referral that it serves; of a pair whose referral is forgotten, nothing.
    pub serves: Option<ReferralId>,
    /// Where it stands.
    pub state: State,
    /// Who decided on it, and when.
    pub confirmed: (PersonId, Instant),
    /// Why it is another than was proposed, or why there is another after one that ended; for adults alone.
    pub reason: Option<String>,
    /// Version for optimistic locking.
    pub version: i64,
}

/// The pair is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Over;

impl Pair {
    /// True while it takes a place of whoever helps.
    pub const fn is_open(&self) -> bool {
        self.state.over().is_none()
    }

    /// True where a pupil is one of the two.
    pub fn has(&self, pupil: &PupilId) -> bool {
        self.helper == *pupil || self.mentee == *pupil
    }

    /// Confirmed -> Agreed, once both children have said yes. Where they meet already, the meeting of the week is
    /// another one from now on, and the days on which they began and end stay.
    pub fn agree(self, weekly: Weekly, today: Day) -> Result<Self, Over> {
        let (from, ends) = match &self.state {
            State::Confirmed => (today, usual_end(today)),
            State::Agreed(agreement) => (agreement.from, agreement.ends),
            State::Declined(_) | State::Ended { .. } => return Err(Over),
        };
        Ok(Self { state: State::Agreed(Agreement { from, ends, weekly }), ..self })
    }

    /// Confirmed -> Declined, Agreed -> Ended; nothing where it is over.
    pub fn end(self, today: Day) -> Option<Self> {
        let state = match self.state {
            State::Confirmed => State::Declined(today),
            State::Agreed(was) => State::Ended { was, on: today },
            State::Declined(_) | State::Ended { .. } => return None,
        };
        Some(Self { state, ..self })
    }

    /// True where the two could meet in the week of a Monday.
    pub fn meets_in(&self, monday: Day) -> bool {
        let last = monday.saturating_add(6.days());
        let began = |agreement: &Agreement| agreement.from <= last && agreement.ends > monday;
        self.state.agreement().is_some_and(began) && self.state.over().is_none_or(|over| over > monday)
    }
}

/// The first day on which a child who was helped may get another pair, so many days after the end of the last (a quick
/// re-match harms, rules §13); nothing where no pair of theirs ever began.
pub fn rests_until(pairs: &[Pair], mentee: &PupilId, days: u16) -> Option<Day> {
    let ended = pairs.iter().filter(|pair| pair.mentee == *mentee).filter_map(|pair| match &pair.state {
        State::Ended { on, .. } => Some(*on),
        State::Confirmed | State::Agreed(_) | State::Declined(_) => None,
    });
    ended.max().map(|on| on.saturating_add(i64::from(days).days()))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::diagrams::arrows;
    use crate::peers::weekly::tests::weekly;
    use jiff::civil::date;
    use std::collections::BTreeSet;

    const TODAY: Day = date(2026, 10, 7);

    fn agreement() -> Agreement {
        Agreement { from: date(2026, 9, 16), ends: date(2027, 5, 26), weekly: weekly() }
    }

    /// A pair that Dana confirmed, in this state.
    pub(crate) fn pair(state: State) -> Pair {
        Pair {
            id: "pair".into(),
            school: "school-12".into(),
            helper: "ayan".into(),
            mentee: "miras".into(),
            serves: Some("referral".into()),
            state,
            confirmed: ("dana".into(), Instant::UNIX_EPOCH),
            reason: None,
            version: 0,
        }
    }

    #[test]
    fn the_diagram_shows_every_step_and_no_other() {
        let states = [
            State::Confirmed,
            State::Agreed(agreement()),
            State::Declined(TODAY),
            State::Ended { was: Agreement { ends: TODAY, ..agreement() }, on: TODAY },
        ];
        let mut seen = BTreeSet::new();
        for state in &states {
            let one = || pair(state.clone());
            let prolonged = one().prolong(date(2027, 5, 26), TODAY).ok();
            for next in [one().agree(weekly(), TODAY).ok(), one().end(TODAY), prolonged].into_iter().flatten()
            {
                if next.state.word() != state.word() {
                    seen.insert((state.word(), next.state.word()));
                }
            }
        }
        assert_eq!(seen, arrows(include_str!("../../../docs/states/peers.md")));
    }

    #[test]
    fn another_meeting_of_the_week_does_not_begin_the_pair_anew() {
        let later = Weekly { weekday: 5, ..weekly() };
        let changed = pair(State::Agreed(agreement())).agree(later.clone(), TODAY).unwrap();
        assert_eq!(changed.state, State::Agreed(Agreement { weekly: later, ..agreement() }));
    }

    #[test]
    fn a_pair_meets_from_the_week_of_its_beginning_to_that_of_its_end() {
        let ended = pair(State::Ended { was: agreement(), on: TODAY });
        let meets = |day| ended.meets_in(day);
        assert!(!meets(date(2026, 9, 7)), "before it began");
        assert!(meets(date(2026, 9, 14)) && meets(date(2026, 10, 5)));
        assert!(!meets(date(2026, 10, 12)), "after its end");
        let running = pair(State::Agreed(agreement()));
        assert!(running.meets_in(date(2027, 5, 24)) && !running.meets_in(date(2027, 5, 31)), "after 25 May");
        assert!(!pair(State::Confirmed).meets_in(date(2026, 10, 5)), "nobody has agreed yet");
    }

    #[test]
    fn a_pause_is_over_by_itself_after_four_weeks() {
        let pause = Pause {
            school: "school-12".into(),
            pupil: "miras".into(),
            paused: ("dana".into(), Instant::UNIX_EPOCH),
            until: pause_until(TODAY),
        };
        assert!(pause.holds_on(TODAY) && pause.holds_on(date(2026, 11, 3)));
        assert!(!pause.holds_on(date(2026, 11, 4)));
    }

    #[test]
    fn after_an_end_a_child_rests_four_weeks_and_after_a_no_does_not() {
        let pairs = [pair(State::Ended { was: agreement(), on: TODAY }), pair(State::Declined(TODAY))];
        assert_eq!(rests_until(&pairs, &"miras".into(), 28), Some(date(2026, 11, 4)));
        assert_eq!(rests_until(&pairs[1..], &"miras".into(), 28), None);
        assert_eq!(rests_until(&pairs, &"ayan".into(), 28), None, "whoever helps may help again");
    }
}
