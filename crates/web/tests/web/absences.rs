//! Days on which somebody is away, on their page.

use crate::app::TestApp;
use axum::http::StatusCode;
use store::testing::{ids, on_both};

const DAYS: [(&str, &str); 3] =
    [("person", "serik"), ("from_day", "2027-02-08"), ("until_day", "2027-02-10")];

/// Серік is away on days that are far ahead.
pub(crate) async fn staged(app: &TestApp) {
    let entered = app.visitor("gulnafisa").post("/absences", &DAYS).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text);
}

#[tokio::test]
async fn days_stand_on_the_page_until_they_are_removed_and_wrong_ones_stay_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let gulnafisa = app.visitor("gulnafisa");
        let remove = format!("/absences/{}/remove", ids(&app.db, "absences").await[0]);
        let page = gulnafisa.get("/absences").await.text;
        assert!(page.contains(&remove), "{page}");
        let backwards = [("person", "aigul"), ("from_day", "2027-02-10"), ("until_day", "2027-02-08")];
        let refused = gulnafisa.post("/absences", &backwards).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("value=\"2027-02-10\""), "{}", refused.text);
        assert_eq!(app.visitor("timur").post(&remove, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(gulnafisa.post(&remove, &[]).await.status, StatusCode::SEE_OTHER);
        assert!(ids(&app.db, "absences").await.is_empty());
    })
    .await;
}
