//! Letters that can be missed are stopped from one of them, without signing in (docs/decisions/0076); what has to reach a
//! person is not.

use super::{change, delivered, promised, told};
use crate::stage::Stage;
use actions::deliveries::{Link, Offer, by_link, open_link, token};
use actions::letters::Letter;
use actions::sociometries::{KEY_BYTES, Vault};
use actions::{Failed, Never};
use domain::deliveries::{Stoppable, Wishes};
use domain::people::Person;
use i18n::Lang;
use jiff::civil::date;
use store::testing::on_both;

fn key() -> Vault {
    Vault::new(&[4; KEY_BYTES]).unwrap()
}

/// The address in a letter to Дана that is written now.
fn written(stage: &Stage, what: Stoppable) -> String {
    token(&key(), "letter", &"dana".into(), what, stage.now()).unwrap()
}

async fn opened(stage: &Stage, token: &str) -> Option<Offer> {
    let key = key();
    let mut tx = stage.db.read().await.unwrap();
    open_link(&mut tx, Link { key: &key, token }, stage.now()).await.unwrap()
}

async fn pressed(stage: &Stage, token: &str, comes: bool) -> Result<Offer, Failed<Never>> {
    let key = key();
    by_link(&stage.db, &stage.ids, stage.now(), Link { key: &key, token }, comes).await
}

async fn wishes(stage: &Stage, person: &str) -> Wishes {
    store::deliveries::of_person(&mut stage.db.read().await.unwrap(), &person.into()).await.unwrap()
}

#[tokio::test]
async fn stopped_reminders_are_not_written_and_the_other_one_has_theirs() {
    on_both(async |db| {
        let (mut stage, pair) = crate::meetings::stage(db).await;
        crate::meetings::agreed(&stage, &pair).await;
        delivered(&stage).await;
        let token = written(&stage, Stoppable::Reminders);
        let offer = Offer { what: Stoppable::Reminders, comes: true, lang: Lang::Ru };
        assert_eq!(opened(&stage, &token).await, Some(offer));
        assert_eq!(wishes(&stage, "dana").await, Wishes::default(), "opening stops nothing");
        for _ in 0..2 {
            let stopped = pressed(&stage, &token, false).await.unwrap();
            assert_eq!(stopped, Offer { comes: false, ..offer });
        }
        assert_eq!(opened(&stage, &token).await, Some(Offer { comes: false, ..offer }));
        assert_eq!(stage.audited("account-letters-stopped").await, 1, "sent twice, it is done once");
        assert_eq!(wishes(&stage, "aigul").await, Wishes::default());
        stage.today = date(2026, 11, 12);
        let reminded: Vec<String> = told(&stage).await.into_iter().map(|(to, _)| to).collect();
        assert_eq!(reminded, ["aigul"]);
    })
    .await;
}

#[tokio::test]
async fn what_was_stopped_comes_again_and_the_other_kind_never_stopped() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        for what in Stoppable::ALL {
            let token = written(&stage, what);
            pressed(&stage, &token, false).await.unwrap();
            assert_eq!(wishes(&stage, "dana").await, Wishes::default().with(what, false));
            for _ in 0..2 {
                assert!(pressed(&stage, &token, true).await.unwrap().comes);
            }
            assert_eq!(wishes(&stage, "dana").await, Wishes::default());
        }
        assert_eq!(stage.audited("account-letters-stopped").await, 2);
        assert_eq!(stage.audited("account-letters-resumed").await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_has_to_reach_its_reader_is_stopped_by_nothing() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        for what in Stoppable::ALL {
            pressed(&stage, &written(&stage, what), false).await.unwrap();
        }
        promised(&stage, "dana", Letter::PairPending, "dana").await;
        let [letter] = delivered(&stage).await.try_into().unwrap();
        assert_eq!((letter.stops, letter.stop_token(&key())), (None, None));
    })
    .await;
}

#[tokio::test]
async fn a_wrong_address_an_old_one_and_that_of_somebody_who_left_lead_nowhere() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let right = written(&stage, Stoppable::Reminders);
        let changed = format!("{}{}", if right.starts_with('0') { '1' } else { '0' }, &right[1..]);
        let other = Vault::new(&[5; KEY_BYTES]).unwrap();
        let other = token(&other, "letter", &"dana".into(), Stoppable::Reminders, stage.now()).unwrap();
        let unknown = token(&key(), "letter", &"nobody".into(), Stoppable::Reminders, stage.now()).unwrap();
        for wrong in ["", "0", "dana", changed.as_str(), other.as_str(), unknown.as_str()] {
            assert_eq!(opened(&stage, wrong).await, None, "{wrong}");
            assert!(matches!(pressed(&stage, wrong, false).await, Err(Failed::NotFound)), "{wrong}");
        }
        let today = stage.today;
        stage.today = date(2027, 10, 6);
        assert_eq!(opened(&stage, &right).await, None, "a year has passed");
        stage.today = today;
        assert!(opened(&stage, &right).await.is_some());
        change(&stage, "dana", |person| Person { left_on: Some(today), ..person }).await;
        assert_eq!(opened(&stage, &right).await, None);
        assert!(matches!(pressed(&stage, &right, false).await, Err(Failed::NotFound)));
        assert_eq!(wishes(&stage, "dana").await, Wishes::default());
    })
    .await;
}

#[test]
fn an_address_differs_by_letter_and_nothing_can_be_read_in_it() {
    let at = domain::Instant::UNIX_EPOCH;
    let of = |letter: &str| token(&key(), letter, &"dana".into(), Stoppable::Messages, at).unwrap();
    assert_eq!(of("one"), of("one"), "the same letter sent again is the same");
    assert_ne!(of("one"), of("two"));
    for (word, digits) in [("dana", "64616e61"), ("messages", "6d65737361676573")] {
        assert!(!of("one").contains(word) && !of("one").contains(digits), "{word}");
    }
}
