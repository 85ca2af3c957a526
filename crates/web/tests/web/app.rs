//! The application under test: `app.visitor("dana").get("/requests")`.

use crate::seals::ROOT;
use actions::badges::{Keys, Signer};
use actions::reports::Typesetter;
use actions::seals::{Authority, Trust};
use actions::sociometries::{KEY_BYTES, Vault};
use actions::{Context, Ids};
use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, IF_NONE_MATCH, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, Response, StatusCode};
use domain::people::Actor;
use domain::{Day, Instant};
use http_body_util::BodyExt;
use jiff::SignedDuration;
use jiff::civil::date;
use jiff::tz::Offset;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::Db;
use tower::ServiceExt;
use web::letters::Outbox;
use web::{App, Clock, Config};

/// School 12 on 5 October 2026, with everybody signed in under their id.
pub(crate) struct TestApp {
    pub(crate) db: Db,
    pub(crate) router: Router,
    pub(crate) clock: Clock,
    pub(crate) outbox: Outbox,
    ids: Arc<Ids>,
    demo: bool,
    /// Hours that real time has gone on, by which limits count.
    hours: Arc<AtomicI64>,
}

/// Noon in the school on a day.
pub(crate) fn noon(day: Day) -> Instant {
    Offset::UTC.to_timestamp(day.at(7, 0, 0, 0)).unwrap()
}

/// Everybody of the stage.
pub(crate) const EVERYBODY: [&str; 9] =
    ["gulnafisa", "serik", "dana", "zere", "aigul", "bekzhan", "polina", "timur", "saule"];

impl TestApp {
    pub(crate) async fn new(db: Db) -> Self {
        Self::set_up(db, false).await
    }

    /// The same as a demonstration.
    pub(crate) async fn demo(db: Db) -> Self {
        Self::set_up(db, true).await
    }

    async fn set_up(db: Db, demo: bool) -> Self {
        store::testing::school_12(&db).await;
        let hours = Arc::new(AtomicI64::new(0));
        let gone = Arc::clone(&hours);
        let clock = Clock::new(move || {
            noon(date(2026, 10, 5)) + SignedDuration::from_hours(gone.load(Ordering::Relaxed))
        });
        let mut tx = db.write().await.unwrap();
        for person in EVERYBODY {
            let hash = actions::accounts::secret_hash(&token(person));
            let until = noon(date(2027, 10, 5));
            store::accounts::add_session(&mut tx, &hash, &person.into(), clock.now(), until).await.unwrap();
        }
        tx.commit().await.unwrap();
        let ids = Arc::new(Ids::counting(1_000));
        let outbox = Outbox::default();
        let router = router(&db, &clock, &ids, demo, &outbox, ROOT);
        Self { db, router, clock, outbox, ids, demo, hours }
    }

    /// The same where qualified signatures under another root are taken.
    pub(crate) async fn trusting(db: Db, root: &[u8]) -> Self {
        let mut app = Self::new(db).await;
        app.router = router(&app.db, &app.clock, &app.ids, false, &app.outbox, root);
        app
    }

    /// Forgets how often forms were sent, for tests that send more than hands can: an hour goes by and the clock of the
    /// pages stands still. A new router would do it too, and costs as much as a page.
    pub(crate) fn forget_limits(&mut self) {
        let now = self.clock.now();
        self.hours.fetch_add(1, Ordering::Relaxed);
        self.clock.travel_to(now);
    }

    /// The same school at the same hour on a copy of its database: what is sent there changes nothing here.
    pub(crate) fn on_copy(&self, db: Db) -> Self {
        let (clock, ids, outbox) = (self.clock.clone(), Arc::clone(&self.ids), Outbox::default());
        let router = router(&db, &clock, &ids, self.demo, &outbox, ROOT);
        let hours = Arc::clone(&self.hours);
        Self { db, router, clock, outbox, ids, demo: self.demo, hours }
    }

    /// Moves the clock to noon of a day.
    pub(crate) fn travel_to(&self, day: Day) {
        self.clock.travel_to(noon(day));
    }

    /// Somebody who is signed in.
    pub(crate) fn visitor<'a>(&'a self, person: &'a str) -> Visitor<'a> {
        Visitor { app: self, cookies: format!("talimger={}", token(person)) }
    }

    /// Somebody who is signed in chooses a language.
    pub(crate) async fn speak(&self, person: &str, lang: &str) {
        let chosen = self.visitor(person).post("/language", &[("lang", lang), ("back", "/")]).await;
        assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text);
    }

    /// Somebody who is not signed in.
    pub(crate) fn stranger(&self) -> Visitor<'_> {
        Visitor { app: self, cookies: String::new() }
    }

    /// What an action is handed when this person of school 12 acts: for setting a stage.
    pub(crate) fn context<'a>(&'a self, actor: &'a Actor) -> Context<'a> {
        let now = self.clock.now();
        let today = Offset::from_hours(5).unwrap().to_datetime(now).date();
        Context { db: &self.db, actor, now, today, ids: &self.ids }
    }

    /// Who a person is in school 12 today.
    pub(crate) async fn actor(&self, person: &str) -> Actor {
        let mut tx = self.db.read().await.unwrap();
        let found = store::people::get(&mut tx, &person.into()).await.unwrap().unwrap();
        let today = Offset::from_hours(5).unwrap().to_datetime(self.clock.now()).date();
        let roles = store::people::roles_on(&mut tx, &found.id, today).await.unwrap();
        Actor { person: found.id, school: found.school, district: None, roles }
    }
}

/// The key by which letters are stopped.
pub(crate) fn stops() -> Vault {
    Vault::new(&[8; KEY_BYTES]).unwrap()
}

fn token(person: &str) -> String {
    format!("token-of-{person}")
}

fn router(db: &Db, clock: &Clock, ids: &Arc<Ids>, demo: bool, outbox: &Outbox, root: &[u8]) -> Router {
    let mut trust = Trust::default();
    assert_eq!(trust.add(root), Some(1));
    let authority = Authority::Certificates(Arc::new(trust));
    let signer = Signer::read(&Signer::secret(&[7; 32]));
    let badges = signer.and_then(|signer| Keys::new(signer, Vec::new())).map(Arc::new);
    let vault = Vault::new(&[9; KEY_BYTES]).map(Arc::new);
    let stops = Some(Arc::new(stops()));
    let address = "https://talimger.example".into();
    let config = Config {
        address,
        demo,
        https: true,
        authority,
        badges,
        vault,
        stops,
        telegram: Some("mektep_bot".to_owned()),
    };
    let (db, clock, ids, outbox) = (db.clone(), clock.clone(), Arc::clone(ids), outbox.clone());
    web::router(App { db, clock, ids, config, typesetter: Typesetter::unbounded(), outbox })
}

/// Somebody at a browser.
pub(crate) struct Visitor<'a> {
    app: &'a TestApp,
    cookies: String,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    /// Where a redirect leads; empty otherwise.
    pub(crate) location: String,
    pub(crate) cookies: Vec<String>,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
    pub(crate) bytes: Vec<u8>,
}

impl Visitor<'_> {
    /// Who holds this cookie, as a browser sends it back.
    pub(crate) fn holding(mut self, set_cookie: &str) -> Self {
        set_cookie.split(';').next().unwrap_or_default().clone_into(&mut self.cookies);
        self
    }

    /// The same person with one more cookie.
    pub(crate) fn with_cookie(mut self, cookie: &str) -> Self {
        self.cookies = format!("{}; {cookie}", self.cookies);
        self
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, "", "none").await
    }

    /// The same where an older copy is known by its tag.
    pub(crate) async fn knowing(&self, path: &str, tag: &str) -> Answer {
        let request =
            Request::builder().uri(path).header(HOST, "talimger.example").header(IF_NONE_MATCH, tag);
        let request = request.body(Body::empty()).unwrap();
        Answer::of(self.app.router.clone().oneshot(request).await.unwrap()).await
    }

    /// Sends a form of our own page.
    pub(crate) async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send(Method::POST, path, &encoded(form), "same-origin").await
    }

    /// Sends a form from another site.
    pub(crate) async fn post_from_elsewhere(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send(Method::POST, path, &encoded(form), "cross-site").await
    }

    /// Sends a form with a file, as browsers do.
    pub(crate) async fn post_file(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        name: &str,
        file: &[u8],
    ) -> Answer {
        const EDGE: &str = "edge-of-a-part";
        let mut body = Vec::new();
        for (field, value) in fields {
            let part =
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend(file);
        body.extend(format!("\r\n--{EDGE}--\r\n").into_bytes());
        let media = format!("multipart/form-data; boundary={EDGE}");
        Answer::of(self.raw(Method::POST, path, body, "same-origin", &media).await).await
    }

    /// Sends what a mail program sends: no cookie, and nothing of where it comes from.
    pub(crate) async fn post_by_machine(&self, path: &str, media: &str, body: &str) -> Answer {
        let request = Request::builder().method(Method::POST).uri(path).header(HOST, "talimger.example");
        let request = request.header(CONTENT_TYPE, media).body(Body::from(body.to_owned())).unwrap();
        Answer::of(self.app.router.clone().oneshot(request).await.unwrap()).await
    }

    /// The bytes of a file that is handed out.
    pub(crate) async fn download(&self, path: &str) -> Vec<u8> {
        self.bytes(path).await.1
    }

    /// What an address gives, whether it is a page or a file.
    pub(crate) async fn bytes(&self, path: &str) -> (StatusCode, Vec<u8>) {
        let media = "application/x-www-form-urlencoded";
        let response = self.raw(Method::GET, path, Vec::new(), "none", media).await;
        let status = response.status();
        (status, response.into_body().collect().await.unwrap().to_bytes().to_vec())
    }

    /// Sends a form, or asks for a page, as a route says.
    pub(crate) async fn call(&self, method: &Method, path: &str) -> Answer {
        if *method == Method::GET { self.get(path).await } else { self.post(path, &[]).await }
    }

    async fn send(&self, method: Method, path: &str, body: &str, site: &str) -> Answer {
        let media = "application/x-www-form-urlencoded";
        Answer::of(self.raw(method, path, body.as_bytes().to_vec(), site, media).await).await
    }

    async fn raw(
        &self,
        method: Method,
        path: &str,
        body: Vec<u8>,
        site: &str,
        media: &str,
    ) -> Response<Body> {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, "talimger.example")
            .header("sec-fetch-site", site)
            .header(COOKIE, &self.cookies)
            .header(CONTENT_TYPE, media)
            .body(Body::from(body))
            .unwrap();
        self.app.router.clone().oneshot(request).await.unwrap()
    }
}

impl Answer {
    async fn of(response: Response<Body>) -> Self {
        let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
        let location = header(LOCATION).unwrap_or_default().to_owned();
        let cookies = response.headers().get_all(SET_COOKIE).iter();
        let cookies = cookies.map(|value| value.to_str().unwrap().to_owned()).collect();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().collect().await.unwrap().to_bytes().to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Self { status, location, cookies, headers, text, bytes }
    }
}

fn encoded(form: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish()
}
