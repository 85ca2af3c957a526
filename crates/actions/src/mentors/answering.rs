//! The sign of how soon a mentor usually answers (feat:B7).

use domain::mentors::{Answering, Pause, Typical, Waited};
use domain::programmes::Programme;
use domain::{Instant, MentorId};
use jiff::SignedDuration;
use measure::waits::{Median, Wait, median};
use std::collections::BTreeMap;
use store::Tx;

/// For a page: what the card of each mentor says who was ever asked in the programme; all others are not known.
pub async fn answering(
    tx: &mut Tx,
    programme: &Programme,
    now: Instant,
) -> store::Result<BTreeMap<MentorId, Answering>> {
    let mut pauses: BTreeMap<MentorId, Vec<Pause>> = BTreeMap::new();
    for (mentor, pause) in store::mentors::pauses(tx, &programme.school, &programme.id).await? {
        pauses.entry(mentor).or_default().push(pause);
    }
    let mut waits: BTreeMap<MentorId, Vec<Wait>> = BTreeMap::new();
    for (mentor, waited) in store::requests::waited(tx, &programme.school, &programme.id).await? {
        let own = pauses.get(&mentor).map_or(&[][..], Vec::as_slice);
        let wait = wait(&waited, own, now);
        waits.entry(mentor).or_default().push(wait);
    }
    Ok(waits.into_iter().map(|(mentor, waits)| (mentor, sign(&waits))).collect())
}

fn wait(waited: &Waited, pauses: &[Pause], now: Instant) -> Wait {
    let (time, over) = waited.time(pauses, now);
    Wait { length: u64::try_from(time.as_secs()).unwrap_or_default(), over }
}

fn sign(waits: &[Wait]) -> Answering {
    let time = |seconds| SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX));
    let typical = median(waits).map(|median| match median {
        Median::At(seconds) => Typical::Within(time(seconds)),
        Median::After(seconds) => Typical::LaterThan(time(seconds)),
    });
    Answering::of(waits.len(), typical)
}
