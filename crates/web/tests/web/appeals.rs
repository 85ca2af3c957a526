//! Appeals on their pages: until when, filed and taken back without JavaScript, decided by the right people.

use crate::app::{TestApp, noon};
use axum::http::StatusCode;
use domain::appeals::{About, Appeal, Ground, State};
use domain::courses::{Candidate, Course, Rules, State as CourseState};
use domain::exams::{Commission, Hearing, HearingState, Rubric, Sheet, practice};
use domain::{CourseId, Day, PersonId, SchoolId};
use jiff::civil::{date, time};
use std::collections::BTreeMap;
use store::testing::on_both;
use store::{Db, WriteTx};

const TODAY: Day = date(2026, 11, 3);
/// What must reach nobody but the candidate and those who decide.
const GROUNDS: &str = "Шу болды, естілмеді";

fn school() -> SchoolId {
    "school-12".into()
}

/// Somebody's practice before Бекжан and Зере, marked down on a criterion that decides; told today.
async fn failed(tx: &mut WriteTx, id: &str, candidate: &str, number: u32) {
    let course = CourseId::from(format!("appeal-course-{candidate}"));
    let course = Course {
        school: school(),
        candidate: Candidate {
            course,
            person: candidate.into(),
            state: CourseState::Left { on: date(2026, 9, 2) },
            attempts: domain::courses::Attempts { theory: 1, practice: 1 },
            changed_at: noon(date(2026, 9, 1)),
            version: 0,
        },
        rules: Rules::default(),
        begun_on: date(2026, 8, 20),
    };
    store::courses::add(tx, &course).await.unwrap();
    let mut marks = vec![Some(3); 8];
    marks[7] = Some(0);
    let sheet = Sheet { marks, sealed: true, asked: 0 };
    let sheets: BTreeMap<PersonId, Sheet> = ["bekzhan", "zere"].map(|who| (who.into(), sheet.clone())).into();
    let blank = Sheet::empty(&Rubric::starter());
    let hearing = Hearing {
        id: id.into(),
        school: school(),
        commission: "commission-strict".into(),
        candidate: candidate.into(),
        home: school(),
        course: course.candidate.course,
        seed: 7,
        situation: "keep-a-secret".into(),
        state: HearingState::Waiting,
        sheets: sheets.keys().map(|who| (who.clone(), blank.clone())).collect(),
        homes: [].into(),
        reasons: Vec::new(),
        version: 0,
    };
    store::commissions::admit(tx, &hearing).await.unwrap();
    for (who, sheet) in &sheets {
        store::commissions::mark(tx, &hearing, who, sheet, noon(TODAY)).await.unwrap();
    }
    let practice = practice(&sheets, &[], &Rubric::starter()).unwrap();
    let state = HearingState::Told { at: noon(TODAY), number, practice };
    store::commissions::save(tx, &Hearing { state, ..hearing }).await.unwrap();
}

/// Айгүл did not pass the theory, she and Дана not the practice; Дана has appealed. The questions of the exam are there.
pub(crate) async fn staged(app: &TestApp) {
    crate::sittings::failed(app, "aigul").await;
    let mut tx = app.db.write().await.unwrap();
    let commission = Commission {
        id: "commission-strict".into(),
        school: school(),
        day: TODAY,
        from: time(9, 0, 0, 0),
        place: "214".into(),
        members: ["bekzhan", "zere"].map(PersonId::from).into(),
        homes: [].into(),
        places: 0,
        rubric: Rubric::starter(),
        version: 0,
    };
    store::commissions::add(&mut tx, &commission).await.unwrap();
    failed(&mut tx, "hearing-failed", "aigul", 101).await;
    failed(&mut tx, "hearing-appealed", "dana", 102).await;
    let appeal = Appeal {
        id: "appeal-waits".into(),
        school: school(),
        person: "dana".into(),
        home: school(),
        about: About::Practice("hearing-appealed".into()),
        filed_on: TODAY,
        ground: Ground::Procedure,
        words: GROUNDS.into(),
        state: State::Filed,
        version: 0,
    };
    store::appeals::add(&mut tx, &appeal).await.unwrap();
    tx.commit().await.unwrap();
}

async fn set(db: Db) -> TestApp {
    let app = TestApp::new(db).await;
    app.travel_to(TODAY);
    crate::sittings::staged(&app, "bekzhan", "zere").await;
    staged(&app).await;
    app
}

#[tokio::test]
async fn a_result_says_until_when_and_an_appeal_is_filed_and_taken_back() {
    on_both(async |db| {
        let app = set(db).await;
        for result in ["/hearings/hearing-failed", "/attempts/told-paper"] {
            let (candidate, path) = (app.visitor("aigul"), format!("{result}/appeal"));
            let page = candidate.get(result).await.text;
            assert!(page.contains(&format!("href=\"{path}\"")), "{page}");
            let half = candidate.post(&path, &[("kind", "marking"), ("words", " ")]).await;
            assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(half.text.contains("value=\"marking\" checked"), "what was chosen stays: {}", half.text);
            let filed = candidate.post(&path, &[("kind", "marking"), ("words", "Бағасы төмен")]).await;
            assert_eq!((filed.status, filed.location.as_str()), (StatusCode::SEE_OTHER, &*path));
            let page = candidate.get(&path).await.text;
            assert!(page.contains("Бағасы төмен") && !page.contains("name=\"words\""), "{page}");
            let (_, rest) = page.split_once("action=\"/appeals/").unwrap();
            let take_back = format!("/appeals/{}", rest.split('"').next().unwrap());
            let taken = candidate.post(&take_back, &[]).await;
            assert_eq!(taken.location, path);
            assert!(candidate.get(&path).await.text.contains("name=\"words\""), "it may be filed again");
        }
        // The coordinator marked neither; of the log everybody who may not decide learns as little as here.
        let leader = app.visitor("gulnafisa");
        let filed = i18n::t(i18n::Lang::Ru, "audit-appeal-filed", &[]);
        let all = leader.get("/audit?kind=growth").await.text;
        assert!(
            all.contains(&filed) && !all.contains("Нұрбаева Айгүл"),
            "that it was done, not whose: {all}"
        );
        let hers = leader.get("/audit?kind=growth&person=aigul").await.text;
        assert!(!hers.contains(&filed), "{hers}");
        app.travel_to(date(2026, 11, 30));
        let page = app.visitor("aigul").get("/hearings/hearing-failed/appeal").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text.contains("name=\"words\""), "the time is over: {}", page.text);
    })
    .await;
}

#[tokio::test]
async fn n08_grounds_are_on_no_page_of_anybody_else() {
    on_both(async |db| {
        let app = set(db).await;
        for who in ["aigul", "bekzhan", "polina", "zere", "timur"] {
            let visitor = app.visitor(who);
            for path in ["/", "/hearings", "/hearings/hearing-appealed", "/appeals", "/appeals/appeal-waits"]
            {
                let page = visitor.get(path).await;
                assert!(!page.text.contains(GROUNDS), "{who} {path}");
            }
            let foreign = visitor.get("/hearings/hearing-appealed/appeal").await;
            assert_eq!(foreign.status, StatusCode::NOT_FOUND, "{who}");
            let foreign = visitor.post("/appeals/appeal-waits/take-back", &[]).await;
            assert_eq!(foreign.status, StatusCode::NOT_FOUND, "{who}");
        }
        for who in ["gulnafisa", "serik"] {
            let visitor = app.visitor(who);
            assert!(!visitor.get("/appeals").await.text.contains(GROUNDS), "{who}");
            assert!(!visitor.get("/audit").await.text.contains(GROUNDS), "{who}");
            assert!(visitor.get("/appeals/appeal-waits").await.text.contains(GROUNDS), "{who}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_may_decide_finds_it_at_home_and_decides_with_a_reason() {
    on_both(async |db| {
        let app = set(db).await;
        let (serik, path) = (app.visitor("serik"), "/appeals/appeal-waits");
        assert!(serik.get("/").await.text.contains(&format!("href=\"{path}\"")), "at home");
        assert!(serik.get("/appeals").await.text.contains(&format!("href=\"{path}\"")));
        let page = serik.get(path).await.text;
        assert!(page.contains("value=\"again\"") && !page.contains("value=\"struck\""), "{page}");
        for form in [vec![("reason", "Негізсіз")], vec![("result", "again"), ("reason", " ")]] {
            let half = serik.post(path, &form).await;
            assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY, "{form:?}");
        }
        let question = serik.post(path, &[("result", "struck"), ("question", "1"), ("reason", "Бар")]).await;
        assert_eq!(question.status, StatusCode::UNPROCESSABLE_ENTITY, "a practice has no questions");
        let decided = serik.post(path, &[("result", "dismissed"), ("reason", "Тыныш болған")]).await;
        assert_eq!((decided.status, decided.location.as_str()), (StatusCode::SEE_OTHER, "/appeals"));
        let late = app.visitor("gulnafisa").post(path, &[("result", "again"), ("reason", "Иә")]).await;
        assert_eq!(late.status, StatusCode::SEE_OTHER, "told that it is decided");
        let own = app.visitor("dana").get("/hearings/hearing-appealed/appeal").await.text;
        assert!(own.contains("Тыныш болған") && own.contains("Оразбаев"), "{own}");
    })
    .await;
}
