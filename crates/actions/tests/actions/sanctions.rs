//! Disciplinary sanctions: entered and lifted by the head, and what follows for mentors, on both databases.

use crate::stage::{Stage, actor, head};
use actions::Failed;
use actions::mentors::nominate;
use actions::sanctions::{Entered, barred, enter, lift, opened};
use actions::schedules::Schedule;
use domain::mentors::{Refused, Rule};
use domain::people::{Actor, Role};
use domain::sanctions::{EnterRefused, LiftRefused, Order};
use domain::{Day, PersonId, SanctionId};
use jiff::SignedDuration;
use jiff::civil::date;
use store::testing::{ids, on_both};

const LAST_DAY: Day = date(2027, 2, 28);

fn gulnafisa() -> Actor {
    actor("gulnafisa", &[Role::Teacher, Role::Coordinator])
}

fn entered() -> Entered {
    let order = Order { number: "17-ж".into(), dated: date(2026, 9, 1) };
    Entered { order, from: date(2026, 9, 1), last_day: LAST_DAY }
}

async fn only(stage: &Stage) -> SanctionId {
    let [id] = ids(&stage.db, "sanctions").await.try_into().unwrap();
    id.as_str().into()
}

#[tokio::test]
async fn whoever_a_sanction_bars_is_not_nominated_until_it_is_lifted() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (head, polina) = (head(), PersonId::from("polina"));
        enter(&stage.context(&head), &polina, &entered()).await.unwrap();
        // The form comes twice.
        enter(&stage.context(&head), &polina, &entered()).await.unwrap();
        let until = barred(&mut stage.db.read().await.unwrap(), &"school-12".into(), stage.today).await;
        assert_eq!(until.unwrap().into_iter().collect::<Vec<_>>(), [(polina.clone(), LAST_DAY)]);
        let refused = nominate(&stage.context(&gulnafisa()), &"programme".into(), &polina).await;
        let why = Refused::NotEligible(Rule::NoSanction);
        assert!(matches!(refused, Err(Failed::Refused(found)) if found == why), "{refused:?}");

        let id = only(&stage).await;
        let outside = lift(&stage.context(&head), &id, date(2027, 3, 1)).await;
        assert!(matches!(outside, Err(Failed::Refused(LiftRefused::Day))), "{outside:?}");
        for _ in 0..2 {
            assert_eq!(lift(&stage.context(&head), &id, stage.today).await.unwrap(), polina);
        }
        let later = lift(&stage.context(&head), &id, date(2026, 11, 1)).await;
        assert!(matches!(later, Err(Failed::Refused(LiftRefused::NotOpen))), "{later:?}");
        nominate(&stage.context(&gulnafisa()), &"programme".into(), &polina).await.unwrap();
        assert_eq!(stage.audited("sanction-entered").await, 1);
        assert_eq!(stage.audited("sanction-lifted").await, 1);
        let mut tx = stage.db.read().await.unwrap();
        let lines = store::audit::of_subject(&mut tx, &"school-12".into(), "polina").await.unwrap();
        assert!(lines.iter().all(|line| !line.what.starts_with("sanction")), "the log keeps nothing of her");
        let lines = store::audit::of_subject(&mut tx, &"school-12".into(), id.as_str()).await.unwrap();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.detail.is_empty()), "the log does not know the order");
    })
    .await;
}

#[tokio::test]
async fn n08_the_head_alone_enters_reads_and_lifts_and_nobody_their_own() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let polina = PersonId::from("polina");
        enter(&stage.context(&head()), &polina, &entered()).await.unwrap();
        let id = only(&stage).await;
        let all = actor("polina", &[Role::Teacher, Role::Head]);
        for somebody in [&gulnafisa(), &all] {
            let context = stage.context(somebody);
            let again = enter(&context, &polina, &entered()).await;
            assert!(matches!(again, Err(Failed::Forbidden)), "{again:?}");
            let mut tx = stage.db.read().await.unwrap();
            let read = opened::<EnterRefused>(&mut tx, &context, &polina).await;
            assert!(matches!(read, Err(Failed::Forbidden)), "{read:?}");
            drop(tx);
            let lifted = lift(&context, &id, stage.today).await;
            assert!(matches!(lifted, Err(Failed::NotFound)), "{lifted:?}");
        }
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &Role::ALL) };
        let other = enter(&stage.context(&timur), &polina, &entered()).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        let other = lift(&stage.context(&timur), &id, stage.today).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
    })
    .await;
}

#[tokio::test]
async fn a_month_after_its_end_a_sanction_is_forgotten() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let head = head();
        enter(&stage.context(&head), &"polina".into(), &entered()).await.unwrap();
        enter(&stage.context(&head), &"bekzhan".into(), &entered()).await.unwrap();
        let [lifted, _] = ids(&stage.db, "sanctions").await.try_into().unwrap();
        lift(&stage.context(&head), &lifted.as_str().into(), stage.today).await.unwrap();
        for (days, left) in [(30, 2), (31, 1), (176, 1), (177, 0)] {
            let later = stage.now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
            Schedule::ForgetSanctions.run(&stage.db, &stage.ids, later).await.unwrap();
            assert_eq!(ids(&stage.db, "sanctions").await.len(), left, "after {days} days");
        }
    })
    .await;
}
