//! Somebody is worried about a child: the specialist leads the case, the first steps of its clock are taken.

use super::pupils::SPECIALIST;
use super::season::{actor, context};
use actions::Ids;
use actions::concerns::{Worry, lead, name, note, raise, step};
use domain::concerns::{Named, Step, Taken};
use domain::people::Role;
use jiff::civil::{date, time};
use std::error::Error;
use store::Db;

/// Steps of the first day: taken, or not needed with why.
const STEPS: [(Step, Option<&str>); 3] = [
    (Step::Authority, Some("Зорлық белгісі жоқ.")),
    (Step::Police, Some("Зорлық белгісі жоқ.")),
    (Step::Head, None),
];

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let (witness, leader) = (actor("madina", Role::Teacher), actor(SPECIALIST, Role::Mentor));
    let day = date(2026, 10, 6);
    let worry = Worry {
        child: "Тимур, 5 «А»".to_owned(),
        pupil: None,
        seen: "Екінші апта үзілісте жалғыз отырады, түскі асқа бармайды.".to_owned(),
        seen_on: day,
        about: None,
    };
    let raised = raise(&context(db, ids, &witness, day, 11), &worry).await;
    let case = raised.map_err(|error| format!("a concern: {error:?}"))?;
    let leading = context(db, ids, &leader, day, 12);
    lead(&leading, &case).await.map_err(|error| format!("who leads it: {error:?}"))?;
    let stands = {
        let mut tx = db.read().await?;
        store::concerns::get(&mut tx, &case).await?.ok_or("no such case")?
    };
    let named = Named { pupil: Some("timur".into()), ..Named::default() };
    let done = name(&leading, &case, &named, stands.version).await;
    done.map_err(|error| format!("whom it is about: {error:?}"))?;
    for (one, unneeded) in STEPS {
        let taken = Taken {
            step: one,
            needed: unneeded.is_none(),
            on: day,
            at: time(12, 30, 0, 0),
            number: None,
            remark: unneeded.map(str::to_owned),
        };
        step(&leading, &case, &taken).await.map_err(|error| format!("{}: {error:?}", one.word()))?;
    }
    let words = "Ертең анасымен сөйлесемін, сынып жетекшісі қасында отырғызады.";
    note(&leading, &case, words).await.map_err(|error| format!("a note: {error:?}"))?;
    Ok(())
}
