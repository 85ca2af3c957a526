//! Qualified signatures on the page of a report and on the public check.

use crate::app::TestApp;
use crate::made::{House, Said};
use axum::http::StatusCode;
use store::testing::{contents, ids, on_both};

/// The authority that every test application trusts; nobody holds its key any more.
pub(crate) const ROOT: &[u8] = include_bytes!("../../../exchange/tests/seals/files/root.pem");

/// Айгүл's report, signed by her.
async fn signed(app: &TestApp) -> String {
    crate::orders::assigned(app).await;
    app.travel_to(jiff::civil::date(2026, 11, 3));
    crate::reports::staged(app).await;
    format!("/reports/{}", ids(&app.db, "reports").await.pop().unwrap())
}

#[tokio::test]
async fn a_signer_takes_the_content_and_brings_the_file() {
    on_both(async |db| {
        let house = House::new("Орталық");
        let app = TestApp::trusting(db, house.root().as_bytes()).await;
        let report = signed(&app).await;
        let path = format!("{report}/seal");
        let page = app.visitor("aigul").get(&report).await.text;
        assert!(page.contains(&format!("action=\"{path}\"")) && page.contains(&format!("href=\"{path}\"")));
        let content = app.visitor("aigul").download(&path).await;
        assert!(content.starts_with(b"{\"report\":"));
        let said = Said { time: Some(app.clock.now()), valid: None, twist: None };
        let file = house.signed(&content, &said);
        let done = app.visitor("aigul").post_file(&path, &[], "report.p7s", &file).await;
        assert_eq!(
            (done.status, done.location.as_str()),
            (StatusCode::SEE_OTHER, report.as_str()),
            "{}",
            done.text
        );
        for reader in ["aigul", "gulnafisa", "dana"] {
            let page = app.visitor(reader).get(&report).await.text;
            assert!(
                page.contains("НҰРЛАНОВА ӘЛИЯ") && !page.contains(&format!("action=\"{path}\"")),
                "{reader}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_refused_file_says_what_to_do_and_loses_nothing() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let report = signed(&app).await;
        let path = format!("{report}/seal");
        let before = contents(&app.db).await;
        let stranger = House::new("Бөтен");
        let content = app.visitor("aigul").download(&path).await;
        let said = Said { time: None, valid: None, twist: None };
        let foreign = stranger.signed(&content, &said);
        let other = stranger.signed(b"another", &said);
        let large = vec![0x30; 300 * 1024];
        let tried: [(&[u8], &str); 6] = [
            (b"", "Выберите файл с подписью."),
            (b"<script>alert(1)</script>", "Это не подпись CMS"),
            (&[0x30; 2000], "Это не подпись CMS"),
            (&large, "Файл больше 256"),
            (&foreign, "Попросите администратора"),
            (&other, "под другим документом"),
        ];
        for (file, words) in tried {
            let answer = app.visitor("aigul").post_file(&path, &[], "../<b>.p7s", file).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.text.contains(words) && answer.text.contains("id=\"f-file-e\""), "{words}");
            assert!(!answer.text.contains("<b>.p7s"));
        }
        let huge = vec![0x30; 2 * 1024 * 1024];
        let answer = app.visitor("aigul").post_file(&path, &[], "report.p7s", &huge).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        for other in ["bekzhan", "zere"] {
            assert_eq!(
                app.visitor(other).post_file(&path, &[], "a", &foreign).await.status,
                StatusCode::NOT_FOUND
            );
            assert_eq!(app.visitor(other).get(&path).await.status, StatusCode::NOT_FOUND, "{other}");
        }
        // Whoever reads it without having signed has nothing to sign here.
        assert_eq!(app.visitor("dana").get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(contents(&app.db).await, before);
    })
    .await;
}

#[tokio::test]
async fn the_public_check_tells_how_many_and_nobodys_name() {
    on_both(async |db| {
        let house = House::new("Орталық");
        let app = TestApp::trusting(db, house.root().as_bytes()).await;
        let report = signed(&app).await;
        let path = format!("{report}/seal");
        let content = app.visitor("aigul").download(&path).await;
        let file = house.signed(&content, &Said { time: None, valid: None, twist: None });
        app.visitor("aigul").post_file(&path, &[], "report.p7s", &file).await;
        let code = store::testing::column(&app.db, "reports", "code").await.pop().unwrap();
        let unsigned = app.stranger().get(&format!("/verify/{code}")).await;
        assert_eq!(unsigned.status, StatusCode::NOT_FOUND);
        assert!(!unsigned.text.contains("ЭЦҚ"));
        let id = report.trim_start_matches("/reports/").into();
        for (who, slip) in [("gulnafisa", "K7QM-2WXD-9HTB"), ("serik", "K7QM-2WXD-9HTC")] {
            crate::reports::signed(&app, who, &id, slip).await;
        }
        let check = app.stranger().get(&format!("/verify/{code}")).await;
        assert_eq!(check.status, StatusCode::OK);
        assert!(check.text.contains("1 ЭЦҚ"), "{}", check.text);
        assert!(!check.text.contains("НҰРЛАНОВА") && !check.text.contains("Орталық"));
    })
    .await;
}
