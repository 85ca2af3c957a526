//! One of the two asks: a newcomer a mentor, or a mentor a newcomer by the same rules. The one asked answers in one
//! of four ways: accept, meet first, ask, decline (feat:C9–C14, C18, C22; essay:E7, E9–E11). Diagram:
//! `docs/states/requests.md`.

use crate::programmes::{NotNow, Phase, Programme};
use crate::sides::{Side, There};
use crate::{Day, Instant, MentorId, NewcomerId, ProgrammeId, RequestId, SchoolId};
use jiff::ToSpan;

/// How a request stands. Each variant carries exactly its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Sent and not yet opened; the asker may still change it.
    Sent,
    /// Opened by the one asked; it is their turn.
    Read {
        /// When it was opened.
        at: Instant,
    },
    /// The one asked has a question; it is the asker's turn.
    Asked {
        /// When the question was asked.
        at: Instant,
    },
    /// The one asked wants to meet before answering.
    MeetFirst {
        /// When they said so.
        at: Instant,
    },
    /// Accepted; a pair was made.
    Accepted {
        /// When.
        at: Instant,
    },
    /// Declined; the asker sees a neutral text.
    Declined {
        /// When.
        at: Instant,
    },
    /// Taken back by the asker.
    Withdrawn {
        /// When.
        at: Instant,
    },
    /// The answer window passed.
    Expired {
        /// When it was closed.
        at: Instant,
    },
    /// Closed because something else was decided.
    Closed {
        /// When.
        at: Instant,
        /// What was decided.
        why: Closed,
    },
}

/// Why a request closed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// The newcomer agreed with another mentor (neg:N2).
    AgreedElsewhere,
    /// The mentor's last place was taken.
    MentorFull,
    /// The mentor or the newcomer left (feat:A6; neg:N17).
    Left,
}

impl Closed {
    /// All reasons.
    pub const ALL: [Self; 3] = [Self::AgreedElsewhere, Self::MentorFull, Self::Left];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::AgreedElsewhere => "agreed_elsewhere",
            Self::MentorFull => "mentor_full",
            Self::Left => "left",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.word() == word)
    }
}

impl State {
    /// The words of all states, as stored and as drawn in the diagram.
    pub const WORDS: [&'static str; 9] =
        ["sent", "read", "asked", "meet_first", "accepted", "declined", "withdrawn", "expired", "closed"];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Sent => Self::WORDS[0],
            Self::Read { .. } => Self::WORDS[1],
            Self::Asked { .. } => Self::WORDS[2],
            Self::MeetFirst { .. } => Self::WORDS[3],
            Self::Accepted { .. } => Self::WORDS[4],
            Self::Declined { .. } => Self::WORDS[5],
            Self::Withdrawn { .. } => Self::WORDS[6],
            Self::Expired { .. } => Self::WORDS[7],
            Self::Closed { .. } => Self::WORDS[8],
        }
    }

    /// How the request stands, in words from which [`Request::reopen`] takes it up again: the state, and since
    /// when.
    pub fn held(&self) -> String {
        match self {
            Self::Read { at } | Self::Asked { at } | Self::MeetFirst { at } => {
                format!("{} {at}", self.word())
            }
            _ => self.word().to_owned(),
        }
    }

    /// The open state that was [held](Self::held).
    fn open_again(held: &str) -> Option<Self> {
        let (word, at) = held.split_once(' ').unwrap_or((held, ""));
        let at = at.parse();
        match word {
            "sent" => Some(Self::Sent),
            "read" => Some(Self::Read { at: at.ok()? }),
            "asked" => Some(Self::Asked { at: at.ok()? }),
            "meet_first" => Some(Self::MeetFirst { at: at.ok()? }),
            _ => None,
        }
    }

    /// True while somebody still has to do something.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Sent | Self::Read { .. } | Self::Asked { .. } | Self::MeetFirst { .. })
    }
}

/// What the asker writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Own words.
    pub text: String,
    /// Up to three goals.
    pub goals: Vec<String>,
    /// The rhythm wished for.
    pub rhythm: Rhythm,
}

/// How often the two would meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Once a week: the clock of most induction programmes (rules §12).
    Weekly,
    /// Every other week.
    Fortnightly,
    /// When there is need.
    AsNeeded,
}

impl Rhythm {
    /// All rhythms.
    pub const ALL: [Self; 3] = [Self::Weekly, Self::Fortnightly, Self::AsNeeded];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Fortnightly => "fortnightly",
            Self::AsNeeded => "as_needed",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rhythm| rhythm.word() == word)
    }
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The newcomer of the two.
    pub newcomer: NewcomerId,
    /// The mentor of the two.
    pub mentor: MentorId,
    /// Which of the two asks.
    pub asked_by: Side,
    /// What is wished.
    pub wish: Wish,
    /// When it was sent.
    pub sent_at: Instant,
    /// Last day on which it can be answered.
    pub answer_until: Day,
    /// How it stands.
    pub state: State,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Most goals of a request.
pub const MOST_GOALS: usize = 3;

/// What is known of both sides when a request is sent or accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// Who of the two is there.
    pub there: There,
    /// Places of the mentor that are still free.
    pub free_places: u8,
    /// The newcomer has already agreed with a mentor.
    pub newcomer_agreed: bool,
    /// Requests of the asker that are open.
    pub open_requests: u8,
    /// A request between the two is open, whoever of them asked.
    pub already_asked: bool,
    /// The mentor's first day back, while they pause.
    pub paused: Option<Day>,
    /// The mentor may begin with a newcomer, as far as the exam goes (feat:G9).
    pub may_begin: bool,
}

/// To whom a request goes on where it comes to nothing, and what is written to them (docs/decisions/0083). The words of the
/// first request stay with whom they were written to; goals and rhythm go along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follow {
    /// Who is asked next.
    pub mentor: MentorId,
    /// Own words for them.
    pub text: String,
}

/// Why it cannot be said where a request goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowRefused {
    /// Answered, withdrawn or closed already.
    NotOpen,
    /// The one who is named cannot be asked.
    MentorGone,
    /// The words are shorter than those of a request.
    TooShort {
        /// Fewest characters.
        least: u16,
    },
}

/// Why a request cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendRefused {
    /// Neither in the selection nor in a second round.
    NotNow(Phase),
    /// The mentor is not there or not approved.
    MentorGone,
    /// The programme asks for the exam, and the mentor's right is not there or over (feat:G9).
    NoExam,
    /// The newcomer does not work here any more.
    NewcomerGone,
    /// The mentor has no free place (feat:B5).
    MentorFull,
    /// The mentor pauses and takes no new requests (feat:B6).
    Paused {
        /// First day back.
        back_on: Day,
    },
    /// The newcomer has agreed with a mentor.
    AgreedElsewhere,
    /// An open request between the two exists.
    AlreadyAsked,
    /// As many open requests as the programme allows (feat:C10).
    TooMany,
    /// The text is shorter than the programme asks.
    TooShort {
        /// Fewest characters.
        least: u16,
    },
    /// More goals than three.
    TooManyGoals,
}

impl From<NotNow> for SendRefused {
    fn from(not_now: NotNow) -> Self {
        Self::NotNow(not_now.phase)
    }
}

/// Why an answer is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerRefused {
    /// Answered, withdrawn or closed already (neg:N1).
    NotOpen,
    /// The answer window has passed.
    Expired,
    /// Not in a phase in which requests are answered.
    NotNow(Phase),
    /// The mentor has no free place any more (neg:N3).
    MentorFull,
    /// The mentor has left or is not approved.
    MentorGone,
    /// The programme asks for the exam, and the mentor's right is not there or over (feat:G9).
    NoExam,
    /// The newcomer agreed with another mentor meanwhile (neg:N2).
    AgreedElsewhere,
}

impl From<NotNow> for AnswerRefused {
    fn from(not_now: NotNow) -> Self {
        Self::NotNow(not_now.phase)
    }
}

/// How many characters a programme asks for, where a text has fewer.
fn too_short(text: &str, programme: &Programme) -> Option<u16> {
    let least = programme.settings.request_min_chars;
    (text.trim().chars().count() < usize::from(least)).then_some(least)
}

fn check_wish(wish: &Wish, programme: &Programme) -> Result<(), SendRefused> {
    if let Some(least) = too_short(&wish.text, programme) {
        return Err(SendRefused::TooShort { least });
    }
    if wish.goals.len() > MOST_GOALS {
        return Err(SendRefused::TooManyGoals);
    }
    Ok(())
}

/// May this one of the two ask the other now, whatever the words? The same rules hold for both (feat:C18).
pub fn may_ask(programme: &Programme, sides: &Sides, today: Day) -> Result<(), SendRefused> {
    programme.asking(today)?;
    if sides.newcomer_agreed {
        return Err(SendRefused::AgreedElsewhere);
    }
    if !sides.there.mentor {
        return Err(SendRefused::MentorGone);
    }
    if !sides.may_begin {
        return Err(SendRefused::NoExam);
    }
    if !sides.there.newcomer {
        return Err(SendRefused::NewcomerGone);
    }
    if sides.already_asked {
        return Err(SendRefused::AlreadyAsked);
    }
    if sides.free_places == 0 {
        return Err(SendRefused::MentorFull);
    }
    if let Some(back_on) = sides.paused {
        return Err(SendRefused::Paused { back_on });
    }
    if sides.open_requests >= programme.settings.open_requests {
        return Err(SendRefused::TooMany);
    }
    Ok(())
}

/// A request with these words is sent. Gives the last day for the answer: the programme's answer window,
/// shorter where the selection or the second round ends earlier (feat:C14).
pub fn send(wish: &Wish, programme: &Programme, sides: &Sides, today: Day) -> Result<Day, SendRefused> {
    may_ask(programme, sides, today)?;
    let last = programme.asking(today)?;
    check_wish(wish, programme)?;
    let window = today.saturating_add(i64::from(programme.settings.answer_days).days());
    Ok(window.min(last))
}

impl Request {
    /// Sent -> Sent, with other words: editable until read (feat:C9).
    pub fn edit(self, wish: Wish, programme: &Programme) -> Result<Self, SendRefused> {
        check_wish(&wish, programme)?;
        match self.state {
            State::Sent => Ok(Self { wish, ..self }),
            _ => Err(SendRefused::AlreadyAsked),
        }
    }

    /// Sent -> Read. Opening a request that is open already changes nothing.
    pub fn open(self, now: Instant) -> Self {
        match self.state {
            State::Sent => Self { state: State::Read { at: now }, ..self },
            _ => self,
        }
    }

    /// Sent | Read | MeetFirst -> Asked
    pub fn ask(self, now: Instant, today: Day) -> Result<Self, AnswerRefused> {
        self.answerable(today)?;
        match self.state {
            State::Asked { .. } => Err(AnswerRefused::NotOpen),
            _ => Ok(Self { state: State::Asked { at: now }, ..self }),
        }
    }

    /// Asked -> Read: the asker answered the question; it is the other's turn again.
    pub fn reply(self, now: Instant, today: Day) -> Result<Self, AnswerRefused> {
        self.answerable(today)?;
        match self.state {
            State::Asked { .. } => Ok(Self { state: State::Read { at: now }, ..self }),
            _ => Err(AnswerRefused::NotOpen),
        }
    }

    /// Sent | Read | Asked -> MeetFirst
    pub fn meet_first(self, now: Instant, today: Day) -> Result<Self, AnswerRefused> {
        self.answerable(today)?;
        match self.state {
            State::MeetFirst { .. } => Err(AnswerRefused::NotOpen),
            _ => Ok(Self { state: State::MeetFirst { at: now }, ..self }),
        }
    }

    /// Sent | Read | Asked | MeetFirst -> Accepted
    pub fn accept(
        self,
        programme: &Programme,
        sides: &Sides,
        now: Instant,
        today: Day,
    ) -> Result<Self, AnswerRefused> {
        self.answerable(today)?;
        programme.choosing(today)?;
        if !sides.there.mentor {
            return Err(AnswerRefused::MentorGone);
        }
        if !sides.may_begin {
            return Err(AnswerRefused::NoExam);
        }
        if sides.newcomer_agreed {
            return Err(AnswerRefused::AgreedElsewhere);
        }
        if sides.free_places == 0 {
            return Err(AnswerRefused::MentorFull);
        }
        Ok(Self { state: State::Accepted { at: now }, ..self })
    }

    /// Sent | Read | Asked | MeetFirst -> Declined. No reason is asked (essay:E9).
    pub fn decline(self, now: Instant, today: Day) -> Result<Self, AnswerRefused> {
        self.answerable(today)?;
        Ok(Self { state: State::Declined { at: now }, ..self })
    }

    /// Sent | Read | Asked | MeetFirst -> Withdrawn
    pub fn withdraw(self, now: Instant) -> Result<Self, AnswerRefused> {
        if self.state.is_open() {
            Ok(Self { state: State::Withdrawn { at: now }, ..self })
        } else {
            Err(AnswerRefused::NotOpen)
        }
    }

    /// Sent | Read | Asked | MeetFirst -> Expired, after the last day for the answer.
    pub fn expire(self, now: Instant, today: Day) -> Result<Self, AnswerRefused> {
        if self.state.is_open() && today > self.answer_until {
            Ok(Self { state: State::Expired { at: now }, ..self })
        } else {
            Err(AnswerRefused::NotOpen)
        }
    }

    /// Sent | Read | Asked | `MeetFirst` -> Expired, before the last day for the answer: the second round in which it
    /// was sent was closed earlier.
    pub fn cut_short(self, now: Instant) -> Result<Self, AnswerRefused> {
        if self.state.is_open() {
            Ok(Self { state: State::Expired { at: now }, ..self })
        } else {
            Err(AnswerRefused::NotOpen)
        }
    }

    /// When the newcomer's own request ended without their doing, so that the next wish can follow (feat:C15):
    /// declined, expired, or closed because the mentor's places were taken or one of the two left.
    pub fn missed_at(&self) -> Option<Instant> {
        match self.state {
            _ if self.asked_by == Side::Mentor => None,
            State::Declined { at }
            | State::Expired { at }
            | State::Closed { at, why: Closed::MentorFull | Closed::Left } => Some(at),
            _ => None,
        }
    }

    /// May the newcomer name a next one while this request waits, or nobody again? What is written to a next one is as long as
    /// what is written in a request.
    pub fn may_follow(&self, next: Option<&Follow>, programme: &Programme) -> Result<(), FollowRefused> {
        if !self.state.is_open() {
            return Err(FollowRefused::NotOpen);
        }
        match next.and_then(|next| too_short(&next.text, programme)) {
            Some(least) => Err(FollowRefused::TooShort { least }),
            None => Ok(()),
        }
    }

    /// Which of the two is asked.
    pub const fn asked(&self) -> Side {
        self.asked_by.other()
    }

    /// True while the one asked has given none of the four answers.
    pub const fn awaits_answer(&self) -> bool {
        matches!(self.state, State::Sent | State::Read { .. })
    }

    /// The day in the middle of the answer window, on which the one asked is reminded (feat:C14); `None` where
    /// the window is so short that the reminder would come on the day of the request.
    pub fn half_time(&self, sent_on: Day) -> Option<Day> {
        let days = sent_on.duration_until(self.answer_until).as_hours() / 24;
        (days >= 2).then(|| sent_on.saturating_add((days / 2).days()))
    }

    /// Sent | Read | Asked | MeetFirst -> Closed
    pub fn close(self, why: Closed, now: Instant) -> Result<Self, AnswerRefused> {
        if self.state.is_open() {
            Ok(Self { state: State::Closed { at: now, why }, ..self })
        } else {
            Err(AnswerRefused::NotOpen)
        }
    }

    /// Closed -> Sent | Read | Asked | MeetFirst: a leaving that was recorded by mistake closed it, and it goes on
    /// as it was [held](State::held). `None` where it could not be sent or answered today.
    pub fn reopen(self, held: &str, programme: &Programme, sides: &Sides, today: Day) -> Option<Self> {
        if !matches!(self.state, State::Closed { why: Closed::Left, .. }) || today > self.answer_until {
            return None;
        }
        may_ask(programme, sides, today).ok()?;
        Some(Self { state: State::open_again(held)?, ..self })
    }

    fn answerable(&self, today: Day) -> Result<(), AnswerRefused> {
        match () {
            () if !self.state.is_open() => Err(AnswerRefused::NotOpen),
            () if today > self.answer_until => Err(AnswerRefused::Expired),
            () => Ok(()),
        }
    }
}

/// The request after which the next favourite is offered: the last that ended without the newcomer's doing, as
/// long as nothing was sent since (feat:C15).
pub fn missed_last(requests: &[Request]) -> Option<&Request> {
    let last = requests.iter().filter(|one| one.missed_at().is_some()).max_by_key(|one| one.missed_at())?;
    let mut own = requests.iter().filter(|one| one.asked_by == Side::Newcomer);
    let sent_since = own.any(|one| Some(one.sent_at) > last.missed_at());
    (!sent_since).then_some(last)
}

#[cfg(test)]
mod tests;
