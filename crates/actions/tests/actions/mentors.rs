//! Mentors: who may come forward, who decides, and what follows from it.

use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::mentors::{apply, decide, edit_card, nominate, pause, step_back};
use actions::requests::{accept, may_be_asked, send};
use domain::MentorId;
use domain::commitments::Duty;
use domain::mentors::{Answering, Card, CardRefused, Decision, Mentor, Pace, Refused, Rule, State};
use domain::people::{Actor, Category, Role};
use domain::programmes::Phase;
use domain::requests::{Closed, Rhythm, SendRefused, State as RequestState, Wish};
use jiff::civil::date;
use store::testing::on_both;

fn gulnafisa() -> Actor {
    actor("gulnafisa", &[Role::Teacher, Role::Coordinator])
}

fn polina() -> Actor {
    actor("polina", &[Role::Teacher])
}

fn card() -> Card {
    Card {
        motive: "Хочу делиться тем, что умею.".into(),
        gives: "Разбор урока без оценок.".into(),
        works: "Раз в неделю, сорок минут.".into(),
        languages: vec!["ru".into()],
        places: 1,
    }
}

fn approve() -> Decision {
    Decision::Approve { reason: None }
}

fn wish() -> Wish {
    Wish {
        text: "Хочу научиться начинать урок спокойно.".into(), goals: vec![], rhythm: Rhythm::Weekly
    }
}

/// A request that the mentor accepts: a place is taken.
async fn agreed(stage: &Stage, from: &str, to: &str) {
    let asks = newcomer(from);
    let request = send(&stage.context(&asks), &to.into(), wish()).await.unwrap();
    accept(&stage.context(&mentor(to)), &request).await.unwrap();
}

async fn read(stage: &Stage, id: &MentorId) -> Mentor {
    store::mentors::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn roles(stage: &Stage, person: &str) -> Vec<Role> {
    let mut tx = stage.db.read().await.unwrap();
    store::people::roles_on(&mut tx, &person.into(), stage.today).await.unwrap()
}

async fn with_category(stage: &Stage, person: &str, category: Category) {
    let mut tx = stage.db.write().await.unwrap();
    let mut person = store::people::get(&mut tx, &person.into()).await.unwrap().unwrap();
    person.category = category;
    store::people::save(&mut tx, &person).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_nominee_agrees_and_is_approved_by_the_coordinator() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = nominate(&stage.context(&gulnafisa()), &"programme".into(), &"polina".into()).await.unwrap();
        assert_eq!(read(&stage, &id).await.state, State::Nominated);
        let early = decide(&stage.context(&gulnafisa()), &id, &approve()).await;
        assert!(matches!(early, Err(Failed::Refused(Refused::NotOpen))), "{early:?}");
        assert_eq!(
            apply(&stage.context(&polina()), &"programme".into(), card(), &Duty::OF_MENTORS).await.unwrap(),
            id
        );
        decide(&stage.context(&gulnafisa()), &id, &approve()).await.unwrap();
        assert_eq!(read(&stage, &id).await.state, State::Approved);
        assert!(roles(&stage, "polina").await.contains(&Role::Mentor));
        for what in ["mentor-nominated", "mentor-agreed", "mentor-approved"] {
            assert_eq!(stage.audited(what).await, 1, "{what}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_the_coordinator_of_the_school_decides() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id =
            apply(&stage.context(&polina()), &"programme".into(), card(), &Duty::OF_MENTORS).await.unwrap();
        let own = decide(&stage.context(&polina()), &id, &approve()).await;
        assert!(matches!(own, Err(Failed::Forbidden)), "{own:?}");
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Coordinator]) };
        let other = decide(&stage.context(&timur), &id, &approve()).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        assert_eq!(read(&stage, &id).await.state, State::Applied);
    })
    .await;
}

#[tokio::test]
async fn a_lower_category_is_approved_with_a_reason_that_is_kept_out_of_the_log() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        with_category(&stage, "polina", Category::Moderator).await;
        let id =
            apply(&stage.context(&polina()), &"programme".into(), card(), &Duty::OF_MENTORS).await.unwrap();
        let refused = decide(&stage.context(&gulnafisa()), &id, &approve()).await;
        assert!(matches!(refused, Err(Failed::Refused(Refused::ReasonNeeded))), "{refused:?}");
        let reason = "В школе нет эксперта по информатике.";
        let reasoned = Decision::Approve { reason: Some(reason.into()) };
        decide(&stage.context(&gulnafisa()), &id, &reasoned).await.unwrap();
        let mentor = read(&stage, &id).await;
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(store::mentors::last_reason(&mut tx, &mentor).await.unwrap().as_deref(), Some(reason));
        let lines = store::audit::of_subject(&mut tx, &mentor.school, id.as_str()).await.unwrap();
        assert!(lines.iter().all(|line| !line.detail.contains("эксперта")));
    })
    .await;
}

#[tokio::test]
async fn n04_a_newcomer_does_not_become_a_mentor_through_a_second_role() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let both = actor("dana", &[Role::Teacher, Role::Newcomer, Role::Mentor]);
        let own = apply(&stage.context(&both), &"programme".into(), card(), &Duty::OF_MENTORS).await;
        let rule = Refused::NotEligible(Rule::NotNewcomer);
        assert!(matches!(own, Err(Failed::Refused(why)) if why == rule), "{own:?}");
        let named = nominate(&stage.context(&gulnafisa()), &"programme".into(), &"dana".into()).await;
        assert!(matches!(named, Err(Failed::Refused(why)) if why == rule), "{named:?}");
    })
    .await;
}

#[tokio::test]
async fn stepping_back_closes_the_requests_and_the_role_and_may_be_undone_the_same_day() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let dana = newcomer("dana");
        let request = send(&stage.context(&dana), &"bekzhan".into(), wish()).await.unwrap();
        let bekzhan = mentor("bekzhan");
        step_back(&stage.context(&bekzhan), &"bekzhan".into()).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let closed = store::requests::get(&mut tx, &request).await.unwrap().unwrap();
        drop(tx);
        assert!(matches!(closed.state, RequestState::Closed { why: Closed::Left, .. }));
        assert!(!roles(&stage, "bekzhan").await.contains(&Role::Mentor));
        for _ in 0..2 {
            apply(&stage.context(&bekzhan), &"programme".into(), card(), &Duty::OF_MENTORS).await.unwrap();
            decide(&stage.context(&gulnafisa()), &"bekzhan".into(), &approve()).await.unwrap();
            assert!(roles(&stage, "bekzhan").await.contains(&Role::Mentor));
            step_back(&stage.context(&bekzhan), &"bekzhan".into()).await.unwrap();
            assert!(!roles(&stage, "bekzhan").await.contains(&Role::Mentor));
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_answers_a_nomination_or_changes_a_card_for_another() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = nominate(&stage.context(&gulnafisa()), &"programme".into(), &"polina".into()).await.unwrap();
        let back = step_back(&stage.context(&mentor("bekzhan")), &id).await;
        assert!(matches!(back, Err(Failed::NotFound)), "{back:?}");
        let edited = edit_card(&stage.context(&gulnafisa()), &"bekzhan".into(), card()).await;
        assert!(matches!(edited, Err(Failed::NotFound)), "{edited:?}");
    })
    .await;
}

#[tokio::test]
async fn of_two_decisions_at_once_one_stands() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id =
            apply(&stage.context(&polina()), &"programme".into(), card(), &Duty::OF_MENTORS).await.unwrap();
        let gulnafisa = gulnafisa();
        let (yes, no) = (approve(), Decision::Reject { reason: "Позже.".into() });
        let context = stage.context(&gulnafisa);
        let (first, second) = tokio::join!(decide(&context, &id, &yes), decide(&context, &id, &no));
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
        assert_eq!(stage.audited("mentor-approved").await + stage.audited("mentor-rejected").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_mentor_is_nominated_and_approved_in_the_year_of_work_and_nobody_after_it() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        stage.today = date(2027, 1, 12);
        nominate(&stage.context(&gulnafisa()), &"programme".into(), &"polina".into()).await.unwrap();
        let id =
            apply(&stage.context(&polina()), &"programme".into(), card(), &Duty::OF_MENTORS).await.unwrap();
        decide(&stage.context(&gulnafisa()), &id, &approve()).await.unwrap();
        stage.today = date(2027, 5, 26);
        let late = nominate(&stage.context(&gulnafisa()), &"programme".into(), &"serik".into()).await;
        assert!(matches!(late, Err(Failed::Refused(Refused::NotNow(Phase::Closed)))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_card_keeps_the_places_that_are_taken_and_the_cap_of_the_programme() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        agreed(&stage, "dana", "bekzhan").await;
        agreed(&stage, "zere", "bekzhan").await;
        let (bekzhan, id) = (mentor("bekzhan"), MentorId::from("bekzhan"));
        for (places, why) in
            [(1, CardRefused::PlacesTaken { taken: 2 }), (3, CardRefused::Places { most: 2 })]
        {
            let refused = edit_card(&stage.context(&bekzhan), &id, Card { places, ..card() }).await;
            assert!(
                matches!(refused, Err(Failed::Refused(Refused::Card(found))) if found == why),
                "{refused:?}"
            );
        }
        assert_eq!(stage.audited("mentor-card-edited").await, 0);
        edit_card(&stage.context(&bekzhan), &id, Card { places: 2, ..card() }).await.unwrap();
        let edited = read(&stage, &id).await;
        assert_eq!((edited.state, edited.card.works), (State::Approved, card().works));
        assert_eq!(stage.audited("mentor-card-edited").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_nominee_who_says_no_is_not_named_in_the_log() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = nominate(&stage.context(&gulnafisa()), &"programme".into(), &"polina".into()).await.unwrap();
        step_back(&stage.context(&polina()), &id).await.unwrap();
        assert_eq!(read(&stage, &id).await.state, State::SteppedBack);
        let mut tx = stage.db.read().await.unwrap();
        let lines = store::audit::of_subject(&mut tx, &"school-12".into(), id.as_str()).await.unwrap();
        let last = lines.last().unwrap();
        assert_eq!((&last.actor, last.detail.as_str()), (&None, ""));
        assert!(lines.iter().all(|line| line.actor != Some("polina".into())), "{lines:?}");
    })
    .await;
}

#[tokio::test]
async fn a_page_learns_whom_a_newcomer_may_ask_from_the_rule_that_sends() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        agreed(&stage, "zere", "aigul").await;
        let dana = newcomer("dana");
        let context = stage.context(&dana);
        let asked = async || {
            let mut tx = stage.db.read().await.unwrap();
            let school = "school-12".into();
            let programme = store::programmes::running(&mut tx, &school, stage.today).await.unwrap().unwrap();
            let newcomer = store::newcomers::get(&mut tx, &"dana".into()).await.unwrap().unwrap();
            let mentors = store::mentors::of_programme(&mut tx, &school, &programme.id).await.unwrap();
            assert_eq!(mentors.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["aigul", "bekzhan"]);
            may_be_asked(&mut tx, &context, &programme, &newcomer, &mentors).await.unwrap()
        };
        assert_eq!(asked().await, [Err(SendRefused::MentorFull), Ok(())]);
        send(&context, &"bekzhan".into(), wish()).await.unwrap();
        assert_eq!(asked().await, [Err(SendRefused::MentorFull), Err(SendRefused::AlreadyAsked)]);
    })
    .await;
}

/// So many requests to Айгүл, each of another newcomer, sent days ago and answered after so many days or not yet.
async fn asked(stage: &Stage, waits: &[(i64, Option<i64>)]) {
    let mut tx = stage.db.write().await.unwrap();
    for (number, (ago, answer)) in waits.iter().enumerate() {
        let days = |days: i64| jiff::SignedDuration::from_hours(24 * days);
        let sent_at = stage.now() - days(*ago);
        let request = domain::requests::Request {
            id: format!("r{number}").into(),
            school: "school-12".into(),
            programme: "programme".into(),
            newcomer: "dana".into(),
            mentor: "aigul".into(),
            asked_by: domain::sides::Side::Newcomer,
            wish: domain::requests::Wish {
                text: "Хочу научиться начинать урок спокойно.".into(),
                goals: vec![],
                rhythm: domain::requests::Rhythm::Weekly,
            },
            sent_at,
            answer_until: date(2026, 10, 30),
            state: domain::requests::State::Sent,
            version: 0,
        };
        store::requests::add(&mut tx, &request).await.unwrap();
        if let Some(after) = answer {
            let at = sent_at + days(*after);
            let met = domain::requests::State::MeetFirst { at };
            let met = domain::requests::Request { state: met, ..request };
            store::requests::save(&mut tx, &met).await.unwrap();
            // What follows the first answer does not count.
            let at = stage.now();
            let declined = domain::requests::State::Declined { at };
            let declined = domain::requests::Request { state: declined, version: 1, ..met };
            store::requests::save(&mut tx, &declined).await.unwrap();
        } else {
            let at = stage.now();
            let closed =
                domain::requests::State::Closed { at, why: domain::requests::Closed::AgreedElsewhere };
            store::requests::save(&mut tx, &domain::requests::Request { state: closed, ..request })
                .await
                .unwrap();
        }
    }
    tx.commit().await.unwrap();
}

async fn sign(stage: &Stage) -> Answering {
    let mut tx = stage.db.read().await.unwrap();
    let school = "school-12".into();
    let programme = store::programmes::get(&mut tx, &school, &"programme".into()).await.unwrap().unwrap();
    let signs = actions::mentors::answering(&mut tx, &programme, stage.now()).await.unwrap();
    signs.get(&"aigul".into()).copied().unwrap_or(Answering::NotKnown)
}

#[tokio::test]
async fn n14_a_card_counts_those_who_still_wait() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        assert_eq!(sign(&stage).await, Answering::NotKnown);
        asked(&stage, &[(9, Some(1)), (9, Some(1)), (9, None), (9, None), (9, None)]).await;
        assert_eq!(
            sign(&stage).await,
            Answering::Usually(Pace::Longer),
            "of two of five one day is not told"
        );
    })
    .await;
}

#[tokio::test]
async fn the_first_answer_of_half_of_five_requests_stands_on_the_card_and_of_four_nothing() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        asked(&stage, &[(9, Some(1)), (9, Some(2)), (9, Some(2)), (9, Some(8))]).await;
        assert_eq!(sign(&stage).await, Answering::NotKnown);
        let mut tx = stage.db.write().await.unwrap();
        let first = store::requests::get(&mut tx, &"r0".into()).await.unwrap().unwrap();
        let fifth = domain::requests::Request { id: "r9".into(), ..first };
        store::requests::add(&mut tx, &fifth).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(sign(&stage).await, Answering::Usually(Pace::ThreeDays));
    })
    .await;
}

#[tokio::test]
async fn nobody_has_waited_while_a_mentor_paused() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        asked(&stage, &[(0, None); 1]).await;
        let aigul = mentor("aigul");
        pause(&stage.context(&aigul), &"aigul".into(), Some(date(2026, 10, 12))).await.unwrap();
        pause(&stage.context(&aigul), &"aigul".into(), Some(date(2026, 10, 14))).await.unwrap();
        stage.today = date(2026, 10, 9);
        pause(&stage.context(&aigul), &"aigul".into(), None).await.unwrap();
        pause(&stage.context(&aigul), &"aigul".into(), Some(date(2026, 10, 20))).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let pauses = store::mentors::pauses(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap();
        let day = |day| domain::calendar::instant_of(day, 0, 300);
        let noon = |day| domain::calendar::instant_of(day, 12, 300);
        let spans: Vec<_> = pauses.into_iter().map(|(_, pause)| (pause.from, pause.until)).collect();
        assert_eq!(
            spans,
            [
                (noon(date(2026, 10, 5)), noon(date(2026, 10, 9))),
                (noon(date(2026, 10, 9)), day(date(2026, 10, 20))),
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_forward_ticks_every_duty_and_the_day_is_kept() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        for half in [&[][..], &Duty::OF_MENTORS[1..]] {
            let refused = apply(&stage.context(&polina()), &"programme".into(), card(), half).await;
            assert!(matches!(refused, Err(Failed::Refused(Refused::Duties))), "{refused:?}");
        }
        assert_eq!(stage.audited("commitment-given").await, 0);
        let given = async |stage: &Stage| {
            let mut tx = stage.db.read().await.unwrap();
            let (school, programme) = ("school-12".into(), "programme".into());
            let side = domain::sides::Side::Mentor;
            store::commitments::of_person(&mut tx, &school, &programme, &"polina".into(), side).await.unwrap()
        };
        assert_eq!(given(&stage).await, None);
        let id =
            apply(&stage.context(&polina()), &"programme".into(), card(), &Duty::OF_MENTORS).await.unwrap();
        let first = given(&stage).await.unwrap();
        assert_eq!((first.version, first.given_at), (domain::commitments::VERSION, stage.now()));
        step_back(&stage.context(&polina()), &id).await.unwrap();
        stage.today = date(2026, 10, 6);
        apply(&stage.context(&polina()), &"programme".into(), card(), &Duty::OF_MENTORS).await.unwrap();
        assert_eq!(given(&stage).await.unwrap().given_at, stage.now(), "given anew");
    })
    .await;
}
