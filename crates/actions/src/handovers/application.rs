//! What somebody has asked in confidence as a paper of their own, to be signed and handed in (doc:A15). Its author alone
//! prints it, and the note to the coordinator is not in it.

use super::{own, seats};
use crate::orders::{Unprintable, assigned_by, laid_out, named, party};
use crate::people::head_of;
use crate::{Context, Failed};
use documents::applications::{Application, Wish, pdf};
use documents::{Both, Reference};
use domain::PairId;
use domain::sides::Side;
use i18n::Lang;

/// Prints it while it is open. `NotFound` for everybody who has not asked, so that nobody learns whether the other has.
pub async fn print(context: &Context<'_>, id: &PairId, lang: Lang) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let pair = store::pairs::get(&mut tx, id).await?.ok_or(Failed::NotFound)?;
    let handover = own(&mut tx, context, &pair).await?.ok_or(Failed::NotFound)?;
    let (author, other) = seats(&mut tx, &pair, handover.asked_by).await?.ok_or(Failed::NotFound)?;
    let author = store::people::get(&mut tx, &author).await?.ok_or(Failed::NotFound)?;
    let other = store::people::get(&mut tx, &other).await?.ok_or(Failed::NotFound)?;
    let signature = assigned_by(&mut tx, &pair).await?.ok_or(Failed::NotFound)?;
    let school = store::schools::get(&mut tx, &pair.school).await?.ok_or(Failed::NotFound)?;
    let head = head_of(&mut tx, &pair.school, context.today).await?;
    drop(tx);
    let application = Application {
        wish: match handover.asked_by {
            Side::Newcomer => Wish::Replace,
            Side::Mentor => Wish::End,
        },
        school: Both::new(&school.name_kk, &school.name_ru),
        head: head.map(|head| named(&party(&head))),
        author: named(&party(&author)),
        other: named(&party(&other)),
        order: Reference { number: signature.number, date: signature.on },
        date: context.today,
    };
    let made_at = context.now;
    laid_out(move || pdf(&application, lang, made_at)).await
}
