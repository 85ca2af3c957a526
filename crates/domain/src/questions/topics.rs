//! What the theory is about (rules §7, «Mentor course and exam»).

use serde::{Deserialize, Serialize};

/// The six topics of the mentor course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Law and ethics.
    Law,
    /// How adults learn.
    Learning,
    /// Stages of adaptation.
    Adaptation,
    /// Observation without judging, and feedback.
    Feedback,
    /// Difficult talks and closure.
    Talks,
    /// Documents and safeguarding.
    Safety,
}

impl Topic {
    /// All, in the order of the course.
    pub const ALL: [Self; 6] =
        [Self::Law, Self::Learning, Self::Adaptation, Self::Feedback, Self::Talks, Self::Safety];

    /// The word under which it is stored; also the tail of its text key and its category in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Learning => "learning",
            Self::Adaptation => "adaptation",
            Self::Feedback => "feedback",
            Self::Talks => "talks",
            Self::Safety => "safety",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.word() == word)
    }
}

/// Where a question stands in the bank. Only those with a topic are drawn for an exam.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    /// One of the six topics.
    Topic(Topic),
    /// The category of the file it came from, until somebody gives it a topic.
    Other(String),
}

impl Shelf {
    /// The topic, where there is one.
    pub const fn topic(&self) -> Option<Topic> {
        match self {
            Self::Topic(topic) => Some(*topic),
            Self::Other(_) => None,
        }
    }
}
