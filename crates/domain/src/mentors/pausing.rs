//! A mentor takes no new requests until a day, and is back on it by themselves (feat:B6).

use super::{Mentor, State};
use crate::Day;
use crate::programmes::{NotNow, Phase, Programme};

/// Why a pause is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseRefused {
    /// The programme is closed.
    NotNow(Phase),
    /// Not a mentor of the programme.
    NotOpen,
    /// The first day back is not after today.
    Past,
    /// The first day back is after the end of the programme: whoever stops for good steps back.
    TooLong {
        /// The last day of the programme.
        until: Day,
    },
}

impl From<NotNow> for PauseRefused {
    fn from(not_now: NotNow) -> Self {
        Self::NotNow(not_now.phase)
    }
}

impl Mentor {
    /// The first day back, while the pause lasts.
    pub fn paused_on(&self, today: Day) -> Option<Day> {
        self.back_on.filter(|back| today < *back)
    }

    /// Approved -> Approved, with a pause until the day. Pairs and requests that are open go on: a pause keeps new
    /// ones away. Nobody asks why.
    pub fn pause(self, back_on: Day, programme: &Programme, today: Day) -> Result<Self, PauseRefused> {
        programme.only_in(&Phase::RUNNING, today)?;
        let until = programme.phases.work_until;
        match () {
            () if self.state != State::Approved => Err(PauseRefused::NotOpen),
            () if back_on <= today => Err(PauseRefused::Past),
            () if back_on > until => Err(PauseRefused::TooLong { until }),
            () => Ok(Self { back_on: Some(back_on), ..self }),
        }
    }

    /// Back before the day.
    pub fn resume(self) -> Self {
        Self { back_on: None, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mentors::tests::{nominated, programme};
    use jiff::civil::date;

    const TODAY: Day = date(2026, 10, 5);

    fn mentor(state: State) -> Mentor {
        Mentor { state, ..nominated() }
    }

    #[test]
    fn a_pause_ends_by_itself_on_the_first_day_back() {
        let paused = mentor(State::Approved).pause(date(2026, 10, 12), &programme(), TODAY).unwrap();
        assert_eq!(paused.paused_on(TODAY), Some(date(2026, 10, 12)));
        assert_eq!(paused.paused_on(date(2026, 10, 11)), Some(date(2026, 10, 12)));
        assert_eq!(paused.paused_on(date(2026, 10, 12)), None);
        assert_eq!(paused.resume().paused_on(TODAY), None);
    }

    #[test]
    fn a_pause_has_a_day_within_the_programme_and_belongs_to_a_mentor() {
        let pause = |state, back_on, today| mentor(state).pause(back_on, &programme(), today).map(|_| ());
        let until = programme().phases.work_until;
        assert_eq!(pause(State::Approved, TODAY, TODAY), Err(PauseRefused::Past));
        assert_eq!(pause(State::Approved, until, TODAY), Ok(()));
        let after = until.tomorrow().unwrap();
        assert_eq!(pause(State::Approved, after, TODAY), Err(PauseRefused::TooLong { until }));
        assert_eq!(pause(State::Applied, date(2026, 10, 12), TODAY), Err(PauseRefused::NotOpen));
        let over = date(2027, 8, 30);
        assert_eq!(pause(State::Approved, date(2027, 8, 31), over), Err(PauseRefused::NotNow(Phase::Closed)));
    }
}
