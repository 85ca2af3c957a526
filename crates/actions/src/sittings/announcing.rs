//! Whoever may sit the theory is told of sittings: when one is planned, when they are admitted while one is, and when one
//! does not count.

use super::reading::may_sit;
use super::visiting::day;
use crate::Context;
use crate::letters::{Letter, promise};
use domain::exams::{Sitting, SittingState};
use domain::{PersonId, SchoolId};
use std::collections::BTreeSet;
use store::attempts::Kept;
use store::{Tx, WriteTx};

/// Whoever of a school may sit it on its day.
async fn concerned(
    tx: &mut Tx,
    context: &Context<'_>,
    sitting: &Sitting,
    school: &SchoolId,
) -> store::Result<BTreeSet<PersonId>> {
    let day = day(tx, sitting).await?;
    let courses = store::courses::candidates(tx, school).await?.into_iter();
    let sits = courses.filter(|course| may_sit(course, day, context.now));
    Ok(sits.map(|course| course.candidate.person).collect())
}

/// Everybody who may sit a sitting that was just planned; where it is open, those of the other schools of the district, too.
pub(super) async fn announce(
    tx: &mut WriteTx,
    context: &Context<'_>,
    sitting: &Sitting,
) -> store::Result<()> {
    let mut people = concerned(tx, context, sitting, &sitting.school).await?;
    if sitting.is_open() {
        for other in crate::schools::neighbours(tx, &sitting.school).await? {
            people.extend(concerned(tx, context, sitting, &other).await?);
        }
    }
    for person in people {
        promise(context, tx, &person, Letter::SittingPlanned, sitting.id.as_str()).await?;
    }
    Ok(())
}

/// Whoever was just admitted, of every sitting to come, of their own school and of those that are open to it.
pub(crate) async fn announce_to(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    person: &PersonId,
) -> store::Result<()> {
    let mut sittings = store::sittings::of_school(tx, school).await?;
    sittings.extend(store::sittings::opened_to(tx, school).await?);
    for sitting in sittings {
        if sitting.state == SittingState::Planned && sitting.begins > context.now {
            promise(context, tx, person, Letter::SittingPlanned, sitting.id.as_str()).await?;
        }
    }
    Ok(())
}

/// Everybody of the school who may sit a sitting that was called off, and everybody who has a place or a paper in it.
pub(super) async fn call_off(
    tx: &mut WriteTx,
    context: &Context<'_>,
    sitting: &Sitting,
    papers: &[Kept],
) -> store::Result<()> {
    let mut people = concerned(tx, context, sitting, &sitting.school).await?;
    people.extend(store::sittings::guests(tx, sitting).await?.into_iter().map(|guest| guest.person));
    people.extend(papers.iter().map(|paper| paper.attempt.person.clone()));
    for person in people {
        promise(context, tx, &person, Letter::SittingCalledOff, sitting.id.as_str()).await?;
    }
    Ok(())
}
