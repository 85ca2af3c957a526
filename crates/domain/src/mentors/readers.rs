//! Who reads which field of a mentor's card: set for each programme (feat:B3; essay:E11).

use super::Card;
use serde::{Deserialize, Serialize};

/// A field of a card whose readers a programme sets. Name, subject and free places are always read by all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Why the mentor hands on what they know.
    Motive,
    /// What the mentor can give.
    Gives,
    /// How the mentor works.
    Works,
    /// Languages the mentor works in.
    Languages,
    /// Qualification category, from the staff list.
    Category,
    /// Years of service, from the staff list.
    ServiceYears,
}

impl Field {
    /// All of them, as a card has them.
    pub const ALL: [Self; 6] =
        [Self::Motive, Self::Gives, Self::Works, Self::Languages, Self::Category, Self::ServiceYears];

    /// True where the mentor writes it themselves: then it was written for those who read it that day.
    pub const fn is_own_word(self) -> bool {
        matches!(self, Self::Motive | Self::Gives | Self::Works | Self::Languages)
    }
}

/// How far a field goes, the widest first. The mentor reads everything of the own card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Everybody of the school reads it.
    #[default]
    Everyone,
    /// The coordinator reads it; suggestions count it without naming it.
    Matching,
    /// The coordinator alone reads it.
    Coordinator,
}

impl Reach {
    /// All of them, the widest first.
    pub const ALL: [Self; 3] = [Self::Everyone, Self::Matching, Self::Coordinator];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Matching => "matching",
            Self::Coordinator => "coordinator",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.word() == word)
    }
}

/// The readers of every field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Readers {
    /// Of [`Field::Motive`].
    pub motive: Reach,
    /// Of [`Field::Gives`].
    pub gives: Reach,
    /// Of [`Field::Works`].
    pub works: Reach,
    /// Of [`Field::Languages`].
    pub languages: Reach,
    /// Of [`Field::Category`].
    pub category: Reach,
    /// Of [`Field::ServiceYears`].
    pub service_years: Reach,
}

impl Readers {
    /// How far a field goes.
    pub const fn of(&self, field: Field) -> Reach {
        match field {
            Field::Motive => self.motive,
            Field::Gives => self.gives,
            Field::Works => self.works,
            Field::Languages => self.languages,
            Field::Category => self.category,
            Field::ServiceYears => self.service_years,
        }
    }

    /// The same with one field going another way.
    #[must_use]
    pub const fn with(mut self, field: Field, reach: Reach) -> Self {
        match field {
            Field::Motive => self.motive = reach,
            Field::Gives => self.gives = reach,
            Field::Works => self.works = reach,
            Field::Languages => self.languages = reach,
            Field::Category => self.category = reach,
            Field::ServiceYears => self.service_years = reach,
        }
        self
    }

    /// Whether a reader sees a field: [`Reach::Everyone`] is any teacher, [`Reach::Matching`] the suggestions,
    /// [`Reach::Coordinator`] the coordinator and the mentor.
    pub fn shows(&self, field: Field, reader: Reach) -> bool {
        self.of(field) <= reader
    }

    /// What a reader sees of a card; the rest is empty.
    #[must_use]
    pub fn card(&self, card: Card, reader: Reach) -> Card {
        let text = |field: Field, text: String| if self.shows(field, reader) { text } else { String::new() };
        Card {
            motive: text(Field::Motive, card.motive),
            gives: text(Field::Gives, card.gives),
            works: text(Field::Works, card.works),
            languages: if self.shows(Field::Languages, reader) { card.languages } else { Vec::new() },
            places: card.places,
        }
    }

    /// Whether a programme may change how far a field goes. A field may be closed on any day; what a mentor wrote
    /// for few is not opened to more of them afterwards.
    pub fn may_become(&self, field: Field, reach: Reach) -> bool {
        !field.is_own_word() || reach >= self.of(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> Card {
        Card {
            motive: "Алғашқы жылым есімде".into(),
            gives: "БЖБ құрастыру".into(),
            works: "Аптасына бір рет".into(),
            languages: vec!["kk".into()],
            places: 2,
        }
    }

    #[test]
    fn everybody_reads_everything_unless_the_programme_says_otherwise() {
        for reader in Reach::ALL {
            assert_eq!(Readers::default().card(card(), reader), card(), "{reader:?}");
        }
    }

    #[test]
    fn a_field_reaches_its_readers_and_those_who_read_more() {
        for field in Field::ALL {
            for reach in Reach::ALL {
                let readers = Readers::default().with(field, reach);
                assert_eq!(readers.of(field), reach);
                for reader in Reach::ALL {
                    assert_eq!(
                        readers.shows(field, reader),
                        reach <= reader,
                        "{field:?} {reach:?} {reader:?}"
                    );
                }
                for other in Field::ALL.into_iter().filter(|other| *other != field) {
                    assert!(readers.shows(other, Reach::Everyone), "{other:?} is as it was");
                }
            }
        }
    }

    #[test]
    fn what_is_hidden_is_not_on_the_card_at_all() {
        let readers = Readers::default()
            .with(Field::Motive, Reach::Coordinator)
            .with(Field::Languages, Reach::Matching);
        let seen = readers.card(card(), Reach::Everyone);
        assert_eq!(seen, Card { motive: String::new(), languages: Vec::new(), ..card() });
        assert_eq!(readers.card(card(), Reach::Matching), Card { motive: String::new(), ..card() });
        assert_eq!(readers.card(card(), Reach::Coordinator), card());
    }

    #[test]
    fn what_a_mentor_wrote_for_few_is_never_opened_to_more() {
        for field in Field::ALL {
            for (now, then) in Reach::ALL.into_iter().flat_map(|now| Reach::ALL.map(|then| (now, then))) {
                let may = Readers::default().with(field, now).may_become(field, then);
                assert_eq!(may, then >= now || !field.is_own_word(), "{field:?} {now:?} {then:?}");
            }
        }
    }
}
