//! The plan of joint work: what is published is what was seen, what the two agree on holds, and the database keeps
//! two from standing in one place.

use crate::letters::told;
use crate::stage::{Stage, actor, coordinator, mentor, newcomer};
use actions::Failed;
use actions::rotations::{
    HoldRefused, Plan, PublishRefused, Sheet, WithdrawRefused, agree, ask, excuse, hold, keep, openings,
    plan, publish, withdraw,
};
use domain::contacts::Kind;
use domain::people::Role;
use domain::rotations::{PlanRefused, Slot, State, StepRefused, Turn, Wish};
use domain::sides::Side;
use domain::{Day, TurnId};
use jiff::civil::date;
use store::testing::{lessons_of_school_12, on_both};

pub(crate) const WISH: Wish =
    Wish { kind: Kind::VisitToMentor, newcomer_week: 1, mentor_week: 2, seed: 4711 };

/// School 12 with lessons.
pub(crate) async fn stage(db: store::Db) -> Stage {
    let stage = Stage::new(db).await;
    lessons_of_school_12(&stage.db).await;
    stage
}

pub(crate) async fn seen(stage: &Stage, wish: &Wish) -> Plan {
    let mut tx = stage.db.read().await.unwrap();
    let programme =
        store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap();
    let window = wish.window(&programme, stage.today).unwrap();
    plan(&Sheet::load(&mut tx, &programme, window, stage.today).await.unwrap(), wish).unwrap()
}

pub(crate) async fn published(stage: &Stage) -> Vec<Turn> {
    let digest = seen(stage, &WISH).await.digest;
    publish(&stage.context(&coordinator()), &"programme".into(), &WISH, &digest).await.unwrap();
    turns(stage).await
}

pub(crate) async fn turns(stage: &Stage) -> Vec<Turn> {
    let mut tx = stage.db.read().await.unwrap();
    store::rotations::of_programme(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap()
}

async fn turn(stage: &Stage, id: &TurnId) -> Turn {
    store::rotations::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

pub(crate) fn of<'a>(turns: &'a [Turn], newcomer: &str, mentor: &str) -> &'a Turn {
    let two = |turn: &&Turn| turn.newcomer == newcomer.into() && turn.mentor == mentor.into();
    turns.iter().find(two).unwrap()
}

async fn free(stage: &Stage, turn: &Turn) -> Vec<Slot> {
    openings(&mut stage.db.read().await.unwrap(), turn, stage.today).await.unwrap()
}

#[tokio::test]
async fn the_coordinator_publishes_what_was_seen_and_everybody_gets_one_letter() {
    on_both(async |db| {
        let stage = stage(db).await;
        let plan = seen(&stage, &WISH).await;
        assert!(plan.is_complete() && plan.lines.len() == 4, "{plan:?}");
        let turns = published(&stage).await;
        assert!(turns.iter().all(|turn| turn.state == State::Planned && turn.slot.day > stage.today));
        let mut people: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        people.sort();
        assert_eq!(people, ["aigul", "bekzhan", "dana", "zere"]);
        let mut tx = stage.db.read().await.unwrap();
        let log = store::audit::of_school(&mut tx, &"school-12".into(), i64::MAX, 10).await.unwrap();
        assert_eq!(
            (log[0].what.as_str(), log[0].detail.as_str()),
            ("rotation-published", "visit_to_mentor 4711")
        );
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_has_changed_since_it_was_seen_is_not_published() {
    on_both(async |db| {
        let stage = stage(db).await;
        let digest = seen(&stage, &WISH).await.digest;
        published(&stage).await;
        let again = publish(&stage.context(&coordinator()), &"programme".into(), &WISH, &digest).await;
        assert!(matches!(again, Err(Failed::Refused(PublishRefused::Changed))), "{again:?}");
        let nothing = seen(&stage, &WISH).await;
        let none = publish(&stage.context(&coordinator()), &"programme".into(), &WISH, &nothing.digest).await;
        assert!(matches!(none, Err(Failed::Refused(PublishRefused::Nothing))), "{none:?}");
        assert_eq!(turns(&stage).await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_plans_and_nothing_is_planned_after_the_selection() {
    on_both(async |db| {
        let mut stage = stage(db).await;
        let digest = seen(&stage, &WISH).await.digest;
        for other in [mentor("aigul"), newcomer("dana"), actor("serik", &[Role::Head])] {
            let refused = publish(&stage.context(&other), &"programme".into(), &WISH, &digest).await;
            assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
            let refused = withdraw(&stage.context(&other), &"programme".into(), stage.now()).await;
            assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        }
        stage.today = date(2026, 11, 1);
        let late = publish(&stage.context(&coordinator()), &"programme".into(), &WISH, &digest).await;
        let not_now = matches!(late, Err(Failed::Refused(PublishRefused::Plan(PlanRefused::NotNow(_)))));
        assert!(not_now, "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn what_took_place_is_written_down_once_whoever_says_so() {
    on_both(async |db| {
        let mut stage = stage(db).await;
        let planned = of(&published(&stage).await, "dana", "aigul").clone();
        let early = hold(&stage.context(&newcomer("dana")), &planned.id).await;
        let too_early = matches!(early, Err(Failed::Refused(HoldRefused::Step(StepRefused::TooEarly))));
        assert!(too_early, "{early:?}");
        stage.today = planned.slot.day;
        let contact = hold(&stage.context(&newcomer("dana")), &planned.id).await.unwrap();
        let again = hold(&stage.context(&mentor("aigul")), &planned.id).await.unwrap();
        assert_eq!(contact, again);
        assert_eq!(turn(&stage, &planned.id).await.state, State::Held { contact: contact.clone() });
        let mut tx = stage.db.read().await.unwrap();
        let written = store::contacts::get(&mut tx, &contact).await.unwrap().unwrap();
        drop(tx);
        let deed = (written.deed.kind, written.deed.held_on, written.deed.minutes);
        assert_eq!(deed, (Kind::VisitToMentor, planned.slot.day, 45));
        assert_eq!(written.recorded_by, Side::Newcomer);
        assert_eq!((stage.audited("rotation-held").await, stage.audited("contact-recorded").await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_meeting_that_was_written_down_by_hand_is_not_written_down_again() {
    on_both(async |db| {
        let mut stage = stage(db).await;
        let planned = of(&published(&stage).await, "dana", "aigul").clone();
        stage.today = planned.slot.day;
        let deed = domain::contacts::Deed {
            kind: planned.kind,
            held_on: planned.slot.day,
            minutes: 40,
            topic: None,
        };
        let aigul = mentor("aigul");
        let by_hand =
            actions::contacts::record(&stage.context(&aigul), &"dana".into(), &"aigul".into(), &deed).await;
        let held = hold(&stage.context(&newcomer("dana")), &planned.id).await.unwrap();
        assert_eq!(held, by_hand.unwrap());
    })
    .await;
}

#[tokio::test]
async fn another_time_is_asked_for_agreed_to_or_not_and_each_time_the_other_is_told() {
    on_both(async |db| {
        let stage = stage(db).await;
        let planned = of(&published(&stage).await, "dana", "aigul").clone();
        told(&stage).await;
        let wanted = free(&stage, &planned).await[0];
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        ask(&stage.context(&dana), &planned.id, wanted).await.unwrap();
        assert_eq!(turn(&stage, &planned.id).await.slot, planned.slot, "the old time stands meanwhile");
        keep(&stage.context(&aigul), &planned.id).await.unwrap();
        let readers: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        assert_eq!(readers, ["dana"], "what was asked is over before the letter is written");
        ask(&stage.context(&dana), &planned.id, wanted).await.unwrap();
        let unseen = agree(&stage.context(&aigul), &planned.id, planned.slot).await;
        assert!(matches!(unseen, Err(Failed::Changed)), "{unseen:?}");
        agree(&stage.context(&aigul), &planned.id, wanted).await.unwrap();
        let moved = turn(&stage, &planned.id).await;
        assert_eq!((moved.slot, moved.asked, &moved.state), (wanted, None, &State::Planned));
        let readers: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        assert_eq!(readers, ["dana"]);
    })
    .await;
}

#[tokio::test]
async fn who_cannot_come_says_so_and_the_next_plan_finds_another_day_while_the_rest_stands() {
    on_both(async |db| {
        let stage = stage(db).await;
        let before = published(&stage).await;
        told(&stage).await;
        let planned = of(&before, "dana", "aigul").clone();
        excuse(&stage.context(&mentor("aigul")), &planned.id).await.unwrap();
        let readers: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        assert_eq!(readers, ["dana"]);
        let plan = seen(&stage, &WISH).await;
        assert_eq!((plan.lines.len(), plan.standing), (1, 3));
        let after = published(&stage).await;
        assert_eq!(after.len(), 5);
        assert!(before.iter().filter(|turn| turn.id != planned.id).all(|turn| after.contains(turn)));
    })
    .await;
}

#[tokio::test]
async fn a_missed_meeting_is_planned_anew_in_its_place() {
    on_both(async |db| {
        let mut stage = stage(db).await;
        let before = published(&stage).await;
        let last = before.iter().map(|turn| turn.slot.day).max().unwrap();
        stage.today = last.tomorrow().unwrap();
        assert_eq!(published(&stage).await.len(), 8);
        let states = turns(&stage).await;
        let gone = |turn: &Turn| matches!(turn.state, State::Withdrawn { .. });
        assert_eq!(states.iter().filter(|turn| gone(turn)).count(), 4, "{states:?}");
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_takes_back_what_is_still_to_come_of_the_last_plan() {
    on_both(async |db| {
        let mut stage = stage(db).await;
        let before = published(&stage).await;
        told(&stage).await;
        stage.today = before[0].slot.day;
        let ahead = before.iter().filter(|turn| turn.slot.day > stage.today).count();
        let plan = before[0].published_at;
        let count = withdraw(&stage.context(&coordinator()), &"programme".into(), plan).await.unwrap();
        assert_eq!(count, ahead);
        assert_eq!(turn(&stage, &before[0].id).await.state, State::Planned, "today is no future");
        assert!(!told(&stage).await.is_empty());
        let again = withdraw(&stage.context(&coordinator()), &"programme".into(), plan).await;
        assert!(matches!(again, Err(Failed::Refused(WithdrawRefused::Nothing))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_is_taken_back_twice_leaves_the_one_before() {
    on_both(async |db| {
        let mut stage = stage(db).await;
        let before = published(&stage).await;
        let called_off = of(&before, "dana", "aigul").clone();
        excuse(&stage.context(&mentor("aigul")), &called_off.id).await.unwrap();
        stage.today = stage.today.tomorrow().unwrap();
        let second = published(&stage).await.iter().map(|turn| turn.published_at).max().unwrap();
        assert!(second > before[0].published_at);
        let hers = coordinator();
        assert_eq!(withdraw(&stage.context(&hers), &"programme".into(), second).await.unwrap(), 1);
        let again = withdraw(&stage.context(&hers), &"programme".into(), second).await;
        assert!(matches!(again, Err(Failed::Refused(WithdrawRefused::Nothing))), "{again:?}");
        let stand = turns(&stage).await.into_iter().filter(|turn| turn.state == State::Planned).count();
        assert_eq!(stand, 3);
    })
    .await;
}

#[tokio::test]
async fn a_step_that_is_sent_twice_is_taken_once() {
    on_both(async |db| {
        let stage = stage(db).await;
        let planned = of(&published(&stage).await, "dana", "aigul").clone();
        let wanted = free(&stage, &planned).await[0];
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        for _ in 0..2 {
            ask(&stage.context(&dana), &planned.id, wanted).await.unwrap();
        }
        for _ in 0..2 {
            agree(&stage.context(&aigul), &planned.id, wanted).await.unwrap();
        }
        for _ in 0..2 {
            excuse(&stage.context(&aigul), &planned.id).await.unwrap();
        }
        let other = excuse(&stage.context(&dana), &planned.id).await;
        assert!(matches!(other, Err(Failed::Refused(StepRefused::NotPlanned))), "{other:?}");
        for deed in ["rotation-asked", "rotation-moved", "rotation-excused"] {
            assert_eq!(stage.audited(deed).await, 1, "{deed}");
        }
    })
    .await;
}

#[tokio::test]
async fn for_everybody_else_the_planned_meeting_is_not_there() {
    on_both(async |db| {
        let stage = stage(db).await;
        let planned = of(&published(&stage).await, "dana", "aigul").clone();
        for other in [mentor("bekzhan"), newcomer("zere"), actor("serik", &[Role::Head])] {
            let context = stage.context(&other);
            assert!(matches!(hold(&context, &planned.id).await, Err(Failed::NotFound)));
            assert!(matches!(ask(&context, &planned.id, planned.slot).await, Err(Failed::NotFound)));
            assert!(matches!(agree(&context, &planned.id, planned.slot).await, Err(Failed::NotFound)));
            assert!(matches!(keep(&context, &planned.id).await, Err(Failed::NotFound)));
            assert!(matches!(excuse(&context, &planned.id).await, Err(Failed::NotFound)));
        }
        let hers = coordinator();
        let refused = excuse(&stage.context(&hers), &planned.id).await;
        assert!(matches!(refused, Err(Failed::Forbidden)), "a day is moved by the two: {refused:?}");
        assert_eq!(turn(&stage, &planned.id).await, planned);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_planned_with_somebody_who_has_left_and_their_hours_are_free_again() {
    on_both(async |db| {
        let stage = stage(db).await;
        published(&stage).await;
        let mut tx = stage.db.write().await.unwrap();
        let mut person = store::people::get(&mut tx, &"aigul".into()).await.unwrap().unwrap();
        person.left_on = Some(stage.today);
        store::people::save(&mut tx, &person).await.unwrap();
        tx.commit().await.unwrap();
        let plan = seen(&stage, &WISH).await;
        assert_eq!((plan.lines.len(), plan.standing), (0, 2), "{plan:?}");
    })
    .await;
}

#[tokio::test]
async fn n10_whoever_has_lost_the_role_is_not_told_of_a_planned_meeting() {
    on_both(async |db| {
        let stage = stage(db).await;
        let planned = of(&published(&stage).await, "dana", "aigul").clone();
        told(&stage).await;
        excuse(&stage.context(&newcomer("dana")), &planned.id).await.unwrap();
        let mut tx = stage.db.write().await.unwrap();
        store::people::close_role(&mut tx, &"aigul".into(), Role::Mentor, stage.today).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(told(&stage).await, []);
    })
    .await;
}

/// Puts a planned meeting past all rules.
async fn put(stage: &Stage, id: &str, newcomer: &str, mentor: &str, day: Day) -> store::Result<()> {
    let turn = Turn {
        id: id.into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: newcomer.into(),
        mentor: mentor.into(),
        kind: Kind::Talk,
        slot: Slot { day, lesson: 7 },
        published_at: stage.now(),
        state: State::Planned,
        asked: None,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::rotations::add(&mut tx, &turn).await?;
    tx.commit().await
}

#[tokio::test]
async fn the_database_keeps_two_from_one_lesson_and_from_two_plans() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (thursday, friday) = (date(2026, 10, 8), date(2026, 10, 9));
        put(&stage, "one", "dana", "aigul", thursday).await.unwrap();
        for (id, newcomer, mentor, day) in [
            ("again", "dana", "aigul", friday),
            ("newcomer", "dana", "bekzhan", thursday),
            ("mentor", "zere", "aigul", thursday),
        ] {
            let taken = put(&stage, id, newcomer, mentor, day).await;
            assert!(matches!(taken, Err(store::StoreError::Taken)), "{id}: {taken:?}");
        }
        excuse(&stage.context(&newcomer("dana")), &"one".into()).await.unwrap();
        put(&stage, "again", "dana", "aigul", thursday).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn two_who_ask_at_the_same_moment_leave_one_wish_and_two_who_answer_one_answer() {
    on_both(async |db| {
        let stage = stage(db).await;
        let planned = of(&published(&stage).await, "dana", "aigul").clone();
        let slots = free(&stage, &planned).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        let (hers, theirs) = (stage.context(&dana), stage.context(&aigul));
        let (one, other) =
            tokio::join!(ask(&hers, &planned.id, slots[0]), ask(&theirs, &planned.id, slots[1]));
        assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1, "{one:?} {other:?}");
        let asked = turn(&stage, &planned.id).await.asked.unwrap();
        let answering = if asked.by == Side::Newcomer { &theirs } else { &hers };
        let (agreed, kept) =
            tokio::join!(agree(answering, &planned.id, asked.slot), keep(answering, &planned.id));
        assert_eq!(usize::from(agreed.is_ok()) + usize::from(kept.is_ok()), 1, "{agreed:?} {kept:?}");
    })
    .await;
}

#[tokio::test]
async fn n17_planned_meetings_of_who_leaves_or_steps_back_do_not_hang() {
    on_both(async |db| {
        let stage = stage(db).await;
        let before = published(&stage).await;
        actions::people::leave(&stage.context(&coordinator()), &"bekzhan".into(), stage.today).await.unwrap();
        actions::mentors::step_back(&stage.context(&mentor("aigul")), &"aigul".into()).await.unwrap();
        for turn in turns(&stage).await {
            assert!(matches!(turn.state, State::Withdrawn { .. }), "{turn:?}");
        }
        assert_eq!(turns(&stage).await.len(), before.len(), "nothing is deleted");
    })
    .await;
}
