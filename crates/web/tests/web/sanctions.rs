//! Disciplinary sanctions: the head's page, and what others learn of them.

use crate::app::{EVERYBODY, TestApp};
use crate::walk;
use axum::http::StatusCode;
use domain::Day;
use i18n::Lang;
use jiff::civil::date;
use store::testing::{ids, on_both, on_sqlite};

/// The number of the order, which nobody but the head reads.
const NUMBER: &str = "ТЖ-73194";
const LAST_DAY: Day = date(2027, 2, 28);

/// A sanction of Гүлнафиса that is in force.
pub(crate) async fn staged(app: &TestApp) {
    enter(app, "gulnafisa").await;
}

async fn enter(app: &TestApp, person: &str) {
    let form =
        [("number", NUMBER), ("dated", "2026-09-01"), ("from", "2026-09-01"), ("last_day", "2027-02-28")];
    let path = format!("/people/{person}/sanctions");
    let done = app.visitor("serik").post(&path, &form).await;
    assert_eq!((done.status, done.location), (StatusCode::SEE_OTHER, path), "{}", done.text);
}

#[tokio::test]
async fn the_head_enters_and_lifts_and_a_wrong_day_is_told_beside_its_field() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let head = app.visitor("serik");
        assert!(head.get("/people/polina").await.text.contains("/people/polina/sanctions"));
        let wrong =
            [("number", NUMBER), ("dated", "2026-09-01"), ("from", "2026-08-31"), ("last_day", "2027-02-28")];
        let told = head.post("/people/polina/sanctions", &wrong).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("f-from-e") && told.text.contains(NUMBER), "{}", told.text);
        enter(&app, "polina").await;
        let page = head.get("/people/polina/sanctions").await.text;
        assert!(page.contains(NUMBER) && page.contains("/lift"), "{page}");
        let [id] = ids(&app.db, "sanctions").await.try_into().unwrap();
        let (path, field) = (format!("/sanctions/{id}/lift"), format!("lifted_on-{id}"));
        let told = head.post(&path, &[(&field, "2027-03-01")]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains(&format!("f-{field}-e")), "{}", told.text);
        let done = head.post(&path, &[(&field, "2026-10-05")]).await;
        assert_eq!(
            (done.status, done.location.as_str()),
            (StatusCode::SEE_OTHER, "/people/polina/sanctions")
        );
        assert!(!head.get("/people/polina/sanctions").await.text.contains("/lift"));
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_and_the_person_read_until_when_and_no_more() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::mentors::polina_teaches(&app).await;
        enter(&app, "polina").await;
        app.speak("gulnafisa", "ru").await;
        app.speak("polina", "ru").await;
        let until = i18n::t(Lang::Ru, "mentors-has-barred", &[("day", i18n::day(Lang::Ru, LAST_DAY).into())]);
        for (reader, path) in
            [("gulnafisa", "/mentors?find=%D0%BA%D0%BE%D1%82%D0%BE"), ("polina", "/mentors/card")]
        {
            let page = app.visitor(reader).get(path).await.text;
            assert!(page.contains(&until), "{reader}: {page}");
        }
        let nominated = app.visitor("gulnafisa").post("/mentors/nominate", &[("person", "polina")]).await;
        assert!(ids(&app.db, "mentors").await.len() == 2, "{}", nominated.text);
    })
    .await;
}

#[tokio::test]
async fn n08_the_order_of_a_sanction_stands_on_no_page_of_anybody_but_the_head() {
    on_sqlite(async |db| {
        let app = TestApp::new(db).await;
        walk::lively(&app).await;
        let addresses = walk::addresses(&app).await;
        for who in EVERYBODY.into_iter().filter(|who| *who != "serik") {
            let reading = walk::read(&app.visitor(who), &addresses).await;
            assert_eq!(reading.found(NUMBER), Vec::<&str>::new(), "{who}");
            assert!(reading.found("sanction-").is_empty() && reading.found("/sanctions").is_empty(), "{who}");
        }
        let reading = walk::read(&app.visitor("serik"), &addresses).await;
        assert_eq!(reading.found(NUMBER), ["/people/gulnafisa/sanctions"]);
        for who in ["gulnafisa", "aigul", "dana"] {
            let page = app.visitor(who).get("/people/gulnafisa/sanctions").await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{who}");
        }
        assert_eq!(app.visitor("serik").get("/people/timur/sanctions").await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.visitor("timur").get("/people/polina/sanctions").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
