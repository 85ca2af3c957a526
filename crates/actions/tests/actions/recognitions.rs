//! A right of another school of the district: shown by its holder, recognised by the coordinator, ended at its source.

use crate::stage::{Stage, actor, coordinator, mentor};
use actions::Failed;
use actions::certificates::make;
use actions::courses::Rights;
use actions::programmes::change_setting;
use actions::recognitions::{decline, recognise, seen, show, waiting, withdraw};
use domain::courses::{Attempts, Candidate, Course, Decision, Right, Rules, Standing, State};
use domain::people::{Actor, Person, Role};
use domain::recognitions::RecogniseRefused;
use domain::schools::District;
use domain::settings::Key;
use domain::{CourseId, SchoolId};
use jiff::civil::date;
use store::Db;
use store::testing::{column, on_both};

const RIGHT: Right = Right { from: date(2025, 5, 20), until: date(2028, 5, 19) };

fn school_7() -> SchoolId {
    "school-7".into()
}

fn granted() -> CourseId {
    "course-timur".into()
}

/// Тимур where he works now, too.
fn moved(roles: &[Role]) -> Actor {
    actor("timur-12", roles)
}

/// Тимур holds a right in school 7 with certificate № 1, and works in school 12 now as well.
async fn staged(db: Db) -> Stage {
    let stage = Stage::new(db).await;
    let candidate = Candidate {
        course: granted(),
        person: "timur".into(),
        state: State::Passed { right: RIGHT },
        attempts: Attempts { theory: 1, practice: 1 },
        changed_at: stage.now(),
        version: 0,
    };
    let (rules, begun_on) = (Rules::default(), date(2025, 2, 1));
    let mut tx = stage.db.write().await.unwrap();
    store::courses::add(&mut tx, &Course { school: school_7(), candidate, rules, begun_on }).await.unwrap();
    let timur = store::people::get(&mut tx, &"timur".into()).await.unwrap().unwrap();
    let (id, school) = ("timur-12".into(), Some("school-12".into()));
    let person = Person { id, school, email: None, staff_number: None, version: 0, ..timur };
    store::people::add(&mut tx, &person, None).await.unwrap();
    tx.commit().await.unwrap();
    let holder = Actor { school: Some(school_7()), ..actor("timur", &[Role::Teacher, Role::Mentor]) };
    make(&stage.context(&holder), &granted()).await.unwrap();
    stage
}

/// School 7 takes the right away.
async fn revoked(stage: &Stage) {
    let mut tx = stage.db.write().await.unwrap();
    let course = store::courses::get(&mut tx, &school_7(), &granted()).await.unwrap().unwrap();
    let decision = Decision { by: "timur".into(), at: stage.now(), reason: "Шағым".into() };
    let candidate = course.candidate.clone().revoke(decision).unwrap();
    store::courses::save(&mut tx, &Course { candidate, ..course }).await.unwrap();
    tx.commit().await.unwrap();
}

/// How he stands in school 12, whose programme asks for the exam.
async fn stands(stage: &Stage) -> Standing {
    let mut tx = stage.db.read().await.unwrap();
    let (school, id) = ("school-12".into(), "programme".into());
    let programme = store::programmes::get(&mut tx, &school, &id).await.unwrap().unwrap();
    Rights::load(&mut tx, &programme, stage.today).await.unwrap().standing(&"timur-12".into())
}

/// Lines of the log of school 7.
async fn logged_there(stage: &Stage, what: &str) -> usize {
    let mut tx = stage.db.read().await.unwrap();
    let lines = store::audit::of_school(&mut tx, &school_7(), i64::MAX, 10_000).await.unwrap();
    lines.iter().filter(|line| line.what == what).count()
}

#[tokio::test]
async fn a_recognised_right_stands_with_its_term_until_its_source_ends_it() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (timur, gulnafisa) = (moved(&[Role::Teacher, Role::Mentor]), coordinator());
        let context = stage.context(&gulnafisa);
        change_setting(&context, &"programme".into(), Key::Exam, "on", "Решение педсовета").await.unwrap();
        for _ in 0..2 {
            show(&stage.context(&timur), &school_7(), 1).await.unwrap();
        }
        assert_eq!(stage.audited("course-right-shown").await, 1);
        assert_eq!(stands(&stage).await, Standing::Never, "shown is not recognised");
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(waiting(&mut tx, &stage.context(&gulnafisa)).await.unwrap(), 1);
        assert_eq!(waiting(&mut tx, &stage.context(&timur)).await.unwrap(), 0);
        assert!(
            seen(&mut tx, &stage.context(&mentor("aigul"))).await.unwrap().is_empty(),
            "not hers to read"
        );
        drop(tx);
        for _ in 0..2 {
            recognise(&stage.context(&gulnafisa), &school_7(), 1).await.unwrap();
        }
        assert_eq!(stage.audited("course-right-recognised").await, 1);
        assert_eq!(logged_there(&stage, "course-right-carried").await, 1, "the source's log says so");
        assert_eq!(stands(&stage).await, Standing::Holds(RIGHT));
        let taken = withdraw(&stage.context(&timur), &school_7(), 1).await;
        assert!(matches!(taken, Err(Failed::Forbidden)), "{taken:?}");
        revoked(&stage).await;
        assert_eq!(stands(&stage).await, Standing::Over);
        for _ in 0..2 {
            decline(&stage.context(&gulnafisa), &school_7(), 1).await.unwrap();
        }
        assert_eq!(stage.audited("course-right-ended").await, 1);
        assert_eq!(logged_there(&stage, "course-right-returned").await, 1);
        assert!(column(&stage.db, "recognitions", "person_id").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn n08_what_is_not_a_right_in_force_of_the_district_and_of_that_person_is_not_recognised() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (timur, gulnafisa) = (moved(&[Role::Teacher, Role::Mentor]), coordinator());
        let unknown = async |who: &Actor, source: SchoolId, number| {
            let shown = show(&stage.context(who), &source, number).await;
            matches!(shown, Err(Failed::Refused(RecogniseRefused::Unknown)))
        };
        assert!(unknown(&timur, school_7(), 2).await, "no such number");
        assert!(unknown(&timur, "school-12".into(), 1).await, "the own school");
        assert!(unknown(&mentor("aigul"), school_7(), 1).await, "somebody else's");
        show(&stage.context(&timur), &school_7(), 1).await.unwrap();
        let own = recognise(&stage.context(&moved(&[Role::Coordinator])), &school_7(), 1).await;
        assert!(matches!(own, Err(Failed::Forbidden)), "nobody recognises their own: {own:?}");
        let there = Actor { school: Some(school_7()), ..actor("timur", &[Role::Coordinator]) };
        let elsewhere = recognise(&stage.context(&there), &school_7(), 1).await;
        assert!(matches!(elsewhere, Err(Failed::NotFound)), "{elsewhere:?}");
        let mut tx = stage.db.write().await.unwrap();
        let mut school = store::schools::get(&mut tx, &school_7()).await.unwrap().unwrap();
        let (home, name) = (school.district.clone(), "Бөрлі ауданы".to_owned());
        let other = District { id: "other".into(), name_kk: name.clone(), name_ru: name };
        store::schools::add_district(&mut tx, &other).await.unwrap();
        school.district = other.id;
        store::schools::save(&mut tx, &school).await.unwrap();
        tx.commit().await.unwrap();
        let far = recognise(&stage.context(&gulnafisa), &school_7(), 1).await;
        assert!(matches!(far, Err(Failed::Refused(RecogniseRefused::Unknown))), "another district: {far:?}");
        withdraw(&stage.context(&timur), &school_7(), 1).await.unwrap();
        assert!(unknown(&timur, school_7(), 1).await, "another district");
        let mut tx = stage.db.write().await.unwrap();
        let mut school = store::schools::get(&mut tx, &school_7()).await.unwrap().unwrap();
        school.district = home;
        store::schools::save(&mut tx, &school).await.unwrap();
        tx.commit().await.unwrap();
        revoked(&stage).await;
        let over = show(&stage.context(&timur), &school_7(), 1).await;
        assert!(matches!(over, Err(Failed::Refused(RecogniseRefused::Revoked))), "{over:?}");
    })
    .await;
}
