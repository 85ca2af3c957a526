//! For whoever watches the server.

use crate::app::TestApp;
use axum::http::StatusCode;
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
