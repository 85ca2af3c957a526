//! Cases from practice and the replies to them (feat:G1; essay:E26, E27): the library that stays when a course is over.

use super::{Case, Course, Deeds, Held, Reply, Stage, State, discussed, minutes};
use crate::questions::Topic;
use crate::{CaseId, CourseId, Instant, PersonId, ReplyId, SchoolId};

/// What somebody tells of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What it is about, in a line.
    pub title: String,
    /// What happened.
    pub situation: String,
    /// What its author did.
    pub did: String,
    /// What they ask of the others.
    pub asks: String,
}

impl Words {
    /// Characters of the line at most.
    pub const MOST_TITLE: usize = 120;
    /// Characters of each of the other fields, and of a reply, at most.
    pub const MOST_WORDS: usize = 3000;

    /// The same without blanks at the ends, or what is missing.
    pub fn checked(self) -> Result<Self, CardRefused> {
        Ok(Self {
            title: line(&self.title, Self::MOST_TITLE)?,
            situation: line(&self.situation, Self::MOST_WORDS)?,
            did: line(&self.did, Self::MOST_WORDS)?,
            asks: line(&self.asks, Self::MOST_WORDS)?,
        })
    }
}

fn line(text: &str, most: usize) -> Result<String, CardRefused> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(CardRefused::Empty),
        count if count > most => Err(CardRefused::TooLong { most }),
        _ => Ok(text.to_owned()),
    }
}

/// Who reads a case; its author decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The people in the course of the author's school, and its coordinator.
    #[default]
    School,
    /// Those of the other schools of the district, too; neither the author's name nor the school is told there.
    District,
    /// The same, and the author has allowed that name and school are told.
    Named,
}

impl Audience {
    /// Every one, the narrowest first.
    pub const ALL: [Self; 3] = [Self::School, Self::District, Self::Named];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::District => "district",
            Self::Named => "named",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.word() == word)
    }

    /// Other schools of the district read it.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::School)
    }
}

/// A case card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: CaseId,
    /// The school.
    pub school: SchoolId,
    /// The course of its author.
    pub course: CourseId,
    /// Its number in the school, from 1.
    pub number: u32,
    /// Who told it.
    pub by: PersonId,
    /// What it is about.
    pub topic: Topic,
    /// Its words; empty where it was taken off.
    pub words: Words,
    /// When it was told.
    pub told_at: Instant,
    /// When the coordinator took it off: somebody could be recognised in it.
    pub off_at: Option<Instant>,
    /// Who reads it.
    pub audience: Audience,
}

impl Card {
    /// The author may take it back: nobody has replied, and it has opened no gate.
    pub fn may_be_taken_back(&self, author: &Course, replies: &[Written]) -> bool {
        self.off_at.is_none()
            && self.course == author.candidate.course
            && author.candidate.state == State::Discussion
            && !replies.iter().any(|reply| reply.to == self.id)
    }

    /// All words stand somewhere in the card, and the topic is the one that is looked for. Case is no matter.
    pub fn is_found_by(&self, words: &str, topic: Option<Topic>) -> bool {
        let told = &self.words;
        let text =
            [&told.title, &told.situation, &told.did, &told.asks].map(|part| part.to_lowercase()).join("\n");
        topic.is_none_or(|topic| topic == self.topic)
            && words.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

/// A reply to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its id.
    pub id: ReplyId,
    /// The school of the case.
    pub school: SchoolId,
    /// The case.
    pub to: CaseId,
    /// The school of its author, in whose course it counts.
    pub home: SchoolId,
    /// The course of its author.
    pub course: CourseId,
    /// Who replied.
    pub by: PersonId,
    /// What they say; empty where the case was taken off.
    pub words: String,
    /// When.
    pub at: Instant,
}

impl Written {
    /// The words without blanks at the ends, or what is missing.
    pub fn checked(words: &str) -> Result<String, CardRefused> {
        line(words, Words::MOST_WORDS)
    }

    /// The author may take it back as long as it has opened no gate.
    pub fn may_be_taken_back(&self, author: &Course) -> bool {
        self.course == author.candidate.course && author.candidate.state == State::Discussion
    }
}

/// Why a card or a reply is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardRefused {
    /// A field is empty.
    Empty,
    /// A field is too long.
    TooLong {
        /// Characters at most.
        most: usize,
    },
    /// The person is in no course that runs.
    NoCourse,
    /// One's own case: a reply to it would count for nothing.
    OwnCase,
    /// It has been replied to, or has opened a gate.
    Counts,
}

/// Cases with their replies: of a school, and of others as far as its people have replied there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cards {
    /// Cases, those that were taken off too.
    pub cards: Vec<Card>,
    /// Replies.
    pub replies: Vec<Written>,
}

impl Cards {
    /// What a candidate has done so far, by what stands here and by sessions since the course began. A case that was
    /// taken off counts no more for its author, who tells another one; the work of those who replied to it stands.
    pub fn deeds(&self, course: &Course, held: &[Held]) -> Deeds {
        let (person, id) = (&course.candidate.person, &course.candidate.course);
        let counted = |card: &&Card| card.by != *person || (card.course == *id && card.off_at.is_none());
        // Each school counts its cases from 1, so that a number in the school may be there twice.
        let number = |case: &CaseId| {
            let at = self.cards.iter().position(|card| card.id == *case)?;
            u32::try_from(at).ok()
        };
        let cases: Vec<Case> = self
            .cards
            .iter()
            .filter(counted)
            .filter_map(|card| Some(Case { number: number(&card.id)?, by: card.by.clone() }))
            .collect();
        let replies: Vec<Reply> = self
            .replies
            .iter()
            .filter(|reply| reply.course == *id)
            .filter_map(|reply| Some(Reply { to: number(&reply.to)?, by: reply.by.clone() }))
            .collect();
        let (cases, replies) = discussed(person, &cases, &replies);
        let at = |stage| minutes(person, held, stage);
        Deeds { cases, replies, minutes: at(Stage::Training), discussed: at(Stage::Discussion) }
    }
}
