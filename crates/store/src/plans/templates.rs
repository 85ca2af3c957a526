//! The template of the work plan as a school keeps it: each change is a version of its own.

use crate::sql::{json, known, millis, small, to_json};
use crate::{Result, Tx, WriteTx};
use domain::plans::{Step, Template, When};
use domain::{Instant, PersonId, SchoolId};

sql! {
    LATEST = "SELECT version, weeks FROM plan_templates WHERE school_id = $1 ORDER BY version DESC LIMIT 1";
    ADD = "INSERT INTO plan_templates (school_id, version, weeks, made_at, made_by) VALUES ($1, $2, $3, $4, $5)";
}

/// The template of a school with its version; the starter template, version 0, where nothing was changed.
pub async fn latest(tx: &mut Tx, school: &SchoolId) -> Result<(u16, Template)> {
    let Some((version, weeks)) = row!(tx, (i64, String), LATEST, school.as_str()) else {
        return Ok((0, Template::default()));
    };
    let mut template = Template::default();
    for (step, when) in json::<Vec<(String, Option<String>)>>(&weeks)? {
        let step = known(Step::from_word(&step), "step of a template")?;
        let when = when.map(|when| known(When::from_word(&when), "week of a template")).transpose()?;
        template = template.with(step, when);
    }
    Ok((small(version)?, template))
}

/// Keeps a version; `Taken` where somebody was faster.
pub async fn add(
    tx: &mut WriteTx,
    school: &SchoolId,
    version: u16,
    template: &Template,
    (by, now): (&PersonId, Instant),
) -> Result<()> {
    let word = |(step, when): &(Step, Option<When>)| (step.word(), when.map(When::word));
    let weeks = to_json(&template.steps().iter().map(word).collect::<Vec<_>>())?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(school.as_str())
            .bind(i64::from(version))
            .bind(weeks)
            .bind(millis(now))
            .bind(by.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}
