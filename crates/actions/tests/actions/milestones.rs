//! The adaptation checklist: either ticks, either takes back, the coordinator looks.

use crate::plans::{assigned, coordinator, head};
use crate::stage::{mentor, newcomer};
use actions::Failed;
use actions::milestones::{opened, print, set, table};
use actions::rosters::exporting::Form;
use domain::milestones::Milestone;
use i18n::Lang;
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
async fn the_paper_says_who_ticked_what_on_which_day() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        set(&stage.context(&mentor("aigul")), &"dana".into(), Milestone::Journal, true).await.unwrap();
        let csv = async |who: &domain::people::Actor| {
            let file = table(&stage.context(who), &"dana".into(), Lang::Ru, Form::Csv).await;
            file.map(|file| String::from_utf8(file.bytes).unwrap())
        };
        let read = csv(&coordinator()).await.unwrap();
        assert_eq!(read.lines().count(), Milestone::ALL.len() + 1, "{read}");
        let ticked: Vec<&str> = read.lines().filter(|line| line.contains("Нұрбаева")).collect();
        assert_eq!(ticked.len(), 1, "{read}");
        for other in [head(), mentor("bekzhan"), newcomer("zere")] {
            assert!(matches!(csv(&other).await, Err(Failed::NotFound)));
        }
        let pdf = print(&stage.context(&newcomer("dana")), &"dana".into(), Lang::Kk).await.unwrap();
        assert!(pdf.starts_with(b"%PDF"));
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
