//! A second round: those who are left and the mentors with a place choose once more; nobody else is touched
//! (feat:C19; neg:N21).

use crate::stage::{Stage, actor, coordinator, mentor, newcomer};
use actions::Failed;
use actions::choices::{keep, rankable_mentors, rankable_newcomers};
use actions::pairs::appoint;
use actions::proposals::{NewcomerResult, make, newcomer_result, publish};
use actions::requests::{accept, expire_overdue, send};
use actions::rounds::{close, end_passed, extend, open};
use domain::choices::{List, Order, RankRefused};
use domain::newcomers::Unpaired;
use domain::pairs::{AppointRefused, Origin, Pair, State as PairState};
use domain::people::{Actor, Role};
use domain::programmes::Programme;
use domain::proposals::{MakeRefused, Outcome, PublishRefused};
use domain::requests::{AnswerRefused, Rhythm, SendRefused, State as Asking, Wish};
use domain::rounds::{OpenRefused, Round, State, StepRefused};
use domain::{Day, NewcomerId, ProposalId, RequestId, RoundId};
use jiff::civil::date;
use std::sync::Arc;
use store::testing::on_both;

const OPENED: Day = date(2026, 11, 16);
const UNTIL: Day = date(2026, 11, 30);
const REASON: &str = "Единственный математик с местом в этом году.";

fn wish() -> Wish {
    let text = "Хочу научиться начинать урок спокойно.".into();
    Wish { text, goals: vec![], rhythm: Rhythm::Weekly }
}

async fn ranks(stage: &Stage, who: &str, mentors: &[&str]) -> Result<(), Failed<RankRefused>> {
    let list = List::Mentors(Order::strict(mentors.iter().copied()));
    keep(&stage.context(&newcomer(who)), &"programme".into(), &list).await
}

async fn takes(stage: &Stage, who: &str, newcomers: &[&str]) -> Result<(), Failed<RankRefused>> {
    let list = List::Newcomers(Order::strict(newcomers.iter().copied()));
    keep(&stage.context(&mentor(who)), &"programme".into(), &list).await
}

/// Дана and Зере both want Айгүл, who has one place and takes Зере. The pairs are published, Бекжан is with Дана for
/// now, and it is two weeks later.
async fn left_over(stage: &mut Stage) {
    let (who, dana, bekzhan) = (coordinator(), "dana".into(), "bekzhan".into());
    actions::newcomers::name_provisional(&stage.context(&who), &dana, &bekzhan).await.unwrap();
    for who in ["dana", "zere"] {
        ranks(stage, who, &["aigul"]).await.unwrap();
    }
    takes(stage, "aigul", &["zere", "dana"]).await.unwrap();
    stage.today = date(2026, 11, 3);
    let draft = drafted(stage).await.unwrap();
    publish(&stage.context(&coordinator()), &draft).await.unwrap();
    stage.today = OPENED;
    stage.letters().await;
}

async fn drafted(stage: &Stage) -> Result<ProposalId, Failed<MakeRefused>> {
    make(&stage.context(&coordinator()), &"programme".into()).await
}

async fn opened(stage: &Stage) -> RoundId {
    open(&stage.context(&coordinator()), &"programme".into(), UNTIL).await.unwrap()
}

async fn round(stage: &Stage, id: &RoundId) -> Round {
    store::rounds::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn programme(stage: &Stage) -> Programme {
    let mut tx = stage.db.read().await.unwrap();
    store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap()
}

async fn pairs_of(stage: &Stage, newcomer: &str) -> Vec<Pair> {
    let mut tx = stage.db.read().await.unwrap();
    store::pairs::of_newcomer(&mut tx, &"school-12".into(), &newcomer.into()).await.unwrap()
}

async fn request(stage: &Stage, id: &RequestId) -> domain::requests::Request {
    store::requests::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn unpaired(stage: &Stage, id: &NewcomerId) -> Option<Unpaired> {
    let programme = programme(stage).await;
    let mut tx = stage.db.read().await.unwrap();
    let all = actions::newcomers::overview(&mut tx, &programme, stage.today).await.unwrap();
    all.into_iter().find(|one| one.newcomer.id == *id).unwrap().unpaired
}

#[tokio::test]
async fn everybody_concerned_is_told_and_nobody_who_has_a_pair() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        left_over(&mut stage).await;
        opened(&stage).await;
        let told = stage.letters().await;
        assert_eq!(told, ["bekzhan RoundOpened", "dana RoundOpened"], "Айгүл and Зере have a pair");
        assert_eq!(stage.audited("round-opened").await, 1);
        assert_eq!(unpaired(&stage, &"dana".into()).await, Some(Unpaired::LooksOn));
        opened(&stage).await;
        assert_eq!(stage.letters().await, [""; 0], "the form came twice");
    })
    .await;
}

#[tokio::test]
async fn only_the_coordinator_of_the_school_opens_and_closes() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        left_over(&mut stage).await;
        for who in [newcomer("dana"), mentor("aigul"), actor("serik", &[Role::Head])] {
            let refused = open(&stage.context(&who), &"programme".into(), UNTIL).await;
            assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        }
        let id = opened(&stage).await;
        let other = Actor { school: Some("school-7".into()), ..coordinator() };
        assert!(matches!(close(&stage.context(&other), &id).await, Err(Failed::NotFound)));
        let longer = extend(&stage.context(&other), &id, date(2026, 12, 7)).await;
        assert!(matches!(longer, Err(Failed::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn what_the_last_choice_has_brought_is_published_first() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        for who in ["dana", "zere"] {
            ranks(&stage, who, &["aigul"]).await.unwrap();
        }
        takes(&stage, "aigul", &["zere"]).await.unwrap();
        stage.today = date(2026, 11, 3);
        let refused = |result: Result<RoundId, _>| match result {
            Err(Failed::Refused(why)) => why,
            other => panic!("{other:?}"),
        };
        let (who, id) = (coordinator(), "programme".into());
        let lists = open(&stage.context(&who), &id, UNTIL).await;
        assert_eq!(refused(lists), OpenRefused::Unpublished, "nobody has opened the lists");
        let draft = drafted(&stage).await.unwrap();
        let waits = open(&stage.context(&who), &id, UNTIL).await;
        assert_eq!(refused(waits), OpenRefused::Unpublished);
        publish(&stage.context(&who), &draft).await.unwrap();
        open(&stage.context(&who), &id, UNTIL).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn in_a_round_a_newcomer_asks_and_a_mentor_with_a_place_accepts() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        left_over(&mut stage).await;
        let dana = newcomer("dana");
        let early = send(&stage.context(&dana), &"bekzhan".into(), wish()).await;
        assert!(matches!(early, Err(Failed::Refused(SendRefused::NotNow(_)))), "{early:?}");
        opened(&stage).await;
        let full = send(&stage.context(&dana), &"aigul".into(), wish()).await;
        assert!(matches!(full, Err(Failed::Refused(SendRefused::MentorFull))), "{full:?}");
        let paired = send(&stage.context(&newcomer("zere")), &"bekzhan".into(), wish()).await;
        assert!(matches!(paired, Err(Failed::Refused(SendRefused::AgreedElsewhere))), "{paired:?}");
        let id = send(&stage.context(&dana), &"bekzhan".into(), wish()).await.unwrap();
        assert_eq!(request(&stage, &id).await.answer_until, UNTIL);
        accept(&stage.context(&mentor("bekzhan")), &id).await.unwrap();
        let agreed = pairs_of(&stage, "dana").await.into_iter().find(Pair::is_settled).unwrap();
        assert_eq!((agreed.mentor, agreed.state), ("bekzhan".into(), PairState::Agreed));
        assert_eq!(unpaired(&stage, &"dana".into()).await, None);
        // It is published after the round, like what was agreed in the first choice.
        assert!(matches!(
            drafted(&stage).await,
            Err(Failed::Refused(MakeRefused::Choosing { until: UNTIL }))
        ));
        stage.today = date(2026, 12, 1);
        let draft = drafted(&stage).await.unwrap();
        publish(&stage.context(&coordinator()), &draft).await.unwrap();
        let pair = pairs_of(&stage, "dana").await.into_iter().find(Pair::is_settled).unwrap();
        assert_eq!(pair.state, PairState::Published);
    })
    .await;
}

#[tokio::test]
async fn lists_of_a_round_are_new_and_those_of_the_first_choice_stay() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        left_over(&mut stage).await;
        opened(&stage).await;
        let programme = programme(&stage).await;
        {
            let mut tx = stage.db.read().await.unwrap();
            let dana = store::newcomers::get(&mut tx, &"dana".into()).await.unwrap().unwrap();
            let mentors = rankable_mentors(&mut tx, &programme, &dana, stage.today).await.unwrap();
            assert_eq!(mentors.open, ["bekzhan".into()], "only those with a place");
            let bekzhan = store::mentors::get(&mut tx, &"bekzhan".into()).await.unwrap().unwrap();
            let newcomers = rankable_newcomers(&mut tx, &programme, &bekzhan, stage.today).await.unwrap();
            assert_eq!(newcomers.open, ["dana".into()], "only those without a pair");
            let counts = store::choices::counts(&mut tx, &programme).await.unwrap();
            assert_eq!((counts.newcomers, counts.mentors), (0, 0));
        }
        ranks(&stage, "dana", &["bekzhan"]).await.unwrap();
        takes(&stage, "bekzhan", &["dana"]).await.unwrap();
        let paired = ranks(&stage, "zere", &["bekzhan"]).await;
        assert!(matches!(paired, Err(Failed::Refused(RankRefused::Agreed))), "{paired:?}");
        let full = takes(&stage, "aigul", &["dana"]).await;
        assert!(matches!(full, Err(Failed::Refused(RankRefused::Agreed))), "{full:?}");
        let mut tx = stage.db.read().await.unwrap();
        let (school, id, dana) = ("school-12".into(), "programme".into(), "dana".into());
        let mut kept = Vec::new();
        for round in [0, 1] {
            let side = domain::sides::Side::Newcomer;
            let list = store::choices::of_author(&mut tx, &school, &id, round, side, &dana).await.unwrap();
            kept.push(list.unwrap().list);
        }
        let list = |mentor: &str| List::Mentors(Order::strict([mentor]));
        assert_eq!(kept, [list("aigul"), list("bekzhan")]);
    })
    .await;
}

#[tokio::test]
async fn after_its_day_pairs_are_proposed_from_its_lists_and_who_has_one_is_not_touched() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        left_over(&mut stage).await;
        let zere = pairs_of(&stage, "zere").await;
        let id = opened(&stage).await;
        ranks(&stage, "dana", &["bekzhan"]).await.unwrap();
        takes(&stage, "bekzhan", &["dana"]).await.unwrap();
        stage.letters().await;
        stage.today = UNTIL;
        assert!(drafted(&stage).await.is_err(), "on the last day people still choose");
        stage.today = date(2026, 12, 1);
        // Before any schedule has looked.
        let draft = drafted(&stage).await.unwrap();
        let proposal =
            store::proposals::get(&mut stage.db.read().await.unwrap(), &draft).await.unwrap().unwrap();
        assert_eq!((proposal.round, proposal.lines.len()), (1, 1));
        assert_eq!(proposal.lines[0].outcome, Outcome::Proposed { mentor: "bekzhan".into() });
        assert_eq!(end_passed(&stage.context(&coordinator())).await.unwrap(), 1);
        assert_eq!(end_passed(&stage.context(&coordinator())).await.unwrap(), 0, "once");
        assert!(matches!(round(&stage, &id).await.state, State::Over { .. }));
        assert_eq!(stage.letters().await, ["dana RoundOver", "gulnafisa RoundOver"]);
        publish(&stage.context(&coordinator()), &draft).await.unwrap();
        let pair = pairs_of(&stage, "dana").await.into_iter().find(Pair::is_settled).unwrap();
        assert_eq!((pair.origin, pair.mentor), (Origin::Ranked, "bekzhan".into()));
        assert_eq!(pairs_of(&stage, "zere").await, zere);
    })
    .await;
}

#[tokio::test]
async fn n21_whoever_is_left_again_reads_so_only_when_it_is_published() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        left_over(&mut stage).await;
        opened(&stage).await;
        ranks(&stage, "dana", &["bekzhan"]).await.unwrap();
        takes(&stage, "bekzhan", &[]).await.unwrap();
        stage.today = date(2026, 12, 1);
        assert_eq!(unpaired(&stage, &"dana".into()).await, Some(Unpaired::NotPublished));
        assert_eq!(
            read_by_dana(&stage).await,
            NewcomerResult::Open,
            "the first publication is not the answer"
        );
        let draft = drafted(&stage).await.unwrap();
        publish(&stage.context(&coordinator()), &draft).await.unwrap();
        let pending = read_by_dana(&stage).await;
        assert!(matches!(pending, NewcomerResult::Pending { named_nobody: false, .. }), "{pending:?}");
        assert_eq!(unpaired(&stage, &"dana".into()).await, Some(Unpaired::LeftOver));
        let provisional = pairs_of(&stage, "dana").await.into_iter().find(Pair::is_provisional);
        assert_eq!(provisional.unwrap().mentor, "bekzhan".into(), "stays until there is a pair");
        let next = open(&stage.context(&coordinator()), &"programme".into(), date(2026, 12, 15)).await;
        assert_eq!(round(&stage, &next.unwrap()).await.number, 2);
    })
    .await;
}

async fn read_by_dana(stage: &Stage) -> NewcomerResult {
    let programme = programme(stage).await;
    let mut tx = stage.db.read().await.unwrap();
    let dana = store::newcomers::get(&mut tx, &"dana".into()).await.unwrap().unwrap();
    newcomer_result(&mut tx, &programme, &dana).await.unwrap()
}

#[tokio::test]
async fn a_round_is_made_longer_and_closed_earlier() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        left_over(&mut stage).await;
        let id = opened(&stage).await;
        stage.letters().await;
        stage.today = date(2026, 11, 20);
        let later = date(2026, 12, 7);
        for _ in 0..2 {
            extend(&stage.context(&coordinator()), &id, later).await.unwrap();
        }
        assert_eq!(round(&stage, &id).await.until, later);
        assert_eq!(stage.letters().await, ["bekzhan RoundExtended", "dana RoundExtended"], "once");
        let sent = send(&stage.context(&newcomer("dana")), &"bekzhan".into(), wish()).await.unwrap();
        stage.letters().await;
        close(&stage.context(&coordinator()), &id).await.unwrap();
        assert!(matches!(request(&stage, &sent).await.state, Asking::Expired { .. }));
        let told = stage.letters().await;
        assert_eq!(told, ["bekzhan RequestExpired", "dana RequestExpired", "dana RoundOver"]);
        let late = accept(&stage.context(&mentor("bekzhan")), &sent).await;
        assert!(matches!(late, Err(Failed::Refused(AnswerRefused::NotOpen))), "{late:?}");
        let again = close(&stage.context(&coordinator()), &id).await;
        assert!(matches!(again, Err(Failed::Refused(StepRefused::NotOpen))));
        let longer = extend(&stage.context(&coordinator()), &id, date(2026, 12, 14)).await;
        assert!(matches!(longer, Err(Failed::Refused(StepRefused::NotOpen))));
    })
    .await;
}

#[tokio::test]
async fn requests_end_with_the_round_and_are_not_answered_after_it() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        left_over(&mut stage).await;
        opened(&stage).await;
        stage.today = date(2026, 11, 25);
        let sent = send(&stage.context(&newcomer("dana")), &"bekzhan".into(), wish()).await.unwrap();
        assert_eq!(request(&stage, &sent).await.answer_until, UNTIL);
        stage.today = date(2026, 12, 1);
        let late = accept(&stage.context(&mentor("bekzhan")), &sent).await;
        assert!(matches!(late, Err(Failed::Refused(AnswerRefused::Expired))), "{late:?}");
        assert_eq!(expire_overdue(&stage.context(&coordinator())).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_appointed_who_chooses_and_no_draft_is_published_meanwhile() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        left_over(&mut stage).await;
        let id = opened(&stage).await;
        let appointed =
            appoint(&stage.context(&coordinator()), &"dana".into(), &"bekzhan".into(), REASON).await;
        assert!(matches!(appointed, Err(Failed::Refused(AppointRefused::Choosing { until: UNTIL }))));
        close(&stage.context(&coordinator()), &id).await.unwrap();
        let draft = drafted(&stage).await.unwrap();
        let next = open(&stage.context(&coordinator()), &"programme".into(), UNTIL).await;
        assert!(matches!(next, Err(Failed::Refused(OpenRefused::Unpublished))), "{next:?}");
        publish(&stage.context(&coordinator()), &draft).await.unwrap();
        opened(&stage).await;
        let twice = publish(&stage.context(&coordinator()), &draft).await;
        assert!(matches!(twice, Err(Failed::Refused(PublishRefused::NotDraft))), "{twice:?}");
    })
    .await;
}

/// Both databases, with SQLite in a file: in memory there is one connection and so no race.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_open_at_once_open_one_round() {
    let mut databases = store::testing::fresh().await;
    let file = std::env::temp_dir().join(format!("talimger-rounds-{}.db", std::process::id()));
    databases[0] = store::Db::open(&format!("sqlite:{}", file.display())).await.unwrap();
    for db in databases {
        let mut stage = Stage::new(db).await;
        left_over(&mut stage).await;
        let stage = Arc::new(stage);
        let attempts: Vec<_> = (0..6)
            .map(|number| {
                let stage = Arc::clone(&stage);
                let until = date(2026, 11, 25 + number % 3);
                tokio::spawn(async move {
                    open(&stage.context(&coordinator()), &"programme".into(), until).await.ok()
                })
            })
            .collect();
        let mut ids = std::collections::BTreeSet::new();
        for attempt in attempts {
            ids.extend(attempt.await.unwrap().map(|id| id.to_string()));
        }
        assert_eq!(ids.len(), 1, "whoever came second is told, or has opened the same");
        let mut tx = stage.db.read().await.unwrap();
        let rounds = store::rounds::of_school(&mut tx, &"school-12".into()).await.unwrap();
        assert_eq!(rounds.len(), 1);
        drop(tx);
        assert_eq!(stage.letters().await, ["bekzhan RoundOpened", "dana RoundOpened"]);
    }
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", file.display()));
    }
}
