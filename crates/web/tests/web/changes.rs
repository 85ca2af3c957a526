//! What changed for groups of pupils: who opens the page, and which word it never says.

use crate::app::{EVERYBODY, TestApp};
use axum::http::StatusCode;
use i18n::Lang;
use store::testing::on_both;

#[tokio::test]
async fn n05_groups_are_for_leaders_classes_for_the_specialist_and_no_pupil_is_named() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        for who in EVERYBODY {
            let page = app.visitor(who).get("/changes").await;
            // Timur leads another school.
            let (leads, asks) = (["gulnafisa", "serik", "timur"].contains(&who), who == "bekzhan");
            let opens = if leads || asks { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(page.status, opens, "{who}");
            assert_eq!(page.text.contains("id=\"marks\""), leads, "{who}");
            assert_eq!(page.text.contains("id=\"classes\""), asks, "{who}");
            assert!(!page.text.contains("Сарманов") && !page.text.contains("8А"), "{who}: {}", page.text);
        }
        let pupils = app.visitor("gulnafisa").get("/pupils").await.text;
        assert!(pupils.contains("href=\"/changes\""), "{pupils}");
        let own = app.visitor("dana").get("/pupils").await.text;
        assert!(!own.contains("/changes"), "{own}");
    })
    .await;
}

#[test]
fn without_a_lot_nothing_is_called_an_effect() {
    let texts = i18n::KEYS.iter().filter(|key| key.starts_with("changes-"));
    for key in texts {
        for (lang, word) in [(Lang::Kk, "әсер"), (Lang::Ru, "эффект"), (Lang::En, "effect")] {
            let text = i18n::t(lang, key, &[]).to_lowercase();
            assert!(!text.contains(word), "{key}: {text}");
        }
    }
}
