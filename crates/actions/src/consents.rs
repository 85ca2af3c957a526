//! Consents: each side of a published pair agrees in writing, takes it back, or steps back (doc:A2).

use crate::letters::{Letter, promise};
use crate::orders::{Unprintable, heading_in, laid_out, named, party};
use crate::{Context, Failed};
use documents::consents as printed;
use domain::calendar::local;
use domain::consents::{Consent, ConsentRefused, Shown, may_change, on_paper};
use domain::pairs::Pair;
use domain::permissions::{Action, Two, may};
use domain::schools::School;
use domain::sides::Side;
use domain::terms::Words;
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
        let shown = shown_now(tx, &pair, side).await?.ok_or(Failed::NotFound)?;
        store::consents::keep_shown(tx, &pair, side, &shown, context.now).await?;
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

/// What the paper of one side would say if the consent were given now; none where somebody of the pair is not there.
async fn shown_now(tx: &mut Tx, pair: &Pair, side: Side) -> store::Result<Option<Shown>> {
    let Some((newcomer, mentor)) = persons(tx, pair).await? else { return Ok(None) };
    let (who, to) = match side {
        Side::Newcomer => (newcomer, mentor),
        Side::Mentor => (mentor, newcomer),
    };
    let who = store::people::get(tx, &who).await?;
    let to = store::people::get(tx, &to).await?;
    let school = store::schools::get(tx, &pair.school).await?;
    let programme = store::programmes::get(tx, &pair.school, &pair.programme).await?;
    let (Some((who, to)), Some((school, programme))) = (who.zip(to), school.zip(programme)) else {
        return Ok(None);
    };
    Ok(Some(Shown {
        school: Words { kk: school.name_kk, ru: school.name_ru },
        place: Words { kk: school.place_kk, ru: school.place_ru },
        bin: school.bin,
        offset_minutes: school.utc_offset_minutes,
        first_year: programme.first_year,
        until: programme.phases.work_until,
        who: party(&who),
        to: party(&to),
    }))
}

/// A school as it stood when a consent was given.
fn as_then(school: School, shown: &Shown) -> School {
    School {
        name_kk: shown.school.kk.clone(),
        name_ru: shown.school.ru.clone(),
        place_kk: shown.place.kk.clone(),
        place_ru: shown.place.ru.clone(),
        bin: shown.bin.clone(),
        utc_offset_minutes: shown.offset_minutes,
        ..school
    }
}

/// Prints the consent of one side for the two and for those who lead the programme, as it stood when it was given: under one
/// code there is one paper, whatever was changed later (docs/decisions/0042). `address` is where people reach the system.
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
    let shown = match store::consents::shown(&mut tx, &pair, side).await? {
        Some(shown) => shown,
        None => shown_now(&mut tx, &pair, side).await?.ok_or(Failed::NotFound)?,
    };
    let school = store::schools::get(&mut tx, &pair.school).await?.ok_or(Failed::NotFound)?;
    drop(tx);
    let school = as_then(school, &shown);
    let given_at = local(given.given_at, school.utc_offset_minutes);
    let paper = printed::Consent {
        // A school numbers its orders; a consent is found by its code alone.
        paper: heading_in(&school, shown.first_year, &code, (code.clone(), given_at.date()), address),
        side: match side {
            Side::Newcomer => printed::Side::Novice,
            Side::Mentor => printed::Side::Mentor,
        },
        who: named(&shown.who),
        to: named(&shown.to),
        hours_a_week: None,
        // The order names the first day, and it comes after both consents.
        from: None,
        until: shown.until,
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
