//! Plans: the mentor's work plan with a newcomer, the one mentoring form that the law requires (doc:A4; Order 130,
//! App. 9), and the newcomer's own development plan, the school's choice (doc:A5; feat:E1, E4; essay:E5, E21).
//! A plan is a list of small dated steps, of which one is the present one.

mod signing;
mod steps;
mod templates;

pub use signing::{MOST_COMMENT, Signer, Signing, SigningRefused, Standing};
pub use steps::{Step, WORK, When, lay_out};
pub use templates::{Effect, Left, Line, MOST_OWN, Own, OwnRefused, Template, effects, untouched};

use crate::calendar::{Quarters, WorkCalendar, friday, monday};
use crate::formsets::{Added, Answers, Kind as FormKind, Unfit};
use crate::pairs::{Pair, State as PairState};
use crate::permissions::{Action, Two};
use crate::programmes::{Phase, Programme};
use crate::{
    Day, Instant, NewcomerId, PairId, PersonId, PlanId, PlanItemId, ProgrammeId, SchoolId, TemplateStepId,
};
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

/// Most characters of a step.
pub const MOST_TEXT: usize = 300;
/// Most characters of what is to come of it.
pub const MOST_RESULT: usize = 200;
/// Most steps of a plan, those that were taken away included.
pub const MOST_ITEMS: usize = 80;
/// Days from the order in which a work plan is made (doc:A4).
pub const DAYS_TO_PLAN: i32 = 10;
/// Weeks for a step that is taken up.
const WEEKS_TO_STEP: i32 = 3;

/// Which plan it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The mentor's work plan of a pair.
    Work,
    /// The newcomer's individual development plan; it goes with the newcomer from mentor to mentor.
    Development,
}

impl Kind {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Development => "development",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Work, Self::Development].into_iter().find(|kind| kind.word() == word)
    }

    /// The form that it has.
    pub const fn form(self) -> FormKind {
        match self {
            Self::Work => FormKind::Work,
            Self::Development => FormKind::Development,
        }
    }

    /// True where the law asks for it; everything else is the school's choice (rules §1, fact 2).
    pub const fn is_by_law(self) -> bool {
        matches!(self, Self::Work)
    }

    /// What somebody does who reads it.
    pub const fn read(self, two: Two<'_>) -> Action<'_> {
        match self {
            Self::Work => Action::SeePlan(two),
            Self::Development => Action::KeepDevelopment(two),
        }
    }

    /// What somebody does who changes it.
    pub const fn keep(self, two: Two<'_>) -> Action<'_> {
        match self {
            Self::Work => Action::KeepPlan(two),
            Self::Development => Action::KeepDevelopment(two),
        }
    }
}

/// A plan without its steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its id.
    pub id: PlanId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Which plan it is.
    pub kind: Kind,
    /// Whose first years it is about.
    pub newcomer: NewcomerId,
    /// The pair; a development plan has none.
    pub pair: Option<PairId>,
    /// Its number among the plans of its kind in the programme, from 1; stands on the paper.
    pub number: u16,
    /// Code under which the paper is checked.
    pub code: String,
    /// When it was made.
    pub made_at: Instant,
    /// Who made it.
    pub made_by: PersonId,
    /// The questions that district and school had added to its form when it was made.
    pub added: Added,
    /// The answers to them.
    pub answers: Answers,
    /// Version of the answers for optimistic locking.
    pub version: i64,
}

/// What a step is about: the directions of doc:A4, and the duties that nobody spoke of at the university (essay:E3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// Papers and the e-journal.
    Documents,
    /// Planning of lessons.
    Planning,
    /// Lessons themselves.
    Lessons,
    /// Assessment.
    Assessment,
    /// Work with children, the own class.
    Children,
    /// Work with parents.
    Parents,
    /// Duties of the school besides lessons.
    Duties,
    /// Learning of one's own.
    Growth,
}

impl Area {
    /// All, in the order of forms.
    pub const ALL: [Self; 8] = [
        Self::Documents,
        Self::Planning,
        Self::Lessons,
        Self::Assessment,
        Self::Children,
        Self::Parents,
        Self::Duties,
        Self::Growth,
    ];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Planning => "planning",
            Self::Lessons => "lessons",
            Self::Assessment => "assessment",
            Self::Children => "children",
            Self::Parents => "parents",
            Self::Duties => "duties",
            Self::Growth => "growth",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|area| area.word() == word)
    }
}

/// Who does a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Both together.
    Both,
    /// The mentor.
    Mentor,
    /// The newcomer.
    Newcomer,
}

impl Whose {
    /// All, in the order of forms.
    pub const ALL: [Self; 3] = [Self::Both, Self::Mentor, Self::Newcomer];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Mentor => "mentor",
            Self::Newcomer => "newcomer",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|whose| whose.word() == word)
    }
}

/// What a step says. Words that nobody has changed are missing here: they are the template's, in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What it is about.
    pub area: Area,
    /// Own words.
    pub text: Option<String>,
    /// What is to come of it, in own words; empty where nothing is said on purpose.
    pub result: Option<String>,
    /// Who does it.
    pub whose: Whose,
    /// The last day for it.
    pub due: Day,
}

/// One field of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// [`Content::area`].
    Area,
    /// [`Content::text`].
    Text,
    /// [`Content::result`].
    Result,
    /// [`Content::whose`].
    Whose,
    /// [`Content::due`].
    Due,
}

impl Content {
    /// In which fields two differ, in the order of the form.
    pub fn differences(&self, other: &Self) -> Vec<Field> {
        let fields = [
            (Field::Area, self.area != other.area),
            (Field::Text, self.text != other.text),
            (Field::Result, self.result != other.result),
            (Field::Whose, self.whose != other.whose),
            (Field::Due, self.due != other.due),
        ];
        fields.into_iter().filter_map(|(field, differs)| differs.then_some(field)).collect()
    }
}

/// That a step is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// On which day it was ticked.
    pub on: Day,
    /// Who ticked it.
    pub by: PersonId,
}

/// One step of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: PlanItemId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The plan.
    pub plan: PlanId,
    /// The step of a template that it was made from.
    pub step: Option<Step>,
    /// The step of the school's own template that it was made from.
    pub own: Option<TemplateStepId>,
    /// What it says.
    pub content: Content,
    /// That it is done.
    pub done: Option<Done>,
    /// It was taken away; it can be put back.
    pub removed: bool,
    /// The day on which the template laid it; missing where somebody changed it before this was kept.
    pub laid_on: Option<Day>,
    /// Version for optimistic locking.
    pub version: i64,
}

impl Item {
    /// True where it waits to be done.
    pub const fn is_open(&self) -> bool {
        self.done.is_none() && !self.removed
    }
}

/// The present step and the one after it: the earliest that are open (feat:E4). `items` stand in the order of their
/// days.
pub fn now_and_next(items: &[Item]) -> (Option<&Item>, Option<&Item>) {
    let mut open = items.iter().filter(|item| item.is_open());
    (open.next(), open.next())
}

/// What was done to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Added by hand, or taken up from a proposal.
    Added,
    /// Its content was changed.
    Changed,
    /// Ticked.
    Done,
    /// The tick was taken back.
    Reopened,
    /// Taken away.
    Removed,
    /// Put back.
    Restored,
}

impl Deed {
    const ALL: [Self; 6] =
        [Self::Added, Self::Changed, Self::Done, Self::Reopened, Self::Removed, Self::Restored];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Done => "done",
            Self::Reopened => "reopened",
            Self::Removed => "removed",
            Self::Restored => "restored",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.word() == word)
    }
}

/// One line of a plan's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The step.
    pub item: PlanItemId,
    /// When.
    pub at: Instant,
    /// Who.
    pub by: PersonId,
    /// What was done.
    pub deed: Deed,
    /// What the step said before; only of a change.
    pub was: Option<Content>,
    /// What it says since then; of a change and of an addition.
    pub became: Option<Content>,
}

/// Why a plan is not made or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanRefused {
    /// The pair has no order, or has ended.
    NotAssigned,
    /// The programme is over.
    Over,
    /// The day lies outside the programme.
    OutsideYear {
        /// Its first day.
        from: Day,
        /// Its last day of work.
        until: Day,
    },
    /// The step says nothing.
    NoWords,
    /// Longer than [`MOST_TEXT`] or [`MOST_RESULT`].
    TooLong,
    /// The plan has [`MOST_ITEMS`] steps.
    TooMany,
    /// An answer is none to its question.
    Unfit(Unfit),
}

/// May the plan of this pair be made or changed now? After the end it stands as it is.
pub fn may_keep(pair: Option<&Pair>, programme: &Programme, today: Day) -> Result<(), PlanRefused> {
    let ended = pair.is_some_and(|pair| !matches!(pair.state, PairState::Assigned(_)));
    match () {
        () if programme.phase(today) == Phase::Closed => Err(PlanRefused::Over),
        () if ended => Err(PlanRefused::NotAssigned),
        () => Ok(()),
    }
}

/// May a step say this?
pub fn may_say(step: Option<Step>, content: &Content, programme: &Programme) -> Result<(), PlanRefused> {
    let (from, until) = (programme.phases.starts_on, programme.phases.work_until);
    let long = |words: &Option<String>, most: usize| {
        words.as_ref().is_some_and(|words| words.chars().count() > most)
    };
    let silent = step.is_none() && content.text.as_ref().is_none_or(|text| text.trim().is_empty());
    match () {
        () if silent => Err(PlanRefused::NoWords),
        () if long(&content.text, MOST_TEXT) || long(&content.result, MOST_RESULT) => {
            Err(PlanRefused::TooLong)
        }
        () if !(from..=until).contains(&content.due) => Err(PlanRefused::OutsideYear { from, until }),
        () => Ok(()),
    }
}

/// The steps of a new work plan with their days. A provisional mentor plans up to the orders, everybody else up to
/// the end of the year.
pub fn first_steps(
    template: &Template,
    pair: &Pair,
    programme: &Programme,
    calendar: &WorkCalendar,
    today: Day,
) -> Result<Vec<(Line, Day)>, PlanRefused> {
    may_keep(Some(pair), programme, today)?;
    let assignment = pair.assignment().ok_or(PlanRefused::NotAssigned)?;
    let phases = &programme.phases;
    let until = if pair.is_provisional() { phases.orders_until } else { phases.work_until };
    Ok(lay_out(template, assignment.period.from, until, &Quarters::usual(programme.first_year), calendar))
}

/// The last day for a step that is taken up on a day: the end of the third week after it, within the programme.
pub fn taken_up_until(programme: &Programme, calendar: &WorkCalendar, today: Day) -> Day {
    let friday = friday(monday(today)).saturating_add(WEEKS_TO_STEP.weeks());
    calendar.on_or_before(friday).min(programme.phases.work_until).max(today)
}

/// The last day for a work plan, where the pair has an order: ten days from its beginning (doc:A4).
pub fn due_on(pair: &Pair) -> Option<Day> {
    match &pair.state {
        PairState::Assigned(assignment) => Some(assignment.period.from.saturating_add(DAYS_TO_PLAN.days())),
        PairState::Agreed | PairState::Published | PairState::Ended { .. } => None,
    }
}

#[cfg(test)]
mod tests;
