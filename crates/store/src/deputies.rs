//! Who stands in for a coordinator.

use crate::sql::{all, day, instant, millis, one};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::calendar::Period;
use domain::deputies::Deputy;
use domain::{Day, DeputyId, SchoolId};

sql! {
    columns "id, school_id, absent_id, deputy_id, from_day, until_day, lends_role, named_by, named_at, version";
    ADD = "INSERT INTO deputies (id, school_id, absent_id, deputy_id, from_day, until_day, lends_role, named_by, named_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    SAVE = "UPDATE deputies SET until_day = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM deputies WHERE id = $1";
    OF_SCHOOL = "SELECT " ~ " FROM deputies WHERE school_id = $1 ORDER BY from_day, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    absent_id: String,
    deputy_id: String,
    from_day: String,
    until_day: String,
    lends_role: i64,
    named_by: String,
    named_at: i64,
    version: i64,
}

impl TryFrom<Row> for Deputy {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            absent: row.absent_id.into(),
            deputy: row.deputy_id.into(),
            period: Period { from: day(&row.from_day)?, until: Some(day(&row.until_day)?) },
            lends_role: row.lends_role != 0,
            named: (row.named_by.into(), instant(row.named_at)?),
            version: row.version,
        })
    }
}

/// The first day on which it is over.
fn over(deputy: &Deputy) -> Day {
    deputy.period.until.unwrap_or(deputy.period.from)
}

/// Adds one that was just named.
pub async fn add(tx: &mut WriteTx, deputy: &Deputy) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(deputy.id.as_str())
            .bind(deputy.school.as_str())
            .bind(deputy.absent.as_str())
            .bind(deputy.deputy.as_str())
            .bind(deputy.period.from.to_string())
            .bind(over(deputy).to_string())
            .bind(i64::from(deputy.lends_role))
            .bind(deputy.named.0.as_str())
            .bind(millis(deputy.named.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves until when somebody stands in; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, deputy: &Deputy) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE).bind(deputy.id.as_str()).bind(deputy.version).bind(over(deputy).to_string())
    )
}

/// One by its id.
pub async fn get(tx: &mut Tx, id: &DeputyId) -> Result<Option<Deputy>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// Those of a school, the earliest first, over or not.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Deputy>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}
