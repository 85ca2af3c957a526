//! A commission of the practice that a school opens to the other schools of its district (docs/decisions/0062): candidates and
//! examiners are sent there by their own schools, ties are looked up in both, and the result goes home.

use crate::commissions::{course, course_of, seals};
use crate::plans::{assigned, coordinator};
use crate::stage::{Stage, actor, mentor};
use actions::Failed;
use actions::commissions::{
    Refused, absent, admit, begin, board, examiners, open, opened, protocol, replace, save, send, take_off,
    tell,
};
use domain::courses::State as CourseState;
use domain::exams::{Commission, Conflict, HearingState, Rubric, TieKind};
use domain::people::{Actor, Role};
use domain::{CommissionId, HearingId, PersonId, SchoolId};
use i18n::Lang;
use jiff::civil::time;
use std::collections::BTreeSet;
use store::testing::{on_both, person};

fn school_7() -> SchoolId {
    "school-7".into()
}

/// Тимур leads the course of school 7, and examines.
fn host() -> Actor {
    Actor { school: Some(school_7()), ..actor("timur", &[Role::Teacher, Role::Coordinator]) }
}

/// A commission of school 7 today in which Тимур sits, and those of school 12 who were sent.
async fn at_school_7(stage: &Stage, sent: &[&str], places: u16) -> CommissionId {
    let sent: Vec<PersonId> = sent.iter().map(|one| PersonId::from(*one)).collect();
    let commission = Commission {
        id: "open".into(),
        school: school_7(),
        day: stage.today,
        from: time(10, 0, 0, 0),
        place: "Кабинет 7".into(),
        members: sent.iter().cloned().chain([PersonId::from("timur")]).collect(),
        homes: sent.into_iter().map(|one| (one, SchoolId::from("school-12"))).collect(),
        places,
        rubric: Rubric::starter(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::commissions::add(&mut tx, &commission).await.unwrap();
    tx.commit().await.unwrap();
    commission.id
}

/// How often the log of school 7 names a deed.
async fn logged(stage: &Stage, what: &str) -> usize {
    let mut tx = stage.db.read().await.unwrap();
    let lines = store::audit::of_school(&mut tx, &school_7(), i64::MAX, 10_000).await.unwrap();
    lines.iter().filter(|line| line.what == what).count()
}

/// Полина of school 12 is before the commission of school 7.
async fn before(stage: &Stage, id: &CommissionId) -> HearingId {
    course(stage, "polina", CourseState::Practice).await;
    admit(&stage.context(&coordinator()), id, &"polina".into()).await.unwrap()
}

#[tokio::test]
async fn examiners_of_two_schools_hear_a_candidate_and_the_result_goes_home() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (leader, host) = (coordinator(), host());
        let id = at_school_7(&stage, &[], 1).await;
        for _ in 0..2 {
            send(&stage.context(&leader), &id, &"bekzhan".into()).await.unwrap();
        }
        assert_eq!(stage.letters().await, ["bekzhan ExaminerNamed"]);
        assert_eq!((stage.audited("examiner-sent").await, logged(&stage, "examiner-sent").await), (1, 0));
        let hearing = before(&stage, &id).await;
        begin(&stage.context(&host), &hearing).await.unwrap();
        seals(&stage, &hearing, "bekzhan", 3, 3).await;
        save(&stage.context(&host), &hearing, &[Some(3); 8], true).await.unwrap();
        let foreign = tell(&stage.context(&leader), &hearing).await;
        assert!(matches!(foreign, Err(Failed::NotFound)), "it is told in the house: {foreign:?}");
        tell(&stage.context(&host), &hearing).await.unwrap();
        assert!(matches!(course_of(&stage, "polina").await.state, CourseState::Passed { .. }));
        assert_eq!(stage.audited("exam-result-came").await, 1);
        let mut tx = stage.db.read().await.unwrap();
        let kept = store::commissions::hearing(&mut tx, &hearing).await.unwrap().unwrap();
        assert_eq!((kept.school.as_str(), kept.home.as_str()), ("school-7", "school-12"));
        assert_eq!(kept.home_of(&"bekzhan".into()).as_str(), "school-12");
        let at_home = opened(&mut tx, &stage.context(&leader)).await.unwrap();
        let sent = &at_home[0].sent[0];
        assert!(sent.name.contains("Котова") && sent.hearing.sheets.is_empty(), "{sent:?}");
        assert!(matches!(sent.hearing.state, HearingState::Told { .. }));
        assert_eq!((at_home[0].examiners, at_home[0].commission.members.len()), (2, 1), "own people alone");
        drop(tx);
        assert!(protocol(&stage.context(&mentor("dana")), &hearing, Lang::Ru).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn n23_whoever_is_bound_at_home_does_not_examine_in_another_school_either() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let leader = coordinator();
        course(&stage, "dana", CourseState::Practice).await;
        let id = at_school_7(&stage, &["aigul"], 1).await;
        let refused = admit(&stage.context(&leader), &id, &"dana".into()).await;
        let found = vec![Conflict { examiner: "aigul".into(), kind: TieKind::Mentor }];
        let expected = Refused::Conflicts { candidate: "dana".into(), found };
        assert!(matches!(&refused, Err(Failed::Refused(why)) if *why == expected), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn places_and_seats_are_counted_and_examiners_come_before_candidates() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (leader, host) = (coordinator(), host());
        let id = at_school_7(&stage, &["bekzhan"], 1).await;
        let hearing = before(&stage, &id).await;
        course(&stage, "zere", CourseState::Practice).await;
        let full = admit(&stage.context(&leader), &id, &"zere".into()).await;
        assert!(matches!(full, Err(Failed::Refused(Refused::Full))), "{full:?}");
        let late = send(&stage.context(&leader), &id, &"aigul".into()).await;
        assert!(matches!(late, Err(Failed::Refused(Refused::Late))), "{late:?}");
        let newcomer = send(&stage.context(&host), &id, &"aigul".into()).await;
        assert!(matches!(newcomer, Err(Failed::NotFound)), "the house names its own: {newcomer:?}");
        take_off(&stage.context(&leader), &hearing).await.unwrap();
        admit(&stage.context(&leader), &id, &"zere".into()).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let people = board(&mut tx, &stage.context(&host), &id).await.unwrap().hearings[0].people();
        assert_eq!(people.get(&PersonId::from("zere")).map(SchoolId::as_str), Some("school-12"));
        let free =
            examiners(&mut tx, &stage.context(&host), &school_7(), &["zere".into()], stage.today).await;
        assert!(free.unwrap().contains(&PersonId::from("timur")));
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_the_course_frees_their_place_before_a_commission_of_another_school() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = at_school_7(&stage, &["bekzhan"], 1).await;
        let hearing = before(&stage, &id).await;
        let polina = actor("polina", &[Role::Teacher]);
        actions::courses::leave(&stage.context(&polina)).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(store::commissions::hearing(&mut tx, &hearing).await.unwrap(), None);
        drop(tx);
        assert_eq!(stage.audited("hearing-taken-off").await, 1);
        course(&stage, "zere", CourseState::Practice).await;
        admit(&stage.context(&coordinator()), &id, &"zere".into()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_their_school_examines_in_no_other_one_as_far_as_two_are_left() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (leader, host) = (coordinator(), host());
        let zarina = person("zarina", Some("school-7"), "Омарова", "Зарина");
        let mut tx = stage.db.write().await.unwrap();
        store::people::add(&mut tx, &zarina, None).await.unwrap();
        tx.commit().await.unwrap();
        let id = at_school_7(&stage, &["bekzhan", "aigul"], 1).await;
        let hearing = before(&stage, &id).await;
        begin(&stage.context(&host), &hearing).await.unwrap();
        let stands = async || {
            let mut tx = stage.db.read().await.unwrap();
            let commission = store::commissions::get(&mut tx, &id).await.unwrap().unwrap();
            let marked = store::commissions::hearing(&mut tx, &hearing).await.unwrap().unwrap();
            let gone = absent(&mut tx, &commission, stage.today).await.unwrap();
            (commission.members, marked.examiners(), gone)
        };
        let of = |people: &[&str]| people.iter().map(|one| PersonId::from(*one)).collect::<BTreeSet<_>>();
        let chair = stage.context(&leader);
        actions::people::leave(&chair, &"bekzhan".into(), stage.today).await.unwrap();
        let two = of(&["aigul", "timur"]);
        assert_eq!(stands().await, (two.clone(), two.clone(), of(&[])));
        assert_eq!(logged(&stage, "commission-freed").await, 1);
        actions::people::leave(&chair, &"aigul".into(), stage.today).await.unwrap();
        assert_eq!(stands().await, (two.clone(), two, of(&["aigul"])), "the house names another one");
        assert_eq!(logged(&stage, "commission-freed").await, 1);
        replace(&stage.context(&host), &id, &"aigul".into(), &"zarina".into()).await.unwrap();
        let two = of(&["timur", "zarina"]);
        assert_eq!(stands().await, (two.clone(), two, of(&[])));
    })
    .await;
}

#[tokio::test]
async fn n08_a_commission_that_is_not_open_is_not_there_and_an_open_one_is_led_by_its_house() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let leader = coordinator();
        course(&stage, "polina", CourseState::Practice).await;
        let id = at_school_7(&stage, &["bekzhan"], 0).await;
        let context = stage.context(&leader);
        let mut tx = stage.db.read().await.unwrap();
        assert!(opened(&mut tx, &context).await.unwrap().is_empty());
        drop(tx);
        let closed = admit(&context, &id, &"polina".into()).await;
        assert!(matches!(closed, Err(Failed::NotFound)), "{closed:?}");
        let closed = send(&context, &id, &"aigul".into()).await;
        assert!(matches!(closed, Err(Failed::NotFound)), "{closed:?}");
        let mut tx = stage.db.write().await.unwrap();
        let mut found = store::commissions::get(&mut tx, &id).await.unwrap().unwrap();
        (found.id, found.places) = ("another".into(), 1);
        store::commissions::add(&mut tx, &found).await.unwrap();
        tx.commit().await.unwrap();
        let hearing = admit(&context, &found.id, &"polina".into()).await.unwrap();
        for who in [mentor("aigul"), actor("dana", &[Role::Newcomer])] {
            let foreign = admit(&stage.context(&who), &found.id, &"polina".into()).await;
            assert!(matches!(foreign, Err(Failed::NotFound)), "{foreign:?}");
        }
        let foreign = replace(&context, &found.id, &"bekzhan".into(), &"aigul".into()).await;
        assert!(matches!(foreign, Err(Failed::NotFound)), "{foreign:?}");
        let mut tx = stage.db.read().await.unwrap();
        assert!(matches!(board(&mut tx, &context, &found.id).await, Err(Failed::NotFound)));
        assert!(matches!(open(&mut tx, &context, &hearing).await, Err(Failed::NotFound)));
        let own = actor("polina", &[Role::Teacher]);
        let seen = open(&mut tx, &stage.context(&own), &hearing).await.unwrap();
        assert!(seen.hearing.sheets.is_empty() && seen.hearing.homes.is_empty());
        assert_eq!(seen.host.map(|host| host.id), Some(school_7()), "a place without a school is nowhere");
    })
    .await;
}
