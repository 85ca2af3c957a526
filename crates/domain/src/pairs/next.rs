//! What a pair waits for: from the decision of the two to the first meeting.

use super::{Origin, Pair, State};
use crate::consents::Consent;
use crate::sides::Side;

/// The next thing on the way of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// A person publishes it.
    Publishing,
    /// These sides have not consented yet.
    Consents(Vec<Side>),
    /// The head's order.
    Order,
    /// The two agree on a day of the first meeting.
    Meeting,
    /// Nothing: the two work together.
    Work,
    /// Nothing any more.
    Over,
}

impl Next {
    /// The tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Publishing => "publishing",
            Self::Consents(_) => "consents",
            Self::Order => "order",
            Self::Meeting => "meeting",
            Self::Work => "work",
            Self::Over => "over",
        }
    }
}

impl Pair {
    /// What the pair waits for. `consents` may hold those of other pairs too; `meets` is true where the first meeting
    /// is planned, or the two have agreed on a meeting or had one. The law asks no consent for a
    /// provisional mentor (rules §2).
    pub fn next(&self, consents: &[Consent], meets: bool) -> Next {
        let given = |side: &Side| consents.iter().any(|one| one.pair == self.id && one.side == *side);
        match &self.state {
            State::Agreed => Next::Publishing,
            State::Published if self.origin == Origin::Provisional => Next::Order,
            State::Published => {
                let missing: Vec<Side> = Side::BOTH.into_iter().filter(|side| !given(side)).collect();
                if missing.is_empty() { Next::Order } else { Next::Consents(missing) }
            }
            State::Assigned(_) if !meets && self.origin != Origin::Provisional => Next::Meeting,
            State::Assigned(_) => Next::Work,
            State::Ended { .. } => Next::Over,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Period;
    use crate::pairs::Assignment;
    use crate::pairs::staging::pair;
    use crate::{Instant, PairId};
    use jiff::civil::date;

    fn consent(pair: &str, side: Side) -> Consent {
        Consent { pair: PairId::from(pair), side, given_at: Instant::UNIX_EPOCH }
    }

    #[test]
    fn a_published_pair_waits_for_those_who_have_not_consented_then_for_the_order() {
        let published = pair(Origin::Ranked, State::Published);
        assert_eq!(published.next(&[], false), Next::Consents(vec![Side::Newcomer, Side::Mentor]));
        let other_pair = [consent("other", Side::Newcomer), consent("pair", Side::Mentor)];
        assert_eq!(published.next(&other_pair, false), Next::Consents(vec![Side::Newcomer]));
        let both = [consent("pair", Side::Newcomer), consent("pair", Side::Mentor)];
        assert_eq!(published.next(&both, false), Next::Order);
    }

    #[test]
    fn a_provisional_pair_waits_for_the_order_alone() {
        assert_eq!(pair(Origin::Provisional, State::Published).next(&[], false), Next::Order);
    }

    #[test]
    fn after_the_order_the_first_meeting_is_planned() {
        let period = Period { from: date(2026, 11, 2), until: None };
        let assigned = pair(Origin::Ranked, State::Assigned(Assignment { order: "order".into(), period }));
        assert_eq!(assigned.next(&[], false), Next::Meeting);
        assert_eq!(assigned.next(&[], true), Next::Work);
        let provisional = Pair { origin: Origin::Provisional, ..assigned };
        assert_eq!(provisional.next(&[], false), Next::Work);
    }
}
