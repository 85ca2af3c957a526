//! Work plans and orders are signed on their pages and in the folder; anybody checks them without names.

use crate::app::{TestApp, Visitor};
use crate::reports::with_slip;
use axum::http::StatusCode;
use jiff::civil::date;
use store::testing::{column, ids, on_both};

/// Codes of slips, one for each signature.
const SLIPS: [&str; 4] = ["K7QM-2WXD-9HTR", "K7QM-2WXD-9HTS", "K7QM-2WXD-9HTU", "K7QM-2WXD-9HTV"];

/// The two have a plan that is ready; gives its address.
async fn ready(app: &TestApp) -> String {
    let pair = crate::orders::assigned(app).await;
    app.travel_to(date(2026, 11, 3));
    let plan = app.visitor("aigul").post(&pair.replace("/pairs/", "/plans/make/"), &[]).await.location;
    let said = app.visitor("aigul").post(&format!("{plan}/ready"), &[]).await;
    assert_eq!((said.status, said.location.as_str()), (StatusCode::SEE_OTHER, plan.as_str()));
    plan
}

/// What a page hands back of what was read.
async fn seen(visitor: &Visitor<'_>, path: &str) -> String {
    let page = visitor.get(path).await.text;
    let (_, rest) = page.split_once("name=\"seen\" value=\"").unwrap_or_else(|| panic!("{page}"));
    rest.split('"').next().unwrap().to_owned()
}

async fn signed(app: &TestApp, who: &str, plan: &str, code: &str) {
    with_slip(app, who, code).await;
    let visitor = app.visitor(who);
    let seen = seen(&visitor, plan).await;
    let done = visitor.post(&format!("{plan}/sign"), &[("seen", &seen), ("secret", code)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{who}: {}", done.text);
}

#[tokio::test]
async fn a_plan_goes_from_its_mentor_over_the_newcomer_to_the_head_and_is_checked_by_anybody() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let plan = ready(&app).await;
        let waits = app.visitor("dana").get(&plan).await.text;
        assert!(!waits.contains(&format!("{plan}/sign")), "it is her mentor's turn");
        let wrong = app.visitor("aigul").post(&format!("{plan}/sign"), &[("secret", "басқа-құпия")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("f-secret-e"), "{}", wrong.text);
        signed(&app, "aigul", &plan, SLIPS[0]).await;
        signed(&app, "dana", &plan, SLIPS[1]).await;
        let [code] = column(&app.db, "plans", "code").await.try_into().unwrap();
        let check = app.stranger().get(&format!("/verify/{code}")).await.text;
        assert!(!check.contains("ол бекітілген"), "the head has not approved it: {check}");
        signed(&app, "serik", &plan, SLIPS[2]).await;
        let check = app.stranger().get(&format!("/verify/{code}")).await.text;
        assert!(check.contains("ол бекітілген") && !check.contains("Айгүл"), "{check}");
        for reader in ["dana", "aigul", "gulnafisa", "serik"] {
            let paper = app.visitor(reader).get(&format!("{plan}/paper/ru")).await;
            assert!(paper.bytes.starts_with(b"%PDF"), "{reader}: {}", paper.status);
        }
        app.visitor("dana").post(&format!("{plan}/add"), &crate::plans::STEP).await;
        let check = app.stranger().get(&format!("/verify/{code}")).await.text;
        assert!(!check.contains("ол бекітілген"), "an edit takes the signatures off: {check}");
    })
    .await;
}

#[tokio::test]
async fn the_head_returns_a_plan_with_a_comment_that_its_mentor_reads() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let plan = ready(&app).await;
        signed(&app, "aigul", &plan, SLIPS[0]).await;
        signed(&app, "dana", &plan, SLIPS[1]).await;
        let silent = app.visitor("serik").post(&format!("{plan}/return"), &[("comment", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let back =
            app.visitor("serik").post(&format!("{plan}/return"), &[("comment", "Күндері тығыз")]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text);
        let page = app.visitor("aigul").get(&plan).await.text;
        assert!(page.contains("Күндері тығыз") && page.contains(&format!("{plan}/ready")), "{page}");
        let home = app.stranger().get(&plan).await;
        assert_ne!(home.status, StatusCode::OK);
        for other in ["bekzhan", "zere"] {
            for step in ["ready", "sign", "read", "return"] {
                let sent = app.visitor(other).post(&format!("{plan}/{step}"), &[("comment", "а")]).await;
                let shut = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN, StatusCode::UNPROCESSABLE_ENTITY];
                assert!(shut.contains(&sent.status), "{other} {step}: {}", sent.status);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_folder_takes_a_plan_and_an_order_that_were_read_and_signs_both_by_one_proof() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let plan = ready(&app).await;
        signed(&app, "aigul", &plan, SLIPS[0]).await;
        signed(&app, "dana", &plan, SLIPS[1]).await;
        let gulnafisa = app.actor("gulnafisa").await;
        let context = app.context(&gulnafisa);
        actions::newcomers::name_provisional(&context, &"zere".into(), &"bekzhan".into()).await.unwrap();
        let drafts = actions::orders::prepare(&context, &"school-12".into()).await.unwrap();
        let order = format!("/orders/{}", drafts[0]);
        with_slip(&app, "serik", SLIPS[3]).await;
        let serik = app.visitor("serik");
        let folder = serik.get("/reports/folder").await.text;
        assert!(folder.contains(&plan) && folder.contains(&order), "{folder}");
        assert!(!folder.contains("name=\"secret\""), "nothing unread is signed");
        let read = serik.post(&format!("{plan}/read"), &[("seen", &seen(&serik, &plan).await)]).await;
        assert_eq!((read.status, read.location.as_str()), (StatusCode::SEE_OTHER, "/reports/folder"));
        let seen = seen(&serik, &order).await;
        let form = [("seen", seen.as_str()), ("read_number", "7-к"), ("read_on", "03.11.2026")];
        let read = serik.post(&format!("{order}/read"), &form).await;
        assert_eq!(read.status, StatusCode::SEE_OTHER, "{}", read.text);
        let (plan_id, order_id) = (plan.trim_start_matches("/plans/"), order.trim_start_matches("/orders/"));
        let folder = serik.get("/reports/folder").await.text;
        let ticked = |page: &str, name: &str, id: &str| {
            page.contains(&format!("name=\"{name}\" value=\"{id}\" checked>"))
        };
        assert!(ticked(&folder, "plan", plan_id) && ticked(&folder, "order", order_id), "all: {folder}");
        let none = serik.post("/reports/folder", &[("secret", "басқа-құпия")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.text.contains("Отметьте хотя бы один документ"), "{}", none.text);
        let wrong = serik.post("/reports/folder", &[("plan", plan_id), ("secret", "басқа-құпия")]).await;
        assert!(ticked(&wrong.text, "plan", plan_id), "{}", wrong.text);
        assert!(!ticked(&wrong.text, "order", order_id), "what was unticked stays so: {}", wrong.text);
        let form = [("plan", plan_id), ("order", order_id), ("secret", SLIPS[3])];
        let all = serik.post("/reports/folder", &form).await;
        assert_eq!(all.status, StatusCode::SEE_OTHER, "{}", all.text);
        let page = serik.get(&order).await.text;
        assert!(page.contains("Подписано в системе") && page.contains("Это простая подпись"), "{page}");
        let codes = column(&app.db, "orders", "code").await;
        let mut told = 0;
        for code in &codes {
            let check = app.stranger().get(&format!("/verify/{code}")).await.text;
            assert!(check.contains("Бұл құжат түпнұсқа") && !check.contains("Серік"), "{check}");
            assert!(
                !check.contains("Директор жүйеде қол қойған"),
                "a simple signature is not the order's own: {check}"
            );
            told += usize::from(check.contains("қарапайым қолтаңбамен растаған"));
        }
        assert_eq!((codes.len(), told), (2, 1), "the other one was signed on paper");
    })
    .await;
}

#[tokio::test]
async fn an_order_whose_words_were_changed_behind_the_signature_is_not_real() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let consent = crate::orders::published(&app).await;
        for side in ["dana", "aigul"] {
            app.visitor(side).post(&consent, &[("step", "give")]).await;
        }
        app.visitor("gulnafisa").post("/orders/prepare", &[]).await;
        let [id] = ids(&app.db, "orders").await.try_into().unwrap();
        let order = format!("/orders/{id}");
        with_slip(&app, "serik", SLIPS[0]).await;
        let serik = app.visitor("serik");
        let seen = seen(&serik, &order).await;
        let form =
            [("here_number", "118-к"), ("here_on", "02.11.2026"), ("seen", &seen), ("secret", SLIPS[0])];
        let signed = serik.post(&format!("{order}/sign-here"), &form).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text);
        let [code] = column(&app.db, "orders", "code").await.try_into().unwrap();
        let check = app.stranger().get(&format!("/verify/{code}")).await;
        assert_eq!(check.status, StatusCode::OK, "{}", check.text);
        store::testing::spoil(&app.db, "UPDATE orders SET sheet = REPLACE(sheet, 'Айгүл', 'Әйгүл')").await;
        let check = app.stranger().get(&format!("/verify/{code}")).await;
        assert_eq!(check.status, StatusCode::NOT_FOUND, "{}", check.text);
    })
    .await;
}
