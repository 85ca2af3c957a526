//! The template of the work plan as a school keeps it, and what a change of it does to plans that run (feat:E1). It
//! adds and moves steps; what people did or changed by hand stays as it is.

use super::{Content, Item, MOST_ITEMS, Step, WORK, When};
use crate::Day;
use crate::calendar::Week;

/// Last week of a pair that a step may be laid into.
const MOST_OF_PAIR: i32 = 12;
/// Last week of a quarter that a step may be laid into.
const MOST_OF_QUARTER: u8 = 10;

impl When {
    /// All, in the order of forms.
    pub fn all() -> impl Iterator<Item = Self> {
        let of_quarter =
            |quarter| (1..=MOST_OF_QUARTER).map(move |number| Self::WeekOfYear(Week { quarter, number }));
        (1..=MOST_OF_PAIR).map(Self::WeekOfPair).chain((1..=4).flat_map(of_quarter))
    }

    /// The word under which it is stored.
    pub fn word(self) -> String {
        match self {
            Self::WeekOfPair(number) => format!("pair-{number}"),
            Self::WeekOfYear(Week { quarter, number }) => format!("quarter-{quarter}-{number}"),
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|when| when.word() == word)
    }
}

/// The steps of the work plan with their weeks; a step without a week is left out of new plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(Vec<(Step, Option<When>)>);

impl Default for Template {
    /// The starter template, for a school that has changed nothing.
    fn default() -> Self {
        Self(WORK.iter().map(|(step, when)| (*step, Some(*when))).collect())
    }
}

impl Template {
    /// Every step, in the order of the starter template.
    pub fn steps(&self) -> &[(Step, Option<When>)] {
        &self.0
    }

    /// The same with another week for a step.
    #[must_use]
    pub fn with(mut self, step: Step, when: Option<When>) -> Self {
        for one in self.0.iter_mut().filter(|(known, _)| *known == step) {
            one.1 = when;
        }
        self
    }

    /// True where a step belongs to the work plan.
    pub fn has(&self, step: Step) -> bool {
        self.0.iter().any(|(known, _)| *known == step)
    }
}

/// Why a step that the template lays elsewhere stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It is done.
    Done,
    /// Somebody took it away.
    Removed,
    /// Somebody changed its words or its day.
    Edited,
    /// The template lays it on a day that has passed.
    Past,
    /// The template has it no more, for this pair; only people take steps away.
    Gone,
}

impl Left {
    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Removed => "removed",
            Self::Edited => "edited",
            Self::Past => "past",
            Self::Gone => "gone",
        }
    }
}

/// What the template of today does to one step of a plan that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The step is added.
    Added(Step, Day),
    /// The step moves to another day; as it is now, and the new day.
    Moved(Step, Item, Day),
    /// The step stays, though the template says otherwise.
    Left(Step, Left),
}

impl Effect {
    /// True where the plan changes.
    pub const fn changes(&self) -> bool {
        !matches!(self, Self::Left(..))
    }
}

/// What a step of the template says before anybody has changed it.
pub const fn untouched(step: Step, due: Day) -> Content {
    Content { area: step.area(), text: None, result: None, whose: step.whose(), due }
}

fn left(item: &Item, step: Step, day: Day, today: Day) -> Option<Left> {
    let by_template = item.laid_on.map(|laid_on| untouched(step, laid_on));
    match () {
        () if item.done.is_some() => Some(Left::Done),
        () if item.removed => Some(Left::Removed),
        () if by_template.as_ref() != Some(&item.content) => Some(Left::Edited),
        () if day < today => Some(Left::Past),
        () => None,
    }
}

/// What the steps that the template lays out today do to a plan that runs, in the order of their days; then what the
/// template has no more. Where the plan stands as the template says, nothing.
pub fn effects(template: &Template, laid: &[(Step, Day)], items: &[Item], today: Day) -> Vec<Effect> {
    let mut room = MOST_ITEMS.saturating_sub(items.len());
    let mut effects = Vec::new();
    for &(step, day) in laid {
        match items.iter().find(|item| item.step == Some(step)) {
            None if day >= today && room > 0 => {
                room -= 1;
                effects.push(Effect::Added(step, day));
            }
            Some(item) if item.content.due != day => effects.push(match left(item, step, day, today) {
                Some(why) => Effect::Left(step, why),
                None => Effect::Moved(step, item.clone(), day),
            }),
            None | Some(_) => {}
        }
    }
    let gone = |step: &Step| template.has(*step) && !laid.iter().any(|(known, _)| known == step);
    let open = items.iter().filter(|item| item.is_open());
    effects.extend(open.filter_map(|item| item.step).filter(gone).map(|step| Effect::Left(step, Left::Gone)));
    effects
}
