//! Newcomers of a programme: who first started work as a teacher (Law 293-VI Art. 1), and until when the
//! provisional mentor must be named.

mod unpaired;

pub use unpaired::Unpaired;

use crate::calendar::WorkCalendar;
use crate::mentors::Rule;
use crate::pairs::{Origin, Pair, State as PairState};
use crate::people::Person;
use crate::programmes::{NotNow, Phase, Programme};
use crate::settings::Settings;
use crate::{Day, NewcomerId, PersonId, ProgrammeId, SchoolId};
use jiff::civil::date;

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

/// Hired for the school year that begins in `first_year`: between 1 June before it and 31 May within it, since
/// the next year's people are hired from the end of lessons.
pub fn is_hired_for(person: &Person, first_year: i16) -> bool {
    let year = date(first_year, 6, 1)..date(first_year.saturating_add(1), 6, 1);
    person.hired_on.is_some_and(|day| year.contains(&day))
}

/// True for a person who starts work as a teacher for the first time in the school year that begins in
/// `first_year`: no full year of service, and hired for it (Law 293-VI Art. 1; rules §4).
pub fn is_first_time(person: &Person, first_year: i16) -> bool {
    person.service_years == Some(0) && is_hired_for(person, first_year)
}

/// Why somebody is not enrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnrolRefused {
    /// The programme is closed (feat:C1).
    NotNow(Phase),
    /// Does not work at the school.
    DoesNotWork,
    /// The first day of work is not known, so the days of the law cannot be counted.
    NoHireDay,
    /// Mentors in the same programme (neg:N4).
    Mentors,
}

impl From<NotNow> for EnrolRefused {
    fn from(not_now: NotNow) -> Self {
        Self::NotNow(not_now.phase)
    }
}

/// May the person be enrolled? Gives the first day of work. In every phase of a running programme: the law's days
/// run from hiring, also for a teacher who comes in January (Law 293-VI Art. 13; rules §4). `mentors` is true
/// for somebody with the right to mentor in the programme, and for somebody with whom a newcomer is.
pub fn enrol(person: &Person, mentors: bool, programme: &Programme, today: Day) -> Result<Day, EnrolRefused> {
    programme.only_in(&Phase::RUNNING, today)?;
    match person.hired_on {
        _ if !person.works_on(today) => Err(EnrolRefused::DoesNotWork),
        _ if mentors => Err(EnrolRefused::Mentors),
        None => Err(EnrolRefused::NoHireDay),
        Some(hired_on) => Ok(hired_on),
    }
}

/// Why an enrolment is not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithdrawRefused {
    /// The programme is closed (feat:C1).
    NotNow(Phase),
    /// Something has grown from it: a pair, a request, joint work. Then only leaving the school ends it.
    HasTraces,
}

impl From<NotNow> for WithdrawRefused {
    fn from(not_now: NotNow) -> Self {
        Self::NotNow(not_now.phase)
    }
}

/// May an enrolment by mistake be taken back? Only while nothing has come of it: `traces` counts pairs,
/// requests, joint works and rankings, those that have ended too.
pub fn may_withdraw(traces: usize, programme: &Programme, today: Day) -> Result<(), WithdrawRefused> {
    programme.only_in(&Phase::RUNNING, today)?;
    if traces == 0 { Ok(()) } else { Err(WithdrawRefused::HasTraces) }
}

/// How the order that names the first mentor stands against the law's working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstOrder {
    /// There is an order.
    Signed,
    /// Somebody is named, the order is not signed; due on the day.
    Named(Day),
    /// Nobody is named; due on the day.
    Open(Day),
    /// The day has passed without an order.
    Late(Day),
}

impl Newcomer {
    /// Came after the lists were sealed: there was no choice to take part in, so somebody talks with the newcomer
    /// and appoints a mentor with a reason (feat:C21).
    pub fn came_after_choice(&self, programme: &Programme) -> bool {
        self.hired_on > programme.phases.decision_until
    }

    /// The last day for the order: so many working days from hiring (Law 293-VI Art. 13; setting
    /// `pair.days_to_order`).
    pub fn order_due(&self, settings: &Settings, calendar: &WorkCalendar) -> Day {
        calendar.after(self.hired_on, settings.days_to_order)
    }

    /// Where the first order stands; `pairs` are the newcomer's pairs of any kind.
    pub fn first_order(
        &self,
        pairs: &[Pair],
        settings: &Settings,
        calendar: &WorkCalendar,
        today: Day,
    ) -> FirstOrder {
        let due = self.order_due(settings, calendar);
        match () {
            () if pairs.iter().any(|pair| pair.assignment().is_some()) => FirstOrder::Signed,
            () if today > due => FirstOrder::Late(due),
            () if pairs.iter().any(is_running) => FirstOrder::Named(due),
            () => FirstOrder::Open(due),
        }
    }
}

/// Where a newcomer stands, what needs somebody first coming first. Worked out from facts whenever somebody
/// looks, never kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The law's day has passed without an order.
    Late(Day),
    /// Had a mentor by order, and has none now.
    Alone,
    /// Nobody is named; the order is due on the day.
    Open(Day),
    /// Somebody is named, the order is not signed; due on the day.
    Named(Day),
    /// The choice is over and no pair came of it; the provisional mentor stays (feat:C19; neg:N21).
    Unpaired,
    /// Nothing is missing today.
    Settled,
    /// The programme was stopped; nobody is to be named in it any more (feat:N1).
    Stopped,
    /// The pair closed by the last day that was planned for it; nobody is to be named.
    Finished,
    /// Does not work here any more.
    Left,
}

/// True from the day on which the choice is over, for a newcomer without a chosen or appointed mentor. Nobody
/// is passed over in silence: such a newcomer is shown until there is a pair (feat:C19; neg:N21).
pub fn is_unpaired(pairs: &[Pair], programme: &Programme, today: Day) -> bool {
    let over = matches!(programme.phase(today), Phase::Orders | Phase::Work);
    over && !pairs.iter().any(Pair::is_settled)
}

fn is_running(pair: &Pair) -> bool {
    !matches!(pair.state, PairState::Ended { .. })
}

impl Standing {
    /// The same where a pair of the newcomer closed by its planned last day: then nobody is missing.
    #[must_use]
    pub fn after_planned_end(self, closed: bool) -> Self {
        if closed && self == Self::Alone { Self::Finished } else { self }
    }
}

impl Newcomer {
    /// Where the newcomer stands; `works` is false for somebody who has left, `pairs` are the newcomer's pairs
    /// of any kind.
    pub fn standing(
        &self,
        works: bool,
        pairs: &[Pair],
        programme: &Programme,
        calendar: &WorkCalendar,
        today: Day,
    ) -> Standing {
        if !works {
            return Standing::Left;
        }
        if programme.is_stopped(today) {
            return Standing::Stopped;
        }
        match self.first_order(pairs, &programme.settings, calendar, today) {
            FirstOrder::Late(due) => Standing::Late(due),
            FirstOrder::Open(due) => Standing::Open(due),
            FirstOrder::Named(due) => Standing::Named(due),
            FirstOrder::Signed if !pairs.iter().any(is_running) => Standing::Alone,
            FirstOrder::Signed if is_unpaired(pairs, programme, today) => Standing::Unpaired,
            FirstOrder::Signed => Standing::Settled,
        }
    }
}

/// Why a provisional mentor is not named, or not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProvisionalRefused {
    /// The programme is closed (feat:C1).
    NotNow(Phase),
    /// The newcomer has a mentor already.
    HasMentor,
    /// The person breaks this rule: does not work here, or is a newcomer.
    NotEligible(Rule),
    /// An order stands behind it: only an order changes it.
    HasOrder,
}

impl From<NotNow> for ProvisionalRefused {
    fn from(not_now: NotNow) -> Self {
        Self::NotNow(not_now.phase)
    }
}

/// May the person be named provisional mentor? `pairs` are the newcomer's pairs, `newcomer` is true where the
/// person is a newcomer of the programme too (neg:N4). The law's days run from hiring, not from the programme's
/// dates, and nobody works on alone when a mentor leaves in the year: every phase of a running programme. A right
/// of the programme is not asked: the law comes first, and the order needs the person's consent anyway (doc:A2).
pub fn may_name(
    person: &Person,
    newcomer: bool,
    pairs: &[Pair],
    programme: &Programme,
    today: Day,
) -> Result<(), ProvisionalRefused> {
    programme.only_in(&Phase::RUNNING, today)?;
    match () {
        () if pairs.iter().any(is_running) => Err(ProvisionalRefused::HasMentor),
        () if !person.works_on(today) => Err(ProvisionalRefused::NotEligible(Rule::Works)),
        () if newcomer => Err(ProvisionalRefused::NotEligible(Rule::NotNewcomer)),
        () => Ok(()),
    }
}

/// The provisional pair that may still be taken back: named, and no order yet.
pub fn may_take_back(pairs: Vec<Pair>) -> Result<Pair, ProvisionalRefused> {
    let provisional = |pair: &Pair| {
        pair.origin == Origin::Provisional && matches!(pair.state, PairState::Agreed | PairState::Published)
    };
    pairs.into_iter().find(provisional).ok_or(ProvisionalRefused::HasOrder)
}

#[cfg(test)]
mod tests;
