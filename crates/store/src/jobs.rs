//! Work promised in the transaction of a change and done after it. A job is claimed by one UPDATE that
//! repeats the lock condition, so that two workers never hold the same job; each job is written so that doing
//! it twice does no harm.

use crate::sql::{all, instant, millis, one};
use crate::{Result, Tx, WriteTx};
use domain::Instant;

sql! {
    ADD = "INSERT INTO jobs (id, kind, payload, run_at) VALUES ($1, $2, $3, $4)";
    ADD_ONCE = "INSERT INTO jobs (id, kind, payload, run_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING";
    CLAIM = "UPDATE jobs SET locked_until = $2, attempts = attempts + 1 WHERE id = (SELECT id FROM jobs WHERE done_at IS NULL AND dead_at IS NULL AND run_at <= $1 AND (locked_until IS NULL OR locked_until <= $1) ORDER BY run_at, id LIMIT 1) AND (locked_until IS NULL OR locked_until <= $1) RETURNING id, kind, payload, run_at, attempts, last_error";
    DUE = "SELECT COUNT(*) FROM jobs WHERE done_at IS NULL AND dead_at IS NULL AND run_at <= $1 AND (locked_until IS NULL OR locked_until <= $1)";
    DONE = "UPDATE jobs SET done_at = $2, locked_until = NULL WHERE id = $1";
    LATER = "UPDATE jobs SET run_at = $2, locked_until = NULL, last_error = $3 WHERE id = $1 AND done_at IS NULL";
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

/// Promises a job.
pub async fn add(tx: &mut WriteTx, id: &str, kind: &str, payload: &str, run_at: Instant) -> Result<()> {
    put(tx, ADD, id, kind, payload, run_at).await
}

/// Promises a job unless one of this id is promised or done already.
pub async fn add_once(tx: &mut WriteTx, id: &str, kind: &str, payload: &str, run_at: Instant) -> Result<()> {
    put(tx, ADD_ONCE, id, kind, payload, run_at).await
}

async fn put(
    tx: &mut WriteTx,
    statement: &'static str,
    id: &str,
    kind: &str,
    payload: &str,
    run_at: Instant,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(statement).bind(id).bind(kind).bind(payload).bind(millis(run_at)).execute(c).await?;
    });
    Ok(())
}

/// Takes the next job that is due and locks it for a while.
pub async fn claim(tx: &mut WriteTx, now: Instant, locked_until: Instant) -> Result<Option<Job>> {
    one(row!(tx.0, Row, CLAIM, millis(now), millis(locked_until)))
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

/// The work failed and is tried again later; work that somebody else has done meanwhile stays done.
pub async fn later(tx: &mut WriteTx, id: &str, run_at: Instant, error: &str) -> Result<()> {
    on!(tx.0, c => { sqlx::query(LATER).bind(id).bind(millis(run_at)).bind(error).execute(c).await?; });
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
