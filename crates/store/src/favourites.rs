//! Newcomers' own marks on cards (feat:C6). Every query names their owner; no query about mentors, requests or
//! choices joins them.

use crate::sql::{all, instant, known, millis};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::favourites::{Favourite, Mark};
use domain::newcomers::Newcomer;
use domain::{MentorId, NewcomerId, SchoolId};

sql! {
    PUT = "INSERT INTO favourites (school_id, newcomer_id, mentor_id, mark, marked_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (school_id, newcomer_id, mentor_id) DO UPDATE SET mark = excluded.mark, marked_at = excluded.marked_at";
    TAKE = "DELETE FROM favourites WHERE school_id = $1 AND newcomer_id = $2 AND mentor_id = $3";
    TAKE_ALL = "DELETE FROM favourites WHERE school_id = $1 AND newcomer_id = $2";
    OF_NEWCOMER = "SELECT school_id, newcomer_id, mentor_id, mark, marked_at FROM favourites WHERE school_id = $1 AND newcomer_id = $2 ORDER BY marked_at, mentor_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    newcomer_id: String,
    mentor_id: String,
    mark: String,
    marked_at: i64,
}

impl TryFrom<Row> for Favourite {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            school: row.school_id.into(),
            newcomer: row.newcomer_id.into(),
            mentor: row.mentor_id.into(),
            mark: known(Mark::from_word(&row.mark), "mark on a card")?,
            marked_at: instant(row.marked_at)?,
        })
    }
}

/// Puts a mark in the place of the one that stood there.
pub async fn put(tx: &mut WriteTx, one: &Favourite) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(one.school.as_str())
            .bind(one.newcomer.as_str())
            .bind(one.mentor.as_str())
            .bind(one.mark.word())
            .bind(millis(one.marked_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes a mark away, if there is one.
pub async fn take(tx: &mut WriteTx, newcomer: &Newcomer, mentor: &MentorId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(TAKE)
            .bind(newcomer.school.as_str())
            .bind(newcomer.id.as_str())
            .bind(mentor.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes all marks of a newcomer away: with an enrolment that is taken back.
pub async fn take_all(tx: &mut WriteTx, newcomer: &Newcomer) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(TAKE_ALL).bind(newcomer.school.as_str()).bind(newcomer.id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// A newcomer's own marks, the first marked first. Whoever asks must be that newcomer.
pub async fn of_newcomer(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Vec<Favourite>> {
    all(rows!(tx, Row, OF_NEWCOMER, school.as_str(), newcomer.as_str()))
}
