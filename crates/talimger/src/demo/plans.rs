//! Work plans of the provisional pairs, made and ticked in September by the mentors themselves.

use super::season::{actor, context};
use actions::Ids;
use actions::plans::{Turn, change, make, turn};
use domain::people::Role;
use domain::plans::{Content, Plan, Step};
use domain::{Day, PairId};
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// When the plans were made.
const MADE: Day = date(2026, 9, 10);
/// Up to this day the steps are done.
const DONE_UNTIL: Day = date(2026, 10, 2);

/// Makes a plan for every pair by order; what was due by now is done, and one step was moved.
pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let pairs = {
        let mut tx = db.read().await?;
        store::pairs::of_programme(&mut tx, &"school-47".into(), &"programme".into()).await?
    };
    for pair in pairs.iter().filter(|pair| pair.assignment().is_some()) {
        let plan = play_one(db, ids, &pair.id, pair.mentor.as_str()).await;
        plan.map_err(|what| format!("plan of {}: {what}", pair.newcomer))?;
    }
    Ok(())
}

async fn play_one(db: &Db, ids: &Ids, pair: &PairId, mentor: &str) -> Result<(), String> {
    let said = |error: &dyn std::fmt::Debug| format!("{error:?}");
    let mentor = actor(mentor, Role::Mentor);
    let id = make(&context(db, ids, &mentor, MADE, 15), pair).await.map_err(|error| said(&error))?;
    let (plan, items) = {
        let mut tx = db.read().await.map_err(|error| said(&error))?;
        let plan: Plan =
            store::plans::get(&mut tx, &id).await.map_err(|error| said(&error))?.ok_or("no plan")?;
        let items = store::plans::items(&mut tx, &plan).await.map_err(|error| said(&error))?;
        (plan, items)
    };
    for item in items {
        let on = item.content.due.max(MADE);
        if item.content.due <= DONE_UNTIL {
            let ticking = context(db, ids, &mentor, on, 16);
            turn(&ticking, &item.id, Turn::Done).await.map_err(|error| said(&error))?;
        } else if item.step == Some(Step::FirstQuarter) && plan.number == 1 {
            let moved = Content { due: date(2026, 10, 21), ..item.content.clone() };
            let moving = context(db, ids, &mentor, DONE_UNTIL, 17);
            change(&moving, &item.id, item.version, &moved).await.map_err(|error| said(&error))?;
        }
    }
    Ok(())
}
