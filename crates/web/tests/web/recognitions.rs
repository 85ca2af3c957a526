//! The page of rights that another school granted.

use crate::app::TestApp;
use axum::http::StatusCode;
use domain::courses::{Attempts, Candidate, Course, Rules};
use domain::recognitions::Recognition;
use jiff::civil::date;
use store::testing::{column, on_both};

/// Тимур of school 7 has a right there, and Айгүл shows its certificate in school 12, as if it were hers.
pub(crate) async fn staged(app: &TestApp) {
    let candidate = Candidate {
        course: "7-passed".into(),
        person: "timur".into(),
        state: serde_json::from_str(crate::courses::RIGHT).unwrap(),
        attempts: Attempts { theory: 1, practice: 1 },
        changed_at: app.clock.now(),
        version: 0,
    };
    let (school, rules, begun_on) = ("school-7".into(), Rules::default(), date(2024, 2, 1));
    let shown = Recognition {
        school: "school-12".into(),
        person: "aigul".into(),
        source: "school-7".into(),
        course: "7-passed".into(),
        number: 1,
        shown_at: app.clock.now(),
        recognised: None,
        version: 0,
    };
    let mut tx = app.db.write().await.unwrap();
    store::courses::add(&mut tx, &Course { school, candidate, rules, begun_on }).await.unwrap();
    store::recognitions::add(&mut tx, &shown).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_certificate_is_shown_by_its_number_and_decided_by_the_coordinator() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let path = "/courses/recognitions";
        let blank = app.visitor("bekzhan").get(path).await;
        assert!(
            blank.status == StatusCode::OK && blank.text.contains("value=\"school-7\""),
            "{}",
            blank.text
        );
        let form = [("source", "school-7"), ("number", "7")];
        let unknown = app.visitor("bekzhan").post(path, &form).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            unknown.text.contains("f-number-e") && unknown.text.contains("value=\"7\""),
            "{}",
            unknown.text
        );
        staged(&app).await;
        let about = [("source", "school-7"), ("number", "1"), ("step", "yes")];
        let decide = format!("{path}/decide");
        assert!(!app.visitor("bekzhan").get(path).await.text.contains("Нұрбаева"), "not his to read");
        let forbidden = app.visitor("serik").post(&decide, &about).await;
        assert_eq!(forbidden.status, StatusCode::FORBIDDEN);
        let waits = app.visitor("gulnafisa").get(path).await.text;
        assert!(waits.contains("Нұрбаева") && waits.contains("value=\"yes\""), "{waits}");
        assert!(app.visitor("gulnafisa").get("/").await.text.contains(path), "a task at home");
        // It is looked up anew: the certificate is nobody's of her name.
        app.visitor("gulnafisa").post(&decide, &about).await;
        assert!(app.visitor("gulnafisa").get(path).await.text.contains("value=\"yes\""), "still waits");
        app.visitor("aigul").post(&format!("{path}/hide"), &about[..2]).await;
        assert!(column(&app.db, "recognitions", "person_id").await.is_empty());
    })
    .await;
}
