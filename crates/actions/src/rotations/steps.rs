//! What the two do with a planned meeting: it took place, another time, I cannot come.

use super::sheet::{hours, there};
use crate::letters::{Letter, promise};
use crate::programmes::calendar;
use crate::{Context, Failed, contacts};
use domain::contacts::{Deed, RecordRefused};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::permissions::{Action, Two, may};
use domain::rotations::{Asked, Slot, State, StepRefused, Turn, Window};
use domain::sides::Side;
use domain::{ContactId, Day, PersonId, TurnId};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// A planned meeting as one of the two opens it.
struct Scene {
    turn: Turn,
    side: Side,
    newcomer: Newcomer,
    mentor: Mentor,
}

impl Scene {
    /// Lets one of the two through.
    async fn load<R>(tx: &mut Tx, context: &Context<'_>, id: &TurnId) -> Result<Self, Failed<R>> {
        let turn = store::rotations::get(tx, id).await?.ok_or(Failed::NotFound)?;
        let newcomer = store::newcomers::get(tx, &turn.newcomer).await?.ok_or(Failed::NotFound)?;
        let mentor = store::mentors::get(tx, &turn.mentor).await?.ok_or(Failed::NotFound)?;
        let two = Two { school: &turn.school, newcomer: &newcomer.person, mentor: &mentor.person };
        may(context.actor, &Action::TakeTurn(two))?;
        let mine = context.actor.person == newcomer.person;
        let side = if mine { Side::Newcomer } else { Side::Mentor };
        Ok(Self { turn, side, newcomer, mentor })
    }

    fn other(&self) -> &PersonId {
        match self.side {
            Side::Newcomer => &self.mentor.person,
            Side::Mentor => &self.newcomer.person,
        }
    }
}

/// For a page and for the steps: lessons in which both of a planned meeting can, from tomorrow to the end of the
/// selection, beside everything else that is planned for either.
pub async fn openings(tx: &mut Tx, turn: &Turn, today: Day) -> store::Result<Vec<Slot>> {
    let Some(programme) = store::programmes::get(tx, &turn.school, &turn.programme).await? else {
        return Ok(Vec::new());
    };
    let Some(window) = Window::of(&programme.phases, today) else { return Ok(Vec::new()) };
    let (newcomers, mentors) = there(tx, &programme, today).await?;
    let two = newcomers.get(&turn.newcomer).zip(mentors.get(&turn.mentor));
    let Some((newcomer, mentor)) = two else { return Ok(Vec::new()) };
    let pairs = store::pairs::of_programme(tx, &turn.school, &turn.programme).await?;
    let hours = hours(tx, &programme, &pairs, &newcomers, &mentors).await?;
    let mut planned = store::rotations::of_newcomer(tx, &turn.school, &turn.newcomer).await?;
    planned.extend(store::rotations::of_mentor(tx, &turn.school, &turn.mentor).await?);
    let taken: BTreeSet<Slot> =
        planned.into_iter().filter(|other| other.state == State::Planned).map(|other| other.slot).collect();
    let mut slots = hours.slots(window, &calendar(tx, &turn.school).await?);
    slots.retain(|slot| {
        !taken.contains(slot)
            && hours.can(newcomer, Side::Newcomer, turn.kind, *slot)
            && hours.can(mentor, Side::Mentor, turn.kind, *slot)
    });
    Ok(slots)
}

/// Why a planned meeting is not said to have taken place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldRefused {
    /// Its own state or day.
    Step(StepRefused),
    /// The joint work cannot be written down.
    Record(RecordRefused),
}

/// One of the two says that it took place: the joint work is written down by the rule of every other, with the
/// usual minutes of its kind. Where both say so, or one has written it down by hand, it stands once.
pub async fn hold(context: &Context<'_>, id: &TurnId) -> Result<ContactId, Failed<HoldRefused>> {
    store::change!(context.db, tx => hold_in(&mut tx, context, id))
}

async fn hold_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &TurnId,
) -> Result<ContactId, Failed<HoldRefused>> {
    let scene = Scene::load(tx, context, id).await?;
    if let State::Held { contact } = scene.turn.state {
        return Ok(contact);
    }
    let step = |refused| Failed::Refused(HoldRefused::Step(refused));
    scene.turn.may_be_held(context.today).map_err(step)?;
    let contact = match written(tx, &scene.turn).await? {
        Some(contact) => contact,
        None => write_down(tx, context, &scene).await?,
    };
    let held = scene.turn.hold(contact.clone(), context.today).map_err(step)?;
    store::rotations::save(tx, &held).await?;
    context.audit(tx, &held.school, "rotation-held", id.as_str(), held.kind.word()).await?;
    Ok(contact)
}

/// What one of the two has written down of it already.
async fn written(tx: &mut Tx, turn: &Turn) -> store::Result<Option<ContactId>> {
    let known = store::contacts::of_newcomer(tx, &turn.school, &turn.newcomer).await?;
    let same = known.into_iter().find(|contact| {
        contact.mentor == turn.mentor
            && contact.deed.kind == turn.kind
            && contact.deed.held_on == turn.slot.day
            && contact.state.counts()
    });
    Ok(same.map(|contact| contact.id))
}

async fn write_down(
    tx: &mut WriteTx,
    context: &Context<'_>,
    scene: &Scene,
) -> Result<ContactId, Failed<HoldRefused>> {
    let Turn { kind, slot, .. } = scene.turn;
    let deed = Deed { kind, held_on: slot.day, minutes: kind.norm(), topic: None };
    let recorded = contacts::record_in(tx, context, &scene.newcomer.id, &scene.mentor.id, &deed).await;
    recorded.map_err(|failed| failed.map(HoldRefused::Record))
}

/// One of the two asks for another time; the old one stands until the other agrees.
pub async fn ask(context: &Context<'_>, id: &TurnId, slot: Slot) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => ask_in(&mut tx, context, id, slot))
}

async fn ask_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &TurnId,
    slot: Slot,
) -> Result<(), Failed<StepRefused>> {
    let scene = Scene::load(tx, context, id).await?;
    // Sent twice.
    if scene.turn.asked == Some(Asked { by: scene.side, slot }) {
        return Ok(());
    }
    let free = openings(tx, &scene.turn, context.today).await?;
    let other = scene.other().clone();
    let asked = scene.turn.ask(scene.side, slot, &free, context.today).map_err(Failed::Refused)?;
    save(tx, context, &asked, "rotation-asked", scene.side.word()).await?;
    promise(context, tx, &other, Letter::RotationAsked, id.as_str()).await?;
    Ok(())
}

/// The other one agrees to the time that they saw: the meeting moves.
pub async fn agree(context: &Context<'_>, id: &TurnId, seen: Slot) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => agree_in(&mut tx, context, id, seen))
}

async fn agree_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &TurnId,
    seen: Slot,
) -> Result<(), Failed<StepRefused>> {
    let scene = Scene::load(tx, context, id).await?;
    // Sent twice: it has moved there.
    if scene.turn.state == State::Planned && scene.turn.asked.is_none() && scene.turn.slot == seen {
        return Ok(());
    }
    // Nobody agrees to a time that they did not see.
    if scene.turn.asked.is_some_and(|asked| asked.slot != seen) {
        return Err(Failed::Changed);
    }
    let free = openings(tx, &scene.turn, context.today).await?;
    let other = scene.other().clone();
    let moved = scene.turn.agree(scene.side, &free).map_err(Failed::Refused)?;
    save(tx, context, &moved, "rotation-moved", &moved.slot.to_string()).await?;
    promise(context, tx, &other, Letter::RotationMoved, id.as_str()).await?;
    Ok(())
}

/// The old time stays: the other one keeps it, or whoever asked takes that back.
pub async fn keep(context: &Context<'_>, id: &TurnId) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => keep_in(&mut tx, context, id))
}

async fn keep_in(tx: &mut WriteTx, context: &Context<'_>, id: &TurnId) -> Result<(), Failed<StepRefused>> {
    let scene = Scene::load(tx, context, id).await?;
    let (other, answers) = (scene.other().clone(), scene.turn.waits_for(scene.side, context.today));
    let kept = scene.turn.keep().map_err(Failed::Refused)?;
    save(tx, context, &kept, "rotation-kept", scene.side.word()).await?;
    if answers {
        promise(context, tx, &other, Letter::RotationKept, id.as_str()).await?;
    }
    Ok(())
}

/// One of the two cannot come. Nobody asks why.
pub async fn excuse(context: &Context<'_>, id: &TurnId) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => excuse_in(&mut tx, context, id))
}

async fn excuse_in(tx: &mut WriteTx, context: &Context<'_>, id: &TurnId) -> Result<(), Failed<StepRefused>> {
    let scene = Scene::load(tx, context, id).await?;
    // Sent twice.
    if matches!(scene.turn.state, State::Excused { by, .. } if by == scene.side) {
        return Ok(());
    }
    let other = scene.other().clone();
    let excused = scene.turn.excuse(scene.side, context.now).map_err(Failed::Refused)?;
    save(tx, context, &excused, "rotation-excused", scene.side.word()).await?;
    promise(context, tx, &other, Letter::RotationExcused, id.as_str()).await?;
    Ok(())
}

async fn save(
    tx: &mut WriteTx,
    context: &Context<'_>,
    turn: &Turn,
    what: &str,
    detail: &str,
) -> store::Result<()> {
    store::rotations::save(tx, turn).await?;
    context.audit(tx, &turn.school, what, turn.id.as_str(), detail).await
}
