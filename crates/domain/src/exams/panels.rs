//! Judges of a sitting's cut before anybody's result is seen (methods of measurement, §3): each says alone, question by
//! question, how many of a hundred candidates who are just ready would answer rightly; once all have, they see how far
//! they lie apart and say it again (modified Angoff). Diagram: `docs/states/panels.md`.

use super::cuts::LEAST_JUDGES;
use super::papers::Plan;
use crate::questions::{Bank, Points, Topic};
use crate::{ExamId, PersonId, SchoolId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Shares are given in steps of so many of a hundred.
pub const SHARE_STEP: u8 = 5;

/// A question that judges look at: every one that a paper of the sitting may bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Its number in the bank.
    pub number: u32,
    /// Its topic.
    pub topic: Topic,
    /// What it brings.
    pub worth: Points,
    /// So many questions of its topic come to a paper.
    pub drawn: u16,
    /// Out of so many.
    pub there: u16,
}

/// The questions that papers of a plan are drawn from, by topic and number; `banks` are those of the sitting's languages.
pub fn judged(plan: &Plan, banks: &[Bank]) -> Vec<Judged> {
    let mut all = Vec::new();
    for (topic, drawn) in plan.blueprint.0.iter().filter(|(_, drawn)| **drawn > 0) {
        let there: BTreeMap<u32, Points> = banks
            .iter()
            .flat_map(|bank| bank.drawable(*topic))
            .map(|one| (one.number, one.question.worth))
            .collect();
        let count = u16::try_from(there.len()).unwrap_or(u16::MAX);
        let of = |(number, worth)| Judged { number, topic: *topic, worth, drawn: *drawn, there: count };
        all.extend(there.into_iter().map(of));
    }
    all
}

/// What somebody just ready gets on a paper in the mean, by one judge's shares: the sum of share × worth of a topic's
/// questions, times the part of them that a paper brings. Rounded down to the smallest part of a point.
pub fn expected(shares: &BTreeMap<u32, u8>, judged: &[Judged]) -> Points {
    let mut topics: BTreeMap<Topic, (i128, i128, i128)> = BTreeMap::new();
    for one in judged {
        let share = i128::from(shares.get(&one.number).copied().unwrap_or_default());
        let of = topics.entry(one.topic).or_insert((0, i128::from(one.drawn), i128::from(one.there).max(1)));
        of.0 += i128::from(one.worth.parts()) * share;
    }
    let parts: i128 = topics.into_values().map(|(sum, drawn, there)| sum * drawn / (there * 100)).sum();
    Points::from_parts(i64::try_from(parts).unwrap_or(i64::MAX))
}

/// How far judges are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelState {
    /// Each judges alone.
    First,
    /// They have seen how far they lie apart, and judge again.
    Second,
    /// Nobody changes anything any more.
    Closed,
}

impl PanelState {
    /// The word under which it is stored; also the tail of its text key and its name in the diagram.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Closed => "closed",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::First, Self::Second, Self::Closed].into_iter().find(|state| state.word() == word)
    }
}

/// What one judge gave in one round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    /// Of a hundred who are just ready so many answer rightly, by the number of the question.
    pub given: BTreeMap<u32, u8>,
    /// The judge has said that this is all.
    pub handed_in: bool,
}

/// What a judge would put up with (Hofstee): a check of the cut beside the results, never the cut itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bearable {
    /// The lowest cut and the highest, in whole points.
    pub cut: (u16, u16),
    /// The fewest that may fail and the most, of a hundred candidates.
    pub fail: (u8, u8),
}

/// One judge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judge {
    /// The first round.
    pub first: Shares,
    /// The second; it begins as the first ended.
    pub second: Shares,
    /// Hofstee's bounds, where they gave them.
    pub bearable: Option<Bearable>,
}

impl Judge {
    /// What they gave in the round of a state; the last one where it is closed.
    pub const fn of(&self, state: PanelState) -> &Shares {
        match state {
            PanelState::First => &self.first,
            PanelState::Second | PanelState::Closed => &self.second,
        }
    }
}

/// The judges of one sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// The sitting.
    pub exam: ExamId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The version of the bank that they look at.
    pub bank: u32,
    /// How far they are.
    pub state: PanelState,
    /// Who judges.
    pub judges: BTreeMap<PersonId, Judge>,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why judges do not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelRefused {
    /// The step does not lead on from here.
    NotHere,
    /// Not one of the judges.
    NotAJudge,
    /// Fewer than three: the commission agrees on a cut, and says so.
    TooFew,
    /// So many have not handed in.
    Waits(usize),
    /// A question that is not judged, or a share that is none.
    OffScale {
        /// The number that came for it.
        number: u32,
    },
    /// So many questions have no share yet.
    Missing(usize),
    /// Bounds that do not lie in order, or out of reach.
    Bounds,
    /// The bank has changed: judges look at the questions of now first.
    OtherBank,
}

impl Panel {
    /// Nobody is asked yet.
    pub const fn new(exam: ExamId, school: SchoolId, bank: u32) -> Self {
        Self { exam, school, bank, state: PanelState::First, judges: BTreeMap::new(), version: 0 }
    }

    /// First -> First, with one judge more; whoever is asked twice is one.
    pub fn ask(mut self, person: &PersonId) -> Result<Self, PanelRefused> {
        if self.judges.contains_key(person) {
            return Ok(self);
        }
        if self.state != PanelState::First {
            return Err(PanelRefused::NotHere);
        }
        self.judges.insert(person.clone(), Judge::default());
        Ok(self)
    }

    /// Somebody who cannot go on judges no more; everything they gave falls away. Whoever has handed in stays: nobody
    /// picks judges by what they said.
    pub fn release(mut self, person: &PersonId) -> Result<Self, PanelRefused> {
        match self.judges.get(person) {
            // The form came twice.
            None => Ok(self),
            Some(_) if self.state == PanelState::Closed => Err(PanelRefused::NotHere),
            Some(judge) if judge.first.handed_in => Err(PanelRefused::NotHere),
            Some(_) => {
                self.judges.remove(person);
                Ok(self)
            }
        }
    }

    /// A judge gives shares, or other ones until the round is over. What a form does not hold stays as it was saved.
    pub fn judge(
        mut self,
        person: &PersonId,
        given: &BTreeMap<u32, u8>,
        hand_in: bool,
        judged: &[Judged],
    ) -> Result<Self, PanelRefused> {
        let state = self.state;
        let judge = self.judges.get_mut(person).ok_or(PanelRefused::NotAJudge)?;
        let sheet = match state {
            PanelState::First => &mut judge.first,
            PanelState::Second => &mut judge.second,
            PanelState::Closed => return Err(PanelRefused::NotHere),
        };
        let numbers: BTreeSet<u32> = judged.iter().map(|one| one.number).collect();
        let off = |(number, share): &(&u32, &u8)| {
            !numbers.contains(*number) || **share > 100 || !share.is_multiple_of(SHARE_STEP)
        };
        if let Some((number, _)) = given.iter().find(off) {
            return Err(PanelRefused::OffScale { number: *number });
        }
        sheet.given.extend(given.iter().map(|(number, share)| (*number, *share)));
        let missing = numbers.iter().filter(|number| !sheet.given.contains_key(number)).count();
        if hand_in && missing > 0 {
            return Err(PanelRefused::Missing(missing));
        }
        sheet.handed_in = sheet.handed_in || hand_in;
        Ok(self)
    }

    /// A judge says what they would put up with, on papers that bring so much.
    pub fn bear(
        mut self,
        person: &PersonId,
        bearable: Bearable,
        worth: Points,
    ) -> Result<Self, PanelRefused> {
        let closed = self.state == PanelState::Closed;
        let judge = self.judges.get_mut(person).ok_or(PanelRefused::NotAJudge)?;
        let (cut, fail) = (bearable.cut, bearable.fail);
        let reach = i64::from(cut.1) * Points::ONE.parts() <= worth.parts();
        match () {
            () if judge.bearable == Some(bearable) => {}
            () if closed => return Err(PanelRefused::NotHere),
            () if cut.0 >= cut.1 || fail.0 >= fail.1 || fail.1 > 100 || !reach => {
                return Err(PanelRefused::Bounds);
            }
            () => judge.bearable = Some(bearable),
        }
        Ok(self)
    }

    /// Three or more, and all have handed in the round.
    fn whole(&self) -> Result<(), PanelRefused> {
        let waits = self.judges.values().filter(|judge| !judge.of(self.state).handed_in).count();
        match () {
            () if self.judges.len() < LEAST_JUDGES => Err(PanelRefused::TooFew),
            () if waits > 0 => Err(PanelRefused::Waits(waits)),
            () => Ok(()),
        }
    }

    /// First -> Second: everybody sees the mean and the range of the others, without names.
    pub fn discuss(mut self) -> Result<Self, PanelRefused> {
        if self.state != PanelState::First {
            return Err(PanelRefused::NotHere);
        }
        self.whole()?;
        for judge in self.judges.values_mut() {
            judge.second = Shares { given: judge.first.given.clone(), handed_in: false };
        }
        Ok(Self { state: PanelState::Second, ..self })
    }

    /// Second -> Closed: what they came to can be taken as the cut.
    pub fn close(self) -> Result<Self, PanelRefused> {
        if self.state != PanelState::Second {
            return Err(PanelRefused::NotHere);
        }
        self.whole()?;
        Ok(Self { state: PanelState::Closed, ..self })
    }

    /// First -> First, Second -> First, Closed -> First: the bank has changed, and the same judges look at the questions
    /// of now. What they said of the old ones falls away.
    pub fn renew(mut self, bank: u32) -> Result<Self, PanelRefused> {
        if bank == self.bank {
            return Err(PanelRefused::NotHere);
        }
        for judge in self.judges.values_mut() {
            *judge = Judge::default();
        }
        Ok(Self { bank, state: PanelState::First, ..self })
    }

    /// What each judge came to, the lowest first, so that the order names nobody; only once all is said.
    pub fn cuts(&self, judged: &[Judged]) -> Result<Vec<Points>, PanelRefused> {
        if self.state != PanelState::Closed {
            return Err(PanelRefused::NotHere);
        }
        let mut cuts: Vec<Points> =
            self.judges.values().map(|judge| expected(&judge.second.given, judged)).collect();
        cuts.sort_unstable();
        Ok(cuts)
    }
}
