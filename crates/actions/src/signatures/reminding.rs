//! The ladder of reminders for work plans and orders, as for reports: to whoever must act now, never after it is signed, never to
//! somebody who works here no longer (feat:F6; neg:N10).

use crate::letters::{Letter, promise_once};
use crate::{Context, Failed, Never, orders, plans};
use domain::ladder::rung;
use domain::orders::State as OrderState;
use domain::programmes::Programme;
use domain::signatures::Paper;
use domain::{Day, PersonId};
use store::Tx;

/// The last day of a paper, and who must act now so that it is signed; nothing of one that waits for nobody.
pub(crate) async fn waits(
    tx: &mut Tx,
    paper: &Paper,
    programme: &Programme,
    today: Day,
) -> store::Result<Option<(Day, Vec<PersonId>)>> {
    match paper {
        // The work that it plans ended with the programme; what ends the pair by order is still signed.
        Paper::Plan(_) if programme.stopped_on.is_some() => Ok(None),
        Paper::Plan(id) => {
            let Some(plan) = store::plans::get(tx, id).await? else { return Ok(None) };
            let chain = plans::chain(tx, &plan).await?;
            let Some(opened) = plans::around(tx, plan, today).await? else { return Ok(None) };
            let due = opened.pair.as_ref().and_then(domain::plans::due_on);
            let people = plans::whose_turn(tx, &opened, &chain, today).await?;
            Ok(due.map(|due| (due, people)))
        }
        Paper::Order(id) => {
            let Some(order) = store::orders::get(tx, id).await? else { return Ok(None) };
            orders::waits_until(tx, &order, programme, today).await
        }
    }
}

/// The papers of a programme that may wait for somebody.
async fn papers(tx: &mut Tx, programme: &Programme) -> store::Result<Vec<Paper>> {
    let plans = store::plans::of_programme(tx, &programme.school, &programme.id).await?;
    let orders = store::orders::of_programme(tx, &programme.school, &programme.id).await?;
    let work = plans.into_iter().filter(|plan| plan.kind == domain::plans::Kind::Work);
    let drafts = orders.into_iter().filter(|order| order.state == OrderState::Draft);
    Ok(work.map(|plan| Paper::Plan(plan.id)).chain(drafts.map(|order| Paper::Order(order.id))).collect())
}

/// What a reminder is about: which paper, and the day of the ladder; the same words are never promised twice, also where the
/// last day moves.
fn about(paper: &Paper, day: Day) -> String {
    format!("{}:{}:{day}", paper.word(), paper.id())
}

/// Reads which paper a reminder is about.
pub(crate) fn read_about(about: &str) -> Option<Paper> {
    let (word, rest) = about.split_once(':')?;
    let (id, _) = rest.rsplit_once(':')?;
    Paper::from_words(word, id.to_owned())
}

/// The schedule promises the reminders of today; gives how many people are reminded.
pub async fn remind(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => async {
        let Some(school) = &context.actor.school else { return Ok(0) };
        let Some(programme) = store::programmes::running(&mut tx, school, context.today).await? else {
            return Ok(0);
        };
        let mut count = 0;
        for paper in papers(&mut tx, &programme).await? {
            let Some((due, people)) = waits(&mut tx, &paper, &programme, context.today).await? else {
                continue;
            };
            let Some(rung) = rung(due, context.today) else { continue };
            let about = about(&paper, rung.day(due));
            for person in people {
                let here = store::people::get(&mut tx, &person).await?;
                if here.is_some_and(|person| person.works_on(context.today)) {
                    promise_once(&mut tx, &person, Letter::SignatureDue, &about, context.now).await?;
                    count += 1;
                }
            }
        }
        Ok::<usize, Failed<Never>>(count)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_promised_is_read_again() {
        for paper in [Paper::Plan("plan".into()), Paper::Order("order".into())] {
            assert_eq!(read_about(&about(&paper, date(2026, 11, 6))), Some(paper));
        }
        for broken in ["", "plan", "plan:one", "report:one:2026-11-06"] {
            assert_eq!(read_about(broken), None, "{broken}");
        }
    }
}
