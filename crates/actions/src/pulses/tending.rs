//! What happens when a fortnight is over: all at once, so that no sign comes or goes with an answer.

use super::asked_in;
use crate::{Context, Failed, Never};
use domain::PersonId;
use domain::programmes::{Phase, Programme};
use domain::pulses::{Fortnight, Given, Said, Source, WORDING, by_lot, forget_on, is_asked, is_time_to_ask};
use std::collections::BTreeSet;
use store::WriteTx;

/// The schedule ends the fortnights of the actor's school that are over, begins the one of today, and forgets what is old.
/// Gives how many ended.
pub async fn tend(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => tend_in(&mut tx, context))
}

async fn tend_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<usize, Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let mut ended = 0;
    for programme in store::programmes::of_school(tx, school).await? {
        if context.today >= forget_on(&programme) {
            store::pulses::forget(tx, &programme).await?;
            continue;
        }
        for fortnight in store::pulses::begun(tx, &programme).await? {
            if fortnight.is_over(&programme, context.today) {
                end(tx, context, &programme, fortnight).await?;
                ended += 1;
            }
        }
        let now = Fortnight::on(&programme, context.today);
        if let Some(now) = now.filter(|_| is_asked(&programme.settings, true)) {
            store::pulses::begin(tx, &programme, now).await?;
        }
    }
    Ok(ended)
}

/// Whoever was asked and said nothing, about a meeting neither, was silent; then the signs are written, and some by lot.
async fn end(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    fortnight: Fortnight,
) -> store::Result<()> {
    store::pulses::end(tx, programme, fortnight).await?;
    let asked = asked_in(tx, programme, fortnight, context.today).await?;
    let mut given = store::pulses::of_programme(tx, programme).await?;
    given.retain(|one| one.fortnight <= fortnight);
    let source = if programme.settings.pulse_fortnightly { Source::Fortnight } else { Source::Meeting };
    for (person, side) in &asked {
        if !given.iter().any(|one| one.person == *person && one.fortnight == fortnight) {
            let silent = Given {
                person: person.clone(),
                fortnight,
                source,
                second_week: true,
                side: *side,
                said: Said::Silent,
                lang: String::new(),
                wording: WORDING,
            };
            store::pulses::keep(tx, programme, &silent).await?;
            given.push(silent);
        }
    }
    if programme.phase(context.today) == Phase::Closed {
        return Ok(());
    }
    let asked: BTreeSet<PersonId> = asked.into_keys().collect();
    for person in &to_ask(tx, context, programme, fortnight, (&asked, given.as_slice())).await? {
        store::pulses::sign(tx, programme, person, fortnight).await?;
    }
    Ok(())
}

/// Whom the coordinator is to ask, too, from the end of a fortnight on.
async fn to_ask(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    fortnight: Fortnight,
    (asked, given): (&BTreeSet<PersonId>, &[Given]),
) -> store::Result<BTreeSet<PersonId>> {
    let signs = store::pulses::signs(tx, programme).await?;
    let words = store::pulses::wordings(tx, programme).await?;
    let before = |person: &PersonId| signs.iter().find(|sign| sign.person == *person);
    let waits = |person: &PersonId| before(person).is_some_and(|sign| !sign.is_asked);
    let asks = |person: &PersonId| {
        let line: Vec<&Given> = given.iter().filter(|one| one.person == *person).collect();
        let since = before(person).map(|sign| sign.since);
        is_time_to_ask(&line, (&words, programme.settings.pulse_silent), fortnight, since)
    };
    let found = asked.iter().filter(|person| waits(person) || asks(person));
    let named: BTreeSet<PersonId> = found.cloned().collect();
    let drawn = by_lot(asked, &named, || u64::from_be_bytes(context.ids.bytes::<8>()));
    Ok(named.into_iter().filter(|person| !waits(person)).chain(drawn).collect())
}
