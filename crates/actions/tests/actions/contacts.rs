//! Joint work and impressions: who may, what stands once, what leaves no trace.

use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::contacts::{Words, cancel, confirm, forget_impression, keep_impression, record};
use domain::ContactId;
use domain::contacts::{Deed, Impression, Kind, Mark, RecordRefused, State, StepRefused};
use domain::people::Role;
use jiff::civil::date;
use store::testing::on_both;

fn visit() -> Deed {
    Deed { kind: Kind::VisitToMentor, held_on: date(2026, 10, 2), minutes: 45, topic: None }
}

async fn recorded(stage: &Stage) -> ContactId {
    let dana = newcomer("dana");
    record(&stage.context(&dana), &"dana".into(), &"aigul".into(), &visit()).await.unwrap()
}

async fn state(stage: &Stage, id: &ContactId) -> State {
    store::contacts::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap().state
}

async fn impression(stage: &Stage, id: &ContactId, author: &str) -> Option<Impression> {
    let mut tx = stage.db.read().await.unwrap();
    store::contacts::impression(&mut tx, &"school-12".into(), id, &author.into()).await.unwrap()
}

async fn lines_in_the_log(stage: &Stage) -> usize {
    let mut tx = stage.db.read().await.unwrap();
    store::audit::of_school(&mut tx, &"school-12".into(), i64::MAX, 10_000).await.unwrap().len()
}

#[tokio::test]
async fn one_of_the_two_writes_down_and_the_other_confirms() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = recorded(&stage).await;
        let own = confirm(&stage.context(&newcomer("dana")), &id).await;
        assert!(matches!(own, Err(Failed::Refused(StepRefused::NotYours))), "{own:?}");
        confirm(&stage.context(&mentor("aigul")), &id).await.unwrap();
        assert!(matches!(state(&stage, &id).await, State::Confirmed { .. }));
        let late = cancel(&stage.context(&newcomer("dana")), &id).await;
        assert!(matches!(late, Err(Failed::Refused(StepRefused::NotOpen))), "{late:?}");
        assert_eq!(stage.audited("contact-recorded").await, 1);
        assert_eq!(stage.audited("contact-confirmed").await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_same_visit_recorded_by_both_stands_once() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = recorded(&stage).await;
        let aigul = mentor("aigul");
        let again = record(&stage.context(&aigul), &"dana".into(), &"aigul".into(), &visit()).await;
        assert!(matches!(again, Err(Failed::Refused(RecordRefused::AlreadyRecorded))), "{again:?}");
        cancel(&stage.context(&newcomer("dana")), &id).await.unwrap();
        record(&stage.context(&aigul), &"dana".into(), &"aigul".into(), &visit()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn for_everybody_else_the_joint_work_is_not_there() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = recorded(&stage).await;
        let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
        for other in [mentor("bekzhan"), newcomer("zere"), coordinator] {
            let context = stage.context(&other);
            let written = record(&context, &"dana".into(), &"aigul".into(), &visit()).await;
            assert!(matches!(written, Err(Failed::NotFound)), "{written:?}");
            assert!(matches!(confirm(&context, &id).await, Err(Failed::NotFound)));
            assert!(matches!(cancel(&context, &id).await, Err(Failed::NotFound)));
            let words = Words { useful: Mark::new(1), ..Words::default() };
            assert!(matches!(keep_impression(&context, &id, &words).await, Err(Failed::NotFound)));
        }
        assert_eq!(state(&stage, &id).await, State::Recorded);
    })
    .await;
}

#[tokio::test]
async fn each_keeps_an_own_impression_changes_and_forgets_it_and_the_log_says_nothing() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = recorded(&stage).await;
        let before = lines_in_the_log(&stage).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        let first = Words { ease: Mark::new(2), note: "Торопилась.".into(), ..Words::default() };
        let second = Words {
            ease: Mark::new(4), note: "Сначала спросила меня.".into(), ..Words::default()
        };
        keep_impression(&stage.context(&dana), &id, &first).await.unwrap();
        keep_impression(&stage.context(&dana), &id, &second).await.unwrap();
        keep_impression(&stage.context(&aigul), &id, &first).await.unwrap();
        let kept = impression(&stage, &id, "dana").await.unwrap();
        assert_eq!((kept.ease, kept.note.as_str()), (Mark::new(4), "Сначала спросила меня."));
        forget_impression(&stage.context(&dana), &id).await.unwrap();
        assert_eq!(impression(&stage, &id, "dana").await, None);
        assert!(impression(&stage, &id, "aigul").await.is_some(), "the other one's stays");
        assert_eq!(lines_in_the_log(&stage).await, before);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_written_down_with_somebody_who_has_left() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        leaves(&stage, "aigul").await;
        let gone = record(&stage.context(&newcomer("dana")), &"dana".into(), &"aigul".into(), &visit()).await;
        assert!(matches!(gone, Err(Failed::Refused(RecordRefused::MentorGone))), "{gone:?}");
        leaves(&stage, "zere").await;
        let gone =
            record(&stage.context(&mentor("bekzhan")), &"zere".into(), &"bekzhan".into(), &visit()).await;
        assert!(matches!(gone, Err(Failed::Refused(RecordRefused::NewcomerGone))), "{gone:?}");
    })
    .await;
}

/// Somebody does not work here any more.
async fn leaves(stage: &Stage, id: &str) {
    let mut tx = stage.db.write().await.unwrap();
    let mut person = store::people::get(&mut tx, &id.into()).await.unwrap().unwrap();
    person.left_on = Some(stage.today);
    store::people::save(&mut tx, &person).await.unwrap();
    tx.commit().await.unwrap();
}
