//! Leaving with a pair by order: what was to come falls away and the other one is told of each, and what somebody takes
//! along holds their own papers for them and for the coordinator, and opens nothing to anybody else.

use crate::letters::{delivered, told};
use crate::plans::{assigned, coordinator, head};
use crate::reports::press;
use crate::stage::{Stage, mentor, newcomer};
use actions::Failed;
use actions::bundles::check;
use actions::meetings::{Answer, Log, Proposal, answer, keep_note, log, propose, say};
use actions::people::{leave, package};
use actions::plans::make;
use actions::reports::Typesetter;
use domain::PairId;
use domain::contacts::Kind;
use domain::meetings::{Level, Span, State as Met};
use domain::people::Actor;
use domain::rotations::{Slot, State as Turning, Turn};
use jiff::civil::{date, time};
use store::testing::on_both;

const PRIVATE: &str = "ТЕК ӨЗІМ";
const PLANNED: Span = Span { day: date(2026, 11, 12), at: time(15, 0, 0, 0), minutes: 30 };

/// Дана and Айгүл have agreed on a meeting next week and proposed another; a visit of the selection is to come, too.
async fn busy(stage: &Stage, pair: &PairId) {
    let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
    let proposal = |span| Proposal { kind: Kind::Talk, span, topic: None, place: None, link: None, weeks: 1 };
    let id = propose(&stage.context(&dana), pair, &proposal(PLANNED)).await.unwrap();
    let yes = Answer::Accept { seen: PLANNED, with: &[] };
    answer(&stage.context(&aigul), &id, yes).await.unwrap();
    let later = Span { day: date(2026, 11, 19), ..PLANNED };
    propose(&stage.context(&aigul), pair, &proposal(later)).await.unwrap();
    let turn = Turn {
        id: "turn".into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "zere".into(),
        mentor: "aigul".into(),
        kind: Kind::VisitToMentor,
        slot: Slot { day: date(2026, 11, 20), lesson: 3 },
        published_at: stage.now(),
        state: Turning::Planned,
        asked: None,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::rotations::add(&mut tx, &turn).await.unwrap();
    tx.commit().await.unwrap();
    delivered(stage).await;
}

#[tokio::test]
async fn n17_every_planned_meeting_of_somebody_who_leaves_falls_away_and_the_other_one_is_told_of_each() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        busy(&stage, &pair).await;
        leave(&stage.context(&coordinator()), &"aigul".into(), stage.today).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let meetings = store::meetings::of_pair(&mut tx, &"school-12".into(), &pair).await.unwrap();
        assert!(meetings.iter().all(|one| one.state == Met::Withdrawn), "{meetings:?}");
        let turn = store::rotations::get(&mut tx, &"turn".into()).await.unwrap().unwrap();
        assert!(matches!(turn.state, Turning::Withdrawn { .. }));
        drop(tx);
        let mut people: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        people.sort();
        assert_eq!(people, ["dana", "dana", "dana", "zere"], "the pair, two meetings, one visit");
    })
    .await;
}

/// A held meeting with a private note, and the work plan.
async fn worked(stage: &Stage, pair: &PairId) {
    let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
    let talk = Log {
        kind: Kind::Talk,
        day: stage.today,
        minutes: 20,
        topic: Some(PRIVATE.into()),
        answers: [].into(),
    };
    let id = log(&stage.context(&dana), pair, &talk).await.unwrap();
    say(&stage.context(&aigul), &id, true).await.unwrap();
    keep_note(&stage.context(&dana), &id, Level::Mine, PRIVATE).await.unwrap();
    make(&stage.context(&aigul), pair).await.unwrap();
}

async fn taken(
    stage: &Stage,
    who: &Actor,
    whose: &str,
) -> Result<Vec<u8>, Failed<actions::orders::Unprintable>> {
    package(&stage.context(who), &whose.into(), press(&Typesetter::unbounded())).await
}

#[tokio::test]
async fn a_package_is_whole_holds_the_own_papers_and_no_private_word() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        worked(&stage, &pair).await;
        for who in [newcomer("dana"), coordinator()] {
            let bound = taken(&stage, &who, "dana").await.unwrap();
            let files = check(&bound).unwrap().files;
            assert_eq!(files, 7, "plan and order in two languages, meetings, two summaries");
            let holds = |part: &[u8]| part == PRIVATE.as_bytes();
            assert!(!bound.windows(PRIVATE.len()).any(holds));
        }
        assert_eq!(stage.audited("package-taken").await, 2);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_loads_a_package() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        worked(&stage, &pair).await;
        for nobody in [mentor("aigul"), newcomer("zere"), head()] {
            let denied = taken(&stage, &nobody, "dana").await;
            assert!(matches!(denied, Err(Failed::NotFound)), "{}", nobody.person);
        }
        assert_eq!(stage.audited("package-taken").await, 0);
        // After the leaving the coordinator still hands it out.
        leave(&stage.context(&coordinator()), &"dana".into(), stage.today).await.unwrap();
        assert!(taken(&stage, &coordinator(), "dana").await.is_ok());
    })
    .await;
}
