//! The pages of the mentor course.

use crate::app::{Answer, EVERYBODY, TestApp};
use actions::badges::{PublicKey, StatusList, Verdict, check};
use axum::http::StatusCode;
use domain::courses::{Announced, Attempts, Booking, Candidate, Course, Phase, Rules, Stage, Training};
use jiff::civil::{Date, date, time};
use store::testing::{column, ids, on_both};

const CASE: [(&str, &str); 4] = [
    ("topic", "talks"),
    ("situation", "Сабақ шумен басталды."),
    ("did", "Үндемей күттім."),
    ("asks", "Сіздерге не көмектеседі?"),
];

async fn told(app: &TestApp, who: &str, title: &str) -> String {
    let form: Vec<(&str, &str)> = CASE.into_iter().chain([("title", title)]).collect();
    let answer = app.visitor(who).post("/courses/cases/new", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.location
}

async fn enrolled(app: &TestApp, who: &str) {
    let answer = app.visitor("gulnafisa").post("/courses/candidates/enrol", &[("person", who)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

/// A session as it stands, whatever day it is.
async fn session(app: &TestApp, id: &str, day: Date, booked: &[&str]) {
    let training = Training {
        id: id.into(),
        school: "school-12".into(),
        about: Announced {
            stage: Stage::Training,
            title: "Жұп психологиясы".into(),
            day,
            from: time(8, 0, 0, 0),
            to: time(11, 0, 0, 0),
            place: "214".into(),
            places: 1,
            leader: "gulnafisa".into(),
            before: "https://example.kz/text".into(),
            after: String::new(),
            opened: false,
        },
        phase: Phase::Announced,
        changed_at: app.clock.now(),
        version: 0,
    };
    let mut tx = app.db.write().await.unwrap();
    store::courses::announce(&mut tx, &training).await.unwrap();
    for person in booked {
        let booking = Booking {
            training: training.id.clone(),
            person: (*person).into(),
            home: training.school.clone(),
            at: app.clock.now(),
            present: None,
        };
        store::courses::book(&mut tx, &training.school, &booking).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Айгүл, Бекжан and Серік are in the course, Серік at its training; the coordinator asks for a place herself. One session
/// was held and is not marked, two are to come.
pub(crate) async fn staged(app: &TestApp) {
    for person in ["aigul", "bekzhan", "serik"] {
        enrolled(app, person).await;
    }
    app.visitor("gulnafisa").post("/courses/apply", &[]).await;
    told(app, "aigul", "Айгүлдің мысалы").await;
    told(app, "serik", "Серіктің мысалы").await;
    let mut bekzhan = Vec::new();
    for title in ["Бекжанның бірінші мысалы", "Бекжанның екінші мысалы"]
    {
        bekzhan.push(told(app, "bekzhan", title).await);
    }
    for case in &bekzhan {
        let words = [("words", "Менде де солай болған.")];
        app.visitor("serik").post(&format!("{case}/reply"), &words).await;
    }
    app.visitor("aigul").post(&format!("{}/reply", bekzhan[0]), &[("words", "Мен де күтемін.")]).await;
    session(app, "0-held", date(2026, 11, 3), &["serik"]).await;
    session(app, "1-booked", date(2026, 11, 10), &["serik"]).await;
    session(app, "2-free", date(2026, 11, 12), &[]).await;
}

/// The right of [`certified`], as it is stored.
pub(crate) const RIGHT: &str = r#"{"passed":{"right":{"from":"2024-05-20","until":"2027-05-19"}}}"#;

/// Айгүл has the certificate about a right, Серік a right without one.
pub(crate) async fn certified(app: &TestApp) {
    for (person, id) in [("aigul", "8-certified"), ("serik", "9-passed")] {
        let candidate = Candidate {
            course: id.into(),
            person: person.into(),
            state: serde_json::from_str(RIGHT).unwrap(),
            attempts: Attempts { theory: 1, practice: 1 },
            changed_at: app.clock.now(),
            version: 0,
        };
        let (school, rules, begun_on) = ("school-12".into(), Rules::default(), date(2024, 2, 1));
        let mut tx = app.db.write().await.unwrap();
        store::courses::add(&mut tx, &Course { school, candidate, rules, begun_on }).await.unwrap();
        tx.commit().await.unwrap();
    }
    let made = app.visitor("aigul").post("/courses/certificates/8-certified", &[]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
}

/// The same on an empty school, on the day of the lively stage.
async fn set(db: store::Db) -> TestApp {
    let app = TestApp::new(db).await;
    app.travel_to(date(2026, 11, 3));
    staged(&app).await;
    app
}

async fn page(app: &TestApp, who: &str, path: &str) -> Answer {
    app.visitor(who).get(path).await
}

#[tokio::test]
async fn the_own_page_says_what_is_missing_and_what_leads_on() {
    on_both(async |db| {
        let app = set(db).await;
        let hers = page(&app, "aigul", "/courses").await.text;
        assert!(hers.contains("id=\"missing\"") && hers.contains("href=\"/courses/cases\""), "{hers}");
        let his = page(&app, "serik", "/courses").await.text;
        assert!(
            his.contains("href=\"/courses/trainings\"") && his.contains("id=\"hours-attended\""),
            "{his}"
        );
        let asks = page(&app, "gulnafisa", "/courses").await.text;
        assert!(asks.contains("action=\"/courses/withdraw\""), "{asks}");
        let newcomer = page(&app, "dana", "/courses").await.text;
        assert!(!newcomer.contains("action=\"/courses/apply\""), "{newcomer}");
        assert!(page(&app, "aigul", "/").await.text.contains("href=\"/courses\""));
        let home = page(&app, "gulnafisa", "/").await.text;
        assert!(home.contains("/courses/candidates") && home.contains("/courses/trainings/0-held"), "{home}");
        assert_eq!(page(&app, "saule", "/courses").await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn a_case_is_told_found_and_replied_to() {
    on_both(async |db| {
        let app = set(db).await;
        let mut form = CASE.to_vec();
        form.push(("title", ""));
        let refused = app.visitor("aigul").post("/courses/cases/new", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Үндемей күттім."), "what was typed stays");
        let found = page(&app, "aigul", "/courses/cases?q=%D0%B5%D0%BA%D1%96%D0%BD%D1%88%D1%96").await.text;
        assert!(found.contains("Бекжанның екінші") && !found.contains("Бекжанның бірінші"), "{found}");
        let none = page(&app, "aigul", "/courses/cases?topic=law").await.text;
        assert!(none.contains("class=\"empty\""), "{none}");
        let case = format!("/courses/cases/{}", ids(&app.db, "course_cases").await.pop().unwrap());
        let silent = app.visitor("aigul").post(&format!("{case}/reply"), &[("words", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let words = [("words", "<b>Екінші пікір</b>")];
        let replied = app.visitor("aigul").post(&format!("{case}/reply"), &words).await;
        assert_eq!((replied.status, replied.location.as_str()), (StatusCode::SEE_OTHER, case.as_str()));
        let read = page(&app, "gulnafisa", &case).await.text;
        assert!(read.contains("Екінші пікір") && !read.contains("<b>Екінші"), "{read}");
        assert!(
            column(&app.db, "courses", "word").await.iter().filter(|word| *word == "training").count() == 2
        );
    })
    .await;
}

#[tokio::test]
async fn n08_cases_are_read_by_people_in_the_course_and_its_coordinator_alone() {
    on_both(async |db| {
        let app = set(db).await;
        let case = format!("/courses/cases/{}", ids(&app.db, "course_cases").await.pop().unwrap());
        let readers = ["gulnafisa", "serik", "aigul", "bekzhan"];
        for who in EVERYBODY {
            for path in [case.as_str(), "/courses/cases", "/courses/trainings/2-free"] {
                let opened = page(&app, who, path).await;
                // Тимур reads the cases of his own school, of which there are none.
                let reads = readers.contains(&who) || (who == "timur" && path == "/courses/cases");
                assert_eq!(opened.status == StatusCode::OK, reads, "{who} {path}");
                assert!(readers.contains(&who) || !opened.text.contains("Бекжанның"), "{who} {path}");
            }
        }
        assert_eq!(page(&app, "aigul", "/courses/cases/nothing").await.status, StatusCode::NOT_FOUND);
        assert_eq!(page(&app, "aigul", "/courses/trainings/nothing").await.status, StatusCode::NOT_FOUND);
        let listed = page(&app, "aigul", "/courses/trainings/1-booked").await.text;
        assert!(!listed.contains("Оразбаев"), "who signed up is for the leader: {listed}");
        assert!(page(&app, "gulnafisa", "/courses/trainings/1-booked").await.text.contains("Оразбаев"));
        for (who, status) in [("aigul", StatusCode::FORBIDDEN), ("timur", StatusCode::OK)] {
            let table = page(&app, who, "/courses/candidates").await;
            assert_eq!(table.status, status);
            assert!(!table.text.contains("Оразбаев"), "{}", table.text);
        }
    })
    .await;
}

#[tokio::test]
async fn who_came_is_marked_and_hours_count() {
    on_both(async |db| {
        let app = set(db).await;
        let path = "/courses/trainings/0-held";
        let form = page(&app, "gulnafisa", path).await.text;
        assert!(form.contains("name=\"present\"") && form.contains("value=\"serik\""), "{form}");
        let hidden = app.visitor("aigul").post(&format!("{path}/mark"), &[("present", "serik")]).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND);
        let unknown = app.visitor("gulnafisa").post(&format!("{path}/mark"), &[("present", "timur")]).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        app.visitor("gulnafisa").post(&format!("{path}/mark"), &[("present", "dana")]).await;
        assert!(
            !column(&app.db, "trainings", "phase").await.contains(&"held".to_owned()),
            "not at the training"
        );
        let marked = app.visitor("gulnafisa").post(&format!("{path}/mark"), &[("present", "serik")]).await;
        assert_eq!((marked.status, marked.location.as_str()), (StatusCode::SEE_OTHER, path));
        assert_eq!(
            column(&app.db, "trainings", "phase").await.iter().filter(|one| *one == "held").count(),
            1
        );
        let his = page(&app, "serik", "/courses").await.text;
        assert!(his.contains("value=\"180\""), "{his}");
    })
    .await;
}

#[tokio::test]
async fn a_session_is_announced_signed_up_for_and_cancelled() {
    on_both(async |db| {
        let app = set(db).await;
        let mut form = vec![
            ("title", "Қиын әңгіме"),
            ("day", "2026-11-20"),
            ("from", "15:00"),
            ("to", "14:00"),
            ("place", "214"),
            ("places", "3"),
            ("leader", "bekzhan"),
        ];
        let refused = app.visitor("gulnafisa").post("/courses/trainings/new", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        form[3].1 = "18:00";
        let announced = app.visitor("gulnafisa").post("/courses/trainings/new", &form).await;
        assert_eq!(announced.status, StatusCode::SEE_OTHER, "{}", announced.text);
        let path = announced.location;
        let plan = page(&app, "gulnafisa", "/courses/trainings").await.text;
        assert!(
            plan.contains("id=\"plan-h\"") && plan.contains("class=\"flash\""),
            "hours are missing: {plan}"
        );
        assert!(!page(&app, "serik", "/courses/trainings").await.text.contains("id=\"plan-h\""));
        form.push(("stage", "discussion"));
        let talk = app.visitor("gulnafisa").post("/courses/trainings/new", &form).await.location;
        let hers = page(&app, "aigul", &talk).await.text;
        assert!(hers.contains(&format!("{talk}/sign-up")), "she is at the discussion: {hers}");
        assert!(!page(&app, "serik", &talk).await.text.contains("/sign-up"), "he is at the training");
        let booked = app.visitor("serik").post(&format!("{path}/sign-up"), &[]).await;
        assert_eq!(booked.location, path);
        let early = app.visitor("aigul").post(&format!("{path}/sign-up"), &[]).await;
        assert_eq!(early.status, StatusCode::SEE_OTHER, "told that the discussion comes first");
        assert_eq!(column(&app.db, "training_bookings", "person_id").await.len(), 3);
        app.visitor("serik").post(&format!("{path}/step-back"), &[]).await;
        assert_eq!(column(&app.db, "training_bookings", "person_id").await.len(), 2);
        let forbidden = app.visitor("serik").post(&format!("{path}/cancel"), &[]).await;
        assert_eq!(forbidden.status, StatusCode::FORBIDDEN);
        app.visitor("gulnafisa").post(&format!("{path}/cancel"), &[]).await;
        assert!(column(&app.db, "trainings", "phase").await.contains(&"cancelled".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn n08_another_school_of_the_district_reads_an_open_session_and_nobodys_name() {
    on_both(async |db| {
        let app = set(db).await;
        let mut form = vec![
            ("title", "Аудан сабағы"),
            ("day", "2026-11-20"),
            ("from", "15:00"),
            ("to", "18:00"),
            ("place", "214"),
            ("places", "3"),
            ("leader", "bekzhan"),
        ];
        let closed = app.visitor("gulnafisa").post("/courses/trainings/new", &form).await.location;
        form[0].1 = "Ашық сабақ";
        form.push(("opened", "yes"));
        let open = app.visitor("gulnafisa").post("/courses/trainings/new", &form).await.location;
        app.visitor("serik").post(&format!("{open}/sign-up"), &[]).await;
        let listed = page(&app, "timur", "/courses/trainings").await.text;
        assert!(listed.contains("Ашық сабақ") && !listed.contains("Аудан сабағы"), "{listed}");
        assert!(listed.contains("№ 12"), "who holds it: {listed}");
        assert_eq!(page(&app, "timur", &closed).await.status, StatusCode::NOT_FOUND);
        let read = page(&app, "timur", &open).await;
        assert!(read.status == StatusCode::OK && !read.text.contains("Оразбаев"), "{}", read.text);
        let sign_up = format!("{open}/sign-up");
        assert!(!read.text.contains(&sign_up), "he is not at the training of his school");
        for step in ["cancel", "mark"] {
            let refused = app.visitor("timur").post(&format!("{open}/{step}"), &[]).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{step}");
        }
        let training = domain::TrainingId::from(open.rsplit('/').next().unwrap());
        let booking = Booking {
            training,
            person: "timur".into(),
            home: "school-7".into(),
            at: app.clock.now(),
            present: None,
        };
        let mut tx = app.db.write().await.unwrap();
        store::courses::book(&mut tx, &"school-12".into(), &booking).await.unwrap();
        tx.commit().await.unwrap();
        let led = page(&app, "gulnafisa", &open).await.text;
        assert!(led.contains("Ахметов") && led.contains("№ 7"), "{led}");
        assert!(!page(&app, "serik", &open).await.text.contains("Ахметов"));
    })
    .await;
}

#[tokio::test]
async fn n08_a_case_is_read_in_the_district_as_far_as_its_author_says() {
    on_both(async |db| {
        let app = set(db).await;
        let case = told(&app, "bekzhan", "Бекжанның ашық мысалы").await;
        let readers = format!("{case}/readers");
        let own = page(&app, "bekzhan", &case).await.text;
        assert!(own.contains(&readers) && own.contains("value=\"school\" checked"), "closed at first: {own}");
        assert!(!page(&app, "aigul", &case).await.text.contains(&readers));
        assert_eq!(page(&app, "timur", &case).await.status, StatusCode::NOT_FOUND);
        let replied = app.visitor("timur").post(&format!("{case}/reply"), &[("words", "Сәлем")]).await;
        assert_eq!(replied.status, StatusCode::NOT_FOUND);
        for (audience, named) in [("district", false), ("named", true)] {
            let opened = app.visitor("bekzhan").post(&readers, &[("audience", audience)]).await;
            assert_eq!((opened.status, opened.location.as_str()), (StatusCode::SEE_OTHER, case.as_str()));
            for path in [case.as_str(), "/courses/cases"] {
                let read = page(&app, "timur", path).await.text;
                assert!(read.contains("Бекжанның ашық мысалы"), "{audience} {path}: {read}");
                assert_eq!(read.contains("Тұяқов"), named, "{audience} {path}: {read}");
                assert_eq!(read.contains("№ 12"), named, "{audience} {path}: {read}");
            }
        }
        let other = app.visitor("timur").post(&readers, &[("audience", "named")]).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
        app.visitor("bekzhan").post(&readers, &[("audience", "school")]).await;
        assert_eq!(page(&app, "timur", &case).await.status, StatusCode::NOT_FOUND);
        assert!(!page(&app, "timur", "/courses/cases").await.text.contains("Бекжанның ашық"));
    })
    .await;
}

#[tokio::test]
async fn materials_of_a_session_are_changed_by_who_leads_it_and_addresses_lead_on() {
    on_both(async |db| {
        let app = set(db).await;
        let path = "/courses/trainings/1-booked";
        let materials = format!("{path}/materials");
        assert!(page(&app, "gulnafisa", path).await.text.contains(&materials));
        let form =
            [("before", "Алдымен: https://video.example/1."), ("after", "<b>Бір рет</b> қолданып көру")];
        let hidden = app.visitor("aigul").post(&materials, &form).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND);
        let kept = app.visitor("gulnafisa").post(&materials, &form).await;
        assert_eq!((kept.status, kept.location.as_str()), (StatusCode::SEE_OTHER, path));
        let read = page(&app, "serik", path).await.text;
        let link = "<a href=\"https://video.example/1\" rel=\"noopener noreferrer nofollow\">";
        assert!(read.contains(link) && read.contains("Алдымен: "), "{read}");
        assert!(read.contains("Бір рет") && !read.contains("<b>Бір") && !read.contains(&materials), "{read}");
        let long = "ә".repeat(2001);
        let refused = app.visitor("gulnafisa").post(&materials, &[("before", "б"), ("after", &long)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.text.contains(&long) && refused.text.contains("role=\"alert\""),
            "what was typed stays"
        );
    })
    .await;
}

#[tokio::test]
async fn the_outline_stands_in_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for (lang, words) in [("kk", "30 сағат"), ("ru", "30 часов"), ("en", "30 hours")] {
            app.speak("aigul", lang).await;
            let text = page(&app, "aigul", "/courses/material").await.text;
            assert!(text.contains(words) && text.contains("<h3>"), "{lang}: {text}");
        }
    })
    .await;
}

/// What is taught, in the order of the outline.
const SESSIONS: [&str; 10] = [
    "who-is-a-mentor",
    "no-extra-work",
    "good-practices",
    "how-adults-learn",
    "year-of-adaptation",
    "saying-what-was-seen",
    "heard-and-used",
    "difficult-talk",
    "childs-safety",
    "preparing",
];

#[tokio::test]
async fn every_session_of_the_outline_leads_to_its_page_and_back_in_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for lang in ["kk", "ru", "en"] {
            app.speak("aigul", lang).await;
            let outline = page(&app, "aigul", "/courses/material").await.text;
            let ways = outline.split("href=\"/courses/material/").skip(1);
            let ways: Vec<&str> = ways.filter_map(|rest| rest.split('"').next()).collect();
            assert_eq!(ways, SESSIONS, "{lang}");
            for session in SESSIONS {
                let read = page(&app, "aigul", &format!("/courses/material/{session}")).await;
                assert_eq!(read.status, StatusCode::OK, "{lang} {session}");
                assert_eq!(read.text.matches("<h2>").count(), 4, "{lang} {session}: {}", read.text);
                assert!(read.text.contains("href=\"/courses/material\""), "{lang} {session}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_session_that_the_outline_does_not_know_is_not_there() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for session in ["exam", "kk", "Preparing", "..%2Fkk"] {
            let answer = page(&app, "aigul", &format!("/courses/material/{session}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{session}");
        }
        let closed = page(&app, "polina", "/courses/material/preparing").await;
        assert_eq!(closed.status, StatusCode::FORBIDDEN, "the same people as the outline");
    })
    .await;
}

#[tokio::test]
async fn whoever_holds_the_right_is_offered_the_course_anew_when_it_ends_soon() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        certified(&app).await;
        for (day, offered) in [(date(2027, 3, 19), false), (date(2027, 3, 20), true)] {
            app.travel_to(day);
            let own = page(&app, "aigul", "/courses").await.text;
            assert_eq!(own.contains(r#"action="/courses/apply""#), offered, "{day}: {own}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_certificate_is_made_printed_shown_and_checked_without_a_name() {
    on_both(async |db| {
        let app = set(db).await;
        certified(&app).await;
        let own = page(&app, "serik", "/courses").await.text;
        assert!(own.contains("/courses/certificates/9-passed\""), "{own}");
        let path = "/courses/certificates/8-certified";
        for lang in ["kk", "ru"] {
            let paper = app.visitor("aigul").get(&format!("{path}/{lang}")).await;
            assert!(paper.text.starts_with("%PDF"), "{lang}: {}", paper.status);
            let other = app.visitor("gulnafisa").get(&format!("{path}/{lang}")).await;
            assert_eq!(other.status, StatusCode::NOT_FOUND);
        }
        let card = "/mentors/aigul";
        let says = async || {
            let text = page(&app, "dana", card).await.text;
            ["Сертификат наставника", "Тәлімгер сертификаты"].iter().any(|words| text.contains(words))
        };
        assert!(!says().await);
        app.visitor("aigul").post(&format!("{path}/card"), &[("step", "on")]).await;
        assert!(says().await);

        let [code] = column(&app.db, "certificates", "code").await.try_into().unwrap();
        let check = async || app.stranger().get(&format!("/verify/{code}")).await;
        let valid = check().await;
        assert!(valid.status == StatusCode::OK && !valid.text.contains("Нұрбаева"), "{}", valid.text);
        for text in [&valid.text, &own, &page(&app, "dana", card).await.text] {
            assert!(text.contains("2027"), "the last day is years away: {text}");
        }
        let take = "/courses/candidates/8-certified/revoke";
        for who in ["aigul", "serik"] {
            let refused = app.visitor(who).post(take, &[("reason", "Тасқын 40417")]).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{who}");
        }
        let silent = app.visitor("gulnafisa").post(take, &[("reason", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let taken = app.visitor("gulnafisa").post(take, &[("reason", "Тасқын 40417")]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
        assert!(page(&app, "gulnafisa", "/courses/candidates").await.text.contains("Тасқын 40417"));
        let revoked = check().await;
        assert!(revoked.status == StatusCode::OK && revoked.text != valid.text, "{}", revoked.text);
        for text in
            [revoked.text, page(&app, "aigul", "/courses").await.text, page(&app, "dana", card).await.text]
        {
            assert!(!text.contains("Тасқын 40417"), "{text}");
        }
        assert!(!says().await);
    })
    .await;
}

#[tokio::test]
async fn the_word_to_whoever_gets_no_place_is_read_by_them_alone() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        app.visitor("aigul").post("/courses/apply", &[]).await;
        let (gulnafisa, answer) = (app.visitor("gulnafisa"), "/courses/candidates/decline/aigul");
        let table = gulnafisa.get("/courses/candidates").await.text;
        assert!(table.contains(&format!("href=\"{answer}\"")), "{table}");
        let colleague = app.visitor("bekzhan").post(answer, &[("words", "Жоқ")]).await;
        assert_eq!(colleague.status, StatusCode::FORBIDDEN);
        let silent = gulnafisa.post(answer, &[("words", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", silent.text);
        let done = gulnafisa.post(answer, &[("words", "Көктемде 40417")]).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/courses/candidates"));
        assert!(page(&app, "aigul", "/courses").await.text.contains("Көктемде 40417"));
        for who in EVERYBODY.into_iter().filter(|who| *who != "aigul") {
            for path in ["/", "/courses", "/courses/candidates", "/people/aigul", "/audit"] {
                assert!(!app.visitor(who).get(path).await.text.contains("40417"), "{who} {path}");
            }
        }
        assert_eq!(gulnafisa.get(answer).await.status, StatusCode::NOT_FOUND, "nobody waits");
        app.visitor("aigul").post("/courses/apply", &[]).await;
        assert!(!page(&app, "aigul", "/courses").await.text.contains("40417"), "asked anew");
    })
    .await;
}

#[tokio::test]
async fn a_badge_is_downloaded_by_its_holder_and_checked_by_what_is_published() {
    on_both(async |db| {
        let app = set(db).await;
        let nothing = app.stranger().get("/badges/school-12").await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND, "no certificate, no issuer");
        certified(&app).await;
        let path = "/courses/certificates/8-certified/kk";
        let own = page(&app, "aigul", "/courses").await.text;
        assert!(own.contains("/8-certified/") && own.contains("/png\""), "{own}");
        let file = app.visitor("aigul").get(&format!("{path}/json")).await;
        assert_eq!(file.headers["content-type"], "application/vc+ld+json");
        let picture = app.visitor("aigul").get(&format!("{path}/png")).await;
        for form in ["json", "png"] {
            let other = app.visitor("gulnafisa").get(&format!("{path}/{form}")).await;
            assert_eq!(other.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(app.visitor("aigul").get(&format!("{path}/svg")).await.status, StatusCode::NOT_FOUND);

        let issuer = app.stranger().get("/badges/school-12").await.text;
        assert!(!issuer.contains("Нұрбаева"), "{issuer}");
        let words = issuer.split(|letter: char| !letter.is_ascii_alphanumeric());
        let keys: Vec<PublicKey> = words.filter_map(|word| word.parse().ok()).collect();
        let list = async || {
            let list = app.stranger().get("/badges/school-12/revoked").await;
            StatusList::read(list.text.as_bytes(), &keys).unwrap()
        };
        let worth = |list: &StatusList| {
            let both = [file.text.as_bytes(), &picture.bytes];
            both.map(|file| check(file, &keys, Some(list), app.clock.now()).unwrap())
        };
        for checked in worth(&list().await) {
            assert_eq!((checked.verdict, checked.asked.is_some()), (Verdict::Valid, true));
            assert!(checked.holder.unwrap().contains("Нұрбаева"));
        }
        let take = "/courses/candidates/8-certified/revoke";
        app.visitor("gulnafisa").post(take, &[("reason", "Тасқын 40417")]).await;
        for checked in worth(&list().await) {
            assert_eq!(checked.verdict, Verdict::Revoked);
        }
        let late = app.visitor("aigul").get(&format!("{path}/json")).await;
        assert_eq!(late.status, StatusCode::NOT_FOUND, "what was taken away is not issued");
    })
    .await;
}
