//! The practice of the exam on its pages: marked on a phone without JavaScript, read by the right people.

use crate::app::{TestApp, noon};
use axum::http::StatusCode;
use domain::courses::{Attempts, Candidate, Course, Part, Rules, State as CourseState};
use domain::exams::{Commission, Grade, Hearing, HearingState, Reason, Rubric, Sheet, practice};
use domain::{Day, PersonId, SchoolId};
use jiff::civil::{date, time};
use std::collections::BTreeMap;
use store::testing::{on_both, spoil};
use store::{Db, WriteTx};

const TODAY: Day = date(2026, 11, 3);

fn school() -> SchoolId {
    "school-12".into()
}

/// Somebody's course, begun in September and standing as it is said.
async fn course(tx: &mut WriteTx, person: &str, state: CourseState) {
    let practice = if matches!(state, CourseState::Failed { .. }) { 2 } else { 0 };
    let candidate = Candidate {
        course: format!("practice-course-{person}").into(),
        person: person.into(),
        state,
        attempts: Attempts { theory: 1, practice },
        changed_at: noon(date(2026, 9, 1)),
        version: 0,
    };
    let (school, rules, begun_on) = (school(), Rules::default(), date(2026, 8, 20));
    store::courses::add(tx, &Course { school, candidate, rules, begun_on }).await.unwrap();
}

async fn commission(tx: &mut WriteTx, id: &str, day: Day, members: [&str; 2]) {
    let commission = Commission {
        id: id.into(),
        school: school(),
        day,
        from: time(10, 0, 0, 0),
        place: "Кітапхана".into(),
        members: members.map(PersonId::from).into(),
        homes: [].into(),
        places: 0,
        rubric: Rubric::starter(),
        version: 0,
    };
    store::commissions::add(tx, &commission).await.unwrap();
}

/// Whole marks of eight criteria.
fn sealed(first: u8) -> Sheet {
    let mut marks = vec![Some(3); 8];
    marks[0] = Some(first);
    Sheet { marks, sealed: true, asked: 0 }
}

fn blank() -> Sheet {
    Sheet::empty(&Rubric::starter())
}

/// A candidate before the commission of today, with the sheets of Гүлнафиса and of somebody else.
async fn hearing(
    tx: &mut WriteTx,
    id: &str,
    candidate: &str,
    word: &str,
    (other, [first, second]): (&str, [Sheet; 2]),
) {
    let sheets: BTreeMap<PersonId, Sheet> = [("gulnafisa".into(), first), (other.into(), second)].into();
    let at = noon(TODAY);
    let mut hearing = Hearing {
        id: id.into(),
        school: school(),
        commission: "commission-1".into(),
        candidate: candidate.into(),
        home: school(),
        course: format!("practice-course-{candidate}").into(),
        seed: 7,
        situation: "keep-a-secret".into(),
        state: HearingState::Waiting,
        sheets: sheets.keys().map(|person| (person.clone(), blank())).collect(),
        homes: [].into(),
        reasons: Vec::new(),
        version: 0,
    };
    store::commissions::admit(tx, &hearing).await.unwrap();
    for (person, sheet) in &sheets {
        store::commissions::mark(tx, &hearing, person, sheet, at).await.unwrap();
    }
    hearing.state = match word {
        "begun" => HearingState::Begun { at },
        "told" => {
            let practice = practice(&sheets, &[], &Rubric::starter()).unwrap();
            HearingState::Told { at, number: 1, practice }
        }
        _ => return,
    };
    store::commissions::save(tx, &hearing).await.unwrap();
}

/// Полина has passed the theory. One commission waits for candidates; before that of today one waits, one is being marked,
/// the sheets of one are sealed, one was told, and the marks of one are too far apart.
pub(crate) async fn staged(app: &TestApp) {
    let mut tx = app.db.write().await.unwrap();
    course(&mut tx, "polina", CourseState::Practice).await;
    for person in ["aigul", "bekzhan", "dana", "serik"] {
        course(&mut tx, person, CourseState::Left { on: date(2026, 9, 2) }).await;
    }
    // Nothing begins for whoever has left the course; this one failed for good and waits all the same.
    let failed = CourseState::Failed { part: Part::Practice, on: date(2026, 9, 2) };
    course(&mut tx, "zere", failed).await;
    commission(&mut tx, "commission-0", date(2026, 11, 12), ["aigul", "bekzhan"]).await;
    commission(&mut tx, "commission-1", TODAY, ["bekzhan", "gulnafisa"]).await;
    hearing(&mut tx, "hearing-0", "zere", "waiting", ("bekzhan", [blank(), blank()])).await;
    hearing(&mut tx, "hearing-1", "aigul", "begun", ("bekzhan", [blank(), sealed(3)])).await;
    hearing(&mut tx, "hearing-2", "bekzhan", "begun", ("aigul", [sealed(3), sealed(2)])).await;
    hearing(&mut tx, "hearing-3", "dana", "told", ("bekzhan", [sealed(3), sealed(2)])).await;
    hearing(&mut tx, "hearing-4", "serik", "begun", ("bekzhan", [sealed(3), sealed(0)])).await;
    tx.commit().await.unwrap();
}

async fn set(db: Db) -> TestApp {
    let app = TestApp::new(db).await;
    app.travel_to(TODAY);
    staged(&app).await;
    app
}

/// A form of marks, each of them the same.
fn marks(mark: &'static str, go: &'static str) -> Vec<(String, &'static str)> {
    let words = Rubric::starter().criteria.into_iter().map(|one| (format!("mark-{}", one.word), mark));
    words.chain([("go".to_owned(), go)]).collect()
}

fn borrowed<'a>(form: &'a [(String, &'static str)]) -> Vec<(&'a str, &'a str)> {
    form.iter().map(|(name, value)| (name.as_str(), *value)).collect()
}

#[tokio::test]
async fn a_sheet_is_marked_without_javascript_and_a_form_sent_again_loses_nothing() {
    on_both(async |db| {
        let app = set(db).await;
        let gulnafisa = app.visitor("gulnafisa");
        let page = gulnafisa.get("/hearings/hearing-1").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        assert!(page.text.contains("type=\"radio\" name=\"mark-safety\""), "{}", page.text);
        let some = [("mark-contact", "2"), ("grade", "border"), ("go", "save")];
        let saved = gulnafisa.post("/hearings/hearing-1/sheet", &some).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        let half = [("mark-safety", "1"), ("go", "seal")];
        let half = gulnafisa.post("/hearings/hearing-1/sheet", &half).await;
        assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY, "a criterion has no mark");
        let page = gulnafisa.get("/hearings/hearing-1").await.text;
        assert!(page.contains("name=\"mark-safety\" value=\"1\" checked"), "what was marked stays: {page}");
        let newer = [("mark-safety", "2"), ("was-mark-safety", "1"), ("go", "save")];
        gulnafisa.post("/hearings/hearing-1/sheet", &newer).await;
        let older = [("mark-safety", "1"), ("was-mark-safety", "1"), ("go", "save")];
        gulnafisa.post("/hearings/hearing-1/sheet", &older).await;
        let page = gulnafisa.get("/hearings/hearing-1").await.text;
        assert!(page.contains("name=\"mark-safety\" value=\"2\" checked"), "an older page: {page}");
        assert!(page.contains("name=\"grade\" value=\"border\" checked"), "{page}");
        let mut whole = marks("3", "seal");
        whole.push(("grade".to_owned(), "ready"));
        for _ in 0..2 {
            let sealed = gulnafisa.post("/hearings/hearing-1/sheet", &borrowed(&whole)).await;
            assert_eq!(sealed.status, StatusCode::SEE_OTHER, "{}", sealed.text);
        }
        let mut tx = app.db.read().await.unwrap();
        let hearing = store::commissions::hearing(&mut tx, &"hearing-1".into()).await.unwrap().unwrap();
        let grades = store::grades::of_hearing(&mut tx, &hearing).await.unwrap();
        assert_eq!(grades.get(&"gulnafisa".into()), Some(&Grade::Ready), "with the seal, too");
        drop(tx);
        let other = marks("1", "seal");
        let late = gulnafisa.post("/hearings/hearing-1/sheet", &borrowed(&other)).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "sealed is sealed");
        let step = [("hearing", "hearing-1"), ("step", "tell")];
        let told = gulnafisa.post("/commissions/commission-1/step", &step).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
        assert!(app.visitor("aigul").get("/hearings/hearing-1").await.text.contains("id=\"result\""));
    })
    .await;
}

#[tokio::test]
async fn a_script_is_told_what_stands_and_an_older_page_overwrites_nothing() {
    on_both(async |db| {
        let app = set(db).await;
        let gulnafisa = app.visitor("gulnafisa");
        let page = gulnafisa.get("/hearings/hearing-1").await.text;
        assert!(page.contains("data-offline=\"/hearings/hearing-1\" data-owner=\"gulnafisa\""), "{page}");
        let sheet = "/hearings/hearing-1/sheet";
        let quiet =
            |mark, was| [("mark-safety", mark), ("was-mark-safety", was), ("quiet", "1"), ("go", "seal")];
        for _ in 0..2 {
            let saved = gulnafisa.post(sheet, &quiet("2", "")).await;
            assert_eq!((saved.status, saved.text.as_str()), (StatusCode::OK, "mark-safety 2\n"));
        }
        let older = gulnafisa.post(sheet, &quiet("1", "")).await;
        assert_eq!((older.status, older.text.as_str()), (StatusCode::OK, "mark-safety 2\n"), "what stands");
        let form = [("mark-safety", "1"), ("was-mark-safety", ""), ("go", "save")];
        let told = gulnafisa.post(sheet, &form).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "without a script the page says so");
        assert!(told.text.contains("name=\"mark-safety\" value=\"1\" checked"), "{}", told.text);
        assert!(told.text.contains("name=\"was-mark-safety\" value=\"2\""), "{}", told.text);
        let known = gulnafisa.post(sheet, &quiet("1", "2")).await;
        assert_eq!(known.text, "mark-safety 1\n");
        let off = gulnafisa.post(sheet, &quiet("9", "1")).await;
        assert_eq!(off.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!off.text.is_empty() && !off.text.contains('<'), "a sentence: {}", off.text);
        let sealed = gulnafisa.get("/hearings/hearing-2").await.text;
        assert!(sealed.contains("data-offline-over=\"/hearings/hearing-2\""), "{sealed}");
        for other in ["aigul", "dana", "timur"] {
            let refused = app.visitor(other).post(sheet, &quiet("3", "1")).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{other}");
        }
        let own = app.visitor("aigul").get("/hearings/hearing-1").await.text;
        assert!(!own.contains("data-owner"), "nothing of a candidate's page is kept: {own}");
    })
    .await;
}

#[tokio::test]
async fn marks_are_nobodys_before_all_are_sealed_and_never_the_candidates() {
    on_both(async |db| {
        let app = set(db).await;
        let own = app.visitor("gulnafisa").get("/hearings/hearing-1").await.text;
        assert!(!own.contains("Тұяқов Бекжан: 3"), "{own}");
        let both = app.visitor("gulnafisa").get("/hearings/hearing-2").await.text;
        assert!(both.contains("Нұрбаева Айгүл: 2"), "{both}");
        let waits = app.visitor("zere").get("/hearings/hearing-0").await;
        assert_eq!(waits.status, StatusCode::OK);
        assert!(!waits.text.contains("id=\"card\""), "the role card opens when it begins: {}", waits.text);
        let begun = app.visitor("aigul").get("/hearings/hearing-1").await.text;
        assert!(begun.contains("id=\"card\"") && !begun.contains("id=\"given\""), "{begun}");
        let told = app.visitor("dana").get("/hearings/hearing-3").await.text;
        assert!(told.contains("id=\"result\"") && !told.contains("Тұяқов Бекжан: 2"), "{told}");
        for (who, path) in [
            ("dana", "/hearings/hearing-1"),
            ("polina", "/hearings/hearing-3"),
            ("timur", "/hearings/hearing-3"),
            ("dana", "/hearings/hearing-3/paper/kk"),
            ("gulnafisa", "/hearings/hearing-1/paper/kk"),
        ] {
            assert_eq!(app.visitor(who).get(path).await.status, StatusCode::NOT_FOUND, "{who} {path}");
        }
        assert_eq!(app.visitor("aigul").get("/commissions").await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn whoever_names_commissions_sets_the_cut_of_the_next_ones_with_a_reason() {
    on_both(async |db| {
        let app = set(db).await;
        let gulnafisa = app.visitor("gulnafisa");
        let to = "/commissions/examiners/cut";
        let stands = gulnafisa.get("/commissions/examiners").await.text;
        assert!(stands.contains("name=\"cut\"") && stands.contains("value=\"2,00\""), "{stands}");
        let silent = gulnafisa.post(to, &[("cut", "2,25"), ("reason", "")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(silent.text.contains("value=\"2,25\""), "what was typed stays: {}", silent.text);
        for wrong in ["екі", "0", "3,5"] {
            let off = gulnafisa.post(to, &[("cut", wrong), ("reason", "Жазбалар")]).await;
            assert_eq!(off.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        let saved = gulnafisa.post(to, &[("cut", "2,25"), ("reason", "Жазбалар бойынша")]).await;
        assert_eq!(saved.location, "/commissions/examiners", "{}", saved.text);
        let page = gulnafisa.get("/commissions/examiners").await.text;
        assert!(page.contains("2,25") && page.contains("Жазбалар бойынша"), "{page}");
        let refused = app.visitor("serik").post(to, &[("cut", "1"), ("reason", "Жазбалар")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn n23_the_page_says_which_tie_keeps_an_examiner_out() {
    on_both(async |db| {
        let app = set(db).await;
        let gulnafisa = app.visitor("gulnafisa");
        let form = [
            ("day", "2026-11-10"),
            ("from", "10:00"),
            ("place", "Кітапхана"),
            ("members", "serik"),
            ("members", "bekzhan"),
        ];
        let named = gulnafisa.post("/commissions/new", &form).await;
        assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.text);
        let again = gulnafisa.post("/commissions/new", &form).await;
        assert_eq!(again.location, named.location, "the form came twice");
        let admit = format!("{}/admit", named.location);
        let refused = gulnafisa.post(&admit, &[("candidate", "polina")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Оразбаев Серік"), "the head is the direct superior: {}", refused.text);
        let replace = format!("{}/replace", named.location);
        let replaced = gulnafisa.post(&replace, &[("leaves", "serik"), ("comes", "aigul")]).await;
        assert_eq!(replaced.status, StatusCode::SEE_OTHER, "{}", replaced.text);
        let admitted = gulnafisa.post(&admit, &[("candidate", "polina")]).await;
        assert_eq!(admitted.status, StatusCode::SEE_OTHER, "{}", admitted.text);
    })
    .await;
}

#[tokio::test]
async fn a_gap_waits_for_the_reason_of_each_and_is_kept_with_the_protocol() {
    on_both(async |db| {
        let app = set(db).await;
        let gulnafisa = app.visitor("gulnafisa");
        let step = [("hearing", "hearing-4"), ("step", "tell")];
        for (who, expected) in
            [("gulnafisa", StatusCode::UNPROCESSABLE_ENTITY), ("bekzhan", StatusCode::SEE_OTHER)]
        {
            let form = [("criterion", "0"), ("reason", "Сөзін бөлмеді")];
            let kept = app.visitor(who).post("/hearings/hearing-4/reason", &form).await;
            assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
            let told = gulnafisa.post("/commissions/commission-1/step", &step).await;
            assert_eq!(told.status, expected, "{who}");
        }
        let mut tx = app.db.read().await.unwrap();
        let kept = store::commissions::hearing(&mut tx, &"hearing-4".into()).await.unwrap().unwrap();
        let reason = Reason { criterion: 0, by: "bekzhan".into(), text: "Сөзін бөлмеді".into() };
        assert!(kept.reasons.contains(&reason), "{kept:?}");
    })
    .await;
}

#[tokio::test]
async fn a_commission_named_wrongly_is_changed_or_removed_on_its_page() {
    on_both(async |db| {
        let app = set(db).await;
        let gulnafisa = app.visitor("gulnafisa");
        let begun = gulnafisa.get("/commissions/commission-1").await.text;
        assert!(!begun.contains("/commissions/commission-1/change"), "somebody has begun: {begun}");
        let wrong = [("day", "2026-11-01"), ("from", "9:30"), ("place", "214")];
        let refused = gulnafisa.post("/commissions/commission-0/change", &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("value=\"9:30\""), "what was typed stays: {}", refused.text);
        let form = [("day", "2026-11-13"), ("from", "9:30"), ("place", "214")];
        let changed = gulnafisa.post("/commissions/commission-0/change", &form).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text);
        let page = gulnafisa.get("/commissions/commission-0").await.text;
        assert!(page.contains("value=\"2026-11-13\"") && page.contains("value=\"09:30\""), "{page}");
        let heard = gulnafisa.post("/commissions/commission-1/remove", &[]).await;
        assert_eq!(heard.status, StatusCode::UNPROCESSABLE_ENTITY);
        let removed = gulnafisa.post("/commissions/commission-0/remove", &[]).await;
        assert_eq!(removed.location, "/commissions");
        assert_eq!(gulnafisa.get("/commissions/commission-0").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn n23_a_third_examiner_is_chosen_from_those_who_are_not_bound() {
    on_both(async |db| {
        let app = set(db).await;
        let page = app.visitor("gulnafisa").get("/commissions/commission-1").await.text;
        let (_, form) = page.split_once("id=\"f-third-hearing-1\"").unwrap();
        let form = form.split("</select>").next().unwrap();
        for out in ["aigul", "serik", "dana", "bekzhan"] {
            assert!(!form.contains(&format!("value=\"{out}\"")), "{out}: {form}");
        }
        assert!(form.contains("value=\"polina\""), "{form}");
        let new = app.visitor("gulnafisa").get("/commissions/new").await.text;
        assert!(new.contains("value=\"aigul\"") && !new.contains("value=\"zere\""), "{new}");
    })
    .await;
}

#[tokio::test]
async fn n08_an_open_commission_is_read_in_other_schools_without_the_names_of_its_people() {
    on_both(async |db| {
        let app = set(db).await;
        spoil(&app.db, "UPDATE commissions SET places = 2 WHERE id = 'commission-0'").await;
        let (other, leader) = (app.visitor("timur"), app.visitor("gulnafisa"));
        let list = other.get("/commissions").await.text;
        assert!(list.contains("№ 12") && list.contains("/commissions/commission-0/admit"), "{list}");
        assert!(!list.contains("Нұрбаева") && !list.contains("Тұяқов"), "{list}");
        assert!(!list.contains("commission-1"), "{list}");
        for path in ["/commissions/commission-0", "/hearings/hearing-1"] {
            assert_eq!(other.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let (open, closed) = ("/commissions/commission-0/admit", "/commissions/commission-1/admit");
        let nobody = other.post(open, &[("candidate", "")]).await;
        assert_eq!((nobody.status, nobody.location.as_str()), (StatusCode::SEE_OTHER, "/commissions"));
        for form in [[("candidate", "")], [("examiner", "timur")]] {
            assert_eq!(other.post(closed, &form).await.status, StatusCode::NOT_FOUND);
        }
        let sent = other.post(open, &[("examiner", "timur")]).await;
        assert_eq!((sent.status, sent.location.as_str()), (StatusCode::SEE_OTHER, "/commissions"));
        let led = leader.get("/commissions/commission-0").await.text;
        assert!(led.contains("Ахметов") && led.contains("№ 7"), "{led}");
        spoil(&app.db, "UPDATE people SET left_on = '2026-11-01' WHERE id = 'timur'").await;
        let before = led.matches("Ахметов").count();
        let gone = leader.get("/commissions/commission-0").await.text;
        assert_eq!(gone.matches("Ахметов").count(), before + 1, "somebody else is to be named: {gone}");
    })
    .await;
}
