//! Pages through the whole application, without a socket, against two floors in the same run:
//! `cargo bench -p web`. Every page that needs no id is there, so that a new one is measured by itself.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up should stop at once")]

use actions::requests::send;
use actions::seals::Authority;
use actions::{Context, Ids};
use axum::Router;
use axum::body::Body;
use axum::http::header::{COOKIE, HOST};
use axum::http::{Method, Request, StatusCode};
use divan::Bencher;
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::people::{Actor, Person, Role};
use domain::requests::{Rhythm, Wish};
use domain::{Day, Instant};
use http_body_util::BodyExt;
use jiff::civil::date;
use jiff::tz::Offset;
use std::sync::{Arc, LazyLock};
use store::Db;
use tokio::runtime::Runtime;
use tower::ServiceExt;
use web::{Access, App, Clock, Config};

const TODAY: Day = date(2026, 10, 5);
/// As many as the demonstration has, and some more.
const NEWCOMERS: usize = 12;
const MENTORS: usize = 12;
const TEACHERS: usize = 40;

fn main() {
    divan::main();
}

fn noon() -> Instant {
    Offset::UTC.to_timestamp(TODAY.at(7, 0, 0, 0)).unwrap()
}

struct Stage {
    runtime: Runtime,
    router: Router,
    _folder: tempfile::TempDir,
}

static STAGE: LazyLock<Stage> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("school.db").display());
    let router = runtime.block_on(application(&database));
    Stage { runtime, router, _folder: folder }
});

async fn application(database: &str) -> Router {
    let db = Db::open(database).await.unwrap();
    let ids = Arc::new(Ids::counting(0));
    store::testing::school_12(&db).await;
    crowd(&db).await;
    for number in 0..NEWCOMERS {
        let actor = Actor {
            person: format!("newcomer-{number}").into(),
            school: Some("school-12".into()),
            district: None,
            roles: vec![Role::Teacher, Role::Newcomer],
        };
        let context = Context { db: &db, actor: &actor, now: noon(), today: TODAY, ids: &ids };
        send(&context, &"aigul".into(), wish()).await.unwrap();
        send(&context, &format!("mentor-{number}").as_str().into(), wish()).await.unwrap();
    }
    let config = Config {
        address: "https://talimger.example".into(),
        demo: false,
        https: true,
        authority: Authority::Nobody,
        badges: None,
        vault: None,
        stops: None,
        telegram: None,
    };
    let (typesetter, outbox) = (actions::reports::Typesetter::unbounded(), web::letters::Outbox::default());
    web::router(App { db, clock: Clock::new(noon), ids, config, typesetter, outbox })
}

fn wish() -> Wish {
    Wish {
        text: "Хочу научиться держать внимание класса без крика, как у вас на уроке в седьмом классе.".into(),
        goals: vec!["внимание класса".into()],
        rhythm: Rhythm::Weekly,
    }
}

async fn crowd(db: &Db) {
    let mut tx = db.write().await.unwrap();
    let polina = store::people::get(&mut tx, &"polina".into()).await.unwrap().unwrap();
    let named = |kind: &str, count: usize| (0..count).map(move |number| format!("{kind}-{number}")).collect();
    let groups: [(Vec<String>, Option<Role>); 3] = [
        (named("newcomer", NEWCOMERS), Some(Role::Newcomer)),
        (named("mentor", MENTORS), Some(Role::Mentor)),
        (named("teacher", TEACHERS), None),
    ];
    for (ids, role) in groups {
        for id in ids {
            let person = Person { id: id.as_str().into(), email: None, ..polina.clone() };
            store::people::add(&mut tx, &person, None).await.unwrap();
            for role in [Some(Role::Teacher), role].into_iter().flatten() {
                store::people::open_role(&mut tx, &person.id, role, date(2026, 8, 15)).await.unwrap();
            }
            if role == Some(Role::Newcomer) {
                store::newcomers::add(&mut tx, &newcomer(&id)).await.unwrap();
            }
            if role == Some(Role::Mentor) {
                let mentor = Mentor { person: person.id.clone(), ..store::testing::mentor(&id, 2) };
                store::mentors::add(&mut tx, &mentor).await.unwrap();
            }
        }
    }
    for person in ["gulnafisa", "serik", "dana", "aigul", "saule"] {
        let (hash, until) =
            (actions::accounts::secret_hash(person), noon() + jiff::SignedDuration::from_hours(9));
        store::accounts::add_session(&mut tx, &hash, &person.into(), noon(), until).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn newcomer(id: &str) -> Newcomer {
    Newcomer {
        id: id.into(),
        school: "school-12".into(),
        programme: "programme".into(),
        person: id.into(),
        hired_on: date(2026, 8, 25),
        version: 0,
    }
}

/// A page and who looks at it.
struct Look {
    path: &'static str,
    person: &'static str,
}

impl std::fmt::Display for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} as {}", self.path, self.person)
    }
}

/// Every page without an id, each as the person who has most to see there.
fn looks() -> Vec<Look> {
    let pages = web::routes();
    let pages = pages.list().filter(|route| route.method == Method::GET && !route.path.contains('{'));
    let mut looks: Vec<Look> = pages
        .filter_map(|route| {
            let person = match route.access {
                Access::Demo => return None,
                Access::Anyone | Access::SignedIn => "gulnafisa",
                Access::OneOf(roles) => person(roles),
            };
            Some(Look { path: route.path, person })
        })
        .collect();
    looks.retain(|look| answer(look.path, Some(look.person)).0 == StatusCode::OK);
    looks
}

fn person(roles: &[Role]) -> &'static str {
    const PEOPLE: [(Role, &str); 5] = [
        (Role::Coordinator, "gulnafisa"),
        (Role::Mentor, "aigul"),
        (Role::Newcomer, "dana"),
        (Role::Head, "serik"),
        (Role::DistrictOfficer, "saule"),
    ];
    PEOPLE.iter().find(|(role, _)| roles.contains(role)).map_or("gulnafisa", |(_, person)| person)
}

/// The status and the whole body.
fn answer(path: &str, person: Option<&str>) -> (StatusCode, usize) {
    let mut request = Request::builder().uri(path).header(HOST, "talimger.example");
    if let Some(person) = person {
        request = request.header(COOKIE, format!("talimger={person}"));
    }
    let request = request.body(Body::empty()).unwrap();
    STAGE.runtime.block_on(async {
        let response = STAGE.router.clone().oneshot(request).await.unwrap();
        (response.status(), response.into_body().collect().await.unwrap().to_bytes().len())
    })
}

/// The router, its layers and nothing else.
#[divan::bench]
fn floor_a_a_line_for_a_stranger(bencher: Bencher) {
    bencher.bench(|| answer("/version", None));
}

/// The same, and who came: session, person, roles, account.
#[divan::bench]
fn floor_b_a_line_for_somebody_signed_in(bencher: Bencher) {
    bencher.bench(|| answer("/version", Some("gulnafisa")));
}

#[divan::bench(args = looks())]
fn page(bencher: Bencher, look: &Look) {
    bencher.bench(|| answer(look.path, Some(look.person)));
}
