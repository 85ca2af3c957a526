//! A meeting is held: it begins, observers put their sheets in, the minutes and decisions are written, it closes; afterwards
//! decisions are carried out, and whoever played the mentor says who learns of it.

use super::{led, owned};
use crate::people::working;
use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::scenes::{Decision, Part, Record, Recording, Refused, Scene, Sheet, State, may_link};
use domain::{Day, PersonId, SceneDecisionId, SceneId, SchoolId};
use exchange::awards::digest;
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// What whoever leads a meeting does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It begins.
    Begin,
    /// It closes: the sheets stand and are read together.
    Close,
    /// It does not take place.
    Cancel,
}

/// A meeting begins, closes, or does not take place.
pub async fn step(context: &Context<'_>, id: &SceneId, step: Step) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => step_in(&mut tx, context, id, step))
}

async fn step_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneId,
    step: Step,
) -> Result<(), Failed<Refused>> {
    let scene = led::<Refused>(tx, context, id).await?;
    // The form came twice.
    let stands = match step {
        Step::Begin => scene.state == State::Begun,
        Step::Close => matches!(scene.state, State::Closed { .. }),
        Step::Cancel => scene.state == State::Cancelled,
    };
    if stands {
        return Ok(());
    }
    let number = store::scenes::next_number(tx, &scene.school).await?;
    let (after, what) = match step {
        Step::Begin => {
            let begun = scene.begin(context.today);
            (begun.map(|scene| Scene { begun: Some(context.now), ..scene }), "scene-begun")
        }
        Step::Close => (scene.close(number), "scene-closed"),
        Step::Cancel => (scene.cancel(), "scene-cancelled"),
    };
    keep(tx, context, &after.map_err(Failed::Refused)?, what).await?;
    Ok(())
}

/// Saves, and writes into the log that it was done.
pub(super) async fn keep(
    tx: &mut WriteTx,
    context: &Context<'_>,
    scene: &Scene,
    what: &str,
) -> store::Result<()> {
    store::scenes::save(tx, scene).await?;
    context.audit(tx, &scene.school, what, scene.id.as_str(), "").await
}

/// An observer puts the sheet in, alone; as long as the meeting is held, it may come once more.
pub async fn observe(context: &Context<'_>, id: &SceneId, sheet: &Sheet) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => observe_in(&mut tx, context, id, sheet))
}

async fn observe_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneId,
    sheet: &Sheet,
) -> Result<(), Failed<Refused>> {
    let scene = store::scenes::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let observers = scene.of_part(Part::Observer);
    let me = &context.actor.person;
    may(context.actor, &Action::ObserveScene { school: scene.home_of(me), observers: &observers })?;
    if scene.people.get(me).and_then(|place| place.sheet.as_ref()) == Some(sheet) {
        // The form came twice.
        return Ok(());
    }
    let after = scene.observe(me, sheet.clone()).map_err(Failed::Refused)?;
    keep(tx, context, &after, "scene-observed").await?;
    Ok(())
}

/// What stands for the words that somebody read when they began to write. Chair and secretary write at once.
pub fn stamp(record: &Record) -> String {
    let votes = record.votes.map(|count| count.to_string()).join(" ");
    digest(&[record.course.as_str(), &record.notes, &record.guests, &votes].join("\u{1f}"))
}

/// Whoever leads the meeting writes down what belongs into its minutes, and who came. `read` is the [`stamp`] of the words
/// that stood there when they began: other words than these are not written over.
pub async fn record(
    context: &Context<'_>,
    id: &SceneId,
    record: &Record,
    present: &BTreeSet<PersonId>,
    read: Option<&str>,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => record_in(&mut tx, context, id, (record, read), present))
}

async fn record_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneId,
    (record, read): (&Record, Option<&str>),
    present: &BTreeSet<PersonId>,
) -> Result<(), Failed<Refused>> {
    let scene = led::<Refused>(tx, context, id).await?;
    if scene.record != *record && read.is_some_and(|read| read != stamp(&scene.record)) {
        return Err(Failed::Refused(Refused::Meanwhile));
    }
    let before = scene.clone();
    let after = scene.record(record.clone(), present).map_err(Failed::Refused)?;
    if after != before {
        keep(tx, context, &after, "scene-recorded").await?;
    }
    Ok(())
}

/// A decision is written down: what, by whom, until when. It stands at home until its owner says that it is done.
pub async fn decide(
    context: &Context<'_>,
    id: &SceneId,
    text: &str,
    owner: &PersonId,
    until: Day,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => decide_in(&mut tx, context, id, text, owner, until))
}

async fn decide_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneId,
    text: &str,
    owner: &PersonId,
    until: Day,
) -> Result<(), Failed<Refused>> {
    let scene = led::<Refused>(tx, context, id).await?;
    let known = store::scenes::decisions(tx, &scene).await?;
    if known.iter().any(|one| (one.text.as_str(), &one.owner, one.until) == (text, owner, until)) {
        // The form came twice.
        return Ok(());
    }
    let home = carries(tx, context, &scene, (owner, until)).await?;
    let decision = Decision {
        id: context.id(),
        school: scene.school.clone(),
        scene: scene.id.clone(),
        text: text.to_owned(),
        owner: owner.clone(),
        home,
        until,
        done: None,
    };
    store::scenes::decide(tx, &decision).await?;
    context.audit(tx, &scene.school, "scene-decided", scene.id.as_str(), "").await?;
    Ok(())
}

/// The school of somebody of the meeting who may carry something out until a day.
async fn carries(
    tx: &mut WriteTx,
    context: &Context<'_>,
    scene: &Scene,
    (owner, until): (&PersonId, Day),
) -> Result<SchoolId, Failed<Refused>> {
    scene.may_decide(owner, until).map_err(Failed::Refused)?;
    let home = scene.home_of(owner);
    if working(tx, home, context.today).await?.contains(owner) {
        Ok(home.clone())
    } else {
        Err(Failed::Refused(Refused::Stranger))
    }
}

/// A decision with its meeting, for whoever leads it.
pub(super) async fn led_decision<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &SceneDecisionId,
) -> Result<(Scene, Decision), Failed<R>> {
    let decision = store::scenes::decision(tx, id).await?.ok_or(Failed::NotFound)?;
    let scene = led::<R>(tx, context, &decision.scene).await?;
    Ok((scene, decision))
}

/// A decision is said in other words, given to somebody else or another day, as long as the meeting is held; gives the meeting.
pub async fn correct(
    context: &Context<'_>,
    id: &SceneDecisionId,
    text: &str,
    (owner, until): (&PersonId, Day),
) -> Result<SceneId, Failed<Refused>> {
    store::change!(context.db, tx => correct_in(&mut tx, context, id, text, (owner, until)))
}

async fn correct_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneDecisionId,
    text: &str,
    (owner, until): (&PersonId, Day),
) -> Result<SceneId, Failed<Refused>> {
    let (scene, decision) = led_decision::<Refused>(tx, context, id).await?;
    if (decision.text.as_str(), &decision.owner, decision.until) == (text, owner, until) {
        return Ok(scene.id);
    }
    scene.may_correct(&decision).map_err(Failed::Refused)?;
    let home = carries(tx, context, &scene, (owner, until)).await?;
    let corrected = Decision { text: text.to_owned(), owner: owner.clone(), home, until, ..decision };
    store::scenes::correct(tx, &corrected).await?;
    context.audit(tx, &scene.school, "scene-decision-corrected", scene.id.as_str(), "").await?;
    Ok(scene.id)
}

/// A decision is taken out, as long as the meeting is held; gives the meeting.
pub async fn undecide(context: &Context<'_>, id: &SceneDecisionId) -> Result<SceneId, Failed<Refused>> {
    store::change!(context.db, tx => undecide_in(&mut tx, context, id))
}

async fn undecide_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneDecisionId,
) -> Result<SceneId, Failed<Refused>> {
    let (scene, decision) = led_decision::<Refused>(tx, context, id).await?;
    scene.may_correct(&decision).map_err(Failed::Refused)?;
    store::scenes::undecide(tx, id).await?;
    context.audit(tx, &scene.school, "scene-undecided", scene.id.as_str(), "").await?;
    Ok(scene.id)
}

/// The owner of a decision says that it is done.
pub async fn done(
    context: &Context<'_>,
    id: &SceneId,
    decision: &SceneDecisionId,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => done_in(&mut tx, context, id, decision))
}

async fn done_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneId,
    decision: &SceneDecisionId,
) -> Result<(), Failed<Never>> {
    let decision = store::scenes::decision(tx, decision).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::KeepDecision { owner: &decision.owner })?;
    if decision.scene != *id {
        return Err(Failed::NotFound);
    }
    if decision.done.is_some() {
        // The form came twice.
        return Ok(());
    }
    store::scenes::done(tx, &decision.id, context.now).await?;
    context.audit(tx, &decision.school, "scene-decision-done", id.as_str(), "").await?;
    Ok(())
}

/// Whoever played the mentor lets the own card say what was shown, or no longer.
pub async fn let_card_say(context: &Context<'_>, id: &SceneId, says: bool) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => let_card_say_in(&mut tx, context, id, says))
}

async fn let_card_say_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneId,
    says: bool,
) -> Result<(), Failed<Refused>> {
    let scene = owned::<Refused>(tx, context, id).await?;
    if !matches!(scene.state, State::Closed { .. }) {
        return Err(Failed::Refused(Refused::NotHere));
    }
    if scene.on_card != says {
        keep(tx, context, &Scene { on_card: says, ..scene }, "scene-card").await?;
    }
    Ok(())
}

/// Whoever played the mentor puts the link to the recording there and names its viewers, or takes it away.
pub async fn link(
    context: &Context<'_>,
    id: &SceneId,
    recording: Option<&Recording>,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => link_in(&mut tx, context, id, recording))
}

async fn link_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneId,
    recording: Option<&Recording>,
) -> Result<(), Failed<Refused>> {
    let scene = owned::<Refused>(tx, context, id).await?;
    if !matches!(scene.state, State::Begun | State::Closed { .. }) {
        return Err(Failed::Refused(Refused::NotHere));
    }
    if let Some(recording) = recording {
        may_link(&recording.link).map_err(Failed::Refused)?;
        // Whoever was not there would find no page with the link on it.
        if !recording.viewers.is_subset(&scene.members().into_iter().collect()) {
            return Err(Failed::Refused(Refused::NotThere));
        }
    }
    if store::scenes::recording(tx, &scene).await?.as_ref() == recording {
        // The form came twice.
        return Ok(());
    }
    store::scenes::set_recording(tx, &scene, recording).await?;
    context.audit(tx, &scene.school, "scene-linked", id.as_str(), "").await?;
    Ok(())
}
