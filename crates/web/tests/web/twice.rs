//! Every form sent twice – a double click, a slow line, «back» and once more – does what it does once: nothing in the
//! database differs after the second time, and whoever sent it is told what stands.

use crate::app::{Answer, TestApp};
use crate::forms::{Field, Form, PEOPLE, Stage, forms_of, route_of, visitor};
use crate::hostile::fields::{DECISION, SELECTION};
use crate::hostile::filled;
use axum::http::{Method, StatusCode};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use store::Db;
use store::testing::{contents, is_sqlite, on_both, spoil};

/// Long enough where a least length is asked for, short enough for a number of an order.
const WORDS: &str = "Тыныш сабақ бастауды үйренемін";
const LIST: &str = "ФИО;Предмет\r\nЛи Сергей;физика\r\n";

/// Done anew each time it is sent: a slip is printed again, and the one before is void.
const ANEW: [&str; 1] = ["POST /people/slips"];

/// A form as somebody sends it.
#[derive(Clone, Debug)]
struct Sending {
    who: &'static str,
    path: String,
    form: Vec<(String, String)>,
    file: bool,
    /// Statements that set the stage for it.
    before: &'static str,
}

/// What somebody types into a field that stands empty.
fn typed(field: &Field) -> String {
    let usual = match field.kind.as_str() {
        "text" | "textarea" | "search" => WORDS,
        "date" => "2026-10-02",
        "time" => "15:10",
        "number" => "1",
        "email" => "jana@school.example",
        "password" => "ескі сөйлем екеу",
        _ => "",
    };
    let empty = if field.least.is_empty() { usual.to_owned() } else { field.least.clone() };
    if field.value.is_empty() { empty } else { field.value.clone() }
}

/// The ways to send a form: the first answer to every question, then each other answer to one of them.
fn ways(form: &Form) -> Vec<Vec<(String, String)>> {
    let mut questions: BTreeMap<&str, Vec<&Field>> = BTreeMap::new();
    let mut sent = Vec::new();
    for field in &form.fields {
        match field.kind.as_str() {
            "radio" => questions.entry(&field.name).or_default().push(field),
            "button" | "submit" => questions.entry("").or_default().push(field),
            "file" => {}
            _ => sent.push((field.name.clone(), typed(field))),
        }
    }
    let answer = |field: &Field| (field.name.clone(), field.value.clone());
    let first: Vec<_> = questions.values().map(|answers| answer(answers[0])).collect();
    let mut ways = vec![[sent.clone(), first.clone()].concat()];
    for (at, answers) in questions.values().enumerate() {
        for other in &answers[1..] {
            let mut given = first.clone();
            given[at] = answer(other);
            ways.push([sent.clone(), given].concat());
        }
    }
    ways
}

/// Every way to send every form that stands on a page of a stage.
async fn on_pages(stage: Stage) -> Vec<Sending> {
    let app = stage.set(Db::open("sqlite::memory:").await.unwrap()).await;
    let (mut seen, mut sendings) = (BTreeSet::new(), Vec::new());
    for who in PEOPLE {
        for form in forms_of(&app, who, &mut seen).await {
            let sending =
                |sent| Sending { who, path: form.action.clone(), form: sent, file: form.file, before: "" };
            sendings.extend(ways(&form).into_iter().map(sending));
        }
    }
    sendings
}

/// The forms that texts are kept from, each filled in so that it is taken.
fn of_the_table(fields: &[crate::hostile::fields::Field]) -> Vec<Sending> {
    let kept = fields.iter().filter(|field| field.route.starts_with("POST") && field.shown.is_some());
    kept.map(|field| {
        let rest = field.rest.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Sending {
            who: field.who,
            path: field.path.to_owned(),
            form: rest.chain([(field.name.to_owned(), WORDS.to_owned())]).collect(),
            file: false,
            before: field.before,
        }
    })
    .collect()
}

async fn send(app: &TestApp, sending: &Sending, path: &str) -> Answer {
    let form: Vec<(&str, &str)> =
        sending.form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let visitor = visitor(app, sending.who);
    if sending.file {
        return visitor.post_file(path, &form, "штат.csv", LIST.as_bytes()).await;
    }
    visitor.post(path, &form).await
}

/// How many rows each table has.
async fn rows(app: &TestApp) -> BTreeMap<String, usize> {
    contents(&app.db).await.into_iter().map(|(table, rows)| (table, rows.len())).collect()
}

/// What is wrong with a form that is sent twice, and the route where it was taken the first time.
#[derive(Default)]
struct Outcome {
    wrong: Vec<String>,
    taken: BTreeSet<String>,
}

/// One form twice: one after the other on SQLite, which lets one write at a time; at once on PostgreSQL.
async fn twice(stage: Stage, sending: &Sending, outcome: &RefCell<Outcome>) {
    let once = RefCell::new(BTreeMap::new());
    on_both(async |db| {
        let app = stage.set(db).await;
        if !sending.before.is_empty() {
            spoil(&app.db, sending.before).await;
        }
        let path = filled(&app, &sending.path).await;
        let at = format!("{} {} {:?}", sending.who, path, sending.form);
        let route = route_of(&Method::POST, &path);
        let anew = ANEW.contains(&route.as_str());
        let (first, second) = if is_sqlite(&app.db) {
            let first = send(&app, sending, &path).await;
            let after_one = contents(&app.db).await;
            once.replace(rows(&app).await);
            let second = send(&app, sending, &path).await;
            let after_two = contents(&app.db).await;
            for (table, rows) in after_two.iter().filter(|(table, rows)| !anew && after_one[*table] != **rows)
            {
                let new: Vec<_> = rows.iter().filter(|row| !after_one[table].contains(row)).collect();
                outcome.borrow_mut().wrong.push(format!("{at}: {table} {new:?}"));
            }
            (first, second)
        } else {
            let both = tokio::join!(send(&app, sending, &path), send(&app, sending, &path));
            let after = rows(&app).await;
            let alone = once.borrow();
            for (table, count) in after.iter().filter(|(table, count)| !anew && alone[*table] != **count) {
                let wrong = format!("at once {at}: {table} {count} rows, not {}", alone[table]);
                outcome.borrow_mut().wrong.push(wrong);
            }
            both
        };
        let usual = [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY, StatusCode::OK];
        for answer in [&first, &second] {
            let gone = answer.status == StatusCode::NOT_FOUND && first.status == StatusCode::SEE_OTHER;
            if !usual.contains(&answer.status) && !gone {
                outcome.borrow_mut().wrong.push(format!("{at}: {}", answer.status));
            }
        }
        if first.status != StatusCode::UNPROCESSABLE_ENTITY {
            outcome.borrow_mut().taken.insert(route);
        }
    })
    .await;
}

async fn all_twice(stage: Stage, sendings: Vec<Sending>) -> BTreeSet<String> {
    let outcome = RefCell::default();
    for sending in &sendings {
        twice(stage, sending, &outcome).await;
    }
    let outcome = outcome.into_inner();
    assert!(outcome.wrong.is_empty(), "{:#?}", outcome.wrong);
    outcome.taken
}

#[tokio::test]
async fn what_is_sent_twice_while_newcomers_choose_is_done_once() {
    let sendings = [on_pages(Stage::Selection).await, of_the_table(&SELECTION)].concat();
    let taken = all_twice(Stage::Selection, sendings).await;
    println!("{taken:#?}");
}

#[tokio::test]
async fn what_is_sent_twice_when_the_lists_are_open_is_done_once() {
    let sendings = [on_pages(Stage::Decision).await, of_the_table(&DECISION)].concat();
    let taken = all_twice(Stage::Decision, sendings).await;
    println!("{taken:#?}");
}
