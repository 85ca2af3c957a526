//! Whoever may sit the theory is told of sittings: when one is planned, when they are admitted while one is, and when one
//! does not count.

use super::reading::may_sit;
use crate::Context;
use crate::letters::{Letter, promise};
use domain::calendar::{USUAL_OFFSET_MINUTES, local};
use domain::exams::{Sitting, SittingState};
use domain::{Day, PersonId, SchoolId};
use std::collections::BTreeSet;
use store::attempts::Kept;
use store::{Tx, WriteTx};

/// The day on which a sitting begins, on the clock of its school.
async fn day(tx: &mut Tx, sitting: &Sitting) -> store::Result<Day> {
    let school = store::schools::get(tx, &sitting.school).await?;
    let offset = school.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    Ok(local(sitting.begins, offset).date())
}

/// Whoever may sit it on its day.
async fn concerned(
    tx: &mut Tx,
    context: &Context<'_>,
    sitting: &Sitting,
) -> store::Result<BTreeSet<PersonId>> {
    let day = day(tx, sitting).await?;
    let courses = store::courses::candidates(tx, &sitting.school).await?.into_iter();
    let sits = courses.filter(|course| may_sit(course, day, context.now));
    Ok(sits.map(|course| course.candidate.person).collect())
}

/// Everybody who may sit a sitting that was just planned.
pub(super) async fn announce(
    tx: &mut WriteTx,
    context: &Context<'_>,
    sitting: &Sitting,
) -> store::Result<()> {
    for person in concerned(tx, context, sitting).await? {
        promise(context, tx, &person, Letter::SittingPlanned, sitting.id.as_str()).await?;
    }
    Ok(())
}

/// Whoever was just admitted, of every sitting to come.
pub(crate) async fn announce_to(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    person: &PersonId,
) -> store::Result<()> {
    for sitting in store::sittings::of_school(tx, school).await? {
        if sitting.state == SittingState::Planned && sitting.begins > context.now {
            promise(context, tx, person, Letter::SittingPlanned, sitting.id.as_str()).await?;
        }
    }
    Ok(())
}

/// Everybody who may sit a sitting that was called off, and everybody who has a paper of it.
pub(super) async fn call_off(
    tx: &mut WriteTx,
    context: &Context<'_>,
    sitting: &Sitting,
    papers: &[Kept],
) -> store::Result<()> {
    let mut people = concerned(tx, context, sitting).await?;
    people.extend(papers.iter().map(|paper| paper.attempt.person.clone()));
    for person in people {
        promise(context, tx, &person, Letter::SittingCalledOff, sitting.id.as_str()).await?;
    }
    Ok(())
}
