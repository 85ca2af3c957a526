//! Signing in, the language, and the small forms in the frame.

use crate::app::TestApp;
use crate::walk;
use axum::http::StatusCode;
use store::testing::{column, on_both};

#[tokio::test]
async fn a_wrong_password_and_an_unknown_login_read_alike() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let mut answers = Vec::new();
        for login in ["dana", "nobody"] {
            let form = [("login", login), ("password", "not the password"), ("back", "/")];
            let answer = app.stranger().post("/sign-in", &form).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            answers.push(answer.text.replace(login, "LOGIN"));
        }
        assert_eq!(answers[0], answers[1]);
    })
    .await;
}

#[tokio::test]
async fn cookies_stay_with_us_and_the_way_back_stays_inside() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = [("lang", "en"), ("back", "https://elsewhere.example/")];
        let answer = app.stranger().post("/language", &form).await;
        assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, "/"));
        let cookie = &answer.cookies[0];
        for word in ["language=en", "HttpOnly", "SameSite=Lax", "Secure"] {
            assert!(cookie.contains(word), "{cookie}");
        }
        let page = app.stranger().with_cookie("language=en").get("/sign-in").await;
        assert!(page.text.contains("<html lang=\"en\""), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        assert_eq!(app.visitor("dana").get("/").await.status, StatusCode::OK);
        let out = app.visitor("dana").post("/sign-out", &[]).await;
        assert_eq!(app.visitor("dana").get("/").await.status, StatusCode::SEE_OTHER);
        assert_eq!(
            out.headers["clear-site-data"], "\"storage\"",
            "nothing waits in the browser for the next one"
        );
    })
    .await;
}

#[tokio::test]
async fn the_doors_of_a_demonstration_are_not_there_in_real_use() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        assert_eq!(app.stranger().get("/demo/dana").await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.stranger().post("/demo/dana", &[]).await.status, StatusCode::NOT_FOUND);
        let travel = app.visitor("dana").post("/clock", &[("today", "2027-01-01")]).await;
        assert_eq!(travel.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn every_form_of_another_site_is_refused() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for route in web::routes().list().filter(|route| route.method == axum::http::Method::POST) {
            let path = route.path.replace(['{', '}'], "");
            let answer = app.visitor("gulnafisa").post_from_elsewhere(&path, &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn n09_without_a_role_only_the_open_doors_open() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for route in web::routes().list().filter(|route| matches!(route.access, web::Access::OneOf(_))) {
            let path = route.path.replace(['{', '}'], "");
            let answer = match route.method {
                axum::http::Method::GET => app.visitor("polina").get(&path).await,
                _ => app.visitor("polina").post(&path, &[]).await,
            };
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{} {path}", route.method);
        }
    })
    .await;
}

#[tokio::test]
async fn n09_without_a_role_the_doors_that_open_show_nobody() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        walk::lively(&app).await;
        let open: Vec<&str> = web::routes()
            .list()
            .filter(|route| route.access == web::Access::Anyone)
            .map(|route| route.path)
            .collect();
        let mut addresses = walk::addresses(&app).await;
        addresses.retain(|(route, _)| !open.contains(route));
        let reading = walk::read(&app.visitor("polina"), &addresses).await;
        assert!(reading.pages.len() > 2, "some doors open: {:?}", reading.pages.keys());
        for family in column(&app.db, "people", "family").await {
            let own = family == "Котова";
            let pages = reading.found(&family);
            assert_eq!(pages.is_empty(), !own, "{family}: {pages:?}");
        }
    })
    .await;
}
