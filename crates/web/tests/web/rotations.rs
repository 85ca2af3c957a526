//! Pages of the plan of joint work: the coordinator publishes what was seen, the two keep or move their day.

use crate::app::{Answer, EVERYBODY, TestApp};
use axum::http::StatusCode;
use domain::contacts::Kind;
use domain::rotations::{Slot, State, Turn};
use domain::{Day, Instant};
use jiff::civil::date;
use store::testing::{ids, lessons_of_school_12, on_both};

/// Two who have a talk in the seventh lesson of a day; gives the address of its page.
pub(crate) async fn planned(app: &TestApp, newcomer: &str, mentor: &str, day: Day) -> String {
    let turn = Turn {
        id: format!("turn-of-{newcomer}-and-{mentor}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: newcomer.into(),
        mentor: mentor.into(),
        kind: Kind::Talk,
        slot: Slot { day, lesson: 7 },
        published_at: Instant::UNIX_EPOCH,
        state: State::Planned,
        asked: None,
        version: 0,
    };
    let mut tx = app.db.write().await.unwrap();
    store::rotations::add(&mut tx, &turn).await.unwrap();
    tx.commit().await.unwrap();
    format!("/rotations/{}", turn.id)
}

/// School 12 with lessons.
async fn school(db: store::Db) -> TestApp {
    let app = TestApp::new(db).await;
    lessons_of_school_12(&app.db).await;
    app
}

/// The value of a hidden field.
fn hidden<'a>(page: &'a Answer, name: &str) -> &'a str {
    let (_, rest) = page.text.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split_once('"').unwrap().0
}

const WISH: [(&str, &str); 4] =
    [("kind", "visit_to_mentor"), ("newcomer_week", "2"), ("mentor_week", "3"), ("seed", "1")];

async fn publish(app: &TestApp, digest: &str) -> Answer {
    let mut form = WISH.to_vec();
    form.push(("digest", digest));
    app.visitor("gulnafisa").post("/rotations", &form).await
}

async fn published(app: &TestApp) -> Vec<Turn> {
    let page = app.visitor("gulnafisa").get("/rotations/new").await;
    let answer = publish(app, hidden(&page, "digest")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert_eq!(answer.location, "/contacts");
    turns(app).await
}

async fn turns(app: &TestApp) -> Vec<Turn> {
    let mut tx = app.db.read().await.unwrap();
    store::rotations::of_programme(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap()
}

/// The planned meeting of two and the address of its page.
async fn of(app: &TestApp, newcomer: &str, mentor: &str) -> (Turn, String) {
    let two = |turn: &Turn| turn.newcomer == newcomer.into() && turn.mentor == mentor.into();
    let turn = turns(app).await.into_iter().find(two).unwrap();
    let path = format!("/rotations/{}", turn.id);
    (turn, path)
}

#[tokio::test]
async fn the_coordinator_sees_the_plan_publishes_it_and_both_sides_find_their_days() {
    on_both(async |db| {
        let app = school(db).await;
        let page = app.visitor("gulnafisa").get("/rotations/new").await;
        assert!(page.text.contains("4 встречи до 31 октября, каждый встретится с каждым"), "{}", page.text);
        assert!(page.text.contains("7 «В», кабинет 214"));
        assert_eq!(turns(&app).await, [], "looking publishes nothing");
        assert_eq!(published(&app).await.len(), 4);
        for (person, other) in [("dana", "Айгүл"), ("aigul", "Дана")] {
            let own = app.visitor(person).get("/contacts").await;
            let coming = own.text.split_once("id=\"planned\"").unwrap().1.split_once("</section>").unwrap().0;
            assert!(coming.contains(other) && coming.contains("кабинет 214"), "{coming}");
            assert_eq!(coming.matches("<li>").count(), 2, "{coming}");
        }
        let matrix = app.visitor("gulnafisa").get("/contacts").await;
        assert_eq!(matrix.text.matches("class=\"planned\" href=\"/rotations/").count(), 4, "{}", matrix.text);
        let again = app.visitor("gulnafisa").get("/rotations/new").await;
        assert!(again.text.contains("или ждёт назначенного дня"), "{}", again.text);
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_was_not_seen_is_not_published() {
    on_both(async |db| {
        let app = school(db).await;
        let refused = publish(&app, "0000").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("что-то изменилось"), "{}", refused.text);
        assert_eq!(turns(&app).await, []);
        let seen = publish(&app, hidden(&refused, "digest")).await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER, "what stands on the page now can be published");
    })
    .await;
}

#[tokio::test]
async fn what_the_form_says_wrong_comes_back_and_who_is_left_out_stands_with_the_reason() {
    on_both(async |db| {
        let app = school(db).await;
        let wrong = "/rotations/new?kind=duty&newcomer_week=0&mentor_week=2&seed=x";
        let page = app.visitor("gulnafisa").get(wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("Число от 1 до 10") && page.text.contains("Целое число"), "{}", page.text);
        // Nobody has a free lesson in common with somebody who teaches all day.
        let mut tx = app.db.write().await.unwrap();
        for (weekday, number) in (1..=5).flat_map(|day| (1..=6).map(move |number| (day, number))) {
            let lesson = domain::timetables::Lesson {
                school: "school-12".into(),
                person: "aigul".into(),
                weekday,
                number,
                class: "7 «В»".into(),
                room: None,
            };
            store::timetables::put(&mut tx, &lesson).await.unwrap();
        }
        tx.commit().await.unwrap();
        let talk = "/rotations/new?kind=talk&newcomer_week=2&mentor_week=2&seed=1";
        let page = app.visitor("gulnafisa").get(talk).await;
        assert!(page.text.contains("без дня остаются пары: 2"), "{}", page.text);
        assert!(page.text.contains("Нет урока, когда оба могут."), "{}", page.text);
        assert!(page.text.contains("Можно назначить: посещение урока наставника."), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn without_a_timetable_and_after_the_selection_the_page_says_so() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let none = app.visitor("gulnafisa").get("/rotations/new").await;
        assert!(none.text.contains("нужно расписание") && none.text.contains("href=\"/rosters\""));
        app.travel_to(date(2026, 11, 2));
        let late = app.visitor("gulnafisa").get("/rotations/new").await;
        assert!(late.text.contains("План составляют до выбора"), "{}", late.text);
        let contacts = app.visitor("gulnafisa").get("/contacts").await;
        assert!(!contacts.text.contains("/rotations/new"), "no button that would be refused");
    })
    .await;
}

#[tokio::test]
async fn one_proposes_another_time_and_the_other_agrees() {
    on_both(async |db| {
        let app = school(db).await;
        published(&app).await;
        let (turn, path) = of(&app, "dana", "aigul").await;
        let page = app.visitor("dana").get(&path).await;
        assert!(page.text.contains("name=\"slot\""), "{}", page.text);
        let nothing = app.visitor("dana").post(&format!("{path}/ask"), &[]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        let taken = [("slot", &*turn.slot.to_string())].map(|(name, slot)| (name, slot.to_owned()));
        let form: Vec<(&str, &str)> = taken.iter().map(|(name, slot)| (*name, slot.as_str())).collect();
        let same = app.visitor("dana").post(&format!("{path}/ask"), &form).await;
        assert!(same.text.contains("один из вас занят"), "{}", same.text);
        let free = hidden(&page, "slot").to_owned();
        let asked = app.visitor("dana").post(&format!("{path}/ask"), &[("slot", &free)]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
        let board = app.visitor("aigul").get("/contacts").await;
        assert!(board.text.contains("Дана предлагает другое время"), "{}", board.text);
        let page = app.visitor("aigul").get(&path).await;
        assert_eq!(hidden(&page, "slot"), free);
        let agreed = app.visitor("aigul").post(&format!("{path}/agree"), &[("slot", &free)]).await;
        assert_eq!(agreed.location, path);
        assert_eq!(of(&app, "dana", "aigul").await.0.slot.to_string(), free);
        let again = app.visitor("aigul").post(&format!("{path}/keep"), &[]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_wish_past_its_old_day_can_be_answered_until_its_own_day_comes() {
    on_both(async |db| {
        let app = school(db).await;
        let path = planned(&app, "dana", "aigul", date(2026, 10, 6)).await;
        let form = [("slot", "2026-10-09/4")];
        let asked = app.visitor("dana").post(&format!("{path}/ask"), &form).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
        app.travel_to(date(2026, 10, 8));
        let page = app.visitor("aigul").get(&path).await;
        assert!(page.text.contains("Прежний день прошёл") && page.text.contains("Это время не подходит"));
        assert!(!page.text.contains("/excuse\""), "nobody calls off what has passed");
        let plan = app.visitor("gulnafisa").get("/rotations/new").await;
        let both = plan.text.split("<tr>").filter(|row| row.contains("Нұрбаева") && row.contains("Сәтбаева"));
        assert_eq!(both.count(), 0, "the two are agreeing on a day: {}", plan.text);
        app.travel_to(date(2026, 10, 9));
        let page = app.visitor("aigul").get(&path).await;
        assert!(page.text.contains("Состоялась ли встреча?"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn what_took_place_leads_to_the_impression_and_to_a_met_pair() {
    on_both(async |db| {
        let app = school(db).await;
        published(&app).await;
        let (turn, path) = of(&app, "dana", "aigul").await;
        let early = app.visitor("dana").post(&format!("{path}/held"), &[]).await;
        assert!(early.text.contains("ещё не наступил"), "{}", early.text);
        app.travel_to(turn.slot.day);
        let home = app.visitor("dana").get("/").await;
        assert!(home.text.contains("Сегодня, урок"), "{}", home.text);
        let held = app.visitor("dana").post(&format!("{path}/held"), &[]).await;
        let contact = ids(&app.db, "contacts").await.remove(0);
        assert_eq!(held.location, format!("/contacts/{contact}#impression"));
        let matrix = app.visitor("gulnafisa").get("/contacts").await;
        assert!(matrix.text.contains(&format!("class=\"met\" href=\"/contacts/{contact}\"")));
    })
    .await;
}

#[tokio::test]
async fn who_cannot_come_says_it_with_one_button_and_the_coordinator_plans_again() {
    on_both(async |db| {
        let app = school(db).await;
        published(&app).await;
        let (_, path) = of(&app, "dana", "aigul").await;
        let excused = app.visitor("aigul").post(&format!("{path}/excuse"), &[]).await;
        assert_eq!(excused.location, "/contacts");
        let other = app.visitor("dana").get(&path).await;
        assert!(other.text.contains("Этой встречи не будет"), "{}", other.text);
        assert!(!other.text.contains("/held\"") && !other.text.contains("/excuse\""));
        let home = app.visitor("gulnafisa").get("/").await;
        assert!(home.text.contains("1 пара ещё не встретилась, день не назначен"), "{}", home.text);
        let matrix = app.visitor("gulnafisa").get("/contacts?only=missing").await;
        assert!(matrix.text.contains(&format!("class=\"excused\" href=\"{path}\"")), "{}", matrix.text);
        assert_eq!(published(&app).await.len(), 5);
        let matrix = app.visitor("gulnafisa").get("/contacts").await;
        assert!(!matrix.text.contains("class=\"excused\""), "the new day stands in its place");
    })
    .await;
}

#[tokio::test]
async fn a_day_that_passed_without_a_meeting_stands_as_missed_until_the_two_have_met() {
    on_both(async |db| {
        let app = school(db).await;
        let path = planned(&app, "dana", "aigul", date(2026, 10, 6)).await;
        app.travel_to(date(2026, 10, 8));
        let matrix = app.visitor("gulnafisa").get("/contacts").await;
        assert!(matrix.text.contains(&format!("class=\"missed\" href=\"{path}\"")), "{}", matrix.text);
        let home = app.visitor("aigul").get("/").await;
        assert!(home.text.contains("Состоялась ли встреча?"), "{}", home.text);
        let form = [("with", "aigul"), ("kind", "planning"), ("day", "2026-10-07"), ("minutes", "")];
        let written = app.visitor("dana").post("/contacts/new", &form).await;
        assert_eq!(written.status, StatusCode::SEE_OTHER, "minutes may be left out: {}", written.text);
        let page = app.visitor("dana").get(&path).await;
        assert!(page.text.contains("Вы уже встретились"), "{}", page.text);
        let own = app.visitor("dana").get("/contacts").await;
        assert!(!own.text.contains(&path), "{}", own.text);
    })
    .await;
}

#[tokio::test]
async fn a_planned_meeting_is_the_twos_own_and_the_coordinator_only_reads_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let path = planned(&app, "dana", "aigul", date(2026, 10, 8)).await;
        let seen = app.visitor("gulnafisa").get(&path).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert!(seen.text.contains("назначена") && !seen.text.contains(&format!("{path}/")), "{}", seen.text);
        for person in EVERYBODY {
            let readers = ["dana", "aigul", "gulnafisa"];
            let page = app.visitor(person).get(&path).await;
            match person {
                _ if readers.contains(&person) => assert_eq!(page.status, StatusCode::OK, "{person}"),
                "serik" | "polina" | "saule" => assert_eq!(page.status, StatusCode::FORBIDDEN, "{person}"),
                _ => assert_eq!(page.status, StatusCode::NOT_FOUND, "{person}"),
            }
            if ["dana", "aigul"].contains(&person) {
                continue;
            }
            for step in ["held", "ask", "agree", "keep", "excuse"] {
                let form = [("slot", "2026-10-09/3")];
                let answer = app.visitor(person).post(&format!("{path}/{step}"), &form).await;
                let shut = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&answer.status);
                assert!(shut, "{person} {step}: {}", answer.status);
            }
        }
        assert_eq!(turns(&app).await[0].state, State::Planned);
        for person in ["dana", "aigul", "serik", "timur"] {
            let shut = app.visitor(person).get("/rotations/new").await.status;
            let own = person == "timur";
            assert_eq!(shut, if own { StatusCode::NOT_FOUND } else { StatusCode::FORBIDDEN }, "{person}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_waits_for_somebody_who_has_left() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let path = planned(&app, "dana", "aigul", date(2026, 10, 8)).await;
        let mut tx = app.db.write().await.unwrap();
        let mut person = store::people::get(&mut tx, &"aigul".into()).await.unwrap().unwrap();
        person.left_on = Some(date(2026, 10, 5));
        store::people::save(&mut tx, &person).await.unwrap();
        tx.commit().await.unwrap();
        for page in ["/", "/contacts"] {
            let own = app.visitor("dana").get(page).await;
            assert!(!own.text.contains(&path), "{page}: {}", own.text);
        }
        let page = app.visitor("dana").get(&path).await;
        assert!(page.text.contains("сейчас не участвует"), "{}", page.text);
        assert!(!page.text.contains(&format!("{path}/")), "no step is left");
    })
    .await;
}

#[tokio::test]
async fn the_last_plan_is_taken_back_with_one_button() {
    on_both(async |db| {
        let app = school(db).await;
        published(&app).await;
        let page = app.visitor("gulnafisa").get("/rotations/new").await;
        assert!(page.text.contains("/rotations/withdraw"), "{}", page.text);
        let plan = [("plan", hidden(&page, "plan"))];
        let done = app.visitor("gulnafisa").post("/rotations/withdraw", &plan).await;
        assert_eq!(done.location, "/contacts");
        assert!(turns(&app).await.iter().all(|turn| matches!(turn.state, State::Withdrawn { .. })));
        let again = app.visitor("gulnafisa").post("/rotations/withdraw", &plan).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn the_pages_speak_three_languages() {
    on_both(async |db| {
        let app = school(db).await;
        published(&app).await;
        let (_, path) = of(&app, "dana", "aigul").await;
        for (lang, plan, turn) in [
            ("kk", "Бірлескен жұмыстың жоспары", "Басқа уақыт"),
            ("ru", "План совместной работы", "Другое время"),
            ("en", "Plan of joint work", "Another time"),
        ] {
            for (person, page, words) in
                [("gulnafisa", "/rotations/new", plan), ("dana", path.as_str(), turn)]
            {
                app.visitor(person).post("/language", &[("lang", lang), ("back", "/")]).await;
                let answer = app.visitor(person).get(page).await;
                assert!(answer.text.contains(words), "{lang} {page}: {}", answer.text);
            }
        }
    })
    .await;
}
