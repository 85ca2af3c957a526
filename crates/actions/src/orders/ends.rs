//! Orders that end pairs early: which pairs wait for one, and what it says of each (doc:A15).

use super::tell;
use crate::{Context, Failed};
use domain::endings::State as EndingState;
use domain::orders::{End, Order, OrderRefused, awaits_end, ordered_end};
use domain::pairs::Pair;
use domain::programmes::Programme;
use domain::{Day, OrderId, PairId};
use store::{Tx, WriteTx};

/// Pairs of a programme whose end waits for an order, each with the order that assigned it.
pub(super) async fn waiting(
    tx: &mut Tx,
    programme: &Programme,
    pairs: &[Pair],
) -> store::Result<Vec<(OrderId, PairId)>> {
    let endings = store::endings::of_school(tx, &programme.school).await?;
    let signed = store::orders::ends(tx, &programme.school, &programme.id).await?;
    let waits = |pair: &&Pair| {
        let ending = endings.iter().find(|ending| ending.pair == pair.id);
        let ordered = ordered_end(&signed, &pair.id);
        ending.is_some_and(|ending| awaits_end(pair, ending, programme.phases.work_until, ordered))
    };
    let assigned =
        pairs.iter().filter(waits).filter_map(|pair| Some((pair.assignment()?.order.clone(), pair)));
    Ok(assigned.map(|(order, pair)| (order, pair.id.clone())).collect())
}

/// What a signed order says of the end of a pair.
pub async fn ordered(tx: &mut Tx, pair: &Pair) -> store::Result<Option<End>> {
    let signed = store::orders::ends(tx, &pair.school, &pair.programme).await?;
    Ok(ordered_end(&signed, &pair.id))
}

/// How a pair ends, as a draft says it now. `None` where its last day was taken back since.
pub(super) async fn end_of(tx: &mut Tx, order: &Order, id: &PairId) -> store::Result<Option<End>> {
    let Some(pair) = store::pairs::get(tx, id).await? else { return Ok(None) };
    let ending = store::endings::of_pair(tx, &order.school, id).await?;
    let ending = ending.filter(|ending| ending.state != EndingState::TakenBack);
    Ok(ending.zip(pair.assignment()).map(|(ending, assignment)| End {
        from: assignment.period.from,
        last_day: ending.last_day,
        ground: ending.reason.into(),
    }))
}

/// The pairs of an order on their end, each of which still waits for it, and has begun by its day.
pub(super) async fn all_wait(
    tx: &mut Tx,
    programme: &Programme,
    order: &Order,
    on: Day,
) -> Result<Vec<Pair>, Failed<OrderRefused>> {
    let mut pairs = Vec::new();
    for id in store::orders::lines(tx, order).await? {
        pairs.push(store::pairs::get(tx, &id).await?.ok_or(Failed::NotFound)?);
    }
    // What the head holds in hand must still be what the pairs wait for.
    let waiting = waiting(tx, programme, &pairs).await?;
    for pair in &pairs {
        let waits =
            |(former, id): &(OrderId, PairId)| Some(former) == order.former.as_ref() && *id == pair.id;
        if !waiting.iter().any(waits) {
            return Err(Failed::Refused(OrderRefused::PairChanged));
        }
        if pair.assignment().is_some_and(|assignment| on < assignment.period.from) {
            return Err(Failed::Refused(OrderRefused::BadDate));
        }
    }
    Ok(pairs)
}

/// An order on the end of pairs is about to be kept as signed. The pairs end by their last day as before: the order says
/// it, and binds it. Checked before the order is kept, since a pair whose end is ordered does not wait any more.
pub(super) async fn release(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    order: &Order,
    on: Day,
) -> Result<(), Failed<OrderRefused>> {
    for pair in all_wait(tx, programme, order, on).await? {
        tell(tx, context, order, &pair).await?;
    }
    Ok(())
}
