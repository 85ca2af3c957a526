//! People: the list, slips with codes, corrections, roles, leaving.

use crate::app::{Answer, TestApp};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use domain::people::{Person, Role};
use jiff::civil::date;
use scraper::{Html, Selector};
use store::testing::on_both;

/// Texts of everything a selector finds.
fn texts(answer: &Answer, selector: &str) -> Vec<String> {
    let page = Html::parse_document(&answer.text);
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|one| one.text().collect::<String>().trim().to_owned()).collect()
}

fn values(answer: &Answer, selector: &str) -> Vec<String> {
    let page = Html::parse_document(&answer.text);
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|one| one.attr("value").unwrap_or_default().to_owned()).collect()
}

async fn speak(app: &TestApp, person: &str, lang: &str) {
    let changed = app.visitor(person).post("/language", &[("lang", lang), ("back", "/")]).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
}

async fn person(app: &TestApp, id: &str) -> Person {
    store::people::get(&mut app.db.read().await.unwrap(), &id.into()).await.unwrap().unwrap()
}

async fn change(app: &TestApp, id: &str, change: impl Fn(&mut Person)) {
    let mut changed = person(app, id).await;
    change(&mut changed);
    let mut tx = app.db.write().await.unwrap();
    store::people::save(&mut tx, &changed).await.unwrap();
    tx.commit().await.unwrap();
}

/// What the form of a person's data sends when nothing is changed.
async fn form(app: &TestApp, id: &str) -> Vec<(String, String)> {
    let page = app.visitor("gulnafisa").get(&format!("/people/{id}/correct")).await;
    assert_eq!(page.status, StatusCode::OK);
    let html = Html::parse_document(&page.text);
    let fields = Selector::parse("main input[name], main option[selected]").unwrap();
    html.select(&fields)
        .map(|field| {
            let name = field.attr("name").unwrap_or("category");
            (name.to_owned(), field.attr("value").unwrap_or_default().to_owned())
        })
        .collect()
}

async fn send(app: &TestApp, id: &str, form: &[(String, String)]) -> Answer {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    app.visitor("gulnafisa").post(&format!("/people/{id}/correct"), &form).await
}

fn with(form: &[(String, String)], name: &str, value: &str) -> Vec<(String, String)> {
    let replaced = |(field, was): &(String, String)| {
        (field.clone(), if field == name { value.to_owned() } else { was.clone() })
    };
    form.iter().map(replaced).collect()
}

#[tokio::test]
async fn names_stand_as_the_readers_alphabet_orders_them() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        change(&app, "zere", |person| person.name.family = "Әбенова".into()).await;
        for (lang, order) in [
            ("kk", ["Әбенова Зере", "Котова Полина", "Нұрбаева Айгүл", "Оразбаев Серік"]),
            ("ru", ["Котова Полина", "Нұрбаева Айгүл", "Оразбаев Серік", "Тұяқов Бекжан"]),
        ] {
            speak(&app, "gulnafisa", lang).await;
            let page = app.visitor("gulnafisa").get("/people").await;
            let names = texts(&page, ".people b");
            let places: Vec<_> = order.iter().map(|name| names.iter().position(|one| one == name)).collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{lang}: {names:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn n06_a_search_needs_neither_kazakh_letters_nor_order_nor_case() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for (typed, found) in [
            ("АЙГУЛ+нурб", vec!["Нұрбаева Айгүл"]),
            ("сатб", vec!["Сәтбаева Дана"]),
            ("ахметов", vec![]),
            ("никого", vec![]),
        ] {
            let page = app.visitor("gulnafisa").get(&format!("/people?q={typed}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(texts(&page, ".people b"), found, "{typed}");
        }
        let none = app.visitor("serik").get("/people?q=%3Cb%3E").await;
        assert!(none.text.contains("Ещё не входили"), "the board speaks of the school, not of the search");
        assert!(none.text.contains("Никого не нашли: &#60;b&#62;") || none.text.contains("&lt;b&gt;"));
    })
    .await;
}

#[tokio::test]
async fn parts_of_the_list_have_counts_that_agree_with_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        change(&app, "polina", |person| person.left_on = Some(date(2026, 9, 30))).await;
        for (part, count) in [("all", 6), ("waiting", 6), ("newcomers", 2), ("mentors", 2), ("left", 1)] {
            let page = app.visitor("gulnafisa").get(&format!("/people?show={part}")).await;
            let shown = texts(&page, ".people b").len();
            let said = texts(&page, "nav.pills a[aria-current] .num");
            assert_eq!((shown.to_string(), shown), (said[0].clone(), count), "{part}");
        }
    })
    .await;
}

#[tokio::test]
async fn three_languages_draw_every_page_of_people() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for lang in ["kk", "ru", "en"] {
            speak(&app, "gulnafisa", lang).await;
            for path in
                ["/people", "/people?show=left", "/people/dana", "/people/dana/correct", "/people/dana/leave"]
            {
                let page = app.visitor("gulnafisa").get(path).await;
                assert_eq!(page.status, StatusCode::OK, "{lang} {path}");
                assert!(page.text.contains(&format!("<html lang=\"{lang}\"")));
                assert!(
                    !page.text.contains("[people-") && !page.text.contains("[accounts-"),
                    "{lang} {path}"
                );
                let html = Html::parse_document(&page.text);
                assert!(html.errors.is_empty(), "{lang} {path}: {:?}", html.errors);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_slip_leads_from_paper_to_a_password_of_ones_own() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let printed = app.visitor("gulnafisa").post("/people/slips", &[("person", "dana")]).await;
        assert_eq!(printed.status, StatusCode::OK, "{}", printed.text);
        assert_eq!(printed.headers[CONTENT_TYPE], "application/pdf");
        assert_eq!(printed.headers[CACHE_CONTROL], "no-store");
        assert_eq!(printed.headers[CONTENT_DISPOSITION], "attachment; filename=\"slips.pdf\"");
        let paper = pdf_extract::extract_text_from_mem(&printed.bytes).unwrap();
        let bare: String = paper.split_whitespace().collect();
        assert!(
            bare.contains("talimger.example/sign-in/code") && bare.contains("dana@school.example"),
            "{paper}"
        );
        let code = printed_code(&bare);

        let entered = app.stranger().post("/sign-in/code", &[("code", &code.to_lowercase())]).await;
        assert_eq!((entered.status, entered.location.as_str()), (StatusCode::SEE_OTHER, "/profile/password"));
        let session = entered.cookies.iter().find(|cookie| cookie.starts_with("talimger=")).unwrap();
        let dana = app.stranger().holding(session);
        let page = dana.get("/profile/password").await;
        assert!(page.text.contains("Ваш логин: dana@school.example"), "{}", page.text);
        let short = dana.post("/profile/password", &[("new", "коротко")]).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        let chosen = dana.post("/profile/password", &[("new", "жаңбырлы күз кеші")]).await;
        assert_eq!((chosen.status, chosen.location.as_str()), (StatusCode::SEE_OTHER, "/"));
        let session = chosen.cookies.iter().find(|cookie| cookie.starts_with("talimger=")).unwrap();
        assert_eq!(app.stranger().holding(session).get("/").await.status, StatusCode::OK);
        let login = [("login", "dana@school.example"), ("password", "жаңбырлы күз кеші"), ("back", "/")];
        assert_eq!(app.stranger().post("/sign-in", &login).await.status, StatusCode::SEE_OTHER);

        let again = app.stranger().post("/sign-in/code", &[("code", &code)]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

/// The first `XXXX-XXXX-XXXX` of a text.
fn printed_code(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let sign = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
    let is_code = |part: &&[char]| {
        part.iter().enumerate().all(|(at, letter)| if at % 5 == 4 { *letter == '-' } else { sign(*letter) })
    };
    letters.windows(14).find(is_code).unwrap().iter().collect()
}

#[tokio::test]
async fn a_used_and_an_expired_code_say_so_in_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let coordinator = app.actor("gulnafisa").await;
        let school = "school-12".into();
        let slips = actions::accounts::print_slips(
            &app.context(&coordinator),
            &school,
            &["dana".into(), "zere".into()],
        )
        .await
        .unwrap();
        app.stranger().post("/sign-in/code", &[("code", &slips[0].code)]).await;
        app.travel_to(date(2026, 10, 20));
        for (lang, used, expired) in [
            ("kk", "пайдаланылып қойған", "мерзімі өтті"),
            ("ru", "уже использован", "Срок кода прошёл"),
            ("en", "has been used", "has run out"),
        ] {
            let stranger = app.stranger().with_cookie(&format!("language={lang}"));
            for (code, says) in [(&slips[0].code, used), (&slips[1].code, expired)] {
                let answer = stranger.post("/sign-in/code", &[("code", code)]).await;
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
                assert!(texts(&answer, ".msg")[0].contains(says), "{lang}: {:?}", texts(&answer, ".msg"));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn slips_are_made_by_a_form_for_people_who_are_ticked() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let nobody = app.visitor("gulnafisa").post("/people/slips", &[("q", "дана"), ("show", "all")]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nobody.text.contains("Отметьте хотя бы одного человека"), "{}", nobody.text);
        assert_eq!(texts(&nobody, ".people b"), ["Сәтбаева Дана"], "the search stays");
        let opened = app.visitor("gulnafisa").get("/people/slips").await;
        assert_eq!(opened.status, StatusCode::OK);
        assert!(texts(&opened, ".people b").contains(&"Сәтбаева Дана".to_owned()), "who waits for a slip");
        let mut tx = app.db.read().await.unwrap();
        assert!(store::accounts::of_person(&mut tx, &"dana".into()).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn everybody_who_waits_gets_a_slip_and_nobody_else() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let mut tx = app.db.write().await.unwrap();
        for person in ["gulnafisa", "serik", "aigul", "bekzhan", "polina"] {
            store::accounts::add(&mut tx, &person.into(), person, Some("hash")).await.unwrap();
        }
        tx.commit().await.unwrap();
        let page = app.visitor("gulnafisa").get("/people?show=waiting").await;
        assert!(page.text.contains("Ещё не входили 2 человека"), "{}", page.text);
        assert!(page.text.contains("Напечатать всем, кто ждёт: 2"));
        let form = [("everybody", "yes"), ("show", "waiting"), ("q", "")];
        let printed = app.visitor("gulnafisa").post("/people/slips", &form).await;
        let paper = pdf_extract::extract_text_from_mem(&printed.bytes).unwrap();
        let bare: String = paper.split_whitespace().collect();
        assert!(bare.contains("СәтбаеваДана") && bare.contains("ИскалиеваЗере"), "{paper}");
        assert!(!bare.contains("Айгүл"));
    })
    .await;
}

#[tokio::test]
async fn n08_the_coordinator_is_not_offered_the_heads_slip_and_cannot_take_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = app.visitor("gulnafisa").get("/people").await;
        let boxes = values(&page, ".people input");
        assert!(boxes.contains(&"dana".to_owned()) && !boxes.contains(&"serik".to_owned()), "{boxes:?}");
        assert!(
            values(&app.visitor("serik").get("/people").await, ".people input").contains(&"gulnafisa".into())
        );
        let forged = app.visitor("gulnafisa").post("/people/slips", &[("person", "serik")]).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        let elsewhere = app.visitor("gulnafisa").post("/people/slips", &[("person", "timur")]).await;
        assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
        let head = app.visitor("serik").post("/people/slips", &[("person", "gulnafisa")]).await;
        assert_eq!(head.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn who_may_come_to_people() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for path in ["/people", "/people/dana"] {
            assert_eq!(app.stranger().get(path).await.status, StatusCode::SEE_OTHER, "{path}");
            for nobody in ["dana", "aigul", "polina", "saule"] {
                assert_eq!(
                    app.visitor(nobody).get(path).await.status,
                    StatusCode::FORBIDDEN,
                    "{nobody} {path}"
                );
            }
        }
        for path in ["/people/timur", "/people/saule", "/people/nobody"] {
            assert_eq!(app.visitor("gulnafisa").get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let steps = ["correct", "leave", "stay"];
        for step in steps {
            let answer = app
                .visitor("timur")
                .post(&format!("/people/dana/{step}"), &[("left_on", "2026-10-05")])
                .await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{step}");
            let head = app
                .visitor("serik")
                .post(&format!("/people/dana/{step}"), &[("left_on", "2026-10-05")])
                .await;
            assert_eq!(head.status, StatusCode::FORBIDDEN, "{step}: the head reads, the coordinator writes");
        }
        let role = [("role", "head"), ("given", "yes")];
        let own = app.visitor("gulnafisa").post("/people/gulnafisa/roles", &role).await;
        assert_eq!(own.status, StatusCode::FORBIDDEN);
        assert!(person(&app, "dana").await.left_on.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_correction_is_kept_and_says_who_made_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = form(&app, "dana").await;
        let changed = with(&with(&form, "phone", "8 701 234 56 78"), "subject", " физика  и астрономия ");
        let saved = send(&app, "dana", &changed).await;
        assert_eq!(
            (saved.status, saved.location.as_str()),
            (StatusCode::SEE_OTHER, "/people/dana"),
            "{}",
            saved.text
        );
        let dana = person(&app, "dana").await;
        assert_eq!(
            (dana.phone.as_deref(), dana.subject.as_deref()),
            (Some("+77012345678"), Some("физика и астрономия"))
        );
        let page = app.visitor("serik").get("/people/dana").await;
        assert!(page.text.contains("исправлено вручную: Сейфуллина Гүлнафиса"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn every_field_is_checked_and_nothing_typed_is_lost() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = form(&app, "dana").await;
        for (field, typed, says) in [
            ("family", "", "нужно заполнить"),
            ("email", "дана", "Такого адреса быть не может"),
            ("email", "aigul@school.example", "здесь записать нельзя"),
            ("phone", "12", "Номер прочитать не удалось"),
            ("service_years", "71", "от 0 до 70"),
            ("weekly_load", "много", "от 0 до 80"),
            ("hired_on", "30.02.2026", "Такого дня нет"),
            ("category", "knight", "Выберите один"),
        ] {
            let changed = with(&with(&form, "given", "Даночка"), field, typed);
            let answer = send(&app, "dana", &changed).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(texts(&answer, ".msg").concat().contains(says), "{field}: {:?}", texts(&answer, ".msg"));
            assert_eq!(values(&answer, "[name=given]"), ["Даночка"], "{field}");
            if field != "category" {
                assert_eq!(values(&answer, &format!("[name={field}]")), [typed], "{field}");
            }
        }
        change(&app, "aigul", |person| person.staff_number = Some("0101".into())).await;
        let taken = send(&app, "dana", &with(&form, "staff_number", "0101")).await;
        assert!(texts(&taken, ".msg").concat().contains("табельный номер уже есть"));
        assert_eq!(person(&app, "dana").await.name.given, "Дана");
    })
    .await;
}

#[tokio::test]
async fn who_was_slower_sees_both_and_decides() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = form(&app, "dana").await;
        change(&app, "dana", |person| person.subject = Some("физика".into())).await;
        let late = send(&app, "dana", &with(&form, "position", "учитель-ассистент")).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            texts(&late, ".msg").concat().contains("Сейчас записано: физика"),
            "{:?}",
            texts(&late, ".msg")
        );
        assert_eq!(values(&late, "[name=position]"), ["учитель-ассистент"]);
        assert_eq!(
            person(&app, "dana").await.position.as_deref(),
            Some("мұғалім"),
            "nothing is written over"
        );
        let version = values(&late, "[name=version]")[0].clone();
        let again = with(&with(&form, "position", "учитель-ассистент"), "version", &version);
        assert_eq!(send(&app, "dana", &again).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn the_head_names_a_coordinator_and_the_last_head_stays() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let give = [("role", "coordinator"), ("given", "yes")];
        let given = app.visitor("serik").post("/people/aigul/roles", &give).await;
        assert_eq!((given.status, given.location.as_str()), (StatusCode::SEE_OTHER, "/people/aigul"));
        assert!(app.actor("aigul").await.is(Role::Coordinator));
        assert!(app.visitor("serik").get("/people/aigul").await.text.contains("Снять роль координатора"));
        let last =
            app.visitor("serik").post("/people/serik/roles", &[("role", "head"), ("given", "no")]).await;
        assert_eq!(last.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(last.text.contains("Сначала назначьте другого"), "{}", last.text);
        assert!(
            !app.visitor("gulnafisa").get("/people/aigul").await.text.contains("Снять роль координатора")
        );
    })
    .await;
}

#[tokio::test]
async fn sessions_of_a_lost_phone_end() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        assert_eq!(app.visitor("dana").get("/").await.status, StatusCode::OK);
        let ended = app.visitor("gulnafisa").post("/people/dana/sessions", &[]).await;
        assert_eq!(ended.status, StatusCode::SEE_OTHER);
        assert_eq!(app.visitor("dana").get("/").await.status, StatusCode::SEE_OTHER);
        let head = app.visitor("gulnafisa").post("/people/serik/sessions", &[]).await;
        assert_eq!(head.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn n17_leaving_names_what_ends_and_ends_it_in_one_step() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let text = "Хочу научиться начинать урок спокойно.";
        for from in ["dana", "zere"] {
            let form = [("text", text), ("rhythm", "weekly")];
            let sent = app.visitor(from).post("/requests/new/bekzhan", &form).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        }
        let ask = app.visitor("gulnafisa").get("/people/bekzhan/leave").await;
        for line in ["Сәтбаева Дана", "Искалиева Зере", "педагог-наставник"]
        {
            assert!(texts(&ask, ".dialog li").concat().contains(line), "{line}: {}", ask.text);
        }
        let early =
            app.visitor("gulnafisa").post("/people/bekzhan/leave", &[("left_on", "06.10.2026")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(values(&early, "[name=left_on]"), ["06.10.2026"]);
        assert!(app.visitor("bekzhan").get("/").await.status.is_success(), "nothing has ended yet");

        let left = app.visitor("gulnafisa").post("/people/bekzhan/leave", &[("left_on", "05.10.2026")]).await;
        assert_eq!((left.status, left.location.as_str()), (StatusCode::SEE_OTHER, "/people/bekzhan"));
        assert_eq!(app.visitor("bekzhan").get("/").await.status, StatusCode::SEE_OTHER, "signed out");
        let mut tx = app.db.read().await.unwrap();
        let requests =
            store::requests::of_mentor(&mut tx, &"school-12".into(), &"bekzhan".into()).await.unwrap();
        assert!(requests.len() == 2 && requests.iter().all(|request| !request.state.is_open()));
        drop(tx);

        let page = app.visitor("gulnafisa").get("/people/bekzhan").await;
        assert!(page.text.contains("Вернутся роли: педагог-наставник, учитель"), "{}", page.text);
        let back = app.visitor("gulnafisa").post("/people/bekzhan/stay", &[]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);
        assert!(app.actor("bekzhan").await.is(Role::Mentor));
        assert!(person(&app, "bekzhan").await.left_on.is_none());
    })
    .await;
}

#[tokio::test]
async fn nobody_records_the_own_leaving_or_the_last_heads() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for (who, says) in [("gulnafisa", "Свой уход"), ("serik", "Другого директора")]
        {
            let day = [("left_on", "2026-10-05")];
            let answer = app.visitor("gulnafisa").post(&format!("/people/{who}/leave"), &day).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(texts(&answer, ".msg").concat().contains(says), "{:?}", texts(&answer, ".msg"));
        }
    })
    .await;
}
