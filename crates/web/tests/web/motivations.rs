//! What draws people to this work: the own form and the groups.

use crate::app::TestApp;
use axum::http::StatusCode;
use jiff::civil::date;
use store::testing::on_both;

const MARKS: [(&str, &str); 7] = [
    ("mark-pay", "3"),
    ("mark-promotion", "2"),
    ("mark-criticism", "1"),
    ("mark-trouble", "2"),
    ("mark-respect", "4"),
    ("mark-work", "5"),
    ("mark-growth", "4"),
];

#[tokio::test]
async fn a_person_reads_at_once_what_their_marks_come_to_and_nobody_else_does() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        assert!(app.visitor("dana").get("/").await.text.contains("\"/motivations\""));
        let part = app.visitor("dana").post("/motivations", &MARKS[1..]).await;
        assert_eq!(part.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(part.text.contains("value=\"5\" checked"), "what was marked stays: {}", part.text);
        let kept = app.visitor("dana").post("/motivations", &MARKS).await;
        assert_eq!((kept.status, kept.location.as_str()), (StatusCode::SEE_OTHER, "/motivations"));
        let own = app.visitor("dana").get("/motivations").await.text;
        assert!(["4,5", "3,0", "1,5"].iter().all(|mean| own.contains(mean)), "{own}");
        let hers = app.visitor("zere").get("/motivations").await.text;
        assert!(!hers.contains("4,5"), "{hers}");
        for who in ["dana", "aigul"] {
            let groups = app.visitor(who).get("/motivations/groups").await;
            assert_eq!(groups.status, StatusCode::FORBIDDEN, "{who}");
        }
        app.travel_to(date(2027, 1, 11));
        let groups = app.visitor("serik").get("/motivations/groups").await;
        assert_eq!(groups.status, StatusCode::OK);
        assert!(!groups.text.contains("<table"), "one is no group: {}", groups.text);
        let late = app.visitor("dana").post("/motivations", &MARKS).await;
        assert_eq!(late.status, StatusCode::SEE_OTHER, "it is not asked now, and leads back");
    })
    .await;
}
