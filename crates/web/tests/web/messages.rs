//! Messages to many on their pages: a template, its preview, the log, and what a reader has.

use crate::app::TestApp;
use axum::http::StatusCode;
use store::testing::{ids, on_both};

const TEXTS: [(&str, &str); 6] = [
    ("subject_kk", "Жиын [year]"),
    ("text_kk", "Құрметті [name], бейсенбіде кездесеміз."),
    ("subject_ru", "Встреча [year]"),
    ("text_ru", "[name], встречаемся в четверг."),
    ("subject_en", "A meeting [year]"),
    ("text_en", "Dear [name], we meet on Thursday."),
];

/// A template in three languages; gives its page.
async fn written(app: &TestApp) -> String {
    let gulnafisa = app.visitor("gulnafisa");
    let added = gulnafisa.post("/messages", &[("name", "Бейсенбілік жиын")]).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text);
    let kept = gulnafisa.post(&added.location, &TEXTS).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    added.location
}

/// The edition and the list that the form says back, where there is one.
fn shown(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("name=\"shown\" value=\"")?;
    rest.split('"').next().map(ToOwned::to_owned)
}

/// A template that went to newcomers.
pub(crate) async fn staged(app: &TestApp) {
    let page = written(app).await;
    let gulnafisa = app.visitor("gulnafisa");
    let count = shown(&gulnafisa.get(&format!("{page}?to=newcomers")).await.text).unwrap();
    let form = [("to", "newcomers"), ("shown", count.as_str())];
    let sent = gulnafisa.post(&format!("{page}/send"), &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
}

#[tokio::test]
async fn a_template_is_written_shown_and_sent() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let gulnafisa = app.visitor("gulnafisa");
        let broadcast = ids(&app.db, "broadcasts").await.remove(0);
        let log = gulnafisa.get(&format!("/broadcasts/{broadcast}")).await.text;
        assert!(log.contains("Сәтбаева") && log.contains("[name]"), "{log}");
        let read = app.visitor("dana").get("/messages/received").await.text;
        assert!(read.contains("2026/27") && !read.contains("[name]"), "{read}");
        let older = app.visitor("dana").get("/messages/received?before=0-x").await;
        assert!(older.status == StatusCode::OK && !older.text.contains("2026/27"), "{}", older.text);
        assert!(older.text.contains("href=\"/messages/received\""), "the way back to the latest ones");
        let message = ids(&app.db, "messages").await.remove(0);
        let page = gulnafisa.get(&format!("/messages/{message}?to=newcomers")).await.text;
        assert_eq!(shown(&page), None, "everybody of them has it");
        assert!(page.contains(&broadcast), "the way to what was sent today");
        let other = app.visitor("serik").get("/messages/received").await.text;
        assert!(!other.contains("2026/27"), "it went to others: {other}");
    })
    .await;
}

#[tokio::test]
async fn a_template_is_shown_as_the_letter_will_be_with_its_greeting() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = written(&app).await;
        let page = app.visitor("gulnafisa").get(&page).await.text;
        let greeting = "Здравствуйте, Гүлнафиса.";
        assert!(page.contains(greeting) && page.contains("приветствие писать не нужно"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_word_that_nobody_can_fill_in_is_named_beside_its_field() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = written(&app).await;
        let wrong = app.visitor("gulnafisa").post(&page, &[("text_ru", "Здравствуйте, [имя]")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("[имя]") && wrong.text.contains("f-text_ru-e"), "{}", wrong.text);
    })
    .await;
}

#[tokio::test]
async fn n08_only_a_coordinator_writes_to_many() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let (message, broadcast) =
            (ids(&app.db, "messages").await.remove(0), ids(&app.db, "broadcasts").await.remove(0));
        for who in ["dana", "aigul", "serik"] {
            let visitor = app.visitor(who);
            for path in
                ["/messages".to_owned(), format!("/messages/{message}"), format!("/broadcasts/{broadcast}")]
            {
                let got = visitor.get(&path).await.status;
                assert!([StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&got), "{who} {path}: {got}");
            }
        }
    })
    .await;
}
