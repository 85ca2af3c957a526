//! Figures of examiners: who reads which, and what too few come to.

use crate::commissions::{begun, seals};
use crate::plans::coordinator;
use crate::stage::{Stage, mentor};
use actions::Failed;
use actions::commissions::{Refused, figures, grade, own, own_grade, tell};
use actions::sittings::NotShown;
use domain::exams::{Grade, HearingRefused};
use store::testing::on_both;

#[tokio::test]
async fn an_examiner_says_how_the_whole_was_until_they_seal() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (_, id) = begun(&stage).await;
        let aigul = mentor("aigul");
        grade(&stage.context(&aigul), &id, Grade::Ready).await.unwrap();
        grade(&stage.context(&aigul), &id, Grade::Border).await.unwrap();
        grade(&stage.context(&aigul), &id, Grade::Border).await.unwrap();
        assert_eq!(stage.audited("hearing-graded").await, 2, "the form that came twice changed nothing");
        let outsider = grade(&stage.context(&coordinator()), &id, Grade::Ready).await;
        assert!(matches!(outsider, Err(Failed::NotFound)), "{outsider:?}");
        seals(&stage, &id, "aigul", 3, 3).await;
        let late = grade(&stage.context(&aigul), &id, Grade::Ready).await;
        let not_here = Refused::Hearing(HearingRefused::NotHere);
        assert!(matches!(&late, Err(Failed::Refused(why)) if *why == not_here), "{late:?}");
        let mut tx = stage.db.read().await.unwrap();
        let hearing = store::commissions::hearing(&mut tx, &id).await.unwrap().unwrap();
        let kept = own_grade(&mut tx, &stage.context(&aigul), &hearing).await.unwrap();
        assert_eq!(kept, Some(Grade::Border));
        let other = own_grade(&mut tx, &stage.context(&mentor("bekzhan")), &hearing).await.unwrap();
        assert_eq!(other, None, "nobody reads somebody else's");
    })
    .await;
}

#[tokio::test]
async fn beside_one_other_examiner_no_figure_of_severity_is_shown() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (_, id) = begun(&stage).await;
        let (leader, aigul) = (coordinator(), mentor("aigul"));
        seals(&stage, &id, "aigul", 3, 3).await;
        seals(&stage, &id, "bekzhan", 2, 3).await;
        let mut tx = stage.db.read().await.unwrap();
        assert!(figures(&mut tx, &stage.context(&leader)).await.unwrap().is_none(), "nothing is told yet");
        drop(tx);
        tell(&stage.context(&leader), &id).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let found = figures(&mut tx, &stage.context(&leader)).await.unwrap().unwrap();
        assert_eq!((found.hearings, found.examiners, found.criteria.len()), (1, 2, 8));
        let few = |need| NotShown::TooFew { need };
        assert!(found.criteria.iter().all(|one| one.shares == Err(few(5)) && one.alpha == Err(few(10))));
        let means = found.means.unwrap();
        assert_eq!((means.candidates, means.examiners, means.icc), (1, 2, Err(few(10))));
        assert!(found.severity.is_err() && found.borderline.is_err());
        let own_of_aigul = own(&mut tx, &stage.context(&aigul)).await.unwrap().unwrap();
        assert_eq!(own_of_aigul.difference, Err(few(3)), "it would be the other one's with the other sign");
        assert_eq!(own_of_aigul.effect.err(), Some(few(3)));
        assert!(own(&mut tx, &stage.context(&leader)).await.unwrap().is_none(), "she marks nobody");
        let refused = figures(&mut tx, &stage.context(&aigul)).await;
        assert!(matches!(refused, Err(Failed::Forbidden)), "{:?}", refused.err());
    })
    .await;
}
