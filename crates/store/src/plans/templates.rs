//! The template of the work plan as a school keeps it, and as a district keeps it for schools that have changed nothing: each
//! change is a version of its own.

use crate::formsets::Place;
use crate::sql::{json, known, millis, small, to_json};
use crate::{Result, Tx, WriteTx};
use domain::plans::{Area, Own, Step, Template, When, Whose};
use domain::{DistrictId, Instant, PersonId, SchoolId};
use serde::{Deserialize, Serialize};

sql! {
    LATEST = "SELECT version, weeks, own FROM plan_templates WHERE school_id = $1 ORDER BY version DESC LIMIT 1";
    ABOVE = "SELECT version, weeks, own FROM district_plan_templates WHERE district_id = (SELECT district_id FROM schools WHERE id = $1) ORDER BY version DESC LIMIT 1";
    OF_DISTRICT = "SELECT version, weeks, own FROM district_plan_templates WHERE district_id = $1 ORDER BY version DESC LIMIT 1";
    STARTING = "SELECT COUNT(*) FROM schools WHERE district_id = $1 AND NOT EXISTS (SELECT 1 FROM plan_templates WHERE school_id = schools.id)";
    ADD_OF_DISTRICT = "INSERT INTO district_plan_templates (district_id, version, weeks, own, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)";
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

/// A version as it is stored: its number, the weeks of steps, what was written.
type Kept = (i64, String, String);

/// The template of a school with its version. Where it has changed nothing, version 0: that of its district, or the starter
/// template.
pub async fn latest(tx: &mut Tx, school: &SchoolId) -> Result<(u16, Template)> {
    if let Some(own) = row!(tx, Kept, LATEST, school.as_str()) {
        return read(own);
    }
    match row!(tx, Kept, ABOVE, school.as_str()) {
        Some(above) => Ok((0, read(above)?.1)),
        None => Ok((0, Template::default())),
    }
}

/// The template that a school or a district keeps, with its version; version 0 where nothing was changed.
pub async fn in_force(tx: &mut Tx, place: Place<'_>) -> Result<(u16, Template)> {
    match place {
        Place::School(school) => latest(tx, school).await,
        Place::District(district) => match row!(tx, Kept, OF_DISTRICT, district.as_str()) {
            Some(kept) => read(kept),
            None => Ok((0, Template::default())),
        },
    }
}

/// How many schools of a district have changed nothing themselves, and start from its template.
pub async fn starting(tx: &mut Tx, district: &DistrictId) -> Result<u32> {
    let row = row!(tx, (i64,), STARTING, district.as_str());
    small(row.map_or(0, |(count,)| count))
}

fn read((version, weeks, own): Kept) -> Result<(u16, Template)> {
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
    place: Place<'_>,
    version: u16,
    template: &Template,
    (by, now): (&PersonId, Instant),
) -> Result<()> {
    let (statement, whose) = match place {
        Place::School(school) => (ADD, school.as_str()),
        Place::District(district) => (ADD_OF_DISTRICT, district.as_str()),
    };
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
        sqlx::query(statement)
            .bind(whose)
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
