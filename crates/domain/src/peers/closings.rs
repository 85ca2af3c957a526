//! When a pair ends, how an adult prolongs it, and the closing talk with both (feat:I10; doc:B12; rules §13;
//! docs/decisions/0060). Why a pair ends is asked by nobody.

use super::{Agreement, Pair, State};
use crate::duties::year_end;
use crate::{Day, Instant, PeerPairId, PersonId, SchoolId};
use jiff::ToSpan;

/// Most characters of what one of the two takes along.
pub const MOST_TAKES: usize = 200;

/// Days before its end from which on a pair is prolonged (ours).
pub const PROLONG_BEFORE: i64 = 60;

/// Days after its end until which a pair is prolonged (ours): from 25 May over the summer to the beginning of October, when
/// the pairs of a year begin.
pub const PROLONG_AFTER: i64 = 130;

/// Days before and after the end in which the closing talk is written down (ours).
const TALK: [i64; 2] = [21, 60];

/// The first day on which a pair that began on a day is one no longer: 26 May, after the lessons of the school year (rules
/// §13: begun in October, closed in May; doc:B12), and for one that begins later, the end of the school year.
pub fn usual_end(from: Day) -> Day {
    let year = year_end(from);
    let closing = Day::new(year.year(), 5, 26).unwrap_or(year);
    if from < closing { closing } else { year }
}

/// Why a pair does not end on that day instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProlongRefused {
    /// Too early or too late for it, or it was over before its last day: then it is another pair, by a decision of its own.
    NotNow,
    /// Not later than it ends anyway, or over already.
    Day,
}

impl Pair {
    /// What the two agreed on, where the pair may be prolonged today.
    fn prolongable(&self, today: Day) -> Option<&Agreement> {
        match &self.state {
            State::Agreed(agreement) if today >= agreement.ends.saturating_sub(PROLONG_BEFORE.days()) => {
                Some(agreement)
            }
            State::Ended { was, on }
                if *on == was.ends && today <= on.saturating_add(PROLONG_AFTER.days()) =>
            {
                Some(was)
            }
            State::Confirmed | State::Agreed(_) | State::Declined(_) | State::Ended { .. } => None,
        }
    }

    /// The last day to which the pair is usually prolonged, where it may be today: that of the lessons of this school year,
    /// else that of the year itself; nothing where both are over.
    pub fn prolongs_to(&self, today: Day) -> Option<Day> {
        let ends = self.prolongable(today)?.ends;
        let later = [usual_end(today), year_end(today)].into_iter().find(|day| *day > ends);
        later.and_then(|day| day.yesterday().ok())
    }

    /// Agreed -> Agreed, Ended -> Agreed: it ends on another day. Where it was over, it begins anew today.
    pub fn prolong(self, ends: Day, today: Day) -> Result<Self, ProlongRefused> {
        let Some(was) = self.prolongable(today) else { return Err(ProlongRefused::NotNow) };
        if ends <= was.ends || ends <= today {
            return Err(ProlongRefused::Day);
        }
        let from = if self.is_open() { was.from } else { today };
        let agreement = Agreement { from, ends, weekly: was.weekly.clone() };
        Ok(Self { state: State::Agreed(agreement), ..self })
    }

    /// True while the closing talk with both is written down.
    pub fn is_closing(&self, today: Day) -> bool {
        let [before, after] = TALK;
        match &self.state {
            State::Agreed(agreement) => today >= agreement.ends.saturating_sub(before.days()),
            State::Ended { on, .. } => today <= on.saturating_add(after.days()),
            State::Confirmed | State::Declined(_) => false,
        }
    }
}

/// An adult decided that a pair ends later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prolongation {
    /// The school; leads every key.
    pub school: SchoolId,
    /// Which pair.
    pub pair: PeerPairId,
    /// The first day on which it is one no longer.
    pub ends: Day,
    /// Why; for adults alone.
    pub reason: String,
    /// Who decided, and when.
    pub by: (PersonId, Instant),
}

/// What comes next for the child who was helped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Goes on alone.
    Alone,
    /// A club or a group.
    Club,
    /// An adult of the school stays near.
    Adult,
    /// A pair once more.
    Pair,
}

impl Next {
    /// All, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Alone, Self::Club, Self::Adult, Self::Pair];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Club => "club",
            Self::Adult => "adult",
            Self::Pair => "pair",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|next| next.word() == word)
    }
}

/// What was said in the closing talk. Nobody has to answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    /// What whoever helped takes along.
    pub helper: Option<String>,
    /// What whoever was helped takes along.
    pub mentee: Option<String>,
    /// What comes next.
    pub next: Option<Next>,
}

/// The closing talk with both of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The school; leads every key.
    pub school: SchoolId,
    /// Of which pair.
    pub pair: PeerPairId,
    /// What was said.
    pub said: Talk,
    /// Who asked, and when it was written down.
    pub by: (PersonId, Instant),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::weekly::tests::weekly;
    use jiff::civil::date;

    const ENDS: Day = date(2027, 5, 26);

    fn pair(state: State) -> Pair {
        Pair { serves: None, ..crate::peers::tests::pair(state) }
    }

    fn agreement() -> Agreement {
        Agreement { from: date(2026, 10, 5), ends: ENDS, weekly: weekly() }
    }

    fn running() -> Pair {
        pair(State::Agreed(agreement()))
    }

    fn over(on: Day) -> Pair {
        pair(State::Ended { was: agreement(), on })
    }

    #[test]
    fn a_pair_ends_with_the_lessons_of_its_school_year() {
        assert_eq!(usual_end(date(2026, 10, 5)), ENDS);
        assert_eq!(usual_end(date(2027, 5, 25)), ENDS);
        assert_eq!(usual_end(ENDS), date(2027, 8, 1), "of the summer");
        assert_eq!(usual_end(date(2027, 8, 1)), date(2028, 5, 26));
    }

    #[test]
    fn it_is_prolonged_in_time_before_its_end_or_over_the_summer_after_it() {
        let to = date(2027, 8, 1);
        let refused = Err(ProlongRefused::NotNow);
        assert_eq!(running().prolong(to, date(2027, 3, 26)), refused, "too early");
        let prolonged = running().prolong(to, date(2027, 3, 27)).unwrap();
        assert_eq!(
            prolonged.state,
            State::Agreed(Agreement { ends: to, ..agreement() }),
            "it began as it did"
        );
        let autumn = date(2027, 9, 10);
        let next = date(2028, 5, 26);
        let taken_up = over(ENDS).prolong(next, autumn).unwrap();
        assert_eq!(taken_up.state, State::Agreed(Agreement { from: autumn, ends: next, ..agreement() }));
        assert_eq!(over(ENDS).prolong(next, date(2027, 10, 4)), refused, "too late");
        assert_eq!(over(date(2027, 5, 11)).prolong(next, autumn), refused, "somebody ended it before");
        assert_eq!(pair(State::Confirmed).prolong(next, autumn), refused, "it never began");
    }

    #[test]
    fn a_new_end_is_later_than_the_old_one_and_than_today() {
        let today = date(2027, 5, 11);
        assert_eq!(running().prolong(ENDS, today), Err(ProlongRefused::Day));
        assert_eq!(over(ENDS).prolong(date(2027, 6, 1), date(2027, 6, 1)), Err(ProlongRefused::Day));
    }

    #[test]
    fn the_form_begins_with_the_last_day_that_consents_can_reach() {
        assert_eq!(running().prolongs_to(date(2027, 5, 11)), Some(date(2027, 7, 31)));
        assert_eq!(over(ENDS).prolongs_to(date(2027, 9, 10)), Some(date(2028, 5, 25)));
        assert_eq!(running().prolongs_to(date(2026, 10, 7)), None, "too early");
    }

    #[test]
    fn the_closing_talk_stands_around_the_end_whoever_ended_it() {
        assert!(!running().is_closing(date(2027, 5, 4)) && running().is_closing(date(2027, 5, 5)));
        let early = over(date(2026, 12, 1));
        assert!(early.is_closing(date(2027, 1, 30)) && !early.is_closing(date(2027, 1, 31)));
        assert!(!pair(State::Declined(ENDS)).is_closing(ENDS), "they never met");
    }
}
