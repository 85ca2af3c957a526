//! What a newcomer takes upon themselves.

use crate::app::TestApp;
use axum::http::StatusCode;
use store::testing::{contents, on_both};

const ALL: [(&str, &str); 4] = [("duty", "meet"), ("duty", "record"), ("duty", "freely"), ("duty", "others")];

#[tokio::test]
async fn a_newcomer_finds_it_first_at_home_and_ticks_it_once() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let home = app.visitor("zere").get("/").await;
        assert!(home.text.contains("href=\"/commitments\""), "{}", home.text);
        let half = app.visitor("zere").post("/commitments", &ALL[..3]).await;
        assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(half.text.contains("value=\"meet\" checked"), "{}", half.text);
        assert!(!half.text.contains("value=\"others\" checked"));
        let given = app.visitor("zere").post("/commitments", &ALL).await;
        assert_eq!((given.status, given.location.as_str()), (StatusCode::SEE_OTHER, "/"));
        assert!(!app.visitor("zere").get("/").await.text.contains("href=\"/commitments\""));
        let page = app.visitor("zere").get("/commitments").await;
        assert!(page.text.contains("5 октября") && !page.text.contains("name=\"duty\""), "{}", page.text);
        let before = contents(&app.db).await;
        app.visitor("zere").post("/commitments", &ALL).await;
        assert_eq!(contents(&app.db).await, before, "sent twice, done once");
    })
    .await;
}

#[tokio::test]
async fn without_it_every_page_opens_all_the_same() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for page in ["/mentors", "/mentors/aigul", "/requests", "/contacts", "/choices"] {
            assert_eq!(app.visitor("zere").get(page).await.status, StatusCode::OK, "{page}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_duties_of_newcomers_are_theirs_alone_and_are_drawn_in_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for other in ["aigul", "gulnafisa", "serik", "polina"] {
            assert_eq!(app.visitor(other).get("/commitments").await.status, StatusCode::FORBIDDEN, "{other}");
        }
        for lang in ["kk", "ru", "en"] {
            app.visitor("zere").post("/language", &[("lang", lang)]).await;
            let page = app.visitor("zere").get("/commitments").await;
            assert!(page.text.contains(&format!("lang=\"{lang}\"")));
            assert!(!page.text.contains("[commitments-"), "{}", page.text);
        }
    })
    .await;
}
