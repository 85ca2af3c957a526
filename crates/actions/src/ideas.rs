//! Ideas of young specialists (feat:H2–H4): shared, voted for and talked about by them, answered by whoever is named, done by
//! a team. What is handed out has no author where the author wants none (neg:N24; docs/decisions/0050); sharing, voting and
//! commenting write no line into the log.

mod leading;
mod own;
mod reading;
mod reminding;
mod working;

pub use leading::{answer, assign, disclose, merge, remove, remove_comment, restore};
pub use own::{reword, take_back};
pub use reading::{Board, Opened, Remark, Seen, Waiting, board, opened, own_steps, waiting};
pub(crate) use reading::{due, has_part, is_worked};
pub use reminding::remind;
pub use working::{join, plan, tick};

use crate::{Context, Failed};
use domain::ideas::{
    Comment, Draft, Idea, IdeaRefused, MOST_WORDS, State, YOUNG_YEARS, is_young, may_say, may_share, shown_on,
};
use domain::permissions::{Action, may};
use domain::{IdeaCommentId, IdeaId, PersonId, SchoolId};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// The school whose board the actor reads.
fn school_of<R>(context: &Context<'_>) -> Result<SchoolId, Failed<R>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ReadIdeas(&school))?;
    Ok(school)
}

/// Is the actor a young specialist?
pub(crate) async fn young(tx: &mut Tx, context: &Context<'_>) -> store::Result<bool> {
    let person = store::people::get(tx, &context.actor.person).await?;
    Ok(is_young(context.actor, person.and_then(|person| person.service_years), YOUNG_YEARS))
}

/// The actor is a young specialist of the school.
async fn shares<R>(tx: &mut Tx, context: &Context<'_>, school: &SchoolId) -> Result<(), Failed<R>> {
    let young = young(tx, context).await?;
    may(context.actor, &Action::ShareIdeas { school, young })?;
    Ok(())
}

/// An idea that the actor sees: one that is on the board, or the own one; for the coordinator, one that was taken off it, too.
/// Others look as if they were not there.
async fn found<R>(tx: &mut Tx, context: &Context<'_>, id: &IdeaId) -> Result<Idea, Failed<R>> {
    let idea = store::ideas::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ReadIdeas(&idea.school))?;
    if idea.author == context.actor.person || idea.is_shown(context.today) || moderates(context, &idea) {
        Ok(idea)
    } else {
        Err(Failed::NotFound)
    }
}

/// Was an idea taken off a board that the actor leads? One that threatens somebody is looked into after it is gone.
fn moderates(context: &Context<'_>, idea: &Idea) -> bool {
    let was_there = idea.removed.is_some() && idea.shown_on <= context.today;
    was_there && may(context.actor, &Action::ManageIdeas(&idea.school)).is_ok()
}

/// One that is on the board: what leads it writes lines into the log, which an idea that nobody sees yet must not have.
async fn shown<R>(tx: &mut Tx, context: &Context<'_>, id: &IdeaId) -> Result<Idea, Failed<R>> {
    let idea = found::<R>(tx, context, id).await?;
    if idea.is_shown(context.today) { Ok(idea) } else { Err(Failed::NotFound) }
}

/// Shares an idea. The same one a second time is the first one: the form came twice.
pub async fn share(context: &Context<'_>, draft: &Draft) -> Result<IdeaId, Failed<IdeaRefused>> {
    store::change!(context.db, tx => share_in(&mut tx, context, draft))
}

pub(crate) async fn share_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    draft: &Draft,
) -> Result<IdeaId, Failed<IdeaRefused>> {
    let school = school_of::<IdeaRefused>(context)?;
    shares::<IdeaRefused>(tx, context, &school).await?;
    let me = &context.actor.person;
    let mut own = store::ideas::of_school(tx, &school).await?;
    own.retain(|idea| idea.author == *me);
    let same = |idea: &&Idea| {
        let words = (idea.title.as_str(), idea.words.as_str(), idea.unnamed);
        idea.state == State::New
            && idea.removed.is_none()
            && words == (draft.title.as_str(), draft.words.as_str(), draft.unnamed)
    };
    if let Some(known) = own.iter().find(same) {
        return Ok(known.id.clone());
    }
    may_share(draft, &own).map_err(Failed::Refused)?;
    let idea = Idea {
        id: context.ids.random().into(),
        school,
        title: draft.title.clone(),
        words: draft.words.clone(),
        author: me.clone(),
        unnamed: draft.unnamed,
        shown_on: shown_on(draft.unnamed, context.today),
        answerer: None,
        state: State::New,
        answer: None,
        removed: None,
        disclosed: None,
        merged: None,
        version: 0,
    };
    store::ideas::add(tx, &idea).await?;
    Ok(idea.id)
}

/// Votes for an idea, or takes the vote back. Either a second time changes nothing.
pub async fn vote(context: &Context<'_>, id: &IdeaId, on: bool) -> Result<(), Failed<IdeaRefused>> {
    store::change!(context.db, tx => vote_in(&mut tx, context, id, on))
}

async fn vote_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
    on: bool,
) -> Result<(), Failed<IdeaRefused>> {
    let idea = open(tx, context, id).await?;
    let me = &context.actor.person;
    if on {
        store::ideas::vote(tx, &idea, me).await?;
    } else {
        store::ideas::unvote(tx, &idea, me).await?;
    }
    Ok(())
}

/// An idea for which a young specialist may vote, and on which they may comment.
async fn open(tx: &mut Tx, context: &Context<'_>, id: &IdeaId) -> Result<Idea, Failed<IdeaRefused>> {
    let idea = found::<IdeaRefused>(tx, context, id).await?;
    shares::<IdeaRefused>(tx, context, &idea.school).await?;
    if idea.is_open() { Ok(idea) } else { Err(Failed::Refused(IdeaRefused::Closed)) }
}

/// Comments on an idea. Whoever wrote it without a name comments without one. The same comment a second time is the first
/// one.
pub async fn comment(
    context: &Context<'_>,
    id: &IdeaId,
    words: &str,
) -> Result<IdeaCommentId, Failed<IdeaRefused>> {
    store::change!(context.db, tx => comment_in(&mut tx, context, id, words))
}

async fn comment_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &IdeaId,
    words: &str,
) -> Result<IdeaCommentId, Failed<IdeaRefused>> {
    let idea = open(tx, context, id).await?;
    may_say(words, MOST_WORDS).map_err(Failed::Refused)?;
    let me = &context.actor.person;
    let all = store::ideas::comments(tx, &idea.school).await?;
    let same = |one: &&Comment| {
        one.idea == idea.id && one.author == *me && one.words == words && one.removed.is_none()
    };
    if let Some(known) = all.iter().find(same) {
        return Ok(known.id.clone());
    }
    let unnamed = unnamed_authors(tx, &idea).await?.contains(me);
    let comment = Comment {
        id: context.ids.random().into(),
        school: idea.school.clone(),
        idea: idea.id.clone(),
        author: me.clone(),
        unnamed,
        shown_on: shown_on(unnamed, context.today),
        words: words.to_owned(),
        removed: None,
    };
    store::ideas::comment(tx, &comment).await?;
    Ok(comment.id)
}

/// Who wrote an idea, or one that has become part of it, without a name.
async fn unnamed_authors(tx: &mut Tx, idea: &Idea) -> store::Result<BTreeSet<PersonId>> {
    let all = store::ideas::of_school(tx, &idea.school).await?;
    let part = |one: &Idea| one.id == idea.id || one.merged.as_ref() == Some(&idea.id);
    Ok(all.into_iter().filter(|one| one.unnamed && part(one)).map(|one| one.author).collect())
}
