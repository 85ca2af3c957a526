//! The ladder of reminders for ideas that wait for an answer: to whoever is named, and where nobody is any more, to the
//! coordinators; never to somebody who works here no longer (feat:H2; neg:N10).

use super::reading::{days, named};
use crate::letters::{Letter, promise_once};
use crate::{Context, Failed, Never, deputies, people};
use domain::ideas::Idea;
use domain::ladder::rung;
use domain::{Day, PersonId, SchoolId};
use store::{Tx, WriteTx};

/// Who is to answer an idea today.
async fn answering(tx: &mut Tx, school: &SchoolId, idea: &Idea, today: Day) -> store::Result<Vec<PersonId>> {
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
    let days = days(tx, school, context.today).await?;
    let mut count = 0;
    for idea in store::ideas::of_school(tx, school).await? {
        let due = idea.due_on(days).filter(|_| idea.is_shown(context.today));
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
