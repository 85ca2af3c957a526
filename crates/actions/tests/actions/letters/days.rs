//! How letters reach a person: nothing at night, what can wait once a day, reminders as wanted (feat:D5; neg:N10).

use super::{Pigeon, promised, wants};
use crate::stage::{Stage, actor, newcomer};
use actions::letters::{Delivered, Letter, NotSent, deliver_next};
use domain::Instant;
use domain::calendar::instant_at;
use domain::deliveries::{Refused, Wishes};
use domain::people::Role;
use jiff::civil::{date, time};
use store::testing::on_both;

/// A moment of 5 or 6 October in the school.
fn at(day: i8, hour: i8, minute: i8) -> Instant {
    instant_at(date(2026, 10, day).at(hour, minute, 0, 0), 300)
}

/// Everything that is due at a moment.
async fn due(stage: &Stage, now: Instant, pigeon: &Pigeon) -> usize {
    while deliver_next(&stage.db, now, pigeon).await.unwrap() != Delivered::Nothing {}
    pigeon.take().len()
}

/// Two letters to Дана that can wait.
async fn two_letters(stage: &Stage) {
    for _ in 0..2 {
        promised(stage, "dana", Letter::PairPending, "dana").await;
    }
}

#[tokio::test]
async fn at_night_a_letter_waits_for_the_morning_and_is_no_failed_attempt() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        two_letters(&stage).await;
        let pigeon = Pigeon::default();
        assert_eq!(due(&stage, at(5, 23, 30), &pigeon).await, 0);
        assert_eq!(due(&stage, at(6, 6, 59), &pigeon).await, 0);
        let mut tx = stage.db.write().await.unwrap();
        let job = store::jobs::claim(&mut tx, at(6, 7, 0), Instant::MAX).await.unwrap().unwrap();
        assert_eq!(job.attempts, 1, "holding counts as no attempt");
        drop(tx);
        assert_eq!(due(&stage, at(6, 7, 0), &pigeon).await, 2);
    })
    .await;
}

#[tokio::test]
async fn what_can_wait_comes_once_a_day_in_one_letter() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let daily = Wishes { digest: Some(time(17, 0, 0, 0)), ..Wishes::default() };
        wants(&stage, "dana", daily).await;
        two_letters(&stage).await;
        let pigeon = Pigeon::default();
        assert_eq!(due(&stage, at(5, 16, 59), &pigeon).await, 0);
        while deliver_next(&stage.db, at(5, 17, 0), &pigeon).await.unwrap() != Delivered::Nothing {}
        let [letter] = pigeon.take().try_into().unwrap();
        assert_eq!((letter.parts.len(), letter.subject.as_str()), (2, "2 новости за день"));
        assert_eq!(due(&stage, at(6, 17, 0), &pigeon).await, 0, "nothing comes twice");
    })
    .await;
}

#[tokio::test]
async fn the_letter_of_the_day_that_fails_comes_whole_at_the_next_attempt() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let daily = Wishes { digest: Some(time(17, 0, 0, 0)), ..Wishes::default() };
        wants(&stage, "dana", daily).await;
        two_letters(&stage).await;
        let pigeon = Pigeon::failing(vec![NotSent::ForNow("mail server: 421".into())]);
        assert_eq!(deliver_next(&stage.db, at(5, 17, 0), &pigeon).await.unwrap(), Delivered::Later);
        assert_eq!(deliver_next(&stage.db, at(5, 17, 1), &pigeon).await.unwrap(), Delivered::Sent);
        assert_eq!(pigeon.take()[0].parts.len(), 2);
        assert_eq!(deliver_next(&stage.db, at(6, 17, 0), &pigeon).await.unwrap(), Delivered::Nothing);
    })
    .await;
}

#[tokio::test]
async fn each_says_it_for_themselves_and_a_contradiction_is_refused() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let dana = newcomer("dana");
        let night = Wishes { digest: Some(time(23, 0, 0, 0)), ..Wishes::default() };
        let refused = actions::deliveries::keep(&stage.context(&dana), night).await;
        assert!(matches!(refused, Err(actions::Failed::Refused(Refused::DigestAtNight))));
        let hour = Wishes { hour_ahead: true, ..Wishes::default() };
        for _ in 0..2 {
            actions::deliveries::keep(&stage.context(&dana), hour).await.unwrap();
        }
        assert_eq!(stage.audited("account-letters-set").await, 1);
        let of = async |person: &str| {
            let mut tx = stage.db.read().await.unwrap();
            store::deliveries::of_person(&mut tx, &person.into()).await.unwrap()
        };
        assert_eq!((of("dana").await, of("aigul").await), (hour, Wishes::default()));
        let officer = domain::people::Actor { school: None, ..actor("serik", &[Role::DistrictOfficer]) };
        let nowhere = actions::deliveries::keep(&stage.context(&officer), hour).await;
        assert!(matches!(nowhere, Err(actions::Failed::NotFound)));
    })
    .await;
}
