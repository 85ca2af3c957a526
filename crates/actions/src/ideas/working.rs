//! What an idea turns into (feat:H4): colleagues join, plan steps with an owner and a day, and tick what is done.

use super::shown;
use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::ideas::{Idea, IdeaRefused, State, Step, may_plan};
use domain::permissions::{Action, may};
use domain::{Day, IdeaId, IdeaStepId, PersonId};
use store::{Tx, WriteTx};

async fn logged(tx: &mut WriteTx, context: &Context<'_>, idea: &Idea) -> store::Result<()> {
    context.audit(tx, &idea.school, "idea-worked", idea.id.as_str(), "").await
}

/// Joins the team of an idea that is being done.
pub async fn join(context: &Context<'_>, id: &IdeaId) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => join_in(&mut tx, context, id))
}

async fn join_in(tx: &mut WriteTx, context: &Context<'_>, id: &IdeaId) -> Result<(), Failed<IdeaRefused>> {
    let idea = shown::<IdeaRefused>(tx, context, id).await?;
    let me = &context.actor.person;
    if idea.state != State::Taken {
        return Err(Failed::Refused(IdeaRefused::Closed));
    }
    if store::ideas::members(tx, &idea).await?.contains(me) {
        return Ok(());
    }
    store::ideas::join(tx, &idea, me).await?;
    logged(tx, context, &idea).await?;
    Ok(())
}

/// An idea whose steps the actor plans.
async fn worked(tx: &mut Tx, context: &Context<'_>, id: &IdeaId) -> Result<Idea, Failed<IdeaRefused>> {
    let idea = shown::<IdeaRefused>(tx, context, id).await?;
    let team = store::ideas::members(tx, &idea).await?.contains(&context.actor.person);
    may(context.actor, &Action::WorkOnIdea { school: &idea.school, team })?;
    Ok(idea)
}

/// Adds a step with an owner of the team and a day. The same one a second time is the first one.
pub async fn plan(
    context: &Context<'_>,
    id: &IdeaId,
    text: &str,
    (owner, by): (&PersonId, Day),
) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => plan_in(&mut tx, context, id, text, (owner, by)))
}

async fn plan_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
    text: &str,
    (owner, by): (&PersonId, Day),
) -> Result<(), Failed<IdeaRefused>> {
    let idea = worked(tx, context, id).await?;
    let mut steps = store::ideas::steps(tx, &idea.school).await?;
    steps.retain(|step| step.idea == idea.id);
    if steps.iter().any(|step| step.text == text && step.owner == *owner && step.by == by) {
        return Ok(());
    }
    let step = Step {
        id: context.id(),
        school: idea.school.clone(),
        idea: idea.id.clone(),
        text: text.to_owned(),
        owner: owner.clone(),
        by,
        done_on: None,
    };
    let team = store::ideas::members(tx, &idea).await?;
    may_plan(&step, &idea, (&team, steps.len()), context.today).map_err(Failed::Refused)?;
    store::ideas::plan(tx, &step).await?;
    logged(tx, context, &idea).await?;
    if step.owner != context.actor.person {
        let about = format!("{} {}", step.idea, step.id);
        promise(context, tx, &step.owner, Letter::IdeaStep, &about).await?;
    }
    Ok(())
}

/// Says that a step is done, or that it is not.
pub async fn tick(
    context: &Context<'_>,
    id: &IdeaId,
    step: &IdeaStepId,
    done: bool,
) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => tick_in(&mut tx, context, id, step, done))
}

async fn tick_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
    step: &IdeaStepId,
    done: bool,
) -> Result<(), Failed<IdeaRefused>> {
    let idea = worked(tx, context, id).await?;
    let steps = store::ideas::steps(tx, &idea.school).await?;
    let found = steps.into_iter().find(|one| one.id == *step && one.idea == idea.id);
    let found = found.ok_or(Failed::NotFound)?;
    if idea.state != State::Taken {
        return Err(Failed::Refused(IdeaRefused::Closed));
    }
    if found.done_on.is_some() != done {
        store::ideas::tick(tx, &found, done.then_some(context.today)).await?;
        logged(tx, context, &idea).await?;
    }
    Ok(())
}
