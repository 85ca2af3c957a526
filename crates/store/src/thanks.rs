//! Thanks of pupils who were helped.

use crate::sql::{instant, millis, one};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::peers::Pair;
use domain::peers::thanks::Thanks;
use domain::pupils::Pupil;
use domain::{Day, PersonId};

sql! {
    PUT = "INSERT INTO peer_thanks (school_id, pair_id, note, noted_by, noted_at, opened_by, opened_at, allowed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (school_id, pair_id) DO UPDATE SET note = excluded.note, noted_by = excluded.noted_by, noted_at = excluded.noted_at, opened_by = excluded.opened_by, opened_at = excluded.opened_at, allowed = excluded.allowed";
    OF_PAIR = "SELECT school_id, pair_id, note, noted_by, noted_at, opened_by, opened_at, allowed FROM peer_thanks WHERE school_id = $1 AND pair_id = $2";
    SHOWN = "SELECT peer_thanks.note FROM peer_thanks JOIN peer_pairs ON peer_pairs.school_id = peer_thanks.school_id AND peer_pairs.id = peer_thanks.pair_id WHERE peer_thanks.school_id = $1 AND peer_pairs.helper_id = $2 AND peer_thanks.allowed = 1 ORDER BY peer_thanks.noted_at, peer_thanks.pair_id";
    REMOVE = "DELETE FROM peer_thanks WHERE school_id = $1 AND pair_id = $2";
    REMOVE_OF = "DELETE FROM peer_thanks WHERE school_id = $1 AND pair_id IN (SELECT id FROM peer_pairs WHERE school_id = $1 AND (helper_id = $2 OR mentee_id = $2))";
    FORGET = "DELETE FROM peer_thanks WHERE pair_id IN (SELECT id FROM peer_pairs WHERE over_on < $1)";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    pair_id: String,
    note: String,
    noted_by: String,
    noted_at: i64,
    opened_by: Option<String>,
    opened_at: Option<i64>,
    allowed: i64,
}

impl TryFrom<Row> for Thanks {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let opened = match (row.opened_by, row.opened_at) {
            (Some(by), Some(at)) => Some((PersonId::from(by), instant(at)?)),
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => {
                return Err(StoreError::Unreadable("thanks that were opened"));
            }
        };
        Ok(Self {
            school: row.school_id.into(),
            pair: row.pair_id.into(),
            note: row.note,
            by: (row.noted_by.into(), instant(row.noted_at)?),
            opened,
            is_allowed: row.allowed != 0,
        })
    }
}

/// Writes thanks, in the place of what stood there.
pub async fn put(tx: &mut WriteTx, thanks: &Thanks) -> Result<()> {
    let opened = thanks.opened.as_ref();
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(thanks.school.as_str())
            .bind(thanks.pair.as_str())
            .bind(thanks.note.as_str())
            .bind(thanks.by.0.as_str())
            .bind(millis(thanks.by.1))
            .bind(opened.map(|(by, _)| by.as_str()))
            .bind(opened.map(|(_, at)| millis(*at)))
            .bind(i64::from(thanks.is_allowed))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The thanks of a pair.
pub async fn of_pair(tx: &mut Tx, pair: &Pair) -> Result<Option<Thanks>> {
    one(row!(tx, Row, OF_PAIR, pair.school.as_str(), pair.id.as_str()))
}

/// What whoever helps allows to be shown, in the order of time.
pub async fn shown(tx: &mut Tx, helper: &Pupil) -> Result<Vec<String>> {
    let rows = rows!(tx, (String,), SHOWN, helper.school.as_str(), helper.id.as_str());
    Ok(rows.into_iter().map(|(note,)| note).collect())
}

/// Takes the thanks of a pair away.
pub async fn remove(tx: &mut WriteTx, pair: &Pair) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REMOVE).bind(pair.school.as_str()).bind(pair.id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// Takes away all in which a pupil takes part.
pub async fn remove_of(tx: &mut WriteTx, pupil: &Pupil) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REMOVE_OF).bind(pupil.school.as_str()).bind(pupil.id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// Forgets thanks in pairs that were over before a day, in every school.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(before.to_string()).execute(c).await?;
    });
    Ok(())
}
