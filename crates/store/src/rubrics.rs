//! Cuts of the practice as they were set (methods of measurement, §3; docs/decisions/0071). Whoever sets one asks
//! `domain::permissions::Action::ManageCommissions`.

use crate::sql::{all, instant, millis, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::SchoolId;
use domain::exams::RubricCut;

sql! {
    ADD = "INSERT INTO rubric_cuts (school_id, rubric, cut, proposed, reason, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    OF_SCHOOL = "SELECT school_id, rubric, cut, proposed, reason, set_by, set_at FROM rubric_cuts WHERE school_id = $1 ORDER BY rubric DESC";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    rubric: i64,
    cut: i64,
    proposed: Option<i64>,
    reason: String,
    set_by: String,
    set_at: i64,
}

impl TryFrom<Row> for RubricCut {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            school: row.school_id.into(),
            rubric: small(row.rubric)?,
            cut: small(row.cut)?,
            proposed: row.proposed.map(small).transpose()?,
            reason: row.reason,
            by: row.set_by.into(),
            at: instant(row.set_at)?,
        })
    }
}

/// Adds one that was just set; `Taken` where somebody has begun the same version.
pub async fn add(tx: &mut WriteTx, set: &RubricCut) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(set.school.as_str())
            .bind(i64::from(set.rubric))
            .bind(i64::from(set.cut))
            .bind(set.proposed.map(i64::from))
            .bind(&set.reason)
            .bind(set.by.as_str())
            .bind(millis(set.at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// All of a school, the one that counts first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<RubricCut>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}
