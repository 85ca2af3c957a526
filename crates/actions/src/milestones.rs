//! The adaptation checklist: ticked by the newcomer or the mentor of now, each tick undone by either (doc:A6).

mod printing;

pub use printing::{print, table};

use crate::plans::mentor_of_today;
use crate::{Context, Failed, Never};
use domain::milestones::{Milestone, Tick};
use domain::newcomers::Newcomer;
use domain::permissions::{Action, Two, may};
use domain::{NewcomerId, PersonId};
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
    let ticks = store::milestones::of_newcomer(tx, school, id).await?;
    if ticks.iter().any(|tick| tick.milestone == milestone) == done {
        return Ok(());
    }
    let what = if done {
        let by = context.actor.person.clone();
        let tick = Tick { newcomer: id.clone(), milestone, on: context.today, by };
        store::milestones::tick(tx, school, &tick).await?;
        "milestone-done"
    } else {
        store::milestones::untick(tx, school, id, milestone).await?;
        "milestone-reopened"
    };
    context.audit(tx, school, what, id.as_str(), milestone.word()).await?;
    Ok(())
}
