//! Written consents of both sides of a published pair (doc:A2; essay:E9, E11). A consent is given by each for
//! themselves, may be taken back until the order, and stepping back needs no reason.

use crate::orders::Party;
use crate::pairs::{Origin, Pair, State};
use crate::sides::Side;
use crate::terms::Words;
use crate::{Day, Instant, PairId};
use serde::{Deserialize, Serialize};

/// A consent that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The pair.
    pub pair: PairId,
    /// Who gave it.
    pub side: Side,
    /// When.
    pub given_at: Instant,
}

/// What the paper of a consent says, as it stood when the consent was given: nobody has agreed to what was changed later
/// (doc:A2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Full name of the school.
    pub school: Words,
    /// Its town or village.
    pub place: Words,
    /// Its business identification number, 12 digits.
    pub bin: String,
    /// Minutes of its clock ahead of UTC.
    pub offset_minutes: i16,
    /// The year in which the school year begins.
    pub first_year: i16,
    /// The last day of mentoring in the programme.
    pub until: Day,
    /// Who agrees.
    pub who: Party,
    /// The other side of the pair.
    pub to: Party,
}

/// Why a consent is neither given nor taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentRefused {
    /// The pair is not published, or the order is signed already.
    NotAwaited,
    /// A provisional mentor is named by the law's order; no consent is asked (rules §2).
    Provisional,
}

/// May consents of this pair change now?
pub fn may_change(pair: &Pair) -> Result<(), ConsentRefused> {
    match (&pair.origin, &pair.state) {
        (Origin::Provisional, _) => Err(ConsentRefused::Provisional),
        (_, State::Published) => Ok(()),
        _ => Err(ConsentRefused::NotAwaited),
    }
}

/// True where the consents of this pair stand on paper: of one that ended before its order, who had consented would tell
/// who stepped back (essay:E9).
pub const fn on_paper(pair: &Pair) -> bool {
    !matches!(pair.state, State::Ended { was: None, .. })
}

/// True where both sides have consented.
pub fn both_given(consents: &[Consent]) -> bool {
    Side::BOTH.into_iter().all(|side| consents.iter().any(|consent| consent.side == side))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(origin: Origin, state: State) -> Pair {
        Pair {
            id: "pair".into(),
            school: "school".into(),
            programme: "programme".into(),
            newcomer: "newcomer".into(),
            mentor: "mentor".into(),
            place: Some(1),
            origin,
            state,
            since: Instant::UNIX_EPOCH,
            version: 0,
        }
    }

    #[test]
    fn a_consent_belongs_between_publishing_and_the_order() {
        assert_eq!(may_change(&pair(Origin::Ranked, State::Published)), Ok(()));
        let early = may_change(&pair(Origin::Ranked, State::Agreed));
        assert_eq!(early, Err(ConsentRefused::NotAwaited));
        let ended = State::Ended { at: Instant::UNIX_EPOCH, was: None };
        assert_eq!(may_change(&pair(Origin::Ranked, ended)), Err(ConsentRefused::NotAwaited));
        let provisional = may_change(&pair(Origin::Provisional, State::Published));
        assert_eq!(provisional, Err(ConsentRefused::Provisional));
    }

    #[test]
    fn no_paper_tells_who_had_consented_to_a_pair_that_ended_before_its_order() {
        assert!(on_paper(&pair(Origin::Ranked, State::Published)));
        let ended = State::Ended { at: Instant::UNIX_EPOCH, was: None };
        assert!(!on_paper(&pair(Origin::Ranked, ended)));
    }

    #[test]
    fn one_consent_is_not_enough() {
        let given = |side| Consent { pair: "pair".into(), side, given_at: Instant::UNIX_EPOCH };
        assert!(!both_given(&[given(Side::Mentor)]));
        assert!(!both_given(&[given(Side::Mentor), given(Side::Mentor)]));
        assert!(both_given(&[given(Side::Mentor), given(Side::Newcomer)]));
    }
}
