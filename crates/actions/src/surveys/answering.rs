//! A person answers, changes the answers, or skips. None of it leaves a line in the log: that somebody has answered is a
//! fact about them already.

use super::{asked, running, ticket};
use crate::{Context, Failed};
use domain::PersonId;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::surveys::{AnswerRefused, Answers, Survey};
use store::{Tx, WriteTx};

/// What a person finds who is asked.
#[derive(Clone, Debug)]
pub struct Form {
    /// The wave.
    pub survey: Survey,
    /// Their side.
    pub side: Side,
    /// What they have answered so far.
    pub answers: Option<Answers>,
    /// They have answered or skipped.
    pub marked: bool,
    /// They wish for a talk.
    pub talk: bool,
}

/// The form of the actor; `None` where nothing is open, or nothing is asked of them.
pub async fn form(tx: &mut Tx, context: &Context<'_>, programme: &Programme) -> store::Result<Option<Form>> {
    let me = &context.actor.person;
    if may(context.actor, &Action::AnswerSurvey { person: me }).is_err() {
        return Ok(None);
    }
    let Some(survey) = running(tx, programme, context.today).await? else { return Ok(None) };
    let Some(side) = asked(tx, programme, context.today).await?.remove(me) else { return Ok(None) };
    let Some(secret) = survey.runs(context.today) else { return Ok(None) };
    let ticket = ticket(secret, me);
    let own = store::surveys::answers(tx, &survey).await?.remove(&ticket).map(|(_, answers)| answers);
    let marked = store::surveys::marked(tx, &survey).await?.contains(me);
    let talk = store::surveys::talks(tx, &survey).await?.contains(me);
    Ok(Some(Form { side, answers: own, marked, talk, survey }))
}

/// The open wave with the actor's side and ticket.
async fn place(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> Result<(Survey, Side, String), Failed<AnswerRefused>> {
    let me = &context.actor.person;
    may(context.actor, &Action::AnswerSurvey { person: me })?;
    let side = asked(tx, programme, context.today).await?.remove(me).ok_or(Failed::NotFound)?;
    let survey = running(tx, programme, context.today).await?;
    let survey = survey.ok_or(Failed::Refused(AnswerRefused::NotOpen))?;
    let secret = survey.runs(context.today).ok_or(Failed::Refused(AnswerRefused::NotOpen))?;
    let ticket = ticket(secret, me);
    Ok((survey, side, ticket))
}

/// Keeps the actor's answers in the place of earlier ones. `talk`: they wish for a talk with the coordinator, who reads
/// that at once and nothing else.
pub async fn answer(
    context: &Context<'_>,
    programme: &Programme,
    answers: &Answers,
    talk: bool,
) -> Result<(), Failed<AnswerRefused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, programme, answers, talk))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    answers: &Answers,
    talk: bool,
) -> Result<(), Failed<AnswerRefused>> {
    let (survey, side, ticket) = place(tx, context, programme).await?;
    let me = &context.actor.person;
    match answers.check(side, survey.wave) {
        Ok(()) => store::surveys::answer(tx, &survey, &ticket, side, answers).await?,
        // Whoever wishes for a talk need not answer anything else.
        Err(AnswerRefused::Nothing) if talk => store::surveys::forget_answer(tx, &survey, &ticket).await?,
        Err(why) => return Err(Failed::Refused(why)),
    }
    wish(tx, &survey, me, talk).await?;
    Ok(store::surveys::mark(tx, &survey, me).await?)
}

async fn wish(tx: &mut WriteTx, survey: &Survey, person: &PersonId, talk: bool) -> store::Result<()> {
    if talk {
        store::surveys::call(tx, survey, person).await
    } else {
        store::surveys::uncall(tx, survey, person).await
    }
}

/// The actor skips the wave: what was answered is forgotten, and nobody reminds them.
pub async fn skip(context: &Context<'_>, programme: &Programme) -> Result<(), Failed<AnswerRefused>> {
    store::change!(context.db, tx => skip_in(&mut tx, context, programme))
}

async fn skip_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
) -> Result<(), Failed<AnswerRefused>> {
    let (survey, _, ticket) = place(tx, context, programme).await?;
    let me = &context.actor.person;
    store::surveys::forget_answer(tx, &survey, &ticket).await?;
    store::surveys::uncall(tx, &survey, me).await?;
    Ok(store::surveys::mark(tx, &survey, me).await?)
}
