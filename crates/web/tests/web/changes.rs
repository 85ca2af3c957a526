//! What changed for groups of pupils: who opens the page, and which word it never says.

use crate::app::{EVERYBODY, TestApp};
use axum::http::StatusCode;
use i18n::Lang;
use store::testing::{column, on_both, spoil};

#[tokio::test]
async fn n08_groups_are_for_leaders_classes_for_the_specialist_and_no_pupil_is_named() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        for who in EVERYBODY {
            let page = app.visitor(who).get("/changes").await;
            // Timur leads another school.
            let (leads, asks) = (["gulnafisa", "serik", "timur"].contains(&who), who == "bekzhan");
            let opens = if leads || asks { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(page.status, opens, "{who}");
            assert_eq!(page.text.contains("id=\"marks\""), leads, "{who}");
            assert_eq!(page.text.contains("id=\"classes\""), asks, "{who}");
            assert!(!page.text.contains("Сарманов") && !page.text.contains("8А"), "{who}: {}", page.text);
        }
        let pupils = app.visitor("gulnafisa").get("/pupils").await.text;
        assert!(pupils.contains("href=\"/changes\""), "{pupils}");
        let own = app.visitor("dana").get("/pupils").await.text;
        assert!(!own.contains("/changes"), "{own}");
    })
    .await;
}

/// Of those who help Айдана alone is left, with one place, and Алуа waits beside Нұрлан.
const SCARCE: &str = "DELETE FROM peer_pairs WHERE id = 'peer-1'; DELETE FROM volunteers WHERE id = 'v-erzhan'; \
    INSERT INTO referrals (id, school_id, pupil_id, goal, state, answered_on, referred_by, referred_at, last_day) \
    VALUES ('r-alua', 'school-12', 'alua', 'friends', 'accepted', '2026-10-01', 'gulnafisa', 0, '2027-07-31')";

#[tokio::test]
async fn where_places_are_scarce_the_coordinator_is_offered_a_lot_and_reads_what_was_announced() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::peers::staged(&app).await;
        let told = async |who: &str| app.visitor(who).get("/changes").await.text;
        let form = "action=\"/changes/lot\"";
        assert!(!told("gulnafisa").await.contains(form), "there is a place for everybody");
        spoil(&app.db, SCARCE).await;
        let offered = told("gulnafisa").await;
        assert!(offered.contains(form) && offered.contains("name=\"outside\" value=\"alua\""), "{offered}");
        assert!(!told("serik").await.contains("id=\"lot\""), "the coordinator draws");
        let untold = [
            ("places", "1"),
            ("source", "Ресми бағамдар"),
            ("draw_on", "2026-10-12"),
            ("until", "2026-12-01"),
        ];
        let refused = app.visitor("gulnafisa").post("/changes/lot", &untold).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.text.contains("f-told-e") && refused.text.contains("Ресми бағамдар"),
            "{}",
            refused.text
        );
        let sent = [&untold[..], &[("told", "yes")]].concat();
        let announced = app.visitor("gulnafisa").post("/changes/lot", &sent).await;
        assert_eq!(announced.status, StatusCode::SEE_OTHER, "{}", announced.text);
        let page = told("gulnafisa").await;
        assert!(
            !page.contains(form) && page.contains("Ресми бағамдар") && page.contains("SHA-256"),
            "{page}"
        );
        let other = [&[("places", "1"), ("source", "Басқа бағамдар")][..], &sent[2..]].concat();
        let early = [("number", "512,34")];
        for (path, form) in [("/changes/lot", &other[..]), ("/changes/lot/number", &early[..])] {
            let refused = app.visitor("gulnafisa").post(path, form).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            // Their fields are not on the page any more, or not yet: the link leads to the lot.
            let page = refused.text;
            assert!(page.contains("href=\"#f-lot\"") && page.contains("id=\"f-lot\""), "{path}: {page}");
        }
        let codes = column(&app.db, "lot_pupils", "code").await;
        assert!(codes.len() == 2 && codes.iter().all(|code| page.contains(code.as_str())), "{page}");
        let child = app.visitor("gulnafisa").get("/peers/of/alua").await.text;
        let own = codes.iter().filter(|code| child.contains(code.as_str())).count();
        assert_eq!(own, 1, "the code of one child stands with that child alone: {child}");
    })
    .await;
}

#[test]
fn without_a_lot_nothing_is_called_an_effect() {
    let texts = i18n::KEYS.iter().filter(|key| key.starts_with("changes-"));
    for key in texts {
        for (lang, word) in [(Lang::Kk, "әсер"), (Lang::Ru, "эффект"), (Lang::En, "effect")] {
            let text = i18n::t(lang, key, &[]).to_lowercase();
            assert!(!text.contains(word), "{key}: {text}");
        }
    }
}
