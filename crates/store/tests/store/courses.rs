//! The mentor course as it is kept, on both databases.

use domain::courses::{
    Announced, Attempts, Audience, Booking, Candidate, Card, Course, Declined, Phase, Rules, Stage, State,
    Training, Words, Written,
};
use domain::questions::Topic;
use domain::{Instant, SchoolId};
use jiff::ToSpan;
use jiff::civil::{date, time};
use store::StoreError;
use store::courses;
use store::testing::{on_both, on_both_from, school_12};

fn school() -> SchoolId {
    "school-12".into()
}

fn course(id: &str, person: &str, state: State) -> Course {
    Course {
        school: school(),
        candidate: Candidate {
            course: id.into(),
            person: person.into(),
            state,
            attempts: Attempts { theory: 1, practice: 0 },
            changed_at: Instant::UNIX_EPOCH,
            version: 0,
        },
        rules: Rules { cases: 3, ..Rules::default() },
        begun_on: date(2026, 9, 1),
    }
}

fn card(id: &str, number: u32, by: &str) -> Card {
    Card {
        id: id.into(),
        school: school(),
        course: format!("course-{by}").into(),
        number,
        by: by.into(),
        topic: Topic::Talks,
        words: Words {
            title: "Шумный класс".into(),
            situation: "Урок начался с шума".into(),
            did: "Подождал".into(),
            asks: "А вы?".into(),
        },
        told_at: Instant::UNIX_EPOCH,
        off_at: None,
        audience: Audience::School,
    }
}

fn training() -> Training {
    Training {
        id: "training".into(),
        school: school(),
        about: Announced {
            stage: Stage::Discussion,
            title: "Психология пары".into(),
            day: date(2026, 11, 7),
            from: time(10, 0, 0, 0),
            to: time(13, 0, 0, 0),
            place: "Кабинет 214".into(),
            places: 1,
            leader: "gulnafisa".into(),
            before: "https://example.kz/text".into(),
            after: String::new(),
            opened: false,
        },
        phase: Phase::Announced,
        changed_at: Instant::UNIX_EPOCH,
        version: 0,
    }
}

fn booking(person: &str, seconds: i64) -> Booking {
    Booking {
        training: "training".into(),
        person: person.into(),
        home: school(),
        at: Instant::UNIX_EPOCH + seconds.seconds(),
        present: None,
    }
}

#[tokio::test]
async fn a_course_is_read_back_as_it_was_saved() {
    on_both(async |db| {
        school_12(&db).await;
        let mut tx = db.write().await.unwrap();
        let begun = course("course-aigul", "aigul", State::Discussion);
        courses::add(&mut tx, &begun).await.unwrap();
        assert_eq!(
            courses::get(&mut tx, &school(), &"course-aigul".into()).await.unwrap(),
            Some(begun.clone())
        );
        let mut moved = begun.clone();
        moved.candidate.state = State::Border { on: date(2027, 4, 12) };
        moved.candidate.attempts.theory = 2;
        courses::save(&mut tx, &moved).await.unwrap();
        let read = courses::of_person(&mut tx, &school(), &"aigul".into()).await.unwrap();
        moved.candidate.version = 1;
        assert_eq!(read, std::slice::from_ref(&moved));
        assert_eq!(courses::candidates(&mut tx, &school()).await.unwrap(), [moved]);
        assert!(matches!(courses::save(&mut tx, &begun).await, Err(StoreError::Stale)));
        assert_eq!(courses::get(&mut tx, &"school-7".into(), &"course-aigul".into()).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_in_two_courses_that_run() {
    on_both(async |db| {
        school_12(&db).await;
        let mut tx = db.write().await.unwrap();
        let left = course("first", "aigul", State::Left { on: date(2026, 9, 2) });
        courses::add(&mut tx, &left).await.unwrap();
        courses::add(&mut tx, &course("second", "aigul", State::Training)).await.unwrap();
        let third = course("third", "aigul", State::Discussion);
        assert!(matches!(courses::add(&mut tx, &third).await, Err(StoreError::Taken)));
    })
    .await;
}

#[tokio::test]
async fn who_asks_for_a_place_waits_once() {
    on_both(async |db| {
        school_12(&db).await;
        let mut tx = db.write().await.unwrap();
        courses::apply(&mut tx, &school(), &"aigul".into(), Instant::UNIX_EPOCH).await.unwrap();
        let waiting = courses::applications(&mut tx, &school()).await.unwrap();
        assert_eq!(waiting.iter().map(|one| one.person.as_str()).collect::<Vec<_>>(), ["aigul"]);
        courses::withdraw(&mut tx, &school(), &"aigul".into()).await.unwrap();
        assert!(courses::applications(&mut tx, &school()).await.unwrap().is_empty());
        let twice = courses::withdraw(&mut tx, &school(), &"aigul".into()).await;
        assert!(matches!(twice, Err(StoreError::Stale)));
    })
    .await;
}

#[tokio::test]
async fn whoever_got_no_place_reads_the_answer_until_they_ask_again() {
    on_both(async |db| {
        school_12(&db).await;
        let mut tx = db.write().await.unwrap();
        let (person, at) = ("aigul".into(), Instant::UNIX_EPOCH);
        let answer = Declined { school: school(), person, at, words: "Көктемде".into() };
        let early = courses::decline(&mut tx, &answer).await;
        assert!(matches!(early, Err(StoreError::Stale)), "nobody waits");
        courses::apply(&mut tx, &school(), &answer.person, at).await.unwrap();
        courses::decline(&mut tx, &answer).await.unwrap();
        assert!(courses::applications(&mut tx, &school()).await.unwrap().is_empty());
        let read = courses::declined(&mut tx, &school(), &answer.person).await.unwrap();
        assert_eq!(read, Some(answer.clone()));
        courses::apply(&mut tx, &school(), &answer.person, at).await.unwrap();
        assert_eq!(courses::declined(&mut tx, &school(), &answer.person).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_case_that_is_taken_off_keeps_its_number_and_no_words() {
    on_both(async |db| {
        school_12(&db).await;
        let mut tx = db.write().await.unwrap();
        for person in ["aigul", "bekzhan"] {
            let begun = course(&format!("course-{person}"), person, State::Discussion);
            courses::add(&mut tx, &begun).await.unwrap();
        }
        assert_eq!(courses::next_number(&mut tx, &school()).await.unwrap(), 1);
        let told = card("case", 1, "aigul");
        courses::tell(&mut tx, &told).await.unwrap();
        assert_eq!(courses::next_number(&mut tx, &school()).await.unwrap(), 2);
        assert_eq!(courses::card(&mut tx, &school(), &told.id).await.unwrap(), Some(told.clone()));
        let reply = Written {
            id: "reply".into(),
            school: school(),
            to: told.id.clone(),
            home: school(),
            course: "course-bekzhan".into(),
            by: "bekzhan".into(),
            words: "Начинаю с вопроса".into(),
            at: Instant::UNIX_EPOCH,
        };
        courses::reply(&mut tx, &reply).await.unwrap();
        assert_eq!(courses::replies(&mut tx, &school()).await.unwrap(), std::slice::from_ref(&reply));
        courses::take_off(&mut tx, &school(), &told.id, Instant::UNIX_EPOCH).await.unwrap();
        let library = courses::library(&mut tx, &school()).await.unwrap();
        assert_eq!((library.cards[0].number, &library.cards[0].words), (1, &Words::default()));
        assert_eq!(library.replies[0].words, "");
        courses::forget_reply(&mut tx, &school(), &reply.id).await.unwrap();
        courses::forget_card(&mut tx, &school(), &told.id).await.unwrap();
        assert!(courses::cards(&mut tx, &school()).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_session_that_is_open_is_read_by_the_other_schools_of_the_district_from_a_day_on() {
    on_both(async |db| {
        school_12(&db).await;
        let mut tx = db.write().await.unwrap();
        let (closed, mut open) = (training(), training());
        (open.id, open.about.opened) = ("open".into(), true);
        for one in [&closed, &open] {
            courses::announce(&mut tx, one).await.unwrap();
        }
        let (home, day) = (SchoolId::from("school-7"), open.about.day);
        let listed = courses::opened_to(&mut tx, &home, day).await.unwrap();
        assert_eq!(listed, std::slice::from_ref(&open));
        assert_eq!(courses::opened_to(&mut tx, &school(), day).await.unwrap(), []);
        let late = courses::opened_to(&mut tx, &home, day.tomorrow().unwrap()).await.unwrap();
        assert_eq!(late, []);
        assert_eq!(courses::trainings_elsewhere(&mut tx, &home).await.unwrap(), []);
        let guest = Booking { training: open.id.clone(), home: home.clone(), ..booking("timur", 1) };
        courses::book(&mut tx, &school(), &guest).await.unwrap();
        assert_eq!(courses::trainings_elsewhere(&mut tx, &home).await.unwrap(), [open]);
        assert_eq!(courses::bookings_elsewhere(&mut tx, &home).await.unwrap(), std::slice::from_ref(&guest));
        assert_eq!(courses::bookings_of_school(&mut tx, &school()).await.unwrap(), [guest]);
        assert_eq!(courses::bookings_elsewhere(&mut tx, &school()).await.unwrap(), []);
    })
    .await;
}

/// A session with somebody on its list, as they were before sessions could be open to other schools.
const BEFORE: &str = "
INSERT INTO districts (id, name_kk, name_ru) VALUES ('district', 'Аудан', 'Район');
INSERT INTO schools (id, district_id, name_kk, name_ru, short_kk, short_ru, bin, place_kk, place_ru, utc_offset_minutes) VALUES
    ('school-12', 'district', '№ 12 мектеп', 'Школа № 12', '№ 12', '№ 12', '123456789012', 'Чапаев', 'Чапаево', 300);
INSERT INTO people (id, school_id, family, given, folded, email, category, service_years, hired_on, lang, version) VALUES
    ('gulnafisa', 'school-12', 'Сейфуллина', 'Гүлнафиса', 'сейфуллина гүлнафиса', NULL, 'expert', 20, '2006-09-01', 'kk', 0),
    ('aigul', 'school-12', 'Нұрбаева', 'Айгүл', 'нұрбаева айгүл', NULL, 'master', 15, '2011-09-01', 'kk', 0);
INSERT INTO trainings (id, school_id, title, day, from_time, to_time, place, places, leader_id, read_before, do_after, phase, changed_at) VALUES
    ('training', 'school-12', 'Психология пары', '2026-11-07', '10:00:00', '13:00:00', '214', 5, 'gulnafisa', '', '', 'held', 0);
INSERT INTO training_bookings (school_id, training_id, person_id, at, present) VALUES ('school-12', 'training', 'aigul', 1000, 1);
";

#[tokio::test]
async fn whoever_had_signed_up_before_sessions_were_open_counts_in_their_school() {
    on_both_from(99, BEFORE, async |db| {
        let mut tx = db.read().await.unwrap();
        let known = courses::training(&mut tx, &school(), &"training".into()).await.unwrap().unwrap();
        assert!(!known.about.opened && known.about.stage == Stage::Training);
        let listed = courses::bookings(&mut tx, &school(), &known.id).await.unwrap();
        assert_eq!(listed, [Booking { present: Some(true), ..booking("aigul", 1) }]);
        assert_eq!(courses::bookings_elsewhere(&mut tx, &school()).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn names_of_a_session_stand_in_the_order_in_which_they_came() {
    on_both(async |db| {
        school_12(&db).await;
        let mut tx = db.write().await.unwrap();
        let announced = training();
        courses::announce(&mut tx, &announced).await.unwrap();
        assert_eq!(courses::trainings(&mut tx, &school()).await.unwrap(), std::slice::from_ref(&announced));
        courses::book(&mut tx, &school(), &booking("bekzhan", 1)).await.unwrap();
        courses::book(&mut tx, &school(), &booking("aigul", 2)).await.unwrap();
        let listed = courses::bookings(&mut tx, &school(), &announced.id).await.unwrap();
        assert_eq!(listed, [booking("bekzhan", 1), booking("aigul", 2)]);
        courses::unbook(&mut tx, &school(), &announced.id, &"bekzhan".into()).await.unwrap();
        let came = Booking { present: Some(true), ..booking("aigul", 2) };
        courses::mark(&mut tx, &school(), &came).await.unwrap();
        let held = Training { phase: Phase::Held, ..announced };
        courses::save_training(&mut tx, &held).await.unwrap();
        assert!(matches!(courses::save_training(&mut tx, &held).await, Err(StoreError::Stale)));
        let read = courses::training(&mut tx, &school(), &held.id).await.unwrap().unwrap();
        let listed = courses::bookings_of_school(&mut tx, &school()).await.unwrap();
        let counted = read.held(&listed).unwrap();
        assert_eq!(
            (counted.minutes, counted.present.into_iter().collect::<Vec<_>>()),
            (180, vec!["aigul".into()])
        );
    })
    .await;
}
