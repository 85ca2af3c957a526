//! The card of the next meeting of a pair, on its page and in the journal.

use super::{WEEK, with_dana};
use crate::app::TestApp;
use axum::http::StatusCode;
use i18n::Lang;
use store::testing::on_both;

const CARD: &str = "/peers/peer-1/card";

#[tokio::test]
async fn one_activity_fills_a_card_in_and_the_journal_and_the_paper_have_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        app.speak("dana", "ru").await;
        let dana = app.visitor("dana");
        assert!(dana.get("/peers/peer-1").await.text.contains("href=\"/peers/peer-1/card\""));
        let page = dana.get(CARD).await.text;
        assert!(page.contains("Кітапхана") && page.contains("value=\"explain\""), "{page}");
        assert!(!page.contains("value=\"trees\""), "the two do not walk: {page}");
        assert_eq!(dana.bytes(&format!("{CARD}/kk")).await.0, StatusCode::NOT_FOUND, "nothing is planned");
        let saved = dana.post(CARD, &[("starter", "explain"), ("materials", "Бор 4471")]).await;
        assert_eq!((saved.status, saved.location.as_str()), (StatusCode::SEE_OTHER, CARD), "{}", saved.text);
        let said = |tail: &str| i18n::t(Lang::Ru, &format!("peers-idea-explain{tail}"), &[]);
        let page = dana.get(CARD).await.text;
        assert!(page.contains(&said("-aim")) && page.contains("Бор 4471"), "{page}");
        assert!(!page.contains(&said("-materials")), "own words go before those of the list: {page}");
        let journal = dana.get(WEEK).await.text;
        assert!(journal.contains(&said("")) && journal.contains(&format!("href=\"{CARD}\"")), "{journal}");
        for lang in ["kk", "ru"] {
            let (status, pdf) = dana.bytes(&format!("{CARD}/{lang}")).await;
            assert!(status == StatusCode::OK && pdf.starts_with(b"%PDF"), "{lang}: {status}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_card_comes_back_and_nobody_else_opens_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let dana = app.visitor("dana");
        let nothing = dana.post(CARD, &[("aim", "Дос болу 8125")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            nothing.text.contains("f-topic-e") && nothing.text.contains("Дос болу 8125"),
            "{}",
            nothing.text
        );
        let first = [("was-starter", ""), ("was-topic", ""), ("topic", "Шахмат 3307")];
        assert_eq!(app.visitor("gulnafisa").post(CARD, &first).await.status, StatusCode::SEE_OTHER);
        let late = dana.post(CARD, &[("was-starter", ""), ("was-topic", ""), ("topic", "Пьеса 6610")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text.contains("Шахмат 3307") && late.text.contains("Пьеса 6610"), "{}", late.text);
        for who in ["aigul", "serik", "bekzhan"] {
            let visitor = app.visitor(who);
            for path in [CARD, "/peers/peer-1/card/kk"] {
                assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{who}: {path}");
            }
            assert_eq!(visitor.post(CARD, &first).await.status, StatusCode::NOT_FOUND, "{who}");
        }
    })
    .await;
}
