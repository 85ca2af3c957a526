//! Facts for the tests of tasks: Дана and Айгүл in the programme of 2026–27.

use super::own::plans::OwnPlan;
use super::own::{Own, OwnPair};
use crate::names::Names;
use crate::rotations::own::Planned;
use domain::contacts::{Contact, Deed, Kind, State as ContactState};
use domain::pairs::{Origin, Pair, State as PairState};
use domain::people::Name;
use domain::programmes::Programme;
use domain::requests::{Request, Rhythm, State as RequestState, Wish};
use domain::rotations::{Slot, Standing, State as TurnState, Turn};
use domain::sides::Side;
use domain::{Day, Instant};
use store::people::Named;

/// A day of 2026.
pub(super) fn day(month: i8, day: i8) -> Day {
    jiff::civil::date(2026, month, day)
}

pub(super) fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn named<Id: From<&'static str>>(id: &'static str, family: &str, given: &str) -> Named<Id> {
    let name = Name { family: family.into(), given: given.into(), patronymic: None };
    Named { id: id.into(), person: id.into(), name, subject: None }
}

pub(super) fn names() -> Names {
    Names {
        mentors: vec![named("aigul", "Нұрбаева", "Айгүл"), named("bekzhan", "Тұяқов", "Бекжан")],
        newcomers: vec![named("dana", "Сәтбаева", "Дана"), named("zere", "Искалиева", "Зере")],
    }
}

fn own(side: Side) -> Own {
    Own {
        side,
        requests: vec![],
        contacts: vec![],
        planned: vec![],
        impressions: vec![],
        pairs: vec![],
        meets: vec![],
        now: day(10, 7).at(9, 0, 0, 0),
        ranked: false,
        may_rank: true,
        unpaired: None,
        others: 0,
        committed: Some(Instant::UNIX_EPOCH),
        next: None,
    }
}

/// Дана, who has done nothing yet.
pub(super) fn newcomer() -> Own {
    own(Side::Newcomer)
}

/// Айгүл, who has done nothing yet.
pub(super) fn mentor() -> Own {
    own(Side::Mentor)
}

/// A request of Дана to a mentor, to be answered until 19 October.
pub(super) fn request(id: &str, mentor: &str, state: RequestState) -> Request {
    Request {
        id: id.into(),
        school: "school".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: mentor.into(),
        asked_by: Side::Newcomer,
        wish: Wish { text: String::new(), goals: vec![], rhythm: Rhythm::Weekly },
        sent_at: Instant::UNIX_EPOCH,
        answer_until: day(10, 19),
        state,
        version: 0,
    }
}

/// A joint work of Дана and Айгүл that Дана wrote down.
pub(super) fn contact(id: &str, held_on: Day, state: ContactState) -> Contact {
    Contact {
        id: id.into(),
        school: "school".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        deed: Deed { kind: Kind::VisitToMentor, held_on, minutes: 45, topic: None },
        recorded_by: Side::Newcomer,
        state,
        version: 0,
    }
}

/// A talk of Дана and Айгүл in the third lesson of a day.
pub(super) fn planned(id: &str, day: Day, standing: Standing) -> Planned {
    let turn = Turn {
        id: id.into(),
        school: "school".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        kind: Kind::Talk,
        slot: Slot { day, lesson: 3 },
        published_at: Instant::UNIX_EPOCH,
        state: TurnState::Planned,
        asked: None,
        version: 0,
    };
    Planned { turn, standing, other: "Айгүл".into(), lesson: None }
}

/// Дана and Айгүл.
pub(super) fn pair_of(origin: Origin, state: PairState) -> Pair {
    Pair {
        id: "pair".into(),
        school: "school".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        place: Some(1),
        origin,
        state,
        since: Instant::UNIX_EPOCH,
        version: 0,
    }
}

/// The same as one of the two has it before them, without a consent or a meeting, with a plan that is done.
pub(super) fn pair(origin: Origin, state: PairState) -> OwnPair {
    OwnPair {
        pair: pair_of(origin, state),
        consents: vec![],
        meeting: None,
        begun: false,
        other: "Айгүл".into(),
        plan: Some(OwnPlan {
            id: "plan".into(),
            now: None,
            signs: None,
            returned: false,
            draft: false,
            unsigned: false,
        }),
    }
}
