//! What waits at home: the next step of an award for those who lead the school, and while appeals are filed the list for
//! whoever looks after pupils on it.

use crate::Context;
use crate::pupils::child;
use domain::Day;
use domain::awards::{Award, Duty, State};
use domain::duties::carers;
use domain::permissions::{Action, may};
use store::Tx;

/// Why somebody should look at an award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// The next step is theirs; until when, where there is a day.
    Step(Award, Duty, Option<Day>),
    /// Pupils of theirs are on the list; appeals are filed until a day.
    Check(Award, Day),
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
            let theirs = is_theirs(tx, context, &award).await?;
            waiting.extend(theirs.then(|| Waiting::Check(award, until)));
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

/// Does the actor look after somebody on the list?
async fn is_theirs(tx: &mut Tx, context: &Context<'_>, award: &Award) -> store::Result<bool> {
    let duties = store::duties::of_school(tx, &award.school).await?;
    let nominees = store::awards::nominees(tx, award).await?;
    let pupils = store::pupils::of_school(tx, &award.school).await?;
    let mut named = pupils.iter().filter(|pupil| nominees.iter().any(|one| one.pupil == pupil.id));
    Ok(named.any(|pupil| {
        let carers = carers(&duties, &pupil.class_key, context.today);
        may(context.actor, &Action::KeepVolunteer(child(pupil, &carers))).is_ok()
    }))
}
