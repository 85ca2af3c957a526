//! The list of pairs, the first page of a pair, its first meeting.

use crate::app::TestApp;
use actions::letters::{Delivered, deliver_next};
use axum::http::StatusCode;
use domain::pairs::{Origin, Pair, State};
use jiff::civil::date;
use store::testing::on_both;

const REASON: &str = "Единственный физик в школе.";

/// Дана and Айгүл chose each other, Зере was appointed to Бекжан; both pairs are published, today is 3 November.
async fn published(app: &TestApp) {
    app.travel_to(date(2026, 11, 3));
    let pair = |id: &str, newcomer: &str, mentor: &str, origin| Pair {
        id: id.into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: newcomer.into(),
        mentor: mentor.into(),
        place: Some(1),
        origin,
        state: State::Published,
        since: app.clock.now(),
        version: 0,
    };
    let mut tx = app.db.write().await.unwrap();
    store::pairs::add(&mut tx, &pair("chosen", "dana", "aigul", Origin::Ranked)).await.unwrap();
    let appointed = Origin::Appointed { reason: REASON.into() };
    store::pairs::add(&mut tx, &pair("appointed", "zere", "bekzhan", appointed)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn consent(app: &TestApp) {
    for side in ["dana", "aigul"] {
        let given = app.visitor(side).post("/pairs/chosen/consent", &[("step", "give")]).await;
        assert_eq!((given.status, given.location.as_str()), (StatusCode::SEE_OTHER, "/pairs/chosen"));
    }
}

#[tokio::test]
async fn the_leaders_see_all_pairs_with_their_origin_and_the_share_of_appointments() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        published(&app).await;
        for leader in ["gulnafisa", "serik"] {
            let list = app.visitor(leader).get("/pairs").await;
            assert_eq!(list.status, StatusCode::OK);
            assert!(list.text.contains("Сәтбаева Дана") && list.text.contains("Тұяқов Бекжан"));
            assert!(list.text.contains("по назначению"), "{}", list.text);
            assert!(list.text.contains("По назначению: 1 из 2"), "{}", list.text);
            assert!(list.text.contains("Ещё не ответили: Дана, Айгүл"), "{}", list.text);
        }
        let narrowed = app.visitor("serik").get("/pairs?show=appointed").await;
        assert!(narrowed.text.contains("Искалиева Зере") && !narrowed.text.contains("Сәтбаева"));
    })
    .await;
}

#[tokio::test]
async fn the_list_is_not_for_the_two_nor_for_other_schools() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        published(&app).await;
        for other in ["dana", "aigul", "saule", "polina"] {
            assert_eq!(app.visitor(other).get("/pairs").await.status, StatusCode::FORBIDDEN, "{other}");
        }
        let elsewhere = app.visitor("timur").get("/pairs").await;
        assert_eq!(elsewhere.status, StatusCode::OK);
        assert!(!elsewhere.text.contains("Дана"), "another school's list is its own");
    })
    .await;
}

#[tokio::test]
async fn a_pair_is_there_for_the_two_and_the_leaders_alone() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        published(&app).await;
        for reader in ["dana", "aigul", "gulnafisa", "serik"] {
            assert_eq!(app.visitor(reader).get("/pairs/chosen").await.status, StatusCode::OK, "{reader}");
        }
        for other in ["zere", "bekzhan", "timur"] {
            let hidden = app.visitor(other).get("/pairs/chosen").await;
            assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{other}");
        }
        assert_eq!(app.visitor("dana").get("/pairs/nothing").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn both_read_that_it_was_an_appointment_and_why() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        published(&app).await;
        for side in ["zere", "bekzhan"] {
            let page = app.visitor(side).get("/pairs/appointed").await;
            assert!(page.text.contains("Это назначение, а не выбор"), "{}", page.text);
            assert!(page.text.contains(REASON));
        }
        let chosen = app.visitor("dana").get("/pairs/chosen").await;
        assert!(!chosen.text.contains("Это назначение"));
    })
    .await;
}

#[tokio::test]
async fn contact_data_opens_to_the_two_after_both_consents_and_to_nobody_else() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        published(&app).await;
        let before = app.visitor("dana").get("/pairs/chosen").await;
        assert!(!before.text.contains("aigul@school.example"), "{}", before.text);
        consent(&app).await;
        let after = app.visitor("dana").get("/pairs/chosen").await;
        assert!(after.text.contains("mailto:aigul@school.example"), "{}", after.text);
        let leader = app.visitor("gulnafisa").get("/pairs/chosen").await;
        assert!(!leader.text.contains("@school.example"));
    })
    .await;
}

#[tokio::test]
async fn a_first_meeting_is_planned_and_the_leaders_read_only_its_day() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        published(&app).await;
        let form = [("on", "2026-11-05"), ("at", "15:10"), ("place", "кабинет 214"), ("seen", "")];
        let planned = app.visitor("dana").post("/pairs/chosen/meeting", &form).await;
        assert_eq!((planned.status, planned.location.as_str()), (StatusCode::SEE_OTHER, "/pairs/chosen"));
        let other = app.visitor("aigul").get("/pairs/chosen").await;
        assert!(other.text.contains("15:10") && other.text.contains("кабинет 214"), "{}", other.text);
        let leader = app.visitor("gulnafisa").get("/pairs/chosen").await;
        assert!(leader.text.contains("5 ноября"), "{}", leader.text);
        assert!(!leader.text.contains("15:10") && !leader.text.contains("кабинет 214"));
        let unseen = app.visitor("aigul").post("/pairs/chosen/meeting", &form).await;
        assert_eq!(unseen.status, StatusCode::CONFLICT, "a plan is not overwritten unseen");
        let leader = app.visitor("gulnafisa").post("/pairs/chosen/meeting", &form).await;
        assert_eq!(leader.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn n17_a_meeting_that_lay_ahead_goes_with_the_mentor_who_leaves() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        published(&app).await;
        consent(&app).await;
        let form = [("on", "2026-11-27"), ("at", "15:10"), ("place", "кабинет 214"), ("seen", "")];
        app.visitor("aigul").post("/pairs/chosen/meeting", &form).await;
        let ahead = app.visitor("dana").get("/").await;
        assert!(ahead.text.contains("27 ноября"), "{}", ahead.text);

        let left = app.visitor("gulnafisa").post("/people/aigul/leave", &[("left_on", "2026-11-03")]).await;
        assert_eq!(left.status, StatusCode::SEE_OTHER, "{}", left.text);
        for reader in ["dana", "gulnafisa", "serik"] {
            for path in ["/", "/pairs", "/pairs/chosen", "/contacts", "/mentors"] {
                let page = app.visitor(reader).get(path).await;
                let hangs = page.text.contains("27 ноября") || page.text.contains("кабинет 214");
                assert!(!hangs, "{reader} {path}: {}", page.text);
            }
        }
        // Nobody moves it from a page that was opened before.
        let moved = [("on", "2026-11-26"), ("at", "15:10"), ("place", "кабинет 214"), ("seen", "0")];
        let again = app.visitor("dana").post("/pairs/chosen/meeting", &moved).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text);
        while deliver_next(&app.db, app.clock.now(), &app.outbox).await.unwrap() != Delivered::Nothing {}
        assert!(!format!("{:?}", app.outbox).contains("214"), "a letter speaks of the meeting");
        assert!(
            app.visitor("gulnafisa").get("/").await.text.contains("Дана"),
            "somebody has to find her a mentor"
        );
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_cannot_be_comes_back_with_what_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        published(&app).await;
        let form = [("on", "2026-11-02"), ("at", "15:10"), ("place", "кабинет 214"), ("seen", "")];
        let past = app.visitor("dana").post("/pairs/chosen/meeting", &form).await;
        assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(past.text.contains("Этот день уже прошёл") && past.text.contains("кабинет 214"));
        let form = [("on", "31.11.2026"), ("at", "25:10"), ("place", ""), ("seen", "")];
        let wrong = app.visitor("dana").post("/pairs/chosen/meeting", &form).await;
        assert!(wrong.text.contains("Такого дня нет") && wrong.text.contains("Такого времени нет"));
        assert!(wrong.text.contains("31.11.2026"));
    })
    .await;
}

#[tokio::test]
async fn every_page_of_pairs_speaks_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        published(&app).await;
        for (reader, path) in [
            ("serik", "/pairs"),
            ("serik", "/pairs/chosen"),
            ("dana", "/pairs/chosen"),
            ("zere", "/pairs/appointed"),
        ] {
            for lang in ["kk", "ru", "en"] {
                app.visitor(reader).post("/language", &[("lang", lang), ("back", "/")]).await;
                let page = app.visitor(reader).get(path).await;
                assert!(page.text.contains(&format!("<html lang=\"{lang}\"")), "{path} {lang}");
                assert!(!page.text.contains("[pairs-") && !page.text.contains("[orders-"), "{path} {lang}");
            }
        }
    })
    .await;
}
