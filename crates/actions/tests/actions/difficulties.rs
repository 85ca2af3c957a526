//! The difficulty map: the newcomer's own, shared or not, with steps that are taken one by one.

use crate::plans::{assigned, coordinator, head};
use crate::stage::{Stage, mentor, newcomer};
use actions::Failed;
use actions::difficulties::{Answers, fill, list, needs, readable, take_up};
use actions::rosters::exporting::Form;
use actions::surveys::Told;
use domain::difficulties::{FillRefused, Helper, Mark, Topic};
use domain::plans::{Kind, Step};
use domain::programmes::Programme;
use i18n::Lang;
use jiff::civil::date;
use store::testing::on_both;

async fn programme(stage: &Stage) -> Programme {
    let mut tx = stage.db.read().await.unwrap();
    store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap()
}

fn answers(shared: bool) -> Answers {
    let marks = [(Topic::Parents, 3), (Topic::Time, 1)];
    let marks = marks.map(|(topic, mark)| (topic, Mark::new(mark).unwrap()));
    Answers { marks: marks.into(), shared, ..Answers::default() }
}

async fn maps_for(stage: &Stage, who: &domain::people::Actor) -> Option<usize> {
    let mut tx = stage.db.read().await.unwrap();
    let found = readable(&mut tx, &stage.context(who), &"dana".into()).await.unwrap();
    found.map(|(_, maps)| maps.len())
}

#[tokio::test]
async fn the_mentor_reads_what_is_shared_and_nobody_else_anything() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let programme = programme(&stage).await;
        let dana = newcomer("dana");
        fill(&stage.context(&dana), &programme, &answers(false)).await.unwrap();
        assert_eq!(
            (maps_for(&stage, &newcomer("dana")).await, maps_for(&stage, &mentor("aigul")).await),
            (Some(1), Some(0))
        );
        fill(&stage.context(&dana), &programme, &answers(true)).await.unwrap();
        assert_eq!(maps_for(&stage, &mentor("aigul")).await, Some(1));
        for other in [mentor("bekzhan"), newcomer("zere"), coordinator(), head()] {
            assert_eq!(maps_for(&stage, &other).await, None);
        }
        let other = fill(&stage.context(&mentor("aigul")), &programme, &answers(true)).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
    })
    .await;
}

#[tokio::test]
async fn the_paper_holds_what_its_reader_may_read() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let programme = programme(&stage).await;
        let own = Answers { words: Some("Журнал".to_owned()), ..answers(false) };
        fill(&stage.context(&newcomer("dana")), &programme, &own).await.unwrap();
        let csv = async |who: &domain::people::Actor| {
            let context = stage.context(who);
            let list = list(&context, &"dana".into(), Lang::Ru).await?;
            list.table(&context, Form::Csv).map(|file| String::from_utf8(file.bytes).unwrap())
        };
        let read = csv(&newcomer("dana")).await.unwrap();
        assert_eq!(read.lines().count(), 27, "headings, twenty-five topics, the own words: {read}");
        assert!(read.contains("очень трудно;;") && read.contains("Журнал"), "{read}");
        let shared = csv(&mentor("aigul")).await.unwrap();
        assert!(!shared.contains("трудно;") && !shared.contains("Журнал"), "nothing is shared: {shared}");
        for other in [mentor("bekzhan"), newcomer("zere"), coordinator(), head()] {
            assert!(matches!(csv(&other).await, Err(Failed::NotFound)));
        }
        let reader = newcomer("dana");
        let context = stage.context(&reader);
        let pdf = list(&context, &"dana".into(), Lang::Kk).await.unwrap().print(&context).await.unwrap();
        assert!(pdf.starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test]
async fn who_could_help_is_kept_with_the_map_and_a_map_from_before_is_read_on() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let programme = programme(&stage).await;
        let helpers = [(Topic::Parents, Helper::Psychologist)].into();
        let asked = Answers { helpers, ..answers(true) };
        fill(&stage.context(&newcomer("dana")), &programme, &asked).await.unwrap();
        let read = async |who: &domain::people::Actor| {
            let mut tx = stage.db.read().await.unwrap();
            let found = readable(&mut tx, &stage.context(who), &"dana".into()).await.unwrap();
            let [map] = found.unwrap().1.try_into().unwrap();
            map.helpers
        };
        assert_eq!(read(&mentor("aigul")).await, asked.helpers);
        store::testing::spoil(&stage.db, "UPDATE difficulties SET helpers = NULL").await;
        assert!(read(&newcomer("dana")).await.is_empty(), "nobody had been asked");
    })
    .await;
}

#[tokio::test]
async fn each_season_keeps_a_map_of_its_own() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        let programme = programme(&stage).await;
        let dana = newcomer("dana");
        for day in [date(2026, 11, 3), date(2026, 11, 20), date(2027, 1, 15), date(2027, 5, 10)] {
            stage.today = day;
            fill(&stage.context(&dana), &programme, &answers(false)).await.unwrap();
        }
        assert_eq!(maps_for(&stage, &newcomer("dana")).await, Some(3));
        stage.today = date(2027, 6, 1);
        let late = fill(&stage.context(&dana), &programme, &answers(false)).await;
        assert!(matches!(late, Err(Failed::Refused(FillRefused::NotNow))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_map_that_is_filled_in_again_leaves_what_it_said_to_its_newcomer() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        let programme = programme(&stage).await;
        let dana = newcomer("dana");
        fill(&stage.context(&dana), &programme, &answers(false)).await.unwrap();
        stage.today = date(2026, 11, 20);
        fill(&stage.context(&dana), &programme, &answers(true)).await.unwrap();
        let earlier = async |stage: &Stage| {
            let mut tx = stage.db.read().await.unwrap();
            store::difficulties::earlier(&mut tx, &"school-12".into(), &"dana".into()).await.unwrap()
        };
        assert_eq!(earlier(&stage).await, [], "sharing changes no answer");
        let lighter = Answers { marks: [(Topic::Parents, Mark::new(1).unwrap())].into(), ..answers(true) };
        fill(&stage.context(&dana), &programme, &lighter).await.unwrap();
        let [before] = earlier(&stage).await.try_into().unwrap();
        assert_eq!((before.marks, before.shared), (answers(true).marks, true));
        assert_eq!(
            maps_for(&stage, &mentor("aigul")).await,
            Some(1),
            "the mentor reads the map of now alone"
        );
    })
    .await;
}

#[tokio::test]
async fn a_proposed_step_is_taken_into_the_development_plan_once_and_another_is_not() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let programme = programme(&stage).await;
        let dana = newcomer("dana");
        let early = take_up(&stage.context(&dana), &programme, Topic::Parents).await;
        assert!(matches!(early, Err(Failed::Refused(FillRefused::NotProposed))), "{early:?}");
        fill(&stage.context(&dana), &programme, &answers(false)).await.unwrap();
        let plan = take_up(&stage.context(&dana), &programme, Topic::Parents).await.unwrap();
        assert_eq!(take_up(&stage.context(&dana), &programme, Topic::Parents).await.unwrap(), plan);
        let light = take_up(&stage.context(&dana), &programme, Topic::Time).await;
        assert!(matches!(light, Err(Failed::Refused(FillRefused::NotProposed))), "{light:?}");
        let mut tx = stage.db.read().await.unwrap();
        let plan = store::plans::get(&mut tx, &plan).await.unwrap().unwrap();
        assert_eq!((plan.kind, plan.pair.clone()), (Kind::Development, None));
        let items = store::plans::items(&mut tx, &plan).await.unwrap();
        let steps: Vec<_> = items.iter().map(|item| (item.step, item.content.due)).collect();
        assert_eq!(steps, [(Some(Step::GrowParents), date(2026, 11, 27))]);
        for (reader, reads) in [(mentor("aigul"), true), (coordinator(), false), (head(), false)] {
            let opened = actions::plans::opened(&mut tx, &stage.context(&reader), &plan.id).await.unwrap();
            assert_eq!(opened.is_some(), reads);
        }
    })
    .await;
}

/// Of nobody anything is read: Дана and Зере are two, and with five more of the next month a batch is counted.
#[tokio::test]
async fn difficulties_are_read_in_groups_of_earlier_months_and_never_of_maps_that_were_promised_otherwise() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        crate::surveys::enrol_more(&stage).await;
        let programme = programme(&stage).await;
        for who in ["dana", "zere"].into_iter().chain(crate::surveys::MORE) {
            fill(&stage.context(&newcomer(who)), &programme, &answers(false)).await.unwrap();
        }
        let read = async |stage: &Stage, who: &domain::people::Actor| {
            needs(&mut stage.db.read().await.unwrap(), &stage.context(who), &programme).await.unwrap()
        };
        assert_eq!(read(&stage, &coordinator()).await, Some(vec![]), "not in the month in which they came");
        stage.today = date(2026, 12, 1);
        for who in [coordinator(), head()] {
            let [september] = read(&stage, &who).await.unwrap().try_into().unwrap();
            let of = |topic| september.topics.iter().find(|(of, _)| *of == topic).unwrap().1;
            let Told::Shown(parents) = of(Topic::Parents) else { panic!("five are enough") };
            assert_eq!((parents.n, parents.twice_median), (5, 6), "one batch of five, the rest waits");
            assert_eq!(of(Topic::Ict), Told::Hidden, "nobody marked it");
        }
        assert_eq!(read(&stage, &mentor("aigul")).await, None);
        store::testing::spoil(&stage.db, "UPDATE difficulties SET counted = 0").await;
        assert_eq!(read(&stage, &coordinator()).await, Some(vec![]), "filled in under the earlier promise");
    })
    .await;
}
