//! The journal of the mentor course: sessions of the school year that took place, how long each was, who was there
//! (doc:A16). Nothing of cases, and nothing of how far anybody is.

use super::{Heading, Rows, Scene};
use crate::letters::school_name;
use crate::lists::Cell;
use documents::tables::Kind as CellKind;
use domain::courses::{Booking, Phase};
use domain::{PersonId, SchoolId};
use std::collections::BTreeMap;
use store::Tx;

pub(super) const TITLE: &str = "handouts-courses";
pub(super) const HEADINGS: &[Heading] = &[
    ("handouts-column-day", 12, CellKind::Day),
    ("courses-column-stage", 12, CellKind::Text),
    ("courses-training-title", 22, CellKind::Text),
    ("courses-training-leader", 18, CellKind::Text),
    ("handouts-column-minutes", 10, CellKind::Number),
    ("courses-mark-title", 26, CellKind::Text),
];

/// What stands above the table.
pub(super) fn about(scene: &Scene<'_>) -> Vec<String> {
    vec![scene.say("handouts-courses-about")]
}

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let school = &scene.programme.school;
    let mut held = store::courses::trainings(tx, school).await?;
    held.retain(|one| one.phase == Phase::Held && one.about.day >= scene.programme.phases.starts_on);
    let mut bookings = store::courses::bookings_of_school(tx, school).await?;
    bookings.retain(|one| one.present == Some(true));
    let people = store::people::of_school(tx, school).await?;
    let here: BTreeMap<PersonId, String> =
        people.into_iter().map(|person| (person.id, person.name.full())).collect();
    let guests = guests(tx, scene, school, &bookings).await?;
    let name =
        |person: &PersonId| here.get(person).or_else(|| guests.get(person)).cloned().unwrap_or_default();
    let row = |one: &domain::courses::Training| {
        let of = bookings.iter().filter(|booking| booking.training == one.id);
        let mut came: Vec<String> = of.map(|booking| name(&booking.person)).collect();
        i18n::sort_by_name(scene.lang, &mut came, |name| name);
        vec![
            Cell::Day(one.about.day),
            Cell::words(scene.say(&format!("courses-training-stage-{}", one.about.stage.word()))),
            Cell::words(one.about.title.as_str()),
            Cell::words(name(&one.about.leader)),
            Cell::Number(one.about.minutes()),
            Cell::Lines(came),
        ]
    };
    Ok(held.iter().map(row).collect())
}

/// Names of those who came from other schools, with their school.
async fn guests(
    tx: &mut Tx,
    scene: &Scene<'_>,
    school: &SchoolId,
    bookings: &[Booking],
) -> store::Result<BTreeMap<PersonId, String>> {
    let mut guests = BTreeMap::new();
    for booking in bookings.iter().filter(|one| one.home != *school) {
        let Some(person) = store::people::get(tx, &booking.person).await? else { continue };
        let home = store::schools::get(tx, &booking.home).await?;
        let name = format!("{} ({})", person.name.full(), school_name(scene.lang, home.as_ref()));
        guests.insert(booking.person.clone(), name);
    }
    Ok(guests)
}
