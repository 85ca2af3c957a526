//! The quality of a sitting's questions (methods of measurement, §2): for whoever manages it a table, for whoever keeps the
//! bank everything, with the options and their key.

use super::reading::{Paper, answers, asked, banks, of_paper};
use crate::{Context, Failed, Never};
use domain::ExamId;
use domain::exams::{Sitting, SittingState, State};
use domain::questions::{Answer, Choice as Offer, Kind, Language, Question as Asked};
use measure::answers::Answers;
use measure::gates::{Figure, of_many};
use measure::items::{Item, items};
use measure::moodle::{self, Quiz};
use measure::options::{Choice, Picks};
use measure::papers::{Errors, errors};
use measure::reliability::{Reliability, reliability};
use store::Tx;

/// What an option says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// Its words.
    Words(String),
    /// That the statement is true, or that it is not.
    Truth(bool),
}

/// An option of a question, with what people did with it.
#[derive(Clone, Debug)]
pub struct Picked {
    /// What it says.
    pub label: Label,
    /// It is the right one.
    pub key: bool,
    /// Its figures.
    pub choice: Choice,
}

/// A question with its figures.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its number in the bank.
    pub number: u32,
    /// What is asked, in the reader's language where it was asked in it.
    pub text: String,
    /// Its figures; the difference between the two ends waits for many people, for it has no interval.
    pub item: Item,
    /// Moodle's; those without an interval wait for many people.
    pub moodle: moodle::Question,
    /// Moodle marks it.
    pub highlighted: bool,
    /// Its options, where one of several is to be chosen.
    pub options: Option<Figure<Vec<Picked>>>,
}

/// The quality of a sitting's questions.
#[derive(Clone, Debug)]
pub struct Statistics {
    /// How many papers.
    pub people: usize,
    /// Each question that was on a paper.
    pub questions: Vec<Question>,
    /// α, its interval and the error of measurement, or why they are not shown.
    pub reliability: Figure<Reliability>,
    /// The errors of the papers by themselves, in points: they count where α is not shown.
    pub errors: Figure<Errors>,
    /// Moodle's figures of the whole.
    pub quiz: Figure<Quiz>,
    /// The same where many people stand behind them: their shape, and what stands on α.
    pub shape: Figure<Quiz>,
}

/// The sitting is closed and nobody writes any more: figures may be read before results are told, so that a wrong key is
/// seen while it does no harm.
pub fn is_over(sitting: &Sitting, papers: &[Paper]) -> bool {
    matches!(sitting.state, SittingState::Closed { .. })
        && papers.iter().all(|paper| paper.kept.attempt.state != State::Open)
}

/// The figures of a sitting with its options and their key, for whoever manages it and may read the bank; nothing before it
/// is over.
pub async fn figures(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &ExamId,
    wanted: Language,
) -> Result<(Sitting, Option<Statistics>), Failed<Never>> {
    let sitting = super::managed::<Never>(tx, context, id).await?;
    crate::questions::keeps::<Never>(tx, context, &sitting.school).await?;
    let papers = Paper::all(tx, &sitting, context.now).await?;
    let found =
        if is_over(&sitting, &papers) { statistics(tx, &sitting, &papers, wanted).await? } else { None };
    Ok((sitting, found))
}

/// May the actor read the figures with their key?
pub async fn reads_key(tx: &mut Tx, context: &Context<'_>, sitting: &Sitting) -> store::Result<bool> {
    match crate::questions::keeps::<Never>(tx, context, &sitting.school).await {
        Err(Failed::Store(error)) => Err(error),
        answer => Ok(answer.is_ok()),
    }
}

/// The figures of a sitting, with the words of its questions in the wanted language as far as it has them; nothing where no
/// paper was written.
pub async fn statistics(
    tx: &mut Tx,
    sitting: &Sitting,
    papers: &[Paper],
    wanted: Language,
) -> store::Result<Option<Statistics>> {
    let banks = banks(tx, sitting).await?;
    let asked = asked(&banks, Some(wanted));
    let Some((numbers, answers)) = answers(papers, &asked) else { return Ok(None) };
    let each = numbers.into_iter().zip(items(&answers)).zip(moodle::questions(&answers)).enumerate();
    let question = |(at, ((number, item), moodle)): (usize, ((u32, Item), moodle::Question))| {
        let question = *asked.get(&number)?;
        let n = answered(papers, number);
        Some(Question {
            number,
            text: question.text.clone(),
            item: Item { difference: of_many(item.difference, n), ..item },
            moodle: shown(moodle, n),
            highlighted: moodle.is_highlighted(n),
            options: options(papers, (number, question), (&answers, at)),
        })
    };
    let by_itself: Vec<f64> = papers.iter().filter_map(|paper| of_paper(paper, &asked).ok()).collect();
    let quiz = moodle::quiz(&answers);
    Ok(Some(Statistics {
        people: papers.len(),
        questions: each.filter_map(question).collect(),
        reliability: reliability(&answers),
        errors: errors(&by_itself),
        quiz,
        shape: of_many(quiz, u32::try_from(papers.len()).unwrap_or(u32::MAX)),
    }))
}

/// How many papers have marks of a question.
fn answered(papers: &[Paper], number: u32) -> u32 {
    let got = papers.iter().filter(|paper| paper.marked.each.contains_key(&number)).count();
    u32::try_from(got).unwrap_or(u32::MAX)
}

/// Moodle's figures of a question as far as so many people let them be read: the facility index has an interval beside it.
fn shown(one: moodle::Question, n: u32) -> moodle::Question {
    moodle::Question {
        standard_deviation: of_many(one.standard_deviation, n),
        effective_weight: of_many(one.effective_weight, n),
        discrimination_index: of_many(one.discrimination_index, n),
        discriminative_efficiency: of_many(one.discriminative_efficiency, n),
        ..one
    }
}

/// What can be chosen, and which of it is right; nothing where it is not one of several.
fn labels(question: &Asked) -> Option<(Vec<Label>, usize)> {
    match &question.kind {
        Kind::Single(offers) => {
            let best = offers.iter().map(|offer| offer.fraction).max()?;
            let key = offers.iter().position(|offer| offer.fraction == best)?;
            let words = |offer: &Offer| Label::Words(offer.text.clone());
            Some((offers.iter().map(words).collect(), key))
        }
        Kind::TrueFalse { right, .. } => {
            Some((vec![Label::Truth(true), Label::Truth(false)], usize::from(!*right)))
        }
        Kind::Multiple(_) | Kind::Short { .. } | Kind::Numerical(_) | Kind::Matching { .. } | Kind::Essay => {
            None
        }
    }
}

/// The options of a question of this number, which stands at this place among the answers.
fn options(
    papers: &[Paper],
    (number, question): (u32, &Asked),
    (answers, item): (&Answers, usize),
) -> Option<Figure<Vec<Picked>>> {
    let (labels, key) = labels(question)?;
    let sizes = (u8::try_from(labels.len()).ok()?, u8::try_from(key).ok()?);
    let pick = |paper: &Paper| {
        let place = match &paper.kept.attempt.answers.get(&number)?.answer {
            Answer::One(place) => *place,
            Answer::Truth(given) => usize::from(!*given),
            _ => return None,
        };
        let place = u8::try_from(place).ok().filter(|place| *place < sizes.0);
        place.filter(|_| paper.marked.each.contains_key(&number))
    };
    let picks: Vec<Option<u8>> = papers.iter().map(pick).collect();
    let picks = Picks::new(answers, item, sizes, &picks).ok()?;
    let picked = |(at, (label, choice)): (usize, (Label, Choice))| Picked { label, key: at == key, choice };
    Some(picks.choices().map(|each| labels.into_iter().zip(each).enumerate().map(picked).collect()))
}
