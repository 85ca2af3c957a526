//! The first meeting of a pair: planned and moved by the two, told to the other, never overwritten unseen.

use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::pairs::{Plan, appoint, appointed_by, plan_first_meeting};
use domain::PairId;
use domain::pairs::{FirstMeeting, Origin, Pair, PlanRefused, State};
use domain::people::Role;
use jiff::civil::{date, time};
use store::testing::on_both;

/// Дана and Айгүл are a published pair.
async fn published(stage: &Stage) -> PairId {
    let pair = Pair {
        id: "pair".into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        place: Some(1),
        origin: Origin::Ranked,
        state: State::Published,
        since: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::pairs::add(&mut tx, &pair).await.unwrap();
    tx.commit().await.unwrap();
    pair.id
}

fn thursday(seen: Option<i64>) -> Plan {
    Plan { on: date(2026, 10, 8), at: time(15, 10, 0, 0), place: " кабинет 214 ".into(), seen }
}

async fn planned(stage: &Stage, id: &PairId) -> Option<FirstMeeting> {
    let mut tx = stage.db.read().await.unwrap();
    let pair = store::pairs::get(&mut tx, id).await.unwrap().unwrap();
    store::pairs::first_meeting(&mut tx, &pair).await.unwrap()
}

async fn letters(stage: &Stage) -> i64 {
    store::jobs::waiting(&mut stage.db.read().await.unwrap()).await.unwrap()
}

#[tokio::test]
async fn either_of_the_two_plans_and_the_other_one_moves() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = published(&stage).await;
        plan_first_meeting(&stage.context(&newcomer("dana")), &id, &thursday(None)).await.unwrap();
        let first = planned(&stage, &id).await.unwrap();
        assert_eq!((first.place.as_str(), first.set_by.as_str()), ("кабинет 214", "dana"));
        let friday = Plan { on: date(2026, 10, 9), ..thursday(Some(first.version)) };
        plan_first_meeting(&stage.context(&mentor("aigul")), &id, &friday).await.unwrap();
        let moved = planned(&stage, &id).await.unwrap();
        assert_eq!((moved.on, moved.set_by.as_str()), (date(2026, 10, 9), "aigul"));
        assert_eq!(stage.audited("pair-meeting-planned").await, 2);
        assert_eq!(letters(&stage).await, 2, "each time the other one is told");
        let mut tx = stage.db.read().await.unwrap();
        let all =
            store::pairs::first_meetings(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap();
        assert_eq!(all, [(id, moved)]);
    })
    .await;
}

#[tokio::test]
async fn a_plan_made_in_between_is_not_overwritten_unseen() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = published(&stage).await;
        plan_first_meeting(&stage.context(&newcomer("dana")), &id, &thursday(None)).await.unwrap();
        let unseen = plan_first_meeting(&stage.context(&mentor("aigul")), &id, &thursday(None)).await;
        assert!(matches!(unseen, Err(Failed::Changed)), "{unseen:?}");
        assert_eq!(stage.audited("pair-meeting-planned").await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_leaders_see_the_pair_and_plan_nothing_and_for_others_it_is_not_there() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = published(&stage).await;
        for leader in [actor("gulnafisa", &[Role::Coordinator]), actor("serik", &[Role::Head])] {
            let refused = plan_first_meeting(&stage.context(&leader), &id, &thursday(None)).await;
            assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        }
        for other in [newcomer("zere"), mentor("bekzhan")] {
            let hidden = plan_first_meeting(&stage.context(&other), &id, &thursday(None)).await;
            assert!(matches!(hidden, Err(Failed::NotFound)), "{hidden:?}");
        }
        assert_eq!(planned(&stage, &id).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_day_that_has_passed_is_refused_and_nothing_is_kept() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = published(&stage).await;
        let sunday = Plan { on: date(2026, 10, 4), ..thursday(None) };
        let refused = plan_first_meeting(&stage.context(&newcomer("dana")), &id, &sunday).await;
        assert!(matches!(refused, Err(Failed::Refused(PlanRefused::Past))), "{refused:?}");
        assert_eq!((planned(&stage, &id).await, letters(&stage).await), (None, 0));
    })
    .await;
}

const REASON: &str = "Единственный математик с местом в этом году.";

#[tokio::test]
async fn a_pair_knows_by_whom_it_was_appointed_and_in_which_role() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let chosen = published(&stage).await;
        stage.today = date(2026, 11, 3);
        let head = actor("serik", &[Role::Head]);
        let appointed =
            appoint(&stage.context(&head), &"zere".into(), &"bekzhan".into(), REASON).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let pair = store::pairs::get(&mut tx, &appointed).await.unwrap().unwrap();
        let decider = appointed_by(&mut tx, &pair, stage.today).await.unwrap().unwrap();
        assert_eq!((decider.person.id.as_str(), decider.role), ("serik", Role::Head));
        let chosen = store::pairs::get(&mut tx, &chosen).await.unwrap().unwrap();
        assert_eq!(appointed_by(&mut tx, &chosen, stage.today).await.unwrap(), None, "nobody appointed it");
    })
    .await;
}
