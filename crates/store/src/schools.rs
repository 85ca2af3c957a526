//! Districts and schools.

use crate::sql::{all, one, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::schools::{District, School};
use domain::{Day, DistrictId, SchoolId};

sql! {
    columns "id, district_id, name_kk, name_ru, short_kk, short_ru, bin, place_kk, place_ru, utc_offset_minutes, version";
    ADD_DISTRICT = "INSERT INTO districts (id, name_kk, name_ru) VALUES ($1, $2, $3)";
    DISTRICTS = "SELECT id, name_kk, name_ru FROM districts ORDER BY id";
    ADD = "INSERT INTO schools (id, district_id, name_kk, name_ru, short_kk, short_ru, bin, place_kk, place_ru, utc_offset_minutes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE_DISTRICT = "UPDATE districts SET name_kk = $2, name_ru = $3 WHERE id = $1";
    SAVE = "UPDATE schools SET district_id = $2, name_kk = $3, name_ru = $4, short_kk = $5, short_ru = $6, bin = $7, place_kk = $8, place_ru = $9, utc_offset_minutes = $10, version = version + 1 WHERE id = $1 AND version = $11";
    GET = "SELECT " ~ " FROM schools WHERE id = $1";
    EVERY = "SELECT " ~ " FROM schools ORDER BY id";
    COUNTS_OF_DISTRICT = "WITH running AS (SELECT programmes.id FROM programmes JOIN schools ON schools.id = programmes.school_id WHERE schools.district_id = $1 AND first_year = (SELECT MAX(latest.first_year) FROM programmes latest WHERE latest.school_id = programmes.school_id)) SELECT (SELECT COUNT(*) FROM schools WHERE district_id = $1) AS schools, (SELECT COUNT(*) FROM running) AS with_programme, (SELECT COUNT(*) FROM newcomers JOIN people ON people.id = newcomers.person_id WHERE programme_id IN (SELECT id FROM running) AND (people.left_on IS NULL OR people.left_on > $2)) AS newcomers, (SELECT COUNT(*) FROM mentors JOIN people ON people.id = mentors.person_id WHERE state = 'approved' AND programme_id IN (SELECT id FROM running) AND (people.left_on IS NULL OR people.left_on > $2)) AS mentors, (SELECT COUNT(*) FROM pairs WHERE state <> 'ended' AND origin IN ('asked', 'ranked') AND programme_id IN (SELECT id FROM running)) AS chosen, (SELECT COUNT(*) FROM pairs WHERE state <> 'ended' AND origin = 'appointed' AND programme_id IN (SELECT id FROM running)) AS appointed";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    district_id: String,
    name_kk: String,
    name_ru: String,
    short_kk: String,
    short_ru: String,
    bin: String,
    place_kk: String,
    place_ru: String,
    utc_offset_minutes: i64,
    version: i64,
}

impl TryFrom<Row> for School {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            district: row.district_id.into(),
            name_kk: row.name_kk,
            name_ru: row.name_ru,
            short_kk: row.short_kk,
            short_ru: row.short_ru,
            bin: row.bin,
            place_kk: row.place_kk,
            place_ru: row.place_ru,
            utc_offset_minutes: small(row.utc_offset_minutes)?,
            version: row.version,
        })
    }
}

/// Adds a district.
pub async fn add_district(tx: &mut WriteTx, district: &District) -> Result<()> {
    write_district(tx, ADD_DISTRICT, district).await
}

/// Gives a district other names.
pub async fn save_district(tx: &mut WriteTx, district: &District) -> Result<()> {
    write_district(tx, SAVE_DISTRICT, district).await
}

async fn write_district(tx: &mut WriteTx, statement: &'static str, district: &District) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(statement)
            .bind(district.id.as_str())
            .bind(&district.name_kk)
            .bind(&district.name_ru)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// All districts.
pub async fn districts(tx: &mut Tx) -> Result<Vec<District>> {
    let rows = rows!(tx, (String, String, String), DISTRICTS);
    let district = |(id, name_kk, name_ru): (String, String, String)| District {
        id: DistrictId::from(id),
        name_kk,
        name_ru,
    };
    Ok(rows.into_iter().map(district).collect())
}

/// Fills a statement with everything but the version.
macro_rules! filled {
    ($statement:expr, $school:expr) => {
        sqlx::query($statement)
            .bind($school.id.as_str())
            .bind($school.district.as_str())
            .bind(&$school.name_kk)
            .bind(&$school.name_ru)
            .bind(&$school.short_kk)
            .bind(&$school.short_ru)
            .bind(&$school.bin)
            .bind(&$school.place_kk)
            .bind(&$school.place_ru)
            .bind(i64::from($school.utc_offset_minutes))
    };
}

/// Adds a school.
pub async fn add(tx: &mut WriteTx, school: &School) -> Result<()> {
    on!(tx.0, c => { filled!(ADD, school).execute(c).await?; });
    Ok(())
}

/// Saves everything that papers say of a school; `Changed` where somebody else did since it was read.
pub async fn save(tx: &mut WriteTx, school: &School) -> Result<()> {
    save_one!(tx, filled!(SAVE, school).bind(school.version))
}

/// One school.
pub async fn get(tx: &mut Tx, id: &SchoolId) -> Result<Option<School>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// All schools of the installation.
pub async fn every(tx: &mut Tx) -> Result<Vec<School>> {
    all(rows!(tx, Row, EVERY))
}

/// Counts over the schools of a district and their latest programmes. Bare numbers: whoever shows them hides the
/// small ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DistrictCounts {
    /// Schools.
    pub schools: u32,
    /// Schools with a programme.
    pub with_programme: u32,
    /// Newcomers.
    pub newcomers: u32,
    /// Approved mentors.
    pub mentors: u32,
    /// Pairs that both chose and that have not ended.
    pub chosen: u32,
    /// Appointed pairs that have not ended.
    pub appointed: u32,
}

/// The counts of a district: of the people who work there on a day.
pub async fn counts_of_district(tx: &mut Tx, district: &DistrictId, on: Day) -> Result<DistrictCounts> {
    let row = on!(tx, c => sqlx::query_as::<_, (i64, i64, i64, i64, i64, i64)>(COUNTS_OF_DISTRICT).bind(district.as_str()).bind(on.to_string()).fetch_one(c).await?);
    let (schools, with_programme, newcomers, mentors, chosen, appointed) = row;
    Ok(DistrictCounts {
        schools: small(schools)?,
        with_programme: small(with_programme)?,
        newcomers: small(newcomers)?,
        mentors: small(mentors)?,
        chosen: small(chosen)?,
        appointed: small(appointed)?,
    })
}
