//! The papers of a year in one file, made paper by paper (feat:F12).

use crate::sql::{all, instant, known, millis, one, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::bundles::{Bundle, State};
use domain::{BundleId, Instant, PersonId, SchoolId};

sql! {
    columns "id, school_id, programme_id, asked_by, asked_at, state, total, attempts, ended_at, (SELECT COUNT(*) FROM bundle_papers WHERE bundle_id = id AND bytes IS NOT NULL) AS done";
    ADD = "INSERT INTO bundles (id, school_id, programme_id, asked_by, asked_at, state) VALUES ($1, $2, $3, $4, $5, 'waiting')";
    GET = "SELECT " ~ " FROM bundles WHERE id = $1";
    OF_PERSON = "SELECT " ~ " FROM bundles WHERE school_id = $1 AND asked_by = $2 ORDER BY asked_at DESC, id DESC";
    DUE = "SELECT COUNT(*) FROM bundles WHERE state IN ('waiting', 'making') AND (locked_until IS NULL OR locked_until <= $1)";
    CLAIM = "UPDATE bundles SET locked_until = $2, attempts = attempts + 1 WHERE id = (SELECT id FROM bundles WHERE state IN ('waiting', 'making') AND (locked_until IS NULL OR locked_until <= $1) ORDER BY asked_at, id LIMIT 1) AND (locked_until IS NULL OR locked_until <= $1) RETURNING id";
    SAVE = "UPDATE bundles SET state = $2, total = $3, ended_at = $4 WHERE id = $1 AND state IN ('waiting', 'making')";
    RELEASE = "UPDATE bundles SET locked_until = $2, attempts = attempts - 1 WHERE id = $1";
    PAPER = "INSERT INTO bundle_papers (bundle_id, number, path, source) VALUES ($1, $2, $3, $4) ON CONFLICT (bundle_id, number) DO NOTHING";
    NEXT = "SELECT number, path, source, bytes FROM bundle_papers WHERE bundle_id = $1 AND bytes IS NULL ORDER BY number LIMIT 1";
    FILL = "UPDATE bundle_papers SET bytes = $3 WHERE bundle_id = $1 AND number = $2 AND bytes IS NULL";
    DROP = "DELETE FROM bundle_papers WHERE bundle_id = $1 AND number = $2 AND bytes IS NULL";
    FEWER = "UPDATE bundles SET total = total - 1 WHERE id = $1";
    MADE = "SELECT number, path, source, bytes FROM bundle_papers WHERE bundle_id = $1 AND number > $2 AND bytes IS NOT NULL ORDER BY number LIMIT 1";
    FORGET_PAPERS = "DELETE FROM bundle_papers WHERE bundle_id IN (SELECT id FROM bundles WHERE asked_at < $1)";
    FORGET = "DELETE FROM bundles WHERE asked_at < $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: Option<String>,
    asked_by: String,
    asked_at: i64,
    state: String,
    total: i64,
    attempts: i64,
    ended_at: Option<i64>,
    done: i64,
}

impl TryFrom<Row> for Bundle {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let ended = || instant(known(row.ended_at, "end of a bundle")?);
        let state = match row.state.as_str() {
            "waiting" => State::Waiting,
            "making" => State::Making { done: small(row.done)?, total: small(row.total)? },
            "ready" => State::Ready { at: ended()? },
            "failed" => State::Failed { at: ended()? },
            _ => return Err(StoreError::Unreadable("state of a bundle")),
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.map(Into::into),
            asked_by: row.asked_by.into(),
            asked_at: instant(row.asked_at)?,
            state,
            attempts: small(row.attempts)?,
        })
    }
}

/// A paper of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Paper {
    /// Its place in the bundle.
    pub number: i64,
    /// Its path in the file.
    pub path: String,
    /// What it is made of: ids and words, no contents.
    pub source: String,
    /// What it holds, once it is made.
    pub bytes: Option<Vec<u8>>,
}

/// Somebody asks for a bundle.
pub async fn add(tx: &mut WriteTx, bundle: &Bundle) -> Result<()> {
    let programme = bundle.programme.as_ref().map(domain::ProgrammeId::as_str);
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(bundle.id.as_str())
            .bind(bundle.school.as_str())
            .bind(programme)
            .bind(bundle.asked_by.as_str())
            .bind(millis(bundle.asked_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// A bundle with how many of its papers are made.
pub async fn get(tx: &mut Tx, id: &BundleId) -> Result<Option<Bundle>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// The bundles that a person asked for, the latest first.
pub async fn of_person(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Vec<Bundle>> {
    all(rows!(tx, Row, OF_PERSON, school.as_str(), person.as_str()))
}

/// True where one waits and nobody works on it: a look that takes no lock.
pub async fn is_due(tx: &mut Tx, now: Instant) -> Result<bool> {
    let (due,) = on!(tx, c => sqlx::query_as::<_, (i64,)>(DUE).bind(millis(now)).fetch_one(c).await?);
    Ok(due > 0)
}

/// Takes the oldest that waits and locks it for a while.
pub async fn claim(tx: &mut WriteTx, now: Instant, locked_until: Instant) -> Result<Option<BundleId>> {
    Ok(row!(tx.0, (String,), CLAIM, millis(now), millis(locked_until)).map(|(id,)| id.into()))
}

/// Lets it go before the lock ends: that was no failed attempt.
pub async fn release(tx: &mut WriteTx, id: &BundleId, now: Instant) -> Result<()> {
    on!(tx.0, c => { sqlx::query(RELEASE).bind(id.as_str()).bind(millis(now)).execute(c).await?; });
    Ok(())
}

/// Saves how an open bundle stands; one that has ended stays as it is.
pub async fn save(tx: &mut WriteTx, id: &BundleId, state: State) -> Result<()> {
    let (total, ended) = match state {
        State::Waiting => (0, None),
        State::Making { total, .. } => (total, None),
        State::Ready { at } | State::Failed { at } => (0, Some(millis(at))),
    };
    let total = i64::try_from(total).map_err(|_| StoreError::Unreadable("number"))?;
    on!(tx.0, c => {
        sqlx::query(SAVE).bind(id.as_str()).bind(state.word()).bind(total).bind(ended).execute(c).await?;
    });
    Ok(())
}

/// One paper is to be made; a second worker that counts too changes nothing.
pub async fn add_paper(tx: &mut WriteTx, id: &BundleId, number: i64, path: &str, source: &str) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PAPER).bind(id.as_str()).bind(number).bind(path).bind(source).execute(c).await?;
    });
    Ok(())
}

/// The first paper that is not made yet.
pub async fn next(tx: &mut Tx, id: &BundleId) -> Result<Option<Paper>> {
    Ok(row!(tx, Paper, NEXT, id.as_str()))
}

/// A paper is made. One that somebody else has made meanwhile stays as it is.
pub async fn fill(tx: &mut WriteTx, id: &BundleId, number: i64, bytes: &[u8]) -> Result<()> {
    on!(tx.0, c => { sqlx::query(FILL).bind(id.as_str()).bind(number).bind(bytes).execute(c).await?; });
    Ok(())
}

/// A paper is left out.
pub async fn leave_out(tx: &mut WriteTx, id: &BundleId, number: i64) -> Result<()> {
    let gone =
        on!(tx.0, c => sqlx::query(DROP).bind(id.as_str()).bind(number).execute(c).await?.rows_affected());
    if gone > 0 {
        on!(tx.0, c => { sqlx::query(FEWER).bind(id.as_str()).execute(c).await?; });
    }
    Ok(())
}

/// The first made paper after a place, to be read one by one: all of them at once may be much.
pub async fn made_after(tx: &mut Tx, id: &BundleId, number: i64) -> Result<Option<Paper>> {
    Ok(row!(tx, Paper, MADE, id.as_str(), number))
}

/// Forgets bundles that were asked for before an instant.
pub async fn forget(tx: &mut WriteTx, before: Instant) -> Result<()> {
    let before = millis(before);
    on!(tx.0, c => { sqlx::query(FORGET_PAPERS).bind(before).execute(c).await?; });
    on!(tx.0, c => { sqlx::query(FORGET).bind(before).execute(c).await?; });
    Ok(())
}
