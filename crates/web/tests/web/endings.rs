//! The end of a pair: who sees what of it, from the day that the coordinator names to the letter of thanks.

use crate::app::TestApp;
use axum::http::StatusCode;
use jiff::civil::date;
use store::testing::{column, ids, on_both};

const EVALUATION: &str = "Тек үйлестірушіге: сабақтары көп";
const THANKS: &str = "Рақмет, қатеден қорықпауды үйреттіңіз";

/// The coordinator names the last day of the pair by order; gives the coordinator's page of it.
pub(crate) async fn planned(app: &TestApp) -> String {
    let mut page = String::new();
    for pair in ids(&app.db, "pairs").await {
        let path = format!("/endings/{pair}");
        let form = [("last_day", "2026-12-11"), ("reason", "workload")];
        if app.visitor("gulnafisa").post(&path, &form).await.status == StatusCode::SEE_OTHER {
            page = path;
        }
    }
    page
}

/// The same, and Дана proposes more time and a pause.
pub(crate) async fn proposed(app: &TestApp) {
    let page = planned(app).await;
    let form = [("cause", "absence"), ("missed", "10")];
    app.visitor("dana").post(&format!("{page}/extension"), &form).await;
    let pause = [("from", "2026-12-01"), ("back_on", "2026-12-07")];
    app.visitor("dana").post(&format!("{page}/pause"), &pause).await;
}

/// Дана and Айгүл are a pair by order since 2 November; the last day is named. Gives the pair's page and that of its end.
async fn staged(app: &TestApp) -> (String, String) {
    let pair = crate::orders::assigned(app).await;
    app.travel_to(date(2026, 11, 20));
    (pair, planned(app).await)
}

#[tokio::test]
async fn the_day_stands_on_the_pairs_page_and_the_reason_is_the_coordinators() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let (pair, end) = staged(&app).await;
        for who in ["dana", "aigul"] {
            let page = app.visitor(who).get(&pair).await.text;
            assert!(page.contains("11 декабря") || page.contains("11 желтоқсан"), "{who}: {page}");
            assert!(page.contains(&format!("{end}/words")), "{who} writes closing words");
            assert_eq!(app.visitor(who).get(&end).await.status, StatusCode::FORBIDDEN);
            let home = app.visitor(who).get("/").await.text;
            assert!(home.contains(&format!("{end}/words")), "{who}: {home}");
        }
        let coordinator = app.visitor("gulnafisa").get(&end).await.text;
        assert!(coordinator.contains("value=\"workload\" selected"), "{coordinator}");
        let head = app.visitor("serik").get(&end).await;
        assert_eq!(head.status, StatusCode::OK);
        assert!(
            !head.text.contains("workload") && !head.text.contains("<form method=\"post\" action=\"/endings")
        );
        assert_eq!(app.visitor("bekzhan").get(&format!("{end}/words")).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn words_open_together_and_the_evaluation_goes_to_the_coordinator_alone() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let (pair, end) = staged(&app).await;
        let words = format!("{end}/words");
        let empty = app.visitor("dana").post(&words, &[("thanks", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let form = [("thanks", THANKS), ("evaluation", EVALUATION), ("in_letter", "yes")];
        assert_eq!(app.visitor("dana").post(&words, &form).await.status, StatusCode::SEE_OTHER);
        let has =
            async |who: &str, page: &str, words: &str| app.visitor(who).get(page).await.text.contains(words);
        assert!(has("dana", &words, THANKS).await && has("dana", &words, EVALUATION).await);
        for page in [&words, &pair, &"/".to_owned()] {
            assert!(!has("aigul", page, THANKS).await && !has("aigul", page, EVALUATION).await);
        }
        assert!(has("gulnafisa", &end, EVALUATION).await && !has("gulnafisa", &end, THANKS).await);
        assert!(!has("serik", &end, EVALUATION).await);
        app.visitor("aigul").post(&words, &[("worked", "Сабақ талдау")]).await;
        for page in [&words, &pair, &"/".to_owned()] {
            assert!(has("aigul", page, THANKS).await, "{page}");
            assert!(!has("aigul", page, EVALUATION).await);
        }
        assert!(!has("gulnafisa", &pair, THANKS).await, "what the two write stays theirs");
    })
    .await;
}

#[tokio::test]
async fn after_the_last_day_the_letter_of_thanks_is_printed_and_checked() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let (pair, end) = staged(&app).await;
        assert_eq!(
            app.visitor("gulnafisa").get(&format!("{end}/thanks/kk")).await.status,
            StatusCode::NOT_FOUND
        );
        app.travel_to(date(2026, 12, 12));
        let gulnafisa = app.actor("gulnafisa").await;
        let context = app.context(&gulnafisa);
        let closing = actions::schedules::Schedule::ClosePairs;
        assert_eq!(closing.run(&app.db, context.ids, context.now).await.unwrap(), 1);
        for lang in ["kk", "ru"] {
            let paper = app.visitor("gulnafisa").get(&format!("{end}/thanks/{lang}")).await;
            assert!(paper.text.starts_with("%PDF"), "{lang}: {}", paper.status);
        }
        let [code] = column(&app.db, "endings", "code").await.try_into().unwrap();
        let check = app.stranger().get(&format!("/verify/{code}")).await;
        assert!(check.status == StatusCode::OK && !check.text.contains("Сәтбаева"), "{}", check.text);
        let list = app.visitor("gulnafisa").get("/endings").await.text;
        assert!(list.contains(&end), "{list}");
        let page = app.visitor("dana").get(&pair).await.text;
        assert!(page.contains(&format!("{end}/words")), "a month is left for closing words");
    })
    .await;
}

#[tokio::test]
async fn a_package_is_loaded_by_its_person_and_the_coordinator() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let (own, path) = ("/profile/package", "/people/dana/package");
        for (who, door) in [("dana", own), ("aigul", own), ("gulnafisa", path)] {
            let zip = app.visitor(who).post(door, &[]).await;
            assert_eq!(zip.status, StatusCode::OK, "{who}");
            assert!(zip.bytes.starts_with(b"PK"), "{who}");
        }
        for who in ["dana", "aigul", "serik", "zere"] {
            assert_eq!(app.visitor(who).post(path, &[]).await.status, StatusCode::FORBIDDEN, "{who}");
        }
        assert!(app.visitor("dana").get("/profile").await.text.contains(own));
        assert!(app.visitor("gulnafisa").get("/people/dana").await.text.contains(path));
        assert!(!app.visitor("serik").get("/people/dana").await.text.contains(path));
    })
    .await;
}

#[tokio::test]
async fn more_time_is_proposed_answered_and_confirmed_on_one_page() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let (pair, end) = staged(&app).await;
        let page = format!("{end}/extension");
        let turn = format!("{page}/turn");
        for (who, form) in [
            ("dana", vec![]),
            ("dana", vec![("cause", "absence"), ("missed", "")]),
            ("dana", vec![("cause", "goals"), ("day", "2026-12-01")]),
        ] {
            let refused = app.visitor(who).post(&page, &form).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{form:?}");
        }
        let form = [("cause", "absence"), ("missed", "10")];
        assert_eq!(app.visitor("dana").post(&page, &form).await.status, StatusCode::SEE_OTHER);
        assert!(app.visitor("aigul").get("/").await.text.contains(&page));
        assert!(app.visitor("aigul").get(&page).await.text.contains("value=\"agree\""));
        app.visitor("aigul").post(&turn, &[("turn", "agree")]).await;
        assert!(app.visitor("gulnafisa").get("/").await.text.contains(&page));
        app.visitor("gulnafisa").post(&turn, &[("turn", "confirm")]).await;
        let shown = app.visitor("dana").get(&pair).await.text;
        assert!(shown.contains("21 декабря") || shown.contains("21 желтоқсан"), "{shown}");
        for nobody in ["bekzhan", "zere"] {
            assert_eq!(app.visitor(nobody).get(&page).await.status, StatusCode::NOT_FOUND);
            assert_eq!(app.visitor(nobody).post(&page, &form).await.status, StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn a_pause_stands_on_the_pairs_page_and_is_ended_there() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let (pair, end) = staged(&app).await;
        let page = format!("{end}/pause");
        let wrong =
            app.visitor("aigul").post(&page, &[("from", "2026-11-23"), ("back_on", "2026-11-20")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let form = [("from", "2026-11-20"), ("back_on", "2026-11-30")];
        assert_eq!(app.visitor("aigul").post(&page, &form).await.status, StatusCode::SEE_OTHER);
        for who in ["dana", "aigul", "gulnafisa"] {
            let shown = app.visitor(who).get(&pair).await.text;
            assert!(shown.contains("30 ноября") || shown.contains("30 қараша"), "{who}: {shown}");
            assert!(app.visitor(who).get(&page).await.text.contains("/pause/end"), "{who}");
        }
        assert_eq!(app.visitor("bekzhan").get(&page).await.status, StatusCode::NOT_FOUND);
        app.visitor("dana").post(&format!("{page}/end"), &[]).await;
        assert!(!app.visitor("dana").get(&page).await.text.contains("/pause/end"));
    })
    .await;
}

#[tokio::test]
async fn a_pause_that_ends_on_its_first_day_or_before_it_stays_in_the_history() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let (_, end) = staged(&app).await;
        app.speak("aigul", "en").await;
        let page = format!("{end}/pause");
        let form = [("from", "2026-11-20"), ("back_on", "2026-11-30")];
        for (day, told) in [(19, "called off before it began"), (20, "ended on its first day")] {
            app.travel_to(date(2026, 11, day));
            app.visitor("aigul").post(&page, &form).await;
            app.visitor("aigul").post(&format!("{page}/end"), &[]).await;
            let history = app.visitor("aigul").get(&page).await.text;
            assert!(history.contains("20 November") && history.contains(told), "{day}: {history}");
        }
    })
    .await;
}
