//! How a pair goes, as both say when an adult asks each of them alone: the child who is helped by faces, whoever helps by what
//! they did (feat:I6; rules §13: twice in the first month, then once a month).

use super::weekly::Whose;
use crate::{Day, Instant, PeerPairId, PersonId, SchoolId};
use jiff::ToSpan;

/// Most characters of what whoever helps says.
pub const MOST_DID: usize = 200;

/// Days from one talk to the next, in the first month and later.
const DAYS: [i64; 2] = [14, 30];

/// How long the first month is, in days.
const FIRST_MONTH: i64 = 30;

/// A face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Yes.
    Glad,
    /// Not quite.
    Even,
    /// No.
    Sad,
}

impl Face {
    /// All faces, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Glad, Self::Even, Self::Sad];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Glad => "glad",
            Self::Even => "even",
            Self::Sad => "sad",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|face| face.word() == word)
    }
}

/// What the child who is helped is asked, by the words of their text keys: glad of the meetings, is listened to, has somebody
/// to be with at school.
pub const QUESTIONS: [&str; 3] = ["meetings", "listens", "company"];

/// What was said on a day. Nobody has to answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// A face for each of [`QUESTIONS`].
    pub faces: [Option<Face>; 3],
    /// What whoever helps says they did.
    pub did: Option<String>,
}

impl Said {
    /// What was said that day in all: a later word stands in the place of an earlier one, and silence takes nothing back.
    #[must_use]
    pub fn after(self, earlier: &Self) -> Self {
        let [first, second, third] = self.faces;
        let [was_first, was_second, was_third] = earlier.faces;
        Self {
            faces: [first.or(was_first), second.or(was_second), third.or(was_third)],
            did: self.did.or_else(|| earlier.did.clone()),
        }
    }

    /// What one of the two was asked: the child who is helped by faces, whoever helps by what they did.
    #[must_use]
    pub fn of(self, whose: Whose) -> Self {
        match whose {
            Whose::Helper => Self { did: self.did, ..Self::default() },
            Whose::Mentee => Self { faces: self.faces, ..Self::default() },
        }
    }

    /// True where an adult had better talk with the child.
    pub fn is_sad(&self) -> bool {
        self.faces.contains(&Some(Face::Sad))
    }
}

/// A talk with both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The school; leads every key.
    pub school: SchoolId,
    /// Of which pair.
    pub pair: PeerPairId,
    /// When they were asked.
    pub day: Day,
    /// What they said.
    pub said: Said,
    /// Who asked, and when it was written down.
    pub by: (PersonId, Instant),
}

/// Why nothing is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoiceRefused {
    /// Nobody said anything.
    Nothing,
    /// Before the pair began, or a day that has not come.
    Day,
}

/// May it be written down today, of a pair that began on a day?
pub fn may_note(said: &Said, day: Day, from: Day, today: Day) -> Result<(), VoiceRefused> {
    match () {
        () if *said == Said::default() => Err(VoiceRefused::Nothing),
        () if day < from || day > today => Err(VoiceRefused::Day),
        () => Ok(()),
    }
}

/// When both had better be asked again; `last` is the day on which they were. It is advice and never late.
pub fn ask_again(from: Day, last: Option<Day>) -> Day {
    let last = last.unwrap_or(from);
    let [early, later] = DAYS;
    let days = if last < from.saturating_add(FIRST_MONTH.days()) { early } else { later };
    last.saturating_add(days.days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const FROM: Day = date(2026, 10, 5);

    #[test]
    fn both_are_asked_twice_in_the_first_month_and_then_once_a_month() {
        assert_eq!(ask_again(FROM, None), date(2026, 10, 19));
        assert_eq!(ask_again(FROM, Some(date(2026, 10, 19))), date(2026, 11, 2));
        assert_eq!(ask_again(FROM, Some(date(2026, 11, 4))), date(2026, 12, 4));
    }

    #[test]
    fn silence_takes_nothing_back() {
        let faces = Said { faces: [Some(Face::Glad), None, Some(Face::Sad)], did: None };
        let words =
            Said { faces: [None, Some(Face::Even), Some(Face::Even)], did: Some("шахмат".into()) };
        let both = words.clone().after(&faces);
        assert_eq!(both.faces, [Some(Face::Glad), Some(Face::Even), Some(Face::Even)]);
        assert_eq!((both.did, both.faces.contains(&Some(Face::Sad))), (words.did, false));
        assert!(faces.is_sad());
    }

    #[test]
    fn something_is_said_on_a_day_of_the_pair() {
        let said = Said { did: Some("шахмат".into()), ..Said::default() };
        let today = date(2026, 11, 3);
        assert_eq!(may_note(&said, today, FROM, today), Ok(()));
        assert_eq!(may_note(&Said::default(), today, FROM, today), Err(VoiceRefused::Nothing));
        for day in [date(2026, 10, 4), date(2026, 11, 4)] {
            assert_eq!(may_note(&said, day, FROM, today), Err(VoiceRefused::Day));
        }
    }
}
