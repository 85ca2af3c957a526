//! Pauses of pairs.

use crate::sql::{all, day, instant, millis};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::endings::Pause;
use domain::{PairId, ProgrammeId, SchoolId};

sql! {
    columns "id, school_id, programme_id, pair_id, from_day, back_on, changed_at, version";
    ADD = "INSERT INTO pair_pauses (id, school_id, programme_id, pair_id, from_day, back_on, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    SAVE = "UPDATE pair_pauses SET back_on = $3, changed_at = $4, version = version + 1 WHERE id = $1 AND version = $2";
    OF_PAIR = "SELECT " ~ " FROM pair_pauses WHERE school_id = $1 AND pair_id = $2 ORDER BY from_day, id";
    OF_PROGRAMME = "SELECT " ~ " FROM pair_pauses WHERE school_id = $1 AND programme_id = $2 ORDER BY from_day, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    pair_id: String,
    from_day: String,
    back_on: String,
    changed_at: i64,
    version: i64,
}

impl TryFrom<Row> for Pause {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            pair: row.pair_id.into(),
            from: day(&row.from_day)?,
            back_on: day(&row.back_on)?,
            changed_at: instant(row.changed_at)?,
            version: row.version,
        })
    }
}

/// Adds a pause.
pub async fn add(tx: &mut WriteTx, pause: &Pause) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(pause.id.as_str())
            .bind(pause.school.as_str())
            .bind(pause.programme.as_str())
            .bind(pause.pair.as_str())
            .bind(pause.from.to_string())
            .bind(pause.back_on.to_string())
            .bind(millis(pause.changed_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves the day of return; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, pause: &Pause) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(pause.id.as_str())
            .bind(pause.version)
            .bind(pause.back_on.to_string())
            .bind(millis(pause.changed_at))
    )
}

/// Every pause of a pair, in the order of time.
pub async fn of_pair(tx: &mut Tx, school: &SchoolId, pair: &PairId) -> Result<Vec<Pause>> {
    all(rows!(tx, Row, OF_PAIR, school.as_str(), pair.as_str()))
}

/// Every pause of a programme, in the order of time.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Pause>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}
