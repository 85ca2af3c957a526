//! How a programme ends and where it is kept afterwards (feat:N1): by its last day, or stopped in the middle of the year;
//! set aside once it is over, and taken out again.

use super::{Phase, Programme};
use crate::Day;
use crate::pairs::reason;

/// How a programme stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// To come or running.
    Open,
    /// Its last day is over.
    Over,
    /// Stopped before its last day.
    Stopped,
    /// Set aside: read-only, and found among the earlier years alone.
    Shelved,
}

impl Standing {
    /// The word of it; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Over => "over",
            Self::Stopped => "stopped",
            Self::Shelved => "shelved",
        }
    }
}

/// Why a programme is not stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopRefused {
    /// It is over.
    Over,
    /// The leaders who come later read why: at least [`crate::pairs::LEAST_REASON`] characters.
    ReasonTooShort,
}

/// Why a programme is not set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelveRefused {
    /// It is not over: what runs is stopped first.
    StillOpen,
    /// The early end of a pair still waits for its order (doc:A15).
    OrdersWait,
}

impl Programme {
    /// How it stands on a day.
    pub fn standing(&self, today: Day) -> Standing {
        match () {
            () if self.shelved_on.is_some() => Standing::Shelved,
            () if self.stopped_on.is_some() => Standing::Stopped,
            () if self.phase(today) == Phase::Closed => Standing::Over,
            () => Standing::Open,
        }
    }

    /// True from the day on which it was stopped: nobody is sought or named in it any more.
    pub fn is_stopped(&self, today: Day) -> bool {
        self.stopped_on.is_some_and(|day| today >= day)
    }

    /// True once it was stopped or set aside: whoever opens the program is asked for nothing in it that was not begun.
    pub fn is_settled(&self, today: Day) -> bool {
        self.is_stopped(today) || self.shelved_on.is_some()
    }

    /// Which of [`super::Phases::days`] may still move: none once it is over.
    pub fn movable(&self, today: Day) -> [bool; 6] {
        let open = self.phase(today) != Phase::Closed;
        self.phases.movable(today).map(|ahead| open && ahead)
    }

    /// The last day on which anything of it takes place: the planned one, or the one on which it was stopped.
    pub fn last_day(&self) -> Day {
        self.stopped_on.map_or(self.phases.work_until, |day| day.min(self.phases.work_until))
    }

    /// Open -> Stopped, from today on; with the reason, without the spaces around it. It does not go on afterwards:
    /// what it ended is told to people.
    pub fn stop(self, why: &str, today: Day) -> Result<(Self, String), StopRefused> {
        if self.standing(today) != Standing::Open {
            return Err(StopRefused::Over);
        }
        let why = reason(why).map_err(|_| StopRefused::ReasonTooShort)?;
        Ok((Self { stopped_on: Some(today), ..self }, why))
    }

    /// Over | Stopped -> Shelved. One that is set aside stays so.
    pub fn shelve(self, today: Day) -> Result<Self, ShelveRefused> {
        match self.standing(today) {
            Standing::Open => Err(ShelveRefused::StillOpen),
            Standing::Shelved => Ok(self),
            Standing::Over | Standing::Stopped => Ok(Self { shelved_on: Some(today), ..self }),
        }
    }

    /// Shelved -> Over | Stopped, as it was.
    #[must_use]
    pub fn take_out(self) -> Self {
        Self { shelved_on: None, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::{in_sight, running};
    use jiff::civil::date;
    use std::collections::BTreeSet;

    const TODAY: Day = date(2026, 11, 30);
    const LATER: Day = date(2027, 7, 1);
    const WHY: &str = "Мектеп жабылады.";

    fn programme() -> Programme {
        Programme::usual("programme".into(), "school".into(), 2026)
    }

    #[test]
    fn the_diagram_shows_every_arrow_and_no_other() {
        let stopped = programme().stop(WHY, TODAY).unwrap().0;
        let shelved = [programme(), stopped.clone()].map(|one| one.shelve(LATER).unwrap());
        let mut arrows = BTreeSet::from([(Standing::Open.word(), programme().standing(LATER).word())]);
        for from in [programme(), stopped].into_iter().chain(shelved) {
            for today in [TODAY, LATER] {
                let before = from.standing(today);
                let steps = [
                    from.clone().stop(WHY, today).ok().map(|(stopped, _)| stopped),
                    from.clone().shelve(today).ok(),
                    Some(from.clone().take_out()),
                ];
                for to in steps.into_iter().flatten().filter(|to| *to != from) {
                    // One whose year still runs was not set aside.
                    if to.standing(today) != Standing::Open {
                        arrows.insert((before.word(), to.standing(today).word()));
                    }
                }
            }
        }
        let drawn = crate::diagrams::arrows(include_str!("../../../../docs/states/programmes.md"));
        assert_eq!(drawn, arrows);
    }

    #[test]
    fn what_was_stopped_is_closed_from_that_day_and_does_not_change_any_more() {
        let (stopped, why) = programme().stop(&format!("  {WHY} "), TODAY).unwrap();
        assert_eq!(why, WHY);
        assert_eq!(stopped.phase(TODAY), Phase::Closed);
        assert_eq!([date(2026, 11, 29), TODAY].map(|day| stopped.is_stopped(day)), [false, true]);
        let shelved = programme().shelve(LATER).unwrap();
        assert_eq!([&stopped, &shelved, &programme()].map(|one| one.is_settled(LATER)), [true, true, false]);
        assert_eq!(stopped.movable(TODAY), [false; 6]);
        assert_eq!(programme().movable(TODAY), [false, false, false, false, false, true]);
        assert_eq!([programme(), stopped.clone()].map(|one| one.last_day()), [date(2027, 5, 25), TODAY]);
        assert_eq!(stopped.phase(date(2026, 11, 29)), Phase::Work);
        assert!(stopped.clone().reschedule(stopped.phases, TODAY).is_err());
        assert_eq!(stopped.stop(WHY, TODAY), Err(StopRefused::Over));
        assert_eq!(programme().stop("надо", TODAY), Err(StopRefused::ReasonTooShort));
    }

    #[test]
    fn only_what_is_over_is_set_aside_and_then_no_day_finds_it_running() {
        assert_eq!(programme().shelve(TODAY), Err(ShelveRefused::StillOpen));
        let shelved = programme().shelve(LATER).unwrap();
        assert_eq!(running(vec![shelved.clone()], LATER), None);
        assert_eq!(in_sight(vec![shelved.clone()], LATER).as_ref(), Some(&shelved), "its papers are read");
        let next = Programme::usual("next".into(), "school".into(), 2027);
        assert_eq!(in_sight(vec![shelved.clone(), next.clone()], LATER), Some(next));
        assert_eq!(running(vec![shelved.take_out()], LATER), Some(programme()));
    }
}
