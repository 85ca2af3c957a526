//! What single meetings of pupils were about.

use crate::sql::{all, day, instant, known, millis};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::journals::topics::{About, Kind, Noted};
use domain::{Day, SchoolId};

sql! {
    PUT = "INSERT INTO peer_topics (school_id, pair_id, week, kind, topic, noted_by, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (school_id, pair_id, week) DO UPDATE SET kind = excluded.kind, topic = excluded.topic, noted_by = excluded.noted_by, noted_at = excluded.noted_at";
    BETWEEN = "SELECT school_id, pair_id, week, kind, topic, noted_by, noted_at FROM peer_topics WHERE school_id = $1 AND week >= $2 AND week <= $3 ORDER BY week, pair_id";
    FORGET = "DELETE FROM peer_topics WHERE pair_id IN (SELECT id FROM peer_pairs WHERE over_on < $1)";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    pair_id: String,
    week: String,
    kind: String,
    topic: Option<String>,
    noted_by: String,
    noted_at: i64,
}

impl TryFrom<Row> for Noted {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            school: row.school_id.into(),
            pair: row.pair_id.into(),
            week: day(&row.week)?,
            about: About { kind: known(Kind::from_word(&row.kind), "kind of a meeting")?, topic: row.topic },
            by: (row.noted_by.into(), instant(row.noted_at)?),
        })
    }
}

/// Writes what a meeting was, in the place of what stood there.
pub async fn put(tx: &mut WriteTx, noted: &Noted) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(noted.school.as_str())
            .bind(noted.pair.as_str())
            .bind(noted.week.to_string())
            .bind(noted.about.kind.word())
            .bind(noted.about.topic.as_deref())
            .bind(noted.by.0.as_str())
            .bind(millis(noted.by.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What was written down in a school from one week to another, both included, in the order of time.
pub async fn between(tx: &mut Tx, school: &SchoolId, from: Day, to: Day) -> Result<Vec<Noted>> {
    all(rows!(tx, Row, BETWEEN, school.as_str(), from.to_string(), to.to_string()))
}

/// Forgets what pairs did that were over before a day, in every school.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(before.to_string()).execute(c).await?;
    });
    Ok(())
}
