//! Notes on three levels (feat:D10; essay:E12) and next steps (feat:D9).

use super::Meeting;
use crate::sides::Side;
use crate::{Day, Instant, MeetingId, NoteId, PairId, PersonId, SchoolId, StepId};

/// Who reads a note. The level stands beside every note in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Both of the pair.
    Ours,
    /// Its author alone: it is in no export, no count and no log.
    Mine,
    /// Both of the pair, and later the documents that are made from the journal.
    Document,
}

impl Level {
    /// All levels, in the order in which forms list them.
    pub const ALL: [Self; 3] = [Self::Ours, Self::Mine, Self::Document];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Mine => "mine",
            Self::Document => "document",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// A note on a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Who wrote it.
    pub author: PersonId,
    /// Who reads it.
    pub level: Level,
    /// The words.
    pub text: String,
    /// When it was written.
    pub written_at: Instant,
}

/// Longest note, in characters.
pub const MOST_NOTE: usize = 1000;

/// Why a theme is neither offered nor taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeRefused {
    /// The meeting has no theme.
    None,
    /// It does not take place.
    Over,
    /// The other one wrote it: their words are theirs to offer.
    NotYours,
}

/// May somebody of a side offer the theme of a meeting to the reports, or take it back? Whoever wrote it offers it;
/// taking back what was said between two is for either.
pub fn theme(meeting: &Meeting, side: Side, offered: bool) -> Result<(), ThemeRefused> {
    match () {
        () if meeting.topic.is_none() => Err(ThemeRefused::None),
        () if offered && meeting.set_by != side => Err(ThemeRefused::NotYours),
        () if offered && meeting.state.is_over() => Err(ThemeRefused::Over),
        () => Ok(()),
    }
}

/// Why a note is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteRefused {
    /// No word.
    Empty,
    /// Longer than [`MOST_NOTE`].
    TooLong,
}

/// May these words be kept?
pub fn note(text: &str) -> Result<(), NoteRefused> {
    match text.trim().chars().count() {
        0 => Err(NoteRefused::Empty),
        count if count > MOST_NOTE => Err(NoteRefused::TooLong),
        _ => Ok(()),
    }
}

/// What one of the two does until the next meeting: an action with an owner and a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// Its id.
    pub id: StepId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The pair.
    pub pair: PairId,
    /// The meeting at which it was agreed on.
    pub meeting: MeetingId,
    /// Whose it is.
    pub whose: Side,
    /// What is to be done.
    pub text: String,
    /// Until when, where a day was named.
    pub until: Option<Day>,
    /// When it was ticked off.
    pub done_at: Option<Instant>,
}

/// Longest next step, in characters.
pub const MOST_STEP: usize = 200;

/// Why a next step is not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// No word, or more than [`MOST_STEP`] characters.
    Words,
    /// The day has passed.
    Past,
}

/// May this next step be written down?
pub fn step(text: &str, until: Option<Day>, today: Day) -> Result<(), StepRefused> {
    let length = text.trim().chars().count();
    match () {
        () if length == 0 || length > MOST_STEP => Err(StepRefused::Words),
        () if until.is_some_and(|until| until < today) => Err(StepRefused::Past),
        () => Ok(()),
    }
}
