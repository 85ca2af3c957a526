//! What a pupil who helps others takes along: the certificate of hours and the letter of thanks of the school year
//! (doc:B13), from what is confirmed. Neither needs an award, and neither says who was helped.

use super::of_year;
use crate::lists::school_of;
use crate::orders::{Unprintable, laid_out, named, party};
use crate::people::head_of;
use crate::pupils::{child, found};
use crate::{Context, Failed};
use documents::volunteering as printed;
use domain::PupilId;
use domain::duties::year_end;
use domain::permissions::{Action, may};
use domain::visibility::Data;
use i18n::Lang;
use jiff::ToSpan;
use store::WriteTx;
use store::pupils::reads::What;

pub use documents::volunteering::Kind as Paper;

/// Prints a paper of a pupil, for whoever looks after them. Where nothing is confirmed there is none. That the reader opened it
/// is noted, as on the pupil's own page.
pub async fn print(
    context: &Context<'_>,
    pupil: &PupilId,
    (paper, lang): (Paper, Lang),
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let paper = store::change!(context.db, tx => written(&mut tx, context, pupil, paper))?;
    let made_at = context.now;
    laid_out(move || printed::pdf(&paper, lang, made_at)).await
}

/// What it says.
async fn written(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pupil: &PupilId,
    kind: Paper,
) -> Result<printed::Volunteering, Failed<Unprintable>> {
    let (pupil, carers) = found(tx, context, pupil).await?;
    let child = child(&pupil, &carers);
    may(context.actor, &Action::SeePupil { child, data: Data::Volunteering })?;
    let confirmed = of_year(tx, &pupil, context.today).await?;
    let facts = confirmed.filter(|one| one.certified() > 0).ok_or(Failed::NotFound)?;
    let school = store::schools::get(tx, &pupil.school).await?.ok_or(Failed::NotFound)?;
    let head = head_of(tx, &pupil.school, context.today).await?;
    store::pupils::reads::add(tx, What::Page, &pupil, &context.actor.person, context.today).await?;
    let from = year_end(context.today).saturating_sub(1.year());
    Ok(printed::Volunteering {
        kind,
        name: pupil.name().full(),
        class: pupil.class.clone(),
        school: school_of(&school),
        school_year: from.year(),
        from,
        made: context.today,
        hours: facts.hours,
        weeks: facts.weeks,
        training: facts.training,
        head: head.map(|head| named(&party(&head))),
    })
}
