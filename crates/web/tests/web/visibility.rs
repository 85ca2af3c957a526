//! The matrix of docs/visibility.md before every route of awards, concerns, changes, referrals and acts of deletion: a route
//! that nobody has given a row stops this test.

use crate::app::{EVERYBODY, TestApp};
use crate::awards::RULE;
use crate::{awards, concerns, pupils, walk};
use axum::http::{Method, StatusCode};
use domain::PersonId;
use domain::people::{Actor, Role};
use domain::visibility::{Child, Data, Reader, Sight};
use store::testing::{contents, on_both};

/// To whom a route opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    /// Whoever works at a school, at their own one.
    Staff,
    /// Whoever looks at pupils of the school as anything.
    Carers,
    /// Whoever leads the school.
    Leads,
    /// The coordinator.
    Coordinator,
    /// Whoever looks after pupils who help: class teacher and coordinator.
    Keeps,
    /// The same, and whoever leads the school.
    KeepsOrLeads,
    /// Whoever sees this about the pupil whole.
    Sees(Data),
    /// Whoever reads what changed for groups.
    Groups,
    /// Whoever leads a case: those who see concerns whole.
    Case,
    /// The same, and whoever raised it.
    CaseOrRaised,
}

fn opens(method: &Method, path: &str) -> Opens {
    match (method.as_str(), path) {
        ("GET", "/awards" | "/awards/{id}" | "/referrals") => Opens::Carers,
        ("POST", "/awards" | "/awards/{id}/step")
        | ("GET", "/awards/{id}/file" | "/awards/{id}/protocol/{lang}" | "/awards/{id}/order/{lang}") => {
            Opens::Leads
        }
        ("POST", "/awards/{id}/nominate") => Opens::Keeps,
        ("GET", "/awards/{id}/pupils/{pupil}") => Opens::Sees(Data::Volunteering),
        ("POST", "/awards/{id}/pupils/{pupil}") => Opens::KeepsOrLeads,
        ("GET", "/concerns") | (_, "/concerns/new") => Opens::Staff,
        ("GET", "/concerns/{id}") => Opens::CaseOrRaised,
        (
            "POST",
            "/concerns/{id}/lead"
            | "/concerns/{id}/hand"
            | "/concerns/{id}/name"
            | "/concerns/{id}/note"
            | "/concerns/{id}/step"
            | "/concerns/{id}/close",
        ) => Opens::Case,
        ("GET", "/changes") => Opens::Groups,
        ("POST", "/changes/lot" | "/changes/lot/number") => Opens::Coordinator,
        ("GET", "/handouts/{list}/paper/{lang}" | "/handouts/{list}/table/{form}") => Opens::Leads,
        other => panic!("{other:?}: say which row of docs/visibility.md it is"),
    }
}

/// As what somebody looks at Аян of 8А, whom alone an award names: Дана teaches that class, the head has named Бекжан
/// psychologist.
fn readers(actor: &Actor) -> Vec<Reader> {
    let school = "school-12".into();
    let (teachers, specialists) = ([PersonId::from("dana")], [PersonId::from("bekzhan")]);
    let named_by_head = &specialists;
    let child =
        Child { school: &school, class_teachers: &teachers, specialists: &specialists, named_by_head };
    child.readers(actor).collect()
}

/// Who raised the concern of an address; nobody where it is about none.
async fn raiser(app: &TestApp, address: &str) -> Option<PersonId> {
    let id = address.split('/').nth(2)?;
    let concern = store::concerns::get(&mut app.db.read().await.unwrap(), &id.into()).await.unwrap()?;
    Some(concern.raised.0)
}

/// What the matrix says of somebody before an address.
fn is_open(actor: &Actor, rule: Opens, address: &str, raiser: Option<&PersonId>) -> bool {
    let readers = readers(actor);
    let is = |wanted: &[Reader]| readers.iter().any(|reader| wanted.contains(reader));
    let sees = |data: Data| readers.iter().any(|reader| data.seen_by(*reader) == Sight::Whole);
    // Of other pupils nothing stands in an award.
    let of_ayan = !address.contains("/pupils/") || address.ends_with("/pupils/ayan");
    match rule {
        Opens::Staff => actor.school.is_some() && !actor.roles.is_empty(),
        Opens::Carers => !readers.is_empty(),
        Opens::Leads => is(&[Reader::Coordinator, Reader::Head]),
        Opens::Coordinator => is(&[Reader::Coordinator]),
        Opens::Keeps => is(&[Reader::ClassTeacher, Reader::Coordinator]),
        Opens::KeepsOrLeads => of_ayan && is(&[Reader::ClassTeacher, Reader::Coordinator, Reader::Head]),
        Opens::Sees(data) => of_ayan && sees(data),
        Opens::Groups => is(&[Reader::Coordinator, Reader::Head, Reader::Specialist]),
        Opens::Case => sees(Data::Concerns),
        Opens::CaseOrRaised => sees(Data::Concerns) || raiser == Some(&actor.person),
    }
}

/// Whether a page is there whatever has happened so far: papers of an award come with its steps.
fn always(path: &str) -> bool {
    !["/file", "/protocol/{lang}", "/order/{lang}"].iter().any(|end| path.ends_with(end))
}

/// A form that is taken by every form of these pages.
const FORM: [(&str, &str); 18] = [
    ("pupil", "ayan"),
    ("wishes", "2 1"),
    ("grounds", "Бөтен сөз"),
    ("what", "anew"),
    ("step", "freeze"),
    ("note", "Бөтен сөз"),
    ("to", "bekzhan"),
    ("outcome", "settled"),
    ("words", "Бөтен сөз"),
    ("step_on", "2026-10-02"),
    ("step_at", "15:10"),
    ("child", "Аян"),
    ("seen", "Бөтен сөз"),
    ("seen_on", "2026-10-02"),
    ("places", "1"),
    ("until", "2027-05-25"),
    ("told", "yes"),
    ("number", "512"),
];

/// An award that names Аян, a concern that waits and one that is led.
async fn staged(app: &TestApp) {
    pupils::staged(app).await;
    concerns::staged(app).await;
    awards::staged(app).await;
}

/// Somebody tries an address that is shut to them.
async fn is_shut(app: &TestApp, who: &str, method: &Method, address: &str) {
    let visitor = app.visitor(who);
    if method == Method::GET {
        // The door of lists of the school is for its leaders; behind the others nobody learns that something is there.
        let list = address.starts_with("/handouts/");
        let expected = if list { StatusCode::FORBIDDEN } else { StatusCode::NOT_FOUND };
        assert_eq!(visitor.get(address).await.status, expected, "{who}: {address}");
        return;
    }
    let answer = visitor.post(address, &[&FORM[..], &RULE[..]].concat()).await;
    let taken = answer.status.is_success() || answer.status == StatusCode::SEE_OTHER;
    assert!(!taken, "{who}: {address}: {}", answer.status);
}

#[tokio::test]
async fn n08_every_route_of_awards_concerns_changes_referrals_and_deletions_answers_as_the_matrix_says() {
    on_both(async |db| {
        let mut app = TestApp::new(db).await;
        staged(&app).await;
        let before = contents(&app.db).await;
        let mut tried = 0;
        for method in [Method::GET, Method::POST] {
            let mut doors = walk::addresses_of(&app, &method).await;
            let places = ["/awards", "/concerns", "/changes", "/referrals", "/handouts/{list}/"];
            doors.retain(|(route, _)| places.iter().any(|place| route.starts_with(place)));
            for (route, mut filled) in doors {
                // Each list is laid out anew: of those one is about pupils.
                filled.retain(|address| !route.contains("{list}") || address.contains("/deletions/"));
                // Whoever may name another pupil does so where pupils are named, and not where what stands is changed.
                let changes = method == Method::POST && route.contains("{pupil}");
                filled.retain(|address| !changes || address.ends_with("/ayan"));
                // A paper is laid out by the same form for all lists, and walked with another one.
                let papers = route == "/handouts/{list}/paper/{lang}";
                assert!(papers || !filled.is_empty(), "{route}: the stage lacks what this shows");
                for address in &filled {
                    app.forget_limits();
                    let raised = raiser(&app, address).await;
                    for who in EVERYBODY {
                        let actor = app.actor(who).await;
                        if who == "timur" && !route.contains("{id}") {
                            // He leads a school of his own: what has no id is of that one.
                            continue;
                        }
                        if !is_open(&actor, opens(&method, route), address, raised.as_ref()) {
                            is_shut(&app, who, &method, address).await;
                        } else if method == Method::GET && always(route) {
                            let status = app.visitor(who).bytes(address).await.0;
                            assert_eq!(status, StatusCode::OK, "{who}: {address}");
                        }
                        tried += 1;
                    }
                }
            }
        }
        assert!(tried > 25 * EVERYBODY.len(), "the routes were there: {tried}");
        let after = contents(&app.db).await;
        let kept = |table: &&String| {
            *table != "concern_reads"
                && ["award", "concern", "lot", "referral"].iter().any(|place| table.starts_with(place))
        };
        for table in before.keys().filter(kept) {
            assert_eq!(after[table], before[table], "{table}: somebody was heard to whom it does not open");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_papers_of_deletions_open_to_those_who_lead_the_school() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for who in EVERYBODY.into_iter().filter(|who| *who != "timur") {
            let roles = app.actor(who).await.roles;
            let leads = roles.contains(&Role::Coordinator) || roles.contains(&Role::Head);
            let paper = app.visitor(who).get("/handouts/deletions/paper/ru").await;
            assert_eq!(paper.status == StatusCode::OK, leads, "{who}: {}", paper.status);
        }
    })
    .await;
}
