//! What is ticked of newcomers' adaptation checklists.

use crate::sql::{all, day, known};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::milestones::{Milestone, Tick};
use domain::{NewcomerId, ProgrammeId, SchoolId};

sql! {
    TICK = "INSERT INTO milestones (school_id, newcomer_id, milestone, done_on, done_by) VALUES ($1, $2, $3, $4, $5)";
    UNTICK = "DELETE FROM milestones WHERE school_id = $1 AND newcomer_id = $2 AND milestone = $3";
    OF_NEWCOMER = "SELECT newcomer_id, milestone, done_on, done_by FROM milestones WHERE school_id = $1 AND newcomer_id = $2 ORDER BY done_on, milestone";
    OF_PROGRAMME = "SELECT newcomer_id, milestone, done_on, done_by FROM milestones JOIN newcomers ON newcomers.school_id = milestones.school_id AND newcomers.id = newcomer_id WHERE milestones.school_id = $1 AND programme_id = $2 ORDER BY newcomer_id, done_on, milestone";
}

#[derive(sqlx::FromRow)]
struct Row {
    newcomer_id: String,
    milestone: String,
    done_on: String,
    done_by: String,
}

impl TryFrom<Row> for Tick {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            newcomer: row.newcomer_id.into(),
            milestone: known(Milestone::from_word(&row.milestone), "milestone")?,
            on: day(&row.done_on)?,
            by: row.done_by.into(),
        })
    }
}

/// Ticks a milestone; `Taken` where it is ticked.
pub async fn tick(tx: &mut WriteTx, school: &SchoolId, tick: &Tick) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(TICK)
            .bind(school.as_str())
            .bind(tick.newcomer.as_str())
            .bind(tick.milestone.word())
            .bind(tick.on.to_string())
            .bind(tick.by.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes a tick back, if there is one.
pub async fn untick(
    tx: &mut WriteTx,
    school: &SchoolId,
    newcomer: &NewcomerId,
    milestone: Milestone,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(UNTICK).bind(school.as_str()).bind(newcomer.as_str()).bind(milestone.word()).execute(c).await?;
    });
    Ok(())
}

/// What is ticked of a newcomer's checklist, the earliest first.
pub async fn of_newcomer(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Vec<Tick>> {
    all(rows!(tx, Row, OF_NEWCOMER, school.as_str(), newcomer.as_str()))
}

/// What is ticked in a programme, by newcomer.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Tick>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}
