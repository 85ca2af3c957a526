//! Rights of other schools that people show where they work now, too. Whoever reads of others asks
//! `Action::ManageCourses`.

use crate::sql::{all, instant, millis, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::recognitions::Recognition;
use domain::{Instant, PersonId, SchoolId};

sql! {
    columns "school_id, person_id, source_id, course_id, number, shown_at, recognised_by, recognised_at, version";
    ADD = "INSERT INTO recognitions (school_id, person_id, source_id, course_id, number, shown_at) VALUES ($1, $2, $3, $4, $5, $6)";
    RECOGNISE = "UPDATE recognitions SET recognised_by = $5, recognised_at = $6, version = version + 1 WHERE school_id = $1 AND source_id = $2 AND course_id = $3 AND version = $4";
    FORGET = "DELETE FROM recognitions WHERE school_id = $1 AND source_id = $2 AND course_id = $3 AND version = $4";
    OF_SCHOOL = "SELECT " ~ " FROM recognitions WHERE school_id = $1 ORDER BY shown_at, source_id, course_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    person_id: String,
    source_id: String,
    course_id: String,
    number: i64,
    shown_at: i64,
    recognised_by: Option<String>,
    recognised_at: Option<i64>,
    version: i64,
}

impl TryFrom<Row> for Recognition {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let recognised = match (row.recognised_by, row.recognised_at) {
            (Some(by), Some(at)) => Some((by.into(), instant(at)?)),
            _ => None,
        };
        Ok(Self {
            school: row.school_id.into(),
            person: row.person_id.into(),
            source: row.source_id.into(),
            course: row.course_id.into(),
            number: small(row.number)?,
            shown_at: instant(row.shown_at)?,
            recognised,
            version: row.version,
        })
    }
}

/// Keeps that somebody shows a right; `Taken` where it is shown in the school already.
pub async fn add(tx: &mut WriteTx, shown: &Recognition) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(shown.school.as_str())
            .bind(shown.person.as_str())
            .bind(shown.source.as_str())
            .bind(shown.course.as_str())
            .bind(i64::from(shown.number))
            .bind(millis(shown.shown_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Keeps who recognised it; `Stale` where somebody was faster.
pub async fn recognise(tx: &mut WriteTx, shown: &Recognition, (by, at): (&PersonId, Instant)) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(RECOGNISE)
            .bind(shown.school.as_str())
            .bind(shown.source.as_str())
            .bind(shown.course.as_str())
            .bind(shown.version)
            .bind(by.as_str())
            .bind(millis(at))
    )
}

/// Forgets that it was shown; `Stale` where somebody was faster.
pub async fn forget(tx: &mut WriteTx, shown: &Recognition) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(FORGET)
            .bind(shown.school.as_str())
            .bind(shown.source.as_str())
            .bind(shown.course.as_str())
            .bind(shown.version)
    )
}

/// What is shown in a school, the first first, recognised or not.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Recognition>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}
