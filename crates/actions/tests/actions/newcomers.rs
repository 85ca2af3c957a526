//! Newcomers: enrolled together, each with one provisional mentor at a time.

use crate::stage::{Stage, actor, mentor};
use actions::Failed;
use actions::letters::{Letter, Promise};
use actions::newcomers::{
    candidates, enrol, name_provisional, nameable, overview, take_back_provisional, withdraw,
};
use domain::mentors::{Rule, State};
use domain::newcomers::{EnrolRefused, ProvisionalRefused, Standing, Unpaired, WithdrawRefused};
use domain::pairs::{Origin, Pair, State as PairState};
use domain::people::{Actor, Role};
use domain::programmes::{Phase, Programme};
use domain::requests::{Rhythm, Wish};
use jiff::civil::date;
use store::testing::on_both;

fn gulnafisa() -> Actor {
    actor("gulnafisa", &[Role::Teacher, Role::Coordinator])
}

async fn pairs(stage: &Stage) -> Vec<Pair> {
    let mut tx = stage.db.read().await.unwrap();
    store::pairs::of_programme(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap()
}

async fn enrolled(stage: &Stage) -> usize {
    let mut tx = stage.db.read().await.unwrap();
    let newcomers =
        store::newcomers::of_programme(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap();
    newcomers.len()
}

#[tokio::test]
async fn enrolling_opens_the_role_and_a_second_click_changes_nothing() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let people = ["polina".into(), "dana".into()];
        for new in [1, 0] {
            let done = enrol(&stage.context(&gulnafisa), &"programme".into(), &people).await.unwrap();
            assert_eq!(done, new);
        }
        assert_eq!(enrolled(&stage).await, 3);
        let mut tx = stage.db.read().await.unwrap();
        let roles = store::people::roles_on(&mut tx, &"polina".into(), stage.today).await.unwrap();
        assert!(roles.contains(&Role::Newcomer));
        drop(tx);
        assert_eq!(stage.audited("newcomer-enrolled").await, 1);
    })
    .await;
}

#[tokio::test]
async fn n04_a_mentor_among_those_to_enrol_stops_all_of_them() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let people = ["polina".into(), "aigul".into()];
        let refused = enrol(&stage.context(&gulnafisa()), &"programme".into(), &people).await;
        let Err(Failed::Refused(refused)) = refused else { panic!("{refused:?}") };
        assert_eq!((refused.person.as_str(), refused.why), ("aigul", EnrolRefused::Mentors));
        assert_eq!(enrolled(&stage).await, 2);
    })
    .await;
}

#[tokio::test]
async fn people_and_newcomers_of_another_school_are_not_there() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let stranger = enrol(&stage.context(&gulnafisa()), &"programme".into(), &["timur".into()]).await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "{stranger:?}");
        let named = name_provisional(&stage.context(&gulnafisa()), &"dana".into(), &"timur".into()).await;
        assert!(matches!(named, Err(Failed::NotFound)), "{named:?}");
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Coordinator]) };
        let named = name_provisional(&stage.context(&timur), &"dana".into(), &"aigul".into()).await;
        assert!(matches!(named, Err(Failed::NotFound)), "{named:?}");
    })
    .await;
}

#[tokio::test]
async fn a_provisional_mentor_takes_no_place_and_becomes_a_nominee() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        name_provisional(&stage.context(&gulnafisa), &"dana".into(), &"polina".into()).await.unwrap();
        let pairs = pairs(&stage).await;
        assert_eq!((pairs[0].place, &pairs[0].origin), (None, &Origin::Provisional));
        assert_eq!(pairs[0].state, PairState::Published);
        let mut tx = stage.db.read().await.unwrap();
        let polina =
            store::mentors::of_person(&mut tx, &"programme".into(), &"polina".into()).await.unwrap().unwrap();
        assert_eq!(polina.state, State::Nominated);
        drop(tx);
        // Айгүл has one place; two newcomers may have her provisionally all the same.
        name_provisional(&stage.context(&gulnafisa), &"zere".into(), &"aigul".into()).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let taken = store::pairs::places_taken(&mut tx, &"school-12".into(), &"aigul".into()).await.unwrap();
        assert!(taken.is_empty());
    })
    .await;
}

#[tokio::test]
async fn n04_a_newcomer_is_not_named_and_a_provisional_mentor_is_not_enrolled() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        for newcomer in ["dana", "zere"] {
            let named = name_provisional(&stage.context(&gulnafisa), &"dana".into(), &newcomer.into()).await;
            let why = ProvisionalRefused::NotEligible(Rule::NotNewcomer);
            assert!(matches!(named, Err(Failed::Refused(refused)) if refused == why), "{named:?}");
        }
        name_provisional(&stage.context(&gulnafisa), &"dana".into(), &"polina".into()).await.unwrap();
        let refused = enrol(&stage.context(&gulnafisa), &"programme".into(), &["polina".into()]).await;
        assert!(matches!(refused, Err(Failed::Refused(refused)) if refused.why == EnrolRefused::Mentors));
    })
    .await;
}

#[tokio::test]
async fn of_two_coordinators_at_once_one_names_the_mentor() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (one, two) = (gulnafisa(), actor("serik", &[Role::Coordinator]));
        let (one, two) = (stage.context(&one), stage.context(&two));
        let dana = "dana".into();
        let (aigul, bekzhan) = ("aigul".into(), "bekzhan".into());
        let (first, second) =
            tokio::join!(name_provisional(&one, &dana, &aigul), name_provisional(&two, &dana, &bekzhan));
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
        let lost = first.err().or(second.err()).unwrap();
        assert!(matches!(lost, Failed::Refused(ProvisionalRefused::HasMentor)), "{lost:?}");
        assert_eq!(pairs(&stage).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_provisional_mentor_is_taken_back_and_another_named() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        name_provisional(&stage.context(&gulnafisa), &"dana".into(), &"aigul".into()).await.unwrap();
        take_back_provisional(&stage.context(&gulnafisa), &"dana".into()).await.unwrap();
        let again = take_back_provisional(&stage.context(&gulnafisa), &"dana".into()).await;
        assert!(matches!(again, Err(Failed::Refused(ProvisionalRefused::HasOrder))), "{again:?}");
        name_provisional(&stage.context(&gulnafisa), &"dana".into(), &"bekzhan".into()).await.unwrap();
        assert_eq!(stage.audited("provisional-named").await, 2);
    })
    .await;
}

#[tokio::test]
async fn taking_a_provisional_mentor_back_is_told_to_both() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        name_provisional(&context, &"dana".into(), &"polina".into()).await.unwrap();
        assert_eq!(stage.audited("mentor-nominated").await, 1, "who becomes a nominee by it is in the log");
        told(&stage).await;
        take_back_provisional(&context, &"dana".into()).await.unwrap();
        let taken_back = Letter::ProvisionalTakenBack;
        assert_eq!(told(&stage).await, [("dana".into(), taken_back), ("polina".into(), taken_back)]);
    })
    .await;
}

/// Who is told what since the last time that somebody asked.
async fn told(stage: &Stage) -> Vec<(String, Letter)> {
    let mut tx = stage.db.write().await.unwrap();
    let later = stage.now() + jiff::SignedDuration::from_hours(1);
    let mut told = Vec::new();
    while let Some(job) = store::jobs::claim(&mut tx, stage.now(), later).await.unwrap() {
        let promise: Promise = serde_json::from_str(&job.payload).unwrap();
        told.push((promise.to.to_string(), promise.letter));
    }
    tx.commit().await.unwrap();
    told.sort_by(|one, other| one.0.cmp(&other.0));
    told
}

#[tokio::test]
async fn whoever_comes_in_january_is_enrolled_has_a_provisional_mentor_and_an_appointed_one() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        stage.today = date(2027, 1, 12);
        let context = stage.context(&gulnafisa);
        enrol(&context, &"programme".into(), &["polina".into()]).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let polina = store::newcomers::of_person(&mut tx, &"programme".into(), &"polina".into())
            .await
            .unwrap()
            .unwrap();
        drop(tx);
        name_provisional(&context, &polina.id, &"bekzhan".into()).await.unwrap();
        let reason = "Поговорили: обе ведут начальные классы.";
        let pair = actions::pairs::appoint(&context, &polina.id, &"aigul".into(), reason).await.unwrap();
        let appointed = pairs(&stage).await.into_iter().find(|one| one.id == pair).unwrap();
        assert_eq!(appointed.origin, Origin::Appointed { reason: reason.into() });
    })
    .await;
}

#[tokio::test]
async fn a_closed_programme_enrols_and_names_nobody() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        stage.today = date(2027, 5, 26);
        let late = enrol(&stage.context(&gulnafisa), &"programme".into(), &["polina".into()]).await;
        assert!(
            matches!(late, Err(Failed::Refused(refused)) if refused.why == EnrolRefused::NotNow(Phase::Closed))
        );
        let late = name_provisional(&stage.context(&gulnafisa), &"zere".into(), &"aigul".into()).await;
        let why = ProvisionalRefused::NotNow(Phase::Closed);
        assert!(matches!(late, Err(Failed::Refused(refused)) if refused == why), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn only_the_coordinator_enrols() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let denied = enrol(&stage.context(&mentor("aigul")), &"programme".into(), &["polina".into()]).await;
        assert!(matches!(denied, Err(Failed::Forbidden)), "{denied:?}");
        assert_eq!(enrolled(&stage).await, 2);
    })
    .await;
}

async fn programme(stage: &Stage) -> Programme {
    let mut tx = stage.db.read().await.unwrap();
    store::programmes::running(&mut tx, &"school-12".into(), stage.today).await.unwrap().unwrap()
}

/// Полина starts her first work as a teacher on 1 September.
async fn polina_begins(stage: &Stage) {
    let mut tx = stage.db.write().await.unwrap();
    let mut polina = store::people::get(&mut tx, &"polina".into()).await.unwrap().unwrap();
    polina.service_years = Some(0);
    polina.hired_on = Some(date(2026, 9, 1));
    store::people::save(&mut tx, &polina).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn whoever_begins_is_found_first_and_a_mentor_is_told_apart() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        polina_begins(&stage).await;
        let programme = programme(&stage).await;
        let mut tx = stage.db.read().await.unwrap();
        let all = candidates(&mut tx, &programme, stage.today).await.unwrap();
        assert_eq!((all[0].person.id.as_str(), all[0].first_time, all[0].refusal), ("polina", true, None));
        assert!(all[1..].iter().all(|one| !one.first_time));
        assert!(!all.iter().any(|one| one.person.id.as_str() == "dana"), "enrolled already");
        let aigul = all.iter().find(|one| one.person.id.as_str() == "aigul").unwrap();
        assert_eq!(aigul.refusal, Some(EnrolRefused::Mentors));
    })
    .await;
}

#[tokio::test]
async fn n21_who_has_no_pair_stays_in_sight_with_the_provisional_mentor() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        name_provisional(&stage.context(&gulnafisa), &"zere".into(), &"bekzhan".into()).await.unwrap();
        stage.today = date(2026, 11, 3);
        let programme = programme(&stage).await;
        let mut tx = stage.db.read().await.unwrap();
        let all = overview(&mut tx, &programme, stage.today).await.unwrap();
        let zere = all.iter().find(|one| one.newcomer.id.as_str() == "zere").unwrap();
        assert!(zere.unpaired == Some(Unpaired::NotPublished) && zere.settled().is_none());
        assert_eq!(zere.provisional().unwrap().mentor.as_str(), "bekzhan");
        assert_eq!(zere.standing, Standing::Late(date(2026, 9, 1)), "the order is still missing");
    })
    .await;
}

#[tokio::test]
async fn newcomers_are_not_nameable_and_the_newcomer_is_not_offered() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let programme = programme(&stage).await;
        name_provisional(&stage.context(&gulnafisa()), &"zere".into(), &"bekzhan".into()).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let dana = store::newcomers::get(&mut tx, &"dana".into()).await.unwrap().unwrap();
        let all = nameable(&mut tx, &dana, &programme, stage.today).await.unwrap();
        let of = |id: &str| all.iter().find(|one| one.person.id.as_str() == id);
        assert!(of("dana").is_none());
        let why = Some(ProvisionalRefused::NotEligible(Rule::NotNewcomer));
        assert_eq!(of("zere").unwrap().refusal, why);
        let bekzhan = of("bekzhan").unwrap();
        assert_eq!((bekzhan.refusal, bekzhan.newcomers), (None, 1));
    })
    .await;
}

#[tokio::test]
async fn an_enrolment_by_mistake_is_taken_back_and_the_role_with_it() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        enrol(&stage.context(&gulnafisa), &"programme".into(), &["polina".into()]).await.unwrap();
        let id = {
            let mut tx = stage.db.read().await.unwrap();
            let polina = store::newcomers::of_person(&mut tx, &"programme".into(), &"polina".into()).await;
            polina.unwrap().unwrap().id
        };
        let denied = withdraw(&stage.context(&mentor("aigul")), &id).await;
        assert!(matches!(denied, Err(Failed::Forbidden)), "{denied:?}");
        withdraw(&stage.context(&gulnafisa), &id).await.unwrap();
        assert_eq!(enrolled(&stage).await, 2);
        let mut tx = stage.db.read().await.unwrap();
        let roles = store::people::roles_on(&mut tx, &"polina".into(), stage.today).await.unwrap();
        assert!(!roles.contains(&Role::Newcomer));
        drop(tx);
        assert_eq!(stage.audited("newcomer-withdrawn").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_enrolment_from_which_something_came_stays() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let text = "Хочу научиться начинать урок спокойно.".into();
        let wish = Wish { text, goals: vec![], rhythm: Rhythm::Weekly };
        let dana = crate::stage::newcomer("dana");
        actions::requests::send(&stage.context(&dana), &"aigul".into(), wish).await.unwrap();
        name_provisional(&stage.context(&gulnafisa()), &"zere".into(), &"aigul".into()).await.unwrap();
        for traced in ["dana", "zere"] {
            let refused = withdraw(&stage.context(&gulnafisa()), &traced.into()).await;
            assert!(
                matches!(refused, Err(Failed::Refused(WithdrawRefused::HasTraces))),
                "{traced}: {refused:?}"
            );
        }
    })
    .await;
}
