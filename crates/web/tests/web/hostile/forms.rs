//! No form, no address and no question breaks anything, whatever is put where: fields that people do not type into
//! are sent by whoever wants to.

use super::{decision, selection};
use crate::app::TestApp;
use crate::forms::{Form, PEOPLE, forms_of};
use std::collections::BTreeSet;
use store::testing::{is_sqlite, on_both, spoil};

/// What no number takes.
const NUMBER: &str = "99999999999999999999";
/// What PostgreSQL refuses.
const NUL: &str = "\0";
/// One of each kind that a program may stumble over.
const ALL_OVER: [&str; 4] = [NUL, "", "-1", "😀'\"<ә>%00{{7*7}}"];

/// Where each name of a form stands first, and one place behind the last.
fn places(form: &Form) -> Vec<usize> {
    let first = |at: &usize| form.fields[..*at].iter().all(|field| field.name != form.fields[*at].name);
    (0..form.fields.len()).filter(first).chain([form.fields.len()]).collect()
}

/// Sends a form with one field spoilt after the other, then with all of them spoilt in each way. On PostgreSQL the
/// spoilt field holds what only it refuses.
async fn spoilt(app: &TestApp, person: &str, form: &Form) {
    let all = form.fields.len();
    let nasty = if is_sqlite(&app.db) { NUMBER } else { NUL };
    for at in places(form) {
        send(app, person, form, |place| at == all || at == place, nasty).await;
    }
    for nasty in ALL_OVER {
        send(app, person, form, |_| true, nasty).await;
    }
}

/// Sends a form with something nasty in some of its places.
async fn send(app: &TestApp, person: &str, form: &Form, spoilt: impl Fn(usize) -> bool, nasty: &str) {
    let value = |at: usize, old: &'_ str| if spoilt(at) { nasty.to_owned() } else { old.to_owned() };
    let fields: Vec<(&str, String)> = form
        .fields
        .iter()
        .enumerate()
        .map(|(at, field)| (field.name.as_str(), value(at, &field.value)))
        .collect();
    let sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = app.visitor(person).post(&form.action, &sent).await;
    assert!(!answer.status.is_server_error(), "{person} {}: {}: {sent:?}", form.action, answer.status);
}

async fn nothing_breaks(mut app: TestApp) {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for person in PEOPLE {
        found.extend(forms_of(&app, person, &mut seen).await.into_iter().map(|form| (person, form)));
    }
    assert!(found.len() > 15, "forms were found");
    for (person, form) in found {
        app.forget_limits();
        spoilt(&app, person, &form).await;
        // Whose device is in a child's hand gets to no other form.
        spoil(&app.db, "UPDATE sessions SET handed = NULL").await;
    }
}

#[tokio::test]
async fn no_form_breaks_in_the_selection_whatever_its_fields_hold() {
    on_both(async |db| nothing_breaks(selection(db).await).await).await;
}

#[tokio::test]
async fn no_form_breaks_in_the_decision_whatever_its_fields_hold() {
    on_both(async |db| nothing_breaks(decision(db).await).await).await;
}

#[tokio::test]
async fn no_address_breaks_whatever_stands_in_it() {
    const PARTS: [&str; 6] =
        ["%00", "a%00b", "%FF%FE", "..%2F..%2Fetc", "%F0%9F%98%80%27%22%3C", "%7B%7B7*7%7D%7D"];
    // Every name that a page reads from its address.
    const ASKED: [&str; 16] = [
        "q", "find", "show", "with", "only", "at", "person", "kind", "before", "back", "from", "page", "of",
        "code", "topic", "lang",
    ];
    on_both(async |db| {
        let mut app = selection(db).await;
        for part in PARTS {
            app.forget_limits();
            let query: Vec<String> = ASKED.iter().map(|name| format!("{name}={part}")).collect();
            // Signing out would end the walk.
            for route in web::routes().list().filter(|route| route.path != "/sign-out") {
                let path: Vec<&str> = route
                    .path
                    .split('/')
                    .map(|word| if word.starts_with('{') { part } else { word })
                    .collect();
                let path = format!("{}?{}", path.join("/"), query.join("&"));
                let people = if part == "%00" { &["gulnafisa", "dana", "aigul"][..] } else { &["gulnafisa"] };
                for person in people {
                    let answer = app.visitor(person).call(&route.method, &path).await;
                    assert!(
                        !answer.status.is_server_error(),
                        "{person} {} {path}: {}",
                        route.method,
                        answer.status
                    );
                    assert!(!answer.text.contains("'\"<"), "{path}: markup of an address is text");
                }
            }
        }
    })
    .await;
}
