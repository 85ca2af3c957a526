//! Pairs of pupils and the journal of their meetings: who opens what, choices that meet each other, a whole class in one form.

mod cards;
mod journals;

use crate::app::{EVERYBODY, TestApp};
use crate::reports::with_slip;
use crate::walk;
use axum::http::{Method, StatusCode};
use domain::PersonId;
use domain::people::{Actor, Role};
use domain::visibility::{Child, Data, Reader, Sight};
use i18n::Lang;
use jiff::civil::date;
use store::testing::{column, contents, on_both, on_sqlite, spoil};

/// Алуа, Нұрлан and Дәулет of 5Б, Санжар of 6А, and two of 8В who help.
const PUPILS: &str = "INSERT INTO pupils (id, school_id, family, given, class, class_key, born_on) VALUES \
    ('alua', 'school-12', 'Жақсыбекова', 'Алуа', '5Б', '5Б', '2015-04-02'), \
    ('nurlan', 'school-12', 'Тұрсынов', 'Нұрлан', '5Б', '5Б', '2015-04-02'), \
    ('daulet', 'school-12', 'Сейтқали', 'Дәулет', '5Б', '5Б', '2015-04-02'), \
    ('sanzhar', 'school-12', 'Оспанов', 'Санжар', '6А', '6А', '2014-04-02'), \
    ('erzhan', 'school-12', 'Мұқанов', 'Ержан', '8В', '8В', '2012-04-02'), \
    ('aidana', 'school-12', 'Қайратова', 'Айдана', '8В', '8В', '2012-04-02')";

/// Consents, volunteers who are ready, two pairs that meet, one that is over by its last day, the week of 6А signed; Нұрлан has
/// said yes to a goal, waits and would like Айдана.
pub(crate) const GROUND: &str = "DELETE FROM lot_pupils; DELETE FROM lots; DELETE FROM peer_sessions; DELETE FROM journal_signatures; \
    DELETE FROM journal_remarks; DELETE FROM peer_voices; DELETE FROM peer_thanks; DELETE FROM peer_topics; DELETE FROM peer_closings; DELETE FROM peer_prolongations; \
    DELETE FROM peer_pairs; DELETE FROM peer_wishes; DELETE FROM peer_profiles; \
    DELETE FROM volunteers WHERE id IN ('v-erzhan', 'v-aidana'); \
    DELETE FROM referral_reasons WHERE referral_id IN ('r-nurlan', 'r-daulet'); \
    DELETE FROM referrals WHERE id IN ('r-nurlan', 'r-daulet'); \
    INSERT INTO referrals (id, school_id, pupil_id, goal, state, answered_on, referred_by, referred_at, last_day) \
    VALUES ('r-nurlan', 'school-12', 'nurlan', 'homework', 'accepted', '2026-10-01', 'gulnafisa', 0, '2027-07-31'), \
    ('r-daulet', 'school-12', 'daulet', 'friends', 'accepted', '2026-09-11', 'gulnafisa', 0, '2027-07-31'); \
    DELETE FROM pupil_consents WHERE pupil_id IN ('alua', 'nurlan', 'daulet', 'sanzhar', 'erzhan', 'aidana'); \
    INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, given_on, \
        last_day, text_version, rule_version, entered_by, entered_at) \
    SELECT pupils.id || '-' || parts.part, 'school-12', pupils.id, parts.part, 'Өкіл', 'paper', 'Папка 12', 1, \
        '2026-09-10', '2027-07-31', 't', 'r', 'gulnafisa', 0 \
    FROM pupils CROSS JOIN (SELECT 'participation' AS part UNION SELECT 'data' UNION SELECT 'off_site') AS parts \
    WHERE pupils.id IN ('alua', 'nurlan', 'daulet', 'sanzhar', 'erzhan', 'aidana'); \
    INSERT INTO volunteers (id, school_id, pupil_id, state, recommended_by, words, named_by, named_at) VALUES \
    ('v-erzhan', 'school-12', 'erzhan', 'ready', 'aigul', 'Сабырлы.', 'gulnafisa', 0), \
    ('v-aidana', 'school-12', 'aidana', 'ready', 'aigul', 'Сабырлы.', 'gulnafisa', 0); \
    INSERT INTO peer_profiles (school_id, pupil_id, subjects, languages, days) \
    VALUES ('school-12', 'nurlan', '[\"алгебра\"]', '[\"kk\"]', '[3]'); \
    INSERT INTO peer_wishes (school_id, pupil_id, other_id, wish) VALUES ('school-12', 'nurlan', 'aidana', 'with'); \
    INSERT INTO peer_pairs (id, school_id, helper_id, mentee_id, state, from_day, form, weekday, at_time, minutes, \
        place, adult_id, off_site, ends_on, over_on, confirmed_by, confirmed_at) VALUES \
    ('peer-1', 'school-12', 'erzhan', 'alua', 'agreed', '2026-10-12', 'elective', 3, '16:00:00', 45, 'Кітапхана', \
        'bekzhan', 0, '2027-05-26', NULL, 'gulnafisa', 0), \
    ('peer-2', 'school-12', 'aidana', 'sanzhar', 'agreed', '2026-10-12', 'walk', 4, '16:00:00', 60, 'Аула', \
        'bekzhan', 0, '2027-05-26', NULL, 'gulnafisa', 0), \
    ('peer-3', 'school-12', 'erzhan', 'daulet', 'ended', '2026-09-14', 'elective', 3, '16:00:00', 45, 'Кітапхана', \
        'bekzhan', 0, '2026-10-01', '2026-10-01', 'gulnafisa', 0); \
    INSERT INTO peer_sessions (school_id, pair_id, week, class_key, mark, minutes, marked_by, marked_at) \
    VALUES ('school-12', 'peer-2', '2026-11-02', '6А', 'met', 60, 'gulnafisa', 0); \
    INSERT INTO journal_signatures (school_id, class_key, week, signed_by, signed_at) \
    VALUES ('school-12', '6А', '2026-11-02', 'gulnafisa', 0)";

const WEEK: &str = "/journals/2026-11-02";
const MARKS: &str = "/journals/2026-11-02/marks";

/// Two pairs that meet, one that is over, one child waits.
pub(crate) async fn staged(app: &TestApp) {
    spoil(&app.db, PUPILS).await;
    spoil(&app.db, GROUND).await;
}

/// The same, and the next meeting of the first pair has its card.
pub(crate) async fn carded(app: &TestApp) {
    staged(app).await;
    let filled = app.visitor("gulnafisa").post("/peers/peer-1/card", &[("starter", "explain")]).await;
    assert_eq!(filled.status, StatusCode::SEE_OTHER, "{}", filled.text);
}

/// The same on 3 November, and Дана looks after 5Б.
async fn with_dana(app: &TestApp) {
    staged(app).await;
    let given = app.visitor("gulnafisa").post("/duties", &[("what", "5Б"), ("person", "dana")]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text);
    app.travel_to(date(2026, 11, 3));
}

#[tokio::test]
async fn n08_a_class_teacher_sees_the_pairs_of_the_own_class_and_everybody_else_none() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let dana = app.visitor("dana");
        let own = dana.get("/peers").await.text;
        assert!(own.contains("Жақсыбекова") && own.contains("/peers/of/nurlan"), "{own}");
        assert!(!own.contains("Оспанов"), "another class: {own}");
        for closed in ["/peers/peer-2", "/peers/of/sanzhar", "/peers/of/erzhan"] {
            assert_eq!(dana.get(closed).await.status, StatusCode::NOT_FOUND, "{closed}");
        }
        for page in
            ["/peers", "/peers/peer-1", "/peers/of/nurlan", "/journals", WEEK, "/volunteers", "/pupils/alua"]
        {
            let text = dana.get(page).await.text;
            assert!(text.contains("tel:111") && text.contains("href=\"/help/talk\""), "{page}: {text}");
        }
        let week = dana.get(WEEK).await.text;
        assert!(week.contains("mark-peer-1") && !week.contains("peer-2"), "{week}");
        for who in ["aigul", "zere", "polina", "timur", "saule", "serik"] {
            let visitor = app.visitor(who);
            for path in ["/peers/peer-1", "/peers/of/alua"] {
                assert_ne!(visitor.get(path).await.status, StatusCode::OK, "{who}: {path}");
            }
            let page = visitor.get(WEEK).await;
            assert!(!page.text.contains("Жақсыбекова"), "{who}: {}", page.text);
            let sent = visitor.post(MARKS, &[("mark-peer-1", "met"), ("go", "save")]).await;
            assert!(!sent.text.contains("Жақсыбекова"), "{who}: {}", sent.text);
        }
        assert_eq!(column(&app.db, "peer_sessions", "pair_id").await, ["peer-2"], "nobody else writes");
    })
    .await;
}

/// To whom a route about pairs opens.
#[derive(Clone, Copy)]
enum Opens {
    /// Whoever makes pairs for the pupil, or for the one of a pair who is helped.
    Makes,
    /// Whoever makes pairs for one of the two.
    MakesForEither,
    /// Whoever sees this about one of the two whole.
    Sees(Data),
    /// The coordinator alone.
    Coordinates,
    /// A week, in which everybody finds what they keep, and may find nothing.
    Week,
}

fn opens(path: &str) -> Opens {
    match path {
        "/peers/of/{pupil}"
        | "/peers/of/{pupil}/profile"
        | "/peers/of/{pupil}/pause"
        | "/peers/of/{pupil}/confirm"
        | "/peers/{id}/agree"
        | "/peers/{id}/paper/{lang}"
        | "/peers/{id}/card"
        | "/peers/{id}/card/{lang}"
        | "/peers/{id}/voice"
        | "/peers/{id}/hand"
        | "/peers/{id}/device"
        | "/peers/{id}/prolong"
        | "/peers/{id}/talk"
        | "/peers/{id}/end"
        | "/volunteers/{pupil}/application"
        | "/volunteers/{pupil}/application/{lang}" => Opens::Makes,
        "/peers/{id}/thanks" => Opens::MakesForEither,
        "/peers/{id}/note/{whose}/{lang}" | "/peers/order/{lang}" => Opens::Coordinates,
        "/peers/{id}" => Opens::Sees(Data::Sessions),
        "/volunteers/{pupil}/referees" => Opens::Sees(Data::References),
        "/volunteers/{pupil}/hours/{lang}" | "/volunteers/{pupil}/thanks/{lang}" => {
            Opens::Sees(Data::Volunteering)
        }
        "/journals/{week}"
        | "/journals/{week}/marks"
        | "/journals/{week}/reopen"
        | "/journals/{week}/paper/{lang}"
        | "/journals/{week}/table/{form}" => Opens::Week,
        other => panic!("{other}: say which row of docs/visibility.md it is"),
    }
}

/// The classes of those whom an address is about: of a pair, of whoever is helped first.
fn classes(address: &str) -> Vec<&'static str> {
    let of = |name: &str| match name {
        "alua" | "nurlan" | "daulet" => vec!["5Б"],
        "sanzhar" => vec!["6А"],
        "erzhan" | "aidana" => vec!["8В"],
        "peer-1" | "peer-3" => vec!["5Б", "8В"],
        "peer-2" => vec!["6А", "8В"],
        _ => vec![],
    };
    address.split('/').flat_map(of).collect()
}

/// As what somebody looks at a pupil of a class: Дана teaches 5Б, the head has named Бекжан psychologist.
fn readers(actor: &Actor, class: &str) -> Vec<Reader> {
    let (school, specialists) = ("school-12".into(), [PersonId::from("bekzhan")]);
    let teachers = if class == "5Б" { vec![PersonId::from("dana")] } else { vec![] };
    let named_by_head = &specialists;
    let child =
        Child { school: &school, class_teachers: &teachers, specialists: named_by_head, named_by_head };
    child.readers(actor).collect()
}

/// What the matrix says of somebody before an address.
fn is_open(actor: &Actor, rule: Opens, address: &str) -> bool {
    let classes = classes(address);
    let makes = |class: &&str| {
        let keeps = |reader| matches!(reader, Reader::ClassTeacher | Reader::Coordinator);
        readers(actor, class).into_iter().any(keeps)
    };
    let sees = |class: &&str, data: Data| {
        readers(actor, class).into_iter().any(|reader| data.seen_by(reader) == Sight::Whole)
    };
    match rule {
        Opens::Makes => classes.first().is_some_and(makes),
        Opens::MakesForEither => classes.iter().any(makes),
        Opens::Sees(data) => classes.iter().any(|class| sees(class, data)),
        Opens::Coordinates => actor.is(Role::Coordinator),
        // Who makes pairs for any child of the school.
        Opens::Week => ["5Б", "6А"].iter().any(makes),
    }
}

#[tokio::test]
async fn n08_every_route_of_a_pair_is_shut_to_those_to_whom_the_matrix_does_not_open_it() {
    on_both(async |db| {
        let mut app = TestApp::new(db).await;
        with_dana(&app).await;
        let named = [("what", "specialist"), ("person", "bekzhan")];
        assert_eq!(app.visitor("serik").post("/duties", &named).await.status, StatusCode::SEE_OTHER);
        let children = ["Жақсыбекова", "Тұрсынов", "Сейтқали", "Оспанов", "Мұқанов", "Қайратова"];
        let before = contents(&app.db).await;
        for method in [Method::GET, Method::POST] {
            let mut doors = walk::addresses_of(&app, &method).await;
            let about_pairs = ["/peers/", "/volunteers/", "/journals/"];
            doors.retain(|(route, _)| about_pairs.iter().any(|place| route.starts_with(place)));
            for (route, address) in
                doors.iter().flat_map(|(route, filled)| filled.iter().map(move |one| (*route, one)))
            {
                app.forget_limits();
                for who in EVERYBODY {
                    let open = is_open(&app.actor(who).await, opens(route), address);
                    let always = matches!(route, "/peers/{id}" | "/peers/of/{pupil}");
                    if open && (method == Method::POST || !always) {
                        // What it does where something stands in the way is told by tests of its own.
                        continue;
                    }
                    let answer = app.visitor(who).call(&method, address).await;
                    let told = children.iter().any(|name| answer.text.contains(name));
                    if open {
                        assert_eq!(answer.status, StatusCode::OK, "{who}: {address}");
                    } else if method == Method::GET && !matches!(opens(route), Opens::Week) {
                        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who}: {method} {address}");
                    } else {
                        let reads = is_open(&app.actor(who).await, opens("/peers/{id}"), address);
                        assert!(!told || reads, "{who}: {method} {address}: {}", answer.text);
                    }
                }
            }
        }
        let after = contents(&app.db).await;
        let about_pairs = |table: &&String| table.starts_with("peer_") || table.starts_with("journal_");
        for table in before.keys().filter(about_pairs) {
            assert_eq!(after[table], before[table], "{table}: somebody was heard to whom it does not open");
        }
    })
    .await;
}

#[tokio::test]
async fn a_note_about_either_of_a_pair_stands_on_its_page_for_the_coordinator() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let page = app.visitor("gulnafisa").get("/peers/peer-1").await.text;
        for (whose, lang) in [("mentee", "kk"), ("mentee", "ru"), ("helper", "kk"), ("helper", "ru")] {
            let address = format!("/peers/peer-1/note/{whose}/{lang}");
            assert!(page.contains(&format!("href=\"{address}\"")), "{address}: {page}");
            let (status, pdf) = app.visitor("gulnafisa").bytes(&address).await;
            assert!(status == StatusCode::OK && pdf.starts_with(b"%PDF"), "{address}: {status}");
        }
        let nobody = app.visitor("gulnafisa").get("/peers/peer-1/note/both/kk").await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
        let own = app.visitor("dana").get("/peers/peer-1").await;
        assert!(own.status == StatusCode::OK && !own.text.contains("/note/"), "{}", own.text);
    })
    .await;
}

/// Words about pairs that meet and about one that is over, each equally nobody else's.
const PLANTED: &str = "UPDATE peer_pairs SET reason = 'Кептер 5518: екеуі көрші' WHERE id = 'peer-1'; \
    INSERT INTO peer_voices (school_id, pair_id, day, did, noted_by, noted_at) \
    VALUES ('school-12', 'peer-1', '2026-10-20', 'Дуадақ 2291: шахмат', 'gulnafisa', 0); \
    INSERT INTO peer_thanks (school_id, pair_id, note, noted_by, noted_at) \
    VALUES ('school-12', 'peer-1', 'Безгелдек 7703: рақмет', 'gulnafisa', 0); \
    INSERT INTO peer_closings (school_id, pair_id, mentee_takes, noted_by, noted_at) \
    VALUES ('school-12', 'peer-3', 'Тоқылдақ 3160: бөлшек', 'gulnafisa', 0); \
    INSERT INTO peer_prolongations (school_id, pair_id, ends_on, reason, decided_by, decided_at) \
    VALUES ('school-12', 'peer-3', '2026-10-01', 'Жапалақ 9924: екеуі де сұрады', 'gulnafisa', 0); \
    UPDATE peer_topics SET topic = 'Көкек 1386: бөлшек' WHERE pair_id = 'peer-1' AND week = '2026-11-02'; \
    INSERT INTO journal_remarks (school_id, class_key, week, remark) \
    VALUES ('school-12', '5Б', '2026-11-02', 'Сарыала 4075: кеш келді'); \
    UPDATE peer_profiles SET subjects = '[\"Шүрегей 8843\"]' WHERE pupil_id = 'nurlan'";

#[tokio::test]
async fn n08_words_about_a_pair_stand_on_its_own_pages_with_whoever_makes_pairs_and_in_nothing_else() {
    on_sqlite(async |db| {
        let mut app = TestApp::new(db).await;
        walk::lively(&app).await;
        spoil(&app.db, PLANTED).await;
        let addresses = walk::addresses(&app).await;
        for who in EVERYBODY {
            app.forget_limits();
            let reading = walk::read(&app.visitor(who), &addresses).await;
            for (words, places) in [
                ("Кептер 5518", vec!["/peers/peer-1"]),
                ("Дуадақ 2291", vec!["/peers/peer-1"]),
                ("Безгелдек 7703", vec!["/peers/peer-1"]),
                ("Тоқылдақ 3160", vec!["/peers/peer-3"]),
                ("Жапалақ 9924", vec!["/peers/peer-3"]),
                ("Көкек 1386", vec!["/journals/2026-11-02", "/peers/peer-1/card"]),
                ("Сарыала 4075", vec!["/journals/2026-11-02"]),
                ("Шүрегей 8843", vec!["/peers/of/nurlan"]),
            ] {
                // No class teacher is named for these classes: the coordinator alone makes their pairs.
                let expected = if who == "gulnafisa" { places } else { vec![] };
                assert_eq!(reading.found(words), expected, "{who}: {words}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_two_write_down_at_once_is_shown_and_nothing_that_was_typed_is_lost() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        app.speak("gulnafisa", "ru").await;
        let (dana, gulnafisa) = (app.visitor("dana"), app.visitor("gulnafisa"));
        let (page, form) = ("/peers/of/nurlan", "/peers/of/nurlan/profile");
        for who in [&dana, &gulnafisa] {
            let seen = who.get(page).await.text;
            assert!(seen.contains("name=\"version\" value=\"0\""), "{seen}");
        }
        let of_dana = [("version", "0"), ("subjects", "химия"), ("language", "kk"), ("day", "3")];
        for _ in 0..2 {
            assert_eq!(dana.post(form, &of_dana).await.status, StatusCode::SEE_OTHER, "sent twice");
        }
        let late = [("version", "0"), ("subjects", "биология"), ("language", "kk"), ("day", "4")];
        let told = gulnafisa.post(form, &late).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text);
        let stands = i18n::t(Lang::Ru, "forms-now-stands", &[("value", "химия".into())]);
        assert!(told.text.contains(&stands), "{}", told.text);
        assert!(told.text.contains("href=\"#f-day\"") && !told.text.contains("href=\"#f-language\""));
        assert!(told.text.contains("value=\"биология\""), "typed and lost: {}", told.text);
        assert!(told.text.contains("name=\"version\" value=\"1\""), "sent again, it is taken");
        assert_eq!(column(&app.db, "peer_profiles", "subjects").await, ["[\"химия\"]"]);
        let again = [("version", "1"), ("subjects", "химия, биология"), ("language", "kk"), ("day", "3")];
        assert_eq!(gulnafisa.post(form, &again).await.status, StatusCode::SEE_OTHER);
        assert_eq!(column(&app.db, "peer_profiles", "subjects").await, ["[\"химия\",\"биология\"]"]);
    })
    .await;
}

#[tokio::test]
async fn an_adult_decides_two_children_say_yes_and_a_walk_outside_needs_an_adult() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let dana = app.visitor("dana");
        let page = dana.get("/peers/of/nurlan").await.text;
        assert!(page.contains("Қайратова") && page.contains("value=\"aidana\" checked"), "{page}");
        let other = dana.post("/peers/of/nurlan/confirm", &[("helper", "erzhan")]).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "another than proposed needs a reason");
        assert!(other.text.contains("href=\"#f-reason\""), "{}", other.text);
        let decided = dana.post("/peers/of/nurlan/confirm", &[("helper", "aidana")]).await;
        assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text);
        let agree = format!("{}/agree", decided.location);
        let walk = [
            ("helper_yes", "yes"),
            ("mentee_yes", "yes"),
            ("form", "walk"),
            ("weekday", "3"),
            ("at", "17:00"),
            ("minutes", "45"),
            ("place", "Саябақ"),
            ("off_site", "yes"),
        ];
        let alone = dana.post(&agree, &walk).await;
        assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY, "no adult: {}", alone.text);
        let with_adult: Vec<_> = walk.into_iter().chain([("adult", "bekzhan")]).collect();
        let one_yes = dana.post(&agree, &with_adult[1..]).await;
        assert_eq!(
            one_yes.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "one child was not asked: {}",
            one_yes.text
        );
        let busy: Vec<_> = with_adult
            .iter()
            .map(|(name, value)| (*name, if *name == "at" { "16:30" } else { *value }))
            .collect();
        let elsewhere = dana.post(&agree, &busy).await;
        assert_eq!(
            elsewhere.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "Бекжан is in the library until 16:45"
        );
        assert!(elsewhere.text.contains("href=\"#f-at\""), "{}", elsewhere.text);
        let agreed = dana.post(&agree, &with_adult).await;
        assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.text);
        let page = dana.get(&agreed.location).await.text;
        assert!(page.contains("Саябақ") && page.contains("<option value=\"bekzhan\""), "{page}");
        spoil(&app.db, "UPDATE people SET left_on = '2026-11-02' WHERE id = 'bekzhan'").await;
        let page = dana.get(&agreed.location).await.text;
        assert!(
            page.contains(&i18n::t(i18n::Lang::Ru, "peers-adult-gone", &[])),
            "nobody is on duty: {page}"
        );
        assert!(!page.contains("<option value=\"bekzhan\""), "{page}");
    })
    .await;
}

#[tokio::test]
async fn while_somebody_is_paused_nobody_is_asked_and_whoever_paused_it_takes_it_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let (dana, gulnafisa) = (app.visitor("dana"), app.visitor("gulnafisa"));
        let form = "/peers/of/alua/pause";
        assert!(dana.get("/peers/of/alua").await.text.contains(form));
        for _ in 0..2 {
            let paused = gulnafisa.post(form, &[("go", "on")]).await;
            assert_eq!(paused.status, StatusCode::SEE_OTHER, "{}", paused.text);
        }
        let page = dana.get("/peers/of/alua").await.text;
        assert!(!page.contains(form) && !page.contains("Гүлнафиса"), "who paused it is not said: {page}");
        assert!(!dana.get(WEEK).await.text.contains("f-mark-peer-1"), "no mark is asked");
        assert!(!dana.get("/peers/peer-1").await.text.contains("/peers/peer-1/agree"));
        assert!(gulnafisa.get("/peers/of/alua").await.text.contains(form), "her own");
        gulnafisa.post(form, &[("go", "over")]).await;
        assert!(dana.get(WEEK).await.text.contains("f-mark-peer-1"));
        let aigul = app.visitor("aigul").post(form, &[]).await;
        assert_eq!(aigul.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn n08_what_both_say_of_a_pair_is_read_by_those_who_make_it_and_by_nobody_else() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let given = app.visitor("gulnafisa").post("/duties", &[("what", "8В"), ("person", "zere")]).await;
        assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text);
        let dana = app.visitor("dana");
        let faces = [("heard_on", "2026-11-03"), ("face-meetings", "glad"), ("face-listens", "sad")];
        for _ in 0..2 {
            let noted = dana.post("/peers/peer-1/voice", &faces).await;
            assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.text);
        }
        let words = [("heard_on", "2026-11-03"), ("did", "Шахмат үйрендік")];
        assert_eq!(dana.post("/peers/peer-1/voice", &words).await.status, StatusCode::SEE_OTHER);
        assert_eq!(column(&app.db, "peer_voices", "listens").await, ["sad"], "words take no face back");
        let own = dana.get("/peers/peer-1").await.text;
        assert!(own.contains("Шахмат үйрендік") && own.contains("href=\"/concerns/new\""), "{own}");
        let other = app.visitor("zere").get("/peers/peer-1").await;
        assert_eq!(other.status, StatusCode::OK, "whoever looks after the one who helps: {}", other.text);
        assert!(!other.text.contains("Шахмат үйрендік") && !other.text.contains("/voice"), "{}", other.text);
        for who in ["zere", "aigul", "timur"] {
            let sent = app.visitor(who).post("/peers/peer-1/voice", &words).await;
            assert_ne!(sent.status, StatusCode::SEE_OTHER, "{who}: {}", sent.text);
        }
        let silent = dana.post("/peers/peer-1/voice", &[("heard_on", "2026-11-03")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(silent.text.contains("href=\"#f-did\""), "{}", silent.text);
    })
    .await;
}

#[tokio::test]
async fn n08_the_device_in_a_childs_hand_draws_no_answer_and_no_other_page() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let dana = app.visitor("dana");
        let pair = dana.get("/peers/peer-1").await.text;
        assert!(pair.contains("action=\"/peers/peer-1/hand\"") && !pair.contains("/device"), "{pair}");
        let words = [("whose", "helper"), ("act", "done"), ("did", "Шахмат үйрендік")];
        let done = dana.post("/peers/peer-1/device", &words).await;
        assert_eq!(
            (done.status, done.location.as_str()),
            (StatusCode::SEE_OTHER, "/peers/peer-1/device?whose=over")
        );
        let faces = [("whose", "mentee"), ("act", "done"), ("face-meetings", "sad"), ("did", "бөтен")];
        assert_eq!(dana.post("/peers/peer-1/device", &faces).await.status, StatusCode::SEE_OTHER);
        let skipped = [("whose", "mentee"), ("act", "skip"), ("face-meetings", "glad")];
        assert_eq!(dana.post("/peers/peer-1/device", &skipped).await.status, StatusCode::SEE_OTHER);
        assert_eq!(column(&app.db, "peer_voices", "did").await, ["Шахмат үйрендік"]);
        assert_eq!(column(&app.db, "peer_voices", "meetings").await, ["sad"], "skipped is not said");
        for whose in ["helper", "mentee", "over"] {
            let page = dana.get(&format!("/peers/peer-1/device?whose={whose}")).await.text;
            assert!(!page.contains("Шахмат") && !page.contains("\"sad\" checked"), "{whose}: {page}");
            let talk = format!("href=\"/help/talk?back=%2Fpeers%2Fpeer-1%2Fdevice%3Fwhose%3D{whose}\"");
            assert!(page.contains(&talk), "{whose}: {page}");
            let led: Vec<&str> = page
                .split("<a ")
                .skip(1)
                .filter_map(|tag| tag.split("href=\"").nth(1)?.split('"').next())
                .collect();
            let away = led
                .iter()
                .filter(|to| to.starts_with('/') && !to.starts_with("/help/talk?") && **to != "/handed");
            assert_eq!(away.count(), 0, "{whose}: {led:?}");
            assert_eq!(led.contains(&"/handed"), whose == "over", "{whose}: {led:?}");
            assert!(!page.contains("/sign-out") && !page.contains("Дана"), "nothing of the adult: {page}");
        }
        let talk = dana.get("/help/talk?back=%2Fpeers%2Fpeer-1%2Fdevice%3Fwhose%3Dhelper").await.text;
        assert!(talk.contains("href=\"/peers/peer-1/device?whose=helper\""), "{talk}");
        assert!(!talk.contains("href=\"/\"") && !talk.contains("href=\"/pupils\""), "{talk}");
        // Of Wednesday, 28 October.
        let denied = [("whose", "mentee"), ("act", "done"), ("met", "no")];
        assert_eq!(dana.post("/peers/peer-1/device", &denied).await.status, StatusCode::SEE_OTHER);
        assert_eq!(column(&app.db, "peer_voices", "took_week").await, ["2026-10-26"]);
        let helper = dana.get("/peers/peer-1/device?whose=helper").await.text;
        assert!(helper.contains("name=\"met\"") && !helper.contains("\"no\" checked"), "{helper}");
        assert!(
            !helper.contains("Жақсыбекова") && !helper.contains("face-"),
            "nothing of the other: {helper}"
        );
        for who in ["aigul", "zere", "timur"] {
            let visitor = app.visitor(who);
            for whose in ["helper", "over"] {
                let page = visitor.get(&format!("/peers/peer-1/device?whose={whose}")).await;
                assert_ne!(page.status, StatusCode::OK, "{who}: {}", page.text);
            }
            assert_ne!(visitor.post("/peers/peer-1/device", &words).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(dana.get("/peers/peer-3/device").await.status, StatusCode::NOT_FOUND, "it is over");
    })
    .await;
}

/// The codes of two slips.
const SLIP: &str = "K7QM-2WXD-9HTS";
const OWN_SLIP: &str = "K7QM-2WXD-9HTT";

#[tokio::test]
async fn n08_a_device_that_was_handed_opens_the_childs_page_alone_until_the_adult_proves_who_they_are() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        app.speak("dana", "ru").await;
        let (dana, child) = (app.visitor("dana"), "/peers/peer-1/device?whose=mentee");
        let nobody = dana.post("/peers/peer-1/hand", &[]).await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND, "to one of the two");
        assert_eq!(dana.get("/handed").await.location, "/", "nobody has the device");
        let whom = [("whose", "mentee")];
        let without = dana.post("/peers/peer-1/hand", &whom).await;
        assert_eq!(without.location, "/profile/password", "she could not take it back");
        with_slip(&app, "dana", OWN_SLIP).await;
        spoil(&app.db, "UPDATE accounts SET password_hash = 'x' WHERE person_id = 'dana'").await;
        let handed = dana.post("/peers/peer-1/hand", &whom).await;
        assert_eq!((handed.status, handed.location.as_str()), (StatusCode::SEE_OTHER, child));
        let faces = dana.get(child).await;
        assert_eq!(faces.status, StatusCode::OK);
        for (icon, word) in [("mood-smile", "glad"), ("mood-empty", "even"), ("mood-sad", "sad")] {
            let words = i18n::t(Lang::Ru, &format!("peers-face-{word}"), &[]);
            let drawn = format!("#{icon}\"/></svg>{words}</span>");
            assert!(faces.text.contains(&drawn), "a face with its word: {}", faces.text);
        }
        for shut in ["/", "/peers", "/peers/peer-1", "/peers/peer-1/paper/kk", "/profile", "/pupils/alua"] {
            let page = dana.get(shut).await;
            assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/handed"), "{shut}");
        }
        let words = [("heard_on", "2026-11-03"), ("face-meetings", "sad")];
        assert_eq!(dana.post("/peers/peer-1/voice", &words).await.location, "/handed", "nor does a form");
        assert!(column(&app.db, "peer_voices", "day").await.is_empty());
        let talk = dana.get("/help/talk").await;
        assert_eq!(talk.status, StatusCode::OK, "the way to an adult stays open");
        assert!(!talk.text.contains("href=\"/peers\"") && !talk.text.contains("Дана"), "{}", talk.text);
        let asks = dana.get("/handed").await.text;
        assert!(asks.contains(&format!("href=\"{child}\"")) && !asks.contains("Дана"), "{asks}");
        let wrong = dana.post("/handed", &[("secret", "басқа-құпия")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(dana.get("/peers/peer-1").await.location, "/handed", "a guess opens nothing");
        with_slip(&app, "gulnafisa", SLIP).await;
        let others = dana.post("/handed", &[("secret", SLIP)]).await;
        assert_eq!(others.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody else's slip");
        let back = dana.post("/handed", &[("secret", OWN_SLIP)]).await;
        assert_eq!((back.status, back.location.as_str()), (StatusCode::SEE_OTHER, "/peers/peer-1"));
        assert_eq!(dana.get("/peers/peer-1").await.status, StatusCode::OK);
        let log = column(&app.db, "audit", "what").await;
        let told = |what: &str| log.iter().filter(|line| *line == what).count();
        assert_eq!((told("account-device-handed"), told("account-device-back")), (1, 1));
    })
    .await;
}

const THANKS: &str = "/peers/peer-1/thanks";

#[tokio::test]
async fn n08_thanks_are_read_once_opened_and_shown_once_whoever_helps_allows_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let given = app.visitor("gulnafisa").post("/duties", &[("what", "8В"), ("person", "zere")]).await;
        assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text);
        let (dana, zere) = (app.visitor("dana"), app.visitor("zere"));
        for _ in 0..2 {
            let written = dana.post(THANKS, &[("note", "Рақмет, математиканы түсіндім")]).await;
            assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text);
        }
        let empty = [("note", ""), ("was-note", "")];
        let late = app.visitor("gulnafisa").post(THANKS, &empty).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "an older page takes nothing away");
        assert!(late.text.contains("href=\"#f-note\"") && late.text.contains("түсіндім"), "{}", late.text);
        let waits = zere.get("/peers/peer-1").await.text;
        assert!(waits.contains("value=\"open\"") && !waits.contains("түсіндім"), "unread: {waits}");
        assert_eq!(zere.post(THANKS, &[("act", "show")]).await.status, StatusCode::NOT_FOUND, "not opened");
        for act in ["open", "show"] {
            assert_eq!(dana.post(THANKS, &[("act", act)]).await.status, StatusCode::NOT_FOUND, "{act}");
        }
        assert_eq!(zere.post(THANKS, &[("note", "бөтен")]).await.status, StatusCode::NOT_FOUND, "not hers");
        for _ in 0..2 {
            assert_eq!(zere.post(THANKS, &[("act", "open")]).await.status, StatusCode::SEE_OTHER);
        }
        assert!(zere.get("/peers/peer-1").await.text.contains("түсіндім"));
        assert!(!zere.get("/pupils/erzhan").await.text.contains("түсіндім"), "nobody has allowed it");
        assert_eq!(
            dana.post(THANKS, &[("note", "Басқа")]).await.status,
            StatusCode::NOT_FOUND,
            "it was read"
        );
        assert_eq!(zere.post(THANKS, &[("act", "show")]).await.status, StatusCode::SEE_OTHER);
        let shown = zere.get("/pupils/erzhan").await.text;
        assert!(shown.contains("түсіндім") && !shown.contains("Жақсыбекова"), "without a name: {shown}");
        for who in ["aigul", "timur"] {
            assert_ne!(app.visitor(who).post(THANKS, &[("act", "hide")]).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(zere.post(THANKS, &[("act", "hide")]).await.status, StatusCode::SEE_OTHER);
        assert!(!zere.get("/pupils/erzhan").await.text.contains("түсіндім"));
        app.visitor("gulnafisa").post("/pupils/alua/withdraw", &[("part", "data")]).await;
        assert!(column(&app.db, "peer_thanks", "note").await.is_empty(), "nothing of hers is kept");
    })
    .await;
}

#[tokio::test]
async fn a_pair_that_is_over_by_its_last_day_is_prolonged_with_a_reason_and_both_words() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let dana = app.visitor("dana");
        let page = dana.get("/peers/peer-3").await.text;
        assert!(page.contains("/peers/peer-3/prolong") && page.contains("value=\"2027-05-25\""), "{page}");
        assert!(!dana.get("/peers/peer-1").await.text.contains("/prolong"), "that one ends in May");
        let whole = [
            ("helper_again", "yes"),
            ("mentee_again", "yes"),
            ("last_day", "2027-05-25"),
            ("reason", "Екеуі де сұрады"),
        ];
        let prolong = async |form: &[(&str, &str)]| dana.post("/peers/peer-3/prolong", form).await;
        for (missing, field) in [(0, "helper_again"), (1, "helper_again"), (2, "last_day"), (3, "reason")] {
            let mut form = whole.to_vec();
            form.remove(missing);
            let answer = prolong(&form).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(answer.text.contains(&format!("href=\"#f-{field}\"")), "{field}: {}", answer.text);
        }
        let mut beyond = whole.to_vec();
        beyond[2].1 = "2027-09-30";
        let beyond = prolong(&beyond).await;
        assert!(beyond.text.contains("href=\"#f-last_day\""), "no consent lasts so long: {}", beyond.text);
        for _ in 0..2 {
            let prolonged = prolong(&whole).await;
            assert_eq!(prolonged.status, StatusCode::SEE_OTHER, "{}", prolonged.text);
        }
        let page = dana.get("/peers/peer-3").await.text;
        assert!(page.contains("Екеуі де сұрады") && !page.contains("/peers/peer-3/prolong"), "{page}");
        assert!(dana.get(WEEK).await.text.contains("f-mark-peer-3"), "they meet again");
    })
    .await;
}

#[tokio::test]
async fn what_somebody_else_wrote_of_a_closing_talk_meanwhile_is_said_and_stays() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let talk = "/peers/peer-3/talk";
        let blank = [("was-helper_takes", ""), ("was-mentee_takes", ""), ("was-goes_on", "")];
        let said = |words| [("helper_takes", words), ("mentee_takes", ""), ("goes_on", "club")];
        let form = |words| said(words).into_iter().chain(blank).collect::<Vec<_>>();
        let dana = app.visitor("dana");
        assert_eq!(dana.post(talk, &form("Дос таптым")).await.status, StatusCode::SEE_OTHER);
        let late = app.visitor("gulnafisa").post(talk, &form("Сабыр")).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", late.text);
        assert!(
            late.text.contains("href=\"#f-helper_takes\"") && late.text.contains("Сабыр"),
            "{}",
            late.text
        );
        assert!(
            late.text.contains("name=\"was-helper_takes\" value=\"Дос таптым\""),
            "read now: {}",
            late.text
        );
        assert_eq!(column(&app.db, "peer_closings", "helper_takes").await, ["Дос таптым"]);
    })
    .await;
}

#[tokio::test]
async fn a_pair_that_ends_soon_stands_at_home_with_whoever_keeps_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let dana = app.visitor("dana");
        let link = "href=\"/peers/peer-1\"";
        assert!(!dana.get("/").await.text.contains(link), "it goes on until May");
        spoil(&app.db, "UPDATE peer_pairs SET ends_on = '2026-11-10' WHERE id <> 'peer-3'").await;
        let home = dana.get("/").await.text;
        assert!(home.contains(link) && home.contains("Жақсыбекова"), "{home}");
        let home = app.visitor("gulnafisa").get("/").await.text;
        assert!(home.contains("href=\"/peers\"") && !home.contains("Жақсыбекова"), "two are counted: {home}");
        let home = app.visitor("aigul").get("/").await.text;
        assert!(!home.contains(link) && !home.contains("Жақсыбекова"), "{home}");
    })
    .await;
}

#[tokio::test]
async fn n08_reason_and_closing_talk_are_read_by_those_who_make_pairs_for_the_child_and_by_nobody_else() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let given = app.visitor("gulnafisa").post("/duties", &[("what", "8В"), ("person", "zere")]).await;
        assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text);
        let dana = app.visitor("dana");
        let talk = [("helper_takes", "Сабыр"), ("mentee_takes", "Бөлшек"), ("goes_on", "club")];
        for _ in 0..2 {
            let written = dana.post("/peers/peer-3/talk", &talk).await;
            assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text);
        }
        let silent = dana.post("/peers/peer-3/talk", &[("helper_takes", "")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", silent.text);
        let prolonged = [
            ("helper_again", "yes"),
            ("mentee_again", "yes"),
            ("last_day", "2027-05-25"),
            ("reason", "Екеуі де сұрады"),
        ];
        let answer = dana.post("/peers/peer-3/prolong", &prolonged).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let own = dana.get("/peers/peer-3").await.text;
        assert!(own.contains("Бөлшек") && own.contains("Екеуі де сұрады"), "{own}");
        let other = app.visitor("zere").get("/peers/peer-3").await;
        assert_eq!(other.status, StatusCode::OK, "whoever looks after the one who helps: {}", other.text);
        for hidden in ["Бөлшек", "Сабыр", "Екеуі де сұрады", "/peers/peer-3/talk", "/peers/peer-3/prolong"]
        {
            assert!(!other.text.contains(hidden), "{hidden}: {}", other.text);
        }
        for who in ["zere", "aigul", "timur"] {
            for (path, form) in [("/peers/peer-3/talk", &talk[..]), ("/peers/peer-3/prolong", &prolonged[..])]
            {
                let sent = app.visitor(who).post(path, form).await;
                assert_ne!(sent.status, StatusCode::SEE_OTHER, "{who}: {path}: {}", sent.text);
            }
        }
        assert_eq!(dana.post("/peers/peer-1/talk", &talk).await.status, StatusCode::NOT_FOUND, "too early");
    })
    .await;
}

#[tokio::test]
async fn n18_the_report_of_the_year_is_begun_beside_the_pairs_and_opens_lists_without_names() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        app.speak("gulnafisa", "en").await;
        let gulnafisa = app.visitor("gulnafisa");
        let begins = "name=\"kind\" value=\"peers\"";
        for path in ["/peers", "/reports"] {
            let page = gulnafisa.get(path).await.text;
            assert!(page.contains(begins), "{path}: {page}");
            assert!(!app.visitor("dana").get(path).await.text.contains(begins), "{path}");
        }
        let form = [("kind", "peers"), ("term", "year"), ("pair", "")];
        let begun = gulnafisa.post("/reports/begin", &form).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text);
        let report = begun.location;
        let page = gulnafisa.get("/peers").await.text;
        assert!(page.contains(&format!("href=\"{report}\"")) && !page.contains(begins), "{page}");
        let page = gulnafisa.get(&report).await.text;
        assert!(page.contains("fewer than 10 pupils answered twice"), "{page}");
        for (what, line, count) in
            [("peer_pairs", "Pair no.", 3), ("peer_kept", "Pair no.", 3), ("peer_helpers", "Pupil no.", 2)]
        {
            let href = format!("{report}/lists/{what}");
            assert!(page.contains(&format!("href=\"{href}\"")), "{what}: {page}");
            let list = gulnafisa.get(&href).await.text;
            assert_eq!(list.matches(line).count(), count, "{what}: {list}");
            for name in ["Жақсыбекова", "Мұқанов", "5Б"] {
                assert!(!list.contains(name) && !page.contains(name), "{what}: {name}");
            }
        }
        assert_eq!(app.visitor("serik").get(&report).await.status, StatusCode::NOT_FOUND, "n11");
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_alone_prints_the_order_on_the_programme() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let link = "href=\"/peers/order/kk\"";
        let empty = app.visitor("gulnafisa").get("/peers").await.text;
        assert!(empty.contains(link), "before there are pairs, too: {empty}");
        with_dana(&app).await;
        assert!(app.visitor("gulnafisa").get("/peers").await.text.contains(link));
        assert!(!app.visitor("dana").get("/peers").await.text.contains(link));
        for path in ["/peers/order/kk", "/peers/order/ru"] {
            assert_eq!(app.visitor("gulnafisa").get(path).await.status, StatusCode::OK, "{path}");
            for who in ["dana", "aigul", "serik", "saule"] {
                assert_eq!(app.visitor(who).get(path).await.status, StatusCode::NOT_FOUND, "{who}: {path}");
            }
        }
        let other = app.visitor("gulnafisa").get("/peers/order/xx").await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
    })
    .await;
}
