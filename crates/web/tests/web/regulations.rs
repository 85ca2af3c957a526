//! The regulation and its road map: read by everybody of the school, added to by the coordinator.

use crate::app::TestApp;
use axum::http::StatusCode;
use store::testing::{ids, on_both};

/// A line in each part; one was taken off.
pub(crate) async fn staged(app: &TestApp) {
    let rule = [("part", "text"), ("kk", "Айына бір рет семинар"), ("ru", "Раз в месяц семинар")];
    app.visitor("gulnafisa").post("/regulations/add", &rule).await;
    let [line] = ids(&app.db, "regulation_lines").await.try_into().unwrap();
    app.visitor("gulnafisa").post("/regulations/remove", &[("line", &line)]).await;
    app.visitor("gulnafisa").post("/regulations/add", &rule).await;
}

#[tokio::test]
async fn everybody_reads_it_and_the_coordinator_adds_to_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for reader in ["dana", "aigul", "gulnafisa", "serik"] {
            let page = app.visitor(reader).get("/regulations").await;
            assert_eq!(page.status, StatusCode::OK, "{reader}");
            assert_eq!(page.text.contains("/regulations/add"), reader == "gulnafisa");
            let paper = app.visitor(reader).get("/regulations/paper/kk").await;
            assert!(paper.bytes.starts_with(b"%PDF"));
            for form in ["xlsx", "csv"] {
                let road = app.visitor(reader).get(&format!("/regulations/table/{form}")).await;
                assert_eq!(road.status, StatusCode::OK, "{reader}, {form}");
            }
        }
        staged(&app).await;
        let read = app.visitor("dana").get("/regulations").await.text;
        assert!(read.contains("Раз в месяц семинар") || read.contains("Айына бір рет семинар"), "{read}");
        let history = app.visitor("gulnafisa").get("/regulations").await.text;
        assert!(history.contains("<s>Раз в месяц семинар"), "{history}");
        let half = [("part", "road"), ("event_kk", "Семинар"), ("due", "2027-03-01")];
        let half = app.visitor("gulnafisa").post("/regulations/add", &half).await;
        assert!(half.status == StatusCode::UNPROCESSABLE_ENTITY && half.text.contains("Семинар"));
        let head = app.visitor("serik").post("/regulations/add", &[("part", "text")]).await;
        assert_eq!(head.status, StatusCode::FORBIDDEN);
    })
    .await;
}
