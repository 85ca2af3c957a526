//! What September brought besides the choice: work plans of the provisional pairs, adaptation checklists, and Dana's
//! difficulty map; all made by the people themselves.

use super::season::{actor, context};
use actions::Ids;
use actions::accounts::secret_hash;
use actions::difficulties::{Answers, fill, take_up};
use actions::formsets::Whose;
use actions::milestones::set;
use actions::plans::{Turn, change, content_hash, lay_into, make, ready, sign, turn};
use domain::calendar::Week;
use domain::difficulties::{Helper, Mark, Topic};
use domain::milestones::{Milestone, Stage};
use domain::people::Role;
use domain::plans::{Content, Item, Plan, Step, When};
use domain::programmes::Programme;
use domain::{Day, PairId};
use jiff::ToSpan;
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// When the plans were made.
const MADE: Day = date(2026, 9, 10);
/// Whose checklist stands still since the first day.
const STOPPED: &str = "meiir";
/// When one of them was said to be ready.
const READY: Day = date(2026, 10, 6);
/// Up to this day the steps are done.
const DONE_UNTIL: Day = date(2026, 10, 2);

/// Makes a plan for every pair by order; what was due by now is done, and one step was moved.
pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let pairs = {
        let mut tx = db.read().await?;
        store::pairs::of_programme(&mut tx, &"school-47".into(), &"programme".into()).await?
    };
    for pair in pairs.iter().filter(|pair| pair.assignment().is_some()) {
        let plan = play_one(db, ids, &pair.id, (pair.newcomer.as_str(), pair.mentor.as_str())).await;
        plan.map_err(|what| format!("plan of {}: {what}", pair.newcomer))?;
        let ticked = tick(db, ids, pair.newcomer.as_str()).await;
        ticked.map_err(|what| format!("checklist of {}: {what}", pair.newcomer))?;
    }
    lay_earlier(db, ids).await?;
    map(db, ids).await
}

/// The coordinator has laid the end of the quarter a week earlier, and has not yet applied it to the plans that run.
async fn lay_earlier(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let laying = context(db, ids, &coordinator, DONE_UNTIL, 18);
    let week = When::WeekOfYear(Week { quarter: 1, number: 7 });
    let laid = lay_into(&laying, &Whose::School("school-47".into()), 0, Step::FirstQuarter, Some(week)).await;
    Ok(laid.map_err(|error| format!("the template: {error:?}"))?)
}

/// Everybody has ticked up to the first month; Мейір ([`STOPPED`]) has stopped.
async fn tick(db: &Db, ids: &Ids, newcomer: &str) -> Result<(), String> {
    let last = if newcomer == STOPPED { Stage::Day } else { Stage::Month };
    let acting = actor(newcomer, Role::Newcomer);
    for milestone in Milestone::ALL.iter().filter(|milestone| milestone.stage() <= last) {
        let on = match milestone.stage() {
            Stage::Day => date(2026, 9, 2),
            Stage::Week => date(2026, 9, 9),
            Stage::Month | Stage::Quarter => date(2026, 9, 28),
        };
        let ticked = set(&context(db, ids, &acting, on, 16), &newcomer.into(), *milestone, true).await;
        ticked.map_err(|error| format!("{error:?}"))?;
    }
    Ok(())
}

/// Whose plan waits for the head: of the newcomer.
const SIGNED: &str = "aidar";

/// One plan was signed by both of the pair and waits in the head's folder. The signatures are proved by codes of slips.
pub(super) async fn sign_one(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let (school, programme) = ("school-47".into(), "programme".into());
    let mut tx = db.read().await?;
    let pairs = store::pairs::of_programme(&mut tx, &school, &programme).await?;
    let pair = pairs.iter().find(|pair| pair.newcomer.as_str() == SIGNED).ok_or("no pair")?;
    let plan = store::plans::of_pair(&mut tx, &school, &pair.id).await?.ok_or("no plan")?;
    let items = store::plans::items(&mut tx, &plan).await?;
    let mentor = store::mentors::get(&mut tx, &pair.mentor).await?.ok_or("no mentor")?;
    drop(tx);
    let seen = content_hash(&plan, &items).ok_or("nothing is signed")?;
    let mentor = actor(mentor.person.as_str(), Role::Mentor);
    let said = ready(&context(db, ids, &mentor, READY, 15), &plan.id).await;
    said.map_err(|error| format!("a plan is ready: {error:?}"))?;
    for signer in [&mentor, &actor(SIGNED, Role::Newcomer)] {
        let signing = context(db, ids, signer, READY, 16);
        let code = domain::accounts::code(ids.bytes());
        let until = signing.now.checked_add(1.hour())?;
        let mut tx = db.write().await?;
        store::accounts::add_code(&mut tx, &secret_hash(&code), &signer.person, signing.now, until).await?;
        tx.commit().await?;
        let signed = sign(&signing, &plan.id, &seen, &code).await;
        signed.map_err(|error| format!("a plan is signed: {error:?}"))?;
    }
    Ok(())
}

/// Дана's map of September, shared with her mentor, and the one step that she took.
async fn map(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let programme = {
        let mut tx = db.read().await?;
        store::programmes::get(&mut tx, &"school-47".into(), &"programme".into()).await?
    };
    let programme = programme.ok_or("no programme")?;
    let hard = [(Topic::Parents, 3), (Topic::Assessment, 2), (Topic::Discipline, 2), (Topic::Ict, 0)];
    let mark = |(topic, mark): (Topic, u8)| Some((topic, Mark::new(mark)?));
    let answers = Answers {
        marks: hard.into_iter().filter_map(mark).collect(),
        helpers: [(Topic::Parents, Helper::Mentor), (Topic::Discipline, Helper::Psychologist)].into(),
        words: None,
        shared: true,
    };
    let dana = actor("dana", Role::Newcomer);
    let filling = context(db, ids, &dana, date(2026, 9, 15), 17);
    fill(&filling, &programme, &answers).await.map_err(|error| format!("Dana's map: {error:?}"))?;
    let taken = take_up(&filling, &programme, Topic::Parents).await;
    taken.map_err(|error| format!("Dana's step: {error:?}"))?;
    others(db, ids, &programme).await
}

/// What the others answered; the rest of the map they left out.
const ANSWERED: [Topic; 12] = [
    Topic::Planning,
    Topic::Goals,
    Topic::Methods,
    Topic::Differentiation,
    Topic::Assessment,
    Topic::Discipline,
    Topic::SpecialNeeds,
    Topic::Ict,
    Topic::Documents,
    Topic::Parents,
    Topic::OwnClass,
    Topic::Time,
];

/// What the others marked in the order of [`ANSWERED`], shared with nobody: together with Дана's a group of six.
const OTHERS: [(&str, [u8; 12]); 5] = [
    ("aidar", [1, 1, 1, 2, 2, 3, 2, 0, 2, 3, 2, 2]),
    ("zere", [1, 0, 1, 2, 1, 2, 2, 1, 1, 2, 1, 3]),
    ("alina", [2, 1, 2, 2, 3, 2, 3, 0, 3, 3, 2, 2]),
    ("meiir", [2, 2, 1, 3, 2, 3, 2, 1, 2, 2, 3, 3]),
    ("zhupar", [0, 1, 1, 1, 2, 1, 2, 1, 2, 3, 1, 2]),
];

async fn others(db: &Db, ids: &Ids, programme: &Programme) -> Result<(), Box<dyn Error>> {
    for (who, numbers) in OTHERS {
        let mark = |(topic, number)| Some((topic, Mark::new(number)?));
        let marks = ANSWERED.into_iter().zip(numbers).filter_map(mark).collect();
        let acting = actor(who, Role::Newcomer);
        let filling = context(db, ids, &acting, date(2026, 9, 22), 18);
        let filled = fill(&filling, programme, &Answers { marks, ..Answers::default() }).await;
        filled.map_err(|error| format!("the map of {who}: {error:?}"))?;
    }
    Ok(())
}

async fn play_one(db: &Db, ids: &Ids, pair: &PairId, (newcomer, mentor): (&str, &str)) -> Result<(), String> {
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
    // Who stopped ticking after the first day has not ticked the same things as steps of the plan either.
    let stopped = |item: &Item| newcomer == STOPPED && Milestone::of_item(item).is_some();
    for item in items.into_iter().filter(|item| !stopped(item)) {
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
