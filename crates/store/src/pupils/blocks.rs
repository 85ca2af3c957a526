//! What the law names against being helped by pupils.

use crate::sql::{all, day, instant, known, millis, one};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::pupils::Pupil;
use domain::pupils::blocks::{Block, Ground};
use domain::{Day, SchoolId};

sql! {
    columns "school_id, pupil_id, ground, paper, entered_by, entered_at, last_day";
    PUT = "INSERT INTO pupil_blocks (school_id, pupil_id, ground, paper, entered_by, entered_at, last_day) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (school_id, pupil_id) DO UPDATE SET ground = excluded.ground, paper = excluded.paper, entered_by = excluded.entered_by, entered_at = excluded.entered_at, last_day = excluded.last_day";
    LIFT = "DELETE FROM pupil_blocks WHERE school_id = $1 AND pupil_id = $2";
    OF_PUPIL = "SELECT " ~ " FROM pupil_blocks WHERE school_id = $1 AND pupil_id = $2";
    OF_SCHOOL = "SELECT " ~ " FROM pupil_blocks WHERE school_id = $1 ORDER BY pupil_id";
    FORGET = "DELETE FROM pupil_blocks WHERE last_day < $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    pupil_id: String,
    ground: String,
    paper: String,
    entered_by: String,
    entered_at: i64,
    last_day: String,
}

impl TryFrom<Row> for Block {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            school: row.school_id.into(),
            pupil: row.pupil_id.into(),
            ground: known(Ground::from_word(&row.ground), "ground of a block")?,
            paper: row.paper,
            entered: (row.entered_by.into(), instant(row.entered_at)?),
            last_day: day(&row.last_day)?,
        })
    }
}

/// Enters one; what was entered before about the same pupil is replaced.
pub async fn put(tx: &mut WriteTx, block: &Block) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(block.school.as_str())
            .bind(block.pupil.as_str())
            .bind(block.ground.word())
            .bind(block.paper.as_str())
            .bind(block.entered.0.as_str())
            .bind(millis(block.entered.1))
            .bind(block.last_day.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Deletes what was entered.
pub async fn lift(tx: &mut WriteTx, block: &Block) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(LIFT).bind(block.school.as_str()).bind(block.pupil.as_str()).execute(c).await?;
    });
    Ok(())
}

/// What was entered about a pupil.
pub async fn of_pupil(tx: &mut Tx, pupil: &Pupil) -> Result<Option<Block>> {
    one(row!(tx, Row, OF_PUPIL, pupil.school.as_str(), pupil.id.as_str()))
}

/// What was entered about all pupils of a school.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Block>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Forgets those whose last day was before today, in every school.
pub async fn forget(tx: &mut WriteTx, today: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(today.to_string()).execute(c).await?;
    });
    Ok(())
}
