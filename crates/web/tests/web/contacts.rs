//! Pages of joint work, and the impressions that nobody else ever sees.

use crate::app::{Answer, EVERYBODY, TestApp};
use crate::walk::{self, TOPIC};
use axum::http::StatusCode;
use domain::people::{Actor, Role};
use jiff::civil::date;
use store::testing::{on_both, on_sqlite};

/// Words that stand nowhere else.
const WORDS: &str = "Бозторғай әні туралы 7319";

/// A visit on 2 October with a topic.
const VISIT: [(&str, &str); 4] =
    [("kind", "visit_to_mentor"), ("day", "2026-10-02"), ("minutes", "45"), ("topic", TOPIC)];

/// Somebody writes down the visit with somebody.
async fn written(app: &TestApp, by: &str, with: &str) -> Answer {
    let mut form = VISIT.to_vec();
    form.push(("with", with));
    app.visitor(by).post("/contacts/new", &form).await
}

/// Дана writes down a visit to Айгүл; gives the address of the joint work.
async fn recorded(app: &TestApp) -> String {
    let answer = written(app, "dana", "aigul").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let (path, place) = answer.location.split_once('#').unwrap();
    assert_eq!(place, "impression", "the impression comes next");
    path.to_owned()
}

/// Дана keeps an impression of it.
async fn kept(app: &TestApp, contact: &str) -> Answer {
    let form = [("useful", "4"), ("ease", ""), ("note", WORDS)];
    app.visitor("dana").post(&format!("{contact}/impression"), &form).await
}

#[tokio::test]
async fn what_one_writes_down_the_other_confirms_with_one_button() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = app.visitor("dana").get("/contacts/new?with=aigul").await;
        assert!(form.text.contains("value=\"aigul\" selected") && form.text.contains("2026-10-05"));
        let contact = recorded(&app).await;
        let own = app.visitor("dana").get("/contacts").await;
        assert!(own.text.contains("ждёт подтверждения") && own.text.contains("виделись 2 октября"));
        let inbox = app.visitor("aigul").get("/contacts").await;
        assert!(inbox.text.contains("Пятница, 2 октября: Дана ждёт"), "{}", inbox.text);
        assert!(inbox.text.contains(TOPIC) && inbox.text.contains(&format!("{contact}/confirm")));
        let confirmed = app.visitor("aigul").post(&format!("{contact}/confirm"), &[]).await;
        assert_eq!(confirmed.status, StatusCode::SEE_OTHER);
        for side in ["dana", "aigul"] {
            let page = app.visitor(side).get(&contact).await;
            assert!(page.text.contains("подтверждено") && page.text.contains(TOPIC), "{}", page.text);
        }
    })
    .await;
}

#[tokio::test]
async fn a_wrong_form_comes_back_with_what_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = [
            ("with", "aigul"),
            ("kind", "talk"),
            ("day", "2026-10-06"),
            ("minutes", "45"),
            ("topic", "перемена"),
        ];
        let early = app.visitor("dana").post("/contacts/new", &form).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(early.text.contains("ещё не наступил") && early.text.contains("перемена"), "{}", early.text);
        let empty = app.visitor("dana").post("/contacts/new", &[("minutes", "много")]).await;
        assert!(empty.text.contains("4 мест") && empty.text.contains("От 5 до 480 минут"), "{}", empty.text);
        recorded(&app).await;
        let again = written(&app, "aigul", "dana").await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text.contains("уже есть"), "{}", again.text);
    })
    .await;
}

#[tokio::test]
async fn after_the_decision_nothing_new_is_written_down() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        recorded(&app).await;
        app.travel_to(date(2026, 11, 2));
        let late = written(&app, "dana", "bekzhan").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = app.visitor("dana").get("/contacts").await;
        assert!(page.text.contains("закончилось время"), "{}", page.text);
        assert!(!page.text.contains("/contacts/new"), "no button that would be refused");
    })
    .await;
}

#[tokio::test]
async fn only_the_one_who_wrote_it_takes_it_back_and_only_until_it_is_confirmed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let contact = recorded(&app).await;
        let cancel = format!("{contact}/cancel");
        let foreign = app.visitor("aigul").post(&cancel, &[]).await;
        assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(foreign.text.contains("Ничего не изменилось"), "{}", foreign.text);
        let own = app.visitor("dana").post(&format!("{contact}/confirm"), &[]).await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody confirms their own record");
        assert_eq!(app.visitor("dana").post(&cancel, &[]).await.location, "/contacts");
        let list = app.visitor("aigul").get("/contacts").await;
        assert!(list.text.contains("отменено") && list.text.contains("пока не виделись"), "{}", list.text);
        let late = app.visitor("aigul").post(&format!("{contact}/confirm"), &[]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_joint_work_is_not_there() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let contact = recorded(&app).await;
        for other in ["zere", "bekzhan", "timur"] {
            assert_eq!(app.visitor(other).get(&contact).await.status, StatusCode::NOT_FOUND, "{other}");
        }
        for other in ["zere", "bekzhan"] {
            for step in ["confirm", "cancel", "impression", "forget"] {
                let path = format!("{contact}/{step}");
                let answer = app.visitor(other).post(&path, &[("useful", "1")]).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{other} {step}");
            }
        }
        for outsider in ["serik", "saule", "polina"] {
            assert_eq!(app.visitor(outsider).get(&contact).await.status, StatusCode::FORBIDDEN, "{outsider}");
        }
        let keeps = app.visitor("gulnafisa").post(&format!("{contact}/impression"), &[("useful", "1")]).await;
        assert_eq!(keeps.status, StatusCode::FORBIDDEN, "the coordinator is none of the two");
        assert_eq!(app.stranger().get("/contacts").await.location, "/sign-in?back=%2Fcontacts");
        let unknown = app.visitor("dana").get("/contacts/new?with=zere").await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        let fellow = written(&app, "dana", "zere").await;
        assert_eq!(fellow.status, StatusCode::NOT_FOUND, "two newcomers have no joint work");
    })
    .await;
}

#[tokio::test]
async fn a_newcomer_sees_first_who_is_still_missing() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        recorded(&app).await;
        let page = app.visitor("dana").get("/contacts").await;
        assert!(page.text.contains("Поработайте вместе: Тұяқов Бекжан"), "{}", page.text);
        let people = page.text.split_once("id=\"people\"").unwrap().1;
        let place = |name: &str| people.find(name).unwrap();
        assert!(place("Тұяқов Бекжан") < place("Нұрбаева Айгүл"), "whom one has not met stands first");
        assert!(people.contains("/contacts/new?with=bekzhan"));
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_sees_who_has_met_whom_and_never_what_it_was_about() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let none = app.visitor("gulnafisa").get("/contacts").await;
        assert!(none.text.contains("пока никто не записал"), "{}", none.text);
        let contact = recorded(&app).await;
        kept(&app, &contact).await;
        let matrix = app.visitor("gulnafisa").get("/contacts").await;
        assert!(matrix.text.contains("осталось 3 знакомства") && matrix.text.contains("2.10"));
        assert!(matrix.text.contains("1 из 2") && matrix.text.contains("0 из 2"), "{}", matrix.text);
        let facts = app.visitor("gulnafisa").get(&contact).await;
        assert_eq!(facts.status, StatusCode::OK);
        assert!(facts.text.contains("Посещение урока наставника"), "{}", facts.text);
        for page in [&matrix, &facts] {
            assert!(!page.text.contains(TOPIC) && !page.text.contains(WORDS));
        }
        written(&app, "dana", "bekzhan").await;
        let missing = app.visitor("gulnafisa").get("/contacts?only=missing").await;
        let table = missing.text.split_once("<table").unwrap().1;
        assert!(table.contains("Искалиева") && !table.contains("Сәтбаева"), "{table}");
        for mentor in ["aigul", "bekzhan"] {
            written(&app, "zere", mentor).await;
        }
        let all = app.visitor("gulnafisa").get("/contacts?only=missing").await;
        assert!(all.text.contains("Таких нет"), "{}", all.text);
        assert!(all.text.contains("познакомились со всеми"), "{}", all.text);
        app.visitor("dana").post(&format!("{contact}/cancel"), &[]).await;
        let gone = app.visitor("gulnafisa").get(&contact).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND, "what was taken back is nobody's business");
    })
    .await;
}

#[tokio::test]
async fn an_impression_is_kept_changed_and_forgotten() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let contact = recorded(&app).await;
        let page = app.visitor("dana").get(&contact).await;
        assert!(!page.text.contains("checked"), "nothing is chosen in advance: {}", page.text);
        let path = format!("{contact}/impression");
        let empty = app.visitor("dana").post(&path, &[("useful", ""), ("note", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let long = "ә".repeat(1001);
        let long = app.visitor("dana").post(&path, &[("useful", "2"), ("note", &long)]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(long.text.contains("value=\"2\" checked"), "what was chosen stays");
        assert_eq!(kept(&app, &contact).await.status, StatusCode::SEE_OTHER);
        let page = app.visitor("dana").get(&contact).await;
        assert!(page.text.contains(WORDS) && page.text.contains("value=\"4\" checked"), "{}", page.text);
        assert!(app.visitor("dana").get("/contacts").await.text.contains("есть ваше впечатление"));
        app.visitor("dana").post(&path, &[("ease", "1"), ("note", "Теперь иначе")]).await;
        let page = app.visitor("dana").get(&contact).await;
        assert!(page.text.contains("Теперь иначе") && !page.text.contains(WORDS));
        assert!(!page.text.contains("value=\"4\" checked"), "a mark can be left out again");
        app.visitor("dana").post(&format!("{contact}/forget"), &[]).await;
        let page = app.visitor("dana").get(&contact).await;
        assert!(!page.text.contains("Теперь иначе") && !page.text.contains("checked"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn when_the_record_is_taken_back_the_author_still_reads_and_forgets_the_impression() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let contact = recorded(&app).await;
        kept(&app, &contact).await;
        app.visitor("dana").post(&format!("{contact}/cancel"), &[]).await;
        let page = app.visitor("dana").get(&contact).await;
        assert!(page.text.contains(WORDS) && page.text.contains("<b>да</b>"), "{}", page.text);
        let late = app.visitor("dana").post(&format!("{contact}/impression"), &[("useful", "1")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text.contains("впечатление не сохранено"), "{}", late.text);
        app.visitor("dana").post(&format!("{contact}/forget"), &[]).await;
        assert!(!app.visitor("dana").get(&contact).await.text.contains(WORDS));
    })
    .await;
}

async fn log(app: &TestApp) -> usize {
    store::testing::contents(&app.db).await["audit"].len()
}

/// Decision 6: everybody else's pages, files and exports are the same as if it had never been written.
#[tokio::test]
async fn an_impression_leaves_no_trace_for_anybody_but_its_author() {
    on_sqlite(async |db| {
        let app = TestApp::new(db).await;
        let contact = walk::lively(&app).await;
        let addresses = walk::addresses(&app).await;
        let others: Vec<&str> = EVERYBODY.into_iter().filter(|person| *person != "dana").collect();
        walk::look_at_noted(&app, &EVERYBODY, &addresses).await;
        let mut before = Vec::new();
        for person in &others {
            before.push(walk::read(&app.visitor(person), &addresses).await);
        }
        let lines = log(&app).await;
        assert_eq!(kept(&app, &contact).await.status, StatusCode::SEE_OTHER);
        assert_eq!(log(&app).await, lines, "the log says nothing");
        let own = walk::read(&app.visitor("dana"), &addresses).await;
        let here = [contact.as_str(), "/mentors/compare?with=aigul&with=bekzhan"];
        assert_eq!(
            own.found(WORDS),
            here,
            "the author reads it, on its page and where mentors stand side by side"
        );
        for (person, before) in others.iter().zip(before) {
            let after = walk::read(&app.visitor(person), &addresses).await;
            assert_eq!(after.found(WORDS), Vec::<&str>::new(), "{person}");
            let keys = |reading: &walk::Reading| reading.pages.keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(&before), keys(&after), "{person}");
            let changed: Vec<_> = before
                .pages
                .iter()
                .filter(|(at, page)| after.pages[*at] != **page)
                .map(|(at, _)| at)
                .collect();
            assert_eq!(changed, Vec::<&String>::new(), "{person}");
        }
        let stranger = walk::read(&app.stranger(), &addresses).await;
        assert_eq!(stranger.found(WORDS), Vec::<&str>::new());
    })
    .await;
}

#[tokio::test]
async fn the_pages_speak_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let contact = recorded(&app).await;
        let titles = [("kk", "Бірлескен жұмыс"), ("ru", "Совместная работа"), ("en", "Joint work")];
        for (lang, title) in titles {
            for person in ["dana", "aigul", "gulnafisa"] {
                app.visitor(person).post("/language", &[("lang", lang), ("back", "/")]).await;
                let list = app.visitor(person).get("/contacts").await;
                assert!(list.text.contains(title), "{person} {lang}: {}", list.text);
                let paths = ["/contacts", "/contacts?only=missing", "/contacts/new", contact.as_str()];
                for path in paths {
                    let page = app.visitor(person).get(path).await;
                    assert!(!page.text.contains("[contacts-") && !page.text.contains("{$"), "{path} {lang}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn where_no_programme_runs_the_page_says_so() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        // Тимур coordinates a school without a programme.
        let timur: Actor = app.actor("timur").await;
        assert!(timur.is(Role::Coordinator));
        let page = app.visitor("timur").get("/contacts").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Здесь будет совместная работа"), "{}", page.text);
    })
    .await;
}
