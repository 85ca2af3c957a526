//! A database of an older version goes on living under this one.

use crate::stage::{mentor, newcomer};
use actions::checks::look;
use actions::requests::{Step, step};
use actions::{Context, Ids};
use domain::mentors::State as MentorState;
use domain::pairs::{Origin, State as PairState};
use domain::people::{Actor, Role};
use domain::requests::State;
use domain::sides::Side;
use domain::{Instant, SchoolId};
use jiff::civil::date;
use store::testing::on_both_from;
use store::{Db, schema};

/// The last migration before requests were reminded of and offered by mentors, marks on cards, first meetings, plans of
/// joint work and pauses of mentors.
const BEFORE: i64 = 16;

/// A small school in October, as that version wrote it.
const ROWS: &str = r#"
INSERT INTO districts (id, name_kk, name_ru) VALUES ('district', 'Ақжайық ауданының білім бөлімі', 'Отдел образования Акжаикского района');
INSERT INTO schools (id, district_id, name_kk, name_ru, short_kk, short_ru, bin, place_kk, place_ru, utc_offset_minutes) VALUES
    ('school-12', 'district', '№ 12 мектеп', 'Школа № 12', '№ 12', '№ 12', '123456789012', 'Чапаев', 'Чапаево', 300);
INSERT INTO people (id, school_id, family, given, folded, email, category, service_years, hired_on, lang, version) VALUES
    ('gulnafisa', 'school-12', 'Сейфуллина', 'Гүлнафиса', 'сейфуллина гүлнафиса', 'gulnafisa@school.example', 'expert', 20, '2006-09-01', 'kk', 3),
    ('serik', 'school-12', 'Оразбаев', 'Серік', 'оразбаев серік', NULL, 'legacy_highest', 25, '2001-09-01', 'kk', 0),
    ('aigul', 'school-12', 'Нұрбаева', 'Айгүл', 'нұрбаева айгүл', 'aigul@school.example', 'master', 15, '2011-09-01', 'kk', 1),
    ('dana', 'school-12', 'Сәтбаева', 'Дана', 'сәтбаева дана', 'dana@school.example', 'trainee', 0, '2026-08-25', 'ru', 0),
    ('zere', 'school-12', 'Искалиева', 'Зере', 'искалиева зере', NULL, 'none', NULL, '2026-08-26', 'kk', 0);
INSERT INTO roles (person_id, role, from_day, until_day) VALUES
    ('gulnafisa', 'coordinator', '2026-08-15', NULL), ('serik', 'head', '2026-08-15', NULL), ('aigul', 'teacher', '2026-08-15', NULL),
    ('aigul', 'mentor', '2026-09-01', NULL), ('dana', 'newcomer', '2026-08-25', NULL), ('zere', 'newcomer', '2026-08-26', NULL);
INSERT INTO accounts (person_id, login, password_hash, theme, version) VALUES ('gulnafisa', 'gulnafisa@school.example', NULL, 'dark', 2);
INSERT INTO programmes (id, school_id, first_year, starts_on, selection_from, selection_until, decision_until, orders_until, work_until, settings) VALUES
    ('programme', 'school-12', 2026, '2026-08-15', '2026-09-01', '2026-10-31', '2026-11-01', '2026-11-06', '2027-05-25', '{}');
INSERT INTO special_days (school_id, day, kind) VALUES ('school-12', '2026-10-26', 'moved_off');
INSERT INTO newcomers (id, school_id, programme_id, person_id, hired_on) VALUES
    ('dana', 'school-12', 'programme', 'dana', '2026-08-25'), ('zere', 'school-12', 'programme', 'zere', '2026-08-26');
INSERT INTO mentors (id, school_id, programme_id, person_id, state, since, motive, gives, works, languages, places) VALUES
    ('aigul', 'school-12', 'programme', 'aigul', 'approved', 1788246000000, 'Маған да үйреткен.', 'Сабақтың басы.', 'Аптасына бір рет.', '["kk","ru"]', 2);
INSERT INTO mentor_decisions (school_id, mentor_id, number, decision, reason, at) VALUES ('school-12', 'aigul', 1, 'approved', 'Тәжірибесі мол.', 1788246000000);
INSERT INTO requests (id, school_id, programme_id, newcomer_id, mentor_id, text, goals, rhythm, sent_at, answer_until, state, state_at) VALUES
    ('accepted', 'school-12', 'programme', 'dana', 'aigul', 'Хочу научиться начинать урок спокойно.', '[]', 'weekly', 1788246000000, '2026-09-08', 'accepted', 1788246000000),
    ('sent', 'school-12', 'programme', 'zere', 'aigul', 'Сабақты бастауды үйренгім келеді.', '[]', 'as_needed', 1790838000000, '2026-10-08', 'asked', 1790924400000);
INSERT INTO request_words (school_id, request_id, number, author, text, at) VALUES ('school-12', 'sent', 1, 'mentor', 'Қай сыныпта?', 1790924400000);
INSERT INTO pairs (id, school_id, programme_id, newcomer_id, mentor_id, place, origin, request_id, state, since) VALUES
    ('pair', 'school-12', 'programme', 'dana', 'aigul', 1, 'asked', 'accepted', 'agreed', 1788246000000),
    ('provisional', 'school-12', 'programme', 'zere', 'aigul', NULL, 'provisional', NULL, 'published', 1788246000000);
INSERT INTO contacts (id, school_id, programme_id, newcomer_id, mentor_id, kind, held_on, minutes, topic, recorded_by, state, state_at) VALUES
    ('contact', 'school-12', 'programme', 'zere', 'aigul', 'talk', '2026-09-18', 40, 'Сыныппен танысу', 'newcomer', 'confirmed', 1790838000000);
INSERT INTO impressions (school_id, contact_id, author_id, useful, ease, asking, note, written_at) VALUES
    ('school-12', 'contact', 'zere', 4, 3, NULL, 'Жеңіл болды.', 1790838000000);
INSERT INTO orders (id, school_id, programme_id, kind, code, state) VALUES ('order', 'school-12', 'programme', 'provisional', 'ABCDE-23456', 'draft');
INSERT INTO order_lines (school_id, order_id, pair_id) VALUES ('school-12', 'order', 'provisional');
INSERT INTO audit (school_id, at, actor, what, subject, detail) VALUES
    ('school-12', 1788246000000, 'dana', 'request-sent', 'accepted', ''), ('school-12', 1788246000000, NULL, 'request-expired', 'other', '');
"#;

fn school() -> SchoolId {
    "school-12".into()
}

#[tokio::test]
async fn an_older_database_is_brought_up_to_date_and_everything_in_it_is_sound() {
    on_both_from(BEFORE, ROWS, async |db| {
        let report = look(&db, &mut |_| ()).await.unwrap();
        assert_eq!(report.findings, []);
        for (table, rows) in
            [("people", 5), ("requests", 2), ("pairs", 2), ("impressions", 1), ("rotations", 0)]
        {
            assert!(report.tables.contains(&(table.to_owned(), rows)), "{table}: {:?}", report.tables);
        }
        let mut tx = db.read().await.unwrap();
        assert_eq!(schema::standing(&mut tx).await.unwrap(), schema::Standing::UpToDate);
    })
    .await;
}

#[tokio::test]
async fn rows_of_an_older_version_are_read_as_they_were_meant() {
    on_both_from(BEFORE, ROWS, async |db| {
        let mut tx = db.read().await.unwrap();
        let aigul = store::mentors::get(&mut tx, &"aigul".into()).await.unwrap().unwrap();
        assert_eq!((aigul.state, aigul.card.places, aigul.back_on), (MentorState::Approved, 2, None));
        assert_eq!(store::mentors::last_reason(&mut tx, &aigul).await.unwrap().unwrap(), "Тәжірибесі мол.");
        let sent = store::requests::get(&mut tx, &"sent".into()).await.unwrap().unwrap();
        assert_eq!(sent.asked_by, Side::Newcomer, "before there were offers, newcomers asked");
        assert!(matches!(sent.state, State::Asked { .. }), "{:?}", sent.state);
        let pair = store::pairs::get(&mut tx, &"pair".into()).await.unwrap().unwrap();
        assert!(matches!((&pair.origin, &pair.state), (Origin::Asked { .. }, PairState::Agreed)), "{pair:?}");
        let order = store::orders::get(&mut tx, &"order".into()).await.unwrap().unwrap();
        assert_eq!(store::orders::lines(&mut tx, &order).await.unwrap(), ["provisional".into()]);
        let impressions = store::contacts::impressions(&mut tx, &school(), &"zere".into()).await.unwrap();
        assert_eq!(impressions.iter().map(|one| one.note.as_str()).collect::<Vec<_>>(), ["Жеңіл болды."]);
        let lines = store::audit::of_school(&mut tx, &school(), i64::MAX, 10).await.unwrap();
        assert_eq!(lines.len(), 2);
        let roles = store::people::roles_on(&mut tx, &"aigul".into(), date(2026, 10, 5)).await.unwrap();
        assert_eq!(roles, [Role::Mentor, Role::Teacher]);
    })
    .await;
}

#[tokio::test]
async fn a_request_of_an_older_version_is_answered_and_accepted_under_this_one() {
    on_both_from(BEFORE, ROWS, async |db| {
        let ids = Ids::counting(0);
        let (zere, aigul) = (newcomer("zere"), mentor("aigul"));
        let reply = Step::Reply { answer: "7 «В»".into() };
        step(&context(&db, &zere, &ids), &"sent".into(), &reply).await.unwrap();
        let pair = actions::requests::accept(&context(&db, &aigul, &ids), &"sent".into()).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let pair = store::pairs::get(&mut tx, &pair).await.unwrap().unwrap();
        assert_eq!((pair.newcomer.as_str(), pair.place), ("zere", Some(2)));
        drop(tx);
        assert_eq!(look(&db, &mut |_| ()).await.unwrap().findings, []);
    })
    .await;
}

fn context<'a>(db: &'a Db, actor: &'a Actor, ids: &'a Ids) -> Context<'a> {
    let now: Instant = domain::calendar::instant_of(date(2026, 10, 5), 12, 300);
    Context { db, actor, now, today: date(2026, 10, 5), ids }
}
