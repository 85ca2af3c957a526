//! Papers in one file: asked for by a form, made in the background, taken by whoever asked.

use crate::app::TestApp;
use actions::Ids;
use actions::bundles::{check, make_next};
use actions::reports::{Press, Typesetter};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use store::testing::{ids, on_both};

async fn made(app: &TestApp) {
    let press = Press { address: "https://talimger.example", typesetter: &Typesetter::unbounded() };
    make_next(&app.db, &Ids::counting(900), app.clock.now(), press).await.unwrap();
}

/// A bundle of the year that is ready; gives the address of its file.
pub(crate) async fn staged(app: &TestApp) -> String {
    let asked = app.visitor("gulnafisa").post("/bundles", &[("of", "year")]).await;
    made(app).await;
    format!("{}/file", asked.location)
}

#[tokio::test]
async fn an_archive_is_asked_for_made_and_taken() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::orders::assigned(&app).await;
        let asked = app.visitor("gulnafisa").post("/bundles", &[("of", "school")]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
        let again = app.visitor("gulnafisa").post("/bundles", &[("of", "school")]).await;
        assert_eq!(again.location, asked.location, "tapped twice");
        let page = app.visitor("gulnafisa").get(&asked.location).await;
        assert!(
            page.text.contains("http-equiv=\"refresh\""),
            "looks again without JavaScript: {}",
            page.text
        );
        let file = format!("{}/file", asked.location);
        assert_eq!(app.visitor("gulnafisa").get(&file).await.status, StatusCode::NOT_FOUND);
        made(&app).await;
        let page = app.visitor("gulnafisa").get(&asked.location).await;
        assert!(page.text.contains(&file) && !page.text.contains("refresh"), "{}", page.text);
        let taken = app.visitor("gulnafisa").get(&file).await;
        assert_eq!(
            (taken.status, &taken.headers[CONTENT_TYPE]),
            (StatusCode::OK, &"application/zip".parse().unwrap())
        );
        let list = app.visitor("gulnafisa").get("/reports").await;
        assert!(list.text.contains(&asked.location), "{}", list.text);
        for other in ["aigul", "serik", "dana"] {
            let status = app.visitor(other).get(&file).await.status;
            assert!([StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&status), "{other}: {status}");
        }
        let [id] = ids(&app.db, "bundles").await.try_into().unwrap();
        let actor = app.actor("gulnafisa").await;
        let bound = actions::bundles::take(&app.context(&actor), &id.as_str().into()).await.unwrap();
        assert!(check(&bound).unwrap().files >= 2);
    })
    .await;
}
