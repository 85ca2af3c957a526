//! The sheet of an observed lesson: criteria with marks from 0 to 3, what was seen, a question, one next step (doc:A9,
//! A10). Lines 1.1 and 1.2 and the scale follow the sheet of attestation (Order 83, App. 16); the text of its blocks II
//! and further is to be verified, so that the wording of those lines is ours, and the form says so.

use super::Kind;
use crate::formsets::{Added, Answers, Unfit};
use crate::people::Category;
use crate::{Instant, ObservationId, SchoolId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A block of criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block {
    /// I.
    Planning,
    /// II.
    Teaching,
    /// III.
    Assessment,
    /// IV.
    Reflection,
}

impl Block {
    /// All, in the order of the sheet.
    pub const ALL: [Self; 4] = [Self::Planning, Self::Teaching, Self::Assessment, Self::Reflection];

    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planning => "planning",
            Self::Teaching => "teaching",
            Self::Assessment => "assessment",
            Self::Reflection => "reflection",
        }
    }

    /// Its criteria, in the order of the sheet.
    pub fn criteria(self) -> impl Iterator<Item = Criterion> {
        Criterion::ALL.into_iter().filter(move |one| one.block() == self)
    }
}

/// One line of the sheet that is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// 1.1 The goals match the learning objectives and are clear to all.
    Goals,
    /// 1.2 Methods and resources fit goals, age, needs.
    Means,
    /// 2.1 Pupils think, speak and do most of the work.
    Activity,
    /// 2.2 Tasks fit different pupils.
    Differentiation,
    /// 2.3 Calm and respect; time is kept.
    Climate,
    /// 3.1 Pupils know by what their work is judged.
    Criteria,
    /// 3.2 What pupils hear about their work helps them on.
    Feedback,
    /// 4.1 Pupils look back at what they have learned.
    Reflection,
}

impl Criterion {
    /// All, in the order of the sheet.
    pub const ALL: [Self; 8] = [
        Self::Goals,
        Self::Means,
        Self::Activity,
        Self::Differentiation,
        Self::Climate,
        Self::Criteria,
        Self::Feedback,
        Self::Reflection,
    ];

    /// The word in forms; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Goals => "goals",
            Self::Means => "means",
            Self::Activity => "activity",
            Self::Differentiation => "differentiation",
            Self::Climate => "climate",
            Self::Criteria => "criteria",
            Self::Feedback => "feedback",
            Self::Reflection => "reflection",
        }
    }

    /// Its number on the sheet.
    pub const fn number(self) -> &'static str {
        match self {
            Self::Goals => "1.1",
            Self::Means => "1.2",
            Self::Activity => "2.1",
            Self::Differentiation => "2.2",
            Self::Climate => "2.3",
            Self::Criteria => "3.1",
            Self::Feedback => "3.2",
            Self::Reflection => "4.1",
        }
    }

    /// The block that it stands in.
    pub const fn block(self) -> Block {
        match self {
            Self::Goals | Self::Means => Block::Planning,
            Self::Activity | Self::Differentiation | Self::Climate => Block::Teaching,
            Self::Criteria | Self::Feedback => Block::Assessment,
            Self::Reflection => Block::Reflection,
        }
    }
}

/// A mark, from 0 (not seen) to 3 (fully).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Mark(u8);

impl Mark {
    /// All marks, the lowest first.
    pub const ALL: [Self; 4] = [Self(0), Self(1), Self(2), Self(3)];

    /// The number.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Reads what a form sent.
    pub fn from_word(word: &str) -> Option<Self> {
        word.parse::<u8>().ok().and_then(|number| Self::try_from(number).ok())
    }
}

impl TryFrom<u8> for Mark {
    type Error = String;
    fn try_from(number: u8) -> Result<Self, String> {
        if number <= 3 { Ok(Self(number)) } else { Err(format!("a mark of {number}")) }
    }
}

impl From<Mark> for u8 {
    fn from(mark: Mark) -> Self {
        mark.0
    }
}

/// Longest topic, goal, next step and reason, in characters.
pub const MOST_LINE: usize = 300;
/// Longest note and longest own words of the observed teacher, in characters.
pub const MOST_WORDS: usize = 2000;
/// Most versions of one sheet.
pub const MOST_SHEETS: u16 = 20;

/// What a sheet says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    /// Topic of the lesson.
    pub topic: Option<String>,
    /// Its goals, as the curriculum and the teacher name them.
    pub goals: Option<String>,
    /// Marks of the criteria that were marked.
    pub marks: BTreeMap<Criterion, Mark>,
    /// What was seen.
    pub saw: Option<String>,
    /// A question to think about.
    pub question: Option<String>,
    /// One next step; of a visit, what the newcomer will try.
    pub step: Option<String>,
    /// Answers to the questions that district and school have added.
    #[serde(skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
}

/// A part of a sheet in which two versions may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Topic of the lesson.
    Topic,
    /// Its goals.
    Goals,
    /// The mark of a criterion.
    Mark(Criterion),
    /// What was seen.
    Saw,
    /// The question.
    Question,
    /// The next step.
    Step,
    /// Answers to added questions.
    Answers,
}

/// Why a sheet is not finished, or words are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetRefused {
    /// It does not say what was seen.
    NothingSeen,
    /// A mark on a visit, where nobody is marked.
    NoMarks,
    /// No words where words are needed.
    NoWords,
    /// Longer than [`MOST_LINE`] or [`MOST_WORDS`].
    TooLong,
    /// It has [`MOST_SHEETS`] versions.
    TooMany,
    /// An answer is none to its question.
    Unfit(Unfit),
}

/// Sums of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// How many criteria are marked.
    pub marked: usize,
    /// How many of them with 0, 1, 2 and 3.
    pub of_mark: [usize; 4],
    /// The sum of the marks.
    pub sum: u32,
    /// The most that so many marks can come to.
    pub most: u32,
}

impl Content {
    /// May it be kept as a draft? Half of it is fine.
    pub fn may_stand(&self, kind: Kind, added: &Added) -> Result<(), SheetRefused> {
        added.check(&self.answers).map_err(SheetRefused::Unfit)?;
        let longer = |words: &Option<String>, most: usize| {
            words.as_ref().is_some_and(|words| words.chars().count() > most)
        };
        let lines = [&self.topic, &self.goals, &self.step].into_iter().any(|line| longer(line, MOST_LINE));
        match () {
            () if !kind.has_marks() && !self.marks.is_empty() => Err(SheetRefused::NoMarks),
            () if lines || longer(&self.saw, MOST_WORDS) || longer(&self.question, MOST_WORDS) => {
                Err(SheetRefused::TooLong)
            }
            () => Ok(()),
        }
    }

    /// May it be finished? It says in words what was seen; marks alone teach nobody.
    pub fn is_enough(&self, kind: Kind, added: &Added) -> Result<(), SheetRefused> {
        self.may_stand(kind, added)?;
        let seen = self.saw.as_ref().is_some_and(|words| !words.trim().is_empty());
        if seen { Ok(()) } else { Err(SheetRefused::NothingSeen) }
    }

    /// In what a later version differs, in the order of the sheet.
    pub fn differences(&self, later: &Self) -> Vec<Part> {
        let marks = Criterion::ALL.map(Part::Mark);
        let parts = [Part::Topic, Part::Goals].into_iter().chain(marks);
        let parts = parts.chain([Part::Saw, Part::Question, Part::Step, Part::Answers]);
        let differs = |part: &Part| match part {
            Part::Topic => self.topic != later.topic,
            Part::Goals => self.goals != later.goals,
            Part::Mark(one) => self.marks.get(one) != later.marks.get(one),
            Part::Saw => self.saw != later.saw,
            Part::Question => self.question != later.question,
            Part::Step => self.step != later.step,
            Part::Answers => self.answers != later.answers,
        };
        parts.filter(differs).collect()
    }

    /// The sums under the criteria.
    pub fn total(&self) -> Total {
        let mut of_mark = [0; 4];
        for mark in self.marks.values() {
            of_mark[usize::from(mark.0)] += 1;
        }
        let marked = self.marks.len();
        let sum = self.marks.values().map(|mark| u32::from(mark.0)).sum();
        let most = u32::try_from(marked).unwrap_or(u32::MAX).saturating_mul(3);
        Total { marked, of_mark, sum, most }
    }
}

/// May these words stand in one line? They say something, and not too much.
pub(super) fn line(words: &str) -> Result<(), SheetRefused> {
    match words.trim() {
        "" => Err(SheetRefused::NoWords),
        words if words.chars().count() > MOST_LINE => Err(SheetRefused::TooLong),
        _ => Ok(()),
    }
}

/// Somebody named on a finished sheet, as they were on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Full name.
    pub name: String,
    /// Post, as the school's list has it.
    pub post: Option<String>,
    /// Subject, as the school's list has it.
    pub subject: Option<String>,
    /// Qualification category.
    pub category: Category,
}

/// That the observed teacher has read a version, with their own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// When.
    pub at: Instant,
    /// What they say to it.
    pub words: Option<String>,
}

/// One version of a sheet. A finished one is never changed: an amendment is a version of its own, and whoever has read
/// one version has not read the next (neg:N12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The school; leads every key.
    pub school: SchoolId,
    /// The observation.
    pub observation: ObservationId,
    /// 1 for the first version.
    pub number: u16,
    /// The questions that district and school had added to its form when its first version was begun.
    pub added: Added,
    /// What it says.
    pub content: Content,
    /// When it was last kept.
    pub saved_at: Instant,
    /// When it was finished, with the observed teacher and the observer as of then; a draft has neither.
    pub finished: Option<(Instant, [Named; 2])>,
    /// That the observed teacher has read it.
    pub read: Option<Read>,
    /// Version for optimistic locking.
    pub version: i64,
}

impl Sheet {
    /// True where its observer alone may see that it is there (neg:N11).
    pub const fn is_draft(&self) -> bool {
        self.finished.is_none()
    }
}
