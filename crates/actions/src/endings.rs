//! How the work of a pair comes to its end as planned: the last day, the closing words of both, the letter of thanks
//! (feat:E6; essay:E13, E21).

mod extending;
mod pausing;
mod thanks;
mod words;

pub use extending::{Extending, Turn, Wish, extend, extending, take_turn};
pub use pausing::{Pausing, end_pause, pause, pausing};
pub use thanks::print;
pub use words::{Closing, Evaluation, closing, evaluations, keep};

use crate::consents::persons;
use crate::letters::{Letter, promise};
use crate::orders::{code, ordered};
use crate::{Context, Failed, meetings, observations};
use domain::endings::{
    Ending, NotOpen, PlanRefused, Reason, State, TakeBackRefused, plan as may_plan, works,
};
use domain::observations::Kind;
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::{Day, PairId, SchoolId};
use jiff::ToSpan;
use store::{Tx, WriteTx};

/// The coordinator names the last day of a pair, or another one; both are told.
pub async fn plan(
    context: &Context<'_>,
    pair: &PairId,
    last_day: Day,
    reason: Reason,
) -> Result<(), Failed<PlanRefused>> {
    store::change!(context.db, tx => plan_in(&mut tx, context, pair, last_day, reason))
}

async fn plan_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
    last_day: Day,
    reason: Reason,
) -> Result<(), Failed<PlanRefused>> {
    let pair = store::pairs::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageEndings(&pair.school))?;
    let programme =
        store::programmes::get(tx, &pair.school, &pair.programme).await?.ok_or(Failed::NotFound)?;
    may_plan(&pair, last_day, &programme, context.today).map_err(Failed::Refused)?;
    match store::endings::of_pair(tx, &pair.school, id).await? {
        // The form came twice.
        Some(open) if (open.last_day, open.reason) == (last_day, reason) => return Ok(()),
        Some(open) => {
            let changed = open.change(last_day, reason, context.now).map_err(|NotOpen| Failed::Changed)?;
            store::endings::save(tx, &changed).await?;
            context.audit(tx, &pair.school, "ending-changed", id.as_str(), &last_day.to_string()).await?;
        }
        None => begin(tx, context, &pair, last_day, reason).await?,
    }
    told(tx, context, &pair, last_day).await?;
    Ok(())
}

async fn begin(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pair: &Pair,
    last_day: Day,
    reason: Reason,
) -> store::Result<()> {
    let number = store::endings::last_number(tx, &pair.school, &pair.programme).await?;
    let ending = Ending {
        id: context.id(),
        school: pair.school.clone(),
        programme: pair.programme.clone(),
        pair: pair.id.clone(),
        number: number.saturating_add(1),
        code: code(context),
        last_day,
        reason,
        state: State::Planned,
        changed_at: context.now,
        version: 0,
    };
    store::endings::add(tx, &ending).await?;
    context.audit(tx, &pair.school, "ending-planned", pair.id.as_str(), &last_day.to_string()).await
}

/// Both learn the day, and what was planned after it falls away.
async fn told(tx: &mut WriteTx, context: &Context<'_>, pair: &Pair, last_day: Day) -> store::Result<()> {
    tell(tx, context, pair, Letter::EndingPlanned).await?;
    fall_away(tx, context, pair, &|day| day > last_day).await
}

async fn tell(tx: &mut WriteTx, context: &Context<'_>, pair: &Pair, letter: Letter) -> store::Result<()> {
    let Some((newcomer, mentor)) = persons(tx, pair).await? else { return Ok(()) };
    for person in [newcomer, mentor] {
        promise(context, tx, &person, letter, pair.id.as_str()).await?;
    }
    Ok(())
}

/// One last day for every pair of the running programme that has none yet, as the planned end. Gives their number.
pub async fn plan_all(
    context: &Context<'_>,
    school: &SchoolId,
    last_day: Day,
) -> Result<usize, Failed<PlanRefused>> {
    store::change!(context.db, tx => plan_all_in(&mut tx, context, school, last_day))
}

async fn plan_all_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    last_day: Day,
) -> Result<usize, Failed<PlanRefused>> {
    may(context.actor, &Action::ManageEndings(school))?;
    let programme = store::programmes::running(tx, school, context.today).await?.ok_or(Failed::NotFound)?;
    let pairs = without(tx, &programme).await?;
    for pair in &pairs {
        may_plan(pair, last_day, &programme, context.today).map_err(Failed::Refused)?;
        begin(tx, context, pair, last_day, Reason::Planned).await?;
        told(tx, context, pair, last_day).await?;
    }
    Ok(pairs.len())
}

/// Pairs of a programme that work by an order of their own and have no last day yet.
pub async fn without(tx: &mut Tx, programme: &Programme) -> store::Result<Vec<Pair>> {
    let ends = store::endings::of_school(tx, &programme.school).await?;
    let mut pairs = store::pairs::of_programme(tx, &programme.school, &programme.id).await?;
    pairs.retain(|pair| works(pair) && !ends.iter().any(|end| end.pair == pair.id));
    Ok(pairs)
}

/// The coordinator takes the last day back; the pair goes on, and both are told. What fell away stays away.
/// A day that a signed order says stays; another one can be named, and waits for an order of its own.
pub async fn take_back(context: &Context<'_>, pair: &PairId) -> Result<(), Failed<TakeBackRefused>> {
    store::change!(context.db, tx => take_back_in(&mut tx, context, pair))
}

async fn take_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
) -> Result<(), Failed<TakeBackRefused>> {
    let pair = store::pairs::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageEndings(&pair.school))?;
    let open = store::endings::of_pair(tx, &pair.school, id).await?.filter(|open| open.is_open(&pair));
    let open = open.ok_or(Failed::Refused(TakeBackRefused::NotOpen))?;
    if ordered(tx, &pair).await?.is_some() {
        return Err(Failed::Refused(TakeBackRefused::Ordered));
    }
    let back = open.take_back(context.now).map_err(|NotOpen| Failed::Changed)?;
    store::endings::save(tx, &back).await?;
    context.audit(tx, &pair.school, "ending-taken-back", id.as_str(), "").await?;
    tell(tx, context, &pair, Letter::EndingTakenBack).await?;
    Ok(())
}

/// The schedule of a school: pairs whose last day is over end. Gives their number.
pub(crate) async fn close_passed(context: &Context<'_>) -> Result<usize, Failed<crate::Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    let due = store::endings::due(&mut *context.db.read().await?, &school, context.today).await?;
    let mut closed = 0;
    for ending in due {
        let done: Result<bool, Failed<crate::Never>> =
            store::change!(context.db, tx => close_in(&mut tx, context, &ending.pair));
        closed += usize::from(done?);
    }
    Ok(closed)
}

async fn close_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
) -> Result<bool, Failed<crate::Never>> {
    let pair = store::pairs::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let ending = store::endings::of_pair(tx, &pair.school, id).await?;
    let due = ending.filter(|one| one.is_open(&pair) && one.is_due(context.today));
    let Some(ending) = due else { return Ok(false) };
    let until = ending.until();
    let ended = pair.end(until, context.now).map_err(|_| Failed::Changed)?;
    store::pairs::save(tx, &ended).await?;
    let closed = ending.close(context.now).map_err(|NotOpen| Failed::Changed)?;
    store::endings::save(tx, &closed).await?;
    context.audit_nameless(tx, &ended.school, "pair-ended", id.as_str()).await?;
    fall_away(tx, context, &ended, &|day| day >= until).await?;
    tell(tx, context, &ended, Letter::PairClosed).await?;
    Ok(true)
}

/// A pair ends today with its programme: as planned where it works by an order, so that both may write closing words and have
/// the letter of thanks. Nobody is told of the pair or its meetings: whoever stops the programme tells everybody once.
pub(crate) async fn end_today<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pair: Pair,
) -> Result<(), Failed<R>> {
    let mut last_day = context.today;
    if works(&pair) {
        if store::endings::of_pair(tx, &pair.school, &pair.id).await?.is_none() {
            begin(tx, context, &pair, last_day, Reason::Planned).await?;
        }
        let planned = store::endings::of_pair(tx, &pair.school, &pair.id).await?.ok_or(Failed::NotFound)?;
        // The schedule may not have closed one whose day was yesterday.
        last_day = last_day.min(planned.last_day);
        let reason = planned.reason;
        let closed = planned
            .change(last_day, reason, context.now)
            .and_then(|open| open.close(context.now))
            .map_err(|NotOpen| Failed::Changed)?;
        store::endings::save(tx, &closed).await?;
    }
    let until = last_day.saturating_add(1.day());
    let ended = pair.end(until, context.now).map_err(|_| Failed::Changed)?;
    store::pairs::save(tx, &ended).await?;
    context.audit(tx, &ended.school, "pair-ended", ended.id.as_str(), "").await?;
    Ok(meetings::fall_away(tx, context, &ended, &|day| day >= until, &[]).await?)
}

/// What the two of a pair had planned falls away on days without work: meetings, and lessons that the mentor was to
/// watch. Both are told of each (neg:N17).
pub(crate) async fn fall_away(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pair: &Pair,
    falls: &(dyn Fn(Day) -> bool + Sync),
) -> store::Result<()> {
    let Some((newcomer, mentor)) = persons(tx, pair).await? else { return Ok(()) };
    meetings::fall_away(tx, context, pair, falls, &[&newcomer, &mentor]).await?;
    let mut lessons = store::observations::of_person(tx, &pair.school, &newcomer).await?;
    lessons.retain(|one| one.kind == Kind::ByMentor && one.observer == mentor && falls(one.day));
    observations::take_back(tx, context, lessons, None).await
}
