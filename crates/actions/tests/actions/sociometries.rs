//! A class is asked whom they choose, and what stays of it, on both databases.

use crate::stage::{Stage, actor, head};
use actions::duties::{Given, give};
use actions::pupils::consents::withdraw;
use actions::pupils::readers::{What, readers};
use actions::schedules::Schedule;
use actions::sociometries::{
    Asked, KEY_BYTES, NotShown, Vault, answer, asks, close, open, pass, recount, shown,
};
use actions::{Failed, Never};
use domain::duties::Duty;
use domain::people::{Actor, Role};
use domain::pupils::consents::Part;
use domain::sociometries::{AnswerRefused, OpenRefused, Question, Questions, State, Turn};
use domain::{PupilId, SociometryId};
use jiff::civil::date;
use store::testing::{column, ids, on_both, spoil};

/// Six of 7Г with both voices for diagnostics, and Мирас without.
const CLASS: &str = "INSERT INTO pupils (id, school_id, family, given, class, class_key, born_on) VALUES \
    ('p0', 'school-12', 'Абаев', 'Алан', '7Г', '7Г', '2013-04-02'), \
    ('p1', 'school-12', 'Бекова', 'Дария', '7Г', '7Г', '2013-04-02'), \
    ('p2', 'school-12', 'Власов', 'Егор', '7Г', '7Г', '2013-04-02'), \
    ('p3', 'school-12', 'Ғабитова', 'Жанель', '7Г', '7Г', '2013-04-02'), \
    ('p4', 'school-12', 'Дүйсен', 'Ислам', '7Г', '7Г', '2013-04-02'), \
    ('p5', 'school-12', 'Ермекова', 'Камила', '7Г', '7Г', '2013-04-02'), \
    ('miras', 'school-12', 'Төлегенов', 'Мирас', '7Г', '7Г', '2013-04-02'); \
    INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, given_on, last_day, \
        text_version, rule_version, entered_by, entered_at) \
    SELECT pupils.id || '-' || parts.part, 'school-12', pupils.id, parts.part, 'Абаева Сәуле', 'paper', 'Кабинет 12', 1, \
        '2026-09-10', '2027-07-31', '2026-11', 'under 18', 'gulnafisa', 0 \
    FROM pupils CROSS JOIN (SELECT 'data' AS part UNION ALL SELECT 'diagnostics' AS part) parts WHERE pupils.id LIKE 'p_'";

fn bekzhan() -> Actor {
    actor("bekzhan", &[Role::Teacher, Role::Mentor])
}

fn vault() -> Vault {
    Vault::new(&[9; KEY_BYTES]).unwrap()
}

fn asked() -> Asked {
    let questions = Questions { work: true, leisure: true, ..Questions::default() };
    Asked { class: "7Г".into(), questions, negative: false }
}

fn pupil(number: usize) -> PupilId {
    PupilId::from(format!("p{number}"))
}

/// The head has named Бекжан.
async fn staged(db: store::Db) -> Stage {
    let stage = Stage::new(db).await;
    spoil(&stage.db, CLASS).await;
    let given = Given { person: "bekzhan".into(), duty: Duty::Specialist };
    give(&stage.context(&head()), &given).await.unwrap();
    stage
}

/// Everybody chooses the next one of the list by both questions, and the first two choose each other.
async fn answered(stage: &Stage, id: &SociometryId) {
    let bekzhan = bekzhan();
    let context = stage.context(&bekzhan);
    for number in 0..6 {
        let whom = if number == 1 { 0 } else { (number + 1) % 6 };
        let chosen = vec![vec![pupil(whom)], vec![]];
        // The form comes twice.
        for _ in 0..2 {
            answer(&context, &vault(), id, &pupil(number), &chosen).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_class_answers_and_is_counted_once_and_nothing_of_it_can_be_read_in_the_database() {
    on_both(async |db| {
        let stage = staged(db).await;
        let bekzhan = bekzhan();
        let context = stage.context(&bekzhan);
        let id = open(&context, &asked()).await.unwrap();
        assert_eq!(open(&context, &asked()).await.unwrap(), id, "the form comes twice");
        let going = shown(&context, Some(&vault()), &id).await.unwrap();
        assert_eq!((going.pupils.len(), going.sociometry.class_size), (6, 7), "Мирас is not asked");
        assert!(going.found.is_empty(), "nothing is read while the class answers");
        answered(&stage, &id).await;
        let sealed = column(&stage.db, "sociometry_members", "sealed").await;
        assert_eq!(sealed.len(), 6);
        let lengths: std::collections::BTreeSet<usize> = sealed.iter().map(String::len).collect();
        assert_eq!(lengths.len(), 1, "how many somebody chose cannot be told");
        let different: std::collections::BTreeSet<&String> = sealed.iter().collect();
        assert_eq!(different.len(), 6, "two who chose alike cannot be told either");
        for _ in 0..2 {
            close(&context, &vault(), &id).await.unwrap();
        }
        let page = shown(&context, Some(&vault()), &id).await.unwrap();
        let work = &page.found[0];
        assert_eq!((work.question, work.counts[0].received, work.counts[0].mutual), (Question::Work, 2, 1));
        assert_eq!((work.counts[2].received, work.counts[2].given), (0, 1));
        assert_eq!(work.group.unwrap().mutual_pairs, 1);
        assert_eq!(work.statuses, Err(NotShown::TooFew { need: 10 }), "six are not sorted");
        assert_eq!(page.support, Err(NotShown::TooFew { need: 10 }));
        assert!(work.picture.is_none());
        assert_eq!(
            (stage.audited("sociometry-opened").await, stage.audited("sociometry-closed").await),
            (1, 1)
        );
        let late = answer(&context, &vault(), &id, &pupil(0), &[]).await;
        assert!(late.is_ok(), "who has answered has answered: {late:?}");
        assert_eq!(
            column(&stage.db, "sociometry_reads", "pupil_id").await.len(),
            6,
            "who looked stands there"
        );
        let leader = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
        let year = readers(&stage.context(&leader), &pupil(0), None).await.unwrap();
        let looked = (stage.today, What::Sociometry, "bekzhan".into());
        assert!(year.reads.contains(&looked), "{:?}", year.reads);
        let own = readers(&context, &pupil(0), None).await;
        assert!(matches!(own, Err(Failed::NotFound)), "who looked is answered by others: {own:?}");
        let other = Vault::new(&[8; KEY_BYTES]).unwrap();
        let counts = shown(&context, Some(&other), &id).await.unwrap();
        assert_eq!(counts.found[0].counts, work.counts, "with another key the counts are there");
        let without = shown(&context, None, &id).await.unwrap();
        assert_eq!(without.found[0].counts, work.counts, "without a key, too");
    })
    .await;
}

#[tokio::test]
async fn n08_nobody_but_a_specialist_named_by_the_head_learns_that_it_exists() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = open(&stage.context(&bekzhan()), &asked()).await.unwrap();
        let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
        for (person, duty) in [
            ("gulnafisa", Duty::Specialist),
            ("dana", Duty::Specialist),
            ("aigul", Duty::ClassTeacher("7Г".into())),
        ] {
            give(&stage.context(&coordinator), &Given { person: person.into(), duty }).await.unwrap();
        }
        // Nor does the head open it to themself.
        let own = Given { person: "serik".into(), duty: Duty::Specialist };
        give(&stage.context(&head()), &own).await.unwrap();
        let elsewhere = Actor { school: Some("school-7".into()), ..actor("timur", &Role::ALL) };
        let dana = actor("dana", &[Role::Teacher, Role::Newcomer]);
        let aigul = actor("aigul", &[Role::Teacher, Role::Mentor]);
        for somebody in [coordinator, head(), dana.clone(), aigul, elsewhere, actor("bekzhan", &[])] {
            let context = stage.context(&somebody);
            let read = shown(&context, Some(&vault()), &id).await;
            assert!(matches!(read, Err(Failed::NotFound)), "{somebody:?}: {read:?}");
            let opened = open(&context, &asked()).await;
            assert!(matches!(opened, Err(Failed::NotFound)), "{somebody:?}: {opened:?}");
            let given = answer(&context, &vault(), &id, &pupil(0), &[]).await;
            assert!(matches!(given, Err(Failed::NotFound)), "{somebody:?}: {given:?}");
            let closed = close(&context, &vault(), &id).await;
            assert!(matches!(closed, Err(Failed::NotFound)), "{somebody:?}: {closed:?}");
        }
        // What the coordinator gave, the head gives in their own name.
        give(&stage.context(&head()), &Given { person: "dana".into(), duty: Duty::Specialist })
            .await
            .unwrap();
        let mut tx = stage.db.read().await.unwrap();
        assert!(asks(&mut tx, &stage.context(&dana)).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn without_consent_nobody_is_asked_or_chosen_and_a_withdrawal_takes_the_choices_along() {
    on_both(async |db| {
        let stage = staged(db).await;
        let bekzhan = bekzhan();
        let context = stage.context(&bekzhan);
        let id = open(&context, &asked()).await.unwrap();
        let miras = PupilId::from("miras");
        for (who, whom) in [(&miras, pupil(0)), (&pupil(0), miras.clone()), (&pupil(0), pupil(0))] {
            let refused = answer(&context, &vault(), &id, who, &[vec![whom], vec![]]).await;
            let nobody = matches!(refused, Err(Failed::NotFound | Failed::Refused(AnswerRefused::Nobody)));
            assert!(nobody, "{refused:?}");
        }
        answered(&stage, &id).await;
        close(&context, &vault(), &id).await.unwrap();
        withdraw(&context, &pupil(1), Part::Diagnostics).await.unwrap();
        assert_eq!(column(&stage.db, "sociometry_members", "sealed").await.len(), 5);
        let page = shown(&context, Some(&vault()), &id).await.unwrap();
        assert!(page.pupils.iter().all(|(one, _)| one.id != pupil(1)));
        assert_eq!(page.found[0].counts[0].received, 1, "the choice of whoever left does not count");
        let none = shown(&context, None, &id).await.unwrap();
        assert!(none.found.is_empty(), "no count stays in which the choice stands");
        for _ in 0..2 {
            recount(&context, &vault(), &pupil(1)).await.unwrap();
        }
        let counted = column(&stage.db, "sociometry_counts", "pupil_id").await;
        assert!(counted.len() == 10 && !counted.contains(&"p1".to_owned()), "{counted:?}");
        let kept = shown(&context, None, &id).await.unwrap();
        assert_eq!(kept.found[0].counts, page.found[0].counts, "what is kept is what is there");
        let dana = actor("dana", &[Role::Teacher, Role::Newcomer]);
        let denied = recount(&stage.context(&dana), &vault(), &pupil(1)).await;
        assert!(matches!(denied, Err(Failed::NotFound)), "{denied:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_withdrew_while_a_form_was_open_is_passed_over_and_the_other_choices_count() {
    on_both(async |db| {
        let stage = staged(db).await;
        let bekzhan = bekzhan();
        let context = stage.context(&bekzhan);
        let id = open(&context, &asked()).await.unwrap();
        withdraw(&context, &pupil(1), Part::Diagnostics).await.unwrap();
        let chosen = vec![vec![pupil(1), pupil(2)], vec![]];
        answer(&context, &vault(), &id, &pupil(0), &chosen).await.unwrap();
        close(&context, &vault(), &id).await.unwrap();
        let page = shown(&context, Some(&vault()), &id).await.unwrap();
        let work: Vec<u32> = page.found[0].counts.iter().map(|one| one.received).collect();
        assert_eq!(work, [0, 1, 0, 0, 0], "of five who are left");
        assert_eq!(page.found[0].counts[0].given, 1);
    })
    .await;
}

#[tokio::test]
async fn an_absent_pupil_may_come_later_and_a_closed_sociometry_takes_no_answer() {
    on_both(async |db| {
        let stage = staged(db).await;
        let bekzhan = bekzhan();
        let context = stage.context(&bekzhan);
        let id = open(&context, &asked()).await.unwrap();
        pass(&context, &id, &pupil(0), false).await.unwrap();
        pass(&context, &id, &pupil(1), true).await.unwrap();
        answer(&context, &vault(), &id, &pupil(0), &[vec![pupil(1)], vec![]]).await.unwrap();
        pass(&context, &id, &pupil(0), false).await.unwrap();
        close(&context, &vault(), &id).await.unwrap();
        let page = shown(&context, Some(&vault()), &id).await.unwrap();
        let turns: Vec<Turn> = page.pupils.iter().take(3).map(|(_, turn)| *turn).collect();
        assert_eq!(turns, [Turn::Answered, Turn::Declined, Turn::Waiting]);
        assert_eq!(page.found[0].counts[1].could, 1);
        let late = answer(&context, &vault(), &id, &pupil(2), &[vec![], vec![]]).await;
        assert!(matches!(late, Err(Failed::Refused(AnswerRefused::Closed))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn with_the_school_year_the_choices_are_deleted_and_a_year_later_the_counts() {
    on_both(async |db| {
        let stage = staged(db).await;
        let bekzhan = bekzhan();
        let context = stage.context(&bekzhan);
        let id = open(&context, &asked()).await.unwrap();
        answered(&stage, &id).await;
        close(&context, &vault(), &id).await.unwrap();
        let noon = |day: jiff::civil::Date| domain::calendar::instant_of(day, 12, 300);
        let run =
            async |day| Schedule::ForgetSociometries.run(&stage.db, &stage.ids, noon(day)).await.unwrap();
        run(date(2027, 7, 31)).await;
        assert_eq!(column(&stage.db, "sociometry_members", "sealed").await.len(), 6);
        for _ in 0..2 {
            run(date(2027, 8, 1)).await;
        }
        assert!(column(&stage.db, "sociometry_members", "sealed").await.is_empty());
        let kept = store::testing::contents(&stage.db).await;
        assert_eq!(kept["sociometries"].len(), 1, "it stands, without its choices");
        assert_eq!(stage.audited("sociometry-forgotten").await, 1, "once");
        assert_eq!(column(&stage.db, "sociometry_counts", "question").await.len(), 12);
        run(date(2028, 8, 1)).await;
        assert_eq!(ids(&stage.db, "sociometries").await.len(), 1);
        run(date(2028, 8, 2)).await;
        assert!(ids(&stage.db, "sociometries").await.is_empty());
        assert!(column(&stage.db, "sociometry_counts", "question").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_was_opened_by_mistake_does_not_keep_a_class_waiting_for_a_term() {
    on_both(async |db| {
        let stage = staged(db).await;
        let bekzhan = bekzhan();
        let context = stage.context(&bekzhan);
        let mistaken = open(&context, &asked()).await.unwrap();
        close(&context, &vault(), &mistaken).await.unwrap();
        let right = open(&context, &asked()).await.unwrap();
        assert_ne!(right, mistaken);
        answer(&context, &vault(), &right, &pupil(0), &[vec![], vec![]]).await.unwrap();
        close(&context, &vault(), &right).await.unwrap();
        let soon = open(&context, &asked()).await;
        assert!(matches!(soon, Err(Failed::Refused(OpenRefused::TooSoon { .. }))), "{soon:?}");
    })
    .await;
}

#[tokio::test]
async fn a_second_one_comes_after_a_term_and_shows_the_change_of_those_in_both() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let bekzhan = bekzhan();
        let first = open(&stage.context(&bekzhan), &asked()).await.unwrap();
        answered(&stage, &first).await;
        close(&stage.context(&bekzhan), &vault(), &first).await.unwrap();
        let soon = open(&stage.context(&bekzhan), &asked()).await;
        assert!(matches!(soon, Err(Failed::Refused(OpenRefused::TooSoon { .. }))), "{soon:?}");
        stage.today = date(2026, 12, 4);
        let second = open(&stage.context(&bekzhan), &asked()).await.unwrap();
        close(&stage.context(&bekzhan), &vault(), &second).await.unwrap();
        let page = shown(&stage.context(&bekzhan), Some(&vault()), &second).await.unwrap();
        assert_eq!(page.sociometry.state, State::Closed);
        let before = page.found[0].before.as_ref().unwrap();
        assert_eq!(before.day, date(2026, 10, 5));
        assert_eq!(before.counts[0].unwrap().received, 2);
        assert_eq!(before.group.unwrap().mutual_pairs, 1);
        let earlier: Result<_, Failed<Never>> = shown(&stage.context(&bekzhan), Some(&vault()), &first).await;
        assert!(earlier.unwrap().found[0].before.is_none());
    })
    .await;
}
