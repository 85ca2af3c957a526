//! A pair goes on longer: one proposes it with a reason, the others of the two agree, the coordinator confirms.

use super::{begin, tell};
use crate::consents::persons;
use crate::letters::{Letter, promise};
use crate::{Context, Failed, deputies};
use domain::endings::{Cause, ExtendRefused, Extension, Progress, Reason, may_extend, new_day, works};
use domain::pairs::Pair;
use domain::permissions::{Action, Two, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{Day, PairId, PersonId};
use store::{Tx, WriteTx};

/// What somebody wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Why.
    pub cause: Cause,
    /// Days missed; for part-time work and absence.
    pub missed: Option<u16>,
    /// The new last day; for goals.
    pub day: Option<Day>,
}

/// What somebody does about an open extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// One of the two agrees.
    Agree,
    /// One of the two, or once both agree the coordinator, says no.
    Decline,
    /// Whoever proposed it takes it back.
    TakeBack,
    /// The coordinator confirms; the last day moves.
    Confirm,
}

/// A pair as somebody comes to its extensions.
#[derive(Clone, Debug)]
pub struct Extending {
    /// The pair.
    pub pair: Pair,
    /// The programme.
    pub programme: Programme,
    /// The newcomer and the mentor.
    pub persons: (PersonId, PersonId),
    /// Which of the two the reader is; none for a coordinator.
    pub side: Option<Side>,
    /// Its last day as things stand.
    pub was: Day,
    /// Every extension, the oldest first.
    pub extensions: Vec<Extension>,
}

impl Extending {
    /// The one about which somebody is to do something; of a pair that has ended nobody asks for more time.
    pub fn open(&self) -> Option<&Extension> {
        self.extensions.iter().find(|one| one.is_open() && works(&self.pair))
    }
}

/// The extensions of a pair, for one of the two and for coordinators; `None` for everybody else.
pub async fn extending(tx: &mut Tx, context: &Context<'_>, id: &PairId) -> store::Result<Option<Extending>> {
    let Some(pair) = store::pairs::get(tx, id).await? else { return Ok(None) };
    let Some(persons) = persons(tx, &pair).await? else { return Ok(None) };
    let two = Two { school: &pair.school, newcomer: &persons.0, mentor: &persons.1 };
    if may(context.actor, &Action::ExtendPair(two)).is_err() {
        return Ok(None);
    }
    let Some(programme) = store::programmes::get(tx, &pair.school, &pair.programme).await? else {
        return Ok(None);
    };
    let side = match &context.actor.person {
        person if *person == persons.0 => Some(Side::Newcomer),
        person if *person == persons.1 => Some(Side::Mentor),
        _ => None,
    };
    let ending = store::endings::of_pair(tx, &pair.school, id).await?;
    let planned = ending.filter(|ending| ending.is_open(&pair)).map(|ending| ending.last_day);
    let by_order = pair.assignment().and_then(|assignment| assignment.period.last_day());
    let was = planned.or(by_order).unwrap_or(programme.phases.work_until);
    let extensions = store::extensions::of_pair(tx, &pair.school, id).await?;
    Ok(Some(Extending { pair, programme, persons, side, was, extensions }))
}

/// One of the two or the coordinator proposes an extension; whoever has to agree is told.
pub async fn extend(context: &Context<'_>, pair: &PairId, wish: Wish) -> Result<(), Failed<ExtendRefused>> {
    store::change!(context.db, tx => extend_in(&mut tx, context, pair, wish))
}

async fn extend_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
    wish: Wish,
) -> Result<(), Failed<ExtendRefused>> {
    let scene = extending(tx, context, id).await?.ok_or(Failed::NotFound)?;
    may_extend(&scene.pair, scene.was, context.today).map_err(Failed::Refused)?;
    let last_day = new_day(wish.cause, scene.was, wish.missed, wish.day).map_err(Failed::Refused)?;
    if let Some(open) = scene.open() {
        // The form came twice.
        let same = (open.proposed_by, open.cause, open.last_day) == (scene.side, wish.cause, last_day);
        return if same { Ok(()) } else { Err(Failed::Refused(ExtendRefused::AlreadyProposed)) };
    }
    let extension = Extension {
        id: context.id(),
        school: scene.pair.school.clone(),
        programme: scene.pair.programme.clone(),
        pair: id.clone(),
        proposed_by: scene.side,
        cause: wish.cause,
        was: scene.was,
        last_day,
        agreed: scene.side.into_iter().collect(),
        progress: Progress::Proposed,
        changed_at: context.now,
        version: 0,
    };
    store::extensions::add(tx, &extension).await?;
    let detail = last_day.to_string();
    context.audit(tx, &extension.school, "extension-proposed", id.as_str(), &detail).await?;
    for (side, person) in [(Side::Newcomer, &scene.persons.0), (Side::Mentor, &scene.persons.1)] {
        if extension.waits_for(side) {
            promise(context, tx, person, Letter::ExtensionProposed, id.as_str()).await?;
        }
    }
    Ok(())
}

/// Somebody takes their turn in the open extension of a pair.
pub async fn take_turn(
    context: &Context<'_>,
    pair: &PairId,
    turn: Turn,
) -> Result<(), Failed<ExtendRefused>> {
    store::change!(context.db, tx => take_turn_in(&mut tx, context, pair, turn))
}

async fn take_turn_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
    turn: Turn,
) -> Result<(), Failed<ExtendRefused>> {
    let scene = extending(tx, context, id).await?.ok_or(Failed::NotFound)?;
    let open = scene.open().cloned().ok_or(Failed::Refused(ExtendRefused::NotOpen))?;
    let now = context.now;
    let not_yours = || Failed::Refused(ExtendRefused::NotOpen);
    let (done, what) = match (turn, scene.side) {
        (Turn::Agree, Some(side)) => (open.agree(side, now), "extension-agreed"),
        (Turn::Decline, Some(side)) if open.waits_for(side) => (open.decline(now), "extension-declined"),
        (Turn::Decline, None) if open.progress == Progress::Agreed => {
            (open.decline(now), "extension-declined")
        }
        (Turn::TakeBack, side) if open.proposed_by == side => (open.take_back(now), "extension-taken-back"),
        (Turn::Confirm, _) => {
            may(context.actor, &Action::ManageEndings(&scene.pair.school))?;
            (open.confirm(now), "extension-confirmed")
        }
        _ => return Err(not_yours()),
    };
    let done = done.map_err(Failed::Refused)?;
    store::extensions::save(tx, &done).await?;
    if done.progress == Progress::Declined {
        // Who said no is nobody's business.
        context.audit_nameless(tx, &done.school, what, id.as_str()).await?;
    } else {
        context.audit(tx, &done.school, what, id.as_str(), &done.last_day.to_string()).await?;
    }
    match done.progress {
        Progress::Agreed => tell_coordinators(tx, context, &scene).await?,
        Progress::Declined => tell(tx, context, &scene.pair, Letter::ExtensionDeclined).await?,
        Progress::Confirmed => lengthen(tx, context, &scene, done.last_day).await?,
        Progress::Proposed | Progress::TakenBack => {}
    }
    Ok(())
}

async fn tell_coordinators(tx: &mut WriteTx, context: &Context<'_>, scene: &Extending) -> store::Result<()> {
    let school = &scene.pair.school;
    for coordinator in deputies::coordinators(tx, school, context.today).await? {
        promise(context, tx, &coordinator, Letter::ExtensionAgreed, scene.pair.id.as_str()).await?;
    }
    Ok(())
}

/// The period of the pair and its planned end move; both are told of the new day.
async fn lengthen(
    tx: &mut WriteTx,
    context: &Context<'_>,
    scene: &Extending,
    last_day: Day,
) -> Result<(), Failed<ExtendRefused>> {
    let pair =
        scene.pair.clone().prolong(last_day).map_err(|_| Failed::Refused(ExtendRefused::NotWorking))?;
    store::pairs::save(tx, &pair).await?;
    match store::endings::of_pair(tx, &pair.school, &pair.id).await? {
        Some(ending) => {
            let reason = ending.reason;
            let moved = ending.change(last_day, reason, context.now).map_err(|_| Failed::Changed)?;
            store::endings::save(tx, &moved).await?;
        }
        None => begin(tx, context, &pair, last_day, Reason::Planned).await?,
    }
    tell(tx, context, &pair, Letter::EndingPlanned).await?;
    Ok(())
}
