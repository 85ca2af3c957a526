//! Requests, planned meetings and rounds of the selection, of which letters tell.

use super::PRIVATE;
use super::pairs::end_pairs;
use crate::stage::Stage;
use domain::pairs::{Origin, Pair, State as PairState};
use domain::requests::{Request, Rhythm, State, Wish};
use domain::rotations::{Asked, Slot, State as Turning, Turn};
use domain::rounds::{Round, State as Rounding};
use domain::sides::Side;
use jiff::civil::date;

pub(super) async fn make_request(stage: &Stage, number: usize, how: State, asked_by: Side) -> String {
    let request = Request {
        id: format!("request-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        asked_by,
        wish: Wish { text: PRIVATE.into(), goals: vec![PRIVATE.into()], rhythm: Rhythm::Weekly },
        // Eight days ago: half-time was yesterday.
        sent_at: stage.now().checked_sub(jiff::SignedDuration::from_hours(8 * 24)).unwrap(),
        answer_until: date(2026, 10, 11),
        state: State::Sent,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::requests::add(&mut tx, &request).await.unwrap();
    store::requests::save(&mut tx, &Request { state: how, ..request.clone() }).await.unwrap();
    tx.commit().await.unwrap();
    request.id.to_string()
}

/// A visit of Дана to Айгүл's third lesson on the 30th of October.
pub(super) async fn make_turn(
    stage: &mut Stage,
    number: usize,
    how: &Turning,
    asked: Option<Side>,
) -> String {
    stage.today = date(2026, 10, 5);
    let turn = Turn {
        id: format!("turn-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        kind: domain::contacts::Kind::VisitToMentor,
        slot: Slot { day: date(2026, 10, 30), lesson: 3 },
        published_at: stage.now(),
        state: Turning::Planned,
        asked: None,
        version: 0,
    };
    let wish = |by| Asked { by, slot: Slot { day: date(2026, 10, 29), lesson: 4 } };
    let mut tx = stage.db.write().await.unwrap();
    store::rotations::add(&mut tx, &turn).await.unwrap();
    let how = Turn { state: how.clone(), asked: asked.map(wish), ..turn.clone() };
    store::rotations::save(&mut tx, &how).await.unwrap();
    tx.commit().await.unwrap();
    turn.id.to_string()
}

/// A round of November, in which Айгүл has a place; Бекжан is with Дана for now, or nobody is.
pub(super) async fn make_round(stage: &mut Stage, number: usize, how: Rounding, with: bool) -> String {
    stage.today = date(2026, 11, 16);
    let round = Round {
        id: format!("round-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        number: u32::try_from(number).unwrap(),
        from: stage.today,
        until: date(2026, 11, 30),
        opened_at: stage.now(),
        opened_by: "gulnafisa".into(),
        state: Rounding::Open,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    end_pairs(&mut tx, stage).await;
    store::rounds::add(&mut tx, &round).await.unwrap();
    store::rounds::save(&mut tx, &Round { state: how, ..round.clone() }).await.unwrap();
    if with {
        let pair = Pair {
            id: format!("pair-{number}").into(),
            school: "school-12".into(),
            programme: "programme".into(),
            newcomer: "dana".into(),
            mentor: "bekzhan".into(),
            place: None,
            origin: Origin::Provisional,
            state: PairState::Published,
            since: stage.now(),
            version: 0,
        };
        store::pairs::add(&mut tx, &pair).await.unwrap();
    }
    tx.commit().await.unwrap();
    round.id.to_string()
}
