//! How work plans stand between being written and being approved. A plan without a line is a draft.

use crate::sql::{all, known, one};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::plans::{Plan, Signing, Standing};
use domain::{PlanId, SchoolId};
use std::collections::BTreeMap;

sql! {
    GET = "SELECT plan_id, state, comment, version FROM plan_signings WHERE school_id = $1 AND plan_id = $2";
    OF_SCHOOL = "SELECT plan_id, state, comment, version FROM plan_signings WHERE school_id = $1";
    ADD = "INSERT INTO plan_signings (school_id, plan_id, state, comment, version) VALUES ($1, $2, $3, $4, 1)";
    SAVE = "UPDATE plan_signings SET state = $4, comment = $5, version = version + 1 WHERE school_id = $1 AND plan_id = $2 AND version = $3";
}

#[derive(sqlx::FromRow)]
struct Row {
    plan_id: String,
    state: String,
    comment: Option<String>,
    version: i64,
}

impl TryFrom<Row> for (PlanId, Signing) {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let standing = known(Standing::from_word(&row.state), "state of a work plan")?;
        Ok((row.plan_id.into(), Signing { standing, comment: row.comment, version: row.version }))
    }
}

/// How a plan stands.
pub async fn get(tx: &mut Tx, plan: &Plan) -> Result<Signing> {
    let found: Option<(PlanId, Signing)> = one(row!(tx, Row, GET, plan.school.as_str(), plan.id.as_str()))?;
    Ok(found.map(|(_, signing)| signing).unwrap_or_default())
}

/// How the plans of a school stand; drafts that were never said to be ready are missing.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<BTreeMap<PlanId, Signing>> {
    let all: Vec<(PlanId, Signing)> = all(rows!(tx, Row, OF_SCHOOL, school.as_str()))?;
    Ok(all.into_iter().collect())
}

/// Saves how a plan stands; `Stale` or `Taken` where somebody saved in between.
pub async fn save(tx: &mut WriteTx, plan: &Plan, signing: &Signing) -> Result<()> {
    if signing.version == 0 {
        on!(tx.0, c => {
            sqlx::query(ADD)
                .bind(plan.school.as_str())
                .bind(plan.id.as_str())
                .bind(signing.standing.word())
                .bind(signing.comment.as_deref())
                .execute(c)
                .await?;
        });
        return Ok(());
    }
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(plan.school.as_str())
            .bind(plan.id.as_str())
            .bind(signing.version)
            .bind(signing.standing.word())
            .bind(signing.comment.as_deref())
    )
}
