//! An appeal is decided with a reason. Where it was right, the attempt is void or a question counts as right; what follows
//! for points and courses happens at once, and nobody comes down.

use super::{Exam, Scene};
use crate::letters::{Letter, promise};
use crate::sittings::{Paper, announce_to, banks, course, note_at_home};
use crate::{Context, Failed, Never};
use domain::appeals::{About, Appeal, Remedy, State, StepRefused};
use domain::courses::{Course, Decision, State as Stage, Verdict};
use domain::exams::judge;
use domain::permissions::{Action, may};
use domain::questions::Points;
use domain::{AppealId, AttemptId, Day, PersonId};
use std::collections::BTreeSet;
use store::WriteTx;
use store::attempts::{Kept, Told};

/// Whoever decides says why: nothing is changed where `remedy` is missing. The candidate is told. The same form that comes
/// twice decides once.
pub async fn decide(
    context: &Context<'_>,
    id: &AppealId,
    remedy: Option<Remedy>,
    reason: &str,
) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => decide_in(&mut tx, context, id, remedy, reason))
}

async fn decide_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &AppealId,
    remedy: Option<Remedy>,
    reason: &str,
) -> Result<(), Failed<StepRefused>> {
    let appeal = store::appeals::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let scene = Scene::load(tx, &appeal.about).await?.ok_or(Failed::NotFound)?;
    let deciders = scene.deciders(tx, context.today).await?;
    let named: Vec<PersonId> = deciders.iter().cloned().collect();
    may(context.actor, &Action::DecideAppeal { school: &scene.school, deciders: &named })?;
    let (by, reason) = (context.actor.person.clone(), reason.trim().to_owned());
    let decision = Decision { by, at: context.now, reason };
    if came_twice(&appeal.state, remedy, &decision) {
        return Ok(());
    }
    let decided = match remedy {
        None => appeal.dismiss(decision, &deciders),
        Some(remedy) => {
            let on_paper = readable(tx, context, &scene).await?;
            appeal.uphold(remedy, decision, &deciders, &on_paper)
        }
    };
    let decided = decided.map_err(Failed::Refused)?;
    store::appeals::save(tx, &decided).await?;
    let deed = if remedy.is_some() { "appeal-upheld" } else { "appeal-dismissed" };
    context.audit(tx, &decided.school, deed, id.as_str(), "").await?;
    carry_out(tx, context, &scene, &decided).await?;
    Ok(promise(context, tx, &decided.person, Letter::AppealDecided, id.as_str()).await?)
}

/// The same was decided by the same person.
fn came_twice(state: &State, remedy: Option<Remedy>, new: &Decision) -> bool {
    let (was, decision) = match state {
        State::Upheld { remedy, decision } => (Some(*remedy), decision),
        State::Dismissed { decision } => (None, decision),
        State::Filed | State::TakenBack { .. } => return false,
    };
    (was, &decision.by, &decision.reason) == (remedy, &new.by, &new.reason)
}

/// The questions about which the actor may decide: none for whoever sits the exam, and must not read it.
async fn readable(
    tx: &mut WriteTx,
    context: &Context<'_>,
    scene: &Scene,
) -> Result<BTreeSet<u32>, Failed<StepRefused>> {
    match crate::questions::keeps::<Never>(tx, context, &scene.school).await {
        Ok(()) => Ok(scene.on_paper()),
        Err(Failed::Store(error)) => Err(error.into()),
        Err(_) => Ok(BTreeSet::new()),
    }
}

async fn carry_out(
    tx: &mut WriteTx,
    context: &Context<'_>,
    scene: &Scene,
    appeal: &Appeal,
) -> store::Result<()> {
    let State::Upheld { remedy, decision } = &appeal.state else { return Ok(()) };
    match (remedy, &scene.exam) {
        (Remedy::Again, _) => give_back(tx, context, scene, decision).await,
        (Remedy::Right { .. } | Remedy::Struck { .. }, Exam::Paper(kept)) => correct(tx, context, kept).await,
        (Remedy::Right { .. } | Remedy::Struck { .. }, Exam::Practice(_)) => Ok(()),
    }
}

/// The attempt counts for nothing, and its candidate is told of sittings to come. Whoever has left the course or passed
/// since keeps what they have.
async fn give_back(
    tx: &mut WriteTx,
    context: &Context<'_>,
    scene: &Scene,
    decision: &Decision,
) -> store::Result<()> {
    let outcome = &scene.outcome;
    let Some(course) = course(tx, &outcome.home, &outcome.person).await? else { return Ok(()) };
    let another = match &scene.exam {
        Exam::Paper(_) => false,
        Exam::Practice(practice) => practice.0.course != course.candidate.course,
    };
    let void = course.candidate.clone().void_attempt(outcome.about.part(), decision);
    let Some(candidate) = void.ok().filter(|_| !another) else { return Ok(()) };
    let admitted = candidate.state == Stage::Admitted;
    store::courses::save(tx, &Course { candidate, ..course }).await?;
    if outcome.home != scene.school {
        let about = match &outcome.about {
            About::Theory(id) => id.as_str(),
            About::Practice(id) => id.as_str(),
        };
        context.audit(tx, &outcome.home, "exam-result-came", about, "").await?;
    }
    if admitted {
        announce_to(tx, context, &outcome.home, &outcome.person).await?;
    }
    Ok(())
}

/// Numbers of the questions that count as right on a paper since appeals were upheld.
fn right(appeals: &[Appeal], paper: &AttemptId) -> BTreeSet<u32> {
    let question = |appeal: &Appeal| match (&appeal.state, &appeal.about) {
        (State::Upheld { remedy: Remedy::Struck { question }, .. }, _) => Some(*question),
        (State::Upheld { remedy: Remedy::Right { question }, .. }, About::Theory(own)) if own == paper => {
            Some(*question)
        }
        _ => None,
    };
    appeals.iter().filter_map(question).collect()
}

/// Points of every paper of the sitting are reckoned once more with all that counts as right since.
async fn correct(tx: &mut WriteTx, context: &Context<'_>, appealed: &Kept) -> store::Result<()> {
    let exam = &appealed.attempt.exam;
    let Some(sitting) = store::sittings::get(tx, exam).await? else { return Ok(()) };
    let appeals = store::appeals::of_sitting(tx, &sitting.school, exam).await?;
    let banks = banks(tx, &sitting).await?;
    for Paper { kept, marked } in Paper::all(tx, &sitting, context.now).await? {
        let (Some(told), Some(bank)) = (kept.told.clone(), banks.get(&kept.language)) else { continue };
        let marked = marked.with_right(&right(&appeals, &kept.id), bank, told.points);
        if marked.points == told.points {
            continue;
        }
        let verdict = judge(&marked, told.cut, told.error).unwrap_or(told.verdict);
        let told = told_again(told, marked.points, verdict, context.today);
        let kept = Kept { told: Some(told), ..kept };
        store::attempts::save(tx, &kept).await?;
        context.audit(tx, &kept.school, "paper-corrected", kept.id.as_str(), "").await?;
        go_on(tx, context, &kept, verdict).await?;
        if kept.attempt.person != appealed.attempt.person {
            tell_other(tx, context, &kept).await?;
        }
    }
    Ok(())
}

/// Whoever appealed is told of the decision; the others learn that there is something to read.
async fn tell_other(tx: &mut WriteTx, context: &Context<'_>, kept: &Kept) -> store::Result<()> {
    let again = kept.told.as_ref().is_some_and(|told| told.second.is_some());
    let about = if again { format!("{} again", kept.id) } else { kept.id.to_string() };
    promise(context, tx, &kept.attempt.person, Letter::TheoryTold, &about).await
}

/// What a paper came to with more points. Who has passed stays so; who now comes to the border is looked at a second time.
fn told_again(told: Told, points: Points, verdict: Verdict, today: Day) -> Told {
    let mut looked = told.looked.clone();
    looked.extend(told.second.as_ref().map(|second| second.decision.by.clone()));
    match (told.passed(), verdict) {
        (Some(true), _) | (Some(false), Verdict::Failed) | (None, Verdict::Failed | Verdict::Border) => {
            Told { points, ..told }
        }
        (Some(false), Verdict::Border) => Told { points, verdict, second: None, on: None, looked, ..told },
        (_, Verdict::Passed) => Told { points, verdict, second: None, on: Some(today), looked, ..told },
    }
}

/// The candidate goes on by what the paper came to; whoever is elsewhere by now only reads it.
async fn go_on(tx: &mut WriteTx, context: &Context<'_>, kept: &Kept, verdict: Verdict) -> store::Result<()> {
    let Some(course) = course(tx, &kept.home, &kept.attempt.person).await? else { return Ok(()) };
    let gained = course.candidate.clone().gain_theory(verdict, context.today, context.now);
    let Ok(candidate) = gained else { return Ok(()) };
    store::courses::save(tx, &Course { candidate, ..course }).await?;
    note_at_home(tx, context, kept).await
}
