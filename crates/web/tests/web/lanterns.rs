//! The «round lantern» on its pages.

use crate::app::TestApp;
use axum::http::StatusCode;
use jiff::tz::Offset;
use store::testing::{ids, on_both};

/// What Айгүл asks, for Дана alone.
const ASKED: &str = "Ата-ана ренжісе, неден бастайсыз?";

/// Зере is recognised by three and is asked. Дана has agreed: an hour of today, a question and a note; hers is the last one.
pub(crate) async fn staged(app: &TestApp) {
    let recognised =
        [("zere", ["aigul", "bekzhan", "dana"], "ict"), ("dana", ["aigul", "bekzhan", "zere"], "parents")];
    for (person, colleagues, topic) in recognised {
        for who in colleagues {
            let form = [("person", person), ("topic", topic)];
            let done = app.visitor(who).post("/lanterns", &form).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{who}: {}", done.text);
        }
    }
    let mut page = String::new();
    for id in ids(&app.db, "lanterns").await {
        let accepted = app.visitor("dana").post(&format!("/lanterns/{id}/accept"), &[]).await;
        if accepted.status == StatusCode::SEE_OTHER {
            page = format!("/lanterns/{id}");
        }
    }
    let today = Offset::UTC.to_datetime(app.clock.now()).date().to_string();
    let hour =
        [("open_on", today.as_str()), ("open_at", "15:00"), ("minutes", "45"), ("place", "Кабинет 214")];
    let note = [("title", "Бірінші сөз"), ("words", "Алдымен тыңдаймын")];
    for (who, deed, form) in [
        ("dana", "open", &hour[..]),
        ("dana", "note", &note[..]),
        ("aigul", "ask", &[("question", ASKED)][..]),
    ] {
        let done = app.visitor(who).post(&format!("{page}/{deed}"), form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{deed}: {}", done.text);
    }
}

#[tokio::test]
async fn a_light_is_lit_shared_and_ended() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let list = app.visitor("polina").get("/lanterns").await;
        assert_eq!(list.status, StatusCode::NOT_FOUND, "without a role nothing is open");
        let list = app.visitor("serik").get("/lanterns").await.text;
        assert!(list.contains("Сәтбаева") && list.contains("Кабинет 214"), "{list}");
        assert!(list.contains("Бірінші сөз"), "the library");
        let found = app.visitor("serik").get("/lanterns?q=nowhere").await.text;
        assert!(!found.contains("Бірінші сөз"), "{found}");
        let page = ids(&app.db, "lanterns").await;
        let mut read = Vec::new();
        for id in &page {
            for who in ["dana", "aigul", "zere", "gulnafisa", "serik"] {
                let text = app.visitor(who).get(&format!("/lanterns/{id}")).await.text;
                if text.contains(ASKED) {
                    read.push(who);
                }
            }
        }
        assert_eq!(read, ["dana", "aigul"], "a question is read by two");
        let home = app.visitor("zere").get("/").await.text;
        assert!(page.iter().any(|id| home.contains(id.as_str())), "Зере is asked: {home}");
        for id in &page {
            app.visitor("dana").post(&format!("/lanterns/{id}/end"), &[]).await;
        }
        let list = app.visitor("serik").get("/lanterns").await.text;
        assert!(!list.contains("Кабинет 214") && list.contains("Бірінші сөз"), "{list}");
    })
    .await;
}
