//! The template of the work plan as a school keeps it: each change is a version of its own.

use crate::sql::{json, known, millis, small, to_json};
use crate::{Result, Tx, WriteTx};
use domain::plans::{Area, Own, Step, Template, When, Whose};
use domain::{Instant, PersonId, SchoolId};
use serde::{Deserialize, Serialize};

sql! {
    LATEST = "SELECT version, weeks, own FROM plan_templates WHERE school_id = $1 ORDER BY version DESC LIMIT 1";
    ADD = "INSERT INTO plan_templates (school_id, version, weeks, own, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)";
}

/// A step that the school wrote, as it is stored.
#[derive(Serialize, Deserialize)]
struct Written {
    id: String,
    area: Area,
    whose: Whose,
    text: String,
    when: String,
}

/// The template of a school with its version; the starter template, version 0, where nothing was changed.
pub async fn latest(tx: &mut Tx, school: &SchoolId) -> Result<(u16, Template)> {
    let Some((version, weeks, own)) = row!(tx, (i64, String, String), LATEST, school.as_str()) else {
        return Ok((0, Template::default()));
    };
    let mut template = Template::default();
    for (step, when) in json::<Vec<(String, Option<String>)>>(&weeks)? {
        let step = known(Step::from_word(&step), "step of a template")?;
        let when = when.map(|when| known(When::from_word(&when), "week of a template")).transpose()?;
        template = template.with(step, when);
    }
    for Written { id, area, whose, text, when } in json::<Vec<Written>>(&own)? {
        let when = known(When::from_word(&when), "week of a template")?;
        let own = Own { id: id.into(), area, whose, text };
        template = known(template.and(own, when).ok(), "step of a school's template")?;
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
    let written = |(own, when): &(Own, When)| Written {
        id: own.id.to_string(),
        area: own.area,
        whose: own.whose,
        text: own.text.clone(),
        when: when.word(),
    };
    let own = to_json(&template.own().iter().map(written).collect::<Vec<_>>())?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(school.as_str())
            .bind(i64::from(version))
            .bind(weeks)
            .bind(own)
            .bind(millis(now))
            .bind(by.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}
