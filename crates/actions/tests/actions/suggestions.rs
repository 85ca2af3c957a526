//! Suggestions: what they say, who comes first, and what they never tell of others.

use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::contacts::{Words, keep_impression, record};
use actions::favourites::mark;
use actions::suggestions::{common_in_the_open, common_with, suggest};
use domain::contacts::{Deed, Kind, Mark as Scale};
use domain::favourites::Mark;
use domain::people::Role;
use domain::requests::{Rhythm, Wish};
use domain::suggestions::{Offer, Opinion};
use domain::timetables::{Lesson, Slot};
use jiff::civil::date;
use store::testing::on_both;

async fn offers(stage: &Stage, person: &str) -> Vec<Offer> {
    let mut tx = stage.db.read().await.unwrap();
    let programme =
        store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap();
    let one = store::newcomers::get(&mut tx, &person.into()).await.unwrap().unwrap();
    suggest(&mut tx, &stage.context(&newcomer(person)), &programme, &one).await.unwrap()
}

fn names(offers: &[Offer]) -> Vec<&str> {
    offers.iter().map(|offer| offer.mentor.as_str()).collect()
}

async fn teaches(stage: &Stage, person: &str, weekday: u8, numbers: &[u8]) {
    let mut tx = stage.db.write().await.unwrap();
    for number in numbers {
        let lesson = Lesson {
            school: "school-12".into(),
            person: person.into(),
            weekday,
            number: *number,
            class: "7 «В»".into(),
            room: None,
        };
        store::timetables::put(&mut tx, &lesson).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The newcomer meets the mentor and notes how it was.
async fn notes(stage: &Stage, who: &str, with: &str, mark: u8) {
    let actor = newcomer(who);
    let deed = Deed { kind: Kind::Talk, held_on: date(2026, 10, 2), minutes: 20, topic: None };
    let context = stage.context(&actor);
    let id = record(&context, &who.into(), &with.into(), &deed).await.unwrap();
    let words = Words { ease: Scale::new(mark), ..Words::default() };
    keep_impression(&context, &id, &words).await.unwrap();
}

async fn writes(stage: &Stage, who: &str, to: &str) {
    let wish = Wish {
        text: "Хочу научиться начинать урок спокойно.".into(),
        goals: vec!["начало урока".into()],
        rhythm: Rhythm::Weekly,
    };
    actions::requests::send(&stage.context(&newcomer(who)), &to.into(), wish).await.unwrap();
}

#[tokio::test]
async fn a_suggestion_says_what_the_two_have_in_common() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        teaches(&stage, "dana", 2, &[1, 3]).await;
        teaches(&stage, "bekzhan", 2, &[1, 4]).await;
        let found = offers(&stage, "dana").await;
        assert_eq!(names(&found), ["bekzhan", "aigul"], "three points before two");
        let common = &found[0].common;
        assert_eq!(common.subject.as_deref(), Some("математика"));
        assert_eq!(common.language.as_deref(), Some("ru"));
        assert_eq!(common.free, [Slot { weekday: 2, number: 2 }]);
    })
    .await;
}

#[tokio::test]
async fn met_and_liked_comes_first_and_hidden_or_asked_ones_are_left_out() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        teaches(&stage, "dana", 2, &[1, 3]).await;
        teaches(&stage, "bekzhan", 2, &[1, 4]).await;
        notes(&stage, "dana", "aigul", 4).await;
        let found = offers(&stage, "dana").await;
        assert_eq!(names(&found), ["aigul", "bekzhan"]);
        assert_eq!(found[0].opinion, Opinion::Liked);
        mark(&stage.context(&newcomer("dana")), &"bekzhan".into(), Some(Mark::Hidden)).await.unwrap();
        assert_eq!(names(&offers(&stage, "dana").await), ["aigul"]);
        writes(&stage, "dana", "aigul").await;
        assert_eq!(offers(&stage, "dana").await, []);
    })
    .await;
}

#[tokio::test]
async fn what_one_newcomer_keeps_private_changes_nothing_for_another() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let before = offers(&stage, "zere").await;
        assert_eq!(before.len(), 2);
        mark(&stage.context(&newcomer("dana")), &"aigul".into(), Some(Mark::Hidden)).await.unwrap();
        notes(&stage, "dana", "bekzhan", 1).await;
        writes(&stage, "dana", "aigul").await;
        assert_eq!(offers(&stage, "zere").await, before);
    })
    .await;
}

#[tokio::test]
async fn a_full_mentor_and_one_who_has_left_are_not_suggested() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        writes(&stage, "dana", "aigul").await;
        let mut tx = stage.db.read().await.unwrap();
        let sent = store::requests::of_mentor(&mut tx, &"school-12".into(), &"aigul".into()).await.unwrap();
        drop(tx);
        actions::requests::accept(&stage.context(&mentor("aigul")), &sent[0].id).await.unwrap();
        assert_eq!(names(&offers(&stage, "zere").await), ["bekzhan"]);
        assert_eq!(offers(&stage, "dana").await, [], "whoever has agreed needs none");
        actions::mentors::step_back(&stage.context(&mentor("bekzhan")), &"bekzhan".into()).await.unwrap();
        assert_eq!(offers(&stage, "zere").await, []);
    })
    .await;
}

#[tokio::test]
async fn nobody_reads_another_newcomers_suggestions() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let mut tx = stage.db.read().await.unwrap();
        let programme =
            store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap();
        let dana = store::newcomers::get(&mut tx, &"dana".into()).await.unwrap().unwrap();
        for other in [newcomer("zere"), mentor("aigul")] {
            let context = stage.context(&other);
            let read = suggest(&mut tx, &context, &programme, &dana).await;
            assert!(matches!(read, Err(Failed::NotFound)), "{read:?}");
            let read = common_with(&mut tx, &context, &programme, &dana, &[]).await;
            assert!(matches!(read, Err(Failed::NotFound)), "{read:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_appoints_reads_what_is_common_in_the_open_and_no_goal() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        writes(&stage, "dana", "aigul").await;
        teaches(&stage, "dana", 2, &[1, 4]).await;
        teaches(&stage, "aigul", 2, &[2, 4]).await;
        let mut tx = stage.db.read().await.unwrap();
        let programme =
            store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap();
        let dana = store::newcomers::get(&mut tx, &"dana".into()).await.unwrap().unwrap();
        let aigul = store::mentors::get(&mut tx, &"aigul".into()).await.unwrap().unwrap();
        for leader in [actor("gulnafisa", &[Role::Coordinator]), actor("serik", &[Role::Head])] {
            let context = stage.context(&leader);
            let common = common_in_the_open(&mut tx, &context, &programme, &dana, &aigul).await.unwrap();
            assert_eq!(
                (common.subject.as_deref(), common.language.as_deref()),
                (Some("математика"), Some("ru"))
            );
            assert_eq!(common.free, [Slot { weekday: 2, number: 3 }, Slot { weekday: 2, number: 5 }]);
            assert!(common.goals.is_empty(), "goals are the newcomer's own");
        }
        for other in [newcomer("dana"), mentor("aigul")] {
            let read = common_in_the_open(&mut tx, &stage.context(&other), &programme, &dana, &aigul).await;
            assert!(matches!(read, Err(Failed::Forbidden)), "{read:?}");
        }
    })
    .await;
}
