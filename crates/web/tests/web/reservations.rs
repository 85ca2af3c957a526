//! Times at which somebody does not meet, on their page.

use crate::app::TestApp;
use axum::http::StatusCode;
use store::testing::{ids, on_both};

/// Дана and Айгүл keep a Sunday hour for themselves, on which nothing is planned anyway.
pub(crate) async fn staged(app: &TestApp) {
    let sunday = [("weekday", "7"), ("from_time", "10:00"), ("to_time", "11:00")];
    for person in ["dana", "aigul"] {
        let entered = app.visitor(person).post("/reservations", &sunday).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text);
    }
}

#[tokio::test]
async fn a_time_stands_on_the_own_page_until_it_is_removed_and_a_wrong_one_stays_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let (aigul, bekzhan) = (app.visitor("aigul"), app.visitor("bekzhan"));
        let backwards = [("weekday", "2"), ("from_time", "16:30"), ("to_time", "15:00")];
        let refused = aigul.post("/reservations", &backwards).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        assert!(refused.text.contains("value=\"16:30\""), "{}", refused.text);
        let right = [("weekday", "2"), ("from_time", "15:00"), ("to_time", "16:30")];
        assert_eq!(aigul.post("/reservations", &right).await.status, StatusCode::SEE_OTHER);
        let page = aigul.get("/reservations").await.text;
        assert!(page.contains("15:00–16:30"), "{page}");
        let id = ids(&app.db, "reservations").await.remove(0);
        let except = [("which", id.as_str()), ("except_day", "2026-12-01")];
        assert_eq!(aigul.post("/reservations/except", &except).await.status, StatusCode::SEE_OTHER);
        assert!(aigul.get("/reservations").await.text.contains("value=\"2026-12-01\""));
        assert!(!bekzhan.get("/reservations").await.text.contains("15:00–16:30"));
        let remove = format!("/reservations/{id}/remove");
        assert_eq!(bekzhan.post(&remove, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(aigul.post(&remove, &[]).await.status, StatusCode::SEE_OTHER);
        assert!(ids(&app.db, "reservations").await.is_empty());
    })
    .await;
}
