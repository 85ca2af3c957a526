//! The adaptation checklist: either ticks, either takes back, the coordinator looks.

use crate::plans::{assigned, coordinator, head};
use crate::stage::{Stage, mentor, newcomer};
use actions::Failed;
use actions::milestones::{fixed, list, opened, set, ticks, ticks_of_programme};
use actions::plans::{Turn, change, make, turn};
use actions::rosters::exporting::Form;
use domain::PlanId;
use domain::milestones::Milestone;
use domain::plans::{Content, Item};
use i18n::Lang;
use store::testing::on_both;

#[tokio::test]
async fn either_of_the_two_ticks_and_takes_back_and_the_coordinator_looks() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let dana_id = "dana".into();
        for (who, done) in [(newcomer("dana"), true), (mentor("aigul"), true), (mentor("aigul"), false)] {
            set(&stage.context(&who), &dana_id, Milestone::Journal, done).await.unwrap();
            let mut tx = stage.db.read().await.unwrap();
            let ticks = store::milestones::of_newcomer(&mut tx, &"school-12".into(), &dana_id).await.unwrap();
            assert_eq!(ticks.len(), usize::from(done));
        }
        assert_eq!(stage.audited("milestone-done").await, 1, "what stands is left alone");
        assert_eq!(stage.audited("milestone-reopened").await, 1);
        let looking = set(&stage.context(&coordinator()), &dana_id, Milestone::Journal, true).await;
        assert!(matches!(looking, Err(Failed::Forbidden)), "{looking:?}");
        let mut tx = stage.db.read().await.unwrap();
        assert!(opened(&mut tx, &stage.context(&coordinator()), &dana_id).await.unwrap().is_some());
        for other in [head(), mentor("bekzhan"), newcomer("zere")] {
            assert!(opened(&mut tx, &stage.context(&other), &dana_id).await.unwrap().is_none());
        }
    })
    .await;
}

#[tokio::test]
async fn the_paper_says_who_ticked_what_on_which_day() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        set(&stage.context(&mentor("aigul")), &"dana".into(), Milestone::Journal, true).await.unwrap();
        let csv = async |who: &domain::people::Actor| {
            let context = stage.context(who);
            let list = list(&context, &"dana".into(), Lang::Ru).await?;
            list.table(&context, Form::Csv).map(|file| String::from_utf8(file.bytes).unwrap())
        };
        let read = csv(&coordinator()).await.unwrap();
        assert_eq!(read.lines().count(), Milestone::ALL.len() + 1, "{read}");
        let ticked: Vec<&str> = read.lines().filter(|line| line.contains("Нұрбаева")).collect();
        assert_eq!(ticked.len(), 1, "{read}");
        for other in [head(), mentor("bekzhan"), newcomer("zere")] {
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
async fn without_a_mentor_the_newcomer_ticks_alone() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let zere = "zere".into();
        set(&stage.context(&newcomer("zere")), &zere, Milestone::Workplace, true).await.unwrap();
        let other = set(&stage.context(&mentor("aigul")), &zere, Milestone::Workplace, false).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
    })
    .await;
}

/// What stands ticked in Дана's checklist, and which of these steps are done in her work plan.
async fn both(stage: &Stage, plan: &PlanId, milestone: Milestone) -> (bool, bool) {
    let mut tx = stage.db.read().await.unwrap();
    let ticks = ticks(&mut tx, &"school-12".into(), &"dana".into()).await.unwrap();
    let plan = store::plans::get(&mut tx, plan).await.unwrap().unwrap();
    let steps = actions::plans::items(&mut tx, &plan).await.unwrap();
    let step = steps.iter().find(|item| item.step == milestone.step()).unwrap();
    (ticks.iter().any(|tick| tick.milestone == milestone), step.done.is_some())
}

async fn step_of(stage: &Stage, plan: &PlanId, milestone: Milestone) -> Item {
    let mut tx = stage.db.read().await.unwrap();
    let plan = store::plans::get(&mut tx, plan).await.unwrap().unwrap();
    let steps = store::plans::items(&mut tx, &plan).await.unwrap();
    steps.into_iter().find(|item| item.step == milestone.step()).unwrap()
}

#[tokio::test]
async fn what_is_a_step_of_the_plan_as_well_is_ticked_once_and_taken_back_in_either_place() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        let plan = make(&stage.context(&aigul), &pair).await.unwrap();
        let dana_id = "dana".into();
        let talk = Milestone::ParentsTalk;
        let step = step_of(&stage, &plan, talk).await.id;
        // In the checklist; then it stands in the plan, and a second tick there changes nothing.
        set(&stage.context(&dana), &dana_id, talk, true).await.unwrap();
        assert_eq!(both(&stage, &plan, talk).await, (true, true));
        turn(&stage.context(&aigul), &step, Turn::Done).await.unwrap();
        assert_eq!(stage.audited("plan-item-done").await, 0, "it stands already");
        turn(&stage.context(&aigul), &step, Turn::Reopen).await.unwrap();
        assert_eq!(both(&stage, &plan, talk).await, (false, false));
        // In the plan; then it stands in the checklist.
        turn(&stage.context(&aigul), &step, Turn::Done).await.unwrap();
        assert_eq!(both(&stage, &plan, talk).await, (true, true));
        set(&stage.context(&dana), &dana_id, talk, true).await.unwrap();
        assert_eq!(stage.audited("milestone-done").await, 1, "it stands already");
        set(&stage.context(&dana), &dana_id, talk, false).await.unwrap();
        assert_eq!(both(&stage, &plan, talk).await, (false, false));
        let audited = (stage.audited("milestone-reopened").await, stage.audited("plan-item-reopened").await);
        assert_eq!(audited, (1, 1), "each in the place where it was ticked");
    })
    .await;
}

#[tokio::test]
async fn a_step_that_gets_own_words_stays_done_and_goes_its_own_way() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let dana = newcomer("dana");
        let plan = make(&stage.context(&dana), &pair).await.unwrap();
        let dana_id = "dana".into();
        let activity = Milestone::Activity;
        set(&stage.context(&dana), &dana_id, activity, true).await.unwrap();
        let step = step_of(&stage, &plan, activity).await;
        let own = Content { text: Some("Әжелер күні".into()), ..step.content.clone() };
        change(&stage.context(&dana), &step.id, step.version, &own).await.unwrap();
        assert_eq!(both(&stage, &plan, activity).await, (true, true));
        set(&stage.context(&dana), &dana_id, activity, false).await.unwrap();
        assert_eq!(both(&stage, &plan, activity).await, (false, true));
    })
    .await;
}

#[tokio::test]
async fn what_the_plan_of_an_ended_pair_has_as_done_stays_ticked() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let (dana, school, dana_id) = (newcomer("dana"), "school-12".into(), "dana".into());
        let plan = make(&stage.context(&dana), &pair).await.unwrap();
        let talk = Milestone::ParentsTalk;
        let step = step_of(&stage, &plan, talk).await.id;
        turn(&stage.context(&dana), &step, Turn::Done).await.unwrap();
        let mut tx = stage.db.write().await.unwrap();
        assert!(fixed(&mut tx, &stage.context(&dana), &school, &dana_id).await.unwrap().is_empty());
        let pair = store::pairs::get(&mut tx, &pair).await.unwrap().unwrap();
        let ended = pair.end(stage.today.tomorrow().unwrap(), stage.now()).unwrap();
        store::pairs::save(&mut tx, &ended).await.unwrap();
        assert_eq!(fixed(&mut tx, &stage.context(&dana), &school, &dana_id).await.unwrap(), [talk].into());
        tx.commit().await.unwrap();
        let back = set(&stage.context(&dana), &dana_id, talk, false).await;
        assert!(matches!(back, Err(Failed::Changed)), "{back:?}");
        assert_eq!(both(&stage, &plan, talk).await, (true, true));
    })
    .await;
}

#[tokio::test]
async fn what_is_ticked_after_the_end_of_a_pair_is_not_done_in_its_plan() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        let dana = newcomer("dana");
        let plan = make(&stage.context(&dana), &pair).await.unwrap();
        let mut tx = stage.db.write().await.unwrap();
        let pair = store::pairs::get(&mut tx, &pair).await.unwrap().unwrap();
        let ended = pair.end(stage.today.tomorrow().unwrap(), stage.now()).unwrap();
        store::pairs::save(&mut tx, &ended).await.unwrap();
        tx.commit().await.unwrap();
        stage.today = stage.today.tomorrow().unwrap();
        set(&stage.context(&dana), &"dana".into(), Milestone::ParentsTalk, true).await.unwrap();
        assert_eq!(both(&stage, &plan, Milestone::ParentsTalk).await, (true, false));
        let mut tx = stage.db.read().await.unwrap();
        let all = store::programmes::running(&mut tx, &"school-12".into(), stage.today).await.unwrap();
        let all = ticks_of_programme(&mut tx, &"school-12".into(), &all.unwrap().id).await.unwrap();
        assert_eq!(all.iter().map(|tick| tick.milestone).collect::<Vec<_>>(), [Milestone::ParentsTalk]);
    })
    .await;
}
