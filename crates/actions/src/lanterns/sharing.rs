//! What is shared: open hours, questions and answers. The small right is looked at each time (`Action::ShareLight`).

use super::found;
use crate::{Context, Failed};
use domain::calendar::{USUAL_OFFSET_MINUTES, local};
use domain::lanterns::{Hour, Lantern, LightRefused, MOST_WORDS, Question, may_open, may_say};
use domain::permissions::{Action, may};
use domain::{LanternHourId, LanternId, LanternQuestionId};
use jiff::civil::Time;
use store::{Tx, WriteTx};

/// When and where somebody may come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// The day.
    pub day: domain::Day,
    /// From when on.
    pub at: Time,
    /// For how long.
    pub minutes: u16,
    /// Where.
    pub place: String,
}

/// A lantern whose small right is the actor's today.
pub(super) async fn mine(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &LanternId,
) -> Result<Lantern, Failed<LightRefused>> {
    let lantern = found::<LightRefused>(tx, context, id).await?;
    let lit = lantern.is_lit(context.today);
    may(context.actor, &Action::ShareLight { school: &lantern.school, person: &lantern.person, lit })?;
    Ok(lantern)
}

pub(super) async fn logged(tx: &mut WriteTx, context: &Context<'_>, lantern: &Lantern) -> store::Result<()> {
    context.audit(tx, &lantern.school, "lantern-worked", lantern.id.as_str(), "").await
}

/// Announces an open hour. The same one a second time is the first one.
pub async fn open(
    context: &Context<'_>,
    id: &LanternId,
    when: &Announced,
) -> Result<(), Failed<LightRefused>> {
    store::change!(context.db, tx => open_in(&mut tx, context, id, when))
}

async fn open_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &LanternId,
    when: &Announced,
) -> Result<(), Failed<LightRefused>> {
    let lantern = mine(tx, context, id).await?;
    let hour = Hour {
        id: context.id(),
        school: lantern.school.clone(),
        lantern: lantern.id.clone(),
        day: when.day,
        at: when.at,
        minutes: when.minutes,
        place: when.place.clone(),
        held: false,
    };
    let same = |one: &Hour| (one.day, one.at) == (hour.day, hour.at) && one.place == hour.place;
    if store::lanterns::hours(tx, &lantern).await?.iter().any(same) {
        return Ok(());
    }
    let others = hours_of_holder(tx, &lantern).await?;
    may_open(&hour, &lantern, &others, context.today).map_err(Failed::Refused)?;
    store::lanterns::open(tx, &hour).await?;
    logged(tx, context, &lantern).await?;
    Ok(())
}

/// The hours of all lanterns of whoever holds one.
async fn hours_of_holder(tx: &mut Tx, lantern: &Lantern) -> store::Result<Vec<Hour>> {
    let mut hours = Vec::new();
    let all = store::lanterns::of_school(tx, &lantern.school).await?;
    for own in all.iter().filter(|one| one.person == lantern.person) {
        hours.extend(store::lanterns::hours(tx, own).await?);
    }
    Ok(hours)
}

/// Says that an hour took place: from then on it counts.
pub async fn hold(
    context: &Context<'_>,
    id: &LanternId,
    hour: &LanternHourId,
) -> Result<(), Failed<LightRefused>> {
    store::change!(context.db, tx => hold_in(&mut tx, context, id, hour))
}

async fn hold_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &LanternId,
    hour: &LanternHourId,
) -> Result<(), Failed<LightRefused>> {
    let lantern = mine(tx, context, id).await?;
    let hours = store::lanterns::hours(tx, &lantern).await?;
    let hour = hours.into_iter().find(|one| one.id == *hour).ok_or(Failed::NotFound)?;
    if hour.held {
        return Ok(());
    }
    let school = store::schools::get(tx, &lantern.school).await?;
    let offset = school.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    let held = hour.hold(local(context.now, offset)).map_err(Failed::Refused)?;
    store::lanterns::hold(tx, &held).await?;
    logged(tx, context, &lantern).await?;
    Ok(())
}

/// Calls an hour off that did not take place.
pub async fn call_off(
    context: &Context<'_>,
    id: &LanternId,
    hour: &LanternHourId,
) -> Result<(), Failed<LightRefused>> {
    store::change!(context.db, tx => call_off_in(&mut tx, context, id, hour))
}

async fn call_off_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &LanternId,
    hour: &LanternHourId,
) -> Result<(), Failed<LightRefused>> {
    let lantern = mine(tx, context, id).await?;
    let hours = store::lanterns::hours(tx, &lantern).await?;
    let hour = hours.into_iter().find(|one| one.id == *hour).ok_or(Failed::NotFound)?;
    if hour.held {
        return Err(Failed::Changed);
    }
    store::lanterns::call_off(tx, &hour).await?;
    logged(tx, context, &lantern).await?;
    Ok(())
}

/// Asks a question; its words are for the two alone. The same one a second time is the first one.
pub async fn ask(context: &Context<'_>, id: &LanternId, words: &str) -> Result<(), Failed<LightRefused>> {
    store::change!(context.db, tx => ask_in(&mut tx, context, id, words))
}

async fn ask_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &LanternId,
    words: &str,
) -> Result<(), Failed<LightRefused>> {
    let lantern = found::<LightRefused>(tx, context, id).await?;
    let me = &context.actor.person;
    if !lantern.is_lit(context.today) || lantern.person == *me {
        return Err(Failed::Refused(LightRefused::Dark));
    }
    may_say(words, MOST_WORDS).map_err(Failed::Refused)?;
    let same = |one: &Question| one.asker == *me && one.words == words;
    if store::lanterns::questions(tx, &lantern).await?.iter().any(same) {
        return Ok(());
    }
    let question = Question {
        id: context.id(),
        school: lantern.school.clone(),
        lantern: lantern.id.clone(),
        asker: me.clone(),
        words: words.to_owned(),
        answer: None,
    };
    store::lanterns::ask(tx, &question).await?;
    logged(tx, context, &lantern).await?;
    Ok(())
}

/// Answers a question, in the place of an earlier answer.
pub async fn reply(
    context: &Context<'_>,
    id: &LanternId,
    question: &LanternQuestionId,
    words: &str,
) -> Result<(), Failed<LightRefused>> {
    store::change!(context.db, tx => reply_in(&mut tx, context, id, question, words))
}

async fn reply_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &LanternId,
    question: &LanternQuestionId,
    words: &str,
) -> Result<(), Failed<LightRefused>> {
    let lantern = mine(tx, context, id).await?;
    may_say(words, MOST_WORDS).map_err(Failed::Refused)?;
    let questions = store::lanterns::questions(tx, &lantern).await?;
    let question = questions.into_iter().find(|one| one.id == *question).ok_or(Failed::NotFound)?;
    if question.answer.as_deref() == Some(words) {
        return Ok(());
    }
    store::lanterns::reply(tx, &question, words).await?;
    logged(tx, context, &lantern).await?;
    Ok(())
}
