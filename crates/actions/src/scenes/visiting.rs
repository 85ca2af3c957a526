//! Meetings that a school has opened to the other schools of its district: their teachers read what is announced, come and
//! step back, and play a part if the chair asks them and they say yes (docs/decisions/0059).

use super::holding::keep;
use super::{led, short, text_of};
use crate::people::working;
use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::scenes::{LEAST_TEACHERS, Part, Refused, Scene};
use domain::{Day, PersonId, SceneId, SchoolId};
use i18n::Lang;
use store::people::fold;
use store::{Tx, WriteTx};

/// An open meeting of another school, as it is announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The meeting, without anybody at it.
    pub scene: Scene,
    /// What is played.
    pub title: String,
    /// The school that holds it.
    pub host: String,
    /// How many teachers of its subject the actor's own school has, where these are few; none where they are not.
    pub few: Option<usize>,
}

/// That a teacher was at a meeting of another school, for those who lead the own one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// The teacher's name.
    pub name: String,
    /// The meeting, without anybody at it.
    pub scene: Scene,
    /// The school that held it.
    pub host: String,
    /// How long it took, in minutes.
    pub minutes: u32,
}

/// The meetings of other schools to which the actor may come, in the order of time; nobody at them.
async fn invited(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Scene>> {
    let Some(home) = context.actor.school.as_ref() else { return Ok(Vec::new()) };
    let person = &context.actor.person;
    if may(context.actor, &Action::VisitScene { home, person, opened: true }).is_err() {
        return Ok(Vec::new());
    }
    store::scenes::opened_to(tx, home, person, context.today).await
}

/// Has another school opened a meeting to which the actor may come?
pub async fn is_invited(tx: &mut Tx, context: &Context<'_>) -> Result<bool, Failed<Never>> {
    Ok(!invited(tx, context).await?.is_empty())
}

/// The meetings of other schools to which the actor may come, in the order of time; those first of whose subject the own
/// school has few teachers.
pub async fn coming(tx: &mut Tx, context: &Context<'_>, lang: Lang) -> Result<Vec<Visit>, Failed<Never>> {
    let scenes = invited(tx, context).await?;
    let mut visits = announced(tx, context, scenes, lang).await?;
    visits.sort_by_key(|one| one.few.is_none());
    Ok(visits)
}

/// What is read of meetings by those who may come.
async fn announced(
    tx: &mut Tx,
    context: &Context<'_>,
    scenes: Vec<Scene>,
    lang: Lang,
) -> store::Result<Vec<Visit>> {
    let Some(home) = context.actor.school.as_ref().filter(|_| !scenes.is_empty()) else {
        return Ok(Vec::new());
    };
    let teachers = store::people::of_school(tx, home).await?.into_iter();
    let teachers = teachers.filter(|one| one.works_on(context.today));
    let subjects: Vec<String> = teachers.filter_map(|one| one.subject).map(|one| fold(&one)).collect();
    let mut visits = Vec::new();
    for scene in scenes {
        let subject = scene.open_for.as_deref().map(fold).unwrap_or_default();
        let count = subjects.iter().filter(|one| **one == subject).count();
        visits.push(Visit {
            title: text_of(tx, &scene, lang).await?.title,
            host: host_of(tx, &scene, lang).await?,
            few: Some(count).filter(|count| (1..LEAST_TEACHERS).contains(count)),
            scene: scene.announced(),
        });
    }
    Ok(visits)
}

/// The school that holds a meeting, for the head of a page.
async fn host_of(tx: &mut Tx, scene: &Scene, lang: Lang) -> store::Result<String> {
    let school = store::schools::get(tx, &scene.school).await?;
    Ok(school.map(|school| short(lang, &school)).unwrap_or_default())
}

/// The school that holds a meeting, where it is another one than the actor's.
pub async fn held_at(
    tx: &mut Tx,
    context: &Context<'_>,
    scene: &Scene,
    lang: Lang,
) -> Result<Option<String>, Failed<Never>> {
    if context.actor.school.as_ref() == Some(&scene.school) {
        return Ok(None);
    }
    Ok(Some(host_of(tx, scene, lang).await?))
}

/// One of them; none where it is not open to the actor, or where they are at it already.
pub async fn visiting(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &SceneId,
    lang: Lang,
) -> Result<Option<Visit>, Failed<Never>> {
    let mut scenes = invited(tx, context).await?;
    scenes.retain(|one| one.id == *id);
    Ok(announced(tx, context, scenes, lang).await?.pop())
}

/// A meeting to which the actor comes as a guest, or may come, and the actor's own school. For whoever must not know of it,
/// it is not there.
async fn reached<'a, R>(
    tx: &mut Tx,
    context: &Context<'a>,
    id: &SceneId,
) -> Result<(Scene, &'a SchoolId), Failed<R>> {
    let scene = store::scenes::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let home = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let person = &context.actor.person;
    let opened = scene.is_guest(person) || invited(tx, context).await?.iter().any(|one| one.id == scene.id);
    may(context.actor, &Action::VisitScene { home, person, opened })?;
    Ok((scene, home))
}

/// The actor comes, as an observer.
pub async fn visit(context: &Context<'_>, id: &SceneId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => visit_in(&mut tx, context, id))
}

async fn visit_in(tx: &mut WriteTx, context: &Context<'_>, id: &SceneId) -> Result<(), Failed<Refused>> {
    let (scene, home) = reached::<Refused>(tx, context, id).await?;
    let me = &context.actor.person;
    if scene.is_guest(me) {
        // The form came twice.
        return Ok(());
    }
    if !working(tx, home, scene.day).await?.contains(me) {
        return Err(Failed::Refused(Refused::Stranger));
    }
    let after = scene.welcome(me, home, context.today).map_err(Failed::Refused)?;
    // Whoever comes or begins it at the same time is told apart by the version: the later one reads the list anew.
    keep(tx, context, &after, "scene-visited").await?;
    store::scenes::seat(tx, &after, me).await?;
    Ok(())
}

/// The actor does not come after all.
pub async fn step_back(context: &Context<'_>, id: &SceneId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => step_back_in(&mut tx, context, id))
}

async fn step_back_in(tx: &mut WriteTx, context: &Context<'_>, id: &SceneId) -> Result<(), Failed<Refused>> {
    let (scene, _) = reached::<Refused>(tx, context, id).await?;
    let me = &context.actor.person;
    if !scene.is_guest(me) {
        // The form came twice.
        return Ok(());
    }
    let after = scene.step_back(me).map_err(Failed::Refused)?;
    keep(tx, context, &after, "scene-stepped-back").await?;
    store::scenes::unseat(tx, &after, me).await?;
    Ok(())
}

/// Takes somebody who leaves their school off the meetings from a day on that have not begun, at other schools, too: nobody
/// waits for them, and a part they were to play can be given to somebody else. Where they were to lead one, whoever of the
/// school records the leaving stands in: the minutes would name a chair who was not there.
pub(crate) async fn free(
    tx: &mut WriteTx,
    context: &Context<'_>,
    home: &SchoolId,
    person: &PersonId,
    from: Day,
) -> store::Result<()> {
    for scene in store::scenes::planned_with(tx, home, person, from).await? {
        let mut after = scene.without(person);
        if context.actor.school.as_ref() == Some(&after.school) {
            after = after.handed_over(person, &context.actor.person);
        }
        keep(tx, context, &after, "scene-freed").await?;
        store::scenes::unseat(tx, &after, person).await?;
    }
    Ok(())
}

/// Whoever leads the meeting gives a part of the play to an observer; a guest is asked.
pub async fn ask(
    context: &Context<'_>,
    id: &SceneId,
    person: &PersonId,
    part: Part,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => ask_in(&mut tx, context, id, person, part))
}

async fn ask_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneId,
    person: &PersonId,
    part: Part,
) -> Result<(), Failed<Refused>> {
    let scene = led::<Refused>(tx, context, id).await?;
    let before = scene.clone();
    let after = scene.ask(person, part).map_err(Failed::Refused)?;
    if after != before {
        keep(tx, context, &after, "scene-asked").await?;
    }
    Ok(())
}

/// A guest says yes or no to the part that the chair has asked them to play.
pub async fn answer(context: &Context<'_>, id: &SceneId, yes: bool) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, id, yes))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SceneId,
    yes: bool,
) -> Result<(), Failed<Refused>> {
    let (scene, _) = reached::<Refused>(tx, context, id).await?;
    let me = &context.actor.person;
    let place = scene.people.get(me).ok_or(Failed::NotFound)?;
    if place.asked.is_none() && yes == (place.part != Part::Observer) {
        // The form came twice.
        return Ok(());
    }
    let after = scene.answer(me, yes).map_err(Failed::Refused)?;
    keep(tx, context, &after, "scene-answered").await?;
    Ok(())
}

/// Which teachers of the own school were at meetings of other schools and how long, the latest first, for those who lead
/// the own one; of anybody else there they read nothing.
pub async fn came(tx: &mut Tx, context: &Context<'_>, lang: Lang) -> Result<Vec<Came>, Failed<Never>> {
    let Some(home) = context.actor.school.as_ref() else { return Ok(Vec::new()) };
    if may(context.actor, &Action::ManageScenes(home)).is_err() {
        return Ok(Vec::new());
    }
    let scenes = store::scenes::held_elsewhere(tx, home).await?;
    let people = if scenes.is_empty() { Vec::new() } else { store::people::of_school(tx, home).await? };
    let mut all = Vec::new();
    for scene in scenes {
        let host = host_of(tx, &scene, lang).await?;
        let parts = [scene.timing.play, scene.timing.sheets, scene.timing.talk];
        let minutes: u32 = parts.into_iter().map(u32::from).sum();
        for person in people.iter().filter(|one| scene.people.get(&one.id).is_some_and(|place| place.present))
        {
            all.push(Came {
                name: person.name.full(),
                scene: scene.clone().announced(),
                host: host.clone(),
                minutes,
            });
        }
    }
    Ok(all)
}
