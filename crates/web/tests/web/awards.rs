//! Awards: what is published, who is named, and who reads why.

use crate::app::{EVERYBODY, TestApp};
use crate::walk;
use axum::http::StatusCode;
use store::testing::{ids, on_both, on_sqlite, spoil};

/// Why Дана has named Аян.
const GROUNDS: &str = "Бүркіт 8140: кішілерге оқу жылы бойы көмектесті";

/// The lot is drawn.
pub(crate) const DRAWN: &str = "UPDATE awards SET state = 'drawn', list_hash = '0', frozen_on = '2026-11-03', \
    seed = '512,34', drawn_on = '2026-11-03'";

/// After it the commission has confirmed what the lot gave.
pub(crate) const CONFIRMED: &str = "UPDATE awards SET state = 'confirmed', votes_for = 3, votes_against = 0, \
    protocol = '3', voted_on = '2026-11-03'";

/// The commission has not.
const ANNULLED: &str = "UPDATE awards SET state = 'annulled', votes_for = 1, votes_against = 2, protocol = '3', \
    voted_on = '2026-11-03'";

/// The list is frozen.
const FROZEN: &str = "UPDATE awards SET state = 'frozen', list_hash = '0', frozen_on = '2026-11-03'";

/// A rule that is taken.
pub(crate) const RULE: [(&str, &str); 17] = [
    ("title", "Жазғы демалыс"),
    ("kind", "nomination"),
    ("from", "2026-11-10"),
    ("to", "2027-05-01"),
    ("draw_on", "2027-05-20"),
    ("points_hours", "1"),
    ("most_hours", "40"),
    ("points_weeks", "0"),
    ("most_weeks", "30"),
    ("points_training", "5"),
    ("most_training", "10"),
    ("threshold", "5"),
    ("rest", "1"),
    ("reserve", "3"),
    ("appeals", "5"),
    ("source", "Ресми бағамдар"),
    ("prizes", "1 Балдәурен\r\n2 Кітап"),
];

/// A rule is published, and Аян of 8А, whom Дана looks after (`pupils::staged`), is named.
pub(crate) async fn staged(app: &TestApp) {
    let published = app.visitor("gulnafisa").post("/awards", &RULE).await;
    assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.text);
    let named = [("pupil", "ayan"), ("wishes", "2 1"), ("grounds", GROUNDS)];
    let named = app.visitor("dana").post(&format!("{}/nominate", published.location), &named).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.text);
}

/// The stage of the pupils with an award, and its address.
async fn stage(app: &TestApp) -> String {
    crate::pupils::staged(app).await;
    staged(app).await;
    format!("/awards/{}", ids(&app.db, "awards").await[0])
}

#[tokio::test]
async fn n08_why_and_how_many_points_reach_nobody_but_those_who_look_after_the_child() {
    on_sqlite(async |db| {
        let app = TestApp::new(db).await;
        walk::lively(&app).await;
        for state in [FROZEN, DRAWN] {
            spoil(&app.db, state).await;
            let addresses = walk::addresses(&app).await;
            for who in EVERYBODY {
                let reading = walk::read(&app.visitor(who), &addresses).await;
                let opens = ["gulnafisa", "serik", "dana", "bekzhan"].contains(&who);
                let found = reading.found(GROUNDS);
                assert_eq!(found.len(), usize::from(opens), "{who}: {found:?}");
                assert!(found.iter().all(|address| address.ends_with("/pupils/ayan")), "{who}: {found:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_rule_that_cannot_hold_comes_back_with_what_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        let begun = RULE.map(|(name, value)| (name, if name == "from" { "2026-10-01" } else { value }));
        let told = app.visitor("gulnafisa").post("/awards", &begun).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("f-from-e") && told.text.contains("Ресми бағамдар"), "{}", told.text);
        assert_eq!(app.visitor("dana").post("/awards", &RULE).await.status, StatusCode::NOT_FOUND);
        assert!(ids(&app.db, "awards").await.is_empty());
        assert_eq!(app.visitor("aigul").get("/awards").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_class_teacher_reads_the_rule_and_the_own_pupils_by_name() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let award = stage(&app).await;
        let page = app.visitor("dana").get(&award).await;
        assert!(page.text.contains("Балдәурен") && page.text.contains("Сарманов"), "{}", page.text);
        assert!(!page.text.contains("name=\"step\""), "the leaders take the steps: {}", page.text);
        let early = app.visitor("gulnafisa").post(&format!("{award}/step"), &[("step", "freeze")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        let step = app.visitor("dana").post(&format!("{award}/step"), &[("step", "freeze")]).await;
        assert_eq!(step.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_next_step_has_a_button_from_its_day_on_and_says_before_when_that_is() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let award = stage(&app).await;
        let told = async |who: &str| app.visitor(who).get(&award).await.text;
        let (button, place) = ("name=\"step\"", "id=\"f-step\"");
        // The period is to come, then the day of the public event.
        for state in ["", FROZEN] {
            if !state.is_empty() {
                spoil(&app.db, state).await;
            }
            let early = told("gulnafisa").await;
            assert!(!early.contains(button) && early.contains(place) && early.contains("2027"), "{early}");
            assert!(!told("dana").await.contains(place), "the leaders take the steps");
        }
        spoil(&app.db, DRAWN).await;
        assert!(told("gulnafisa").await.contains(button), "the commission votes");
        assert!(!told("dana").await.contains(button), "the leaders take the steps");
    })
    .await;
}

#[tokio::test]
async fn an_appeal_is_filed_and_answered_by_another() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let award = stage(&app).await;
        let child = format!("{award}/pupils/ayan");
        let appeal = [("what", "appeal"), ("words", "Бір сағат есептелмеген.")];
        let early = app.visitor("dana").post(&child, &appeal).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "no list yet");
        spoil(&app.db, FROZEN).await;
        assert_eq!(app.visitor("dana").post(&child, &appeal).await.status, StatusCode::SEE_OTHER);
        let answer = [("what", "answer"), ("answer", "denied"), ("words", "Есептелген.")];
        assert_eq!(app.visitor("dana").post(&child, &answer).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.visitor("gulnafisa").post(&child, &answer).await.status, StatusCode::SEE_OTHER);
        let page = app.visitor("dana").get(&child).await;
        assert!(page.text.contains("Есептелген."), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn n08_where_the_commission_did_not_confirm_nobody_reads_who_would_have_got_something() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let award = stage(&app).await;
        app.speak("dana", "kk").await;
        let words = |key: &str| i18n::t(i18n::Lang::Kk, key, &[]);
        spoil(&app.db, DRAWN).await;
        let page = app.visitor("dana").get(&award).await.text;
        assert!(page.contains(&words("awards-share-nothing")), "no fact is confirmed: {page}");
        spoil(&app.db, ANNULLED).await;
        let page = app.visitor("dana").get(&award).await.text;
        assert!(!page.contains(&words("awards-share-nothing")), "{page}");
        let child = app.visitor("dana").get(&format!("{award}/pupils/ayan")).await.text;
        assert!(child.contains(&words("awards-why-annulled")), "{child}");
        let (status, _) = app.visitor("gulnafisa").bytes(&format!("{award}/protocol/kk")).await;
        assert_eq!(status, StatusCode::OK, "the commission signs what it did not confirm");
    })
    .await;
}

#[tokio::test]
async fn the_file_is_there_once_the_lot_is_drawn_and_names_nobody() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let award = stage(&app).await;
        let file = format!("{award}/file");
        assert_eq!(app.visitor("gulnafisa").get(&file).await.status, StatusCode::NOT_FOUND);
        spoil(&app.db, DRAWN).await;
        assert_eq!(app.visitor("dana").get(&file).await.status, StatusCode::NOT_FOUND);
        let told = app.visitor("gulnafisa").get(&file).await;
        assert_eq!(told.status, StatusCode::OK);
        assert!(told.text.contains("talimger-award-1") && !told.text.contains("Сарманов"), "{}", told.text);
    })
    .await;
}

#[tokio::test]
async fn the_next_step_and_the_days_of_appeals_stand_at_home_of_those_whom_they_concern() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let award = stage(&app).await;
        let told = async |who: &str| app.visitor(who).get("/").await.text.contains(&award);
        assert!(!told("gulnafisa").await && !told("dana").await, "the period is to come");
        spoil(&app.db, FROZEN).await;
        assert!(told("dana").await, "a pupil of hers is on the list");
        assert!(!told("gulnafisa").await && !told("aigul").await);
        let appeal = [("what", "appeal"), ("words", "Бір сағат есептелмеген.")];
        app.visitor("dana").post(&format!("{award}/pupils/ayan"), &appeal).await;
        assert!(told("gulnafisa").await, "an appeal waits");
        spoil(&app.db, DRAWN).await;
        assert!(told("gulnafisa").await && !told("dana").await, "the commission votes");
    })
    .await;
}

#[tokio::test]
async fn n08_protocol_and_order_are_printed_by_those_who_lead_the_school_once_there_is_something_to_sign() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let award = stage(&app).await;
        let told = async |who: &str, paper: &str| {
            let (status, pdf) = app.visitor(who).bytes(&format!("{award}/{paper}/kk")).await;
            assert_eq!(pdf.starts_with(b"%PDF"), status == StatusCode::OK, "{who}: {paper}");
            status == StatusCode::OK
        };
        assert!(!told("gulnafisa", "protocol").await, "the lot is not drawn");
        spoil(&app.db, DRAWN).await;
        assert!(told("gulnafisa", "protocol").await && told("serik", "protocol").await);
        assert!(!told("gulnafisa", "order").await, "the commission has not confirmed");
        spoil(&app.db, CONFIRMED).await;
        assert!(told("gulnafisa", "order").await);
        for who in ["dana", "aigul", "timur"] {
            assert!(!told(who, "protocol").await && !told(who, "order").await, "{who}");
        }
        assert_eq!(
            app.visitor("gulnafisa").get(&format!("{award}/order/de")).await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn n08_papers_of_a_volunteer_are_printed_by_those_who_look_after_the_pupil() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        for paper in ["hours", "thanks"] {
            for (who, status) in [("dana", StatusCode::OK), ("aigul", StatusCode::NOT_FOUND)] {
                let (told, pdf) = app.visitor(who).bytes(&format!("/volunteers/ayan/{paper}/kk")).await;
                assert_eq!(told, status, "{who}: {paper}");
                assert_eq!(pdf.starts_with(b"%PDF"), status == StatusCode::OK, "{who}: {paper}");
            }
            let idle = app.visitor("gulnafisa").get(&format!("/volunteers/miras/{paper}/kk")).await;
            assert_eq!(idle.status, StatusCode::NOT_FOUND, "nothing is confirmed");
        }
    })
    .await;
}
