//! Figures of a sitting's questions, and what follows from the error of a paper whose questions were drawn at random.

use crate::plans::coordinator;
use crate::sittings::{admit, at, keep, numbers, paper, planned, single};
use crate::stage::{Stage, actor, mentor};
use actions::Failed;
use actions::attempts::{hand_in, open, save};
use actions::sittings::{Bar, Label, NotShown, Planned, Statistics, begin, close, figures, plan, tell};
use domain::courses::{State as CourseState, Verdict};
use domain::exams::Plan;
use domain::people::Role;
use domain::questions::{Answer, Blueprint, Language, Points, Topic};
use domain::{AttemptId, ExamId};
use store::testing::{on_both, person};

/// A sitting over a bank of so many questions of one topic, of which a paper asks four; three points are the cut. As many
/// candidates as are named have answered so many of their own rightly and the others wrongly; nothing is told yet.
async fn written(stage: &Stage, bank: usize, right: &[usize]) -> (ExamId, Vec<AttemptId>) {
    keep(stage, (0..bank).map(|number| single(&format!("Вопрос {number}"))).collect()).await;
    let names: Vec<String> = (0..right.len()).map(|number| format!("candidate-{number}")).collect();
    for name in &names {
        let mut tx = stage.db.write().await.unwrap();
        let teacher = person(name, Some("school-12"), "Жаңабаева", name);
        store::people::add(&mut tx, &teacher, None).await.unwrap();
        tx.commit().await.unwrap();
        admit(stage, name, CourseState::Admitted).await;
    }
    let of_four = Plan { blueprint: Blueprint([(Topic::Law, 4)].into()), minutes: 30 };
    let planned = Planned { plan: of_four, bar: Bar::Agreed(Points::whole(3)), ..planned(stage) };
    let id = plan(&stage.context(&coordinator()), &planned).await.unwrap();
    begin(&at(stage, &coordinator(), 0), &id).await.unwrap();
    let mut papers = Vec::new();
    for (name, right) in names.iter().zip(right) {
        let candidate = mentor(name);
        let own = open(&at(stage, &candidate, 1), &id, Language::Ru).await.unwrap();
        for (place, number) in numbers(stage, &own).await.into_iter().enumerate() {
            let answer = Answer::One(usize::from(place >= *right));
            save(&at(stage, &candidate, 2), &own, number, &answer, 0).await.unwrap();
        }
        hand_in(&at(stage, &candidate, 3), &own).await.unwrap();
        papers.push(own);
    }
    close(&at(stage, &coordinator(), 21), &id).await.unwrap();
    (id, papers)
}

/// What the coordinator reads once it is closed.
async fn read(stage: &Stage, id: &ExamId) -> Option<Statistics> {
    let mut tx = stage.db.read().await.unwrap();
    figures(&mut tx, &at(stage, &coordinator(), 22), id, Language::Ru).await.unwrap().1
}

#[tokio::test]
async fn papers_drawn_at_random_have_a_border_of_their_own_each() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let right = [0, 1, 2, 3, 4, 2, 3, 4, 2, 3, 4, 1];
        let (id, papers) = written(&stage, 8, &right).await;
        let mut drawn = Vec::new();
        for paper in &papers {
            let mut own = numbers(&stage, paper).await;
            own.sort_unstable();
            drawn.push(own);
        }
        drawn.dedup();
        assert!(drawn.len() > 1, "not everybody got the same: {drawn:?}");
        let found = read(&stage, &id).await.unwrap();
        assert_eq!(found.reliability.err(), Some(NotShown::Gaps));
        let errors = found.errors.unwrap();
        let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
        assert!(errors.n == 12 && near(errors.low, 0.0) && near(errors.middle, 1.0), "{errors:?}");
        assert!(found.quiz.is_ok(), "each is in percent of the own paper");
        assert_eq!(tell(&at(&stage, &coordinator(), 22), &id).await.unwrap(), papers.len());
        for (own, right) in papers.iter().zip(right) {
            let told = paper(&stage, own).await.told.unwrap();
            // Lord's x(k − x)/(k − 1) of four questions, in hundredths of a point.
            let (error, verdict) = match right {
                0 => (0, Verdict::Failed),
                1 => (100, Verdict::Failed),
                2 => (115, Verdict::Border),
                3 => (100, Verdict::Border),
                _ => (0, Verdict::Passed),
            };
            assert_eq!((told.error.hundredths(), told.verdict), (error, verdict), "{right} right");
        }
    })
    .await;
}

#[tokio::test]
async fn figures_without_an_interval_wait_for_thirty_and_options_are_counted_from_five_on() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let right = [0, 1, 2, 3, 4, 2, 3, 4, 2, 3, 4, 1];
        let (id, papers) = written(&stage, 4, &right).await;
        let found = read(&stage, &id).await.unwrap();
        assert!(found.reliability.is_ok(), "everybody got the same");
        assert_eq!((found.people, found.questions.len()), (papers.len(), 4));
        let many = NotShown::TooFew { need: 30 };
        let mut brought = 0;
        for question in &found.questions {
            assert_eq!(question.item.difference, Err(many));
            assert_eq!(question.moodle.discrimination_index, Err(many));
            assert!(question.moodle.facility_index.is_ok() && question.item.facility.is_ok());
            let options = question.options.as_ref().unwrap().as_ref().unwrap();
            let keys: Vec<bool> = options.iter().map(|option| option.key).collect();
            assert_eq!(keys, [true, false]);
            assert_eq!(options[0].label, Label::Words("директор".into()));
            assert_eq!(options[0].choice.count + options[1].choice.count, 12);
            assert!(options.iter().all(|option| option.choice.reading.is_none()), "few are not judged");
            brought += usize::try_from(options[0].choice.count).unwrap();
        }
        assert_eq!(brought, right.iter().sum::<usize>());
        assert!(found.quiz.is_ok() && found.shape == Err(many));
    })
    .await;
}

#[tokio::test]
async fn four_papers_come_to_no_figure() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (id, _) = written(&stage, 4, &[1, 2, 3, 4]).await;
        let found = read(&stage, &id).await.unwrap();
        let few = NotShown::TooFew { need: 5 };
        for question in &found.questions {
            assert_eq!(question.item.facility, Err(few));
            assert_eq!(question.options.as_ref().unwrap().as_ref().err(), Some(&few));
        }
        assert_eq!(found.errors, Err(few));
    })
    .await;
}

#[tokio::test]
async fn the_key_is_read_by_whoever_keeps_the_bank_and_once_nobody_writes() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        keep(&stage, (0..4).map(|number| single(&format!("Вопрос {number}"))).collect()).await;
        let of_four = Plan { blueprint: Blueprint([(Topic::Law, 4)].into()), minutes: 30 };
        let four = Planned { plan: of_four, ..planned(&stage) };
        let id = plan(&stage.context(&coordinator()), &four).await.unwrap();
        assert!(read(&stage, &id).await.is_none(), "it has not begun");
        let mut tx = stage.db.read().await.unwrap();
        let mentors = actor("gulnafisa", &[Role::Teacher, Role::Coordinator, Role::Mentor]);
        for other in [mentors, mentor("aigul")] {
            let refused = figures(&mut tx, &at(&stage, &other, 22), &id, Language::Ru).await;
            assert!(matches!(refused, Err(Failed::Forbidden)), "{:?}", refused.err());
        }
    })
    .await;
}
