//! The journal of weekly meetings of pupils: marks and signatures.

use crate::sql::{all, day, instant, known, millis, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::journals::{Entry, Mark, Remarks, Signature};
use domain::{Day, SchoolId};

sql! {
    PUT = "INSERT INTO peer_sessions (school_id, pair_id, week, class_key, mark, minutes, marked_by, marked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (school_id, pair_id, week) DO UPDATE SET class_key = excluded.class_key, mark = excluded.mark, minutes = excluded.minutes, marked_by = excluded.marked_by, marked_at = excluded.marked_at";
    SINCE = "SELECT school_id, pair_id, week, class_key, mark, minutes, marked_by, marked_at FROM peer_sessions WHERE school_id = $1 AND week >= $2 AND week <= $3 ORDER BY week, pair_id";
    OF_SCHOOL = "SELECT school_id, pair_id, week, class_key, mark, minutes, marked_by, marked_at FROM peer_sessions WHERE school_id = $1 ORDER BY week, pair_id";
    FORGET = "DELETE FROM peer_sessions WHERE pair_id IN (SELECT id FROM peer_pairs WHERE over_on < $1)";
    SIGN = "INSERT INTO journal_signatures (school_id, class_key, week, signed_by, signed_at) VALUES ($1, $2, $3, $4, $5)";
    REOPEN = "DELETE FROM journal_signatures WHERE school_id = $1 AND class_key = $2 AND week = $3";
    SIGNATURES = "SELECT school_id, class_key, week, signed_by, signed_at FROM journal_signatures WHERE school_id = $1 ORDER BY week, class_key";
    FORGET_SIGNATURES = "DELETE FROM journal_signatures WHERE week < $1 AND NOT EXISTS (SELECT 1 FROM peer_sessions WHERE peer_sessions.school_id = journal_signatures.school_id AND peer_sessions.week = journal_signatures.week)";
    PUT_REMARK = "INSERT INTO journal_remarks (school_id, class_key, week, remark) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, class_key, week) DO UPDATE SET remark = excluded.remark";
    CLEAR_REMARK = "DELETE FROM journal_remarks WHERE school_id = $1 AND class_key = $2 AND week = $3";
    REMARKS = "SELECT class_key, remark FROM journal_remarks WHERE school_id = $1 AND week = $2 ORDER BY class_key";
    FORGET_REMARKS = "DELETE FROM journal_remarks WHERE week < $1 AND NOT EXISTS (SELECT 1 FROM peer_sessions WHERE peer_sessions.school_id = journal_remarks.school_id AND peer_sessions.week = journal_remarks.week)";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    pair_id: String,
    week: String,
    class_key: String,
    mark: String,
    minutes: i64,
    marked_by: String,
    marked_at: i64,
}

impl TryFrom<Row> for Entry {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            school: row.school_id.into(),
            pair: row.pair_id.into(),
            week: day(&row.week)?,
            class: row.class_key,
            mark: known(Mark::from_word(&row.mark), "mark of a meeting")?,
            minutes: small(row.minutes)?,
            by: (row.marked_by.into(), instant(row.marked_at)?),
        })
    }
}

#[derive(sqlx::FromRow)]
struct Signed {
    school_id: String,
    class_key: String,
    week: String,
    #[sqlx(rename = "signed_by")]
    by: String,
    #[sqlx(rename = "signed_at")]
    at: i64,
}

impl TryFrom<Signed> for Signature {
    type Error = StoreError;
    fn try_from(row: Signed) -> Result<Self> {
        Ok(Self {
            school: row.school_id.into(),
            class: row.class_key,
            week: day(&row.week)?,
            by: (row.by.into(), instant(row.at)?),
        })
    }
}

/// Writes a mark, in the place of the one that stood there.
pub async fn put(tx: &mut WriteTx, entry: &Entry) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(entry.school.as_str())
            .bind(entry.pair.as_str())
            .bind(entry.week.to_string())
            .bind(entry.class.as_str())
            .bind(entry.mark.word())
            .bind(i64::from(entry.minutes))
            .bind(entry.by.0.as_str())
            .bind(millis(entry.by.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The marks of a school from one week to another, both included.
pub async fn between(tx: &mut Tx, school: &SchoolId, from: Day, to: Day) -> Result<Vec<Entry>> {
    all(rows!(tx, Row, SINCE, school.as_str(), from.to_string(), to.to_string()))
}

/// All marks of a school.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Entry>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Signs a class's week; `Taken` where it is signed.
pub async fn sign(tx: &mut WriteTx, signature: &Signature) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(SIGN)
            .bind(signature.school.as_str())
            .bind(signature.class.as_str())
            .bind(signature.week.to_string())
            .bind(signature.by.0.as_str())
            .bind(millis(signature.by.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes the signature of a class's week back.
pub async fn reopen(tx: &mut WriteTx, school: &SchoolId, class: &str, week: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REOPEN)
            .bind(school.as_str())
            .bind(class)
            .bind(week.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The signatures of a school.
pub async fn signatures(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Signature>> {
    all(rows!(tx, Signed, SIGNATURES, school.as_str()))
}

/// Writes the remark on a class's week, in the place of the one that stood there; without a text there is none.
pub async fn remark(
    tx: &mut WriteTx,
    school: &SchoolId,
    (class, week): (&str, Day),
    text: Option<&str>,
) -> Result<()> {
    let place = [school.as_str().to_owned(), class.to_owned(), week.to_string()];
    let [school, class, week] = &place;
    on!(tx.0, c => {
        match text {
            Some(text) => sqlx::query(PUT_REMARK).bind(school).bind(class).bind(week).bind(text).execute(c).await?,
            None => sqlx::query(CLEAR_REMARK).bind(school).bind(class).bind(week).execute(c).await?,
        };
    });
    Ok(())
}

/// The remarks on a week of a school, by class.
pub async fn remarks(tx: &mut Tx, school: &SchoolId, week: Day) -> Result<Remarks> {
    let rows = rows!(tx, (String, String), REMARKS, school.as_str(), week.to_string());
    Ok(rows.into_iter().collect())
}

/// Forgets the marks of pairs that were over before a day, and signatures and remarks of earlier weeks of which no mark is
/// left, in every school.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(before.to_string()).execute(c).await?;
    });
    on!(tx.0, c => {
        sqlx::query(FORGET_SIGNATURES).bind(before.to_string()).execute(c).await?;
    });
    on!(tx.0, c => {
        sqlx::query(FORGET_REMARKS).bind(before.to_string()).execute(c).await?;
    });
    Ok(())
}
