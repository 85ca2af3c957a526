//! The letter of thanks to a mentor: what the journal holds, and the newcomer's word where its author lets it stand
//! there. Coordinator and head print it once the pair has closed.

use crate::consents::persons;
use crate::orders::{Unprintable, heading, laid_out, named, party};
use crate::people::head_of;
use crate::{Context, Failed};
use documents::thanks as printed;
use domain::PairId;
use domain::endings::State;
use domain::meetings::State as Met;
use domain::permissions::{Action, may};
use domain::sides::Side;
use i18n::Lang;

/// Prints it. `address` is where people reach the system.
pub async fn print(
    context: &Context<'_>,
    id: &PairId,
    lang: Lang,
    address: &str,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let pair = store::pairs::get(&mut tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::PrintThanks(&pair.school))?;
    let ending = store::endings::of_pair(&mut tx, &pair.school, id).await?;
    let ending = ending.filter(|ending| ending.state == State::Closed).ok_or(Failed::NotFound)?;
    let period = pair.assignment().map(|assignment| assignment.period).ok_or(Failed::NotFound)?;
    let (newcomer, mentor) = persons(&mut tx, &pair).await?.ok_or(Failed::NotFound)?;
    let newcomer = store::people::get(&mut tx, &newcomer).await?.ok_or(Failed::NotFound)?;
    let mentor = store::people::get(&mut tx, &mentor).await?.ok_or(Failed::NotFound)?;
    let school = store::schools::get(&mut tx, &pair.school).await?.ok_or(Failed::NotFound)?;
    let programme =
        store::programmes::get(&mut tx, &pair.school, &pair.programme).await?.ok_or(Failed::NotFound)?;
    let head = head_of(&mut tx, &pair.school, context.today).await?;
    let meetings = store::meetings::of_pair(&mut tx, &pair.school, id).await?;
    let reviews = store::endings::reviews(&mut tx, &pair.school, id).await?;
    drop(tx);
    let of_newcomer = reviews.into_iter().find(|one| one.side == Side::Newcomer && one.words.in_letter);
    let letter = printed::Thanks {
        paper: heading(
            &school,
            &programme,
            &ending.code,
            (ending.number.to_string(), ending.last_day),
            address,
        ),
        mentor: named(&party(&mentor)),
        novice: named(&party(&newcomer)),
        head: head.map(|head| named(&party(&head))),
        from: period.from,
        to: ending.last_day,
        meetings: meetings.iter().filter(|meeting| meeting.state == Met::Held).count(),
        words: of_newcomer.and_then(|review| review.words.thanks),
    };
    let made_at = context.now;
    laid_out(move || printed::pdf(&letter, lang, made_at)).await
}
