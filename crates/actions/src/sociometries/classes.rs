//! How classes changed between the last two times they were asked, each as a whole and from ten pupils on (feat:I9).

use super::reading::counts_of;
use crate::Context;
use domain::duties::year_end;
use domain::sociometries::{Question, Sociometry, State};
use domain::{Day, PupilId, SchoolId};
use measure::gates::Figure;
use measure::outcome::{Change, Two, change};
use measure::sociometry::{Counts, Group, of_class};
use std::collections::BTreeMap;
use store::Tx;

/// Indices of a class on the day on which it was asked, or why they are not shown.
pub type Indices = (Day, Figure<Group>);

/// What changed in a class by one question.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassChange {
    /// The class.
    pub class: String,
    /// By which question.
    pub question: Question,
    /// The time before.
    pub before: Indices,
    /// The last time.
    pub now: Indices,
    /// How the mutual choices of a pupil changed, of those who answered both times.
    pub mutual: Figure<Change>,
    /// How many pupils were in both: the indices are of whoever was in each.
    pub both: usize,
    /// How many were in the one before alone.
    pub only_before: usize,
    /// How many were in the last one alone.
    pub only_now: usize,
}

/// The classes of a school that were asked twice this school year, by the positive questions of both times. Whoever calls has
/// asked whether the actor asks classes.
pub(crate) async fn changed(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
) -> store::Result<Vec<ClassChange>> {
    let mut by_class: BTreeMap<String, Vec<Sociometry>> = BTreeMap::new();
    // The newest stand first.
    for one in store::sociometries::of_school(tx, school).await? {
        if one.state == State::Closed && one.forget_on == year_end(context.today) {
            by_class.entry(one.class.clone()).or_default().push(one);
        }
    }
    let mut changes = Vec::new();
    for (class, asked) in by_class {
        let [now, before, ..] = asked.as_slice() else { continue };
        let both = now.questions.list().into_iter().filter(|one| before.questions.list().contains(one));
        for question in both.filter(|one| one.is_positive()) {
            let (then, earlier) = indices(tx, before, question).await?;
            let (last, later) = indices(tx, now, question).await?;
            changes.push(ClassChange {
                class: class.clone(),
                question,
                before: then,
                now: last,
                mutual: change(&mutual(&earlier, &later)),
                both: earlier.keys().filter(|one| later.contains_key(*one)).count(),
                only_before: earlier.keys().filter(|one| !later.contains_key(*one)).count(),
                only_now: later.keys().filter(|one| !earlier.contains_key(*one)).count(),
            });
        }
    }
    Ok(changes)
}

/// Mutual choices then and now, of each pupil who answered both times.
fn mutual(earlier: &BTreeMap<PupilId, Counts>, later: &BTreeMap<PupilId, Counts>) -> Vec<Two> {
    let two = |(pupil, then): (&PupilId, &Counts)| {
        let now = later.get(pupil).filter(|now| now.voted && then.voted)?;
        Some(Two { before: then.mutual.into(), after: now.mutual.into() })
    };
    earlier.iter().filter_map(two).collect()
}

/// The indices of one, and what each who was in it gave and got.
async fn indices(
    tx: &mut Tx,
    one: &Sociometry,
    question: Question,
) -> store::Result<(Indices, BTreeMap<PupilId, Counts>)> {
    let mut kept = store::sociometries::kept(tx, one).await?;
    kept.retain(|it| it.question == question);
    let counts: Vec<Counts> = kept.iter().map(counts_of).collect();
    let indices = (one.opened_on, of_class(&counts, one.class_size));
    Ok((indices, kept.into_iter().map(|it| it.pupil).zip(counts).collect()))
}
