//! Camps of young specialists (feat:H1; doc:A22; essay:E17): a school plans one, people of the schools of its district sign
//! up and put workshops in their own order, a draw from a published seed gives the workshops out and says why, and the
//! report is made from what was recorded. docs/decisions/0055 says who may come and how the draw goes.

mod drawing;
mod holding;
mod joining;
mod planning;
mod printing;
mod voices;

pub use domain::camps::Planned;
pub use drawing::{drawn, given, ticket};
pub use holding::{Step, edition, group, mark, step, write};
pub(crate) use joining::free;
pub use joining::{join, leave, photograph};
pub use planning::{add_slot, add_workshop, move_slot, plan, remove_slot, remove_workshop, replan};
pub use printing::{later_line, print_programme, print_report, taken};
pub use voices::{Taken, Voiced, Voices, answer, remove_idea, share, take_idea, vote};

use crate::{Context, Failed, Never};
use domain::camps::{Camp, Member, Slot, State, Told, why};
use domain::people::{Person, Role};
use domain::permissions::{Action, may};
use domain::schools::School;
use domain::{CampId, Day, PersonId, SchoolId};
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// Somebody of a camp as those who lead it read them: the name and the short names of the school in Kazakh and in Russian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// The full name.
    pub name: String,
    /// The school in Kazakh.
    pub school_kk: String,
    /// The school in Russian.
    pub school_ru: String,
}

/// Somebody stepped back from a slot after the draw, without names: those who come stand here by their places in the draw of
/// the slot. Whoever had no seat in it stands here too: else nobody could follow why a free seat passed them by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Later {
    /// The slot, by its place in the grid.
    pub slot: usize,
    /// The workshop whose seat fell free, by its place in the slot; none where they had no seat.
    pub workshop: Option<usize>,
    /// The day on which they said so.
    pub on: Day,
    /// The place in the draw of whoever stepped back, from 1 on.
    pub from: usize,
    /// The place in the draw of whoever moved up; nobody where everybody had a seat, or none fell free.
    pub to: Option<usize>,
}

/// A camp as somebody sees it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The camp; its groups with their members are for those who lead one of them or the camp, others see their own.
    pub camp: Camp,
    /// The reader, if they take part.
    pub me: Option<Member>,
    /// For each slot, why the reader is where they are; nothing of a slot without workshops, and before they are given out.
    pub why: Vec<Option<Told>>,
    /// Everybody who takes part, for those who lead it or a group; without their orders.
    pub members: Vec<Member>,
    /// Those who stepped back on one of its days, for the same readers: they were there before.
    pub gone: Vec<Member>,
    /// The same for every slot and member as for the reader: for those who lead the camp.
    pub reasons: BTreeMap<PersonId, Vec<Option<Told>>>,
    /// What came after the draw, in that order.
    pub later: Vec<Later>,
    /// Names of those whom the reader may see.
    pub guests: BTreeMap<PersonId, Guest>,
    /// What is said there, for whoever takes part and those who lead it.
    pub voices: Option<Voices>,
    /// How many take part.
    pub count: usize,
    /// From how many schools.
    pub schools: usize,
    /// The reader plans and closes it.
    pub manages: bool,
    /// The reader writes down who was there.
    pub marks: bool,
}

/// Does the actor work at a school of the camp's district, or take part already, and is the camp open to people? Whose school
/// has changed its district may step back still, and take back their word about photographs.
async fn near(tx: &mut Tx, context: &Context<'_>, camp: &Camp) -> store::Result<bool> {
    let Some(home) = context.actor.school.as_ref() else { return Ok(false) };
    if !camp.is_announced() {
        return Ok(false);
    }
    let school = store::schools::get(tx, home).await?;
    if school.is_some_and(|school| school.district == camp.district) {
        return Ok(true);
    }
    let own = store::camps::of_person(tx, home, &context.actor.person).await?;
    Ok(own.iter().any(|one| one.id == camp.id) && !camp.has_left(&context.actor.person))
}

fn manages(context: &Context<'_>, camp: &Camp) -> bool {
    may(context.actor, &Action::ManageCamps(&camp.school)).is_ok()
}

fn marks(context: &Context<'_>, camp: &Camp) -> bool {
    may(context.actor, &Action::MarkCamp { school: &camp.school, leaders: &camp.leaders() }).is_ok()
}

/// A camp that the actor may see; one whose grid is still made is there for those who make it alone.
async fn seen<R>(tx: &mut Tx, context: &Context<'_>, id: &CampId) -> Result<Camp, Failed<R>> {
    let camp = store::camps::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let near = near(tx, context, &camp).await?;
    may(context.actor, &Action::SeeCamp { school: &camp.school, near })?;
    if !camp.is_announced() && !manages(context, &camp) {
        return Err(Failed::NotFound);
    }
    Ok(camp)
}

/// The same for those who lead it.
async fn led<R>(tx: &mut Tx, context: &Context<'_>, id: &CampId) -> Result<Camp, Failed<R>> {
    let camp = store::camps::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageCamps(&camp.school))?;
    Ok(camp)
}

/// Saves, and writes into the log of the school that holds it what was done.
async fn keep(
    tx: &mut WriteTx,
    context: &Context<'_>,
    camp: &Camp,
    what: &str,
    detail: &str,
) -> store::Result<()> {
    store::camps::save(tx, camp).await?;
    context.audit(tx, &camp.school, what, camp.id.as_str(), detail).await
}

/// Names and schools of people of a camp, who are of several schools.
async fn guests(tx: &mut Tx, camp: &Camp, people: &[PersonId]) -> store::Result<BTreeMap<PersonId, Guest>> {
    if people.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut found = store::people::of_camp(tx, &camp.school, &camp.id).await?;
    found.retain(|person| people.contains(&person.id));
    let homes: BTreeSet<SchoolId> = found.iter().filter_map(|person| person.school.clone()).collect();
    let mut schools: BTreeMap<SchoolId, School> = BTreeMap::new();
    for home in homes {
        if let Some(school) = store::schools::get(tx, &home).await? {
            schools.insert(home, school);
        }
    }
    let guest = |person: Person| {
        let school = schools.get(person.school.as_ref()?)?;
        let (school_kk, school_ru) = (school.short_kk.clone(), school.short_ru.clone());
        Some((person.id, Guest { name: person.name.full(), school_kk, school_ru }))
    };
    Ok(found.into_iter().filter_map(guest).collect())
}

/// Why each is where they are, slot by slot; nothing of a slot without workshops, and before they are given out.
fn reasons(camp: &Camp, members: &[Member]) -> BTreeMap<PersonId, Vec<Option<Told>>> {
    let given = matches!(camp.state, State::Assigned | State::Closed);
    let order =
        |(at, slot): (usize, &Slot)| (given && !slot.workshops.is_empty()).then(|| drawn(camp, at, members));
    let orders: Vec<Option<Vec<&Member>>> = camp.slots.iter().enumerate().map(order).collect();
    let told = |member: &Member| {
        let slots = orders.iter().enumerate();
        let steps: Vec<Option<Told>> =
            slots.map(|(at, order)| why(camp, at, order.as_ref()?, &member.person)).collect();
        (member.person.clone(), steps)
    };
    members.iter().map(told).collect()
}

/// What came after the draw, in that order.
fn later(camp: &Camp, members: &[Member]) -> Vec<Later> {
    let mut later = Vec::new();
    if camp.changes.is_empty() {
        return later;
    }
    let orders = drawing::orders(camp, members);
    for change in &camp.changes {
        let ahead =
            camp.slots.iter().zip(&orders).enumerate().filter(|(at, (slot, _))| {
                !slot.workshops.is_empty() && camp.is_gone_from(*at, &change.person)
            });
        for (slot, (_, order)) in ahead {
            let place = |person: &PersonId| Some(order.iter().position(|one| one.person == *person)? + 1);
            let Some(from) = place(&change.person) else { continue };
            let freed = change.freed.iter().find(|one| one.slot == slot);
            let to = freed.and_then(|one| one.to.as_ref()).and_then(place);
            later.push(Later { slot, workshop: freed.map(|one| one.workshop), on: change.on, from, to });
        }
    }
    later
}

/// A camp for a page.
pub async fn opened(tx: &mut Tx, context: &Context<'_>, id: &CampId) -> Result<Opened, Failed<Never>> {
    let mut camp = seen::<Never>(tx, context, id).await?;
    let mut members = store::camps::members(tx, &camp).await?;
    let me = &context.actor.person;
    let (manages, marks) = (manages(context, &camp), marks(context, &camp));
    let mut all = reasons(&camp, &members);
    let later = later(&camp, &members);
    // Whoever stepped back is in the draw still, and among those who come no longer.
    let mut gone: Vec<Member> = members.extract_if(.., |one| camp.has_left(&one.person)).collect();
    gone.retain(|one| marks && camp.may_have_come(&one.person, camp.first));
    all.retain(|person, _| !camp.has_left(person));
    let why = all.get(me).cloned().unwrap_or_default();
    if !manages {
        all.clear();
    }
    let own = members.iter().find(|one| one.person == *me).cloned();
    let (count, schools) = (members.len(), homes(&members));
    let voices = voices::read(tx, context, &camp, (own.as_ref(), manages)).await?;
    let ideas = voices.iter().flat_map(|voices| &voices.ideas);
    let mut told: Vec<PersonId> = ideas.filter_map(|idea| idea.author.clone()).collect();
    if marks {
        told.extend(members.iter().chain(&gone).map(|one| one.person.clone()));
    } else {
        // Others learn who leads their own group, and of no other.
        camp.groups = camp.group_of(me).cloned().into_iter().collect();
        for group in &mut camp.groups {
            group.members.retain(|one| one == me);
        }
        told.extend(camp.leaders());
    }
    let order_less = |one: Member| Member { wishes: Vec::new(), ..one };
    Ok(Opened {
        guests: guests(tx, &camp, &told).await?,
        members: if marks { members.into_iter().map(order_less).collect() } else { Vec::new() },
        gone: gone.into_iter().map(order_less).collect(),
        camp,
        me: own,
        voices,
        why,
        later,
        reasons: all,
        count,
        schools,
        manages,
        marks,
    })
}

/// From how many schools people come.
fn homes(members: &[Member]) -> usize {
    members.iter().map(|one| &one.home).collect::<BTreeSet<_>>().len()
}

/// The camps that the actor may see, the latest first: those of the schools of the district, and, where the school was in
/// another district, those that it holds and those in which the actor takes part.
pub async fn list(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Camp>, Failed<Never>> {
    let home = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let school = store::schools::get(tx, home).await?.ok_or(Failed::NotFound)?;
    let mut camps = store::camps::of_district(tx, &school.district).await?;
    let mut others = store::camps::of_school(tx, home).await?;
    let joined = store::camps::of_person(tx, home, &context.actor.person).await?.into_iter();
    others.extend(joined.filter(|camp| camp.school != *home && !camp.has_left(&context.actor.person)));
    camps.extend(others.into_iter().filter(|camp| camp.district != school.district));
    camps.sort_by(|one, other| other.first.cmp(&one.first).then_with(|| one.id.cmp(&other.id)));
    camps.retain(|camp| {
        let near = camp.is_announced();
        let see = may(context.actor, &Action::SeeCamp { school: &camp.school, near }).is_ok();
        see && (near || manages(context, camp))
    });
    Ok(camps)
}

/// Camps for the actor's home that are still to come, with whether they take part: a newcomer is told of those that are
/// open, everybody of the own ones, also that one of them is not held: whoever has packed reads that there is no need to travel.
pub async fn ahead(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<(Camp, bool)>, Failed<Never>> {
    let Some(home) = context.actor.school.as_ref() else { return Ok(Vec::new()) };
    let own = store::camps::of_person(tx, home, &context.actor.person).await?;
    let mut ahead = Vec::new();
    for camp in list(tx, context).await? {
        let told = matches!(camp.state, State::Open | State::Assigned | State::Cancelled);
        if !told || camp.last < context.today {
            continue;
        }
        let me = &context.actor.person;
        let joined = own.iter().any(|one| one.id == camp.id) && !camp.has_left(me);
        let invited = camp.state == State::Open && context.actor.is(Role::Newcomer);
        if joined || invited {
            ahead.push((camp, joined));
        }
    }
    Ok(ahead)
}
