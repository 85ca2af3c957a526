//! The adaptation checklist: either ticks, either takes back, the coordinator looks.

use crate::plans::{assigned, coordinator, head};
use crate::stage::{mentor, newcomer};
use actions::Failed;
use actions::milestones::{opened, set};
use domain::milestones::Milestone;
use store::testing::on_both;

#[tokio::test]
async fn either_of_the_two_ticks_and_takes_back_and_the_coordinator_looks() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let dana_id = "dana".into();
        for (who, done) in [(newcomer("dana"), true), (mentor("aigul"), true), (mentor("aigul"), false)] {
            set(&stage.context(&who), &dana_id, Milestone::Journal, done).await.unwrap();
            let mut tx = stage.db.read().await.unwrap();
            let ticks = store::milestones::of_newcomer(&mut tx, &"school-12".into(), &dana_id).await.unwrap();
            assert_eq!(ticks.len(), usize::from(done));
        }
        assert_eq!(stage.audited("milestone-done").await, 1, "what stands is left alone");
        assert_eq!(stage.audited("milestone-reopened").await, 1);
        let looking = set(&stage.context(&coordinator()), &dana_id, Milestone::Journal, true).await;
        assert!(matches!(looking, Err(Failed::Forbidden)), "{looking:?}");
        let mut tx = stage.db.read().await.unwrap();
        assert!(opened(&mut tx, &stage.context(&coordinator()), &dana_id).await.unwrap().is_some());
        for other in [head(), mentor("bekzhan"), newcomer("zere")] {
            assert!(opened(&mut tx, &stage.context(&other), &dana_id).await.unwrap().is_none());
        }
    })
    .await;
}

#[tokio::test]
async fn without_a_mentor_the_newcomer_ticks_alone() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let zere = "zere".into();
        set(&stage.context(&newcomer("zere")), &zere, Milestone::Workplace, true).await.unwrap();
        let other = set(&stage.context(&mentor("aigul")), &zere, Milestone::Workplace, false).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
    })
    .await;
}
