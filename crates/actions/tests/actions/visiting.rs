//! Sessions of training that a school opens to the other schools of its district: one list, hours at home, and nothing of
//! either school that the other has no need of.

use crate::letters::{delivered, promised};
use crate::stage::{Stage, actor, coordinator, mentor};
use actions::Failed;
use actions::courses::{
    announce, board, cancel, leave, mark, own, session, sessions, sign_up, step_back, unlisted,
};
use actions::letters::Letter;
use domain::courses::{Announced, Seat, State, TrainingRefused, begin};
use domain::people::{Actor, Role};
use domain::schools::District;
use domain::{Day, SchoolId, TrainingId};
use jiff::civil::{date, time};
use store::Db;
use store::testing::on_both;

/// Тимур of school 7.
fn timur(roles: &[Role]) -> Actor {
    Actor { school: Some(school_7()), ..actor("timur", roles) }
}

fn guest() -> Actor {
    timur(&[Role::Teacher])
}

fn school_7() -> SchoolId {
    "school-7".into()
}

/// Eight hours that Серік of school 12 leads.
fn about(day: Day, opened: bool) -> Announced {
    Announced {
        stage: domain::courses::Stage::Training,
        title: "Психология пары".into(),
        day,
        from: time(10, 0, 0, 0),
        to: time(18, 0, 0, 0),
        place: "Кабинет 214".into(),
        places: 1,
        leader: "serik".into(),
        before: String::new(),
        after: String::new(),
        opened,
    }
}

/// Айгүл of school 12 and Тимур of school 7 are at the training of their schools.
async fn staged(db: Db) -> Stage {
    let stage = Stage::new(db).await;
    let mut tx = stage.db.write().await.unwrap();
    for (person, school) in [("aigul", "school-12".into()), ("timur", school_7())] {
        let id = format!("course-{person}").into();
        let mut course = begin(id, school, person.into(), stage.today, stage.now());
        course.candidate.state = State::Training;
        store::courses::add(&mut tx, &course).await.unwrap();
    }
    tx.commit().await.unwrap();
    stage
}

async fn announced(stage: &Stage, day: Day, opened: bool) -> TrainingId {
    announce(&stage.context(&coordinator()), &about(day, opened)).await.unwrap()
}

/// How far Тимур is in the course of his school.
async fn state(stage: &Stage) -> State {
    let mut tx = stage.db.read().await.unwrap();
    let courses = store::courses::of_person(&mut tx, &school_7(), &"timur".into()).await.unwrap();
    courses.last().unwrap().candidate.state.clone()
}

#[tokio::test]
async fn an_open_session_has_one_list_for_all_schools_of_the_district() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let open = announced(&stage, date(2026, 10, 10), true).await;
        assert_eq!(stage.letters().await, ["aigul TrainingAnnounced", "timur TrainingAnnounced"]);
        assert_eq!(stage.audited("training-opened").await, 1);
        let (timur, aigul) = (guest(), mentor("aigul"));
        for _ in 0..2 {
            assert_eq!(sign_up(&stage.context(&timur), &open).await.unwrap(), Seat::Place);
        }
        stage.today = date(2026, 10, 6);
        assert_eq!(sign_up(&stage.context(&aigul), &open).await.unwrap(), Seat::Waiting(1));
        let mut tx = stage.db.read().await.unwrap();
        let seen = session(&mut tx, &stage.context(&timur), &open).await.unwrap().unwrap();
        assert_eq!(seen.host.map(|school| school.id), Some(SchoolId::from("school-12")));
        assert_eq!((seen.own, seen.taken, seen.waiting), (Some(Seat::Place), 1, 1));
        assert!(seen.leader.contains("Оразбаев") && seen.may_step_back, "{}", seen.leader);
        let led = session(&mut tx, &stage.context(&coordinator()), &open).await.unwrap().unwrap();
        let list = led.list.unwrap();
        assert!(led.host.is_none() && list[0].name.contains("Ахметов"), "{list:?}");
        let from = |place: usize| list[place].from.as_ref().map(|school| school.id.clone());
        assert_eq!((from(0), from(1)), (Some(school_7()), None));
        drop(tx);
        step_back(&stage.context(&timur), &open).await.unwrap();
        assert_eq!(stage.letters().await, ["aigul TrainingPlace"]);
        stage.today = date(2026, 10, 7);
        sign_up(&stage.context(&timur), &open).await.unwrap();
        step_back(&stage.context(&aigul), &open).await.unwrap();
        assert_eq!(stage.letters().await, ["timur TrainingPlace"]);
        cancel(&stage.context(&coordinator()), &open).await.unwrap();
        assert_eq!(stage.letters().await, ["timur TrainingCancelled"]);
    })
    .await;
}

#[tokio::test]
async fn each_of_several_open_sessions_counts_its_own_people() {
    on_both(async |db| {
        let stage = staged(db).await;
        let first = announced(&stage, date(2026, 10, 10), true).await;
        let second = announced(&stage, date(2026, 10, 11), true).await;
        let (timur, aigul) = (guest(), mentor("aigul"));
        sign_up(&stage.context(&timur), &first).await.unwrap();
        sign_up(&stage.context(&aigul), &first).await.unwrap();
        sign_up(&stage.context(&aigul), &second).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let all = sessions(&mut tx, &stage.context(&timur)).await.unwrap().unwrap();
        let counts: Vec<_> =
            all.into_iter().map(|one| (one.training.id, one.taken, one.waiting, one.own)).collect();
        assert_eq!(counts, [(first, 1, 1, Some(Seat::Place)), (second, 1, 0, None)]);
    })
    .await;
}

#[tokio::test]
async fn a_letter_about_a_session_elsewhere_says_which_school_holds_it() {
    on_both(async |db| {
        let stage = staged(db).await;
        let open = announced(&stage, date(2026, 10, 10), true).await;
        let letters = delivered(&stage).await;
        let says_which = |person: &str| {
            let letter = letters.iter().find(|one| one.person.as_str() == person).unwrap();
            letter.parts[0].text.contains("№ 12, Кабинет 214")
        };
        assert!(says_which("timur") && !says_which("aigul"));
        cancel(&stage.context(&coordinator()), &open).await.unwrap();
        promised(&stage, "timur", Letter::TrainingAnnounced, open.as_str()).await;
        assert_eq!(delivered(&stage).await, [], "it does not take place, and nobody had signed up");
    })
    .await;
}

#[tokio::test]
async fn hours_at_another_school_count_at_home() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let mut held = Vec::new();
        for day in [date(2026, 10, 10), date(2026, 10, 11), date(2026, 10, 12)] {
            held.push(announced(&stage, day, true).await);
        }
        let (serik, gulnafisa) = (actor("serik", &[Role::Head]), coordinator());
        for id in &held {
            sign_up(&stage.context(&guest()), id).await.unwrap();
        }
        stage.today = date(2026, 10, 13);
        let mut tx = stage.db.read().await.unwrap();
        let seen = session(&mut tx, &stage.context(&serik), &held[0]).await.unwrap().unwrap();
        let more = unlisted(&mut tx, &stage.context(&serik), &seen).await.unwrap();
        assert_eq!(more.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["aigul"], "own people alone");
        drop(tx);
        for id in &held {
            mark(&stage.context(&serik), id, &["timur".into()]).await.unwrap();
        }
        assert_eq!(state(&stage).await, State::Admitted);
        assert_eq!(stage.audited("course-advanced").await, 0, "the log of the course is that of its school");
        let mut tx = stage.db.read().await.unwrap();
        let opened = own(&mut tx, &stage.context(&guest())).await.unwrap().unwrap();
        assert_eq!(opened.deeds.minutes, 24 * 60);
        let leads = timur(&[Role::Coordinator]);
        let at_home = board(&mut tx, &stage.context(&leads)).await.unwrap().unwrap();
        assert_eq!((at_home.candidates.len(), &at_home.candidates[0].0), (1, &opened));
        let hosts = board(&mut tx, &stage.context(&gulnafisa)).await.unwrap().unwrap();
        assert!(hosts.candidates.iter().all(|(one, _)| one.course.candidate.person.as_str() != "timur"));
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_the_course_frees_a_place_in_another_school() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let open = announced(&stage, date(2026, 10, 10), true).await;
        let same_time = about(date(2026, 10, 10), true);
        let same_time = Announced { title: "Басқа".into(), from: time(17, 0, 0, 0), ..same_time };
        let same_time = announce(&stage.context(&coordinator()), &same_time).await.unwrap();
        sign_up(&stage.context(&guest()), &open).await.unwrap();
        stage.today = date(2026, 10, 6);
        sign_up(&stage.context(&mentor("aigul")), &open).await.unwrap();
        let both = sign_up(&stage.context(&guest()), &same_time).await;
        assert!(matches!(both, Err(Failed::Refused(TrainingRefused::SameTime))), "{both:?}");
        stage.letters().await;
        leave(&stage.context(&guest())).await.unwrap();
        assert_eq!(stage.letters().await, ["aigul TrainingPlace"]);
    })
    .await;
}

#[tokio::test]
async fn n08_a_session_that_is_not_open_is_not_there_for_other_schools() {
    on_both(async |db| {
        let stage = staged(db).await;
        let closed = announced(&stage, date(2026, 10, 10), false).await;
        assert_eq!(stage.letters().await, ["aigul TrainingAnnounced"]);
        assert_eq!(stage.audited("training-opened").await, 0);
        for who in [guest(), timur(&[Role::Coordinator, Role::Head])] {
            let mut tx = stage.db.read().await.unwrap();
            let seen = sessions(&mut tx, &stage.context(&who)).await.unwrap();
            assert_eq!(seen.unwrap_or_default(), []);
            drop(tx);
            let booked = sign_up(&stage.context(&who), &closed).await;
            assert!(matches!(booked, Err(Failed::NotFound)), "{booked:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_a_guest_school_leads_nothing_and_reads_no_list() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let open = announced(&stage, date(2026, 10, 10), true).await;
        sign_up(&stage.context(&mentor("aigul")), &open).await.unwrap();
        let leads = timur(&[Role::Teacher, Role::Coordinator, Role::Head]);
        let mut tx = stage.db.read().await.unwrap();
        let seen = session(&mut tx, &stage.context(&leads), &open).await.unwrap().unwrap();
        assert_eq!((seen.list, seen.may_mark, seen.may_cancel), (None, false, false));
        drop(tx);
        let cancelled = cancel(&stage.context(&leads), &open).await;
        assert!(matches!(cancelled, Err(Failed::NotFound)), "{cancelled:?}");
        let serik = actor("serik", &[Role::Head]);
        stage.today = date(2026, 10, 12);
        for who in [&leads, &serik] {
            let marked = mark(&stage.context(who), &open, &["timur".into()]).await;
            assert!(matches!(marked, Err(Failed::NotFound)), "who came and is not listed: {marked:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_what_is_open_is_open_to_the_own_district_alone() {
    on_both(async |db| {
        let stage = staged(db).await;
        let open = announced(&stage, date(2026, 10, 10), true).await;
        let mut tx = stage.db.write().await.unwrap();
        let (id, name) = ("other".into(), "Бөрлі ауданы".to_owned());
        let other = District { id, name_kk: name.clone(), name_ru: name };
        store::schools::add_district(&mut tx, &other).await.unwrap();
        let mut school = store::schools::get(&mut tx, &school_7()).await.unwrap().unwrap();
        school.district = other.id;
        store::schools::save(&mut tx, &school).await.unwrap();
        let seen = session(&mut tx, &stage.context(&guest()), &open).await.unwrap();
        assert_eq!(seen, None);
        tx.commit().await.unwrap();
        let booked = sign_up(&stage.context(&guest()), &open).await;
        assert!(matches!(booked, Err(Failed::NotFound)), "{booked:?}");
    })
    .await;
}
