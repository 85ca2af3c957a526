//! The steps of an award after its rule: list, lot, vote, order, handing over. Those who lead the school take them.

use super::{AppealRefused, facts, led, standings};
use crate::{Context, Failed};
use domain::awards::{
    Award, AwardRefused, Entry, ListRefused, Nominee, Share, State, Vote, list_is_whole, list_text,
    lot_number,
};
use domain::{AwardId, Day, PupilId};
use exchange::awards::digest;
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Freezes the list. Afterwards only an appeal that is upheld changes it.
    Freeze,
    /// Enters the number of the lot.
    Draw(String),
    /// Enters how the commission voted.
    Vote(Vote),
    /// Enters number and day of the order, or of the nomination.
    Order(String, Day),
    /// Enters the day on which the awards were handed over, or the nomination sent.
    Hand(Day),
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// Where the award stands.
    Award(AwardRefused),
    /// What is on the list.
    List(ListRefused),
    /// Somebody of the commission does not work at the school today.
    Member,
}

/// Takes a step.
pub async fn step(context: &Context<'_>, id: &AwardId, step: &Step) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => step_in(&mut tx, context, id, step))
}

async fn step_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &AwardId,
    step: &Step,
) -> Result<(), Failed<StepRefused>> {
    let award = led(tx, context, id).await?;
    if is_taken(&award, step) {
        // The form came twice.
        return Ok(());
    }
    let refused = |why| Failed::Refused(StepRefused::Award(why));
    let today = context.today;
    let (next, deed) = match step {
        Step::Freeze => return freeze_in(tx, context, award).await,
        Step::Draw(seed) => {
            let appeals = store::awards::appeals(tx, &award).await?;
            let open = appeals.iter().filter(|one| one.answer.is_none()).count();
            (award.draw(seed, today, open), "award-drawn")
        }
        Step::Vote(vote) => {
            if !vote.members.is_subset(&crate::people::working(tx, &award.school, today).await?) {
                return Err(Failed::Refused(StepRefused::Member));
            }
            (award.vote(vote.clone(), today), "award-voted")
        }
        Step::Order(number, on) => (award.order(number.clone(), *on, today), "award-ordered"),
        Step::Hand(on) => (award.hand(*on, today), "award-handed"),
    };
    let next = next.map_err(refused)?;
    store::awards::save(tx, &next).await?;
    context.audit(tx, &next.school, deed, next.id.as_str(), "").await?;
    Ok(())
}

/// Does the award already say what the step would say?
fn is_taken(award: &Award, step: &Step) -> bool {
    match (step, &award.state) {
        (Step::Freeze, State::Frozen(_)) => true,
        (Step::Draw(typed), State::Drawn(drawn)) => lot_number(typed).as_ref() == Some(&drawn.seed),
        (Step::Vote(said), State::Confirmed(_, vote) | State::Annulled(_, vote)) => vote == said,
        (Step::Order(number, on), State::Ordered(ordered)) => ordered.number == *number && ordered.on == *on,
        (Step::Hand(said), State::Handed(_, on)) => said == on,
        _ => false,
    }
}

/// Everybody who is named with what is confirmed of them today, and the hash of that list.
async fn counted(tx: &mut Tx, award: &Award) -> store::Result<(Vec<Nominee>, String)> {
    let mut nominees = store::awards::nominees(tx, award).await?;
    let pupils: Vec<PupilId> = nominees.iter().map(|one| one.pupil.clone()).collect();
    let mut confirmed = facts(tx, &award.school, (award.rule.from, award.rule.to), &pupils).await?;
    let recent = recent(tx, award).await?;
    for one in &mut nominees {
        let had = recent.contains(&one.pupil);
        // Whoever has stopped keeps what they did.
        if let Some(facts) = confirmed.remove(&one.pupil) {
            one.entry = Entry::new(one.entry.code.clone(), had, &facts, one.entry.wishes.clone());
        }
    }
    let hash = digest(&list_text(&entries(&nominees)));
    Ok((nominees, hash))
}

fn entries(nominees: &[Nominee]) -> Vec<Entry> {
    nominees.iter().map(|one| one.entry.clone()).collect()
}

/// Counts what is confirmed, keeps it with every pupil who is named, and publishes the hash of the list.
async fn freeze_in(tx: &mut WriteTx, context: &Context<'_>, award: Award) -> Result<(), Failed<StepRefused>> {
    let (nominees, hash) = counted(tx, &award).await?;
    list_is_whole(&award.rule, &entries(&nominees)).map_err(|why| Failed::Refused(StepRefused::List(why)))?;
    let next = award.freeze(hash, context.today);
    let next = next.map_err(|why| Failed::Refused(StepRefused::Award(why)))?;
    keep(tx, context, (&next, &nominees)).await?;
    Ok(())
}

/// Freezes the list anew because an appeal is upheld: what was wrong has been put right where it stands. A list that says
/// the same as before would be an answer without an effect.
pub(super) async fn correct(
    tx: &mut WriteTx,
    context: &Context<'_>,
    award: Award,
) -> Result<(), Failed<AppealRefused>> {
    let (nominees, hash) = counted(tx, &award).await?;
    let stands = award.state.frozen().is_some_and(|frozen| frozen.hash == hash);
    let next = award.freeze(hash, context.today);
    let next = next.map_err(|_| Failed::Refused(AppealRefused::Known))?;
    if stands {
        return Err(Failed::Refused(AppealRefused::Same));
    }
    keep(tx, context, (&next, &nominees)).await?;
    Ok(())
}

/// Keeps a frozen list with the award, and writes into the log that it was frozen.
async fn keep(
    tx: &mut WriteTx,
    context: &Context<'_>,
    (award, nominees): (&Award, &[Nominee]),
) -> store::Result<()> {
    for one in nominees {
        store::awards::name(tx, award, one).await?;
    }
    store::awards::save(tx, award).await?;
    context.audit(tx, &award.school, "award-frozen", award.id.as_str(), "").await
}

/// Whoever had a prize by an earlier rule within the years that this one names.
async fn recent(tx: &mut Tx, award: &Award) -> store::Result<BTreeSet<PupilId>> {
    let mut had = BTreeSet::new();
    for other in store::awards::of_school(tx, &award.school).await? {
        let given = matches!(other.state, State::Ordered(_) | State::Handed(..));
        if other.id == award.id || !given || !award.rule.is_recent(other.rule.year()) {
            continue;
        }
        let nominees = store::awards::nominees(tx, &other).await?;
        let declined = store::awards::declined(tx, &other).await?;
        let standings = standings(&other, &nominees, &declined).unwrap_or_default();
        let has_prize = |one: &Nominee| {
            let own = standings.iter().find(|standing| standing.code == one.entry.code);
            own.is_some_and(|standing| matches!(standing.share, Share::Prize(_)))
        };
        had.extend(nominees.iter().filter(|one| has_prize(one)).map(|one| one.pupil.clone()));
    }
    Ok(had)
}
