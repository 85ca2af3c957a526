//! With what a volunteer applies, and what two adults write for them (doc:B2; essay:E37, E43; docs/decisions/0079).
//!
//! Attitude and reliability come before marks (rules §13), so that a referee is asked for what they saw and for a sentence. A
//! referee who writes none is asked for no reason.

use super::State;
use crate::{Day, PersonId};

/// Most characters of why somebody wants to help.
pub const MOST_MOTIVE: usize = 500;

/// Most characters of whom they would like to help.
pub const MOST_WISH: usize = 300;

/// How many adults write for a volunteer.
pub const REFEREES: usize = 2;

/// Most characters of the sentence of a referee.
pub const MOST_SENTENCE: usize = 300;

/// What a volunteer says in their own words. What they can help with, in which languages and on which days stands with what is
/// known before a pair is looked for ([`crate::peers::fits::Profile`]) and is said once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Application {
    /// Why they want to help.
    pub motive: String,
    /// Whom they would like to help; a wish and no claim.
    pub wish: Option<String>,
    /// How often it was saved.
    pub version: i64,
}

/// What a referee is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// Does what they have promised.
    Promises,
    /// Is patient with younger pupils.
    Patience,
    /// Comes to an adult where something is too much.
    Asks,
}

impl Quality {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Promises, Self::Patience, Self::Asks];

    /// The name of the field; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Promises => "promises",
            Self::Patience => "patience",
            Self::Asks => "asks",
        }
    }
}

/// How often a referee saw it. Nobody is marked: not to have seen it is an answer like the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Often.
    Often,
    /// Now and then.
    Sometimes,
    /// Had no occasion to see it.
    NotSeen,
}

impl Seen {
    /// All.
    pub const ALL: [Self; 3] = [Self::Often, Self::Sometimes, Self::NotSeen];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Often => "often",
            Self::Sometimes => "sometimes",
            Self::NotSeen => "not_seen",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// What a referee writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What they saw, in the order of [`Quality::ALL`].
    pub seen: [Seen; 3],
    /// A sentence of their own.
    pub words: String,
    /// On which day.
    pub on: Day,
}

/// What came of asking a referee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Waiting,
    /// They wrote.
    Given(Reference),
    /// They write none, for no reason that anybody asks for.
    Declined,
}

impl Answer {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Given(_) => "given",
            Self::Declined => "declined",
        }
    }
}

/// An adult who is asked to write for a volunteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referee {
    /// Who it is.
    pub person: PersonId,
    /// What came of it.
    pub answer: Answer,
}

/// Why nobody else is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskRefused {
    /// The volunteer has stopped.
    Stopped,
    /// So many are asked or have written already.
    Enough,
}

/// May one more adult be asked to write for a volunteer? Whoever writes none takes nobody's place.
pub fn may_ask(state: &State, referees: &[Referee]) -> Result<(), AskRefused> {
    let counted = referees.iter().filter(|one| one.answer != Answer::Declined).count();
    match () {
        () if *state == State::Stopped => Err(AskRefused::Stopped),
        () if counted >= REFEREES => Err(AskRefused::Enough),
        () => Ok(()),
    }
}

impl Referee {
    /// Waiting or Given -> Given; words said anew replace the earlier ones. Nothing where they write none.
    #[must_use]
    pub fn give(self, reference: Reference) -> Option<Self> {
        match self.answer {
            Answer::Waiting | Answer::Given(_) => Some(Self { answer: Answer::Given(reference), ..self }),
            Answer::Declined => None,
        }
    }

    /// Waiting -> Declined. Nothing where they have written.
    #[must_use]
    pub fn decline(self) -> Option<Self> {
        match self.answer {
            Answer::Waiting | Answer::Declined => Some(Self { answer: Answer::Declined, ..self }),
            Answer::Given(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn referee(answer: Answer) -> Referee {
        Referee { person: "aigul".into(), answer }
    }

    fn reference(words: &str) -> Reference {
        Reference { seen: [Seen::Often; 3], words: words.into(), on: date(2026, 10, 5) }
    }

    #[test]
    fn two_adults_write_for_a_volunteer_and_whoever_writes_none_takes_no_place() {
        let (waits, wrote) = (referee(Answer::Waiting), referee(Answer::Given(reference("Сабырлы."))));
        let declined = referee(Answer::Declined);
        assert_eq!(may_ask(&State::Named, &[]), Ok(()));
        assert_eq!(may_ask(&State::Named, &[waits.clone(), declined.clone(), declined]), Ok(()));
        assert_eq!(may_ask(&State::Named, &[waits, wrote]), Err(AskRefused::Enough));
        assert_eq!(may_ask(&State::Stopped, &[]), Err(AskRefused::Stopped));
    }

    #[test]
    fn a_reference_is_said_anew_and_whoever_writes_none_is_not_asked_again() {
        let wrote = referee(Answer::Waiting).give(reference("Сабырлы.")).unwrap();
        let anew = wrote.give(reference("Сабырлы, сөзінде тұрады.")).unwrap();
        assert_eq!(anew.answer, Answer::Given(reference("Сабырлы, сөзінде тұрады.")));
        assert_eq!(anew.decline(), None, "what is written stands");
        let declined = referee(Answer::Waiting).decline().unwrap();
        assert_eq!(declined.clone().decline(), Some(declined.clone()), "sent twice");
        assert_eq!(declined.give(reference("Сабырлы.")), None);
    }

    #[test]
    fn words_are_read_as_they_are_stored() {
        for seen in Seen::ALL {
            assert_eq!(Seen::from_word(seen.word()), Some(seen));
        }
        assert_eq!(Seen::from_word("always"), None);
    }
}
