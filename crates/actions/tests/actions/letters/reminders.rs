//! What neg:N10 forbids: a letter twice in a day, after the thing is done, to a person who has left, in the
//! wrong language.

use super::{change, delivered, told, waiting};
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::letters::Letter;
use actions::requests::{Step, accept, remind, send, step};
use domain::RequestId;
use domain::people::{Actor, Person, Role};
use domain::requests::{Rhythm, Wish};
use i18n::Lang;
use jiff::civil::date;
use store::testing::on_both;

async fn sent(stage: &Stage, from: &str, to: &str) -> RequestId {
    let text = "Хочу научиться начинать урок спокойно.".into();
    let wish = Wish { text, goals: vec![], rhythm: Rhythm::Weekly };
    send(&stage.context(&newcomer(from)), &to.into(), wish).await.unwrap()
}

fn schedule() -> Actor {
    actor("schedule", &[])
}

/// Half-time of a request sent on 5 October and open until the 19th.
const HALF_TIME: domain::Day = date(2026, 10, 12);

#[tokio::test]
async fn n10_a_mentor_is_reminded_once_in_one_letter_for_all_requests() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        sent(&stage, "dana", "bekzhan").await;
        sent(&stage, "zere", "bekzhan").await;
        delivered(&stage).await;
        stage.today = date(2026, 10, 11);
        assert_eq!(remind(&stage.context(&schedule())).await.unwrap(), 0, "not before half-time");
        stage.today = HALF_TIME;
        for reminded in [1, 0, 0] {
            assert_eq!(remind(&stage.context(&schedule())).await.unwrap(), reminded);
        }
        let letters = delivered(&stage).await;
        assert_eq!(letters.len(), 1);
        let told = &letters[0].parts[0];
        assert!(told.text.contains("2 запроса"), "{}", told.text);
        assert!(told.next.contains("понедельник, 19 октября"), "{}", told.next);
        stage.today = date(2026, 10, 13);
        assert_eq!(remind(&stage.context(&schedule())).await.unwrap(), 0, "and never again");
        assert_eq!(stage.audited("request-reminded").await, 1);
    })
    .await;
}

#[tokio::test]
async fn n10_whoever_answers_between_promise_and_letter_is_not_reminded() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let request = sent(&stage, "dana", "bekzhan").await;
        delivered(&stage).await;
        stage.today = HALF_TIME;
        assert_eq!(remind(&stage.context(&schedule())).await.unwrap(), 1);
        let bekzhan = mentor("bekzhan");
        step(&stage.context(&bekzhan), &request, &Step::Decline { reason: None }).await.unwrap();
        let letters = told(&stage).await;
        assert_eq!(letters, [("dana".to_owned(), "На ваш запрос ответили".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn n10_whoever_has_given_one_of_the_four_answers_is_not_reminded() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (bekzhan, aigul) = (mentor("bekzhan"), mentor("aigul"));
        let asked = sent(&stage, "dana", "bekzhan").await;
        let meets = sent(&stage, "zere", "aigul").await;
        let question = Step::Ask { question: "Какие классы ведёте?".into() };
        step(&stage.context(&bekzhan), &asked, &question).await.unwrap();
        step(&stage.context(&aigul), &meets, &Step::MeetFirst).await.unwrap();
        stage.today = HALF_TIME;
        assert_eq!(remind(&stage.context(&schedule())).await.unwrap(), 0);
        // Half-time comes once: an answer of the newcomer on the same day is no reason for two letters.
        let reply = Step::Reply { answer: "Пятые и шестые.".into() };
        step(&stage.context(&newcomer("dana")), &asked, &reply).await.unwrap();
        assert_eq!(remind(&stage.context(&schedule())).await.unwrap(), 0);
        assert_eq!(waiting(&stage, Letter::RequestReminder).await, 0);
    })
    .await;
}

#[tokio::test]
async fn n10_nobody_who_has_left_or_lost_the_role_gets_a_letter() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        sent(&stage, "dana", "bekzhan").await;
        sent(&stage, "dana", "aigul").await;
        sent(&stage, "zere", "aigul").await;
        let left_on = Some(stage.today);
        change(&stage, "bekzhan", |person| Person { left_on, ..person }).await;
        let mut tx = stage.db.write().await.unwrap();
        store::people::close_role(&mut tx, &"aigul".into(), Role::Mentor, stage.today).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(delivered(&stage).await, [], "of what was promised before");
        stage.today = HALF_TIME;
        let reminded = remind(&stage.context(&schedule())).await.unwrap();
        assert_eq!((reminded, delivered(&stage).await.len()), (1, 0), "Айгүл works here, without the role");
    })
    .await;
}

#[tokio::test]
async fn n10_after_the_thing_is_done_the_first_letter_is_not_written() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let request = sent(&stage, "dana", "aigul").await;
        accept(&stage.context(&mentor("aigul")), &request).await.unwrap();
        let letters = told(&stage).await;
        assert_eq!(letters, [("dana".to_owned(), "Айгүл даёт согласие".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn n10_a_letter_is_written_in_the_language_of_the_moment() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        sent(&stage, "dana", "bekzhan").await;
        change(&stage, "bekzhan", |person| Person { lang: "kk".into(), ..person }).await;
        let letters = delivered(&stage).await;
        assert_eq!(letters[0].lang, Lang::Kk);
        assert_eq!(letters[0].greeting, "Құрметті Бекжан,");
        assert!(letters[0].footer.contains("№ 12 мектеп"), "{}", letters[0].footer);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_no_e_mail_gets_nothing_and_the_work_is_done() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        sent(&stage, "dana", "bekzhan").await;
        change(&stage, "bekzhan", |person| Person { email: None, ..person }).await;
        assert_eq!(delivered(&stage).await, []);
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(store::jobs::waiting(&mut tx).await.unwrap(), 0);
        assert_eq!(store::jobs::dead(&mut tx).await.unwrap(), []);
    })
    .await;
}
