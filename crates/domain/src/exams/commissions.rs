//! Who examines whom (feat:G5, G6; neg:N23): two to four examiners, none of whom is the candidate, their mentor, of their
//! pair, or directly above them. Whether they are is not asked but looked up, on the day of the exam.

use crate::calendar::Period;
use crate::certificates::year_begins;
use crate::pairs::{Pair, State};
use crate::{Day, Instant, PersonId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Least examiners who mark.
const LEAST_EXAMINERS: usize = 2;
/// Most examiners of a candidate.
pub const MOST_EXAMINERS: usize = 4;

/// What binds two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieKind {
    /// They are one.
    Oneself,
    /// The one is the other's mentor.
    Mentor,
    /// They are a pair in another way: the candidate is the examiner's mentor.
    Pair,
    /// The examiner is directly above the candidate.
    Superior,
    /// The examiner marked a practice that is repeated because an appeal was right (feat:G7).
    Earlier,
}

/// What binds a candidate and somebody else, for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The candidate.
    pub candidate: PersonId,
    /// The other one.
    pub other: PersonId,
    /// What.
    pub kind: TieKind,
    /// When.
    pub period: Period,
}

impl Tie {
    /// Does it bind on a day? Whoever was of a pair in a school year is bound to its end: nobody examines whom they mentored
    /// last week. Who is above whom, the day says.
    fn binds(&self, day: Day) -> bool {
        match self.kind {
            TieKind::Mentor | TieKind::Pair => {
                let year = Period { from: year_begins(day), until: day.tomorrow().ok() };
                self.period.overlaps(&year)
            }
            TieKind::Oneself | TieKind::Superior | TieKind::Earlier => self.period.holds(day),
        }
    }
}

/// For how long two are a pair: from its order on, or since they belong together, until its order or they themselves
/// end it. `day` says which day an instant is in the school.
pub fn bound(pair: &Pair, day: impl Fn(Instant) -> Day) -> Period {
    let ordered = pair.assignment().map(|assignment| assignment.period);
    let from = ordered.map_or_else(|| day(pair.since), |period| period.from);
    let until = ordered.and_then(|period| period.until);
    let until = match pair.state {
        State::Ended { at, .. } => Some(until.map_or_else(|| day(at), |until| until.min(day(at)))),
        State::Agreed | State::Published | State::Assigned(_) => until,
    };
    Period { from, until }
}

/// An examiner who must not mark this candidate: name another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Who.
    pub examiner: PersonId,
    /// Why.
    pub kind: TieKind,
}

/// Who of a commission must not mark a candidate on a day.
pub fn conflicts(
    commission: &BTreeSet<PersonId>,
    candidate: &PersonId,
    ties: &[Tie],
    day: Day,
) -> Vec<Conflict> {
    let mut found = Vec::new();
    for examiner in commission {
        if examiner == candidate {
            found.push(Conflict { examiner: examiner.clone(), kind: TieKind::Oneself });
        }
        let binds = |tie: &&Tie| tie.candidate == *candidate && tie.other == *examiner && tie.binds(day);
        let kinds: BTreeSet<TieKind> = ties.iter().filter(binds).map(|tie| tie.kind).collect();
        found.extend(kinds.into_iter().map(|kind| Conflict { examiner: examiner.clone(), kind }));
    }
    found
}

/// Are they enough to mark, and not more than a candidate can face?
pub fn enough(commission: &BTreeSet<PersonId>) -> bool {
    (LEAST_EXAMINERS..=MOST_EXAMINERS).contains(&commission.len())
}

/// Why an examiner stays in the commission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MustStay {
    /// Not in it.
    NotThere,
    /// The marks are sealed; they stand.
    Sealed,
    /// Too few would be left: name another one first.
    TooFew,
}

/// May an examiner who cannot go on leave the commission of a candidate? Marks that are not sealed fall away.
pub fn may_leave(
    commission: &BTreeSet<PersonId>,
    sealed: &BTreeSet<PersonId>,
    examiner: &PersonId,
) -> Result<(), MustStay> {
    match () {
        () if !commission.contains(examiner) => Err(MustStay::NotThere),
        () if sealed.contains(examiner) => Err(MustStay::Sealed),
        () if commission.len() <= LEAST_EXAMINERS => Err(MustStay::TooFew),
        () => Ok(()),
    }
}
