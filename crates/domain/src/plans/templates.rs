//! The template of the work plan as a school keeps it, and what a change of it does to plans that run (feat:E1). It
//! adds and moves steps; what people did or changed by hand stays as it is.

use super::{Area, Content, Item, MOST_ITEMS, MOST_TEXT, Step, WORK, When, Whose};
use crate::calendar::Week;
use crate::{Day, TemplateStepId};

/// Most steps that a school adds.
pub const MOST_OWN: usize = 20;
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

/// A step that a school wrote, in one language as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its id; a plan's step made from it keeps it.
    pub id: TemplateStepId,
    /// What it is about.
    pub area: Area,
    /// Who does it.
    pub whose: Whose,
    /// What is done.
    pub text: String,
}

/// A line of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A step that every school has; a school moves it, or leaves it out.
    Step(Step),
    /// One that the school wrote.
    Own(Own),
}

impl Line {
    /// What it says before anybody has changed it.
    pub fn says(&self, due: Day) -> Content {
        match self {
            Self::Step(step) => untouched(*step, due),
            Self::Own(own) => {
                let text = Some(own.text.clone());
                Content { area: own.area, text, result: None, whose: own.whose, due }
            }
        }
    }

    /// Was this step of a plan made from it?
    pub fn made(&self, item: &Item) -> bool {
        match self {
            Self::Step(step) => item.step == Some(*step),
            Self::Own(own) => item.own.as_ref() == Some(&own.id),
        }
    }

    /// The step that every school has.
    pub const fn step(&self) -> Option<Step> {
        match self {
            Self::Step(step) => Some(*step),
            Self::Own(_) => None,
        }
    }

    /// The id of one that the school wrote.
    pub const fn own(&self) -> Option<&TemplateStepId> {
        match self {
            Self::Step(_) => None,
            Self::Own(own) => Some(&own.id),
        }
    }

    /// Under what it is known: its word, or its id.
    pub fn word(&self) -> &str {
        match self {
            Self::Step(step) => step.word(),
            Self::Own(own) => own.id.as_str(),
        }
    }

    /// The line that a step of a plan was made from, as far as the step remembers it.
    fn of(item: &Item) -> Option<Self> {
        let own = |id: &TemplateStepId| Own {
            id: id.clone(),
            area: item.content.area,
            whose: item.content.whose,
            text: item.content.text.clone().unwrap_or_default(),
        };
        item.step.map(Self::Step).or_else(|| item.own.as_ref().map(own).map(Self::Own))
    }
}

/// Why a school's step is not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnRefused {
    /// It says nothing.
    NoWords,
    /// Longer than [`MOST_TEXT`].
    TooLong,
    /// The school has [`MOST_OWN`].
    TooMany,
}

/// The steps of the work plan with their weeks; a step without a week is left out of new plans. Then what the school
/// wrote, each in its week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(Vec<(Step, Option<When>)>, Vec<(Own, When)>);

impl Default for Template {
    /// The starter template, for a school that has changed nothing.
    fn default() -> Self {
        Self(WORK.iter().map(|(step, when)| (*step, Some(*when))).collect(), Vec::new())
    }
}

impl Template {
    /// Every step, in the order of the starter template.
    pub fn steps(&self) -> &[(Step, Option<When>)] {
        &self.0
    }

    /// What the school wrote, in the order in which it was added.
    pub fn own(&self) -> &[(Own, When)] {
        &self.1
    }

    /// Everything that has a week, what every school has first.
    pub fn lines(&self) -> impl Iterator<Item = (Line, When)> {
        let steps = self.0.iter().filter_map(|(step, when)| Some((Line::Step(*step), (*when)?)));
        steps.chain(self.1.iter().map(|(own, when)| (Line::Own(own.clone()), *when)))
    }

    /// The same with one more step of the school.
    pub fn and(mut self, own: Own, when: When) -> Result<Self, OwnRefused> {
        match own.text.trim().chars().count() {
            0 => Err(OwnRefused::NoWords),
            count if count > MOST_TEXT => Err(OwnRefused::TooLong),
            _ if self.1.len() >= MOST_OWN => Err(OwnRefused::TooMany),
            _ => {
                self.1.push((own, when));
                Ok(self)
            }
        }
    }

    /// The same with a step of the school in another week, or without it.
    #[must_use]
    pub fn with_own(mut self, id: &TemplateStepId, when: Option<When>) -> Self {
        match when {
            Some(when) => {
                for one in self.1.iter_mut().filter(|(own, _)| own.id == *id) {
                    one.1 = when;
                }
            }
            None => self.1.retain(|(own, _)| own.id != *id),
        }
        self
    }

    /// True where the school has written this step.
    pub fn has_own(&self, id: &TemplateStepId) -> bool {
        self.1.iter().any(|(own, _)| own.id == *id)
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

/// Why a step that the template lays elsewhere stays as it is, or is not added.
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
    /// The plan has [`MOST_ITEMS`].
    Full,
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
            Self::Full => "full",
            Self::Gone => "gone",
        }
    }
}

/// What the template of today does to one step of a plan that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The step is added.
    Added(Line, Day),
    /// The step moves to another day; as it is now, and the new day.
    Moved(Line, Box<Item>, Day),
    /// The step stays, or stays out, though the template says otherwise.
    Left(Line, Left),
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

fn left(item: &Item, line: &Line, day: Day, today: Day) -> Option<Left> {
    let by_template = item.laid_on.map(|laid_on| line.says(laid_on));
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
pub fn effects(template: &Template, laid: &[(Line, Day)], items: &[Item], today: Day) -> Vec<Effect> {
    let mut room = MOST_ITEMS.saturating_sub(items.len());
    let mut effects = Vec::new();
    for (line, day) in laid {
        match items.iter().find(|item| line.made(item)) {
            None if *day < today => effects.push(Effect::Left(line.clone(), Left::Past)),
            None if room == 0 => effects.push(Effect::Left(line.clone(), Left::Full)),
            None => {
                room -= 1;
                effects.push(Effect::Added(line.clone(), *day));
            }
            Some(item) if item.content.due != *day => effects.push(match left(item, line, *day, today) {
                Some(why) => Effect::Left(line.clone(), why),
                None => Effect::Moved(line.clone(), Box::new(item.clone()), *day),
            }),
            Some(_) => {}
        }
    }
    // A step in the pair's own words is none of the template's business: no line is found for it.
    let gone = |item: &&Item| {
        let of_template = item.step.is_none_or(|step| template.has(step));
        item.is_open() && of_template && !laid.iter().any(|(line, _)| line.made(item))
    };
    let left = items.iter().filter(gone).filter_map(Line::of);
    effects.extend(left.map(|line| Effect::Left(line, Left::Gone)));
    effects
}
