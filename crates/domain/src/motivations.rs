//! What draws people to this work (feat:K3; essay:E10, E35): seven motives marked from 1 to 5, at the start and at the end
//! of the programme, by the scheme of Zamfir and Rean (methods/measurement.md §6). The wording is ours. Ordinal and short:
//! an opener for a talk with oneself, no test of anybody.

use crate::programmes::{Phase, Programme};
use crate::sides::Side;
use crate::surveys::Mark;
use crate::{Day, PersonId};
use jiff::civil::date;
use std::collections::BTreeMap;

/// The version of the wording that is asked; kept with what was answered.
pub const WORDING: u16 = 1;

/// A motive, in the order of the scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Motive {
    /// The pay.
    Pay,
    /// Getting on at work.
    Promotion,
    /// Not to be criticised.
    Criticism,
    /// Not to get into trouble.
    Trouble,
    /// To be respected.
    Respect,
    /// The work itself and what comes of it.
    Work,
    /// To become who one can be in this work.
    Growth,
}

impl Motive {
    /// All, in the order of the scheme and of the form.
    pub const ALL: [Self; 7] =
        [Self::Pay, Self::Promotion, Self::Criticism, Self::Trouble, Self::Respect, Self::Work, Self::Growth];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::Promotion => "promotion",
            Self::Criticism => "criticism",
            Self::Trouble => "trouble",
            Self::Respect => "respect",
            Self::Work => "work",
            Self::Growth => "growth",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|motive| motive.word() == word)
    }
}

/// When it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// At the start: until the last day of December.
    Start,
    /// At the end: from the first day of May.
    End,
}

impl Moment {
    /// Both, in the order of the year.
    pub const ALL: [Self; 2] = [Self::Start, Self::End];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::End => "end",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moment| moment.word() == word)
    }

    /// The one in which a programme asks on a day.
    pub fn on(programme: &Programme, today: Day) -> Option<Self> {
        match () {
            () if programme.phase(today) == Phase::Closed => None,
            () if today <= date(programme.first_year, 12, 31) => Some(Self::Start),
            () if today >= date(programme.first_year.saturating_add(1), 5, 1) => Some(Self::End),
            () => None,
        }
    }

    /// Nobody answers in it any more, so that one more answer gives nobody away.
    pub fn is_over(self, programme: &Programme, today: Day) -> bool {
        match self {
            Self::Start => today > date(programme.first_year, 12, 31),
            Self::End => programme.phase(today) == Phase::Closed,
        }
    }
}

/// A mark for every motive: the scheme has no sums with blanks in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks([Mark; 7]);

impl Marks {
    /// All seven; `None` where one is missing.
    pub fn all(given: &BTreeMap<Motive, Mark>) -> Option<Self> {
        let marks: Option<Vec<Mark>> = Motive::ALL.iter().map(|motive| given.get(motive).copied()).collect();
        Some(Self(marks?.try_into().ok()?))
    }

    /// The motives with their marks, in the order of the form.
    pub fn each(&self) -> impl Iterator<Item = (Motive, Mark)> {
        Motive::ALL.into_iter().zip(self.0)
    }

    /// What they come to.
    pub fn weights(&self) -> Weights {
        let [pay, promotion, criticism, trouble, respect, work, growth] =
            self.0.map(|mark| u16::from(mark.number()));
        Weights {
            inner: 3 * (work + growth),
            outer: 2 * (pay + promotion + respect),
            avoiding: 3 * (criticism + trouble),
        }
    }
}

/// The three means of the scheme, each six times as large, so that they are whole and can be compared: from 6 to 30.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// ВМ: the work itself and growth.
    pub inner: u16,
    /// ВПМ: pay, promotion, respect.
    pub outer: u16,
    /// ВОМ: avoiding criticism and trouble.
    pub avoiding: u16,
}

/// How the three stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complex {
    /// ВМ > ВПМ > ВОМ, or ВМ = ВПМ > ВОМ.
    Best,
    /// Neither.
    Between,
    /// ВОМ > ВПМ > ВМ.
    Worst,
}

impl Complex {
    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Between => "between",
            Self::Worst => "worst",
        }
    }
}

impl Weights {
    /// A mean in tenths, from the six times larger number: 45 means 4.5.
    pub const fn tenths(six_times: u16) -> u16 {
        (six_times * 10 + 3) / 6
    }

    /// How they stand to each other.
    pub const fn complex(self) -> Complex {
        let Self { inner, outer, avoiding } = self;
        if inner >= outer && outer > avoiding {
            Complex::Best
        } else if avoiding > outer && outer > inner {
            Complex::Worst
        } else {
            Complex::Between
        }
    }
}

/// What somebody answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Who.
    pub person: PersonId,
    /// When in the programme.
    pub moment: Moment,
    /// On which side they were.
    pub side: Side,
    /// The marks.
    pub marks: Marks,
    /// On which day.
    pub on: Day,
    /// The tag of the language in which they read it.
    pub lang: String,
    /// The version of the wording.
    pub wording: u16,
}

/// Why answers are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GiveRefused {
    /// Neither at the start nor at the end.
    NotNow,
    /// A motive has no mark.
    NotAll,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(numbers: [u8; 7]) -> Marks {
        let marks = numbers.map(|number| Mark::new(number).unwrap());
        Marks::all(&Motive::ALL.into_iter().zip(marks).collect()).unwrap()
    }

    #[test]
    fn the_means_are_those_of_the_scheme() {
        let weights = marks([3, 2, 1, 2, 4, 5, 4]).weights();
        assert_eq!(weights, Weights { inner: 27, outer: 18, avoiding: 9 });
        let [inner, outer, avoiding] = [27, 18, 9].map(Weights::tenths);
        assert_eq!((inner, outer, avoiding), (45, 30, 15));
        assert_eq!(Weights::tenths(2 * (1 + 2 + 1)), 13, "4/3 is 1.3");
    }

    #[test]
    fn the_best_and_the_worst_complex_are_told_apart_by_whole_numbers() {
        let complex = |numbers| marks(numbers).weights().complex();
        assert_eq!(complex([3, 3, 1, 1, 3, 5, 5]), Complex::Best);
        assert_eq!(complex([4, 4, 2, 2, 4, 4, 4]), Complex::Best, "as strong, and over avoiding");
        assert_eq!(complex([3, 3, 5, 5, 3, 1, 1]), Complex::Worst);
        assert_eq!(complex([3, 3, 3, 3, 3, 3, 3]), Complex::Between);
        assert_eq!(complex([5, 5, 1, 1, 5, 3, 3]), Complex::Between);
    }

    #[test]
    fn a_missing_mark_makes_no_sum() {
        let given = [(Motive::Pay, Mark::new(3).unwrap())].into();
        assert_eq!(Marks::all(&given), None);
    }

    #[test]
    fn every_word_is_read_as_it_was_written() {
        for motive in Motive::ALL {
            assert_eq!(Motive::from_word(motive.word()), Some(motive));
        }
        for moment in Moment::ALL {
            assert_eq!(Moment::from_word(moment.word()), Some(moment));
        }
    }
}
