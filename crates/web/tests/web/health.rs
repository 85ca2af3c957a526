//! For whoever watches the server.

use crate::app::TestApp;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, STRICT_TRANSPORT_SECURITY};
use store::testing::on_both;

#[tokio::test]
async fn health_follows_the_database_and_says_nothing_of_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let well = app.stranger().get("/health").await;
        assert_eq!((well.status, well.text.as_str()), (StatusCode::OK, "ok\n"));
        app.db.close().await;
        let ill = app.stranger().get("/health").await;
        assert_eq!(ill.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(ill.text, "the database does not answer\n");
    })
    .await;
}

#[tokio::test]
async fn the_version_is_one_line() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let version = app.stranger().get("/version").await;
        assert_eq!(version.text, concat!("talimger ", env!("CARGO_PKG_VERSION"), "\n"));
    })
    .await;
}

#[tokio::test]
async fn a_database_that_does_not_answer_gives_a_page_with_a_number_and_a_way_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        app.db.close().await;
        let answer = app.visitor("dana").get("/contacts").await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(answer.text.contains(r#"href="/contacts""#) && answer.text.contains("</html>"));
    })
    .await;
}

#[tokio::test]
async fn a_private_page_is_kept_by_no_browser_and_comes_over_https_alone() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let own = app.visitor("dana").get("/contacts").await;
        assert_eq!(own.headers[CACHE_CONTROL], "no-store");
        assert_eq!(own.headers[STRICT_TRANSPORT_SECURITY], "max-age=31536000");
        let open = app.stranger().get("/help").await;
        assert!(!open.headers.contains_key(CACHE_CONTROL));
    })
    .await;
}
