//! The page of the adaptation checklist.

use crate::app::TestApp;
use axum::http::StatusCode;
use jiff::civil::date;
use store::testing::on_both;

#[tokio::test]
async fn the_newcomer_ticks_from_home_and_after_three_weeks_the_coordinator_is_asked_to_look() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = "/plans/adaptation/dana";
        assert!(app.visitor("dana").get("/").await.text.contains(page));
        assert!(!app.visitor("gulnafisa").get("/").await.text.contains(page), "the school may not use it");
        let tick = format!("{page}/tick");
        let ticked = app.visitor("dana").post(&tick, &[("tick", "journal")]).await;
        assert_eq!(
            (ticked.status, ticked.location.as_str()),
            (StatusCode::SEE_OTHER, "/plans/adaptation/dana#week")
        );
        let text = app.visitor("dana").get(page).await.text;
        assert!(text.contains("name=\"untick\" value=\"journal\""), "{text}");
        let unknown = app.visitor("dana").post(&tick, &[("tick", "everything")]).await;
        assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
        app.travel_to(date(2026, 10, 27));
        assert!(app.visitor("gulnafisa").get("/").await.text.contains(page));
        let look = app.visitor("gulnafisa").get(page).await;
        assert!(look.status == StatusCode::OK && !look.text.contains("/tick"), "{}", look.text);
        for other in ["zere", "aigul"] {
            assert_eq!(app.visitor(other).get(page).await.status, StatusCode::NOT_FOUND, "{other}");
        }
    })
    .await;
}
