//! The law's mentor for everybody who is new, named in August by the coordinator, signed for by the head
//! (within five working days of hiring), so that the selection may take its time.

use super::season::{actor, context};
use actions::Ids;
use actions::newcomers::name_provisional;
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
