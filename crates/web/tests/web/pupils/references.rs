//! The application of a volunteer on its page, and the page of an adult who is asked to write.

use super::staged;
use crate::app::{EVERYBODY, TestApp};
use axum::http::StatusCode;
use i18n::Lang;
use store::testing::on_both;

/// What Серік writes, equally nobody else's words.
const SECRET: &str = "Ақиық 5093: кішілермен сабырлы";

const ANSWERS: [(&str, &str); 4] =
    [("promises", "often"), ("patience", "sometimes"), ("asks", "not_seen"), ("words", SECRET)];

#[tokio::test]
async fn n08_what_an_adult_writes_is_read_on_their_own_page_and_by_the_coordinator() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let serik = app.visitor("serik");
        assert!(serik.get("/").await.text.contains("href=\"/references/ayan\""), "a task at home");
        let told = serik.post("/references/ayan", &[("promises", "often"), ("words", SECRET)]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("f-patience-e") && told.text.contains(SECRET), "{}", told.text);
        let given = serik.post("/references/ayan", &ANSWERS).await;
        assert_eq!((given.status, given.location.as_str()), (StatusCode::SEE_OTHER, "/references/ayan"));
        for who in EVERYBODY {
            let visitor = app.visitor(who);
            let own = visitor.get("/references/ayan").await;
            assert_eq!(own.status == StatusCode::OK, who == "serik", "{who}");
            let page = visitor.get("/volunteers/ayan/application").await;
            assert_eq!(page.status == StatusCode::OK, ["gulnafisa", "dana"].contains(&who), "{who}");
            assert_eq!(page.text.contains(SECRET), who == "gulnafisa", "{who}: {}", page.text);
            assert!(!visitor.get("/pupils/ayan").await.text.contains(SECRET), "{who}");
        }
        let asked = [("teacher", "aigul")];
        let own = app.visitor("dana").post("/volunteers/ayan/referees", &asked).await;
        assert_eq!(own.status, StatusCode::NOT_FOUND, "the coordinator asks");
    })
    .await;
}

#[tokio::test]
async fn an_application_keeps_what_was_typed_and_is_printed_in_both_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        app.speak("gulnafisa", "ru").await;
        let (dana, gulnafisa) = (app.visitor("dana"), app.visitor("gulnafisa"));
        let own = [("version", "0"), ("motive", "Маған да көмектескен."), ("wish", "Бесінші сынып")];
        assert_eq!(dana.post("/volunteers/ayan/application", &own).await.status, StatusCode::SEE_OTHER);
        let late = [("version", "0"), ("motive", "Хочу объяснять"), ("wish", "Бесінші сынып")];
        let told = gulnafisa.post("/volunteers/ayan/application", &late).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let both = told.text.contains("Хочу объяснять") && told.text.contains("Маған да көмектескен.");
        assert!(both, "{}", told.text);
        for lang in ["kk", "ru"] {
            let (status, pdf) = dana.bytes(&format!("/volunteers/ayan/application/{lang}")).await;
            assert!(status == StatusCode::OK && pdf.starts_with(b"%PDF"), "{lang}");
        }
        let serik = app.visitor("serik");
        let declined = serik.post("/references/ayan/decline", &[]).await;
        assert_eq!((declined.status, declined.location.as_str()), (StatusCode::SEE_OTHER, "/"));
        assert_eq!(serik.get("/references/ayan").await.status, StatusCode::NOT_FOUND);
        let neutral = i18n::t(Lang::Ru, "references-state-declined", &[]);
        assert!(gulnafisa.get("/volunteers/ayan/application").await.text.contains(&neutral));
        assert!(!dana.get("/volunteers/ayan/application").await.text.contains(&neutral), "n08");
    })
    .await;
}
