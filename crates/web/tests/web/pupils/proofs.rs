//! By what consents are proved: scans, signature files, and the paper to sign.

use super::{SCAN, brings, first_consent, scan_of, staged};
use crate::app::TestApp;
use crate::made::{House, Said};
use axum::http::StatusCode;
use domain::pupils::consents::TEXT_VERSION;
use i18n::Lang;
use store::testing::{column, contents, on_both, spoil};

#[tokio::test]
async fn a_scan_is_saved_as_it_came_and_whoever_opened_it_stands_beside_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let path = format!("/pupils/ayan/scans/{}", scan_of(&app, "ayan").await);
        let answer = app.visitor("bekzhan").get(&path).await;
        for (name, value) in [
            ("content-disposition", "attachment; filename=\"consent.pdf\""),
            ("content-type", "application/pdf"),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(answer.headers[name], value);
        }
        assert_eq!(app.visitor("bekzhan").download(&path).await, SCAN);
        assert_eq!(column(&app.db, "scan_reads", "person_id").await, ["bekzhan"], "once a day");
        let name = "Тұяқов Бекжан";
        let seen = |page: &str| page.split("<aside").nth(1).is_some_and(|aside| aside.contains(name));
        assert!(seen(&app.visitor("gulnafisa").get("/pupils/ayan/proofs").await.text));
        assert!(
            !seen(&app.visitor("dana").get("/pupils/ayan/proofs").await.text),
            "she does not answer for it"
        );
        for elsewhere in ["miras", "nobody"] {
            let path = path.replace("ayan", elsewhere);
            assert_eq!(
                app.visitor("gulnafisa").get(&path).await.status,
                StatusCode::NOT_FOUND,
                "{elsewhere}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_scan_that_does_not_open_says_what_to_do() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        // What was sealed about somebody else opens no better than what another key has sealed.
        spoil(&app.db, "UPDATE pupil_scans SET pupil_id = 'ersin'").await;
        let path = format!("/pupils/ersin/scans/{}", scan_of(&app, "ersin").await);
        app.speak("serik", "ru").await;
        let told = app.visitor("serik").get(&path).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains(&i18n::t(Lang::Ru, "pupils-scan-other-key", &[])), "{}", told.text);
        assert!(told.text.contains("id=\"f-open\""), "the summary leads there: {}", told.text);
        assert!(column(&app.db, "scan_reads", "person_id").await.is_empty(), "nothing was shown");
    })
    .await;
}

#[tokio::test]
async fn a_scan_of_the_wrong_paper_is_deleted_from_the_page() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let dana = app.visitor("dana");
        let button = "value=\"remove\"";
        assert!(dana.get("/pupils/ayan/proofs").await.text.contains(button));
        let consent = first_consent(&app, "ayan").await;
        let form = [("consent", consent.as_str()), ("go", "remove")];
        let done = dana.post_file("/pupils/ayan/scan", &form, "", b"").await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/pupils/ayan/proofs"));
        assert!(column(&app.db, "pupil_scans", "id").await.is_empty());
        assert!(!dana.get("/pupils/ayan/proofs").await.text.contains(button), "nothing is left to delete");
    })
    .await;
}

#[tokio::test]
async fn n06_a_file_that_is_no_scan_is_refused_with_a_reason_and_nothing_is_kept() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        app.speak("dana", "ru").await;
        let before = contents(&app.db).await;
        let mut large = b"%PDF-1.7".to_vec();
        large.resize(domain::pupils::scans::MOST_BYTES * 3, b' ');
        let tried: [(&[u8], &str); 5] = [
            (b"", "pupils-scan-refused-empty"),
            (b"<script>alert(1)</script>", "pupils-scan-refused-kind"),
            (b"GIF89a", "pupils-scan-refused-kind"),
            (b"PK\x03\x04 docx", "pupils-scan-refused-kind"),
            (&large, "pupils-scan-refused-too-large"),
        ];
        for (file, key) in tried {
            let told = brings(&app, "dana", "ayan", file).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{key}");
            let why = i18n::t(Lang::Ru, key, &[]);
            assert!(told.text.contains(&why) && told.text.contains("id=\"f-file-e\""), "{key}");
            assert!(!told.text.contains("<b>.html"), "{key}");
        }
        let nothing = app.visitor("dana").post_file("/pupils/ayan/scan", &[], "a.pdf", SCAN).await;
        assert!(nothing.status == StatusCode::UNPROCESSABLE_ENTITY && nothing.text.contains("f-consent"));
        let huge = vec![b' '; 6 * domain::pupils::scans::MOST_BYTES];
        assert_eq!(brings(&app, "dana", "ayan", &huge).await.status, StatusCode::PAYLOAD_TOO_LARGE);
        let after = contents(&app.db).await;
        assert!(after["pupil_scans"] == before["pupil_scans"], "the one that stood stays");
        assert!(after["pupil_consents"] == before["pupil_consents"]);
    })
    .await;
}

/// What a form is filled in with: names and values.
type Form<'a> = &'a [(&'a str, &'a str)];

/// What somebody types to consent by a signature.
const BY_KEY: [(&str, &str); 4] = [
    ("part", "photo"),
    ("part", "data"),
    ("representative", "Нұрланова Әлия Серікқызы"),
    ("place", "Мұрағат, 5-файл"),
];

/// The same with what is to be done.
fn by_key(go: &'static str) -> Vec<(&'static str, &'static str)> {
    [&BY_KEY[..], &[("child", "yes"), ("go", go)]].concat()
}

#[tokio::test]
async fn a_representative_signs_the_text_and_the_consent_says_by_which_certificate() {
    on_both(async |db| {
        let house = House::new("Орталық");
        let app = TestApp::trusting(db, house.root().as_bytes()).await;
        staged(&app).await;
        app.speak("dana", "ru").await;
        let (dana, path) = (app.visitor("dana"), "/pupils/ayan/signed");
        for lang in ["kk", "ru"] {
            let text = dana.post_file(path, &by_key(lang), "a", b"").await;
            assert_eq!(text.status, StatusCode::OK, "{}", text.text);
            let saved = format!("attachment; filename=\"consent-{lang}.txt\"");
            assert_eq!(text.headers["content-disposition"], saved.as_str());
            assert!(text.text.contains("Сарманов Аян") && text.text.contains(TEXT_VERSION), "{}", text.text);
        }
        let text = dana.post_file(path, &by_key("ru"), "a", b"").await.bytes;
        let said = Said { time: Some(app.clock.now()), valid: None, twist: None };
        let file = house.signed(&text, &said);
        let ready = i18n::t(Lang::Ru, "pupils-state-ready", &[]);
        assert_eq!(dana.get("/pupils/ayan").await.text.matches(&ready).count(), 2);
        for _ in 0..2 {
            let done = dana.post_file(path, &by_key("enter"), "consent.p7s", &file).await;
            assert_eq!(
                (done.status, done.location.as_str()),
                (StatusCode::SEE_OTHER, "/pupils/ayan/proofs"),
                "{}",
                done.text
            );
        }
        assert_eq!(column(&app.db, "pupil_consents", "fingerprint").await.len(), 2, "sent twice");
        assert_eq!(dana.get("/pupils/ayan").await.text.matches(&ready).count(), 3, "the photo, too");
        let page = dana.get("/pupils/ayan/proofs").await.text;
        assert!(page.contains("НҰРЛАНОВА ӘЛИЯ") && page.contains("Мұрағат, 5-файл"), "{page}");
        let limits = i18n::t(Lang::Ru, "pupils-keyed-limits", &[]);
        for who in ["dana", "serik"] {
            app.speak(who, "ru").await;
            let page = app.visitor(who).get("/pupils/ayan/proofs").await.text;
            assert!(page.contains(&limits), "what was not checked is said to whoever reads: {page}");
        }
    })
    .await;
}

#[tokio::test]
async fn n06_a_signature_that_is_not_right_is_refused_with_a_reason_and_what_was_typed_stays() {
    on_both(async |db| {
        let (house, stranger) = (House::new("Орталық"), House::new("Бөтен"));
        let app = TestApp::trusting(db, house.root().as_bytes()).await;
        staged(&app).await;
        app.speak("dana", "ru").await;
        let (dana, path) = (app.visitor("dana"), "/pupils/ayan/signed");
        let text = dana.post_file(path, &by_key("kk"), "a", b"").await.bytes;
        let said = Said { time: Some(app.clock.now()), valid: None, twist: None };
        let before = contents(&app.db).await["pupil_consents"].clone();
        let other = house.signed(b"another", &said);
        let foreign = stranger.signed(&text, &said);
        let right = house.signed(&text, &said);
        let undated = house.signed(&text, &Said { time: None, ..said });
        let named: Vec<_> = by_key("enter")
            .into_iter()
            .map(|(name, value)| (name, if name == "representative" { "Сарманова Күміс" } else { value }))
            .collect();
        let of_another = dana.post_file(path, &[&named[..5], &[("go", "kk")]].concat(), "a", b"").await.bytes;
        let by_another = house.signed(&of_another, &said);
        let typed = by_key("enter");
        let tried: [(Form<'_>, &[u8], &str); 7] = [
            (&typed, b"", "seals-no-file"),
            (&typed, b"<script>alert(1)</script>", "seals-refused-unreadable"),
            (&typed, &other, "seals-refused-other-document"),
            (&typed, &foreign, "seals-refused-unknown-issuer"),
            (&typed, &undated, "pupils-keyed-refused-undated"),
            (&named, &right, "seals-refused-other-document"),
            (&named, &by_another, "pupils-keyed-refused-signer"),
        ];
        for (form, file, key) in tried {
            let told = dana.post_file(path, form, "../<b>.p7s", file).await;
            let why = i18n::t(Lang::Ru, key, &[]);
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{key}");
            assert!(told.text.contains(&why) && told.text.contains("id=\"f-signature-e\""), "{key}");
            assert!(
                told.text.contains("value=\"Мұрағат, 5-файл\"") && !told.text.contains("<b>.p7s"),
                "{key}"
            );
        }
        let typed = [("part", "data"), ("representative", "<b>Айша</b>\0"), ("place", ""), ("go", "enter")];
        let told = dana.post_file(path, &typed, "a", &right).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("f-place-e") && told.text.contains("f-representative-e"), "{}", told.text);
        assert!(!told.text.contains("<b>Айша"), "shown as text");
        let nothing = dana.post_file(path, &[("go", "ru")], "a", b"").await;
        assert!(nothing.status == StatusCode::UNPROCESSABLE_ENTITY && nothing.text.contains("f-part-e"));
        assert_eq!(contents(&app.db).await["pupil_consents"], before);
        let by_head = app.visitor("serik").post_file(path, &by_key("enter"), "a", &right).await;
        assert_eq!(by_head.status, StatusCode::NOT_FOUND, "the head reads");
    })
    .await;
}

#[tokio::test]
async fn the_paper_that_is_signed_holds_the_words_of_the_page_and_notes_who_printed_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        spoil(&app.db, "DELETE FROM pupil_reads").await;
        let dana = app.visitor("dana");
        for lang in ["kk", "ru"] {
            let (status, paper) = dana.bytes(&format!("/pupils/ayan/paper/{lang}")).await;
            assert!(status == StatusCode::OK && paper.starts_with(b"%PDF"), "{lang}: {status}");
        }
        assert_eq!(column(&app.db, "pupil_reads", "person_id").await, ["dana"]);
        assert_eq!(dana.get("/pupils/ayan/paper/de").await.status, StatusCode::NOT_FOUND);
        let page = dana.get("/pupils/ayan").await.text;
        for lang in ["kk", "ru"] {
            assert!(page.contains(&format!("href=\"/pupils/ayan/paper/{lang}\"")), "{page}");
        }
    })
    .await;
}
