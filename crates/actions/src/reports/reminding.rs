//! The ladder of reminders: a week before the last day, the day before, on it, the day after, then weekly; to whoever
//! must act now, never after it is done, and only of forms that the school uses (feat:F6; neg:N10).

use super::expecting::{Expected, expected};
use super::signing::people;
use crate::letters::{Letter, promise_once};
use crate::{Context, Failed, Never};
use domain::ladder::rung;
use domain::people::Role;
use domain::programmes::Programme;
use domain::{Day, PersonId};
use store::Tx;

/// Who must act so that an expected report is done; nobody where it is.
pub(crate) async fn whose_turn(
    tx: &mut Tx,
    programme: &Programme,
    expected: &Expected,
    today: Day,
) -> store::Result<Vec<PersonId>> {
    match (&expected.report, &expected.author) {
        (None, Some(author)) => Ok(vec![author.clone()]),
        (None, None) => store::people::with_role(tx, &programme.school, Role::Coordinator, today).await,
        (Some((report, _)), _) if report.is_written() => Ok(vec![report.author.clone()]),
        (Some((report, signatures)), _) => match report.next(signatures) {
            Some((_, signer)) => people(tx, report, signer, today).await,
            None => Ok(Vec::new()),
        },
    }
}

/// What a reminder is about: which report, and which step of the ladder; the same words are never promised twice.
fn about(programme: &Programme, expected: &Expected, rung: i32) -> String {
    let of = expected.pair.as_ref().map_or(programme.id.as_str(), |pair| pair.as_str());
    format!("{}:{}:{of}:{rung}", expected.kind.word(), expected.term.word())
}

/// The schedule promises the reminders of today; gives how many people are reminded.
pub async fn remind(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => async {
        let Some(school) = &context.actor.school else { return Ok(0) };
        let Some(programme) = crate::programmes::reminding(&mut tx, school, context.today).await? else {
            return Ok(0);
        };
        let mut count = 0;
        for one in expected(&mut tx, &programme, context.today).await? {
            let Some(rung) = rung(one.due, context.today) else { continue };
            for person in whose_turn(&mut tx, &programme, &one, context.today).await? {
                let about = about(&programme, &one, rung.0);
                promise_once(&mut tx, &person, Letter::ReportDue, &about, context.now).await?;
                count += 1;
            }
        }
        Ok::<usize, Failed<Never>>(count)
    })
}
