//! Promised letters are written and handed to whoever carries them: once by one worker, again after a failure,
//! and given up visibly. A letter that went out just before a crash goes out again under the same id, which
//! becomes its Message-ID: the reader's mail program shows it once.

use super::writing::{Next, Together, next, together as together_in_one};
use super::{KIND, Promise, Written};
use domain::Instant;
use domain::calendar::after_minutes;
use domain::messages::Outcome;
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
    /// Its reader wants none at this hour, or one a day: it waits.
    Held,
    /// It failed and is tried again later.
    Later,
    /// It failed for good; [`store::jobs::dead`] lists it.
    Dead,
}

/// Minutes from a failed attempt to the next: a mail server that is down over night is back by then.
const WAITS: [i64; 6] = [1, 5, 30, 2 * 60, 8 * 60, 24 * 60];

/// Minutes for which a letter belongs to the worker that took it; longer than any mail server may take.
const HELD: i64 = 5;

/// Takes the next letter that is due, writes it, hands it over and notes what became of it. Where its reader gets one
/// letter a day, everything that waits for them goes with it.
pub async fn deliver_next(db: &Db, now: Instant, post: &impl Post) -> store::Result<Delivered> {
    if !store::jobs::is_due(&mut *db.read().await?, now).await? {
        return Ok(Delivered::Nothing);
    }
    let until = after_minutes(now, HELD);
    let claimed: store::Result<Option<Job>> =
        store::change!(db, tx => store::jobs::claim(&mut tx, now, until));
    let Some(job) = claimed? else { return Ok(Delivered::Nothing) };
    // Whatever ends the program at every attempt must not be tried for ever.
    if usize::try_from(job.attempts).is_ok_and(|attempts| attempts > WAITS.len() + 1) {
        return bury(db, now, &[job], "no attempt came to an end").await;
    }
    let next = next(&mut *db.read().await?, &job, now).await;
    match next {
        Ok(Next::Drop) => settle(db, now, &[job], Delivered::Dropped).await,
        Ok(Next::Tell) => told(db, now, &[job]).await,
        Ok(Next::Hold(until)) => {
            store::change!(db, tx => store::jobs::hold(&mut tx, &job.id, until))?;
            Ok(Delivered::Held)
        }
        Ok(Next::Send(letter, together)) => {
            let (jobs, letter) = gather(db, now, job, *letter, together).await?;
            send(db, now, &jobs, &letter, post).await
        }
        Err(StoreError::Unreadable(what)) => bury(db, now, &[job], &format!("cannot be read: {what}")).await,
        Err(error) => Err(error),
    }
}

/// The letter with everything else that its reader gets in the letter of the day, and the jobs that are done with it.
async fn gather(
    db: &Db,
    now: Instant,
    job: Job,
    letter: Written,
    together: Together,
) -> store::Result<(Vec<Job>, Written)> {
    if together == Together::Alone {
        return Ok((vec![job], letter));
    }
    let (person, until) = (letter.person.clone(), after_minutes(now, HELD));
    let claimed: store::Result<Vec<Job>> =
        store::change!(db, tx => store::jobs::claim_of_person(&mut tx, &person, KIND, now, until));
    let (mut jobs, mut rest) = (vec![job], Vec::new());
    for job in claimed? {
        let next = next(&mut *db.read().await?, &job, now).await;
        match next {
            Ok(Next::Send(letter, Together::OfTheDay)) => {
                rest.push(*letter);
                jobs.push(job);
            }
            Ok(Next::Drop) => {
                settle(db, now, &[job], Delivered::Dropped).await?;
            }
            Ok(Next::Tell) => {
                told(db, now, &[job]).await?;
            }
            Ok(Next::Hold(until)) => store::change!(db, tx => store::jobs::hold(&mut tx, &job.id, until))?,
            // What goes alone is left for its own turn, and so is what cannot be read.
            Ok(Next::Send(_, Together::Alone)) | Err(StoreError::Unreadable(_)) => {
                store::change!(db, tx => store::jobs::hold(&mut tx, &job.id, now))?;
            }
            Err(error) => return Err(error),
        }
    }
    Ok((jobs, together_in_one(letter, rest)))
}

/// Hands a letter over and notes for each of its jobs what became of it.
async fn send(
    db: &Db,
    now: Instant,
    jobs: &[Job],
    letter: &Written,
    post: &impl Post,
) -> store::Result<Delivered> {
    match post.send(letter).await {
        Ok(()) => settle(db, now, jobs, Delivered::Sent).await,
        Err(NotSent::ForNow(why)) => {
            let attempts = jobs.iter().map(|job| job.attempts).max().unwrap_or_default();
            let Some(minutes) = wait_after(attempts) else { return bury(db, now, jobs, &why).await };
            let again = after_minutes(now, minutes);
            note(db, now, jobs, Noted::Again { at: again, why: &why }).await?;
            Ok(Delivered::Later)
        }
        Err(NotSent::ForGood(why)) => bury(db, now, jobs, &why).await,
    }
}

/// What is noted of the jobs of a letter.
#[derive(Clone, Copy)]
enum Noted<'a> {
    /// They are done: sent, or no longer to be written.
    Done(Delivered),
    /// They are done without a letter: its reader has no address, and may be told that there is news.
    Told,
    /// They are tried again at this time.
    Again {
        /// When.
        at: Instant,
        /// Why not now.
        why: &'a str,
    },
    /// They are given up, for this reason.
    Dead(&'a str),
}

/// Notes the same of every job of a letter, together or not at all.
async fn note(db: &Db, now: Instant, jobs: &[Job], noted: Noted<'_>) -> store::Result<()> {
    store::change!(db, tx => async {
        for job in jobs {
            match noted {
                Noted::Done(_) | Noted::Told => store::jobs::done(&mut tx, &job.id, now).await?,
                Noted::Again { at, why } => store::jobs::later(&mut tx, &job.id, at, why).await?,
                Noted::Dead(why) => store::jobs::bury(&mut tx, &job.id, now, why).await?,
            }
            let outcome = match noted {
                Noted::Done(Delivered::Sent) => Outcome::Sent,
                Noted::Done(_) | Noted::Told => Outcome::OnPage,
                Noted::Dead(_) => Outcome::Failed,
                Noted::Again { .. } => Outcome::Waiting,
            };
            crate::messages::note(&mut tx, job, outcome, now).await?;
            let news = matches!(noted, Noted::Done(Delivered::Sent) | Noted::Told);
            if let (true, Ok(promise)) = (news, Promise::of(job)) {
                store::telegram::tell(&mut tx, &promise.to, now).await?;
            }
        }
        Ok::<(), StoreError>(())
    })
}

/// The jobs are done.
async fn settle(db: &Db, now: Instant, jobs: &[Job], became: Delivered) -> store::Result<Delivered> {
    note(db, now, jobs, Noted::Done(became)).await?;
    Ok(became)
}

/// The jobs are done without a letter.
async fn told(db: &Db, now: Instant, jobs: &[Job]) -> store::Result<Delivered> {
    note(db, now, jobs, Noted::Told).await?;
    Ok(Delivered::Dropped)
}

/// Minutes until the attempt after this many; `None` where it is given up.
fn wait_after(attempts: i64) -> Option<i64> {
    let index = usize::try_from(attempts.checked_sub(1)?).ok()?;
    WAITS.get(index).copied()
}

async fn bury(db: &Db, now: Instant, jobs: &[Job], why: &str) -> store::Result<Delivered> {
    note(db, now, jobs, Noted::Dead(why)).await?;
    Ok(Delivered::Dead)
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
