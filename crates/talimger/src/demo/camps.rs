//! A camp of young specialists in the autumn break: its workshops stand in the grid, and four have put them in their own order.

use super::season::{actor, context};
use actions::Ids;
use actions::camps::{Planned, Step, add_slot, add_workshop, join, plan, step};
use domain::camps::{Kind, Slot, Workshop};
use domain::people::Role;
use domain::{CampId, Day};
use jiff::civil::{date, time};
use std::error::Error;
use store::Db;

const DAYS: [Day; 2] = [date(2026, 10, 28), date(2026, 10, 29)];

/// The workshops of each day: name, who leads it, where, seats.
const WORKSHOPS: [&[(&str, &str, &str, u16)]; 2] = [
    &[
        ("Сабақ басындағы бес минут", "Нұрбаева Айгүл", "1-бөлме", 2),
        ("Разговор с родителями без обид", "Кузнецова Ирина", "2-бөлме", 2),
        ("Голос учителя", "Ананьева Карина", "Сахна", 6),
    ],
    &[
        ("Тәртіп емес, келісім", "Тұяқов Бекжан", "1-бөлме", 3),
        ("Тетрадь за десять минут", "Валиханова Асия", "2-бөлме", 6),
    ],
];

/// Who comes, with the workshops of each day as they rank them.
const ORDERS: [(&str, &[&[u32]; 2]); 4] = [
    ("aidar", &[&[0, 1], &[0]]),
    ("zere", &[&[0, 2], &[0, 1]]),
    ("zhupar", &[&[0, 1, 2], &[1]]),
    ("alina", &[&[1], &[0, 1]]),
];

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let camp = prepare(db, ids).await?;
    for (person, wishes) in ORDERS {
        let newcomer = actor(person, Role::Newcomer);
        let joining = context(db, ids, &newcomer, date(2026, 10, 6), 19);
        let joined = join(&joining, &camp, &wishes.map(<[u32]>::to_vec)).await;
        joined.map_err(|error| format!("{person} signs up for the camp: {error:?}"))?;
    }
    Ok(())
}

/// Plans it and opens it for the district.
async fn prepare(db: &Db, ids: &Ids) -> Result<CampId, Box<dyn Error>> {
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let planning = context(db, ids, &coordinator, date(2026, 10, 5), 12);
    let planned = Planned {
        kind: Kind::Camp,
        title: "Қазандағы лагерь".to_owned(),
        place: "«Бастау» демалыс орны".to_owned(),
        first: DAYS[0],
        last: DAYS[1],
        packing: "Дәптер\nЖылы киім\nБір сәтті сабақтың әңгімесі".to_owned(),
    };
    let camp = plan(&planning, &planned).await.map_err(|error| format!("a camp: {error:?}"))?;
    let from = time(10, 0, 0, 0);
    for (day, workshops) in DAYS.into_iter().zip(WORKSHOPS) {
        let title = "Шеберханалар".to_owned();
        let slot =
            Slot { day, from, until: time(11, 30, 0, 0), title, place: String::new(), workshops: Vec::new() };
        add_slot(&planning, &camp, &slot).await.map_err(|error| format!("{day}: {error:?}"))?;
        for &(title, leader, place, seats) in workshops {
            let workshop =
                Workshop { title: title.into(), leader: leader.into(), place: place.into(), seats };
            let added = add_workshop(&planning, &camp, (day, from), &workshop).await;
            added.map_err(|error| format!("{title}: {error:?}"))?;
        }
    }
    step(&planning, &camp, Step::Open).await.map_err(|error| format!("the camp opens: {error:?}"))?;
    Ok(camp)
}
