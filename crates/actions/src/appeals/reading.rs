//! What the candidate, those who decide and the other leaders of the school see of appeals.

use super::{Exam, Scene, mine};
use crate::{Context, Failed, Never};
use domain::appeals::{About, Appeal};
use domain::exams::{HearingState, Practice, Rubric};
use domain::people::Actor;
use domain::permissions::{Action, may};
use domain::questions::{Answer, Points, Question};
use domain::schools::School;
use domain::{AppealId, Day};
use store::Tx;
use store::attempts::Told;

/// A result of one's own with the appeals against it.
#[derive(Clone, Debug)]
pub struct Own {
    /// The last day for an appeal; nothing where there is nothing to appeal against.
    pub until: Option<Day>,
    /// Those against this result, the earliest first.
    pub appeals: Vec<Appeal>,
    /// Somebody is there who may decide.
    pub decidable: bool,
    /// The day by which the open one is decided.
    pub due: Option<Day>,
}

impl Own {
    /// The one that stands: open or decided.
    pub fn standing(&self) -> Option<&Appeal> {
        let taken_back = |appeal: &&Appeal| !matches!(appeal.state, domain::appeals::State::TakenBack { .. });
        self.appeals.iter().find(taken_back)
    }

    /// One may be filed on a day.
    pub fn is_open(&self, today: Day) -> bool {
        self.standing().is_none() && self.until.is_some_and(|until| today <= until)
    }
}

/// The own result; somebody else's looks as if it were not there.
pub async fn own(tx: &mut Tx, context: &Context<'_>, about: &About) -> Result<Own, Failed<Never>> {
    let scene = mine::<Never>(tx, context, about).await?;
    let all = store::appeals::of_person(tx, &scene.outcome.home, &scene.outcome.person).await?;
    let appeals: Vec<Appeal> = all.into_iter().filter(|appeal| appeal.about == *about).collect();
    let calendar = crate::programmes::calendar(tx, &scene.school).await?;
    let due = appeals.iter().find(|appeal| appeal.is_open()).map(|appeal| appeal.due_on(&calendar));
    Ok(Own {
        until: scene.until(tx).await?,
        decidable: !scene.deciders(tx, context.today).await?.is_empty(),
        appeals,
        due,
    })
}

/// May somebody read and decide an appeal on a day?
pub(crate) async fn decides(tx: &mut Tx, actor: &Actor, appeal: &Appeal, day: Day) -> store::Result<bool> {
    let Some(scene) = Scene::load(tx, &appeal.about).await? else { return Ok(false) };
    let deciders = scene.deciders(tx, day).await?;
    Ok(scene.opens_to(actor, &deciders))
}

/// An appeal that the reader may decide, with the day by which.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The appeal.
    pub appeal: Appeal,
    /// The day by which it is decided.
    pub due: Day,
}

/// Appeals of a school, for one of those who lead it.
#[derive(Clone, Debug, Default)]
pub struct Board {
    /// Those that wait for the reader, the most pressing first.
    pub waiting: Vec<Waiting>,
    /// How many wait for somebody else, because the reader marked or is bound to the candidate.
    pub elsewhere: usize,
    /// How many wait and nobody here may decide them.
    pub nobodys: usize,
    /// Those that the reader may read and that wait no longer, the latest first.
    pub over: Vec<Appeal>,
}

/// The board; not there for whoever does not lead the school.
pub async fn board(tx: &mut Tx, context: &Context<'_>) -> Result<Board, Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::SeeAppeals(school))?;
    let calendar = crate::programmes::calendar(tx, school).await?;
    let mut board = Board::default();
    for appeal in store::appeals::of_school(tx, school).await? {
        let Some(scene) = Scene::load(tx, &appeal.about).await? else { continue };
        let deciders = scene.deciders(tx, context.today).await?;
        match (deciders.contains(&context.actor.person), appeal.is_open()) {
            (true, true) => board.waiting.push(Waiting { due: appeal.due_on(&calendar), appeal }),
            (true, false) => board.over.insert(0, appeal),
            (false, true) if deciders.is_empty() => board.nobodys += 1,
            (false, true) => board.elsewhere += 1,
            (false, false) => {}
        }
    }
    board.waiting.sort_by_key(|one| one.due);
    Ok(board)
}

/// What waits of a school's appeals, as one of those who lead it finds it at home.
#[derive(Clone, Debug, Default)]
pub struct Pending {
    /// Those that wait for the reader.
    pub waiting: Vec<Waiting>,
    /// How many wait and nobody here may decide them; an own one is not counted.
    pub nobodys: usize,
}

/// What waits; nothing for whoever does not lead the school.
pub async fn pending(tx: &mut Tx, context: &Context<'_>) -> store::Result<Pending> {
    let mut found = Pending::default();
    let Some(school) = context.actor.school.as_ref() else { return Ok(found) };
    if may(context.actor, &Action::SeeAppeals(school)).is_err() {
        return Ok(found);
    }
    let mut appeals = store::appeals::of_school(tx, school).await?;
    appeals.retain(Appeal::is_open);
    if appeals.is_empty() {
        return Ok(found);
    }
    let calendar = crate::programmes::calendar(tx, school).await?;
    for appeal in appeals {
        let Some(scene) = Scene::load(tx, &appeal.about).await? else { continue };
        let deciders = scene.deciders(tx, context.today).await?;
        if scene.opens_to(context.actor, &deciders) {
            found.waiting.push(Waiting { due: appeal.due_on(&calendar), appeal });
        } else if deciders.is_empty() && appeal.person != context.actor.person {
            found.nobodys += 1;
        }
    }
    Ok(found)
}

/// Who filed an appeal, where they are of another school than the one that decides: name and school while it waits, and
/// afterwards nobody.
pub async fn guest(tx: &mut Tx, appeal: &Appeal) -> store::Result<Option<(String, School)>> {
    if appeal.home == appeal.school || !appeal.is_open() {
        return Ok(None);
    }
    crate::sittings::called(tx, &appeal.person, &appeal.home).await
}

/// A question of a paper with what was answered and what that brought.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its place on the paper, from 1.
    pub place: usize,
    /// Its number in the bank.
    pub number: u32,
    /// The question.
    pub question: Question,
    /// The answer.
    pub answer: Answer,
    /// What it brought.
    pub points: Points,
}

/// What the result came to that an appeal is about.
#[derive(Clone, Debug)]
pub enum CameTo {
    /// A paper.
    Theory(Told),
    /// A practice, and by which rubric it was marked.
    Practice(Practice, Rubric),
}

/// An appeal for whoever decides it.
#[derive(Clone, Debug)]
pub struct Case {
    /// The appeal.
    pub appeal: Appeal,
    /// The day by which it is decided.
    pub due: Day,
    /// What the result came to.
    pub came_to: Option<CameTo>,
    /// The questions of the paper that did not bring all they could; none of a practice, and none for whoever sits the
    /// exam.
    pub asked: Vec<Asked>,
}

/// One appeal, for whoever decides it; for everybody else it is not there.
pub async fn case(tx: &mut Tx, context: &Context<'_>, id: &AppealId) -> Result<Case, Failed<Never>> {
    let appeal = store::appeals::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let scene = Scene::load(tx, &appeal.about).await?.ok_or(Failed::NotFound)?;
    let deciders = scene.deciders(tx, context.today).await?;
    if !scene.opens_to(context.actor, &deciders) {
        return Err(Failed::NotFound);
    }
    let calendar = crate::programmes::calendar(tx, &scene.school).await?;
    let reads = match crate::questions::keeps::<Never>(tx, context, &scene.school).await {
        Err(Failed::Store(error)) => return Err(error.into()),
        answer => answer.is_ok(),
    };
    let asked = if reads { asked(tx, &scene).await? } else { Vec::new() };
    let came_to = match &scene.exam {
        Exam::Paper(kept) => kept.told.clone().map(CameTo::Theory),
        Exam::Practice(both) => match (&both.0.state, &both.1.rubric) {
            (HearingState::Told { practice, .. }, rubric) => {
                Some(CameTo::Practice(practice.clone(), rubric.clone()))
            }
            (HearingState::Waiting | HearingState::Begun { .. }, _) => None,
        },
    };
    Ok(Case { due: appeal.due_on(&calendar), appeal, came_to, asked })
}

async fn asked(tx: &mut Tx, scene: &Scene) -> store::Result<Vec<Asked>> {
    let Exam::Paper(kept) = &scene.exam else { return Ok(Vec::new()) };
    let Some(sitting) = store::sittings::get(tx, &kept.attempt.exam).await? else { return Ok(Vec::new()) };
    let bank = store::sittings::bank(tx, &sitting, kept.language).await?;
    let marks = store::attempts::marks(tx, kept).await?;
    let marked = domain::exams::marked(&kept.attempt, &bank, &marks);
    let one = |(at, drawn): (usize, &domain::questions::Drawn)| {
        let question = bank.get(drawn.number)?.clone();
        let points = marked.each.get(&drawn.number).copied().unwrap_or_default();
        let answer = kept.attempt.answers.get(&drawn.number).map(|saved| saved.answer.clone());
        (points < question.worth).then(|| Asked {
            place: at + 1,
            number: drawn.number,
            question,
            answer: answer.unwrap_or(Answer::Blank),
            points,
        })
    };
    Ok(kept.attempt.variant.questions.iter().enumerate().filter_map(one).collect())
}
