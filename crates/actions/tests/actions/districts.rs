//! A district sees sums of its schools, and no small ones.

use crate::stage::{Stage, actor, newcomer};
use actions::Failed;
use actions::districts::figures;
use actions::programmes::change_setting;
use domain::newcomers::Newcomer;
use domain::people::{Actor, Person, Role};
use domain::settings::Key;
use domain::{Day, DistrictId};
use jiff::civil::date;
use store::testing::on_both;

const TODAY: Day = date(2026, 10, 5);

fn district() -> DistrictId {
    "district".into()
}

fn officer() -> Actor {
    let roles = vec![Role::DistrictOfficer];
    Actor { person: "saule".into(), school: None, district: Some(district()), roles }
}

/// Three colleagues more are enrolled: five newcomers in all.
async fn enrol_three(stage: &Stage) {
    let mut tx = stage.db.write().await.unwrap();
    for id in ["gulnafisa", "serik", "polina"] {
        let newcomer = Newcomer {
            id: id.into(),
            school: "school-12".into(),
            programme: "programme".into(),
            person: id.into(),
            hired_on: date(2026, 8, 25),
            version: 0,
        };
        store::newcomers::add(&mut tx, &newcomer).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn counts_below_five_are_hidden_from_the_district() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let few = figures(&mut stage.db.read().await.unwrap(), &officer(), &district(), TODAY).await.unwrap();
        assert_eq!((few.schools, few.with_programme), (2, 1));
        assert_eq!((few.newcomers, few.mentors, few.chosen, few.appointed), (None, None, None, None));
        enrol_three(&stage).await;
        let five =
            figures(&mut stage.db.read().await.unwrap(), &officer(), &district(), TODAY).await.unwrap();
        assert_eq!((five.newcomers, five.mentors), (Some(5), None));
        let mut tx = stage.db.write().await.unwrap();
        let serik = store::people::get(&mut tx, &"serik".into()).await.unwrap().unwrap();
        store::people::save(&mut tx, &Person { left_on: Some(TODAY), ..serik }).await.unwrap();
        tx.commit().await.unwrap();
        let four =
            figures(&mut stage.db.read().await.unwrap(), &officer(), &district(), TODAY).await.unwrap();
        assert_eq!(four.newcomers, None, "whoever has left is not counted");
    })
    .await;
}

#[tokio::test]
async fn the_figures_are_for_the_own_district_alone() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let mut tx = stage.db.read().await.unwrap();
        let other = figures(&mut tx, &officer(), &"another".into(), TODAY).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        let school = figures(&mut tx, &newcomer("dana"), &district(), TODAY).await;
        assert!(matches!(school, Err(Failed::NotFound)), "{school:?}");
    })
    .await;
}

#[tokio::test]
async fn the_most_careful_school_says_how_small_a_number_the_district_sees() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        enrol_three(&stage).await;
        let reason = "Решение педагогического совета";
        let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
        let context = stage.context(&coordinator);
        change_setting(&context, &"programme".into(), Key::MinCell, "6", reason).await.unwrap();
        let seen =
            figures(&mut stage.db.read().await.unwrap(), &officer(), &district(), TODAY).await.unwrap();
        assert_eq!((seen.least, seen.newcomers), (6, None));
    })
    .await;
}
