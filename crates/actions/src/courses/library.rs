//! Cases from practice: told, replied to, found by words; taken back by their authors while nothing rests on them, taken
//! off by the coordinator where somebody can be recognised.

use super::{Member, go_on, names, school};
use crate::{Context, Failed, Never};
use domain::courses::{Card, CardRefused, Words, Written};
use domain::permissions::{Action, may};
use domain::questions::Topic;
use domain::{CaseId, PersonId, ReplyId};
use store::{Tx, WriteTx};

/// A case in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The case.
    pub card: Card,
    /// The author's name.
    pub author: String,
    /// The actor wrote it.
    pub own: bool,
    /// How many have replied.
    pub replies: usize,
    /// The actor has.
    pub replied: bool,
}

/// Cases in which all words stand, the latest first; `None` for whoever may not read them.
pub async fn find(
    tx: &mut Tx,
    context: &Context<'_>,
    words: &str,
    topic: Option<Topic>,
) -> store::Result<Option<Vec<Found>>> {
    let Some(member) = Member::load(tx, context).await? else { return Ok(None) };
    let names = names(tx, &member.school).await?;
    let library = store::courses::library(tx, &member.school).await?;
    let me = &context.actor.person;
    let found = |card: Card| {
        let to = || library.replies.iter().filter(|reply| reply.to == card.id);
        Found {
            author: names.get(&card.by).cloned().unwrap_or_default(),
            own: card.by == *me,
            replies: to().count(),
            replied: to().any(|reply| reply.by == *me),
            card: card.clone(),
        }
    };
    let shown = |card: &&Card| card.off_at.is_none() && card.is_found_by(words, topic);
    Ok(Some(library.cards.iter().rev().filter(shown).cloned().map(found).collect()))
}

/// A reply as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The reply.
    pub written: Written,
    /// The author's name.
    pub author: String,
    /// The actor may take it back.
    pub may_go: bool,
}

/// A case with its replies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The case.
    pub card: Card,
    /// The author's name.
    pub author: String,
    /// The actor may take it back.
    pub may_go: bool,
    /// The actor may take it off.
    pub may_take_off: bool,
    /// The actor may reply.
    pub may_reply: bool,
    /// Replies, the oldest first.
    pub replies: Vec<Reply>,
}

/// One case; `None` where it was taken off, and for whoever may not read it.
pub async fn open(tx: &mut Tx, context: &Context<'_>, id: &CaseId) -> store::Result<Option<Read>> {
    let Some(member) = Member::load(tx, context).await? else { return Ok(None) };
    let Some(card) = standing(tx, &member, id).await? else { return Ok(None) };
    let names = names(tx, &member.school).await?;
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_default();
    let mut written = store::courses::replies(tx, &member.school).await?;
    written.retain(|reply| reply.to == *id);
    let (me, running) = (&context.actor.person, member.running());
    let may_go = card.by == *me && running.is_some_and(|own| card.may_be_taken_back(own, &written));
    let replies = written.into_iter().map(|written| Reply {
        author: name(&written.by),
        may_go: written.by == *me && running.is_some_and(|own| written.may_be_taken_back(own)),
        written,
    });
    Ok(Some(Read {
        author: name(&card.by),
        may_go,
        may_take_off: may(context.actor, &Action::ManageCourses(&member.school)).is_ok(),
        may_reply: card.by != *me && running.is_some(),
        replies: replies.collect(),
        card,
    }))
}

/// A case that stands in the school.
async fn standing(tx: &mut Tx, member: &Member, id: &CaseId) -> store::Result<Option<Card>> {
    let card = store::courses::card(tx, &member.school, id).await?;
    Ok(card.filter(|card| card.off_at.is_none()))
}

/// The actor tells a case from their practice.
pub async fn tell(context: &Context<'_>, topic: Topic, words: &Words) -> Result<CaseId, Failed<CardRefused>> {
    store::change!(context.db, tx => tell_in(&mut tx, context, topic, words))
}

async fn tell_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    topic: Topic,
    words: &Words,
) -> Result<CaseId, Failed<CardRefused>> {
    let member = Member::load(tx, context).await?.ok_or(Failed::NotFound)?;
    let course = member.running().ok_or(Failed::Refused(CardRefused::NoCourse))?.clone();
    may(context.actor, &Action::JoinCourse { school: &member.school, person: &course.candidate.person })?;
    let words = words.clone().checked().map_err(Failed::Refused)?;
    // The form came twice; what was told in an earlier course counts for that one.
    let same = |card: &&Card| {
        card.by == context.actor.person
            && card.course == course.candidate.course
            && card.words == words
            && card.topic == topic
    };
    if let Some(card) = store::courses::cards(tx, &member.school).await?.iter().find(same) {
        return Ok(card.id.clone());
    }
    let card = Card {
        id: context.id(),
        school: member.school.clone(),
        course: course.candidate.course.clone(),
        number: store::courses::next_number(tx, &member.school).await?,
        by: context.actor.person.clone(),
        topic,
        words,
        told_at: context.now,
        off_at: None,
    };
    store::courses::tell(tx, &card).await?;
    context.audit(tx, &member.school, "case-told", card.id.as_str(), "").await?;
    go_on(tx, context, course).await?;
    Ok(card.id)
}

/// The actor replies to the case of somebody else.
pub async fn reply(context: &Context<'_>, id: &CaseId, words: &str) -> Result<(), Failed<CardRefused>> {
    store::change!(context.db, tx => reply_in(&mut tx, context, id, words))
}

async fn reply_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CaseId,
    words: &str,
) -> Result<(), Failed<CardRefused>> {
    let member = Member::load(tx, context).await?.ok_or(Failed::NotFound)?;
    let card = standing(tx, &member, id).await?.ok_or(Failed::NotFound)?;
    let course = member.running().ok_or(Failed::Refused(CardRefused::NoCourse))?.clone();
    may(context.actor, &Action::JoinCourse { school: &member.school, person: &course.candidate.person })?;
    if card.by == context.actor.person {
        return Err(Failed::Refused(CardRefused::OwnCase));
    }
    let words = Written::checked(words).map_err(Failed::Refused)?;
    let written = store::courses::replies(tx, &member.school).await?;
    // The form came twice.
    let me = &context.actor.person;
    let same = |one: &Written| {
        one.to == *id && one.by == *me && one.course == course.candidate.course && one.words == words
    };
    if written.iter().any(same) {
        return Ok(());
    }
    let reply = Written {
        id: context.id(),
        school: member.school.clone(),
        to: id.clone(),
        course: course.candidate.course.clone(),
        by: me.clone(),
        words,
        at: context.now,
    };
    store::courses::reply(tx, &reply).await?;
    context.audit(tx, &member.school, "case-replied", id.as_str(), "").await?;
    Ok(go_on(tx, context, course).await?)
}

/// The author takes a case back that nobody has replied to and that has opened no gate.
pub async fn take_back(context: &Context<'_>, id: &CaseId) -> Result<(), Failed<CardRefused>> {
    store::change!(context.db, tx => take_back_in(&mut tx, context, id))
}

async fn take_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CaseId,
) -> Result<(), Failed<CardRefused>> {
    let member = Member::load(tx, context).await?.ok_or(Failed::NotFound)?;
    let card = standing(tx, &member, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::KeepCase { author: &card.by })?;
    let replies = store::courses::replies(tx, &member.school).await?;
    if !member.running().is_some_and(|own| card.may_be_taken_back(own, &replies)) {
        return Err(Failed::Refused(CardRefused::Counts));
    }
    store::courses::forget_card(tx, &member.school, id).await?;
    Ok(context.audit(tx, &member.school, "case-taken-back", id.as_str(), "").await?)
}

/// The author takes a reply back that has opened no gate.
pub async fn take_back_reply(
    context: &Context<'_>,
    id: &CaseId,
    reply: &ReplyId,
) -> Result<(), Failed<CardRefused>> {
    store::change!(context.db, tx => take_back_reply_in(&mut tx, context, id, reply))
}

async fn take_back_reply_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CaseId,
    reply: &ReplyId,
) -> Result<(), Failed<CardRefused>> {
    let member = Member::load(tx, context).await?.ok_or(Failed::NotFound)?;
    standing(tx, &member, id).await?.ok_or(Failed::NotFound)?;
    let replies = store::courses::replies(tx, &member.school).await?;
    let own = replies.iter().find(|one| one.id == *reply && one.to == *id).ok_or(Failed::NotFound)?;
    may(context.actor, &Action::KeepCase { author: &own.by })?;
    if !member.running().is_some_and(|course| own.may_be_taken_back(course)) {
        return Err(Failed::Refused(CardRefused::Counts));
    }
    store::courses::forget_reply(tx, &member.school, reply).await?;
    Ok(context.audit(tx, &member.school, "case-reply-taken-back", id.as_str(), "").await?)
}

/// The coordinator takes a case off in which a child or a colleague can be recognised: its words and those of all replies
/// are gone. Who replied keeps what it counts; its author tells another one.
pub async fn take_off(context: &Context<'_>, id: &CaseId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => take_off_in(&mut tx, context, id))
}

async fn take_off_in(tx: &mut WriteTx, context: &Context<'_>, id: &CaseId) -> Result<(), Failed<Never>> {
    let school = school(context)?;
    may(context.actor, &Action::ManageCourses(school))?;
    let card = store::courses::card(tx, school, id).await?.ok_or(Failed::NotFound)?;
    if card.off_at.is_none() {
        store::courses::take_off(tx, school, id, context.now).await?;
        context.audit(tx, school, "case-taken-off", id.as_str(), "").await?;
    }
    Ok(())
}
