//! How many observations of a newcomer's lessons a school wishes for in each half of the year (doc:A9; rules §12, §18):
//! 5 from September to December, 4 from January to May, one in each half by somebody from outside the pair. A wish of
//! the school, never a duty with a day: nothing of it is ever late.

use super::{Kind, Observation, State};
use crate::programmes::Programme;
use crate::settings::Settings;
use crate::{Day, NewcomerId};

/// A half of the school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// September to December.
    First,
    /// January to the end.
    Second,
}

impl Half {
    /// The word at the end of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }

    /// The half of a programme's year in which a day lies.
    pub fn of(programme: &Programme, day: Day) -> Self {
        if day.year() > programme.first_year { Self::Second } else { Self::First }
    }

    /// How many observations the school wishes for in it.
    pub const fn floor(self, settings: &Settings) -> u8 {
        match self {
            Self::First => settings.observations_first,
            Self::Second => settings.observations_second,
        }
    }
}

/// How far a newcomer has come in a half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Which half.
    pub half: Half,
    /// Finished observations of the newcomer's lessons, those from outside included.
    pub done: usize,
    /// Finished ones by somebody from outside the pair.
    pub outside: usize,
    /// How many the school wishes for; 0 where it counts none.
    pub floor: u8,
    /// How many of them by somebody from outside.
    pub outside_floor: u8,
}

impl Progress {
    /// True where the school counts observations in this half.
    pub const fn counts(self) -> bool {
        self.floor > 0
    }

    /// How many by somebody from outside are still missing.
    pub fn outside_missing(self) -> usize {
        usize::from(self.outside_floor).saturating_sub(self.outside)
    }

    /// True where the wish has come true.
    pub fn is_met(self) -> bool {
        self.done >= usize::from(self.floor) && self.outside_missing() == 0
    }
}

/// The progress of a newcomer on a day. Visits to other lessons and controls are no support and do not count.
pub fn progress(
    observations: &[Observation],
    newcomer: &NewcomerId,
    programme: &Programme,
    today: Day,
) -> Progress {
    let half = Half::of(programme, today);
    let of = |kind: Kind| {
        let counts = |one: &&Observation| {
            one.newcomer == *newcomer
                && one.kind == kind
                && one.state == State::Finished
                && Half::of(programme, one.day) == half
        };
        observations.iter().filter(counts).count()
    };
    let outside = of(Kind::ByOutsider);
    let floor = half.floor(&programme.settings);
    Progress {
        half,
        done: of(Kind::ByMentor) + outside,
        outside,
        floor,
        outside_floor: programme.settings.observations_outside.min(floor),
    }
}
