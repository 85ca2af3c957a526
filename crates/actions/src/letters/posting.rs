//! Promised letters are written and handed to whoever carries them: once by one worker, again after a failure,
//! and given up visibly. A letter that went out just before a crash goes out again under the same id, which
//! becomes its Message-ID: the reader's mail program shows it once.

use super::{Written, write};
use domain::Instant;
use jiff::SignedDuration;
use std::future::Future;
use store::jobs::Job;
use store::{Db, StoreError};

/// Why a letter was not taken; the words go into the log and to the administrator, so they name nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSent {
    /// It may be taken later.
    ForNow(String),
    /// It is never taken: the address does not exist.
    ForGood(String),
}

/// Whoever carries letters: a mail server, a folder, a demonstration.
pub trait Post {
    /// Takes a letter.
    fn send(&self, letter: &Written) -> impl Future<Output = Result<(), NotSent>> + Send;
}

/// What became of the next letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivered {
    /// None is due.
    Nothing,
    /// It was taken.
    Sent,
    /// It was no longer to be written.
    Dropped,
    /// It failed and is tried again later.
    Later,
    /// It failed for good; [`store::jobs::dead`] lists it.
    Dead,
}

/// Minutes from a failed attempt to the next: a mail server that is down over night is back by then.
const WAITS: [i64; 6] = [1, 5, 30, 2 * 60, 8 * 60, 24 * 60];

/// Minutes for which a letter belongs to the worker that took it; longer than any mail server may take.
const HELD: i64 = 5;

fn after_minutes(now: Instant, minutes: i64) -> Instant {
    now.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(Instant::MAX)
}

/// Takes the next letter that is due, writes it, hands it over and notes what became of it.
pub async fn deliver_next(db: &Db, now: Instant, post: &impl Post) -> store::Result<Delivered> {
    if !store::jobs::is_due(&mut *db.read().await?, now).await? {
        return Ok(Delivered::Nothing);
    }
    let until = after_minutes(now, HELD);
    let claimed: store::Result<Option<Job>> =
        store::change!(db, tx => store::jobs::claim(&mut tx, now, until));
    let Some(job) = claimed? else { return Ok(Delivered::Nothing) };
    match attempt(db, now, &job, post).await? {
        Ok(delivered) => {
            store::change!(db, tx => store::jobs::done(&mut tx, &job.id, now))?;
            Ok(delivered)
        }
        Err(NotSent::ForNow(why)) => match wait_after(job.attempts) {
            Some(minutes) => {
                let again = after_minutes(now, minutes);
                store::change!(db, tx => store::jobs::later(&mut tx, &job.id, again, &why))?;
                Ok(Delivered::Later)
            }
            None => bury(db, now, &job, &why).await,
        },
        Err(NotSent::ForGood(why)) => bury(db, now, &job, &why).await,
    }
}

/// Minutes until the attempt after this many; `None` where it is given up.
fn wait_after(attempts: i64) -> Option<i64> {
    let index = usize::try_from(attempts.checked_sub(1)?).ok()?;
    WAITS.get(index).copied()
}

async fn bury(db: &Db, now: Instant, job: &Job, why: &str) -> store::Result<Delivered> {
    store::change!(db, tx => store::jobs::bury(&mut tx, &job.id, now, why))?;
    Ok(Delivered::Dead)
}

async fn attempt(
    db: &Db,
    now: Instant,
    job: &Job,
    post: &impl Post,
) -> store::Result<Result<Delivered, NotSent>> {
    // Whatever ends the program at every attempt must not be tried for ever.
    if usize::try_from(job.attempts).is_ok_and(|attempts| attempts > WAITS.len() + 1) {
        return Ok(Err(NotSent::ForGood("no attempt came to an end".to_owned())));
    }
    let written = write(&mut *db.read().await?, job, now).await;
    match written {
        Ok(None) => Ok(Ok(Delivered::Dropped)),
        Ok(Some(letter)) => Ok(post.send(&letter).await.map(|()| Delivered::Sent)),
        Err(StoreError::Unreadable(what)) => Ok(Err(NotSent::ForGood(format!("cannot be read: {what}")))),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let waits: Vec<_> = (1..=8).map(wait_after).collect();
        assert_eq!(waits, [Some(1), Some(5), Some(30), Some(120), Some(480), Some(1440), None, None]);
        assert_eq!(wait_after(0), None);
    }
}
