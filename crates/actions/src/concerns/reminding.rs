//! The ladder of reminders for the clock of a case, to whoever must act now; never to whoever it is about, never about what is
//! done (rules §16; neg:N10, N20). Of several steps of one day one letter tells.

use super::leaders_of;
use crate::letters::{Letter, promise_once};
use crate::{Context, Failed, Never};
use domain::concerns::{Concern, Leaders, Step};
use domain::ladder::rung;
use domain::{ConcernId, Day};
use store::Tx;

/// What a reminder is about: the case and the day of the ladder; the same words are never promised twice.
fn about(id: &ConcernId, day: Day) -> String {
    format!("{id}:{day}")
}

/// Reads which case a reminder is about.
pub(crate) fn read_about(about: &str) -> Option<ConcernId> {
    about.rsplit_once(':').map(|(id, _)| id.into())
}

/// What of the clock of a case is open, with its last day, the nearest first.
pub(crate) async fn open_steps(
    tx: &mut Tx,
    concern: &Concern,
    all: &Leaders,
) -> store::Result<Vec<(Step, Day)>> {
    let entries = store::concerns::entries(tx, concern).await?;
    let calendar = crate::programmes::calendar(tx, &concern.school).await?;
    Ok(concern.open_steps(&entries, &calendar, all))
}

/// The schedule promises the reminders of today; gives how many people are reminded.
pub async fn remind(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => async {
        let Some(school) = &context.actor.school else { return Ok(0) };
        let all = leaders_of(&mut tx, school, context.today).await?;
        let mut count = 0;
        let concerns = store::concerns::of_school(&mut tx, school).await?;
        for concern in concerns.into_iter().filter(Concern::is_open) {
            let open = open_steps(&mut tx, &concern, &all).await?;
            let days = open.iter().filter_map(|(_, due)| rung(*due, context.today).map(|rung| rung.day(*due)));
            let Some(day) = days.max() else { continue };
            for person in concern.acting(&all) {
                let about = about(&concern.id, day);
                promise_once(&mut tx, &person, Letter::ConcernDue, &about, context.now).await?;
                count += 1;
            }
        }
        Ok::<usize, Failed<Never>>(count)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_promised_is_read_again() {
        let id = ConcernId::from("concern");
        assert_eq!(read_about(&about(&id, date(2026, 10, 2))), Some(id));
        assert_eq!(read_about("concern"), None);
    }
}
