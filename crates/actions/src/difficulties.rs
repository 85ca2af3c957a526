//! The difficulty map: filled in by the newcomer, shared or not, and the steps that it proposes (doc:A8; feat:E2).

mod printing;

pub use printing::{answer, list};

use crate::milestones::{Opened, beside};
use crate::{Context, Failed};
use domain::calendar::{USUAL_OFFSET_MINUTES, instant_of};
use domain::difficulties::{FillRefused, Helper, Map, Mark, Season, Topic, counted, fill as may_fill};
use domain::newcomers::Newcomer;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::{NewcomerId, PlanId};
use measure::scales::{Told, marks};
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// What the newcomer answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// What is how hard; a topic may be left out.
    pub marks: BTreeMap<Topic, Mark>,
    /// Who could help with what; it may be left out.
    pub helpers: BTreeMap<Topic, Helper>,
    /// What else is hard, in own words.
    pub words: Option<String>,
    /// The mentor of now may read it.
    pub shared: bool,
}

/// The actor's own place as newcomer of a programme.
pub async fn own(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Option<Newcomer>> {
    let newcomer = store::newcomers::of_person(tx, &programme.id, &context.actor.person).await?;
    let may = |newcomer: &Newcomer| {
        may(context.actor, &Action::FillDifficulties { newcomer: &newcomer.person }).is_ok()
    };
    Ok(newcomer.filter(may))
}

/// Keeps the answers of the season; what was answered before in it gives way, and stays for the newcomer to read.
pub async fn fill(
    context: &Context<'_>,
    programme: &Programme,
    answers: &Answers,
) -> Result<(), Failed<FillRefused>> {
    store::change!(context.db, tx => fill_in(&mut tx, context, programme, answers))
}

async fn fill_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    answers: &Answers,
) -> Result<(), Failed<FillRefused>> {
    let newcomer = own(tx, context, programme).await?.ok_or(Failed::NotFound)?;
    let season = may_fill(&answers.marks, answers.words.as_deref(), programme, context.today)
        .map_err(Failed::Refused)?;
    let map = Map {
        school: newcomer.school,
        programme: newcomer.programme,
        newcomer: newcomer.id,
        season,
        marks: answers.marks.clone(),
        helpers: answers.helpers.clone(),
        words: answers.words.clone(),
        shared: answers.shared,
        filled_at: context.now,
    };
    let maps = store::difficulties::of_newcomer(tx, &map.school, &map.newcomer).await?;
    if maps.iter().any(|before| before.season == season && before.gives_way(&map)) {
        store::difficulties::set_aside(tx, &map).await?;
    }
    store::difficulties::keep(tx, &map).await?;
    context.audit(tx, &map.school, "difficulties-kept", map.newcomer.as_str(), season.word()).await?;
    Ok(())
}

/// The maps of a newcomer that the actor may read, in the order in which they were filled in: the newcomer all of
/// them, the mentor of now those that are shared. `None` for everybody else.
pub async fn readable(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &NewcomerId,
) -> store::Result<Option<(Opened, Vec<Map>)>> {
    let opened = beside(tx, context, id).await?;
    let opened = opened.filter(|opened| may(context.actor, &Action::SeeDifficulties(opened.two())).is_ok());
    let Some(opened) = opened else { return Ok(None) };
    let own = context.actor.person == opened.newcomer.person;
    let mut maps = store::difficulties::of_newcomer(tx, &opened.newcomer.school, id).await?;
    maps.retain(|map| own || map.shared);
    Ok(Some((opened, maps)))
}

/// The newcomer takes one of the proposed steps into the development plan, which begins with the first of them.
pub async fn take_up(
    context: &Context<'_>,
    programme: &Programme,
    topic: Topic,
) -> Result<PlanId, Failed<FillRefused>> {
    store::change!(context.db, tx => take_up_in(&mut tx, context, programme, topic))
}

async fn take_up_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    topic: Topic,
) -> Result<PlanId, Failed<FillRefused>> {
    let newcomer = own(tx, context, programme).await?.ok_or(Failed::NotFound)?;
    let maps = store::difficulties::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    if !maps.last().is_some_and(|map| map.needs().contains(&topic)) {
        return Err(Failed::Refused(FillRefused::NotProposed));
    }
    let taken = crate::plans::take_up(tx, context, &newcomer, programme, topic.step()).await;
    taken.map_err(|failed| failed.map(|_| FillRefused::NotNow))
}

/// How hard the topics are for newcomers in a season.
#[derive(Clone, Debug, PartialEq)]
pub struct Needs {
    /// The season.
    pub season: Season,
    /// Each topic of the map; nothing where the group is too small.
    pub topics: Vec<(Topic, Told)>,
}

/// Which difficulties newcomers have, season by season, as of the beginning of the month; seasons in which too few maps
/// were filled in are left out. `None` for whoever may not read them.
pub async fn needs(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Option<Vec<Needs>>> {
    if may(context.actor, &Action::SeeNeeds(&programme.school)).is_err() {
        return Ok(None);
    }
    let school = store::schools::get(tx, &programme.school).await?;
    let offset = school.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    let before = instant_of(context.today.first_of_month(), 0, offset);
    let least = programme.settings.min_cell;
    let all = store::difficulties::counted(tx, &programme.school, &programme.id).await?;
    let of_season = |season: Season| {
        let maps = counted(all.clone(), season, before, usize::from(least));
        let told = |topic: Topic| {
            let given = maps.iter().filter_map(|map| map.marks.get(&topic)).map(|mark| mark.number());
            (topic, marks(&given.collect::<Vec<u8>>(), Mark::NEED, u32::from(least)))
        };
        (!maps.is_empty()).then(|| Needs { season, topics: Topic::ALL.map(told).into() })
    };
    Ok(Some(Season::ALL.into_iter().filter_map(of_season).collect()))
}
