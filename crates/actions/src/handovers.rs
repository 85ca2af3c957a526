//! A change of mentor without blame: asked in confidence, taken back, left as it is or carried out by the
//! coordinator (feat:C23; essay:E7, E9).

mod application;

pub use application::print;

use crate::consents::persons;
use crate::letters::{Letter, promise};
use crate::pairs::appoint_to;
use crate::{Context, Failed, endings};
use domain::audit::{Deed, Kind};
use domain::handovers::{
    AskRefused, ChangeRefused, Handover, NotOpen, State, ends_on, may_ask, note as note_of,
};
use domain::pairs::Pair;
use domain::people::Role;
use domain::permissions::{Action, Two, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{Day, HandoverId, MentorId, PairId, PersonId, SchoolId};
use store::audit::Told;
use store::{Tx, WriteTx};

/// The persons of a pair: this side's, then the other one's.
async fn seats(tx: &mut Tx, pair: &Pair, side: Side) -> store::Result<Option<(PersonId, PersonId)>> {
    Ok(persons(tx, pair).await?.map(|(newcomer, mentor)| match side {
        Side::Newcomer => (newcomer, mentor),
        Side::Mentor => (mentor, newcomer),
    }))
}

/// Coordinators who may read what this side asks: all but the other one of the pair.
pub async fn readers(
    tx: &mut Tx,
    school: &SchoolId,
    other: &PersonId,
    today: Day,
) -> store::Result<Vec<PersonId>> {
    let mut readers = store::people::with_role(tx, school, Role::Coordinator, today).await?;
    readers.retain(|reader| reader != other);
    Ok(readers)
}

/// One of a pair asks the coordinator for another mentor, or to hand over. Nobody else is told.
pub async fn ask(
    context: &Context<'_>,
    pair: &PairId,
    note: Option<&str>,
) -> Result<HandoverId, Failed<AskRefused>> {
    store::change!(context.db, tx => ask_in(&mut tx, context, pair, note))
}

async fn ask_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
    note: Option<&str>,
) -> Result<HandoverId, Failed<AskRefused>> {
    let pair = store::pairs::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let (newcomer, mentor) = persons(tx, &pair).await?.ok_or(Failed::NotFound)?;
    may(
        context.actor,
        &Action::AskHandover(Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor }),
    )?;
    let (side, other) = match &context.actor.person {
        person if *person == newcomer => (Side::Newcomer, &mentor),
        _ => (Side::Mentor, &newcomer),
    };
    let programme =
        store::programmes::get(tx, &pair.school, &pair.programme).await?.ok_or(Failed::NotFound)?;
    let readers = readers(tx, &pair.school, other, context.today).await?;
    may_ask(&pair, &programme, !readers.is_empty(), context.today).map_err(Failed::Refused)?;
    let note = note_of(note).map_err(Failed::Refused)?;
    let earlier = store::handovers::of_pair(tx, &pair.school, &pair.id).await?;
    if let Some(open) = earlier.into_iter().find(|one| one.asked_by == side && one.is_open(&pair)) {
        // The form came twice.
        return if open.note == note { Ok(open.id) } else { Err(Failed::Refused(AskRefused::AlreadyAsked)) };
    }
    let handover = Handover {
        id: context.id(),
        school: pair.school.clone(),
        programme: pair.programme.clone(),
        pair: pair.id,
        asked_by: side,
        note,
        asked_at: context.now,
        state: State::Asked,
        version: 0,
    };
    store::handovers::add(tx, &handover).await?;
    context.audit_nameless(tx, &handover.school, "handover-asked", handover.id.as_str()).await?;
    Ok(handover.id)
}

/// The open one that the reader has asked about a pair.
pub async fn own(tx: &mut Tx, context: &Context<'_>, pair: &Pair) -> store::Result<Option<Handover>> {
    for handover in store::handovers::of_pair(tx, &pair.school, &pair.id).await? {
        let Some((asker, _)) = seats(tx, pair, handover.asked_by).await? else { continue };
        let own = may(context.actor, &Action::KeepHandover { asker: &asker }).is_ok();
        if own && handover.is_open(pair) {
            return Ok(Some(handover));
        }
    }
    Ok(None)
}

/// Whoever asked takes it back; nothing of it stays but that it was.
pub async fn take_back(context: &Context<'_>, pair: &PairId) -> Result<(), Failed<NotOpen>> {
    store::change!(context.db, tx => take_back_in(&mut tx, context, pair))
}

async fn take_back_in(tx: &mut WriteTx, context: &Context<'_>, id: &PairId) -> Result<(), Failed<NotOpen>> {
    let pair = store::pairs::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let (newcomer, mentor) = persons(tx, &pair).await?.ok_or(Failed::NotFound)?;
    may(
        context.actor,
        &Action::AskHandover(Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor }),
    )?;
    let open = own(tx, context, &pair).await?.ok_or(Failed::Refused(NotOpen))?;
    let back = open.take_back(context.now).map_err(Failed::Refused)?;
    store::handovers::save(tx, &back).await?;
    context.audit_nameless(tx, &back.school, "handover-taken-back", back.id.as_str()).await?;
    Ok(())
}

/// A handover that the actor may decide about, with its pair.
pub async fn decidable(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &HandoverId,
) -> store::Result<Option<(Handover, Pair)>> {
    let Some(handover) = store::handovers::get(tx, id).await? else { return Ok(None) };
    let Some(pair) = store::pairs::get(tx, &handover.pair).await? else { return Ok(None) };
    let Some((_, other)) = seats(tx, &pair, handover.asked_by).await? else { return Ok(None) };
    let decide = Action::DecideHandover { school: &handover.school, other: &other };
    Ok(may(context.actor, &decide).is_ok().then_some((handover, pair)))
}

/// The lines of the log without those about a change of mentor that the actor must not learn of: it is kept from the other
/// one of the pair, also where they coordinate.
pub async fn without_hidden(
    tx: &mut Tx,
    context: &Context<'_>,
    lines: Vec<Told>,
) -> store::Result<Vec<Told>> {
    let mut shown = Vec::new();
    for told in lines {
        let handover = Deed::from_word(&told.line.what).is_some_and(|deed| deed.kind() == Kind::Handovers);
        let id = told.line.subject.as_str().into();
        let there = handover && store::handovers::get(tx, &id).await?.is_some();
        if !there || decidable(tx, context, &id).await?.is_some() {
            shown.push(told);
        }
    }
    Ok(shown)
}

/// Everything in a programme that the actor may decide about, with the pairs, the oldest first.
pub async fn all_decidable(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Vec<(Handover, Pair)>> {
    let mut all = Vec::new();
    for handover in store::handovers::of_programme(tx, &programme.school, &programme.id).await? {
        all.extend(decidable(tx, context, &handover.id).await?);
    }
    Ok(all)
}

/// The coordinator has talked, and the pair goes on.
pub async fn stay(context: &Context<'_>, id: &HandoverId) -> Result<(), Failed<NotOpen>> {
    store::change!(context.db, tx => stay_in(&mut tx, context, id))
}

async fn stay_in(tx: &mut WriteTx, context: &Context<'_>, id: &HandoverId) -> Result<(), Failed<NotOpen>> {
    let (handover, _) = decidable(tx, context, id).await?.ok_or(Failed::NotFound)?;
    let stayed = handover.stay(context.now).map_err(Failed::Refused)?;
    store::handovers::save(tx, &stayed).await?;
    context.audit(tx, &stayed.school, "handover-stayed", id.as_str(), "").await?;
    Ok(())
}

/// What the coordinator has agreed with everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The last day of the old pair.
    pub last_day: Day,
    /// The new mentor.
    pub mentor: MentorId,
    /// The new mentor has said yes.
    pub agreed: bool,
    /// Why the two are put together; both of the new pair read it.
    pub reason: String,
}

/// The coordinator carries it out: the old pair ends with its last day, the new one is published and waits for two
/// consents and an order. Gives the new pair.
pub async fn carry_out(
    context: &Context<'_>,
    id: &HandoverId,
    change: &Change,
) -> Result<PairId, Failed<ChangeRefused>> {
    store::change!(context.db, tx => carry_out_in(&mut tx, context, id, change))
}

async fn carry_out_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &HandoverId,
    change: &Change,
) -> Result<PairId, Failed<ChangeRefused>> {
    let (handover, pair) = decidable(tx, context, id).await?.ok_or(Failed::NotFound)?;
    let refused = |why| Err(Failed::Refused(why));
    if !handover.is_open(&pair) {
        return refused(ChangeRefused::NotOpen);
    }
    let until = ends_on(&pair, change.last_day, context.today).map_err(Failed::Refused)?;
    if pair.mentor == change.mentor {
        return refused(ChangeRefused::SameMentor);
    }
    if !change.agreed {
        return refused(ChangeRefused::NotAgreed);
    }
    end(tx, context, &pair, until).await?;
    let new = appoint_to(tx, context, &pair.newcomer, &change.mentor, &change.reason, true).await;
    let new = new.map_err(|failed| failed.map(ChangeRefused::New))?;
    // Whether the other one had asked, too, is decided with it.
    for open in store::handovers::of_pair(tx, &pair.school, &pair.id).await? {
        if open.is_open(&pair) {
            let done = open.carry_out(new.id.clone(), context.now).map_err(|NotOpen| Failed::Changed)?;
            store::handovers::save(tx, &done).await?;
        }
    }
    context.audit(tx, &handover.school, "handover-carried-out", id.as_str(), "").await?;
    Ok(new.id)
}

/// Ends the old pair and tells both alike.
async fn end(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pair: &Pair,
    until: Day,
) -> Result<(), Failed<ChangeRefused>> {
    let ended = pair.clone().end(until, context.now).map_err(|_| Failed::Changed)?;
    store::pairs::save(tx, &ended).await?;
    context.audit(tx, &ended.school, "pair-ended", ended.id.as_str(), "").await?;
    if let Some((newcomer, mentor)) = persons(tx, &ended).await? {
        for person in [newcomer, mentor] {
            promise(context, tx, &person, Letter::PairHandedOver, ended.id.as_str()).await?;
        }
    }
    endings::fall_away(tx, context, &ended, &|day| day >= until).await?;
    Ok(())
}
