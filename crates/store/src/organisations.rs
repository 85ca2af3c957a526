//! Organisations of a school's own, to which its volunteers may belong.

use crate::sql::{all, one, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::organisations::{Own, Told};
use domain::{OrganisationId, SchoolId};

sql! {
    columns "id, school_id, name, first_grade, last_grade, used, version";
    ADD = "INSERT INTO organisations (id, school_id, name, first_grade, last_grade, used) VALUES ($1, $2, $3, $4, $5, $6)";
    SAVE = "UPDATE organisations SET name = $3, first_grade = $4, last_grade = $5, used = $6, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM organisations WHERE id = $1";
    OF_SCHOOL = "SELECT " ~ " FROM organisations WHERE school_id = $1 ORDER BY id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    name: String,
    first_grade: i64,
    last_grade: i64,
    used: i64,
    version: i64,
}

impl TryFrom<Row> for Own {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            told: Told { name: row.name, grades: (small(row.first_grade)?, small(row.last_grade)?) },
            used: row.used != 0,
            version: row.version,
        })
    }
}

/// Adds one.
pub async fn add(tx: &mut WriteTx, own: &Own) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(own.id.as_str())
            .bind(own.school.as_str())
            .bind(own.told.name.as_str())
            .bind(i64::from(own.told.grades.0))
            .bind(i64::from(own.told.grades.1))
            .bind(i64::from(own.used))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves what is said of one and whether it stands on the list; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, own: &Own) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(own.id.as_str())
            .bind(own.version)
            .bind(own.told.name.as_str())
            .bind(i64::from(own.told.grades.0))
            .bind(i64::from(own.told.grades.1))
            .bind(i64::from(own.used))
    )
}

/// One of them.
pub async fn get(tx: &mut Tx, id: &OrganisationId) -> Result<Option<Own>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// Those of a school in the order in which they were added, those that were taken off the list too.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Own>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}
