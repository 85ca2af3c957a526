//! Letters of the survey: that it is open, and once that it still is. Nothing is written to whoever has answered or
//! skipped, and no letter holds anything that was answered.

use super::{Reader, Told};
use crate::letters::Letter;
use crate::surveys::asked;
use domain::permissions::{Action, may};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let me = &reader.actor.person;
    let Some(survey) = store::surveys::get(tx, &about.into()).await? else { return Ok(None) };
    let own = reader.actor.school.as_ref() == Some(&survey.school);
    let may = may(&reader.actor, &Action::AnswerSurvey { person: me }).is_ok();
    if !own || !may || survey.runs(reader.today).is_none() {
        return Ok(None);
    }
    let programme = store::programmes::get(tx, &survey.school, &survey.programme).await?;
    let Some(programme) = programme else { return Ok(None) };
    let asked = asked(tx, &programme, reader.today).await?.contains_key(me);
    if !asked || store::surveys::marked(tx, &survey).await?.contains(me) {
        return Ok(None);
    }
    let key = if letter == Letter::SurveyReminder { "survey-reminder" } else { "survey-opened" };
    let told = Told::new(key, "letters-act-survey", "/surveys/own".to_owned());
    Ok(Some(told.with("day", i18n::day_in_sentence(reader.lang, survey.until))))
}
