//! Programmes of schools.

use crate::sql::{day, json, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::programmes::{Phases, Programme};
use domain::{ProgrammeId, SchoolId};

sql! {
    ADD = "INSERT INTO programmes (id, school_id, first_year, starts_on, selection_from, selection_until, decision_until, orders_until, work_until, settings) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE = "UPDATE programmes SET starts_on = $3, selection_from = $4, selection_until = $5, decision_until = $6, orders_until = $7, work_until = $8, settings = $9, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT id, school_id, first_year, starts_on, selection_from, selection_until, decision_until, orders_until, work_until, settings, version FROM programmes WHERE school_id = $1 AND id = $2";
    LATEST = "SELECT id, school_id, first_year, starts_on, selection_from, selection_until, decision_until, orders_until, work_until, settings, version FROM programmes WHERE school_id = $1 ORDER BY first_year DESC LIMIT 1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    first_year: i64,
    starts_on: String,
    selection_from: String,
    selection_until: String,
    decision_until: String,
    orders_until: String,
    work_until: String,
    settings: String,
    version: i64,
}

impl TryFrom<Row> for Programme {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            first_year: small(row.first_year)?,
            phases: Phases {
                starts_on: day(&row.starts_on)?,
                selection_from: day(&row.selection_from)?,
                selection_until: day(&row.selection_until)?,
                decision_until: day(&row.decision_until)?,
                orders_until: day(&row.orders_until)?,
                work_until: day(&row.work_until)?,
            },
            settings: json(&row.settings)?,
            version: row.version,
        })
    }
}

/// Adds a programme; `Taken` where the school has one for the year.
pub async fn add(tx: &mut WriteTx, programme: &Programme) -> Result<()> {
    let settings = to_json(&programme.settings)?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(programme.id.as_str())
            .bind(programme.school.as_str())
            .bind(i64::from(programme.first_year))
            .bind(programme.phases.starts_on.to_string())
            .bind(programme.phases.selection_from.to_string())
            .bind(programme.phases.selection_until.to_string())
            .bind(programme.phases.decision_until.to_string())
            .bind(programme.phases.orders_until.to_string())
            .bind(programme.phases.work_until.to_string())
            .bind(settings)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves dates and settings.
pub async fn save(tx: &mut WriteTx, programme: &Programme) -> Result<()> {
    let settings = to_json(&programme.settings)?;
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(programme.id.as_str())
            .bind(programme.version)
            .bind(programme.phases.starts_on.to_string())
            .bind(programme.phases.selection_from.to_string())
            .bind(programme.phases.selection_until.to_string())
            .bind(programme.phases.decision_until.to_string())
            .bind(programme.phases.orders_until.to_string())
            .bind(programme.phases.work_until.to_string())
            .bind(settings)
    )
}

/// One programme of a school.
pub async fn get(tx: &mut Tx, school: &SchoolId, id: &ProgrammeId) -> Result<Option<Programme>> {
    let row = on!(tx, c => sqlx::query_as::<_, Row>(GET).bind(school.as_str()).bind(id.as_str()).fetch_optional(c).await?);
    row.map(TryInto::try_into).transpose()
}

/// The school's programme of the latest year: the one that runs.
pub async fn latest(tx: &mut Tx, school: &SchoolId) -> Result<Option<Programme>> {
    let row = on!(tx, c => sqlx::query_as::<_, Row>(LATEST).bind(school.as_str()).fetch_optional(c).await?);
    row.map(TryInto::try_into).transpose()
}
