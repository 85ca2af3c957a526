//! Who has worked with whom: names and days alone, never what it was about, never an impression (feat:C4).

use super::{Heading, Rows, Scene};
use crate::lists::Cell;
use crate::rotations::there;
use documents::tables::Kind as CellKind;
use domain::contacts::met;
use i18n::t;
use store::Tx;

pub(super) const TITLE: &str = "contacts-title";
pub(super) const HEADINGS: &[Heading] = &[
    ("orders-newcomer", 24, CellKind::Text),
    ("handouts-column-met", 10, CellKind::Text),
    ("handouts-column-worked-with", 34, CellKind::Text),
    ("handouts-column-not-yet", 34, CellKind::Text),
];

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let programme = &scene.programme;
    let contacts = store::contacts::of_programme(tx, &programme.school, &programme.id).await?;
    let (newcomers, mentors) = there(tx, programme, scene.context.today).await?;
    let mut present: Vec<_> = scene.mentors.iter().filter(|one| mentors.contains_key(&one.id)).collect();
    i18n::sort_by_name(scene.lang, &mut present, |one| &one.name.family);
    let rows = scene.newcomers.iter().filter(|one| newcomers.contains_key(&one.id)).map(|newcomer| {
        let (mut with, mut not_yet) = (Vec::new(), Vec::new());
        for mentor in &present {
            let of_two = contacts.iter().filter(|one| one.newcomer == newcomer.id && one.mentor == mentor.id);
            match met(of_two) {
                Some(met) => {
                    let day = i18n::day_short(scene.lang, met.last);
                    let args = [("name", mentor.name.brief().into()), ("day", day.into())];
                    with.push(t(scene.lang, "handouts-worked-with", &args));
                }
                None => not_yet.push(mentor.name.brief()),
            }
        }
        let args = [("met", with.len().into()), ("all", present.len().into())];
        let total = t(scene.lang, "contacts-matrix-total", &args);
        let full = newcomer.name.full();
        let row =
            vec![Cell::words(full.as_str()), Cell::words(total), Cell::Lines(with), Cell::Lines(not_yet)];
        (full, row)
    });
    Ok(scene.by_name(rows.collect()))
}
