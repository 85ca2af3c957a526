//! People who come forward as mentors, their card, and who may mentor (feat:B1–B5; essay:E8–E10). Diagram:
//! `docs/states/mentors.md`.

mod answering;
mod pausing;
mod readers;

pub use answering::{Answering, LEAST_REQUESTS, Pace, Pause, Typical, Waited};
pub use pausing::PauseRefused;
pub use readers::{Field, Reach, Readers};

use crate::courses::{Mode, Standing, Work, may_mentor};
use crate::people::{Category, Person};
use crate::programmes::{NotNow, Phase, Programme};
use crate::settings::Settings;
use crate::{Day, Instant, MentorId, PersonId, ProgrammeId, SchoolId};

/// How a person stands as mentor in a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nominated by the coordinator; the nominee has not answered. Nobody is a mentor over their own head.
    Nominated,
    /// Applied, or agreed to a nomination; the coordinator decides.
    Applied,
    /// Has the right to mentor in this programme.
    Approved,
    /// The coordinator did not approve; the reason is told to the applicant.
    Rejected,
    /// The nominee or the mentor stepped back; no reason asked (essay:E9).
    SteppedBack,
}

impl State {
    /// All states.
    pub const ALL: [Self; 5] =
        [Self::Nominated, Self::Applied, Self::Approved, Self::Rejected, Self::SteppedBack];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nominated => "nominated",
            Self::Applied => "applied",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::SteppedBack => "stepped_back",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What a mentor says of themselves on the card (feat:B4). Years and category are facts beside it, never a
/// rank (essay:E8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Why I want to hand on what I know.
    pub motive: String,
    /// What I can give.
    pub gives: String,
    /// How I work.
    pub works: String,
    /// Tags of the languages in which I can work: `kk`, `ru`, `en`.
    pub languages: Vec<String>,
    /// How many newcomers I take.
    pub places: u8,
}

/// A person's candidature as mentor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentor {
    /// Its id.
    pub id: MentorId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The person.
    pub person: PersonId,
    /// How it stands.
    pub state: State,
    /// Since when.
    pub since: Instant,
    /// The card.
    pub card: Card,
    /// First day after a pause; before it the mentor takes no new requests (feat:B6).
    pub back_on: Option<Day>,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Most characters of each text of a card: three sentences, read on a phone.
pub const MOST_CARD_TEXT: usize = 600;

/// A text of the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardText {
    /// Why I want to hand on what I know.
    Motive,
    /// What I can give.
    Gives,
    /// How I work.
    Works,
}

/// Why a card is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardRefused {
    /// A text is missing: newcomers choose by it.
    Empty(CardText),
    /// A text is longer than [`MOST_CARD_TEXT`].
    TooLong(CardText),
    /// No language named, or one that the school does not use.
    Languages,
    /// Not between one and the programme's cap (feat:B5).
    Places {
        /// The cap.
        most: u8,
    },
    /// Fewer places than newcomers who are with the mentor already.
    PlacesTaken {
        /// How many are taken.
        taken: u8,
    },
}

/// Languages that may stand on a card.
pub const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

impl Card {
    /// Places that are still free where so many are taken.
    pub fn free_places(&self, taken: usize) -> u8 {
        self.places.saturating_sub(u8::try_from(taken).unwrap_or(u8::MAX))
    }

    /// Checks a card against the programme's settings; `taken` places hold newcomers already.
    pub fn check(&self, settings: &Settings, taken: u8) -> Result<(), CardRefused> {
        for (text, which) in
            [(&self.motive, CardText::Motive), (&self.gives, CardText::Gives), (&self.works, CardText::Works)]
        {
            if text.trim().is_empty() {
                return Err(CardRefused::Empty(which));
            }
            if text.chars().count() > MOST_CARD_TEXT {
                return Err(CardRefused::TooLong(which));
            }
        }
        if self.languages.is_empty() || !self.languages.iter().all(|tag| LANGUAGES.contains(&tag.as_str())) {
            return Err(CardRefused::Languages);
        }
        if !(1..=settings.max_mentees).contains(&self.places) {
            return Err(CardRefused::Places { most: settings.max_mentees });
        }
        if self.places < taken {
            return Err(CardRefused::PlacesTaken { taken });
        }
        Ok(())
    }
}

/// One line of the eligibility list (feat:B2): a rule and whether the person meets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The rule.
    pub rule: Rule,
    /// Whether the person fits.
    pub fit: Fit,
}

/// Whether a person meets a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Fits.
    Met,
    /// Does not fit.
    NotMet,
    /// Nothing is known yet; nobody is refused for that.
    NotKnown,
}

impl Fit {
    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::NotKnown => "not_known",
        }
    }

    const fn of(met: bool) -> Self {
        if met { Self::Met } else { Self::NotMet }
    }
}

/// On what a rule stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The law on the status of the pedagogue (Law 293-VI Art. 13).
    Law,
    /// Told of Order 160, whose text is not read yet (rules §4).
    ToVerify,
    /// The school has set another value than the usual one.
    School,
    /// How the programme is built, here and everywhere.
    Programme,
}

impl Source {
    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::ToVerify => "to_verify",
            Self::School => "school",
            Self::Programme => "programme",
        }
    }
}

/// A rule of eligibility, with what it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Works at the school.
    Works,
    /// Is not a newcomer of the same programme (neg:N4).
    NotNewcomer,
    /// No disciplinary sanction is in force.
    NoSanction,
    /// Holds the right that the mentor exam grants (setting `exam`; feat:G9).
    Exam,
    /// Category at least this (setting `mentor.min_category`).
    CategoryAtLeast(Category),
    /// Has taught for at least as many years as that category asks for.
    YearsAtLeast(u16),
    /// Takes no more newcomers than this (setting `mentor.max_mentees`).
    PlacesAtMost(u8),
}

impl Rule {
    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::NotNewcomer => "not_newcomer",
            Self::NoSanction => "sanction",
            Self::Exam => "exam",
            Self::CategoryAtLeast(_) => "category",
            Self::YearsAtLeast(_) => "years",
            Self::PlacesAtMost(_) => "places",
        }
    }

    /// True where the coordinator may decide otherwise with a written reason. The category, and with it the years that
    /// it takes, is «to verify» in Order 160 (rules §4), and a small school may have nobody who reaches it: a person
    /// decides.
    pub const fn gives_way_to_a_reason(self) -> bool {
        matches!(self, Self::CategoryAtLeast(_) | Self::YearsAtLeast(_))
    }

    /// On what it stands: a number or a category that differs from the usual one is the school's own.
    pub fn source(self) -> Source {
        let usual = Settings::default();
        match self {
            Self::Works => Source::Law,
            Self::NotNewcomer => Source::Programme,
            Self::NoSanction => Source::ToVerify,
            Self::CategoryAtLeast(least) if least == usual.mentor_min_category => Source::ToVerify,
            Self::YearsAtLeast(least) if least == usual.mentor_min_category.least_years() => Source::ToVerify,
            Self::PlacesAtMost(most) if most == usual.max_mentees => Source::ToVerify,
            Self::Exam | Self::CategoryAtLeast(_) | Self::YearsAtLeast(_) | Self::PlacesAtMost(_) => {
                Source::School
            }
        }
    }
}

/// What is known of somebody who is, or may become, a mentor.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The person.
    pub person: &'a Person,
    /// Whether the person is a newcomer of the same programme.
    pub newcomer: bool,
    /// Last day on which a disciplinary sanction of today bars the person; nothing where none is in force.
    pub barred_until: Option<Day>,
    /// How the person stands by the mentor exam.
    pub standing: Standing,
    /// Places on the card; 0 where there is no card yet.
    pub places: u8,
}

impl Candidate<'_> {
    /// Every rule with whether it is met, in the order in which people read them. Years are asked for where the
    /// category takes some, and the right that the exam grants where the programme asks for it.
    pub fn eligibility(&self, settings: &Settings, today: Day) -> Vec<Line> {
        let (least, most) = (settings.mentor_min_category, settings.max_mentees);
        let known = |rule, met: Option<bool>| Line { rule, fit: met.map_or(Fit::NotKnown, Fit::of) };
        let line = |rule, met| known(rule, Some(met));
        let places = Some(self.places).filter(|places| *places > 0);
        let years = least.least_years();
        let served = known(Rule::YearsAtLeast(years), self.person.service_years.map(|has| has >= years));
        let mut lines = vec![
            line(Rule::Works, self.person.works_on(today)),
            line(Rule::NotNewcomer, !self.newcomer),
            line(Rule::NoSanction, self.barred_until.is_none()),
        ];
        let right = may_mentor(settings.exam, self.standing, Work::NewPair).is_ok();
        lines.extend(Some(line(Rule::Exam, right)).filter(|_| settings.exam == Mode::Required));
        lines.push(line(Rule::CategoryAtLeast(least), self.person.category.rank() >= least.rank()));
        lines.extend(Some(served).filter(|_| years > 0));
        lines.push(known(Rule::PlacesAtMost(most), places.map(|places| places <= most)));
        lines
    }

    /// True where an approval needs a written reason: a rule that gives way to one is not met.
    pub fn needs_a_reason(&self, settings: &Settings, today: Day) -> bool {
        let lines = self.eligibility(settings, today);
        lines.iter().any(|line| line.fit == Fit::NotMet && line.rule.gives_way_to_a_reason())
    }

    /// Refuses by the first rule that no reason can overcome.
    fn check(&self, settings: &Settings, today: Day) -> Result<(), Refused> {
        let broken = |line: &Line| line.fit == Fit::NotMet && !line.rule.gives_way_to_a_reason();
        match self.eligibility(settings, today).into_iter().find(broken) {
            Some(line) => Err(Refused::NotEligible(line.rule)),
            None => Ok(()),
        }
    }
}

/// What the coordinator decides about an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The right to mentor in this programme; with a reason where category or years are not reached.
    Approve {
        /// Why, where a rule gives way to it.
        reason: Option<String>,
    },
    /// Not approved; the applicant reads the reason.
    Reject {
        /// Why.
        reason: String,
    },
}

impl Decision {
    /// The word under which it is stored.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Approve { .. } => State::Approved.word(),
            Self::Reject { .. } => State::Rejected.word(),
        }
    }

    /// What was written, if anything.
    pub fn reason(&self) -> Option<&str> {
        let reason = match self {
            Self::Approve { reason } => reason.as_deref().unwrap_or_default(),
            Self::Reject { reason } => reason,
        };
        Some(reason.trim()).filter(|reason| !reason.is_empty())
    }
}

/// Why a step of a candidature is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The programme is closed (feat:C1).
    NotNow(Phase),
    /// The candidature is not in a state from which the step leads.
    NotOpen,
    /// A rule that no reason can overcome is not met.
    NotEligible(Rule),
    /// The decision needs a written reason.
    ReasonNeeded,
    /// The card is not complete.
    Card(CardRefused),
    /// A duty is not ticked (feat:B8).
    Duties,
    /// A newcomer is with this mentor: first somebody else must be named.
    RunningPair,
}

impl From<NotNow> for Refused {
    fn from(not_now: NotNow) -> Self {
        Self::NotNow(not_now.phase)
    }
}

/// Are candidatures and cards open now? As long as the programme runs: a mentor may leave, and a newcomer may
/// come, in the middle of the year. Whoever comes forward after the choice can be appointed.
pub fn open_now(programme: &Programme, today: Day) -> Result<(), Refused> {
    Ok(programme.only_in(&Phase::RUNNING, today)?)
}

/// The day that pages name to those who may come forward: the last one of the choice while people choose, since
/// whoever comes later cannot be chosen; after it, the last day of the programme.
pub fn counts_until(programme: &Programme, today: Day) -> Day {
    let phases = &programme.phases;
    if today <= phases.decision_until { phases.decision_until } else { phases.work_until }
}

/// The last day on which somebody may come forward, while it has not passed.
pub fn open_until(programme: &Programme, today: Day) -> Option<Day> {
    open_now(programme, today).ok().map(|()| programme.phases.work_until)
}

/// May somebody come forward or be nominated now?
pub fn may_come_forward(candidate: &Candidate<'_>, programme: &Programme, today: Day) -> Result<(), Refused> {
    open_now(programme, today)?;
    candidate.check(&programme.settings, today)
}

impl Mentor {
    /// Rejected | SteppedBack -> Nominated. Being asked again changes nothing until the nominee agrees.
    pub fn nominate(self, now: Instant) -> Result<Self, Refused> {
        match self.state {
            State::Rejected | State::SteppedBack => Ok(self.now_in(State::Nominated, now)),
            State::Nominated | State::Applied | State::Approved => Err(Refused::NotOpen),
        }
    }

    /// Nominated | Rejected | SteppedBack -> Applied. From a nomination this is the nominee's agreement.
    pub fn apply(self, card: Card, settings: &Settings, now: Instant) -> Result<Self, Refused> {
        card.check(settings, 0).map_err(Refused::Card)?;
        match self.state {
            State::Nominated | State::Rejected | State::SteppedBack => {
                Ok(Self { card, ..self }.now_in(State::Applied, now))
            }
            State::Applied | State::Approved => Err(Refused::NotOpen),
        }
    }

    /// Applied -> Approved | Rejected
    pub fn decide(
        self,
        decision: &Decision,
        candidate: &Candidate<'_>,
        programme: &Programme,
        now: Instant,
        today: Day,
    ) -> Result<Self, Refused> {
        open_now(programme, today)?;
        if self.state != State::Applied {
            return Err(Refused::NotOpen);
        }
        let reasoned = decision.reason().is_some();
        match decision {
            Decision::Reject { .. } if !reasoned => Err(Refused::ReasonNeeded),
            Decision::Reject { .. } => Ok(self.now_in(State::Rejected, now)),
            Decision::Approve { .. } => {
                candidate.check(&programme.settings, today)?;
                if candidate.needs_a_reason(&programme.settings, today) && !reasoned {
                    return Err(Refused::ReasonNeeded);
                }
                Ok(self.now_in(State::Approved, now))
            }
        }
    }

    /// Nominated | Applied | Approved -> SteppedBack. Nobody asks why (essay:E9). A mentor with a newcomer
    /// waits until somebody else is named: `running_pairs` counts those who are with the mentor.
    pub fn step_back(
        self,
        programme: &Programme,
        running_pairs: usize,
        now: Instant,
        today: Day,
    ) -> Result<Self, Refused> {
        open_now(programme, today)?;
        match self.state {
            State::Approved if running_pairs > 0 => Err(Refused::RunningPair),
            State::Nominated | State::Applied | State::Approved => Ok(self.now_in(State::SteppedBack, now)),
            State::Rejected | State::SteppedBack => Err(Refused::NotOpen),
        }
    }

    /// Applied -> Applied, Approved -> Approved, with another card. Places that hold newcomers stay.
    pub fn edit(self, card: Card, programme: &Programme, taken: u8, today: Day) -> Result<Self, Refused> {
        open_now(programme, today)?;
        card.check(&programme.settings, taken).map_err(Refused::Card)?;
        match self.state {
            State::Applied | State::Approved => Ok(Self { card, ..self }),
            State::Nominated | State::Rejected | State::SteppedBack => Err(Refused::NotOpen),
        }
    }

    fn now_in(self, state: State, now: Instant) -> Self {
        Self { state, since: now, ..self }
    }
}

#[cfg(test)]
mod tests;
