//! A practice begins, each examiner marks alone and seals, a gap gets its reasons, and the result is told: with it the course
//! goes on, in one transaction.

use super::ties::found;
use super::{Refused, examined, led, loaded};
use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::HearingId;
use domain::courses::{Course, State};
use domain::exams::{Chosen, Hearing, HearingRefused, HearingState, Reason, Rubric, Sheet};
use domain::permissions::{Action, may};
use store::WriteTx;

/// The coordinator or an examiner begins: from now on the candidate reads the role card. Ties that came up since the
/// candidate was named are looked up once more.
pub async fn begin(context: &Context<'_>, id: &HearingId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => begin_in(&mut tx, context, id))
}

async fn begin_in(tx: &mut WriteTx, context: &Context<'_>, id: &HearingId) -> Result<(), Failed<Refused>> {
    let (hearing, commission) = loaded::<Refused>(tx, id).await?;
    let examines = hearing.sheets.contains_key(&context.actor.person);
    if examines {
        examined::<Refused>(tx, context, id).await?;
    } else if may(context.actor, &Action::ManageCommissions(&hearing.school)).is_ok() {
        led(tx, context, id).await?;
    } else {
        // Whoever neither marks nor leads learns as little as from an id that there is not.
        return Err(Failed::NotFound);
    }
    if matches!(hearing.state, HearingState::Begun { .. }) {
        // The form came twice.
        return Ok(());
    }
    let course = store::courses::get(tx, &hearing.home, &hearing.course).await?;
    if course.is_none_or(|course| matches!(course.candidate.state, State::Left { .. })) {
        // The result would change nothing; once they are back, another commission can hear them.
        return Err(Failed::Refused(Refused::NotACandidate));
    }
    let whom = (&hearing.home, &hearing.candidate);
    let found = found(tx, whom, &hearing.schools(), &hearing.examiners(), context.today).await?;
    let refused = Refused::of(&hearing);
    let begun = hearing.clone().begin(commission.day, found, context.today, context.now).map_err(refused)?;
    store::commissions::save(tx, &begun).await?;
    Ok(context.audit(tx, &begun.school, "hearing-begun", id.as_str(), "").await?)
}

/// An examiner's marks, in the order of the rubric; sealed where they say so. The same form sent again changes nothing.
pub async fn save(
    context: &Context<'_>,
    id: &HearingId,
    marks: &[Option<u8>],
    seal: bool,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => save_in(&mut tx, context, id, marks, seal))
}

async fn save_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &HearingId,
    marks: &[Option<u8>],
    seal: bool,
) -> Result<(), Failed<Refused>> {
    let (hearing, commission) = examined::<Refused>(tx, context, id).await?;
    keep(tx, context, &hearing, &commission.rubric, marks, seal).await?;
    Ok(())
}

/// Puts marks in; gives the sheet that stands then.
async fn keep(
    tx: &mut WriteTx,
    context: &Context<'_>,
    hearing: &Hearing,
    rubric: &Rubric,
    marks: &[Option<u8>],
    seal: bool,
) -> Result<Sheet, Failed<Refused>> {
    let me = &context.actor.person;
    let marked = hearing.clone().mark(me, marks, seal, rubric).map_err(Refused::of(hearing))?;
    let sheet = marked.sheets.get(me).cloned().ok_or(Failed::NotFound)?;
    if hearing.sheets.get(me) == Some(&sheet) {
        return Ok(sheet);
    }
    store::commissions::mark(tx, &marked, me, &sheet, context.now).await?;
    if sheet.sealed {
        context.audit(tx, &marked.school, "hearing-sealed", marked.id.as_str(), "").await?;
    }
    Ok(sheet)
}

/// What became of marks from a page that may be older than the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// The own sheet as it stands now.
    pub sheet: Sheet,
    /// The criteria, from nought, where something newer stands: there nothing was overwritten, and nothing was sealed.
    pub newer: Vec<usize>,
}

/// An examiner's marks from a page, with what that page knew; sealed where they say so and nothing newer stands. A page may
/// have waited for the network since (docs/decisions/0040); what it sends twice is one.
pub async fn put(
    context: &Context<'_>,
    id: &HearingId,
    chosen: &[Option<Chosen>],
    seal: bool,
) -> Result<Put, Failed<Refused>> {
    store::change!(context.db, tx => put_in(&mut tx, context, id, chosen, seal))
}

async fn put_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &HearingId,
    chosen: &[Option<Chosen>],
    seal: bool,
) -> Result<Put, Failed<Refused>> {
    let (hearing, commission) = examined::<Refused>(tx, context, id).await?;
    let before = hearing.sheets.get(&context.actor.person).ok_or(Failed::NotFound)?;
    let newer = before.newer(chosen).map_err(HearingRefused::Mark).map_err(Refused::of(&hearing))?;
    let mark = |(at, one): (usize, &Option<Chosen>)| one.filter(|_| !newer.contains(&at)).map(|one| one.mark);
    let marks: Vec<Option<u8>> = chosen.iter().enumerate().map(mark).collect();
    let seal = seal && newer.is_empty();
    let sheet = keep(tx, context, &hearing, &commission.rubric, &marks, seal).await?;
    Ok(Put { sheet, newer })
}

/// An examiner says why the marks of a criterion stay as far apart as they are.
pub async fn explain(
    context: &Context<'_>,
    id: &HearingId,
    criterion: usize,
    text: &str,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => explain_in(&mut tx, context, id, criterion, text))
}

async fn explain_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &HearingId,
    criterion: usize,
    text: &str,
) -> Result<(), Failed<Refused>> {
    let (hearing, commission) = examined::<Refused>(tx, context, id).await?;
    let reason = Reason { criterion, by: context.actor.person.clone(), text: text.trim().to_owned() };
    if hearing.reasons.contains(&reason) {
        return Ok(());
    }
    let refused = Refused::of(&hearing);
    let explained = hearing.clone().explain(reason.clone(), &commission.rubric).map_err(refused)?;
    store::commissions::explain(tx, &explained, &reason, context.now).await?;
    store::commissions::save(tx, &explained).await?;
    Ok(context.audit(tx, &explained.school, "hearing-explained", id.as_str(), "").await?)
}

/// The coordinator tells the result, and the course goes on by it in the candidate's own school: the right for its term, or
/// another attempt.
pub async fn tell(context: &Context<'_>, id: &HearingId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => tell_in(&mut tx, context, id))
}

async fn tell_in(tx: &mut WriteTx, context: &Context<'_>, id: &HearingId) -> Result<(), Failed<Refused>> {
    let (hearing, commission) = led(tx, context, id).await?;
    if matches!(hearing.state, HearingState::Told { .. }) {
        return Ok(());
    }
    let number = store::commissions::next_number(tx, &hearing.school).await?;
    let refused = Refused::of(&hearing);
    let told = hearing.clone().tell(number, &commission.rubric, context.now).map_err(refused)?;
    store::commissions::save(tx, &told).await?;
    let HearingState::Told { practice, .. } = &told.state else { return Ok(()) };
    // Whoever has left the course since only reads what the practice came to.
    if let Some(course) = store::courses::get(tx, &told.home, &told.course).await? {
        let Course { candidate, rules, .. } = course.clone();
        if let Ok(candidate) = candidate.sit_practice(practice.passed, rules, context.today, context.now) {
            if matches!(candidate.state, State::Passed { .. }) {
                promise(context, tx, &told.candidate, Letter::RightGranted, told.course.as_str()).await?;
            }
            store::courses::save(tx, &Course { candidate, ..course }).await?;
            if told.home != told.school {
                context.audit(tx, &told.home, "exam-result-came", id.as_str(), "").await?;
            }
        }
    }
    context.audit(tx, &told.school, "hearing-told", id.as_str(), "").await?;
    Ok(promise(context, tx, &told.candidate, Letter::PracticeTold, id.as_str()).await?)
}
