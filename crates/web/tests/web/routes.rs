//! Role by route (feat:M1): every route that is registered is called as everybody. `docs/routes.md` holds the
//! doors; whoever adds a route sees in it whom they let in.

use crate::app::{TestApp, Visitor};
use crate::forms::{Form, PEOPLE, Stage, forms_of, route_of};
use crate::hostile::decision;
use crate::rounds::RUNNING;
use crate::walk;
use axum::http::{Method, StatusCode};
use domain::people::Role;
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use store::Db;
use store::testing::{contents, on_both, spoil, written};
use web::{Access, Route};

/// Who stands at the doors: a heading, and whose session it is; nobody's for a stranger.
const VISITORS: [(&str, Option<&str>); 7] = [
    ("stranger", None),
    ("no role", Some("polina")),
    ("newcomer", Some("dana")),
    ("mentor", Some("aigul")),
    ("coordinator", Some("gulnafisa")),
    ("head", Some("serik")),
    ("district officer", Some("saule")),
];

/// What a door says. Past it, the action decides about the thing: docs/permissions.md.
fn door(route: &Route, status: StatusCode, location: &str) -> &'static str {
    match status {
        StatusCode::SEE_OTHER if location.starts_with("/sign-in?back=") => "sign in",
        StatusCode::FORBIDDEN => "no",
        StatusCode::NOT_FOUND if route.access == Access::Demo => "–",
        status => {
            assert!(!status.is_server_error(), "{} {}: {status}", route.method, route.path);
            "yes"
        }
    }
}

async fn fresh() -> TestApp {
    TestApp::new(Db::open("sqlite::memory:").await.unwrap()).await
}

async fn doors(app: &TestApp, route: &Route) -> Vec<&'static str> {
    let path = route.path.replace(['{', '}'], "");
    let mut doors = Vec::new();
    for (_, person) in VISITORS {
        let visitor = person.map_or_else(|| app.stranger(), |person| app.visitor(person));
        let answer = visitor.call(&route.method, &path).await;
        doors.push(door(route, answer.status, &answer.location));
    }
    doors
}

#[tokio::test]
async fn the_doors_in_the_documents_are_those_of_the_application() {
    let heads: Vec<&str> = VISITORS.iter().map(|(head, _)| *head).collect();
    let mut matrix = format!("| route | {} |\n|---{}|\n", heads.join(" | "), "|---".repeat(heads.len()));
    let routes = web::routes();
    let mut routes: Vec<&Route> = routes.list().collect();
    routes.sort_by_key(|route| (route.path, route.method == Method::POST));
    let mut app = fresh().await;
    let mut before = written(&app.db).await;
    for route in routes {
        let cells = doors(&app, route).await.join(" | ");
        let _ = writeln!(matrix, "| {} {} | {cells} |", route.method, route.path);
        app.forget_limits();
        // Where anything was done the next door is tried in a fresh school: signing out must not shut it.
        if written(&app.db).await != before {
            app = fresh().await;
            before = written(&app.db).await;
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/routes.md");
    let document = std::fs::read_to_string(path).unwrap();
    let (head, _) = document.split_once("| route |").unwrap();
    if std::env::var_os("TALIMGER_WRITE_ROUTES").is_some() {
        std::fs::write(path, format!("{head}{matrix}")).unwrap();
        return;
    }
    assert!(
        document == format!("{head}{matrix}"),
        "docs/routes.md should hold (TALIMGER_WRITE_ROUTES=1 writes it):\n{matrix}"
    );
}

#[test]
fn a_route_that_opens_to_everybody_is_one_of_these() {
    const OPEN: [&str; 17] = [
        "/appearance",
        "/badges/{school}",
        "/badges/{school}/revoked",
        "/design",
        "/feeds/{file}",
        "/health",
        "/help",
        "/help/consent",
        "/help/talk",
        "/help/who-sees-what",
        "/language",
        "/letters/stop/{token}",
        "/meetings/answer/{secret}",
        "/sign-in",
        "/sign-in/code",
        "/verify/{code}",
        "/version",
    ];
    for route in web::routes().list().filter(|route| route.access == Access::Anyone) {
        assert!(OPEN.contains(&route.path), "{}: if it may be open, say so here", route.path);
    }
}

#[tokio::test]
async fn the_address_of_a_form_leads_to_the_page_above_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for (form, page) in [
            ("/people/dana/roles", "/people/dana"),
            ("/requests/r/answer", "/requests/r"),
            ("/orders/prepare", "/orders"),
            ("/programmes/programme/dates", "/programmes"),
            ("/programmes/days/remove", "/programmes"),
            ("/sign-out", "/"),
        ] {
            let answer = app.visitor("serik").get(form).await;
            assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, page));
        }
    })
    .await;
}

/// The routes of one thing by its id, with the ids that school 12 has of it.
async fn things(app: &TestApp, method: &Method) -> Vec<(&'static str, Vec<String>)> {
    // A paper is checked by whoever holds its code, a badge by whoever was shown it, a calendar read and letters stopped by
    // whoever has the address.
    const CHECKED: [&str; 5] = [
        "/verify/{code}",
        "/badges/{school}",
        "/badges/{school}/revoked",
        "/feeds/{file}",
        "/letters/stop/{token}",
    ];
    let mut things = walk::addresses_of(app, method).await;
    // A camp is for all schools of a district: `camps` tests to whom it opens.
    things.retain(|(path, _)| by_id(path) && !CHECKED.contains(path) && !path.starts_with("/camps/"));
    for (path, filled) in &mut things {
        filled.retain(|address| !address.split('/').any(|part| part == "timur"));
        assert!(!filled.is_empty(), "{path}: the stage lacks what this shows");
    }
    things
}

/// Whether an address names a thing of a school: a language, a kind, a form of a file, a week, a topic, a question of the pulse and a session of the
/// outline are the same in all of them.
fn by_id(path: &str) -> bool {
    let words = ["{lang}", "{kind}", "{form}", "{week}", "{session}", "{topic}", "{word}"];
    path.split('/').any(|part| part.starts_with('{') && !words.contains(&part))
}

/// Тимур of school 7 in every role there is.
async fn timur_is_everything(app: &TestApp) {
    let mut tx = app.db.write().await.unwrap();
    for role in Role::ALL {
        store::people::open_role(&mut tx, &"timur".into(), role, date(2026, 8, 15)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn n08_every_role_in_another_school_opens_nothing_of_this_one() {
    on_both(async |db| {
        let mut app = decision(db).await;
        timur_is_everything(&app).await;
        spoil(&app.db, RUNNING).await;
        let before = contents(&app.db).await;
        for method in [Method::GET, Method::POST] {
            for (route, filled) in things(&app, &method).await {
                app.forget_limits();
                let nothing = app.visitor("timur").call(&method, &route.replace(['{', '}'], "")).await;
                // An empty form may be unreadable before anything is looked for.
                let unread = method == Method::POST && nothing.status == StatusCode::BAD_REQUEST;
                assert!(unread || nothing.status == StatusCode::NOT_FOUND, "{method} {route}");
                // The course of his own school, whose certificate is shown in this one, stands on the stage, too.
                for address in filled.into_iter().filter(|address| !address.contains("7-passed")) {
                    let answer = app.visitor("timur").call(&method, &address).await;
                    assert_eq!(answer.status, nothing.status, "{method} {address}");
                }
            }
        }
        assert!(contents(&app.db).await == before, "something was changed");
    })
    .await;
}

/// Every row but those of Тимур and his school: he may print his own slip.
async fn of_school_12(app: &TestApp) -> BTreeMap<String, Vec<String>> {
    let mut tables = contents(&app.db).await;
    for rows in tables.values_mut() {
        rows.retain(|row| !row.contains("timur") && !row.contains("school-7"));
    }
    tables
}

/// Somebody of another school sends a form: they learn nothing, and of a thing by its id not even that it is there.
async fn is_not_there(stranger: &Visitor<'_>, form: &Form) {
    let sent: Vec<(&str, &str)> =
        form.fields.iter().map(|field| (field.name.as_str(), field.value.as_str())).collect();
    let answer = if form.file {
        stranger.post_file(&form.action, &sent, "list.csv", b"a").await
    } else {
        stranger.post(&form.action, &sent).await
    };
    assert!(!answer.status.is_server_error(), "{}: {}", form.action, answer.status);
    if by_id(&route_of(&Method::POST, &form.action)) {
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", form.action);
    }
    for name in ["Сәтбаева", "Искалиева", "Нұрбаева"] {
        assert!(!answer.text.contains(name), "{}: {name}", form.action);
    }
}

#[tokio::test]
async fn n08_no_form_of_this_school_is_heard_from_another() {
    // A camp is for all schools of a district: `camps` tests who may do what there. Letters are stopped by whoever has one.
    const OWN: [&str; 6] = ["/camps", "/appearance", "/language", "/letters/stop/", "/profile", "/sign-in"];
    for stage in [Stage::Selection, Stage::Decision] {
        on_both(async |db| {
            let mut app = stage.set(db).await;
            let (mut seen, mut forms) = (BTreeSet::new(), Vec::new());
            for person in PEOPLE {
                forms.extend(forms_of(&app, person, &mut seen).await);
            }
            timur_is_everything(&app).await;
            forms.retain(|form| !OWN.iter().any(|own| form.action.starts_with(own)));
            let before = of_school_12(&app).await;
            // All tables are read once for several forms: what one of them did is there after the others, too.
            for some in forms.chunks(8) {
                for form in some {
                    app.forget_limits();
                    is_not_there(&app.visitor("timur"), form).await;
                }
                let sent: Vec<&str> = some.iter().map(|form| form.action.as_str()).collect();
                assert!(of_school_12(&app).await == before, "one of {sent:?} was heard");
            }
        })
        .await;
    }
}
