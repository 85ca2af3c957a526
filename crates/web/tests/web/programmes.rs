//! The programme: set up, moved, its settings with their reasons, days off; read by everybody of the school.

use crate::app::TestApp;
use axum::http::StatusCode;
use domain::programmes::Programme;
use jiff::civil::date;
use store::testing::on_both;

async fn programme(app: &TestApp, school: &str) -> Option<Programme> {
    let mut tx = app.db.read().await.unwrap();
    let all = store::programmes::of_school(&mut tx, &school.into()).await.unwrap();
    all.into_iter().next_back()
}

async fn speak(app: &TestApp, person: &str, lang: &str) {
    let mut tx = app.db.write().await.unwrap();
    let mut found = store::people::get(&mut tx, &person.into()).await.unwrap().unwrap();
    lang.clone_into(&mut found.lang);
    store::people::save(&mut tx, &found).await.unwrap();
    tx.commit().await.unwrap();
}

const DATES: [(&str, &str); 6] = [
    ("starts_on", "2026-08-15"),
    ("selection_from", "2026-09-01"),
    ("selection_until", "2026-10-31"),
    ("decision_until", "2026-11-01"),
    ("orders_until", "2026-11-06"),
    ("work_until", "2027-05-25"),
];

/// The dates with some of them changed.
fn dates<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form: Vec<(&str, &str)> = DATES.to_vec();
    for (name, value) in &mut form {
        if let Some((_, other)) = changed.iter().find(|(other, _)| other == name) {
            *value = other;
        }
    }
    form.extend(changed.iter().filter(|(name, _)| !DATES.iter().any(|(known, _)| known == name)));
    form
}

#[tokio::test]
async fn where_nothing_stands_the_usual_dates_are_offered_and_set_up() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let blank = app.visitor("timur").get("/programmes").await;
        assert_eq!(blank.status, StatusCode::OK);
        for (name, day) in DATES {
            let field = format!("name=\"{name}\" type=\"date\" value=\"{day}\"");
            assert!(blank.text.contains(&field), "{name}: {}", blank.text);
        }
        assert!(programme(&app, "school-7").await.is_none(), "looking changes nothing");
        let done = app.visitor("timur").post("/programmes", &dates(&[])).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/programmes"));
        assert!(programme(&app, "school-7").await.is_some());
        let page = app.visitor("timur").get("/programmes").await;
        assert!(page.text.contains("День Независимости"), "the usual days off are entered: {}", page.text);
        let again = app.visitor("timur").post("/programmes", &dates(&[])).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn dates_that_make_no_programme_come_back_with_the_reason_beside_the_field() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for (name, day, says) in [
            ("selection_until", "2026-11-01", "длиннее, чем разрешает настройка"),
            ("decision_until", "2026-10-01", "раньше предыдущего"),
            ("work_until", "31.02.2027", "Такого дня нет"),
            ("starts_on", "2025-08-15", "Проверьте год"),
        ] {
            let refused = app.visitor("timur").post("/programmes", &dates(&[(name, day)])).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(refused.text.contains(says), "{name}: {}", refused.text);
            assert!(refused.text.contains(&format!("value=\"{day}\"")), "{name}: what was typed stays");
            assert!(
                refused.text.contains(&format!("id=\"f-{name}-e\"")),
                "{name}: the error is at its field"
            );
        }
        assert!(programme(&app, "school-7").await.is_none());
    })
    .await;
}

#[tokio::test]
async fn what_has_passed_is_text_and_what_comes_may_move() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = app.visitor("gulnafisa").get("/programmes").await;
        assert!(!page.text.contains("name=\"selection_from\""), "passed: no field");
        assert!(page.text.contains("name=\"selection_until\""));
        // A form made by hand does not move what has passed either.
        let form =
            dates(&[("version", "0"), ("selection_from", "2026-09-14"), ("selection_until", "2026-10-24")]);
        let moved = app.visitor("gulnafisa").post("/programmes/programme/dates", &form).await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text);
        let phases = programme(&app, "school-12").await.unwrap().phases;
        assert_eq!(phases.selection_until, date(2026, 10, 24));
        assert_eq!(phases.selection_from, date(2026, 9, 1));
        let form = dates(&[("version", "1"), ("selection_until", "2026-10-01")]);
        let past = app.visitor("gulnafisa").post("/programmes/programme/dates", &form).await;
        assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(past.text.contains("Этот день в прошлом"), "{}", past.text);
    })
    .await;
}

#[tokio::test]
async fn of_two_who_move_the_dates_the_second_sees_both_and_may_send_again() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let first = dates(&[("version", "0"), ("selection_until", "2026-10-24")]);
        app.visitor("gulnafisa").post("/programmes/programme/dates", &first).await;
        let second = dates(&[("version", "0"), ("selection_until", "2026-10-28")]);
        let lost = app.visitor("gulnafisa").post("/programmes/programme/dates", &second).await;
        assert_eq!(lost.status, StatusCode::CONFLICT);
        assert!(lost.text.contains("изменил кто-то другой"), "{}", lost.text);
        assert!(lost.text.contains("value=\"2026-10-24\"") && lost.text.contains("Вы вводили: 2026-10-28"));
        assert!(lost.text.contains("name=\"version\" value=\"1\""), "one who has looked may send");
    })
    .await;
}

#[tokio::test]
async fn a_setting_is_changed_with_a_reason_and_the_history_tells_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let path = "/programmes/programme/settings/max_mentees";
        let silent = app.visitor("gulnafisa").post(path, &[("value", "1"), ("reason", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let reason = "Решение методического совета, протокол № 2";
        let over = app.visitor("gulnafisa").post(path, &[("value", "9"), ("reason", reason)]).await;
        assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(over.text.contains("от 1 до 5") && over.text.contains(reason), "{}", over.text);
        let done = app.visitor("gulnafisa").post(path, &[("value", "1"), ("reason", reason)]).await;
        assert_eq!(done.location, "/programmes#settings", "{}", done.text);
        let page = app.visitor("gulnafisa").get("/programmes").await;
        for told in ["не больше 2 человек", "не больше 1 человека", reason, "Сейфуллина Гүлнафиса"]
        {
            assert!(page.text.contains(told), "{told}: {}", page.text);
        }
        let seen = app.visitor("dana").get("/programmes").await;
        assert!(!seen.text.contains(reason), "the history is the coordinator's");
    })
    .await;
}

#[tokio::test]
async fn a_setting_that_breaks_the_dates_or_does_not_exist_is_refused() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let shorter = "/programmes/programme/settings/choice_window_months";
        let form = [("value", "1"), ("reason", "Протокол № 3")];
        let refused = app.visitor("gulnafisa").post(shorter, &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Выбор уже назначен длиннее"), "{}", refused.text);
        let unknown = app.visitor("gulnafisa").get("/programmes/programme/settings/weather").await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn days_of_the_calendar_are_entered_and_removed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let half = app.visitor("gulnafisa").post("/programmes/days", &[("day", "2027-05-10")]).await;
        assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(half.text.contains("value=\"2027-05-10\""), "what was typed stays");
        let form = [("day", "10.05.2027"), ("kind", "moved_off")];
        let done = app.visitor("gulnafisa").post("/programmes/days", &form).await;
        assert_eq!(done.location, "/programmes#days", "{}", done.text);
        let page = app.visitor("gulnafisa").get("/programmes").await;
        assert!(page.text.contains("Понедельник, 10 мая"), "{}", page.text);
        app.visitor("gulnafisa").post("/programmes/days/remove", &[("day", "2027-05-10")]).await;
        let page = app.visitor("gulnafisa").get("/programmes").await;
        assert!(!page.text.contains("Понедельник, 10 мая"));
    })
    .await;
}

#[tokio::test]
async fn everybody_of_the_school_reads_and_only_the_coordinator_changes() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for reader in ["dana", "aigul", "serik"] {
            let page = app.visitor(reader).get("/programmes").await;
            assert!(page.text.contains("Что когда происходит"), "{reader}: {}", page.text);
            assert!(!page.text.contains("/programmes/programme/"), "{reader} is offered no change");
            for path in ["/programmes/programme/dates", "/programmes/days", "/programmes"] {
                let denied = app.visitor(reader).post(path, &dates(&[("version", "0")])).await;
                assert_eq!(denied.status, StatusCode::FORBIDDEN, "{reader} {path}");
            }
        }
        for outsider in ["saule", "polina"] {
            let page = app.visitor(outsider).get("/programmes").await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{outsider}");
        }
        assert_eq!(app.stranger().get("/programmes").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn n08_another_schools_programme_is_not_there() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = dates(&[("version", "0"), ("selection_until", "2026-10-24")]);
        let dates = app.visitor("timur").post("/programmes/programme/dates", &form).await;
        assert_eq!(dates.status, StatusCode::NOT_FOUND);
        let setting = "/programmes/programme/settings/max_mentees";
        assert_eq!(app.visitor("timur").get(setting).await.status, StatusCode::NOT_FOUND);
        let form = [("value", "1"), ("reason", "хочу")];
        assert_eq!(app.visitor("timur").post(setting, &form).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_closed_programme_stays_as_it_was_and_the_next_is_offered() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        app.travel_to(date(2027, 6, 1));
        let page = app.visitor("gulnafisa").get("/programmes").await;
        assert!(page.text.contains("Программа закончена: 2026–27"), "{}", page.text);
        assert!(page.text.contains("value=\"2027-08-15\""), "the next year is offered");
        assert!(!page.text.contains("/programmes/programme/dates"));
        let setting = "/programmes/programme/settings/max_mentees";
        let form = [("value", "1"), ("reason", "Протокол")];
        let refused = app.visitor("gulnafisa").post(setting, &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn the_pages_speak_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for (lang, says) in
            [("kk", "Қашан не болады"), ("ru", "Что когда происходит"), ("en", "What happens when")]
        {
            speak(&app, "gulnafisa", lang).await;
            speak(&app, "timur", lang).await;
            let page = app.visitor("gulnafisa").get("/programmes").await;
            assert!(page.text.contains(says), "{lang}: {}", page.text);
            let setting = app.visitor("gulnafisa").get("/programmes/programme/settings/days_to_order").await;
            let blank = app.visitor("timur").get("/programmes").await;
            for text in [&page.text, &setting.text, &blank.text] {
                assert!(!text.contains("[programmes-"), "{lang}: {text}");
            }
        }
    })
    .await;
}

/// The school has a programme of next year beside the one that runs.
async fn with_next_year(app: &TestApp) {
    let this = programme(app, "school-12").await.unwrap();
    let next = Programme {
        id: "next".into(),
        first_year: 2027,
        phases: domain::programmes::Phases::usual(2027),
        ..this
    };
    let mut tx = app.db.write().await.unwrap();
    store::programmes::add(&mut tx, &next).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn next_years_programme_does_not_shadow_the_one_that_runs() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
        let request = app.visitor("dana").post("/requests/new/aigul", &form).await.location;
        with_next_year(&app).await;
        for (who, page, shows) in [
            ("gulnafisa", "/newcomers", "Сәтбаева Дана"),
            ("gulnafisa", "/contacts", "Сәтбаева"),
            ("dana", "/mentors", "Нұрбаева Айгүл"),
            ("dana", "/requests", "Айгүл"),
            ("dana", request.as_str(), "Айгүл"),
            ("dana", "/choices", "Айгүл"),
        ] {
            let text = app.visitor(who).get(page).await.text;
            assert!(text.contains(shows), "{who} {page}: {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn between_two_years_the_next_programme_is_shown_and_last_years_things_stay_open() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
        let request = app.visitor("dana").post("/requests/new/aigul", &form).await.location;
        with_next_year(&app).await;
        app.travel_to(date(2027, 5, 26));
        let newcomers = app.visitor("gulnafisa").get("/newcomers").await;
        assert!(!newcomers.text.contains("Сәтбаева Дана"), "{}", newcomers.text);
        for (who, page) in
            [("dana", request.as_str()), ("gulnafisa", "/newcomers/dana"), ("dana", "/mentors/aigul")]
        {
            let page = app.visitor(who).get(page).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        }
    })
    .await;
}

#[tokio::test]
async fn a_setting_of_yes_or_no_is_switched_and_takes_nothing_else() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let setting = "/programmes/programme/settings/ranked_after_contact";
        let page = app.visitor("gulnafisa").get(setting).await;
        assert!(page.text.contains("value=\"on\"") && page.text.contains("сейчас нет"), "{}", page.text);
        let maybe = [("value", "maybe"), ("reason", "Решили на педсовете.")];
        let refused = app.visitor("gulnafisa").post(setting, &maybe).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("да или нет"), "{}", refused.text);
        let on = [("value", "on"), ("reason", "Решили на педсовете.")];
        let done = app.visitor("gulnafisa").post(setting, &on).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let standing = programme(&app, "school-12").await.unwrap();
        assert!(standing.settings.ranked_after_contact);
        let page = app.visitor("gulnafisa").get(setting).await;
        assert!(page.text.contains("сейчас да"), "{}", page.text);
    })
    .await;
}

const WHY: &str = "Мектеп қаңтарда жабылады, хаттама № 7";

#[tokio::test]
async fn a_programme_is_stopped_after_a_look_at_what_ends_and_its_leaders_read_why() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let stop = "/programmes/years/programme/stop";
        let ask = app.visitor("gulnafisa").get(stop).await;
        assert_eq!(ask.status, StatusCode::OK);
        assert!(ask.text.contains("Что заканчивается сегодня"), "{}", ask.text);
        assert_eq!(programme(&app, "school-12").await.unwrap().stopped_on, None, "looking changes nothing");
        let short = app.visitor("gulnafisa").post(stop, &[("reason", "надо")]).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = app.visitor("gulnafisa").post(stop, &[("reason", WHY)]).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/programmes/years"));
        let again = app.visitor("gulnafisa").post(stop, &[("reason", WHY)]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        let told = app.visitor("gulnafisa").with_cookie(&again.cookies[0]).get("/programmes/years").await;
        assert!(told.text.contains("Программа уже была остановлена"), "{}", told.text);
        assert!(app.visitor("serik").get("/programmes/years").await.text.contains(WHY));
        assert!(!app.visitor("dana").get("/programmes").await.text.contains(WHY));
        let over = app.visitor("gulnafisa").get(stop).await;
        assert!(over.text.contains("Эта программа уже закончилась"), "{}", over.text);
        let stopped = app.visitor("gulnafisa").get("/programmes").await;
        assert!(!stopped.text.contains("name=\"work_until\""), "no day moves any more: {}", stopped.text);
        let newcomers = app.visitor("gulnafisa").get("/newcomers").await;
        assert!(newcomers.text.contains("программа остановлена"), "{}", newcomers.text);
        let shelf = "/programmes/years/programme/shelf";
        app.visitor("gulnafisa").post(shelf, &[("shelf", "aside")]).await;
        assert!(programme(&app, "school-12").await.unwrap().shelved_on.is_some(), "set aside");
        for (who, path) in [
            ("dana", "/requests"),
            ("aigul", "/requests"),
            ("dana", "/meetings"),
            ("serik", "/orders"),
            ("serik", "/observations/school"),
            ("serik", "/pairs"),
            ("serik", "/regulations"),
            ("gulnafisa", "/meetings/disputes"),
        ] {
            let page = app.visitor(who).get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{who} {path}: what was written is in reach");
        }
        let bundle = app.visitor("gulnafisa").post("/bundles", &[("of", "year")]).await;
        assert_eq!(bundle.status, StatusCode::SEE_OTHER, "its archive can be made: {}", bundle.text);
        let home = app.visitor("dana").get("/").await;
        assert_eq!(home.status, StatusCode::OK);
        assert!(!home.text.contains("программа ещё не началась"), "{}", home.text);
        let year = app.visitor("gulnafisa").get("/programmes/years/programme").await;
        assert_eq!(year.status, StatusCode::OK, "it stays readable");
        let blank = app.visitor("gulnafisa").get("/programmes").await;
        assert!(!blank.text.contains("/programmes/programme/dates"), "{}", blank.text);
        app.visitor("gulnafisa").post(shelf, &[("shelf", "out")]).await;
        assert_eq!(programme(&app, "school-12").await.unwrap().shelved_on, None);
    })
    .await;
}

#[tokio::test]
async fn once_a_programme_is_stopped_nobody_is_waited_for_at_home() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let waits = [
            ("dana", "Временного наставника пока нет"),
            ("bekzhan", "место займёт тот, с кем вы договоритесь"),
        ];
        for (who, words) in waits {
            let home = app.visitor(who).get("/").await;
            assert!(home.text.contains(words), "{who}: {}", home.text);
        }
        app.visitor("gulnafisa").post("/programmes/years/programme/stop", &[("reason", WHY)]).await;
        for (who, words) in waits {
            let home = app.visitor(who).get("/").await;
            assert!(!home.text.contains(words), "{who}: {}", home.text);
        }
    })
    .await;
}

#[tokio::test]
async fn n08_all_years_are_for_the_leaders_of_the_school() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for path in ["/programmes/years", "/programmes/years/programme", "/programmes/years/programme/stop"] {
            assert_eq!(app.visitor("dana").get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        for path in ["/programmes/years/programme", "/programmes/years/programme/stop"] {
            assert_eq!(app.visitor("timur").get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let form = [("reason", WHY)];
        let stopped = app.visitor("timur").post("/programmes/years/programme/stop", &form).await;
        assert_eq!(stopped.status, StatusCode::NOT_FOUND);
        assert_eq!(programme(&app, "school-12").await.unwrap().stopped_on, None);
    })
    .await;
}

#[tokio::test]
async fn the_next_programme_begins_as_a_copy_or_from_a_template_and_says_what_was_moved() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = app.visitor("gulnafisa").get("/programmes/next?with=copy").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Не переносится: люди"), "{}", page.text);
        assert!(page.text.contains("value=\"2027-08-16\""), "a working day: {}", page.text);
        let form = [("programme", "programme"), ("name", "Ауыл мектебі")];
        let kept = app.visitor("gulnafisa").post("/programmes/templates", &form).await;
        assert_eq!((kept.status, kept.location.as_str()), (StatusCode::SEE_OTHER, "/programmes/templates"));
        let again =
            app.visitor("gulnafisa").post("/programmes/templates", &[("programme", "programme")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(app.visitor("gulnafisa").get("/programmes/next").await.text.contains("Ауыл мектебі"));
        let form = [
            ("year", "2027"),
            ("with", "copy"),
            ("starts_on", "2027-08-16"),
            ("selection_from", "2027-09-01"),
            ("selection_until", "2027-10-29"),
            ("decision_until", "2027-11-01"),
            ("orders_until", "2027-11-05"),
            ("work_until", "2028-05-25"),
        ];
        let done = app.visitor("gulnafisa").post("/programmes/next", &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        assert!(done.location.starts_with("/programmes/years/"), "{}", done.location);
        let made = app.visitor("gulnafisa").get(&done.location).await;
        assert!(made.text.contains("name=\"work_until\""), "it may be changed before it begins");
        let full = app.visitor("gulnafisa").get("/programmes/next").await;
        assert!(full.text.contains("Свободного учебного года нет"), "{}", full.text);
    })
    .await;
}
