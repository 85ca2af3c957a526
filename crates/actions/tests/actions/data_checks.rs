//! The look at one's own data each term, on both databases.

use crate::letters::{delivered, promised, wants};
use crate::stage::{Stage, actor, newcomer};
use actions::Failed;
use actions::data_checks::{confirm, is_due};
use actions::letters::Letter;
use actions::messages::{add, opened, preview};
use actions::schedules::Schedule;
use domain::PersonId;
use domain::deliveries::Wishes;
use domain::messages::Audience;
use domain::people::{Actor, Role};
use jiff::civil::date;
use store::testing::on_both;

/// Whom a message would reach that goes to those who have not looked.
async fn asked(stage: &Stage) -> Vec<PersonId> {
    asked_by(stage, &actor("gulnafisa", &[Role::Coordinator])).await
}

async fn asked_by(stage: &Stage, who: &Actor) -> Vec<PersonId> {
    let id = add(&stage.context(who), "Деректер").await.unwrap();
    let mut tx = stage.db.read().await.unwrap();
    let (message, _) = opened(&mut tx, &stage.context(who), &id).await.unwrap();
    preview(&mut tx, &stage.context(who), &message, Audience::Data).await.unwrap().people
}

#[tokio::test]
async fn whoever_has_looked_is_left_alone_until_the_next_term() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let dana = PersonId::from("dana");
        assert!(asked(&stage).await.contains(&dana));
        for _ in 0..2 {
            confirm(&stage.context(&newcomer("dana"))).await.unwrap();
        }
        assert_eq!(stage.audited("account-data-confirmed").await, 1);
        assert!(!asked(&stage).await.contains(&dana));
        stage.today = date(2026, 10, 30);
        assert!(!asked(&stage).await.contains(&dana), "in the holidays the term has not begun");
        stage.today = date(2026, 11, 2);
        assert!(asked(&stage).await.contains(&dana), "another term");
    })
    .await;
}

#[tokio::test]
async fn n10_each_person_who_has_not_looked_is_written_to_once_a_term() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let run = async |stage: &Stage| {
            Schedule::RemindData.run(&stage.db, &stage.ids, stage.now()).await.unwrap();
            let told = stage.letters().await;
            (told.contains(&"dana DataDue".to_owned()), told.contains(&"zere DataDue".to_owned()))
        };
        assert_eq!(run(&stage).await, (false, false), "the term is a month old");
        stage.today = date(2026, 11, 8);
        assert_eq!(run(&stage).await, (false, false), "it has just begun");
        confirm(&stage.context(&newcomer("zere"))).await.unwrap();
        stage.today = date(2026, 11, 9);
        assert_eq!(run(&stage).await, (true, false), "whoever has looked is left alone");
        stage.today = date(2026, 11, 10);
        assert_eq!(run(&stage).await, (false, false), "once");
        stage.today = date(2027, 1, 18);
        assert_eq!(run(&stage).await, (true, true), "another term");
    })
    .await;
}

#[tokio::test]
async fn a_reminder_is_not_written_to_whoever_has_looked_meanwhile_or_wants_none_of_it() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        stage.today = date(2026, 11, 9);
        promised(&stage, "dana", Letter::DataDue, "2026-11-02").await;
        promised(&stage, "dana", Letter::DataDue, "2026-09-01").await;
        assert_eq!(delivered(&stage).await.len(), 1, "an old term is over");
        wants(&stage, "dana", Wishes { messages: false, ..Wishes::default() }).await;
        promised(&stage, "dana", Letter::DataDue, "2026-11-02").await;
        assert_eq!(delivered(&stage).await, []);
        wants(&stage, "dana", Wishes::default()).await;
        confirm(&stage.context(&newcomer("dana"))).await.unwrap();
        promised(&stage, "dana", Letter::DataDue, "2026-11-02").await;
        assert_eq!(delivered(&stage).await, []);
    })
    .await;
}

/// Does Дана's home lead to the own page?
async fn reminded(stage: &Stage) -> bool {
    let mut tx = stage.db.read().await.unwrap();
    is_due(&mut tx, &stage.context(&newcomer("dana"))).await.unwrap()
}

#[tokio::test]
async fn a_home_reminds_its_person_until_they_have_looked_this_term() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        assert!(reminded(&stage).await);
        confirm(&stage.context(&newcomer("dana"))).await.unwrap();
        assert!(!reminded(&stage).await);
        stage.today = date(2026, 11, 2);
        assert!(reminded(&stage).await, "another term");
        let nobody = Actor { school: None, ..newcomer("dana") };
        let mut tx = stage.db.read().await.unwrap();
        assert!(!is_due(&mut tx, &stage.context(&nobody)).await.unwrap(), "of no school");
    })
    .await;
}

#[tokio::test]
async fn a_term_is_one_without_a_programme_too() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Coordinator]) };
        for (day, again) in [(date(2027, 1, 20), true), (date(2027, 3, 1), false), (date(2027, 8, 20), true)]
        {
            stage.today = day;
            assert_eq!(asked_by(&stage, &timur).await.contains(&"timur".into()), again, "{day}");
            confirm(&stage.context(&timur)).await.unwrap();
            assert!(!asked_by(&stage, &timur).await.contains(&"timur".into()), "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn n09_whoever_belongs_to_no_school_confirms_nothing() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let officer = Actor {
            person: "saule".into(),
            school: None,
            district: None,
            roles: vec![Role::DistrictOfficer],
        };
        let refused = confirm(&stage.context(&officer)).await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
    })
    .await;
}
