//! The log: who reads which lines, and that every deed has a text.

use crate::app::{Answer, TestApp};
use axum::http::StatusCode;
use domain::audit::{Deed, Kind};
use domain::people::Actor;
use domain::requests::{Rhythm, Wish};
use i18n::Lang;
use scraper::{Html, Selector};
use store::testing::on_both;

const SECRET: &str = "Хочу научиться начинать урок спокойно.";

fn texts(answer: &Answer, selector: &str) -> Vec<String> {
    let page = Html::parse_document(&answer.text);
    let selector = Selector::parse(selector).unwrap();
    let squeeze = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&selector).map(|one| squeeze(one.text().collect::<Vec<_>>().join(" "))).collect()
}

async fn write(app: &TestApp, who: &str, what: Deed, subject: &str, detail: &str) {
    let actor = app.actor(who).await;
    let mut tx = app.db.write().await.unwrap();
    let school = "school-12".into();
    app.context(&actor).audit(&mut tx, &school, what.word(), subject, detail).await.unwrap();
    tx.commit().await.unwrap();
}

/// A request from Дана to Айгүл; gives its id.
async fn asked(app: &TestApp) -> String {
    let dana = app.actor("dana").await;
    let wish = Wish { text: SECRET.into(), goals: vec![], rhythm: Rhythm::Weekly };
    actions::requests::send(&app.context(&dana), &"aigul".into(), wish).await.unwrap().to_string()
}

#[test]
fn every_deed_and_every_kind_has_a_text_in_three_languages() {
    let deeds = Deed::ALL.iter().map(|deed| deed.word());
    for key in deeds.map(str::to_owned).chain(Kind::ALL.map(|kind| format!("kind-{}", kind.word()))) {
        let key = format!("audit-{key}");
        assert!(i18n::has(&key), "{key}");
        for lang in Lang::ALL {
            assert!(!i18n::t(lang, &key, &[]).is_empty(), "{lang} {key}");
        }
    }
}

#[tokio::test]
async fn the_log_is_the_coordinators_and_the_heads() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        assert_eq!(app.stranger().get("/audit").await.status, StatusCode::SEE_OTHER);
        for nobody in ["dana", "aigul", "polina", "saule"] {
            assert_eq!(app.visitor(nobody).get("/audit").await.status, StatusCode::FORBIDDEN, "{nobody}");
        }
        write(&app, "serik", Deed::RoleGiven, "aigul", "coordinator").await;
        for reader in ["gulnafisa", "serik"] {
            let page = app.visitor(reader).get("/audit").await;
            assert_eq!(page.status, StatusCode::OK);
            let line = texts(&page, ".rows li").concat();
            assert!(
                line.contains("Дана роль : координатор Сделано: Оразбаев Серік Касается: Нұрбаева Айгүл"),
                "{line}"
            );
            assert!(page.text.contains("href=\"/people/aigul\""));
        }
        let elsewhere = app.visitor("timur").get("/audit").await;
        assert!(!elsewhere.text.contains("Айгүл"), "n08: another school's log");
        assert!(texts(&elsewhere, ".rows li").is_empty());
    })
    .await;
}

#[tokio::test]
async fn n08_no_reader_learns_from_the_log_what_another_page_keeps_shut() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let request = asked(&app).await;
        let coordinator = app.visitor("gulnafisa").get("/audit").await;
        let line = texts(&coordinator, ".rows li").concat();
        assert!(line.contains("Отправлен запрос Сделано: Сәтбаева Дана Касается: Нұрбаева Айгүл"), "{line}");
        assert!(
            !coordinator.text.contains(SECRET) && !coordinator.text.contains(&request),
            "no words, no way to them"
        );
        for path in ["/audit", "/audit?kind=requests", "/audit?person=dana"] {
            let head = app.visitor("serik").get(path).await;
            assert!(texts(&head, ".rows li").is_empty(), "{path}: {}", head.text);
            assert!(head.text.contains("журнал директору не показывает"));
        }
    })
    .await;
}

#[tokio::test]
async fn the_log_does_not_tell_whose_list_is_in() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        assert_eq!(
            app.visitor("zere").post("/choices", &[("add", "bekzhan")]).await.status,
            StatusCode::SEE_OTHER
        );
        let page = app.visitor("gulnafisa").get("/audit?kind=choices").await;
        let lines = texts(&page, ".rows li");
        assert!(lines.len() == 1 && lines[0].contains("Сохранён порядок выбора"), "{lines:?}");
        assert!(!lines[0].contains("Зере"), "{lines:?}");
        let of_zere = app.visitor("gulnafisa").get("/audit?kind=choices&person=zere").await;
        assert!(texts(&of_zere, ".rows li").is_empty());
    })
    .await;
}

#[tokio::test]
async fn lines_are_narrowed_by_kind_and_person_and_paged_by_number() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for number in 0..60 {
            write(&app, "serik", Deed::OrderSigned, "order", &format!("{number}-к")).await;
        }
        write(&app, "gulnafisa", Deed::PersonCorrected, "dana", "email subject").await;
        write(&app, "dana", Deed::SignedIn, "dana", "").await;
        let page = app.visitor("gulnafisa").get("/audit").await;
        let lines = texts(&page, ".rows li");
        assert_eq!(lines.len(), 50);
        assert!(lines[0].contains("Исправлены данные : Почта, Предмет"), "{}", lines[0]);
        assert!(!page.text.contains("Вход по паролю"), "sign-ins come where they are asked for");
        let html = Html::parse_document(&page.text);
        let earlier = html.select(&Selector::parse(".pager a").unwrap()).next().unwrap();
        let next = app.visitor("gulnafisa").get(earlier.attr("href").unwrap()).await;
        let rest = texts(&next, ".rows li");
        assert_eq!(rest.len(), 11);
        assert!(rest[10].contains("Подписан приказ : № 0-к"), "{}", rest[10]);
        let dana = texts(&app.visitor("gulnafisa").get("/audit?person=dana").await, ".rows li");
        assert_eq!(dana.len(), 2, "{dana:?}");
        let orders = app.visitor("gulnafisa").get("/audit?kind=orders&person=dana").await;
        assert!(texts(&orders, ".rows li").is_empty() && orders.text.contains("Таких записей нет"));
    })
    .await;
}

#[tokio::test]
async fn what_the_command_line_did_says_so_and_leads_to_nobody() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let machine = Actor::command_line();
        let mut tx = app.db.write().await.unwrap();
        let context = app.context(&machine);
        context.audit(&mut tx, &"school-12".into(), Deed::RoleGiven.word(), "serik", "head").await.unwrap();
        tx.commit().await.unwrap();
        for (lang, by) in [
            ("kk", "Істеген: сервердің командалық жолы"),
            ("ru", "Сделано: из командной строки сервера"),
            ("en", "Done by: the command line of the server"),
        ] {
            app.visitor("gulnafisa").post("/language", &[("lang", lang), ("back", "/")]).await;
            let page = app.visitor("gulnafisa").get("/audit").await;
            let line = texts(&page, ".rows li").concat();
            assert!(line.contains(by), "{line}");
            assert!(!page.text.contains("command-line"), "no way to a person who is none");
        }
    })
    .await;
}

/// Where older lines are.
fn older(page: &str) -> Option<String> {
    let mut links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.find(|link| link.contains("before=")).map(|link| link.replace("&#38;", "&"))
}

#[tokio::test]
async fn three_languages_draw_every_deed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for deed in Deed::ALL {
            write(&app, "gulnafisa", *deed, "dana", "").await;
        }
        for lang in ["kk", "ru", "en"] {
            app.speak("gulnafisa", lang).await;
            app.speak("serik", lang).await;
            for kind in Kind::ALL {
                let is_heads = matches!(kind, Kind::Sanctions | Kind::Eligibility);
                let reader = if is_heads { "serik" } else { "gulnafisa" };
                let (mut next, mut lines) = (Some(format!("/audit?kind={}", kind.word())), 0);
                while let Some(path) = next {
                    let page = app.visitor(reader).get(&path).await;
                    assert_eq!(page.status, StatusCode::OK);
                    assert!(!page.text.contains("[audit-"), "{lang} {kind:?}");
                    assert!(Html::parse_document(&page.text).errors.is_empty(), "{lang} {kind:?}");
                    lines += texts(&page, ".rows li").len();
                    next = older(&page.text);
                }
                assert!(lines >= kind.deeds().count(), "{lang} {kind:?}");
            }
        }
    })
    .await;
}
