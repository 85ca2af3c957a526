//! The questions of a school or district, with a version of the whole.

use super::Question;
use serde::{Deserialize, Serialize};

/// A question with its number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Numbered {
    /// Its number in the bank, from 1; never given to another question.
    pub number: u32,
    /// The question.
    pub question: Question,
}

/// Every change makes a new version: an exam names the one it was drawn from, and old papers stay readable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bank {
    version: u32,
    next: u32,
    questions: Vec<Numbered>,
}

/// No question has this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown(pub u32);

impl Bank {
    /// As it was kept: the version, the highest number ever given, and the questions by their numbers.
    pub(super) const fn kept(version: u32, next: u32, questions: Vec<Numbered>) -> Self {
        Self { version, next, questions }
    }

    /// Grows with every change; nought while nothing was put in.
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// The questions by their numbers.
    pub fn questions(&self) -> &[Numbered] {
        &self.questions
    }

    /// The question of a number.
    pub fn get(&self, number: u32) -> Option<&Question> {
        self.place(number).ok().map(|place| &self.questions[place].question)
    }

    /// Puts questions in as one change; gives the number of the first, the others follow.
    pub fn add(&mut self, questions: impl IntoIterator<Item = Question>) -> u32 {
        let first = self.next + 1;
        for question in questions {
            self.next += 1;
            self.questions.push(Numbered { number: self.next, question });
        }
        if self.next >= first {
            self.version += 1;
        }
        first
    }

    /// Puts a better question in the place of one.
    pub fn change(&mut self, number: u32, question: Question) -> Result<(), Unknown> {
        let place = self.place(number)?;
        self.questions[place].question = question;
        self.version += 1;
        Ok(())
    }

    /// Takes a question out; its number is not given again.
    pub fn remove(&mut self, number: u32) -> Result<Question, Unknown> {
        let place = self.place(number)?;
        self.version += 1;
        Ok(self.questions.remove(place).question)
    }

    fn place(&self, number: u32) -> Result<usize, Unknown> {
        self.questions.binary_search_by_key(&number, |one| one.number).map_err(|_| Unknown(number))
    }
}
