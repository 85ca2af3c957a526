//! Mentoring that is shown at a meeting of a subject team (feat:F11; doc:A11; essay:E23, E24): a situation is planned with
//! its roles, observers fill their sheets on their phones, the team talks and decides, and the minutes are printed before
//! it parts. docs/decisions/0051 says who reads what, 0059 who comes from other schools.

mod content;
mod holding;
mod planning;
mod printing;
mod visiting;

pub use content::{Card, card};
pub use holding::{Step, correct, decide, done, let_card_say, link, observe, record, stamp, step, undecide};
pub use planning::{Planned, Written, add, plan, reschedule, retire};
pub use printing::print;
pub(crate) use visiting::free;
pub use visiting::{Came, Visit, answer, ask, came, coming, held_at, is_invited, step_back, visit, visiting};

use crate::{Context, Failed, Never};
use domain::permissions::{Action, Denied, may};
use domain::scenes::{Decision, Part, Played, Recording, Scene, Situation, State, Together};
use domain::schools::School;
use domain::{Day, PersonId, SceneDecisionId, SceneId, SchoolId};
use i18n::{Lang, t};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// The role cards that somebody was handed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hand {
    /// The title of the situation.
    pub title: String,
    /// What happened; everybody of the meeting reads it.
    pub happened: String,
    /// The card of the mentor: for whoever plays it and whoever leads the meeting.
    pub mentor: Option<String>,
    /// The card of the newcomer, in the same way.
    pub newcomer: Option<String>,
    /// What to watch for: for observers and whoever leads the meeting.
    pub watch: Option<String>,
}

/// A meeting as somebody of it sees it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The meeting; of its sheets the reader's own one alone.
    pub scene: Scene,
    /// What the reader was handed.
    pub hand: Hand,
    /// How many sheets are in.
    pub sheets: usize,
    /// The sheets together, once it is closed.
    pub together: Option<Together>,
    /// What it decided.
    pub decisions: Vec<Decision>,
    /// The recording, for its owner and the viewers; to a viewer the other viewers are nobody.
    pub recording: Option<Recording>,
    /// The names of those at the meeting; a guest's says the school, too.
    pub names: BTreeMap<PersonId, String>,
    /// The school that holds it, for a guest.
    pub host: Option<School>,
    /// The reader leads it.
    pub leads: bool,
}

/// May the actor see what belongs to everybody of a meeting: in the school that holds it, or as its guest?
fn attends(context: &Context<'_>, scene: &Scene) -> Result<(), Denied> {
    let person = &context.actor.person;
    if scene.is_guest(person) {
        let home = scene.home_of(person);
        return may(context.actor, &Action::VisitScene { home, person, opened: true });
    }
    may(context.actor, &Action::SeeScene { school: &scene.school, members: &scene.members() })
}

/// A meeting of the actor's school, or one where the actor is a guest, as it is kept; for whoever must not see it, it is
/// not there.
async fn seen<R>(tx: &mut Tx, context: &Context<'_>, id: &SceneId) -> Result<Scene, Failed<R>> {
    let scene = store::scenes::get(tx, id).await?.ok_or(Failed::NotFound)?;
    attends(context, &scene)?;
    if reads(tx, context, &scene).await? { Ok(scene) } else { Err(Failed::NotFound) }
}

/// Of a meeting that is over a guest who signed up and did not come reads nothing, unless they took something on there or are
/// shown the recording (docs/decisions/0059).
async fn reads(tx: &mut Tx, context: &Context<'_>, scene: &Scene) -> store::Result<bool> {
    let me = &context.actor.person;
    let over = matches!(scene.state, State::Closed { .. });
    if !over || !scene.is_guest(me) || scene.was_there(me) {
        return Ok(true);
    }
    let decisions = store::scenes::decisions(tx, scene).await?;
    let took_on = decisions.iter().any(|decision| decision.owner == *me);
    Ok(took_on || recording_of(tx, context, scene).await?.is_some())
}

/// The same for whoever leads it.
async fn led<R>(tx: &mut Tx, context: &Context<'_>, id: &SceneId) -> Result<Scene, Failed<R>> {
    let scene = store::scenes::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::LeadScene { school: &scene.school, leaders: &scene.leaders() })?;
    Ok(scene)
}

/// Does the actor lead a meeting?
fn leads(context: &Context<'_>, scene: &Scene) -> bool {
    let leaders = scene.leaders();
    may(context.actor, &Action::LeadScene { school: &scene.school, leaders: &leaders }).is_ok()
}

/// The same for whoever plays the mentor.
async fn owned<R>(tx: &mut Tx, context: &Context<'_>, id: &SceneId) -> Result<Scene, Failed<R>> {
    let scene = store::scenes::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let performer = scene.performer().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::OwnScene { performer })?;
    Ok(scene)
}

/// The text of what is played, in a language; what a school wrote has one language.
async fn text_of(tx: &mut Tx, scene: &Scene, lang: Lang) -> store::Result<Card> {
    Ok(match &scene.played {
        Played::Starter(word) => card(word, lang).unwrap_or_default(),
        Played::Own(id) => store::scenes::situation(tx, id).await?.map(Card::from).unwrap_or_default(),
    })
}

/// The link for its owner with all viewers, for a viewer with none.
async fn recording_of(tx: &mut Tx, context: &Context<'_>, scene: &Scene) -> store::Result<Option<Recording>> {
    let Some(recording) = store::scenes::recording(tx, scene).await? else { return Ok(None) };
    let owns = scene.performer() == Some(&context.actor.person);
    let viewers: Vec<PersonId> = recording.viewers.iter().chain(scene.performer()).cloned().collect();
    let home = scene.home_of(&context.actor.person);
    let watch = Action::WatchScene { school: home, viewers: &viewers };
    if may(context.actor, &watch).is_err() {
        return Ok(None);
    }
    Ok(Some(if owns { recording } else { Recording { viewers: BTreeSet::new(), ..recording } }))
}

/// The name of a school for the head of a page.
fn short(lang: Lang, school: &School) -> String {
    if lang == Lang::Kk { school.short_kk.clone() } else { school.short_ru.clone() }
}

/// The names of those at a meeting; a guest's says the school, too.
async fn names(tx: &mut Tx, scene: &Scene, lang: Lang) -> store::Result<BTreeMap<PersonId, String>> {
    let mut names = BTreeMap::new();
    for person in scene.members() {
        let Some(found) = store::people::get(tx, &person).await? else { continue };
        let mut name = found.name.full();
        if scene.is_guest(&person)
            && let Some(school) = store::schools::get(tx, scene.home_of(&person)).await?
        {
            let args = [("name", name.into()), ("school", short(lang, &school).into())];
            name = t(lang, "scenes-guest", &args);
        }
        names.insert(person, name);
    }
    Ok(names)
}

/// A meeting for a page.
pub async fn opened(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &SceneId,
    lang: Lang,
) -> Result<Opened, Failed<Never>> {
    let scene = seen::<Never>(tx, context, id).await?;
    let me = &context.actor.person;
    let leads = leads(context, &scene);
    let part = scene.people.get(me).map(|place| place.part);
    let text = text_of(tx, &scene, lang).await?;
    let handed = |own: Part, words: String| (leads || part == Some(own)).then_some(words);
    let hand = Hand {
        title: text.title,
        happened: text.happened,
        mentor: handed(Part::Mentor, text.mentor),
        newcomer: handed(Part::Newcomer, text.newcomer),
        watch: handed(Part::Observer, text.watch),
    };
    let host = if scene.is_guest(me) { store::schools::get(tx, &scene.school).await? } else { None };
    Ok(Opened {
        hand,
        host,
        names: names(tx, &scene, lang).await?,
        sheets: scene.sheets(),
        together: scene.together(),
        decisions: store::scenes::decisions(tx, &scene).await?,
        recording: recording_of(tx, context, &scene).await?,
        leads,
        scene: scene.seen_by(me),
    })
}

/// A decision that the actor may still correct.
#[derive(Clone, Debug)]
pub struct Correcting {
    /// What it says now.
    pub decision: Decision,
    /// The day of the meeting.
    pub day: Day,
    /// The names of those at the meeting: they carry out what it decides.
    pub names: BTreeMap<PersonId, String>,
}

/// A decision of a meeting that is still being held, for whoever leads it.
pub async fn correcting(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &SceneDecisionId,
    lang: Lang,
) -> Result<Correcting, Failed<Never>> {
    let (scene, decision) = holding::led_decision::<Never>(tx, context, id).await?;
    scene.may_correct(&decision).map_err(|_| Failed::NotFound)?;
    Ok(Correcting { decision, day: scene.day, names: names(tx, &scene, lang).await? })
}

/// The meetings that the actor sees, the latest first: those at which they are, at other schools, too; all of the school
/// for those who lead it. Sheets of others are not there.
pub async fn list(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Scene>, Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let mut scenes = store::scenes::of_school(tx, school).await?;
    scenes.extend(store::scenes::visited(tx, school, &context.actor.person).await?);
    scenes.sort_by_key(|scene| Reverse((scene.day, scene.from)));
    let mut own = Vec::new();
    for scene in scenes {
        if attends(context, &scene).is_ok() && reads(tx, context, &scene).await? {
            own.push(scene.seen_by(&context.actor.person));
        }
    }
    Ok(own)
}

/// The titles of meetings, in their order.
pub async fn titles(tx: &mut Tx, scenes: &[Scene], lang: Lang) -> Result<Vec<String>, Failed<Never>> {
    let mut titles = Vec::new();
    for scene in scenes {
        titles.push(text_of(tx, scene, lang).await?.title);
    }
    Ok(titles)
}

/// The situations that the school wrote and plays, for whoever plans.
pub async fn situations(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Situation>, Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageScenes(school))?;
    let mut situations = store::scenes::situations(tx, school).await?;
    situations.retain(|one| !one.retired);
    Ok(situations)
}

/// What the actor took on at meetings and has not done.
pub async fn open_decisions(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Decision>, Failed<Never>> {
    let Some(school) = context.actor.school.as_ref() else { return Ok(Vec::new()) };
    let mut decisions = store::scenes::owned(tx, school, &context.actor.person).await?;
    decisions.retain(|one| {
        one.done.is_none() && may(context.actor, &Action::KeepDecision { owner: &one.owner }).is_ok()
    });
    Ok(decisions)
}

/// Meetings at which the actor is and that are not over. Whoever was to come learns up to its day that it was called off; a guest
/// may take that away before.
pub async fn ahead(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Scene>, Failed<Never>> {
    let Some(school) = context.actor.school.as_ref() else { return Ok(Vec::new()) };
    let me = &context.actor.person;
    let mut scenes = store::scenes::ahead_of(tx, school, me, context.today).await?;
    scenes.retain(|scene| {
        // What was forgotten is for those who lead it: they begin it or call it off.
        let stands = match scene.state {
            State::Planned => scene.day >= context.today || scene.leaders().contains(me),
            State::Begun => true,
            State::Cancelled => scene.day >= context.today,
            State::Closed { .. } => false,
        };
        stands && attends(context, scene).is_ok()
    });
    Ok(scenes.into_iter().map(|scene| scene.seen_by(me)).collect())
}

/// What somebody has shown, here or at another school, and lets their card say: meetings that were held, without anything of their sheets.
pub async fn shown_by(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    person: &PersonId,
) -> Result<Vec<Scene>, Failed<Never>> {
    may(context.actor, &Action::SeeMentors(school))?;
    let mut scenes = store::scenes::of_school(tx, school).await?;
    scenes.extend(store::scenes::visited(tx, school, person).await?);
    scenes.sort_by_key(|scene| Reverse((scene.day, scene.from)));
    scenes.retain(|scene| {
        scene.on_card && matches!(scene.state, State::Closed { .. }) && scene.performer() == Some(person)
    });
    let nobody = PersonId::from("");
    Ok(scenes.into_iter().map(|scene| scene.seen_by(&nobody)).collect())
}
