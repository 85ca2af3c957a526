//! Pairs, their meetings and lessons, their end, of which letters tell.

use super::super::delivered;
use super::selection::make_request;
use super::{AT, End, PRIVATE, TALK, Talk};
use crate::stage::{Stage, actor};
use actions::pairs::{Plan, plan_first_meeting};
use domain::calendar::Period;
use domain::endings::{Cause, Ending, Extension, Pause, Progress, Reason, Review, State as Closing, Words};
use domain::meetings::{Meeting, Said, State as Talking};
use domain::observations::{Observation, State as Watching};
use domain::pairs::{Assignment, Origin, Pair, State as PairState};
use domain::people::Role;
use domain::requests::State;
use domain::sides::Side;
use jiff::civil::date;

pub(super) async fn make_pair(stage: &Stage, number: usize, origin: Origin, how: PairState) -> String {
    let origin = match origin {
        Origin::Asked { .. } => {
            let request = make_request(stage, number, State::Withdrawn { at: AT }, Side::Newcomer).await;
            Origin::Asked { request: request.into() }
        }
        other => other,
    };
    let pair = Pair {
        id: format!("pair-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        place: (origin != Origin::Provisional).then_some(1),
        origin,
        state: how,
        since: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::pairs::add(&mut tx, &pair).await.unwrap();
    tx.commit().await.unwrap();
    pair.id.to_string()
}

/// Айгүл plans the first meeting of a pair with Дана.
pub(super) async fn make_meeting(stage: &Stage, number: usize) -> String {
    let id = make_pair(stage, number, Origin::Ranked, PairState::Published).await;
    let at = jiff::civil::time(15, 10, 0, 0);
    let plan = Plan { on: date(2026, 10, 8), at, place: "кабинет 214".into(), seen: None };
    let aigul = actor("aigul", &[Role::Mentor]);
    plan_first_meeting(&stage.context(&aigul), &id.as_str().into(), &plan).await.unwrap();
    assert_eq!(delivered(stage).await.len(), 1, "the plan tells the other");
    id
}

/// Дана has nobody any more, and Айгүл a free place.
pub(super) async fn end_pairs(tx: &mut store::WriteTx, stage: &Stage) {
    for pair in store::pairs::of_newcomer(tx, &"school-12".into(), &"dana".into()).await.unwrap() {
        if let Ok(ended) = pair.end(stage.today, stage.now()) {
            store::pairs::save(tx, &ended).await.unwrap();
        }
    }
}

/// A meeting tomorrow; what it is promised by holds its time, as reminders do.
pub(super) async fn make_talk(stage: &mut Stage, number: usize, how: Talking, what: Talk) -> String {
    stage.today = date(2026, 10, 5);
    let period = Period { from: date(2026, 10, 1), until: None };
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
    let pair = make_pair(stage, number, Origin::Ranked, assigned).await;
    let talk = |id: String| Meeting {
        id: id.into(),
        school: "school-12".into(),
        programme: "programme".into(),
        pair: pair.as_str().into(),
        kind: domain::contacts::Kind::Talk,
        topic: Some(PRIVATE.into()),
        place: (what == Talk::Placed).then(|| "214".to_owned()),
        link: None,
        day: TALK.day,
        at: Some(TALK.at),
        minutes: TALK.minutes,
        set_by: Side::Newcomer,
        state: how,
        said: Said::default(),
        series: (what == Talk::Series).then(|| pair.as_str().into()),
        changed_at: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    let many = if what == Talk::Series { 2 } else { 1 };
    for one in 0..many {
        let meeting = talk(format!("{pair}-{one}"));
        let new = Meeting { state: Talking::Agreed, ..meeting.clone() };
        store::meetings::add(&mut tx, &new).await.unwrap();
        store::meetings::save(&mut tx, &meeting).await.unwrap();
    }
    tx.commit().await.unwrap();
    format!("{pair}-0 {TALK}")
}

/// A lesson of Дана tomorrow, which Айгүл watches.
pub(super) async fn make_lesson(stage: &mut Stage, number: usize, how: &Watching) -> String {
    stage.today = date(2026, 10, 5);
    let observation = Observation {
        id: format!("observation-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        kind: domain::observations::Kind::ByMentor,
        observed: "dana".into(),
        observer: "aigul".into(),
        class: Some(PRIVATE.into()),
        room: None,
        day: TALK.day,
        at: TALK.at,
        minutes: 45,
        number: u16::try_from(number).unwrap(),
        code: format!("CODE-{number}"),
        state: Watching::Planned,
        shares: domain::observations::Shares::NONE,
        changed_at: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::observations::add(&mut tx, &observation).await.unwrap();
    let how = Observation { state: how.clone(), ..observation.clone() };
    store::observations::save(&mut tx, &how).await.unwrap();
    tx.commit().await.unwrap();
    format!("{} {}", observation.id, observation.span())
}

/// Дана and Айгүл work until Friday, or have until then.
pub(super) async fn make_end(stage: &mut Stage, number: usize, how: End) -> String {
    stage.today = date(2026, 10, 5);
    let period = Period { from: date(2026, 10, 1), until: None };
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
    let id = make_pair(stage, number, Origin::Ranked, assigned).await;
    let mut tx = stage.db.write().await.unwrap();
    let pair = store::pairs::get(&mut tx, &id.as_str().into()).await.unwrap().unwrap();
    let ending = Ending {
        id: format!("ending-{number}").into(),
        school: pair.school.clone(),
        programme: pair.programme.clone(),
        pair: pair.id.clone(),
        number: u16::try_from(number).unwrap(),
        code: format!("CODE-{number}"),
        last_day: date(2026, 10, 9),
        reason: Reason::Workload,
        state: Closing::Planned,
        changed_at: stage.now(),
        version: 0,
    };
    if how != End::TakenBack {
        store::endings::add(&mut tx, &ending).await.unwrap();
    }
    if how == End::Closed {
        store::endings::save(&mut tx, &ending.clone().close(stage.now()).unwrap()).await.unwrap();
        let ended = pair.clone().end(ending.until(), stage.now()).unwrap();
        store::pairs::save(&mut tx, &ended).await.unwrap();
    }
    for side in Side::BOTH.into_iter().filter(|_| how == End::Written) {
        let words = Words { thanks: Some(PRIVATE.into()), ..Words::default() };
        let (school, pair) = (pair.school.clone(), pair.id.clone());
        let added = domain::formsets::Added::default();
        let review = Review { school, pair, side, added, words, written_at: stage.now(), version: 0 };
        store::endings::add_review(&mut tx, &review).await.unwrap();
    }
    tx.commit().await.unwrap();
    id
}

/// The two pause since Saturday, and are back on a day.
pub(super) async fn make_pause(stage: &mut Stage, number: usize, back_on: domain::Day) -> String {
    let id = make_end(stage, number, End::Planned).await;
    let pause = Pause {
        id: format!("pause-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        pair: id.as_str().into(),
        from: date(2026, 10, 3),
        back_on,
        changed_at: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::pauses::add(&mut tx, &pause).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Дана proposes three weeks more.
pub(super) async fn make_more(stage: &mut Stage, number: usize, how: Progress) -> String {
    let id = make_end(stage, number, End::Planned).await;
    let extension = Extension {
        id: format!("extension-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        pair: id.as_str().into(),
        proposed_by: Some(Side::Newcomer),
        cause: Cause::PartTime,
        was: date(2026, 10, 9),
        last_day: date(2026, 10, 30),
        agreed: if how == Progress::Agreed { Side::BOTH.into() } else { vec![Side::Newcomer] },
        progress: how,
        changed_at: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::extensions::add(&mut tx, &extension).await.unwrap();
    tx.commit().await.unwrap();
    id
}
