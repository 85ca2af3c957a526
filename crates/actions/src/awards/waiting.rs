//! What waits at home: the next step of an award for those who lead the school; for whoever looks after pupils, to name them
//! before the period ends, and the list while appeals are filed.

use crate::Context;
use crate::pupils::looks_after;
use domain::awards::{Award, Duty, State};
use domain::permissions::{Action, may};
use domain::volunteers::State as Volunteering;
use domain::{Day, PupilId, SchoolId};
use std::collections::BTreeSet;
use store::Tx;

/// Why somebody should look at an award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// The next step is theirs; until when, where there is a day.
    Step(Award, Duty, Option<Day>),
    /// Pupils of theirs are on the list; appeals are filed until a day.
    Check(Award, Day),
    /// Pupils of theirs help others and are not named; they are until a day.
    Name(Award, Day),
}

/// What waits for the actor; nothing for whoever neither leads nor looks after pupils.
pub async fn waiting(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Waiting>> {
    let Some(school) = context.actor.school.clone() else { return Ok(Vec::new()) };
    let leads = may(context.actor, &Action::KeepAwards(&school)).is_ok();
    if !leads && !crate::pupils::cares(tx, context).await? {
        return Ok(Vec::new());
    }
    let mut waiting = Vec::new();
    for award in store::awards::of_school(tx, &school).await? {
        if leads {
            waiting.extend(step(tx, context, award).await?);
        } else if let Some(until) = appeals_until(&award, context.today) {
            let listed = named(tx, &award).await?;
            let theirs = looks_after(tx, context, (&school, &listed)).await?;
            waiting.extend(theirs.then_some(Waiting::Check(award, until)));
        } else if let Some(until) = award.ends_on(context.today) {
            let helpers = helpers(tx, &school).await?;
            let missing = helpers.difference(&named(tx, &award).await?).cloned().collect();
            let theirs = looks_after(tx, context, (&school, &missing)).await?;
            waiting.extend(theirs.then_some(Waiting::Name(award, until)));
        }
    }
    Ok(waiting)
}

async fn step(tx: &mut Tx, context: &Context<'_>, award: Award) -> store::Result<Option<Waiting>> {
    let open = match award.state {
        State::Frozen(_) => {
            let appeals = store::awards::appeals(tx, &award).await?;
            appeals.iter().filter(|one| one.answer.is_none()).count()
        }
        _ => 0,
    };
    let duty = award.duty(context.today, open);
    Ok(duty.map(|(duty, until)| Waiting::Step(award, duty, until)))
}

/// The last day of appeals, as long as it has not passed.
fn appeals_until(award: &Award, today: Day) -> Option<Day> {
    award.may_appeal(today).ok()?;
    award.rule.last_appeal(award.state.frozen()?.on)
}

/// Who is on the list.
async fn named(tx: &mut Tx, award: &Award) -> store::Result<BTreeSet<PupilId>> {
    Ok(store::awards::nominees(tx, award).await?.into_iter().map(|one| one.pupil).collect())
}

/// Who helps others at a school.
async fn helpers(tx: &mut Tx, school: &SchoolId) -> store::Result<BTreeSet<PupilId>> {
    let mut all = store::volunteers::of_school(tx, school).await?;
    all.retain(|one| one.state != Volunteering::Stopped);
    Ok(all.into_iter().map(|one| one.pupil).collect())
}
