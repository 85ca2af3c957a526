//! How letters reach the reader: set on the own page, kept as typed when it contradicts itself; stopped from a letter without
//! signing in.

use crate::app::{TestApp, stops};
use actions::letters::{Delivered, deliver_next};
use axum::http::StatusCode;
use domain::deliveries::{Stoppable, Wishes};
use jiff::civil::date;
use store::testing::{column, contents, on_both};

/// The last part of the address in a letter that is written to somebody now.
pub(crate) fn token(app: &TestApp, person: &str, what: Stoppable) -> String {
    actions::deliveries::token(&stops(), "letter", &person.into(), what, app.clock.now()).unwrap()
}

/// What mail programs send, as a form and as one in parts.
const BY_MACHINE: [(&str, &str); 2] = [
    ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
    (
        "multipart/form-data; boundary=edge",
        "--edge\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--edge--\r\n",
    ),
];

/// How often letters were stopped.
async fn stopped(app: &TestApp) -> usize {
    let deeds = column(&app.db, "audit", "what").await;
    deeds.iter().filter(|what| *what == "account-letters-stopped").count()
}

async fn wishes(app: &TestApp) -> Wishes {
    store::deliveries::of_person(&mut app.db.read().await.unwrap(), &"dana".into()).await.unwrap()
}

#[tokio::test]
async fn opening_the_address_of_a_letter_asks_in_its_language_stops_nothing_and_names_nobody() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let before = contents(&app.db).await;
        for (what, asks) in [
            (Stoppable::Reminders, "Больше не присылать напоминания?"),
            (Stoppable::Messages, "Больше не присылать такие письма?"),
        ] {
            let path = format!("/letters/stop/{}", token(&app, "dana", what));
            let page = app.stranger().get(&path).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.text.contains(asks) && page.text.contains("<html lang=\"ru\""), "{}", page.text);
            assert!(page.text.contains("name=\"List-Unsubscribe\" value=\"One-Click\""), "{}", page.text);
            for name in ["Дана", "Сәтбаева"] {
                assert!(!page.text.contains(name), "{name}: {}", page.text);
            }
            let chosen = app.stranger().with_cookie("language=en").get(&path).await;
            assert!(chosen.text.contains("<html lang=\"en\""), "whoever chose a language here reads it");
        }
        assert!(contents(&app.db).await == before, "opening changed something");
    })
    .await;
}

#[tokio::test]
async fn a_mail_program_stops_letters_without_a_cookie_once_and_is_led_nowhere() {
    for (media, body) in BY_MACHINE {
        on_both(async |db| {
            let app = TestApp::new(db).await;
            let path = format!("/letters/stop/{}", token(&app, "dana", Stoppable::Reminders));
            let first = app.stranger().post_by_machine(&path, media, body).await;
            assert_eq!((first.status, first.location.as_str()), (StatusCode::OK, ""), "{media}");
            assert!(first.text.contains("Напоминаний больше не будет"), "{}", first.text);
            assert!(first.text.contains("href=\"/profile/letters\""), "{}", first.text);
            let once = contents(&app.db).await;
            let second = app.stranger().post_by_machine(&path, media, body).await;
            assert_eq!(second.status, StatusCode::OK);
            assert!(contents(&app.db).await == once, "the second time changed something");
            assert_eq!(stopped(&app).await, 1);
            let unread = app.stranger().post_by_machine(&path, media, "").await;
            assert_eq!(unread.status, StatusCode::BAD_REQUEST);
        })
        .await;
    }
}

#[tokio::test]
async fn the_button_stops_letters_and_the_next_one_brings_them_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let path = format!("/letters/stop/{}", token(&app, "dana", Stoppable::Reminders));
        let wanted = "value=\"day\" checked";
        assert!(app.visitor("dana").get("/profile/letters").await.text.contains(wanted), "as it is at first");
        let stopped = app.stranger().post(&path, &[("List-Unsubscribe", "One-Click")]).await;
        assert!(stopped.text.contains("name=\"again\" value=\"yes\""), "{}", stopped.text);
        let own = app.visitor("dana").get("/profile/letters").await;
        assert!(!own.text.contains(wanted), "the own page shows it: {}", own.text);
        let opened = app.stranger().get(&path).await;
        assert!(opened.text.contains("Напоминаний больше не будет"), "{}", opened.text);
        for _ in 0..2 {
            let again = app.stranger().post(&path, &[("again", "yes")]).await;
            assert!(again.text.contains("Напоминания снова приходят"), "{}", again.text);
        }
        assert_eq!(wishes(&app).await, Wishes::default());
    })
    .await;
}

#[tokio::test]
async fn a_wrong_or_old_address_is_not_there_and_shows_the_way_out() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let old = format!("/letters/stop/{}", token(&app, "dana", Stoppable::Reminders));
        app.travel_to(date(2027, 10, 6));
        let (media, body) = BY_MACHINE[0];
        for path in ["/letters/stop/0", "/letters/stop/dana", old.as_str()] {
            let opened = app.stranger().get(path).await;
            let pressed = app.stranger().post_by_machine(path, media, body).await;
            for answer in [opened, pressed] {
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
                assert!(answer.text.contains("href=\"/profile/letters\""), "{}", answer.text);
            }
        }
        assert_eq!(wishes(&app).await, Wishes::default());
    })
    .await;
}

#[tokio::test]
async fn a_stopped_message_comes_by_no_letter_and_stands_on_the_page() {
    on_both(async |db| {
        let app = TestApp::demo(db).await;
        let path = format!("/letters/stop/{}", token(&app, "dana", Stoppable::Messages));
        let (media, body) = BY_MACHINE[0];
        app.stranger().post_by_machine(&path, media, body).await;
        crate::messages::staged(&app).await;
        while deliver_next(&app.db, app.clock.now(), &app.outbox).await.unwrap() != Delivered::Nothing {}
        let letters = async |who: &str| app.visitor(who).get("/demo/letters").await.text;
        assert!(letters("zere").await.contains("2026/27"), "others have their letter");
        assert!(!letters("dana").await.contains("2026/27"));
        let page = app.visitor("dana").get("/messages/received").await;
        assert!(page.text.contains("2026/27"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn quiet_hours_and_the_letter_of_the_day_are_set_and_a_contradiction_comes_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = app.visitor("dana").get("/profile").await;
        assert!(page.text.contains("/profile/letters"), "{}", page.text);
        let night = [("ahead", "hour"), ("quiet", "yes"), ("from", "20:00"), ("until", "08:00")];
        let wrong = [&night[..], &[("pace", "day"), ("hour", "23:00")]].concat();
        let refused = app.visitor("dana").post("/profile/letters", &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("<option value=\"23:00\" selected>"), "what was chosen stays");
        let right = [&night[..], &[("pace", "day"), ("hour", "18:00")]].concat();
        let kept = app.visitor("dana").post("/profile/letters", &right).await;
        assert_eq!((kept.status, kept.location.as_str()), (StatusCode::SEE_OTHER, "/profile"));
        let page = app.visitor("dana").get("/profile/letters").await;
        for stands in ["value=\"20:00\" selected", "value=\"08:00\" selected", "value=\"18:00\" selected"] {
            assert!(page.text.contains(stands), "{stands}: {}", page.text);
        }
        let unread = [("quiet", "yes"), ("from", "99"), ("until", "08:00"), ("pace", "each")];
        let refused = app.visitor("dana").post("/profile/letters", &unread).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let usual = app.visitor("aigul").get("/profile/letters").await;
        assert!(usual.text.contains("value=\"21:00\" selected"), "everybody for themselves");
    })
    .await;
}
