//! The body and the signers of a form: edited by whoever keeps the form, refused with all that was typed, in force from
//! a day.

use crate::app::TestApp;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use store::testing::{column, on_both};

const FORM: &str = "/reports/forms/mentor";
const BODY: &str = "#import \"parts.typ\": *\n#people()\nӨз үлгіміз";
const BROKEN: &str = "#people()\nБірінші сөз\n#read(\"/etc/passwd\")";
/// 5 October, the day of the stage.
const TODAY: &str = "2026-10-05";

fn sent<'a>(body: &'a str, step: &'a str) -> [(&'a str, &'a str); 5] {
    [("body", body), ("second", "head"), ("third", ""), ("from", TODAY), ("step", step)]
}

/// A text as it stands in a page.
fn escaped(text: &str) -> String {
    text.replace('"', "&#34;")
}

#[tokio::test]
async fn a_methodologist_looks_at_a_sample_and_puts_an_edition_in_force() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let saule = app.visitor("saule");
        let page = saule.get(FORM).await;
        assert_eq!(page.status, StatusCode::OK);
        for part in ["name=\"body\"", "#basis()", "value=\"kk\"", "value=\"ru\"", "value=\"keep\""] {
            assert!(page.text.contains(part), "{part}: {}", page.text);
        }
        for step in ["kk", "ru"] {
            let sample = saule.post(FORM, &sent(BODY, step)).await;
            assert!(sample.bytes.starts_with(b"%PDF"), "{step}: {}", sample.status);
            assert_eq!(sample.headers[CONTENT_TYPE], "application/pdf");
        }
        assert!(column(&app.db, "form_editions", "body").await.is_empty(), "looking keeps nothing");
        let kept = saule.post(FORM, &sent(BODY, "keep")).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
        assert_eq!(column(&app.db, "form_editions", "body").await, [BODY]);
        let page = saule.get(FORM).await.text;
        assert!(page.contains("Өз үлгіміз") && page.contains("?edition=1"), "{page}");
        assert!(!saule.get(&format!("{FORM}?edition=0")).await.text.contains("Өз үлгіміз"));
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_told_with_its_line_and_nothing_typed_is_lost() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let saule = app.visitor("saule");
        for step in ["kk", "keep"] {
            let answer = saule.post(FORM, &sent(&format!("#import \"parts.typ\": *\n{BROKEN}"), step)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{step}");
            assert!(answer.text.contains(&escaped(BROKEN)), "{step}: {}", answer.text);
            let why = i18n::t(i18n::Lang::Kk, "reports-edit-why-file", &[]);
            let told = answer.text.contains(&why)
                || answer.text.contains(&i18n::t(i18n::Lang::Ru, "reports-edit-why-file", &[]));
            assert!(told, "{step}: {}", answer.text);
            assert!(
                answer.text.contains("4-жол") || answer.text.contains("Строка 4"),
                "the line: {}",
                answer.text
            );
        }
        let past = [("body", BODY), ("second", ""), ("third", ""), ("from", "2026-10-01"), ("step", "keep")];
        let answer = saule.post(FORM, &past).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("Өз үлгіміз"), "{}", answer.text);
        assert!(column(&app.db, "form_editions", "body").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_school_below_a_district_reads_and_does_not_edit() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let gulnafisa = app.visitor("gulnafisa");
        let page = gulnafisa.get(FORM).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text.contains("name=\"body\""), "{}", page.text);
        let answer = gulnafisa.post(FORM, &sent(BODY, "keep")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for other in ["aigul", "dana", "serik"] {
            assert_eq!(app.visitor(other).get(FORM).await.status, StatusCode::FORBIDDEN, "{other}");
            assert_eq!(app.visitor(other).post(FORM, &sent(BODY, "kk")).await.status, StatusCode::FORBIDDEN);
        }
        assert_eq!(app.visitor("saule").get("/reports/forms/none").await.status, StatusCode::NOT_FOUND);
        assert!(column(&app.db, "form_editions", "body").await.is_empty());
    })
    .await;
}
