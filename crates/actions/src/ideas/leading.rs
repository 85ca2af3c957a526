//! What is done with an idea by whoever answers it and by the coordinator. Each of these deeds has its line in the log, with
//! the one who did it; who wrote the idea stands in none.

use super::{moderates, shown};
use crate::letters::{Letter, promise};
use crate::{Context, Failed, people};
use domain::ideas::{Idea, IdeaRefused, MOST_WORDS, Said, State, may_say};
use domain::permissions::{Action, may};
use domain::{IdeaCommentId, IdeaId, PersonId};
use store::{Tx, WriteTx};

/// What the actor says today.
fn said(context: &Context<'_>, words: &str) -> Said {
    Said { by: context.actor.person.clone(), on: context.today, words: words.to_owned() }
}

/// An idea on the board that the actor leads.
async fn led(tx: &mut Tx, context: &Context<'_>, id: &IdeaId) -> Result<Idea, Failed<IdeaRefused>> {
    let idea = shown::<IdeaRefused>(tx, context, id).await?;
    may(context.actor, &Action::ManageIdeas(&idea.school))?;
    Ok(idea)
}

/// One that the actor leads and that is on the board, or was taken off it.
async fn kept(tx: &mut Tx, context: &Context<'_>, id: &IdeaId) -> Result<Idea, Failed<IdeaRefused>> {
    let idea = store::ideas::get(tx, id).await?.ok_or(Failed::NotFound)?;
    if moderates(context, &idea) { Ok(idea) } else { led(tx, context, id).await }
}

/// Tells somebody who wrote something that there is news of it.
async fn tell(tx: &mut WriteTx, context: &Context<'_>, idea: &Idea, author: &PersonId) -> store::Result<()> {
    if *author == context.actor.person {
        return Ok(());
    }
    promise(context, tx, author, Letter::IdeaTold, idea.id.as_str()).await
}

async fn logged(tx: &mut WriteTx, context: &Context<'_>, idea: &Idea, deed: &str) -> store::Result<()> {
    context.audit(tx, &idea.school, deed, idea.id.as_str(), "").await
}

/// Answers an idea in words, and says where it goes.
pub async fn answer(
    context: &Context<'_>,
    id: &IdeaId,
    to: State,
    words: &str,
) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, id, to, words))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
    to: State,
    words: &str,
) -> Result<(), Failed<IdeaRefused>> {
    let idea = shown::<IdeaRefused>(tx, context, id).await?;
    may(context.actor, &Action::AnswerIdea { school: &idea.school, named: idea.answerer.as_ref() })?;
    let said = said(context, words);
    if idea.state == to && idea.answer.as_ref() == Some(&said) {
        // The form came twice.
        return Ok(());
    }
    let answered = idea.answer(to, said).map_err(Failed::Refused)?;
    store::ideas::save(tx, &answered).await?;
    logged(tx, context, &answered, "idea-answered").await?;
    tell(tx, context, &answered, &answered.author).await?;
    Ok(())
}

/// Names who answers an idea.
pub async fn assign(
    context: &Context<'_>,
    id: &IdeaId,
    person: &PersonId,
) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => assign_in(&mut tx, context, id, person))
}

async fn assign_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
    person: &PersonId,
) -> Result<(), Failed<IdeaRefused>> {
    let idea = led(tx, context, id).await?;
    if !people::working(tx, &idea.school, context.today).await?.contains(person) {
        return Err(Failed::Refused(IdeaRefused::Person));
    }
    if !idea.is_open() {
        return Err(Failed::Refused(IdeaRefused::Closed));
    }
    if idea.answerer.as_ref() == Some(person) {
        return Ok(());
    }
    let assigned = Idea { answerer: Some(person.clone()), ..idea };
    store::ideas::save(tx, &assigned).await?;
    logged(tx, context, &assigned, "idea-assigned").await?;
    Ok(())
}

/// Makes an idea part of another one: votes and comments follow, and whoever voted for both has one vote.
pub async fn merge(context: &Context<'_>, id: &IdeaId, into: &IdeaId) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => merge_in(&mut tx, context, id, into))
}

async fn merge_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
    into: &IdeaId,
) -> Result<(), Failed<IdeaRefused>> {
    let (idea, into) = (led(tx, context, id).await?, led(tx, context, into).await?);
    if idea.merged.as_ref() == Some(&into.id) {
        return Ok(());
    }
    let merged = idea.merge(&into).map_err(Failed::Refused)?;
    store::ideas::save(tx, &merged).await?;
    store::ideas::hand_over(tx, &merged, &into).await?;
    logged(tx, context, &merged, "idea-merged").await?;
    tell(tx, context, &merged, &merged.author).await?;
    Ok(())
}

/// Takes an idea off the board, with a reason that its author reads.
pub async fn remove(context: &Context<'_>, id: &IdeaId, why: &str) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => remove_in(&mut tx, context, id, why))
}

async fn remove_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
    why: &str,
) -> Result<(), Failed<IdeaRefused>> {
    let idea = led(tx, context, id).await?;
    let removed = idea.remove(said(context, why)).map_err(Failed::Refused)?;
    store::ideas::save(tx, &removed).await?;
    logged(tx, context, &removed, "idea-removed").await?;
    tell(tx, context, &removed, &removed.author).await?;
    Ok(())
}

/// Puts an idea back on the board; its author is told.
pub async fn restore(context: &Context<'_>, id: &IdeaId) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => restore_in(&mut tx, context, id))
}

async fn restore_in(tx: &mut WriteTx, context: &Context<'_>, id: &IdeaId) -> Result<(), Failed<IdeaRefused>> {
    let idea = kept(tx, context, id).await?;
    if idea.removed.is_none() {
        // The form came twice.
        return Ok(());
    }
    let restored = idea.restore().map_err(Failed::Refused)?;
    store::ideas::save(tx, &restored).await?;
    logged(tx, context, &restored, "idea-restored").await?;
    tell(tx, context, &restored, &restored.author).await?;
    Ok(())
}

/// Takes a comment off, with a reason that its author reads.
pub async fn remove_comment(
    context: &Context<'_>,
    id: &IdeaId,
    comment: &IdeaCommentId,
    why: &str,
) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => remove_comment_in(&mut tx, context, id, comment, why))
}

async fn remove_comment_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
    comment: &IdeaCommentId,
    why: &str,
) -> Result<(), Failed<IdeaRefused>> {
    let idea = led(tx, context, id).await?;
    may_say(why, MOST_WORDS).map_err(Failed::Refused)?;
    let comments = store::ideas::comments(tx, &idea.school).await?;
    let found = comments.into_iter().find(|one| one.id == *comment && one.idea == idea.id);
    let found = found.filter(|one| one.shown_on <= context.today).ok_or(Failed::NotFound)?;
    if found.removed.is_some() {
        return Ok(());
    }
    store::ideas::remove_comment(tx, &found, &said(context, why)).await?;
    logged(tx, context, &idea, "idea-removed").await?;
    tell(tx, context, &idea, &found.author).await?;
    Ok(())
}

/// Looks who wrote an idea without a name, on the board or taken off it: with a reason that the author reads, and a line in the
/// log.
pub async fn disclose(context: &Context<'_>, id: &IdeaId, why: &str) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => disclose_in(&mut tx, context, id, why))
}

async fn disclose_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
    why: &str,
) -> Result<(), Failed<IdeaRefused>> {
    let idea = kept(tx, context, id).await?;
    let said = said(context, why);
    if idea.disclosed.as_ref() == Some(&said) {
        return Ok(());
    }
    let disclosed = idea.disclose(said).map_err(Failed::Refused)?;
    store::ideas::save(tx, &disclosed).await?;
    logged(tx, context, &disclosed, "idea-disclosed").await?;
    tell(tx, context, &disclosed, &disclosed.author).await?;
    Ok(())
}
