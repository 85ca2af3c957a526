//! Orders that end the mentoring of pairs before the term that an order gave them (doc:A15).

use super::Sheet;
use crate::endings::{Ending, Reason, State};
use crate::pairs::Pair;
use crate::{Day, PairId};
use serde::{Deserialize, Serialize};

/// What an order says of why a pair ends: whether it was the planned end. The reason itself stays with coordinators, and
/// an order is read by the two, by accountants and by whoever checks the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The work is done as planned.
    Planned,
    /// It ends before its time.
    Early,
}

impl From<Reason> for Ground {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Planned => Self::Planned,
            Reason::GoalReached | Reason::MovesAway | Reason::Workload | Reason::Other => Self::Early,
        }
    }
}

/// How a pair ends by an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// The first day of the pair.
    pub from: Day,
    /// Its last day.
    pub last_day: Day,
    /// Why, as far as an order says it.
    pub ground: Ground,
}

/// What the last of these signed orders, oldest first, says of the end of a pair.
pub fn ordered_end(signed: &[Sheet], pair: &PairId) -> Option<End> {
    let lines = signed.iter().rev().flat_map(|sheet| &sheet.lines);
    lines.filter(|line| line.pair == *pair).find_map(|line| line.end)
}

/// Does the end of a pair wait for an order? The order that assigned it gives a term until `work_until` and says that
/// ending earlier takes an order of its own; so does another day than the one that was ordered.
pub fn awaits_end(pair: &Pair, ending: &Ending, work_until: Day, ordered: Option<End>) -> bool {
    let stands = match ending.state {
        State::Planned => ending.is_open(pair),
        State::Closed => ending.pair == pair.id,
        State::TakenBack => false,
    };
    stands && ordered.map_or(ending.last_day < work_until, |end| end.last_day != ending.last_day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;
    use crate::calendar::Period;
    use crate::pairs::{Origin, State as PairState};
    use jiff::civil::date;

    const FEBRUARY: Day = date(2027, 2, 12);
    const WORK_UNTIL: Day = date(2027, 5, 25);

    fn pair() -> Pair {
        let published = Pair {
            id: "pair".into(),
            school: "school".into(),
            programme: "programme".into(),
            newcomer: "dana".into(),
            mentor: "aigul".into(),
            place: Some(1),
            origin: Origin::Ranked,
            state: PairState::Published,
            since: Instant::UNIX_EPOCH,
            version: 0,
        };
        published.assign("order".into(), Period { from: date(2026, 11, 2), until: None }, &[]).unwrap()
    }

    fn ending(last_day: Day, state: State) -> Ending {
        Ending {
            id: "ending".into(),
            school: "school".into(),
            programme: "programme".into(),
            pair: "pair".into(),
            number: 1,
            code: "7F3K-92QD".into(),
            last_day,
            reason: Reason::Workload,
            state,
            changed_at: Instant::UNIX_EPOCH,
            version: 0,
        }
    }

    fn end(last_day: Day) -> End {
        End { from: date(2026, 11, 2), last_day, ground: Ground::Early }
    }

    #[test]
    fn an_end_before_the_ordered_term_waits_for_an_order_and_one_on_its_last_day_does_not() {
        let planned = |day| awaits_end(&pair(), &ending(day, State::Planned), WORK_UNTIL, None);
        assert!(planned(FEBRUARY) && !planned(WORK_UNTIL));
        assert!(!awaits_end(&pair(), &ending(FEBRUARY, State::TakenBack), WORK_UNTIL, None));
    }

    #[test]
    fn a_pair_that_closed_early_still_waits_and_one_that_ended_by_something_else_does_not() {
        let ended = pair().end(date(2027, 2, 13), Instant::UNIX_EPOCH).unwrap();
        assert!(awaits_end(&ended, &ending(FEBRUARY, State::Closed), WORK_UNTIL, None));
        assert!(!awaits_end(&ended, &ending(FEBRUARY, State::Planned), WORK_UNTIL, None));
    }

    #[test]
    fn an_ordered_end_waits_again_only_for_another_day() {
        let now = ending(FEBRUARY, State::Planned);
        assert!(!awaits_end(&pair(), &now, WORK_UNTIL, Some(end(FEBRUARY))));
        assert!(awaits_end(&pair(), &now, WORK_UNTIL, Some(end(date(2027, 1, 29)))));
        let moved_to_the_term = ending(WORK_UNTIL, State::Planned);
        assert!(awaits_end(&pair(), &moved_to_the_term, WORK_UNTIL, Some(end(FEBRUARY))));
    }

    #[test]
    fn an_order_tells_the_planned_end_from_an_early_one_and_nothing_else() {
        let grounds: Vec<Ground> = Reason::ALL.map(Ground::from).into();
        assert_eq!(grounds[0], Ground::Planned);
        assert!(grounds[1..].iter().all(|ground| *ground == Ground::Early), "{grounds:?}");
    }
}
