//! What the author still does with an idea that nobody has touched: change it, or take it back (feat:H2). As sharing does,
//! neither leaves a line in the log (neg:N24).

use super::found;
use crate::{Context, Failed};
use domain::IdeaId;
use domain::ideas::{Comment, Idea, IdeaRefused};
use domain::permissions::{Action, may};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// Has somebody else voted for an idea, said something under it, or has another one become part of it?
pub(super) async fn is_touched(tx: &mut Tx, idea: &Idea) -> store::Result<bool> {
    let voters = store::ideas::votes(tx, &idea.school).await?.remove(&idea.id).unwrap_or_default();
    if voters != BTreeSet::from([idea.author.clone()]) && !voters.is_empty() {
        return Ok(true);
    }
    let others = |one: &Comment| one.idea == idea.id && one.author != idea.author;
    if store::ideas::comments(tx, &idea.school).await?.iter().any(others) {
        return Ok(true);
    }
    let all = store::ideas::of_school(tx, &idea.school).await?;
    Ok(all.iter().any(|one| one.merged.as_ref() == Some(&idea.id)))
}

/// An idea of the actor's that may still be changed.
async fn own(tx: &mut Tx, context: &Context<'_>, id: &IdeaId) -> Result<Idea, Failed<IdeaRefused>> {
    let idea = found::<IdeaRefused>(tx, context, id).await?;
    may(context.actor, &Action::KeepIdea { school: &idea.school, person: &idea.author })?;
    let touched = is_touched(tx, &idea).await?;
    idea.may_change(context.today, touched).map_err(Failed::Refused)?;
    Ok(idea)
}

/// Says an idea in other words.
pub async fn reword(
    context: &Context<'_>,
    id: &IdeaId,
    (title, words): (&str, &str),
) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => reword_in(&mut tx, context, id, (title, words)))
}

async fn reword_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
    (title, words): (&str, &str),
) -> Result<(), Failed<IdeaRefused>> {
    let idea = own(tx, context, id).await?;
    if (idea.title.as_str(), idea.words.as_str()) == (title, words) {
        return Ok(());
    }
    let reworded = idea.reword(title, words).map_err(Failed::Refused)?;
    store::ideas::reword(tx, &reworded).await?;
    Ok(())
}

/// Takes an idea back: it was never there.
pub async fn take_back(context: &Context<'_>, id: &IdeaId) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => take_back_in(&mut tx, context, id))
}

async fn take_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
) -> Result<(), Failed<IdeaRefused>> {
    let idea = own(tx, context, id).await?;
    store::ideas::take_back(tx, &idea).await?;
    Ok(())
}
