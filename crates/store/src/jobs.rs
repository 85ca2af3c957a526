//! Work promised in the transaction of a change and done after it. A job is claimed by one UPDATE that
//! repeats the lock condition, so that two workers never hold the same job; each job is written so that doing
//! it twice does no harm.

use crate::sql::{all, instant, millis, one};
use crate::{Result, Tx, WriteTx};
use domain::{Instant, PersonId};

sql! {
    ADD = "INSERT INTO jobs (id, kind, payload, run_at, person_id) VALUES ($1, $2, $3, $4, $5)";
    ADD_ONCE = "INSERT INTO jobs (id, kind, payload, run_at, person_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING";
    CLAIM = "UPDATE jobs SET locked_until = $2, attempts = attempts + 1 WHERE id = (SELECT id FROM jobs WHERE done_at IS NULL AND dead_at IS NULL AND run_at <= $1 AND (locked_until IS NULL OR locked_until <= $1) ORDER BY run_at, id LIMIT 1) AND (locked_until IS NULL OR locked_until <= $1) RETURNING id, kind, payload, run_at, attempts, last_error";
    DUE = "SELECT COUNT(*) FROM jobs WHERE done_at IS NULL AND dead_at IS NULL AND run_at <= $1 AND (locked_until IS NULL OR locked_until <= $1)";
    CLAIM_OF_PERSON = "UPDATE jobs SET locked_until = $4, attempts = attempts + 1 WHERE person_id = $1 AND kind = $2 AND done_at IS NULL AND dead_at IS NULL AND run_at <= $3 AND (locked_until IS NULL OR locked_until <= $3) RETURNING id, kind, payload, run_at, attempts, last_error";
    HOLD = "UPDATE jobs SET locked_until = $2, attempts = attempts - 1 WHERE id = $1 AND done_at IS NULL";
    DONE = "UPDATE jobs SET done_at = $2, locked_until = NULL WHERE id = $1";
    LATER = "UPDATE jobs SET locked_until = $2, last_error = $3 WHERE id = $1 AND done_at IS NULL";
    BURY = "UPDATE jobs SET dead_at = $2, locked_until = NULL, last_error = $3 WHERE id = $1 AND done_at IS NULL";
    DEAD = "SELECT id, kind, payload, run_at, attempts, last_error FROM jobs WHERE dead_at IS NOT NULL ORDER BY dead_at, id";
    WAITING = "SELECT COUNT(*) FROM jobs WHERE done_at IS NULL AND dead_at IS NULL";
    FORGET = "DELETE FROM jobs WHERE done_at < $1";
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// What kind of work.
    pub kind: String,
    /// What the work needs, as JSON: ids and words, no contents.
    pub payload: String,
    /// Not before.
    pub run_at: Instant,
    /// How often it was tried.
    pub attempts: i64,
    /// Why the last attempt failed, without names and addresses.
    pub last_error: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    kind: String,
    payload: String,
    run_at: i64,
    attempts: i64,
    last_error: Option<String>,
}

impl TryFrom<Row> for Job {
    type Error = crate::StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let run_at = instant(row.run_at)?;
        Ok(Self {
            id: row.id,
            kind: row.kind,
            payload: row.payload,
            run_at,
            attempts: row.attempts,
            last_error: row.last_error,
        })
    }
}

/// Work that is promised.
#[derive(Clone, Copy, Debug)]
pub struct Work<'a> {
    /// Its id.
    pub id: &'a str,
    /// What kind of work.
    pub kind: &'a str,
    /// What it needs, as JSON: ids and words, no contents.
    pub payload: &'a str,
    /// Not before.
    pub run_at: Instant,
    /// For whom it is done, where it is done for one person.
    pub person: Option<&'a PersonId>,
}

/// Promises a job.
pub async fn add(tx: &mut WriteTx, work: Work<'_>) -> Result<()> {
    put(tx, ADD, work).await
}

/// Promises a job unless one of this id is promised or done already.
pub async fn add_once(tx: &mut WriteTx, work: Work<'_>) -> Result<()> {
    put(tx, ADD_ONCE, work).await
}

async fn put(tx: &mut WriteTx, statement: &'static str, work: Work<'_>) -> Result<()> {
    let Work { id, kind, payload, run_at, person } = work;
    let (run_at, person) = (millis(run_at), person.map(PersonId::as_str));
    on!(tx.0, c => {
        sqlx::query(statement).bind(id).bind(kind).bind(payload).bind(run_at).bind(person).execute(c).await?;
    });
    Ok(())
}

/// Takes the next job that is due and locks it for a while.
pub async fn claim(tx: &mut WriteTx, now: Instant, locked_until: Instant) -> Result<Option<Job>> {
    one(row!(tx.0, Row, CLAIM, millis(now), millis(locked_until)))
}

/// Takes everything of a kind that is due for a person and that nobody holds, in the order in which it was promised.
pub async fn claim_of_person(
    tx: &mut WriteTx,
    person: &PersonId,
    kind: &str,
    now: Instant,
    locked_until: Instant,
) -> Result<Vec<Job>> {
    let rows = rows!(tx.0, Row, CLAIM_OF_PERSON, person.as_str(), kind, millis(now), millis(locked_until));
    let mut jobs: Vec<Job> = all(rows)?;
    jobs.sort_by(|one, other| (one.run_at, &one.id).cmp(&(other.run_at, &other.id)));
    Ok(jobs)
}

/// A job that was taken too early goes back until a time: that was no attempt, and it stays as old as it is.
pub async fn hold(tx: &mut WriteTx, id: &str, until: Instant) -> Result<()> {
    on!(tx.0, c => { sqlx::query(HOLD).bind(id).bind(millis(until)).execute(c).await?; });
    Ok(())
}

/// True where a job is due and nobody holds it: a look that takes no lock.
pub async fn is_due(tx: &mut Tx, now: Instant) -> Result<bool> {
    let (due,) = on!(tx, c => sqlx::query_as::<_, (i64,)>(DUE).bind(millis(now)).fetch_one(c).await?);
    Ok(due > 0)
}

/// The work is done.
pub async fn done(tx: &mut WriteTx, id: &str, now: Instant) -> Result<()> {
    on!(tx.0, c => { sqlx::query(DONE).bind(id).bind(millis(now)).execute(c).await?; });
    Ok(())
}

/// The work failed and is tried again later, as old as it is; work that somebody else has done meanwhile stays done.
pub async fn later(tx: &mut WriteTx, id: &str, again: Instant, error: &str) -> Result<()> {
    on!(tx.0, c => { sqlx::query(LATER).bind(id).bind(millis(again)).bind(error).execute(c).await?; });
    Ok(())
}

/// The work failed for good; the administrator sees it.
pub async fn bury(tx: &mut WriteTx, id: &str, now: Instant, error: &str) -> Result<()> {
    on!(tx.0, c => { sqlx::query(BURY).bind(id).bind(millis(now)).bind(error).execute(c).await?; });
    Ok(())
}

/// Jobs that failed for good.
pub async fn dead(tx: &mut Tx) -> Result<Vec<Job>> {
    all(rows!(tx, Row, DEAD))
}

/// How many jobs wait.
pub async fn waiting(tx: &mut Tx) -> Result<i64> {
    Ok(on!(tx, c => sqlx::query_as::<_, (i64,)>(WAITING).fetch_one(c).await?).0)
}

/// Forgets jobs done before an instant.
pub async fn forget(tx: &mut WriteTx, before: Instant) -> Result<()> {
    on!(tx.0, c => { sqlx::query(FORGET).bind(millis(before)).execute(c).await?; });
    Ok(())
}
