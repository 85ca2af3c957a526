//! What those who take part say at a camp: ideas, of which some have no name, one vote of each for an idea, and at the end a
//! word about the camp (doc:A22; neg:N24; docs/decisions/0068).

use super::{Camp, CampRefused, Kind, State};
use crate::{CampAnswerId, CampId, CampIdeaId, Day, PersonId, SchoolId};
use jiff::ToSpan;

/// Most characters of an idea: where it goes on to the board of a school, there is room for where it comes from.
pub const MOST_IDEA: usize = 800;
/// Most ideas of one person at a camp.
pub const MOST_IDEAS: usize = 10;
/// Most characters of an answer about the camp.
pub const MOST_ANSWER: usize = 500;
/// Answers are read from so many on; fewer would tell whose they are.
pub const LEAST_ANSWERS: usize = 5;

/// An idea put to a camp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idea {
    /// Its id: drawn at random, so that ids tell no order.
    pub id: CampIdeaId,
    /// The camp.
    pub camp: CampId,
    /// The school that holds it; leads every key.
    pub school: SchoolId,
    /// In a line.
    pub title: String,
    /// What it is.
    pub words: String,
    /// Who wrote it; of one without a name, handed out to nobody.
    pub author: PersonId,
    /// The school where they work.
    pub home: SchoolId,
    /// The author stays unnamed.
    pub unnamed: bool,
    /// From when on others see it, as [`shown_on`] has it.
    pub shown_on: Day,
    /// Those who lead the camp have taken it off.
    pub removed: bool,
}

/// What somebody answered about the camp; whose it is stands nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its id, drawn at random.
    pub id: CampAnswerId,
    /// What helped.
    pub helped: String,
    /// What to change.
    pub change: String,
}

/// From when on others see what is put to a camp, a club or a school today. What has no name waits, so that nobody who looks at
/// who was busy when learns whose it is (neg:N24): at a camp for the next day, together with all of its day, since a week would
/// be longer than a camp; in what goes on through a year for the next Monday, as on the board of a school.
pub fn shown_on(kind: Kind, unnamed: bool, today: Day) -> Day {
    match kind {
        Kind::Camp if unnamed => today.saturating_add(1.day()),
        Kind::Camp | Kind::Club | Kind::School => crate::ideas::shown_on(unnamed, today),
    }
}

impl Idea {
    /// Do others see it? Once the camp is closed, everything that was put to it.
    pub fn is_shown(&self, camp: &Camp, today: Day) -> bool {
        !self.removed && (self.shown_on <= today || camp.state == State::Closed)
    }
}

impl Camp {
    /// May whoever takes part put an idea to it, beside so many of their own? From the first day on, until it is closed.
    pub fn may_share(&self, own: usize, today: Day) -> Result<(), CampRefused> {
        match () {
            () if !matches!(self.state, State::Open | State::Assigned) => Err(CampRefused::NotNow),
            () if today < self.first => Err(CampRefused::Early),
            () if own >= MOST_IDEAS => Err(CampRefused::TooMany),
            () => Ok(()),
        }
    }

    /// May whoever takes part vote?
    pub fn may_vote(&self) -> Result<(), CampRefused> {
        if matches!(self.state, State::Open | State::Assigned) { Ok(()) } else { Err(CampRefused::NotNow) }
    }

    /// May whoever takes part say what helped, and what to change? From the last day on, until it is closed.
    pub fn may_answer(&self, today: Day) -> Result<(), CampRefused> {
        match () {
            () if self.state != State::Assigned => Err(CampRefused::NotNow),
            () if today < self.last => Err(CampRefused::Early),
            () => Ok(()),
        }
    }

    /// Are its answers read? All together once it is closed, and never so few that one could tell whose they are.
    pub fn is_heard(&self, answers: usize) -> bool {
        self.state == State::Closed && answers >= LEAST_ANSWERS
    }
}
