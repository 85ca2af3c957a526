//! The set of forms: what the law fixes is said, what a question changes is shown before it is added, and it is asked and
//! read where the document is.

use crate::app::TestApp;
use axum::http::StatusCode;
use store::testing::{column, on_both};

const QUESTION: &str = "Қандай үйірме бар";
const ANSWER: &str = "Дебат клубы дүйсенбіде";

fn sent<'a>(step: &'a str, asked: &'a str) -> [(&'a str, &'a str); 8] {
    [
        ("kk", QUESTION),
        ("ru", QUESTION),
        ("en", QUESTION),
        ("asked", asked),
        ("options_kk", ""),
        ("options_ru", ""),
        ("options_en", ""),
        ("step", step),
    ]
}

#[tokio::test]
async fn a_question_is_looked_at_then_added_then_asked_and_read() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = crate::orders::assigned(&app).await;
        app.travel_to(jiff::civil::date(2026, 11, 3));
        let gulnafisa = app.visitor("gulnafisa");
        let looked = gulnafisa.post("/forms/work", &sent("look", "text")).await;
        assert_eq!(looked.status, StatusCode::OK, "{}", looked.text);
        assert!(looked.text.contains("1.0.1") && column(&app.db, "form_fields", "field").await.is_empty());
        let added = gulnafisa.post("/forms/work", &sent("add", "text")).await;
        assert_eq!((added.status, added.location.as_str()), (StatusCode::SEE_OTHER, "/forms/work"));
        assert!(gulnafisa.get("/forms/work").await.text.contains(QUESTION));
        assert!(gulnafisa.get("/forms").await.text.contains("1.0.1"));
        let aigul = app.visitor("aigul");
        let plan = aigul.post(&pair.replace("/pairs/", "/plans/make/"), &[]).await.location;
        assert!(aigul.get(&plan).await.text.contains(QUESTION));
        let typed = [("version", "0"), ("w-school-1", ANSWER)];
        let kept = aigul.post(&format!("{plan}/answers"), &typed).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
        for reader in ["dana", "gulnafisa", "serik"] {
            assert!(app.visitor(reader).get(&plan).await.text.contains(ANSWER), "{reader}");
        }
        let gone = aigul.post(&format!("{plan}/answers"), &[("version", "0"), ("w-school-1", "")]).await;
        assert_eq!(gone.status, StatusCode::CONFLICT, "what stands there is not overwritten unseen");
    })
    .await;
}

#[tokio::test]
async fn choices_that_do_not_agree_come_back_with_what_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let mut form = sent("add", "choice").to_vec();
        form[4] = ("options_kk", "иә\nжоқ");
        form[5] = ("options_ru", "да");
        let back = app.visitor("gulnafisa").post("/forms/closing", &form).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(back.text.contains("f-options_kk-e") && back.text.contains(QUESTION));
        assert!(column(&app.db, "form_fields", "field").await.is_empty());
        assert_eq!(app.visitor("gulnafisa").get("/forms/none").await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.visitor("dana").get("/forms").await.status, StatusCode::FORBIDDEN);
        assert_eq!(app.visitor("saule").get("/forms").await.status, StatusCode::OK);
    })
    .await;
}
