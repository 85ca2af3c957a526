//! Observed lessons: a lesson is chosen, agreed on, watched; what a sheet says stays with its two until it is shared.

use crate::app::TestApp;
use actions::observations::{Answer, Keeping, Proposal, answer, finish, keep, propose};
use axum::http::StatusCode;
use domain::Day;
use domain::meetings::Span;
use domain::observations::Content;
use jiff::civil::{date, time};
use store::testing::{column, ids, lessons_of_school_12, on_both, spoil};

const TUESDAY: Day = date(2026, 11, 3);
const SAW: &str = "Он екі оқушы жұппен сөйлесті";
const STEP: &str = "Келесі сабақта таймер қою";

/// Айгүл watches a lesson of Дана that both agreed on; gives its id.
async fn agreed(app: &TestApp, day: Day) -> String {
    let (aigul, dana) = (app.actor("aigul").await, app.actor("dana").await);
    let span = Span { day, at: time(12, 35, 0, 0), minutes: 45 };
    let proposal = Proposal { observed: "dana".into(), observer: "aigul".into(), controls: false, span };
    let id = propose(&app.context(&aigul), &proposal).await.unwrap();
    answer(&app.context(&dana), &id, Answer::Accept).await.unwrap();
    id.to_string()
}

fn said() -> Content {
    Content { saw: Some(SAW.into()), step: Some(STEP.into()), ..Content::default() }
}

/// The lesson was this morning.
async fn begun(app: &TestApp, id: &str) {
    const MOVED: &str =
        "UPDATE observations SET day = '2026-11-03', at_time = '08:00:00' WHERE state = 'planned'";
    spoil(&app.db, MOVED).await;
    assert!(!id.is_empty());
}

/// Айгүл and Дана on 3 November: a finished sheet, one that is being written, a lesson to answer, one to come.
pub(crate) async fn staged(app: &TestApp) {
    let aigul = app.actor("aigul").await;
    let done = agreed(app, date(2026, 11, 4)).await;
    begun(app, &done).await;
    let keeping = Keeping { content: said(), seen: 0 };
    finish(&app.context(&aigul), &done.as_str().into(), &keeping).await.unwrap();
    let written = agreed(app, date(2026, 11, 4)).await;
    begun(app, &written).await;
    let half =
        Keeping { content: Content { topic: Some("Бөлшек".into()), ..Content::default() }, seen: 0 };
    keep(&app.context(&aigul), &written.as_str().into(), &half).await.unwrap();
    let span = Span { day: date(2026, 11, 6), at: time(12, 35, 0, 0), minutes: 45 };
    let asked = Proposal { observed: "dana".into(), observer: "aigul".into(), controls: false, span };
    propose(&app.context(&aigul), &asked).await.unwrap();
    agreed(app, date(2026, 11, 9)).await;
}

/// Дана and Айгүл work by an order; it is noon of Tuesday, 3 November.
async fn working(db: store::Db) -> TestApp {
    let app = TestApp::new(db).await;
    crate::orders::assigned(&app).await;
    lessons_of_school_12(&app.db).await;
    app.travel_to(TUESDAY);
    app
}

/// A finished sheet; gives the address of its observation.
async fn finished(app: &TestApp) -> String {
    let id = agreed(app, date(2026, 11, 4)).await;
    begun(app, &id).await;
    let page = format!("/observations/{id}");
    let form = [("seen", "0"), ("saw", SAW), ("step", STEP), ("mark-goals", "2"), ("act", "finish")];
    let done = app.visitor("aigul").post(&format!("{page}/sheet"), &form).await;
    assert_eq!(
        (done.status, done.location.as_str()),
        (StatusCode::SEE_OTHER, page.as_str()),
        "{}",
        done.text
    );
    page
}

#[tokio::test]
async fn a_lesson_of_the_timetable_is_chosen_once_and_answered_by_the_other_one() {
    on_both(async |db| {
        let app = working(db).await;
        let who = app.visitor("aigul").get("/observations/new?way=watch").await;
        assert!(
            who.text.find("Сәтбаева").unwrap() < who.text.find("Искалиева").unwrap(),
            "the own pair first"
        );
        let page = app.visitor("aigul").get("/observations/new?way=watch&with=dana").await;
        // Дана teaches the fifth and the sixth lesson, Айгүл the first three.
        assert!(page.text.contains("2026-11-04/11:40/45") && !page.text.contains("2026-11-04/08:00/45"));
        let form = [("way", "watch"), ("with", "dana"), ("slot", "2026-11-04/11:40/45")];
        let first = app.visitor("aigul").post("/observations/new", &form).await;
        let second = app.visitor("aigul").post("/observations/new", &form).await;
        assert_eq!((first.status, &first.location), (StatusCode::SEE_OTHER, &second.location));
        assert_eq!(ids(&app.db, "observations").await.len(), 1, "sent twice, it stands once");
        assert_eq!(column(&app.db, "observations", "class").await, ["7 «В»"]);
        let home = app.visitor("dana").get("/").await;
        assert!(home.text.contains(&first.location), "it waits at home");
        let answer = format!("{}/answer", first.location);
        let own = app.visitor("aigul").post(&answer, &[("answer", "accept")]).await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
        let yes = app.visitor("dana").post(&answer, &[("answer", "accept")]).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER);
        // The time is taken now, for meetings too.
        let again = app.visitor("dana").get("/observations/new?way=watch&with=aigul").await;
        assert!(!again.text.contains("2026-11-04/11:40/45"));
        let meet =
            [("kind", "talk"), ("day", "2026-11-04"), ("at", "11:50"), ("minutes", "30"), ("weeks", "1")];
        let busy = app.visitor("dana").post("/meetings/new", &meet).await;
        assert_eq!(busy.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn n11_a_draft_is_found_by_nobody_but_its_observer() {
    on_both(async |db| {
        let app = working(db).await;
        let id = agreed(&app, date(2026, 11, 4)).await;
        let page = format!("/observations/{id}");
        let sheet = format!("{page}/sheet");
        let early = app.visitor("aigul").post(&sheet, &[("seen", "0"), ("saw", SAW), ("act", "keep")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "the lesson has not begun");
        begun(&app, &id).await;
        let kept = app.visitor("aigul").post(&sheet, &[("seen", "0"), ("saw", SAW), ("act", "keep")]).await;
        assert_eq!((kept.status, &kept.location), (StatusCode::SEE_OTHER, &sheet));
        let lines = column(&app.db, "audit", "what").await;
        assert!(app.visitor("aigul").get(&sheet).await.text.contains(SAW));
        for who in ["dana", "gulnafisa", "serik", "bekzhan"] {
            assert_eq!(app.visitor(who).get(&sheet).await.status, StatusCode::NOT_FOUND, "{who}");
            assert!(!app.visitor(who).get(&page).await.text.contains(SAW), "{who}");
            let paper = app.visitor(who).get(&format!("{page}/paper/kk")).await;
            assert_eq!(paper.status, StatusCode::NOT_FOUND, "{who}");
            let written = [("seen", "0"), ("saw", "Өзгерді"), ("act", "finish")];
            let written = app.visitor(who).post(&sheet, &written).await;
            assert_eq!(written.status, StatusCode::NOT_FOUND, "{who}");
            for elsewhere in ["/", "/observations", "/audit", "/audit?show=all", "/plans", "/reports"] {
                assert!(!app.visitor(who).get(elsewhere).await.text.contains(SAW), "{who}: {elsewhere}");
            }
        }
        assert!(!lines.iter().any(|line| line.contains("kept") || line.contains("draft")), "{lines:?}");
        // What was written on another screen is not overwritten unseen.
        let other = [("seen", "0"), ("saw", "Басқа экран"), ("act", "keep")];
        let stale = app.visitor("aigul").post(&sheet, &other).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.text.contains("Басқа экран") && stale.text.contains(SAW), "nothing of either is lost");
    })
    .await;
}

#[tokio::test]
async fn a_sheet_is_its_owners_who_shares_it_and_takes_that_back_at_once() {
    on_both(async |db| {
        let app = working(db).await;
        let page = finished(&app).await;
        let again = [("seen", "0"), ("saw", SAW), ("step", STEP), ("mark-goals", "2"), ("act", "finish")];
        let twice = app.visitor("aigul").post(&format!("{page}/sheet"), &again).await;
        assert_eq!(twice.status, StatusCode::SEE_OTHER, "{}", twice.text);
        assert_eq!(ids(&app.db, "observations").await.len(), 1);
        assert!(app.visitor("dana").get(&page).await.text.contains(SAW));
        let reads = async |who: &str| {
            let shown = app.visitor(who).get(&page).await;
            let paper = app.visitor(who).get(&format!("{page}/paper/ru")).await;
            assert_eq!(shown.status == StatusCode::OK, paper.bytes.starts_with(b"%PDF"), "{who}");
            shown.status == StatusCode::OK
        };
        for who in ["gulnafisa", "serik", "bekzhan", "zere"] {
            assert!(!reads(who).await, "{who}");
        }
        let share = format!("{page}/share");
        let shared = app.visitor("dana").post(&share, &[("with", "head")]).await;
        assert_eq!(shared.status, StatusCode::SEE_OTHER);
        assert!(reads("serik").await && !reads("gulnafisa").await && !reads("bekzhan").await);
        let took_place = app.visitor("gulnafisa").get("/observations/school").await;
        assert!(took_place.text.contains("Сәтбаева") && !took_place.text.contains(SAW));
        assert!(app.visitor("serik").get("/observations/school").await.text.contains(&page));
        for (who, form) in [("aigul", "head"), ("serik", "coordinator")] {
            let refused = app.visitor(who).post(&share, &[("with", form)]).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{who}");
        }
        app.visitor("dana").post(&share, &[]).await;
        assert!(!reads("serik").await, "taken back, it is unread at once");
        assert_eq!(app.visitor("bekzhan").get("/observations/school").await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn n12_what_was_read_is_the_version_that_was_read() {
    on_both(async |db| {
        let app = working(db).await;
        let page = finished(&app).await;
        let read = format!("{page}/read");
        let words = [("seen", "1"), ("words", "Рақмет, таймерді қолданып көремін.")];
        assert_eq!(app.visitor("dana").post(&read, &words).await.status, StatusCode::SEE_OTHER);
        app.visitor("aigul").post(&format!("{page}/amend"), &[]).await;
        app.visitor("aigul").post(&format!("{page}/amend"), &[]).await;
        assert_eq!(column(&app.db, "observation_sheets", "content").await.len(), 2, "one draft");
        let differs = "Что изменилось с прошлой версии";
        let before = app.visitor("dana").get(&page).await.text;
        assert!(!before.contains("Прежние версии") && !before.contains(differs), "a draft is nobody else's");
        let new = [("seen", "0"), ("saw", "Он төрт оқушы"), ("act", "finish")];
        app.visitor("aigul").post(&format!("{page}/sheet"), &new).await;
        let shown = app.visitor("dana").get(&page).await.text;
        assert!(shown.contains("Он төрт оқушы") && shown.contains(SAW), "the earlier version stays");
        let became = shown.contains("стало «Он төрт оқушы»") && shown.contains("стало «не смотрели»");
        assert!(shown.contains(differs) && became, "{shown}");
        let stale = app.visitor("dana").post(&read, &words).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "nobody has read what they did not see");
        let reason = [("reason", "Басқа сабақтың парағы")];
        let hers = app.visitor("dana").post(&format!("{page}/void"), &reason).await;
        assert_eq!(hers.status, StatusCode::NOT_FOUND);
        let none = app.visitor("aigul").post(&format!("{page}/void"), &[("reason", " ")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        app.visitor("aigul").post(&format!("{page}/void"), &reason).await;
        assert!(app.visitor("dana").get(&page).await.text.contains("Басқа сабақтың парағы"));
        let paper = column(&app.db, "observations", "code").await.remove(0);
        let checked = app.stranger().get(&format!("/verify/{paper}")).await;
        assert_eq!(checked.status, StatusCode::NOT_FOUND, "a sheet that was taken back is no paper any more");
    })
    .await;
}

#[tokio::test]
async fn a_control_is_announced_by_those_who_lead_and_never_by_the_mentor() {
    on_both(async |db| {
        let app = working(db).await;
        let form = [("way", "control"), ("with", "dana"), ("day", "2026-11-04"), ("at", "11:40")];
        for who in ["aigul", "zere"] {
            let refused = app.visitor(who).post("/observations/new", &form).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{who}");
        }
        let announced = app.visitor("gulnafisa").post("/observations/new", &form).await;
        assert_eq!(announced.status, StatusCode::SEE_OTHER, "{}", announced.text);
        let page = announced.location;
        begun(&app, &page).await;
        let sheet = [("seen", "0"), ("saw", SAW), ("act", "finish")];
        app.visitor("gulnafisa").post(&format!("{page}/sheet"), &sheet).await;
        for (who, status) in [
            ("dana", StatusCode::OK),
            ("serik", StatusCode::OK),
            ("aigul", StatusCode::NOT_FOUND),
            ("bekzhan", StatusCode::NOT_FOUND),
        ] {
            assert_eq!(app.visitor(who).get(&page).await.status, status, "{who}");
        }
        let shared = app.visitor("dana").post(&format!("{page}/share"), &[("with", "mentor")]).await;
        assert_eq!(shared.status, StatusCode::UNPROCESSABLE_ENTITY, "a control is the school's");
    })
    .await;
}

#[tokio::test]
async fn the_next_step_goes_into_the_newcomers_own_plan_and_progress_stands_on_both_homes() {
    on_both(async |db| {
        let app = working(db).await;
        let page = finished(&app).await;
        let step = format!("{page}/step");
        assert_eq!(app.visitor("aigul").post(&step, &[]).await.status, StatusCode::NOT_FOUND);
        for _ in 0..2 {
            let taken = app.visitor("dana").post(&step, &[]).await;
            assert_eq!(taken.status, StatusCode::SEE_OTHER);
            assert!(app.visitor("dana").get(&taken.location).await.text.contains(STEP));
        }
        let texts = column(&app.db, "plan_items", "text").await;
        assert_eq!(texts.iter().filter(|text| *text == STEP).count(), 1);
        let pair = format!("/pairs/{}", ids(&app.db, "pairs").await[0]);
        for (who, address) in [("dana", "/"), ("aigul", "/"), ("dana", &pair), ("gulnafisa", &pair)] {
            let shown = app.visitor(who).get(address).await.text;
            assert!(shown.contains("состоялось наблюдений: 1 из 5"), "{who} {address}");
        }
    })
    .await;
}
