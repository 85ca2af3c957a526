//! The ladder of reminders for ideas that wait for a word: to whoever is named, and where nobody is any more, to the
//! coordinators; never to somebody who works here no longer (feat:H2; neg:N10). Whoever took a step on is reminded once.

use super::reading::{Promised, is_worked_on, named};
use crate::letters::{Letter, promise_once};
use crate::{Context, Failed, Never, deputies, people};
use domain::ideas::{Idea, Step};
use domain::ladder::rung;
use domain::{Day, PersonId, SchoolId};
use jiff::ToSpan;
use store::{Tx, WriteTx};

/// Days past the one before its day for which a reminder of a step that could not be written is still made up for.
const GRACE_DAYS: i32 = 2;

/// Who is to answer an idea today.
pub(super) async fn answering(
    tx: &mut Tx,
    school: &SchoolId,
    idea: &Idea,
    today: Day,
) -> store::Result<Vec<PersonId>> {
    if let Some(person) = named(tx, idea, today).await? {
        return Ok(vec![person]);
    }
    let mut asked = deputies::coordinators(tx, school, today).await?;
    let working = people::working(tx, school, today).await?;
    asked.retain(|person| working.contains(person));
    Ok(asked)
}

/// The schedule promises the reminders of today; gives how many people are reminded.
pub async fn remind(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => remind_in(&mut tx, context))
}

async fn remind_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<usize, Failed<Never>> {
    let Some(school) = &context.actor.school else { return Ok(0) };
    let promised = Promised::load(tx, school, context.today).await?;
    let ideas = store::ideas::of_school(tx, school).await?;
    let mut count = remind_steps(tx, context, &ideas, &promised.steps).await?;
    for idea in ideas {
        let due = promised.due(&idea);
        let Some((due, rung)) = due.and_then(|due| rung(due, context.today).map(|rung| (due, rung))) else {
            continue;
        };
        let about = format!("{} {}", idea.id, rung.day(due));
        for person in answering(tx, school, &idea, context.today).await? {
            promise_once(tx, &person, Letter::IdeaDue, &about, context.now).await?;
            count += 1;
        }
    }
    Ok(count)
}

/// Reminds those who took a step on once, the day before its day.
async fn remind_steps(
    tx: &mut WriteTx,
    context: &Context<'_>,
    ideas: &[Idea],
    steps: &[Step],
) -> store::Result<usize> {
    let near = |step: &&Step| step.done_on.is_none() && is_near(step.by, context.today);
    let near: Vec<&Step> =
        steps.iter().filter(near).filter(|step| is_worked_on(step, ideas, context.today)).collect();
    let Some(first) = near.first() else { return Ok(0) };
    let working = people::working(tx, &first.school, context.today).await?;
    let mut count = 0;
    for step in near.into_iter().filter(|step| working.contains(&step.owner)) {
        let about = format!("{} {} {}", step.idea, step.id, step.by);
        promise_once(tx, &step.owner, Letter::IdeaStep, &about, context.now).await?;
        count += 1;
    }
    Ok(count)
}

/// Is the day of a step tomorrow, or was its reminder missed because nothing ran?
fn is_near(by: Day, today: Day) -> bool {
    let from = by.saturating_sub(1.day());
    (from..=from.saturating_add(GRACE_DAYS.days())).contains(&today)
}
