//! What draws people to this work: each reads their own, leaders read groups that are large enough and closed.

use crate::stage::{Stage, actor, mentor, newcomer};
use crate::surveys::{MORE, enrol_more};
use actions::Failed;
use actions::motivations::{answer, form, groups};
use actions::surveys::Told;
use domain::Day;
use domain::motivations::{GiveRefused, Moment, Motive};
use domain::people::{Actor, Role};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::surveys::Mark;
use jiff::civil::date;
use std::collections::BTreeMap;
use store::testing::on_both;

const JANUARY: Day = date(2027, 1, 11);
const MAY: Day = date(2027, 5, 3);

fn all(number: u8) -> BTreeMap<Motive, Mark> {
    Motive::ALL.into_iter().map(|motive| (motive, Mark::new(number).unwrap())).collect()
}

async fn programme(stage: &Stage) -> Programme {
    let mut tx = stage.db.read().await.unwrap();
    store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap()
}

async fn says(stage: &Stage, who: &Actor, number: u8) {
    answer(&stage.context(who), &programme(stage).await, &all(number), "kk").await.unwrap();
}

#[tokio::test]
async fn a_person_answers_at_the_start_and_at_the_end_and_reads_both() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let dana = newcomer("dana");
        says(&stage, &dana, 3).await;
        says(&stage, &dana, 4).await;
        let some = [(Motive::Pay, Mark::new(3).unwrap())].into();
        let part = answer(&stage.context(&dana), &programme(&stage).await, &some, "kk").await;
        assert!(matches!(part, Err(Failed::Refused(GiveRefused::NotAll))), "{part:?}");
        stage.today = JANUARY;
        let between = answer(&stage.context(&dana), &programme(&stage).await, &all(5), "kk").await;
        assert!(matches!(between, Err(Failed::Refused(GiveRefused::NotNow))), "{between:?}");
        stage.today = MAY;
        says(&stage, &dana, 5).await;
        let programme = programme(&stage).await;
        let mut tx = stage.db.read().await.unwrap();
        let own = form(&mut tx, &stage.context(&dana), &programme).await.unwrap().unwrap();
        let read: Vec<_> = own.given.iter().map(|one| (one.moment, one.marks.weights().inner)).collect();
        assert_eq!(read, [(Moment::Start, 24), (Moment::End, 30)]);
    })
    .await;
}

#[tokio::test]
async fn n08_nobody_reads_the_answers_of_another_and_nobody_who_is_not_asked_answers() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        says(&stage, &newcomer("dana"), 4).await;
        let programme = programme(&stage).await;
        let refused = answer(&stage.context(&mentor("polina")), &programme, &all(3), "kk").await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        let mut tx = stage.db.read().await.unwrap();
        let head = actor("serik", &[Role::Head]);
        assert_eq!(form(&mut tx, &stage.context(&head), &programme).await.unwrap(), None);
        assert_eq!(groups(&mut tx, &stage.context(&newcomer("zere")), &programme).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn leaders_read_groups_of_five_and_more_once_nobody_answers_any_more() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        enrol_more(&stage).await;
        for who in MORE.into_iter().take(4) {
            says(&stage, &newcomer(who), 4).await;
        }
        let leads = actor("gulnafisa", &[Role::Coordinator]);
        let read = async |stage: &Stage| {
            let programme = programme(stage).await;
            let mut tx = stage.db.read().await.unwrap();
            groups(&mut tx, &stage.context(&leads), &programme).await.unwrap().unwrap()
        };
        assert_eq!(read(&stage).await, [], "somebody may still answer");
        stage.today = JANUARY;
        assert!(read(&stage).await.iter().all(|group| group.lines.is_none()), "four are too few");
        stage.today = date(2026, 10, 5);
        says(&stage, &newcomer("dana"), 2).await;
        stage.today = JANUARY;
        let shown = read(&stage).await;
        let newcomers = shown.iter().find(|group| group.side == Side::Newcomer).unwrap();
        let lines = newcomers.lines.as_ref().unwrap();
        assert_eq!(lines.len(), 7);
        let Told::Shown(pay) = &lines[0].1 else { panic!("hidden") };
        assert_eq!((pay.n, pay.twice_median, pay.low), (5, 8, 2));
        let mentors = shown.iter().find(|group| group.side == Side::Mentor).unwrap();
        assert_eq!(mentors.lines, None);
    })
    .await;
}
