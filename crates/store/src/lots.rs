//! Lots among children who wait to be helped.

use crate::sql::{all, day, instant, millis, optional_day, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::lots::{Entry, Lot};
use domain::{Day, SchoolId};

sql! {
    columns "id, school_id, places, source, draw_on, until_day, list_hash, seed, drawn_on, announced_by, announced_at, version";
    ADD = "INSERT INTO lots (id, school_id, places, source, draw_on, until_day, list_hash, announced_by, announced_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    SAVE = "UPDATE lots SET seed = $3, drawn_on = $4, version = version + 1 WHERE id = $1 AND version = $2";
    OF_SCHOOL = "SELECT " ~ " FROM lots WHERE school_id = $1 ORDER BY announced_at DESC, id";
    ENTER = "INSERT INTO lot_pupils (school_id, lot_id, pupil_id, code) VALUES ($1, $2, $3, $4)";
    ENTRIES = "SELECT pupil_id, code FROM lot_pupils WHERE school_id = $1 AND lot_id = $2 ORDER BY pupil_id";
    FORGET_PUPILS = "DELETE FROM lot_pupils WHERE lot_id IN (SELECT id FROM lots WHERE until_day < $1)";
    FORGET = "DELETE FROM lots WHERE until_day < $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    places: i64,
    source: String,
    draw_on: String,
    until_day: String,
    list_hash: String,
    seed: Option<String>,
    drawn_on: Option<String>,
    announced_by: String,
    announced_at: i64,
    version: i64,
}

impl TryFrom<Row> for Lot {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            drawn: row.seed.zip(optional_day(row.drawn_on.as_deref())?),
            id: row.id.into(),
            school: row.school_id.into(),
            places: small(row.places)?,
            source: row.source,
            draw_on: day(&row.draw_on)?,
            until: day(&row.until_day)?,
            list_hash: row.list_hash,
            announced: (row.announced_by.into(), instant(row.announced_at)?),
            version: row.version,
        })
    }
}

/// Adds one that was just announced, with its list.
pub async fn add(tx: &mut WriteTx, lot: &Lot, entries: &[Entry]) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(lot.id.as_str())
            .bind(lot.school.as_str())
            .bind(i64::from(lot.places))
            .bind(lot.source.as_str())
            .bind(lot.draw_on.to_string())
            .bind(lot.until.to_string())
            .bind(lot.list_hash.as_str())
            .bind(lot.announced.0.as_str())
            .bind(millis(lot.announced.1))
            .execute(c)
            .await?;
    });
    for one in entries {
        on!(tx.0, c => {
            sqlx::query(ENTER)
                .bind(lot.school.as_str())
                .bind(lot.id.as_str())
                .bind(one.pupil.as_str())
                .bind(one.code.as_str())
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// Saves its number; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, lot: &Lot) -> Result<()> {
    let (seed, on) = lot.drawn.clone().unzip();
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(lot.id.as_str())
            .bind(lot.version)
            .bind(seed)
            .bind(on.map(|on| on.to_string()))
    )
}

/// Those of a school, the newest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Lot>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// The children in one, by id.
pub async fn entries(tx: &mut Tx, lot: &Lot) -> Result<Vec<Entry>> {
    let rows = rows!(tx, (String, String), ENTRIES, lot.school.as_str(), lot.id.as_str());
    Ok(rows.into_iter().map(|(pupil, code)| Entry { pupil: pupil.into(), code }).collect())
}

/// Deletes lots that held until before a day.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    for statement in [FORGET_PUPILS, FORGET] {
        on!(tx.0, c => {
            sqlx::query(statement).bind(before.to_string()).execute(c).await?;
        });
    }
    Ok(())
}
