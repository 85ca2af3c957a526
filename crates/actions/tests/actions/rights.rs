//! The exam governs the right: what a programme that asks for it lets begin, and what goes on.

use crate::stage::{Stage, coordinator, mentor, newcomer};
use actions::Failed;
use actions::courses::Rights;
use actions::mentors::nominate;
use actions::programmes::change_setting;
use actions::requests::{accept, send};
use domain::courses::{Attempts, Candidate, Course, Right, Rules, Standing, State};
use domain::mentors::{Refused, Rule};
use domain::requests::{AnswerRefused, Rhythm, SendRefused, Wish};
use domain::settings::Key;
use jiff::civil::date;
use store::testing::on_both;

fn wish() -> Wish {
    Wish {
        text: "Хочу научиться начинать урок спокойно.".into(),
        goals: vec!["начало урока".into()],
        rhythm: Rhythm::Weekly,
    }
}

/// The programme asks for the exam from now on.
async fn asked(stage: &Stage) {
    let context = coordinator();
    let context = stage.context(&context);
    change_setting(&context, &"programme".into(), Key::Exam, "on", "Решение педсовета").await.unwrap();
}

/// A right that somebody got by a course.
async fn passed(stage: &Stage, person: &str, until: domain::Day) -> Right {
    let right = Right { from: date(2023, 10, 7), until };
    let candidate = Candidate {
        course: format!("course-{person}").into(),
        person: person.into(),
        state: State::Passed { right },
        attempts: Attempts { theory: 1, practice: 1 },
        changed_at: stage.now(),
        version: 0,
    };
    let (school, begun_on) = ("school-12".into(), date(2023, 9, 1));
    let course = Course { school, candidate, rules: Rules::default(), begun_on };
    let mut tx = stage.db.write().await.unwrap();
    store::courses::add(&mut tx, &course).await.unwrap();
    tx.commit().await.unwrap();
    right
}

#[tokio::test]
async fn without_the_setting_nobody_is_asked_for_an_exam() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = send(&stage.context(&newcomer("dana")), &"aigul".into(), wish()).await.unwrap();
        accept(&stage.context(&mentor("aigul")), &id).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn where_the_exam_is_asked_a_mentor_without_the_right_takes_nobody_new() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let right = passed(&stage, "aigul", date(2026, 10, 6)).await;
        let early = send(&stage.context(&newcomer("dana")), &"bekzhan".into(), wish()).await.unwrap();
        asked(&stage).await;

        let refused = send(&stage.context(&newcomer("zere")), &"bekzhan".into(), wish()).await;
        assert!(matches!(refused, Err(Failed::Refused(SendRefused::NoExam))), "{refused:?}");
        let answered = accept(&stage.context(&mentor("bekzhan")), &early).await;
        assert!(matches!(answered, Err(Failed::Refused(AnswerRefused::NoExam))), "{answered:?}");
        let nominated = nominate(&stage.context(&coordinator()), &"programme".into(), &"polina".into()).await;
        let why = Refused::NotEligible(Rule::Exam);
        assert!(matches!(nominated, Err(Failed::Refused(found)) if found == why), "{nominated:?}");

        let taken = send(&stage.context(&newcomer("zere")), &"aigul".into(), wish()).await.unwrap();
        accept(&stage.context(&mentor("aigul")), &taken).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let school = "school-12".into();
        let programme = store::programmes::get(&mut tx, &school, &"programme".into()).await.unwrap().unwrap();
        let rights = Rights::load(&mut tx, &programme, stage.today).await.unwrap();
        assert_eq!(rights.standing(&"aigul".into()), Standing::Holds(right));
        let later = Rights::load(&mut tx, &programme, date(2026, 10, 7)).await.unwrap();
        assert!(!later.may_begin(&"aigul".into()), "the day after the last");
        let pairs = store::pairs::of_programme(&mut tx, &school, &"programme".into()).await.unwrap();
        assert_eq!(pairs.iter().filter(|pair| pair.is_settled()).count(), 1, "what has begun goes on");
    })
    .await;
}
