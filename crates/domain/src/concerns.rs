//! Somebody is worried about a child: who leads the case, its clock, and what is frozen while it is open (feat:I7; rules
//! §16; Order 506 of 21.12.2022; neg:N20). Diagram: `docs/states/concerns.md`.

use crate::calendar::WorkCalendar;
use crate::{ConcernId, Day, Instant, PersonId, PupilId, SchoolId};
use jiff::ToSpan;
use jiff::civil::Time;

/// Most characters of who the child is, as the raiser writes it.
pub const MOST_CHILD: usize = 120;
/// Most characters of what was seen, of a note, of closing words.
pub const MOST_WORDS: usize = 2000;
/// Most characters of the number of a paper.
pub const MOST_NUMBER: usize = 60;
/// Most characters beside a step.
pub const MOST_REMARK: usize = 300;
/// Years for which a closed case is kept (ours; rules §18: as the law and the case demand).
pub const KEPT_YEARS: i64 = 5;

/// Months without a change after which the commission for minors' affairs is told.
const MONTHS_WITHOUT_CHANGE: i32 = 6;

/// What Order 506 and Law 245-VIII ask for, and what may be done besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The education authority is told in writing.
    Authority,
    /// The police are told in writing.
    Police,
    /// The head is told.
    Head,
    /// A talk with both sides and their parents.
    Talk,
    /// Measures that settle it, and a report to the head.
    Measures,
    /// The authority has decided.
    Decision,
    /// The child's parents are told, before the talk.
    Parents,
    /// An individual plan for both; the initiator is put on the school's register.
    Plan,
    /// The guardianship authority is told.
    Guardianship,
    /// Doctors are told.
    Health,
    /// The centre for psychological support is told: a crisis.
    Crisis,
    /// The ethics council is told: it is about a teacher.
    Ethics,
    /// The commission for minors' affairs is told: no change in six months.
    Commission,
}

impl Step {
    /// All of them, those of the clock first.
    pub const ALL: [Self; 13] = [
        Self::Authority,
        Self::Police,
        Self::Head,
        Self::Talk,
        Self::Measures,
        Self::Decision,
        Self::Parents,
        Self::Plan,
        Self::Guardianship,
        Self::Health,
        Self::Crisis,
        Self::Ethics,
        Self::Commission,
    ];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Police => "police",
            Self::Head => "head",
            Self::Talk => "talk",
            Self::Measures => "measures",
            Self::Decision => "decision",
            Self::Parents => "parents",
            Self::Plan => "plan",
            Self::Guardianship => "guardianship",
            Self::Health => "health",
            Self::Crisis => "crisis",
            Self::Ethics => "ethics",
            Self::Commission => "commission",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// Its last day, counted from the day of the entry; nothing of what has no day of its own.
    pub fn due(self, raised_on: Day, calendar: &WorkCalendar) -> Option<Day> {
        match self {
            Self::Authority | Self::Police => Some(raised_on),
            Self::Head => Some(raised_on.saturating_add(1.day())),
            Self::Talk => Some(calendar.after(raised_on, 1)),
            Self::Measures | Self::Decision => Some(calendar.after(raised_on, 2)),
            Self::Parents | Self::Plan | Self::Guardianship | Self::Health | Self::Crisis | Self::Ethics => {
                None
            }
            Self::Commission => Some(raised_on.saturating_add(MONTHS_WITHOUT_CHANGE.months())),
        }
    }

    /// True where a case is not closed without it. The commission is told only where nothing changes for so long that the case
    /// is still open.
    pub const fn is_before_the_end(self) -> bool {
        !matches!(self, Self::Commission)
    }
}

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was settled in the school.
    Settled,
    /// Others lead it on: police, guardianship, doctors.
    Passed,
    /// What was seen had another explanation.
    Explained,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Settled, Self::Passed, Self::Explained];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Settled => "settled",
            Self::Passed => "passed",
            Self::Explained => "explained",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// How far a case is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits for somebody who leads it.
    Raised,
    /// Somebody leads it.
    Led {
        /// Who.
        by: PersonId,
    },
    /// It is over.
    Closed {
        /// Who closed it.
        by: PersonId,
        /// When.
        at: Instant,
        /// How it ended.
        outcome: Outcome,
    },
}

impl State {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Led { .. } => "led",
            Self::Closed { .. } => "closed",
        }
    }
}

/// Of whom a case is, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The child, on the school's list.
    pub pupil: Option<PupilId>,
    /// The pupil who did harm.
    pub harmer: Option<PupilId>,
    /// The adult of the school whom it is about: they never learn of it (neg:N20).
    pub about: Option<PersonId>,
}

/// A concern and the case that it opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// Its id.
    pub id: ConcernId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Who the child is, in the raiser's words: whoever raises it need not see the list of pupils.
    pub child: String,
    /// What was seen.
    pub seen: String,
    /// When.
    pub seen_on: Day,
    /// Who raised it, and when.
    pub raised: (PersonId, Instant),
    /// The day of the entry, from which the clock counts.
    pub raised_on: Day,
    /// Of whom it is.
    pub named: Named,
    /// How far it is.
    pub state: State,
    /// Version for optimistic locking.
    pub version: i64,
}

/// A step that was taken, or is not needed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Which.
    pub step: Step,
    /// False where it is not needed here; the remark says why.
    pub needed: bool,
    /// The day.
    pub on: Day,
    /// The time of the day.
    pub at: Time,
    /// The number of the paper or of the call.
    pub number: Option<String>,
    /// A remark.
    pub remark: Option<String>,
}

/// What is added to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Somebody leads it now.
    Lead,
    /// It was handed over to somebody.
    Hand(PersonId),
    /// Of whom it is was written: so it was from then on.
    Name(Named),
    /// A note.
    Note(String),
    /// A step.
    Step(Taken),
    /// It was closed, with these words.
    Close(String),
}

impl What {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Hand(_) => "hand",
            Self::Name(_) => "name",
            Self::Note(_) => "note",
            Self::Step(_) => "step",
            Self::Close(_) => "close",
        }
    }

    /// Of whom it was from then on, where this wrote that.
    pub const fn named(&self) -> Option<&Named> {
        if let Self::Name(named) = self { Some(named) } else { None }
    }
}

/// A line of a case: added, never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What was added.
    pub what: What,
    /// Who did it, and when.
    pub by: (PersonId, Instant),
}

/// Who may be asked to lead cases in a school today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaders {
    /// Psychologist and social pedagogue.
    pub specialists: Vec<PersonId>,
    /// Who heads the school.
    pub heads: Vec<PersonId>,
    /// Who coordinates.
    pub coordinators: Vec<PersonId>,
}

/// Why a concern is not taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RaiseRefused {
    /// The day has not come.
    Ahead,
    /// Nobody else of this id works at the school.
    Person,
}

/// Why a step is not taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// The day has not come.
    Ahead,
    /// Nobody has written why it is not needed.
    Reason,
    /// The case is not led by anybody now.
    NotLed,
}

/// Why a case is not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseRefused {
    /// Something of the clock is neither done nor said not to be needed.
    Open,
    /// The case is not led by anybody now.
    NotLed,
}

impl Concern {
    /// True until it is closed.
    pub const fn is_open(&self) -> bool {
        !matches!(self.state, State::Closed { .. })
    }

    /// Who may lead it: specialists and the head but for the one it is about; where none is left, the coordinators.
    pub fn leaders(&self, all: &Leaders) -> Vec<PersonId> {
        let first = self.without_concerned(all.specialists.iter().chain(&all.heads));
        if first.is_empty() { self.without_concerned(&all.coordinators) } else { first }
    }

    /// To whom it can be handed over.
    pub fn candidates(&self, all: &Leaders) -> Vec<PersonId> {
        self.without_concerned(all.specialists.iter().chain(&all.heads).chain(&all.coordinators))
    }

    /// Who reads the whole of it: those who may lead it, and a coordinator to whom it was handed over.
    pub fn readers(&self, all: &Leaders) -> Vec<PersonId> {
        let mut readers = self.leaders(all);
        let leads = |one: &PersonId| matches!(&self.state, State::Led { by } if by == one);
        let handed = self.candidates(all).into_iter().filter(|one| leads(one) && !readers.contains(one));
        let handed: Vec<PersonId> = handed.collect();
        readers.extend(handed);
        readers
    }

    /// True where it waits for somebody: nobody leads it, or whoever did is here no longer.
    pub fn waits(&self, all: &Leaders) -> bool {
        match &self.state {
            State::Raised => true,
            State::Led { by } => !self.readers(all).contains(by),
            State::Closed { .. } => false,
        }
    }

    /// Who must act now: whoever leads it, or all who may where it waits.
    pub fn acting(&self, all: &Leaders) -> Vec<PersonId> {
        match &self.state {
            State::Closed { .. } => Vec::new(),
            State::Led { by } if !self.waits(all) => vec![by.clone()],
            State::Led { .. } | State::Raised => self.readers(all),
        }
    }

    fn without_concerned<'a>(&self, people: impl IntoIterator<Item = &'a PersonId>) -> Vec<PersonId> {
        let mut kept: Vec<PersonId> = Vec::new();
        for one in people {
            if self.named.about.as_ref() != Some(one) && !kept.contains(one) {
                kept.push(one.clone());
            }
        }
        kept
    }

    /// True where the adult whom it is about heads the school.
    pub fn is_about_head(&self, all: &Leaders) -> bool {
        self.named.about.as_ref().is_some_and(|about| all.heads.contains(about))
    }

    /// What of the clock is open, with its last day, the nearest first. Nobody is asked to tell a head whom it is about.
    pub fn open_steps(&self, entries: &[Entry], calendar: &WorkCalendar, all: &Leaders) -> Vec<(Step, Day)> {
        if !self.is_open() {
            return Vec::new();
        }
        let done = |step: Step| {
            entries.iter().any(|entry| matches!(&entry.what, What::Step(taken) if taken.step == step))
        };
        let asked = |step: &Step| *step != Step::Head || !self.is_about_head(all);
        let due = |step: Step| step.due(self.raised_on, calendar).map(|day| (step, day));
        let steps = Step::ALL.into_iter().filter(asked).filter(|step| !done(*step));
        let mut open: Vec<(Step, Day)> = steps.filter_map(due).collect();
        open.sort_by_key(|(_, day)| *day);
        open
    }

    /// Raised -> Led; nothing where somebody leads it or it is over.
    pub fn lead(self, by: PersonId) -> Option<Self> {
        match self.state {
            State::Raised => Some(Self { state: State::Led { by }, ..self }),
            State::Led { .. } | State::Closed { .. } => None,
        }
    }

    /// Led -> Led by somebody else.
    pub fn hand(self, to: PersonId) -> Option<Self> {
        match self.state {
            State::Led { .. } => Some(Self { state: State::Led { by: to }, ..self }),
            State::Raised | State::Closed { .. } => None,
        }
    }

    /// True where an adult who was named once stays named: taken back, they would read that it was about them (neg:N20).
    pub fn keeps_about(&self, named: &Named) -> bool {
        self.named.about.is_none() || self.named.about == named.about
    }

    /// Of whom it is; Led -> Raised where it is about whoever leads it. Nothing where it is over, and where it would be about
    /// another adult than before.
    pub fn name(self, named: Named) -> Option<Self> {
        if !self.keeps_about(&named) {
            return None;
        }
        let state = match self.state {
            State::Closed { .. } => return None,
            State::Led { by } if named.about.as_ref() == Some(&by) => State::Raised,
            state => state,
        };
        Some(Self { named, state, ..self })
    }

    /// Led -> Closed.
    pub fn close(
        self,
        outcome: Outcome,
        (by, at): (PersonId, Instant),
        open: &[(Step, Day)],
    ) -> Result<Self, CloseRefused> {
        match self.state {
            State::Led { .. } if !open.iter().any(|(step, _)| step.is_before_the_end()) => {
                Ok(Self { state: State::Closed { by, at, outcome }, ..self })
            }
            State::Led { .. } => Err(CloseRefused::Open),
            State::Raised | State::Closed { .. } => Err(CloseRefused::NotLed),
        }
    }

    /// May a step be written down today?
    pub fn may_step(&self, taken: &Taken, today: Day) -> Result<(), StepRefused> {
        match () {
            () if !matches!(self.state, State::Led { .. }) => Err(StepRefused::NotLed),
            () if taken.on > today => Err(StepRefused::Ahead),
            () if !taken.needed && taken.remark.is_none() => Err(StepRefused::Reason),
            () => Ok(()),
        }
    }

    /// The pupils who begin nothing with other pupils because of it.
    pub fn frozen(&self) -> impl Iterator<Item = &PupilId> {
        [&self.named.pupil, &self.named.harmer].into_iter().flatten().filter(move |_| self.is_open())
    }

    /// True where a pupil begins nothing with other pupils because of it.
    pub fn freezes(&self, pupil: &PupilId) -> bool {
        self.frozen().any(|one| one == pupil)
    }
}

#[cfg(test)]
mod tests;
