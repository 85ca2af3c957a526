//! Lists of the school, taken out by those who lead its programme.

use crate::app::TestApp;
use axum::http::StatusCode;
use store::testing::on_both;

#[tokio::test]
async fn leaders_find_every_list_that_is_theirs_and_nobody_else_finds_the_page() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = app.visitor("gulnafisa").get("/handouts").await;
        for list in ["people", "endings", "talks", "courses", "audit"] {
            assert!(page.text.contains(&format!("/handouts/{list}/paper/kk")), "{list}: {}", page.text);
            let table = app.visitor("gulnafisa").get(&format!("/handouts/{list}/table/csv")).await;
            assert_eq!(table.status, StatusCode::OK, "{list}");
        }
        let paper = app.visitor("gulnafisa").get("/handouts/people/paper/ru").await;
        assert!(paper.bytes.starts_with(b"%PDF"), "{}", paper.status);
        let heads = app.visitor("serik").get("/handouts").await;
        assert!(heads.text.contains("/handouts/people/") && !heads.text.contains("/handouts/endings/"));
        let refused = app.visitor("serik").get("/handouts/endings/table/csv").await;
        assert!(refused.status.is_client_error(), "{}", refused.status);
        for other in ["dana", "aigul"] {
            let page = app.visitor(other).get("/handouts").await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{other}");
        }
        let nothing = app.visitor("gulnafisa").get("/handouts/secrets/table/csv").await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    })
    .await;
}
