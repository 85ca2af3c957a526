//! The plan of joint work for what was still missing on 2 October, played by the actions themselves:
//! one meeting took place, one was missed, one called off, one is to be moved.

use super::season::{actor, context};
use actions::Ids;
use actions::rotations::{Sheet, ask, excuse, hold, openings, plan, publish};
use domain::Day;
use domain::contacts::Kind;
use domain::people::Role;
use domain::rotations::{Turn, Wish};
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// When the plan was published.
const FRIDAY: Day = date(2026, 10, 2);
/// The day before the demonstration's.
const TUESDAY: Day = date(2026, 10, 6);

/// The day after it: a wish for a later one is still to be answered.
const THURSDAY: Day = date(2026, 10, 8);

const WISH: Wish = Wish { kind: Kind::VisitToMentor, newcomer_week: 1, mentor_week: 2, seed: 47 };

/// Publishes the plan and plays what came of it.
pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    publish_plan(db, ids).await?;
    let turns = {
        let mut tx = db.read().await?;
        store::rotations::of_programme(&mut tx, &"school-47".into(), &"programme".into()).await?
    };
    let turn = |newcomer: &str, mentor: &str| -> Result<&Turn, String> {
        let two = |turn: &&Turn| turn.newcomer.as_str() == newcomer && turn.mentor.as_str() == mentor;
        turns.iter().find(two).ok_or_else(|| format!("no meeting of {newcomer} and {mentor} is planned"))
    };
    let (called_off, moving) = (turn("alina", "rakhman")?, turn("zhupar", "aigul")?);
    // The first of the others that have come takes place, the next one is missed.
    let mut come =
        turns.iter().filter(|turn| turn.slot.day <= TUESDAY && ![called_off, moving].contains(turn));
    let (Some(first), Some(_)) = (come.next(), come.next()) else {
        return Err("two meetings up to Tuesday are needed".into());
    };
    let newcomer = actor(first.newcomer.as_str(), Role::Newcomer);
    let held = hold(&context(db, ids, &newcomer, first.slot.day, 15), &first.id).await;
    held.map_err(|error| format!("what took place: {error:?}"))?;
    let rakhman = actor("rakhman", Role::Mentor);
    let excused = excuse(&context(db, ids, &rakhman, TUESDAY, 16), &called_off.id).await;
    excused.map_err(|error| format!("Rakhman's word: {error:?}"))?;
    let free = openings(&mut *db.read().await?, moving, TUESDAY).await?;
    let slot = free
        .into_iter()
        .find(|slot| slot.day > THURSDAY.max(moving.slot.day))
        .ok_or("no other time for Zhupar")?;
    let zhupar = actor("zhupar", Role::Newcomer);
    let asked = ask(&context(db, ids, &zhupar, TUESDAY, 17), &moving.id, slot).await;
    asked.map_err(|error| format!("Zhupar's wish: {error:?}"))?;
    Ok(())
}

async fn publish_plan(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let digest = {
        let mut tx = db.read().await?;
        let programme = store::programmes::get(&mut tx, &"school-47".into(), &"programme".into()).await?;
        let programme = programme.ok_or("no programme")?;
        let window = WISH.window(&programme, FRIDAY).map_err(|refused| format!("{refused:?}"))?;
        plan(&Sheet::load(&mut tx, &programme, window, FRIDAY).await?, &WISH)?.digest
    };
    let gulnafisa = actor("gulnafisa", Role::Coordinator);
    let published =
        publish(&context(db, ids, &gulnafisa, FRIDAY, 17), &"programme".into(), &WISH, &digest).await;
    published.map_err(|error| format!("the plan: {error:?}"))?;
    Ok(())
}
