//! The letter of thanks to a mentor: what the journal holds, and the newcomer's word where its author lets it stand
//! there. Coordinator and head print it once the pair has closed.

use crate::consents::persons;
use crate::formsets::begun;
use crate::orders::{Unprintable, heading, named, party, version};
use crate::people::head_of;
use crate::reports::{Press, edition_named, shaped};
use crate::{Context, Failed};
use documents::thanks as printed;
use domain::PairId;
use domain::endings::State;
use domain::formsets::Kind;
use domain::meetings::State as Met;
use domain::permissions::{Action, may};
use domain::sides::Side;
use i18n::Lang;

/// Prints it, with the body of the edition that was in force on the last day of the pair: it stays the same paper, since the day
/// has passed and no edition comes in force before the day on which it is made.
pub async fn print(
    context: &Context<'_>,
    id: &PairId,
    lang: Lang,
    press: Press<'_>,
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
    let begun = begun(&mut tx, &pair.school, Kind::Closing, ending.last_day).await?;
    let edition = edition_named(&mut tx, begun.edition.as_ref()).await?;
    drop(tx);
    let of_newcomer = reviews.into_iter().find(|one| one.side == Side::Newcomer && one.words.in_letter);
    let number = (ending.number.to_string(), ending.last_day);
    let mut head_of_paper = heading(&school, &programme, &ending.code, number, press.address);
    head_of_paper.template_version = version(edition.as_ref());
    let letter = printed::Thanks {
        paper: head_of_paper,
        mentor: named(&party(&mentor)),
        novice: named(&party(&newcomer)),
        head: head.map(|head| named(&party(&head))),
        from: period.from,
        to: ending.last_day,
        meetings: meetings.iter().filter(|meeting| meeting.state == Met::Held).count(),
        words: of_newcomer.and_then(|review| review.words.thanks),
    };
    shaped(press, letter, edition, id.as_str(), (lang, context.now)).await
}
