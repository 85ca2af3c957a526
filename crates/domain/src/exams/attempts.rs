//! A paper while it is written (feat:G4): the server's clock counts and no other (neg:N22), every answer is saved at
//! once, what a power cut took is given back, and of two open tabs the older one overwrites nothing. Diagram:
//! `docs/states/attempts.md`.

use crate::questions::{Answer, MOST_CHARACTERS, Variant};
use crate::{ExamId, Instant, PersonId};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;

/// Most minutes that may be added for somebody who needs more time.
pub const MOST_EXTENSION: u16 = 180;

/// An answer as it was saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// What was answered.
    pub answer: Answer,
    /// Grows with every save of this question; the page sends the one it knows.
    pub revision: u32,
    /// When.
    pub at: Instant,
}

/// How an attempt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being written.
    Open,
    /// The candidate handed it in.
    HandedIn {
        /// When.
        at: Instant,
    },
    /// The time was over.
    TimeUp {
        /// When it was.
        at: Instant,
    },
}

impl State {
    /// The word under which it is stored; also the tail of its text key and its name in the diagram.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::HandedIn { .. } => "handed_in",
            Self::TimeUp { .. } => "time_up",
        }
    }
}

/// A time in which nobody could write, as somebody gives it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outage {
    /// When it began.
    pub from: Instant,
    /// When it was over.
    pub until: Instant,
    /// When it is given back; the time of a paper that was over by then goes on from here.
    pub given_at: Instant,
}

/// The time of an attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// When the paper was opened.
    pub from: Instant,
    /// Minutes for everybody.
    pub minutes: u16,
    /// Minutes more for this candidate, agreed before it began.
    pub extension: u16,
    /// Outages, in the order in which they were given back.
    pub outages: Vec<Outage>,
}

impl Time {
    /// When it is over. What an outage took of the time is given back, from the instant at which that was done where the
    /// end had passed by then; no minute is given twice, and an outage after the end takes nothing.
    pub fn ends(&self) -> Instant {
        let minutes = i64::from(self.minutes) + i64::from(self.extension.min(MOST_EXTENSION));
        let mut end = later(self.from, SignedDuration::from_mins(minutes));
        let mut counted: Vec<Range<Instant>> = Vec::new();
        for outage in &self.outages {
            let span = outage.from.max(self.from)..outage.until.min(end);
            let lost = uncounted(&span, &counted);
            if !lost.is_positive() {
                continue;
            }
            counted.push(span);
            if outage.given_at > end {
                // In between the paper was over: nobody lost anything there.
                counted.push(end..outage.given_at);
            }
            counted.sort_by_key(|one| one.start);
            end = later(end.max(outage.given_at), lost);
        }
        end
    }
}

/// How much of a span lies in none of those that are counted, which are in the order of their beginnings.
fn uncounted(span: &Range<Instant>, counted: &[Range<Instant>]) -> SignedDuration {
    let mut lost = SignedDuration::ZERO;
    let mut at = span.start;
    let gain = |from: Instant, until: Instant| from.duration_until(until).max(SignedDuration::ZERO);
    for one in counted {
        lost = lost.saturating_add(gain(at, one.start.min(span.end)));
        at = at.max(one.end);
    }
    lost.saturating_add(gain(at, span.end))
}

fn later(at: Instant, by: SignedDuration) -> Instant {
    at.checked_add(by).unwrap_or(Instant::MAX)
}

/// One candidate's paper in one sitting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attempt {
    /// The sitting.
    pub exam: ExamId,
    /// Who writes.
    pub person: PersonId,
    /// Which attempt it is, from 1.
    pub number: u8,
    /// The questions.
    pub variant: Variant,
    /// The time.
    pub time: Time,
    /// The answers, by the numbers of their questions.
    pub answers: BTreeMap<u32, Saved>,
    /// How it stands.
    pub state: State,
}

/// Why an answer is not saved. What was saved before stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerRefused {
    /// It was handed in.
    HandedIn,
    /// The time is over.
    TimeUp {
        /// Since when.
        at: Instant,
    },
    /// The question is not on this paper.
    NotOnPaper,
    /// The text is longer than so many characters: shorten it.
    TooLong {
        /// Most characters.
        most: usize,
    },
    /// Another tab or device saved a newer answer: read it, then answer again.
    Newer {
        /// Its revision.
        revision: u32,
    },
}

/// It was handed in, or its time is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed;

impl Attempt {
    /// Open -> Open: saves an answer at the instant at which the server got it. `known` is the revision that the page
    /// knows, nought where none was saved.
    pub fn answer(
        self,
        number: u32,
        answer: Answer,
        known: u32,
        now: Instant,
    ) -> Result<Self, AnswerRefused> {
        match self.state {
            State::HandedIn { .. } => return Err(AnswerRefused::HandedIn),
            State::TimeUp { at } => return Err(AnswerRefused::TimeUp { at }),
            State::Open => {}
        }
        let end = self.time.ends();
        if now > end {
            return Err(AnswerRefused::TimeUp { at: end });
        }
        if self.variant.questions.iter().all(|drawn| drawn.number != number) {
            return Err(AnswerRefused::NotOnPaper);
        }
        if matches!(&answer, Answer::Written(text) if text.chars().count() > MOST_CHARACTERS) {
            return Err(AnswerRefused::TooLong { most: MOST_CHARACTERS });
        }
        match self.answers.get(&number) {
            // A save whose answer got lost on the way back comes a second time.
            Some(saved) if saved.answer == answer => Ok(self),
            Some(saved) if saved.revision != known => Err(AnswerRefused::Newer { revision: saved.revision }),
            _ => {
                let mut answers = self.answers;
                answers.insert(number, Saved { answer, revision: known.saturating_add(1), at: now });
                Ok(Self { answers, ..self })
            }
        }
    }

    /// Open -> Open: the time of an outage is given back. One that took nothing from this paper changes nothing.
    pub fn give_back(self, outage: Outage) -> Self {
        if self.state != State::Open || outage.from >= self.time.ends() || outage.until <= self.time.from {
            return self;
        }
        let mut time = self.time;
        time.outages.push(outage);
        time.outages.sort_by_key(|outage| (outage.given_at, outage.from, outage.until));
        Self { time, ..self }
    }

    /// Does an outage that is given back let it last longer?
    pub fn gains(&self, outage: Outage) -> bool {
        self.clone().give_back(outage).time.ends() != self.time.ends()
    }

    /// Open -> `HandedIn`
    pub fn hand_in(self, now: Instant) -> Result<Self, Closed> {
        match self.close_if_due(now) {
            open @ Self { state: State::Open, .. } => Ok(Self { state: State::HandedIn { at: now }, ..open }),
            _ => Err(Closed),
        }
    }

    /// Open -> `TimeUp`, when the time is over; else it stays as it is.
    pub fn close_if_due(self, now: Instant) -> Self {
        let end = self.time.ends();
        if self.state == State::Open && now > end {
            Self { state: State::TimeUp { at: end }, ..self }
        } else {
            self
        }
    }

    /// How many questions are answered: one that was looked at and left blank is not.
    pub fn answered(&self) -> usize {
        self.answers.values().filter(|saved| saved.answer != Answer::Blank).count()
    }

    /// Seconds that are left at an instant, as the page is told them: its own clock counts for nothing.
    pub fn seconds_left(&self, now: Instant) -> u64 {
        match self.state {
            State::Open => u64::try_from(now.duration_until(self.time.ends()).as_secs()).unwrap_or(0),
            State::HandedIn { .. } | State::TimeUp { .. } => 0,
        }
    }
}
