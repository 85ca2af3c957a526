//! The pages of evidence: the newcomer's own, the mentor's, and the coordinator's counts.

use crate::app::TestApp;
use crate::walk::lively;
use axum::http::StatusCode;
use store::testing::{column, ids, on_both};

/// Дана has attached a ticked line of her checklist and shows her list; Айгүл suggests it for another line; the school
/// adds a line for the next year.
pub(crate) async fn staged(app: &TestApp) {
    let fact = ("fact", "milestone:workplace");
    app.visitor("dana").post("/competencies/attach", &[("item", "safety"), fact]).await;
    app.visitor("dana").post("/competencies/share", &[("share", "yes")]).await;
    app.visitor("aigul").post("/competencies/of/dana/suggest", &[("item", "team"), fact]).await;
    let line = [("field", "children"), ("kk", "Үйірме жүргіземін"), ("ru", "Веду кружок")];
    app.visitor("gulnafisa").post("/competencies/school/add", &line).await;
}

#[tokio::test]
async fn what_is_without_evidence_comes_first_and_a_fact_is_two_taps_away() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = "/competencies";
        assert!(app.visitor("dana").get("/").await.text.contains("href=\"/competencies\""));
        app.visitor("dana").post("/plans/adaptation/dana/tick", &[("tick", "journal")]).await;
        let own = app.visitor("dana").get(page).await.text;
        assert!(own.contains("/competencies/items/journal") && !own.contains("id=\"with\""), "{own}");
        let item = app.visitor("dana").get("/competencies/items/journal").await.text;
        assert!(item.contains("value=\"milestone:journal\""), "{item}");
        let form = [("item", "journal"), ("fact", "milestone:journal")];
        let attached = app.visitor("dana").post("/competencies/attach", &form).await;
        assert_eq!((attached.status, attached.location.as_str()), (StatusCode::SEE_OTHER, page));
        assert!(app.visitor("dana").get(page).await.text.contains("id=\"with\""));
        let evidence = ids(&app.db, "competency_evidence").await.remove(0);
        app.visitor("dana").post("/competencies/take-back", &[("evidence", &evidence)]).await;
        assert!(!app.visitor("dana").get(page).await.text.contains("id=\"with\""));
        let long = "ә".repeat(301);
        let form = [("item", "talk"), ("words", long.as_str())];
        let refused = app.visitor("dana").post("/competencies/words", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains(&long), "what was typed stays");
        assert_eq!(
            app.visitor("dana").get("/competencies/items/nothing").await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn a_line_leads_to_a_meeting_with_its_theme_and_to_a_small_step() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        lively(&app).await;
        let item = app.visitor("dana").get("/competencies/items/talk").await.text;
        let link = item.split("href=\"").find(|rest| rest.starts_with("/meetings/new")).unwrap();
        let link = link.split('"').next().unwrap().replace("&#38;", "&");
        let proposing = app.visitor("dana").get(&link).await;
        assert_eq!(proposing.status, StatusCode::OK);
        let taken = app.visitor("dana").post("/competencies/step", &[("item", "talk")]).await;
        assert_eq!(taken.location, "/competencies/items/talk");
        assert!(column(&app.db, "plan_items", "step").await.contains(&"grow-parents".to_owned()));
        let none = app.visitor("dana").post("/competencies/step", &[("item", "safety")]).await;
        assert_eq!(none.status, StatusCode::SEE_OTHER, "told that there is none");
    })
    .await;
}

#[tokio::test]
async fn the_mentor_suggests_where_it_is_shown_and_others_find_no_page() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        lively(&app).await;
        let page = "/competencies/of/dana";
        assert!(app.visitor("aigul").get("/").await.text.contains(page));
        let shown = app.visitor("aigul").get(page).await.text;
        assert!(
            shown.contains("/competencies/of/dana/items/talk") && shown.contains("id=\"with\""),
            "{shown}"
        );
        assert!(app.visitor("dana").get("/competencies").await.text.contains("id=\"suggested\""));
        app.visitor("dana").post("/competencies/share", &[("share", "no")]).await;
        let closed = app.visitor("aigul").get(page).await.text;
        assert!(!closed.contains("/items/") && !closed.contains("id=\"with\""), "{closed}");
        assert!(!app.visitor("aigul").get("/").await.text.contains(page));
        assert_eq!(app.visitor("bekzhan").get(page).await.status, StatusCode::NOT_FOUND);
        for other in ["dana", "polina", "gulnafisa", "serik"] {
            assert_ne!(app.visitor(other).get(page).await.status, StatusCode::OK, "{other}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_reads_two_numbers_and_adds_lines() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        lively(&app).await;
        let words = [("item", "talk"), ("words", "Қоңырау соқтым")];
        app.visitor("dana").post("/competencies/words", &words).await;
        let page = "/competencies/school";
        let school = app.visitor("gulnafisa").get(page).await.text;
        assert!(school.contains("Веду кружок") && school.contains("2027/28"), "{school}");
        assert!(!school.contains("Қоңырау соқтым"), "{school}");
        assert!(app.visitor("gulnafisa").get("/plans").await.text.contains(page));
        let half = [("field", "duties"), ("ru", "а")];
        let half = app.visitor("gulnafisa").post("/competencies/school/add", &half).await;
        assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
        let line = ids(&app.db, "competency_items").await.remove(0);
        app.visitor("gulnafisa").post("/competencies/school/remove", &[("item", &line)]).await;
        assert!(!app.visitor("gulnafisa").get(page).await.text.contains("Веду кружок"));
        for other in ["serik", "aigul", "dana"] {
            assert_eq!(app.visitor(other).get(page).await.status, StatusCode::FORBIDDEN, "{other}");
        }
    })
    .await;
}
