//! Carrying: once by whoever comes, again after a failure, given up visibly, harmless after a crash.

use super::{Pigeon, delivered, promised, wants};
use crate::stage::{Stage, newcomer};
use actions::letters::{Delivered, Letter, NotSent, Post, Written, deliver_next};
use domain::Instant;
use domain::deliveries::Wishes;
use domain::requests::{Rhythm, Wish};
use jiff::SignedDuration;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use store::Db;
use store::testing::{on_both, work};

/// A letter waits for Бекжан.
async fn waiting(db: Db) -> Stage {
    let stage = Stage::new(db).await;
    let text = "Хочу научиться начинать урок спокойно.".into();
    let wish = Wish { text, goals: vec![], rhythm: Rhythm::Weekly };
    actions::requests::send(&stage.context(&newcomer("dana")), &"bekzhan".into(), wish).await.unwrap();
    wants(&stage, "bekzhan", Wishes { quiet: None, ..Wishes::default() }).await;
    stage
}

fn after(stage: &Stage, minutes: i64) -> Instant {
    stage.now().checked_add(SignedDuration::from_mins(minutes)).unwrap()
}

#[tokio::test]
async fn a_failing_post_is_tried_again_ever_later_and_then_given_up_visibly() {
    on_both(async |db| {
        let stage = waiting(db).await;
        let failures = vec![NotSent::ForNow("mail server: 421".into()); 7];
        let pigeon = Pigeon::failing(failures);
        let mut minutes = 0;
        for wait in [1, 5, 30, 120, 480, 1440] {
            let now = after(&stage, minutes);
            assert_eq!(deliver_next(&stage.db, now, &pigeon).await.unwrap(), Delivered::Later);
            let early = after(&stage, minutes + wait - 1);
            assert_eq!(deliver_next(&stage.db, early, &pigeon).await.unwrap(), Delivered::Nothing);
            minutes += wait;
        }
        let last = after(&stage, minutes);
        assert_eq!(deliver_next(&stage.db, last, &pigeon).await.unwrap(), Delivered::Dead);
        assert_eq!(deliver_next(&stage.db, Instant::MAX, &pigeon).await.unwrap(), Delivered::Nothing);
        let dead = store::jobs::dead(&mut stage.db.read().await.unwrap()).await.unwrap();
        assert_eq!(dead.len(), 1);
        assert_eq!((dead[0].attempts, dead[0].last_error.as_deref()), (7, Some("mail server: 421")));
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_fails_once_goes_out_at_the_second_attempt() {
    on_both(async |db| {
        let stage = waiting(db).await;
        let pigeon = Pigeon::failing(vec![NotSent::ForNow("outbox: full".into())]);
        assert_eq!(deliver_next(&stage.db, stage.now(), &pigeon).await.unwrap(), Delivered::Later);
        assert_eq!(deliver_next(&stage.db, after(&stage, 1), &pigeon).await.unwrap(), Delivered::Sent);
        assert_eq!(pigeon.take().len(), 1);
        assert_eq!(deliver_next(&stage.db, Instant::MAX, &pigeon).await.unwrap(), Delivered::Nothing);
    })
    .await;
}

#[tokio::test]
async fn a_mailbox_that_does_not_exist_is_not_tried_again() {
    on_both(async |db| {
        let stage = waiting(db).await;
        let pigeon = Pigeon::failing(vec![NotSent::ForGood("mailbox refused: 550".into())]);
        assert_eq!(deliver_next(&stage.db, stage.now(), &pigeon).await.unwrap(), Delivered::Dead);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_cannot_be_read_does_not_hold_up_the_others() {
    on_both(async |db| {
        let stage = waiting(db).await;
        let mut tx = stage.db.write().await.unwrap();
        let long_ago = Instant::UNIX_EPOCH;
        store::jobs::add(&mut tx, work("a", "letter", "{\"to\":1}", long_ago)).await.unwrap();
        store::jobs::add(&mut tx, work("b", "carrier-pigeon", "{}", long_ago)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(delivered(&stage).await.len(), 1);
        let dead = store::jobs::dead(&mut stage.db.read().await.unwrap()).await.unwrap();
        let ids: Vec<&str> = dead.iter().map(|job| job.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
    })
    .await;
}

/// Carries the letter and ends before it can say so.
struct Crash(Pigeon);

impl Post for Crash {
    async fn send(&self, letter: &Written) -> Result<(), NotSent> {
        self.0.send(letter).await?;
        std::future::pending().await
    }
}

#[tokio::test]
async fn a_crash_between_sent_and_done_sends_again_under_the_same_id() {
    on_both(async |db| {
        let stage = waiting(db).await;
        let pigeon = Pigeon::default();
        let crash = Crash(pigeon.clone());
        let broken_off = deliver_next(&stage.db, stage.now(), &crash);
        assert!(tokio::time::timeout(Duration::from_millis(500), broken_off).await.is_err());
        let first = pigeon.take();
        assert_eq!(deliver_next(&stage.db, after(&stage, 4), &pigeon).await.unwrap(), Delivered::Nothing);
        assert_eq!(deliver_next(&stage.db, after(&stage, 5), &pigeon).await.unwrap(), Delivered::Sent);
        let second = pigeon.take();
        assert_eq!(first[0].id, second[0].id);
        assert_eq!(deliver_next(&stage.db, Instant::MAX, &pigeon).await.unwrap(), Delivered::Nothing);
    })
    .await;
}

#[tokio::test]
async fn what_ends_the_program_every_time_is_given_up() {
    on_both(async |db| {
        let stage = waiting(db).await;
        let mut tx = stage.db.write().await.unwrap();
        for _ in 0..7 {
            store::jobs::claim(&mut tx, stage.now(), stage.now()).await.unwrap().unwrap();
        }
        tx.commit().await.unwrap();
        let pigeon = Pigeon::default();
        assert_eq!(deliver_next(&stage.db, stage.now(), &pigeon).await.unwrap(), Delivered::Dead);
        assert_eq!(pigeon.take(), []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_carry_each_letter_once() {
    let mut databases = store::testing::fresh().await;
    let folder = std::env::temp_dir().join(format!("talimger-workers-{}.db", std::process::id()));
    // In memory there is one connection and so no race; a file has several.
    databases[0] = Db::open(&format!("sqlite:{}", folder.display())).await.unwrap();
    for db in databases {
        let stage = Arc::new(Stage::new(db).await);
        for _ in 0..40 {
            promised(&stage, "dana", Letter::PairPending, "dana").await;
        }
        let pigeon = Pigeon::default();
        let workers: Vec<_> = (0..2)
            .map(|_| {
                let (stage, pigeon) = (Arc::clone(&stage), pigeon.clone());
                tokio::spawn(async move {
                    while deliver_next(&stage.db, stage.now(), &pigeon).await.unwrap() != Delivered::Nothing {
                    }
                })
            })
            .collect();
        for worker in workers {
            worker.await.unwrap();
        }
        let carried = pigeon.take();
        let ids: BTreeSet<&str> = carried.iter().map(|letter| letter.id.as_str()).collect();
        assert_eq!((carried.len(), ids.len()), (40, 40));
    }
    let _ = std::fs::remove_file(folder);
}
