//! The forms of all pages, as a browser finds them: for promises that hold for every one of them.

use crate::app::{EVERYBODY, TestApp, Visitor};
use crate::hostile::fields::{ALONE, ORDER_SIGNED, PLAN_SIGNED, UNSIGNED};
use crate::hostile::{decision, selection};
use crate::rounds::RUNNING;
use crate::walk;
use axum::http::{Method, StatusCode};
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use store::Db;
use store::testing::spoil;
use web::{Access, Route};

/// Who between them come to every form: both sides, somebody who has come forward, those who run the school.
pub(crate) const PEOPLE: [&str; 5] = ["dana", "aigul", "polina", "gulnafisa", "serik"];

/// One of the stages on which forms stand.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stage {
    Selection,
    Decision,
}

impl Stage {
    pub(crate) async fn set(self, db: Db) -> TestApp {
        match self {
            Self::Selection => selection(db).await,
            Self::Decision => decision(db).await,
        }
    }
}

/// A form that is sent by POST: where it leads, and its fields as they stand on the page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    pub(crate) action: String,
    pub(crate) fields: Vec<Field>,
    /// Takes a file.
    pub(crate) file: bool,
}

/// One field, button or mark of a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) value: String,
    /// What kind of field a browser takes it for; `textarea`, `select` and `button` are kinds too.
    pub(crate) kind: String,
    /// The smallest value that a browser lets through.
    pub(crate) least: String,
}

fn value_of(field: ElementRef<'_>) -> String {
    if field.value().name() == "select" {
        let option = Selector::parse("option[value]:not([value=''])").unwrap();
        let mut options: Vec<ElementRef> = field.select(&option).collect();
        // What stands in it; the first one where nothing does.
        options.sort_by_key(|one| one.attr("selected").is_none());
        return options.first().and_then(|one| one.attr("value")).unwrap_or_default().to_owned();
    }
    field.attr("value").map_or_else(|| field.text().collect(), ToOwned::to_owned)
}

fn field(of: ElementRef<'_>) -> Field {
    let attr = |name| of.attr(name).unwrap_or_default().to_owned();
    let kind = match of.value().name() {
        "input" => of.attr("type").unwrap_or("text"),
        other => other,
    };
    Field { name: attr("name"), value: value_of(of), kind: kind.to_owned(), least: attr("min") }
}

/// The forms of a page that are sent by POST.
fn forms(page: &str) -> Vec<Form> {
    let all = Selector::parse("form[method=post]").unwrap();
    let named = Selector::parse("input[name], textarea[name], select[name], button[name]").unwrap();
    let read = |form: ElementRef<'_>| Form {
        action: form.attr("action").unwrap().to_owned(),
        fields: form.select(&named).map(field).collect(),
        file: form.attr("enctype").is_some(),
    };
    Html::parse_document(page).select(&all).map(read).collect()
}

/// Every form that somebody comes to, once for each route it leads to and set of names.
pub(crate) async fn forms_of(
    app: &TestApp,
    person: &str,
    seen: &mut BTreeSet<(String, Vec<String>)>,
) -> Vec<Form> {
    let addresses = walk::addresses(app).await;
    let mut found = Vec::new();
    for page in pages(app, person, &addresses).await {
        for form in forms(&page) {
            let route = route_of(&Method::POST, &form.action);
            let names: Vec<String> = form.fields.iter().map(|field| field.name.clone()).collect();
            // Signing out would end the walk.
            if route != "POST /sign-out" && seen.insert((route, names)) {
                found.push(form);
            }
        }
    }
    found
}

/// Somebody by their id; nobody for a stranger.
pub(crate) fn visitor<'a>(app: &'a TestApp, who: &'a str) -> Visitor<'a> {
    if who.is_empty() { app.stranger() } else { app.visitor(who) }
}

/// All routes, gathered once: thousands of addresses are looked up in them.
static ROUTES: LazyLock<Vec<Route>> = LazyLock::new(|| web::routes().list().cloned().collect());

/// The route that an address belongs to.
pub(crate) fn route_of(method: &Method, address: &str) -> String {
    let address = address.split(['?', '#']).next().unwrap();
    let parts: Vec<&str> = address.split('/').collect();
    let fits = |pattern: &str| {
        let pattern: Vec<&str> = pattern.split('/').collect();
        pattern.len() == parts.len()
            && pattern.iter().zip(&parts).all(|(one, part)| one == part || one.starts_with('{'))
    };
    let mut found: Vec<&str> =
        ROUTES.iter().filter(|route| route.method == *method).map(|route| route.path).collect();
    found.retain(|pattern| fits(pattern));
    // `/requests/new` before `/requests/{id}`.
    found.sort_by_key(|pattern| pattern.matches('{').count());
    format!("{method} {}", found.first().unwrap_or(&address))
}

/// Whether a form may stand there: papers and tables are laid out anew for each reader, which takes longer than a page.
fn is_drawn(route: &str) -> bool {
    !["/design", "/paper/{lang}", "/table/{form}"].iter().any(|end| route.ends_with(end))
}

/// Every page that somebody opens by its address alone.
pub(crate) async fn pages(app: &TestApp, who: &str, addresses: &[(&str, Vec<String>)]) -> Vec<String> {
    let mut pages = Vec::new();
    for address in addresses.iter().filter(|(route, _)| is_drawn(route)).flat_map(|(_, filled)| filled) {
        let (status, page) = visitor(app, who).bytes(address).await;
        if status == StatusCode::OK && page.starts_with(b"<!") {
            pages.push(String::from_utf8(page).unwrap());
        }
    }
    pages
}

/// Where all forms of a page lead, method before address.
fn actions(page: &str) -> BTreeSet<(Method, String)> {
    let all = Selector::parse("form").unwrap();
    let read = |form: ElementRef<'_>| {
        let post = form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
        (if post { Method::POST } else { Method::GET }, form.attr("action").unwrap_or_default().to_owned())
    };
    Html::parse_document(page).select(&all).map(read).collect()
}

/// A modelled situation is open to other schools, and a guest was asked to play.
const SCENE_OPEN: &str = "UPDATE scenes SET open_for = 'Математика' WHERE state = 'planned'; \
    INSERT INTO scene_people (school_id, scene_id, person_id, home_id, part, asked, present) \
    SELECT school_id, id, 'timur', 'school-7', 'observer', 'mentor', 0 FROM scenes WHERE state = 'planned'";

/// Айгүл is away on the day on which Зере is to meet her.
const AWAY: &str = "INSERT INTO absences (id, school_id, person_id, from_day, until_day, entered_by, entered_at) \
    VALUES ('absence', 'school-12', 'aigul', '2026-10-05', '2026-10-09', 'gulnafisa', 0)";

/// What each stage is turned into, for the forms that stand on no page at first.
const TURNS: &[(Stage, &str)] = &[
    (Stage::Selection, ""),
    (Stage::Selection, "UPDATE requests SET state = 'read'"),
    (Stage::Selection, "UPDATE requests SET state = 'asked'"),
    (Stage::Selection, AWAY),
    (Stage::Decision, ""),
    (Stage::Decision, UNSIGNED),
    (Stage::Decision, ALONE),
    (
        Stage::Decision,
        "DELETE FROM plan_goal_steps; DELETE FROM plan_goal_changes; DELETE FROM plan_goals; DELETE FROM plan_changes; DELETE FROM plan_items; DELETE FROM plans",
    ),
    (Stage::Decision, PLAN_SIGNED),
    (Stage::Decision, SCENE_OPEN),
    (Stage::Decision, ORDER_SIGNED),
    (
        Stage::Decision,
        "UPDATE plan_items SET due_on = '2027-01-20', laid_on = '2027-01-20' WHERE step = 'analysis'",
    ),
    (Stage::Decision, "DELETE FROM proposal_lines; DELETE FROM proposals; DELETE FROM choices"),
    (Stage::Decision, "DELETE FROM extensions; DELETE FROM endings"),
    (
        Stage::Decision,
        "UPDATE reports SET state = 'draft'; \
         INSERT INTO pupils (id, school_id, family, given, class, class_key) \
         VALUES ('pupil', 'school-12', 'Ли', 'Анна', '8А', '8А'); \
         UPDATE awards SET state = 'drawn', list_hash = '0', frozen_on = '2026-11-03', seed = '512 34', \
         drawn_on = '2026-11-03'; \
         UPDATE ideas SET removed = '{\"by\":\"gulnafisa\",\"on\":\"2026-10-05\",\"words\":\"Қорқытады\"}'",
    ),
    (Stage::Decision, RUNNING),
];

/// Forms for whose page no stage is set here.
const UNREACHED: &[&str] = &[
    "/changes/lot",
    "/changes/lot/number",
    "/contacts/{id}/forget",
    "/courses/self-check/{topic}",
    "/handed",
    "/mentors/nominate",
    "/messages/{id}/send",
    "/newcomers/{id}/take-back",
    "/observations/new",
    "/people/{id}/stay",
    "/plans/development/{newcomer}/review",
    "/plans/{id}/answers",
    "/profile/telegram/end",
    "/programmes/days/remove",
    "/programmes/offers",
    "/programmes/templates/change",
    "/programmes/years/{id}/shelf",
    "/rosters/{id}/undo",
    "/sittings/{id}/look",
    "/sittings/{id}/marking",
    "/sittings/{id}/panel/ask",
    "/sittings/{id}/panel/step",
    "/sociometries/{id}/ask", // behind the own name, which a pupil chooses on a device that was handed over
];

/// Where the forms of the pages of a stage lead; each leads to a route with ids that are there: an id of another kind
/// in the right place would be a form that nobody can send.
async fn led_to(app: &TestApp) -> BTreeSet<(Method, &'static str)> {
    let mut there = BTreeMap::new();
    for method in [Method::GET, Method::POST] {
        for (route, filled) in walk::addresses_of(app, &method).await {
            let places = filled.into_iter().map(|address| address.split('?').next().unwrap().to_owned());
            there.extend(places.map(|place| ((method.clone(), place), route)));
        }
    }
    let addresses = walk::addresses(app).await;
    let mut led_to = BTreeSet::new();
    for who in EVERYBODY.into_iter().chain([""]) {
        for page in pages(app, who, &addresses).await {
            for (method, action) in actions(&page) {
                let address = action.split(['?', '#']).next().unwrap().to_owned();
                let route = there.get(&(method.clone(), address));
                assert!(route.is_some(), "{who}: a form leads to {method} {action}, which is not there");
                led_to.insert((method, *route.unwrap()));
            }
        }
    }
    led_to
}

#[tokio::test]
async fn every_form_leads_to_a_route_with_ids_that_are_there() {
    let mut reached = BTreeSet::new();
    for (stage, turn) in TURNS {
        let app = stage.set(Db::open("sqlite::memory:").await.unwrap()).await;
        if !turn.is_empty() {
            spoil(&app.db, turn).await;
        }
        reached.extend(led_to(&app).await);
    }
    let posts = ROUTES.iter().filter(|route| route.method == Method::POST && route.access != Access::Demo);
    let mut unreached: Vec<&str> = posts.map(|route| route.path).collect();
    unreached.retain(|path| !reached.contains(&(Method::POST, *path)));
    unreached.sort_unstable();
    assert_eq!(unreached, UNREACHED, "no page of the stages has a form that leads there");
}
