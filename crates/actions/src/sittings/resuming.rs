//! The server measures its own absence (feat:G4; neg:N22; docs/decisions/0071): while papers are written it notes that it is at
//! work, and what was lost until it starts again goes back to every paper, without anybody asking.

use domain::Instant;
use domain::exams::{Outage, SittingState};
use jiff::SignedDuration;
use store::attempts::Kept;
use store::audit::Entry;
use store::{Db, WriteTx};

/// No paper is written longer after it was opened: nothing is noted for those that only wait for their results. An absence that
/// seems longer is for the coordinator to judge: the clock of the machine may have been lost with the power.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);

/// Notes that a server is at work, where somebody may be writing.
pub async fn beat(db: &Db, now: Instant) -> store::Result<()> {
    let since = now.checked_sub(LONGEST).unwrap_or(Instant::MIN);
    let writing = store::attempts::written_since(&mut *db.read().await?, since).await?;
    if !writing {
        return Ok(());
    }
    store::change!(db, tx => store::heartbeats::beat(&mut tx, now))
}

/// A server starts: gives the time since one was last at work back to every paper that was being written then; gives of how
/// many sittings. Whoever starts after it finds nothing of that time to give.
pub async fn resume(db: &Db, now: Instant) -> store::Result<usize> {
    store::change!(db, tx => resume_in(&mut tx, now))
}

async fn resume_in(tx: &mut WriteTx, now: Instant) -> store::Result<usize> {
    let last = store::heartbeats::last(tx).await?;
    store::heartbeats::beat(tx, now).await?;
    let Some(last) = last else { return Ok(0) };
    let mut resumed = 0;
    for (school, id) in store::attempts::unfinished(tx).await? {
        let Some(sitting) = store::sittings::get(tx, &id).await? else { continue };
        let away = Outage { from: last.max(sitting.begins), until: now, given_at: now };
        let goes_on = matches!(sitting.state, SittingState::Running | SittingState::Closed { .. });
        let absent = away.from.duration_until(now);
        if !goes_on || !absent.is_positive() || absent > LONGEST {
            continue;
        }
        let papers = store::attempts::of_sitting(tx, &school, &id).await?;
        let told = |paper: &Kept| paper.told.is_some();
        if papers.iter().any(told) || !papers.iter().any(|paper| paper.attempt.gains(away)) {
            continue;
        }
        store::attempts::note_downtime(tx, &school, &id, away).await?;
        let (school, subject) = (Some(&school), id.as_str());
        let line = Entry { school, at: now, actor: None, what: "sitting-resumed", subject, detail: "" };
        store::audit::append(tx, &line).await?;
        resumed += 1;
    }
    Ok(resumed)
}
