//! The append-only log: who did what to which thing, in the transaction that did it. Ids and words only, no
//! contents, no names: the log outlives the people in it. Triggers refuse to change or delete a line.

use crate::sql::{instant, millis};
use crate::{Result, Tx, WriteTx};
use domain::{Instant, PersonId, SchoolId};

sql! {
    APPEND = "INSERT INTO audit (school_id, at, actor, what, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)";
    OF_SCHOOL = "SELECT id, at, actor, what, subject, detail FROM audit WHERE school_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
    OF_SUBJECT = "SELECT id, at, actor, what, subject, detail FROM audit WHERE school_id = $1 AND subject = $2 ORDER BY id";
}

/// A line to be written.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The school it happened in; empty for the district and the installation.
    pub school: Option<&'a SchoolId>,
    /// When.
    pub at: Instant,
    /// Who; `None` for the schedule.
    pub actor: Option<&'a PersonId>,
    /// What, as `feature-verb`: `request-accepted`. Also the tail of its text key.
    pub what: &'a str,
    /// The id of the thing.
    pub subject: &'a str,
    /// Ids, words and counts that tell more; never contents or names.
    pub detail: &'a str,
}

/// A line that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number; grows with time.
    pub id: i64,
    /// When.
    pub at: Instant,
    /// Who; `None` for the schedule.
    pub actor: Option<PersonId>,
    /// What.
    pub what: String,
    /// The id of the thing.
    pub subject: String,
    /// More.
    pub detail: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    at: i64,
    actor: Option<String>,
    what: String,
    subject: String,
    detail: String,
}

impl TryFrom<Row> for Line {
    type Error = crate::StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id,
            at: instant(row.at)?,
            actor: row.actor.map(Into::into),
            what: row.what,
            subject: row.subject,
            detail: row.detail,
        })
    }
}

/// Writes a line.
pub async fn append(tx: &mut WriteTx, entry: &Entry<'_>) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(APPEND)
            .bind(entry.school.map_or("", SchoolId::as_str))
            .bind(millis(entry.at))
            .bind(entry.actor.map(PersonId::as_str))
            .bind(entry.what)
            .bind(entry.subject)
            .bind(entry.detail)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The latest lines of a school before a line's number, newest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId, before: i64, limit: i64) -> Result<Vec<Line>> {
    let rows = on!(tx, c => sqlx::query_as::<_, Row>(OF_SCHOOL).bind(school.as_str()).bind(before).bind(limit).fetch_all(c).await?);
    rows.into_iter().map(TryInto::try_into).collect()
}

/// What happened to one thing, oldest first.
pub async fn of_subject(tx: &mut Tx, school: &SchoolId, subject: &str) -> Result<Vec<Line>> {
    let rows = on!(tx, c => sqlx::query_as::<_, Row>(OF_SUBJECT).bind(school.as_str()).bind(subject).fetch_all(c).await?);
    rows.into_iter().map(TryInto::try_into).collect()
}
