//! Reports: opened with their facts, hidden until they are ready, signed with a proof, checked by anybody without names.

use crate::app::TestApp;
use actions::accounts::secret_hash;
use actions::reports::{begin, content_hash, mark_read, opened, ready, set_used, sign, write};
use axum::http::StatusCode;
use domain::ReportId;
use domain::reports::{Kind, Term};
use jiff::civil::date;
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use store::testing::{column, ids, on_both};

/// A code of the coordinator's slip.
const SLIP: &str = "K7QM-2WXD-9HTS";
const WORDS: &str = "Журналды көмексіз толтырады";

async fn with_account(tx: &mut store::WriteTx, who: &str) {
    if store::accounts::of_person(tx, &who.into()).await.unwrap().is_none() {
        store::accounts::add(tx, &who.into(), who, None).await.unwrap();
    }
}

/// Somebody has a slip with a code.
pub(crate) async fn with_slip(app: &TestApp, who: &str, code: &str) {
    let actor = app.actor(who).await;
    let now = app.context(&actor).now;
    let until = now.checked_add(jiff::SignedDuration::from_hours(1)).unwrap();
    let mut tx = app.db.write().await.unwrap();
    with_account(&mut tx, who).await;
    store::accounts::add_code(&mut tx, &secret_hash(code), &who.into(), now, until).await.unwrap();
    tx.commit().await.unwrap();
}

/// Somebody signs a report in the place that waits for them, by a code of their slip.
pub(crate) async fn signed(app: &TestApp, who: &str, id: &ReportId, code: &str) {
    with_slip(app, who, code).await;
    let actor = app.actor(who).await;
    let context = app.context(&actor);
    let mut tx = app.db.read().await.unwrap();
    let opened = opened(&mut tx, &context, id).await.unwrap().unwrap();
    drop(tx);
    let place = opened.report.next(&opened.signatures).unwrap().0;
    let seen = content_hash(&opened.report, place).unwrap();
    sign(&context, id, &seen, &BTreeMap::new(), code).await.unwrap();
}

/// Айгүл's report on her pair, written.
async fn written(app: &TestApp) -> ReportId {
    let aigul = app.actor("aigul").await;
    let context = app.context(&aigul);
    let (school, programme) = ("school-12".into(), "programme".into());
    let mut tx = app.db.read().await.unwrap();
    let pairs = store::pairs::of_programme(&mut tx, &school, &programme).await.unwrap();
    drop(tx);
    let pair = &pairs.iter().find(|pair| pair.mentor == "aigul".into()).unwrap().id;
    let id = begin(&context, Kind::Mentor, Term::Half, Some(pair)).await.unwrap();
    let words = [("result".to_owned(), WORDS.to_owned())].into();
    write(&context, &id, 0, &words).await.unwrap();
    id
}

/// Айгүл's report, ready and signed by her; the coordinator is next and has read it.
pub(crate) async fn staged(app: &TestApp) {
    let id = written(app).await;
    let aigul = app.actor("aigul").await;
    ready(&app.context(&aigul), &id).await.unwrap();
    signed(app, "aigul", &id, "K7QM-2WXD-9HTR").await;
    let gulnafisa = app.actor("gulnafisa").await;
    let context = app.context(&gulnafisa);
    let opened = opened(&mut app.db.read().await.unwrap(), &context, &id).await.unwrap().unwrap();
    mark_read(&context, &id, &content_hash(&opened.report, 1).unwrap()).await.unwrap();
}

/// 3 November: Дана and Айгүл are a pair by order, and Айгүл has written.
async fn begun(app: &TestApp) -> String {
    crate::orders::assigned(app).await;
    app.travel_to(date(2026, 11, 3));
    format!("/reports/{}", written(app).await)
}

#[tokio::test]
async fn a_report_whose_day_has_passed_is_named_with_the_way_to_write_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::orders::assigned(&app).await;
        app.speak("aigul", "en").await;
        let board = async || {
            let page = app.visitor("aigul").get("/reports").await.text;
            let board = Html::parse_document(&page);
            let text = |css: &str| {
                let found = board.select(&Selector::parse(css).unwrap()).next().unwrap();
                found.text().collect::<String>()
            };
            (text("h1"), page)
        };
        app.travel_to(date(2026, 11, 3));
        assert_eq!(board().await.0.trim(), "No report awaits you now");
        app.travel_to(date(2027, 1, 12));
        let (title, page) = board().await;
        assert_eq!(title.trim(), "Not written yet: The mentor's half-year report");
        assert!(page.contains("href=\"#begin\"") && page.contains("was due 25 December"), "{page}");
        let gulnafisa = app.actor("gulnafisa").await;
        set_used(&app.context(&gulnafisa), &"school-12".into(), Kind::Mentor, true).await.unwrap();
        let (title, page) = board().await;
        assert_eq!(title.trim(), "A report awaits your words: The mentor's half-year report");
        assert!(page.contains("href=\"#begin\"") && page.contains("Its day was 25 December"), "{page}");
    })
    .await;
}

async fn code(app: &TestApp) -> String {
    column(&app.db, "reports", "code").await.pop().unwrap()
}

#[tokio::test]
async fn a_report_goes_from_the_mentor_to_the_head_and_anybody_may_check_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = crate::orders::assigned(&app).await;
        app.travel_to(date(2026, 11, 3));
        let list = app.visitor("aigul").get("/reports").await.text;
        assert!(list.contains("action=\"/reports/begin\""), "{list}");
        let form = [("kind", "mentor"), ("term", "half"), ("pair", pair.trim_start_matches("/pairs/"))];
        let begun = app.visitor("aigul").post("/reports/begin", &form).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text);
        let report = begun.location;
        let path = format!("{report}/write");
        let empty = app.visitor("aigul").post(&path, &[("version", "0"), ("step", "ready")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let words = [("version", "0"), ("w-result", WORDS), ("step", "ready")];
        let done = app.visitor("aigul").post(&format!("{report}/write"), &words).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let id = ReportId::from(report.trim_start_matches("/reports/"));
        let code = code(&app).await;
        assert_eq!(app.stranger().get(&format!("/verify/{code}")).await.status, StatusCode::NOT_FOUND);
        for (who, slip) in
            [("aigul", "K7QM-2WXD-9HTA"), ("gulnafisa", "K7QM-2WXD-9HTB"), ("serik", "K7QM-2WXD-9HTC")]
        {
            assert!(app.visitor(who).get(&report).await.text.contains(&format!("{report}/sign")), "{who}");
            signed(&app, who, &id, slip).await;
        }
        let check = app.stranger().get(&format!("/verify/{code}")).await;
        assert_eq!(check.status, StatusCode::OK);
        for name in ["Сәтбаева", "Нұрбаева", "Айгүл", WORDS] {
            assert!(!check.text.contains(name), "{name}: {}", check.text);
        }
        for lang in ["kk", "ru"] {
            let paper = app.visitor("dana").get(&format!("{report}/paper/{lang}")).await;
            assert!(paper.bytes.starts_with(b"%PDF"), "{lang}: {}", paper.status);
        }
        let history = app.visitor("serik").get(&format!("{report}/history")).await.text;
        assert!(!history.contains(WORDS), "how it was written is the author's own");
    })
    .await;
}

#[tokio::test]
async fn n11_nobody_but_the_author_opens_a_draft_by_any_address() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let report = begun(&app).await;
        let below = ["", "/history", "/paper/kk", "/lists/meetings", "/lists/meetings/xlsx"];
        for other in ["dana", "gulnafisa", "serik", "bekzhan"] {
            for part in below {
                let answer = app.visitor(other).get(&format!("{report}{part}")).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{other} {part}");
            }
            let list = app.visitor(other).get("/reports").await.text;
            assert!(!list.contains(&report), "{other}");
            for (step, form) in
                [("write", ("version", "0")), ("take-back", ("x", "")), ("sign", ("secret", "x"))]
            {
                let answer = app.visitor(other).post(&format!("{report}/{step}"), &[form]).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{other} {step}");
            }
        }
        let code = code(&app).await;
        assert_eq!(app.stranger().get(&format!("/verify/{code}")).await.status, StatusCode::NOT_FOUND);
        assert!(app.visitor("aigul").get(&report).await.text.contains(WORDS));
    })
    .await;
}

#[tokio::test]
async fn n18_each_total_on_the_page_is_the_length_of_the_list_that_it_opens() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::walk::lively(&app).await;
        let report = format!("/reports/{}", ids(&app.db, "reports").await.pop().unwrap());
        let page = app.visitor("aigul").get(&report).await.text;
        let select = |selector: &str| Selector::parse(selector).unwrap();
        let mut totals = Vec::new();
        for row in Html::parse_document(&page).select(&select("#facts tr")) {
            let href = row.select(&select("a")).next().unwrap().attr("href").unwrap().to_owned();
            let count: String = row.select(&select("td b")).next().unwrap().text().collect();
            totals.push((href, count.parse::<usize>().unwrap()));
        }
        assert!(totals.len() >= 7 && totals.iter().any(|(_, count)| *count > 0), "{totals:?}");
        for (href, count) in totals {
            let list = app.visitor("aigul").get(&href).await.text;
            let lines = Html::parse_document(&list).select(&select("tr.line")).count();
            assert_eq!(lines, count, "{href}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_signs_nothing_and_the_folder_asks_for_one() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::orders::assigned(&app).await;
        app.travel_to(date(2026, 11, 3));
        staged(&app).await;
        let report = format!("/reports/{}", ids(&app.db, "reports").await.pop().unwrap());
        with_slip(&app, "gulnafisa", SLIP).await;
        let visitor = app.visitor("gulnafisa");
        let page = visitor.get(&report).await.text;
        let (_, rest) = page.split_once("name=\"seen\" value=\"").unwrap();
        let seen = rest.split('"').next().unwrap();
        let form = [("seen", seen), ("w-conclusion", "Келісемін"), ("secret", "басқа-құпия-сөз")];
        let wrong = visitor.post(&format!("{report}/sign"), &form).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("Келісемін") && wrong.text.contains("f-secret-e"), "{}", wrong.text);
        let read = visitor.post(&format!("{report}/read"), &[("seen", seen)]).await;
        assert_eq!((read.status, read.location.as_str()), (StatusCode::SEE_OTHER, "/reports/folder"));
        let folder = visitor.get("/reports/folder").await.text;
        assert!(folder.contains("name=\"report\""), "{folder}");
        let id = report.trim_start_matches("/reports/");
        let wrong = visitor.post("/reports/folder", &[("report", id), ("secret", "басқа-құпия-сөз")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let all = visitor.post("/reports/folder", &[("report", id), ("secret", SLIP)]).await;
        assert_eq!(all.status, StatusCode::SEE_OTHER, "{}", all.text);
        let head = app.visitor("serik").get("/").await.text;
        assert!(head.contains("/reports/folder"), "{head}");
    })
    .await;
}
