//! Times at which somebody does not meet: their own, and respected wherever times are offered or planned.

use crate::stage::{Stage, mentor};
use actions::Failed;
use actions::reservations::{Wanted, enter, except, remove, standing};
use domain::reservations::{Reservation, ReservationRefused, When};
use jiff::civil::{date, time};
use store::testing::on_both;

fn tuesdays() -> Wanted {
    Wanted { when: When::Weekly { weekday: 2, but: vec![] }, from: time(15, 0, 0, 0), to: time(16, 30, 0, 0) }
}

async fn own(stage: &Stage, person: &str) -> Vec<Reservation> {
    standing(&mut stage.db.read().await.unwrap(), &stage.context(&mentor(person))).await.unwrap()
}

#[tokio::test]
async fn a_time_is_entered_once_has_exceptions_and_is_nobody_elses() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (aigul, bekzhan) = (mentor("aigul"), mentor("bekzhan"));
        for _ in 0..2 {
            enter(&stage.context(&aigul), &tuesdays()).await.unwrap();
        }
        let id = own(&stage, "aigul").await[0].id.clone();
        assert_eq!(own(&stage, "aigul").await.len(), 1, "the form came twice");
        let day = date(2026, 12, 1);
        except(&stage.context(&aigul), &id, day, false).await.unwrap();
        assert_eq!(own(&stage, "aigul").await[0].when, When::Weekly { weekday: 2, but: vec![day] });
        let other = except(&stage.context(&bekzhan), &id, day, true).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        let theirs = remove(&stage.context(&bekzhan), &id).await;
        assert!(matches!(theirs, Err(Failed::NotFound)), "{theirs:?}");
        let wednesday = except(&stage.context(&aigul), &id, date(2026, 12, 2), false).await;
        assert!(matches!(wednesday, Err(Failed::Refused(ReservationRefused::OtherDay))), "{wednesday:?}");
        except(&stage.context(&aigul), &id, day, true).await.unwrap();
        let once = Wanted { when: When::Once(day), ..tuesdays() };
        enter(&stage.context(&aigul), &once).await.unwrap();
        remove(&stage.context(&aigul), &id).await.unwrap();
        let left = own(&stage, "aigul").await;
        assert_eq!(left.iter().map(|one| one.when.clone()).collect::<Vec<_>>(), [When::Once(day)]);
        assert_eq!(stage.audited("reservation-removed").await, 1);
    })
    .await;
}
