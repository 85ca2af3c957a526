//! Situations of the school, and meetings that are planned: by those who lead the school.

use super::holding::keep;
use super::led;
use crate::letters::{Letter, promise};
use crate::people::working;
use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::scenes::{
    Part, Place, Played, Record, Refused, SITUATIONS, Scene, Situation, State, Timing, may_plan,
};
use domain::{Day, PersonId, SceneId, SchoolId, SituationId};
use jiff::civil::Time;
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// What a meeting is planned with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The subject team.
    pub team: String,
    /// The day.
    pub day: Day,
    /// From when on.
    pub from: Time,
    /// Where.
    pub place: String,
    /// What is played.
    pub played: Played,
    /// How long each part takes.
    pub timing: Timing,
    /// The subject whose teachers of other schools of the district may come, where it is opened to them.
    pub open_for: Option<String>,
    /// Who leads it.
    pub chair: PersonId,
    /// Who writes the minutes.
    pub secretary: PersonId,
    /// Who plays the mentor.
    pub mentor: PersonId,
    /// Who plays the newcomer.
    pub newcomer: PersonId,
    /// Who observes.
    pub observers: BTreeSet<PersonId>,
}

/// What a school writes for a situation of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its title.
    pub title: String,
    /// What happened.
    pub happened: String,
    /// The card of whoever plays the mentor.
    pub mentor: String,
    /// The card of whoever plays the newcomer.
    pub newcomer: String,
    /// What observers watch for.
    pub watch: String,
}

/// A meeting is planned; the same form that comes twice plans one.
pub async fn plan(context: &Context<'_>, planned: &Planned) -> Result<SceneId, Failed<Refused>> {
    store::change!(context.db, tx => plan_in(&mut tx, context, planned))
}

async fn plan_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    planned: &Planned,
) -> Result<SceneId, Failed<Refused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageScenes(school))?;
    let scene = made(context.id(), school, planned);
    let same = |one: &&Scene| {
        let known = Scene { id: scene.id.clone(), version: scene.version, ..(*one).clone() };
        known == scene
    };
    if let Some(same) = store::scenes::of_school(tx, school).await?.iter().find(same) {
        return Ok(same.id.clone());
    }
    playable(tx, school, &planned.played).await?;
    let there = working(tx, school, planned.day).await?;
    may_plan(&scene, &there, context.today).map_err(Failed::Refused)?;
    store::scenes::add(tx, &scene).await?;
    context.audit(tx, school, "scene-planned", scene.id.as_str(), "").await?;
    if scene.open_for.is_some() {
        context.audit(tx, school, "scene-opened", scene.id.as_str(), "").await?;
    }
    Ok(scene.id)
}

fn made(id: SceneId, school: &SchoolId, planned: &Planned) -> Scene {
    let place = |part: Part| Place { part, home: school.clone(), asked: None, present: false, sheet: None };
    let mut people: BTreeMap<PersonId, Place> =
        planned.observers.iter().map(|observer| (observer.clone(), place(Part::Observer))).collect();
    // Whoever plays does not observe.
    people.insert(planned.newcomer.clone(), place(Part::Newcomer));
    people.insert(planned.mentor.clone(), place(Part::Mentor));
    Scene {
        id,
        school: school.clone(),
        team: planned.team.clone(),
        day: planned.day,
        from: planned.from,
        place: planned.place.clone(),
        played: planned.played.clone(),
        timing: planned.timing,
        open_for: planned.open_for.clone(),
        chair: planned.chair.clone(),
        secretary: planned.secretary.clone(),
        people,
        record: Record::default(),
        on_card: false,
        state: State::Planned,
        begun: None,
        version: 0,
    }
}

/// A planned meeting takes place at another time or place; everybody of it is told.
pub async fn reschedule(
    context: &Context<'_>,
    id: &SceneId,
    (day, from): (Day, Time),
    place: &str,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => reschedule_in(&mut tx, context, id, (day, from), place))
}

async fn reschedule_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneId,
    (day, from): (Day, Time),
    place: &str,
) -> Result<(), Failed<Refused>> {
    let scene = led::<Refused>(tx, context, id).await?;
    if (scene.day, scene.from, scene.place.as_str()) == (day, from, place) {
        // The form came twice, or nothing was changed.
        return Ok(());
    }
    let moved = scene.reschedule((day, from), place, context.today).map_err(Failed::Refused)?;
    let working = working(tx, &moved.school, day).await?;
    let members = moved.members();
    if !members.iter().all(|person| moved.is_guest(person) || working.contains(person)) {
        return Err(Failed::Refused(Refused::Stranger));
    }
    keep(tx, context, &moved, "scene-moved").await?;
    for person in members.iter().filter(|person| **person != context.actor.person) {
        promise(context, tx, person, Letter::SceneMoved, moved.id.as_str()).await?;
    }
    Ok(())
}

/// A situation that comes with the program, or one that the school wrote and plays.
async fn playable(tx: &mut Tx, school: &SchoolId, played: &Played) -> Result<(), Failed<Refused>> {
    let known = match played {
        Played::Starter(word) => SITUATIONS.contains(&word.as_str()),
        Played::Own(id) => {
            let found = store::scenes::situation(tx, id).await?;
            found.is_some_and(|one| one.school == *school && !one.retired)
        }
    };
    if known { Ok(()) } else { Err(Failed::Refused(Refused::Situation)) }
}

/// The school writes a situation of its own; the same words that come twice are one.
pub async fn add(context: &Context<'_>, written: &Written) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => add_in(&mut tx, context, written))
}

async fn add_in(tx: &mut WriteTx, context: &Context<'_>, written: &Written) -> Result<(), Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageScenes(school))?;
    let situation = Situation {
        id: context.id(),
        school: school.clone(),
        title: written.title.clone(),
        happened: written.happened.clone(),
        mentor: written.mentor.clone(),
        newcomer: written.newcomer.clone(),
        watch: written.watch.clone(),
        retired: false,
    };
    let known = store::scenes::situations(tx, school).await?;
    if known.iter().any(|one| Situation { id: situation.id.clone(), ..one.clone() } == situation) {
        return Ok(());
    }
    store::scenes::add_situation(tx, &situation).await?;
    context.audit(tx, school, "situation-added", situation.id.as_str(), "").await?;
    Ok(())
}

/// A situation of the school is put aside: where somebody can be recognised in it, for instance. Where it was played, its
/// text stays with the minutes.
pub async fn retire(context: &Context<'_>, id: &SituationId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => retire_in(&mut tx, context, id))
}

async fn retire_in(tx: &mut WriteTx, context: &Context<'_>, id: &SituationId) -> Result<(), Failed<Never>> {
    let situation = store::scenes::situation(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageScenes(&situation.school))?;
    if situation.retired {
        // The form came twice.
        return Ok(());
    }
    store::scenes::retire(tx, &situation).await?;
    context.audit(tx, &situation.school, "situation-retired", id.as_str(), "").await?;
    Ok(())
}
