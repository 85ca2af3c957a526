//! A right to mentor of one school that another one of the district recognises (docs/decisions/0088): its holder shows the
//! number of the certificate, the coordinator there says yes. Nothing is granted by that: what stands is the right of the
//! source, with its term, and it ends with it.

use crate::certificates::{Validity, granted};
use crate::courses::{Right, State};
use crate::people::Name;
use crate::{CourseId, Day, Instant, PersonId, SchoolId};

/// A right of another school that somebody shows in the one where they work now, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    /// Where it is to stand.
    pub school: SchoolId,
    /// Who shows it there.
    pub person: PersonId,
    /// The school that granted it.
    pub source: SchoolId,
    /// The course that granted it.
    pub course: CourseId,
    /// The number of the certificate in that school.
    pub number: u32,
    /// When it was shown: its holder's own click.
    pub shown_at: Instant,
    /// Who recognised it, and when; nothing while it waits.
    pub recognised: Option<(PersonId, Instant)>,
    /// Version for optimistic locking.
    pub version: i64,
}

impl Recognition {
    /// Is it about the certificate of a number in a school?
    pub fn is_about(&self, source: &SchoolId, number: u32) -> bool {
        self.source == *source && self.number == number
    }
}

/// Why a certificate is not recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecogniseRefused {
    /// No other school of the district has made a certificate of this number for somebody of this name. Which of it is not
    /// so is not said: whoever tries numbers learns of nobody.
    Unknown,
    /// The last day is over.
    Expired {
        /// It was this one.
        until: Day,
    },
    /// The right was taken away.
    Revoked,
}

/// May a right be recognised today, that somebody shows under their name? `state` is that of the course that granted it.
pub fn may_recognise(
    state: &State,
    holder: &Name,
    shows: &Name,
    today: Day,
) -> Result<Right, RecogniseRefused> {
    if !holder.is_written_like(shows) {
        return Err(RecogniseRefused::Unknown);
    }
    match granted(state, today) {
        Some((right, Validity::Valid { .. })) => Ok(right),
        Some((_, Validity::Expired { until })) => Err(RecogniseRefused::Expired { until }),
        Some((_, Validity::Revoked)) => Err(RecogniseRefused::Revoked),
        None => Err(RecogniseRefused::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::courses::Decision;
    use jiff::civil::date;

    const RIGHT: Right = Right { from: date(2026, 4, 20), until: date(2029, 4, 19) };

    fn name(family: &str, given: &str) -> Name {
        Name { family: family.into(), given: given.into(), patronymic: None }
    }

    #[test]
    fn a_right_in_force_is_recognised_with_its_own_term_for_whoever_holds_it() {
        let passed = State::Passed { right: RIGHT };
        let (holder, today) = (name("Ахметов", "Тимур"), date(2027, 9, 1));
        let may = |state: &State, shows: &Name, day| may_recognise(state, &holder, shows, day);
        assert_eq!(may(&passed, &name("АХМЕТОВ", " Тимур"), today), Ok(RIGHT));
        assert_eq!(may(&passed, &name("Ахметов", "Ерлан"), today), Err(RecogniseRefused::Unknown));
        let after = date(2029, 4, 20);
        let expired = Err(RecogniseRefused::Expired { until: RIGHT.until });
        assert_eq!(may(&passed, &holder, after), expired);
        let decision =
            Decision { by: "gulnafisa".into(), at: Instant::UNIX_EPOCH, reason: "Себебі".into() };
        let revoked = State::Revoked { right: RIGHT, decision };
        assert_eq!(may(&revoked, &holder, today), Err(RecogniseRefused::Revoked));
        let other = name("Ли", "Анна");
        assert_eq!(may(&revoked, &other, today), Err(RecogniseRefused::Unknown), "learns of nobody");
        assert_eq!(may(&State::Practice, &holder, today), Err(RecogniseRefused::Unknown));
    }
}
