//! All pages that a GET reaches, for promises that hold on every one of them: [`lively`] sets a stage on which
//! every kind of thing stands, [`addresses`] lists the routes with their parameters filled in, [`read`] opens
//! them all as one person.

use crate::app::{EVERYBODY, TestApp, Visitor};
use crate::hostile::fields::{ORDER_SIGNED, PLAN_SIGNED};
use crate::hostile::plain;
use crate::rounds::RUNNING;
use axum::http::{Method, StatusCode};
use domain::choices::{List, Order};
use domain::contacts::{Deed, Kind};
use domain::deliveries::Stoppable;
use domain::settings::Key;
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};
use store::testing::{column, contents, ids, on_sqlite, spoil};
use web::Access;

/// A list that the coordinator brings; nobody in it is known.
const LIST: &str = "ФИО;Предмет;Электронная почта\r\nКим Сергей;физика;kim@school.example\r\n";

/// What the two did together on the lively stage.
pub(crate) const TOPIC: &str = "8 «Б»: тишина после вопроса";

/// School 12 on 3 November with one of everything: joint work of Дана and Айгүл, their request, pair and signed
/// order, meetings, observed lessons, a change of mentor that Айгүл asks for, sealed rankings and a proposal, a list
/// that was brought. Gives the address of the joint work.
pub(crate) async fn lively(app: &TestApp) -> String {
    let dana = app.actor("dana").await;
    let deed =
        Deed { kind: Kind::Planning, held_on: date(2026, 10, 2), minutes: 45, topic: Some(TOPIC.into()) };
    let contact =
        actions::contacts::record(&app.context(&dana), &"dana".into(), &"aigul".into(), &deed).await.unwrap();
    crate::rotations::planned(app, "dana", "bekzhan", date(2026, 10, 8)).await;
    let map = [("planning", "3"), ("parents", "2"), ("words", "Уақыт жетпейді."), ("share", "yes")];
    app.visitor("dana").post("/plans/difficulties", &map).await;
    app.visitor("dana").post("/plans/difficulties/take", &[("topic", "planning")]).await;
    app.visitor("dana").post("/plans/adaptation/dana/tick", &[("tick", "workplace")]).await;
    let zere = app.actor("zere").await;
    let wishes = List::Mentors(Order::strict(["bekzhan", "aigul"]));
    actions::choices::keep(&app.context(&zere), &"programme".into(), &wishes).await.unwrap();
    crate::orders::assigned(app).await;
    for pair in ids(&app.db, "pairs").await {
        app.visitor("aigul").post(&format!("/pairs/{pair}/handover"), &[("note", "Разные часы.")]).await;
        let made = app.visitor("aigul").post(&format!("/plans/make/{pair}"), &[]).await;
        let add = format!("{}/add", made.location);
        app.visitor("aigul").post(&add, &crate::plans::STEP).await;
    }
    let list = LIST.as_bytes();
    app.visitor("gulnafisa").post_file("/rosters", &[("kind", "staff")], "штат.csv", list).await;
    app.travel_to(date(2026, 11, 3));
    let gulnafisa = app.actor("gulnafisa").await;
    actions::proposals::make(&app.context(&gulnafisa), &"programme".into()).await.unwrap();
    everything(app).await;
    format!("/contacts/{contact}")
}

/// One of everything that a school of November has beside its pairs.
async fn everything(app: &TestApp) {
    crate::meetings::staged(app).await;
    crate::reports::staged(app).await;
    crate::observations::staged(app).await;
    crate::endings::proposed(app).await;
    crate::surveys::staged(app).await;
    crate::pulses::staged(app).await;
    crate::regulations::staged(app).await;
    crate::questions::staged(app).await;
    crate::questions::practised(app).await;
    crate::competencies::staged(app).await;
    crate::goals::staged(app).await;
    crate::courses::staged(app).await;
    crate::courses::certified(app).await;
    crate::recognitions::staged(app).await;
    crate::sittings::staged(app, "dana", "zere").await;
    crate::commissions::staged(app).await;
    crate::appeals::staged(app).await;
    crate::plans::written(app).await;
    crate::feeds::made(app, "dana").await;
    crate::bundles::staged(app).await;
    crate::sanctions::staged(app).await;
    crate::pupils::staged(app).await;
    crate::concerns::staged(app).await;
    crate::sociometries::staged(app).await;
    crate::peers::carded(app).await;
    crate::awards::staged(app).await;
    crate::ideas::staged(app).await;
    crate::camps::staged(app).await;
    crate::lanterns::staged(app).await;
    crate::messages::staged(app).await;
    crate::deputies::staged(app).await;
    crate::scenes::staged(app).await;
    crate::absences::staged(app).await;
    crate::reservations::staged(app).await;
}

/// What a parameter of a path can be on this stage. Ids come from the table of the parameter's name,
/// `{mentor}` from `mentors`, and `{id}` from the table named like the path's first word.
async fn values(app: &TestApp, path: &str, parameter: &str) -> Vec<String> {
    let some = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    match parameter {
        "lang" => some(&["kk"]),
        // Every paper is laid out by the same form: one is enough to see the door.
        "list" if path.contains("/paper/") => some(&["people"]),
        "list" => some(&actions::handouts::Kind::ALL.map(actions::handouts::Kind::word)),
        // The pages of all sessions are laid out alike.
        "session" => some(&["how-adults-learn"]),
        "topic" => some(&["law"]),
        // One form for both of a pair.
        "whose" => some(&["mentee"]),
        "side" => some(&["mentor", "newcomer"]),
        "kind" if path.starts_with("/reports") => some(&["mentor"]),
        "kind" if path.starts_with("/forms") => {
            some(&domain::formsets::Kind::ALL.map(domain::formsets::Kind::word))
        }
        "kind" => some(&["staff"]),
        "form" if path.starts_with("/questions") => some(&["gift", "xml"]),
        "form" if path.starts_with("/courses") => some(&["json", "png"]),
        "form" => some(&["csv", "xlsx"]),
        "number" => some(&["1", "2", "3", "4", "5", "6", "7"]),
        "key" => some(&Key::ALL.map(Key::word)),
        "register" => some(&["mentors", "newcomers"]),
        "code" => codes(app).await,
        "secret" => secrets(app).await,
        "token" => Stoppable::ALL.map(|what| crate::deliveries::token(app, "dana", what)).into(),
        "what" => some(&["meetings"]),
        "word" => some(&["meeting", "load"]),
        "competency" => some(&["talk"]),
        "case" => ids(&app.db, "course_cases").await,
        "file" => vec![format!("{}.ics", crate::feeds::SECRET)],
        // One form for all pupils and one for all pairs, too.
        "id" if path == "/pupils/{id}/paper/{lang}" => some(&["ayan"]),
        "id" if path == "/peers/{id}/paper/{lang}" => some(&["peer-1"]),
        "id" if path == "/peers/{id}/note/{whose}/{lang}" => some(&["peer-1"]),
        "pupil" if path == "/volunteers/{pupil}/application/{lang}" => some(&["ayan"]),
        "scan" => ids(&app.db, "pupil_scans").await,
        "decision" => ids(&app.db, "scene_decisions").await,
        "note" => ids(&app.db, "lantern_notes").await,
        "login" | "person" => some(&EVERYBODY),
        // The one week in which a class is signed and another is not.
        "week" => some(&["2026-11-02"]),
        "id" if path.starts_with("/peers") => ids(&app.db, "peer_pairs").await,
        "id" if path.starts_with("/rosters") => ids(&app.db, "imports").await,
        "id" => ids(&app.db, path.split('/').nth(1).unwrap_or_default()).await,
        other => ids(&app.db, &format!("{other}s")).await,
    }
}

/// The secrets of links in letters.
pub(crate) async fn secrets(app: &TestApp) -> Vec<String> {
    let promised = column(&app.db, "jobs", "payload").await;
    let secret = |payload: &String| {
        let (_, rest) = payload.split_once("\"secret\":\"")?;
        rest.split('"').next().map(ToOwned::to_owned)
    };
    promised.iter().filter_map(secret).collect()
}

/// The codes under which papers are checked.
async fn codes(app: &TestApp) -> Vec<String> {
    let mut tx = app.db.read().await.unwrap();
    let orders =
        store::orders::of_programme(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap();
    orders.into_iter().map(|order| order.code).collect()
}

/// Every GET route that is there outside a demonstration, with its addresses on this stage.
pub(crate) async fn addresses(app: &TestApp) -> Vec<(&'static str, Vec<String>)> {
    addresses_of(app, &Method::GET).await
}

/// Every route of a method that is there outside a demonstration, with its addresses on this stage.
pub(crate) async fn addresses_of(app: &TestApp, method: &Method) -> Vec<(&'static str, Vec<String>)> {
    let routes = web::routes();
    let there = routes.list().filter(|route| route.method == *method && route.access != Access::Demo);
    let mut addresses = Vec::new();
    for path in there.map(|route| route.path) {
        // Nobody opens a comparison of nobody.
        let query = if path == "/mentors/compare" { "?with=aigul&with=bekzhan" } else { "" };
        let mut filled = vec![format!("{path}{query}")];
        for parameter in path.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
            let values = values(app, path, parameter).await;
            let hole = format!("{{{parameter}}}");
            filled = filled
                .iter()
                .flat_map(|path| values.iter().map(|value| path.replace(&hole, value)))
                .collect();
        }
        addresses.push((path, filled));
    }
    addresses
}

/// What somebody was given: each page and file that opened, by its address.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Reading {
    pub(crate) pages: BTreeMap<String, Vec<u8>>,
}

impl Reading {
    /// The pages in which words stand.
    pub(crate) fn found(&self, words: &str) -> Vec<&str> {
        let words = words.as_bytes();
        let holds = |page: &[u8]| page.windows(words.len()).any(|part| part == words);
        self.pages.iter().filter(|(_, page)| holds(page)).map(|(address, _)| address.as_str()).collect()
    }
}

/// Everybody opens the pages that note who opened them, so that they stay as they are from now on (docs/decisions/0043).
pub(crate) async fn look_at_noted(app: &TestApp, people: &[&str], addresses: &[(&str, Vec<String>)]) {
    const NOTED: [&str; 9] = [
        "/pupils/",
        "/peers",
        "/journals/",
        "/concerns/",
        "/references/",
        "/referrals",
        "/volunteers",
        "/awards/",
        "/sociometries",
    ];
    let is_noted = |one: &&String| NOTED.iter().any(|place| one.starts_with(place));
    let noted = addresses.iter().flat_map(|(_, filled)| filled).filter(is_noted);
    for address in noted {
        for person in people {
            app.visitor(person).bytes(address).await;
        }
    }
}

/// Opens every address as somebody, then the filters and prefilled forms to which these pages link.
pub(crate) async fn read(visitor: &Visitor<'_>, addresses: &[(&str, Vec<String>)]) -> Reading {
    let mut reading = Reading::default();
    let mut waiting: Vec<String> = addresses.iter().flat_map(|(_, filled)| filled.clone()).collect();
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    while let Some(address) = waiting.pop() {
        let (status, page) = visitor.bytes(&address).await;
        assert!(!status.is_server_error(), "{address}: {status}");
        if status == StatusCode::OK {
            let more = linked_queries(&String::from_utf8_lossy(&page));
            waiting.extend(more.into_iter().filter(|link| seen.insert(link.clone())));
            reading.pages.insert(address, page);
        }
    }
    reading
}

/// Links of a page to addresses with a query. The log offers every kind of everybody, page by page: of such addresses one
/// from each page is enough, all of them would be hundreds.
fn linked_queries(page: &str) -> Vec<String> {
    let links = page.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next()).map(plain);
    let whole = links.map(|link| format!("/{}", link.split('#').next().unwrap_or_default()));
    let narrowed_twice = |link: &String| link.starts_with("/audit?") && link.contains('&');
    let (of_log, mut others): (Vec<String>, Vec<String>) =
        whole.filter(|link| link.contains('?')).partition(narrowed_twice);
    others.extend(of_log.into_iter().next());
    others
}

#[test]
fn an_address_is_walked_with_all_its_parameters_and_without_its_fragment() {
    let page = "<a href=\"/meetings/log?pair=one&#38;day=2026-10-05#day\"></a><a href=\"/meetings\"></a>\
        <a href=\"/audit?kind=pairs&#38;person=dana\"></a><a href=\"/audit?kind=pairs&#38;person=zere\"></a>";
    let walked = ["/meetings/log?pair=one&day=2026-10-05", "/audit?kind=pairs&person=dana"];
    assert_eq!(linked_queries(page), walked);
}

#[tokio::test]
async fn n07_no_page_changes_anything_by_being_opened() {
    on_sqlite(async |db| {
        let app = TestApp::new(db).await;
        lively(&app).await;
        let closed = unopened(&app).await;
        spoil(&app.db, RUNNING).await;
        spoil(&app.db, "UPDATE endings SET state = 'closed'").await;
        spoil(&app.db, PLAN_SIGNED).await;
        spoil(&app.db, ORDER_SIGNED).await;
        spoil(&app.db, "UPDATE sittings SET marker_id = 'aigul'").await;
        spoil(&app.db, crate::awards::DRAWN).await;
        spoil(&app.db, crate::awards::CONFIRMED).await;
        spoil(&app.db, "UPDATE camps SET state = 'closed'").await;
        // A child has the device of somebody whom no other page needs.
        spoil(&app.db, "UPDATE sessions SET handed = '/peers/peer-1/device' WHERE person_id = 'timur'").await;
        let running = unopened(&app).await;
        let never: BTreeSet<&str> = closed.intersection(&running).copied().collect();
        assert_eq!(never, BTreeSet::new(), "nobody can open these: the stage lacks what they show");
    })
    .await;
}

/// Everybody opens every page, and nothing has changed. Gives the routes that nobody could open.
async fn unopened(app: &TestApp) -> BTreeSet<&'static str> {
    let addresses = addresses(app).await;
    let before = contents(&app.db).await;
    let mut unopened: BTreeSet<&str> = addresses.iter().map(|(route, _)| *route).collect();
    let visitors = EVERYBODY.map(|person| app.visitor(person)).into_iter().chain([app.stranger()]);
    for visitor in visitors {
        let reading = read(&visitor, &addresses).await;
        for (route, filled) in &addresses {
            if filled.iter().any(|address| reading.pages.contains_key(address)) {
                unopened.remove(route);
            }
        }
    }
    let after = contents(&app.db).await;
    // Who opens the page of a pupil or of a concern stands in it: docs/decisions/0043, 0045, 0047.
    let notes = ["pupil_reads", "restricted_reads", "scan_reads", "sociometry_reads", "concern_reads"];
    for (table, rows) in before.iter().filter(|(table, _)| !notes.contains(&table.as_str())) {
        assert_eq!(rows, &after[table], "{table}");
    }
    unopened
}
