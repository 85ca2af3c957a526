//! The cut of the practice (methods of measurement, §3; docs/decisions/0071): whoever leads the course sets it for commissions
//! that are named from then on. Each commission keeps the rubric, with the cut, that it was named with.

use super::{Refused, figures};
use crate::{Context, Failed, Never};
use domain::SchoolId;
use domain::courses::Course;
use domain::exams::{Rubric, RubricCut};
use domain::permissions::{Action, may};
use measure::cuts::borderline::Cut;
use measure::gates::Figure;
use store::{Tx, WriteTx};

/// The rubric with which a commission of a school is named today.
pub(crate) async fn in_force(tx: &mut Tx, school: &SchoolId) -> store::Result<Rubric> {
    let set = store::rubrics::of_school(tx, school).await?;
    Ok(Rubric::starter().with(set.first()))
}

/// The cut that stands and how it came to be.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The rubric with which commissions are named today.
    pub rubric: Rubric,
    /// What the figures of this year propose, in hundredths of a mark.
    pub proposed: Option<u16>,
    /// All cuts that were set, the latest first.
    pub set: Vec<RubricCut>,
}

/// A cut that somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recut {
    /// Hundredths of a mark.
    pub cut: u16,
    /// Why; may be empty where it is what the figures propose.
    pub reason: String,
}

/// The cut of the actor's school, for whoever names commissions.
pub async fn bar(tx: &mut Tx, context: &Context<'_>) -> Result<Bar, Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageCommissions(school))?;
    let set = store::rubrics::of_school(tx, school).await?;
    let rubric = Rubric::starter().with(set.first());
    let found = figures(tx, context).await?.filter(|found| found.rubric.marks_like(&rubric));
    let proposed = found.and_then(|found| proposed(found.borderline, &rubric));
    Ok(Bar { rubric, proposed, set })
}

/// What a figure proposes: a mean on the scale, and of a regression only one that explains half of the marks.
fn proposed(figure: Figure<Cut>, rubric: &Rubric) -> Option<u16> {
    let marks = match figure {
        Ok(Cut::Regression(found)) if !found.is_weak() => found.cut,
        Ok(Cut::Median { cut, .. }) => cut,
        Ok(Cut::Regression(_)) | Err(_) => return None,
    };
    let (lowest, highest) = (f64::from(rubric.lowest), f64::from(rubric.highest));
    (lowest < marks && marks <= highest).then(|| hundredths(marks))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a mark on the scale of a rubric lies between 0 and 255"
)]
fn hundredths(marks: f64) -> u16 {
    (marks.clamp(0.0, 255.0) * 100.0).round() as u16
}

/// Sets the cut for commissions that are named from now on; those that are named keep theirs, and no result changes. Whoever
/// is in the course does not set their own.
pub async fn recut(context: &Context<'_>, wanted: &Recut) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => recut_in(&mut tx, context, wanted))
}

async fn recut_in(tx: &mut WriteTx, context: &Context<'_>, wanted: &Recut) -> Result<(), Failed<Refused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let bar = bar(tx, context).await.map_err(|failed| failed.map(|never| match never {}))?;
    let reason = wanted.reason.trim();
    let next = bar.rubric.recut(wanted.cut, bar.proposed, reason);
    let Some(next) = next.map_err(|why| Failed::Refused(Refused::Recut(why)))? else {
        // The form came twice, or nothing was changed in it.
        return Ok(());
    };
    if crate::sittings::course(tx, school, &context.actor.person).await?.as_ref().is_some_and(Course::runs) {
        return Err(Failed::Refused(Refused::OwnExam));
    }
    let set = RubricCut {
        school: school.clone(),
        rubric: next.version,
        cut: next.cut,
        proposed: bar.proposed,
        reason: reason.to_owned(),
        by: context.actor.person.clone(),
        at: context.now,
    };
    store::rubrics::add(tx, &set).await?;
    Ok(context.audit(tx, school, "rubric-cut-set", &set.rubric.to_string(), "").await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use measure::cuts::borderline::Regression;
    use measure::gates::NotShown;

    #[test]
    fn a_weak_regression_and_a_mean_off_the_scale_propose_nothing() {
        let found = |cut, explained| {
            let found = Regression { cut, error: 0.08, intercept: 0.4, slope: 0.8, explained, n: 24 };
            proposed(Ok(Cut::Regression(found)), &Rubric::starter())
        };
        assert_eq!(found(2.146, 0.62), Some(215));
        assert_eq!(found(2.146, 0.41), None, "grades and marks see different things");
        assert_eq!((found(-0.2, 0.9), found(3.4, 0.9)), (None, None));
        let few = proposed(Ok(Cut::Median { cut: 1.9, n: 6 }), &Rubric::starter());
        assert_eq!(few, Some(190));
        assert_eq!(proposed(Err(NotShown::NoVariance), &Rubric::starter()), None);
    }
}
