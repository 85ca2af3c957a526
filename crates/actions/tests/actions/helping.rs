//! Pairs of pupils beside what else stands about the two: referrals, what the law names, cases of concerns, pauses,
//! leaving, and what awards and certificates count; on both databases.

use crate::awards::{FROZEN, named, rule};
use crate::peers::{dana, met, staged, weekly};
use crate::stage::{Stage, actor, coordinator, head};
use actions::Failed;
use actions::awards::{Step, explained, nominate, publish, step};
use actions::concerns::{Worry, known, lead, name, raise};
use actions::duties::{Given, give};
use actions::journals::{Sent, put, week};
use actions::peers::{
    AgreeRefused, ConfirmRefused, Standing, agree, asked, confirm, end, open, overview, pause, resume,
};
use actions::pupils::apart::{Entry, block};
use actions::pupils::opened;
use actions::pupils::referrals::{answer, close};
use actions::pupils::volunteers::name as name_volunteer;
use actions::rosters::{Confirm, apply, roll_over};
use actions::schedules::Schedule;
use domain::PeerPairId;
use domain::awards::Fact;
use domain::concerns::Named;
use domain::duties::Duty;
use domain::journals::{Chosen, Mark};
use domain::peers::State;
use domain::peers::fits::Obstacle;
use domain::peers::weekly::Weekly;
use domain::people::Role;
use domain::pupils::blocks::Ground;
use domain::referrals::{Answer, Goal, Preset};
use domain::volunteers::NameRefused;
use jiff::civil::date;
use std::sync::Mutex;
use store::testing::{column, on_both, spoil};

/// As what Алуа stands for her class teacher.
async fn stands(stage: &Stage) -> Standing {
    asked(&stage.context(&dana()), &"alua".into()).await.unwrap().standing
}

/// What Дана finds of the pair on every page that shows it.
async fn found(stage: &Stage, pair: &PeerPairId) -> String {
    let dana = dana();
    let context = stage.context(&dana);
    let pages = (open(&context, pair).await, asked(&context, &"alua".into()).await);
    let mut tx = stage.db.read().await.unwrap();
    let lists = (overview(&mut tx, &context).await, week(&mut tx, &context, date(2026, 10, 5)).await);
    let lines = store::audit::of_school(&mut tx, &"school-12".into(), i64::MAX, 10_000).await.unwrap();
    let log: Vec<(String, String)> = lines.into_iter().map(|line| (line.what, line.subject)).collect();
    format!("{pages:?} {lists:?} {log:?}")
}

/// What a test finds, on each database.
async fn gathered(test: impl AsyncFn(store::Db) -> String) -> Vec<String> {
    let found = Mutex::new(Vec::new());
    on_both(async |db| {
        let one = test(db).await;
        found.lock().unwrap().push(one);
    })
    .await;
    found.into_inner().unwrap()
}

#[tokio::test]
async fn whoever_said_yes_to_no_goal_waits_for_nobody() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        for state in [
            "UPDATE referrals SET state = 'offered', answered_on = NULL",
            "UPDATE referrals SET state = 'declined', answered_on = '2026-10-02'",
        ] {
            spoil(&stage.db, state).await;
            assert_eq!(stands(&stage).await, Standing::NotYet, "{state}");
            let pair = confirm(&stage.context(&dana), &"alua".into(), &"erzhan".into(), Some("Көрші")).await;
            assert!(matches!(pair, Err(Failed::Refused(ConfirmRefused::NotWaiting))), "{pair:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_goal_says_the_subject_where_nobody_wrote_one_down() {
    on_both(async |db| {
        let stage = staged(db).await;
        spoil(
            &stage.db,
            "UPDATE referrals SET goal = 'algebra'; \
            INSERT INTO peer_profiles (school_id, pupil_id, subjects, languages, days) VALUES \
            ('school-12', 'erzhan', '[\"Химия\"]', '[]', '[]'), \
            ('school-12', 'aidana', '[\"Алгебра\"]', '[]', '[]')",
        )
        .await;
        let page = asked(&stage.context(&dana()), &"alua".into()).await.unwrap();
        assert_eq!(page.goal, Some(Goal::Preset(Preset::Algebra)));
        let Standing::Waits { proposed, helpers, .. } = page.standing else { panic!("{:?}", page.standing) };
        assert_eq!(proposed, Some("aidana".into()));
        let of_erzhan = helpers.iter().find(|(pupil, _)| pupil.id.as_str() == "erzhan").unwrap();
        assert_eq!(of_erzhan.1, [Obstacle::Subject]);
    })
    .await;
}

#[tokio::test]
async fn n19_two_of_whom_the_same_is_said_are_not_in_one_group_and_no_page_says_it() {
    on_both(async |db| {
        let stage = staged(db).await;
        spoil(
            &stage.db,
            "INSERT INTO pupils (id, school_id, family, given, class, class_key, born_on) \
            VALUES ('nurlan', 'school-12', 'Тұрсынов', 'Нұрлан', '5Б', '5Б', '2015-04-02'); \
            INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, \
                given_on, last_day, text_version, rule_version, entered_by, entered_at) \
            SELECT 'nurlan-' || part, school_id, 'nurlan', part, representative, way, place, child_agreed, given_on, \
                last_day, text_version, rule_version, entered_by, entered_at \
            FROM pupil_consents WHERE pupil_id = 'alua'; \
            INSERT INTO referrals (id, school_id, pupil_id, goal, state, answered_on, referred_by, referred_at, \
                last_day) \
            VALUES ('r-nurlan', 'school-12', 'nurlan', 'hobby', 'accepted', '2026-10-01', 'dana', 0, '2027-07-31'); \
            INSERT INTO referral_reasons (school_id, referral_id, about) VALUES \
            ('school-12', 'r-alua', 'behaviour'), ('school-12', 'r-nurlan', 'behaviour')",
        )
        .await;
        met(&stage).await;
        let dana = dana();
        let context = stage.context(&dana);
        let page = asked(&context, &"nurlan".into()).await.unwrap();
        assert!(!format!("{page:?}").contains("Behaviour"), "{page:?}");
        let Standing::Waits { proposed, helpers, .. } = page.standing else { panic!("{:?}", page.standing) };
        assert_eq!(proposed, Some("erzhan".into()), "the other one helps somebody of whom the same is said");
        let of_aidana = helpers.iter().find(|(pupil, _)| pupil.id.as_str() == "aidana").unwrap();
        assert_eq!(of_aidana.1, [Obstacle::Heightened { places: 2 }]);
        let pair = confirm(&context, &"nurlan".into(), &"aidana".into(), Some("Көрші")).await;
        let refused = ConfirmRefused::Obstacle(Obstacle::Heightened { places: 2 });
        assert!(matches!(pair, Err(Failed::Refused(why)) if why == refused), "{pair:?}");
    })
    .await;
}

/// What is found after Алуа has said no, or Дана has ended what was offered.
async fn after_the_goal(db: store::Db, says_no: bool) -> String {
    let stage = staged(db).await;
    let pair = met(&stage).await;
    let dana = dana();
    let context = stage.context(&dana);
    assert_eq!(open(&context, &pair).await.unwrap().goal, Some(Goal::Preset(Preset::Friends)));
    if says_no {
        answer(&context, &"alua".into(), Answer::No).await.unwrap();
    } else {
        close(&context, &"alua".into()).await.unwrap();
    }
    let leader = coordinator();
    let page = open(&stage.context(&leader), &pair).await.unwrap();
    assert!(matches!(page.pair.state, State::Ended { .. }), "{page:?}");
    format!("{page:?} {}", found(&stage, &pair).await)
}

#[tokio::test]
async fn n19_a_pair_is_over_with_its_referral_and_a_no_looks_like_an_end() {
    let ended = gathered(async |db| after_the_goal(db, false).await).await;
    let said_no = gathered(async |db| after_the_goal(db, true).await).await;
    assert_eq!(ended, said_no);
}

#[tokio::test]
async fn whom_the_law_excludes_is_not_eligible_and_the_pair_is_over() {
    on_both(async |db| {
        let stage = staged(db).await;
        let pair = met(&stage).await;
        let law = Entry { ground: Ground::Record, paper: "Хабарлама № 17".into() };
        for _ in 0..2 {
            block(&stage.context(&head()), &"alua".into(), &law).await.unwrap();
        }
        assert_eq!(stage.audited("peer-ended").await, 1);
        assert_eq!(stands(&stage).await, Standing::NotEligible);
        let leader = coordinator();
        let page = found(&stage, &pair).await;
        assert!(!page.contains("Record") && !page.contains("Хабарлама"), "{page}");
        let context = stage.context(&leader);
        let again = confirm(&context, &"alua".into(), &"erzhan".into(), Some("Көрші")).await;
        assert!(matches!(again, Err(Failed::Refused(ConfirmRefused::NotWaiting))), "{again:?}");
    })
    .await;
}

/// A case about Алуа in which Дана is named is open, led by the psychologist whom the head has named.
async fn case_opens(stage: &Stage) {
    let bekzhan = actor("bekzhan", &[Role::Teacher, Role::Mentor]);
    let worry = Worry {
        child: "Алуа, 5Б".into(),
        pupil: None,
        seen: "Сабақтан жылап шықты.".into(),
        seen_on: date(2026, 10, 2),
        about: Some("dana".into()),
    };
    let id = raise(&stage.context(&coordinator()), &worry).await.unwrap();
    lead(&stage.context(&bekzhan), &id).await.unwrap();
    let named = Named { pupil: Some("alua".into()), harmer: None, about: Some("dana".into()) };
    name(&stage.context(&bekzhan), &id, &named, 1).await.unwrap();
}

#[tokio::test]
async fn whoever_looks_after_a_child_freezes_the_pair_by_raising_a_concern() {
    on_both(async |db| {
        let stage = staged(db).await;
        let pair = met(&stage).await;
        let (teacher, other) = (dana(), actor("aigul", &[Role::Teacher, Role::Mentor]));
        let worry = |pupil: Option<&str>| Worry {
            child: if pupil.is_some() { String::new() } else { "Алуа, 5Б".into() },
            pupil: pupil.map(Into::into),
            seen: "Сабақтан жылап шықты.".into(),
            seen_on: date(2026, 10, 2),
            about: None,
        };
        let mut tx = stage.db.read().await.unwrap();
        let offered = known(&mut tx, &stage.context(&teacher)).await.unwrap();
        assert_eq!(offered.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["alua"]);
        assert!(known(&mut tx, &stage.context(&other)).await.unwrap().is_empty(), "she looks after nobody");
        drop(tx);
        raise(&stage.context(&teacher), &worry(None)).await.unwrap();
        assert!(!open(&stage.context(&teacher), &pair).await.unwrap().paused, "words alone name nobody");
        for (who, pupil) in [(&other, "alua"), (&teacher, "erzhan")] {
            let refused = raise(&stage.context(who), &worry(Some(pupil))).await;
            assert!(matches!(refused, Err(Failed::NotFound)), "{pupil}: {refused:?}");
        }
        for _ in 0..2 {
            raise(&stage.context(&teacher), &worry(Some("alua"))).await.unwrap();
        }
        assert!(open(&stage.context(&teacher), &pair).await.unwrap().paused, "before anybody leads it");
        let mut children = column(&stage.db, "concerns", "child").await;
        children.sort();
        assert_eq!(children, ["Алуа, 5Б", "Жақсыбекова Алуа, 5Б"]);
    })
    .await;
}

/// What Дана finds once a case is open, or once the coordinator has paused what Алуа does.
async fn while_paused(db: store::Db, by_a_case: bool) -> String {
    let stage = staged(db).await;
    let given = Given { person: "bekzhan".into(), duty: Duty::Specialist };
    give(&stage.context(&head()), &given).await.unwrap();
    let pair = met(&stage).await;
    let leader = coordinator();
    if by_a_case {
        case_opens(&stage).await;
    } else {
        for _ in 0..2 {
            pause(&stage.context(&leader), &"alua".into()).await.unwrap();
        }
    }
    let dana = dana();
    let context = stage.context(&dana);
    assert!(open(&context, &pair).await.unwrap().paused);
    let other = Weekly { minutes: 60, ..weekly() };
    let changed = agree(&context, &pair, &other, true).await;
    assert!(matches!(changed, Err(Failed::Refused(AgreeRefused::Paused))), "{changed:?}");
    let monday = date(2026, 10, 5);
    let mark = [Chosen { pair: pair.clone(), mark: Mark::Met, known: None }];
    let counted = put(&context, monday, &Sent { chosen: &mark, ..Sent::default() }).await;
    assert!(matches!(counted, Err(Failed::NotFound)), "{counted:?}");
    let signed = put(&context, monday, &Sent { sign: Some("5Б"), ..Sent::default() }).await.unwrap();
    assert!(signed.is_signed, "nobody is asked what became of their meeting");
    // Taking back a pause that is not one's own changes nothing.
    resume(&context, &"alua".into()).await.unwrap();
    let met = found(&stage, &pair).await;
    end(&context, &pair).await.unwrap();
    let again = confirm(&context, &"alua".into(), &"erzhan".into(), Some("Сұрады")).await;
    assert!(matches!(again, Err(Failed::Refused(ConfirmRefused::Paused))), "{again:?}");
    format!("{met} {}", found(&stage, &pair).await)
}

#[tokio::test]
async fn n20_whoever_a_case_is_about_does_not_tell_it_from_a_pause() {
    let case = gathered(async |db| while_paused(db, true).await).await;
    let pause = gathered(async |db| while_paused(db, false).await).await;
    assert_eq!(case, pause);
}

#[tokio::test]
async fn whoever_paused_a_pupil_takes_it_back_and_after_four_weeks_it_is_over() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let (dana, leader) = (dana(), coordinator());
        pause(&stage.context(&leader), &"erzhan".into()).await.unwrap();
        for somebody in [&dana, &leader] {
            pause(&stage.context(somebody), &"alua".into()).await.unwrap();
        }
        let other = pause(&stage.context(&dana), &"erzhan".into()).await;
        assert!(matches!(other, Err(Failed::NotFound)), "another class: {other:?}");
        let page = asked(&stage.context(&dana), &"alua".into()).await.unwrap();
        assert_eq!((page.paused, page.own_pause), (true, Some(date(2026, 11, 2))));
        let Standing::Waits { proposed, helpers, .. } = &page.standing else { panic!("{:?}", page.standing) };
        assert_eq!(*proposed, None);
        let offered: Vec<&str> = helpers.iter().map(|(pupil, _)| pupil.id.as_str()).collect();
        assert_eq!(offered, ["aidana"], "a paused helper is not offered");
        let named = name_volunteer(&stage.context(&leader), &"erzhan".into(), None).await;
        assert!(matches!(named, Err(Failed::Refused(NameRefused::NotNow))), "{named:?}");
        for _ in 0..2 {
            resume(&stage.context(&dana), &"alua".into()).await.unwrap();
        }
        let page = asked(&stage.context(&dana), &"alua".into()).await.unwrap();
        assert_eq!((page.paused, page.own_pause), (true, None), "the coordinator's holds");
        stage.today = date(2026, 11, 2);
        assert!(!asked(&stage.context(&dana), &"alua".into()).await.unwrap().paused);
        Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, stage.now()).await.unwrap();
        assert!(column(&stage.db, "peer_pauses", "pupil_id").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_pair_is_over_when_one_of_the_two_has_left() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let pair = met(&stage).await;
        spoil(&stage.db, "UPDATE pupils SET left_on = '2026-10-07' WHERE id = 'aidana'").await;
        for (day, state) in [(date(2026, 10, 6), "agreed"), (date(2026, 10, 7), "ended")] {
            stage.today = day;
            Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, stage.now()).await.unwrap();
            assert_eq!(column(&stage.db, "peer_pairs", "state").await, [state], "{day}");
        }
        let ended = open(&stage.context(&dana()), &pair).await.unwrap().pair;
        assert_eq!(ended.state.over(), Some(date(2026, 10, 7)));
        let again = confirm(&stage.context(&dana()), &"alua".into(), &"erzhan".into(), Some("Сұрады")).await;
        let until = date(2026, 11, 4);
        assert!(matches!(again, Err(Failed::Refused(ConfirmRefused::Rests(on))) if on == until), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_by_a_list_helps_nobody_from_then_on() {
    on_both(async |db| {
        let stage = staged(db).await;
        met(&stage).await;
        spoil(&stage.db, "UPDATE pupils SET class = '11В', class_key = '11В' WHERE id = 'aidana'").await;
        let leader = coordinator();
        let context = stage.context(&leader);
        let year = roll_over(&context, &"school-12".into(), "kk", "2027/28").await.unwrap();
        apply(&context, &year, &Confirm { typed: Some(1), ..Confirm::default() }).await.unwrap();
        assert_eq!(column(&stage.db, "peer_pairs", "state").await, ["ended"]);
        let told = (stage.audited("peer-ended").await, stage.audited("volunteer-stopped").await);
        assert_eq!(told, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn awards_and_the_certificate_count_signed_meetings_of_their_days() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let (dana, leader) = (dana(), coordinator());
        let award = publish(&stage.context(&leader), "Жазғы демалыс", &rule()).await.unwrap();
        let pair = met(&stage).await;
        agree(&stage.context(&dana), &pair, &Weekly { minutes: 60, ..weekly() }, true).await.unwrap();
        nominate(&stage.context(&leader), &award, &"aidana".into(), &named()).await.unwrap();
        for (monday, signs) in [(5, true), (12, true), (19, false)] {
            stage.today = date(2026, 10, monday);
            let mark = [Chosen { pair: pair.clone(), mark: Mark::Met, known: None }];
            let sent = Sent { chosen: &mark, sign: signs.then_some("5Б"), ..Sent::default() };
            put(&stage.context(&dana), stage.today, &sent).await.unwrap();
        }
        let page = opened(&stage.context(&leader), &"aidana".into()).await.unwrap();
        let confirmed = page.volunteering.and_then(|one| one.confirmed).unwrap();
        assert_eq!((confirmed.hours, confirmed.weeks, confirmed.training), (2, 2, 0));
        stage.today = FROZEN;
        step(&stage.context(&leader), &award, &Step::Freeze).await.unwrap();
        let page = explained(&stage.context(&leader), &award, &"aidana".into()).await.unwrap();
        assert_eq!(page.points, vec![(Fact::Hours, 2), (Fact::Training, 0)], "one hour of its days");
        let idle = opened(&stage.context(&leader), &"erzhan".into()).await.unwrap().volunteering;
        assert_eq!(idle.and_then(|one| one.confirmed).unwrap().certified(), 0);
    })
    .await;
}
