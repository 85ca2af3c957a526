//! Notices in Telegram, on both databases: asked for by a code that is used once, sent after a letter and not at night, without a
//! word about anybody.

use crate::letters::{delivered, promised};
use crate::stage::{Stage, actor, newcomer};
use actions::letters::Letter;
use actions::telegram::{Bot, Notified, Said, Unsent, ask, end, listen, notify_next};
use domain::Instant;
use domain::people::Role;
use jiff::SignedDuration;
use std::sync::Mutex;
use store::testing::{contents, on_both, spoil};

const ADDRESS: &str = "https://mentor.example";

/// A bot without a messenger behind it.
#[derive(Default)]
struct Parrot {
    sent: Mutex<Vec<(String, String)>>,
    came: Mutex<Vec<Said>>,
    answers: Mutex<Vec<Unsent>>,
}

impl Bot for Parrot {
    async fn send(&self, chat: &str, text: &str) -> Result<(), Unsent> {
        if let Some(why) = self.answers.lock().unwrap().pop() {
            return Err(why);
        }
        self.sent.lock().unwrap().push((chat.to_owned(), text.to_owned()));
        Ok(())
    }

    async fn received(&self) -> Result<Vec<Said>, Unsent> {
        Ok(std::mem::take(&mut *self.came.lock().unwrap()))
    }
}

impl Parrot {
    fn hears(&self, chat: &str, text: &str) {
        self.came.lock().unwrap().push(Said { chat: chat.to_owned(), text: text.to_owned() });
    }

    fn sent(&self) -> Vec<(String, String)> {
        std::mem::take(&mut *self.sent.lock().unwrap())
    }
}

fn after(stage: &Stage, minutes: i64) -> Instant {
    stage.now().checked_add(SignedDuration::from_mins(minutes)).unwrap()
}

/// Дана gets notices in chat 77.
async fn linked(stage: &Stage, bot: &Parrot) {
    let code = ask(&stage.context(&newcomer("dana"))).await.unwrap();
    bot.hears("77", &format!("/start {code}"));
    assert_eq!(listen(&stage.db, stage.now(), bot).await.unwrap(), Ok(1));
    assert_eq!(bot.sent().len(), 1, "told that it has begun");
}

/// A letter goes to Дана.
async fn told(stage: &Stage) {
    promised(stage, "dana", Letter::PairPending, "dana").await;
    assert_eq!(delivered(stage).await.len(), 1);
}

async fn next(stage: &Stage, bot: &Parrot, now: Instant) -> Notified {
    notify_next(&stage.db, now, bot, ADDRESS).await.unwrap()
}

#[tokio::test]
async fn a_notice_follows_a_letter_and_says_nothing_but_where() {
    on_both(async |db| {
        let (stage, bot) = (Stage::new(db).await, Parrot::default());
        told(&stage).await;
        assert_eq!(next(&stage, &bot, stage.now()).await, Notified::Nothing, "nobody has asked");
        linked(&stage, &bot).await;
        for _ in 0..2 {
            told(&stage).await;
        }
        assert_eq!(next(&stage, &bot, stage.now()).await, Notified::Sent);
        assert_eq!(next(&stage, &bot, stage.now()).await, Notified::Nothing, "one for both");
        let sent = bot.sent();
        assert_eq!((sent.len(), sent[0].0.as_str()), (1, "77"));
        let text = &sent[0].1;
        assert!(text.ends_with(ADDRESS), "{text}");
        for private in ["Дана", "Сәтбаева", "dana", "/pairs", "/messages"] {
            assert!(!text.contains(private), "{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_is_kept_of_the_chat_of_whoever_leaves() {
    on_both(async |db| {
        let (stage, bot) = (Stage::new(db).await, Parrot::default());
        linked(&stage, &bot).await;
        let gulnafisa = actor("gulnafisa", &[Role::Coordinator]);
        actions::people::leave(&stage.context(&gulnafisa), &"dana".into(), stage.today).await.unwrap();
        assert!(contents(&stage.db).await["telegram_links"].is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_code_is_used_once_and_not_for_ever() {
    on_both(async |db| {
        let (stage, bot) = (Stage::new(db).await, Parrot::default());
        let dana = newcomer("dana");
        let code = ask(&stage.context(&dana)).await.unwrap();
        assert!(!contents(&stage.db).await["telegram_links"].concat().contains(&code), "only its hash");
        for text in ["hello", "/start", "/start 0000", &format!("/stop {code}")] {
            bot.hears("66", text);
        }
        assert_eq!(listen(&stage.db, stage.now(), &bot).await.unwrap(), Ok(0));
        assert!(bot.sent().is_empty(), "nobody is answered");
        bot.hears("77", &format!("/start {code}"));
        bot.hears("66", &format!("/start {code}"));
        assert_eq!(listen(&stage.db, stage.now(), &bot).await.unwrap(), Ok(1));
        assert_eq!(bot.sent()[0].0, "77");
        let late = ask(&stage.context(&dana)).await.unwrap();
        bot.hears("66", &format!("/start {late}"));
        assert_eq!(listen(&stage.db, after(&stage, 31), &bot).await.unwrap(), Ok(0));
        assert_eq!(stage.audited("account-telegram-linked").await, 1);
    })
    .await;
}

#[tokio::test]
async fn at_night_a_notice_waits_for_the_morning() {
    on_both(async |db| {
        let (stage, bot) = (Stage::new(db).await, Parrot::default());
        linked(&stage, &bot).await;
        told(&stage).await;
        // Noon of the stage; ten hours later it is ten in the evening.
        let night = after(&stage, 10 * 60);
        assert_eq!(next(&stage, &bot, night).await, Notified::Held);
        assert_eq!(next(&stage, &bot, night).await, Notified::Nothing);
        assert_eq!(next(&stage, &bot, after(&stage, 19 * 60)).await, Notified::Sent, "at seven");
    })
    .await;
}

#[tokio::test]
async fn whoever_has_no_address_is_told_that_there_is_news_too() {
    on_both(async |db| {
        let (stage, bot) = (Stage::new(db).await, Parrot::default());
        linked(&stage, &bot).await;
        spoil(&stage.db, "UPDATE people SET email = NULL WHERE id = 'dana'").await;
        promised(&stage, "dana", Letter::MentorNominated, "nobody").await;
        assert_eq!(delivered(&stage).await, []);
        assert_eq!(next(&stage, &bot, stage.now()).await, Notified::Nothing, "that is no news for her");
        promised(&stage, "dana", Letter::PairPending, "dana").await;
        assert_eq!(delivered(&stage).await, [], "there is nowhere to write to");
        assert_eq!(next(&stage, &bot, stage.now()).await, Notified::Sent);
    })
    .await;
}

#[tokio::test]
async fn a_pause_that_the_messenger_asks_for_holds_for_everybody() {
    on_both(async |db| {
        let (stage, bot) = (Stage::new(db).await, Parrot::default());
        linked(&stage, &bot).await;
        told(&stage).await;
        bot.answers.lock().unwrap().push(Unsent::Pause(600));
        let until = after(&stage, 10);
        assert_eq!(next(&stage, &bot, stage.now()).await, Notified::Paused(until));
        let zere = ask(&stage.context(&newcomer("zere"))).await.unwrap();
        bot.hears("78", &format!("/start {zere}"));
        assert_eq!(listen(&stage.db, stage.now(), &bot).await.unwrap(), Ok(1));
        bot.sent();
        let mut tx = stage.db.write().await.unwrap();
        store::telegram::tell(&mut tx, &"zere".into(), after(&stage, 5)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(next(&stage, &bot, after(&stage, 9)).await, Notified::Nothing, "also what is told later");
        for _ in 0..2 {
            assert_eq!(next(&stage, &bot, until).await, Notified::Sent);
        }
        let mut tx = stage.db.write().await.unwrap();
        store::telegram::tell(&mut tx, &"zere".into(), after(&stage, 11)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(next(&stage, &bot, after(&stage, 11)).await, Notified::Sent, "it is over");
    })
    .await;
}

#[tokio::test]
async fn a_code_of_somebody_else_does_not_end_the_notices_of_a_chat() {
    on_both(async |db| {
        let (stage, bot) = (Stage::new(db).await, Parrot::default());
        linked(&stage, &bot).await;
        let zere = ask(&stage.context(&newcomer("zere"))).await.unwrap();
        bot.hears("77", &format!("/start {zere}"));
        assert_eq!(listen(&stage.db, stage.now(), &bot).await.unwrap(), Ok(0));
        assert_eq!(bot.sent().len(), 1, "the chat is told why");
        told(&stage).await;
        assert_eq!(next(&stage, &bot, stage.now()).await, Notified::Sent);
        bot.hears("78", &format!("/start {zere}"));
        assert_eq!(listen(&stage.db, stage.now(), &bot).await.unwrap(), Ok(1), "the code was not used up");
    })
    .await;
}

#[tokio::test]
async fn it_ends_by_the_person_by_a_block_and_gives_up_after_some_attempts() {
    on_both(async |db| {
        let (stage, bot) = (Stage::new(db).await, Parrot::default());
        let dana = newcomer("dana");
        linked(&stage, &bot).await;
        told(&stage).await;
        let mut minutes = 0;
        for _ in 0..6 {
            bot.answers.lock().unwrap().push(Unsent::ForNow("telegram: 502".into()));
            assert_eq!(next(&stage, &bot, after(&stage, minutes)).await, Notified::Later);
            minutes += 10;
        }
        assert_eq!(next(&stage, &bot, after(&stage, minutes)).await, Notified::Nothing, "given up");
        told(&stage).await;
        bot.answers.lock().unwrap().push(Unsent::Gone);
        assert_eq!(next(&stage, &bot, stage.now()).await, Notified::Ended);
        assert!(contents(&stage.db).await["telegram_links"].is_empty());
        linked(&stage, &bot).await;
        for _ in 0..2 {
            end(&stage.context(&dana)).await.unwrap();
        }
        told(&stage).await;
        assert_eq!(next(&stage, &bot, stage.now()).await, Notified::Nothing);
        assert_eq!(stage.audited("account-telegram-ended").await, 2);
    })
    .await;
}
