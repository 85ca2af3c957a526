//! Figures of a district: aggregates alone, small ones hidden (rules §17).

use crate::{Failed, Never};
use domain::people::Actor;
use domain::permissions::{Action, may};
use domain::settings::LEAST_CELL;
use domain::{Day, DistrictId};
use measure::gates::{Cell, cell, parts_of};
use store::Tx;

/// What the department of a district may know of its schools: no school by name, no person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Schools; not a secret.
    pub schools: u32,
    /// Schools with a programme.
    pub with_programme: u32,
    /// The smallest group that is shown: what the most careful school has set.
    pub least: u32,
    /// Newcomers; here and below `None` where the group is too small to be shown.
    pub newcomers: Option<u32>,
    /// Approved mentors.
    pub mentors: Option<u32>,
    /// Pairs that both sides chose.
    pub chosen: Option<u32>,
    /// Pairs by appointment.
    pub appointed: Option<u32>,
}

/// The figures of the actor's own district.
pub async fn figures(
    tx: &mut Tx,
    actor: &Actor,
    district: &DistrictId,
    today: Day,
) -> Result<Figures, Failed<Never>> {
    may(actor, &Action::SeeDistrict(district))?;
    let counts = store::schools::counts_of_district(tx, district, today).await?;
    let least = least_cell(tx, district, today).await?;
    let (chosen, appointed) = parts_of(counts.newcomers, counts.chosen, counts.appointed, least);
    Ok(Figures {
        schools: counts.schools,
        with_programme: counts.with_programme,
        least,
        newcomers: shown(cell(counts.newcomers, least)),
        mentors: shown(cell(counts.mentors, least)),
        chosen: shown(chosen),
        appointed: shown(appointed),
    })
}

/// Sums of several schools hide as much as the most careful of them wishes.
async fn least_cell(tx: &mut Tx, district: &DistrictId, today: Day) -> store::Result<u32> {
    let mut least = LEAST_CELL;
    for school in store::schools::every(tx).await? {
        if school.district == *district
            && let Some(programme) = store::programmes::running(tx, &school.id, today).await?
        {
            least = least.max(programme.settings.min_cell);
        }
    }
    Ok(least.into())
}

const fn shown(cell: Cell) -> Option<u32> {
    match cell {
        Cell::Shown(count) => Some(count),
        Cell::Hidden => None,
    }
}
