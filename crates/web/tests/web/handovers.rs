//! A change of mentor: asking and taking back, what the coordinator decides, and who learns nothing.

use crate::app::{Answer, TestApp};
use crate::orders::published;
use axum::http::StatusCode;
use domain::people::Role;
use jiff::civil::date;
use store::testing::{ids, on_both};

const NOTE: &str = "Уроки у нас в разные часы.";

/// Дана and Айгүл are a pair by order since 2 November; today is the 20th. Gives the address of their pair.
async fn assigned(app: &TestApp) -> String {
    let pair = crate::orders::assigned(app).await;
    app.travel_to(date(2026, 11, 20));
    pair
}

/// Somebody asks; gives the coordinator's page of it.
async fn asked(app: &TestApp, who: &str, pair: &str) -> String {
    let answer = app.visitor(who).post(&format!("{pair}/handover"), &[("note", NOTE)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    format!("/handovers/{}", ids(&app.db, "handovers").await.last().unwrap())
}

async fn carry_out(app: &TestApp, page: &str, changed: &[(&str, &str)]) -> Answer {
    let mut form = vec![
        ("last_day", "2026-11-20"),
        ("mentor", "bekzhan"),
        ("agreed", "yes"),
        ("reason", "Обе ведут математику в одном классе."),
    ];
    for (name, value) in changed {
        form.retain(|(field, _)| field != name);
        form.push((name, value));
    }
    app.visitor("gulnafisa").post(&format!("{page}/carry-out"), &form).await
}

#[tokio::test]
async fn the_page_of_the_pair_leads_both_to_asking_and_looks_the_same_when_somebody_has_asked() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = assigned(&app).await;
        let before = app.visitor("dana").get(&pair).await.text;
        assert!(before.contains(&format!("href=\"{pair}/handover\"")));
        asked(&app, "dana", &pair).await;
        assert_eq!(app.visitor("dana").get(&pair).await.text, before);
        let leader = app.visitor("serik").get(&pair).await;
        assert!(!leader.text.contains("/handover"), "{}", leader.text);
    })
    .await;
}

#[tokio::test]
async fn whoever_asked_sees_it_and_takes_it_back_and_the_other_one_sees_none() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = assigned(&app).await;
        let form = format!("{pair}/handover");
        asked(&app, "dana", &pair).await;
        let own = app.visitor("dana").get(&form).await;
        assert!(own.text.contains(NOTE) && own.text.contains("Взять назад"), "{}", own.text);
        let other = app.visitor("aigul").get(&form).await;
        assert!(!other.text.contains(NOTE) && other.text.contains("Попросить о передаче"), "{}", other.text);
        let stranger = app.visitor("zere").get(&form).await;
        assert_eq!(stranger.status, StatusCode::NOT_FOUND);
        let back = app.visitor("dana").post(&format!("{form}/take-back"), &[]).await;
        assert_eq!((back.status, back.location.as_str()), (StatusCode::SEE_OTHER, form.as_str()));
        assert!(!app.visitor("dana").get(&form).await.text.contains(NOTE));
        let list = app.visitor("gulnafisa").get("/handovers").await;
        assert!(list.text.contains("взята назад") && !list.text.contains(NOTE), "{}", list.text);
    })
    .await;
}

#[tokio::test]
async fn a_note_that_is_too_long_comes_back_as_it_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = assigned(&app).await;
        let long = "ә".repeat(501);
        let refused = app.visitor("dana").post(&format!("{pair}/handover"), &[("note", &long)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains(&long));
    })
    .await;
}

#[tokio::test]
async fn before_the_order_the_page_says_how_to_step_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = published(&app).await.trim_end_matches("/consent").to_owned();
        assert!(!app.visitor("dana").get(&pair).await.text.contains("/handover"));
        let page = app.visitor("dana").get(&format!("{pair}/handover")).await;
        assert!(page.text.contains("каждый может отступить сам"), "{}", page.text);
        let refused = app.visitor("dana").post(&format!("{pair}/handover"), &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_reads_it_at_home_and_lets_the_pair_stay() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = assigned(&app).await;
        let page = asked(&app, "dana", &pair).await;
        let home = app.visitor("gulnafisa").get("/").await;
        assert!(home.text.contains(&format!("href=\"{page}\"")), "{}", home.text);
        assert!(!home.text.contains(NOTE));
        let shown = app.visitor("gulnafisa").get(&page).await;
        assert!(shown.text.contains(NOTE) && shown.text.contains("просит другого наставника"));
        for other in ["serik", "dana", "aigul", "bekzhan", "timur"] {
            let hidden = app.visitor(other).get(&page).await;
            assert!([StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&hidden.status), "{other}");
        }
        let stayed = app.visitor("gulnafisa").post(&format!("{page}/stay"), &[]).await;
        assert_eq!(stayed.location, "/handovers");
        assert!(!app.visitor("gulnafisa").get("/").await.text.contains("/handovers/"));
        let again = app.visitor("dana").get(&format!("{pair}/handover")).await;
        assert!(again.text.contains("Попросить другого наставника"));
    })
    .await;
}

#[tokio::test]
async fn a_change_leads_to_two_consents_and_both_pages_keep_the_days_alone() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = assigned(&app).await;
        let page = asked(&app, "aigul", &pair).await;
        let done = carry_out(&app, &page, &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let new = done.location;
        for side in ["dana", "bekzhan"] {
            let shown = app.visitor(side).get(&new).await;
            assert!(shown.text.contains("orders-consent") || shown.text.contains("value=\"give\""), "{side}");
        }
        let history = app.visitor("dana").get(&new).await;
        assert!(history.text.contains("Нұрбаева Айгүл: пара завершена"), "{}", history.text);
        assert!(!app.visitor("bekzhan").get(&new).await.text.contains("Нұрбаева"));
        for side in ["dana", "aigul"] {
            let old = app.visitor(side).get(&pair).await;
            assert!(old.text.contains("последний день: пт, 20 ноября") || old.text.contains("20 ноября"));
            assert!(old.text.contains("Пара завершена") && !old.text.contains(NOTE), "{}", old.text);
        }
        let settled = app.visitor("gulnafisa").get(&page).await;
        assert!(settled.text.contains(&format!("href=\"{new}\"")));
    })
    .await;
}

#[tokio::test]
async fn n05_wrong_days_are_refused_with_everything_that_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = assigned(&app).await;
        let page = asked(&app, "dana", &pair).await;
        for (changed, words) in [
            (("last_day", "2026-11-01"), "Прежняя пара началась"),
            (("last_day", "2026-11-21"), "Этот день ещё не наступил"),
            (("last_day", "30.02.2026"), "Такого дня нет"),
            (("agreed", ""), "Сначала поговорите"),
            (("mentor", "aigul"), "Это прежний наставник"),
            (("reason", "надо"), "10"),
        ] {
            let refused = carry_out(&app, &page, &[changed]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{changed:?}");
            assert!(refused.text.contains(words), "{changed:?}: {}", refused.text);
            if changed.0 != "reason" {
                assert!(refused.text.contains("Обе ведут математику"), "{changed:?}");
            }
        }
        assert_eq!(ids(&app.db, "pairs").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_coordinator_who_is_the_other_one_of_the_pair_finds_nothing() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = assigned(&app).await;
        let mut tx = app.db.write().await.unwrap();
        let today = date(2026, 11, 20);
        store::people::open_role(&mut tx, &"aigul".into(), Role::Coordinator, today).await.unwrap();
        tx.commit().await.unwrap();
        let before = [
            app.visitor("aigul").get("/audit?kind=handovers").await.text,
            app.visitor("aigul").get("/handovers").await.text,
            app.visitor("aigul").get("/").await.text,
        ];
        let page = asked(&app, "dana", &pair).await;
        let after = [
            app.visitor("aigul").get("/audit?kind=handovers").await.text,
            app.visitor("aigul").get("/handovers").await.text,
            app.visitor("aigul").get("/").await.text,
        ];
        assert_eq!(before, after);
        assert_eq!(app.visitor("aigul").get(&page).await.status, StatusCode::NOT_FOUND);
        let log = app.visitor("gulnafisa").get("/audit?kind=handovers").await;
        assert!(log.text.contains("Попросили о смене наставника") && log.text.contains(&page));
        let mut tx = app.db.write().await.unwrap();
        store::people::close_role(&mut tx, &"gulnafisa".into(), Role::Coordinator, today).await.unwrap();
        tx.commit().await.unwrap();
        app.visitor("dana").post(&format!("{pair}/handover/take-back"), &[]).await;
        let nobody = app.visitor("dana").get(&format!("{pair}/handover")).await;
        assert!(nobody.text.contains("Поговорите с директором: Серік"), "{}", nobody.text);
    })
    .await;
}

#[tokio::test]
async fn every_page_of_a_change_is_drawn_in_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = assigned(&app).await;
        let page = asked(&app, "dana", &pair).await;
        for lang in ["kk", "ru", "en"] {
            for who in ["dana", "aigul", "gulnafisa"] {
                app.visitor(who).post("/language", &[("lang", lang)]).await;
            }
            let form = format!("{pair}/handover");
            for (who, path) in
                [("dana", &form), ("aigul", &form), ("gulnafisa", &page), ("gulnafisa", &"/handovers".into())]
            {
                let shown = app.visitor(who).get(path).await;
                assert_eq!(shown.status, StatusCode::OK, "{path}");
                assert!(shown.text.contains(&format!("lang=\"{lang}\"")), "{path}");
                assert!(!shown.text.contains("[handovers-"), "{path} {}", shown.text);
            }
        }
    })
    .await;
}
