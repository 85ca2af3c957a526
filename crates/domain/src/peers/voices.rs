//! How a pair goes, as both say when an adult asks each of them alone: the child who is helped by faces, whoever helps by what
//! they did (feat:I6; rules §13: twice in the first month, then once a month).

use super::Agreement;
use super::weekly::Whose;
use crate::journals::week_of;
use crate::{Day, Instant, PeerPairId, PersonId, SchoolId};
use jiff::ToSpan;
use jiff::civil::DateTime;
use std::collections::{BTreeMap, BTreeSet};

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

/// What the two say of the meeting of a week: that it took place, or that it did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Took {
    /// The Monday of the week.
    pub week: Day,
    /// What whoever helps says.
    pub helper: Option<bool>,
    /// What the child who is helped says.
    pub mentee: Option<bool>,
}

impl Took {
    /// What one of the two says of the meeting on a day.
    pub fn said(whose: Whose, day: Day, met: bool) -> Self {
        let (helper, mentee) = match whose {
            Whose::Helper => (Some(met), None),
            Whose::Mentee => (None, Some(met)),
        };
        Self { week: week_of(day), helper, mentee }
    }

    /// What was said in all, where both speak of the same week: a later word stands in the place of an earlier one.
    fn after(self, earlier: Self) -> Self {
        if self.week != earlier.week {
            return self;
        }
        Self {
            helper: self.helper.or(earlier.helper),
            mentee: self.mentee.or(earlier.mentee),
            week: self.week,
        }
    }
}

/// What was said on a day. Nobody has to answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// A face for each of [`QUESTIONS`].
    pub faces: [Option<Face>; 3],
    /// What whoever helps says they did.
    pub did: Option<String>,
    /// What they say of the last meeting.
    pub took: Option<Took>,
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
            took: match (self.took, earlier.took) {
                (Some(took), Some(earlier)) => Some(took.after(earlier)),
                (took, earlier) => took.or(earlier),
            },
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

/// The last day on which two were to meet, by the clock where they are; nothing before the first. Nobody is asked of a meeting
/// that is still ahead: who says that it did not take place would be right, and the hour would count no more.
pub fn last_meeting(agreement: &Agreement, here: DateTime) -> Option<Day> {
    let weekly = &agreement.weekly;
    let after_monday = i64::from(weekly.weekday) - 1;
    let day = week_of(here.date()).saturating_add(after_monday.days());
    let day = if day.to_datetime(weekly.at) > here { day.saturating_sub(7.days()) } else { day };
    (day >= agreement.from).then_some(day)
}

/// The weeks of which one of the two says that they did not meet, of words in the order of time: the last one of each counts.
/// What the journal has there is confirmed by no signature.
pub fn disputed(voices: &[Voice]) -> BTreeSet<(PeerPairId, Day)> {
    let mut last: BTreeMap<(&PeerPairId, Day), Took> = BTreeMap::new();
    for voice in voices {
        let Some(took) = voice.said.took else { continue };
        let stands = last.entry((&voice.pair, took.week)).or_insert(took);
        *stands = took.after(*stands);
    }
    let denied = |took: &Took| took.helper == Some(false) || took.mentee == Some(false);
    let weeks = last.into_iter().filter(|(_, took)| denied(took));
    weeks.map(|((pair, week), _)| (pair.clone(), week)).collect()
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
    use crate::peers::weekly::{Form, Weekly};
    use jiff::civil::{date, time};

    const FROM: Day = date(2026, 10, 5);

    #[test]
    fn both_are_asked_twice_in_the_first_month_and_then_once_a_month() {
        assert_eq!(ask_again(FROM, None), date(2026, 10, 19));
        assert_eq!(ask_again(FROM, Some(date(2026, 10, 19))), date(2026, 11, 2));
        assert_eq!(ask_again(FROM, Some(date(2026, 11, 4))), date(2026, 12, 4));
    }

    #[test]
    fn silence_takes_nothing_back() {
        let faces = Said { faces: [Some(Face::Glad), None, Some(Face::Sad)], did: None, ..Said::default() };
        let words = Said {
            faces: [None, Some(Face::Even), Some(Face::Even)],
            did: Some("шахмат".into()),
            took: None,
        };
        let both = words.clone().after(&faces);
        assert_eq!(both.faces, [Some(Face::Glad), Some(Face::Even), Some(Face::Even)]);
        assert_eq!((both.did, both.faces.contains(&Some(Face::Sad))), (words.did, false));
        assert!(faces.is_sad());
    }

    fn word(pair: &str, day: Day, took: Took) -> Voice {
        Voice {
            school: "school-12".into(),
            pair: pair.into(),
            day,
            said: Said { took: Some(took), ..Said::default() },
            by: ("dana".into(), Instant::UNIX_EPOCH),
        }
    }

    #[test]
    fn a_week_is_disputed_while_the_last_word_of_one_of_the_two_is_no() {
        let (met_on, day) = (date(2026, 10, 14), date(2026, 10, 15));
        let no = word("one", day, Took::said(Whose::Mentee, met_on, false));
        let other = word("two", day, Took::said(Whose::Helper, met_on, true));
        let week = (PeerPairId::from("one"), date(2026, 10, 12));
        assert_eq!(disputed(&[no.clone(), other]), BTreeSet::from([week.clone()]));
        let helper = word("one", date(2026, 10, 16), Took::said(Whose::Helper, met_on, true));
        assert_eq!(disputed(&[no.clone(), helper]), BTreeSet::from([week]), "the other cannot take it back");
        let yes = word("one", date(2026, 10, 16), Took::said(Whose::Mentee, met_on, true));
        assert!(disputed(&[no, yes]).is_empty(), "the same child can");
    }

    #[test]
    fn both_are_asked_of_the_last_meeting_that_was_due() {
        let weekly = Weekly {
            form: Form::Walk,
            weekday: 3,
            at: time(16, 0, 0, 0),
            minutes: 45,
            place: "Аула".into(),
            adult: "bekzhan".into(),
            off_site: false,
        };
        let agreement = Agreement { from: FROM, ends: date(2027, 5, 26), weekly };
        let last = |day: Day, hour| last_meeting(&agreement, day.at(hour, 0, 0, 0));
        assert_eq!(last(date(2026, 10, 6), 12), None, "they have not met yet");
        assert_eq!(last(date(2026, 10, 7), 15), None, "it is still ahead");
        assert_eq!(last(date(2026, 10, 7), 16), Some(date(2026, 10, 7)));
        assert_eq!(last(date(2026, 10, 13), 12), Some(date(2026, 10, 7)));
        assert_eq!(last(date(2026, 10, 14), 9), Some(date(2026, 10, 7)), "today's is still ahead");
        assert_eq!(last(date(2026, 10, 16), 12), Some(date(2026, 10, 14)));
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
