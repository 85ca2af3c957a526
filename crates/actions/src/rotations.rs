//! The plan of joint work: published by the coordinator, moved by the two (feat:C2, C4; essay:E15).

mod planning;
mod sheet;
mod steps;

pub use planning::{LeftOut, Line, Plan, WhyNot, plan, plan_apart};
pub use sheet::{Sheet, there};
pub use steps::{HoldRefused, agree, ask, excuse, hold, keep, openings};

use crate::letters::{Letter, promise};
use crate::{Context, Failed, Never};
use domain::absences::Absence;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::rotations::{PlanRefused, State, Turn, Window, Wish};
use domain::{Day, Instant, PersonId, ProgrammeId};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// Why a plan is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishRefused {
    /// Nothing can be planned now, or not so.
    Plan(PlanRefused),
    /// Nobody is left to meet, or nobody can.
    Nothing,
    /// Something has changed since the coordinator saw the plan: to be looked at again.
    Changed,
}

/// Why a plan is not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithdrawRefused {
    /// Nothing of it is still to come.
    Nothing,
}

async fn programme<R>(tx: &mut Tx, context: &Context<'_>, id: &ProgrammeId) -> Result<Programme, Failed<R>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageRotations(school))?;
    store::programmes::get(tx, school, id).await?.ok_or(Failed::NotFound)
}

/// The coordinator publishes the plan that a wish makes today. `seen` is the digest of the plan that was shown:
/// what is published is what was seen. Gives the number of meetings.
///
/// What changes during the search is looked at once more, quietly: where the plan is still the one that was seen it
/// is published all the same (docs/decisions/0023).
pub async fn publish(
    context: &Context<'_>,
    programme: &ProgrammeId,
    wish: &Wish,
    seen: &str,
) -> Result<usize, Failed<PublishRefused>> {
    let found = search(context, programme, wish, seen).await?;
    keep_or_repeat(context, programme, wish, seen, &found).await
}

async fn keep_or_repeat(
    context: &Context<'_>,
    programme: &ProgrammeId,
    wish: &Wish,
    seen: &str,
    found: &Found,
) -> Result<usize, Failed<PublishRefused>> {
    let published = match keep_found(context, programme, wish, found).await {
        Err(Failed::Changed) => {
            let fresh = search(context, programme, wish, seen).await?;
            keep_found(context, programme, wish, &fresh).await
        }
        done => done,
    };
    published.map_err(|failed| match failed {
        Failed::Changed => Failed::Refused(PublishRefused::Changed),
        other => other,
    })
}

/// A plan as it was seen, and what it was found from.
struct Found {
    plan: Plan,
    sheet: Sheet,
}

/// Looks for the plan between transactions: it takes as long as it takes, and nobody else's change waits for it.
async fn search(
    context: &Context<'_>,
    programme: &ProgrammeId,
    wish: &Wish,
    seen: &str,
) -> Result<Found, Failed<PublishRefused>> {
    let mut tx = context.db.read().await?;
    let (_, sheet) = sheet(&mut tx, context, programme, wish).await?;
    drop(tx);
    let (plan, sheet) = plan_apart(sheet, *wish).await?;
    match () {
        () if plan.digest != seen => Err(Failed::Refused(PublishRefused::Changed)),
        () if plan.lines.is_empty() => Err(Failed::Refused(PublishRefused::Nothing)),
        () => Ok(Found { plan, sheet }),
    }
}

async fn keep_found(
    context: &Context<'_>,
    programme: &ProgrammeId,
    wish: &Wish,
    found: &Found,
) -> Result<usize, Failed<PublishRefused>> {
    store::change!(context.db, tx => keep_in(&mut tx, context, programme, wish, found))
}

/// The programme, and what a plan of this wish depends on today.
async fn sheet(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &ProgrammeId,
    wish: &Wish,
) -> Result<(Programme, Sheet), Failed<PublishRefused>> {
    let programme = programme(tx, context, id).await?;
    let window = wish
        .window(&programme, context.today)
        .map_err(|refused| Failed::Refused(PublishRefused::Plan(refused)))?;
    let sheet = Sheet::load(tx, &programme, window, context.today).await?;
    Ok((programme, sheet))
}

async fn keep_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProgrammeId,
    wish: &Wish,
    found: &Found,
) -> Result<usize, Failed<PublishRefused>> {
    let (programme, sheet) = sheet(tx, context, id, wish).await?;
    // The same sheet and the same wish give the same plan.
    if sheet != found.sheet {
        return Err(Failed::Changed);
    }
    let plan = &found.plan;
    clear(tx, context, &programme, &sheet, plan).await?;
    for line in &plan.lines {
        store::rotations::add(tx, &turn(context, &programme, wish, line)).await?;
    }
    let detail = format!("{} {}", wish.kind.word(), wish.seed);
    context.audit(tx, &programme.school, "rotation-published", id.as_str(), &detail).await?;
    let planned = plan.lines.iter().map(|line| (&line.newcomer, &line.mentor));
    let concerned: BTreeSet<&PersonId> =
        planned.flat_map(|(newcomer, mentor)| sheet.persons(newcomer, mentor)).collect();
    for person in concerned {
        promise(context, tx, person, Letter::RotationPublished, id.as_str()).await?;
    }
    Ok(plan.lines.len())
}

fn turn(context: &Context<'_>, programme: &Programme, wish: &Wish, line: &Line) -> Turn {
    Turn {
        id: context.id(),
        school: programme.school.clone(),
        programme: programme.id.clone(),
        newcomer: line.newcomer.clone(),
        mentor: line.mentor.clone(),
        kind: wish.kind,
        slot: line.slot,
        published_at: context.now,
        state: State::Planned,
        asked: None,
        version: 0,
    }
}

/// Takes back what the plan replaces: meetings whose day has passed of two who are planned anew, and those of
/// people who are no longer there.
async fn clear(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    sheet: &Sheet,
    plan: &Plan,
) -> Result<(), Failed<PublishRefused>> {
    let mut turns = store::rotations::of_programme(tx, &programme.school, &programme.id).await?;
    turns.retain(|turn| {
        let planned = |line: &Line| line.newcomer == turn.newcomer && line.mentor == turn.mentor;
        plan.lines.iter().any(planned) || !sheet.has(&turn.newcomer, &turn.mentor)
    });
    Ok(take_back(tx, context, turns).await?)
}

/// Takes back meetings that a day or a role has made impossible: of somebody who leaves, or mentors no longer.
pub(crate) async fn take_back(
    tx: &mut WriteTx,
    context: &Context<'_>,
    turns: Vec<Turn>,
) -> store::Result<()> {
    for turn in turns {
        let Ok(withdrawn) = turn.withdraw(context.now) else { continue };
        store::rotations::save(tx, &withdrawn).await?;
    }
    Ok(())
}

/// What of a plan is still to come, from tomorrow on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StillToCome {
    /// When the plan was published.
    pub published_at: Instant,
    /// So many meetings.
    pub count: usize,
}

/// What is still to come of the plan that was published last, if anything is.
pub fn still_to_come(turns: &[Turn], today: Day) -> Option<StillToCome> {
    let open = || turns.iter().filter(|turn| is_to_come(turn, today));
    let published_at = open().map(|turn| turn.published_at).max()?;
    Some(StillToCome { published_at, count: open().filter(|turn| turn.published_at == published_at).count() })
}

fn is_to_come(turn: &Turn, today: Day) -> bool {
    turn.state == State::Planned && turn.slot.day > today
}

/// The coordinator takes back what is still to come of the plan that was published then, moved or not; those
/// concerned are told. Gives the number of meetings. The plan is named, so that a form sent twice does not take
/// back the one before as well.
pub async fn withdraw(
    context: &Context<'_>,
    programme: &ProgrammeId,
    published_at: Instant,
) -> Result<usize, Failed<WithdrawRefused>> {
    store::change!(context.db, tx => withdraw_in(&mut tx, context, programme, published_at))
}

/// How many planned meetings are still to come at which one of the two cannot be any more.
pub async fn clashing(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<usize> {
    let Some(window) = Window::of(&programme.phases, today) else { return Ok(0) };
    // Most of the year nothing is planned, and the home page need not read all that a plan depends on.
    let turns = store::rotations::of_programme(tx, &programme.school, &programme.id).await?;
    if !turns.iter().any(|turn| is_to_come(turn, today)) {
        return Ok(0);
    }
    Ok(Sheet::load(tx, programme, window, today).await?.clashing().count())
}

/// Takes back planned meetings at which one of the two cannot be any more, so that the next plan finds other days for them while
/// the rest stands; those concerned are told. Gives the number of meetings; nothing where the form came twice.
pub async fn renew(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => renew_in(&mut tx, context))
}

async fn renew_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<usize, Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageRotations(school))?;
    Ok(renew_of(tx, context, None).await?)
}

/// The same without asking who may; of somebody who is away, in their days alone.
pub(crate) async fn renew_of(
    tx: &mut WriteTx,
    context: &Context<'_>,
    away: Option<&Absence>,
) -> store::Result<usize> {
    let Some(school) = &context.actor.school else { return Ok(0) };
    let Some(programme) = store::programmes::running(tx, school, context.today).await? else { return Ok(0) };
    let Some(window) = Window::of(&programme.phases, context.today) else { return Ok(0) };
    let sheet = Sheet::load(tx, &programme, window, context.today).await?;
    let concerns = |turn: &&Turn| {
        away.is_none_or(|away| {
            let mut two = sheet.persons(&turn.newcomer, &turn.mentor);
            away.holds(turn.slot.day) && two.any(|person| *person == away.person)
        })
    };
    let turns: Vec<Turn> = sheet.clashing().filter(concerns).cloned().collect();
    if turns.is_empty() { Ok(0) } else { take_back_told(tx, context, &programme, turns).await }
}

async fn withdraw_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProgrammeId,
    published_at: Instant,
) -> Result<usize, Failed<WithdrawRefused>> {
    let programme = programme(tx, context, id).await?;
    let mut open = store::rotations::of_programme(tx, &programme.school, id).await?;
    open.retain(|turn| is_to_come(turn, context.today) && turn.published_at == published_at);
    if open.is_empty() {
        return Err(Failed::Refused(WithdrawRefused::Nothing));
    }
    Ok(take_back_told(tx, context, &programme, open).await?)
}

/// Takes planned meetings back and tells those concerned. Gives the number of meetings.
async fn take_back_told(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    turns: Vec<Turn>,
) -> store::Result<usize> {
    let mut concerned = BTreeSet::new();
    for turn in &turns {
        let newcomer = store::newcomers::get(tx, &turn.newcomer).await?.map(|newcomer| newcomer.person);
        let mentor = store::mentors::get(tx, &turn.mentor).await?.map(|mentor| mentor.person);
        concerned.extend([newcomer, mentor].into_iter().flatten());
    }
    let count = turns.len();
    take_back(tx, context, turns).await?;
    let id = programme.id.as_str();
    context.audit(tx, &programme.school, "rotation-withdrawn", id, &count.to_string()).await?;
    for person in &concerned {
        promise(context, tx, person, Letter::RotationWithdrawn, id).await?;
    }
    Ok(count)
}

#[cfg(test)]
mod tests;
