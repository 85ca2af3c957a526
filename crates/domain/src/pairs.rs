//! A newcomer and a mentor for a period. A pair needs two recorded decisions; an appointment is a visible,
//! reasoned and counted exception (essay:E6, E11; feat:C21). Diagram: `docs/states/pairs.md`.

mod first_meeting;
mod next;
#[cfg(test)]
pub(crate) mod staging;

pub use first_meeting::{FirstMeeting, MOST_PLACE, PlanRefused, plan};
pub use next::Next;

use crate::calendar::Period;
use crate::programmes::{NotNow, Phase, Programme};
use crate::{Day, Instant, MentorId, NewcomerId, OrderId, PairId, ProgrammeId, RequestId, SchoolId};
use jiff::ToSpan;

/// How a pair came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Named within five working days of hiring, until the choice is made (law; rules §2).
    Provisional,
    /// The newcomer asked and the mentor accepted.
    Asked {
        /// The accepted request.
        request: RequestId,
    },
    /// Both ranked each other and the engine brought them together.
    Ranked,
    /// Named by a person against or without the choice of both, with the reason.
    Appointed {
        /// The reason; both sides see that it was an appointment.
        reason: String,
    },
}

impl Origin {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Provisional => "provisional",
            Self::Asked { .. } => "asked",
            Self::Ranked => "ranked",
            Self::Appointed { .. } => "appointed",
        }
    }

    /// True where both sides chose.
    pub const fn is_chosen(&self) -> bool {
        matches!(self, Self::Asked { .. } | Self::Ranked)
    }
}

/// How a pair stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Both decided; not yet published.
    Agreed,
    /// Published by a person; consents are awaited.
    Published,
    /// Assigned by an order.
    Assigned(Assignment),
    /// Given up before an order, or finished.
    Ended {
        /// When it was ended.
        at: Instant,
        /// The order and the period it had, if it came so far.
        was: Option<Assignment>,
    },
}

impl State {
    /// How the pair stands, in words from which [`Pair::resume`] takes it up again: the state, and the planned
    /// end of an assignment.
    pub fn held(&self) -> String {
        match self {
            Self::Assigned(Assignment { period: Period { until: Some(until), .. }, .. }) => {
                format!("{} {until}", self.word())
            }
            _ => self.word().to_owned(),
        }
    }
}

/// What an order gives a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The order.
    pub order: OrderId,
    /// The period.
    pub period: Period,
}

impl State {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Published => "published",
            Self::Assigned(_) => "assigned",
            Self::Ended { .. } => "ended",
        }
    }

    /// All words, in the order of the states.
    pub const WORDS: [&'static str; 4] = ["agreed", "published", "assigned", "ended"];
}

/// A pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its id.
    pub id: PairId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The newcomer.
    pub newcomer: NewcomerId,
    /// The mentor.
    pub mentor: MentorId,
    /// Which of the mentor's places it takes, from 1; the database lets each be taken once. A provisional
    /// pair takes none: it must not keep a mentor from being chosen.
    pub place: Option<u8>,
    /// How it came about.
    pub origin: Origin,
    /// How it stands.
    pub state: State,
    /// Since when the two belong together.
    pub since: Instant,
    /// Version for optimistic locking.
    pub version: i64,
}

/// The lowest free place of a mentor, from 1; `None` where all are taken.
pub fn free_place(places: u8, taken: &[u8]) -> Option<u8> {
    (1..=places).find(|place| !taken.contains(place))
}

/// Fewest characters of a reason for an appointment, spaces around it not counted: enough for a sentence
/// that can be answered.
pub const LEAST_REASON: usize = 10;

/// The reason says too little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReasonTooShort;

/// A reason that says something, without the spaces around it (essay:E6).
pub fn reason(words: &str) -> Result<String, ReasonTooShort> {
    let words = words.trim();
    if words.chars().count() < LEAST_REASON { Err(ReasonTooShort) } else { Ok(words.to_owned()) }
}

/// Why nobody is appointed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppointRefused {
    /// While people still choose, nobody is appointed; and not after the year.
    NotNow(Phase),
    /// The newcomer chooses in a second round (feat:C19).
    Choosing {
        /// Its last day.
        until: Day,
    },
    /// A reason is needed.
    ReasonTooShort,
    /// The newcomer does not work here any more.
    NewcomerGone,
    /// The newcomer has a chosen or appointed mentor.
    HasPair,
    /// The mentor is not approved, does not work here any more, or has no right where the exam is asked.
    MentorGone,
    /// All places of the mentor are taken.
    MentorFull,
}

/// What is known of the two when somebody is to be appointed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// The newcomer works here.
    pub newcomer_works: bool,
    /// The newcomer has a pair that is not provisional and has not ended.
    pub has_pair: bool,
    /// The mentor is approved, works here, and holds the right where the exam is asked (feat:G9).
    pub mentor_available: bool,
    /// The last day of the second round in which the newcomer chooses; none for somebody whose mentor changes
    /// (feat:C19, C23).
    pub chooses_until: Option<Day>,
    /// The lowest free place of the mentor.
    pub place: Option<u8>,
}

/// May the two be put together without the choice of both, and into which place? Only when the choice is over:
/// before that, and while the newcomer
/// chooses once more, the provisional mentor is there (feat:C19, C21; essay:E6).
pub fn appoint(
    words: &str,
    two: &Appointment,
    programme: &Programme,
    today: Day,
) -> Result<(u8, Origin), AppointRefused> {
    programme
        .only_in(&[Phase::Orders, Phase::Work], today)
        .map_err(|NotNow { phase }| AppointRefused::NotNow(phase))?;
    if let Some(until) = two.chooses_until {
        return Err(AppointRefused::Choosing { until });
    }
    let reason = reason(words).map_err(|ReasonTooShort| AppointRefused::ReasonTooShort)?;
    match two.place {
        _ if !two.newcomer_works => Err(AppointRefused::NewcomerGone),
        _ if two.has_pair => Err(AppointRefused::HasPair),
        _ if !two.mentor_available => Err(AppointRefused::MentorGone),
        None => Err(AppointRefused::MentorFull),
        Some(place) => Ok((place, Origin::Appointed { reason })),
    }
}

/// Why a step of a pair is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// The pair is not in the state from which the step leads.
    NotOpen,
    /// The period overlaps another pair of the same newcomer (neg:N5).
    Overlaps,
}

impl Pair {
    /// Agreed -> Published
    pub fn publish(self) -> Result<Self, StepRefused> {
        match self.state {
            State::Agreed => Ok(Self { state: State::Published, ..self }),
            _ => Err(StepRefused::NotOpen),
        }
    }

    /// Published -> Assigned. `others` are the periods of the newcomer's other assigned pairs.
    pub fn assign(self, order: OrderId, period: Period, others: &[Period]) -> Result<Self, StepRefused> {
        match self.state {
            State::Published if others.iter().any(|other| other.overlaps(&period)) => {
                Err(StepRefused::Overlaps)
            }
            State::Published => Ok(Self { state: State::Assigned(Assignment { order, period }), ..self }),
            _ => Err(StepRefused::NotOpen),
        }
    }

    /// Agreed | Published | Assigned -> Ended. `until` is the first day on which the two are no pair.
    pub fn end(self, until: Day, now: Instant) -> Result<Self, StepRefused> {
        let was = match self.state {
            State::Ended { .. } => return Err(StepRefused::NotOpen),
            State::Assigned(Assignment { order, period }) => {
                let until = period.until.map_or(until, |planned| planned.min(until)).max(period.from);
                Some(Assignment { order, period: Period { until: Some(until), ..period } })
            }
            State::Agreed | State::Published => None,
        };
        Ok(Self { place: None, state: State::Ended { at: now, was }, ..self })
    }

    /// Assigned -> Assigned, with another last day: an extension was confirmed (feat:E6).
    pub fn prolong(self, last_day: Day) -> Result<Self, StepRefused> {
        match self.state {
            State::Assigned(Assignment { order, period }) => {
                let period = Period { until: Some(last_day.saturating_add(1.day())), ..period };
                Ok(Self { state: State::Assigned(Assignment { order, period }), ..self })
            }
            _ => Err(StepRefused::NotOpen),
        }
    }

    /// Ended -> Agreed | Published | Assigned: it ended by a leaving that was recorded by mistake, and goes on
    /// as it was [held](State::held). `place` is the mentor's lowest free one, `others` are the periods of the
    /// newcomer's other assigned pairs. `None` where it cannot go on any more.
    pub fn resume(self, held: &str, place: Option<u8>, others: &[Period]) -> Option<Self> {
        let State::Ended { was, .. } = self.state else { return None };
        let mut words = held.split(' ');
        let state = match (words.next(), was) {
            (Some("agreed"), None) => State::Agreed,
            (Some("published"), None) => State::Published,
            (Some("assigned"), Some(Assignment { order, period })) => {
                let period = Period { until: words.next().and_then(|day| day.parse().ok()), ..period };
                if others.iter().any(|other| other.overlaps(&period)) {
                    return None;
                }
                State::Assigned(Assignment { order, period })
            }
            _ => return None,
        };
        let place = if self.origin == Origin::Provisional { None } else { Some(place?) };
        Some(Self { place, state, ..self })
    }

    /// True for a pair that two people chose or a person appointed, and that has not ended.
    pub fn is_settled(&self) -> bool {
        self.origin != Origin::Provisional && !matches!(self.state, State::Ended { .. })
    }

    /// True for a pair that was named until the choice is made, and that has not ended.
    pub fn is_provisional(&self) -> bool {
        self.origin == Origin::Provisional && !matches!(self.state, State::Ended { .. })
    }

    /// The period that an order gave the pair, also after its end.
    pub fn assignment(&self) -> Option<&Assignment> {
        match &self.state {
            State::Assigned(assignment) => Some(assignment),
            State::Ended { was, .. } => was.as_ref(),
            State::Agreed | State::Published => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn published() -> Pair {
        Pair {
            id: "pair".into(),
            school: "school".into(),
            programme: "programme".into(),
            newcomer: "newcomer".into(),
            mentor: "mentor".into(),
            place: Some(1),
            origin: Origin::Ranked,
            state: State::Published,
            since: Instant::UNIX_EPOCH,
            version: 0,
        }
    }

    #[test]
    fn the_lowest_free_place_is_taken_first() {
        assert_eq!(free_place(2, &[]), Some(1));
        assert_eq!(free_place(2, &[1]), Some(2));
        assert_eq!(free_place(2, &[2]), Some(1));
        assert_eq!(free_place(2, &[1, 2]), None);
        assert_eq!(free_place(0, &[]), None);
    }

    fn programme() -> Programme {
        Programme::usual("programme".into(), "school".into(), 2026)
    }

    #[test]
    fn an_appointment_needs_a_reason_a_place_and_the_end_of_the_choice() {
        let two = Appointment {
            newcomer_works: true,
            has_pair: false,
            mentor_available: true,
            chooses_until: None,
            place: Some(2),
        };
        let on =
            |two: &Appointment, day| appoint(" Единственный математик в школе. ", two, &programme(), day);
        let reason = "Единственный математик в школе.".to_owned();
        let day = date(2026, 11, 3);
        assert_eq!(on(&two, day), Ok((2, Origin::Appointed { reason })));
        assert_eq!(on(&two, date(2026, 10, 5)), Err(AppointRefused::NotNow(Phase::Selection)));
        let short = appoint("надо", &two, &programme(), day);
        assert_eq!(short, Err(AppointRefused::ReasonTooShort));
        let chooses = Appointment { chooses_until: Some(day), ..two };
        assert_eq!(on(&chooses, day), Err(AppointRefused::Choosing { until: day }));
        let full = Appointment { place: None, ..two };
        assert_eq!(on(&full, day), Err(AppointRefused::MentorFull));
        let chosen = Appointment { has_pair: true, ..two };
        assert_eq!(on(&chosen, day), Err(AppointRefused::HasPair));
    }

    #[test]
    fn n05_a_period_that_overlaps_another_mentor_is_refused() {
        let provisional = Period { from: date(2026, 9, 1), until: None };
        let confirmed = Period { from: date(2026, 11, 2), until: None };
        let refused = published().assign("order".into(), confirmed, &[provisional]);
        assert_eq!(refused, Err(StepRefused::Overlaps));
        let closed = Period { until: Some(date(2026, 11, 2)), ..provisional };
        assert!(published().assign("order".into(), confirmed, &[closed]).is_ok());
    }

    #[test]
    fn the_diagram_shows_every_arrow_and_no_other() {
        let (day, now) = (date(2026, 11, 2), Instant::UNIX_EPOCH);
        let period = Period { from: day, until: None };
        let agreed = Pair { state: State::Agreed, ..published() };
        let assigned = published().assign("order".into(), period, &[]).unwrap();
        let ended = published().end(day, now).unwrap();
        let mut arrows = std::collections::BTreeSet::new();
        for from in [agreed, published(), assigned, ended] {
            let steps = [
                from.clone().publish(),
                from.clone().assign("order".into(), period, &[]),
                from.clone().end(day, now),
            ];
            for to in steps.into_iter().flatten() {
                arrows.insert((from.state.word(), to.state.word()));
            }
        }
        let drawn = crate::diagrams::arrows(include_str!("../../../docs/states/pairs.md"));
        assert_eq!(drawn, arrows);
    }

    #[test]
    fn an_ended_pair_frees_its_place_and_stays_ended() {
        let day = date(2026, 11, 2);
        let ended = published().end(day, Instant::UNIX_EPOCH).unwrap();
        assert_eq!(ended.place, None);
        assert_eq!(ended.clone().publish(), Err(StepRefused::NotOpen));
        assert_eq!(ended.end(day, Instant::UNIX_EPOCH), Err(StepRefused::NotOpen));
    }

    #[test]
    fn a_pair_that_ended_by_mistake_goes_on_as_it_was() {
        let planned = Period { from: date(2026, 9, 1), until: Some(date(2027, 5, 26)) };
        let agreed = Pair { state: State::Agreed, ..published() };
        let assigned = published().assign("order".into(), planned, &[]).unwrap();
        for pair in [agreed, published(), assigned.clone()] {
            let ended = pair.clone().end(date(2026, 11, 2), Instant::UNIX_EPOCH).unwrap();
            assert_eq!(ended.clone().resume(&pair.state.held(), Some(1), &[]), Some(pair.clone()));
            assert_eq!(ended.resume(&pair.state.held(), None, &[]), None, "the place is taken");
            assert_eq!(pair.clone().resume(&pair.state.held(), Some(1), &[]), None, "it has not ended");
        }
        let ended = assigned.clone().end(date(2026, 11, 2), Instant::UNIX_EPOCH).unwrap();
        let another = Period { from: date(2026, 12, 1), until: None };
        assert_eq!(ended.resume(&assigned.state.held(), Some(1), &[another]), None, "n05");
    }

    #[test]
    fn the_end_closes_the_period_and_keeps_the_order() {
        let planned = Period { from: date(2026, 9, 1), until: Some(date(2027, 5, 26)) };
        let assigned = published().assign("order".into(), planned, &[]).unwrap();
        let ended = assigned.end(date(2026, 11, 2), Instant::UNIX_EPOCH).unwrap();
        let was = ended.assignment().unwrap();
        assert_eq!(was.period, Period { until: Some(date(2026, 11, 2)), ..planned });
        assert_eq!(was.order, "order".into());
    }
}
