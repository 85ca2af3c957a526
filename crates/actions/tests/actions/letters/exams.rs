//! What the letters of the mentor course and its exam tell of.

use super::kinds::PRIVATE;
use super::{delivered, promised};
use crate::stage::Stage;
use actions::letters::Letter;
use domain::calendar::instant_at;
use domain::courses::{
    Announced, Course, Decision, Declined, Phase, Right, State as Standing, Training, Verdict, begin,
};
use domain::exams::{
    Attempt, Commission, Cuts, Hearing, HearingState, Panel, Plan, Practice, Rubric, Saved, Sheet, Sitting,
    SittingState, State, Time,
};
use domain::questions::{
    Answer, Bank, Blueprint, Drawn, Kept as Asked, Kind, Language, Points, Question, Shelf, Topic, Variant,
};
use domain::{Day, PersonId, SchoolId};
use jiff::civil::{date, time};
use store::WriteTx;
use store::attempts::{Kept, Second, Told};
use store::testing::{on_both, spoil};

/// The day of sessions, sittings and commissions, and the last day of a right.
const DAY: Day = date(2026, 10, 10);

/// What a letter tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exam {
    /// Айгүл asked for a place and got none.
    Declined,
    /// A session is announced while she is at the training.
    Announced,
    /// A sitting that she may write.
    Planned,
    /// The same, called off.
    CalledOff,
    /// Her paper, the result of which was told.
    Told,
    /// A closed sitting with a text that nobody has marked.
    Texts,
    /// Her right, which ends in a few days.
    Right,
    /// Her right, which was taken away.
    Revoked,
    /// A commission in which she sits.
    Sits,
    /// A commission in which she does not, and which does not hear her.
    Elsewhere,
    /// A commission that is no more.
    Removed,
    /// Her practice, which waits.
    Heard,
    /// The commission before which it waits.
    Before,
    /// Her practice, whose result was told.
    Practised,
    /// A practice that she marks.
    Marks,
}

/// Who is told of what by a letter of the course and its exam.
pub(super) fn scenes(letter: Letter) -> Vec<(&'static str, Exam)> {
    let aigul = |exam| vec![("aigul", exam)];
    match letter {
        Letter::CourseDeclined => aigul(Exam::Declined),
        Letter::TrainingAnnounced => aigul(Exam::Announced),
        Letter::SittingPlanned => aigul(Exam::Planned),
        Letter::SittingCalledOff => aigul(Exam::CalledOff),
        Letter::TheoryTold => aigul(Exam::Told),
        Letter::TextsWait => vec![("gulnafisa", Exam::Texts)],
        Letter::RightGranted | Letter::RightEnds => aigul(Exam::Right),
        Letter::RightRevoked => aigul(Exam::Revoked),
        Letter::HearingNamed => aigul(Exam::Heard),
        Letter::HearingMoved => vec![("aigul", Exam::Before), ("aigul", Exam::Sits)],
        Letter::PracticeTold => aigul(Exam::Practised),
        Letter::ExaminerNamed => aigul(Exam::Sits),
        Letter::HearingTakenOff | Letter::ExaminerReplaced => aigul(Exam::Elsewhere),
        Letter::ExaminerAsked | Letter::SheetUnsealed => aigul(Exam::Marks),
        Letter::CommissionRemoved => aigul(Exam::Removed),
        other => panic!("{other:?} is not of the exam"),
    }
}

/// Makes the thing on the fifth of October; gives what its letter is about.
pub(super) async fn make(stage: &mut Stage, number: usize, what: Exam) -> String {
    stage.today = date(2026, 10, 5);
    let mut tx = stage.db.write().await.unwrap();
    let about = match what {
        Exam::Declined => declined(&mut tx, stage).await,
        Exam::Announced => announced(&mut tx, stage, number).await,
        Exam::Planned => sitting(&mut tx, stage, number, SittingState::Planned).await.id.to_string(),
        Exam::CalledOff => {
            let off = SittingState::CalledOff { at: stage.now(), reason: PRIVATE.into() };
            sitting(&mut tx, stage, number, off).await.id.to_string()
        }
        Exam::Told => paper(&mut tx, stage, number).await.id.to_string(),
        Exam::Texts => texts(&mut tx, stage, number).await,
        Exam::Right => {
            let right = Right { from: date(2023, 10, 11), until: DAY };
            let course = course(&mut tx, stage, "aigul", Standing::Passed { right }).await;
            format!("{} 30", course.candidate.course)
        }
        Exam::Revoked => {
            let right = Right { from: date(2023, 10, 11), until: DAY };
            let decision = Decision { by: "gulnafisa".into(), at: stage.now(), reason: PRIVATE.into() };
            let course = course(&mut tx, stage, "aigul", Standing::Revoked { right, decision }).await;
            course.candidate.course.to_string()
        }
        Exam::Sits => commission(&mut tx, number, ["aigul", "bekzhan"]).await.id.to_string(),
        Exam::Elsewhere => commission(&mut tx, number, ["bekzhan", "gulnafisa"]).await.id.to_string(),
        Exam::Removed => format!("commission-{number} {DAY} {}", time(10, 0, 0, 0)),
        Exam::Heard => waits(&mut tx, stage, number).await.id.to_string(),
        Exam::Before => waits(&mut tx, stage, number).await.commission.to_string(),
        Exam::Practised => {
            let practice = Practice { mean: 120, critical: vec![], passed: false };
            let protocol = u32::try_from(number).unwrap();
            let told = HearingState::Told { at: stage.now(), number: protocol, practice };
            hearing(&mut tx, stage, number, "aigul", told).await.id.to_string()
        }
        Exam::Marks => {
            let begun = HearingState::Begun { at: stage.now() };
            hearing(&mut tx, stage, number, "bekzhan", begun).await.id.to_string()
        }
    };
    tx.commit().await.unwrap();
    about
}

fn school() -> SchoolId {
    "school-12".into()
}

/// Somebody's course, as far as it has come.
async fn course(tx: &mut WriteTx, stage: &Stage, person: &str, reached: Standing) -> Course {
    let known = store::courses::of_person(tx, &school(), &person.into()).await.unwrap().pop();
    let mut course = if let Some(course) = known {
        course
    } else {
        let id = format!("course-{person}").into();
        let course = begin(id, school(), person.into(), stage.today, stage.now());
        store::courses::add(tx, &course).await.unwrap();
        course
    };
    course.candidate.state = reached;
    store::courses::save(tx, &course).await.unwrap();
    course
}

async fn declined(tx: &mut WriteTx, stage: &Stage) -> String {
    store::courses::apply(tx, &school(), &"aigul".into(), stage.now()).await.unwrap();
    let (person, at) = ("aigul".into(), stage.now());
    let declined = Declined { school: school(), person, at, words: PRIVATE.into() };
    store::courses::decline(tx, &declined).await.unwrap();
    "aigul".to_owned()
}

async fn announced(tx: &mut WriteTx, stage: &Stage, number: usize) -> String {
    course(tx, stage, "aigul", Standing::Training).await;
    let about = Announced {
        stage: domain::courses::Stage::Training,
        title: "Психология пары".into(),
        day: DAY,
        from: time(10, 0, 0, 0),
        to: time(13, 0, 0, 0),
        place: "214".into(),
        places: 5,
        leader: "gulnafisa".into(),
        before: PRIVATE.into(),
        after: String::new(),
        opened: false,
    };
    let id = format!("training-{number}");
    let (phase, changed_at) = (Phase::Announced, stage.now());
    let training =
        Training { id: id.as_str().into(), school: school(), about, phase, changed_at, version: 0 };
    store::courses::announce(tx, &training).await.unwrap();
    id
}

/// A sitting at ten, and Айгүл admitted.
async fn sitting(tx: &mut WriteTx, stage: &Stage, number: usize, how: SittingState) -> Sitting {
    course(tx, stage, "aigul", Standing::Admitted).await;
    let sitting = Sitting {
        id: format!("sitting-{number}").into(),
        school: school(),
        begins: instant_at(DAY.at(10, 0, 0, 0), 300),
        ends: instant_at(DAY.at(11, 0, 0, 0), 300),
        plan: Plan { blueprint: Blueprint([(Topic::Law, 1)].into()), minutes: 40 },
        bank: 0,
        languages: [Language::Ru].into(),
        cuts: Cuts::default(),
        rubric: Rubric::starter(),
        marker: None,
        places: 0,
        state: SittingState::Planned,
        version: 0,
    };
    store::sittings::add(tx, &sitting).await.unwrap();
    if how != SittingState::Planned {
        store::sittings::save(tx, &Sitting { state: how, ..sitting.clone() }).await.unwrap();
    }
    sitting
}

/// Айгүл has handed in a paper of one question, and knows the result.
async fn paper(tx: &mut WriteTx, stage: &Stage, number: usize) -> Kept {
    let kept = handed_in(tx, stage, number).await;
    let told = Told {
        points: Points::ONE,
        of: Points::ONE,
        cut: Points::ONE,
        error: Points::default(),
        verdict: Verdict::Passed,
        second: None,
        on: Some(stage.today),
        looked: Vec::new(),
    };
    store::attempts::save(tx, &Kept { told: Some(told), ..kept.clone() }).await.unwrap();
    kept
}

async fn handed_in(tx: &mut WriteTx, stage: &Stage, number: usize) -> Kept {
    let closed = SittingState::Closed { at: stage.now() };
    let sitting = sitting(tx, stage, number, closed).await;
    let questions = vec![Drawn { number: 1, order: vec![] }];
    let attempt = Attempt {
        exam: sitting.id,
        person: "aigul".into(),
        number: 1,
        variant: Variant { seed: 1, bank: 0, questions },
        time: Time { from: stage.now(), minutes: 40, extension: 0, outages: vec![] },
        answers: [].into(),
        state: State::HandedIn { at: stage.now() },
    };
    let id = format!("paper-{number}").into();
    let (language, home) = (Language::Ru, school());
    let kept = Kept { id, school: school(), home, language, attempt, told: None, version: 0 };
    store::attempts::add(tx, &kept).await.unwrap();
    kept
}

/// The same with a question that is marked by hand; gives the sitting.
async fn texts(tx: &mut WriteTx, stage: &Stage, number: usize) -> String {
    let kept = handed_in(tx, stage, number).await;
    store::attempts::save(tx, &kept).await.unwrap();
    let mut essay = Question::blank(Shelf::Topic(Topic::Law), Kind::Essay);
    essay.text = PRIVATE.into();
    let bank = Bank::of(0, Language::Ru, vec![Asked::new(1, Language::Ru, essay)]);
    let sitting = store::sittings::get(tx, &kept.attempt.exam).await.unwrap().unwrap();
    store::sittings::freeze(tx, &sitting, Language::Ru, &bank).await.unwrap();
    let saved = Saved { answer: Answer::Written(PRIVATE.into()), revision: 1, at: stage.now() };
    store::attempts::answer(tx, &kept, 1, &saved).await.unwrap();
    sitting.id.to_string()
}

async fn commission(tx: &mut WriteTx, number: usize, members: [&str; 2]) -> Commission {
    let commission = Commission {
        id: format!("commission-{number}").into(),
        school: school(),
        day: DAY,
        from: time(10, 0, 0, 0),
        place: "214".into(),
        members: members.map(PersonId::from).into(),
        homes: [].into(),
        places: 0,
        rubric: Rubric::starter(),
        version: 0,
    };
    store::commissions::add(tx, &commission).await.unwrap();
    commission
}

/// Айгүл waits for her practice.
async fn waits(tx: &mut WriteTx, stage: &Stage, number: usize) -> Hearing {
    hearing(tx, stage, number, "aigul", HearingState::Waiting).await
}

/// Somebody before a commission; the other of Айгүл and Бекжан marks, and so does Гүлнафиса.
async fn hearing(
    tx: &mut WriteTx,
    stage: &Stage,
    number: usize,
    candidate: &str,
    how: HearingState,
) -> Hearing {
    let course = course(tx, stage, candidate, Standing::Practice).await;
    let other = if candidate == "aigul" { "bekzhan" } else { "aigul" };
    let commission = commission(tx, number, [other, "gulnafisa"]).await;
    let blank = |person: &PersonId| (person.clone(), Sheet::empty(&commission.rubric));
    let hearing = Hearing {
        id: format!("hearing-{number}").into(),
        school: school(),
        commission: commission.id.clone(),
        candidate: candidate.into(),
        home: school(),
        course: course.candidate.course,
        seed: 7,
        situation: "keep-a-secret".into(),
        state: HearingState::Waiting,
        sheets: commission.members.iter().map(blank).collect(),
        homes: [].into(),
        reasons: vec![],
        version: 0,
    };
    store::commissions::admit(tx, &hearing).await.unwrap();
    if how != HearingState::Waiting {
        store::commissions::save(tx, &Hearing { state: how, ..hearing.clone() }).await.unwrap();
    }
    hearing
}

#[tokio::test]
async fn n10_nothing_is_written_of_what_has_gone_on() {
    let gone = [
        (Letter::CourseDeclined, Exam::Declined, "DELETE FROM course_applications"),
        (Letter::TrainingAnnounced, Exam::Announced, "UPDATE trainings SET phase = 'cancelled'"),
        (Letter::SittingPlanned, Exam::Planned, "UPDATE sittings SET state = 'running'"),
        (Letter::TheoryTold, Exam::Told, "UPDATE attempts SET result = NULL"),
        (Letter::TextsWait, Exam::Texts, "DELETE FROM attempt_answers"),
        (
            Letter::HearingNamed,
            Exam::Heard,
            "UPDATE courses SET word = 'left', state = '{\"left\":{\"on\":\"2026-10-05\"}}'",
        ),
        (Letter::RightEnds, Exam::Right, "UPDATE courses SET word = 'training', state = '\"training\"'"),
        (Letter::ExaminerNamed, Exam::Sits, "DELETE FROM commission_members"),
        (Letter::SheetUnsealed, Exam::Marks, "UPDATE hearing_sheets SET sealed = 1"),
    ];
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        for (number, (letter, what, done)) in gone.into_iter().enumerate() {
            let about = make(&mut stage, number + 1, what).await;
            let to = if what == Exam::Texts { "gulnafisa" } else { "aigul" };
            promised(&stage, to, letter, &about).await;
            spoil(&stage.db, done).await;
            assert_eq!(delivered(&stage).await, [], "{letter:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_is_taken_off_a_commission_that_is_then_removed_is_told() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        for (number, letter) in [(1, Letter::HearingTakenOff), (2, Letter::ExaminerReplaced)] {
            let about = make(&mut stage, number, Exam::Removed).await;
            promised(&stage, "aigul", letter, &about).await;
            assert_eq!(delivered(&stage).await.len(), 1, "{letter:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_is_invited_to_a_sitting_whose_questions_they_have_judged() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let about = make(&mut stage, 1, Exam::Planned).await;
        let mut tx = stage.db.write().await.unwrap();
        let panel = Panel::new(about.as_str().into(), school(), 0).ask(&"aigul".into()).unwrap();
        store::panels::add(&mut tx, &panel).await.unwrap();
        tx.commit().await.unwrap();
        promised(&stage, "aigul", Letter::SittingPlanned, &about).await;
        assert_eq!(delivered(&stage).await, []);
    })
    .await;
}

#[tokio::test]
async fn n10_the_letter_of_a_second_look_replaces_the_first() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let paper = make(&mut stage, 1, Exam::Told).await;
        let mut tx = stage.db.write().await.unwrap();
        let kept = store::attempts::get(&mut tx, &paper.as_str().into()).await.unwrap().unwrap();
        let decision = Decision { by: "gulnafisa".into(), at: stage.now(), reason: PRIVATE.into() };
        let told =
            kept.told.clone().map(|told| Told { second: Some(Second { passed: true, decision }), ..told });
        store::attempts::save(&mut tx, &Kept { told, ..kept }).await.unwrap();
        tx.commit().await.unwrap();
        promised(&stage, "aigul", Letter::TheoryTold, &paper).await;
        promised(&stage, "aigul", Letter::TheoryTold, &format!("{paper} again")).await;
        assert_eq!(delivered(&stage).await.len(), 1);
    })
    .await;
}
