//! Sittings and papers on their pages: written without JavaScript, saved by a script, seen by the right people.

use crate::app::{TestApp, noon};
use axum::http::StatusCode;
use domain::courses::{Attempts, Candidate, Course, Rules, State as CourseState, Verdict};
use domain::exams::{
    Attempt, Bearable, Cut, Cuts, Judge, Method, Panel, Plan, Rubric, Shares, Sitting, SittingState, State,
    Time, draw,
};
use domain::people::Actor;
use domain::questions::{
    Bank, Blueprint, Choice, Fraction, Kept, Kind, Language, Points, Question, Shelf, Topic,
};
use domain::{AttemptId, ExamId, SchoolId};
use jiff::SignedDuration;
use jiff::civil::date;
use std::collections::BTreeMap;
use store::attempts::Told;
use store::testing::{ids, on_both, spoil};

fn single(text: &str) -> Question {
    let choice = |text: &str, fraction| Choice { text: text.into(), fraction, feedback: String::new() };
    let choices = vec![choice("Директор мектебі", Fraction::WHOLE), choice("Завуч", Fraction::NONE)];
    let mut question = Question::blank(Shelf::Topic(Topic::Safety), Kind::Single(choices));
    question.text = text.into();
    question
}

/// A sitting of two questions that may be opened from an hour ago for two hours, planned yesterday.
async fn sitting(app: &TestApp, actor: &Actor, running: bool) -> ExamId {
    let id = app.context(actor).id();
    sitting_under(app, actor, id, running).await
}

async fn sitting_under(app: &TestApp, actor: &Actor, id: ExamId, running: bool) -> ExamId {
    let (context, school) = (app.context(actor), SchoolId::from("school-12"));
    let begins = context.now - SignedDuration::from_hours(2);
    let cut = Cut {
        points: Points::ONE,
        method: Method::Agreed,
        set_by: "gulnafisa".into(),
        set_at: context.now - SignedDuration::from_hours(24),
    };
    let mut tx = app.db.write().await.unwrap();
    let mut sitting = Sitting {
        id,
        school: school.clone(),
        begins,
        ends: context.now + SignedDuration::from_hours(2),
        plan: Plan { blueprint: Blueprint([(Topic::Safety, 2)].into()), minutes: 40 },
        bank: store::questions::version(&mut tx, &school).await.unwrap(),
        languages: [Language::Ru].into(),
        cuts: Cuts::default().set(cut, Points::whole(2), begins).unwrap(),
        rubric: Rubric::starter(),
        marker: None,
        places: 0,
        state: SittingState::Planned,
        version: 0,
    };
    store::sittings::add(&mut tx, &sitting).await.unwrap();
    if running {
        let bank: Bank = store::questions::bank(&mut tx, &school, Language::Ru).await.unwrap();
        store::sittings::freeze(&mut tx, &sitting, Language::Ru, &bank).await.unwrap();
        sitting.state = SittingState::Running;
        store::sittings::save(&mut tx, &sitting).await.unwrap();
    }
    tx.commit().await.unwrap();
    sitting.id
}

/// A sitting that is over, in which somebody answered nothing and did not pass; told today. The questions are there.
pub(crate) async fn failed(app: &TestApp, person: &str) -> AttemptId {
    let leader = app.actor("gulnafisa").await;
    // Made by hand and not by the clock: what is done to the last sitting is not done to this one.
    let id = sitting_under(app, &leader, "told".into(), true).await;
    let at = app.context(&leader).now;
    let mut tx = app.db.write().await.unwrap();
    let sitting = store::sittings::get(&mut tx, &id).await.unwrap().unwrap();
    let bank = store::sittings::bank(&mut tx, &sitting, Language::Ru).await.unwrap();
    let time = Time { from: sitting.begins, minutes: 40, extension: 0, outages: Vec::new() };
    let attempt = Attempt {
        exam: id,
        person: person.into(),
        number: 1,
        variant: draw(&sitting.plan, &bank, 7).unwrap(),
        time,
        answers: BTreeMap::new(),
        state: State::Open,
    };
    let paper = store::attempts::Kept {
        id: "told-paper".into(),
        school: sitting.school.clone(),
        home: sitting.school.clone(),
        language: Language::Ru,
        attempt,
        told: None,
        version: 0,
    };
    store::attempts::add(&mut tx, &paper).await.unwrap();
    let told = Told {
        points: Points::default(),
        of: Points::whole(2),
        cut: Points::ONE,
        error: Points::default(),
        verdict: Verdict::Failed,
        second: None,
        on: Some(app.context(&leader).today),
        looked: Vec::new(),
    };
    let attempt = Attempt { state: State::HandedIn { at }, ..paper.attempt.clone() };
    let over = store::attempts::Kept { attempt, told: Some(told), ..paper };
    store::attempts::save(&mut tx, &over).await.unwrap();
    store::sittings::save(&mut tx, &Sitting { state: SittingState::Closed { at }, ..sitting }).await.unwrap();
    tx.commit().await.unwrap();
    over.id
}

/// Гүлнафиса has judged both questions for the cut, Серік has been asked to: neither writes the exam.
async fn judged(app: &TestApp, exam: &ExamId, first: u32) {
    let school = SchoolId::from("school-12");
    let mut tx = app.db.write().await.unwrap();
    let bank = store::questions::version(&mut tx, &school).await.unwrap();
    let given = Shares { given: [(first, 60), (first + 1, 75)].into(), handed_in: true };
    let bearable = Some(Bearable { cut: (0, 1), fail: (5, 40) });
    let gulnafisa = Judge { first: given, bearable, ..Judge::default() };
    let panel = Panel {
        judges: [("gulnafisa".into(), gulnafisa), ("serik".into(), Judge::default())].into(),
        ..Panel::new(exam.clone(), school, bank)
    };
    store::panels::add(&mut tx, &panel).await.unwrap();
    tx.commit().await.unwrap();
}

/// Two are admitted; one sitting waits to begin, in one the first of them writes, one more runs.
pub(crate) async fn staged(app: &TestApp, writer: &str, other: &str) -> AttemptId {
    let school = SchoolId::from("school-12");
    let mut tx = app.db.write().await.unwrap();
    let by = (&"gulnafisa".into(), noon(date(2026, 9, 1)));
    let version = store::questions::begin(&mut tx, &school, by).await.unwrap();
    let first = store::questions::highest(&mut tx, &school).await.unwrap() + 1;
    for (number, text) in (first..).zip(["Кто подписывает приказ?", "Кто утверждает план?"])
    {
        let kept = Kept::new(number, Language::Ru, single(text));
        store::questions::keep(&mut tx, &school, version, &kept).await.unwrap();
    }
    for person in [writer, other] {
        let candidate = Candidate {
            course: format!("exam-course-{person}").into(),
            person: person.into(),
            state: CourseState::Admitted,
            attempts: Attempts::default(),
            changed_at: by.1,
            version: 0,
        };
        let (rules, begun_on) = (Rules::default(), date(2026, 9, 1));
        let course = Course { school: school.clone(), candidate, rules, begun_on };
        store::courses::add(&mut tx, &course).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (leader, writer) = (app.actor("gulnafisa").await, app.actor(writer).await);
    let ahead = sitting(app, &leader, false).await;
    judged(app, &ahead, first).await;
    let written = sitting(app, &leader, true).await;
    let paper = actions::attempts::open(&app.context(&writer), &written, Language::Ru).await.unwrap();
    sitting(app, &leader, true).await;
    paper
}

#[tokio::test]
async fn the_sheet_of_a_sitting_is_taken_out_by_those_who_lead_it_once_a_result_was_told() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app, "bekzhan", "zere").await;
        failed(&app, "aigul").await;
        let table = "/sittings/told/table/csv";
        let page = app.visitor("gulnafisa").get("/sittings/told").await.text;
        assert!(page.contains(&format!("href=\"{table}\"")), "{page}");
        let read = app.visitor("gulnafisa").get(table).await;
        assert_eq!(read.status, StatusCode::OK);
        assert!(read.text.contains("Нұрбаева") && !read.text.contains("Тұяқов"), "{}", read.text);
        assert!(app.visitor("gulnafisa").get("/sittings/told/paper/kk").await.bytes.starts_with(b"%PDF"));
        assert_eq!(app.visitor("aigul").get(table).await.status, StatusCode::FORBIDDEN);
        assert_eq!(app.visitor("timur").get(table).await.status, StatusCode::NOT_FOUND);
        for id in ids(&app.db, "sittings").await.iter().filter(|id| *id != "told") {
            let none = app.visitor("gulnafisa").get(&format!("/sittings/{id}/table/csv")).await;
            assert_eq!(none.status, StatusCode::NOT_FOUND, "no result was told: {id}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_paper_is_written_without_javascript_question_by_question() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let paper = format!("/attempts/{}", staged(&app, "aigul", "bekzhan").await);
        let aigul = app.visitor("aigul");
        let home = aigul.get("/").await.text;
        assert!(home.contains(&format!("href=\"{paper}\"")), "an open paper stands at home: {home}");
        let page = aigul.get(&paper).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        let (_, rest) = page.text.split_once("name=\"question\" value=\"").unwrap();
        let number = rest.split('"').next().unwrap();
        let form = [("question", number), ("known", "0"), ("answer", "0"), ("go", "next")];
        let saved = aigul.post(&paper, &form).await;
        assert_eq!(
            (saved.status, saved.location.as_str()),
            (StatusCode::SEE_OTHER, &*format!("{paper}?q=2"))
        );
        let led =
            aigul.post(&paper, &[("question", number), ("known", "1"), ("answer", "0"), ("go", "1")]).await;
        assert_eq!(led.location, format!("{paper}?q=1"), "a number is a button that saves");
        let back = aigul.get(&format!("{paper}?q=1")).await.text;
        assert!(
            back.contains("value=\"0\" checked") && back.contains("name=\"known\" value=\"1\""),
            "{back}"
        );
        let older = [("question", number), ("known", "0"), ("answer", "1"), ("go", "next")];
        let told = aigul.post(&paper, &older).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "another tab was faster");
        assert!(told.text.contains("value=\"1\" checked"), "what was chosen here stays in sight");
        let stands = told.text.matches("href=\"#f-answer\"").count();
        assert_eq!(stands, 2, "and what stands is said: {}", told.text);
        let handed = aigul.post(&format!("{paper}/hand-in"), &[]).await;
        assert_eq!(handed.status, StatusCode::SEE_OTHER);
        let over = aigul.get(&paper).await.text;
        assert!(!over.contains("name=\"answer\""), "{over}");
        let late = aigul.post(&paper, &[("question", number), ("known", "1"), ("answer", "1")]).await;
        assert_eq!((late.status, late.location), (StatusCode::SEE_OTHER, paper.clone()), "told on its page");
        for other in ["bekzhan", "gulnafisa", "dana", "timur"] {
            let page = app.visitor(other).get(&paper).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{other}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_script_is_told_the_revision_the_seconds_and_a_sentence() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let paper = format!("/attempts/{}", staged(&app, "aigul", "bekzhan").await);
        let aigul = app.visitor("aigul");
        let page = aigul.get(&paper).await.text;
        let (_, rest) = page.split_once("name=\"question\" value=\"").unwrap();
        let number = rest.split('"').next().unwrap();
        let quiet =
            |known, answer| [("question", number), ("known", known), ("answer", answer), ("quiet", "1")];
        let saved = aigul.post(&paper, &quiet("0", "0")).await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.text);
        assert!(saved.text.starts_with("1 2400\n"), "{}", saved.text);
        let older = aigul.post(&paper, &quiet("0", "1")).await;
        assert_eq!(older.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(older.text.starts_with('\n') && older.text.len() > 10, "{}", older.text);
    })
    .await;
}

#[tokio::test]
async fn n22_the_page_says_that_the_time_of_an_absent_server_came_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let paper = format!("/attempts/{}", staged(&app, "aigul", "bekzhan").await);
        let aigul = app.visitor("aigul");
        let before = aigul.get(&paper).await.text;
        assert!(before.contains("data-left=\"2400\"") && !before.contains("id=\"given-back\""), "{before}");
        let away = "INSERT INTO sitting_downtimes (school_id, sitting_id, from_at, until_at) \
             SELECT school_id, sitting_id, opened_at, opened_at + 300000 FROM attempts WHERE state = 'open'";
        spoil(&app.db, away).await;
        let after = aigul.get(&paper).await.text;
        assert!(after.contains("data-left=\"2700\"") && after.contains("id=\"given-back\""), "{after}");
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_sees_who_writes_and_no_candidate_does() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app, "aigul", "bekzhan").await;
        let list = app.visitor("gulnafisa").get("/sittings").await.text;
        let sittings: Vec<&str> = list.split("href=\"/sittings/").skip(1).collect();
        let ids: Vec<&str> = sittings.iter().filter_map(|rest| rest.split('"').next()).collect();
        let mut writing = 0;
        for id in ids.into_iter().filter(|id| *id != "new") {
            let path = format!("/sittings/{id}");
            let page = app.visitor("gulnafisa").get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.text);
            writing += usize::from(page.text.contains("id=\"papers\""));
            assert_eq!(app.visitor("aigul").get(&path).await.status, StatusCode::FORBIDDEN);
            assert_eq!(
                app.visitor("aigul").get(&format!("{path}/marking")).await.status,
                StatusCode::NOT_FOUND
            );
        }
        assert_eq!(writing, 1, "one has a paper");
        let own = app.visitor("aigul").get("/attempts").await.text;
        assert!(!own.contains("name=\"sitting\"") && own.contains("href=\"/attempts/"), "{own}");
        let other = app.visitor("bekzhan").get("/attempts").await.text;
        assert!(other.contains("name=\"sitting\""), "whoever has no paper opens one: {other}");
    })
    .await;
}

#[tokio::test]
async fn a_paper_of_a_sitting_that_is_called_off_leads_to_the_reason() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let paper = staged(&app, "aigul", "bekzhan").await;
        let kept = store::attempts::get(&mut app.db.read().await.unwrap(), &paper).await.unwrap().unwrap();
        let off = format!("/sittings/{}/call-off", kept.attempt.exam);
        let none = app.visitor("gulnafisa").post(&off, &[]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is asked for");
        app.visitor("gulnafisa").post(&off, &[("reason", "Жарық сөнді")]).await;
        let led = app.visitor("aigul").get(&format!("/attempts/{paper}")).await;
        assert_eq!((led.status, led.location.as_str()), (StatusCode::SEE_OTHER, "/attempts"));
        assert!(app.visitor("aigul").get("/attempts").await.text.contains("Жарық сөнді"));
    })
    .await;
}

#[tokio::test]
async fn a_plan_says_what_is_wrong_beside_its_field() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app, "aigul", "bekzhan").await;
        let leader = app.visitor("gulnafisa");
        let plan = |count: &'static str, day: &'static str| {
            [
                ("day", day),
                ("from", "10:00"),
                ("to", "12:00"),
                ("minutes", "40"),
                ("topic-safety", count),
                ("languages", "ru"),
                ("method", "agreed"),
                ("points", "1,5"),
            ]
        };
        for (count, day) in [("9", "2026-10-12"), ("2", "2026-10-01"), ("x", "2026-10-12")] {
            let refused = leader.post("/sittings/new", &plan(count, day)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{count} {day}");
            assert!(refused.text.contains("value=\"1,5\""), "what was typed stays");
            assert!(count != "9" || refused.text.contains("href=\"#f-topic-safety\""), "{}", refused.text);
        }
        let planned = leader.post("/sittings/new", &plan("2", "2026-10-12")).await;
        assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.text);
        assert!(leader.get(&planned.location).await.text.contains("1,5"));
    })
    .await;
}

#[tokio::test]
async fn n08_a_guest_takes_a_place_and_the_house_reads_a_name_and_a_school_and_nobody_else_does() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app, "aigul", "bekzhan").await;
        spoil(&app.db, "UPDATE sittings SET places = 1 WHERE state = 'planned'").await;
        let timur = app.actor("timur").await;
        let (today, now) = (app.context(&timur).today, app.context(&timur).now);
        let mut course =
            domain::courses::begin("course-timur".into(), "school-7".into(), "timur".into(), today, now);
        course.candidate.state = CourseState::Admitted;
        let mut tx = app.db.write().await.unwrap();
        store::courses::add(&mut tx, &course).await.unwrap();
        let all = store::sittings::of_school(&mut tx, &"school-12".into()).await.unwrap();
        tx.commit().await.unwrap();
        let id = |open: bool| all.iter().find(|one| one.is_open() == open).unwrap().id.to_string();
        let (open, closed) = (id(true), id(false));
        let (guest, leader) = (app.visitor("timur"), app.visitor("gulnafisa"));
        let offered = guest.get("/attempts").await.text;
        assert!(offered.contains("value=\"take\"") && offered.contains("№ 12"), "{offered}");
        assert!(!offered.contains(&closed), "{offered}");
        let foreign = guest.post("/attempts", &[("sitting", closed.as_str()), ("step", "take")]).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND, "{}", foreign.text);
        let taken = guest.post("/attempts", &[("sitting", open.as_str()), ("step", "take")]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
        let own = guest.get("/attempts").await.text;
        assert!(own.contains("value=\"return\"") && !own.contains("value=\"take\""), "{own}");
        let led = leader.get(&format!("/sittings/{open}")).await.text;
        assert!(led.contains("Ахметов") && led.contains("№ 7"), "{led}");
        let at_home = guest.get("/sittings").await.text;
        assert!(at_home.contains("Ахметов") && at_home.contains("№ 12"), "{at_home}");
        let foreign = guest.get(&format!("/sittings/{open}")).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        for person in ["aigul", "bekzhan"] {
            let page = app.visitor(person).get("/attempts").await.text;
            assert!(!page.contains("Ахметов") && !page.contains("№ 7"), "{page}");
        }
        let returned = guest.post("/attempts", &[("sitting", open.as_str()), ("step", "return")]).await;
        assert_eq!(returned.status, StatusCode::SEE_OTHER, "{}", returned.text);
        assert!(!leader.get(&format!("/sittings/{open}")).await.text.contains("Ахметов"));
    })
    .await;
}

#[tokio::test]
async fn all_figures_of_the_questions_are_read_by_whoever_keeps_the_bank_and_name_nobody() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app, "dana", "zere").await;
        failed(&app, "aigul").await;
        let leader = app.visitor("gulnafisa");
        let path = "/sittings/told/figures";
        let led = leader.get("/sittings/told").await.text;
        assert!(led.contains(&format!("href=\"{path}\"")), "{led}");
        let page = leader.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        assert!(page.text.contains("Кто подписывает приказ?"), "{}", page.text);
        let few = i18n::t(i18n::Lang::Ru, "sittings-hidden-few", &[("need", 5_u32.into())]);
        assert!(page.text.contains(&few.replace('<', "&#60;")), "one paper: {}", page.text);
        assert!(!page.text.contains("Нұрбаева"), "{}", page.text);
        let before = leader.get(&format!("{}/figures", crate::panels::ahead(&app).await)).await;
        assert_eq!(before.status, StatusCode::OK);
        assert!(!before.text.contains("Кто подписывает приказ?"), "nobody has written: {}", before.text);
        for other in ["aigul", "dana"] {
            assert_eq!(app.visitor(other).get(path).await.status, StatusCode::FORBIDDEN, "{other}");
        }
        assert_eq!(app.visitor("timur").get(path).await.status, StatusCode::NOT_FOUND, "another school's");
    })
    .await;
}
