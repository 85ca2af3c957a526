//! Consents: each side of a published pair agrees in writing, takes it back, or steps back (doc:A2).

use crate::letters::{Letter, promise};
use crate::orders::{Unprintable, heading, laid_out, named, party};
use crate::{Context, Failed};
use documents::consents as printed;
use domain::calendar::local;
use domain::consents::{Consent, ConsentRefused, may_change, on_paper};
use domain::pairs::Pair;
use domain::permissions::{Action, Two, may};
use domain::sides::Side;
use domain::{PairId, PersonId, SchoolId};
use i18n::Lang;
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

/// Prints the consent of one side for the two and for those who lead the programme. `address` is where people reach the
/// system.
pub async fn print(
    context: &Context<'_>,
    id: &PairId,
    side: Side,
    lang: Lang,
    address: &str,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let pair = store::pairs::get(&mut tx, id).await?.filter(on_paper).ok_or(Failed::NotFound)?;
    let (newcomer, mentor) = persons(&mut tx, &pair).await?.ok_or(Failed::NotFound)?;
    let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
    may(context.actor, &Action::SeePair(two)).map_err(|_| Failed::NotFound)?;
    let given = store::consents::of_pair(&mut tx, &pair).await?.into_iter().find(|one| one.side == side);
    let code = store::consents::code_of(&mut tx, &pair, side).await?;
    let (given, code) = given.zip(code).ok_or(Failed::NotFound)?;
    let newcomer = store::people::get(&mut tx, &newcomer).await?.ok_or(Failed::NotFound)?;
    let mentor = store::people::get(&mut tx, &mentor).await?.ok_or(Failed::NotFound)?;
    let school = store::schools::get(&mut tx, &pair.school).await?.ok_or(Failed::NotFound)?;
    let programme =
        store::programmes::get(&mut tx, &pair.school, &pair.programme).await?.ok_or(Failed::NotFound)?;
    drop(tx);
    let given_at = local(given.given_at, school.utc_offset_minutes);
    let (side, who, to) = match side {
        Side::Newcomer => (printed::Side::Novice, &newcomer, &mentor),
        Side::Mentor => (printed::Side::Mentor, &mentor, &newcomer),
    };
    let paper = printed::Consent {
        // A school numbers its orders; a consent is found by its code alone.
        paper: heading(&school, &programme, &code, (code.clone(), given_at.date()), address),
        side,
        who: named(&party(who)),
        to: named(&party(to)),
        hours_a_week: None,
        from: pair.assignment().map(|assignment| assignment.period.from),
        until: programme.phases.work_until,
        given_at,
        method: printed::Method::SignedIn,
    };
    let made_at = context.now;
    laid_out(move || printed::pdf(&paper, lang, made_at)).await
}

/// The consent whose paper carries a code, with its school: whoever holds the paper may learn that it is real.
pub async fn by_code(tx: &mut Tx, code: &str) -> store::Result<Option<(SchoolId, Consent)>> {
    let Some(consent) = store::consents::by_code(tx, code).await? else { return Ok(None) };
    let pair = store::pairs::get(tx, &consent.pair).await?.filter(on_paper);
    Ok(pair.map(|pair| (pair.school, consent)))
}
