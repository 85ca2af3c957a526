//! The «round lantern» (feat:H5; essay:E18): a young specialist whom colleagues recognise for a topic takes a small part of a
//! mentor's work for the rest of the school year: open hours, questions, secrets of success as short notes. No mentor's pay,
//! and an end without a reason.

use crate::difficulties::Topic;
use crate::duties::year_end;
use crate::{Day, LanternHourId, LanternId, LanternNoteId, LanternQuestionId, PersonId, SchoolId};
use jiff::ToSpan;
use jiff::civil::{DateTime, Time};
use std::ops::RangeInclusive;

/// Most characters of a question, an answer, a note.
pub const MOST_WORDS: usize = 1000;
/// Most characters of a place, and of the title of a note.
pub const MOST_LINE: usize = 120;
/// Minutes of one open hour.
pub const MINUTES: RangeInclusive<u16> = 10..=180;

/// How a lantern stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Enough colleagues say so; the person has not answered.
    Recognised,
    /// The person shares; until the school year ends.
    Lit,
    /// It is over, or was never wanted. Why is asked of nobody.
    Over,
}

impl State {
    /// All.
    pub const ALL: [Self; 3] = [Self::Recognised, Self::Lit, Self::Over];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Recognised => "recognised",
            Self::Lit => "lit",
            Self::Over => "over",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// Somebody's light for one topic in one school year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lantern {
    /// Its id.
    pub id: LanternId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Whose it is.
    pub person: PersonId,
    /// For what colleagues recognise them.
    pub topic: Topic,
    /// How it stands.
    pub state: State,
    /// The day on which the right ends by itself: the end of the school year.
    pub until: Day,
    /// Version for optimistic locking.
    pub version: i64,
}

/// An hour at which anybody may come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hour {
    /// Its id.
    pub id: LanternHourId,
    /// The school.
    pub school: SchoolId,
    /// Of which lantern.
    pub lantern: LanternId,
    /// When.
    pub day: Day,
    /// From when on.
    pub at: Time,
    /// For how long.
    pub minutes: u16,
    /// Where.
    pub place: String,
    /// It took place.
    pub held: bool,
}

/// A question to somebody's light; the two of it read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: LanternQuestionId,
    /// The school.
    pub school: SchoolId,
    /// To which lantern.
    pub lantern: LanternId,
    /// Who asks.
    pub asker: PersonId,
    /// What.
    pub words: String,
    /// The answer.
    pub answer: Option<String>,
}

/// A secret of success.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: LanternNoteId,
    /// The school.
    pub school: SchoolId,
    /// Of which lantern.
    pub lantern: LanternId,
    /// In a line.
    pub title: String,
    /// What to do, and what it is good for.
    pub words: String,
}

/// Why nothing is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LightRefused {
    /// Nobody of this id works here and is a young specialist.
    Person,
    /// It says nothing, or too much.
    Words,
    /// The day has passed, or lies behind the end of the right.
    Day,
    /// Fewer or more minutes than [`MINUTES`].
    Minutes,
    /// The lantern is over, or not lit yet.
    Dark,
    /// The hour has not begun.
    Early,
    /// The same person has another hour at this time.
    Overlap,
}

impl Lantern {
    /// One that enough colleagues have recognised.
    pub fn recognised(id: LanternId, school: SchoolId, person: PersonId, topic: Topic, today: Day) -> Self {
        Self { id, school, person, topic, state: State::Recognised, until: year_end(today), version: 0 }
    }

    /// Does the small right hold on a day?
    pub fn is_lit(&self, today: Day) -> bool {
        self.state == State::Lit && today < self.until
    }

    /// Recognised -> Lit. What is lit stays lit.
    pub fn accept(self, today: Day) -> Result<Self, LightRefused> {
        match self.state {
            State::Recognised | State::Lit if today < self.until => Ok(Self { state: State::Lit, ..self }),
            _ => Err(LightRefused::Dark),
        }
    }

    /// Recognised or Lit -> Over, whenever somebody wishes.
    pub fn end(self) -> Self {
        Self { state: State::Over, ..self }
    }
}

/// Do words say something, and not too much?
pub fn may_say(words: &str, most: usize) -> Result<(), LightRefused> {
    let count = words.trim().chars().count();
    if (1..=most).contains(&count) { Ok(()) } else { Err(LightRefused::Words) }
}

/// May this hour be announced beside the others of the same person?
pub fn may_open(hour: &Hour, lantern: &Lantern, others: &[Hour], today: Day) -> Result<(), LightRefused> {
    may_say(&hour.place, MOST_LINE)?;
    match () {
        () if !lantern.is_lit(today) => Err(LightRefused::Dark),
        () if !(today..lantern.until).contains(&hour.day) => Err(LightRefused::Day),
        () if !MINUTES.contains(&hour.minutes) => Err(LightRefused::Minutes),
        () if others.iter().any(|other| hour.overlaps(other)) => Err(LightRefused::Overlap),
        () => Ok(()),
    }
}

impl Hour {
    /// When it begins.
    pub fn begins(&self) -> DateTime {
        self.day.to_datetime(self.at)
    }

    fn ends(&self) -> DateTime {
        self.begins().saturating_add(i32::from(self.minutes).minutes())
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.begins() < other.ends() && other.begins() < self.ends()
    }

    /// It took place: said once it has begun by the clock of the school.
    pub fn hold(self, here: DateTime) -> Result<Self, LightRefused> {
        if self.begins() <= here { Ok(Self { held: true, ..self }) } else { Err(LightRefused::Early) }
    }
}

/// Minutes of the hours that took place.
pub fn minutes(hours: &[Hour]) -> u32 {
    hours.iter().filter(|hour| hour.held).map(|hour| u32::from(hour.minutes)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagrams::arrows;
    use jiff::civil::{date, time};
    use std::collections::BTreeSet;

    const TODAY: Day = date(2026, 11, 4);

    fn lantern(state: State) -> Lantern {
        let dana = PersonId::from("dana");
        Lantern { state, ..Lantern::recognised("l".into(), "s".into(), dana, Topic::Parents, TODAY) }
    }

    fn hour() -> Hour {
        Hour {
            id: "h".into(),
            school: "s".into(),
            lantern: "l".into(),
            day: TODAY,
            at: time(15, 0, 0, 0),
            minutes: 45,
            place: "Кабинет 214".into(),
            held: false,
        }
    }

    #[test]
    fn the_diagram_is_what_the_code_does() {
        let mut done = BTreeSet::new();
        for from in State::ALL {
            let accepted = lantern(from).accept(TODAY).ok().map(|lantern| lantern.state);
            let ended = Some(lantern(from).end().state);
            for to in [accepted, ended].into_iter().flatten().filter(|to| *to != from) {
                done.insert((from.word(), to.word()));
            }
        }
        assert_eq!(arrows(include_str!("../../../docs/states/lanterns.md")), done);
    }

    #[test]
    fn the_small_right_ends_with_the_school_year() {
        let lit = lantern(State::Lit);
        assert!(lit.is_lit(TODAY) && lit.is_lit(date(2027, 7, 31)) && !lit.is_lit(date(2027, 8, 1)));
        assert!(!lantern(State::Recognised).is_lit(TODAY) && !lantern(State::Over).is_lit(TODAY));
    }

    #[test]
    fn an_hour_is_announced_ahead_and_counts_once_it_was_held() {
        let lit = lantern(State::Lit);
        assert_eq!(may_open(&hour(), &lit, &[], TODAY), Ok(()));
        assert_eq!(may_open(&hour(), &lantern(State::Over), &[], TODAY), Err(LightRefused::Dark));
        let past = Hour { day: date(2026, 11, 3), ..hour() };
        assert_eq!(may_open(&past, &lit, &[], TODAY), Err(LightRefused::Day));
        assert_eq!(may_open(&Hour { minutes: 5, ..hour() }, &lit, &[], TODAY), Err(LightRefused::Minutes));
        assert_eq!(
            may_open(&Hour { place: " ".into(), ..hour() }, &lit, &[], TODAY),
            Err(LightRefused::Words)
        );
        let ahead = Hour { day: date(2026, 11, 5), ..hour() };
        assert_eq!(ahead.clone().hold(TODAY.at(15, 0, 0, 0)), Err(LightRefused::Early));
        assert_eq!(hour().hold(TODAY.at(14, 59, 0, 0)), Err(LightRefused::Early), "it has not begun");
        assert_eq!(minutes(&[ahead, hour().hold(TODAY.at(15, 0, 0, 0)).unwrap()]), 45);
    }

    #[test]
    fn two_hours_of_one_person_do_not_overlap() {
        let lit = lantern(State::Lit);
        let beside = |hours, minutes| Hour { at: time(hours, minutes, 0, 0), ..hour() };
        for (at, free) in [((14, 15), true), ((14, 16), false), ((15, 44), false), ((15, 45), true)] {
            let new = beside(at.0, at.1);
            assert_eq!(may_open(&new, &lit, &[hour()], TODAY).is_ok(), free, "{at:?}");
        }
        let tomorrow = Hour { day: date(2026, 11, 5), ..hour() };
        assert_eq!(may_open(&tomorrow, &lit, &[hour()], TODAY), Ok(()));
    }

    #[test]
    fn words_read_back() {
        assert!(State::ALL.into_iter().all(|state| State::from_word(state.word()) == Some(state)));
    }
}
