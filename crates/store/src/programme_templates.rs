//! Dates and settings of programmes under a name (feat:N1): of schools, and of districts for all their schools.

use crate::formsets::Place;
use crate::sql::{all, day, json, known, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::programmes::{Phases, Template};
use domain::settings::Key;
use domain::{Day, DistrictId, ProgrammeTemplateId};

sql! {
    ADD_OF_SCHOOL = "INSERT INTO programme_templates (id, school_id, name, first_year, days, settings, basis, shown) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    ADD_OF_DISTRICT = "INSERT INTO programme_templates (id, district_id, name, first_year, days, settings, basis, shown) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    OF_SCHOOL = "SELECT id, name, first_year, days, settings, basis, shown FROM programme_templates WHERE school_id = $1 ORDER BY name, id";
    OF_DISTRICT = "SELECT id, name, first_year, days, settings, basis, shown FROM programme_templates WHERE district_id = $1 ORDER BY name, id";
    SHOWN = "SELECT t.id, t.name, t.first_year, t.days, t.settings, t.basis, t.shown FROM programme_templates t JOIN schools s ON s.id = t.school_id WHERE s.district_id = $1 AND t.shown = 1 ORDER BY t.name, t.id";
    SHOW = "UPDATE programme_templates SET shown = $2 WHERE id = $1";
    REMOVE = "DELETE FROM programme_templates WHERE id = $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    name: String,
    first_year: i64,
    days: String,
    settings: String,
    basis: String,
    shown: i64,
}

impl TryFrom<Row> for Template {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let days: Vec<Day> = row.days.split(' ').map(day).collect::<Result<_>>()?;
        let days: [Day; 6] = days.try_into().map_err(|_| StoreError::Unreadable("days of a template"))?;
        let basis: Vec<(String, String)> = json(&row.basis)?;
        let basis =
            basis.into_iter().map(|(key, reason)| Ok((known(Key::from_word(&key), "setting")?, reason)));
        Ok(Self {
            id: row.id.into(),
            name: row.name,
            first_year: small(row.first_year)?,
            phases: Phases::of_days(days),
            settings: json(&row.settings)?,
            basis: basis.collect::<Result<_>>()?,
            shown: row.shown != 0,
        })
    }
}

/// Keeps a template; `Taken` where another one there has its name.
pub async fn add(tx: &mut WriteTx, place: Place<'_>, template: &Template) -> Result<()> {
    let (statement, whose) = match place {
        Place::School(id) => (ADD_OF_SCHOOL, id.as_str()),
        Place::District(id) => (ADD_OF_DISTRICT, id.as_str()),
    };
    let days = template.phases.days().map(|day| day.to_string()).join(" ");
    let basis: Vec<(&str, &str)> =
        template.basis.iter().map(|(key, reason)| (key.word(), reason.as_str())).collect();
    let (settings, basis) = (to_json(&template.settings)?, to_json(&basis)?);
    on!(tx.0, c => {
        sqlx::query(statement)
            .bind(template.id.as_str())
            .bind(whose)
            .bind(&template.name)
            .bind(i64::from(template.first_year))
            .bind(days)
            .bind(settings)
            .bind(basis)
            .bind(i64::from(template.shown))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The templates of a school or a district, by name.
pub async fn of(tx: &mut Tx, place: Place<'_>) -> Result<Vec<Template>> {
    let (statement, whose) = match place {
        Place::School(id) => (OF_SCHOOL, id.as_str()),
        Place::District(id) => (OF_DISTRICT, id.as_str()),
    };
    all(rows!(tx, Row, statement, whose))
}

/// The templates that schools of a district show to it, by name.
pub async fn shown(tx: &mut Tx, district: &DistrictId) -> Result<Vec<Template>> {
    all(rows!(tx, Row, SHOWN, district.as_str()))
}

/// A school shows a template to its district, or shows it no longer.
pub async fn show(tx: &mut WriteTx, id: &ProgrammeTemplateId, shown: bool) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(SHOW).bind(id.as_str()).bind(i64::from(shown)).execute(c).await?;
    });
    Ok(())
}

/// Removes a template; programmes that began from it stay.
pub async fn remove(tx: &mut WriteTx, id: &ProgrammeTemplateId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REMOVE).bind(id.as_str()).execute(c).await?;
    });
    Ok(())
}
