//! Consents: each side of a published pair agrees in writing, takes it back, or steps back (doc:A2).

use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::consents::{ConsentRefused, may_change};
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::sides::Side;
use domain::{PairId, PersonId};
use store::{Tx, WriteTx};

/// What one side does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Agrees in writing.
    Give,
    /// Takes the consent back; the pair goes on waiting.
    Withdraw,
    /// Steps back from the pair: it ends, and nobody is asked why (essay:E9).
    StepBack,
}

/// The persons behind a pair: newcomer, mentor.
pub(crate) async fn persons(tx: &mut Tx, pair: &Pair) -> store::Result<Option<(PersonId, PersonId)>> {
    let newcomer = store::newcomers::get(tx, &pair.newcomer).await?;
    let mentor = store::mentors::get(tx, &pair.mentor).await?;
    Ok(newcomer.zip(mentor).map(|(newcomer, mentor)| (newcomer.person, mentor.person)))
}

/// One side gives, takes back or steps back.
pub async fn step(context: &Context<'_>, pair: &PairId, step: Step) -> Result<(), Failed<ConsentRefused>> {
    store::change!(context.db, tx => step_in(&mut tx, context, pair, step))
}

async fn step_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
    step: Step,
) -> Result<(), Failed<ConsentRefused>> {
    let pair = store::pairs::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let (newcomer, mentor) = persons(tx, &pair).await?.ok_or(Failed::NotFound)?;
    let side = match &context.actor.person {
        person if *person == newcomer => Side::Newcomer,
        person if *person == mentor => Side::Mentor,
        _ => return Err(Failed::NotFound),
    };
    may(context.actor, &Action::Consent { person: &context.actor.person })?;
    may_change(&pair).map_err(Failed::Refused)?;
    let word = match step {
        Step::Give => "consent-given",
        Step::Withdraw => "consent-withdrawn",
        Step::StepBack => return step_back(tx, context, pair, [&newcomer, &mentor]).await,
    };
    if step == Step::Give {
        store::consents::give(tx, &pair, side, context.now).await?;
    } else {
        store::consents::withdraw(tx, &pair, side, context.now).await?;
    }
    context.audit(tx, &pair.school, word, id.as_str(), side.word()).await?;
    Ok(())
}

async fn step_back(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pair: Pair,
    both: [&PersonId; 2],
) -> Result<(), Failed<ConsentRefused>> {
    let ended =
        pair.end(context.today, context.now).map_err(|_| Failed::Refused(ConsentRefused::NotAwaited))?;
    store::pairs::save(tx, &ended).await?;
    // Who stepped back is not written: the log must not be held against anybody (essay:E9).
    context.audit_nameless(tx, &ended.school, "pair-dissolved", ended.id.as_str()).await?;
    for person in both {
        promise(context, tx, person, Letter::PairDissolved, ended.id.as_str()).await?;
    }
    Ok(())
}
