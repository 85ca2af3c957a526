//! Marks on cards: the newcomer's own, and no trace of them anywhere.

use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::favourites::mark;
use domain::favourites::{Mark, mark_of};
use domain::people::Role;
use store::testing::{contents, on_both};

async fn marked(stage: &Stage, of: &str, on: &str) -> Option<Mark> {
    let mut tx = stage.db.read().await.unwrap();
    let marks = store::favourites::of_newcomer(&mut tx, &"school-12".into(), &of.into()).await.unwrap();
    mark_of(&marks, &on.into())
}

#[tokio::test]
async fn a_mark_takes_the_place_of_the_last_one_and_is_taken_away_again() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (dana, aigul) = (newcomer("dana"), "aigul".into());
        for step in [Some(Mark::Favourite), Some(Mark::Favourite), Some(Mark::Hidden), None, None] {
            mark(&stage.context(&dana), &aigul, step).await.unwrap();
            assert_eq!(marked(&stage, "dana", "aigul").await, step);
            assert_eq!(marked(&stage, "zere", "aigul").await, None, "each has their own");
        }
    })
    .await;
}

#[tokio::test]
async fn a_mark_changes_nothing_but_itself() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let before = contents(&stage.db).await;
        mark(&stage.context(&newcomer("dana")), &"aigul".into(), Some(Mark::Favourite)).await.unwrap();
        mark(&stage.context(&newcomer("dana")), &"bekzhan".into(), Some(Mark::Hidden)).await.unwrap();
        let after = contents(&stage.db).await;
        let changed: Vec<&String> =
            before.iter().filter(|(table, rows)| after[*table] != **rows).map(|(table, _)| table).collect();
        assert_eq!(changed, ["favourites"], "no line in the log, no letter, no job");
    })
    .await;
}

#[tokio::test]
async fn only_newcomers_mark_and_only_cards_that_stand_in_the_list() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let star = Some(Mark::Favourite);
        let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
        for other in [mentor("bekzhan"), coordinator] {
            let done = mark(&stage.context(&other), &"aigul".into(), star).await;
            assert!(matches!(done, Err(Failed::Forbidden)), "{done:?}");
        }
        let dana = newcomer("dana");
        let nobody = mark(&stage.context(&dana), &"zere".into(), star).await;
        assert!(matches!(nobody, Err(Failed::NotFound)), "{nobody:?}");
        actions::mentors::step_back(&stage.context(&mentor("bekzhan")), &"bekzhan".into()).await.unwrap();
        let gone = mark(&stage.context(&dana), &"bekzhan".into(), star).await;
        assert!(matches!(gone, Err(Failed::NotFound)), "{gone:?}");
        mark(&stage.context(&dana), &"bekzhan".into(), None).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_enrolment_by_mistake_is_taken_back_with_its_marks_as_if_there_were_none() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        mark(&stage.context(&newcomer("dana")), &"aigul".into(), Some(Mark::Favourite)).await.unwrap();
        let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
        actions::newcomers::withdraw(&stage.context(&coordinator), &"dana".into()).await.unwrap();
        assert_eq!(marked(&stage, "dana", "aigul").await, None);
    })
    .await;
}
