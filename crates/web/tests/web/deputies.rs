//! Deputies on their page.

use crate::app::TestApp;
use axum::http::StatusCode;
use jiff::civil::date;
use store::testing::on_both;

const DAYS: [(&str, &str); 4] =
    [("absent", "gulnafisa"), ("deputy", "bekzhan"), ("from_day", "2027-02-01"), ("until_day", "2027-02-05")];

/// Бекжан stands in for Гүлнафиса in days that are far ahead.
pub(crate) async fn staged(app: &TestApp) {
    let named = app.visitor("gulnafisa").post("/deputies", &DAYS).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.text);
}

#[tokio::test]
async fn a_deputy_coordinates_when_the_day_has_come() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let page = app.visitor("serik").get("/deputies").await.text;
        assert!(page.contains("Гүлнафиса") && page.contains("/end"), "{page}");
        assert_ne!(app.visitor("bekzhan").get("/newcomers").await.status, StatusCode::OK);
        app.travel_to(date(2027, 2, 2));
        assert_eq!(app.visitor("bekzhan").get("/newcomers").await.status, StatusCode::OK);
        assert_ne!(app.visitor("dana").get("/deputies").await.status, StatusCode::OK);
    })
    .await;
}
