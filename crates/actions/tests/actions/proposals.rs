//! Proposals: drafted by the engine, decided and published by a person, once.

use crate::stage::{Stage, actor, coordinator, head, mentor, newcomer};
use actions::Failed;
use actions::accounts::secret_hash;
use actions::choices::keep;
use actions::consents::{Step, step};
use actions::pairs::appoint;
use actions::proposals::{
    Between, Bound, Change, Draw, Help, How, NewcomerResult, Otherwise, Outlook, WhyNot, Wish, With, bound,
    decide, draw, files, helps, make, mentor_result, newcomer_result, outlook, publish, reasons,
};
use domain::choices::{List, Mode, Order};
use domain::pairs::{AppointRefused, Origin, Pair, State as PairState};
use domain::people::Role;
use domain::proposals::{Cause, Decision, Line, MakeRefused, Outcome, Proposal, PublishRefused, State};
use domain::secrets::Secret;
use domain::settings::Key;
use domain::{Instant, MentorId, ProposalId};
use jiff::civil::date;
use std::sync::Arc;
use store::testing::on_both;

const REASON: &str = "Единственный математик с местом в этом году.";

/// Дана and Зере both want Айгүл, who has one place and would rather have Зере. Then the deadline passes.
async fn ranked(stage: &mut Stage) {
    for who in ["dana", "zere"] {
        let list = List::Mentors(Order::strict(["aigul"]));
        keep(&stage.context(&newcomer(who)), &"programme".into(), &list).await.unwrap();
    }
    let list = List::Newcomers(Order::strict(["zere", "dana"]));
    keep(&stage.context(&mentor("aigul")), &"programme".into(), &list).await.unwrap();
    stage.today = date(2026, 11, 3);
}

async fn drafted(stage: &Stage) -> ProposalId {
    make(&stage.context(&coordinator()), &"programme".into()).await.unwrap()
}

async fn proposal(stage: &Stage, id: &ProposalId) -> Proposal {
    store::proposals::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn pairs(stage: &Stage) -> Vec<Pair> {
    let mut tx = stage.db.read().await.unwrap();
    store::pairs::of_programme(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap()
}

#[tokio::test]
async fn before_the_deadline_nothing_is_drafted() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let early = make(&stage.context(&coordinator()), &"programme".into()).await;
        assert!(matches!(early, Err(Failed::Refused(MakeRefused::NotNow(_)))), "{early:?}");
    })
    .await;
}

#[tokio::test]
async fn a_draft_comes_back_as_it_was_made_and_another_one_takes_its_place() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        ranked(&mut stage).await;
        let first = drafted(&stage).await;
        let lines = proposal(&stage, &first).await.lines;
        assert_eq!(lines[0].outcome, Outcome::Unmatched { cause: Cause::AllFull });
        assert_eq!(lines[1].outcome, Outcome::Proposed { mentor: "aigul".into() });
        let second = drafted(&stage).await;
        let (first, second) = (proposal(&stage, &first).await, proposal(&stage, &second).await);
        assert!(matches!(first.state, State::Discarded { .. }));
        let numbers = files(&first);
        assert!(numbers.is_some() && numbers == files(&second), "another draft is no other draw");
        assert_eq!((first.lines, first.digest), (second.lines, second.digest));
        assert!(pairs(&stage).await.is_empty(), "a draft makes no pair");
    })
    .await;
}

#[tokio::test]
async fn n21_who_has_no_pair_is_told_and_keeps_the_provisional_mentor() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let dana = "dana".into();
        let (who, bekzhan) = (coordinator(), "bekzhan".into());
        let named = actions::newcomers::name_provisional(&stage.context(&who), &dana, &bekzhan).await;
        let provisional = named.unwrap();
        ranked(&mut stage).await;
        let id = drafted(&stage).await;
        stage.letters().await;
        publish(&stage.context(&coordinator()), &id).await.unwrap();
        let told = stage.letters().await;
        assert_eq!(told, ["aigul PairPublished", "dana PairPending", "zere PairPublished"]);
        let pairs = pairs(&stage).await;
        let kept = pairs.iter().find(|pair| pair.id == provisional).unwrap();
        assert_eq!(kept.state, PairState::Published);
        let made = pairs.iter().find(|pair| pair.newcomer == "zere".into()).unwrap();
        assert_eq!((&made.origin, &made.state), (&Origin::Ranked, &PairState::Published));
        let again = drafted(&stage).await;
        let lines = proposal(&stage, &again).await.lines;
        assert_eq!(lines.len(), 1, "the next draft is about Dana alone");
        assert_eq!(lines[0].newcomer, dana);
    })
    .await;
}

#[tokio::test]
async fn a_changed_line_becomes_an_appointment_with_its_reason() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        ranked(&mut stage).await;
        let id = drafted(&stage).await;
        let changed = Decision::Changed { mentor: "bekzhan".into(), reason: REASON.into() };
        decide(&stage.context(&coordinator()), &id, &"dana".into(), changed).await.unwrap();
        publish(&stage.context(&coordinator()), &id).await.unwrap();
        let pairs = pairs(&stage).await;
        let appointed = pairs.iter().find(|pair| pair.newcomer == "dana".into()).unwrap();
        assert_eq!(appointed.origin, Origin::Appointed { reason: REASON.into() });
        assert_eq!(appointed.mentor, "bekzhan".into());
        assert_eq!(stage.audited("proposal-line-changed").await, 1);
        assert_eq!(stage.audited("pair-published").await, 2);
    })
    .await;
}

async fn programme(tx: &mut store::Tx) -> domain::programmes::Programme {
    store::programmes::get(tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap()
}

/// What became of a newcomer's choice, as the newcomer reads it.
async fn read_by_newcomer(stage: &Stage, who: &str) -> NewcomerResult {
    let mut tx = stage.db.read().await.unwrap();
    let newcomer = store::newcomers::get(&mut tx, &who.into()).await.unwrap().unwrap();
    let programme = programme(&mut tx).await;
    newcomer_result(&mut tx, &programme, &newcomer).await.unwrap()
}

async fn paired(stage: &Stage, who: &str) -> (With<MentorId>, Vec<Otherwise>) {
    match read_by_newcomer(stage, who).await {
        NewcomerResult::Paired { with, otherwise } => (with, otherwise),
        other => panic!("no pair: {other:?}"),
    }
}

fn wishes(of: &[(&str, usize)]) -> Vec<Otherwise> {
    of.iter().map(|&(mentor, number)| Otherwise { mentor: mentor.into(), number }).collect()
}

fn pending(of: &[(&str, usize)]) -> NewcomerResult {
    NewcomerResult::Pending { named_nobody: false, otherwise: wishes(of) }
}

/// Дана would rather have Бекжан than Айгүл. Whether he named her and Зере or nobody, the coordinator gives Айгүл to Дана
/// and him to Зере.
#[tokio::test]
async fn what_is_told_of_wishes_above_an_appointed_mentor_does_not_tell_whether_they_named_the_newcomer() {
    for takes in [&["zere", "dana"][..], &[]] {
        on_both(async |db| {
            let mut stage = Stage::new(db).await;
            for (who, list) in [
                (newcomer("dana"), List::Mentors(Order::strict(["bekzhan", "aigul"]))),
                (newcomer("zere"), List::Mentors(Order::strict(["bekzhan"]))),
                (mentor("bekzhan"), List::Newcomers(Order::strict(takes.iter().copied()))),
            ] {
                keep(&stage.context(&who), &"programme".into(), &list).await.unwrap();
            }
            stage.today = date(2026, 11, 3);
            let id = drafted(&stage).await;
            let changed = Decision::Changed { mentor: "aigul".into(), reason: REASON.into() };
            decide(&stage.context(&coordinator()), &id, &"dana".into(), changed).await.unwrap();
            let changed = Decision::Changed { mentor: "bekzhan".into(), reason: REASON.into() };
            decide(&stage.context(&coordinator()), &id, &"zere".into(), changed).await.unwrap();
            publish(&stage.context(&coordinator()), &id).await.unwrap();
            assert_eq!(paired(&stage, "dana").await.1, wishes(&[("bekzhan", 1)]));
            assert_eq!(paired(&stage, "zere").await.1, wishes(&[]));
        })
        .await;
    }
}

#[tokio::test]
async fn the_coordinator_reads_why_and_each_of_the_others_only_their_own_part() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        ranked(&mut stage).await;
        let id = drafted(&stage).await;
        let draft = proposal(&stage, &id).await;
        let why = reasons(&draft).unwrap();
        assert_eq!(why[&"zere".into()].wish, Some(1));
        let full = Wish { mentor: "aigul".into(), number: 1, why: WhyNot::Full };
        assert_eq!(why[&"dana".into()].better, [full]);
        assert_eq!(read_by_newcomer(&stage, "zere").await, NewcomerResult::Open, "a draft tells nobody");
        publish(&stage.context(&coordinator()), &id).await.unwrap();
        let (zere, otherwise) = paired(&stage, "zere").await;
        assert_eq!((zere.other, zere.how), ("aigul".into(), How::Ranked { wish: Some(1) }));
        assert!(otherwise.is_empty(), "her first wish");
        assert_eq!(read_by_newcomer(&stage, "dana").await, pending(&[("aigul", 1)]));
        let mut tx = stage.db.read().await.unwrap();
        let year = programme(&mut tx).await;
        let mentor = store::mentors::get(&mut tx, &"aigul".into()).await.unwrap().unwrap();
        let result = mentor_result(&mut tx, &year, &mentor).await.unwrap();
        assert_eq!(result.with[0].how, How::Ranked { wish: Some(1) });
        let mentor = store::mentors::get(&mut tx, &"bekzhan".into()).await.unwrap().unwrap();
        let result = mentor_result(&mut tx, &year, &mentor).await.unwrap();
        assert!(result.published && result.with.is_empty());
    })
    .await;
}

/// Айгүл has one place, and Дана and Зере are equal to her. Дана would go to these mentors, Зере to Айгүл alone; Бекжан
/// would take Дана. Then the deadline passes.
async fn tied(stage: &mut Stage, mode: Mode, wishes: &[&str]) {
    let (who, reason) = (coordinator(), "Протокол № 4");
    let context = stage.context(&who);
    let changed = actions::programmes::change_setting;
    changed(&context, &"programme".into(), Key::ChoiceMode, mode.word(), reason).await.unwrap();
    for (who, list) in [
        (newcomer("dana"), List::Mentors(Order::strict(wishes.iter().copied()))),
        (newcomer("zere"), List::Mentors(Order::strict(["aigul"]))),
        (mentor("aigul"), List::Newcomers(Order::of([["dana", "zere"]]).unwrap())),
        (mentor("bekzhan"), List::Newcomers(Order::strict(["dana"]))),
    ] {
        keep(&stage.context(&who), &"programme".into(), &list).await.unwrap();
    }
    stage.today = date(2026, 11, 3);
}

#[tokio::test]
async fn ties_are_drawn_or_used_for_more_pairs_as_the_programme_has_chosen() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        tied(&mut stage, Mode::Truthful, &["aigul", "bekzhan"]).await;
        let drawn = proposal(&stage, &drafted(&stage).await).await;
        assert_eq!((drawn.mode, bound(&drawn)), (Mode::Truthful, None));
        // The draw gives Айгүл to one of the two; the other reads that it was the draw.
        let with_aigul = |line: &&Line| line.mentor() == Some(&"aigul".into());
        let other = drawn.lines.iter().find(|line| !with_aigul(line)).unwrap().newcomer.clone();
        assert_eq!(drawn.lines.iter().filter(with_aigul).count(), 1);
        let why = reasons(&drawn).unwrap()[&other].better[0].why;
        assert_eq!(why, WhyNot::Equal(Between::Draw));
    })
    .await;
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        tied(&mut stage, Mode::MostPairs, &["aigul", "bekzhan"]).await;
        let id = drafted(&stage).await;
        let most = proposal(&stage, &id).await;
        assert_eq!((most.mode, bound(&most)), (Mode::MostPairs, Some(Bound { size: 2, at_most: 2 })));
        let why = reasons(&most).unwrap()[&"dana".into()].clone();
        let equal = WhyNot::Equal(Between::MostPairs);
        assert_eq!((why.wish, why.better[0].why), (Some(2), equal));
        publish(&stage.context(&coordinator()), &id).await.unwrap();
        let made: Vec<_> = pairs(&stage).await.into_iter().map(|pair| (pair.newcomer, pair.mentor)).collect();
        assert!(made.contains(&("dana".into(), "bekzhan".into())), "{made:?}");
        assert!(made.contains(&("zere".into(), "aigul".into())), "{made:?}");
        let (dana, otherwise) = paired(&stage, "dana").await;
        assert_eq!((dana.how, otherwise), (How::Ranked { wish: Some(2) }, wishes(&[("aigul", 1)])));
    })
    .await;
}

#[tokio::test]
async fn between_equals_the_coordinator_reads_what_decided_and_the_newcomer_nothing_of_it() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        tied(&mut stage, Mode::MostPairs, &["aigul"]).await;
        let id = drafted(&stage).await;
        let most = proposal(&stage, &id).await;
        let left = most.lines.iter().find(|line| line.mentor().is_none()).unwrap().newcomer.clone();
        assert_eq!(reasons(&most).unwrap()[&left].better[0].why, WhyNot::Equal(Between::MostPairs));
        let place = Change::Place { mentor: "aigul".into() };
        let help = Help { change: place, placed: left.clone(), moved: 0 };
        assert!(helps(&most).unwrap().contains(&help));
        publish(&stage.context(&coordinator()), &id).await.unwrap();
        assert_eq!(read_by_newcomer(&stage, left.as_str()).await, pending(&[("aigul", 1)]));
    })
    .await;
}

#[tokio::test]
async fn after_a_pair_has_ended_nobody_reads_that_there_was_no_place() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        ranked(&mut stage).await;
        let id = drafted(&stage).await;
        publish(&stage.context(&coordinator()), &id).await.unwrap();
        let pair = pairs(&stage).await.into_iter().find(|pair| pair.newcomer == "zere".into()).unwrap();
        step(&stage.context(&mentor("aigul")), &pair.id, Step::StepBack).await.unwrap();
        assert_eq!(read_by_newcomer(&stage, "zere").await, NewcomerResult::Ended);
    })
    .await;
}

#[tokio::test]
async fn a_line_left_out_looks_to_the_newcomer_like_any_other_wish_that_went_otherwise() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        ranked(&mut stage).await;
        let id = drafted(&stage).await;
        let left = Decision::LeftOut { reason: REASON.into() };
        decide(&stage.context(&coordinator()), &id, &"zere".into(), left).await.unwrap();
        let why = reasons(&proposal(&stage, &id).await).unwrap();
        assert_eq!(why[&"dana".into()].better[0].why, WhyNot::Passed, "the place stands open now");
        publish(&stage.context(&coordinator()), &id).await.unwrap();
        let (zere, dana) = (read_by_newcomer(&stage, "zere").await, read_by_newcomer(&stage, "dana").await);
        assert_eq!(zere, pending(&[("aigul", 1)]));
        assert_eq!(zere, dana);
    })
    .await;
}

#[tokio::test]
async fn the_history_and_the_outlook_tell_where_the_coordinator_stands() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        ranked(&mut stage).await;
        let (first, second) = (drafted(&stage).await, drafted(&stage).await);
        let mut tx = stage.db.read().await.unwrap();
        let (school, programme) = ("school-12".into(), "programme".into());
        let history = store::proposals::history(&mut tx, &school, &programme).await.unwrap();
        let stand: Vec<_> = history.iter().map(|one| (&one.id, one.state.word())).collect();
        assert_eq!(stand, [(&second, "draft"), (&first, "discarded")]);
        let running = store::programmes::get(&mut tx, &school, &programme).await.unwrap().unwrap();
        let before = outlook(&mut tx, &running, stage.today).await.unwrap();
        assert_eq!(before, Outlook { agreed: 0, open: 2 });
        drop(tx);
        publish(&stage.context(&coordinator()), &second).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let after = outlook(&mut tx, &running, stage.today).await.unwrap();
        assert_eq!(after, Outlook { agreed: 0, open: 1 });
    })
    .await;
}

#[tokio::test]
async fn an_agreed_pair_keeps_its_place_and_is_published_with_the_others() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let wish = domain::requests::Wish {
            text: "Хочу научиться начинать урок спокойно.".into(),
            goals: vec![],
            rhythm: domain::requests::Rhythm::Weekly,
        };
        let dana = newcomer("dana");
        let request = actions::requests::send(&stage.context(&dana), &"aigul".into(), wish).await.unwrap();
        actions::requests::accept(&stage.context(&mentor("aigul")), &request).await.unwrap();
        let list = List::Mentors(Order::strict(["aigul"]));
        keep(&stage.context(&newcomer("zere")), &"programme".into(), &list).await.unwrap();
        stage.today = date(2026, 11, 3);
        let id = drafted(&stage).await;
        let lines = proposal(&stage, &id).await.lines;
        assert!(matches!(lines[0].outcome, Outcome::AlreadyAgreed { .. }));
        assert!(matches!(lines[1].outcome, Outcome::Unmatched { .. }), "the place is taken");
        publish(&stage.context(&coordinator()), &id).await.unwrap();
        let pairs = pairs(&stage).await;
        assert_eq!((pairs.len(), &pairs[0].state), (1, &PairState::Published));
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_the_draft_is_named_and_nothing_is_published() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        ranked(&mut stage).await;
        let id = drafted(&stage).await;
        appoint(&stage.context(&head()), &"dana".into(), &"bekzhan".into(), REASON).await.unwrap();
        let published = publish(&stage.context(&coordinator()), &id).await;
        let Err(Failed::Refused(PublishRefused::Moved(named))) = published else { panic!("{published:?}") };
        assert_eq!(named, ["dana".into()]);
        assert_eq!(pairs(&stage).await.len(), 1, "the appointment alone");
        assert_eq!(proposal(&stage, &id).await.state, State::Draft);
    })
    .await;
}

#[tokio::test]
async fn only_the_coordinator_of_the_school_touches_a_proposal() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        ranked(&mut stage).await;
        let id = drafted(&stage).await;
        for who in [newcomer("dana"), mentor("aigul"), head()] {
            let published = publish(&stage.context(&who), &id).await;
            assert!(matches!(published, Err(Failed::Forbidden)), "{published:?}");
        }
        let mut timur = actor("timur", &[Role::Coordinator, Role::Head]);
        timur.school = Some("school-7".into());
        let published = publish(&stage.context(&timur), &id).await;
        assert!(matches!(published, Err(Failed::NotFound)), "{published:?}");
        let appointed = appoint(&stage.context(&timur), &"dana".into(), &"bekzhan".into(), REASON).await;
        assert!(matches!(appointed, Err(Failed::NotFound)), "{appointed:?}");
    })
    .await;
}

#[tokio::test]
async fn an_appointment_waits_for_the_end_of_the_choice_and_asks_for_a_reason() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (dana, bekzhan) = ("dana".into(), "bekzhan".into());
        let early = appoint(&stage.context(&head()), &dana, &bekzhan, REASON).await;
        assert!(matches!(early, Err(Failed::Refused(AppointRefused::NotNow(_)))), "{early:?}");
        stage.today = date(2026, 11, 3);
        let short = appoint(&stage.context(&head()), &dana, &bekzhan, "надо").await;
        assert!(matches!(short, Err(Failed::Refused(AppointRefused::ReasonTooShort))), "{short:?}");
        appoint(&stage.context(&head()), &dana, &bekzhan, REASON).await.unwrap();
        assert_eq!(stage.letters().await, ["bekzhan PairPublished", "dana PairPublished"]);
        let again = appoint(&stage.context(&head()), &dana, &"aigul".into(), REASON).await;
        assert!(matches!(again, Err(Failed::Refused(AppointRefused::HasPair))), "{again:?}");
    })
    .await;
}

/// Both databases, with SQLite in a file: in memory there is one connection and so no race.
async fn racing(name: &str) -> (Vec<Stage>, std::path::PathBuf) {
    let mut databases = store::testing::fresh().await;
    let file = std::env::temp_dir().join(format!("talimger-{name}-{}.db", std::process::id()));
    databases[0] = store::Db::open(&format!("sqlite:{}", file.display())).await.unwrap();
    let mut stages = Vec::new();
    for db in databases {
        stages.push(Stage::new(db).await);
    }
    (stages, file)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_drafts_made_at_once_one_stands() {
    let (stages, file) = racing("make").await;
    for mut stage in stages {
        ranked(&mut stage).await;
        let stage = Arc::new(stage);
        let attempts: Vec<_> = (0..4)
            .map(|_| {
                let stage = Arc::clone(&stage);
                tokio::spawn(async move { make(&stage.context(&coordinator()), &"programme".into()).await })
            })
            .collect();
        let mut made = 0;
        for attempt in attempts {
            match attempt.await.unwrap() {
                Ok(_) => made += 1,
                Err(Failed::Changed) => {}
                Err(other) => panic!("lost the race otherwise than by the rule: {other:?}"),
            }
        }
        let mut tx = stage.db.read().await.unwrap();
        let history = store::proposals::history(&mut tx, &"school-12".into(), &"programme".into()).await;
        let history = history.unwrap();
        drop(tx);
        let stand = history.iter().filter(|one| one.state == State::Draft).count();
        assert_eq!((stand, history.len()), (1, made), "{history:?}");
        assert_eq!(stage.audited("proposal-discarded").await, made - 1);
    }
    let _ = std::fs::remove_file(file);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_publish_at_once_publish_once() {
    let (stages, file) = racing("publish").await;
    for mut stage in stages {
        ranked(&mut stage).await;
        let id = drafted(&stage).await;
        stage.letters().await;
        let stage = Arc::new(stage);
        let attempts: Vec<_> = (0..8)
            .map(|_| {
                let (stage, id) = (Arc::clone(&stage), id.clone());
                tokio::spawn(async move { publish(&stage.context(&coordinator()), &id).await.is_ok() })
            })
            .collect();
        let mut published = 0;
        for attempt in attempts {
            published += usize::from(attempt.await.unwrap());
        }
        assert_eq!(published, 1);
        assert_eq!(pairs(&stage).await.len(), 1);
        assert_eq!(stage.audited("proposal-published").await, 1);
        assert_eq!(stage.letters().await.len(), 3, "nobody is told twice");
    }
    let _ = std::fs::remove_file(file);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_appointed_to_the_last_place_at_once_leave_one_pair() {
    let (stages, file) = racing("appoint").await;
    for mut stage in stages {
        stage.today = date(2026, 11, 3);
        let stage = Arc::new(stage);
        let attempts: Vec<_> = ["dana", "zere"]
            .map(|who| {
                let stage = Arc::clone(&stage);
                tokio::spawn(async move {
                    appoint(&stage.context(&head()), &who.into(), &"aigul".into(), REASON).await.is_ok()
                })
            })
            .into();
        let mut appointed = 0;
        for attempt in attempts {
            appointed += usize::from(attempt.await.unwrap());
        }
        assert_eq!((appointed, pairs(&stage).await.len()), (1, 1));
    }
    let _ = std::fs::remove_file(file);
}

#[tokio::test]
async fn one_place_more_would_help_the_one_who_was_left_over() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        ranked(&mut stage).await;
        let draft = proposal(&stage, &drafted(&stage).await).await;
        let place = Change::Place { mentor: "aigul".into() };
        assert_eq!(helps(&draft).unwrap(), [Help { change: place, placed: "dana".into(), moved: 0 }]);
    })
    .await;
}

#[tokio::test]
async fn a_draw_is_bound_by_its_mark_before_the_lists_and_opened_with_the_pairs() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let mut tx = stage.db.write().await.unwrap();
        let year = programme(&mut tx).await;
        let secret = Secret::new("ab".repeat(32));
        store::draws::add(&mut tx, &year, &secret, Instant::UNIX_EPOCH).await.unwrap();
        tx.commit().await.unwrap();
        let sealed = draw(&mut stage.db.read().await.unwrap(), &year).await.unwrap();
        let Draw::Sealed { mark, .. } = sealed else { panic!("nothing is published: {sealed:?}") };
        tied(&mut stage, Mode::Truthful, &["aigul", "bekzhan"]).await;
        let (first, second) = (drafted(&stage).await, drafted(&stage).await);
        publish(&stage.context(&coordinator()), &second).await.unwrap();
        let opened = draw(&mut stage.db.read().await.unwrap(), &year).await.unwrap();
        let Draw::Opened { mark: shown, line, seed, .. } = opened else { panic!("{opened:?}") };
        assert_eq!((&shown, secret_hash(&line)), (&mark, mark.clone()));
        assert_eq!(u64::from_str_radix(&line[..16], 16).unwrap(), seed);
        for id in [first, second] {
            let made = proposal(&stage, &id).await;
            assert_eq!(
                (made.seed, made.secret.as_ref()),
                (seed, Some(&secret)),
                "another draft is no other draw"
            );
        }
        assert_ne!(line, secret.as_str(), "who has which number stays closed");
    })
    .await;
}
