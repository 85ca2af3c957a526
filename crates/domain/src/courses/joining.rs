//! How a course begins: somebody asks and the coordinator confirms, or the coordinator enrols them (essay:E25).

use super::{Attempts, Candidate, Course, Rules, State};
use crate::people::Person;
use crate::{CourseId, Day, Instant, PersonId, SchoolId};

/// Somebody who asked for a place in the course and waits for the coordinator's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// The school.
    pub school: SchoolId,
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub at: Instant,
}

/// What whoever asked was answered where there is no place for them now. They alone read it, until they ask again or are
/// enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declined {
    /// The school.
    pub school: SchoolId,
    /// Who asked.
    pub person: PersonId,
    /// When it was answered.
    pub at: Instant,
    /// The word of the coordinator; never empty.
    pub words: String,
}

/// Why nobody is answered that there is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclineRefused {
    /// Nobody leaves a colleague without a word.
    NoWords,
    /// They do not wait: they have taken it back, or were answered.
    NotWaiting,
}

/// Why nobody begins a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinRefused {
    /// They are in one that runs.
    Runs,
    /// They work here no longer.
    Left,
    /// They are a newcomer of this year, who has a mentor.
    Newcomer,
}

/// Somebody who may begin a course, or not.
#[derive(Clone, Copy, Debug)]
pub struct Joining<'a> {
    /// Who.
    pub person: &'a Person,
    /// They are a newcomer of the programme that runs.
    pub newcomer: bool,
    /// The courses they were in.
    pub courses: &'a [Course],
}

impl Joining<'_> {
    /// May they begin, or ask to?
    pub fn check(self, today: Day) -> Result<(), JoinRefused> {
        match () {
            () if !self.person.works_on(today) => Err(JoinRefused::Left),
            () if self.newcomer => Err(JoinRefused::Newcomer),
            () if self.courses.iter().any(Course::runs) => Err(JoinRefused::Runs),
            () => Ok(()),
        }
    }
}

/// A course that begins today, under the usual rules; where a programme sets them otherwise, whoever begins it puts that in.
pub fn begin(id: CourseId, school: SchoolId, person: PersonId, today: Day, now: Instant) -> Course {
    let candidate = Candidate {
        course: id,
        person,
        state: State::Discussion,
        attempts: Attempts::default(),
        changed_at: now,
        version: 0,
    };
    Course { school, candidate, rules: Rules::default(), begun_on: today }
}
