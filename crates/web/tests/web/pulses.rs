//! The short pulse: one tap at home, the own line, and whom the coordinator is asked to ask.

use crate::app::TestApp;
use actions::Ids;
use actions::schedules::Schedule;
use axum::http::StatusCode;
use domain::Day;
use jiff::civil::date;
use store::Db;
use store::testing::{on_both, spoil};

/// Дана has answered, and the coordinator is asked to ask her.
pub(crate) async fn staged(app: &TestApp) {
    app.visitor("dana").post("/pulses", &[("going", "2")]).await;
    spoil(&app.db, SIGN).await;
}

const SIGN: &str = "INSERT INTO pulse_signs (school_id, programme_id, person_id, fortnight, is_asked) \
    VALUES ('school-12', 'programme', 'dana', 1, 0)";

/// Days of two fortnights and the first day after them.
const DAYS: [Day; 3] = [date(2026, 10, 5), date(2026, 10, 12), date(2026, 10, 26)];

#[tokio::test]
async fn it_is_answered_by_one_tap_at_home_and_may_be_skipped() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let home = app.visitor("dana").get("/").await.text;
        assert!(home.contains("action=\"/pulses\"") && home.contains("name=\"going\""), "{home}");
        let first = app.visitor("dana").post("/pulses", &[("second", "3")]).await;
        assert_eq!(
            first.status,
            StatusCode::SEE_OTHER,
            "the first question comes first, and nothing is kept"
        );
        let kept = app.visitor("dana").post("/pulses", &[("going", "2")]).await;
        assert_eq!((kept.status, kept.location.as_str()), (StatusCode::SEE_OTHER, "/pulses"));
        assert!(!app.visitor("dana").get("/").await.text.contains("name=\"going\""), "once in a fortnight");
        let own = app.visitor("dana").get("/pulses").await.text;
        assert!(own.contains("name=\"second\"") && own.contains("<table"), "{own}");
        app.visitor("dana").post("/pulses", &[("second", "5")]).await;
        assert!(!app.visitor("dana").get("/pulses").await.text.contains("name=\"second\""));
        let csv = app.visitor("dana").get("/pulses/table/csv").await;
        assert_eq!(csv.status, StatusCode::OK);
        assert_eq!(
            app.visitor("zere").post("/pulses", &[("skip", "yes")]).await.status,
            StatusCode::SEE_OTHER
        );
        assert!(!app.visitor("zere").get("/").await.text.contains("name=\"going\""), "skipped is seen to");
        let none = app.visitor("bekzhan").get("/pulses").await.text;
        assert!(!none.contains("name=\"going\""), "nothing is asked of whoever has no pair: {none}");
        let wrong = app.visitor("dana").post("/pulses", &[("going", "6")]).await;
        assert!(wrong.status.is_client_error(), "{}", wrong.status);
        let wrong = app.visitor("dana").post("/pulses", &[("source", "lesson"), ("going", "3")]).await;
        assert!(wrong.status.is_client_error(), "{}", wrong.status);
    })
    .await;
}

#[tokio::test]
async fn only_the_coordinator_is_asked_to_ask_and_a_message_is_ready() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let home = app.visitor("gulnafisa").get("/").await.text;
        assert!(home.contains("\"/pulses/talks\""), "{home}");
        let talks = app.visitor("gulnafisa").get("/pulses/talks").await.text;
        assert!(talks.contains("value=\"dana\"") && talks.contains("<blockquote"), "{talks}");
        for other in ["dana", "aigul", "serik"] {
            assert_eq!(
                app.visitor(other).get("/pulses/talks").await.status,
                StatusCode::FORBIDDEN,
                "{other}"
            );
        }
        let groups = app.visitor("serik").get("/pulses/groups").await;
        assert_eq!(groups.status, StatusCode::OK);
        assert!(!groups.text.contains("<table"), "nothing of a half-year that is not over: {}", groups.text);
        let asked = app.visitor("gulnafisa").post("/pulses/talks", &[("person", "dana")]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        let foreign = app.visitor("gulnafisa").post("/pulses/talks", &[("person", "timur")]).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        assert!(!app.visitor("gulnafisa").get("/pulses/talks").await.text.contains("value=\"dana\""));
    })
    .await;
}

#[tokio::test]
async fn it_is_asked_on_the_page_of_a_meeting_that_took_place() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::orders::assigned(&app).await;
        app.travel_to(date(2026, 11, 3));
        let form = [("kind", "talk"), ("day", "2026-11-02"), ("minutes", "10")];
        let meeting = app.visitor("dana").post("/meetings/log", &form).await.location;
        for path in [meeting.as_str(), "/", "/pulses"] {
            let page = app.visitor("dana").get(path).await.text;
            assert!(page.contains(ABOUT) && page.contains("name=\"going\""), "she says so: {page}");
        }
        let asked = app.visitor("aigul").get(&meeting).await.text;
        assert!(!asked.contains("name=\"going\""), "she has not said yet: {asked}");
        let yes = app.visitor("aigul").post(&format!("{meeting}/say"), &[("said", "yes")]).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER);
        assert!(app.visitor("aigul").get(&meeting).await.text.contains(ABOUT));
        app.travel_to(date(2026, 11, 8));
        assert!(!app.visitor("aigul").get("/").await.text.contains(ABOUT), "at home for some days only");
        assert!(app.visitor("aigul").get(&meeting).await.text.contains(ABOUT));
        let form = [("source", "meeting"), ("skip", "yes")];
        for _ in 0..2 {
            let skipped = app.visitor("aigul").post("/pulses", &form).await;
            assert_eq!(skipped.status, StatusCode::SEE_OTHER);
        }
        assert!(!app.visitor("aigul").get(&meeting).await.text.contains(ABOUT), "skipped is seen to");
    })
    .await;
}

/// The hidden field of the question about a meeting.
const ABOUT: &str = "name=\"source\" value=\"meeting\"";

/// What the others read when Дана has been asked about a meeting and has answered so.
async fn read_after_meeting(answer: Option<&str>) -> Vec<String> {
    let app = TestApp::new(Db::open("sqlite::memory:").await.unwrap()).await;
    crate::orders::assigned(&app).await;
    app.travel_to(date(2026, 11, 3));
    let form = [("kind", "talk"), ("day", "2026-11-02"), ("minutes", "10")];
    let meeting = app.visitor("dana").post("/meetings/log", &form).await.location;
    if let Some(answer) = answer {
        let form = [("source", "meeting"), ("going", answer)];
        assert_eq!(app.visitor("dana").post("/pulses", &form).await.status, StatusCode::SEE_OTHER);
        assert!(app.visitor("dana").get("/pulses").await.text.contains("<table"), "the own line");
    }
    let mut read = Vec::new();
    for (who, path) in [
        ("aigul", "/"),
        ("aigul", meeting.as_str()),
        ("aigul", "/pulses"),
        ("gulnafisa", "/"),
        ("gulnafisa", "/pulses/talks"),
        ("gulnafisa", "/pulses/groups"),
    ] {
        let page = app.visitor(who).get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{who} {path}");
        read.push(page.text);
    }
    read
}

#[tokio::test]
async fn what_one_says_about_a_meeting_changes_no_page_of_the_other_nor_of_the_coordinator() {
    let (low, none) = (read_after_meeting(Some("1")).await, read_after_meeting(None).await);
    assert_eq!(low, none);
}

/// What the coordinator reads after two fortnights in which Дана has answered so.
async fn read_after(answer: Option<&str>) -> [String; 3] {
    let app = TestApp::new(Db::open("sqlite::memory:").await.unwrap()).await;
    for day in DAYS {
        app.travel_to(day);
        Schedule::TendPulses.run(&app.db, &Ids::counting(0), app.clock.now()).await.unwrap();
        if day == DAYS[2] {
            break;
        }
        // Whom the lot has drawn is another matter.
        spoil(&app.db, "DELETE FROM pulse_signs").await;
        if let Some(answer) = answer {
            app.visitor("dana").post("/pulses", &[("going", answer)]).await;
        }
    }
    spoil(&app.db, "DELETE FROM pulse_signs WHERE person_id <> 'dana'").await;
    let leads = app.visitor("gulnafisa");
    let pages = ["/", "/pulses/talks", "/pulses/groups"];
    let [home, talks, groups] = pages.map(|path| leads.get(path));
    [home.await.text, talks.await.text, groups.await.text]
}

#[tokio::test]
async fn low_answers_and_silence_read_alike_to_the_last_byte() {
    let (low, silent) = (read_after(Some("1")).await, read_after(None).await);
    assert!(low[1].contains("value=\"dana\""), "{}", low[1]);
    assert_eq!(low, silent);
}

#[tokio::test]
async fn the_coordinator_writes_a_question_anew_and_brings_the_usual_one_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let (gulnafisa, path) = (app.visitor("gulnafisa"), "/pulses/questions/fortnight");
        let own =
            [("kk", "Маған көмек жетеді"), ("ru", "Помощи мне хватает"), ("en", "I get the help I need")];
        let part = gulnafisa.post(path, &[("kk", "Маған көмек жетеді"), ("ru", ""), ("en", "b")]).await;
        assert_eq!(part.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(part.text.contains("value=\"Маған көмек жетеді\""), "{}", part.text);
        assert_eq!(gulnafisa.post(path, &own).await.status, StatusCode::SEE_OTHER);
        let asked = |page: String| own.iter().any(|(_, words)| page.contains(words));
        assert!(asked(gulnafisa.get("/pulses/questions").await.text));
        assert!(asked(app.visitor("dana").get("/").await.text), "it is asked like this");
        let back = gulnafisa.post(path, &[("usual", "yes")]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);
        assert!(!asked(app.visitor("dana").get("/").await.text));
        assert_eq!(gulnafisa.get("/pulses/questions/openly").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
