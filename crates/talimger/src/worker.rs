//! The worker: runs what is due by the clock and has promised letters written and carried, until it is told to
//! stop. Several may run on one database; whatever they do together is done once.

use crate::telegram::Telegram;
use actions::Ids;
use actions::bundles::{Made, make_next};
use actions::letters::{Delivered, Post, deliver_next};
use actions::reports::{Press, Typesetter};
use actions::schedules::Schedule;
use actions::telegram::{Notified, Unsent, listen, notify_next};
use domain::Instant;
use domain::telegram::pause;
use jiff::SignedDuration;
use std::sync::Arc;
use std::time::Duration;
use store::Db;
use tokio::sync::watch;
use web::Clock;

/// How long the worker rests when nothing is left to do. A letter waits no longer than this.
const PAUSE: Duration = Duration::from_secs(2);

/// What the worker works with.
pub(crate) struct Worker<P> {
    pub(crate) db: Db,
    pub(crate) clock: Clock,
    pub(crate) ids: Arc<Ids>,
    pub(crate) post: P,
    /// Who says in Telegram that there is news; nobody where none is named.
    pub(crate) telegram: Option<Telegram>,
    /// Where people reach the application: papers carry it.
    pub(crate) address: String,
    /// Who lays edited bodies of papers out.
    pub(crate) typesetter: Typesetter,
}

/// When each schedule ran last.
type LastRuns = [Option<Instant>; Schedule::ALL.len()];

/// What became of the letters of one round.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Round {
    sent: usize,
    dropped: usize,
    later: usize,
    dead: usize,
}

impl<P: Post> Worker<P> {
    /// Works until told to stop; a letter that is on its way is finished first.
    pub(crate) async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut last_runs = LastRuns::default();
        let mut paused = None;
        while !*stop.borrow() {
            self.schedules(&mut last_runs).await;
            self.letters(&stop).await;
            self.notices(&mut paused, &stop).await;
            if self.bundles().await == Made::Some {
                continue;
            }
            tokio::select! {
                // Told to stop, or whoever would tell it has ended.
                _ = stop.wait_for(|stop| *stop) => return,
                () = self.clock.travelled() => {}
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }

    /// Runs each schedule whose time has come, also where the test clock has moved back.
    async fn schedules(&self, last_runs: &mut LastRuns) {
        for (schedule, last) in Schedule::ALL.into_iter().zip(last_runs) {
            let now = self.clock.now();
            let rested = last.map(|last| now.duration_since(last));
            if rested.is_some_and(|rested| !rested.is_negative() && rested < schedule.every()) {
                continue;
            }
            match schedule.run(&self.db, &self.ids, now).await {
                Ok(0) => {}
                Ok(concerned) => tracing::info!(schedule = schedule.word(), concerned, "schedule ran"),
                Err(error) => tracing::error!(schedule = schedule.word(), %error, "schedule failed"),
            }
            *last = Some(now);
        }
    }

    /// Makes some papers of the bundle that waits longest: letters do not wait for all of them.
    async fn bundles(&self) -> Made {
        let press = Press { address: &self.address, typesetter: &self.typesetter };
        match make_next(&self.db, &self.ids, self.clock.now(), press).await {
            Ok(Made::Failed) => {
                tracing::warn!("papers could not be bound");
                Made::Failed
            }
            Ok(made) => made,
            Err(error) => {
                tracing::error!(%error, "papers stopped for now");
                Made::Nothing
            }
        }
    }

    /// Links whoever has sent the bot their code, and has notices sent until none is due, or until the messenger asks for a
    /// pause. The log names nobody.
    async fn notices(&self, paused: &mut Option<Instant>, stop: &watch::Receiver<bool>) {
        let Some(bot) = &self.telegram else { return };
        let now = self.clock.now();
        if paused.is_some_and(|until| now < until) {
            return;
        }
        *paused = match listen(&self.db, now, bot).await {
            Ok(Ok(_)) => self.notified(bot, stop).await,
            Ok(Err(Unsent::Pause(seconds))) => {
                now.checked_add(SignedDuration::from_secs(pause(seconds))).ok()
            }
            Ok(Err(why)) => {
                tracing::warn!(?why, "nothing was heard from the messenger");
                self.notified(bot, stop).await
            }
            Err(error) => {
                tracing::error!(%error, "notices stopped for now");
                None
            }
        };
    }

    /// Sends notices; gives until when the messenger asks to wait, where it does.
    async fn notified(&self, bot: &Telegram, stop: &watch::Receiver<bool>) -> Option<Instant> {
        while !*stop.borrow() {
            match notify_next(&self.db, self.clock.now(), bot, &self.address).await {
                // A messenger that does not answer takes its time with each notice: letters do not wait for all of them.
                Ok(Notified::Nothing | Notified::Later) => return None,
                Ok(Notified::Paused(until)) => return Some(until),
                Ok(Notified::Sent | Notified::Held | Notified::Ended) => {}
                Err(error) => {
                    tracing::error!(%error, "notices stopped for now");
                    return None;
                }
            }
        }
        None
    }

    /// Has letters carried until none is due. The log counts them and names nobody.
    pub(crate) async fn letters(&self, stop: &watch::Receiver<bool>) -> Round {
        let mut round = Round::default();
        while !*stop.borrow() {
            match deliver_next(&self.db, self.clock.now(), &self.post).await {
                Ok(Delivered::Nothing) => break,
                Ok(Delivered::Sent) => round.sent += 1,
                Ok(Delivered::Held) => {}
                Ok(Delivered::Dropped) => round.dropped += 1,
                Ok(Delivered::Later) => round.later += 1,
                Ok(Delivered::Dead) => round.dead += 1,
                Err(error) => {
                    tracing::error!(%error, "letters stopped for now");
                    break;
                }
            }
        }
        let Round { sent, dropped, later, dead } = round;
        if later + dead > 0 {
            tracing::warn!(sent, dropped, later, dead, "letters could not be carried");
        } else if sent + dropped > 0 {
            tracing::info!(sent, dropped, "letters carried");
        }
        round
    }
}

#[cfg(test)]
mod tests;
