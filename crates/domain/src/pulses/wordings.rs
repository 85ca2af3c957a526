//! Questions in a programme's own words (feat:K1; docs/decisions/0084): what is answered keeps the words it was asked with, and
//! answers to other words are never put together with them.

use super::{Question, Source, WORDING};
use crate::formsets::Label;
use crate::surveys::Item;
use crate::{Instant, PersonId};

/// The second questions of newcomers, in their turns.
pub(super) const NEWCOMER: [Item; 5] = [Item::Ask, Item::Load, Item::Lessons, Item::Team, Item::Stay];

/// The second questions of mentors, in their turns.
pub(super) const MENTOR: [Item; 4] = [Item::Time, Item::TakesPart, Item::Clear, Item::GoOn];

impl Question {
    /// All that are asked: the two first ones, then the second ones of newcomers and of mentors.
    pub fn all() -> impl Iterator<Item = Self> {
        let seconds = NEWCOMER.into_iter().chain(MENTOR).map(Self::Second);
        Source::BOTH.into_iter().map(Self::First).chain(seconds)
    }

    /// The word under which it is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First(source) => source.word(),
            Self::Second(item) => item.word(),
        }
    }

    /// Reads a stored word; nothing of what is not asked here.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|question| question.word() == word)
    }
}

/// A question as it is asked from some moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Which one.
    pub question: Question,
    /// Its number among all wordings of the programme; the usual ones are number [`WORDING`].
    pub number: u16,
    /// The own words; nothing where the usual ones hold again.
    pub texts: Option<Label>,
    /// Who wrote them.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// Why words are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingRefused {
    /// A language is missing, or a text is too long.
    Texts,
}

/// All wordings of a programme, in the order of their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wordings(pub Vec<Wording>);

impl Wordings {
    /// The number that is kept with what is answered now.
    pub fn now(&self) -> u16 {
        self.0.last().map_or(WORDING, |last| last.number)
    }

    /// The wording of a question that held at a number; nothing where it was never written anew.
    fn of(&self, question: Question, number: u16) -> Option<&Wording> {
        self.0.iter().rev().find(|one| one.question == question && one.number <= number)
    }

    /// The own words of a question that held at a number; nothing where the usual ones did.
    pub fn texts(&self, question: Question, number: u16) -> Option<&Label> {
        self.of(question, number).and_then(|one| one.texts.as_ref())
    }

    /// Under which number the words of a question were written that held at a number: two answers with the same one
    /// answer the same words.
    pub fn version(&self, question: Question, number: u16) -> u16 {
        self.of(question, number).map_or(WORDING, |one| one.number)
    }

    /// The number and the words of a question that is written anew; nothing where they hold already.
    pub fn write(
        &self,
        question: Question,
        texts: Option<Label>,
    ) -> Result<Option<(u16, Option<Label>)>, WordingRefused> {
        let texts = texts.map(|label| label.trimmed());
        if texts.as_ref().is_some_and(|label| !label.fits()) {
            return Err(WordingRefused::Texts);
        }
        let stands = self.texts(question, self.now()) == texts.as_ref();
        Ok((!stands).then(|| (self.now().saturating_add(1), texts)))
    }
}
