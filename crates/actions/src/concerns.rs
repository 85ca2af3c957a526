//! Somebody is worried about a child: it is raised, led by its clock, handed over and closed (feat:I7; rules §16; Order
//! 506). A case has a log of its own; the school's log, which those read whom a case may be about, has no line of it
//! (docs/decisions/0047).

mod leading;
mod reading;
mod reminding;

pub use leading::{HandRefused, close, hand, lead, name, note, step};
pub use reading::{Board, Case, Listed, Opened, board, known, opened};
pub use reminding::remind;
pub(crate) use reminding::{open_steps, read_about};

use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::calendar::local;
use domain::concerns::{Concern, Entry, KEPT_YEARS, Leaders, Named, RaiseRefused, State, What};
use domain::duties::{Assigned, Duty};
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::{ConcernId, Day, Instant, PersonId, PupilId, SchoolId};
use jiff::ToSpan;
use std::collections::BTreeSet;
use store::{Db, Tx, WriteTx};

/// What somebody writes who is worried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worry {
    /// Who the child is: name and class, as far as they are known; may be empty where one of the list is chosen.
    pub child: String,
    /// The child on the list, chosen from those whom the writer sees anyway ([`known`]).
    pub pupil: Option<PupilId>,
    /// What was seen, without judging.
    pub seen: String,
    /// When.
    pub seen_on: Day,
    /// The adult of the school whom it is about.
    pub about: Option<PersonId>,
}

/// Who may be asked to lead cases in a school on a day.
pub(crate) async fn leaders_of(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<Leaders> {
    let duties = store::duties::of_school(tx, school).await?;
    let mut specialists = Vec::new();
    // Those whom the head has named: a coordinator reads what was handed over to them, and opens the rest neither to
    // themselves nor to a friend (docs/visibility.md).
    let named = |one: &Assigned| one.duty == Duty::Specialist && one.by_head && one.holds_on(today);
    for one in duties.into_iter().filter(named) {
        // Without a role of today nothing is open to them (neg:N9): the next takes over.
        if !store::people::roles_on(tx, &one.person, today).await?.is_empty() {
            specialists.push(one.person);
        }
    }
    Ok(Leaders {
        specialists,
        heads: store::people::with_role(tx, school, Role::Head, today).await?,
        coordinators: store::people::with_role(tx, school, Role::Coordinator, today).await?,
    })
}

/// True where somebody else of this id works at the school.
async fn is_colleague(tx: &mut Tx, context: &Context<'_>, id: &PersonId) -> store::Result<bool> {
    let person = store::people::get(tx, id).await?;
    let here =
        |one: &domain::people::Person| one.school == context.actor.school && one.works_on(context.today);
    Ok(person.as_ref().is_some_and(here) && *id != context.actor.person)
}

/// Adds a line to the log of a case.
async fn log(tx: &mut WriteTx, context: &Context<'_>, concern: &Concern, what: What) -> store::Result<()> {
    let entry = Entry { what, by: (context.actor.person.clone(), context.now) };
    store::concerns::add_entry(tx, concern, &context.id::<String>(), &entry).await
}

/// Tells whoever must act that a case waits for them; not whoever has just done something with it.
async fn tell(tx: &mut WriteTx, context: &Context<'_>, concern: &Concern) -> store::Result<()> {
    let all = leaders_of(tx, &concern.school, context.today).await?;
    for person in concern.acting(&all).iter().filter(|one| **one != context.actor.person) {
        promise(context, tx, person, Letter::ConcernWaits, concern.id.as_str()).await?;
    }
    Ok(())
}

/// What is written of who the child is, and the child on the list where one was chosen.
async fn child(
    tx: &mut Tx,
    context: &Context<'_>,
    worry: &Worry,
) -> Result<(String, Option<PupilId>), Failed<RaiseRefused>> {
    let Some(id) = &worry.pupil else { return Ok((worry.child.clone(), None)) };
    let (pupil, _) = crate::pupils::found(tx, context, id).await?;
    if !pupil.is_here(context.today) {
        return Err(Failed::NotFound);
    }
    let on_the_list = || format!("{}, {}", pupil.name().brief(), pupil.class);
    let words = if worry.child.is_empty() { on_the_list() } else { worry.child.clone() };
    Ok((words, Some(pupil.id)))
}

/// An adult of the school raises a concern; the case is open from this moment. Where the child was chosen from the list, what
/// the child does with other pupils is frozen from this moment, too.
pub async fn raise(context: &Context<'_>, worry: &Worry) -> Result<ConcernId, Failed<RaiseRefused>> {
    store::change!(context.db, tx => raise_in(&mut tx, context, worry))
}

async fn raise_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    worry: &Worry,
) -> Result<ConcernId, Failed<RaiseRefused>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::RaiseConcern(&school))?;
    if worry.seen_on > context.today {
        return Err(Failed::Refused(RaiseRefused::Ahead));
    }
    if let Some(about) = &worry.about
        && !is_colleague(tx, context, about).await?
    {
        return Err(Failed::Refused(RaiseRefused::Person));
    }
    let (child, pupil) = child(tx, context, worry).await?;
    let same = |one: &Concern| {
        one.raised.0 == context.actor.person
            && one.raised_on == context.today
            && one.named.about == worry.about
            // Whoever leads the case may have named the child meanwhile.
            && pupil.as_ref().is_none_or(|pupil| one.named.pupil.as_ref() == Some(pupil))
            && (&one.child, &one.seen, one.seen_on) == (&child, &worry.seen, worry.seen_on)
    };
    if let Some(standing) = store::concerns::of_school(tx, &school).await?.into_iter().find(same) {
        // The form came twice.
        return Ok(standing.id);
    }
    let concern = Concern {
        id: context.id(),
        school,
        child,
        seen: worry.seen.clone(),
        seen_on: worry.seen_on,
        raised: (context.actor.person.clone(), context.now),
        raised_on: context.today,
        named: Named { pupil, about: worry.about.clone(), ..Named::default() },
        state: State::Raised,
        version: 0,
    };
    store::concerns::add(tx, &concern).await?;
    if concern.named.pupil.is_some() {
        log(tx, context, &concern, What::Name(concern.named.clone())).await?;
    }
    tell(tx, context, &concern).await?;
    Ok(concern.id)
}

/// True where a pupil begins nothing with other pupils, because a case is open: the child, or who did harm.
pub async fn frozen(tx: &mut Tx, pupil: &Pupil) -> store::Result<bool> {
    let concerns = store::concerns::of_school(tx, &pupil.school).await?;
    Ok(concerns.iter().any(|one| one.freezes(&pupil.id)))
}

/// The pupils of a school for whom [`frozen`] holds.
pub(crate) async fn all_frozen(tx: &mut Tx, school: &SchoolId) -> store::Result<BTreeSet<PupilId>> {
    let concerns = store::concerns::of_school(tx, school).await?;
    Ok(concerns.iter().flat_map(Concern::frozen).cloned().collect())
}

/// The schedule deletes cases that were closed [`KEPT_YEARS`] ago, with everything in them.
pub async fn forget(db: &Db, now: Instant) -> store::Result<()> {
    // Which hour of that day does not matter.
    let before = local(now, 0).date().checked_sub(KEPT_YEARS.years()).unwrap_or(Day::MIN);
    let before = domain::calendar::instant_of(before, 0, 0);
    store::change!(db, tx => store::concerns::forget(&mut tx, before))
}
