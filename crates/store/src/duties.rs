//! Who looks after which pupils.

use crate::sql::{all, day, instant, known, millis, one};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::duties::{Assigned, Duty};
use domain::{DutyId, SchoolId};

sql! {
    columns "id, school_id, person_id, duty, class_key, from_day, until_day, given_by, given_at, by_head, version";
    ADD = "INSERT INTO duties (id, school_id, person_id, duty, class_key, from_day, until_day, given_by, given_at, by_head) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE = "UPDATE duties SET until_day = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM duties WHERE id = $1";
    OF_SCHOOL = "SELECT " ~ " FROM duties WHERE school_id = $1 ORDER BY class_key, from_day, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    person_id: String,
    duty: String,
    class_key: String,
    from_day: String,
    until_day: String,
    given_by: String,
    given_at: i64,
    by_head: i64,
    version: i64,
}

impl TryFrom<Row> for Assigned {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            person: row.person_id.into(),
            duty: known(Duty::from_words(&row.duty, &row.class_key), "duty")?,
            from: day(&row.from_day)?,
            until: day(&row.until_day)?,
            given: (row.given_by.into(), instant(row.given_at)?),
            by_head: row.by_head != 0,
            version: row.version,
        })
    }
}

/// Adds one that was just given.
pub async fn add(tx: &mut WriteTx, assigned: &Assigned) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(assigned.id.as_str())
            .bind(assigned.school.as_str())
            .bind(assigned.person.as_str())
            .bind(assigned.duty.word())
            .bind(assigned.duty.class())
            .bind(assigned.from.to_string())
            .bind(assigned.until.to_string())
            .bind(assigned.given.0.as_str())
            .bind(millis(assigned.given.1))
            .bind(i64::from(assigned.by_head))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves until when it is theirs; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, assigned: &Assigned) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE).bind(assigned.id.as_str()).bind(assigned.version).bind(assigned.until.to_string())
    )
}

/// One by its id.
pub async fn get(tx: &mut Tx, id: &DutyId) -> Result<Option<Assigned>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// All of a school, those of earlier years included, by class.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Assigned>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}
