//! Letters of a demonstration, and how a letter looks.

use crate::app::TestApp;
use actions::letters::{Delivered, Part, Post as _, Written, deliver_next};
use axum::http::StatusCode;
use domain::requests::{Rhythm, Wish};
use i18n::Lang;
use scraper::{Html, Selector};
use store::testing::on_both;

/// Дана asks Айгүл; the letters are carried into the outbox.
async fn asked(app: &TestApp) {
    let dana = app.actor("dana").await;
    let text = "Хочу научиться начинать урок спокойно.".into();
    let wish = Wish { text, goals: vec![], rhythm: Rhythm::Weekly };
    actions::requests::send(&app.context(&dana), &"aigul".into(), wish).await.unwrap();
    while deliver_next(&app.db, app.clock.now(), &app.outbox).await.unwrap() != Delivered::Nothing {}
}

/// The address of the first letter in a list.
fn first_letter(page: &str) -> String {
    let link = Selector::parse(".rows .act a").unwrap();
    Html::parse_document(page).select(&link).next().unwrap().attr("href").unwrap().to_owned()
}

#[tokio::test]
async fn a_persona_reads_own_letters_and_may_look_at_everybodys() {
    on_both(async |db| {
        let app = TestApp::demo(db).await;
        asked(&app).await;
        let mine = app.visitor("aigul").get("/demo/letters").await;
        assert_eq!(mine.status, StatusCode::OK);
        assert!(mine.text.contains("Вам запрос: Дана"), "{}", mine.text);
        let none = app.visitor("dana").get("/demo/letters").await;
        assert!(none.text.contains("Писем пока нет"), "{}", none.text);
        let all = app.visitor("dana").get("/demo/letters?of=everybody").await;
        assert!(all.text.contains("Вам запрос: Дана"));
        let stranger = app.stranger().get("/demo/letters").await;
        assert!(stranger.text.contains("Дана"), "nobody signed in sees all");
    })
    .await;
}

#[tokio::test]
async fn the_link_of_a_letter_leads_its_reader_to_the_page() {
    on_both(async |db| {
        let app = TestApp::demo(db).await;
        asked(&app).await;
        let list = app.visitor("aigul").get("/demo/letters").await;
        let letter = app.visitor("aigul").get(&first_letter(&list.text)).await;
        assert!(letter.text.contains("Здравствуйте, Айгүл."), "{}", letter.text);
        let link = Selector::parse("#letter a.btn").unwrap();
        let page = Html::parse_document(&letter.text);
        let href = page.select(&link).next().unwrap().attr("href").unwrap();
        assert_eq!(app.visitor("aigul").get(href).await.status, StatusCode::OK);
        let others = app.visitor("dana").get(&first_letter(&list.text)).await;
        let others = Html::parse_document(&others.text);
        assert_eq!(others.select(&link).count(), 0, "somebody else's link leads nowhere for the reader");
        assert_eq!(app.visitor("aigul").get("/demo/letters/none").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn letters_are_shown_in_demonstrations_only() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        asked(&app).await;
        for path in ["/demo/letters", "/demo/letters?of=everybody"] {
            assert_eq!(app.visitor("aigul").get(path).await.status, StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn the_pages_speak_three_languages() {
    on_both(async |db| {
        let app = TestApp::demo(db).await;
        asked(&app).await;
        let list = app.visitor("aigul").get("/demo/letters").await;
        for lang in Lang::ALL {
            let language = [("lang", lang.tag()), ("back", "/")];
            app.visitor("aigul").post("/language", &language).await;
            for path in ["/demo/letters", &first_letter(&list.text)] {
                let page = app.visitor("aigul").get(path).await;
                assert_eq!(page.status, StatusCode::OK);
                assert!(page.text.contains(&format!("<html lang=\"{lang}\"")));
                assert!(!page.text.contains("[letters-"), "{}", page.text);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn n07_opening_what_a_letter_links_to_changes_nothing() {
    on_both(async |db| {
        let app = TestApp::demo(db).await;
        asked(&app).await;
        let list = app.visitor("aigul").get("/demo/letters").await;
        let letter = app.visitor("aigul").get(&first_letter(&list.text)).await;
        let page = Html::parse_document(&letter.text);
        let link = page.select(&Selector::parse("#letter a.btn").unwrap()).next().unwrap();
        let path = link.attr("href").unwrap().to_owned();
        let lines = async || {
            let mut tx = app.db.read().await.unwrap();
            store::audit::of_school(&mut tx, &"school-12".into(), i64::MAX, 1_000).await.unwrap().len()
        };
        let before = lines().await;
        // A mail program looks at links before the reader does, signed in or not.
        for visitor in [app.visitor("aigul"), app.stranger(), app.visitor("dana")] {
            visitor.get(&path).await;
        }
        assert_eq!(lines().await, before);
        let id = path.rsplit('/').next().unwrap();
        let request = store::requests::get(&mut app.db.read().await.unwrap(), &id.into()).await.unwrap();
        assert_eq!(request.unwrap().state, domain::requests::State::Sent);
    })
    .await;
}

#[tokio::test]
async fn the_outbox_shows_a_letter_that_comes_twice_once() {
    on_both(async |db| {
        let app = TestApp::demo(db).await;
        let letter = Written {
            id: "one".into(),
            at: app.clock.now(),
            person: "aigul".into(),
            name: "Нұрбаева Айгүл".into(),
            email: "aigul@school.example".into(),
            lang: Lang::Ru,
            subject: "<b>Тема</b>".into(),
            greeting: "Здравствуйте.".into(),
            parts: vec![Part {
                subject: "<b>Тема</b>".into(),
                text: "Текст.".into(),
                next: "Шаг.".into(),
                act: "Открыть".into(),
                path: "/".into(),
                event: None,
            }],
            footer: "Школа № 12".into(),
            stops: None,
        };
        for _ in 0..2 {
            app.outbox.send(&letter).await.unwrap();
        }
        let list = app.visitor("aigul").get("/demo/letters").await;
        let rows = Selector::parse("ul.rows > li").unwrap();
        assert_eq!(Html::parse_document(&list.text).select(&rows).count(), 1);
        assert!(!list.text.contains("<b>Тема"), "{}", list.text);
    })
    .await;
}
