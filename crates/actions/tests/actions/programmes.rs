//! Programmes: one for a school year, changed by the coordinator alone, what has passed stays.

use crate::stage::{Stage, actor, newcomer};
use actions::Failed;
use actions::programmes::{
    Outset, calendar, change_setting, create, history, remove_day, reschedule, set_day,
};
use domain::calendar::{DayKind, SpecialDay};
use domain::people::{Actor, Role};
use domain::programmes::{Phases, Programme, SetUpRefused};
use domain::settings::Key;
use jiff::civil::date;
use store::testing::on_both;

fn gulnafisa() -> Actor {
    actor("gulnafisa", &[Role::Teacher, Role::Coordinator])
}

async fn programme(stage: &Stage) -> Programme {
    let mut tx = stage.db.read().await.unwrap();
    store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap()
}

#[tokio::test]
async fn two_coordinators_at_once_set_up_one_programme() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        let school = "school-12".into();
        let phases = Phases::usual(2027);
        let make = || create(&context, &school, 2027, phases, Outset::Usual);
        let (first, second) = tokio::join!(make(), make());
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
        let lost = first.err().or(second.err()).unwrap();
        assert!(matches!(lost, Failed::Refused(SetUpRefused::YearTaken)), "{lost:?}");
        assert_eq!(stage.audited("programme-created").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_new_programme_may_begin_with_the_settings_of_the_last_one() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let (context, school) = (stage.context(&gulnafisa), "school-12".into());
        let reason = "Тәлімгерлер жетпейді, біреуден басталық.";
        change_setting(&context, &"programme".into(), Key::MaxMentees, "1", reason).await.unwrap();
        let id = create(&context, &school, 2027, Phases::usual(2027), Outset::Copied).await.unwrap();
        let before = programme(&stage).await;
        let mut tx = stage.db.read().await.unwrap();
        let made = store::programmes::get(&mut tx, &school, &id).await.unwrap().unwrap();
        assert_eq!((made.settings.max_mentees, &made.settings), (1, &before.settings));
        assert_eq!(made.phases, Phases::usual(2027), "its dates are its own");
    })
    .await;
}

#[tokio::test]
async fn a_new_programme_brings_the_usual_days_off_and_leaves_corrected_ones() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let school = "school-12".into();
        let corrected = SpecialDay { day: date(2027, 12, 16), kind: DayKind::MovedToWork };
        set_day(&stage.context(&gulnafisa), &school, corrected).await.unwrap();
        create(&stage.context(&gulnafisa), &school, 2027, Phases::usual(2027), Outset::Usual).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let days = calendar(&mut tx, &school).await.unwrap();
        drop(tx);
        assert!(!days.is_working(date(2028, 3, 8)));
        assert!(days.is_working(date(2027, 12, 16)));
        remove_day(&stage.context(&gulnafisa), &school, date(2028, 3, 8)).await.unwrap();
        let days = calendar(&mut stage.db.read().await.unwrap(), &school).await.unwrap();
        assert!(days.is_working(date(2028, 3, 8)));
    })
    .await;
}

#[tokio::test]
async fn of_two_who_move_the_dates_the_second_looks_again() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        let seen = programme(&stage).await.version;
        let sooner = Phases { selection_until: date(2026, 10, 24), ..Phases::usual(2026) };
        let latest = Phases { work_until: date(2027, 5, 24), ..Phases::usual(2026) };
        reschedule(&context, &"programme".into(), seen, sooner).await.unwrap();
        let lost = reschedule(&context, &"programme".into(), seen, latest).await;
        assert!(matches!(lost, Err(Failed::Changed)), "{lost:?}");
        assert_eq!(programme(&stage).await.phases, sooner);
    })
    .await;
}

#[tokio::test]
async fn a_changed_setting_is_remembered_with_its_day_and_reason() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        let silent = change_setting(&context, &"programme".into(), Key::MaxMentees, "1", " ").await;
        assert!(matches!(silent, Err(Failed::Refused(SetUpRefused::ReasonNeeded))), "{silent:?}");
        let reason = "Решение методического совета, протокол № 2";
        for _ in 0..2 {
            change_setting(&context, &"programme".into(), Key::MaxMentees, "1", reason).await.unwrap();
        }
        let programme = programme(&stage).await;
        assert_eq!(programme.settings.max_mentees, 1);
        let mut tx = stage.db.read().await.unwrap();
        let changes = store::programmes::changes(&mut tx, &programme.school, &programme.id).await.unwrap();
        assert_eq!(changes.len(), 1);
        assert_eq!((changes[0].from, changes[0].value.as_str()), (stage.today, "1"));
        assert_eq!(changes[0].reason, reason);
    })
    .await;
}

#[tokio::test]
async fn what_the_engine_looks_for_is_not_chosen_with_a_known_outcome() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        for (day, value, changes) in [((11, 1), "most_pairs", true), ((11, 2), "truthful", false)] {
            stage.today = date(2026, day.0, day.1);
            let context = stage.context(&gulnafisa);
            let reason = "Протокол № 4";
            let done = change_setting(&context, &"programme".into(), Key::ChoiceMode, value, reason).await;
            assert_eq!(done.is_ok(), changes, "{done:?}");
            assert!(changes || matches!(done, Err(Failed::Refused(SetUpRefused::Opened))), "{done:?}");
        }
        assert_eq!(programme(&stage).await.settings.choice_mode, domain::choices::Mode::MostPairs);
    })
    .await;
}

#[tokio::test]
async fn only_the_coordinator_of_the_school_changes_anything() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Coordinator]) };
        let other = reschedule(&stage.context(&timur), &"programme".into(), 0, Phases::usual(2026)).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        let dana = newcomer("dana");
        let own =
            change_setting(&stage.context(&dana), &"programme".into(), Key::OpenRequests, "9", "хочу").await;
        assert!(matches!(own, Err(Failed::Forbidden)), "{own:?}");
    })
    .await;
}

#[tokio::test]
async fn the_history_says_what_held_before() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        for (key, value) in [(Key::MaxMentees, "1"), (Key::OpenRequests, "4"), (Key::MaxMentees, "3")] {
            change_setting(&context, &"programme".into(), key, value, "Протокол № 2").await.unwrap();
        }
        let programme = programme(&stage).await;
        let history = history(&mut stage.db.read().await.unwrap(), &programme).await.unwrap();
        let told: Vec<(Key, &str, &str)> = history
            .iter()
            .map(|one| (one.change.key, one.before.as_str(), one.change.value.as_str()))
            .collect();
        assert_eq!(
            told,
            [(Key::MaxMentees, "1", "3"), (Key::OpenRequests, "3", "4"), (Key::MaxMentees, "2", "1")]
        );
    })
    .await;
}
