//! The heartbeat of a server: while papers of an exam are written it notes that it is at work, so that the next start knows how
//! long nobody could write (docs/decisions/0071).

use domain::Instant;
use std::time::Duration;
use store::Db;
use tokio::sync::watch;
use web::Clock;

/// How often it beats; so much more than was lost may be given back.
const EVERY: Duration = Duration::from_secs(15);

/// Gives back what was lost while no server was at work. What goes wrong there keeps nobody from working on.
pub(crate) async fn wake(db: &Db, now: Instant) {
    match actions::sittings::resume(db, now).await {
        Ok(0) => {}
        Ok(sittings) => tracing::info!(sittings, "lost time of exams was given back"),
        Err(error) => tracing::error!(%error, "lost time of exams was not given back"),
    }
}

/// Beats until told to stop, beside the worker: a letter that takes its time does not hold it up.
pub(crate) async fn beat(db: Db, clock: Clock, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = actions::sittings::beat(&db, clock.now()).await {
            tracing::error!(%error, "no heartbeat was noted");
        }
        tokio::select! {
            // Told to stop, or whoever would tell it has ended.
            _ = stop.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}
