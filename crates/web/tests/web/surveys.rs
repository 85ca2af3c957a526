//! The survey: opened by the coordinator, answered or skipped by each person alone, read in groups.

use crate::app::TestApp;
use axum::http::StatusCode;
use jiff::civil::date;
use store::testing::{ids, on_both, spoil};

/// A closed wave with a sign that a talk with Дана would help, and one that is open.
pub(crate) async fn staged(app: &TestApp) {
    app.visitor("gulnafisa").post("/surveys", &[("until", "2026-11-17")]).await;
    app.visitor("dana").post("/surveys/own", &[("stay", "1"), ("team", "4")]).await;
    let [wave] = ids(&app.db, "surveys").await.try_into().unwrap();
    app.visitor("gulnafisa").post(&format!("/surveys/{wave}/close"), &[]).await;
    spoil(&app.db, OPEN).await;
}

/// The wave of January, open already: its form asks about choosing each other again.
const OPEN: &str = "INSERT INTO surveys (id, school_id, programme_id, wave, until_day, opened_at, opened_by, state, \
    secret) VALUES ('1-survey', 'school-12', 'programme', 'january', '2026-11-20', 0, 'gulnafisa', 'open', 'құпия')";

#[tokio::test]
async fn the_home_leads_to_the_form_which_demands_nothing_and_can_be_skipped() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        assert!(app.visitor("gulnafisa").get("/").await.text.contains("\"/surveys\""), "October proposes it");
        assert!(!app.visitor("dana").get("/").await.text.contains("/surveys/own"));
        let opened = app.visitor("gulnafisa").post("/surveys", &[("until", "2026-10-19")]).await;
        assert_eq!((opened.status, opened.location.as_str()), (StatusCode::SEE_OTHER, "/surveys"));
        assert!(app.visitor("dana").get("/").await.text.contains("/surveys/own"));
        let form = app.visitor("dana").get("/surveys/own").await.text;
        assert!(form.contains("name=\"stay\"") && !form.contains("name=\"time\""), "the lines of her side");
        assert!(!form.contains("name=\"again\""), "not in October");
        let empty = app.visitor("dana").post("/surveys/own", &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let kept = app.visitor("dana").post("/surveys/own", &[("team", "5"), ("motives", "growth")]).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
        let again = app.visitor("dana").get("/surveys/own").await.text;
        assert!(
            again.contains("value=\"5\" checked") && again.contains("value=\"growth\" checked"),
            "{again}"
        );
        let skipped = app.visitor("zere").post("/surveys/own/skip", &[]).await;
        assert_eq!(skipped.status, StatusCode::SEE_OTHER);
        let none = app.visitor("bekzhan").get("/surveys/own").await.text;
        assert!(!none.contains("<form class=\"sheet"), "nothing is asked of whoever has no pair");
    })
    .await;
}

#[tokio::test]
async fn a_small_group_is_not_shown_and_only_the_coordinator_reads_with_whom_to_talk() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::orders::assigned(&app).await;
        app.travel_to(date(2026, 11, 3));
        staged(&app).await;
        let list = app.visitor("gulnafisa").get("/surveys").await.text;
        assert!(list.contains("value=\"dana\""), "{list}");
        let heads = app.visitor("serik").get("/surveys").await.text;
        assert!(!heads.contains("/talked") && !heads.contains("/close"), "{heads}");
        let [wave, _] = ids(&app.db, "surveys").await.try_into().unwrap();
        for leader in ["gulnafisa", "serik"] {
            let page = app.visitor(leader).get(&format!("/surveys/{wave}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.text.contains("<table"), "{}", page.text);
            let paper = app.visitor(leader).get(&format!("/surveys/{wave}/paper/kk")).await;
            assert!(paper.bytes.starts_with(b"%PDF"), "{leader}: {}", paper.status);
        }
        let open = app.visitor("serik").get("/surveys/1-survey").await;
        assert_eq!(open.status, StatusCode::NOT_FOUND, "nothing of an open wave");
        for other in ["dana", "aigul"] {
            assert_eq!(app.visitor(other).get("/surveys").await.status, StatusCode::FORBIDDEN);
            let paper = app.visitor(other).get(&format!("/surveys/{wave}/paper/kk")).await;
            assert_eq!(paper.status, StatusCode::FORBIDDEN);
        }
        let talked = format!("/surveys/{wave}/talked");
        let done = app.visitor("gulnafisa").post(&talked, &[("person", "dana")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        assert!(!app.visitor("gulnafisa").get("/surveys").await.text.contains("value=\"dana\""));
    })
    .await;
}
