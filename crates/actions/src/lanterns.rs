//! The «round lantern» (feat:H5; essay:E18): colleagues recognise a young specialist for a topic, who agrees and then holds a
//! small, dated right: open hours, answers, notes. Who recognised whom is handed out to nobody.

mod notes;
mod reading;
mod sharing;

pub use notes::{keep_note, keeping, note, remove_note};
pub use reading::{Board, Opened, board, offered, opened, own_minutes, unanswered};
pub use sharing::{Announced, ask, call_off, hold, open, reply};

use crate::{Context, Failed, Never};
use domain::difficulties::Topic;
use domain::duties::year_end;
use domain::ideas::is_young;
use domain::lanterns::{Lantern, LightRefused, State};
use domain::people::{Actor, Role};
use domain::permissions::{Action, may};
use domain::settings::Settings;
use domain::{Day, LanternId, PersonId, SchoolId};
use std::collections::BTreeSet;
use store::lanterns::For;
use store::{Tx, WriteTx};

/// The school whose lanterns the actor sees.
fn school_of<R>(context: &Context<'_>) -> Result<SchoolId, Failed<R>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::SeeLanterns(&school))?;
    Ok(school)
}

/// The settings by which a school has lanterns today: those of its programme, or the usual ones.
async fn settings(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<Settings> {
    let running = store::programmes::running(tx, school, today).await?;
    Ok(running.map(|programme| programme.settings).unwrap_or_default())
}

/// The young specialists who work at a school today.
async fn young(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<BTreeSet<PersonId>> {
    let most = settings(tx, school, today).await?.lantern_years;
    let newcomers = store::people::with_role(tx, school, Role::Newcomer, today).await?;
    let teachers = store::people::with_role(tx, school, Role::Teacher, today).await?;
    let mut people = store::people::of_school(tx, school).await?;
    people.retain(|person| {
        let held = [(Role::Newcomer, &newcomers), (Role::Teacher, &teachers)];
        let held = held.into_iter().filter(|(_, all)| all.contains(&person.id));
        let them = Actor {
            person: person.id.clone(),
            school: person.school.clone(),
            district: None,
            roles: held.map(|(role, _)| role).collect(),
        };
        person.works_on(today) && is_young(&them, person.service_years, most)
    });
    Ok(people.into_iter().map(|person| person.id).collect())
}

/// A lantern that the actor sees: one that is lit, the own one, and one at which they have asked, also once it is over: what
/// was answered them stays theirs to read.
async fn found<R>(tx: &mut Tx, context: &Context<'_>, id: &LanternId) -> Result<Lantern, Failed<R>> {
    let lantern = store::lanterns::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::SeeLanterns(&lantern.school))?;
    let me = &context.actor.person;
    if lantern.person == *me || lantern.is_lit(context.today) {
        return Ok(lantern);
    }
    let asked = store::lanterns::asked(tx, &lantern.school, me).await?;
    if asked.iter().any(|one| one.lantern == lantern.id) { Ok(lantern) } else { Err(Failed::NotFound) }
}

/// A colleague recognises a young specialist for a topic. With enough of them, the person is asked.
pub async fn recognise(
    context: &Context<'_>,
    person: &PersonId,
    topic: Topic,
) -> Result<(), Failed<LightRefused>> {
    store::change!(context.db, tx => recognise_in(&mut tx, context, person, topic))
}

async fn recognise_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    person: &PersonId,
    topic: Topic,
) -> Result<(), Failed<LightRefused>> {
    let school = school_of::<LightRefused>(context)?;
    may(context.actor, &Action::Recognise { school: &school, person })?;
    if !young(tx, &school, context.today).await?.contains(person) {
        return Err(Failed::Refused(LightRefused::Person));
    }
    let whom = For { school: &school, person, topic, until: year_end(context.today) };
    store::lanterns::recognise(tx, whom, &context.actor.person).await?;
    let least = settings(tx, &school, context.today).await?.lantern_colleagues;
    let enough = store::lanterns::colleagues(tx, whom).await?.len() >= usize::from(least);
    let same = |one: &Lantern| one.person == *person && one.topic == topic && one.until == whom.until;
    let known = store::lanterns::of_school(tx, &school).await?.iter().any(same);
    if enough && !known {
        let lantern = Lantern::recognised(context.id(), school.clone(), person.clone(), topic, context.today);
        store::lanterns::add(tx, &lantern).await?;
    }
    Ok(())
}

/// Whoever was recognised agrees to share until the school year ends.
pub async fn accept(context: &Context<'_>, id: &LanternId) -> Result<(), Failed<LightRefused>> {
    store::change!(context.db, tx => accept_in(&mut tx, context, id))
}

async fn accept_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &LanternId,
) -> Result<(), Failed<LightRefused>> {
    let lantern = found::<LightRefused>(tx, context, id).await?;
    may(context.actor, &Action::AcceptLantern { school: &lantern.school, person: &lantern.person })?;
    if lantern.is_lit(context.today) {
        return Ok(());
    }
    let lit = lantern.accept(context.today).map_err(Failed::Refused)?;
    store::lanterns::save(tx, &lit).await?;
    context.audit(tx, &lit.school, "lantern-lit", lit.id.as_str(), "").await?;
    Ok(())
}

/// It ends, and nobody asks why.
pub async fn end(context: &Context<'_>, id: &LanternId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => end_in(&mut tx, context, id))
}

async fn end_in(tx: &mut WriteTx, context: &Context<'_>, id: &LanternId) -> Result<(), Failed<Never>> {
    let lantern = found::<Never>(tx, context, id).await?;
    may(context.actor, &Action::EndLantern { school: &lantern.school, person: &lantern.person })?;
    if lantern.state == State::Over {
        return Ok(());
    }
    let over = lantern.end();
    store::lanterns::save(tx, &over).await?;
    context.audit(tx, &over.school, "lantern-over", over.id.as_str(), "").await?;
    Ok(())
}
