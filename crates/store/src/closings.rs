//! How pairs of pupils are prolonged and closed.

use crate::sql::{all, day, instant, known, millis, one};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::peers::Pair;
use domain::peers::closings::{Closing, Next, Prolongation, Talk};
use domain::pupils::Pupil;
use domain::{Day, SchoolId};

sql! {
    PROLONG = "INSERT INTO peer_prolongations (school_id, pair_id, ends_on, reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6)";
    PROLONGATIONS = "SELECT school_id, pair_id, ends_on, reason, decided_by, decided_at FROM peer_prolongations WHERE school_id = $1 AND pair_id = $2 ORDER BY ends_on";
    PUT = "INSERT INTO peer_closings (school_id, pair_id, helper_takes, mentee_takes, goes_on, noted_by, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (school_id, pair_id) DO UPDATE SET helper_takes = excluded.helper_takes, mentee_takes = excluded.mentee_takes, goes_on = excluded.goes_on, noted_by = excluded.noted_by, noted_at = excluded.noted_at";
    OF_PAIR = "SELECT school_id, pair_id, helper_takes, mentee_takes, goes_on, noted_by, noted_at FROM peer_closings WHERE school_id = $1 AND pair_id = $2";
    OF_SCHOOL = "SELECT school_id, pair_id, helper_takes, mentee_takes, goes_on, noted_by, noted_at FROM peer_closings WHERE school_id = $1 ORDER BY pair_id";
    REMOVE_OF = "DELETE FROM peer_closings WHERE school_id = $1 AND pair_id IN (SELECT id FROM peer_pairs WHERE school_id = $1 AND (helper_id = $2 OR mentee_id = $2))";
    FORGET = "DELETE FROM peer_closings WHERE pair_id IN (SELECT id FROM peer_pairs WHERE over_on < $1)";
    FORGET_PROLONGATIONS = "DELETE FROM peer_prolongations WHERE pair_id IN (SELECT id FROM peer_pairs WHERE over_on < $1)";
}

#[derive(sqlx::FromRow)]
struct Prolonged {
    school_id: String,
    pair_id: String,
    ends_on: String,
    reason: String,
    decided_by: String,
    decided_at: i64,
}

impl TryFrom<Prolonged> for Prolongation {
    type Error = StoreError;
    fn try_from(row: Prolonged) -> Result<Self> {
        Ok(Self {
            school: row.school_id.into(),
            pair: row.pair_id.into(),
            ends: day(&row.ends_on)?,
            reason: row.reason,
            by: (row.decided_by.into(), instant(row.decided_at)?),
        })
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    pair_id: String,
    helper_takes: Option<String>,
    mentee_takes: Option<String>,
    goes_on: Option<String>,
    noted_by: String,
    noted_at: i64,
}

impl TryFrom<Row> for Closing {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let next =
            row.goes_on.map(|word| known(Next::from_word(&word), "what comes after a pair")).transpose()?;
        Ok(Self {
            school: row.school_id.into(),
            pair: row.pair_id.into(),
            said: Talk { helper: row.helper_takes, mentee: row.mentee_takes, next },
            by: (row.noted_by.into(), instant(row.noted_at)?),
        })
    }
}

/// Writes that a pair was prolonged.
pub async fn prolong(tx: &mut WriteTx, prolongation: &Prolongation) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PROLONG)
            .bind(prolongation.school.as_str())
            .bind(prolongation.pair.as_str())
            .bind(prolongation.ends.to_string())
            .bind(prolongation.reason.as_str())
            .bind(prolongation.by.0.as_str())
            .bind(millis(prolongation.by.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// How a pair was prolonged, in the order of time.
pub async fn prolongations(tx: &mut Tx, pair: &Pair) -> Result<Vec<Prolongation>> {
    all(rows!(tx, Prolonged, PROLONGATIONS, pair.school.as_str(), pair.id.as_str()))
}

/// Writes the closing talk of a pair, in the place of what stood there.
pub async fn put(tx: &mut WriteTx, closing: &Closing) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(closing.school.as_str())
            .bind(closing.pair.as_str())
            .bind(closing.said.helper.as_deref())
            .bind(closing.said.mentee.as_deref())
            .bind(closing.said.next.map(Next::word))
            .bind(closing.by.0.as_str())
            .bind(millis(closing.by.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The closing talk of a pair, once it was written down.
pub async fn of_pair(tx: &mut Tx, pair: &Pair) -> Result<Option<Closing>> {
    one(row!(tx, Row, OF_PAIR, pair.school.as_str(), pair.id.as_str()))
}

/// The closing talks of a school.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Closing>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Takes away the closing talks of the pairs in which a pupil takes part.
pub async fn remove_of(tx: &mut WriteTx, pupil: &Pupil) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REMOVE_OF).bind(pupil.school.as_str()).bind(pupil.id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// Forgets both of pairs that were over before a day, in every school.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(before.to_string()).execute(c).await?;
    });
    on!(tx.0, c => {
        sqlx::query(FORGET_PROLONGATIONS).bind(before.to_string()).execute(c).await?;
    });
    Ok(())
}
