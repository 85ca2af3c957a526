//! All places of somebody with their pages: the bar has room for four, and nothing is further than two steps.

use crate::app::TestApp;
use crate::forms::pages;
use crate::walk;
use axum::http::StatusCode;
use std::collections::BTreeSet;
use store::Db;
use store::testing::on_both;

/// What the page of all places says to somebody.
async fn places(app: &TestApp, who: &str) -> String {
    let page = app.visitor(who).get("/places").await;
    assert_eq!(page.status, StatusCode::OK, "{who}");
    page.text
}

#[tokio::test]
async fn whoever_leads_the_programme_finds_every_page_there() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let all = places(&app, "gulnafisa").await;
        let pages = [
            "/people",
            "/rosters",
            "/newcomers",
            "/proposals",
            "/pairs",
            "/surveys",
            "/orders",
            "/courses",
            "/questions",
            "/sittings",
            "/commissions",
            "/appeals",
            "/pupils",
            "/volunteers",
            "/organisations",
            "/referrals",
            "/peers",
            "/journals",
            "/awards",
            "/changes",
            "/concerns",
            "/duties",
            "/ideas",
            "/lanterns",
            "/scenes",
        ];
        for path in pages {
            let link = format!("href=\"{path}\"");
            assert_eq!(all.matches(&link).count(), if bar(path) { 2 } else { 1 }, "{path}: {all}");
            assert_eq!(app.visitor("gulnafisa").get(path).await.status, StatusCode::OK, "{path}");
        }
        assert!(!all.contains("href=\"/sociometries\""), "it is the specialist's: {all}");
    })
    .await;
}

/// Stands in the coordinator's bar as well.
fn bar(path: &str) -> bool {
    ["/newcomers", "/pairs", "/orders"].contains(&path)
}

#[tokio::test]
async fn a_duty_opens_pages_of_pupils_and_nobody_else_is_shown_them() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        for (who, asks) in [("dana", false), ("bekzhan", true)] {
            let own = places(&app, who).await;
            for path in ["/pupils", "/referrals", "/peers", "/journals", "/awards", "/concerns"] {
                assert!(own.contains(&format!("href=\"{path}\"")), "{who} {path}: {own}");
                assert_eq!(app.visitor(who).get(path).await.status, StatusCode::OK, "{who} {path}");
            }
            assert_eq!(own.contains("href=\"/sociometries\""), asks, "{who}");
        }
    })
    .await;
}

/// Where the pages of pupils lie.
const OF_PUPILS: [&str; 12] = [
    "/pupils",
    "/volunteers",
    "/volunteer-hours",
    "/organisations",
    "/referrals",
    "/peers",
    "/journals",
    "/awards",
    "/changes",
    "/concerns",
    "/duties",
    "/sociometries",
];

#[tokio::test]
async fn every_page_about_pupils_has_the_helplines_and_the_way_to_an_adult() {
    let app = TestApp::new(Db::open("sqlite::memory:").await.unwrap()).await;
    walk::lively(&app).await;
    let mut addresses = walk::addresses(&app).await;
    addresses.retain(|(route, _)| OF_PUPILS.iter().any(|place| route.starts_with(place)));
    let mut seen = BTreeSet::new();
    for who in ["gulnafisa", "serik", "dana", "bekzhan"] {
        for page in pages(&app, who, &addresses).await {
            let title = page.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
            // From a page in a child's hand the way to an adult knows the way back.
            for way in ["tel:111", "tel:150", "tel:112", "href=\"/help/talk"] {
                assert!(page.contains(way), "{who}: {title}: {way}");
            }
            seen.insert(title.to_owned());
        }
    }
    assert!(seen.len() >= OF_PUPILS.len(), "{seen:?}");
}

#[tokio::test]
async fn who_looks_after_a_class_goes_from_page_to_page_of_pupils_by_tabs() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        let tabs = |page: &str| -> String {
            let (_, rest) = page.split_once("<nav class=\"tabs\"").unwrap_or_default();
            rest.split("</nav>").next().unwrap_or_default().to_owned()
        };
        for path in ["/pupils", "/pupils/ayan", "/volunteers", "/peers", "/journals", "/awards", "/concerns"]
        {
            let page = app.visitor("dana").get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            let shown = tabs(&page.text);
            for other in ["/pupils", "/volunteers", "/peers", "/journals", "/awards", "/concerns"] {
                assert!(shown.contains(&format!("href=\"{other}\"")), "{path} {other}: {shown}");
            }
            assert_eq!(shown.matches("aria-current=\"page\"").count(), 1, "{path}: {shown}");
        }
        let other = app.visitor("zere").get("/concerns").await;
        assert!(!tabs(&other.text).contains("/pupils"), "n09: without a duty: {}", other.text);
        let shut = app.visitor("zere").get("/pupils").await;
        assert_eq!(shut.status, StatusCode::NOT_FOUND);
        assert!(!tabs(&shut.text).contains("/volunteers"), "n09: {}", shut.text);
    })
    .await;
}

#[tokio::test]
async fn n09_without_a_duty_pupils_are_not_there_and_without_a_role_nothing_is() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        for who in ["zere", "aigul"] {
            let own = places(&app, who).await;
            assert!(own.contains("href=\"/concerns\"") && own.contains("href=\"/ideas\""), "{who}: {own}");
            assert!(!own.contains("href=\"/pupils\"") && !own.contains("href=\"/journals\""), "{who}: {own}");
        }
        for who in ["polina", "saule"] {
            let none = places(&app, who).await;
            for path in ["/concerns", "/ideas", "/people", "/pupils", "/orders"] {
                assert!(!none.contains(&format!("href=\"{path}\"")), "{who} {path}: {none}");
            }
        }
    })
    .await;
}
