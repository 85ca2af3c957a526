//! Commissions that other schools of the district have opened (docs/decisions/0062): the coordinator of another school puts
//! candidates of their own before them and sends examiners, and reads of them their own people alone.

use super::reading::{candidates_of, examiners};
use super::{Refused, loaded, managed};
use crate::letters::{Letter, promise};
use crate::{Context, Failed, Never};
use domain::exams::{Commission, Hearing, HearingState, MOST_EXAMINERS, enough};
use domain::permissions::{Action, may};
use domain::schools::School;
use domain::{CommissionId, Day, HearingId, PersonId, SchoolId};
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// How many places a commission has left for candidates of other schools.
pub(super) async fn left(tx: &mut Tx, commission: &Commission) -> store::Result<usize> {
    let hearings = store::commissions::hearings(tx, commission).await?;
    let taken = hearings.iter().filter(|one| one.home != commission.school).count();
    Ok(usize::from(commission.places).saturating_sub(taken))
}

/// A commission to which the actor may send people of their school, and that school: they name commissions there, or another
/// school has opened this one.
pub(super) async fn sendable<'a, R>(
    tx: &mut Tx,
    context: &Context<'a>,
    id: &CommissionId,
) -> Result<(Commission, &'a SchoolId), Failed<R>> {
    let home = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let commission = store::commissions::get(tx, id).await?.ok_or(Failed::NotFound)?;
    if commission.school == *home {
        return Ok((managed::<R>(tx, context, id).await?, home));
    }
    let open = store::commissions::opened_to(tx, home, context.today).await?;
    let opened = open.iter().any(|one| one.id == *id);
    may(context.actor, &Action::SendToPractice { home, opened })?;
    Ok((commission, home))
}

/// Whether a commission is one of the actor's school; not there for whoever may send nobody to it.
pub async fn is_own(tx: &mut Tx, context: &Context<'_>, id: &CommissionId) -> Result<bool, Failed<Never>> {
    let (commission, home) = sendable::<Never>(tx, context, id).await?;
    Ok(commission.school == *home)
}

/// Names and schools of people of other schools who have to do with a commission, for whoever reads who they are.
pub async fn called(
    tx: &mut Tx,
    people: BTreeMap<PersonId, SchoolId>,
) -> store::Result<BTreeMap<PersonId, (String, School)>> {
    let mut called = BTreeMap::new();
    for (person, home) in people {
        if let Some(found) = crate::sittings::called(tx, &person, &home).await? {
            called.insert(person, found);
        }
    }
    Ok(called)
}

/// A candidate for whoever leads the commission, or sent them there; not for the candidate.
pub(super) async fn sent(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &HearingId,
) -> Result<(Hearing, Commission), Failed<Refused>> {
    let (hearing, commission) = loaded::<Refused>(tx, id).await?;
    let sends = context.actor.school.as_ref() == Some(&hearing.home);
    let school = if sends { &hearing.home } else { &hearing.school };
    may(context.actor, &Action::ManageCommissions(school))?;
    if hearing.candidate == context.actor.person {
        return Err(Failed::Refused(Refused::OwnExam));
    }
    Ok((hearing, commission))
}

/// Sends somebody of the actor's school to examine in a commission of another school, before it hears anybody; they are
/// told. Whoever was sent stays there.
pub async fn send(
    context: &Context<'_>,
    id: &CommissionId,
    person: &PersonId,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => send_in(&mut tx, context, id, person))
}

async fn send_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CommissionId,
    person: &PersonId,
) -> Result<(), Failed<Refused>> {
    let (commission, home) = sendable::<Refused>(tx, context, id).await?;
    if commission.school == *home {
        // Own people are named with the commission.
        return Err(Failed::NotFound);
    }
    if commission.homes.get(person) == Some(home) {
        // The form came twice. Who else sits there is not told.
        return Ok(());
    }
    let hears = !store::commissions::hearings(tx, &commission).await?.is_empty();
    let free = examiners(tx, context, home, &[], commission.day).await?;
    let working = crate::people::working(tx, home, commission.day).await?;
    match () {
        () if commission.day < context.today => return Err(Failed::Refused(Refused::Past)),
        () if hears => return Err(Failed::Refused(Refused::Late)),
        () if commission.members.len() >= MOST_EXAMINERS => return Err(Failed::Refused(Refused::Members)),
        () if !free.contains(person) || !working.contains(person) => {
            return Err(Failed::Refused(Refused::Stranger));
        }
        () => {}
    }
    let mut seated = commission;
    seated.members.insert(person.clone());
    seated.homes.insert(person.clone(), home.clone());
    store::commissions::seat_others(tx, &seated).await?;
    context.audit(tx, home, "examiner-sent", id.as_str(), "").await?;
    Ok(promise(context, tx, person, Letter::ExaminerNamed, id.as_str()).await?)
}

/// Gives back the places of a candidate before commissions of other schools, where nothing has begun.
pub(crate) async fn give_places_back(
    tx: &mut WriteTx,
    context: &Context<'_>,
    home: &SchoolId,
    person: &PersonId,
) -> store::Result<()> {
    for hearing in store::commissions::of_person(tx, home, person).await? {
        if hearing.school != *home && hearing.state == HearingState::Waiting {
            store::commissions::forget(tx, &hearing).await?;
            context.audit(tx, home, "hearing-taken-off", hearing.id.as_str(), "").await?;
        }
    }
    Ok(())
}

/// Takes somebody who leaves their school off the commissions of other schools from a day on, and off the practices there that
/// are not over and whose sheets they have not sealed. Where too few would be left to mark they stay until that school names
/// somebody in their place, as it does for its own people.
pub(crate) async fn free(
    tx: &mut WriteTx,
    context: &Context<'_>,
    home: &SchoolId,
    person: &PersonId,
    from: Day,
) -> store::Result<()> {
    give_places_back(tx, context, home, person).await?;
    for commission in store::commissions::seated_elsewhere(tx, home, person).await? {
        let mut freed = false;
        for hearing in store::commissions::hearings(tx, &commission).await? {
            let Ok(without) = hearing.without(person) else { continue };
            store::commissions::close(tx, &without, person).await?;
            store::commissions::save(tx, &without).await?;
            freed = true;
        }
        let mut seated = commission;
        seated.members.remove(person);
        if seated.day >= from && enough(&seated.members) {
            store::commissions::seat_others(tx, &seated).await?;
            freed = true;
        }
        if freed {
            context.audit(tx, &seated.school, "commission-freed", seated.id.as_str(), "").await?;
        }
    }
    Ok(())
}

/// One of the own people before a commission of another school.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Their name.
    pub name: String,
    /// The practice, without sheets and situation.
    pub hearing: Hearing,
    /// They can be taken off: nothing has begun.
    pub may_take_off: bool,
}

/// A commission of another school for the coordinator of this one.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The school that holds it.
    pub host: School,
    /// The commission, with the own people among its members alone.
    pub commission: Commission,
    /// How many sit in it.
    pub examiners: usize,
    /// How many places are left for candidates of other schools.
    pub left: usize,
    /// The own people before it.
    pub sent: Vec<Sent>,
    /// Who of the own people can be put before it.
    pub candidates: Vec<PersonId>,
    /// Who of the own people can be sent to examine.
    pub free: BTreeSet<PersonId>,
}

/// Commissions of other schools that are open to the actor's, and those before which people of it were; nothing for whoever
/// names no commissions.
pub async fn opened(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Opened>> {
    let mut found = Vec::new();
    let Some(home) = &context.actor.school else { return Ok(found) };
    if may(context.actor, &Action::ManageCommissions(home)).is_err() {
        return Ok(found);
    }
    let mut commissions = store::commissions::opened_to(tx, home, context.today).await?;
    let own = store::commissions::elsewhere(tx, home).await?;
    for hearing in &own {
        if commissions.iter().all(|one| one.id != hearing.commission) {
            commissions.extend(store::commissions::get(tx, &hearing.commission).await?);
        }
    }
    commissions.sort_by_key(|one| std::cmp::Reverse((one.day, one.from)));
    for commission in commissions {
        let Some(host) = store::schools::get(tx, &commission.school).await? else { continue };
        found.push(opening(tx, context, home, commission, host, &own).await?);
    }
    Ok(found)
}

async fn opening(
    tx: &mut Tx,
    context: &Context<'_>,
    home: &SchoolId,
    mut commission: Commission,
    host: School,
    own: &[Hearing],
) -> store::Result<Opened> {
    let ahead = commission.day >= context.today;
    let left = left(tx, &commission).await?;
    let hears = !store::commissions::hearings(tx, &commission).await?.is_empty();
    let mut sent = Vec::new();
    for hearing in own.iter().filter(|one| one.commission == commission.id) {
        let name = store::people::get(tx, &hearing.candidate).await?.map(|one| one.name.full());
        sent.push(Sent {
            name: name.unwrap_or_default(),
            may_take_off: hearing.state == HearingState::Waiting && hearing.candidate != context.actor.person,
            hearing: hearing.clone().seen_by_candidate(),
        });
    }
    let room = ahead && !hears && commission.members.len() < MOST_EXAMINERS;
    let mut free =
        if room { examiners(tx, context, home, &[], commission.day).await? } else { BTreeSet::new() };
    free.retain(|one| !commission.members.contains(one));
    let candidates =
        if ahead && left > 0 { candidates_of(tx, home, &commission.id, context).await? } else { Vec::new() };
    let examiners = commission.members.len();
    commission.members.retain(|one| commission.homes.get(one) == Some(home));
    commission.homes.retain(|_, school| school == home);
    Ok(Opened { host, commission, examiners, left, sent, candidates, free })
}
