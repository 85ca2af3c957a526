//! A day of young specialists in September that was held, with what they said there; and a camp in the autumn break: its workshops
//! stand in the grid, and four have put them in their own order.

use super::season::{actor, context};
use actions::Ids;
use actions::camps::{
    Planned, Step, add_slot, add_workshop, answer, edition, join, mark, plan, share, step, vote, write,
};
use domain::camps::{Kind, Slot, Workshop};
use domain::ideas::Draft;
use domain::people::Role;
use domain::{CampId, Day, PersonId};
use jiff::ToSpan;
use jiff::civil::{date, time};
use std::collections::BTreeSet;
use std::error::Error;
use store::Db;

/// The day that was held.
const HELD: Day = date(2026, 9, 26);
const DAYS: [Day; 2] = [date(2026, 10, 28), date(2026, 10, 29)];

/// A workshop: its name, who leads it, where, seats.
type Line = (&'static str, &'static str, &'static str, u16);

/// The workshops of the day that was held.
const OF_HELD: &[Line] = &[
    ("Алғашқы ата-аналар жиналысы", "Қалиева Жібек", "12-бөлме", 2),
    ("Первая четверть", "Котова Полина", "14-бөлме", 4),
];

/// The workshops of each day of the camp.
const WORKSHOPS: [&[Line]; 2] = [
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

/// Who came to the day that was held, which workshops they had wished, and what helped them.
const CAME: [(&str, &[u32], &str); 5] = [
    ("dana", &[0, 1], "Әріптестермен таныстым, енді кімнен сұрарымды білемін"),
    ("aidar", &[0], "Жиналыстың жоспары дайын болды"),
    ("zere", &[0, 1], ""),
    ("zhupar", &[1], "Понятно, что успеть до каникул"),
    ("alina", &[1, 0], "Разговор без спешки"),
];

/// What was put to it: who by, in a line, in words, without a name.
const IDEAS: [(&str, &str, &str, bool); 2] = [
    (
        "aidar",
        "Ортақ сынақ тапсырмалары",
        "Бақылау жұмыстарын бір қалтаға жинап, бір-бірімізден алайық.",
        false,
    ),
    (
        "alina",
        "Один тихий вечер",
        "Раз в месяц не назначать совещаний: проверить тетради и уйти домой.",
        true,
    ),
];

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    hold(db, ids).await?;
    let october = Planned {
        kind: Kind::Camp,
        title: "Қазандағы лагерь".to_owned(),
        place: "«Бастау» демалыс орны".to_owned(),
        first: DAYS[0],
        last: DAYS[1],
        packing: "Дәптер\nЖылы киім\nБір сәтті сабақтың әңгімесі".to_owned(),
    };
    let camp = prepare(db, ids, &october, &WORKSHOPS, date(2026, 10, 5)).await?;
    for (person, wishes) in ORDERS {
        let newcomer = actor(person, Role::Newcomer);
        let joining = context(db, ids, &newcomer, date(2026, 10, 6), 19);
        let joined = join(&joining, &camp, &wishes.map(<[u32]>::to_vec)).await;
        joined.map_err(|error| format!("{person} signs up for the camp: {error:?}"))?;
    }
    Ok(())
}

/// The day in September, from its grid to what people say of it.
async fn hold(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let planned = Planned {
        kind: Kind::Camp,
        title: "Танысу күні".to_owned(),
        place: "№ 47 мектеп".to_owned(),
        first: HELD,
        last: HELD,
        packing: String::new(),
    };
    let camp = prepare(db, ids, &planned, &[OF_HELD], date(2026, 9, 18)).await?;
    for (person, wishes, _) in CAME {
        let newcomer = actor(person, Role::Newcomer);
        let joining = context(db, ids, &newcomer, date(2026, 9, 21), 19);
        join(&joining, &camp, &[wishes.to_vec()])
            .await
            .map_err(|error| format!("{person} comes: {error:?}"))?;
    }
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let giving = context(db, ids, &coordinator, date(2026, 9, 24), 12);
    step(&giving, &camp, Step::Assign).await.map_err(|error| format!("workshops: {error:?}"))?;
    voice(db, ids, &camp).await?;
    let closing = context(db, ids, &coordinator, HELD, 18);
    let present: BTreeSet<PersonId> = CAME.iter().map(|(person, ..)| (*person).into()).collect();
    mark(&closing, &camp, HELD, (&BTreeSet::new(), &present)).await.map_err(|error| format!("{error:?}"))?;
    let words = "Келесі кездесуді лагерьде өткіземіз.";
    write(&closing, &camp, (&edition(""), words)).await.map_err(|error| format!("words: {error:?}"))?;
    step(&closing, &camp, Step::Close).await.map_err(|error| format!("the day is over: {error:?}"))?;
    Ok(())
}

/// What was said on the day: ideas, a vote, and what helped.
async fn voice(db: &Db, ids: &Ids, camp: &CampId) -> Result<(), Box<dyn Error>> {
    for (person, title, words, unnamed) in IDEAS {
        let newcomer = actor(person, Role::Newcomer);
        let draft = Draft { title: title.to_owned(), words: words.to_owned(), unnamed };
        let shared = share(&context(db, ids, &newcomer, HELD, 15), camp, &draft).await;
        shared.map_err(|error| format!("{person} shares: {error:?}"))?;
    }
    let seen = {
        let mut tx = db.read().await?;
        let camp = store::camps::get(&mut tx, camp).await?.ok_or("no camp")?;
        store::camps::voices::ideas(&mut tx, &camp).await?
    };
    let named = seen.iter().find(|idea| !idea.unnamed).ok_or("no idea has a name")?;
    for (person, _, helped) in CAME {
        let newcomer = actor(person, Role::Newcomer);
        let saying = context(db, ids, &newcomer, HELD, 16);
        vote(&saying, camp, (&named.id, true)).await.map_err(|error| format!("{person} votes: {error:?}"))?;
        let said = answer(&saying, camp, (helped, "Уақыты көбірек болса")).await;
        said.map_err(|error| format!("{person} answers: {error:?}"))?;
    }
    Ok(())
}

/// Plans one with its workshops day by day on a day, and opens it for the district.
async fn prepare(
    db: &Db,
    ids: &Ids,
    planned: &Planned,
    workshops: &[&[Line]],
    on: Day,
) -> Result<CampId, Box<dyn Error>> {
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let planning = context(db, ids, &coordinator, on, 12);
    let camp = plan(&planning, planned).await.map_err(|error| format!("a camp: {error:?}"))?;
    let from = time(10, 0, 0, 0);
    for (day, workshops) in planned.first.series(1.day()).zip(workshops) {
        let title = "Шеберханалар".to_owned();
        let slot =
            Slot { day, from, until: time(11, 30, 0, 0), title, place: String::new(), workshops: Vec::new() };
        add_slot(&planning, &camp, &slot).await.map_err(|error| format!("{day}: {error:?}"))?;
        for &(title, leader, place, seats) in *workshops {
            let workshop =
                Workshop { title: title.into(), leader: leader.into(), place: place.into(), seats };
            let added = add_workshop(&planning, &camp, (day, from), &workshop).await;
            added.map_err(|error| format!("{title}: {error:?}"))?;
        }
    }
    step(&planning, &camp, Step::Open).await.map_err(|error| format!("the camp opens: {error:?}"))?;
    Ok(camp)
}
