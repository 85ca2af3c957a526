//! Between whom something is: the two of a relation, the two of a lesson, a sheet and its readers.

use crate::observations::Shares;
use crate::people::{Actor, Role};
use crate::{PersonId, SchoolId};

/// The two people of an observed lesson, and their school.
#[derive(Clone, Copy, Debug)]
pub struct Lesson<'a> {
    /// The school.
    pub school: &'a SchoolId,
    /// Who teaches.
    pub observed: &'a PersonId,
    /// Who watches.
    pub observer: &'a PersonId,
}

/// A sheet that somebody wants to read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The lesson.
    pub lesson: Lesson<'a>,
    /// The newcomer's mentor of now.
    pub mentor: Option<&'a PersonId>,
    /// It belongs to internal control.
    pub control: bool,
    /// It is finished; a draft is its observer's alone (neg:N11).
    pub finished: bool,
    /// With whom the observed teacher shares it.
    pub shares: Shares,
}

impl Reading<'_> {
    pub(super) fn is_open_to(&self, actor: &Actor) -> bool {
        let (lesson, shares) = (&self.lesson, self.shares);
        let (leads, heads) =
            (actor.is_at(Role::Coordinator, lesson.school), actor.is_at(Role::Head, lesson.school));
        let mentors = self.mentor == Some(&actor.person);
        match () {
            () if actor.person == *lesson.observer => true,
            () if !self.finished => false,
            () if actor.person == *lesson.observed => true,
            // The mentor supports: what the administration writes is not for them, whatever else they are.
            () if self.control => (leads || heads) && !mentors,
            () => (mentors && shares.mentor) || (leads && shares.coordinator) || (heads && shares.head),
        }
    }
}

/// The two people of a relation, and their school.
#[derive(Clone, Copy, Debug)]
pub struct Two<'a> {
    /// The school.
    pub school: &'a SchoolId,
    /// The newcomer's person.
    pub newcomer: &'a PersonId,
    /// The mentor's person.
    pub mentor: &'a PersonId,
}

impl Two<'_> {
    pub(super) fn has(&self, actor: &Actor) -> bool {
        actor.person == *self.newcomer || actor.person == *self.mentor
    }
}
