//! Trying questions for practice between the discussion and the theory (docs/decisions/0087). Nothing is kept of it: which
//! questions were shown, what was answered and what it came to stands on the page alone.

use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::questions::{Bank, Drawn, Language, Question, Topic, self_check as draw};
use store::Tx;

/// The questions of one self-check, as they are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SelfCheck {
    /// From which they were drawn.
    pub seed: u64,
    /// Version of the bank.
    pub bank: u32,
    /// In their order.
    pub questions: Vec<(Drawn, Question)>,
}

/// What is marked for practice in the actor's school; not there for whoever may try none.
async fn bank(tx: &mut Tx, context: &Context<'_>, language: Language) -> Result<Bank, Failed<Never>> {
    let (school, person) = (super::school(context)?, &context.actor.person);
    may(context.actor, &Action::JoinCourse { school, person })?;
    let course = super::latest(tx, context).await?;
    if course.is_none_or(|course| !course.may_practise()) {
        return Err(Failed::NotFound);
    }
    Ok(store::questions::practice(tx, school, language).await?)
}

/// The topics with how many questions of each can be tried in a language.
pub async fn self_check_topics(
    tx: &mut Tx,
    context: &Context<'_>,
    language: Language,
) -> Result<Vec<(Topic, usize)>, Failed<Never>> {
    let bank = bank(tx, context, language).await?;
    Ok(Topic::ALL.map(|topic| (topic, bank.drawable(topic).count())).into())
}

/// Questions of a topic to try; nothing where none is marked for it. The same seed gives the same ones as long as the bank
/// stays as it is.
pub async fn self_check(
    tx: &mut Tx,
    context: &Context<'_>,
    language: Language,
    topic: Topic,
    seed: u64,
) -> Result<Option<SelfCheck>, Failed<Never>> {
    let bank = bank(tx, context, language).await?;
    let Some(drawn) = draw(&bank, topic, seed) else { return Ok(None) };
    let whole = |drawn: Drawn| {
        let question = bank.get(drawn.number).cloned()?;
        Some((drawn, question))
    };
    let questions = drawn.questions.into_iter().filter_map(whole).collect();
    Ok(Some(SelfCheck { seed, bank: bank.version(), questions }))
}
