//! Who looked at a pupil, school year by school year, as long as the notes are kept: what is answered to a parent who asks
//! (feat:M6; docs/decisions/0074).

use super::{child, found};
use crate::{Context, Failed, Never};
use domain::duties::year_end;
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::pupils::consents::KEPT_YEARS;
use domain::{Day, PersonId, PupilId};
use jiff::ToSpan;
use store::Tx;

pub use store::pupils::reads::What;

/// Who looked in a school year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readers {
    /// The pupil.
    pub pupil: Pupil,
    /// The calendar year in which the school year began.
    pub year: i16,
    /// The school years of which there can be notes, newest first.
    pub years: Vec<i16>,
    /// Day, what was opened, by whom; newest first.
    pub reads: Vec<(Day, What, PersonId)>,
}

/// Most lines of who looked, beside what they looked at.
const MOST_READS: usize = 50;

/// The first day of the present school year.
fn began(context: &Context<'_>) -> Day {
    year_end(context.today).saturating_sub(1.year())
}

/// The latest of the present school year who opened one thing, newest first.
pub(super) async fn latest(
    tx: &mut Tx,
    context: &Context<'_>,
    what: What,
    pupil: &Pupil,
) -> store::Result<Vec<(Day, PersonId)>> {
    let year = (began(context), year_end(context.today));
    let mut reads = store::pupils::reads::between(tx, what, pupil, year).await?;
    reads.truncate(MOST_READS);
    Ok(reads)
}

/// Who looked, in the school year that began in a year, or in the present one; for whoever answers for it.
pub async fn readers(
    context: &Context<'_>,
    id: &PupilId,
    year: Option<i16>,
) -> Result<Readers, Failed<Never>> {
    let mut tx = context.db.read().await?;
    load(&mut tx, context, id, year).await
}

async fn load(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &PupilId,
    year: Option<i16>,
) -> Result<Readers, Failed<Never>> {
    let (pupil, carers) = found(tx, context, id).await?;
    may(context.actor, &Action::SeeReads(child(&pupil, &carers)))?;
    let first = |back: i64| began(context).saturating_sub(back.years());
    let all: Vec<Day> = (0..=KEPT_YEARS).map(first).collect();
    let asked = all.iter().find(|from| year.is_none_or(|year| from.year() == year));
    let from = *asked.ok_or(Failed::NotFound)?;
    let mut reads = Vec::new();
    for what in What::ALL {
        let of_what = store::pupils::reads::between(tx, what, &pupil, (from, year_end(from))).await?;
        reads.extend(of_what.into_iter().map(|(day, reader)| (day, what, reader)));
    }
    // Of one day they stay in the order of what was opened.
    reads.sort_by_key(|(day, ..)| std::cmp::Reverse(*day));
    Ok(Readers { pupil, year: from.year(), years: all.iter().map(|day| day.year()).collect(), reads })
}
