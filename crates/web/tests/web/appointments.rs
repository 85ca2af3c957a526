//! The head and the coordinator appoint where the choice brought nobody together: with a reason, and after a look at
//! both.

use crate::app::TestApp;
use axum::http::StatusCode;
use domain::choices::{List, Order};
use domain::contacts::{Deed, Kind};
use domain::requests::{Rhythm, Wish};
use domain::timetables::Lesson;
use jiff::civil::date;
use store::testing::{ids, lessons_of_school_12, on_both, spoil};

const REASON: &str = "Единственный математик с местом в этом году.";
const WISH: &str = "Хочу научиться начинать урок спокойно.";
const REFUSAL: &str = "Нам будет трудно вместе.";
const GOAL: &str = "начало урока";

/// Дана wrote to Бекжан, who declined; nobody named anybody, and an empty proposal is published.
async fn left_over(app: &TestApp) {
    let (dana, gulnafisa) = (app.actor("dana").await, app.actor("gulnafisa").await);
    let wish = Wish { text: WISH.into(), goals: vec![GOAL.into()], rhythm: Rhythm::Weekly };
    let request = actions::requests::send(&app.context(&dana), &"bekzhan".into(), wish).await.unwrap();
    let no = [("answer", "decline"), ("reason", REFUSAL)];
    let said = app.visitor("bekzhan").post(&format!("/requests/{request}/answer"), &no).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.text);
    let list = List::Mentors(Order::strict(["aigul"]));
    actions::choices::keep(&app.context(&dana), &"programme".into(), &list).await.unwrap();
    app.travel_to(date(2026, 11, 3));
    let context = app.context(&gulnafisa);
    let draft = actions::proposals::make(&context, &"programme".into()).await.unwrap();
    actions::proposals::publish(&app.context(&gulnafisa), &draft).await.unwrap();
}

async fn is_deputy(app: &TestApp, person: &str) {
    let mut tx = app.db.write().await.unwrap();
    let mut found = store::people::get(&mut tx, &person.into()).await.unwrap().unwrap();
    found.position = Some("заместитель директора".into());
    store::people::save(&mut tx, &found).await.unwrap();
    tx.commit().await.unwrap();
}

async fn teaches_on_monday(app: &TestApp, person: &str, number: u8) {
    let (school, class) = ("school-12".into(), "7 «В»".into());
    let lesson = Lesson { school, person: person.into(), weekday: 1, number, class, room: None };
    let mut tx = app.db.write().await.unwrap();
    store::timetables::put(&mut tx, &lesson).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_head_finds_whoever_is_without_a_pair_and_appoints_with_a_reason() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        let serik = app.visitor("serik");
        let home = serik.get("/").await.text;
        assert!(home.contains("Без пары после выбора") && home.contains("href=\"/pairs/appoint\""), "{home}");
        let list = serik.get("/pairs/appoint").await.text;
        assert!(list.contains("Сәтбаева Дана") && list.contains("Искалиева Зере"), "{list}");
        assert!(list.contains("Пары опубликованы, этого имени среди них нет"), "{list}");
        let page = serik.get("/pairs/appoint/dana").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Тұяқов Бекжан") && page.text.contains("/mentors/bekzhan/beside/dana"));
        let mute = serik.post("/pairs/appoint/dana", &[("mentor", "bekzhan"), ("reason", "надо")]).await;
        assert_eq!(mute.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(mute.text.contains(">надо<") && mute.text.contains("не меньше 10 знаков"), "{}", mute.text);
        let whom = serik.post("/pairs/appoint/dana", &[("mentor", ""), ("reason", REASON)]).await;
        assert_eq!(whom.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = serik.post("/pairs/appoint/dana", &[("mentor", "bekzhan"), ("reason", REASON)]).await;
        let pair = format!("/pairs/{}", ids(&app.db, "pairs").await[0]);
        assert_eq!((done.status, &done.location), (StatusCode::SEE_OTHER, &pair));
        for side in ["dana", "bekzhan"] {
            let read = app.visitor(side).get(&pair).await.text;
            assert!(read.contains("Это назначение, а не выбор") && read.contains(REASON), "{read}");
            assert!(read.contains("Кто назначил: Серік, директор."), "{side}: {read}");
        }
        let rest = serik.get("/pairs/appoint").await.text;
        assert!(!rest.contains("Сәтбаева Дана") && rest.contains("Искалиева Зере"));
    })
    .await;
}

#[tokio::test]
async fn a_pair_appointed_by_the_coordinator_says_so() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        let form = [("mentor", "bekzhan"), ("reason", REASON)];
        let done = app.visitor("gulnafisa").post("/newcomers/dana/appoint", &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let pair = format!("/pairs/{}", ids(&app.db, "pairs").await[0]);
        let read = app.visitor("dana").get(&pair).await.text;
        assert!(read.contains("Кто назначил: Гүлнафиса, координатор."), "{read}");
    })
    .await;
}

#[tokio::test]
async fn only_the_head_and_the_coordinator_of_the_school_appoint() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        let form = [("mentor", "bekzhan"), ("reason", REASON)];
        for other in ["dana", "aigul", "polina", "saule"] {
            for path in ["/pairs/appoint", "/pairs/appoint/dana", "/mentors/bekzhan/beside/dana"] {
                assert_eq!(
                    app.visitor(other).get(path).await.status,
                    StatusCode::FORBIDDEN,
                    "{other} {path}"
                );
            }
            let sent = app.visitor(other).post("/pairs/appoint/dana", &form).await;
            assert_eq!(sent.status, StatusCode::FORBIDDEN, "{other}");
        }
        let timur = app.visitor("timur");
        for path in ["/pairs/appoint/dana", "/mentors/bekzhan/beside/dana"] {
            assert_eq!(timur.get(path).await.status, StatusCode::NOT_FOUND, "another school: {path}");
        }
        assert_eq!(timur.post("/pairs/appoint/dana", &form).await.status, StatusCode::NOT_FOUND);
        assert!(ids(&app.db, "pairs").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn neither_page_tells_of_requests_lists_and_refusals() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        for reader in ["serik", "gulnafisa"] {
            for path in ["/pairs/appoint", "/pairs/appoint/dana", "/mentors/bekzhan/beside/dana"] {
                let page = app.visitor(reader).get(path).await.text;
                for private in [WISH, GOAL, REFUSAL, "Взаимных имён", "-й выбор"] {
                    assert!(!page.contains(private), "{reader} {path}: {private}");
                }
            }
        }
        // Зере wrote nobody and was declined by nobody: the head reads the same of both.
        let page = app.visitor("serik").get("/pairs/appoint").await.text;
        assert_eq!(page.matches("Пары опубликованы, этого имени среди них нет").count(), 2, "{page}");
    })
    .await;
}

#[tokio::test]
async fn before_the_choice_is_over_nobody_is_offered_and_the_head_is_not_called() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let serik = app.visitor("serik");
        let early = serik.get("/pairs/appoint").await.text;
        assert!(early.contains("Назначать рано") && !early.contains("Сәтбаева"), "{early}");
        let one = serik.get("/pairs/appoint/dana").await;
        assert_eq!((one.status, one.location.as_str()), (StatusCode::SEE_OTHER, "/pairs/appoint"));
        app.travel_to(date(2026, 11, 3));
        let waiting = serik.get("/pairs/appoint").await.text;
        assert!(waiting.contains("Пары ещё не опубликованы, назначать рано"), "{waiting}");
        assert!(!serik.get("/").await.text.contains("Без пары после выбора"));
    })
    .await;
}

#[tokio::test]
async fn both_leaders_read_on_their_homes_how_many_of_how_many_pairs_are_appointed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        app.visitor("serik").post("/pairs/appoint/dana", &[("mentor", "bekzhan"), ("reason", REASON)]).await;
        for leader in ["serik", "gulnafisa"] {
            let home = app.visitor(leader).get("/").await.text;
            assert!(home.contains("По назначению: 1 из 1"), "{leader}: {home}");
        }
    })
    .await;
}

#[tokio::test]
async fn two_stand_side_by_side_with_what_they_have_in_common_marked() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let without = app.visitor("gulnafisa").get("/mentors/bekzhan/beside/dana").await.text;
        assert!(without.contains("Расписание есть не у обоих"), "{without}");
        lessons_of_school_12(&app.db).await;
        teaches_on_monday(&app, "dana", 1).await;
        teaches_on_monday(&app, "bekzhan", 8).await;
        let dana = app.actor("dana").await;
        let deed = Deed { kind: Kind::Planning, held_on: date(2026, 10, 2), minutes: 45, topic: None };
        let (newcomer, mentor) = ("dana".into(), "bekzhan".into());
        actions::contacts::record(&app.context(&dana), &newcomer, &mentor, &deed).await.unwrap();
        left_over(&app).await;
        let page = app.visitor("gulnafisa").get("/mentors/bekzhan/beside/dana").await.text;
        assert_eq!(page.matches("общее</span>").count(), 2, "subject and language: {page}");
        assert!(page.contains("Помогаю начать урок") && page.contains("занято мест: 0 из 2"), "{page}");
        assert!(page.contains("понедельник") && page.contains("уроки по счёту: 7"), "{page}");
        assert!(page.contains("на работе с 1 сентября 2014"), "another year is said: {page}");
        assert!(page.contains("2 октября"), "the coordinator knows who has worked with whom");
        assert!(page.contains("href=\"/pairs/appoint/dana?mentor=bekzhan\""), "{page}");
        let head = app.visitor("serik").get("/mentors/bekzhan/beside/dana").await.text;
        assert!(head.contains("Помогаю начать урок") && !head.contains("Что уже делали вместе"), "{head}");
        let form = app.visitor("serik").get("/pairs/appoint/dana?mentor=bekzhan").await.text;
        assert!(form.contains("<option value=\"bekzhan\" selected>"), "{form}");
    })
    .await;
}

#[tokio::test]
async fn from_a_line_of_the_draft_the_two_are_looked_at_and_the_way_leads_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for (who, list) in [
            ("dana", List::Mentors(Order::strict(["bekzhan"]))),
            ("bekzhan", List::Newcomers(Order::strict(["dana"]))),
        ] {
            let author = app.actor(who).await;
            actions::choices::keep(&app.context(&author), &"programme".into(), &list).await.unwrap();
        }
        app.travel_to(date(2026, 11, 2));
        let gulnafisa = app.visitor("gulnafisa");
        let draft = gulnafisa.post("/proposals", &[]).await.location;
        let line = format!("{draft}/lines/dana");
        for page in [&draft, &line] {
            let text = gulnafisa.get(page).await.text;
            assert!(text.contains("href=\"/mentors/bekzhan/beside/dana\""), "{page}: {text}");
        }
        assert!(
            gulnafisa.get(&line).await.text.contains("/mentors/aigul/beside/dana"),
            "each who may be chosen"
        );
        let page = gulnafisa.get("/mentors/bekzhan/beside/dana").await.text;
        assert!(page.contains(&format!("href=\"{line}\"")), "{page}");
        let head = app.visitor("serik").get("/mentors/bekzhan/beside/dana").await.text;
        assert!(!head.contains("/proposals"), "a draft is the coordinator's: {head}");
    })
    .await;
}

#[tokio::test]
async fn n04_whoever_decides_is_warned_where_the_mentor_leads_the_teachers() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let warning = "кто здесь руководит педагогами";
        let line_of_it = "Бекжан: заместитель директора";
        let quiet = app.visitor("gulnafisa").get("/mentors/bekzhan/beside/dana").await.text;
        assert!(!quiet.contains(warning), "{quiet}");
        is_deputy(&app, "bekzhan").await;
        let gulnafisa = app.visitor("gulnafisa");
        let provisional = gulnafisa.get("/newcomers/dana").await.text;
        assert!(provisional.contains(warning) && provisional.contains(line_of_it), "{provisional}");
        let beside = gulnafisa.get("/mentors/bekzhan/beside/dana").await.text;
        assert!(beside.contains(warning) && beside.contains(line_of_it), "{beside}");
        let author = app.actor("dana").await;
        let list = List::Mentors(Order::strict(["bekzhan"]));
        actions::choices::keep(&app.context(&author), &"programme".into(), &list).await.unwrap();
        let author = app.actor("bekzhan").await;
        let list = List::Newcomers(Order::strict(["dana"]));
        actions::choices::keep(&app.context(&author), &"programme".into(), &list).await.unwrap();
        app.travel_to(date(2026, 11, 2));
        let draft = gulnafisa.post("/proposals", &[]).await.location;
        let text = gulnafisa.get(&draft).await.text;
        assert!(text.contains("заместитель директора") && text.contains("Это не запрет"), "{text}");
        let line = gulnafisa.get(&format!("{draft}/lines/dana")).await.text;
        assert!(line.contains(warning) && line.contains(line_of_it), "{line}");
        let form = app.visitor("serik").get("/pairs/appoint/zere").await.text;
        assert!(form.contains(line_of_it) && form.contains("математика, заместитель директора"), "{form}");
        let sent = [("mentor", "bekzhan"), ("reason", REASON)];
        let done = app.visitor("serik").post("/pairs/appoint/zere", &sent).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "a warning is no bar: {}", done.text);
    })
    .await;
}

/// Бекжан is written as Дана is.
const CALLED_LIKE_DANA: &str = "UPDATE people SET \
    family = (SELECT other.family FROM people AS other WHERE other.id = 'dana'), \
    given = (SELECT other.given FROM people AS other WHERE other.id = 'dana'), \
    patronymic = (SELECT other.patronymic FROM people AS other WHERE other.id = 'dana') WHERE id = 'bekzhan'";

#[tokio::test]
async fn n04_whoever_decides_is_warned_where_the_mentor_is_called_like_the_newcomer() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let warning = "у молодого педагога то же полное имя";
        let pages = ["/newcomers/dana", "/mentors/bekzhan/beside/dana"];
        for page in pages {
            let quiet = app.visitor("gulnafisa").get(page).await.text;
            assert!(!quiet.contains(warning), "{page}: {quiet}");
        }
        spoil(&app.db, CALLED_LIKE_DANA).await;
        for page in pages {
            let warned = app.visitor("gulnafisa").get(page).await.text;
            assert!(warned.contains(warning), "{page}: {warned}");
        }
        let other = app.visitor("gulnafisa").get("/newcomers/zere").await.text;
        assert!(!other.contains(warning), "another newcomer: {other}");
    })
    .await;
}

#[tokio::test]
async fn the_pages_speak_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        left_over(&app).await;
        is_deputy(&app, "bekzhan").await;
        for (lang, says) in [("kk", "ортақ"), ("ru", "общее"), ("en", "in common")] {
            app.speak("serik", lang).await;
            let beside = app.visitor("serik").get("/mentors/bekzhan/beside/dana").await.text;
            assert!(beside.contains(says), "{lang}: {beside}");
            for path in ["/pairs/appoint", "/pairs/appoint/dana", "/"] {
                let page = app.visitor("serik").get(path).await;
                assert_eq!(page.status, StatusCode::OK, "{lang} {path}");
                for key in ["[appointments-", "[mentors-", "[home-"] {
                    assert!(
                        !page.text.contains(key) && !beside.contains(key),
                        "{lang} {path}: {}",
                        page.text
                    );
                }
            }
        }
    })
    .await;
}
