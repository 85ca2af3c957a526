//! Who works at the school today.

use super::{Heading, Rows, Scene};
use crate::lists::Cell;
use crate::orders::on_paper;
use documents::tables::Kind as CellKind;
use domain::terms::both;
use store::Tx;

pub(super) const TITLE: &str = "handouts-people";
pub(super) const HEADINGS: &[Heading] = &[
    ("registers-column-name", 26, CellKind::Text),
    ("registers-column-work", 28, CellKind::Text),
    ("registers-column-category", 18, CellKind::Text),
    ("accounts-roles", 22, CellKind::Text),
];

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let (school, today) = (&scene.programme.school, scene.context.today);
    let mut roles = store::people::roles_of_school(tx, school).await?;
    let people = store::people::of_school(tx, school).await?.into_iter();
    let term = |text: &String| on_paper(&both(text)).pick(scene.lang).to_owned();
    let rows = people.filter(|person| person.works_on(today)).map(|person| {
        let held = roles.remove(&person.id).unwrap_or_default().into_iter();
        let held = held.filter(|held| held.period.holds(today));
        let full = person.name.full();
        let row = vec![
            Cell::words(full.as_str()),
            Cell::Lines([&person.position, &person.subject].into_iter().flatten().map(term).collect()),
            Cell::words(scene.say(&format!("rosters-category-{}", person.category.word()))),
            Cell::Lines(held.map(|held| scene.say(&format!("accounts-role-{}", held.role.word()))).collect()),
        ];
        (full, row)
    });
    Ok(scene.by_name(rows.collect()))
}
