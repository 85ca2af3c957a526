//! Results are told: the verdict of every paper against the cut, and with it the next step of each candidate, in one
//! transaction; and the second look at what came to the border.

use super::reading::{Paper, banks, course, errors};
use super::{Refused, managed};
use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::appeals::deciders;
use domain::courses::{Candidate, Course, Decision, Verdict};
use domain::exams::{SittingRefused, SittingState, State, judge};
use domain::{AttemptId, ExamId};
use std::collections::BTreeSet;
use store::attempts::{Kept, Second, Told};
use store::{Tx, WriteTx};

/// Tells the results of a closed sitting; gives of how many papers. Whoever was told before is not told again.
pub async fn tell(context: &Context<'_>, id: &ExamId) -> Result<usize, Failed<Refused>> {
    store::change!(context.db, tx => tell_in(&mut tx, context, id))
}

async fn tell_in(tx: &mut WriteTx, context: &Context<'_>, id: &ExamId) -> Result<usize, Failed<Refused>> {
    let sitting = managed::<Refused>(tx, context, id).await?;
    if !matches!(sitting.state, SittingState::Closed { .. }) {
        return Err(Failed::Refused(SittingRefused::NotHere.into()));
    }
    let papers = Paper::all(tx, &sitting, context.now).await?;
    if papers.iter().all(|paper| paper.kept.told.is_some()) {
        return Ok(0);
    }
    let at_work = papers.iter().filter(|paper| paper.kept.attempt.state == State::Open).count();
    let waiting: usize = papers.iter().map(|paper| paper.marked.waiting.len()).sum();
    match (at_work, waiting) {
        (0, 0) => {}
        (0, _) => return Err(Failed::Refused(Refused::Waiting(waiting))),
        (_, _) => return Err(Failed::Refused(Refused::Writing(at_work))),
    }
    let cut = sitting.cuts.valid().ok_or(Failed::Refused(SittingRefused::NoCut.into()))?.points;
    let banks = banks(tx, &sitting).await?;
    let errors = errors(&papers, &banks);
    let mut told = 0;
    for (Paper { kept, marked }, error) in papers.into_iter().zip(errors) {
        let Some(verdict) = judge(&marked, cut, error).filter(|_| kept.told.is_none()) else { continue };
        let on = (verdict != Verdict::Border).then_some(context.today);
        let (points, of, looked) = (marked.points, marked.of, Vec::new());
        let result = Told { points, of, cut, error, verdict, second: None, on, looked };
        let kept = Kept { told: Some(result), ..kept };
        store::attempts::save(tx, &kept).await?;
        step(tx, context, &kept, verdict).await?;
        promise(context, tx, &kept.attempt.person, Letter::TheoryTold, kept.id.as_str()).await?;
        told += 1;
    }
    context.audit(tx, &sitting.school, "sitting-told", id.as_str(), "").await?;
    Ok(told)
}

/// The candidate goes on by the verdict in their own school; whoever has left the course since only reads what their paper
/// came to.
async fn step(
    tx: &mut WriteTx,
    context: &Context<'_>,
    kept: &Kept,
    verdict: Verdict,
) -> Result<(), Failed<Refused>> {
    let Some(course) = course(tx, &kept.home, &kept.attempt.person).await? else { return Ok(()) };
    let Course { candidate, .. } = course.clone();
    let Ok(candidate) = candidate.sit_theory(verdict, context.today, context.now) else { return Ok(()) };
    store::courses::save(tx, &Course { candidate, ..course }).await?;
    Ok(note_at_home(tx, context, kept).await?)
}

/// The log of another school says that a result came from here, and the course of its candidate went on by it.
pub(crate) async fn note_at_home(tx: &mut WriteTx, context: &Context<'_>, kept: &Kept) -> store::Result<()> {
    if kept.home == kept.school {
        return Ok(());
    }
    context.audit(tx, &kept.home, "exam-result-came", kept.id.as_str(), "").await
}

/// Where a second look leads. An appeal may have brought the paper to the border while its candidate was at the retake or
/// further on: then it may help, and takes nothing away.
fn looked_at(candidate: Candidate, passed: bool, decision: &Decision, context: &Context<'_>) -> Candidate {
    match candidate.clone().look_again(passed, decision, context.today) {
        Ok(candidate) => candidate,
        Err(_) if passed => {
            let gained = candidate.clone().gain_theory(Verdict::Passed, context.today, context.now);
            gained.unwrap_or(candidate)
        }
        Err(_) => candidate,
    }
}

/// May the actor look at a paper a second time? What binds somebody who would decide an appeal binds here, too
/// (docs/decisions/0036).
pub async fn may_look(tx: &mut Tx, context: &Context<'_>, kept: &Kept) -> store::Result<bool> {
    let candidate = &kept.attempt.person;
    let ties = crate::commissions::ties(tx, &kept.home, &[kept.school.clone()].into(), candidate).await?;
    let me = [context.actor.person.clone()].into();
    Ok(!deciders(&me, candidate, &BTreeSet::new(), &ties, context.today).is_empty())
}

/// A result at the border is decided by somebody else who looks a second time and says why; never by a draw.
pub async fn look_again(
    context: &Context<'_>,
    id: &ExamId,
    attempt: &AttemptId,
    passed: bool,
    reason: &str,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => look_again_in(&mut tx, context, id, attempt, passed, reason))
}

async fn look_again_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
    attempt: &AttemptId,
    passed: bool,
    reason: &str,
) -> Result<(), Failed<Refused>> {
    let sitting = managed::<Refused>(tx, context, id).await?;
    let kept = store::attempts::get(tx, attempt).await?.filter(|kept| kept.attempt.exam == *id);
    let kept = kept.ok_or(Failed::NotFound)?;
    if kept.attempt.person == context.actor.person {
        return Err(Failed::Refused(Refused::OwnPaper));
    }
    if !may_look(tx, context, &kept).await? {
        return Err(Failed::Refused(Refused::Bound));
    }
    if reason.trim().is_empty() {
        return Err(Failed::Refused(Refused::NoReason));
    }
    let open = |told: &Told| told.verdict == Verdict::Border && told.second.is_none();
    let told = kept.told.clone().filter(open).ok_or(Failed::Refused(Refused::NotAtBorder))?;
    let course = course(tx, &kept.home, &kept.attempt.person).await?;
    let course = course.ok_or(Failed::Refused(Refused::NotAtBorder))?;
    let decision =
        Decision { by: context.actor.person.clone(), at: context.now, reason: reason.trim().to_owned() };
    let candidate = looked_at(course.candidate.clone(), passed, &decision, context);
    store::courses::save(tx, &Course { candidate, ..course }).await?;
    let told = Told { second: Some(Second { passed, decision }), on: Some(context.today), ..told };
    // A letter of the first result that was not written yet falls away: it would be the second in a day.
    let about = format!("{} again", kept.id);
    promise(context, tx, &kept.attempt.person, Letter::TheoryTold, &about).await?;
    let kept = Kept { told: Some(told), ..kept };
    store::attempts::save(tx, &kept).await?;
    note_at_home(tx, context, &kept).await?;
    Ok(context.audit(tx, &sitting.school, "sitting-looked-again", id.as_str(), "").await?)
}
