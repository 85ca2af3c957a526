//! Sealed rankings written before 7 October, so that after the deadline there is something to open: first
//! wishes, a second one, some who stand equal, and somebody for whom no place is left.

use super::season::{actor, context};
use actions::Ids;
use actions::choices::keep;
use domain::Day;
use domain::choices::{List, Order, Twice};
use domain::people::Role;
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// A list: whose, on which day, whom, place by place.
type Seed = (&'static str, Day, &'static [&'static [&'static str]]);

/// Айдар has agreed with Бекжан and writes none.
const NEWCOMERS: [Seed; 5] = [
    // After Айгүл two are equal to Дана.
    ("dana", date(2026, 10, 6), &[&["aigul"], &["irina", "karina"]]),
    ("zere", date(2026, 10, 5), &[&["irina"], &["aigul"]]),
    // Ирина has one place and takes Зере first: Алина may come to her second wish.
    ("alina", date(2026, 10, 5), &[&["irina"], &["aigul"]]),
    ("meiir", date(2026, 10, 6), &[&["rakhman"]]),
    // Жібек names others. To Айгүл, who has two places, Дана comes first; between Алина and Жұпар, who are equal to
    // her, the draw decides, and the other one is left over.
    ("zhupar", date(2026, 10, 6), &[&["zhibek"], &["aigul"]]),
];

const MENTORS: [Seed; 6] = [
    ("aigul", date(2026, 10, 5), &[&["dana"], &["alina", "zhupar"]]),
    ("irina", date(2026, 10, 4), &[&["zere"], &["alina", "dana"]]),
    ("zhibek", date(2026, 10, 5), &[&["meiir"]]),
    ("karina", date(2026, 10, 6), &[&["zere"], &["alina"]]),
    ("asiya", date(2026, 10, 6), &[&["dana"]]),
    ("rakhman", date(2026, 10, 6), &[&["meiir"]]),
];

/// Everybody writes their list.
pub(super) async fn write(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    for (who, on, list) in NEWCOMERS {
        let list = List::Mentors(order(list)?);
        write_one(db, ids, (who, Role::Newcomer), on, &list).await?;
    }
    for (who, on, list) in MENTORS {
        let list = List::Newcomers(order(list)?);
        write_one(db, ids, (who, Role::Mentor), on, &list).await?;
    }
    Ok(())
}

fn order<Id: PartialEq + From<&'static str>>(places: &[&[&'static str]]) -> Result<Order<Id>, String> {
    Order::of(places.iter().map(|place| place.iter().copied()))
        .map_err(|Twice| "somebody stands twice".to_owned())
}

async fn write_one(
    db: &Db,
    ids: &Ids,
    (who, role): (&str, Role),
    on: Day,
    list: &List,
) -> Result<(), Box<dyn Error>> {
    let author = actor(who, role);
    let kept = keep(&context(db, ids, &author, on, 19), &"programme".into(), list).await;
    kept.map_err(|error| format!("ranking of {who}: {error:?}").into())
}
