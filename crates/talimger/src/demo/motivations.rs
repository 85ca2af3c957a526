//! What draws people to this work, at the start of the programme: some have answered, Dana and Aigül have not looked yet.

use super::season::{actor, context};
use actions::Ids;
use actions::motivations::answer;
use domain::motivations::Motive;
use domain::people::Role;
use domain::surveys::Mark;
use jiff::civil::date;
use std::collections::BTreeMap;
use std::error::Error;
use store::Db;

/// Who marks the seven motives how, in the order of the form.
const ANSWERS: [(&str, Role, [u8; 7]); 6] = [
    ("aidar", Role::Newcomer, [3, 2, 1, 2, 3, 5, 5]),
    ("zere", Role::Newcomer, [4, 3, 3, 3, 3, 4, 4]),
    ("alina", Role::Newcomer, [4, 4, 2, 2, 4, 4, 4]),
    ("meiir", Role::Newcomer, [4, 3, 4, 5, 3, 2, 3]),
    ("irina", Role::Mentor, [3, 2, 2, 2, 3, 5, 4]),
    ("karina", Role::Mentor, [3, 3, 1, 1, 4, 5, 5]),
];

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let programme = {
        let mut tx = db.read().await?;
        store::programmes::get(&mut tx, &"school-47".into(), &"programme".into()).await?
    };
    let programme = programme.ok_or("no programme")?;
    for (who, role, numbers) in ANSWERS {
        let acting = actor(who, role);
        let marks = Motive::ALL.into_iter().zip(numbers);
        let marks: BTreeMap<Motive, Mark> =
            marks.filter_map(|(motive, number)| Some((motive, Mark::new(number)?))).collect();
        let kept = answer(&context(db, ids, &acting, date(2026, 10, 6), 19), &programme, &marks, "kk").await;
        kept.map_err(|error| format!("what draws {who}: {error:?}"))?;
    }
    Ok(())
}
