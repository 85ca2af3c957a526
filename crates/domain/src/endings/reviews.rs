//! What each of the two writes at the end. Words for the other one stay shut until both have written or the last day
//! has come, so that nobody writes an answer to what they have read; the evaluation is the coordinator's alone.

use super::{Ending, NEAR_DAYS, works};
use crate::formsets::{Added, Answers, Unfit};
use crate::pairs::{Origin, Pair, State as PairState};
use crate::programmes::Programme;
use crate::sides::Side;
use crate::{Day, Instant, PairId, SchoolId};
use jiff::ToSpan;

/// Most characters of each part.
pub const MOST_WORDS: usize = 1000;

/// What somebody writes at the end of a pair; each part may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What worked; the other one reads it.
    pub worked: Option<String>,
    /// What the other one gave; the other one reads it.
    pub gave: Option<String>,
    /// A word of thanks; the other one reads it.
    pub thanks: Option<String>,
    /// What could have been better; coordinators alone read it.
    pub evaluation: Option<String>,
    /// The word of thanks may stand in the letter of thanks.
    pub in_letter: bool,
    /// Answers to the questions that district and school have added; coordinators alone read them.
    pub answers: Answers,
}

impl Words {
    /// As they are kept: without white space around them, none where nothing is written.
    fn tidy(self) -> Self {
        let tidy = |words: Option<String>| {
            words.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty())
        };
        let thanks = tidy(self.thanks);
        Self {
            worked: tidy(self.worked),
            gave: tidy(self.gave),
            in_letter: self.in_letter && thanks.is_some(),
            thanks,
            evaluation: tidy(self.evaluation),
            answers: self.answers,
        }
    }

    fn parts(&self) -> impl Iterator<Item = &String> {
        [&self.worked, &self.gave, &self.thanks, &self.evaluation].into_iter().flatten()
    }
}

/// The review of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The school; leads every key.
    pub school: SchoolId,
    /// The pair.
    pub pair: PairId,
    /// Whose it is.
    pub side: Side,
    /// The questions that district and school had added to its form when it was first written.
    pub added: Added,
    /// What it says.
    pub words: Words,
    /// When it was written.
    pub written_at: Instant,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why a review is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteRefused {
    /// The end is not spoken of yet, or the pair never worked by an order of its own.
    NotYet {
        /// The first day on which it can be written.
        from: Day,
    },
    /// More than [`NEAR_DAYS`] have passed since the end.
    TooLate,
    /// The other one reads what is written already; it stays as it is.
    Read,
    /// Nothing is written.
    Nothing,
    /// A part is longer than [`MOST_WORDS`].
    TooLong,
    /// An answer is none to its question.
    Unfit(Unfit),
}

/// Does the other one read the words? Once both have written, and from the last day on.
pub fn are_open(both: bool, pair: &Pair, ending: Option<&Ending>, today: Day) -> bool {
    let ended = matches!(pair.state, PairState::Ended { .. });
    both || ended || ending.is_some_and(|ending| ending.is_open(pair) && ending.last_day <= today)
}

/// May a review be written today, and as what is it kept? `read` is true where the own one is read already.
pub fn write(
    words: Words,
    pair: &Pair,
    ending: Option<&Ending>,
    programme: &Programme,
    read: bool,
    today: Day,
) -> Result<Words, WriteRefused> {
    let from = programme.phases.work_until.saturating_sub(NEAR_DAYS.days());
    let last = pair.assignment().and_then(|assignment| assignment.period.last_day());
    let late = last.is_some_and(|last| today > last.saturating_add(NEAR_DAYS.days()));
    let spoken = ending.is_some_and(|ending| ending.is_open(pair)) || today >= from;
    match &pair.state {
        PairState::Ended { was: Some(_), .. } if pair.origin != Origin::Provisional => {
            if late {
                return Err(WriteRefused::TooLate);
            }
        }
        _ if works(pair) && spoken => {}
        _ => return Err(WriteRefused::NotYet { from }),
    }
    let words = words.tidy();
    match () {
        () if read => Err(WriteRefused::Read),
        () if words.parts().next().is_none() && words.answers.is_empty() => Err(WriteRefused::Nothing),
        () if words.parts().any(|part| part.chars().count() > MOST_WORDS) => Err(WriteRefused::TooLong),
        () => Ok(words),
    }
}
