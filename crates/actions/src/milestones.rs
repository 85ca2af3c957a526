//! The adaptation checklist: ticked by the newcomer or the mentor of now, each tick undone by either (doc:A6). What is
//! a step of a work plan as well is ticked in one of the two places and read in both.

mod printing;

pub use printing::list;

use crate::plans::{around, mentor_of_today, reopen};
use crate::{Context, Failed, Never};
use domain::milestones::{Milestone, Tick, with_steps};
use domain::newcomers::Newcomer;
use domain::permissions::{Action, Two, may};
use domain::plans::{Item, Kind, Plan};
use domain::{NewcomerId, PersonId, ProgrammeId, SchoolId};
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// A newcomer whose checklist the actor may read, with the mentor of now.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The newcomer.
    pub newcomer: Newcomer,
    /// The mentor of now, if there is one.
    pub mentor: Option<PersonId>,
}

impl Opened {
    /// The two; where nobody stands beside the newcomer, the newcomer alone.
    pub fn two(&self) -> Two<'_> {
        let mentor = self.mentor.as_ref().unwrap_or(&self.newcomer.person);
        Two { school: &self.newcomer.school, newcomer: &self.newcomer.person, mentor }
    }
}

/// A newcomer with the mentor of now, whoever asks.
pub(crate) async fn beside(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &NewcomerId,
) -> store::Result<Option<Opened>> {
    let Some(newcomer) = store::newcomers::get(tx, id).await? else { return Ok(None) };
    let mentor = mentor_of_today(tx, &newcomer.school, &newcomer.id, context.today).await?;
    Ok(Some(Opened { newcomer, mentor }))
}

/// A checklist that the actor may read.
pub async fn opened(tx: &mut Tx, context: &Context<'_>, id: &NewcomerId) -> store::Result<Option<Opened>> {
    let opened = beside(tx, context, id).await?;
    Ok(opened.filter(|opened| may(context.actor, &Action::SeeMilestones(opened.two())).is_ok()))
}

/// The work plans of a newcomer, oldest first, each with its steps.
async fn work_plans(
    tx: &mut Tx,
    school: &SchoolId,
    newcomer: &NewcomerId,
) -> store::Result<Vec<(Plan, Vec<Item>)>> {
    let mut all = Vec::new();
    for plan in store::plans::of_newcomer(tx, school, newcomer).await? {
        if plan.kind == Kind::Work {
            let items = store::plans::items(tx, &plan).await?;
            all.push((plan, items));
        }
    }
    Ok(all)
}

/// What stands ticked of a newcomer's checklist, there or in a work plan, the earliest first.
pub async fn ticks(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> store::Result<Vec<Tick>> {
    let ticks = store::milestones::of_newcomer(tx, school, newcomer).await?;
    let plans = work_plans(tx, school, newcomer).await?;
    Ok(plans.iter().fold(ticks, |ticks, (_, items)| with_steps(ticks, newcomer, items)))
}

/// What stands ticked in a programme, there or in work plans.
pub async fn ticks_of_programme(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
) -> store::Result<Vec<Tick>> {
    let mut of_newcomers: BTreeMap<NewcomerId, Vec<Tick>> = BTreeMap::new();
    for tick in store::milestones::of_programme(tx, school, programme).await? {
        of_newcomers.entry(tick.newcomer.clone()).or_default().push(tick);
    }
    let mut items = store::plans::items_of_programme(tx, school, programme).await?;
    for plan in store::plans::of_programme(tx, school, programme).await? {
        let (Kind::Work, Some(items)) = (plan.kind, items.remove(&plan.id)) else { continue };
        let own = of_newcomers.entry(plan.newcomer.clone()).or_default();
        *own = with_steps(std::mem::take(own), &plan.newcomer, &items);
    }
    Ok(of_newcomers.into_values().flatten().collect())
}

/// Lines that a plan has as done which is not changed any more, because its pair has ended or the year is over: of
/// those no tick can be taken back.
pub async fn fixed(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    newcomer: &NewcomerId,
) -> store::Result<BTreeSet<Milestone>> {
    let mut fixed = BTreeSet::new();
    for (plan, items) in work_plans(tx, school, newcomer).await? {
        let done = items.iter().filter(|item| item.done.is_some() && !item.removed);
        let lines: Vec<Milestone> = done.filter_map(Milestone::of_item).collect();
        if !lines.is_empty() && !is_open(tx, context, plan).await? {
            fixed.extend(lines);
        }
    }
    Ok(fixed)
}

/// True where the actor may still change a plan.
async fn is_open(tx: &mut Tx, context: &Context<'_>, plan: Plan) -> store::Result<bool> {
    let opened = around(tx, plan, context.today).await?;
    Ok(opened.is_some_and(|opened| opened.may_keep(context).is_ok()))
}

/// One of the two ticks a line, or takes the tick back. What stands so already is left alone.
pub async fn set(
    context: &Context<'_>,
    newcomer: &NewcomerId,
    milestone: Milestone,
    done: bool,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => set_in(&mut tx, context, newcomer, milestone, done))
}

async fn set_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &NewcomerId,
    milestone: Milestone,
    done: bool,
) -> Result<(), Failed<Never>> {
    let opened = beside(tx, context, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::TickMilestones(opened.two()))?;
    let school = &opened.newcomer.school;
    let ticks = ticks(tx, school, id).await?;
    if ticks.iter().any(|tick| tick.milestone == milestone) == done {
        return Ok(());
    }
    if !done {
        return take_back(tx, context, &opened.newcomer, milestone).await;
    }
    let by = context.actor.person.clone();
    let tick = Tick { newcomer: id.clone(), milestone, on: context.today, by };
    store::milestones::tick(tx, school, &tick).await?;
    Ok(context.audit(tx, school, "milestone-done", id.as_str(), milestone.word()).await?)
}

/// Takes back that a line is ticked, wherever it was ticked. `Changed` where a plan says so that stands still: the pages
/// do not offer it there.
pub(crate) async fn take_back(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &Newcomer,
    milestone: Milestone,
) -> Result<(), Failed<Never>> {
    let (school, id) = (&newcomer.school, &newcomer.id);
    let own = store::milestones::of_newcomer(tx, school, id).await?;
    if own.iter().any(|tick| tick.milestone == milestone) {
        store::milestones::untick(tx, school, id, milestone).await?;
        context.audit(tx, school, "milestone-reopened", id.as_str(), milestone.word()).await?;
    }
    for (plan, items) in work_plans(tx, school, id).await? {
        let same = |item: &Item| item.done.is_some() && Milestone::of_item(item) == Some(milestone);
        for item in items.into_iter().filter(same) {
            if is_open(tx, context, plan.clone()).await? {
                reopen(tx, context, &plan, item).await?;
            } else if !item.removed {
                return Err(Failed::Changed);
            }
        }
    }
    Ok(())
}
