//! Sealed rankings: kept by their authors alone.

use crate::stage::{Stage, actor, coordinator, mentor, newcomer};
use actions::Failed;
use actions::choices::{keep, step};
use actions::programmes::change_setting;
use domain::MentorId;
use domain::choices::{List, Order, RankRefused, Step, open};
use domain::people::Role;
use domain::settings::Key;
use domain::sides::Side;
use jiff::civil::date;
use store::testing::on_both;

#[tokio::test]
async fn the_last_ranking_saved_counts() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let dana = newcomer("dana");
        for list in [vec!["aigul"], vec!["bekzhan", "aigul"]] {
            let list = List::Mentors(Order::strict(list));
            keep(&stage.context(&dana), &"programme".into(), &list).await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let (school, programme) = ("school-12".into(), "programme".into());
        let (side, dana) = (Side::Newcomer, "dana".into());
        let kept = store::choices::of_author(&mut tx, &school, &programme, 0, side, &dana).await;
        let list = kept.unwrap().unwrap().list;
        assert_eq!(list, List::Mentors(Order::strict(["bekzhan", "aigul"])));
        let year = store::programmes::get(&mut tx, &school, &programme).await.unwrap().unwrap();
        let counts = store::choices::counts(&mut tx, &year).await.unwrap();
        assert_eq!((counts.newcomers, counts.mentors), (1, 0));
        drop(tx);
        assert_eq!(stage.audited("ranking-kept").await, 2);
    })
    .await;
}

/// Whom Дана has ranked.
async fn of_dana(stage: &Stage) -> Order<MentorId> {
    let mut tx = stage.db.read().await.unwrap();
    let (school, programme, side) = ("school-12".into(), "programme".into(), Side::Newcomer);
    let kept = store::choices::of_author(&mut tx, &school, &programme, 0, side, &"dana".into()).await;
    kept.unwrap().map(|ranking| ranking.list.into_mentors()).unwrap_or_default()
}

#[tokio::test]
async fn a_true_order_has_no_bound_and_one_that_comes_later_takes_nobody_off() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (gulnafisa, dana, programme) = (coordinator(), newcomer("dana"), "programme".into());
        let take = async |taken, other| step(&stage.context(&dana), &programme, taken, other).await;
        let set = async |key, value| {
            change_setting(&stage.context(&gulnafisa), &programme, key, value, "Протокол № 4").await.unwrap();
        };
        set(Key::RankedChoices, "1").await;
        take(Step::Add, "aigul").await.unwrap();
        take(Step::Add, "bekzhan").await.unwrap();
        assert_eq!(of_dana(&stage).await, Order::strict(["aigul", "bekzhan"]));
        set(Key::ChoiceMode, "most_pairs").await;
        take(Step::Up, "bekzhan").await.unwrap();
        assert_eq!(
            of_dana(&stage).await,
            Order::strict(["bekzhan", "aigul"]),
            "written while there was none"
        );
        take(Step::Off, "aigul").await.unwrap();
        take(Step::Add, "aigul").await.unwrap();
        assert_eq!(of_dana(&stage).await, Order::strict(["aigul"]), "the bound holds now");
        let two = List::Mentors(Order::strict(["aigul", "bekzhan"]));
        let kept = keep(&stage.context(&dana), &programme, &two).await;
        assert!(matches!(kept, Err(Failed::Refused(RankRefused::TooMany { most: 1 }))), "{kept:?}");
    })
    .await;
}

#[tokio::test]
async fn nobody_writes_for_a_side_on_which_they_do_not_stand() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let mentors = List::Mentors(Order::strict(["bekzhan"]));
        let newcomers = List::Newcomers(Order::strict(["zere"]));
        let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
        for (who, list) in
            [(mentor("aigul"), &mentors), (newcomer("dana"), &newcomers), (coordinator, &mentors)]
        {
            let kept = keep(&stage.context(&who), &"programme".into(), list).await;
            assert!(matches!(kept, Err(Failed::Forbidden)), "{kept:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn n09_without_a_role_no_ranking_is_kept() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let former = actor("dana", &[]);
        let kept = keep(&stage.context(&former), &"programme".into(), &List::Mentors(Order::default())).await;
        assert!(matches!(kept, Err(Failed::NotFound)), "{kept:?}");
    })
    .await;
}

#[tokio::test]
async fn after_the_deadline_a_ranking_stands() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        stage.today = date(2026, 11, 2);
        let kept =
            keep(&stage.context(&newcomer("dana")), &"programme".into(), &List::Mentors(Order::default()))
                .await;
        assert!(matches!(kept, Err(Failed::Refused(RankRefused::NotNow(_)))), "{kept:?}");
        let mut tx = stage.db.read().await.unwrap();
        let programme =
            store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap();
        assert!(open(&programme, stage.today).is_ok());
        assert!(open(&programme, date(2026, 11, 1)).is_err());
    })
    .await;
}

async fn kept(stage: &Stage, side: Side, author: &str) -> List {
    let mut tx = stage.db.read().await.unwrap();
    let (school, programme) = ("school-12".into(), "programme".into());
    let kept = store::choices::of_author(&mut tx, &school, &programme, 0, side, &author.into()).await;
    kept.unwrap().unwrap().list
}

#[tokio::test]
async fn each_step_is_kept_at_once() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let dana = newcomer("dana");
        for (taken, other) in
            [(Step::Add, "aigul"), (Step::Add, "bekzhan"), (Step::Up, "bekzhan"), (Step::Off, "aigul")]
        {
            step(&stage.context(&dana), &"programme".into(), taken, other).await.unwrap();
        }
        assert_eq!(kept(&stage, Side::Newcomer, "dana").await, List::Mentors(Order::strict(["bekzhan"])));
        let aigul = mentor("aigul");
        step(&stage.context(&aigul), &"programme".into(), Step::Add, "dana").await.unwrap();
        assert_eq!(kept(&stage, Side::Mentor, "aigul").await, List::Newcomers(Order::strict(["dana"])));
    })
    .await;
}

#[tokio::test]
async fn two_who_are_equal_are_kept_as_equal_and_part_again() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let dana = newcomer("dana");
        let press = async |taken, other| {
            step(&stage.context(&dana), &"programme".into(), taken, other).await.unwrap();
            kept(&stage, Side::Newcomer, "dana").await
        };
        press(Step::Add, "aigul").await;
        press(Step::Add, "bekzhan").await;
        let tied = List::Mentors(Order::of([["aigul", "bekzhan"]]).unwrap());
        assert_eq!(press(Step::Equal, "bekzhan").await, tied);
        assert_eq!(press(Step::Equal, "bekzhan").await, tied, "pressed twice, done once");
        assert_eq!(press(Step::Up, "bekzhan").await, List::Mentors(Order::strict(["bekzhan", "aigul"])));
    })
    .await;
}

#[tokio::test]
async fn who_has_agreed_elsewhere_falls_off_with_the_next_step() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let bekzhan = mentor("bekzhan");
        let both = List::Newcomers(Order::strict(["dana", "zere"]));
        keep(&stage.context(&bekzhan), &"programme".into(), &both).await.unwrap();
        let wish = domain::requests::Wish {
            text: "Хочу научиться начинать урок спокойно.".into(),
            goals: vec![],
            rhythm: domain::requests::Rhythm::Weekly,
        };
        let dana = newcomer("dana");
        let request = actions::requests::send(&stage.context(&dana), &"aigul".into(), wish).await.unwrap();
        actions::requests::accept(&stage.context(&mentor("aigul")), &request).await.unwrap();
        step(&stage.context(&bekzhan), &"programme".into(), Step::Up, "zere").await.unwrap();
        assert_eq!(kept(&stage, Side::Mentor, "bekzhan").await, List::Newcomers(Order::strict(["zere"])));
        let full = step(&stage.context(&mentor("aigul")), &"programme".into(), Step::Add, "zere").await;
        assert!(matches!(full, Err(Failed::Refused(RankRefused::Agreed))), "{full:?}");
    })
    .await;
}

#[tokio::test]
async fn nobody_takes_a_step_without_a_side_or_about_a_stranger() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
        let taken = step(&stage.context(&coordinator), &"programme".into(), Step::Add, "aigul").await;
        assert!(matches!(taken, Err(Failed::Forbidden)), "{taken:?}");
        let taken = step(&stage.context(&newcomer("dana")), &"programme".into(), Step::Add, "timur").await;
        assert!(matches!(taken, Err(Failed::Refused(RankRefused::Unknown))), "{taken:?}");
    })
    .await;
}
