//! The home of each role, and the navigation that leads on.

use crate::app::TestApp;
use axum::http::StatusCode;
use domain::contacts::{Deed, Kind};
use domain::pairs::{Origin, Pair, State};
use domain::requests::{Rhythm, Wish};
use jiff::civil::date;
use store::testing::on_both;

const WORDS: &str = "Хочу научиться начинать урок спокойно.";

/// Дана asks Айгүл.
async fn asked(app: &TestApp) -> String {
    let dana = app.actor("dana").await;
    let wish = Wish { text: WORDS.into(), goals: vec![], rhythm: Rhythm::Weekly };
    let id = actions::requests::send(&app.context(&dana), &"aigul".into(), wish).await.unwrap();
    format!("/requests/{id}")
}

/// Дана has been in Айгүл's lesson.
async fn visited(app: &TestApp) {
    let dana = app.actor("dana").await;
    let deed = Deed { kind: Kind::VisitToMentor, held_on: date(2026, 10, 2), minutes: 45, topic: None };
    actions::contacts::record(&app.context(&dana), &"dana".into(), &"aigul".into(), &deed).await.unwrap();
}

async fn pair(app: &TestApp, origin: Origin, place: Option<u8>) {
    let pair = Pair {
        id: "pair".into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "bekzhan".into(),
        place,
        origin,
        state: State::Published,
        since: app.clock.now(),
        version: 0,
    };
    let mut tx = app.db.write().await.unwrap();
    store::pairs::add(&mut tx, &pair).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_newcomer_reads_the_next_step_with_people_and_whom_she_has_met() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        visited(&app).await;
        pair(&app, Origin::Provisional, None).await;
        let home = app.visitor("dana").get("/").await;
        assert_eq!(home.status, StatusCode::OK);
        assert!(home.text.contains("Запишите впечатление о совместной работе 2 октября: Айгүл"));
        assert!(home.text.contains("Увидите только вы"));
        assert!(home.text.contains("Поработайте вместе: Тұяқов Бекжан"), "{}", home.text);
        assert!(home.text.contains("виделись 2 октября") && home.text.contains("пока не виделись"));
        assert!(home.text.contains("Пока идёт выбор, с вами Бекжан"), "{}", home.text);
    })
    .await;
}

#[tokio::test]
async fn home_leads_to_the_own_data_until_its_person_has_looked_this_term() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let dana = app.visitor("dana");
        let reminder = "Верны ли ваши данные?";
        assert!(dana.get("/").await.text.contains(reminder));
        let looked = dana.post("/profile/confirm", &[]).await;
        assert_eq!(looked.status, StatusCode::SEE_OTHER);
        assert!(!dana.get("/").await.text.contains(reminder));
        assert!(app.visitor("bekzhan").get("/").await.text.contains(reminder), "each for themselves");
    })
    .await;
}

#[tokio::test]
async fn a_mentor_reads_whose_turn_it_is() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let request = asked(&app).await;
        visited(&app).await;
        let home = app.visitor("aigul").get("/").await;
        assert!(home.text.contains("Вам пишет Дана"), "{}", home.text);
        assert!(home.text.contains(&format!("href=\"{request}\"")));
        assert!(home.text.contains("Подтвердите совместную работу 2 октября: Дана"));
        assert!(!home.text.contains(WORDS), "the words stand in the request alone");
        let quiet = app.visitor("bekzhan").get("/").await;
        assert!(quiet.text.contains("Сегодня от вас ничего не ждут"), "{}", quiet.text);
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_reads_a_list_of_actions_and_no_words_of_others() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        asked(&app).await;
        visited(&app).await;
        let home = app.visitor("gulnafisa").get("/").await;
        assert!(home.text.contains("Без приказа о временном наставнике: Сәтбаева Дана, Искалиева Зере"));
        assert!(home.text.contains("срок первого был 1 сентября"), "{}", home.text);
        assert!(home.text.contains("Ещё ни с кем не работали вместе: Искалиева Зере"), "{}", home.text);
        assert!(home.text.contains("Где сейчас 2 человека"));
        assert!(!home.text.contains(WORDS), "no text of a request");
        app.travel_to(date(2026, 10, 13));
        let later = app.visitor("gulnafisa").get("/").await;
        assert!(later.text.contains("1 запрос неделю без ответа"), "{}", later.text);
        assert!(!later.text.contains(WORDS));
    })
    .await;
}

#[tokio::test]
async fn a_consent_is_two_steps_from_home() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        pair(&app, Origin::Ranked, Some(1)).await;
        app.travel_to(date(2026, 11, 3));
        for side in ["dana", "bekzhan"] {
            let home = app.visitor(side).get("/").await;
            assert!(home.text.contains("Решите, согласны ли вы на пару"), "{}", home.text);
            assert!(home.text.contains("href=\"/pairs/pair\""));
            let page = app.visitor(side).get("/pairs/pair").await;
            assert!(page.text.contains("action=\"/pairs/pair/consent\""), "{}", page.text);
        }
        let coordinator = app.visitor("gulnafisa").get("/").await;
        assert!(coordinator.text.contains("1 пара ждёт согласия"), "{}", coordinator.text);
    })
    .await;
}

#[tokio::test]
async fn the_head_reads_what_waits_for_the_signature_and_how_pairs_came_about() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        pair(&app, Origin::Provisional, None).await;
        let before = app.visitor("serik").get("/").await;
        assert!(before.text.contains("Без приказа о временном наставнике"), "{}", before.text);
        let coordinator = app.actor("gulnafisa").await;
        actions::orders::prepare(&app.context(&coordinator), &"school-12".into()).await.unwrap();
        let home = app.visitor("serik").get("/").await;
        assert!(home.text.contains("Ждёт вашей подписи: Приказ о временном наставнике"), "{}", home.text);
        assert!(home.text.contains("Пар по выбору и по назначению пока нет"));
    })
    .await;
}

#[tokio::test]
async fn the_district_reads_sums_and_no_name() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let home = app.visitor("saule").get("/").await;
        assert_eq!(home.status, StatusCode::OK);
        assert!(home.text.contains("1 из 2") && home.text.contains("меньше 5, не показываем"));
        for name in ["Дана", "Айгүл", "№ 12"] {
            assert!(!home.text.contains(name), "{name}: {}", home.text);
        }
        assert!(!home.text.contains("/pairs") && !home.text.contains("/people"));
    })
    .await;
}

#[tokio::test]
async fn without_a_programme_the_coordinator_is_led_to_begin_and_documents_are_empty() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let home = app.visitor("timur").get("/").await;
        assert!(home.text.contains("href=\"/programmes\"") && home.text.contains("href=\"/rosters\""));
        for path in ["/pairs", "/orders"] {
            assert_eq!(app.visitor("timur").get(path).await.status, StatusCode::OK, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_home_is_whole_in_every_phase_and_language() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        pair(&app, Origin::Ranked, Some(1)).await;
        for day in [
            date(2026, 8, 20),
            date(2026, 10, 28),
            date(2026, 11, 1),
            date(2026, 11, 3),
            date(2027, 1, 15),
            date(2027, 6, 1),
        ] {
            app.travel_to(day);
            for person in
                ["dana", "zere", "aigul", "bekzhan", "gulnafisa", "serik", "saule", "timur", "polina"]
            {
                for lang in ["kk", "ru", "en"] {
                    app.visitor(person).post("/language", &[("lang", lang), ("back", "/")]).await;
                    let home = app.visitor(person).get("/").await;
                    assert_eq!(home.status, StatusCode::OK, "{person} {day}");
                    for key in ["[home-", "[layout-", "[pairs-", "[requests-"] {
                        assert!(!home.text.contains(key), "{person} {day} {lang}: {}", home.text);
                    }
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_navigation_marks_the_place_of_the_page() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let list = app.visitor("gulnafisa").get("/rosters").await;
        assert!(list.text.contains("href=\"/places\" aria-current=\"page\""), "{}", list.text);
        assert!(list.text.contains("href=\"/rosters\" aria-current=\"page\""));
        let requests = app.visitor("dana").get("/requests").await;
        assert!(requests.text.contains("href=\"/requests\" aria-current=\"page\""));
    })
    .await;
}
