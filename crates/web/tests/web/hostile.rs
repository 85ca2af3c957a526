//! Hostile text through every text field: it is kept as it was typed, shown as text, or refused with a reason,
//! and nothing breaks. What is handed out as a file comes back unchanged.

pub(crate) mod fields;
mod forms;
mod lists;
mod strings;

use crate::app::{Answer, TestApp};
use crate::forms::{PEOPLE, pages, route_of, visitor};
use crate::{mentors, rotations, walk};
use axum::http::{Method, StatusCode};
use domain::choices::{List, Order};
use domain::contacts::{Deed, Kind};
use domain::people::Category;
use domain::requests::{Rhythm, Wish};
use fields::{DECISION, ELSEWHERE, Field, Keeps, SELECTION, UNREACHED};
use i18n::Lang;
use jiff::civil::date;
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use store::Db;
use store::testing::{column, ids, is_sqlite, lessons_of_school_12, on_both, spoil};
use strings::{is_stray, is_unseen, kept, strings};

/// Зере could meet Айгүл on Friday in the fourth lesson.
const ANOTHER_DAY: &str = "UPDATE rotations SET asked_by = 'newcomer', asked_day = '2026-10-09', asked_lesson = 4 \
    WHERE newcomer_id = 'zere'";

/// 5 October: Дана has asked Айгүл and worked with her, Полина has come forward and has an account, a list is in hand;
/// Дана is to meet Бекжан today, and Зере asks Айгүл for another day.
pub(crate) async fn selection(db: Db) -> TestApp {
    let app = TestApp::new(db).await;
    mentors::with_category(&app, Category::Moderator).await;
    mentors::applied(&app).await;
    let dana = app.actor("dana").await;
    let wish =
        Wish {
            text: "Хочу научиться начинать урок спокойно.".into(), goals: vec![], rhythm: Rhythm::Weekly
        };
    actions::requests::send(&app.context(&dana), &"aigul".into(), wish).await.unwrap();
    let deed = Deed { kind: Kind::Talk, held_on: date(2026, 10, 2), minutes: 45, topic: None };
    actions::contacts::record(&app.context(&dana), &"dana".into(), &"aigul".into(), &deed).await.unwrap();
    lessons_of_school_12(&app.db).await;
    rotations::planned(&app, "dana", "bekzhan", date(2026, 10, 5)).await;
    rotations::planned(&app, "zere", "aigul", date(2026, 10, 8)).await;
    spoil(&app.db, ANOTHER_DAY).await;
    app.visitor("gulnafisa").post("/people/slips", &[("person", "polina")]).await;
    let list = "ФИО;Предмет\r\nКим Сергей;физика\r\n".as_bytes();
    app.visitor("gulnafisa").post_file("/rosters", &[("kind", "staff")], "штат.csv", list).await;
    app
}

/// 3 November: the lively stage, on which Айгүл has a second place and Бекжан would take Зере.
pub(crate) async fn decision(db: Db) -> TestApp {
    let app = TestApp::new(db).await;
    spoil(&app.db, "UPDATE mentors SET places = 2 WHERE id = 'aigul'").await;
    let bekzhan = app.actor("bekzhan").await;
    let takes = List::Newcomers(Order::strict(["zere"]));
    actions::choices::keep(&app.context(&bekzhan), &"programme".into(), &takes).await.unwrap();
    walk::lively(&app).await;
    app
}

/// `{table}` in a path becomes the last id in that table that was made on the stage: those are numbers.
pub(crate) async fn filled(app: &TestApp, path: &str) -> String {
    let Some((before, rest)) = path.split_once('{') else { return path.to_owned() };
    let (table, after) = rest.split_once('}').unwrap();
    let mut made =
        ids(&app.db, table).await.into_iter().filter(|id| id.starts_with(|sign: char| sign.is_ascii_digit()));
    let id = made.next_back().unwrap();
    format!("{before}{id}{after}")
}

/// A page with its escapes taken back.
pub(crate) fn plain(page: &str) -> String {
    let signs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    signs.into_iter().fold(page.to_owned(), |page, (escaped, sign)| page.replace(escaped, sign))
}

/// Every line of a text stands on a page, as text.
fn shows(page: &Answer, text: &str) -> bool {
    let words = plain(&page.text);
    let escaped = !text.contains('<') || text.len() < 4 || !page.text.contains(text);
    escaped && text.lines().all(|line| words.contains(line.trim()))
}

/// The language of a page.
fn lang(page: &Answer) -> Lang {
    let (_, rest) = page.text.split_once("<html lang=\"").unwrap();
    Lang::from_tag(rest.split('"').next().unwrap()).unwrap()
}

/// Sends one text through one field.
async fn send(app: &TestApp, field: &Field, text: &str) -> Answer {
    if !field.before.is_empty() {
        spoil(&app.db, field.before).await;
    }
    let path = filled(app, field.path).await;
    let mut form = vec![(field.name, text)];
    form.extend(field.rest);
    if field.route.starts_with("GET") {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        return visitor(app, field.who).get(&format!("{path}?{query}")).await;
    }
    visitor(app, field.who).post(&path, &form).await
}

/// What a field makes of a text that is kept; nothing where nothing is kept.
fn stands(field: &Field, text: &str) -> Option<(&'static str, &'static str, String)> {
    Some(match field.keeps {
        Keeps::Text(table, column) => (table, column, kept(text)),
        Keeps::Json(table, column) => (table, column, serde_json::to_string(&kept(text)).unwrap()),
        Keeps::Line(table, column) => (table, column, actions::people::Correction::line(&kept(text))),
        Keeps::Nothing => return None,
    })
}

/// One text through one field: kept and shown, or refused with everything that was typed.
async fn goes_through(app: &TestApp, field: &Field, text: &str) {
    let text = format!("{text}{}", field.tail);
    let short: String = text.chars().take(40).collect();
    let at = format!("{} {} {short:?}", field.route, field.name);
    let answer = send(app, field, &text).await;
    let usual = [StatusCode::OK, StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY];
    assert!(usual.contains(&answer.status), "{at}: {} {}", answer.status, answer.text);
    let Some((table, name, wanted)) = stands(field, &text) else {
        assert!(!text.contains('<') || text.len() < 4 || !answer.text.contains(&text), "{at}: markup");
        return;
    };
    let kept = kept(&text);
    let unseen = is_unseen(&kept);
    if is_stray(&text) {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{at}");
        let why = i18n::t(lang(&answer), "forms-stray", &[]);
        assert!(shows(&answer, &why), "{at}: no reason is given: {}", answer.text);
        assert!(shows(&answer, &kept), "{at}: what was typed is lost: {}", answer.text);
        return;
    }
    if (unseen && !field.optional) || kept.chars().count() > field.most {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{at}");
        assert!(shows(&answer, &kept), "{at}: what was typed is lost: {}", answer.text);
        return;
    }
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{at}: {}", answer.text);
    if unseen {
        return;
    }
    let stored = column(&app.db, table, name).await;
    let json = matches!(field.keeps, Keeps::Json(..));
    let stands = stored.iter().any(|value| *value == wanted || (json && value.contains(&wanted)));
    assert!(stands, "{at}: {wanted:?} is not among {stored:?}");
    if let Some((who, path)) = field.shown {
        let path = if path.is_empty() { answer.location.clone() } else { filled(app, path).await };
        let page = visitor(app, who).get(path.split('#').next().unwrap()).await;
        let line = matches!(field.keeps, Keeps::Line(..));
        assert!(shows(&page, if line { &wanted } else { &kept }), "{at}: not shown on {path}: {}", page.text);
    }
}

/// What a field is asked: everything on SQLite, a third on PostgreSQL, less where each attempt hashes a password or
/// reads a file. No browser asks for an address of twenty thousand letters.
fn is_asked(app: &TestApp, field: &Field, number: usize, text: &str) -> bool {
    let slow = ["password", "/sign-in", "/rosters"].iter().any(|part| field.route.contains(part));
    let share = if slow { 6 } else { 1 } * if is_sqlite(&app.db) { 1 } else { 3 };
    let asked = !field.route.starts_with("GET") || text.len() < 10_000;
    asked && (text.contains('\0') || number.is_multiple_of(share))
}

async fn all_through(mut app: TestApp, fields: &[Field]) {
    for field in fields {
        for (number, text) in strings().iter().enumerate() {
            if number.is_multiple_of(6) {
                app.forget_limits();
            }
            if is_asked(&app, field, number, text) {
                goes_through(&app, field, text).await;
            }
        }
    }
}

#[tokio::test]
async fn n06_every_text_goes_through_every_field_of_requests() {
    on_both(async |db| all_through(selection(db).await, &SELECTION[..7]).await).await;
}

#[tokio::test]
async fn n06_every_text_goes_through_every_field_of_mentors_and_joint_work() {
    on_both(async |db| all_through(selection(db).await, &SELECTION[7..15]).await).await;
}

#[tokio::test]
async fn n06_every_text_goes_through_every_field_of_people() {
    on_both(async |db| all_through(selection(db).await, &SELECTION[15..25]).await).await;
}

#[tokio::test]
async fn n06_every_text_goes_through_every_field_of_programmes_and_doors() {
    on_both(async |db| all_through(selection(db).await, &SELECTION[25..]).await).await;
}

#[tokio::test]
async fn n06_every_text_goes_through_every_field_of_the_decision() {
    on_both(async |db| all_through(decision(db).await, DECISION).await).await;
}

/// Text fields of the forms of a page: route and name.
fn text_fields(page: &str) -> BTreeSet<(String, String)> {
    const OTHER: [&str; 8] = ["hidden", "radio", "checkbox", "date", "time", "file", "submit", "button"];
    let (forms, fields) =
        (Selector::parse("form").unwrap(), Selector::parse("input[name], textarea[name]").unwrap());
    let mut found = BTreeSet::new();
    for form in Html::parse_document(page).select(&forms) {
        let post = form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
        let route = route_of(if post { &Method::POST } else { &Method::GET }, form.attr("action").unwrap());
        for field in form.select(&fields) {
            let other = field.attr("type").is_some_and(|kind| OTHER.contains(&kind));
            if !other && field.attr("hidden").is_none() {
                found.insert((route.clone(), field.attr("name").unwrap().to_owned()));
            }
        }
    }
    found
}

/// Text fields of the pages of some people, of those pages whose route begins so.
async fn on_pages(app: &TestApp, people: &[&str], beginning: &str) -> BTreeSet<(String, String)> {
    const TYPED: [&str; 7] =
        ["<textarea", "=\"text\"", "=\"search\"", "=\"number\"", "=\"email\"", "=\"tel\"", "=\"password\""];
    let mut addresses = walk::addresses(app).await;
    addresses.retain(|(route, _)| route.starts_with(beginning));
    let mut found = BTreeSet::new();
    for who in people {
        for page in pages(app, who, &addresses).await {
            if TYPED.iter().any(|typed| page.contains(typed)) {
                found.extend(text_fields(&page));
            }
        }
    }
    found
}

fn table() -> BTreeSet<(String, String)> {
    let tested = SELECTION.iter().chain(DECISION).map(|field| (field.route, field.name));
    tested.chain(ELSEWHERE).map(|(route, name)| (route.to_owned(), name.to_owned())).collect()
}

#[tokio::test]
async fn every_text_field_of_every_page_is_in_the_table() {
    let [first, second] = [(); 2].map(|()| Db::open("sqlite::memory:"));
    let app = selection(first.await.unwrap()).await;
    let mut found = on_pages(&app, &PEOPLE, "/").await;
    found.extend(on_pages(&app, &[""], "/sign-in").await);
    for state in ["UPDATE requests SET state = 'read'", "UPDATE requests SET state = 'asked'"] {
        spoil(&app.db, state).await;
        found.extend(on_pages(&app, &["dana", "aigul"], "/requests").await);
    }
    spoil(&app.db, "UPDATE accounts SET password_hash = 'x'").await;
    found.extend(on_pages(&app, &["polina"], "/profile").await);
    let app = decision(second.await.unwrap()).await;
    found.extend(on_pages(&app, &PEOPLE, "/").await);
    found.extend(on_pages(&app, &["bekzhan"], "/sociometries").await);
    spoil(&app.db, "UPDATE reports SET state = 'draft'").await;
    found.extend(on_pages(&app, &["aigul"], "/reports").await);
    spoil(&app.db, fields::ALONE).await;
    found.extend(on_pages(&app, &["gulnafisa"], "/reports/forms").await);
    spoil(&app.db, fields::PLAN_SIGNED).await;
    found.extend(on_pages(&app, &["serik"], "/plans").await);
    spoil(&app.db, fields::UNSIGNED).await;
    found.extend(on_pages(&app, &["gulnafisa", "serik"], "/orders").await);
    let table = table();
    let unknown: Vec<_> = found.difference(&table).collect();
    assert!(unknown.is_empty(), "text fields that no hostile text is sent through: {unknown:?}");
    let unreached: Vec<(&str, &str)> =
        table.difference(&found).map(|(route, name)| (route.as_str(), name.as_str())).collect();
    assert_eq!(unreached, UNREACHED, "fields of the table that stand on no page of the stages");
}

/// The names after a beginning, up to the quotation mark.
fn names_after<'a>(source: &'a str, beginning: &str) -> Vec<&'a str> {
    source.split(beginning).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Fields for whose page no stage is set, found in the sources: by name alone.
#[test]
fn every_text_field_of_every_template_is_in_the_table() {
    const FORMS: [&str; 5] =
        ["::text(\"", "::area(\"", "::number(\"", "<input type=\"text\" name=\"", "<textarea name=\""];
    // A time of day, and the name that a password is kept under by a browser.
    const NO_TEXT: &[&str] =
        &["at", "from", "from_time", "open_at", "slot_until", "step_at", "to", "to_time", "username"];
    let table = table();
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.extend((!path.ends_with("design")).then_some(path));
            } else if path.extension().is_some_and(|end| end == "html") {
                let source = std::fs::read_to_string(&path).unwrap();
                for name in FORMS.iter().flat_map(|form| names_after(&source, form)) {
                    let known = NO_TEXT.contains(&name) || table.iter().any(|(_, field)| field == name);
                    // The layout's own macros take the name as a value.
                    assert!(known || name.starts_with("{{"), "{}: {name}", path.display());
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 25, "the templates are not where they were");
}
