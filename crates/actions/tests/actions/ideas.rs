//! Ideas of young specialists, on both databases: what is written where, and who is reminded until when.

use crate::stage::{Stage, actor, coordinator, mentor, newcomer};
use actions::Failed;
use actions::ideas::{
    answer, assign, board, comment, disclose, join, merge, opened, own_steps, plan, remove, restore, share,
    tick, vote, waiting,
};
use actions::schedules::Schedule;
use domain::ideas::{Draft, IdeaRefused, State};
use domain::people::{Actor, Role};
use domain::{IdeaId, PersonId};
use jiff::civil::date;
use store::testing::{contents, on_both};

fn draft(title: &str, unnamed: bool) -> Draft {
    Draft { title: title.into(), words: "Әр кафедрадан бір сабақ".into(), unnamed }
}

async fn shared(stage: &Stage, who: &str, title: &str, unnamed: bool) -> IdeaId {
    share(&stage.context(&newcomer(who)), &draft(title, unnamed)).await.unwrap()
}

#[tokio::test]
async fn n24_sharing_voting_and_commenting_leave_no_line_and_hand_out_no_author() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = shared(&stage, "dana", "Ашық сабақтар", true).await;
        assert_eq!(shared(&stage, "dana", "Ашық сабақтар", true).await, id, "sent twice, shared once");
        stage.today = date(2026, 10, 12);
        vote(&stage.context(&newcomer("dana")), &id, true).await.unwrap();
        comment(&stage.context(&newcomer("dana")), &id, "Мен бастаймын").await.unwrap();
        stage.today = date(2026, 10, 19);
        assert!(contents(&stage.db).await["audit"].is_empty());
        assert!(stage.letters().await.is_empty());
        for who in [newcomer("zere"), mentor("aigul"), coordinator(), actor("serik", &[Role::Head])] {
            let mut tx = stage.db.read().await.unwrap();
            let page = opened(&mut tx, &stage.context(&who), &id).await.unwrap();
            assert!(page.idea.author.is_none() && !page.idea.mine, "{who:?}");
            assert!(page.remarks.len() == 1 && page.remarks[0].author.is_none(), "{who:?}");
            assert_eq!(page.idea.votes, 1);
        }
    })
    .await;
}

#[tokio::test]
async fn n24_a_disclosure_tells_the_author_and_nobody_but_coordinators() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = shared(&stage, "dana", "Ашық сабақтар", true).await;
        stage.today = date(2026, 10, 12);
        let leads = coordinator();
        for _ in 0..2 {
            disclose(&stage.context(&leads), &id, "Қауіп туралы жазылған").await.unwrap();
        }
        assert_eq!(stage.audited("idea-disclosed").await, 1);
        assert_eq!(stage.letters().await, ["dana IdeaTold"]);
        let author = async |who: Actor| {
            let mut tx = stage.db.read().await.unwrap();
            opened(&mut tx, &stage.context(&who), &id).await.unwrap().idea.author
        };
        assert_eq!(author(coordinator()).await, Some("dana".into()));
        assert_eq!(author(actor("serik", &[Role::Head])).await, None);
        assert_eq!(author(newcomer("zere")).await, None);
    })
    .await;
}

#[tokio::test]
async fn n24_what_was_taken_off_is_still_looked_into_by_the_coordinator_and_nobody_else() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = shared(&stage, "dana", "Ашық сабақтар", true).await;
        let leads = coordinator();
        let early = disclose(&stage.context(&leads), &id, "Қауіп").await;
        assert!(matches!(early, Err(Failed::NotFound)), "nobody sees it yet: {early:?}");
        stage.today = date(2026, 10, 12);
        let context = stage.context(&leads);
        remove(&context, &id, "Біреуді қорқытады").await.unwrap();
        for who in [newcomer("zere"), mentor("aigul"), actor("serik", &[Role::Head])] {
            let mut tx = stage.db.read().await.unwrap();
            let page = opened(&mut tx, &stage.context(&who), &id).await;
            assert!(matches!(page, Err(Failed::NotFound)), "{who:?}");
            assert!(board(&mut tx, &stage.context(&who)).await.unwrap().ideas.is_empty(), "{who:?}");
        }
        let author = async || {
            let mut tx = stage.db.read().await.unwrap();
            assert_eq!(board(&mut tx, &context).await.unwrap().ideas.len(), 1);
            opened(&mut tx, &context, &id).await.unwrap().idea.author
        };
        assert_eq!(author().await, None, "to take it off discloses nobody");
        disclose(&context, &id, "Қауіп туралы жазылған").await.unwrap();
        assert_eq!(author().await, Some("dana".into()));
        for _ in 0..2 {
            restore(&context, &id).await.unwrap();
        }
        let told = ["idea-removed", "idea-disclosed", "idea-restored"];
        for word in told {
            assert_eq!(stage.audited(word).await, 1, "{word}");
        }
        let zere = newcomer("zere");
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &stage.context(&zere), &id).await.unwrap();
        assert_eq!(page.idea.author, None);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_named_is_reminded_until_the_answer_is_given() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = shared(&stage, "dana", "Ашық сабақтар", false).await;
        let run = async |stage: &Stage| {
            Schedule::RemindIdeas.run(&stage.db, &stage.ids, stage.now()).await.unwrap();
            stage.letters().await
        };
        assert!(run(&stage).await.is_empty(), "two weeks are left");
        stage.today = date(2026, 10, 12);
        assert_eq!(run(&stage).await, ["gulnafisa IdeaDue"]);
        assert!(run(&stage).await.is_empty(), "n10: once");
        assign(&stage.context(&coordinator()), &id, &"serik".into()).await.unwrap();
        stage.today = date(2026, 10, 18);
        assert_eq!(run(&stage).await, ["serik IdeaDue"]);
        let head = actor("serik", &[Role::Head]);
        answer(&stage.context(&head), &id, State::Declined, "Биыл уақыт жоқ").await.unwrap();
        assert_eq!(stage.letters().await, ["dana IdeaTold"]);
        stage.today = date(2026, 10, 19);
        assert!(run(&stage).await.is_empty(), "answered");
        let late = answer(&stage.context(&head), &id, State::Taken, "Әлде").await;
        assert!(matches!(late, Err(Failed::Refused(IdeaRefused::NoWay))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn an_idea_that_is_talked_about_comes_back_when_there_is_no_other_word() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = shared(&stage, "dana", "Ашық сабақтар", false).await;
        let leads = coordinator();
        answer(&stage.context(&leads), &id, State::Discussed, "Кеңесте қараймыз").await.unwrap();
        stage.letters().await;
        let again = async |stage: &Stage| {
            Schedule::RemindIdeas.run(&stage.db, &stage.ids, stage.now()).await.unwrap();
            let mut tx = stage.db.read().await.unwrap();
            let waiting = waiting(&mut tx, &stage.context(&leads)).await.unwrap();
            drop(tx);
            (waiting.iter().filter(|one| one.again).count(), stage.letters().await)
        };
        stage.today = date(2026, 10, 18);
        assert_eq!(again(&stage).await, (0, vec![]), "the day has not come");
        stage.today = date(2026, 10, 19);
        assert_eq!(again(&stage).await, (1, vec!["gulnafisa IdeaDue".to_owned()]));
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &stage.context(&newcomer("dana")), &id).await.unwrap();
        assert_eq!(page.asked, [PersonId::from("gulnafisa")], "the page names who is asked");
        drop(tx);
        answer(&stage.context(&leads), &id, State::Discussed, "Тағы бір апта").await.unwrap();
        stage.letters().await;
        assert_eq!(again(&stage).await, (0, vec![]), "there is another word");
    })
    .await;
}

#[tokio::test]
async fn whoever_a_step_is_named_for_is_told_finds_it_at_home_and_is_reminded_once() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = shared(&stage, "dana", "Ашық сабақтар", false).await;
        answer(&stage.context(&coordinator()), &id, State::Taken, "Жасаймыз").await.unwrap();
        stage.letters().await;
        let (dana, zere) = (newcomer("dana"), newcomer("zere"));
        for who in [&dana, &zere] {
            join(&stage.context(who), &id).await.unwrap();
        }
        let by = date(2026, 10, 12);
        for owner in ["zere", "zere", "dana"] {
            plan(&stage.context(&dana), &id, "Кесте құру", (&owner.into(), by)).await.unwrap();
        }
        assert_eq!(stage.letters().await, ["zere IdeaStep"], "once, and not to whoever wrote it down");
        let own = async |stage: &Stage| {
            let mut tx = stage.db.read().await.unwrap();
            own_steps(&mut tx, &stage.context(&zere)).await.unwrap()
        };
        assert_eq!(own(&stage).await.len(), 1);
        let run = async |stage: &Stage| {
            Schedule::RemindIdeas.run(&stage.db, &stage.ids, stage.now()).await.unwrap();
            stage.letters().await
        };
        stage.today = date(2026, 10, 10);
        assert!(run(&stage).await.is_empty());
        stage.today = date(2026, 10, 11);
        assert_eq!(run(&stage).await, ["dana IdeaStep", "zere IdeaStep"]);
        assert!(run(&stage).await.is_empty(), "n10: once");
        let step = own(&stage).await.remove(0);
        tick(&stage.context(&zere), &id, &step.id, true).await.unwrap();
        assert!(own(&stage).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_double_gives_what_it_has_and_its_unnamed_author_stays_unnamed() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let double = shared(&stage, "dana", "Ашық сабақтар", true).await;
        let kept = shared(&stage, "zere", "Сабаққа қонақ", false).await;
        stage.today = date(2026, 10, 12);
        for (who, id) in [("dana", &double), ("zere", &double), ("zere", &kept)] {
            vote(&stage.context(&newcomer(who)), id, true).await.unwrap();
        }
        for _ in 0..2 {
            merge(&stage.context(&coordinator()), &double, &kept).await.unwrap();
        }
        comment(&stage.context(&newcomer("dana")), &kept, "Осыны айтқам").await.unwrap();
        stage.today = date(2026, 10, 19);
        let zere = newcomer("zere");
        let mut tx = stage.db.read().await.unwrap();
        let ideas = board(&mut tx, &stage.context(&zere)).await.unwrap().ideas;
        assert_eq!(ideas.iter().map(|idea| (&idea.id, idea.votes)).collect::<Vec<_>>(), [(&kept, 2)]);
        let page = opened(&mut tx, &stage.context(&zere), &kept).await.unwrap();
        assert!(page.remarks[0].author.is_none(), "{:?}", page.remarks);
    })
    .await;
}
