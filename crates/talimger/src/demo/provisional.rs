//! The law's mentor for everybody who is new, named in August by the coordinator, signed for by the head
//! (within five working days of hiring), so that the selection may take its time.

use super::people::{LATE, add_late};
use super::season::{actor, context};
use actions::Ids;
use actions::newcomers::{enrol, name_provisional};
use actions::orders::{prepare, sign};
use domain::Day;
use domain::people::Role;
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// An order: its number and day, and who is named for whom.
type Seed = (&'static str, Day, &'static [(&'static str, &'static str)]);

/// Those hired on 1 September need a second one.
const ORDERS: [Seed; 2] = [
    (
        "31-к",
        date(2026, 8, 28),
        &[("dana", "irina"), ("aidar", "rakhman"), ("zere", "karina"), ("alina", "asiya")],
    ),
    ("38-к", date(2026, 9, 4), &[("meiir", "irina"), ("zhupar", "aigul")]),
];

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let (coordinator, head) = (actor("gulnafisa", Role::Coordinator), actor("serik", Role::Head));
    for (number, on, names) in ORDERS {
        let naming = context(db, ids, &coordinator, on, 11);
        for (newcomer, mentor) in names {
            name_provisional(&naming, &(*newcomer).into(), &(*mentor).into())
                .await
                .map_err(|why| format!("{newcomer}, {mentor}: {why:?}"))?;
        }
        let drafts =
            prepare(&naming, &"school-47".into()).await.map_err(|why| format!("{number}: {why:?}"))?;
        for draft in drafts {
            let signing = context(db, ids, &head, on, 16);
            sign(&signing, &draft, number, on).await.map_err(|why| format!("{number}: {why:?}"))?;
        }
    }
    Ok(())
}

/// Whoever came this week has a mentor named, and the draft of the order waits in the head's folder.
pub(super) async fn late(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    add_late(db).await?;
    let (newcomer, hired_on) = LATE;
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let naming = context(db, ids, &coordinator, hired_on, 14);
    let enrolled = enrol(&naming, &"programme".into(), &[newcomer.into()]).await;
    enrolled.map_err(|why| format!("{newcomer}: {why:?}"))?;
    let found = {
        let mut tx = db.read().await?;
        store::newcomers::of_programme(&mut tx, &"school-47".into(), &"programme".into()).await?
    };
    let found = found.into_iter().find(|one| one.person.as_str() == newcomer).ok_or("not enrolled")?;
    let named = name_provisional(&naming, &found.id, &"rakhman".into()).await;
    named.map_err(|why| format!("{newcomer}: {why:?}"))?;
    let drafts = prepare(&naming, &"school-47".into()).await;
    drafts.map_err(|why| format!("the order of {newcomer}: {why:?}"))?;
    Ok(())
}
