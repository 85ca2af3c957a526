//! Certificates: made by the holder of a right, printed, shown on the card, checked by a code, revoked.

use crate::editions::{shape, squeezed};
use crate::reports::press;
use crate::stage::{Stage, actor, coordinator, mentor};
use actions::Failed;
use actions::certificates::{Checked, make, on_cards, own, print, revoke, show, verify};
use actions::courses::remind;
use actions::reports::Typesetter;
use domain::certificates::{MakeRefused, Validity};
use domain::courses::{Attempts, Candidate, Course, Right, Rules, State, StepRefused};
use domain::formsets::Kind as Form;
use domain::people::Role;
use domain::{CourseId, Day, PersonId};
use i18n::Lang;
use jiff::civil::date;
use store::testing::{column, on_both};

const UNTIL: Day = date(2027, 5, 19);

/// A course that granted somebody a right.
pub(crate) async fn passed(stage: &Stage, person: &str) -> CourseId {
    passed_in(stage, person, format!("course-{person}").into()).await
}

async fn passed_in(stage: &Stage, person: &str, id: CourseId) -> CourseId {
    let candidate = Candidate {
        course: id.clone(),
        person: person.into(),
        state: State::Passed { right: Right { from: date(2024, 5, 20), until: UNTIL } },
        attempts: Attempts { theory: 1, practice: 1 },
        changed_at: stage.now(),
        version: 0,
    };
    let (school, rules, begun_on) = ("school-12".into(), Rules::default(), date(2024, 2, 1));
    let mut tx = stage.db.write().await.unwrap();
    store::courses::add(&mut tx, &Course { school, candidate, rules, begun_on }).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// What a stranger with the paper of the only certificate learns on a day.
async fn checked(stage: &Stage, day: Day) -> Option<Checked> {
    let [code] = column(&stage.db, "certificates", "code").await.try_into().unwrap();
    verify(&mut stage.db.read().await.unwrap(), &code, day).await.unwrap()
}

#[tokio::test]
async fn a_right_is_put_on_paper_once_and_checked_by_its_code() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let typesetter = Typesetter::unbounded();
        let (aigul, course) = (mentor("aigul"), passed(&stage, "aigul").await);
        let context = stage.context(&aigul);
        for _ in 0..2 {
            make(&context, &course).await.unwrap();
        }
        assert_eq!(stage.audited("certificate-made").await, 1);
        let held = own(&mut stage.db.read().await.unwrap(), &context).await.unwrap();
        assert_eq!(held.len(), 1);
        assert_eq!(held[0].certificate.as_ref().map(|made| made.number), Some(1));
        for lang in [Lang::Kk, Lang::Ru] {
            let pdf = print(&context, &course, lang, press(&typesetter)).await.unwrap();
            assert!(pdf.starts_with(b"%PDF"));
        }
        let found = checked(&stage, stage.today).await.unwrap();
        assert_eq!((found.number, found.validity), (1, Validity::Valid { until: UNTIL }));
        let later = checked(&stage, date(2027, 5, 20)).await.unwrap();
        assert_eq!(later.validity, Validity::Expired { until: UNTIL });
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(verify(&mut tx, "AAAAA-AAAAA", stage.today).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_certificate_has_the_body_of_the_day_on_which_it_was_made() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (aigul, course) = (mentor("aigul"), passed(&stage, "aigul").await);
        let body = |words: &str| format!("#import \"certificate-parts.typ\": *\n#passed()\n{words}");
        shape(&stage, Form::Certificate, &body("Аудан үлгісі")).await.unwrap();
        make(&stage.context(&aigul), &course).await.unwrap();
        stage.today = stage.today.tomorrow().unwrap();
        shape(&stage, Form::Certificate, &body("Басқа үлгі")).await.unwrap();
        let typesetter = Typesetter::unbounded();
        let printed = print(&stage.context(&aigul), &course, Lang::Kk, press(&typesetter)).await.unwrap();
        let said = squeezed(&printed);
        assert!(said.contains("Ауданүлгісі") && !said.contains("Басқаүлгі"), "{said}");
    })
    .await;
}

#[tokio::test]
async fn n08_nobody_else_makes_prints_or_shows_a_certificate() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let typesetter = Typesetter::unbounded();
        let course = passed(&stage, "aigul").await;
        let aigul = mentor("aigul");
        make(&stage.context(&aigul), &course).await.unwrap();
        for other in [mentor("bekzhan"), coordinator(), actor("serik", &[Role::Head])] {
            let context = stage.context(&other);
            assert!(matches!(make(&context, &course).await, Err(Failed::NotFound)));
            assert!(matches!(show(&context, &course, true).await, Err(Failed::NotFound)));
            let paper = print(&context, &course, Lang::Kk, press(&typesetter)).await;
            assert!(matches!(paper, Err(Failed::NotFound)));
        }
    })
    .await;
}

#[tokio::test]
async fn a_card_says_it_only_while_its_holder_lets_it_and_the_right_holds() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (aigul, course) = (mentor("aigul"), passed(&stage, "aigul").await);
        let context = stage.context(&aigul);
        make(&context, &course).await.unwrap();
        let said = async |day| {
            let mut tx = stage.db.read().await.unwrap();
            on_cards(&mut tx, &"school-12".into(), day).await.unwrap().get(&PersonId::from("aigul")).copied()
        };
        assert_eq!(said(stage.today).await, None);
        show(&context, &course, true).await.unwrap();
        assert_eq!(said(stage.today).await, Some(UNTIL));
        assert_eq!(said(date(2027, 5, 20)).await, None);
        show(&context, &course, false).await.unwrap();
        assert_eq!(said(stage.today).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_right_is_taken_away_with_a_reason_that_no_stranger_reads() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (aigul, leads, course) = (mentor("aigul"), coordinator(), passed(&stage, "aigul").await);
        make(&stage.context(&aigul), &course).await.unwrap();
        let silent = revoke(&stage.context(&leads), &course, " ").await;
        assert!(matches!(silent, Err(Failed::Refused(StepRefused::NoReason))), "{silent:?}");
        let head = actor("serik", &[Role::Head]);
        let refused = revoke(&stage.context(&head), &course, "Себебі").await;
        assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        for _ in 0..2 {
            revoke(&stage.context(&leads), &course, "Себебі").await.unwrap();
        }
        assert_eq!(stage.audited("right-revoked").await, 1);
        let found = checked(&stage, stage.today).await.unwrap();
        assert_eq!(found.validity, Validity::Revoked);
        let typesetter = Typesetter::unbounded();
        let paper = print(&stage.context(&aigul), &course, Lang::Kk, press(&typesetter)).await;
        assert!(matches!(paper, Err(Failed::NotFound)), "what was taken away is not printed");
        let other = passed(&stage, "gulnafisa").await;
        let own = revoke(&stage.context(&leads), &other, "Себебі").await;
        assert!(matches!(own, Err(Failed::Forbidden)), "{own:?}");
        let late = make(&stage.context(&aigul), &course).await;
        assert!(late.is_ok(), "there is one already");
        let running = make(&stage.context(&mentor("bekzhan")), &"none".into()).await;
        assert!(matches!(running, Err(Failed::NotFound)), "{running:?}");
    })
    .await;
}

#[tokio::test]
async fn of_a_right_that_is_over_no_certificate_is_made() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (aigul, course) = (mentor("aigul"), passed(&stage, "aigul").await);
        stage.today = date(2027, 5, 20);
        let late = make(&stage.context(&aigul), &course).await;
        assert!(matches!(late, Err(Failed::Refused(MakeRefused::NoRight))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn n10_the_end_of_a_right_is_told_once_two_months_and_once_a_month_ahead() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        passed(&stage, "aigul").await;
        let nobody = actor("schedule", &[]);
        for (today, told) in [
            (date(2027, 3, 19), 0),
            (date(2027, 3, 20), 1),
            (date(2027, 3, 25), 0),
            (date(2027, 4, 19), 1),
            (date(2027, 4, 20), 0),
            (UNTIL, 0),
        ] {
            stage.today = today;
            remind(&stage.context(&nobody)).await.unwrap();
            assert_eq!(stage.letters().await, vec!["aigul RightEnds"; told], "{today}");
        }
    })
    .await;
}

#[tokio::test]
async fn with_a_right_every_other_one_of_the_same_person_is_taken_away() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (aigul, leads, course) = (mentor("aigul"), coordinator(), passed(&stage, "aigul").await);
        passed_in(&stage, "aigul", "course-before".into()).await;
        let others = passed(&stage, "bekzhan").await;
        revoke(&stage.context(&leads), &course, "Себебі").await.unwrap();
        let held = own(&mut stage.db.read().await.unwrap(), &stage.context(&aigul)).await.unwrap();
        assert_eq!(held.len(), 2);
        assert!(held.iter().all(|held| held.validity == Validity::Revoked), "{held:?}");
        assert_eq!(stage.audited("right-revoked").await, 1);
        stage.today = date(2027, 5, 20);
        let over = revoke(&stage.context(&leads), &others, "Себебі").await;
        assert!(matches!(over, Err(Failed::Refused(StepRefused::NotHere))), "{over:?}");
    })
    .await;
}
