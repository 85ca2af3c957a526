//! Cases from practice: told, replied to, found by words; taken back by their authors while nothing rests on them, taken
//! off by the coordinator where somebody can be recognised. A case is for the school of its author, who may open it to the
//! other schools of the district: replies from there count in the course of whoever replied.

use super::{Member, go_on, names, school};
use crate::{Context, Failed, Never};
use domain::courses::{Audience, Card, CardRefused, Words, Written};
use domain::permissions::{Action, may};
use domain::questions::Topic;
use domain::schools::School;
use domain::{CaseId, PersonId, ReplyId, SchoolId};
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// Who wrote a case or a reply, as far as the reader may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// Somebody of the reader's school: their name.
    Here(String),
    /// Somebody of another school, who has allowed that this is told.
    There {
        /// Their name.
        name: String,
        /// Their school.
        school: Box<School>,
    },
    /// Somebody of another school; neither name nor school is told.
    Unnamed,
}

/// What decides which names the reader is told.
struct Names {
    home: SchoolId,
    known: BTreeMap<PersonId, String>,
}

impl Names {
    async fn load(tx: &mut Tx, home: &SchoolId) -> store::Result<Self> {
        Ok(Self { home: home.clone(), known: names(tx, home).await? })
    }

    fn here(&self, person: &PersonId) -> Author {
        Author::Here(self.known.get(person).cloned().unwrap_or_default())
    }

    async fn of_card(&self, tx: &mut Tx, card: &Card) -> store::Result<Author> {
        if card.school == self.home {
            return Ok(self.here(&card.by));
        }
        if card.audience != Audience::Named {
            return Ok(Author::Unnamed);
        }
        let person = store::people::get(tx, &card.by).await?;
        let school = store::schools::get(tx, &card.school).await?;
        Ok(match (person, school) {
            (Some(person), Some(school)) => {
                Author::There { name: person.name.full(), school: Box::new(school) }
            }
            _ => Author::Unnamed,
        })
    }

    /// Nobody has allowed that a reply is told under their name in another school.
    fn of_reply(&self, reply: &Written) -> Author {
        if reply.home == self.home { self.here(&reply.by) } else { Author::Unnamed }
    }
}

/// A case in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The case.
    pub card: Card,
    /// Its author.
    pub author: Author,
    /// Somebody of another school of the district has told it.
    pub elsewhere: bool,
    /// The actor wrote it.
    pub own: bool,
    /// How many replies there are.
    pub replies: usize,
    /// The actor has replied.
    pub replied: bool,
}

/// Cases in which all words stand, the latest first: those of the actor's school and those that are open to it. `None` for
/// whoever may not read them.
pub async fn find(
    tx: &mut Tx,
    context: &Context<'_>,
    words: &str,
    topic: Option<Topic>,
) -> store::Result<Option<Vec<Found>>> {
    let Some(member) = Member::load(tx, context).await? else { return Ok(None) };
    let names = Names::load(tx, &member.school).await?;
    let mut library = store::courses::library(tx, &member.school).await?;
    library.cards.extend(store::courses::cards_opened_to(tx, &member.school).await?);
    library.replies.extend(store::courses::replies_opened_to(tx, &member.school).await?);
    library.cards.retain(|card| card.off_at.is_none() && card.is_found_by(words, topic));
    library.cards.sort_by_key(|card| card.told_at);
    let me = &context.actor.person;
    let mut found = Vec::new();
    for card in library.cards.into_iter().rev() {
        let author = names.of_card(tx, &card).await?;
        let to = || library.replies.iter().filter(|reply| reply.to == card.id);
        found.push(Found {
            author,
            elsewhere: card.school != member.school,
            own: card.by == *me,
            replies: to().count(),
            replied: to().any(|reply| reply.by == *me),
            card,
        });
    }
    Ok(Some(found))
}

/// A reply as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The reply.
    pub written: Written,
    /// Its author.
    pub author: Author,
    /// The actor may take it back.
    pub may_go: bool,
}

/// A case with its replies.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the reader may do")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The case.
    pub card: Card,
    /// Its author.
    pub author: Author,
    /// The actor may take it back.
    pub may_go: bool,
    /// The actor may say who reads it.
    pub may_show: bool,
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
    let names = Names::load(tx, &member.school).await?;
    let author = names.of_card(tx, &card).await?;
    let written = replies_to(tx, &card).await?;
    let (me, running) = (&context.actor.person, member.running());
    let may_go = card.by == *me && running.is_some_and(|own| card.may_be_taken_back(own, &written));
    let replies = written.into_iter().map(|written| Reply {
        author: names.of_reply(&written),
        may_go: written.by == *me && running.is_some_and(|own| written.may_be_taken_back(own)),
        written,
    });
    Ok(Some(Read {
        author,
        may_go,
        may_show: card.school == member.school && keeps(context, &card),
        may_take_off: may(context.actor, &Action::ManageCourses(&card.school)).is_ok(),
        may_reply: card.by != *me && running.is_some(),
        replies: replies.collect(),
        card,
    }))
}

/// The actor wrote it.
fn keeps(context: &Context<'_>, card: &Card) -> bool {
    may(context.actor, &Action::KeepCase { author: &card.by }).is_ok()
}

/// A case that stands in the school, or in another one of the district where its author has opened it.
async fn standing(tx: &mut Tx, member: &Member, id: &CaseId) -> store::Result<Option<Card>> {
    let own = store::courses::card(tx, &member.school, id).await?;
    if let Some(own) = own {
        return Ok(Some(own).filter(|card| card.off_at.is_none()));
    }
    let open = store::courses::cards_opened_to(tx, &member.school).await?;
    Ok(open.into_iter().find(|card| card.id == *id))
}

/// All replies to a case, the oldest first.
async fn replies_to(tx: &mut Tx, card: &Card) -> store::Result<Vec<Written>> {
    let mut replies = store::courses::replies(tx, &card.school).await?;
    replies.retain(|reply| reply.to == card.id);
    Ok(replies)
}

/// The actor tells a case from their practice, and says who reads it.
pub async fn tell(
    context: &Context<'_>,
    topic: Topic,
    words: &Words,
    audience: Audience,
) -> Result<CaseId, Failed<CardRefused>> {
    store::change!(context.db, tx => tell_in(&mut tx, context, topic, words, audience))
}

async fn tell_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    topic: Topic,
    words: &Words,
    audience: Audience,
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
    let told = store::courses::cards(tx, &member.school).await?;
    if let Some(card) = told.iter().find(same) {
        turn_to(tx, context, card, audience).await?;
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
        audience: Audience::School,
    };
    store::courses::tell(tx, &card).await?;
    context.audit(tx, &member.school, "case-told", card.id.as_str(), "").await?;
    turn_to(tx, context, &card, audience).await?;
    go_on(tx, context, course).await?;
    Ok(card.id)
}

/// Keeps who reads a case from now on, and notes it; what is so already is noted no second time.
async fn turn_to(
    tx: &mut WriteTx,
    context: &Context<'_>,
    card: &Card,
    audience: Audience,
) -> store::Result<()> {
    if card.audience == audience {
        return Ok(());
    }
    store::courses::show_to(tx, &card.school, &card.id, audience).await?;
    let what = if audience.is_open() { "case-opened" } else { "case-closed" };
    context.audit(tx, &card.school, what, card.id.as_str(), "").await
}

/// The author says who reads a case from now on. Where it is closed again the other schools read it no more; what was
/// replied there keeps what it counts.
pub async fn show_to(context: &Context<'_>, id: &CaseId, audience: Audience) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => show_to_in(&mut tx, context, id, audience))
}

async fn show_to_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CaseId,
    audience: Audience,
) -> Result<(), Failed<Never>> {
    let member = Member::load(tx, context).await?.ok_or(Failed::NotFound)?;
    let card = standing(tx, &member, id).await?.ok_or(Failed::NotFound)?;
    if card.school != member.school {
        return Err(Failed::NotFound);
    }
    may(context.actor, &Action::KeepCase { author: &card.by })?;
    Ok(turn_to(tx, context, &card, audience).await?)
}

/// The actor replies to the case of somebody else, in their own school or in another one that may read it.
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
    let (home, person) = (&member.school, &course.candidate.person);
    let take_part = if card.school == *home {
        Action::JoinCourse { school: home, person }
    } else {
        Action::VisitCase { home, person, opened: card.audience.is_open() }
    };
    may(context.actor, &take_part)?;
    if card.by == context.actor.person {
        return Err(Failed::Refused(CardRefused::OwnCase));
    }
    let words = Written::checked(words).map_err(Failed::Refused)?;
    let written = replies_to(tx, &card).await?;
    // The form came twice.
    let me = &context.actor.person;
    let same = |one: &Written| one.by == *me && one.course == course.candidate.course && one.words == words;
    if written.iter().any(same) {
        return Ok(());
    }
    let reply = Written {
        id: context.id(),
        school: card.school,
        to: id.clone(),
        home: member.school.clone(),
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
    let replies = replies_to(tx, &card).await?;
    if !member.running().is_some_and(|own| card.may_be_taken_back(own, &replies)) {
        return Err(Failed::Refused(CardRefused::Counts));
    }
    store::courses::forget_card(tx, &card.school, id).await?;
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
    let card = standing(tx, &member, id).await?.ok_or(Failed::NotFound)?;
    let replies = replies_to(tx, &card).await?;
    let own = replies.iter().find(|one| one.id == *reply).ok_or(Failed::NotFound)?;
    may(context.actor, &Action::KeepCase { author: &own.by })?;
    if !member.running().is_some_and(|course| own.may_be_taken_back(course)) {
        return Err(Failed::Refused(CardRefused::Counts));
    }
    store::courses::forget_reply(tx, &card.school, reply).await?;
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
