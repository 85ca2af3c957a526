//! Sociometry: who opens it, a class that answers on one device, what the specialist reads.

use crate::app::{EVERYBODY, TestApp};
use crate::reports::with_slip;
use axum::http::{Method, StatusCode};
use i18n::Lang;
use store::testing::{column, ids, on_both, spoil};

/// Six of 7Г with both voices for diagnostics, and one without.
const CLASS: &str = "INSERT INTO pupils (id, school_id, family, given, class, class_key, born_on) VALUES \
    ('alan', 'school-12', 'Абаев', 'Алан', '7Г', '7Г', '2013-04-02'), \
    ('dariya', 'school-12', 'Бекова', 'Дария', '7Г', '7Г', '2013-04-02'), \
    ('egor', 'school-12', 'Власов', 'Егор', '7Г', '7Г', '2013-04-02'), \
    ('zhanel', 'school-12', 'Ғабитова', 'Жанель', '7Г', '7Г', '2013-04-02'), \
    ('islam', 'school-12', 'Дүйсен', 'Ислам', '7Г', '7Г', '2013-04-02'), \
    ('kamila', 'school-12', 'Ермекова', 'Камила', '7Г', '7Г', '2013-04-02'), \
    ('lev', 'school-12', 'Жаров', 'Лев', '7Г', '7Г', '2013-04-02'); \
    INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, given_on, last_day, \
        text_version, rule_version, entered_by, entered_at) \
    SELECT pupils.id || '-' || parts.part, 'school-12', pupils.id, parts.part, 'Абаева Сәуле', 'paper', 'Кабинет 12', 1, \
        '2026-09-10', '2027-07-31', '2026-11', 'under 18', 'gulnafisa', 0 \
    FROM pupils CROSS JOIN (SELECT 'data' AS part UNION ALL SELECT 'diagnostics' AS part) parts \
    WHERE pupils.class_key = '7Г' AND pupils.id <> 'lev'";

/// The code of a slip.
const SLIP: &str = "K7QM-2WXD-9HTS";

const FORM: [(&str, &str); 3] = [("class", "7Г"), ("question", "work"), ("question", "leisure")];

/// The class stands, the head has named Бекжан, and he has opened a sociometry of it.
pub(crate) async fn staged(app: &TestApp) {
    spoil(&app.db, CLASS).await;
    let named = app.visitor("serik").post("/duties", &[("what", "specialist"), ("person", "bekzhan")]).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.text);
    let opened = app.visitor("bekzhan").post("/sociometries", &FORM).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text);
}

async fn path(app: &TestApp) -> String {
    format!("/sociometries/{}", ids(&app.db, "sociometries").await[0])
}

#[tokio::test]
async fn n08_to_everybody_but_the_specialist_no_page_of_it_is_there() {
    on_both(async |db| {
        let mut app = TestApp::new(db).await;
        staged(&app).await;
        let id = ids(&app.db, "sociometries").await.remove(0);
        let routes = web::routes();
        let own: Vec<_> = routes.list().filter(|route| route.path.starts_with("/sociometries")).collect();
        assert_eq!(own.len(), 7);
        for who in EVERYBODY.into_iter().filter(|who| *who != "bekzhan") {
            app.forget_limits();
            for route in &own {
                let path = route.path.replace("{id}", &id);
                let form = [("class", "7Г"), ("question", "work"), ("pupil", "alan")];
                let visitor = app.visitor(who);
                let reads = route.method == Method::GET;
                let answer = if reads { visitor.get(&path).await } else { visitor.post(&path, &form).await };
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who}: {} {path}", route.method);
            }
            let pupils = app.visitor(who).get("/pupils").await;
            assert!(!pupils.text.contains("/sociometries"), "{who}: {}", pupils.text);
        }
        assert!(app.visitor("bekzhan").get("/pupils").await.text.contains("href=\"/sociometries\""));
    })
    .await;
}

#[tokio::test]
async fn n08_whom_the_coordinator_alone_has_named_does_not_ask_classes() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for (who, status) in [("gulnafisa", StatusCode::NOT_FOUND), ("serik", StatusCode::OK)] {
            let given = [("what", "specialist"), ("person", "bekzhan")];
            assert_eq!(app.visitor(who).post("/duties", &given).await.status, StatusCode::SEE_OTHER);
            assert_eq!(app.visitor("bekzhan").get("/sociometries").await.status, status, "{who}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_class_answers_one_after_another_and_no_answer_is_drawn_again() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let (bekzhan, one) = (app.visitor("bekzhan"), path(&app).await);
        app.speak("bekzhan", "ru").await;
        let ask = format!("{one}/ask");
        with_slip(&app, "bekzhan", SLIP).await;
        spoil(&app.db, "UPDATE accounts SET password_hash = 'x' WHERE person_id = 'bekzhan'").await;
        let handed = bekzhan.post(&format!("{one}/hand"), &[]).await;
        assert_eq!((handed.status, handed.location.as_str()), (StatusCode::SEE_OTHER, ask.as_str()));
        let names = bekzhan.get(&ask).await.text;
        assert!(names.contains("?pupil=alan\"") && !names.contains("Жаров"), "{names}");
        let form = bekzhan.get(&format!("{ask}?pupil=alan")).await.text;
        assert!(form.contains("value=\"dariya\"") && !form.contains("Жаров"), "{form}");
        for pupil in ["alan", "dariya", "egor", "zhanel"] {
            let whom = if pupil == "alan" { "dariya" } else { "alan" };
            let chosen = [("pupil", pupil), ("work", whom), ("act", "done")];
            let answered = bekzhan.post(&ask, &chosen).await;
            assert_eq!((answered.status, answered.location.as_str()), (StatusCode::SEE_OTHER, ask.as_str()));
        }
        bekzhan.post(&ask, &[("pupil", "islam"), ("act", "absent")]).await;
        let next = bekzhan.get(&ask).await.text;
        assert!(
            next.contains("Ермекова Камила") && !next.contains("Абаев"),
            "who waits, and nobody else: {next}"
        );
        let again = bekzhan.get(&format!("{ask}?pupil=alan")).await.text;
        assert!(!again.contains("name=\"work\""), "one with an answer has no form any more: {again}");
        bekzhan.post(&ask, &[("pupil", "kamila"), ("act", "decline")]).await;
        let over = bekzhan.get(&ask).await;
        assert_eq!(over.status, StatusCode::OK);
        assert!(over.text.contains(&i18n::t(Lang::Ru, "sociometries-over-text", &[])), "{}", over.text);
        let declined = i18n::t(Lang::Ru, "sociometries-turn-declined", &[]);
        let names = over.text.contains("Ермекова") || over.text.contains(&declined);
        assert!(!names, "the last child reads who did not want to: {}", over.text);
        let wrong = bekzhan.post(&ask, &[("pupil", "islam"), ("work", "lev")]).await;
        assert_ne!(wrong.status, StatusCode::SEE_OTHER, "nobody chooses a child without consent");
        assert_eq!(bekzhan.get(&one).await.location, "/handed", "a child has the device");
        let early = bekzhan.post(&format!("{one}/close"), &[]).await;
        assert_eq!(early.location, "/handed", "nobody else closes it");
        assert_eq!(bekzhan.post("/handed", &[("secret", SLIP)]).await.location, one);
        let open = bekzhan.get(&one).await.text;
        assert!(!open.contains("<table"), "nothing is counted yet: {open}");
        assert_eq!(column(&app.db, "sociometry_members", "sealed").await.len(), 4);
        let closed = bekzhan.post(&format!("{one}/close"), &[]).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.text);
        let page = bekzhan.get(&one).await.text;
        let few = i18n::t(Lang::Ru, "sociometries-hidden-few", &[("need", 10.into())]);
        assert!(page.contains("<table") && page.contains("3 из 3") && page.contains(&few), "{page}");
        assert!(!page.contains("<svg viewBox=\"-102"), "six are not sorted: {page}");
        let heading = i18n::t(Lang::Ru, "sociometries-column-satisfaction", &[]);
        assert!(
            page.contains(&heading) && page.contains("<td data-l=\"Удовлетворённость (Куд)\">–</td>"),
            "{page}"
        );
        for word in ["отверг", "изолир"] {
            assert!(!page.to_lowercase().contains(word), "{word}");
        }
    })
    .await;
}

/// The others as they stand on the form of a pupil.
async fn others(app: &TestApp, ask: &str, pupil: &str) -> Vec<String> {
    let form = app.visitor("bekzhan").get(&format!("{ask}?pupil={pupil}")).await.text;
    let ids = form.split("name=\"work\" value=\"").skip(1);
    ids.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_names_stand_in_an_order_of_each_childs_own() {
    const ALL: [&str; 6] = ["alan", "dariya", "egor", "zhanel", "islam", "kamila"];
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let ask = format!("{}/ask", path(&app).await);
        let mut shuffled = 0;
        for (at, pupil) in ALL.into_iter().enumerate() {
            let read = others(&app, &ask, pupil).await;
            assert_eq!(read, others(&app, &ask, pupil).await, "{pupil}: it stays");
            let behind = ALL.iter().cycle().skip(at + 1).take(ALL.len() - 1);
            let turned: Vec<String> = behind.map(|one| (*one).to_owned()).collect();
            let sorted = |mut list: Vec<String>| {
                list.sort();
                list
            };
            assert_eq!(sorted(read.clone()), sorted(turned.clone()), "{pupil}: all others");
            shuffled += usize::from(read != turned);
        }
        assert!(shuffled > 0, "no list is the register turned round");
    })
    .await;
}

#[tokio::test]
async fn a_negative_question_needs_an_order_and_a_positive_one_beside_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let bekzhan = app.visitor("bekzhan");
        let page = bekzhan.get("/sociometries").await.text;
        assert!(!page.contains("name=\"negative\" value=\"yes\" checked"), "off: {page}");
        spoil(&app.db, "DELETE FROM sociometry_members; DELETE FROM sociometries").await;
        let without = [("class", "7Г"), ("question", "work"), ("negative", "yes")];
        let told = bekzhan.post("/sociometries", &without).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("f-school_order-e"), "{}", told.text);
        let alone = [("class", "7Г"), ("negative", "yes"), ("school_order", "№ 41-Н")];
        let told = bekzhan.post("/sociometries", &alone).await;
        assert!(told.text.contains("f-question-e"), "{}", told.text);
        let both = [("class", "7Г"), ("question", "work"), ("negative", "yes"), ("school_order", "№ 41-Н")];
        let opened = bekzhan.post("/sociometries", &both).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text);
        let form = bekzhan.get(&format!("{}/ask?pupil=alan", opened.location)).await.text;
        assert!(form.contains("name=\"negative\"") && form.contains("name=\"work\""), "{form}");
    })
    .await;
}
