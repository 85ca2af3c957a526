//! Corrections, roles given by hand, and leaving, on both databases.

use crate::stage::{Stage, coordinator, head, mentor, newcomer};
use actions::Failed;
use actions::people::{Correction, correct, give_role, leave, stay};
use domain::people::{CorrectRefused, Leads, LeaveRefused, Role, RoleRefused, StayRefused};
use domain::requests::{Closed, Rhythm, State, Wish};
use domain::{MentorId, RequestId};
use jiff::civil::date;
use store::testing::on_both;

async fn ask(stage: &Stage, from: &str, to: &str) -> RequestId {
    let wish = Wish {
        text: "Хочу научиться вести урок в шестом классе.".into(),
        goals: vec![],
        rhythm: Rhythm::Weekly,
    };
    actions::requests::send(&stage.context(&newcomer(from)), &MentorId::from(to), wish).await.unwrap()
}

async fn state(stage: &Stage, request: &RequestId) -> State {
    store::requests::get(&mut stage.db.read().await.unwrap(), request).await.unwrap().unwrap().state
}

/// Letters promised since the last call: to whom, and which.
async fn letters(stage: &Stage) -> Vec<(String, String)> {
    let mut tx = stage.db.write().await.unwrap();
    let mut letters = vec![];
    while let Some(job) = store::jobs::claim(&mut tx, stage.now(), stage.now()).await.unwrap() {
        let promise: actions::letters::Promise = serde_json::from_str(&job.payload).unwrap();
        letters.push((promise.to.to_string(), format!("{:?}", promise.letter)));
        store::jobs::done(&mut tx, &job.id, stage.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    letters
}

#[tokio::test]
async fn n17_who_leaves_leaves_nothing_open_behind() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let waiting = ask(&stage, "zere", "aigul").await;
        let accepted = ask(&stage, "dana", "aigul").await;
        actions::requests::accept(&stage.context(&mentor("aigul")), &accepted).await.unwrap();
        let closed_by_place = state(&stage, &waiting).await;
        assert!(matches!(closed_by_place, State::Closed { why: Closed::MentorFull, .. }));
        let asked = ask(&stage, "zere", "bekzhan").await;
        letters(&stage).await;

        leave(&stage.context(&coordinator()), &"bekzhan".into(), stage.today).await.unwrap();
        assert!(matches!(state(&stage, &asked).await, State::Closed { why: Closed::Left, .. }));
        let told = letters(&stage).await;
        assert!(told.contains(&("zere".into(), "RequestClosed".into())), "{told:?}");
        assert!(told.iter().all(|(to, _)| to != "bekzhan"), "n10: no letter to who has left: {told:?}");

        leave(&stage.context(&coordinator()), &"aigul".into(), stage.today).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let school = "school-12".into();
        let pairs = store::pairs::of_mentor(&mut tx, &school, &"aigul".into()).await.unwrap();
        assert!(pairs.iter().all(|pair| matches!(pair.state, domain::pairs::State::Ended { .. })));
        assert!(store::people::roles_on(&mut tx, &"aigul".into(), stage.today).await.unwrap().is_empty());
        drop(tx);
        assert!(letters(&stage).await.contains(&("dana".into(), "PairEnded".into())));
        assert_eq!(stage.audited("person-left").await, 2);
        let again = leave(&stage.context(&coordinator()), &"aigul".into(), stage.today).await;
        assert!(matches!(again, Err(Failed::Refused(LeaveRefused::LeftAlready))));
    })
    .await;
}

#[tokio::test]
async fn a_newcomer_who_leaves_frees_the_mentors_place_and_the_mentor_is_told() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let asked = ask(&stage, "dana", "bekzhan").await;
        letters(&stage).await;
        leave(&stage.context(&coordinator()), &"dana".into(), date(2026, 10, 1)).await.unwrap();
        assert!(matches!(state(&stage, &asked).await, State::Closed { why: Closed::Left, .. }));
        assert_eq!(letters(&stage).await, [("bekzhan".to_owned(), "RequestClosed".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn the_last_head_stays_until_another_is_named() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let last = leave(&stage.context(&coordinator()), &"serik".into(), stage.today).await;
        assert!(matches!(last, Err(Failed::Refused(LeaveRefused::LastOne(Role::Head)))), "{last:?}");
        let head = head();
        let context = stage.context(&head);
        let taken = give_role(&context, &"serik".into(), Role::Head, false).await;
        assert!(matches!(taken, Err(Failed::Refused(RoleRefused::LastOne))), "{taken:?}");
        give_role(&context, &"aigul".into(), Role::Head, true).await.unwrap();
        leave(&stage.context(&coordinator()), &"serik".into(), stage.today).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_role_given_taken_and_given_again_on_one_day_is_held() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let head = head();
        let context = stage.context(&head);
        for given in [true, false, true] {
            give_role(&context, &"aigul".into(), Role::Coordinator, given).await.unwrap();
            let mut tx = stage.db.read().await.unwrap();
            let roles = store::people::roles_on(&mut tx, &"aigul".into(), stage.today).await.unwrap();
            assert_eq!(roles.contains(&Role::Coordinator), given);
        }
        let mentor = give_role(&context, &"dana".into(), Role::Mentor, true).await;
        assert!(matches!(mentor, Err(Failed::Refused(RoleRefused::NotGiven))));
    })
    .await;
}

#[tokio::test]
async fn n08_a_coordinator_makes_nobody_head_and_nobody_of_another_school() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let coordinator = coordinator();
        let own = give_role(&stage.context(&coordinator), &"gulnafisa".into(), Role::Head, true).await;
        assert!(matches!(own, Err(Failed::Forbidden)), "{own:?}");
        let other = give_role(&stage.context(&head()), &"timur".into(), Role::Head, true).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        let gone = leave(&stage.context(&coordinator), &"timur".into(), stage.today).await;
        assert!(matches!(gone, Err(Failed::NotFound)), "{gone:?}");
    })
    .await;
}

#[tokio::test]
async fn a_correction_over_somebody_elses_is_refused_and_so_is_a_taken_email() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let dana = store::people::get(&mut stage.db.read().await.unwrap(), &"dana".into()).await.unwrap();
        let dana = dana.unwrap();
        let coordinator = coordinator();
        let context = stage.context(&coordinator);
        let subject = Correction { subject: Some("физика".into()), ..Correction::of(&dana) };
        correct(&context, &dana.id, dana.version, &subject).await.unwrap();
        let late = correct(&context, &dana.id, dana.version, &Correction::of(&dana)).await;
        assert!(matches!(late, Err(Failed::Changed)), "{late:?}");
        let taken = Correction { email: Some("aigul@school.example".into()), ..subject };
        let taken = correct(&context, &dana.id, dana.version + 1, &taken).await;
        assert!(matches!(taken, Err(Failed::Refused(CorrectRefused::EmailTaken))), "{taken:?}");
        assert_eq!(stage.audited("person-corrected").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_was_corrected_by_hand_is_marked_for_the_next_list() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let dana = store::people::get(&mut stage.db.read().await.unwrap(), &"dana".into()).await.unwrap();
        let dana = dana.unwrap();
        let corrected = Correction { subject: Some("физика".into()), ..Correction::of(&dana) };
        correct(&stage.context(&coordinator()), &dana.id, dana.version, &corrected).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let edited = store::rosters::edited(&mut tx, &"school-12".into()).await.unwrap();
        assert_eq!(edited["dana"].iter().collect::<Vec<_>>(), ["subject"]);
    })
    .await;
}

#[tokio::test]
async fn a_leaving_by_mistake_is_taken_back_with_its_roles_and_nothing_else() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let head = head();
        give_role(&stage.context(&head), &"bekzhan".into(), Role::Coordinator, true).await.unwrap();
        let asked = ask(&stage, "zere", "bekzhan").await;
        let coordinator = coordinator();
        let context = stage.context(&coordinator);
        let early = stay(&context, &"bekzhan".into()).await;
        assert!(matches!(early, Err(Failed::Refused(StayRefused::NotLeft))), "{early:?}");
        leave(&context, &"bekzhan".into(), stage.today).await.unwrap();
        let by_head = stay(&stage.context(&head), &"bekzhan".into()).await;
        assert!(matches!(by_head, Err(Failed::Forbidden)), "{by_head:?}");
        let mut again = stay(&context, &"bekzhan".into()).await.unwrap();
        again.sort();
        assert_eq!(again, [Role::Teacher, Role::Mentor], "the head gives the rest again");
        let mut tx = stage.db.read().await.unwrap();
        let mut roles = store::people::roles_on(&mut tx, &"bekzhan".into(), stage.today).await.unwrap();
        roles.sort();
        assert_eq!(roles, again);
        drop(tx);
        assert!(matches!(state(&stage, &asked).await, State::Closed { why: Closed::Left, .. }));
        assert_eq!(stage.audited("person-stays").await, 1);
    })
    .await;
}

#[tokio::test]
async fn n04_whoever_leads_the_teachers_is_known_by_todays_role_and_by_the_post() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let mut tx = stage.db.write().await.unwrap();
        let mut bekzhan = store::people::get(&mut tx, &"bekzhan".into()).await.unwrap().unwrap();
        bekzhan.position = Some("директордың орынбасары".into());
        store::people::save(&mut tx, &bekzhan).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let leads = actions::people::leaders(&mut tx, &"school-12".into(), stage.today).await.unwrap();
        let leads: Vec<_> = leads.iter().map(|(person, leads)| (person.as_str(), *leads)).collect();
        let known = [("bekzhan", Leads::Deputy), ("gulnafisa", Leads::Programme), ("serik", Leads::School)];
        assert_eq!(leads, known);
        let before = date(2026, 8, 1);
        let leads = actions::people::leaders(&mut tx, &"school-12".into(), before).await.unwrap();
        assert_eq!(leads.len(), 1, "roles had not begun, the post stands");
    })
    .await;
}
