//! What must be true of stored pairs whatever happened. Actions and the database see to it; a check after a
//! restore, an upgrade or a crash looks whether it is so.

use crate::mentors::Mentor;
use crate::pairs::{Pair, State};
use crate::requests::{self, Request};
use crate::{MentorId, NewcomerId, PairId, RequestId};

/// Something that must never be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// More pairs than the mentor has places (feat:B5, C22).
    OverCapacity {
        /// The mentor.
        mentor: MentorId,
        /// Places on the card.
        places: u8,
        /// Pairs that have not ended.
        pairs: usize,
    },
    /// Two open pairs where one may be (feat:A5).
    SeveralMentors {
        /// The newcomer.
        newcomer: NewcomerId,
        /// One.
        first: PairId,
        /// And the other.
        second: PairId,
    },
    /// The periods of two orders have a day in common (neg:N5).
    Overlap {
        /// The newcomer.
        newcomer: NewcomerId,
        /// One.
        first: PairId,
        /// And the other.
        second: PairId,
    },
    /// Accepted, and no pair came of it.
    AcceptedWithoutPair {
        /// The request.
        request: RequestId,
    },
}

/// The faults of one programme: all its mentors, requests and pairs, ended ones included.
pub fn faults(mentors: &[Mentor], requests: &[Request], pairs: &[Pair]) -> Vec<Fault> {
    let mut faults: Vec<Fault> = mentors.iter().filter_map(|mentor| over_capacity(mentor, pairs)).collect();
    for (number, first) in pairs.iter().enumerate() {
        faults.extend(pairs[number + 1..].iter().filter_map(|second| between(first, second)));
    }
    let accepted =
        requests.iter().filter(|request| matches!(request.state, requests::State::Accepted { .. }));
    let paired = |request: &Request| {
        pairs.iter().any(
            |pair| matches!(&pair.origin, crate::pairs::Origin::Asked { request: of } if *of == request.id),
        )
    };
    let alone = accepted.filter(|request| !paired(request));
    faults.extend(alone.map(|request| Fault::AcceptedWithoutPair { request: request.id.clone() }));
    faults
}

fn over_capacity(mentor: &Mentor, pairs: &[Pair]) -> Option<Fault> {
    let open = pairs.iter().filter(|pair| pair.mentor == mentor.id && pair.is_settled()).count();
    (open > usize::from(mentor.card.places)).then(|| Fault::OverCapacity {
        mentor: mentor.id.clone(),
        places: mentor.card.places,
        pairs: open,
    })
}

/// What is wrong between two pairs. A newcomer may have a provisional mentor and a chosen one side by side
/// until the order, so each kind is counted by itself.
fn between(first: &Pair, second: &Pair) -> Option<Fault> {
    if first.newcomer != second.newcomer {
        return None;
    }
    let (newcomer, ids) = (first.newcomer.clone(), (first.id.clone(), second.id.clone()));
    let open = |pair: &Pair| !matches!(pair.state, State::Ended { .. });
    if open(first) && open(second) && first.is_settled() == second.is_settled() {
        return Some(Fault::SeveralMentors { newcomer, first: ids.0, second: ids.1 });
    }
    let (one, other) = first.assignment().zip(second.assignment())?;
    one.period.overlaps(&other.period).then_some(Fault::Overlap { newcomer, first: ids.0, second: ids.1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Period;
    use crate::mentors::Card;
    use crate::pairs::{Assignment, Origin};
    use crate::{Day, Instant, mentors};
    use jiff::civil::date;

    fn mentor(places: u8) -> Mentor {
        Mentor {
            id: "aigul".into(),
            school: "school".into(),
            programme: "programme".into(),
            person: "aigul".into(),
            state: mentors::State::Approved,
            since: Instant::UNIX_EPOCH,
            card: Card {
                motive: String::new(),
                gives: String::new(),
                works: String::new(),
                languages: vec![],
                places,
            },
            back_on: None,
            version: 0,
        }
    }

    fn pair(id: &str, newcomer: &str, origin: Origin, state: State) -> Pair {
        Pair {
            id: id.into(),
            school: "school".into(),
            programme: "programme".into(),
            newcomer: newcomer.into(),
            mentor: "aigul".into(),
            place: None,
            origin,
            state,
            since: Instant::UNIX_EPOCH,
            version: 0,
        }
    }

    fn assigned(from: Day, until: Option<Day>) -> State {
        State::Assigned(Assignment { order: "order".into(), period: Period { from, until } })
    }

    #[test]
    fn a_mentor_with_one_place_and_two_newcomers_is_a_fault() {
        let pairs = ["dana", "zere"].map(|newcomer| pair(newcomer, newcomer, Origin::Ranked, State::Agreed));
        assert_eq!(faults(&[mentor(2)], &[], &pairs), []);
        let fault = Fault::OverCapacity { mentor: "aigul".into(), places: 1, pairs: 2 };
        assert_eq!(faults(&[mentor(1)], &[], &pairs), [fault]);
    }

    #[test]
    fn a_provisional_and_a_chosen_mentor_stand_side_by_side_and_two_chosen_do_not() {
        let provisional = pair("p", "dana", Origin::Provisional, State::Published);
        let chosen = pair("q", "dana", Origin::Ranked, State::Agreed);
        assert_eq!(faults(&[mentor(1)], &[], &[provisional, chosen.clone()]), []);
        let second = pair("r", "dana", Origin::Ranked, State::Published);
        let fault = Fault::SeveralMentors { newcomer: "dana".into(), first: "q".into(), second: "r".into() };
        assert_eq!(faults(&[mentor(2)], &[], &[chosen, second]), [fault]);
    }

    #[test]
    fn n05_periods_of_two_orders_never_share_a_day() {
        let first = |until| pair("p", "dana", Origin::Provisional, assigned(date(2026, 9, 1), until));
        let second = pair("q", "dana", Origin::Ranked, assigned(date(2026, 11, 2), None));
        let closed = first(Some(date(2026, 11, 2)));
        assert_eq!(faults(&[mentor(1)], &[], &[closed, second.clone()]), []);
        let fault = Fault::Overlap { newcomer: "dana".into(), first: "p".into(), second: "q".into() };
        assert_eq!(faults(&[mentor(1)], &[], &[first(None), second]), [fault]);
    }
}
