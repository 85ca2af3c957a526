//! What a sitting came to so far: who may write and who does, points, and how far they can be trusted.

use crate::Context;
use domain::courses::{Course, Part, State};
use domain::exams::{Marked, Sitting, marked};
use domain::questions::{Bank, Language, Points, Question as Asked, Topic};
use domain::{Day, Instant, PersonId, SchoolId};
use measure::answers::Answers;
use measure::gates::{Figure, NotShown};
use measure::papers::{Got, error};
use measure::reliability::reliability;
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;
use store::attempts::Kept;

/// The last course of somebody: the one that runs, where one does.
pub async fn course(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> store::Result<Option<Course>> {
    Ok(latest(store::courses::of_person(tx, school, person).await?))
}

fn latest(mut courses: Vec<Course>) -> Option<Course> {
    match courses.iter().position(Course::runs) {
        Some(place) => Some(courses.swap_remove(place)),
        None => courses.pop(),
    }
}

/// Whoever failed the theory is admitted again from the day of the retake on, as far as attempts are left.
pub(crate) fn admitted_again(course: Course, context: &Context<'_>) -> Course {
    if !matches!(course.candidate.state, State::Failed { part: Part::Theory, .. }) {
        return course;
    }
    match course.candidate.clone().retake(course.rules, context.today, context.now) {
        Ok(candidate) => Course { candidate, ..course },
        Err(_) => course,
    }
}

/// May somebody sit the theory on a day? Whoever is admitted, or has failed it and may come again by then.
pub(crate) fn may_sit(course: &Course, day: Day, now: Instant) -> bool {
    match course.candidate.state {
        State::Admitted => true,
        State::Failed { part: Part::Theory, .. } => {
            course.candidate.clone().retake(course.rules, day, now).is_ok()
        }
        _ => false,
    }
}

/// Everybody of the school whose course runs, with where they stand today: admitted or not yet, and why.
pub async fn standing(tx: &mut Tx, context: &Context<'_>, school: &SchoolId) -> store::Result<Vec<Course>> {
    let all = store::courses::candidates(tx, school).await?.into_iter();
    Ok(all.filter(Course::runs).map(|course| admitted_again(course, context)).collect())
}

/// A paper with its points so far.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The paper as it stands at the instant.
    pub kept: Kept,
    /// Its points.
    pub marked: Marked,
}

/// The questions of a sitting in each of its languages.
pub(crate) async fn banks(tx: &mut Tx, sitting: &Sitting) -> store::Result<BTreeMap<Language, Bank>> {
    let mut banks = BTreeMap::new();
    for language in &sitting.languages {
        banks.insert(*language, store::sittings::bank(tx, sitting, *language).await?);
    }
    Ok(banks)
}

impl Paper {
    /// All papers of a sitting with their points at an instant, by their ids.
    pub async fn all(tx: &mut Tx, sitting: &Sitting, now: Instant) -> store::Result<Vec<Self>> {
        let banks = banks(tx, sitting).await?;
        let mut papers = Vec::new();
        for mut kept in store::attempts::of_sitting(tx, &sitting.school, &sitting.id).await? {
            kept.attempt = kept.attempt.close_if_due(now);
            let marks = store::attempts::marks(tx, &kept).await?;
            let Some(bank) = banks.get(&kept.language) else { continue };
            let marked = marked(&kept.attempt, bank, &marks);
            papers.push(Self { kept, marked });
        }
        Ok(papers)
    }

    /// How many texts of a sitting wait for whoever marks them, of papers whose results are not told.
    pub(crate) async fn waiting(tx: &mut Tx, sitting: &Sitting, now: Instant) -> store::Result<usize> {
        let papers = Self::all(tx, sitting, now).await?;
        let open = papers.iter().filter(|paper| paper.kept.told.is_none());
        Ok(open.map(|paper| paper.marked.waiting.len()).sum())
    }
}

/// A point is a mark.
pub(crate) fn mark(points: Points) -> f64 {
    /// Ten-millionths in a point.
    const PARTS: f64 = 1e7;
    f64::from(i32::try_from(points.parts()).unwrap_or(i32::MAX)) / PARTS
}

/// The questions of a sitting by their numbers, in whatever languages they were asked: in the wanted one where it is among
/// them.
pub(super) fn asked(banks: &BTreeMap<Language, Bank>, wanted: Option<Language>) -> BTreeMap<u32, &Asked> {
    let first = wanted.and_then(|language| banks.get(&language));
    let mut asked = BTreeMap::new();
    for one in first.into_iter().chain(banks.values()).flat_map(Bank::questions) {
        asked.entry(one.number).or_insert(&one.question);
    }
    asked
}

/// Marks of the papers on their questions: nothing where a question was not on a paper. What cost points counts as none.
pub(super) fn answers(papers: &[Paper], asked: &BTreeMap<u32, &Asked>) -> Option<(Vec<u32>, Answers)> {
    let drawn = papers.iter().flat_map(|paper| &paper.kept.attempt.variant.questions);
    let numbers: BTreeSet<u32> = drawn.map(|drawn| drawn.number).collect();
    let known = |number: &u32| asked.get(number).map(|question| (*number, question.worth));
    let (numbers, worth): (Vec<u32>, Vec<Points>) = numbers.iter().filter_map(known).unzip();
    let most: Vec<f64> = worth.iter().copied().map(mark).collect();
    let row = |paper: &Paper| -> Vec<Option<f64>> {
        let got = |(number, worth): (&u32, &Points)| {
            let points = paper.marked.each.get(number)?;
            Some(mark((*points).clamp(Points::default(), *worth)))
        };
        numbers.iter().zip(&worth).map(got).collect()
    };
    let answers = Answers::new(&most, papers.iter().map(row)).ok()?;
    Some((numbers, answers))
}

/// The standard error of each paper in points, in their order: that of the whole sitting where everybody got the same and
/// α is shown, otherwise its own, as of questions drawn at random (docs/decisions/0070). Nought of a paper of one question.
pub(super) fn errors(papers: &[Paper], banks: &BTreeMap<Language, Bank>) -> Vec<Points> {
    let asked = asked(banks, None);
    let all = answers(papers, &asked).and_then(|(_, answers)| reliability(&answers).ok());
    let of = |paper: &Paper| all.map(|all| all.error).or_else(|| of_paper(paper, &asked).ok());
    papers.iter().map(|paper| of(paper).map_or(Points::default(), points)).collect()
}

/// The standard error of a paper by itself, in points.
pub(super) fn of_paper(paper: &Paper, asked: &BTreeMap<u32, &Asked>) -> Figure<f64> {
    let mut topics: BTreeMap<Option<Topic>, Vec<Got>> = BTreeMap::new();
    for (number, brought) in &paper.marked.each {
        if let Some(question) = asked.get(number) {
            let got = Got { mark: mark(*brought), worth: mark(question.worth) };
            topics.entry(question.shelf.topic()).or_default().push(got);
        }
    }
    let topics: Vec<Vec<Got>> = topics.into_values().collect();
    error(&topics).unwrap_or(Err(NotShown::NoVariance))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "an error of measurement lies between 0 and the worth of a paper, far below the largest whole number"
)]
pub(crate) fn points(marks: f64) -> Points {
    Points::from_parts((marks * 1e7).round() as i64)
}
