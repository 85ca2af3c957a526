//! Certificates of mentors. Whoever hands one out asks `Action::JoinCourse` about its holder; whoever checks one by its
//! code hands out its validity and no person.

use crate::sql::{all, instant, millis, one, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::certificates::Certificate;
use domain::{CourseId, SchoolId};

sql! {
    columns "school_id, course_id, person_id, number, code, minutes, on_card, made_at, version";
    ADD = "INSERT INTO certificates (school_id, course_id, person_id, number, code, minutes, on_card, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    SAVE = "UPDATE certificates SET on_card = $4, version = version + 1 WHERE school_id = $1 AND course_id = $2 AND version = $3";
    LAST_NUMBER = "SELECT COALESCE(MAX(number), 0) FROM certificates WHERE school_id = $1";
    BY_CODE = "SELECT " ~ " FROM certificates WHERE code = $1";
    OF_COURSE = "SELECT " ~ " FROM certificates WHERE school_id = $1 AND course_id = $2";
    BY_NUMBER = "SELECT " ~ " FROM certificates WHERE school_id = $1 AND number = $2";
    OF_SCHOOL = "SELECT " ~ " FROM certificates WHERE school_id = $1 ORDER BY number";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    course_id: String,
    person_id: String,
    number: i64,
    code: String,
    minutes: i64,
    on_card: i64,
    made_at: i64,
    version: i64,
}

impl TryFrom<Row> for Certificate {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            school: row.school_id.into(),
            course: row.course_id.into(),
            person: row.person_id.into(),
            number: small(row.number)?,
            code: row.code,
            minutes: small(row.minutes)?,
            on_card: row.on_card == 1,
            made_at: instant(row.made_at)?,
            version: row.version,
        })
    }
}

/// Adds one; `Taken` where its course has one, or somebody took the number.
pub async fn add(tx: &mut WriteTx, certificate: &Certificate) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(certificate.school.as_str())
            .bind(certificate.course.as_str())
            .bind(certificate.person.as_str())
            .bind(i64::from(certificate.number))
            .bind(&certificate.code)
            .bind(i64::from(certificate.minutes))
            .bind(i64::from(certificate.on_card))
            .bind(millis(certificate.made_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves whether the mentor's card says it; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, certificate: &Certificate) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(certificate.school.as_str())
            .bind(certificate.course.as_str())
            .bind(certificate.version)
            .bind(i64::from(certificate.on_card))
    )
}

/// The last number given in a school; 0 where there is none.
pub async fn last_number(tx: &mut Tx, school: &SchoolId) -> Result<u32> {
    let row = row!(tx, (i64,), LAST_NUMBER, school.as_str());
    small(row.map_or(0, |(number,)| number))
}

/// The one under a code.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Certificate>> {
    one(row!(tx, Row, BY_CODE, code))
}

/// The one of a number in a school.
pub async fn by_number(tx: &mut Tx, school: &SchoolId, number: u32) -> Result<Option<Certificate>> {
    one(row!(tx, Row, BY_NUMBER, school.as_str(), i64::from(number)))
}

/// The one of a course.
pub async fn of_course(tx: &mut Tx, school: &SchoolId, course: &CourseId) -> Result<Option<Certificate>> {
    one(row!(tx, Row, OF_COURSE, school.as_str(), course.as_str()))
}

/// All of a school, in the order of their numbers.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Certificate>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}
