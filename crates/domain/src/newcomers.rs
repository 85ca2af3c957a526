//! Newcomers of a programme: who first started work as a teacher (Law 293-VI Art. 1), and until when the
//! provisional mentor must be named.

use crate::{Day, NewcomerId, PersonId, ProgrammeId, SchoolId};

/// A person's place as newcomer in a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// Its id.
    pub id: NewcomerId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The person.
    pub person: PersonId,
    /// First day of work, from which the law counts five working days.
    pub hired_on: Day,
    /// Version for optimistic locking.
    pub version: i64,
}
