//! Days on which somebody is not at school.

use crate::sql::{all, day, instant, millis};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::absences::Absence;
use domain::{AbsenceId, SchoolId};

sql! {
    ADD = "INSERT INTO absences (id, school_id, person_id, from_day, until_day, entered_by, entered_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    REMOVE = "DELETE FROM absences WHERE school_id = $1 AND id = $2";
    OF_SCHOOL = "SELECT id, school_id, person_id, from_day, until_day, entered_by, entered_at FROM absences WHERE school_id = $1 ORDER BY from_day, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    person_id: String,
    from_day: String,
    until_day: String,
    entered_by: String,
    entered_at: i64,
}

impl TryFrom<Row> for Absence {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            person: row.person_id.into(),
            from: day(&row.from_day)?,
            until: day(&row.until_day)?,
            entered: (row.entered_by.into(), instant(row.entered_at)?),
        })
    }
}

/// Adds one.
pub async fn add(tx: &mut WriteTx, absence: &Absence) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(absence.id.as_str())
            .bind(absence.school.as_str())
            .bind(absence.person.as_str())
            .bind(absence.from.to_string())
            .bind(absence.until.to_string())
            .bind(absence.entered.0.as_str())
            .bind(millis(absence.entered.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Removes one.
pub async fn remove(tx: &mut WriteTx, school: &SchoolId, id: &AbsenceId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REMOVE).bind(school.as_str()).bind(id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// Those of a school, the earliest first, over or not.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Absence>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}
