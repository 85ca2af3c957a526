//! An award from its rule to its handing over, and who reads what of it, on both databases.

use crate::pupils::{ayan, coordinator, dana, entry, staged};
use crate::stage::{Stage, actor};
use actions::Failed;
use actions::awards::{
    AppealRefused, Named, NominateRefused, Now, Published, Step, StepRefused, Waiting, all, answer, appeal,
    check, decline, explained, file, nominate, opened, publish, step, waiting,
};
use actions::duties::{Given, give};
use actions::pupils::consents::{enter, withdraw};
use actions::pupils::lists;
use actions::pupils::volunteers::{name, stop, train};
use actions::schedules::Schedule;
use domain::awards::{
    AwardRefused, Criterion, Duty as Due, Fact, Kind, ListRefused, Prize, Rule, RuleRefused, Share, State,
    Vote, Why,
};
use domain::duties::Duty;
use domain::people::{Actor, Role};
use domain::pupils::consents::Part;
use domain::volunteers::Training;
use domain::{AwardId, Day, PersonId};
use jiff::SignedDuration;
use jiff::civil::date;
use store::testing::{column, ids, on_both, spoil};

pub(crate) const FROZEN: Day = date(2027, 5, 3);
const DRAWN: Day = date(2027, 5, 20);

pub(crate) fn rule() -> Rule {
    Rule {
        kind: Kind::Nomination,
        from: date(2026, 10, 6),
        to: date(2027, 5, 1),
        criteria: vec![
            Criterion { fact: Fact::Hours, points: 2, most: 40 },
            Criterion { fact: Fact::Training, points: 5, most: 10 },
        ],
        threshold: 10,
        rest_years: 1,
        prizes: vec![Prize { name: "Балдәурен".to_owned(), places: 1 }],
        reserve: 1,
        appeal_days: 5,
        source: "Официальные курсы Национального Банка".to_owned(),
        draw_on: DRAWN,
    }
}

pub(crate) fn named() -> Named {
    Named {
        wishes: vec![0], grounds: "Кішілерге оқу жылы бойы көмектесті.".to_owned()
    }
}

/// Дана's pupil Аян helps others, has two hours of training and is named for an award.
async fn nominated(db: store::Db) -> (Stage, AwardId) {
    let mut stage = staged(db).await;
    enter(&stage.context(&dana()), &ayan(), &entry()).await.unwrap();
    let coordinator = coordinator();
    let mut published = Vec::new();
    // The form comes twice.
    for _ in 0..2 {
        published.push(publish(&stage.context(&coordinator), "Жазғы демалыс", &rule()).await.unwrap());
    }
    assert_eq!(published[0], published[1]);
    let award = published.remove(0);
    let idle = nominate(&stage.context(&dana()), &award, &ayan(), &named()).await;
    assert!(matches!(idle, Err(Failed::Refused(NominateRefused::Volunteer))), "{idle:?}");
    name(&stage.context(&dana()), &ayan(), None).await.unwrap();
    stage.today = date(2026, 10, 10);
    let training = Training { day: stage.today, minutes: 120 };
    train(&stage.context(&dana()), &ayan(), training).await.unwrap();
    for _ in 0..2 {
        nominate(&stage.context(&dana()), &award, &ayan(), &named()).await.unwrap();
    }
    assert_eq!(stage.audited("award-nominated").await, 1);
    (stage, award)
}

/// The list is frozen on its day.
async fn frozen(db: store::Db) -> (Stage, AwardId) {
    let (mut stage, award) = nominated(db).await;
    stage.today = FROZEN;
    for _ in 0..2 {
        step(&stage.context(&coordinator()), &award, &Step::Freeze).await.unwrap();
    }
    assert_eq!(stage.audited("award-frozen").await, 1);
    (stage, award)
}

#[tokio::test]
async fn without_the_consent_to_keep_data_nobody_is_on_a_list_that_is_not_frozen() {
    on_both(async |db| {
        let (stage, award) = nominated(db).await;
        withdraw(&stage.context(&dana()), &ayan(), Part::Photo).await.unwrap();
        assert_eq!(
            column(&stage.db, "award_nominees", "pupil_id").await,
            ["ayan"],
            "that says nothing of it"
        );
        for _ in 0..2 {
            withdraw(&stage.context(&dana()), &ayan(), Part::Data).await.unwrap();
        }
        assert!(column(&stage.db, "award_nominees", "pupil_id").await.is_empty());
        let again = nominate(&stage.context(&dana()), &award, &ayan(), &named()).await;
        assert!(matches!(again, Err(Failed::Refused(NominateRefused::Volunteer))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn a_frozen_list_keeps_the_figures_of_its_hash_and_no_word_of_whoever_withdrew() {
    on_both(async |db| {
        let (mut stage, award) = frozen(db).await;
        withdraw(&stage.context(&dana()), &ayan(), Part::Data).await.unwrap();
        assert_eq!(column(&stage.db, "award_nominees", "grounds").await, [""]);
        stage.today = DRAWN;
        let leader = coordinator();
        step(&stage.context(&leader), &award, &Step::Draw("512,34".to_owned())).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let file = file(&mut tx, &stage.context(&leader), &award).await.unwrap();
        drop(tx);
        let checked = check(file.as_bytes(), &Published::default()).unwrap();
        assert!(checked.faults.is_empty(), "it is drawn again as it was published");
    })
    .await;
}

#[tokio::test]
async fn a_rule_is_published_before_its_period_by_those_who_lead_the_school() {
    on_both(async |db| {
        let stage = staged(db).await;
        let own = publish(&stage.context(&dana()), "Жаз", &rule()).await;
        assert!(matches!(own, Err(Failed::NotFound)), "{own:?}");
        let begun = Rule { from: stage.today, ..rule() };
        let late = publish(&stage.context(&coordinator()), "Жаз", &begun).await;
        assert!(matches!(late, Err(Failed::Refused(RuleRefused::Begun))), "{late:?}");
        assert!(ids(&stage.db, "awards").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_award_goes_from_the_list_to_the_handing_over_and_its_file_is_drawn_again() {
    on_both(async |db| {
        let (mut stage, award) = frozen(db).await;
        let leader = coordinator();
        appeal(&stage.context(&dana()), &award, &ayan(), "Не посчитан час.").await.unwrap();
        appeal(&stage.context(&dana()), &award, &ayan(), "Не посчитан час.").await.unwrap();
        stage.today = DRAWN;
        let draw = Step::Draw("512,34".to_owned());
        let open = step(&stage.context(&leader), &award, &draw).await;
        let waits = StepRefused::Award(AwardRefused::Appeals);
        assert!(matches!(open, Err(Failed::Refused(why)) if why == waits), "{open:?}");
        for _ in 0..2 {
            answer(&stage.context(&leader), &award, &ayan(), (false, "Час посчитан.")).await.unwrap();
        }
        let members = ["gulnafisa", "dana", "bekzhan"].map(PersonId::from).into();
        let vote = Vote { yes: 3, no: 0, protocol: "3".to_owned(), on: DRAWN, members };
        let steps = [draw, Step::Vote(vote.clone()), Step::Order("41".to_owned(), DRAWN), Step::Hand(DRAWN)];
        for one in &steps {
            for _ in 0..2 {
                step(&stage.context(&leader), &award, one).await.unwrap();
            }
        }
        let mut tx = stage.db.read().await.unwrap();
        let stands = store::awards::get(&mut tx, &award).await.unwrap().unwrap();
        assert_eq!(stands.state.vote(), Some(&vote), "who sat in the commission stands with the vote");
        drop(tx);
        for deed in ["appealed", "answered", "drawn", "voted", "ordered", "handed"] {
            assert_eq!(stage.audited(&format!("award-{deed}")).await, 1, "{deed}");
        }
        let mut tx = stage.db.read().await.unwrap();
        let file = file(&mut tx, &stage.context(&leader), &award).await.unwrap();
        drop(tx);
        assert!(!file.contains("Сарманов") && !file.contains("ayan"), "{file}");
        let checked = check(file.as_bytes(), &Published::default()).unwrap();
        assert!(checked.faults.is_empty());
        assert_eq!((checked.entries, checked.prizes), (1, 1));
        let page = explained(&stage.context(&dana()), &award, &ayan()).await.unwrap();
        assert_eq!(page.why, Some(Why::Prize { prize: 0, wish: 1, tied: false }));
        assert_eq!(page.points, [(Fact::Hours, 0), (Fact::Training, 10)]);
        assert!(matches!(page.award.state, State::Handed(..)));
    })
    .await;
}

#[tokio::test]
async fn what_is_given_back_is_nobodys_where_nobody_waits_and_the_file_says_so() {
    on_both(async |db| {
        let (mut stage, award) = frozen(db).await;
        let early = decline(&stage.context(&dana()), &award, &ayan()).await;
        assert!(matches!(early, Err(Failed::Changed)), "the lot is not drawn: {early:?}");
        stage.today = DRAWN;
        let leader = coordinator();
        step(&stage.context(&leader), &award, &Step::Draw("512,34".to_owned())).await.unwrap();
        let page = explained(&stage.context(&dana()), &award, &ayan()).await.unwrap();
        assert_eq!(page.now, Some(Now::Return));
        for _ in 0..2 {
            decline(&stage.context(&dana()), &award, &ayan()).await.unwrap();
        }
        assert_eq!(stage.audited("award-declined").await, 1);
        let page = explained(&stage.context(&dana()), &award, &ayan()).await.unwrap();
        assert_eq!((page.why, page.now), (Some(Why::Declined), None));
        let mut tx = stage.db.read().await.unwrap();
        let file = file(&mut tx, &stage.context(&leader), &award).await.unwrap();
        let checked = check(file.as_bytes(), &Published::default()).unwrap();
        assert!(checked.faults.is_empty());
        assert_eq!(checked.prizes, 0);
    })
    .await;
}

#[tokio::test]
async fn home_says_whom_to_name_what_to_look_at_and_which_step_comes() {
    on_both(async |db| {
        let (mut stage, award) = nominated(db).await;
        let told = async |stage: &Stage, who: &Actor| {
            let mut tx = stage.db.read().await.unwrap();
            waiting(&mut tx, &stage.context(who)).await.unwrap()
        };
        let (dana, leader) = (dana(), coordinator());
        stage.today = date(2027, 4, 20);
        assert!(told(&stage, &dana).await.is_empty(), "her volunteer is named");
        spoil(&stage.db, "DELETE FROM award_nominees").await;
        assert!(matches!(told(&stage, &dana).await[..], [Waiting::Name(_, day)] if day == date(2027, 5, 1)));
        nominate(&stage.context(&dana), &award, &ayan(), &named()).await.unwrap();
        assert!(told(&stage, &leader).await.is_empty());
        stage.today = FROZEN;
        assert!(matches!(told(&stage, &leader).await[..], [Waiting::Step(_, Due::Freeze, Some(_))]));
        step(&stage.context(&leader), &award, &Step::Freeze).await.unwrap();
        assert!(matches!(told(&stage, &dana).await[..], [Waiting::Check(_, day)] if day == date(2027, 5, 8)));
        let stranger = actor("aigul", &[Role::Teacher, Role::Mentor]);
        assert!(told(&stage, &stranger).await.is_empty());
        stage.today = DRAWN;
        assert!(matches!(told(&stage, &leader).await[..], [Waiting::Step(_, Due::Draw, None)]));
        assert!(told(&stage, &dana).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_empty_list_is_not_frozen_and_a_frozen_one_takes_nobody() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let leader = coordinator();
        let award = publish(&stage.context(&leader), "Жаз", &rule()).await.unwrap();
        stage.today = FROZEN;
        let empty = step(&stage.context(&leader), &award, &Step::Freeze).await;
        let nobody = StepRefused::List(ListRefused::Number);
        assert!(matches!(empty, Err(Failed::Refused(why)) if why == nobody), "{empty:?}");
    })
    .await;
    on_both(async |db| {
        let (stage, award) = frozen(db).await;
        let later = nominate(&stage.context(&dana()), &award, &ayan(), &named()).await;
        assert!(matches!(later, Err(Failed::Refused(NominateRefused::Frozen))), "{later:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_stops_keeps_what_they_did() {
    on_both(async |db| {
        let (mut stage, award) = nominated(db).await;
        let page = explained(&stage.context(&dana()), &award, &ayan()).await.unwrap();
        assert_eq!(page.points, [(Fact::Hours, 0), (Fact::Training, 10)], "what counts is seen all the time");
        stop(&stage.context(&dana()), &ayan()).await.unwrap();
        stage.today = FROZEN;
        step(&stage.context(&coordinator()), &award, &Step::Freeze).await.unwrap();
        let page = explained(&stage.context(&dana()), &award, &ayan()).await.unwrap();
        assert_eq!(page.points, [(Fact::Hours, 0), (Fact::Training, 10)]);
    })
    .await;
}

#[tokio::test]
async fn whoever_took_an_appeal_down_does_not_answer_it() {
    on_both(async |db| {
        let (stage, award) = frozen(db).await;
        let leader = coordinator();
        appeal(&stage.context(&leader), &award, &ayan(), "Не посчитан час.").await.unwrap();
        let own = answer(&stage.context(&leader), &award, &ayan(), (true, "Верно.")).await;
        assert!(matches!(own, Err(Failed::Refused(AppealRefused::Own))), "{own:?}");
        let head = actor("serik", &[Role::Head]);
        answer(&stage.context(&head), &award, &ayan(), (false, "Час посчитан.")).await.unwrap();
        let second = appeal(&stage.context(&dana()), &award, &ayan(), "Другое.").await;
        assert!(matches!(second, Err(Failed::Refused(AppealRefused::Filed))), "{second:?}");
    })
    .await;
}

#[tokio::test]
async fn an_appeal_that_is_upheld_changes_the_list_and_nothing_else_does() {
    on_both(async |db| {
        let (mut stage, award) = frozen(db).await;
        let hash = async |stage: &Stage| column(&stage.db, "awards", "list_hash").await.remove(0);
        let before = hash(&stage).await;
        appeal(&stage.context(&dana()), &award, &ayan(), "Не посчитан час.").await.unwrap();
        let upheld = async |stage: &Stage| {
            answer(&stage.context(&coordinator()), &award, &ayan(), (true, "Верно.")).await
        };
        let same = upheld(&stage).await;
        assert!(matches!(same, Err(Failed::Refused(AppealRefused::Same))), "nothing is put right: {same:?}");
        let hour = Training { day: date(2026, 11, 1), minutes: 60 };
        train(&stage.context(&dana()), &ayan(), hour).await.unwrap();
        step(&stage.context(&coordinator()), &award, &Step::Freeze).await.unwrap();
        assert_eq!(hash(&stage).await, before, "without an answer the list stands");
        stage.today = DRAWN;
        let late = upheld(&stage).await;
        assert!(matches!(late, Err(Failed::Refused(AppealRefused::Known))), "the lot is known: {late:?}");
        stage.today = FROZEN;
        for _ in 0..2 {
            upheld(&stage).await.unwrap();
        }
        assert_ne!(hash(&stage).await, before);
        assert_eq!((stage.audited("award-answered").await, stage.audited("award-frozen").await), (1, 2));
    })
    .await;
}

#[tokio::test]
async fn the_lot_has_one_number_however_it_is_typed_and_codes_hold_no_time() {
    on_both(async |db| {
        let (mut stage, award) = frozen(db).await;
        stage.today = DRAWN;
        for typed in ["USD 512,34", "512.34"] {
            step(&stage.context(&coordinator()), &award, &Step::Draw(typed.to_owned())).await.unwrap();
        }
        assert_eq!(column(&stage.db, "awards", "seed").await, ["512 34"]);
        assert_eq!(stage.audited("award-drawn").await, 1);
        let code = column(&stage.db, "award_nominees", "code").await.remove(0);
        assert_ne!(
            code.chars().nth(14),
            Some('7'),
            "a UUID of the seventh kind begins with its minute: {code}"
        );
    })
    .await;
}

#[tokio::test]
async fn n08_points_and_reasons_of_a_child_reach_nobody_but_those_who_look_after_the_child() {
    on_both(async |db| {
        let (stage, award) = frozen(db).await;
        let other = Given { person: "bekzhan".into(), duty: Duty::ClassTeacher("10Ә".into()) };
        give(&stage.context(&coordinator()), &other).await.unwrap();
        let bekzhan = actor("bekzhan", &[Role::Teacher]);
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &Role::ALL) };
        for somebody in [actor("aigul", &[Role::Teacher, Role::Mentor]), bekzhan.clone(), timur] {
            let context = stage.context(&somebody);
            let page = explained(&context, &award, &ayan()).await;
            assert!(matches!(page, Err(Failed::NotFound)), "{page:?}");
            let filed = appeal(&context, &award, &ayan(), "Не посчитан час.").await;
            assert!(matches!(filed, Err(Failed::NotFound)), "{filed:?}");
            let taken = step(&context, &award, &Step::Freeze).await;
            assert!(matches!(taken, Err(Failed::NotFound)), "{taken:?}");
            let mut tx = stage.db.read().await.unwrap();
            let told = file(&mut tx, &context, &award).await;
            assert!(matches!(told, Err(Failed::NotFound)), "{told:?}");
        }
        let aigul = actor("aigul", &[Role::Teacher, Role::Mentor]);
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &stage.context(&aigul), &award).await;
        assert!(matches!(page, Err(Failed::NotFound)), "looks after nobody: {page:?}");
        assert!(matches!(all(&mut tx, &stage.context(&aigul)).await, Err(Failed::NotFound)));
        let page = opened(&mut tx, &stage.context(&bekzhan), &award).await.unwrap();
        assert!(page.nominees.is_empty() && page.waiting.is_empty(), "another class: {page:?}");
        let page = opened(&mut tx, &stage.context(&dana()), &award).await.unwrap();
        assert_eq!(page.nominees.len(), 1);
        assert_eq!(page.nominees[0].1, None::<Share>, "the lot is not drawn");
        drop(tx);
        assert!(!column(&stage.db, "pupil_reads", "person_id").await.contains(&"bekzhan".to_owned()));
        spoil(&stage.db, "DELETE FROM pupil_reads").await;
        for reader in [dana(), bekzhan] {
            lists::award(&stage.context(&reader), &award).await.unwrap();
        }
        assert_eq!(column(&stage.db, "pupil_reads", "person_id").await, ["dana"], "he found nobody there");
    })
    .await;
}

#[tokio::test]
async fn an_award_and_whoever_was_named_are_forgotten_after_three_years() {
    on_both(async |db| {
        let (stage, _) = frozen(db).await;
        let days = |days: i64| stage.now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
        Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, days(365 * 2)).await.unwrap();
        assert_eq!(ids(&stage.db, "awards").await.len(), 1);
        Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, days(366 * 3)).await.unwrap();
        assert!(ids(&stage.db, "awards").await.is_empty());
        assert!(column(&stage.db, "award_nominees", "pupil_id").await.is_empty());
    })
    .await;
}
