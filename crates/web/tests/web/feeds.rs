//! The private calendar feed: made and revoked by its owner, read without a session, neutral, the same bytes twice.

use crate::app::{Answer, TestApp};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, ETAG};
use jiff::civil::date;
use store::testing::{lessons_of_school_12, on_both, spoil};

/// The secret of a feed on a stage.
pub(crate) const SECRET: &str = "feed-of-dana";

/// Somebody has a feed under [`SECRET`].
pub(crate) async fn made(app: &TestApp, person: &str) {
    let hash = actions::accounts::secret_hash(SECRET);
    let mut tx = app.db.write().await.unwrap();
    let (school, now) = ("school-12".into(), app.clock.now());
    store::feeds::put(&mut tx, &school, &person.into(), &hash, now).await.unwrap();
    tx.commit().await.unwrap();
}

fn address(page: &Answer) -> String {
    let (_, rest) = page.text.split_once("<code>https://talimger.example").unwrap();
    rest.split('<').next().unwrap().to_owned()
}

/// Дана has a planned turn in the seventh lesson and an agreed meeting; gives her feed's address.
async fn staged(app: &TestApp) -> String {
    lessons_of_school_12(&app.db).await;
    crate::rotations::planned(app, "dana", "bekzhan", date(2026, 10, 8)).await;
    let made = app.visitor("dana").post("/profile/feed", &[]).await;
    assert_eq!(made.status, StatusCode::OK);
    address(&made)
}

#[tokio::test]
async fn a_feed_is_read_by_its_address_alone_and_says_nothing_private() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let feed = staged(&app).await;
        let read = app.stranger().get(&feed).await;
        assert_eq!(read.status, StatusCode::OK);
        assert_eq!(read.headers[CONTENT_TYPE], "text/calendar; charset=utf-8");
        assert!(read.cookies.is_empty(), "{:?}", read.cookies);
        assert!(read.text.contains("SUMMARY:Tälimger: встреча\r\n"), "{}", read.text);
        // Lesson 7 begins at 13:30, which is 08:30 UTC.
        assert!(read.text.contains("DTSTART:20261008T083000Z\r\n"), "{}", read.text);
        assert!(read.text.contains("UID:rotation-turn-of-dana-and-bekzhan@talimger"), "{}", read.text);
        for private in ["Бекжан", "Тұяқов", "Дана", "214"] {
            assert!(!read.text.contains(private), "{private}: {}", read.text);
        }
        let again = app.stranger().get(&feed).await;
        assert_eq!((again.text, &again.headers[ETAG]), (read.text.clone(), &read.headers[ETAG]));
        assert_eq!(app.visitor("zere").get(&feed).await.text, read.text, "whoever is signed in");
    })
    .await;
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let feed = staged(&app).await;
        let tag = app.stranger().get(&feed).await.headers[ETAG].clone();
        let known = app.stranger().knowing(&feed, tag.to_str().unwrap()).await;
        assert_eq!((known.status, known.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
        let excused = app.visitor("dana").post("/rotations/turn-of-dana-and-bekzhan/excuse", &[]).await;
        assert_eq!(excused.status, StatusCode::SEE_OTHER);
        let changed = app.stranger().knowing(&feed, tag.to_str().unwrap()).await;
        assert_eq!(changed.status, StatusCode::OK);
        assert!(changed.text.contains("STATUS:CANCELLED\r\n") && changed.text.contains("SEQUENCE:1\r\n"));
    })
    .await;
}

#[tokio::test]
async fn a_new_address_voids_the_old_one_and_a_revoked_one_is_not_there() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let old = staged(&app).await;
        let new = address(&app.visitor("dana").post("/profile/feed", &[]).await);
        assert_eq!(app.stranger().get(&old).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.stranger().get(&new).await.status, StatusCode::OK);
        let revoked = app.visitor("dana").post("/profile/feed/revoke", &[]).await;
        assert_eq!(revoked.status, StatusCode::SEE_OTHER);
        assert_eq!(app.stranger().get(&new).await.status, StatusCode::NOT_FOUND);
        let page = app.visitor("dana").get("/profile").await;
        assert!(page.text.contains("Получить адрес"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_left_has_no_feed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let feed = staged(&app).await;
        spoil(&app.db, "UPDATE people SET left_on = '2026-10-01' WHERE id = 'dana'").await;
        assert_eq!(app.stranger().get(&feed).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.stranger().get("/feeds/feed-of-dana").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
