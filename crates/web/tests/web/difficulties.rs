//! The newcomer's own map and what the mentor reads of it.

use crate::app::TestApp;
use crate::walk::lively;
use axum::http::StatusCode;
use store::testing::{ids, on_both};

#[tokio::test]
async fn what_is_hard_proposes_steps_that_are_taken_one_by_one() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = "/plans/difficulties";
        assert!(app.visitor("dana").get("/").await.text.contains(page));
        let nothing = app.visitor("dana").post(page, &[("words", "Бәрі")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nothing.text.contains("Бәрі"), "what was typed stays");
        let map = [("parents", "3"), ("time", "2"), ("ict", "0")];
        assert_eq!(app.visitor("dana").post(page, &map).await.status, StatusCode::SEE_OTHER);
        let asked = app.visitor("dana").get(page).await.text;
        assert_eq!(asked.matches("name=\"topic\"").count(), 2, "{asked}");
        let taken = app.visitor("dana").post("/plans/difficulties/take", &[("topic", "parents")]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER);
        let [plan] = ids(&app.db, "plans").await.try_into().unwrap();
        let after = app.visitor("dana").get(page).await.text;
        assert!(after.contains(&plan) && after.matches("name=\"topic\"").count() == 1, "{after}");
        assert_eq!(app.visitor("dana").get(&format!("/plans/{plan}")).await.status, StatusCode::OK);
        let paper = app.visitor("dana").get(&format!("/plans/{plan}/paper/ru")).await;
        assert!(paper.bytes.starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test]
async fn what_a_map_said_before_is_read_by_its_newcomer_alone() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        lively(&app).await;
        let page = "/plans/difficulties";
        for mark in ["3", "0"] {
            let map = [("parents", mark), ("share", "yes")];
            assert_eq!(app.visitor("dana").post(page, &map).await.status, StatusCode::SEE_OTHER);
        }
        let own = app.visitor("dana").get(page).await.text;
        let differs = "Говорить с родителями: было «очень трудно», стало «легко»";
        assert!(own.contains("Что вы меняли в карте") && own.contains(differs), "{own}");
        let mentor = app.visitor("aigul").get("/plans/difficulties/dana").await.text;
        assert!(!mentor.contains("очень трудно"), "{mentor}");
    })
    .await;
}

#[tokio::test]
async fn the_mentor_of_now_reads_what_is_shared_and_the_leaders_find_nothing() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        lively(&app).await;
        let page = "/plans/difficulties/dana";
        let shared = app.visitor("aigul").get(page).await;
        assert!(shared.text.contains("Уақыт жетпейді."), "{}", shared.text);
        assert!(app.visitor("aigul").get("/").await.text.contains(page));
        let helped = [("planning", "3"), ("planning-helper", "group"), ("share", "yes")];
        app.visitor("dana").post("/plans/difficulties", &helped).await;
        let told = "Спланировать урок так, чтобы хватило времени (мог бы помочь: методобъединение (ШМО))";
        assert!(app.visitor("aigul").get(page).await.text.contains(told));
        let asked = app.visitor("dana").get("/plans/difficulties").await.text;
        assert!(asked.contains("<option value=\"group\" selected>"), "{asked}");
        let own = [("planning", "3"), ("words", "Уақыт жетпейді.")];
        app.visitor("dana").post("/plans/difficulties", &own).await;
        assert!(!app.visitor("aigul").get(page).await.text.contains("Уақыт жетпейді."));
        assert!(!app.visitor("aigul").get("/").await.text.contains(page));
        assert_eq!(app.visitor("serik").get(page).await.status, StatusCode::FORBIDDEN);
        for other in ["gulnafisa", "bekzhan", "zere"] {
            assert_eq!(app.visitor(other).get(page).await.status, StatusCode::NOT_FOUND, "{other}");
        }
    })
    .await;
}
