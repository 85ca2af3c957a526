//! A second round on its pages: opened, made longer and closed by the coordinator; found at home by whoever takes part
//! (feat:C19; neg:N21).

use crate::app::TestApp;
use axum::http::StatusCode;
use domain::choices::{List, Order};
use jiff::civil::date;
use store::testing::{ids, on_both};

const WISH: [(&str, &str); 2] = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
const UNTIL: [(&str, &str); 1] = [("until", "2026-11-30")];

/// Дана and Зере both want Айгүл, who has one place and takes Зере. Бекжан is with Дана for now; the pairs are
/// published, and it is two weeks later.
async fn left_over(app: &TestApp) {
    let gulnafisa = app.actor("gulnafisa").await;
    let (dana, bekzhan) = ("dana".into(), "bekzhan".into());
    actions::newcomers::name_provisional(&app.context(&gulnafisa), &dana, &bekzhan).await.unwrap();
    for who in ["dana", "zere"] {
        let (actor, list) = (app.actor(who).await, List::Mentors(Order::strict(["aigul"])));
        actions::choices::keep(&app.context(&actor), &"programme".into(), &list).await.unwrap();
    }
    let (aigul, list) = (app.actor("aigul").await, List::Newcomers(Order::strict(["zere"])));
    actions::choices::keep(&app.context(&aigul), &"programme".into(), &list).await.unwrap();
    app.travel_to(date(2026, 11, 3));
    let draft = actions::proposals::make(&app.context(&gulnafisa), &"programme".into()).await.unwrap();
    actions::proposals::publish(&app.context(&gulnafisa), &draft).await.unwrap();
    app.travel_to(date(2026, 11, 16));
}

/// A second round runs on the stage of the third of November.
pub(crate) const RUNNING: &str = "INSERT INTO rounds (id, school_id, programme_id, number, from_day, until_day, \
    opened_at, opened_by, state) VALUES ('round', 'school-12', 'programme', 1, '2026-11-02', '2026-11-16', 0, \
    'gulnafisa', 'open')";

async fn opened(app: &TestApp) -> String {
    let done = app.visitor("gulnafisa").post("/rounds", &UNTIL).await;
    assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/rounds"), "{}", done.text);
    ids(&app.db, "rounds").await.last().unwrap().clone()
}

#[tokio::test]
async fn the_coordinator_finds_the_way_to_a_round_and_opens_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        let gulnafisa = app.visitor("gulnafisa");
        let home = gulnafisa.get("/").await.text;
        assert!(home.contains("Без пары после публикации: Сәтбаева Дана"), "{home}");
        assert!(
            home.contains("href=\"/rounds\"") && !home.contains("Составьте предложение о парах"),
            "{home}"
        );
        let proposal = format!("/proposals/{}", ids(&app.db, "proposals").await[0]);
        assert!(gulnafisa.get(&proposal).await.text.contains("href=\"/rounds\""));
        let page = gulnafisa.get("/rounds").await;
        assert_eq!(page.status, StatusCode::OK);
        for part in [
            "Сәтбаева Дана",
            "Временный наставник остаётся: Бекжан",
            "Тұяқов Бекжан",
            "свободных мест: 2",
            "value=\"2026-11-30\"",
        ] {
            assert!(page.text.contains(part), "{part}: {}", page.text);
        }
        assert!(!page.text.contains("Искалиева") && !page.text.contains("Нұрбаева"), "those who have a pair");
        opened(&app).await;
        let running = gulnafisa.get("/rounds").await.text;
        assert!(running.contains("Второй круг идёт до 30 ноября"), "{running}");
        assert!(gulnafisa.get("/").await.text.contains("Идёт второй круг, ещё ищут: Сәтбаева Дана"));
        assert!(
            gulnafisa.get("/proposals").await.text.contains("Идёт второй круг: списки пишут по 30 ноября")
        );
        let appointing = app.visitor("serik").get("/pairs/appoint").await.text;
        assert!(appointing.contains("Назначать рано: второй круг идёт до 30 ноября"), "{appointing}");
        assert!(!appointing.contains("/pairs/appoint/dana"));
        assert!(gulnafisa.get(&proposal).await.text.contains("Искалиева"), "what was opened stays open");
    })
    .await;
}

#[tokio::test]
async fn n21_a_newcomer_without_a_pair_reads_what_happened_who_is_there_and_what_is_next() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        let dana = app.visitor("dana");
        let here = "С вами остаётся временный наставник: Бекжан";
        let says = |text: &str, parts: &[&str]| {
            for part in parts {
                assert!(text.contains(part), "{part}: {text}");
            }
        };
        says(
            &dana.get("/").await.text,
            &["Пары опубликованы, вашей среди них пока нет", here, "предложит наставника или второй круг"],
        );
        says(&dana.get("/requests").await.text, &["Сейчас запросы не отправляют", here]);
        says(&dana.get("/choices").await.text, &["Пары пока нет, но без поддержки вы не остались", here]);
        opened(&app).await;
        says(
            &dana.get("/").await.text,
            &["Второй круг: место есть у 1 наставника", "Идёт второй круг: вы выбираете ещё раз", here],
        );
        says(&dana.get("/mentors").await.text, &["Выбор открыт до 30 ноября"]);
        says(&dana.get("/requests").await.text, &["С кем вы хотели бы работать?", here]);
        let list = dana.get("/choices").await.text;
        says(&list, &["До конца дня 30 ноября", "Идёт второй круг", here, "Тұяқов Бекжан"]);
        assert!(!list.contains("Нұрбаева Айгүл"), "the place of Айгүл is taken: {list}");
        app.travel_to(date(2026, 12, 1));
        says(&dana.get("/").await.text, &["Выбор закончился, пары ещё не опубликованы", here]);
        says(&dana.get("/choices").await.text, &["Выбор закончен. Пары публикует координатор", here]);
    })
    .await;
}

#[tokio::test]
async fn only_those_who_take_part_are_asked() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        opened(&app).await;
        let bekzhan = app.visitor("bekzhan").get("/").await.text;
        assert!(bekzhan.contains("кто-то ещё ищет наставника, а у вас есть место"), "{bekzhan}");
        assert!(app.visitor("bekzhan").get("/requests").await.text.contains("/requests/offer/dana"));
        for paired in ["zere", "aigul"] {
            let home = app.visitor(paired).get("/").await.text;
            assert!(!home.contains("торой круг"), "{paired}: {home}");
            let pair = app.visitor(paired).get("/choices").await;
            assert_eq!(pair.status, StatusCode::OK);
            assert!(!pair.text.contains("торой круг") && pair.text.contains("/pairs/"), "{}", pair.text);
        }
        let sent = app.visitor("dana").post("/requests/new/bekzhan", &WISH).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        let full = app.visitor("dana").post("/requests/new/aigul", &WISH).await;
        assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
        let ranked = app.visitor("dana").post("/choices", &[("add", "bekzhan")]).await;
        assert_eq!(ranked.status, StatusCode::SEE_OTHER);
        let calm = app.visitor("dana").get("/").await.text;
        assert!(!calm.contains("Второй круг: место есть"), "something is on its way: {calm}");
    })
    .await;
}

#[tokio::test]
async fn a_round_is_made_longer_and_closed_after_a_question() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        let gulnafisa = app.visitor("gulnafisa");
        for (day, says) in [
            ("2026-11-16", "Назовите день позже сегодняшнего"),
            ("2027-03-01", "Последний возможный день: 15 января"),
            ("скоро", "value=\"скоро\""),
        ] {
            let refused = gulnafisa.post("/rounds", &[("until", day)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
            assert!(refused.text.contains(says), "{day}: {}", refused.text);
        }
        let id = opened(&app).await;
        let (extend, close) = (format!("/rounds/{id}/extend"), format!("/rounds/{id}/close"));
        let shorter = gulnafisa.post(&extend, &[("until", "2026-11-20")]).await;
        assert_eq!(shorter.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shorter.text.contains("день позже, чем 30 ноября"), "{}", shorter.text);
        let longer = gulnafisa.post(&extend, &[("until", "2026-12-07")]).await;
        assert_eq!(longer.status, StatusCode::SEE_OTHER);
        assert!(gulnafisa.get("/rounds").await.text.contains("Второй круг идёт до 7 декабря"));
        let question = gulnafisa.get(&close).await.text;
        assert!(question.contains("Закрыть второй круг, не дожидаясь последнего дня?"), "{question}");
        let closed = gulnafisa.post(&close, &[]).await;
        assert_eq!((closed.status, closed.location.as_str()), (StatusCode::SEE_OTHER, "/rounds"));
        assert!(gulnafisa.get("/rounds").await.text.contains("закрыт раньше"));
        let late = gulnafisa.post(&close, &[]).await;
        assert_eq!(late.status, StatusCode::SEE_OTHER);
        assert!(gulnafisa.get("/audit?kind=choices").await.text.contains("Второй круг закрыт раньше"));
    })
    .await;
}

#[tokio::test]
async fn nobody_else_comes_to_a_round_and_another_school_does_not_learn_of_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        let id = opened(&app).await;
        for who in ["dana", "aigul", "serik", "saule"] {
            assert_eq!(app.visitor(who).get("/rounds").await.status, StatusCode::FORBIDDEN, "{who}");
            let closed = app.visitor(who).post(&format!("/rounds/{id}/close"), &[]).await;
            assert_eq!(closed.status, StatusCode::FORBIDDEN, "{who}");
        }
        let timur = app.visitor("timur");
        for path in [format!("/rounds/{id}/close"), "/rounds/nothing/close".to_owned()] {
            assert_eq!(timur.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(timur.post(&path, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let longer = timur.post(&format!("/rounds/{id}/extend"), &[("until", "2026-12-07")]).await;
        assert_eq!(longer.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_pages_of_a_round_read_in_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        let id = opened(&app).await;
        for lang in ["kk", "ru", "en"] {
            app.speak("gulnafisa", lang).await;
            app.speak("dana", lang).await;
            for (who, path) in [
                ("gulnafisa", "/rounds".to_owned()),
                ("gulnafisa", format!("/rounds/{id}/close")),
                ("gulnafisa", "/proposals".into()),
                ("dana", "/".into()),
                ("dana", "/choices".into()),
            ] {
                let page = app.visitor(who).get(&path).await;
                assert_eq!(page.status, StatusCode::OK, "{path}");
                for key in ["[rounds-", "[home-", "[choices-", "[newcomers-", "[proposals-"] {
                    assert!(!page.text.contains(key), "{lang} {path}: {}", page.text);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn both_read_who_appointed_beside_the_reason_in_their_choice() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        let reason = "Единственный математик с местом в этом году.";
        let form = [("mentor", "bekzhan"), ("reason", reason)];
        let done = app.visitor("serik").post("/pairs/appoint/dana", &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        for side in ["dana", "bekzhan"] {
            let page = app.visitor(side).get("/choices").await.text;
            assert!(page.contains(reason) && page.contains("Кто назначил: Серік, директор."), "{page}");
        }
    })
    .await;
}
