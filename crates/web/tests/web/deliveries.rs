//! How letters reach the reader: set on the own page, kept as typed when it contradicts itself.

use crate::app::TestApp;
use axum::http::StatusCode;
use store::testing::on_both;

#[tokio::test]
async fn quiet_hours_and_the_letter_of_the_day_are_set_and_a_contradiction_comes_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = app.visitor("dana").get("/profile").await;
        assert!(page.text.contains("/profile/letters"), "{}", page.text);
        let night = [("ahead", "hour"), ("quiet", "yes"), ("from", "20:00"), ("until", "08:00")];
        let wrong = [&night[..], &[("pace", "day"), ("hour", "23:00")]].concat();
        let refused = app.visitor("dana").post("/profile/letters", &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("<option value=\"23:00\" selected>"), "what was chosen stays");
        let right = [&night[..], &[("pace", "day"), ("hour", "18:00")]].concat();
        let kept = app.visitor("dana").post("/profile/letters", &right).await;
        assert_eq!((kept.status, kept.location.as_str()), (StatusCode::SEE_OTHER, "/profile"));
        let page = app.visitor("dana").get("/profile/letters").await;
        for stands in ["value=\"20:00\" selected", "value=\"08:00\" selected", "value=\"18:00\" selected"] {
            assert!(page.text.contains(stands), "{stands}: {}", page.text);
        }
        let unread = [("quiet", "yes"), ("from", "99"), ("until", "08:00"), ("pace", "each")];
        let refused = app.visitor("dana").post("/profile/letters", &unread).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let usual = app.visitor("aigul").get("/profile/letters").await;
        assert!(usual.text.contains("value=\"21:00\" selected"), "everybody for themselves");
    })
    .await;
}
