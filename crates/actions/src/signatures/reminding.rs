//! The ladder of reminders for work plans and orders, made or not yet, as for reports: to whoever must act now, never after it
//! is done, never to somebody who works here no longer (feat:F6; neg:N10).

use crate::letters::{Letter, promise_once};
use crate::{Context, Failed, Never, orders, plans};
use domain::ladder::rung;
use domain::orders::State as OrderState;
use domain::pairs::Pair;
use domain::programmes::Programme;
use domain::signatures::Paper;
use domain::{Day, NewcomerId, PairId, PersonId};
use store::Tx;

/// What may wait for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Waiting {
    /// A paper that is not signed by all.
    Paper(Paper),
    /// The work plan of a pair, which nobody has made yet; the law asks for it (rules §12).
    Unmade(PairId),
    /// The first order on a newcomer, which nobody has drafted yet; the law asks for it (rules §1, fact 1).
    Undrafted(NewcomerId),
}

impl Waiting {
    /// The word of its kind, and the id of what it is about.
    fn words(&self) -> (&'static str, &str) {
        match self {
            Self::Paper(paper) => (paper.word(), paper.id()),
            Self::Unmade(pair) => (UNMADE, pair.as_str()),
            Self::Undrafted(newcomer) => (UNDRAFTED, newcomer.as_str()),
        }
    }
}

/// The word of a plan that is not made, about its pair.
const UNMADE: &str = "unmade";
/// The word of an order that is not drafted, about its newcomer.
const UNDRAFTED: &str = "undrafted";

/// The last day of a paper, and who must act now so that it is signed; nothing of one that waits for nobody.
pub(crate) async fn waits(
    tx: &mut Tx,
    waiting: &Waiting,
    programme: &Programme,
    today: Day,
) -> store::Result<Option<(Day, Vec<PersonId>)>> {
    match waiting {
        // The work that it plans ended with the programme; what ends the pair by order is still signed.
        Waiting::Paper(Paper::Plan(_)) | Waiting::Unmade(_) | Waiting::Undrafted(_)
            if programme.stopped_on.is_some() =>
        {
            Ok(None)
        }
        Waiting::Undrafted(id) => orders::first_waits_until(tx, id, programme, today).await,
        Waiting::Unmade(id) => {
            let Some(pair) = store::pairs::get(tx, id).await? else { return Ok(None) };
            let made = store::plans::of_pair(tx, &pair.school, id).await?.is_some();
            let Some(due) = domain::plans::due_on(&pair).filter(|_| !made) else { return Ok(None) };
            let mentor = store::mentors::get(tx, &pair.mentor).await?;
            Ok(mentor.map(|mentor| (due, vec![mentor.person])))
        }
        Waiting::Paper(Paper::Plan(id)) => {
            let Some(plan) = store::plans::get(tx, id).await? else { return Ok(None) };
            let chain = plans::chain(tx, &plan).await?;
            let Some(opened) = plans::around(tx, plan, today).await? else { return Ok(None) };
            let due = opened.pair.as_ref().and_then(domain::plans::due_on);
            let people = plans::whose_turn(tx, &opened, &chain, today).await?;
            Ok(due.map(|due| (due, people)))
        }
        Waiting::Paper(Paper::Order(id)) => {
            let Some(order) = store::orders::get(tx, id).await? else { return Ok(None) };
            orders::waits_until(tx, &order, programme, today).await
        }
    }
}

/// What may wait for somebody in a programme.
async fn all(tx: &mut Tx, programme: &Programme) -> store::Result<Vec<Waiting>> {
    let pairs = store::pairs::of_programme(tx, &programme.school, &programme.id).await?;
    let plans = store::plans::of_programme(tx, &programme.school, &programme.id).await?;
    let orders = store::orders::of_programme(tx, &programme.school, &programme.id).await?;
    let made = |pair: &Pair| plans.iter().any(|plan| plan.pair.as_ref() == Some(&pair.id));
    let unmade: Vec<Waiting> =
        pairs.into_iter().filter(|pair| !made(pair)).map(|pair| Waiting::Unmade(pair.id)).collect();
    let work = plans.into_iter().filter(|plan| plan.kind == domain::plans::Kind::Work);
    let drafts = orders.into_iter().filter(|order| order.state == OrderState::Draft);
    let newcomers = store::newcomers::of_programme(tx, &programme.school, &programme.id).await?;
    let undrafted = newcomers.into_iter().map(|newcomer| Waiting::Undrafted(newcomer.id));
    let papers = work.map(|plan| Paper::Plan(plan.id)).chain(drafts.map(|order| Paper::Order(order.id)));
    Ok(unmade.into_iter().chain(undrafted).chain(papers.map(Waiting::Paper)).collect())
}

/// What a reminder is about, and the day of the ladder; the same words are never promised twice, also where the
/// last day moves.
fn about(waiting: &Waiting, day: Day) -> String {
    let (word, id) = waiting.words();
    format!("{word}:{id}:{day}")
}

/// Reads what a reminder is about.
pub(crate) fn read_about(about: &str) -> Option<Waiting> {
    let (word, rest) = about.split_once(':')?;
    let (id, _) = rest.rsplit_once(':')?;
    if word == UNMADE {
        return Some(Waiting::Unmade(id.into()));
    }
    if word == UNDRAFTED {
        return Some(Waiting::Undrafted(id.into()));
    }
    Paper::from_words(word, id.to_owned()).map(Waiting::Paper)
}

/// The schedule promises the reminders of today; gives how many people are reminded.
pub async fn remind(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => async {
        let Some(school) = &context.actor.school else { return Ok(0) };
        let Some(programme) = store::programmes::running(&mut tx, school, context.today).await? else {
            return Ok(0);
        };
        let mut count = 0;
        for waiting in all(&mut tx, &programme).await? {
            let Some((due, people)) = waits(&mut tx, &waiting, &programme, context.today).await? else {
                continue;
            };
            let Some(rung) = rung(due, context.today) else { continue };
            let about = about(&waiting, rung.day(due));
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
        let papers = [Paper::Plan("plan".into()), Paper::Order("order".into())].map(Waiting::Paper);
        for waiting in
            papers.into_iter().chain([Waiting::Unmade("pair".into()), Waiting::Undrafted("dana".into())])
        {
            assert_eq!(read_about(&about(&waiting, date(2026, 11, 6))), Some(waiting));
        }
        for broken in ["", "plan", "plan:one", "report:one:2026-11-06"] {
            assert_eq!(read_about(broken), None, "{broken}");
        }
    }
}
