//! The short pulse: two fortnights of Dana and of some others; in the present one Dana has not looked yet.

use super::season::{actor, context};
use actions::Ids;
use actions::pulses::{Answer, answer};
use domain::Day;
use domain::people::Role;
use domain::pulses::Source;
use domain::surveys::Mark;
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// Days of three fortnights.
const DAYS: [Day; 3] = [date(2026, 9, 11), date(2026, 9, 25), date(2026, 10, 6)];

/// Who says how it goes, fortnight by fortnight; nothing where they skip it.
const ANSWERS: [(&str, Role, &[Option<u8>]); 4] = [
    ("dana", Role::Newcomer, &[Some(4), Some(3)]),
    ("aidar", Role::Newcomer, &[Some(5), Some(4), Some(4)]),
    ("zere", Role::Newcomer, &[Some(3), None, Some(4)]),
    ("meiir", Role::Newcomer, &[Some(3), Some(2), Some(2)]),
];

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let programme = {
        let mut tx = db.read().await?;
        store::programmes::get(&mut tx, &"school-47".into(), &"programme".into()).await?
    };
    let programme = programme.ok_or("no programme")?;
    for (who, role, said) in ANSWERS {
        let acting = actor(who, role);
        for (day, number) in DAYS.into_iter().zip(said) {
            let said = number.and_then(Mark::new).map_or(Answer::Skip, Answer::Going);
            let around = context(db, ids, &acting, day, 17);
            let kept = answer(&around, &programme, Source::Fortnight, said, "kk").await;
            kept.map_err(|error| format!("the pulse of {who}: {error:?}"))?;
        }
    }
    Ok(())
}
