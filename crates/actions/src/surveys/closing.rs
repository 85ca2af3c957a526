//! A wave closes, and with it everything that leads from a person to their answers; reminders before that.

use super::{asked, partners, running, ticket};
use crate::letters::{Letter, promise_once};
use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::surveys::{NotOpen, Survey};
use domain::{PersonId, SurveyId};
use store::{Tx, WriteTx};

/// A wave of the actor's school with its programme; somebody else's looks as if it were not there.
pub(super) async fn load(tx: &mut Tx, id: &SurveyId) -> store::Result<Option<(Survey, Programme)>> {
    let Some(survey) = store::surveys::get(tx, id).await? else { return Ok(None) };
    let programme = store::programmes::get(tx, &survey.school, &survey.programme).await?;
    Ok(programme.map(|programme| (survey, programme)))
}

/// The coordinator closes a wave before its last day has passed.
pub async fn close(context: &Context<'_>, id: &SurveyId) -> Result<(), Failed<NotOpen>> {
    store::change!(context.db, tx => close_in(&mut tx, context, id))
}

async fn close_in(tx: &mut WriteTx, context: &Context<'_>, id: &SurveyId) -> Result<(), Failed<NotOpen>> {
    let (survey, programme) = load(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageSurveys(&survey.school))?;
    let (school, wave) = (survey.school.clone(), survey.wave);
    if !finish(tx, context, &programme, survey).await? {
        return Err(Failed::Refused(NotOpen));
    }
    Ok(context.audit(tx, &school, "survey-closed", id.as_str(), wave.word()).await?)
}

/// Closes a wave; `false` where it is closed. Where fewer have answered on a side than may be shown, what the form has
/// said is noted: with whom a talk would help. That is the last use of the secret.
pub(crate) async fn finish(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    survey: Survey,
) -> store::Result<bool> {
    let Ok((closed, secret)) = survey.close(context.now) else { return Ok(false) };
    let answers = store::surveys::answers(tx, &closed).await?;
    let least = usize::from(programme.settings.min_cell);
    let few = |side: Side| answers.values().filter(|(of, _)| *of == side).count() < least;
    for person in store::surveys::marked(tx, &closed).await? {
        if let Some((side, own)) = answers.get(&ticket(&secret, &person))
            && few(*side)
            && own.calls_for_a_talk()
        {
            store::surveys::call(tx, &closed, &person).await?;
        }
    }
    store::surveys::close(tx, &closed).await?;
    Ok(true)
}

/// The schedule closes the waves of the actor's school whose last day has passed. Gives how many.
pub async fn end_passed(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let passed = store::surveys::passed(&mut *context.db.read().await?, school, context.today).await?;
    let mut ended = 0;
    for survey in &passed {
        match store::change!(context.db, tx => end_in(&mut tx, context, &survey.id)) {
            Ok(true) => ended += 1,
            // Somebody closed it in between.
            Ok(false) | Err(Failed::Changed | Failed::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(ended)
}

async fn end_in(tx: &mut WriteTx, context: &Context<'_>, id: &SurveyId) -> Result<bool, Failed<Never>> {
    let (survey, programme) = load(tx, id).await?.ok_or(Failed::NotFound)?;
    let school = survey.school.clone();
    let done = finish(tx, context, &programme, survey).await?;
    if done {
        context.audit_nameless(tx, &school, "survey-over", id.as_str()).await?;
    }
    Ok(done)
}

/// The schedule promises the one reminder of an open wave, to everybody who is asked alike: the promise must not tell
/// who has answered. Whoever has gets no letter when it is written (neg:N10). Gives how many promises.
pub async fn remind(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => async {
        let Some(school) = &context.actor.school else { return Ok(0) };
        let Some(programme) = store::programmes::running(&mut tx, school, context.today).await? else {
            return Ok(0);
        };
        let open = running(&mut tx, &programme, context.today).await?;
        let Some(survey) = open.filter(|survey| survey.reminds(context.today)) else { return Ok(0) };
        let people = asked(&mut tx, &programme, context.today).await?;
        for person in people.keys() {
            promise_once(&mut tx, person, Letter::SurveyReminder, survey.id.as_str(), context.now).await?;
        }
        Ok::<usize, Failed<Never>>(people.len())
    })
}

/// The coordinator has talked with somebody: the sign is taken away. A sign that is gone stays gone.
pub async fn talked(context: &Context<'_>, id: &SurveyId, person: &PersonId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => talked_in(&mut tx, context, id, person))
}

async fn talked_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SurveyId,
    person: &PersonId,
) -> Result<(), Failed<Never>> {
    let (survey, programme) = load(tx, id).await?.ok_or(Failed::NotFound)?;
    let partners = partners(tx, &programme).await?.remove(person).unwrap_or_default();
    let partners = partners.as_slice();
    may(context.actor, &Action::SeeTalk { school: &survey.school, person, partners })?;
    Ok(store::surveys::uncall(tx, &survey, person).await?)
}
