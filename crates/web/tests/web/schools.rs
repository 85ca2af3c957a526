//! What papers and pages say of the school.

use crate::app::{Answer, TestApp};
use actions::schools::note_restored;
use actions::{Context, Failed, Ids};
use axum::http::StatusCode;
use domain::people::Actor;
use domain::schools::School;
use jiff::civil::date;
use store::testing::on_both;

async fn school(app: &TestApp) -> School {
    let mut tx = app.db.read().await.unwrap();
    store::schools::get(&mut tx, &"school-12".into()).await.unwrap().unwrap()
}

async fn send(app: &TestApp, who: &str, version: &str, name: &str, bin: &str) -> Answer {
    let form = [
        ("version", version),
        ("name_kk", "№ 12 мектеп-гимназия"),
        ("name_ru", name),
        ("short_kk", "№ 12 мектеп"),
        ("short_ru", "Школа № 12"),
        ("place_kk", "Чапаев ауылы"),
        ("place_ru", "село Чапаево"),
        ("bin", bin),
    ];
    app.visitor(who).post("/school", &form).await
}

#[tokio::test]
async fn head_and_coordinator_correct_what_papers_say_and_the_log_names_the_fields() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = app.visitor("gulnafisa").get("/school").await;
        assert!(page.text.contains("123456789012"), "{}", page.text);
        let saved = send(&app, "gulnafisa", "0", "Школа-гимназия № 12", "000140000012").await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER);
        let now = school(&app).await;
        assert_eq!((now.name_ru.as_str(), now.bin.as_str()), ("Школа-гимназия № 12", "000140000012"));
        assert_eq!(send(&app, "serik", "1", "Гимназия № 12", "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(school(&app).await.bin, "");
        let log = app.visitor("serik").get("/audit").await.text;
        assert!(log.contains("Исправлены данные школы"), "{log}");
        assert!(log.contains("Полное название на русском, БИН школы"), "{log}");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_number_or_a_missing_name_comes_back_with_everything_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let bad = send(&app, "gulnafisa", "0", "Гимназия № 12", "12").await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bad.text.contains("двенадцать цифр") && bad.text.contains("Гимназия № 12"), "{}", bad.text);
        let missing = send(&app, "gulnafisa", "0", " ", "").await;
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(school(&app).await.version, 0, "nothing was written");
    })
    .await;
}

#[tokio::test]
async fn of_two_who_correct_at_once_the_second_reads_what_the_first_wrote() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        assert_eq!(send(&app, "serik", "0", "Гимназия № 12", "").await.status, StatusCode::SEE_OTHER);
        let second = send(&app, "gulnafisa", "0", "Лицей № 12", "").await;
        assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            second.text.contains("Гимназия № 12") && second.text.contains("Лицей № 12"),
            "{}",
            second.text
        );
        assert_eq!(school(&app).await.name_ru, "Гимназия № 12");
        assert_eq!(send(&app, "gulnafisa", "1", "Лицей № 12", "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(school(&app).await.name_ru, "Лицей № 12");
    })
    .await;
}

#[tokio::test]
async fn nobody_else_comes_to_the_page_and_another_school_stays_as_it_is() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for who in ["dana", "aigul", "saule"] {
            assert_eq!(app.visitor(who).get("/school").await.status, StatusCode::FORBIDDEN, "{who}");
            assert_eq!(send(&app, who, "0", "Гимназия", "").await.status, StatusCode::FORBIDDEN, "{who}");
        }
        let seven = [
            ("version", "0"),
            ("name_kk", "№ 7 гимназия"),
            ("name_ru", "Гимназия № 7"),
            ("short_kk", "№ 7"),
            ("short_ru", "№ 7"),
        ];
        assert_eq!(app.visitor("timur").post("/school", &seven).await.status, StatusCode::SEE_OTHER);
        assert_eq!(school(&app).await.version, 0);
    })
    .await;
}

#[tokio::test]
async fn a_school_takes_no_name_of_another_one_in_its_district_and_no_number_of_any() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let named = send(&app, "timur", "0", "Гимназия № 7", "").await;
        assert_eq!(named.status, StatusCode::UNPROCESSABLE_ENTITY);
        let twelve = school(&app).await.name_ru;
        assert!(named.text.contains(&twelve) && named.text.contains("Гимназия № 7"), "{}", named.text);
        assert_eq!(send(&app, "gulnafisa", "0", "Гимназия № 12", "").await.status, StatusCode::SEE_OTHER);
        let numbered = send(&app, "gulnafisa", "1", "Гимназия № 12", "123456789012").await;
        assert_eq!(numbered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(numbered.text.contains("у другой школы"), "{}", numbered.text);
        assert_eq!(school(&app).await.bin, "");
    })
    .await;
}

#[tokio::test]
async fn what_was_alike_before_keeps_nobody_from_correcting_the_rest() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let same = send(&app, "gulnafisa", "0", "Гимназия № 12", "123456789012").await;
        assert_eq!(same.status, StatusCode::SEE_OTHER, "school 7 has had this number all along");
    })
    .await;
}

#[tokio::test]
async fn whoever_reads_the_log_learns_that_the_database_was_brought_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let noted = async |actor: &Actor| {
            let (today, ids) = (date(2026, 10, 7), Ids::counting(0));
            let now = domain::calendar::instant_of(today, 12, 300);
            let made_at = domain::calendar::instant_of(date(2026, 10, 5), 19, 300);
            let context = Context { db: &app.db, actor, now, today, ids: &ids };
            note_restored(&context, &"school-12".into(), made_at).await
        };
        noted(&Actor::command_line()).await.unwrap();
        let log = app.visitor("serik").get("/audit").await.text;
        assert!(log.contains("База восстановлена из архива"), "{log}");
        assert!(log.contains("архив: 5 октября") && log.contains("19:00"), "{log}");

        let head = Actor { school: Some("school-7".into()), ..Actor::command_line() };
        assert!(matches!(noted(&head).await, Err(Failed::NotFound)), "of a school it is nobody's");
    })
    .await;
}
