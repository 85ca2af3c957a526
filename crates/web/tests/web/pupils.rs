//! Pupils: who opens which page, consents and who looked.

mod hours;
mod proofs;
mod references;

use crate::app::{Answer, EVERYBODY, TestApp};
use crate::walk;
use axum::http::{Method, StatusCode};
use domain::PersonId;
use domain::people::Actor;
use domain::pupils::consents::{Part, TEXT_VERSION};
use domain::referrals::is_label;
use domain::visibility::{Child, Data, Reader, Sight};
use i18n::Lang;
use jiff::civil::date;
use std::collections::BTreeMap;
use store::Db;
use store::testing::{contents, ids, on_both, on_sqlite, spoil};

/// Аян and Ерсін of 8А, Мирас and Нұрай of 9Ә, for whose class nobody is named.
const PUPILS: &str = "INSERT INTO pupils (id, school_id, code, family, given, class, class_key, born_on) VALUES \
    ('ayan', 'school-12', 'P1', 'Сарманов', 'Аян', '8А', '8А', '2012-04-02'), \
    ('ersin', 'school-12', 'P3', 'Жұмабаев', 'Ерсін', '8А', '8А', '2012-05-02'), \
    ('nurai', 'school-12', 'P4', 'Оспанова', 'Нұрай', '9Ә', '9Ә', '2011-05-02'), \
    ('miras', 'school-12', 'P2', 'Төлегенов', 'Мирас', '9Ә', '9Ә', '2011-04-02')";

/// Аян's mother, who stands on no page but his.
const MOTHER: &str = "Сарманова Күміс 5512";

/// The paper that she has signed, as somebody has scanned it.
const SCAN: &[u8] = "%PDF-1.7 Қолтаңба 8216: Сарманова".as_bytes();

/// What Айгүл says for a volunteer.
const WORDS: &str = "Сергек 6207: уәдесінде тұрады";

/// The goal that Аян is offered, in Дана's words.
const GOAL: &str = "Тұйғын 4410: сыныптан дос табу";

/// Why, in her words; Аян never reads them.
const WHY: &str = "Ителгі 7736: үзілісте жалғыз";

/// By which paper it is known that the law excludes Нұрай.
const PAPER: &str = "Хабарлама 9051, сейф";

/// A form that is taken by every form of a pupil.
const FORM: [(&str, &str); 17] = [
    ("teacher", "aigul"),
    ("words", WORDS),
    ("trained_on", "2026-10-02"),
    ("minutes", "90"),
    ("part", "photo"),
    ("representative", "Төлегенова Айша"),
    ("child", "yes"),
    ("way", "paper"),
    ("place", "Папка 9Ә"),
    ("given_on", "2026-10-02"),
    ("goal", "algebra"),
    ("reason", "study"),
    ("why", "Пропустил четверть по болезни."),
    ("answer", "yes"),
    ("ground", "prosecuted"),
    ("paper", "Хабарлама 17"),
    ("studies", "well"),
];

/// Four pupils; Дана looks after 8А, the head has named Бекжан psychologist; Аян's mother has consented to two parts, he
/// helps others and is offered a goal; the law excludes Нұрай.
pub(crate) async fn staged(app: &TestApp) {
    spoil(&app.db, PUPILS).await;
    for (who, what, person) in [("gulnafisa", "8А", "dana"), ("serik", "specialist", "bekzhan")] {
        let given = app.visitor(who).post("/duties", &[("what", what), ("person", person)]).await;
        assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text);
    }
    let paper = [
        ("part", "participation"),
        ("part", "data"),
        ("representative", MOTHER),
        ("child", "yes"),
        ("way", "paper"),
        ("place", "Кабинет 12"),
        ("given_on", "2026-10-02"),
    ];
    let entered = app.visitor("dana").post("/pupils/ayan/consents", &paper).await;
    assert_eq!(
        (entered.status, entered.location.as_str()),
        (StatusCode::SEE_OTHER, "/pupils/ayan"),
        "{}",
        entered.text
    );
    scanned(app, "dana", "ayan").await;
    let of_others: Vec<_> = paper
        .into_iter()
        .map(|(name, value)| (name, if value == MOTHER { "Төлегенова Айша" } else { value }))
        .collect();
    let gulnafisa = app.visitor("gulnafisa");
    for path in ["/pupils/miras/consents", "/pupils/ersin/consents"] {
        assert_eq!(gulnafisa.post(path, &of_others).await.status, StatusCode::SEE_OTHER);
    }
    let own = [("name", "Шапағат 3308"), ("from_grade", "5"), ("to_grade", "9")];
    let added = gulnafisa.post("/organisations", &own).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text);
    let dana = app.visitor("dana");
    let named = dana.post("/pupils/ayan/volunteer", &[("organisation", "zhas_ulan")]).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.text);
    let training = [("trained_on", "2026-10-01"), ("minutes", "60")];
    assert_eq!(dana.post("/pupils/ayan/train", &training).await.status, StatusCode::SEE_OTHER);
    let said = [("teacher", "aigul"), ("words", WORDS)];
    assert_eq!(dana.post("/pupils/ayan/recommend", &said).await.status, StatusCode::SEE_OTHER);
    let referee = [("teacher", "serik"), ("go", "ask")];
    assert_eq!(gulnafisa.post("/volunteers/ayan/referees", &referee).await.status, StatusCode::SEE_OTHER);
    let offer = [("goal", "own"), ("own", GOAL), ("reason", "peers"), ("why", WHY)];
    let offered = dana.post("/pupils/ayan/refer", &offer).await;
    assert_eq!(offered.status, StatusCode::SEE_OTHER, "{}", offered.text);
    let serik = app.visitor("serik");
    let blocked = serik.post("/pupils/nurai/block", &[("ground", "record"), ("paper", PAPER)]).await;
    assert_eq!(blocked.status, StatusCode::SEE_OTHER, "{}", blocked.text);
}

/// The id of the first consent about a pupil.
async fn first_consent(app: &TestApp, pupil: &str) -> String {
    let mut tx = app.db.read().await.unwrap();
    let pupil = store::pupils::get(&mut tx, &pupil.into()).await.unwrap().unwrap();
    let consents = store::pupils::consents::of_pupil(&mut tx, &pupil).await.unwrap();
    consents[0].id.to_string()
}

/// Somebody brings the scan of a pupil's paper; gives what the page answers.
async fn brings(app: &TestApp, who: &str, pupil: &str, file: &[u8]) -> Answer {
    let consent = first_consent(app, pupil).await;
    let path = format!("/pupils/{pupil}/scan");
    // What a browser calls it means nothing.
    app.visitor(who).post_file(&path, &[("consent", &consent)], "../<b>.html", file).await
}

/// The same where it is taken.
async fn scanned(app: &TestApp, who: &str, pupil: &str) {
    let brought = brings(app, who, pupil, SCAN).await;
    assert_eq!(brought.status, StatusCode::SEE_OTHER, "{}", brought.text);
}

/// The id of the scan about a pupil.
async fn scan_of(app: &TestApp, pupil: &str) -> String {
    let mut tx = app.db.read().await.unwrap();
    let all = store::pupils::scans::of_school(&mut tx, &"school-12".into()).await.unwrap();
    all.into_iter().find(|scan| scan.pupil.as_str() == pupil).unwrap().id.to_string()
}

#[tokio::test]
async fn a_class_teacher_sees_the_own_class_and_no_other() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let own = app.visitor("dana").get("/pupils").await.text;
        assert!(own.contains("Сарманов") && own.contains("href=\"/pupils/ayan\""), "{own}");
        assert!(!own.contains("9Ә") && !own.contains("/duties"), "{own}");
        let all = app.visitor("gulnafisa").get("/pupils?class=9%D3%98").await.text;
        assert!(all.contains("8А") && all.contains("Төлегенов") && all.contains("/duties"), "{all}");
        assert!(!all.contains("Сарманов"), "the other class is not open: {all}");
        for who in ["aigul", "zere", "polina", "timur", "saule"] {
            let page = app.visitor(who).get("/pupils").await;
            assert!(!page.text.contains("8А") && !page.text.contains("Сарманов"), "{who}: {}", page.text);
        }
        assert_eq!(app.visitor("aigul").get("/pupils").await.status, StatusCode::NOT_FOUND);
        assert!(app.visitor("dana").get("/").await.text.contains("href=\"/pupils\""));
        assert!(!app.visitor("zere").get("/").await.text.contains("href=\"/pupils\""));
    })
    .await;
}

/// What a route about a pupil shows or changes; `true` where it changes.
fn shows(method: &Method, path: &str) -> (Data, bool) {
    match (method.as_str(), path) {
        ("GET", "/pupils/{id}") => (Data::Card, false),
        ("GET", "/pupils/{id}/paper/{lang}" | "/pupils/{id}/proofs" | "/pupils/{id}/scans/{scan}") => {
            (Data::Consents, false)
        }
        (
            "POST",
            "/pupils/{id}/consents" | "/pupils/{id}/withdraw" | "/pupils/{id}/scan" | "/pupils/{id}/signed",
        ) => (Data::Consents, true),
        (
            "POST",
            "/pupils/{id}/volunteer"
            | "/pupils/{id}/recommend"
            | "/pupils/{id}/train"
            | "/pupils/{id}/studies"
            | "/pupils/{id}/stop",
        ) => (Data::Volunteering, true),
        // The goal stands on the card.
        ("POST", "/pupils/{id}/refer" | "/pupils/{id}/answer" | "/pupils/{id}/close") => (Data::Card, true),
        ("GET", "/pupils/{id}/reason") => (Data::Reason, false),
        ("POST", "/pupils/{id}/block" | "/pupils/{id}/unblock") => (Data::Register, true),
        other => panic!("{other:?}: say which row of docs/visibility.md it is"),
    }
}

/// What the matrix says of somebody before a pupil's route.
fn is_open(actor: &Actor, teachers: &[PersonId], (data, changes): (Data, bool)) -> bool {
    let (school, specialists) = ("school-12".into(), [PersonId::from("bekzhan")]);
    let named_by_head = &specialists;
    let child =
        Child { school: &school, class_teachers: teachers, specialists: named_by_head, named_by_head };
    // Of what they see the head enters what the law names, the specialist nothing about volunteers, and the coordinator
    // refers nobody.
    let enters = |reader: &Reader| match reader {
        Reader::Head => data == Data::Register,
        Reader::Specialist => data != Data::Volunteering,
        Reader::Coordinator => data != Data::Card,
        _ => true,
    };
    // The page of reasons holds what the law names as well, and a class teacher reads there why they referred.
    let apart = |reader: Reader| {
        data == Data::Reason
            && (reader == Reader::ClassTeacher || Data::Register.seen_by(reader) == Sight::Whole)
    };
    let mut readers = child.readers(actor).filter(|reader| !changes || enters(reader));
    readers.any(|reader| data.seen_by(reader) == Sight::Whole || apart(reader))
}

/// Somebody opens an address of a pupil, or sends what it takes.
async fn called(app: &TestApp, who: &str, method: &Method, path: &str) -> StatusCode {
    if method == Method::GET {
        return app.visitor(who).bytes(path).await.0;
    }
    if path.ends_with("/signed") {
        let form = [&FORM[..], &[("go", "kk")]].concat();
        return app.visitor(who).post_file(path, &form, "a", b"").await.status;
    }
    match path.strip_suffix("/scan").and_then(|rest| rest.strip_prefix("/pupils/")) {
        Some(pupil) => brings(app, who, pupil, SCAN).await.status,
        None => app.visitor(who).post(path, &FORM).await.status,
    }
}

#[tokio::test]
async fn n08_every_route_of_a_pupil_answers_everybody_as_the_matrix_says() {
    on_both(async |db| {
        let mut app = TestApp::new(db).await;
        staged(&app).await;
        scanned(&app, "gulnafisa", "miras").await;
        let routes = web::routes();
        let mut of_pupils: Vec<_> =
            routes.list().filter(|route| route.path.starts_with("/pupils/{id}")).collect();
        // Whoever has stopped is not recommended, and what has ended is not answered: the form that ends comes last, the
        // one that begins first.
        let volunteering =
            ["/volunteer", "", "/consents", "/withdraw", "/recommend", "/train", "/studies", "/stop"];
        let referring = ["/refer", "/reason", "/answer", "/close", "/block", "/unblock"];
        let order = [&volunteering[..], &referring[..]].concat();
        let place = |path: &str| order.iter().position(|end| path == format!("/pupils/{{id}}{end}"));
        of_pupils.sort_by_key(|route| place(route.path));
        let mut asked = 0;
        for route in &of_pupils {
            for (pupil, teachers) in [("ayan", vec!["dana".into()]), ("miras", vec![])] {
                app.forget_limits();
                for who in EVERYBODY {
                    let path = route.path.replace("{id}", pupil).replace("{lang}", "kk");
                    let path = path.replace("{scan}", &scan_of(&app, pupil).await);
                    let reads = route.method == Method::GET;
                    let status = called(&app, who, &route.method, &path).await;
                    let actor = app.actor(who).await;
                    // Who looked is answered by those who lead the school, to whoever it is about.
                    let open = if route.path.ends_with("/readers") {
                        ["gulnafisa", "serik"].contains(&who)
                    } else {
                        is_open(&actor, &teachers, shows(&route.method, route.path))
                    };
                    let expected = match (open, reads) {
                        (true, true) => StatusCode::OK,
                        // What is to be signed is handed out.
                        (true, false) if path.ends_with("/signed") => StatusCode::OK,
                        (true, false) => StatusCode::SEE_OTHER,
                        (false, _) => StatusCode::NOT_FOUND,
                    };
                    // Аян has been offered another goal: whoever may offer one is told so.
                    let standing = open && path == "/pupils/ayan/refer";
                    let expected = if standing { StatusCode::UNPROCESSABLE_ENTITY } else { expected };
                    assert_eq!(status, expected, "{who}: {} {path}", route.method);
                    asked += 1;
                }
            }
        }
        assert_eq!(asked, 20 * 2 * EVERYBODY.len(), "every route of a pupil was asked for");
    })
    .await;
}

/// Where somebody reads the goal: on the card and in the list, with the reason where they read that.
fn reads_goal(who: &str) -> &'static [&'static str] {
    match who {
        "gulnafisa" | "dana" | "bekzhan" => &["/pupils/ayan", "/pupils/ayan/reason", "/referrals"],
        "serik" => &["/pupils/ayan", "/referrals"],
        _ => &[],
    }
}

#[tokio::test]
async fn n19_what_stands_about_a_pupil_is_read_by_those_who_look_after_them_alone() {
    on_sqlite(async |db| {
        let app = TestApp::new(db).await;
        walk::lively(&app).await;
        let addresses = walk::addresses(&app).await;
        for who in EVERYBODY {
            let reading = walk::read(&app.visitor(who), &addresses).await;
            let opens = ["gulnafisa", "serik", "dana", "bekzhan"].contains(&who);
            let expected: &[&str] = if opens { &["/pupils/ayan"] } else { &[] };
            assert_eq!(reading.found(WORDS), expected, "{who}");
            let expected: &[&str] = if opens { &["/pupils/ayan", "/pupils/ayan/proofs"] } else { &[] };
            assert_eq!(reading.found(MOTHER), expected, "{who}");
            let scan = format!("/pupils/ayan/scans/{}", scan_of(&app, "ayan").await);
            let expected: &[&str] = if opens { &[scan.as_str()] } else { &[] };
            assert_eq!(reading.found("Қолтаңба 8216"), expected, "{who}: the scan is in nothing else");
            assert_eq!(reading.found(GOAL), reads_goal(who), "{who}");
            let reasons: &[&str] = if opens && who != "serik" { &["/pupils/ayan/reason"] } else { &[] };
            assert_eq!(reading.found(WHY), reasons, "{who}");
            let law: &[&str] =
                if ["serik", "bekzhan"].contains(&who) { &["/pupils/nurai/reason"] } else { &[] };
            assert_eq!(reading.found(PAPER), law, "{who}");
            let about_pupils = |at: &str| at.starts_with("/pupils") || at.starts_with("/referrals");
            for (at, page) in reading.pages.iter().filter(|(at, _)| about_pupils(at)) {
                assert!(!is_label(&String::from_utf8_lossy(page)), "{who}: {at} says what a child is");
            }
            let sees = reading.found("Сарманов");
            assert!(opens || sees.is_empty(), "{who}: {sees:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_text_that_is_signed_is_read_by_everybody_and_names_its_version() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        assert!(app.visitor("dana").get("/pupils/ayan").await.text.contains("href=\"/help/consent\""));
        let page = app.stranger().get("/help/consent").await;
        assert_eq!(page.status, StatusCode::OK, "a parent has no account");
        let version = |lang: &Lang| i18n::t(*lang, "help-consent-version-text", &[]);
        assert!(Lang::ALL.iter().all(|lang| version(lang).contains(TEXT_VERSION)));
        let named = |part: Part, lang: Lang| i18n::t(lang, &format!("pupils-part-{}", part.word()), &[]);
        let all_in = |lang: &Lang| Part::ALL.iter().all(|part| page.text.contains(&named(*part, *lang)));
        assert!(Lang::ALL.iter().any(all_in), "each part has its words: {}", page.text);
    })
    .await;
}

/// What the school's list says of Аян and of Мирас.
const FIGURES: &str = "INSERT INTO pupil_figures (school_id, pupil_id, figures) VALUES \
    ('school-12', 'ayan', '{\"score:Алгебра:1\":\"87\",\"attendance\":\"64\",\"activities\":\"Құзғын 5190: шахмат\"}'), \
    ('school-12', 'miras', '{\"score:Алгебра:1\":\"52\",\"activities\":\"Құзғын 5190: домбыра\"}')";

#[tokio::test]
async fn n08_what_the_list_says_of_whoever_may_help_is_read_by_the_class_teacher_alone() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        spoil(&app.db, FIGURES).await;
        for who in EVERYBODY {
            for pupil in ["ayan", "miras"] {
                let page = app.visitor(who).get(&format!("/pupils/{pupil}")).await.text;
                let reads = who == "dana" && pupil == "ayan";
                assert_eq!(page.contains("Құзғын 5190"), reads, "{who}: {pupil}");
                assert_eq!(page.contains("87 %"), reads, "{who}: {pupil}");
                assert!(!page.contains("64 %"), "attendance is no part of it: {page}");
            }
        }
        app.visitor("dana").post("/pupils/ayan/withdraw", &[("part", "data")]).await;
        let page = app.visitor("dana").get("/pupils/ayan").await.text;
        assert!(!page.contains("Құзғын 5190"), "nothing may be kept: {page}");
    })
    .await;
}

#[tokio::test]
async fn a_part_may_start_when_both_voices_are_there_and_stops_when_one_is_taken_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let ready = i18n::t(Lang::Ru, "pupils-state-ready", &[]);
        app.speak("dana", "ru").await;
        let dana = app.visitor("dana");
        assert_eq!(dana.get("/pupils/ayan").await.text.matches(&ready).count(), 2, "participation and data");
        let told = dana.post("/pupils/ayan/consents", &FORM[4..5]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let way = told.text.contains("f-way-e");
        assert!(
            way && told.text.contains("f-place-e") && told.text.contains("f-given_on-e"),
            "{}",
            told.text
        );
        let unsigned: Vec<_> = FORM.into_iter().filter(|(name, _)| *name != "representative").collect();
        let told = dana.post("/pupils/ayan/consents", &unsigned).await;
        assert!(told.text.contains("f-representative-e") && told.text.contains("Папка 9Ә"), "{}", told.text);
        let by_state: Vec<_> = FORM
            .into_iter()
            .map(|(name, value)| (name, if name == "way" { "state_service" } else { value }))
            .collect();
        let told = dana.post("/pupils/ayan/consents", &by_state).await;
        let why = i18n::t(Lang::Ru, "pupils-refused-not-connected", &[]);
        assert!(told.status == StatusCode::UNPROCESSABLE_ENTITY && told.text.contains(&why), "{}", told.text);
        dana.post("/pupils/ayan/consents", &FORM).await;
        assert_eq!(dana.get("/pupils/ayan").await.text.matches(&ready).count(), 3);
        let done = dana.post("/pupils/ayan/withdraw", &[("part", "data")]).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/pupils/ayan"));
        assert_eq!(dana.get("/pupils/ayan").await.text.matches(&ready).count(), 0, "nothing without data");
        let nonsense = dana.post("/pupils/ayan/withdraw", &[("part", "everything")]).await;
        assert_eq!(nonsense.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn whoever_opens_a_pupils_page_stands_in_it_for_those_who_answer() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let dana = app.visitor("dana");
        for _ in 0..2 {
            dana.get("/pupils/ayan").await;
        }
        app.visitor("aigul").get("/pupils/ayan").await;
        let heading = i18n::t(Lang::Ru, "pupils-reads-text", &[]);
        for (who, answers) in [("gulnafisa", true), ("serik", true), ("bekzhan", false)] {
            app.speak(who, "ru").await;
            let page = app.visitor(who).get("/pupils/ayan").await.text;
            assert_eq!(page.contains(&heading), answers, "{who}: {page}");
            assert!(!page.contains(": Нұрбаева Айгүл"), "who did not get in did not look");
            assert_eq!(page.contains(": Сәтбаева Дана</li>"), answers, "{who}: {page}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_duty_ends_by_hand_or_with_the_school_year() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        for (who, status) in [("dana", StatusCode::NOT_FOUND), ("serik", StatusCode::OK)] {
            assert_eq!(app.visitor(who).get("/duties").await.status, status, "{who}");
        }
        let wrong = app.visitor("serik").post("/duties", &[("what", "5Б"), ("person", "aigul")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("f-what-e"), "{}", wrong.text);
        let duties = ids(&app.db, "duties").await;
        for duty in &duties {
            let end = format!("/duties/{duty}/end");
            assert_eq!(app.visitor("dana").post(&end, &[]).await.status, StatusCode::NOT_FOUND);
            assert_eq!(app.visitor("timur").post(&end, &[]).await.status, StatusCode::NOT_FOUND);
        }
        app.travel_to(date(2027, 7, 31));
        assert_eq!(app.visitor("dana").get("/pupils/ayan").await.status, StatusCode::OK);
        app.travel_to(date(2027, 8, 1));
        assert_eq!(app.visitor("dana").get("/pupils/ayan").await.status, StatusCode::NOT_FOUND);
        app.travel_to(date(2026, 10, 6));
        for duty in &duties {
            let ended = app.visitor("serik").post(&format!("/duties/{duty}/end"), &[]).await;
            assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.text);
        }
        for who in ["dana", "bekzhan"] {
            assert_eq!(app.visitor(who).get("/pupils/ayan").await.status, StatusCode::NOT_FOUND, "{who}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_volunteer_is_ready_after_two_hours_and_stops_without_a_word() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        app.speak("dana", "ru").await;
        let dana = app.visitor("dana");
        let list = dana.get("/volunteers").await.text;
        assert!(list.contains("Сарманов") && list.contains("60 мин"), "{list}");
        assert!(!list.contains("Төлегенов") && !list.contains(WORDS), "{list}");
        assert_eq!(app.visitor("aigul").get("/volunteers").await.status, StatusCode::NOT_FOUND);
        let told = dana.post("/pupils/ayan/train", &[("trained_on", "2026-10-03"), ("minutes", "500")]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("f-minutes-e"), "{}", told.text);
        dana.post("/pupils/ayan/train", &[("trained_on", "2026-10-03"), ("minutes", "60")]).await;
        let ready =
            i18n::t(Lang::Ru, "pupils-volunteer-ready", &[("minutes", 120.into()), ("most", 120.into())]);
        let page = dana.get("/pupils/ayan").await.text;
        assert!(page.contains(&ready) && page.contains(WORDS) && page.contains("«Жас ұлан»"), "{page}");
        let due = i18n::t(Lang::Ru, "pupils-studies-due", &[]);
        assert!(page.contains(&due) && dana.get("/volunteers").await.text.contains(&due), "{page}");
        let told = dana.post("/pupils/ayan/studies", &[]).await;
        assert!(told.text.contains("f-studies-e"), "{}", told.text);
        let looked = dana.post("/pupils/ayan/studies", &[("studies", "harder")]).await;
        assert_eq!(looked.status, StatusCode::SEE_OTHER, "{}", looked.text);
        let page = dana.get("/pupils/ayan").await.text;
        assert!(!page.contains(&due) && page.contains("Помогать никто не обязан"), "{page}");
        app.speak("serik", "ru").await;
        let head = app.visitor("serik").get("/pupils/ayan").await.text;
        assert!(!head.contains("Помогать никто не обязан") && !head.contains("/studies"), "n08: {head}");
        let done = dana.post("/pupils/ayan/stop", &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        let page = dana.get("/pupils/ayan").await.text;
        assert!(!page.contains(WORDS) && page.contains("/pupils/ayan/volunteer"), "{page}");
        let wrong = dana.post("/pupils/ayan/volunteer", &[("organisation", "zhas_qyran")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("f-organisation-e"), "{}", wrong.text);
    })
    .await;
}

#[tokio::test]
async fn a_goal_is_offered_answered_and_ended_and_the_reason_goes_with_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        app.speak("dana", "ru").await;
        let dana = app.visitor("dana");
        let list = dana.get("/referrals").await.text;
        assert!(list.contains("Сарманов") && list.contains(GOAL) && !list.contains(WHY), "{list}");
        assert_eq!(app.visitor("aigul").get("/referrals").await.status, StatusCode::NOT_FOUND);
        let page = dana.get("/pupils/ersin").await.text;
        assert!(page.contains("action=\"/pupils/ersin/refer\""), "{page}");
        let told = dana.post("/pupils/ersin/refer", &[("goal", "own"), ("own", " "), ("why", WHY)]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let wrong = told.text.contains("f-own-e") && told.text.contains("f-reason-e");
        assert!(wrong && told.text.contains(WHY), "{}", told.text);
        let label = [("goal", "own"), ("own", "Не быть девиантным"), ("reason", "behaviour")];
        let told = dana.post("/pupils/ersin/refer", &label).await;
        assert!(told.status == StatusCode::UNPROCESSABLE_ENTITY && told.text.contains("f-own-e"));
        let done = dana.post("/pupils/ayan/answer", &[("answer", "yes")]).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/pupils/ayan"));
        let on = i18n::day(Lang::Ru, date(2026, 10, 5));
        let yes = i18n::t(Lang::Ru, "referrals-state-accepted", &[("day", on.into())]);
        let page = dana.get("/pupils/ayan").await.text;
        assert!(page.contains(&yes) && !page.contains("name=\"answer\" value=\"yes\""), "{page}");
        assert_eq!(dana.post("/pupils/ayan/close", &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(dana.get("/pupils/ayan/reason").await.status, StatusCode::NOT_FOUND);
        let read = app.visitor("bekzhan").get("/pupils/ayan/reason").await;
        assert!(read.status == StatusCode::OK && !read.text.contains(WHY), "{}", read.text);
    })
    .await;
}

#[tokio::test]
async fn whoever_offers_a_goal_after_somebody_else_keeps_what_they_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        app.speak("bekzhan", "ru").await;
        let offer = [("goal", "friends"), ("reason", "peers"), ("why", "Үзілісте терезе алдында тұрады.")];
        let told = app.visitor("bekzhan").post("/pupils/ayan/refer", &offer).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let standing = i18n::t(Lang::Ru, "referrals-refused-standing", &[]);
        assert!(told.text.contains(&standing) && told.text.contains("терезе алдында"), "{}", told.text);
    })
    .await;
}

#[tokio::test]
async fn whom_the_law_excludes_is_not_eligible_and_nobody_else_reads_why() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let excluded = i18n::t(Lang::Ru, "referrals-not-eligible", &[]);
        for who in ["gulnafisa", "serik", "bekzhan"] {
            app.speak(who, "ru").await;
            let page = app.visitor(who).get("/pupils/nurai").await.text;
            assert!(page.contains(&excluded) && !page.contains("/pupils/nurai/refer"), "{who}: {page}");
        }
        let record = i18n::t(Lang::Ru, "referrals-ground-record", &[]);
        for (who, keeps) in [("gulnafisa", false), ("serik", true), ("bekzhan", true)] {
            let page = app.visitor(who).get("/pupils/nurai/reason").await.text;
            assert_eq!(page.contains(&record), keeps, "{who}: {page}");
        }
        let lifted = app.visitor("serik").post("/pupils/nurai/unblock", &[]).await;
        let at = (lifted.status, lifted.location.as_str());
        assert_eq!(at, (StatusCode::SEE_OTHER, "/pupils/nurai/reason"));
        assert!(!app.visitor("gulnafisa").get("/pupils/nurai").await.text.contains(&excluded));
    })
    .await;
}

/// Everything that somebody is given, by who it is.
type Given = BTreeMap<&'static str, walk::Reading>;

async fn given(app: &TestApp) -> Given {
    let addresses = walk::addresses(app).await;
    let mut readings = BTreeMap::new();
    for who in EVERYBODY {
        readings.insert(who, walk::read(&app.visitor(who), &addresses).await);
    }
    readings
}

/// Where somebody can tell two schools apart, to the last byte of every page and file.
fn differing<'a>(one: &'a Given, other: &'a Given, who: &str) -> Vec<&'a str> {
    let (one, other) = (&one[who].pages, &other[who].pages);
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{who}");
    one.iter().filter(|(at, page)| other[*at] != **page).map(|(at, _)| at.as_str()).collect()
}

#[tokio::test]
async fn n08_what_is_kept_apart_is_told_by_its_own_page_alone() {
    let mut schools = Vec::new();
    for words in ["", "UPDATE referral_reasons SET words = 'б'; UPDATE pupil_blocks SET paper = 'б'"] {
        let app = TestApp::new(Db::open("sqlite::memory:").await.unwrap()).await;
        staged(&app).await;
        if !words.is_empty() {
            spoil(&app.db, words).await;
        }
        schools.push(Box::pin(given(&app)).await);
    }
    for who in EVERYBODY {
        let expected: &[&str] = match who {
            "gulnafisa" | "dana" => &["/pupils/ayan/reason"],
            "serik" => &["/pupils/nurai/reason"],
            "bekzhan" => &["/pupils/ayan/reason", "/pupils/nurai/reason"],
            _ => &[],
        };
        assert_eq!(differing(&schools[0], &schools[1], who), expected, "{who}");
    }
}

/// What everybody is given, and the log, after Дана wrote something down about Аян.
async fn after(path: &str, form: &[(&str, &str)]) -> (Given, Vec<String>) {
    let app = TestApp::new(Db::open("sqlite::memory:").await.unwrap()).await;
    staged(&app).await;
    app.speak("dana", "ru").await;
    let done = app.visitor("dana").post(path, form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    (given(&app).await, contents(&app.db).await["audit"].clone())
}

#[tokio::test]
async fn n19_a_no_of_the_child_looks_to_everybody_else_like_an_end_by_an_adult() {
    let (no, no_log) = Box::pin(after("/pupils/ayan/answer", &[("answer", "no")])).await;
    let (end, end_log) = Box::pin(after("/pupils/ayan/close", &[])).await;
    for who in EVERYBODY {
        let expected: &[&str] = if who == "dana" { &["/pupils/ayan"] } else { &[] };
        assert_eq!(differing(&no, &end, who), expected, "{who}");
        assert_eq!(no[who].found(GOAL), expected, "{who}");
    }
    let on = i18n::day(Lang::Ru, date(2026, 10, 5));
    let said = i18n::t(Lang::Ru, "referrals-state-declined", &[("day", on.into())]);
    assert_eq!(no["dana"].found(&said), ["/pupils/ayan"], "whoever referred reads the no");
    assert_eq!(no_log, end_log);
}
