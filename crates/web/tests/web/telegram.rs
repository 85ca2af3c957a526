//! Notices in Telegram on the own page.

use crate::app::TestApp;
use axum::http::StatusCode;
use store::testing::{contents, on_both};

#[tokio::test]
async fn a_code_is_shown_once_and_ended() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let dana = app.visitor("dana");
        let given = dana.post("/profile/telegram", &[]).await;
        assert_eq!(given.status, StatusCode::OK, "{}", given.text);
        let (_, rest) = given.text.split_once("https://t.me/mektep_bot?start=").unwrap();
        let code = rest.split('"').next().unwrap();
        assert_eq!(code.len(), 32, "{code}");
        assert!(!dana.get("/profile").await.text.contains(code), "never again");
        assert!(app.visitor("aigul").get("/profile").await.text.contains("/profile/telegram"));
        let ended = dana.post("/profile/telegram/end", &[]).await;
        assert_eq!(ended.status, StatusCode::SEE_OTHER);
        assert!(contents(&app.db).await["telegram_links"].is_empty());
    })
    .await;
}
