//! Newcomers: enrolled, each with a provisional mentor, nobody passed over in silence.

use crate::app::TestApp;
use axum::http::StatusCode;
use domain::people::Person;
use jiff::civil::date;
use store::testing::on_both;

async fn change(app: &TestApp, id: &str, change: impl Fn(&mut Person)) {
    let mut tx = app.db.write().await.unwrap();
    let mut person = store::people::get(&mut tx, &id.into()).await.unwrap().unwrap();
    change(&mut person);
    store::people::save(&mut tx, &person).await.unwrap();
    tx.commit().await.unwrap();
}

/// Полина starts her first work as a teacher on 1 September.
async fn polina_begins(app: &TestApp) {
    change(app, "polina", |polina| {
        polina.service_years = Some(0);
        polina.hired_on = Some(date(2026, 9, 1));
    })
    .await;
}

async fn enrolled(app: &TestApp) -> usize {
    let mut tx = app.db.read().await.unwrap();
    let all = store::newcomers::of_programme(&mut tx, &"school-12".into(), &"programme".into()).await;
    all.unwrap().len()
}

/// The address of the list with a search.
fn search(word: &str) -> String {
    let word: String = form_urlencoded::byte_serialize(word.as_bytes()).collect();
    format!("/newcomers?q={word}")
}

/// Where a piece of text stands on a page.
fn place(text: &str, piece: &str) -> usize {
    text.find(piece).unwrap_or_else(|| panic!("{piece} is missing: {text}"))
}

#[tokio::test]
async fn who_is_late_stands_first_with_the_day_by_the_calendar() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        app.travel_to(date(2026, 8, 27));
        let page = app.visitor("gulnafisa").get("/newcomers").await;
        assert!(page.text.contains("до вторника, 1 сентября"), "{}", page.text);
        assert!(page.text.contains("Временный наставник не назван"));
        let off = [("day", "2026-08-31"), ("kind", "moved_off")];
        app.visitor("gulnafisa").post("/programmes/days", &off).await;
        let page = app.visitor("gulnafisa").get("/newcomers").await;
        assert!(page.text.contains("до среды, 2 сентября"), "a day off moves the day: {}", page.text);
        app.visitor("gulnafisa").post("/newcomers/dana/provisional", &[("person", "bekzhan")]).await;
        let page = app.visitor("gulnafisa").get("/newcomers").await;
        assert!(
            place(&page.text, "Искалиева Зере") < place(&page.text, "Сәтбаева Дана"),
            "nobody named: first"
        );
        assert!(page.text.contains("Временный наставник: Бекжан"));
        app.travel_to(date(2026, 9, 3));
        let page = app.visitor("gulnafisa").get("/newcomers").await;
        assert!(page.text.contains("срок был 2 сентября"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn whom_the_rule_finds_is_offered_with_the_reason_and_ticked_by_a_person() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        polina_begins(&app).await;
        let page = app.visitor("gulnafisa").get("/newcomers").await;
        assert!(
            page.text.contains("Полного года стажа нет, на работе с 1 сентября 2026 года"),
            "{}",
            page.text
        );
        assert!(!page.text.contains("value=\"polina\" checked"), "nothing is ticked for the person");
        let empty = app.visitor("gulnafisa").post("/newcomers", &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.text.contains("Отметьте, кого зачислить"), "{}", empty.text);
        let done = app.visitor("gulnafisa").post("/newcomers", &[("person", "polina")]).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/newcomers"));
        assert_eq!(enrolled(&app).await, 3);
    })
    .await;
}

#[tokio::test]
async fn anybody_else_is_found_by_name_and_enrolled_together() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        polina_begins(&app).await;
        let found = app.visitor("gulnafisa").get(&search("ораз")).await;
        assert!(
            found.text.contains("value=\"serik\"") && found.text.contains("Стаж 12 лет"),
            "{}",
            found.text
        );
        let mentor = app.visitor("gulnafisa").get(&search("нурб")).await;
        assert!(mentor.text.contains("В этой программе сам наставник"), "{}", mentor.text);
        assert!(!mentor.text.contains("value=\"aigul\""), "who cannot be enrolled is not offered");
        let nobody = app.visitor("gulnafisa").get(&search("ъъъ")).await;
        assert!(nobody.text.contains("никого не нашли: ъъъ"), "{}", nobody.text);
        let both = [("person", "polina"), ("person", "serik")];
        app.visitor("gulnafisa").post("/newcomers", &both).await;
        assert_eq!(enrolled(&app).await, 4);
    })
    .await;
}

#[tokio::test]
async fn n04_a_mentor_among_those_ticked_stops_all_and_is_named() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        polina_begins(&app).await;
        let both = [("person", "polina"), ("person", "aigul")];
        let refused = app.visitor("gulnafisa").post("/newcomers", &both).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Нұрбаева Айгүл: В этой программе сам наставник"), "{}", refused.text);
        assert!(refused.text.contains("value=\"polina\" checked"), "ticks stay");
        assert_eq!(enrolled(&app).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_provisional_mentor_is_named_and_taken_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = app.visitor("gulnafisa").get("/newcomers/dana").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("value=\"bekzhan\"") && !page.text.contains("value=\"zere\""));
        assert!(page.text.contains("В этой программе молодой педагог"), "why Зере cannot be: {}", page.text);
        let nobody = app.visitor("gulnafisa").post("/newcomers/dana/provisional", &[("person", "")]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        let newcomer = [("person", "zere")];
        let refused = app.visitor("gulnafisa").post("/newcomers/dana/provisional", &newcomer).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let named = [("person", "bekzhan")];
        let done = app.visitor("gulnafisa").post("/newcomers/dana/provisional", &named).await;
        assert_eq!(done.location, "/newcomers/dana", "{}", done.text);
        let again =
            app.visitor("gulnafisa").post("/newcomers/dana/provisional", &[("person", "aigul")]).await;
        assert!(again.text.contains("Наставник уже есть"), "{}", again.text);
        let page = app.visitor("gulnafisa").get("/newcomers/dana").await;
        assert!(page.text.contains("Отозвать наставника"), "{}", page.text);
        app.visitor("gulnafisa").post("/newcomers/dana/take-back", &[]).await;
        let page = app.visitor("gulnafisa").get("/newcomers/dana").await;
        assert!(page.text.contains("value=\"aigul\""), "somebody may be named again: {}", page.text);
        let nothing = app.visitor("gulnafisa").post("/newcomers/dana/take-back", &[]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn requests_are_shown_as_states_and_dates_and_never_as_texts() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let words = "Хочу научиться начинать урок спокойно.";
        let form = [("text", words), ("goal", "начало урока"), ("rhythm", "weekly")];
        app.visitor("dana").post("/requests/new/aigul", &form).await;
        let page = app.visitor("gulnafisa").get("/newcomers/dana").await;
        assert!(page.text.contains("отправлен") && page.text.contains("5 октября"), "{}", page.text);
        assert!(page.text.contains("ответа ждут до 19 октября"), "{}", page.text);
        assert!(!page.text.contains("спокойно") && !page.text.contains("начало урока"));
    })
    .await;
}

#[tokio::test]
async fn n21_who_has_no_pair_is_visible_and_keeps_the_provisional_mentor() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        app.visitor("gulnafisa").post("/newcomers/zere/provisional", &[("person", "bekzhan")]).await;
        app.travel_to(date(2026, 11, 3));
        let list = app.visitor("gulnafisa").get("/newcomers").await;
        assert!(list.text.contains("у 2 человек пары пока нет"), "{}", list.text);
        assert!(list.text.contains("Временный наставник остаётся: Бекжан"), "{}", list.text);
        let page = app.visitor("gulnafisa").get("/newcomers/zere").await;
        assert!(page.text.contains("поэтому временный наставник остаётся"), "{}", page.text);
        assert!(page.text.contains("href=\"/proposals\""), "the way on");
    })
    .await;
}

#[tokio::test]
async fn an_enrolment_by_mistake_is_taken_back_only_without_traces() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = app.visitor("gulnafisa").get("/newcomers/zere").await;
        assert!(page.text.contains("/newcomers/zere/withdraw"));
        let done = app.visitor("gulnafisa").post("/newcomers/zere/withdraw", &[]).await;
        assert_eq!(done.location, "/newcomers", "{}", done.text);
        assert_eq!(enrolled(&app).await, 1);
        app.visitor("gulnafisa").post("/newcomers/dana/provisional", &[("person", "bekzhan")]).await;
        let page = app.visitor("gulnafisa").get("/newcomers/dana").await;
        assert!(!page.text.contains("/newcomers/dana/withdraw"));
        let refused = app.visitor("gulnafisa").post("/newcomers/dana/withdraw", &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn who_has_left_stands_last_and_is_nobodys_task() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        change(&app, "dana", |dana| dana.left_on = Some(date(2026, 10, 1))).await;
        let page = app.visitor("gulnafisa").get("/newcomers").await;
        assert!(place(&page.text, "Искалиева Зере") < place(&page.text, "Сәтбаева Дана"));
        assert!(page.text.contains("не работает"), "{}", page.text);
        let own = app.visitor("gulnafisa").get("/newcomers/dana").await;
        assert!(own.text.contains("больше не работает в школе"), "{}", own.text);
        assert!(!own.text.contains("/newcomers/dana/provisional"));
    })
    .await;
}

#[tokio::test]
async fn in_a_closed_programme_nobody_is_enrolled() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        polina_begins(&app).await;
        app.travel_to(date(2027, 5, 26));
        let page = app.visitor("gulnafisa").get("/newcomers").await;
        assert!(page.text.contains("зачислять в неё больше нельзя"), "{}", page.text);
        let late = app.visitor("gulnafisa").post("/newcomers", &[("person", "polina")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(enrolled(&app).await, 2);
    })
    .await;
}

#[tokio::test]
async fn only_the_coordinator_comes_here_and_n08_another_schools_newcomer_is_not_there() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for other in ["dana", "aigul", "serik", "saule", "polina"] {
            for path in ["/newcomers", "/newcomers/dana"] {
                assert_eq!(
                    app.visitor(other).get(path).await.status,
                    StatusCode::FORBIDDEN,
                    "{other} {path}"
                );
            }
        }
        assert_eq!(app.visitor("timur").get("/newcomers/dana").await.status, StatusCode::NOT_FOUND);
        for act in ["provisional", "take-back", "withdraw"] {
            let path = format!("/newcomers/dana/{act}");
            let taken = app.visitor("timur").post(&path, &[("person", "aigul")]).await;
            assert_eq!(taken.status, StatusCode::NOT_FOUND, "{act}");
        }
        let empty = app.visitor("timur").get("/newcomers").await;
        assert!(empty.text.contains("Сначала назначьте даты программы"), "{}", empty.text);
        assert_eq!(app.stranger().get("/newcomers").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn the_pages_speak_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        polina_begins(&app).await;
        for (lang, says) in
            [("kk", "Уақытша тәлімгер"), ("ru", "Временный наставник"), ("en", "Provisional mentor")]
        {
            change(&app, "gulnafisa", |person| lang.clone_into(&mut person.lang)).await;
            let list = app.visitor("gulnafisa").get(&search("о")).await;
            let one = app.visitor("gulnafisa").get("/newcomers/dana").await;
            assert!(one.text.contains(says), "{lang}: {}", one.text);
            for text in [&list.text, &one.text] {
                assert!(!text.contains("[newcomers-"), "{lang}: {text}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_in_january_is_enrolled_and_appointed_to_a_mentor_after_a_talk() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        change(&app, "polina", |polina| {
            polina.service_years = Some(0);
            polina.hired_on = Some(date(2027, 1, 11));
        })
        .await;
        app.travel_to(date(2027, 1, 12));
        let gulnafisa = app.visitor("gulnafisa");
        gulnafisa.post("/newcomers", &[("person", "polina")]).await;
        let mut tx = app.db.read().await.unwrap();
        let polina = store::newcomers::of_person(&mut tx, &"programme".into(), &"polina".into()).await;
        let path = format!("/newcomers/{}", polina.unwrap().unwrap().id);
        drop(tx);
        let page = gulnafisa.get(&path).await;
        assert!(page.text.contains("поэтому выбора не было"), "{}", page.text);
        assert!(page.text.contains("Назвать наставника"), "the law's provisional mentor can be named");
        let appoint = format!("{path}/appoint");
        let mute = gulnafisa.post(&appoint, &[("mentor", "aigul"), ("reason", "надо")]).await;
        assert_eq!(mute.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(mute.text.contains(">надо<"), "what was typed stays: {}", mute.text);
        let reason = [("mentor", "aigul"), ("reason", "Поговорили втроём, обе этого хотят.")];
        let done = gulnafisa.post(&appoint, &reason).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, path.as_str()));
        let page = gulnafisa.get(&path).await;
        assert!(page.text.contains("впереди согласия и приказ"), "{}", page.text);
        let twice = gulnafisa.post(&appoint, &reason).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        let early = app.visitor("aigul").post(&appoint, &reason).await;
        assert_eq!(early.status, StatusCode::FORBIDDEN);
    })
    .await;
}
