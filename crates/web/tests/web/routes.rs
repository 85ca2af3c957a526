//! Role by route (feat:M1): every route that is registered is called as everybody. `docs/routes.md` holds the
//! doors; whoever adds a route sees in it whom they let in.

use crate::app::TestApp;
use axum::http::{Method, StatusCode};
use domain::people::Role;
use domain::requests::{Rhythm, Wish};
use jiff::civil::date;
use std::fmt::Write as _;
use store::Db;
use store::testing::on_both;
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

async fn doors(route: &Route) -> Vec<&'static str> {
    let path = route.path.replace(['{', '}'], "");
    let mut doors = Vec::new();
    // Each on a fresh school: signing out must not shut the next door.
    let app = TestApp::new(Db::open("sqlite::memory:").await.unwrap()).await;
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
    for route in routes {
        let cells = doors(route).await.join(" | ");
        let _ = writeln!(matrix, "| {} {} | {cells} |", route.method, route.path);
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
    const OPEN: [&str; 10] = [
        "/appearance",
        "/design",
        "/health",
        "/help",
        "/help/who-sees-what",
        "/language",
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
            ("/sign-out", "/"),
        ] {
            let answer = app.visitor("serik").get(form).await;
            assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, page));
        }
    })
    .await;
}

/// Ids of things that school 12 has: people, a programme, a request, a pair, an import, an order.
async fn things(app: &TestApp) -> Vec<String> {
    let (dana, zere, aigul) = (app.actor("dana").await, app.actor("zere").await, app.actor("aigul").await);
    let wish = || {
        let text = "Хочу научиться начинать урок спокойно.".to_owned();
        Wish { text, goals: vec![], rhythm: Rhythm::Weekly }
    };
    let open = actions::requests::send(&app.context(&zere), &"bekzhan".into(), wish()).await.unwrap();
    let taken = actions::requests::send(&app.context(&dana), &"aigul".into(), wish()).await.unwrap();
    let pair = actions::requests::accept(&app.context(&aigul), &taken).await.unwrap();
    let list = "ФИО;Электронная почта\r\nКим Сергей;kim@school.example\r\n";
    let brought = app
        .visitor("gulnafisa")
        .post_file("/rosters", &[("kind", "staff")], "штат.csv", list.as_bytes())
        .await;
    let import = brought.location.rsplit('/').next().unwrap().to_owned();
    let mut ids: Vec<String> = ["dana", "aigul", "gulnafisa", "serik", "programme"].map(str::to_owned).into();
    ids.extend([open.to_string(), taken.to_string(), pair.to_string(), import]);
    ids
}

#[tokio::test]
async fn n08_every_role_in_another_school_opens_nothing_of_this_one() {
    on_both(async |db| {
        let mut app = TestApp::new(db).await;
        let ids = things(&app).await;
        let mut tx = app.db.write().await.unwrap();
        for role in Role::ALL {
            store::people::open_role(&mut tx, &"timur".into(), role, date(2026, 8, 15)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let routes = web::routes();
        for id in &ids {
            app.forget_limits();
            for route in routes.list() {
                let usual = route.path.replace("{lang}", "ru").replace("{kind}", "staff");
                let usual = usual.replace("{form}", "csv");
                if !usual.contains('{') {
                    continue;
                }
                let path = filled(&usual, id);
                let answer = app.visitor("timur").call(&route.method, &path).await;
                let shut = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN, StatusCode::BAD_REQUEST];
                assert!(shut.contains(&answer.status), "{} {path}: {}", route.method, answer.status);
            }
        }
    })
    .await;
}

/// A path with an id in place of each parameter.
fn filled(path: &str, id: &str) -> String {
    let part = |part: &str| if part.starts_with('{') { id.to_owned() } else { part.to_owned() };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}
