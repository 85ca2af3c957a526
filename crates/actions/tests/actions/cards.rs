//! Cards of the next meetings of pupils, on both databases.

use crate::peers::{dana, met, staged};
use crate::stage::{head, teacher};
use actions::Failed;
use actions::journals::{Sent, put, week};
use actions::peers::cards::{CardRefused, open, print, title, words, write};
use actions::peers::{end, pause, resume};
use domain::journals::cards::{Card, Starter};
use domain::journals::topics::Kind;
use domain::journals::{Chosen, Mark};
use i18n::Lang;
use jiff::civil::date;
use store::testing::{column, on_both};

fn of(starter: Starter) -> Card {
    Card { starter: Some(starter), ..Card::default() }
}

fn own(topic: &str) -> Card {
    Card { topic: Some(topic.into()), ..Card::default() }
}

#[tokio::test]
async fn a_card_knows_the_meeting_and_what_is_planned_is_the_topic_of_the_week() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (pair, dana) = (met(&stage).await, dana());
        let context = stage.context(&dana);
        let planned = open(&context, &pair).await.unwrap();
        assert_eq!((planned.day, planned.weekly.place.as_str()), (date(2026, 10, 7), "Аула"));
        assert!(planned.adult.is_some() && planned.card == Card::default(), "{planned:?}");
        let early = print(&context, &pair, Lang::Kk).await;
        assert!(matches!(early, Err(Failed::NotFound)), "nothing is planned: {early:?}");
        for _ in 0..2 {
            write(&context, &pair, (&of(Starter::Trees), Lang::Kk), None).await.unwrap();
        }
        assert_eq!(stage.audited("peer-card-written").await, 1, "sent twice, written once");
        let planned = open(&context, &pair).await.unwrap();
        assert_eq!(planned.card, of(Starter::Trees), "its name was written by nobody");
        let [aim, topic, materials] = words(Lang::Ru, &planned.card);
        assert_eq!(topic, Some(title(Lang::Ru, Starter::Trees)), "each reads it in the own language");
        assert!(aim.is_some() && materials.is_some());
        let journal = week(&mut stage.db.read().await.unwrap(), &context, date(2026, 10, 5)).await.unwrap();
        let about = journal.lines().next().unwrap().about.clone();
        assert_eq!((about.kind, about.topic), (Kind::Walk, Some(title(Lang::Kk, Starter::Trees))));
        for lang in [Lang::Kk, Lang::Ru] {
            assert!(print(&context, &pair, lang).await.unwrap().starts_with(b"%PDF"), "{lang:?}");
        }
        let noted = column(&stage.db, "pupil_reads", "pupil_id").await;
        assert!(["alua", "aidana"].iter().all(|one| noted.contains(&(*one).to_owned())), "{noted:?}");
    })
    .await;
}

#[tokio::test]
async fn a_card_says_what_the_two_do_and_is_not_written_over_unread() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (pair, dana) = (met(&stage).await, dana());
        let context = stage.context(&dana);
        let aim = Card { aim: Some("Дос болу".into()), ..Card::default() };
        let nothing = write(&context, &pair, (&aim, Lang::Kk), None).await;
        assert!(matches!(nothing, Err(Failed::Refused(CardRefused::Nothing))), "{nothing:?}");
        let first = own("Шахмат");
        write(&context, &pair, (&first, Lang::Kk), Some(&Card::default())).await.unwrap();
        let late = write(&context, &pair, (&own("Пьеса"), Lang::Kk), Some(&Card::default())).await;
        let newer = CardRefused::Newer(first.clone());
        assert!(matches!(late, Err(Failed::Refused(ref why)) if *why == newer), "{late:?}");
        write(&context, &pair, (&own("Пьеса"), Lang::Kk), Some(&first)).await.unwrap();
        assert_eq!(open(&context, &pair).await.unwrap().card, own("Пьеса"));
    })
    .await;
}

#[tokio::test]
async fn n08_a_card_is_for_whoever_keeps_the_pair_while_the_two_meet() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (pair, dana) = (met(&stage).await, dana());
        let context = stage.context(&dana);
        for somebody in [head(), teacher("aigul"), teacher("bekzhan")] {
            let context = stage.context(&somebody);
            let opened = open(&context, &pair).await;
            assert!(matches!(opened, Err(Failed::NotFound)), "{opened:?}");
            let written = write(&context, &pair, (&own("Шахмат"), Lang::Kk), None).await;
            assert!(matches!(written, Err(Failed::NotFound)), "{written:?}");
        }
        let mark = [Chosen { pair: pair.clone(), mark: Mark::Met, known: None }];
        let sent = Sent { chosen: &mark, sign: Some("5Б"), ..Sent::default() };
        put(&context, stage.today, &sent).await.unwrap();
        let next = open(&context, &pair).await.unwrap().day;
        assert_eq!(next, date(2026, 10, 14), "this week is signed");
        pause(&context, &"alua".into()).await.unwrap();
        let paused = open(&context, &pair).await;
        assert!(matches!(paused, Err(Failed::NotFound)), "{paused:?}");
        resume(&context, &"alua".into()).await.unwrap();
        assert!(open(&context, &pair).await.is_ok());
        end(&context, &pair).await.unwrap();
        let over = open(&context, &pair).await;
        assert!(matches!(over, Err(Failed::NotFound)), "{over:?}");
    })
    .await;
}
