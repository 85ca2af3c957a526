//! The question bank of the exam's theory (feat:G4): taken in from the starting material and from files, written on a
//! form, retired, handed out. Whoever reads it reads the keys: nobody who sits the exam does.

mod files;
mod plain;
mod starter;

pub use exchange::questions::{Left, Refused as FileRefused, Skipped, Spot, Why, WithoutFile};
pub use files::{Brought, Form, Line, MOST_BYTES, Seen, TakeRefused, Taken, export, look, take};
pub use starter::{Starter, starter, take_starter};

use crate::{Context, Failed, Never};
use domain::SchoolId;
use domain::courses::Course;
use domain::exams::{Sitting, SittingState, State};
use domain::permissions::{Action, may};
use domain::questions::{
    Edition, Fault, Kept, Language, MOST_QUESTIONS, PractiseRefused, Question, WordingRefused,
};
use store::{Tx, WriteTx};

/// The actor may read and keep the bank; somebody whose own course runs may not.
pub async fn keeps<R>(tx: &mut Tx, context: &Context<'_>, school: &SchoolId) -> Result<(), Failed<R>> {
    let courses = store::courses::of_person(tx, school, &context.actor.person).await?;
    let candidate = courses.iter().any(Course::runs);
    Ok(may(context.actor, &Action::KeepQuestions { school, candidate })?)
}

/// The bank of a school as it stands, retired questions too, by their numbers.
pub async fn all(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
) -> Result<Vec<Edition>, Failed<Never>> {
    keeps(tx, context, school).await?;
    Ok(store::questions::of_school(tx, school).await?)
}

/// Every version of a question, the present one last; never empty.
pub async fn history(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    number: u32,
) -> Result<Vec<Edition>, Failed<Never>> {
    let history = store::questions::history(tx, school, number).await?;
    if history.is_empty() {
        return Err(Failed::NotFound);
    }
    keeps(tx, context, school).await?;
    Ok(history)
}

/// Why a question is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepRefused {
    /// It cannot be asked: what to mend, in the order of the form.
    Faults(Vec<Fault>),
    /// The words in this language have another way of answering or another number of choices.
    Apart(Language),
    /// The bank is full: retire nothing, it is time for a second one.
    Full,
}

/// What somebody writes on the form of a question.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The school.
    pub school: &'a SchoolId,
    /// The language of the words.
    pub language: Language,
    /// The words and the key.
    pub question: &'a Question,
}

/// Adds a question and gives its number. One that stands with the same words is that one.
pub async fn add(context: &Context<'_>, written: Written<'_>) -> Result<u32, Failed<KeepRefused>> {
    store::change!(context.db, tx => add_in(&mut tx, context, written))
}

async fn add_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    written: Written<'_>,
) -> Result<u32, Failed<KeepRefused>> {
    let Written { school, language, question } = written;
    keeps(tx, context, school).await?;
    sound(question)?;
    let standing = store::questions::of_school(tx, school).await?;
    // The form came twice.
    let same = |edition: &&Edition| edition.kept.words().get(&language) == Some(question);
    if let Some(same) = standing.iter().find(same) {
        return Ok(same.kept.number);
    }
    if standing.len() >= MOST_QUESTIONS {
        return Err(Failed::Refused(KeepRefused::Full));
    }
    let number = store::questions::highest(tx, school).await? + 1;
    let kept = Kept::new(number, language, question.clone());
    save(tx, context, school, &kept, "question-kept").await?;
    Ok(number)
}

fn sound(question: &Question) -> Result<(), Failed<KeepRefused>> {
    let faults = question.faults();
    if faults.is_empty() { Ok(()) } else { Err(Failed::Refused(KeepRefused::Faults(faults))) }
}

/// With what a change is made.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// Which question.
    pub number: u32,
    /// The version of it that was read.
    pub version: u32,
    /// The other languages are put aside where their shape is another one.
    pub alone: bool,
}

/// Words a question better, or in one more language; the old version stays. What stands so already is left alone.
pub async fn change(
    context: &Context<'_>,
    change: Change,
    written: Written<'_>,
) -> Result<(), Failed<KeepRefused>> {
    store::change!(context.db, tx => change_in(&mut tx, context, change, written))
}

async fn change_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    change: Change,
    written: Written<'_>,
) -> Result<(), Failed<KeepRefused>> {
    let Written { school, language, question } = written;
    let edition = present(tx, context, school, change.number).await?;
    sound(question)?;
    if edition.kept.words().get(&language) == Some(question) {
        return Ok(());
    }
    if edition.version != change.version {
        return Err(Failed::Changed);
    }
    let kept = edition.kept.word(language, question.clone(), change.alone).map_err(|why| match why {
        WordingRefused::Apart(other) => Failed::Refused(KeepRefused::Apart(other)),
        WordingRefused::Nothing => Failed::Changed,
    })?;
    Ok(save(tx, context, school, &kept, "question-kept").await?)
}

/// Takes a question out of new papers, or back in. What stands so already is left alone.
pub async fn retire(
    context: &Context<'_>,
    school: &SchoolId,
    number: u32,
    retired: bool,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => retire_in(&mut tx, context, school, number, retired))
}

async fn retire_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    number: u32,
    retired: bool,
) -> Result<(), Failed<Never>> {
    let edition = present(tx, context, school, number).await?;
    if edition.kept.retired == retired {
        return Ok(());
    }
    let deed = if retired { "question-retired" } else { "question-returned" };
    Ok(save(tx, context, school, &edition.kept.retire(retired), deed).await?)
}

/// Marks a question for practice, so that no exam draws it from now on, or takes the mark away. What stands so already is
/// left alone.
pub async fn practise(
    context: &Context<'_>,
    school: &SchoolId,
    number: u32,
    practice: bool,
) -> Result<(), Failed<PractiseRefused>> {
    store::change!(context.db, tx => practise_in(&mut tx, context, school, number, practice))
}

async fn practise_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    number: u32,
    practice: bool,
) -> Result<(), Failed<PractiseRefused>> {
    let edition = present(tx, context, school, number).await?;
    if edition.kept.practice == practice {
        return Ok(());
    }
    let asked = practice && is_asked(tx, context, school, number).await?;
    let kept = edition.kept.practise(practice, asked).map_err(Failed::Refused)?;
    let deed = if practice { "question-practised" } else { "question-examined" };
    Ok(save(tx, context, school, &kept, deed).await?)
}

/// May a question stand on a paper that is being written, or that can be opened yet? One that is planned draws from the
/// bank as it is when it begins.
async fn is_asked(tx: &mut Tx, context: &Context<'_>, school: &SchoolId, number: u32) -> store::Result<bool> {
    for sitting in store::sittings::of_school(tx, school).await? {
        if draws(tx, &sitting, number).await? && is_written(tx, context, &sitting).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Was the question frozen in a topic of which the sitting asks some?
async fn draws(tx: &mut Tx, sitting: &Sitting, number: u32) -> store::Result<bool> {
    for language in &sitting.languages {
        let found = store::sittings::question(tx, &sitting.school, &sitting.id, *language, number).await?;
        let topic = found.and_then(|question| question.shelf.topic());
        let count = topic.and_then(|topic| sitting.plan.blueprint.0.get(&topic));
        if count.is_some_and(|count| *count > 0) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Are papers of the sitting written, or opened yet?
async fn is_written(tx: &mut Tx, context: &Context<'_>, sitting: &Sitting) -> store::Result<bool> {
    match sitting.state {
        SittingState::Running => Ok(true),
        SittingState::Closed { .. } => {
            let papers = store::attempts::of_sitting(tx, &sitting.school, &sitting.id).await?;
            let open =
                |paper: store::attempts::Kept| paper.attempt.close_if_due(context.now).state == State::Open;
            Ok(papers.into_iter().any(open))
        }
        SittingState::Planned | SittingState::CalledOff { .. } => Ok(false),
    }
}

/// A question as it stands, for whoever may change it.
async fn present<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    number: u32,
) -> Result<Edition, Failed<R>> {
    let edition = store::questions::get(tx, school, number).await?.ok_or(Failed::NotFound)?;
    keeps(tx, context, school).await?;
    Ok(edition)
}

/// Keeps one question as a version of its own.
async fn save(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    kept: &Kept,
    deed: &str,
) -> store::Result<()> {
    let by = (&context.actor.person, context.now);
    let version = store::questions::begin(tx, school, by).await?;
    store::questions::keep(tx, school, version, kept).await?;
    context.audit(tx, school, deed, &kept.number.to_string(), "").await
}

/// Keeps several questions as one version.
async fn save_all(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    all: &[Kept],
    source: &str,
) -> store::Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    let by = (&context.actor.person, context.now);
    let version = store::questions::begin(tx, school, by).await?;
    for kept in all {
        store::questions::keep(tx, school, version, kept).await?;
    }
    let detail = format!("{source} {}", all.len());
    context.audit(tx, school, "questions-taken", &version.to_string(), &detail).await
}
