//! A pair for tests: Дана and Айгүл.

use super::{Origin, Pair, State};
use crate::Instant;

pub(crate) fn pair(origin: Origin, state: State) -> Pair {
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
