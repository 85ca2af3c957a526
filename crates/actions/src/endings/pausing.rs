//! A pair pauses while one of the two is away: what was planned on these days falls away, and it ends by its day or
//! earlier.

use super::fall_away;
use crate::consents::persons;
use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::endings::{Pause, PauseRefused, Standing, may_pause};
use domain::pairs::Pair;
use domain::permissions::{Action, Two, may};
use domain::{Day, PairId, PersonId};
use store::{Tx, WriteTx};

/// A pair as somebody comes to its pauses.
#[derive(Clone, Debug)]
pub struct Pausing {
    /// The pair.
    pub pair: Pair,
    /// The newcomer and the mentor.
    pub persons: [PersonId; 2],
    /// Every pause, in the order of time.
    pub pauses: Vec<Pause>,
}

impl Pausing {
    /// The one that runs or is the next to come.
    pub fn open(&self, today: Day) -> Option<&Pause> {
        self.pauses.iter().find(|one| one.standing(today) != Standing::Over)
    }
}

/// The pauses of a pair, for one of the two and for coordinators; `None` for everybody else.
pub async fn pausing(tx: &mut Tx, context: &Context<'_>, id: &PairId) -> store::Result<Option<Pausing>> {
    let Some(pair) = store::pairs::get(tx, id).await? else { return Ok(None) };
    let Some((newcomer, mentor)) = persons(tx, &pair).await? else { return Ok(None) };
    let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
    if may(context.actor, &Action::ExtendPair(two)).is_err() {
        return Ok(None);
    }
    let pauses = store::pauses::of_pair(tx, &pair.school, id).await?;
    Ok(Some(Pausing { pair, persons: [newcomer, mentor], pauses }))
}

/// One of the two or the coordinator sets a pause; whoever has not set it is told.
pub async fn pause(
    context: &Context<'_>,
    pair: &PairId,
    from: Day,
    back_on: Day,
) -> Result<(), Failed<PauseRefused>> {
    store::change!(context.db, tx => pause_in(&mut tx, context, pair, from, back_on))
}

async fn pause_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
    from: Day,
    back_on: Day,
) -> Result<(), Failed<PauseRefused>> {
    let scene = pausing(tx, context, id).await?.ok_or(Failed::NotFound)?;
    // The form came twice.
    if scene.pauses.iter().any(|one| (one.from, one.back_on) == (from, back_on)) {
        return Ok(());
    }
    may_pause(&scene.pair, from, back_on, &scene.pauses, context.today).map_err(Failed::Refused)?;
    let pause = Pause {
        id: context.id(),
        school: scene.pair.school.clone(),
        programme: scene.pair.programme.clone(),
        pair: id.clone(),
        from,
        back_on,
        changed_at: context.now,
        version: 0,
    };
    store::pauses::add(tx, &pause).await?;
    context.audit(tx, &pause.school, "pause-set", id.as_str(), &back_on.to_string()).await?;
    tell(tx, context, &scene, Letter::PairPaused).await?;
    fall_away(tx, context, &scene.pair, &|day| pause.covers(day)).await?;
    Ok(())
}

/// The two are back earlier, or the pause does not begin; whoever has not said so is told.
pub async fn end_pause(context: &Context<'_>, pair: &PairId) -> Result<(), Failed<PauseRefused>> {
    store::change!(context.db, tx => end_pause_in(&mut tx, context, pair))
}

async fn end_pause_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
) -> Result<(), Failed<PauseRefused>> {
    let scene = pausing(tx, context, id).await?.ok_or(Failed::NotFound)?;
    let open = scene.open(context.today).cloned().ok_or(Failed::Refused(PauseRefused::NotOpen))?;
    let ended = open.end(context.today, context.now).map_err(Failed::Refused)?;
    store::pauses::save(tx, &ended).await?;
    context.audit(tx, &ended.school, "pause-ended", id.as_str(), "").await?;
    tell(tx, context, &scene, Letter::PauseEnded).await?;
    Ok(())
}

async fn tell(tx: &mut WriteTx, context: &Context<'_>, scene: &Pausing, letter: Letter) -> store::Result<()> {
    for person in scene.persons.iter().filter(|person| **person != context.actor.person) {
        promise(context, tx, person, letter, scene.pair.id.as_str()).await?;
    }
    Ok(())
}
