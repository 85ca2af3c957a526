//! The pulse of October: the coordinator has opened it, five newcomers and four mentors have answered. Dana and Aigül have
//! not looked yet; whoever closes it reads the figures of the newcomers and nothing of the mentors, who are too few.

use super::season::{actor, context};
use actions::Ids;
use actions::surveys::{answer, open};
use domain::Day;
use domain::people::Role;
use domain::sides::Side;
use domain::surveys::{Answers, Item, Mark, Motive};
use jiff::civil::date;
use std::error::Error;
use store::Db;

const OPENED: Day = date(2026, 10, 5);
const UNTIL: Day = date(2026, 10, 19);

/// Who marks the lines of their side how, in the order of the form, and why they take part.
type Seed = (&'static str, Role, [u8; 8], &'static [Motive]);

const ANSWERS: [Seed; 9] = [
    ("aidar", Role::Newcomer, [5, 3, 4, 4, 4, 5, 4, 5], &[Motive::Share, Motive::Growth]),
    ("zere", Role::Newcomer, [4, 2, 3, 5, 4, 4, 4, 4], &[Motive::Share]),
    ("alina", Role::Newcomer, [4, 3, 3, 3, 5, 4, 3, 4], &[Motive::Gain]),
    ("meiir", Role::Newcomer, [2, 2, 3, 3, 3, 3, 3, 3], &[Motive::Asked]),
    ("zhupar", Role::Newcomer, [5, 4, 4, 5, 5, 5, 4, 5], &[Motive::Share, Motive::Gain]),
    ("irina", Role::Mentor, [3, 3, 4, 4, 5, 4, 3, 5], &[Motive::Share]),
    ("rakhman", Role::Mentor, [4, 4, 5, 4, 4, 4, 4, 4], &[Motive::Share, Motive::Growth]),
    ("karina", Role::Mentor, [3, 4, 4, 3, 4, 5, 4, 4], &[Motive::Growth]),
    ("asiya", Role::Mentor, [4, 3, 3, 4, 4, 4, 3, 4], &[Motive::Share, Motive::Asked]),
];

/// Opens the wave and lets them answer, on two days.
pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let programme = {
        let mut tx = db.read().await?;
        store::programmes::get(&mut tx, &"school-47".into(), &"programme".into()).await?
    };
    let programme = programme.ok_or("no programme")?;
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let opened = open(&context(db, ids, &coordinator, OPENED, 11), UNTIL).await;
    opened.map_err(|error| format!("the survey: {error:?}"))?;
    for (who, role, numbers, motives) in ANSWERS {
        let acting = actor(who, role);
        let side = if role == Role::Mentor { Side::Mentor } else { Side::Newcomer };
        let marks = Item::of(side).zip(numbers).filter_map(|(item, number)| Some((item, Mark::new(number)?)));
        let given =
            Answers { marks: marks.collect(), again: None, motives: motives.iter().copied().collect() };
        let kept = answer(&context(db, ids, &acting, date(2026, 10, 6), 18), &programme, &given, false).await;
        kept.map_err(|error| format!("the answers of {who}: {error:?}"))?;
    }
    Ok(())
}
