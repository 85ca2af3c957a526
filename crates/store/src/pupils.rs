//! Pupils, and their figures kept apart.

pub mod blocks;
pub mod consents;
pub mod reads;
pub mod scans;

use crate::sql::{all, json, one, optional_day, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::pupils::Pupil;
use domain::rosters::Values;
use domain::{PupilId, SchoolId};
use std::collections::BTreeMap;

sql! {
    columns "id, school_id, code, family, given, patronymic, class, class_key, born_on, language, left_on";
    PUT = "INSERT INTO pupils (id, school_id, code, family, given, patronymic, class, class_key, born_on, language, left_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (school_id, id) DO UPDATE SET code = excluded.code, family = excluded.family, given = excluded.given, patronymic = excluded.patronymic, class = excluded.class, class_key = excluded.class_key, born_on = excluded.born_on, language = excluded.language, left_on = excluded.left_on";
    OF_SCHOOL = "SELECT " ~ " FROM pupils WHERE school_id = $1 ORDER BY class_key, id";
    GET = "SELECT " ~ " FROM pupils WHERE id = $1";
    ANY = "SELECT id FROM pupils WHERE school_id = $1 AND left_on IS NULL LIMIT 1";
    PUT_FIGURES = "INSERT INTO pupil_figures (school_id, pupil_id, figures) VALUES ($1, $2, $3) ON CONFLICT (school_id, pupil_id) DO UPDATE SET figures = excluded.figures";
    FIGURES = "SELECT pupil_id, figures FROM pupil_figures WHERE school_id = $1";
    FIGURES_OF = "SELECT figures FROM pupil_figures WHERE school_id = $1 AND pupil_id = $2";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    code: Option<String>,
    family: String,
    given: String,
    patronymic: Option<String>,
    class: String,
    class_key: String,
    born_on: Option<String>,
    language: Option<String>,
    left_on: Option<String>,
}

impl TryFrom<Row> for Pupil {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            code: row.code,
            family: row.family,
            given: row.given,
            patronymic: row.patronymic,
            class: row.class,
            class_key: row.class_key,
            born_on: optional_day(row.born_on.as_deref())?,
            language: row.language,
            left_on: optional_day(row.left_on.as_deref())?,
        })
    }
}

/// Adds a pupil, or writes over what stands under the same id; `Taken` where another pupil has the code.
pub async fn put(tx: &mut WriteTx, pupil: &Pupil) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(pupil.id.as_str())
            .bind(pupil.school.as_str())
            .bind(pupil.code.as_deref())
            .bind(&pupil.family)
            .bind(&pupil.given)
            .bind(pupil.patronymic.as_deref())
            .bind(&pupil.class)
            .bind(&pupil.class_key)
            .bind(pupil.born_on.map(|day| day.to_string()))
            .bind(pupil.language.as_deref())
            .bind(pupil.left_on.map(|day| day.to_string()))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Every pupil a school ever had, those who left included, by class.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Pupil>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// One pupil by their id.
pub async fn get(tx: &mut Tx, id: &PupilId) -> Result<Option<Pupil>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// True where somebody belongs to the school, without reading who.
pub async fn any(tx: &mut Tx, school: &SchoolId) -> Result<bool> {
    Ok(row!(tx, (String,), ANY, school.as_str()).is_some())
}

/// Keeps the figures of a pupil by their names. Only imports write and compare them; pages show them in groups alone.
pub async fn put_figures(tx: &mut WriteTx, school: &SchoolId, pupil: &str, figures: &Values) -> Result<()> {
    let figures = to_json(figures)?;
    on!(tx.0, c => {
        sqlx::query(PUT_FIGURES).bind(school.as_str()).bind(pupil).bind(figures).execute(c).await?;
    });
    Ok(())
}

/// Figures of one pupil; none where the list has none.
pub async fn figures_of(tx: &mut Tx, pupil: &Pupil) -> Result<Values> {
    let row = row!(tx, (String,), FIGURES_OF, pupil.school.as_str(), pupil.id.as_str());
    Ok(match row {
        Some((figures,)) => json(&figures)?,
        None => Values::new(),
    })
}

/// Figures of all pupils of a school, by pupil.
pub async fn figures(tx: &mut Tx, school: &SchoolId) -> Result<BTreeMap<String, Values>> {
    let rows = rows!(tx, (String, String), FIGURES, school.as_str());
    rows.into_iter().map(|(pupil, figures)| Ok((pupil, json(&figures)?))).collect()
}
