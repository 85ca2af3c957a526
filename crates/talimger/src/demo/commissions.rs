//! The practice of the exam: Асия has passed the theory and is before a commission today; two sheets are sealed, the third
//! one is still open.

use super::season::{actor, context};
use actions::Ids;
use actions::commissions::{Named, admit, begin, name, save};
use domain::people::Role;
use domain::{Day, PersonId};
use jiff::civil::{date, time};
use std::error::Error;
use store::Db;

const NAMED: Day = date(2026, 10, 5);
const TODAY: Day = date(2026, 10, 7);
/// Who has sealed, with the marks in the order of the rubric.
const SHEETS: [(&str, [u8; 8]); 2] =
    [("aigul", [3, 3, 2, 2, 3, 2, 3, 3]), ("bekzhan", [3, 2, 2, 3, 2, 2, 3, 3])];

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let failed = |error: &dyn std::fmt::Debug| format!("the practice: {error:?}");
    let planning = context(db, ids, &coordinator, NAMED, 10);
    let named = Named {
        day: TODAY,
        from: time(9, 0, 0, 0),
        place: "Кітапхана".into(),
        members: ["aigul", "bekzhan", "gulnafisa"].map(PersonId::from).into(),
        places: 0,
    };
    let commission = name(&planning, &named).await.map_err(|error| failed(&error))?;
    let hearing = admit(&planning, &commission, &"asiya".into()).await.map_err(|error| failed(&error))?;
    begin(&context(db, ids, &coordinator, TODAY, 9), &hearing).await.map_err(|error| failed(&error))?;
    for (who, marks) in SHEETS {
        let examiner = actor(who, Role::Mentor);
        let marking = context(db, ids, &examiner, TODAY, 9);
        save(&marking, &hearing, &marks.map(Some), true).await.map_err(|error| failed(&error))?;
    }
    Ok(())
}
