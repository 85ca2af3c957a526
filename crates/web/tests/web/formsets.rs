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

#[tokio::test]
async fn the_template_of_a_lesson_sheet_is_tried_and_put_in_force() {
    const FORM: &str = "/reports/forms/observation";
    const BODY: &str = "#import \"sheet-parts.typ\": *\nАудан үлгісі\n#notes()";
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let saule = app.visitor("saule");
        let page = saule.get(FORM).await;
        assert!(page.text.contains("sheet-parts.typ") && !page.text.contains("f-second"), "{}", page.text);
        let form = |body, step| [("body", body), ("from", "2026-10-05"), ("step", step)];
        let sample = saule.post(FORM, &form(BODY, "ru")).await;
        assert!(sample.bytes.starts_with(b"%PDF"), "{}", sample.text);
        let wrong = saule.post(FORM, &form("Мәтін\n#nobody()", "keep")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("2-жол") || wrong.text.contains("Строка 2"), "{}", wrong.text);
        assert!(column(&app.db, "form_editions", "body").await.is_empty());
        let kept = saule.post(FORM, &form(BODY, "keep")).await;
        assert_eq!((kept.status, kept.location.as_str()), (StatusCode::SEE_OTHER, "/forms/observation"));
        assert_eq!(column(&app.db, "form_editions", "body").await, [BODY]);
        assert!(app.visitor("gulnafisa").get("/forms").await.text.contains("1.0.0-1"));
        assert_eq!(saule.get("/reports/forms/log").await.status, StatusCode::NOT_FOUND, "a log has no body");
    })
    .await;
}

#[tokio::test]
async fn a_talk_of_a_minute_asks_what_the_school_asks_and_both_read_the_answer() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::orders::assigned(&app).await;
        app.travel_to(jiff::civil::date(2026, 11, 3));
        let (gulnafisa, aigul) = (app.visitor("gulnafisa"), app.visitor("aigul"));
        assert!(!aigul.get("/meetings/log").await.text.contains("w-school-1"));
        let added = gulnafisa.post("/forms/log", &sent("add", "number")).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text);
        assert!(aigul.get("/meetings/log").await.text.contains(QUESTION));
        let talk = |answer| {
            [
                ("kind", "talk"),
                ("minutes", "10"),
                ("day", "2026-11-03"),
                ("topic", ""),
                ("w-school-1", answer),
            ]
        };
        let wrong = aigul.post("/meetings/log", &talk("көп")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("көп"), "what was typed stays: {}", wrong.text);
        let kept = aigul.post("/meetings/log", &talk("4077")).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
        for one in [&aigul, &app.visitor("dana")] {
            assert!(one.get(&kept.location).await.text.contains("4077"));
        }
    })
    .await;
}

#[tokio::test]
async fn an_order_and_a_plan_are_edited_and_what_the_law_asks_for_is_told() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let saule = app.visitor("saule");
        let form = |body, step| [("body", body), ("from", "2026-10-05"), ("step", step)];
        for (kind, piece) in [
            ("order", "#clauses()"),
            ("work", "#steps()"),
            ("development", "#goals-above()"),
            ("closing", "#gratitude()"),
            ("certificate", "#passed()"),
        ] {
            let address = format!("/reports/forms/{kind}");
            let page = saule.get(&address).await;
            assert!(page.text.contains(piece), "{kind}: {}", page.text);
            assert!(saule.get(&format!("/forms/{kind}")).await.text.contains(&address), "{kind}");
        }
        let wrong = saule.post("/reports/forms/order", &form("Біз шештік.", "keep")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("«Педагог мәртебесі туралы»"), "{}", wrong.text);
        let body = "#import \"order-parts.typ\": *\n#basis()\n#clauses()\nАудан үлгісі";
        for lang in ["kk", "ru"] {
            let sample = saule.post("/reports/forms/order", &form(body, lang)).await;
            assert!(sample.bytes.starts_with(b"%PDF"), "{}", sample.text);
        }
        let kept = saule.post("/reports/forms/order", &form(body, "keep")).await;
        assert_eq!((kept.status, kept.location.as_str()), (StatusCode::SEE_OTHER, "/forms/order"));
        let page = saule.get("/forms/order").await;
        assert!(!page.text.contains("options_kk"), "an order asks nothing: {}", page.text);
        assert_eq!(saule.post("/forms/order", &sent("add", "text")).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
