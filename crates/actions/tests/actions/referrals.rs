//! Help that is offered to a pupil, and what is kept apart about them, on both databases.

use crate::pupils::{ayan, coordinator, dana, entry, staged};
use crate::stage::{Stage, actor};
use actions::Failed;
use actions::duties::{Given, give};
use actions::pupils::apart::{self, Entry, block, unblock};
use actions::pupils::consents::{enter, withdraw};
use actions::pupils::referrals::{answer, close, of_classes, offer};
use actions::pupils::{classes, opened};
use actions::schedules::Schedule;
use domain::duties::Duty;
use domain::people::{Actor, Role};
use domain::pupils::blocks::Ground;
use domain::pupils::consents::{Missing, Part};
use domain::referrals::{About, Answer, Goal, Offer, OfferRefused, Preset, Reason, State};
use jiff::SignedDuration;
use store::testing::{column, ids, on_both, spoil};

fn head() -> Actor {
    actor("serik", &[Role::Head])
}

fn bekzhan() -> Actor {
    actor("bekzhan", &[Role::Teacher, Role::Mentor])
}

fn friends() -> Offer {
    let words = Some("Үзілісте жалғыз отырады.".into());
    Offer { goal: Goal::Preset(Preset::Friends), reason: Reason { about: About::Peers, words } }
}

fn law() -> Entry {
    Entry { ground: Ground::Record, paper: "Хабарлама № 17".into() }
}

/// Дана looks after 8А, Бекжан is named psychologist by somebody; both consents about Аян are there.
async fn consented(db: store::Db, by: &Actor) -> Stage {
    let stage = staged(db).await;
    let specialist = Given { person: "bekzhan".into(), duty: Duty::Specialist };
    give(&stage.context(by), &specialist).await.unwrap();
    enter(&stage.context(&dana()), &ayan(), &entry()).await.unwrap();
    stage
}

/// The state that somebody finds on Аян's page.
async fn stands(stage: &Stage, who: &Actor) -> Option<State> {
    opened(&stage.context(who), &ayan()).await.unwrap().referring.referral.map(|one| one.state)
}

#[tokio::test]
async fn a_goal_is_offered_with_the_consents_and_the_child_answers() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        let early = offer(&context, &ayan(), &friends()).await;
        let missing = OfferRefused::Missing(Missing::Representative(Part::Data));
        assert!(matches!(early, Err(Failed::Refused(why)) if why == missing), "{early:?}");
        enter(&context, &ayan(), &entry()).await.unwrap();
        for _ in 0..2 {
            offer(&context, &ayan(), &friends()).await.unwrap();
        }
        let other = Offer { goal: Goal::Own("Не отставать".into()), ..friends() };
        let more = offer(&context, &ayan(), &other).await;
        assert!(matches!(more, Err(Failed::Refused(OfferRefused::Standing))), "{more:?}");
        assert_eq!(stands(&stage, &dana).await, Some(State::Offered));
        for _ in 0..2 {
            answer(&context, &ayan(), Answer::Yes).await.unwrap();
        }
        assert_eq!(stands(&stage, &head()).await, Some(State::Accepted(stage.today)));
        let mut tx = stage.db.read().await.unwrap();
        let own = classes(&mut tx, &context).await.unwrap();
        let listed = of_classes(&mut tx, &context, &own).await.unwrap();
        assert_eq!(listed.len(), 1);
        let lines = store::audit::of_subject(&mut tx, &"school-12".into(), "ayan").await.unwrap();
        assert!(lines.iter().all(|line| line.detail.is_empty()), "{lines:?}");
        drop(tx);
        for _ in 0..2 {
            close(&context, &ayan()).await.unwrap();
        }
        assert_eq!(stands(&stage, &dana).await, None);
        assert!(column(&stage.db, "referral_reasons", "about").await.is_empty(), "the reason goes with it");
        assert_eq!((stage.audited("pupil-referred").await, stage.audited("referral-kept").await), (1, 2));
    })
    .await;
}

#[tokio::test]
async fn n19_a_no_is_read_by_whoever_referred_and_leaves_nothing_for_others() {
    on_both(async |db| {
        let stage = consented(db, &head()).await;
        let dana = dana();
        let context = stage.context(&dana);
        offer(&context, &ayan(), &friends()).await.unwrap();
        answer(&context, &ayan(), Answer::Yes).await.unwrap();
        // A child may take a yes back.
        answer(&context, &ayan(), Answer::No).await.unwrap();
        assert_eq!(stands(&stage, &dana).await, Some(State::Declined(stage.today)));
        for somebody in [coordinator(), head(), bekzhan()] {
            assert_eq!(stands(&stage, &somebody).await, None, "{}", somebody.person);
            let apart = apart::opened(&stage.context(&somebody), &ayan()).await.unwrap();
            assert_eq!(apart.reason, None, "{}", somebody.person);
        }
        assert!(column(&stage.db, "referral_reasons", "about").await.is_empty());
        let gone = answer(&context, &ayan(), Answer::Yes).await;
        assert!(matches!(gone, Err(Failed::NotFound)), "a no is not talked round: {gone:?}");
        offer(&context, &ayan(), &friends()).await.unwrap();
        assert_eq!(stands(&stage, &coordinator()).await, Some(State::Offered));
    })
    .await;
}

#[tokio::test]
async fn n08_why_somebody_was_referred_is_read_as_the_matrix_says_and_who_read_it_stands_there() {
    on_both(async |db| {
        let stage = consented(db, &head()).await;
        let (dana, bekzhan) = (dana(), bekzhan());
        offer(&stage.context(&bekzhan), &ayan(), &friends()).await.unwrap();
        let teacher = apart::opened(&stage.context(&dana), &ayan()).await;
        assert!(matches!(teacher, Err(Failed::NotFound)), "somebody else referred: {teacher:?}");
        for (somebody, reads) in [(coordinator(), true), (bekzhan.clone(), true), (head(), false)] {
            let apart = apart::opened(&stage.context(&somebody), &ayan()).await.unwrap();
            assert_eq!(apart.reason.is_some(), reads, "{}", somebody.person);
            assert_eq!(apart.reads.is_some(), somebody != bekzhan, "{}", somebody.person);
        }
        let mut who = column(&stage.db, "restricted_reads", "person_id").await;
        who.sort();
        assert_eq!(who, ["bekzhan", "gulnafisa", "serik"], "who got in stands there");
        for stranger in [actor("aigul", &[Role::Teacher]), coordinator(), head()] {
            let context = stage.context(&stranger);
            let offered = offer(&context, &ayan(), &friends()).await;
            assert!(matches!(offered, Err(Failed::NotFound)), "{offered:?}");
            let answered = answer(&context, &ayan(), Answer::No).await;
            assert!(matches!(answered, Err(Failed::NotFound)), "{answered:?}");
            let closed = close(&context, &ayan()).await;
            assert!(matches!(closed, Err(Failed::NotFound)), "{closed:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn whom_the_law_excludes_is_not_eligible_and_what_was_offered_ends() {
    on_both(async |db| {
        let stage = consented(db, &head()).await;
        let dana = dana();
        offer(&stage.context(&dana), &ayan(), &friends()).await.unwrap();
        for _ in 0..2 {
            block(&stage.context(&head()), &ayan(), &law()).await.unwrap();
        }
        assert_eq!(stage.audited("pupil-eligibility-kept").await, 1);
        let page = opened(&stage.context(&dana), &ayan()).await.unwrap().referring;
        assert!(!page.eligible && page.referral.is_none() && !page.opens_apart, "{page:?}");
        let refused = offer(&stage.context(&dana), &ayan(), &friends()).await;
        assert!(matches!(refused, Err(Failed::Refused(OfferRefused::NotEligible))), "{refused:?}");
        let seen = apart::opened(&stage.context(&coordinator()), &ayan()).await.unwrap();
        assert!(seen.block.is_none() && !seen.keeps_block, "the coordinator reads «not eligible» alone");
        let seen = apart::opened(&stage.context(&bekzhan()), &ayan()).await.unwrap();
        assert_eq!(seen.block.map(|one| one.paper), Some("Хабарлама № 17".into()));
        for _ in 0..2 {
            unblock(&stage.context(&bekzhan()), &ayan()).await.unwrap();
        }
        assert_eq!(stage.audited("pupil-eligibility-kept").await, 2);
        let mut tx = stage.db.read().await.unwrap();
        let lines = store::audit::of_subject(&mut tx, &"school-12".into(), "ayan").await.unwrap();
        let told: Vec<&str> = lines.iter().map(|line| line.what.as_str()).collect();
        assert!(!told.contains(&"pupil-eligibility-kept"), "n08: the log does not say of whom: {told:?}");
        drop(tx);
        offer(&stage.context(&dana), &ayan(), &friends()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn n08_a_psychologist_whom_the_coordinator_has_named_does_not_learn_what_the_law_names() {
    on_both(async |db| {
        let stage = consented(db, &coordinator()).await;
        block(&stage.context(&head()), &ayan(), &law()).await.unwrap();
        for somebody in [bekzhan(), dana(), coordinator()] {
            let context = stage.context(&somebody);
            let blocked = block(&context, &ayan(), &law()).await;
            assert!(matches!(blocked, Err(Failed::NotFound)), "{}: {blocked:?}", somebody.person);
            let lifted = unblock(&context, &ayan()).await;
            assert!(matches!(lifted, Err(Failed::NotFound)), "{}: {lifted:?}", somebody.person);
        }
        assert_eq!(apart::opened(&stage.context(&bekzhan()), &ayan()).await.unwrap().block, None);
        // The head names the same person: the duty takes the place of the first one.
        let specialist = Given { person: "bekzhan".into(), duty: Duty::Specialist };
        for by in [head(), coordinator()] {
            give(&stage.context(&by), &specialist).await.unwrap();
        }
        assert_eq!(ids(&stage.db, "duties").await.len(), 3);
        assert!(apart::opened(&stage.context(&bekzhan()), &ayan()).await.unwrap().block.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_consent_ends_what_was_offered() {
    on_both(async |db| {
        let stage = consented(db, &head()).await;
        let dana = dana();
        let context = stage.context(&dana);
        offer(&context, &ayan(), &friends()).await.unwrap();
        withdraw(&context, &ayan(), Part::Photo).await.unwrap();
        assert_eq!(stands(&stage, &dana).await, Some(State::Offered), "photos are another thing");
        withdraw(&context, &ayan(), Part::Data).await.unwrap();
        assert_eq!(stands(&stage, &dana).await, None);
        assert!(column(&stage.db, "referral_reasons", "about").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_yes_is_not_written_down_where_a_consent_is_missing_by_then() {
    on_both(async |db| {
        let stage = consented(db, &head()).await;
        let dana = dana();
        let context = stage.context(&dana);
        offer(&context, &ayan(), &friends()).await.unwrap();
        spoil(&stage.db, "UPDATE pupil_consents SET child_agreed = 0 WHERE part = 'participation'").await;
        let answered = answer(&context, &ayan(), Answer::Yes).await;
        let missing = Missing::Child(Part::Participation);
        assert!(matches!(answered, Err(Failed::Refused(why)) if why == missing), "{answered:?}");
        answer(&context, &ayan(), Answer::No).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn reasons_and_what_the_law_names_go_with_the_school_year_and_referrals_a_year_later() {
    on_both(async |db| {
        let stage = consented(db, &head()).await;
        spoil(
            &stage.db,
            "INSERT INTO pupil_blocks (school_id, pupil_id, ground, paper, entered_by, entered_at, last_day) \
            VALUES ('school-12', 'miras', 'record', 'Хабарлама № 17', 'serik', 0, '2027-07-31')",
        )
        .await;
        offer(&stage.context(&dana()), &ayan(), &friends()).await.unwrap();
        // From 5 October 2026: the last day of the school year, and the same day a year later.
        for (days, apart, referrals) in [(299, 1, 1), (300, 0, 1), (665, 0, 1), (666, 0, 0)] {
            let later = stage.now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
            Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, later).await.unwrap();
            for (table, name) in [("referral_reasons", "about"), ("pupil_blocks", "paper")] {
                assert_eq!(column(&stage.db, table, name).await.len(), apart, "{table} after {days} days");
            }
            assert_eq!(ids(&stage.db, "referrals").await.len(), referrals, "after {days} days");
        }
    })
    .await;
}
