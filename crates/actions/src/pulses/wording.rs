//! Questions of the pulse in a programme's own words: written by the coordinator, asked from the next answer on.

use crate::{Context, Failed, Never};
use domain::formsets::Label;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::pulses::{Question, Source, Wording, WordingRefused, Wordings};
use i18n::{Lang, t};
use store::{Tx, WriteTx};

/// The words of a question that held at a number.
pub fn words(lang: Lang, wordings: &Wordings, question: Question, number: u16) -> String {
    match wordings.texts(question, number) {
        Some(own) => in_language(own, lang).to_owned(),
        None => usual(lang, question),
    }
}

fn in_language(label: &Label, lang: Lang) -> &str {
    match lang {
        Lang::Kk => &label.kk,
        Lang::Ru => &label.ru,
        Lang::En => &label.en,
    }
}

/// The usual words of a question.
pub fn usual(lang: Lang, question: Question) -> String {
    match question {
        Question::First(Source::Fortnight) => t(lang, "pulses-ask-going", &[]),
        Question::First(Source::Meeting) => t(lang, "pulses-ask-meeting", &[]),
        Question::Second(item) => t(lang, &format!("surveys-item-{}", item.word()), &[]),
    }
}

/// The wordings of the programme, for whoever writes them.
pub async fn wordings(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> Result<Wordings, Failed<Never>> {
    may(context.actor, &Action::ManageSurveys(&programme.school))?;
    Ok(store::pulses::wordings(tx, programme).await?)
}

/// Writes a question anew; without texts the usual words hold again. What was answered keeps the words it was asked with.
pub async fn word(
    context: &Context<'_>,
    programme: &Programme,
    question: Question,
    texts: Option<&Label>,
) -> Result<(), Failed<WordingRefused>> {
    store::change!(context.db, tx => word_in(&mut tx, context, programme, question, texts))
}

async fn word_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    question: Question,
    texts: Option<&Label>,
) -> Result<(), Failed<WordingRefused>> {
    may(context.actor, &Action::ManageSurveys(&programme.school))?;
    let before = store::pulses::wordings(tx, programme).await?;
    let Some((number, texts)) = before.write(question, texts.cloned()).map_err(Failed::Refused)? else {
        // The form came twice.
        return Ok(());
    };
    let by = context.actor.person.clone();
    store::pulses::word(tx, programme, &Wording { question, number, texts, by, at: context.now }).await?;
    Ok(context.audit(tx, &programme.school, "pulse-worded", question.word(), "").await?)
}
