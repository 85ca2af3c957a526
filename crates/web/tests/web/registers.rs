//! The registers: found by words, printed, taken out as a table.

use crate::app::TestApp;
use crate::walk::lively;
use axum::http::StatusCode;
use store::testing::on_both;

#[tokio::test]
async fn those_who_lead_the_programme_find_people_by_words_and_take_the_register_out() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        lively(&app).await;
        for leader in ["gulnafisa", "serik"] {
            let page = app.visitor(leader).get("/registers/mentors").await;
            assert!(page.status == StatusCode::OK && page.text.contains("118-к"), "{}", page.text);
        }
        let found = app.visitor("gulnafisa").get("/registers/newcomers?q=118-%D0%BA").await.text;
        assert!(found.contains("/newcomers/dana") && !found.contains("/newcomers/zere"), "{found}");
        let nobody = app.visitor("gulnafisa").get("/registers/newcomers?q=zzz").await.text;
        assert!(!nobody.contains("<table") && nobody.contains("zzz"));
        let head = app.visitor("serik").get("/registers/newcomers").await.text;
        assert!(!head.contains("/newcomers/dana\""), "the head opens no page of a newcomer");
        for paper in ["kk", "ru"] {
            let pdf = app.visitor("serik").get(&format!("/registers/mentors/paper/{paper}")).await;
            assert!(pdf.bytes.starts_with(b"%PDF"), "{paper}");
        }
        let sheet = app.visitor("serik").get("/registers/newcomers/table/xlsx").await;
        assert!(sheet.bytes.starts_with(b"PK"));
        assert_eq!(app.visitor("serik").get("/registers/pupils").await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.visitor("dana").get("/registers/mentors").await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

/// Which difficulties newcomers have is a page for those who lead; the newcomer's own page is not there for them.
#[tokio::test]
async fn difficulties_are_shown_in_groups_alone() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        lively(&app).await;
        for leader in ["gulnafisa", "serik"] {
            let page = app.visitor(leader).get("/plans/difficulties/school").await;
            assert!(page.status == StatusCode::OK && !page.text.contains("<table"), "{}", page.text);
            assert!(app.visitor(leader).get("/plans").await.text.contains("/plans/difficulties/school"));
        }
        assert_eq!(
            app.visitor("aigul").get("/plans/difficulties/school").await.status,
            StatusCode::FORBIDDEN
        );
    })
    .await;
}
