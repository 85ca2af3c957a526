//! The mentor course and what is appealed against, of which letters tell.

use super::{AT, PRIVATE};
use crate::stage::Stage;
use domain::appeals::{About, Appeal, Ground, State as Appealed};
use domain::courses::{Announced, Booking, Phase, Training, begin};
use domain::exams::{Commission, Hearing, HearingState, Rubric, Sheet};
use jiff::civil::date;

pub(super) async fn make_course(stage: &mut Stage) -> String {
    let course = begin("course".into(), "school-12".into(), "aigul".into(), date(2026, 10, 5), stage.now());
    let mut tx = stage.db.write().await.unwrap();
    store::courses::add(&mut tx, &course).await.unwrap();
    tx.commit().await.unwrap();
    "course".to_owned()
}

/// A session on Saturday, for which Айгүл has signed up.
pub(super) async fn make_training(stage: &mut Stage, phase: Phase) -> String {
    stage.today = date(2026, 10, 5);
    let about = Announced {
        stage: domain::courses::Stage::Training,
        title: "Психология пары".into(),
        day: date(2026, 10, 10),
        from: jiff::civil::time(10, 0, 0, 0),
        to: jiff::civil::time(13, 0, 0, 0),
        place: "214".into(),
        places: 5,
        leader: "gulnafisa".into(),
        before: PRIVATE.into(),
        after: PRIVATE.into(),
        opened: false,
    };
    let training = Training {
        id: format!("training-{}", phase.word()).into(),
        school: "school-12".into(),
        about,
        phase,
        changed_at: stage.now(),
        version: 0,
    };
    let (person, home) = ("aigul".into(), training.school.clone());
    let booking = Booking { training: training.id.clone(), person, home, at: stage.now(), present: None };
    let mut tx = stage.db.write().await.unwrap();
    store::courses::announce(&mut tx, &training).await.unwrap();
    store::courses::book(&mut tx, &training.school, &booking).await.unwrap();
    tx.commit().await.unwrap();
    training.id.to_string()
}

pub(super) async fn make_appeal(stage: &mut Stage, how: &Appealed) -> String {
    let word = how.word();
    let mut course =
        begin(format!("course-{word}").into(), "school-12".into(), "aigul".into(), stage.today, AT);
    course.candidate.state = domain::courses::State::Left { on: stage.today };
    let commission = Commission {
        id: format!("commission-{word}").into(),
        school: "school-12".into(),
        day: date(2026, 10, 2),
        from: jiff::civil::time(10, 0, 0, 0),
        place: "214".into(),
        members: ["bekzhan".into(), "zere".into()].into(),
        homes: [].into(),
        places: 0,
        rubric: Rubric::starter(),
        version: 0,
    };
    let hearing = Hearing {
        id: format!("hearing-{word}").into(),
        school: "school-12".into(),
        commission: commission.id.clone(),
        candidate: "aigul".into(),
        home: "school-12".into(),
        course: course.candidate.course.clone(),
        seed: 7,
        situation: "keep-a-secret".into(),
        state: HearingState::Waiting,
        sheets: ["bekzhan", "zere"].map(|who| (who.into(), Sheet::empty(&commission.rubric))).into(),
        homes: [].into(),
        reasons: Vec::new(),
        version: 0,
    };
    let appeal = Appeal {
        id: format!("appeal-{word}").into(),
        school: "school-12".into(),
        person: "aigul".into(),
        home: "school-12".into(),
        about: About::Practice(hearing.id.clone()),
        filed_on: date(2026, 10, 5),
        ground: Ground::Marking,
        words: PRIVATE.into(),
        state: how.clone(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::courses::add(&mut tx, &course).await.unwrap();
    store::commissions::add(&mut tx, &commission).await.unwrap();
    store::commissions::admit(&mut tx, &hearing).await.unwrap();
    store::appeals::add(&mut tx, &appeal).await.unwrap();
    tx.commit().await.unwrap();
    appeal.id.to_string()
}
