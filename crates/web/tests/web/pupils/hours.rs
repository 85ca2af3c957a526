//! Hours of volunteers for the state's register, on their page.

use crate::app::TestApp;
use axum::http::StatusCode;
use i18n::Lang;
use jiff::civil::date;
use store::testing::{on_both, spoil};

const PAGE: &str = "/volunteer-hours";
const CSV: [(&str, &str); 3] = [("from", "2026-11-01"), ("to", "2026-11-03"), ("form", "csv")];

/// Айдана has helped for an hour in a week that is signed; it is 3 November.
async fn staged(app: &TestApp) {
    crate::peers::staged(app).await;
    spoil(&app.db, "UPDATE pupil_consents SET text_version = '2026-12-01'").await;
    app.travel_to(date(2026, 11, 3));
    app.speak("gulnafisa", "ru").await;
}

#[tokio::test]
async fn the_page_counts_hours_and_the_table_alone_names_who_has_them() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let gulnafisa = app.visitor("gulnafisa");
        assert!(gulnafisa.get("/volunteers").await.text.contains("href=\"/volunteer-hours\""));
        let page = gulnafisa.get(PAGE).await.text;
        let counted = [("count", 1.into()), ("hours", 1.into())];
        for said in [
            i18n::t(Lang::Ru, "pupils-register-count", &counted),
            i18n::t(Lang::Ru, "pupils-register-by-hand", &[]),
        ] {
            assert!(page.contains(&said), "{said}: {page}");
        }
        assert!(!page.contains("Қайратова"), "{page}");
        let table = gulnafisa.post(PAGE, &CSV).await;
        assert_eq!(table.status, StatusCode::OK);
        assert!(table.text.contains("Қайратова;Айдана") && !table.text.contains("Оспанов"), "{}", table.text);
        let before = gulnafisa.get(&format!("{PAGE}?from=2026-10-01&to=2026-10-31")).await;
        assert!(before.text.contains(&i18n::t(Lang::Ru, "pupils-register-none", &[])), "{}", before.text);
        let log = gulnafisa.get("/audit?kind=pupils").await.text;
        let taken = i18n::t(Lang::Ru, "audit-volunteer-hours-taken", &[]);
        assert!(log.contains(&taken) && log.contains("href=\"/volunteer-hours\""), "{log}");
    })
    .await;
}

#[tokio::test]
async fn days_that_are_none_come_back_as_they_were_typed_and_nothing_is_taken_out() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let gulnafisa = app.visitor("gulnafisa");
        for (from, to, field) in [
            ("2026-11-03", "2026-11-01", "to"),
            ("2026-11-01", "2026-11-04", "to"),
            ("2025-07-31", "2026-11-03", "from"),
            ("31.31.2026", "2026-11-03", "from"),
        ] {
            let asked = gulnafisa.get(&format!("{PAGE}?from={from}&to={to}")).await;
            let taken = gulnafisa.post(PAGE, &[("from", from), ("to", to), ("form", "xlsx")]).await;
            for answer in [asked, taken] {
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{from} {to}");
                let typed = answer.text.contains(&format!("value=\"{from}\""));
                assert!(typed && answer.text.contains(&format!("f-{field}-e")), "{}", answer.text);
            }
        }
        let other = [CSV[0], CSV[1], ("form", "pdf")];
        assert_eq!(gulnafisa.post(PAGE, &other).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let log = gulnafisa.get("/audit?kind=pupils").await.text;
        assert!(!log.contains(&i18n::t(Lang::Ru, "audit-volunteer-hours-taken", &[])), "{log}");
    })
    .await;
}

#[tokio::test]
async fn n08_the_page_of_hours_opens_to_those_who_lead_the_school() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        assert_eq!(app.visitor("serik").get(PAGE).await.status, StatusCode::OK);
        for who in ["dana", "aigul", "bekzhan", "polina"] {
            let visitor = app.visitor(who);
            assert_eq!(visitor.get(PAGE).await.status, StatusCode::FORBIDDEN, "{who}");
            assert_eq!(visitor.post(PAGE, &CSV).await.status, StatusCode::FORBIDDEN, "{who}");
        }
    })
    .await;
}
