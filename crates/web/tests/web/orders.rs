//! Consents, orders, the paper and its public check.

use crate::app::TestApp;
use axum::http::StatusCode;
use domain::requests::{Rhythm, Wish};
use jiff::civil::date;
use store::testing::{ids, on_both};

/// Дана and Айгүл chose each other and are published; today is 2 November. Gives the path of their consent.
pub(crate) async fn published(app: &TestApp) -> String {
    let (dana, aigul) = (app.actor("dana").await, app.actor("aigul").await);
    let wish =
        Wish {
            text: "Хочу научиться начинать урок спокойно.".into(), goals: vec![], rhythm: Rhythm::Weekly
        };
    let request = actions::requests::send(&app.context(&dana), &"aigul".into(), wish).await.unwrap();
    let id = actions::requests::accept(&app.context(&aigul), &request).await.unwrap();
    let mut tx = app.db.write().await.unwrap();
    let pair = store::pairs::get(&mut tx, &id).await.unwrap().unwrap();
    store::pairs::save(&mut tx, &pair.publish().unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    app.travel_to(date(2026, 11, 2));
    format!("/pairs/{id}/consent")
}

/// Both have consented and the head has signed on 2 November: a pair by order. Gives its address.
pub(crate) async fn assigned(app: &TestApp) -> String {
    let consent = published(app).await;
    for side in ["dana", "aigul"] {
        app.visitor(side).post(&consent, &[("step", "give")]).await;
    }
    app.visitor("gulnafisa").post("/orders/prepare", &[]).await;
    let [order] = ids(&app.db, "orders").await.try_into().unwrap();
    let form = [("number", "118-к"), ("on", "02.11.2026")];
    app.visitor("serik").post(&format!("/orders/{order}/sign"), &form).await;
    consent.trim_end_matches("/consent").to_owned()
}

#[tokio::test]
async fn the_way_leads_from_two_consents_to_a_paper_in_two_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let consent = published(&app).await;
        for side in ["dana", "aigul"] {
            let given = app.visitor(side).post(&consent, &[("step", "give")]).await;
            assert_eq!(given.status, StatusCode::SEE_OTHER, "{side}");
        }
        for reader in ["dana", "aigul", "gulnafisa", "serik"] {
            let pair = app.visitor(reader).get(consent.trim_end_matches("/consent")).await;
            assert!(pair.text.contains(&format!("{consent}/mentor/ru")), "{reader}: {}", pair.text);
            let paper = app.visitor(reader).get(&format!("{consent}/mentor/ru")).await;
            assert!(paper.text.starts_with("%PDF"), "{reader}: {}", paper.status);
        }
        for other in ["zere", "bekzhan"] {
            let paper = app.visitor(other).get(&format!("{consent}/mentor/ru")).await;
            assert_eq!(paper.status, StatusCode::NOT_FOUND, "{other}");
        }
        for code in store::testing::column(&app.db, "consents", "code").await {
            let check = app.stranger().get(&format!("/verify/{code}")).await;
            assert!(check.text.contains(&code) && !check.text.contains("Нурбаева"), "{}", check.text);
            assert_eq!(check.status, StatusCode::OK);
        }
        app.visitor("gulnafisa").post("/orders/prepare", &[]).await;
        let list = app.visitor("serik").get("/orders").await;
        let start = list.text.find("/orders/0").expect("a draft is listed");
        let order = list.text[start..].split('"').next().unwrap();
        assert_eq!(app.visitor("dana").get(order).await.status, StatusCode::NOT_FOUND, "a draft is hidden");
        let form = [("number", "118-к"), ("on", "02.11.2026")];
        let signed = app.visitor("serik").post(&format!("{order}/sign"), &form).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text);
        for lang in ["kk", "ru"] {
            let paper = app.visitor("dana").get(&format!("{order}/paper/{lang}")).await;
            assert!(paper.text.starts_with("%PDF"), "{lang}: {}", paper.status);
        }
        let page = app.visitor("dana").get(order).await;
        let code = page.text.split("Код проверки: ").nth(1).unwrap().split('.').next().unwrap();
        let check = app.stranger().get(&format!("/verify/{code}")).await;
        assert!(check.text.contains("118-к") && !check.text.contains("Сәтбаева"), "{}", check.text);
    })
    .await;
}

#[tokio::test]
async fn whoever_reads_an_order_reads_its_history_and_a_discarded_draft_stays_with_those_who_prepare() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let consent = published(&app).await;
        for side in ["dana", "aigul"] {
            app.visitor(side).post(&consent, &[("step", "give")]).await;
        }
        app.visitor("gulnafisa").post("/orders/prepare", &[]).await;
        let [discarded] = ids(&app.db, "orders").await.try_into().unwrap();
        let discarded = format!("/orders/{discarded}");
        app.visitor("gulnafisa").post(&format!("{discarded}/discard"), &[]).await;
        app.visitor("gulnafisa").post("/orders/prepare", &[]).await;
        let list = app.visitor("gulnafisa").get("/orders").await.text;
        assert!(list.contains("Отброшенные черновики") && list.contains(&discarded), "{list}");
        let gone = app.visitor("gulnafisa").get(&discarded).await.text;
        assert!(
            gone.contains("Этот черновик отброшен") && gone.contains("Проект приказа отброшен"),
            "{gone}"
        );
        let mut orders = ids(&app.db, "orders").await.into_iter().map(|id| format!("/orders/{id}"));
        let order = orders.find(|order| *order != discarded).unwrap();
        let form = [("number", "118-к"), ("on", "02.11.2026")];
        app.visitor("serik").post(&format!("{order}/sign"), &form).await;
        for reader in ["dana", "aigul", "gulnafisa", "serik"] {
            let read = app.visitor(reader).get(&order).await.text;
            assert!(
                read.contains("Подготовлен проект приказа") && read.contains("Подписан приказ"),
                "{read}"
            );
            let list = app.visitor(reader).get("/orders").await.text;
            assert_eq!(list.contains(&discarded), ["gulnafisa", "serik"].contains(&reader), "{reader}");
        }
        assert_eq!(app.visitor("dana").get(&discarded).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_date_comes_back_with_what_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let consent = published(&app).await;
        for side in ["dana", "aigul"] {
            app.visitor(side).post(&consent, &[("step", "give")]).await;
        }
        app.visitor("gulnafisa").post("/orders/prepare", &[]).await;
        let list = app.visitor("serik").get("/orders").await;
        let start = list.text.find("/orders/0").expect("a draft is listed");
        let order = list.text[start..].split('"').next().unwrap();
        let form = [("number", "118-к"), ("on", "30.02.2026")];
        let refused = app.visitor("serik").post(&format!("{order}/sign"), &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("118-к") && refused.text.contains("Такого дня нет"));
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_pair_and_an_unknown_code_are_not_there() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let consent = published(&app).await;
        let foreign = app.visitor("zere").post(&consent, &[("step", "give")]).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        assert_eq!(app.stranger().get("/verify/AAAAA-AAAAA").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
