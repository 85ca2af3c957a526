//! Disciplinary sanctions. Whoever reads more of them than until when somebody is barred asks `Action::KeepSanctions`.

use crate::sql::{all, day, instant, millis, one, optional_day};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::sanctions::{Order, Sanction};
use domain::{Day, PersonId, SanctionId, SchoolId};

sql! {
    columns "id, school_id, person_id, order_number, order_day, from_day, last_day, lifted_on, entered_by, entered_at, version";
    ADD = "INSERT INTO sanctions (id, school_id, person_id, order_number, order_day, from_day, last_day, entered_by, entered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    SAVE = "UPDATE sanctions SET lifted_on = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM sanctions WHERE id = $1";
    OF_PERSON = "SELECT " ~ " FROM sanctions WHERE school_id = $1 AND person_id = $2 ORDER BY from_day, id";
    OF_SCHOOL = "SELECT " ~ " FROM sanctions WHERE school_id = $1 ORDER BY person_id, from_day, id";
    FORGET = "DELETE FROM sanctions WHERE last_day < $1 OR lifted_on < $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    person_id: String,
    order_number: String,
    order_day: String,
    from_day: String,
    last_day: String,
    lifted_on: Option<String>,
    entered_by: String,
    entered_at: i64,
    version: i64,
}

impl TryFrom<Row> for Sanction {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            person: row.person_id.into(),
            order: Order { number: row.order_number, dated: day(&row.order_day)? },
            from: day(&row.from_day)?,
            last_day: day(&row.last_day)?,
            lifted_on: optional_day(row.lifted_on.as_deref())?,
            entered: (row.entered_by.into(), instant(row.entered_at)?),
            version: row.version,
        })
    }
}

/// Adds one that was just entered.
pub async fn add(tx: &mut WriteTx, sanction: &Sanction) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(sanction.id.as_str())
            .bind(sanction.school.as_str())
            .bind(sanction.person.as_str())
            .bind(sanction.order.number.as_str())
            .bind(sanction.order.dated.to_string())
            .bind(sanction.from.to_string())
            .bind(sanction.last_day.to_string())
            .bind(sanction.entered.0.as_str())
            .bind(millis(sanction.entered.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves since when it is lifted; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, sanction: &Sanction) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(sanction.id.as_str())
            .bind(sanction.version)
            .bind(sanction.lifted_on.map(|day| day.to_string()))
    )
}

/// One by its id.
pub async fn get(tx: &mut Tx, id: &SanctionId) -> Result<Option<Sanction>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// Those of a person, in the order of time.
pub async fn of_person(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Vec<Sanction>> {
    all(rows!(tx, Row, OF_PERSON, school.as_str(), person.as_str()))
}

/// Those of a school.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Sanction>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Forgets those that ended before a day, in every school.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(before.to_string()).execute(c).await?;
    });
    Ok(())
}
