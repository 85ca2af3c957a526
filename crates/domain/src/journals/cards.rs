//! The card of the next meeting of a pair (doc:B7): what for, what they do, what they bring. Nobody has to fill one in; when,
//! where and beside which adult the two have agreed on already.

use crate::Day;
use crate::journals::week_of;
use crate::peers::Agreement;
use crate::peers::weekly::Form;
use jiff::ToSpan;

/// Most characters of what a meeting is for, and of what is brought.
pub const MOST_WORDS: usize = 120;

/// An activity of the starter set: in school, beside an adult, with things that lie around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Starter {
    /// Each explains a solved task to the other.
    Explain,
    /// Ten words of a language, by cards.
    Words,
    /// A story read aloud by turns.
    Reading,
    /// Questions to a topic, made by the two.
    Questions,
    /// Figures of geometry in the yard.
    Shapes,
    /// Trees of the yard.
    Trees,
    /// What the yard and the corridors tell of the school.
    Past,
    /// Distances measured by steps.
    Steps,
    /// Togyzqumalaq, chess, draughts.
    Board,
    /// A bookmark with an ornament.
    Bookmark,
    /// A small quiz for the class.
    Quiz,
    /// Figures of paper.
    Paper,
}

impl Starter {
    /// All of them, form by form.
    pub const ALL: [Self; 12] = [
        Self::Explain,
        Self::Words,
        Self::Reading,
        Self::Questions,
        Self::Shapes,
        Self::Trees,
        Self::Past,
        Self::Steps,
        Self::Board,
        Self::Bookmark,
        Self::Quiz,
        Self::Paper,
    ];

    /// The word under which it is stored; also the tail of its text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Explain => "explain",
            Self::Words => "words",
            Self::Reading => "reading",
            Self::Questions => "questions",
            Self::Shapes => "shapes",
            Self::Trees => "trees",
            Self::Past => "past",
            Self::Steps => "steps",
            Self::Board => "board",
            Self::Bookmark => "bookmark",
            Self::Quiz => "quiz",
            Self::Paper => "paper",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// For which meetings it is offered.
    pub const fn form(self) -> Form {
        match self {
            Self::Explain | Self::Words | Self::Reading | Self::Questions => Form::Elective,
            Self::Shapes | Self::Trees | Self::Past | Self::Steps => Form::Walk,
            Self::Board | Self::Bookmark | Self::Quiz | Self::Paper => Form::Programme,
        }
    }
}

/// What is planned. Of an activity of the starter set nobody has to write anything; what is written goes before its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The activity of the starter set.
    pub starter: Option<Starter>,
    /// What the two do, in own words: the topic of the meeting in the journal.
    pub topic: Option<String>,
    /// What for.
    pub aim: Option<String>,
    /// What they bring.
    pub materials: Option<String>,
}

impl Card {
    /// True where it says what the two do.
    pub const fn says_what(&self) -> bool {
        self.starter.is_some() || self.topic.is_some()
    }
}

/// The day of the next meeting, today's included; nothing where the two are no pair any more by then.
pub fn next_meeting(agreement: &Agreement, today: Day) -> Option<Day> {
    let first = today.max(agreement.from);
    let day = week_of(first).saturating_add((i64::from(agreement.weekly.weekday) - 1).days());
    let day = if day < first { day.saturating_add(1.week()) } else { day };
    (day < agreement.ends).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::weekly::Weekly;
    use crate::peers::weekly::tests::weekly;
    use jiff::civil::date;

    #[test]
    fn each_form_of_meeting_has_four_activities_and_each_word_is_one() {
        for form in Form::ALL {
            assert_eq!(Starter::ALL.into_iter().filter(|one| one.form() == form).count(), 4, "{form:?}");
        }
        for one in Starter::ALL {
            assert_eq!(Starter::from_word(one.word()), Some(one));
        }
    }

    #[test]
    fn the_next_meeting_is_todays_or_that_of_the_next_week_while_the_two_are_a_pair() {
        let agreement = Agreement {
            from: date(2026, 10, 8),
            ends: date(2026, 10, 28),
            weekly: Weekly { weekday: 3, ..weekly() },
        };
        let next = |today| next_meeting(&agreement, today);
        assert_eq!(next(date(2026, 10, 1)), Some(date(2026, 10, 14)), "they begin after that Wednesday");
        assert_eq!(next(date(2026, 10, 14)), Some(date(2026, 10, 14)));
        assert_eq!(next(date(2026, 10, 15)), Some(date(2026, 10, 21)));
        assert_eq!(next(date(2026, 10, 22)), None, "told to be over on the 28th");
    }

    #[test]
    fn a_card_says_what_the_two_do() {
        let aim = Card { aim: Some("дос болу".into()), ..Card::default() };
        assert!(!aim.says_what());
        assert!(Card { starter: Some(Starter::Quiz), ..Card::default() }.says_what());
        assert!(Card { topic: Some("шахмат".into()), ..aim }.says_what());
    }
}
