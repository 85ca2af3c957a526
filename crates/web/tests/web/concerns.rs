//! Concerns about children: who reads what of them, and that whoever one is about learns nothing.

use crate::app::{EVERYBODY, TestApp};
use crate::walk;
use axum::http::StatusCode;
use i18n::Lang;
use store::testing::{column, ids, on_both, on_sqlite};

/// What Айгүл saw; nobody has taken it on.
const WAITS: &str = "Қараторғай 4417: асханада жалғыз отырды";

/// What Дана saw; Серік leads the case.
const LED: &str = "Көкқарға 9026: дәптері жыртылған";

/// What Серік noted in it.
const NOTE: &str = "Сауысқан 3318: анасымен сөйлестім";

fn worry<'a>(seen: &'a str, about: &'a str) -> [(&'a str, &'a str); 4] {
    [("child", "Аян, 8А"), ("seen", seen), ("seen_on", "2026-10-02"), ("about", about)]
}

/// Somebody raises a concern; where it led.
async fn raised(app: &TestApp, who: &str, seen: &str, about: &str) -> String {
    let answer = app.visitor(who).post("/concerns/new", &worry(seen, about)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.location
}

/// After [`crate::pupils::staged`], where Бекжан is the psychologist: one concern waits, and one is led by Серік with all
/// steps of its clock.
pub(crate) async fn staged(app: &TestApp) {
    raised(app, "aigul", WAITS, "").await;
    let case = raised(app, "dana", LED, "").await;
    let serik = app.visitor("serik");
    assert_eq!(serik.post(&format!("{case}/lead"), &[]).await.status, StatusCode::SEE_OTHER);
    for step in ["authority", "police", "head", "talk", "measures", "decision"] {
        let form = [("step", step), ("step_on", "2026-10-02"), ("step_at", "15:10"), ("number", "118/2")];
        let done = serik.post(&format!("{case}/step"), &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    }
    let noted = serik.post(&format!("{case}/note"), &[("note", NOTE)]).await;
    assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.text);
}

#[tokio::test]
async fn n20_who_raised_it_reads_their_words_and_who_leads_reads_all() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        walk::lively(&app).await;
        let addresses = walk::addresses(&app).await;
        for who in EVERYBODY {
            let reading = walk::read(&app.visitor(who), &addresses).await;
            let leads = ["serik", "bekzhan"].contains(&who);
            let seen = |words: &str| reading.found(words).len();
            assert_eq!(seen(NOTE), usize::from(leads), "{who}: the case");
            assert_eq!(seen(LED), usize::from(leads || who == "dana"), "{who}");
            assert_eq!(seen(WAITS), usize::from(leads || who == "aigul"), "{who}");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_the_list_names_no_child_and_opening_a_case_is_noted() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        let case = raised(&app, "zere", "Жылады.", "").await;
        for who in ["zere", "bekzhan", "serik"] {
            let list = app.visitor(who).get("/concerns").await.text;
            assert!(list.contains(&format!("href=\"{case}\"")), "{who}: {list}");
            assert!(!list.contains("Аян"), "{who}: {list}");
        }
        assert!(column(&app.db, "concern_reads", "person_id").await.is_empty(), "nothing to note");
        for who in ["zere", "bekzhan"] {
            assert!(app.visitor(who).get(&case).await.text.contains("Аян, 8А"), "{who}");
        }
        let mut readers = column(&app.db, "concern_reads", "person_id").await;
        readers.sort();
        assert_eq!(readers, ["bekzhan", "zere"]);
    })
    .await;
}

#[tokio::test]
async fn n20_whoever_it_is_about_finds_every_page_and_every_export_as_it_was() {
    on_sqlite(async |db| {
        let mut app = TestApp::new(db).await;
        walk::lively(&app).await;
        for who in ["serik", "bekzhan", "gulnafisa", "aigul"] {
            // What opening a page notes is noted by the first walk.
            walk::read(&app.visitor(who), &walk::addresses(&app).await).await;
            app.forget_limits();
            let before = walk::read(&app.visitor(who), &walk::addresses(&app).await).await;
            let case = raised(&app, "dana", &format!("Тырна 7702: {who}"), who).await;
            app.forget_limits();
            let after = walk::read(&app.visitor(who), &walk::addresses(&app).await).await;
            let pages = |reading: &walk::Reading| reading.pages.keys().cloned().collect::<Vec<_>>();
            assert_eq!(pages(&after), pages(&before), "{who}: another page is there");
            for (address, page) in &after.pages {
                assert!(before.pages[address] == *page, "{who}: {address} is another one");
            }
            for form in ["lead", "note", "step", "name", "hand", "close"] {
                let answer = app.visitor(who).post(&format!("{case}/{form}"), &FORM).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who}: {form}");
            }
            app.forget_limits();
        }
    })
    .await;
}

/// A form that is taken by every form of a case.
const FORM: [(&str, &str); 7] = [
    ("note", "Ешкім емес"),
    ("step", "police"),
    ("step_on", "2026-10-02"),
    ("step_at", "15:10"),
    ("to", "bekzhan"),
    ("outcome", "settled"),
    ("words", "Шешілді"),
];

#[tokio::test]
async fn a_concern_is_raised_with_three_answers_and_says_what_is_missing() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        app.speak("zere", "ru").await;
        let zere = app.visitor("zere");
        let form = zere.get("/concerns/new").await.text;
        assert!(form.contains("value=\"2026-10-05\"") && form.contains("href=\"tel:111\""), "{form}");
        assert!(!form.contains("value=\"zere\""), "nobody raises one about themselves: {form}");
        assert!(!form.contains("name=\"pupil\""), "she looks after nobody: {form}");
        let told = zere.post("/concerns/new", &[("child", "Аян, 8А"), ("seen_on", "2026-10-06")]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("f-seen-e") && told.text.contains("Аян, 8А"), "{}", told.text);
        let ahead = [("child", "Аян"), ("seen", "Жылады."), ("seen_on", "2026-10-06")];
        let told = zere.post("/concerns/new", &ahead).await;
        assert!(told.text.contains(&i18n::t(Lang::Ru, "concerns-refused-ahead", &[])), "{}", told.text);
        let case = raised(&app, "zere", "Жылады.", "").await;
        assert_eq!(raised(&app, "zere", "Жылады.", "").await, case, "sent twice");
        let own = zere.get(&case).await.text;
        assert!(own.contains("Жылады.") && !own.contains(&format!("{case}/note")), "{own}");
        assert_eq!(ids(&app.db, "concerns").await.len(), 1);
        for stranger in ["polina", "timur", "saule"] {
            assert_eq!(app.visitor(stranger).get(&case).await.status, StatusCode::NOT_FOUND, "{stranger}");
        }
        assert_eq!(column(&app.db, "concern_reads", "person_id").await, ["zere"]);
    })
    .await;
}

#[tokio::test]
async fn whoever_looks_after_pupils_may_choose_the_child_and_everybody_else_writes() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        let coordinator = app.visitor("gulnafisa");
        let form = coordinator.get("/concerns/new").await.text;
        assert!(form.contains("name=\"pupil\"") && form.contains("value=\"ayan\""), "{form}");
        let chosen = [("pupil", "ayan"), ("child", ""), ("seen", "Жылады."), ("seen_on", "2026-10-02")];
        let raised = coordinator.post("/concerns/new", &chosen).await;
        assert_eq!(raised.status, StatusCode::SEE_OTHER, "{}", raised.text);
        assert_eq!(column(&app.db, "concerns", "pupil_id").await, ["ayan"]);
        let other = app.visitor("zere").post("/concerns/new", &chosen).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND, "she does not see that child");
    })
    .await;
}

#[tokio::test]
async fn a_case_shows_its_clock_and_closes_when_nothing_of_it_is_open() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        let case = raised(&app, "zere", "Жылады.", "").await;
        app.speak("bekzhan", "ru").await;
        let bekzhan = app.visitor("bekzhan");
        let clock = i18n::t(Lang::Ru, "concerns-clock", &[]);
        let page = bekzhan.get(&case).await.text;
        assert!(page.contains(&clock) && page.contains(&format!("{case}/lead")), "{page}");
        bekzhan.post(&format!("{case}/lead"), &[]).await;
        let told = bekzhan.post(&format!("{case}/close"), &FORM).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains(&i18n::t(Lang::Ru, "concerns-refused-open", &[])), "{}", told.text);
        for step in ["authority", "police", "head", "talk", "measures", "decision"] {
            let form = [("step", step), ("step_on", "2026-10-05"), ("step_at", "15:10"), ("unneeded", "yes")];
            let told = bekzhan.post(&format!("{case}/step"), &form).await;
            assert!(told.text.contains("f-remark-e"), "why not: {}", told.text);
            let said = [form.as_slice(), &[("remark", "Ойын екен")]].concat();
            assert_eq!(bekzhan.post(&format!("{case}/step"), &said).await.status, StatusCode::SEE_OTHER);
        }
        let page = bekzhan.get(&case).await.text;
        assert!(page.contains("Ойын екен"), "{page}");
        assert_eq!(bekzhan.post(&format!("{case}/close"), &FORM).await.status, StatusCode::SEE_OTHER);
        let page = bekzhan.get(&case).await.text;
        assert!(page.contains("Шешілді") && !page.contains(&format!("{case}/close")), "{page}");
        assert!(!page.contains(&clock), "the clock stands: {page}");
    })
    .await;
}

/// The version that the form of a case was drawn from.
fn version(page: &str) -> &str {
    let (_, rest) = page.split_once("name=\"version\" value=\"").unwrap();
    rest.split('"').next().unwrap()
}

#[tokio::test]
async fn n20_of_whom_it_is_is_written_from_what_stands_and_an_adult_once_named_is_not_offered_again() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        let case = raised(&app, "zere", "Жылады.", "").await;
        app.speak("bekzhan", "ru").await;
        let (bekzhan, serik) = (app.visitor("bekzhan"), app.visitor("serik"));
        let path = format!("{case}/name");
        let older = bekzhan.get(&case).await.text;
        let named = [("pupil", "ayan"), ("about", "aigul"), ("version", version(&older))];
        assert_eq!(serik.post(&path, &named).await.status, StatusCode::SEE_OTHER);
        let told = bekzhan.post(&path, &[("pupil", "nurai"), ("version", version(&older))]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let changed = i18n::t(Lang::Ru, "concerns-refused-changed", &[]);
        assert!(told.text.contains(&changed), "{}", told.text);
        assert_ne!(version(&told.text), version(&older), "sent again, it is taken");
        let page = bekzhan.get(&case).await.text;
        assert!(page.contains(&i18n::t(Lang::Ru, "concerns-about-stays", &[])), "{page}");
        assert!(!page.contains("name=\"about\""), "{page}");
        let child = i18n::t(Lang::Ru, "concerns-is-pupil", &[("name", "Сарманов Аян, 8А".into())]);
        assert_eq!(page.matches(&child).count(), 2, "as it is, and in the log: {page}");
        assert_eq!(column(&app.db, "concerns", "about_id").await, ["aigul"]);
    })
    .await;
}

#[tokio::test]
async fn n20_a_case_about_the_head_does_not_ask_to_tell_them() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        let case = raised(&app, "zere", "Жылады.", "serik").await;
        app.speak("bekzhan", "ru").await;
        let page = app.visitor("bekzhan").get(&case).await.text;
        assert!(page.contains(&i18n::t(Lang::Ru, "concerns-clock-head", &[])), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_pupil_finds_the_helplines_without_an_account_and_nobodys_name() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::pupils::staged(&app).await;
        let page = app.stranger().get("/help/talk").await;
        assert_eq!(page.status, StatusCode::OK);
        for number in ["111", "150", "112"] {
            assert!(page.text.contains(&format!("href=\"tel:{number}\"")), "{number}: {}", page.text);
        }
        assert!(!page.text.contains("Тұяқов"), "{}", page.text);
        assert!(app.stranger().get("/help").await.text.contains("href=\"/help/talk\""));
    })
    .await;
}
