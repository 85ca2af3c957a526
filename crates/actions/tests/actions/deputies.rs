//! Deputies, on both databases: a lent role, letters to whoever is there, and an end.

use crate::stage::{Stage, actor, coordinator, mentor};
use actions::Failed;
use actions::deputies::{absent, end, name, standing};
use actions::people::{give_role, leave};
use domain::deputies::{DeputyRefused, Wanted};
use domain::people::{Actor, LeaveRefused, Role, RoleRefused};
use domain::{Day, DeputyId};
use jiff::civil::date;
use store::testing::on_both;

const FIRST: Day = date(2026, 10, 6);
const LAST: Day = date(2026, 10, 9);

/// Бекжан stands in for Гүлнафиса.
fn wanted() -> Wanted {
    Wanted { absent: "gulnafisa".into(), deputy: "bekzhan".into(), from: FIRST, until: LAST }
}

async fn named(stage: &Stage) -> DeputyId {
    name(&stage.context(&coordinator()), &wanted()).await.unwrap()
}

async fn coordinates(stage: &Stage, person: &str, day: Day) -> bool {
    let mut tx = stage.db.read().await.unwrap();
    store::people::roles_on(&mut tx, &person.into(), day).await.unwrap().contains(&Role::Coordinator)
}

#[tokio::test]
async fn a_deputy_has_the_role_in_these_days_and_no_other() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = named(&stage).await;
        assert_eq!(named(&stage).await, id, "the form came twice");
        for (day, expected) in
            [(date(2026, 10, 5), false), (FIRST, true), (LAST, true), (date(2026, 10, 10), false)]
        {
            assert_eq!(coordinates(&stage, "bekzhan", day).await, expected, "{day}");
            assert!(coordinates(&stage, "gulnafisa", day).await, "who is away keeps the role");
        }
        assert_eq!(stage.audited("deputy-named").await, 1);
    })
    .await;
}

#[tokio::test]
async fn it_ends_early_and_may_begin_again() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = named(&stage).await;
        stage.today = date(2026, 10, 8);
        for _ in 0..2 {
            end(&stage.context(&coordinator()), &id).await.unwrap();
        }
        assert!(coordinates(&stage, "bekzhan", date(2026, 10, 7)).await);
        assert!(!coordinates(&stage, "bekzhan", date(2026, 10, 8)).await);
        assert_eq!(stage.audited("deputy-ended").await, 1);
        let again = Wanted { from: date(2026, 10, 8), ..wanted() };
        name(&stage.context(&coordinator()), &again).await.unwrap();
        assert!(coordinates(&stage, "bekzhan", LAST).await);
        let who = coordinator();
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(standing(&mut tx, &stage.context(&who)).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn n08_only_who_is_away_and_the_head_name_a_deputy() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        for who in [mentor("bekzhan"), actor("serik", &[Role::Coordinator])] {
            let refused = name(&stage.context(&who), &wanted()).await;
            assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        }
        let id = name(&stage.context(&actor("serik", &[Role::Head])), &wanted()).await.unwrap();
        let stranger = Actor { school: Some("school-7".into()), ..coordinator() };
        let ended = end(&stage.context(&stranger), &id).await;
        assert!(matches!(ended, Err(Failed::NotFound)), "{ended:?}");
    })
    .await;
}

#[tokio::test]
async fn nobody_stands_in_who_cannot() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let head = actor("serik", &[Role::Head]);
        named(&stage).await;
        let refused = async |wanted: Wanted| match name(&stage.context(&head), &wanted).await {
            Err(Failed::Refused(why)) => why,
            other => panic!("{other:?}"),
        };
        let later = Wanted { from: date(2026, 10, 19), until: date(2026, 10, 20), ..wanted() };
        assert_eq!(refused(Wanted { deputy: "aigul".into(), ..wanted() }).await, DeputyRefused::Taken);
        assert_eq!(refused(Wanted { deputy: "dana".into(), ..later.clone() }).await, DeputyRefused::Person);
        assert_eq!(
            refused(Wanted { deputy: "gulnafisa".into(), ..later.clone() }).await,
            DeputyRefused::Person
        );
        assert_eq!(refused(Wanted { absent: "aigul".into(), ..later }).await, DeputyRefused::NotCoordinator);
        assert_eq!(refused(Wanted { from: date(2026, 10, 1), ..wanted() }).await, DeputyRefused::Days);
    })
    .await;
}

#[tokio::test]
async fn n08_a_lent_role_is_not_lent_on() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        named(&stage).await;
        stage.today = LAST;
        let on = Wanted {
            absent: "bekzhan".into(),
            deputy: "aigul".into(),
            from: date(2026, 10, 10),
            until: date(2026, 12, 1),
        };
        let deputy = actor("bekzhan", &[Role::Mentor, Role::Coordinator]);
        for who in [&deputy, &actor("serik", &[Role::Head])] {
            let refused = name(&stage.context(who), &on).await;
            assert!(matches!(refused, Err(Failed::Refused(DeputyRefused::NotCoordinator))), "{refused:?}");
        }
        let mut tx = stage.db.read().await.unwrap();
        assert!(absent(&mut tx, &stage.context(&deputy)).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_role_given_or_taken_by_hand_ends_standing_in() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        named(&stage).await;
        stage.today = FIRST;
        let head = actor("serik", &[Role::Head]);
        let context = stage.context(&head);
        let last = give_role(&context, &"gulnafisa".into(), Role::Coordinator, false).await;
        assert!(
            matches!(last, Err(Failed::Refused(RoleRefused::LastOne))),
            "only a deputy is left: {last:?}"
        );
        let deputy = actor("bekzhan", &[Role::Mentor, Role::Coordinator]);
        let gone = leave(&stage.context(&deputy), &"gulnafisa".into(), FIRST).await;
        assert!(
            matches!(gone, Err(Failed::Refused(LeaveRefused::LastOne(Role::Coordinator)))),
            "nor does she leave: {gone:?}"
        );
        give_role(&context, &"bekzhan".into(), Role::Coordinator, false).await.unwrap();
        assert!(!coordinates(&stage, "bekzhan", FIRST).await, "what is taken is not there as a lent one");
        named(&stage).await;
        give_role(&context, &"bekzhan".into(), Role::Coordinator, true).await.unwrap();
        assert!(coordinates(&stage, "bekzhan", date(2026, 12, 1)).await, "given to keep");
        assert_eq!(stage.audited("deputy-ended").await, 2);
    })
    .await;
}
