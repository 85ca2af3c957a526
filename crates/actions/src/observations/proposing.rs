//! An observation begins: one of the two proposes a lesson and the other one answers, or the administration announces
//! a control.

use super::{busy, other_of, own, save};
use crate::letters::{Letter, promise, remind_ahead};
use crate::meetings::{busy_of, paused_days};
use crate::orders::code;
use crate::plans::{mentor_of_today, pair_of_today};
use crate::{Context, Failed};
use domain::calendar::local;
use domain::meetings::{Busy, Span};
use domain::newcomers::Newcomer;
use domain::observations::{
    Kind, Observation, Party, Refused, Shares, State, kind as kind_of, propose as may_propose,
};
use domain::people::Person;
use domain::permissions::{Action, Lesson, may};
use domain::programmes::Programme;
use domain::timetables::Lesson as Taught;
use domain::{Day, ObservationId, PersonId};
use store::{Tx, WriteTx};

/// Which lesson is to be watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Who teaches it.
    pub observed: PersonId,
    /// Who watches it.
    pub observer: PersonId,
    /// Within internal control: announced, not asked.
    pub controls: bool,
    /// When.
    pub span: Span,
}

/// Two people and what the one watches the other for.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The programme.
    pub programme: Programme,
    /// The newcomer of the two.
    pub newcomer: Newcomer,
    /// What it is for.
    pub kind: Kind,
    /// What the two have to do.
    pub busy: Busy,
    /// The last day on which it can be: that of the pair for its mentor, else that of the programme.
    pub work_until: Day,
}

/// For a page and for the step: may the actor begin this, and when could it be?
pub async fn scene(
    tx: &mut Tx,
    context: &Context<'_>,
    teacher: &PersonId,
    observer: &PersonId,
    controls: bool,
) -> Result<Scene, Failed<Refused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let lesson = Lesson { school, observed: teacher, observer };
    let action = if controls { Action::Control(lesson) } else { Action::Observe(lesson) };
    may(context.actor, &action)?;
    if teacher == observer {
        return Err(Failed::Refused(Refused::Yourself));
    }
    for person in [teacher, observer] {
        let person = store::people::get(tx, person).await?.ok_or(Failed::NotFound)?;
        works(&person, context, school)?;
    }
    let programme = store::programmes::running(tx, school, context.today).await?.ok_or(Failed::NotFound)?;
    let visits = store::newcomers::of_person(tx, &programme.id, observer).await?.filter(|_| !controls);
    let visiting = visits.is_some();
    let newcomer = match visits {
        Some(newcomer) => newcomer,
        None => store::newcomers::of_person(tx, &programme.id, teacher)
            .await?
            .ok_or(Failed::Refused(Refused::NoNewcomer))?,
    };
    let mentor = mentor_of_today(tx, school, &newcomer.id, context.today).await?;
    let kind = kind_of(visiting, controls, observer, mentor.as_ref()).map_err(Failed::Refused)?;
    let other = if visiting { teacher } else { observer };
    let mut busy = busy_of(tx, &programme, &newcomer.person, other, None).await?;
    let mut work_until = programme.last_day();
    // What the two of a pair do for each other ends with it, and pauses with it.
    let pair = pair_of_today(tx, school, &newcomer.id, context.today).await?;
    if let Some(pair) = pair.filter(|_| kind == Kind::ByMentor) {
        busy.calendar.days_off.extend(paused_days(tx, &pair).await?);
        let ending = store::endings::of_pair(tx, school, &pair.id).await?;
        work_until = ending.map_or(work_until, |ending| ending.last_day);
    }
    Ok(Scene { programme, newcomer, kind, busy, work_until })
}

/// Somebody of the school who works there today.
fn works(person: &Person, context: &Context<'_>, school: &domain::SchoolId) -> Result<(), Failed<Refused>> {
    match () {
        () if person.school.as_ref() != Some(school) => Err(Failed::NotFound),
        () if !person.works_on(context.today) => Err(Failed::Refused(Refused::Gone)),
        () => Ok(()),
    }
}

/// One of two proposes a lesson to the other one, or the administration announces a control; the other one is told.
pub async fn propose(context: &Context<'_>, proposal: &Proposal) -> Result<ObservationId, Failed<Refused>> {
    store::change!(context.db, tx => propose_in(&mut tx, context, proposal))
}

async fn propose_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    proposal: &Proposal,
) -> Result<ObservationId, Failed<Refused>> {
    let Proposal { observed: teacher, observer, controls, span } = proposal;
    let scene = scene(tx, context, teacher, observer, *controls).await?;
    let school = scene.programme.school.clone();
    // Sent twice.
    let known = store::observations::of_person(tx, &school, observer).await?;
    let same = |one: &&Observation| {
        one.observed == *teacher && one.kind == scene.kind && one.span() == *span && one.state.is_open()
    };
    if let Some(same) = known.iter().find(same) {
        return Ok(same.id.clone());
    }
    let there = store::schools::get(tx, &school).await?.ok_or(Failed::NotFound)?;
    let now = local(context.now, there.utc_offset_minutes);
    may_propose(scene.kind, *span, &scene.busy, now, scene.work_until).map_err(Failed::Refused)?;
    let number = store::observations::last_number(tx, &school, &scene.programme.id).await?;
    let observation = begun(context, &scene, proposal, number.saturating_add(1));
    store::observations::add(tx, &observation).await?;
    let (what, letter) = match observation.kind {
        Kind::Control => ("observation-announced", Letter::ObservationAnnounced),
        _ => ("observation-proposed", Letter::ObservationProposed),
    };
    let id = observation.id.clone();
    context.audit(tx, &school, what, id.as_str(), "").await?;
    let party = observation.party(&context.actor.person).ok_or(Failed::NotFound)?;
    promise(context, tx, observation.person(party.other()), letter, id.as_str()).await?;
    if observation.state == State::Planned {
        remind(tx, context, &observation, there.utc_offset_minutes).await?;
    }
    Ok(id)
}

fn begun(context: &Context<'_>, scene: &Scene, proposal: &Proposal, number: u16) -> Observation {
    let span = proposal.span;
    let by = if context.actor.person == proposal.observed { Party::Observed } else { Party::Observer };
    let taught = lesson_of(scene, span);
    Observation {
        id: context.id(),
        school: scene.programme.school.clone(),
        programme: scene.programme.id.clone(),
        newcomer: scene.newcomer.id.clone(),
        kind: scene.kind,
        observed: proposal.observed.clone(),
        observer: proposal.observer.clone(),
        class: taught.map(|lesson| lesson.class.clone()),
        room: taught.and_then(|lesson| lesson.room.clone()),
        day: span.day,
        at: span.at,
        minutes: span.minutes,
        number,
        code: code(context),
        state: if proposal.controls { State::Planned } else { State::Proposed { by } },
        shares: Shares::NONE,
        changed_at: context.now,
        version: 0,
    }
}

/// The lesson of the timetable that is watched.
fn lesson_of(scene: &Scene, span: Span) -> Option<&Taught> {
    let weekday = span.day.weekday().to_monday_one_offset().unsigned_abs();
    let lessons = match scene.kind {
        Kind::ByNewcomer => &scene.busy.mentor,
        Kind::ByMentor | Kind::ByOutsider | Kind::Control => &scene.busy.newcomer,
    };
    lessons.iter().find(|lesson| {
        lesson.weekday == weekday && scene.busy.bells.of(span.day, lesson.number).overlaps(span)
    })
}

/// What one of the two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The lesson suits.
    Accept,
    /// It does not suit.
    Decline,
    /// Whoever proposed it takes it back.
    TakeBack,
    /// It does not take place.
    Cancel,
}

/// One of the two answers a proposed lesson, takes the own proposal back, or says that it does not take place.
pub async fn answer(
    context: &Context<'_>,
    id: &ObservationId,
    answer: Answer,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, id, answer))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ObservationId,
    answer: Answer,
) -> Result<(), Failed<Refused>> {
    let (opened, party) = own(tx, context, id).await?;
    let observation = opened.observation;
    // Sent twice.
    let done = match answer {
        Answer::Accept => observation.state == State::Planned && observation.kind != Kind::Control,
        Answer::Decline => observation.state == State::Declined,
        Answer::TakeBack => observation.state == State::Withdrawn,
        Answer::Cancel => observation.state == State::Cancelled { by: party },
    };
    if done {
        return Ok(());
    }
    let other = observation.person(party.other()).clone();
    let (after, what, letter) = match answer {
        Answer::Accept => {
            let others = busy(tx, &opened.programme, &observation).await?;
            still_there(tx, context, &observation).await?;
            let agreed = observation.accept(party, &others, opened.now);
            (agreed, "observation-agreed", Some(Letter::ObservationAgreed))
        }
        Answer::Decline => {
            (observation.decline(party), "observation-declined", Some(Letter::ObservationDeclined))
        }
        Answer::TakeBack => (observation.take_back(party), "observation-withdrawn", None),
        Answer::Cancel => {
            (observation.cancel(party), "observation-cancelled", Some(Letter::ObservationCancelled))
        }
    };
    let after = after.map_err(Failed::Refused)?;
    let agreed = matches!(answer, Answer::Accept).then(|| after.clone());
    save(tx, context, after, what).await?;
    if let Some(agreed) = agreed {
        remind(tx, context, &agreed, opened.offset).await?;
    }
    if let Some(letter) = letter {
        promise(context, tx, &other, letter, id.as_str()).await?;
    }
    Ok(())
}

/// Both are reminded of a lesson that stands (feat:D5).
async fn remind(
    tx: &mut WriteTx,
    context: &Context<'_>,
    lesson: &Observation,
    offset: i16,
) -> store::Result<()> {
    let people = [&lesson.observed, &lesson.observer];
    let about = (lesson.id.as_str(), lesson.span());
    remind_ahead(tx, context, people, Letter::ObservationReminder, about, offset).await
}

/// Nobody agrees to a lesson with somebody who has left.
async fn still_there(
    tx: &mut Tx,
    context: &Context<'_>,
    observation: &Observation,
) -> Result<(), Failed<Refused>> {
    let other = store::people::get(tx, other_of(observation)).await?.ok_or(Failed::NotFound)?;
    works(&other, context, &observation.school)
}
