//! Figures of a sitting's questions, and what follows from the error of a paper whose questions were drawn at random.

use crate::plans::coordinator;
use crate::sittings::{admit, at, keep, numbers, paper, planned, single};
use crate::stage::{Stage, mentor};
use actions::attempts::{hand_in, open, save};
use actions::sittings::{Bar, Planned, begin, close, plan, tell};
use domain::courses::{State as CourseState, Verdict};
use domain::exams::Plan;
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
