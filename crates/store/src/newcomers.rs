//! Newcomers of programmes.

use crate::people::{Named, NamedRow};
use crate::sql::{all, day, one, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::newcomers::Newcomer;
use domain::{NewcomerId, PersonId, ProgrammeId, SchoolId};

sql! {
    columns "id, school_id, programme_id, person_id, hired_on, version";
    ADD = "INSERT INTO newcomers (id, school_id, programme_id, person_id, hired_on) VALUES ($1, $2, $3, $4, $5)";
    GET = "SELECT " ~ " FROM newcomers WHERE id = $1";
    OF_PERSON = "SELECT " ~ " FROM newcomers WHERE programme_id = $1 AND person_id = $2";
    EVERY_OF_PERSON = "SELECT " ~ " FROM newcomers WHERE school_id = $1 AND person_id = $2 ORDER BY id";
    NAMED = "SELECT newcomers.id, person_id, family, given, patronymic, subject FROM newcomers JOIN people ON people.id = person_id WHERE newcomers.school_id = $1 AND programme_id = $2 ORDER BY newcomers.id";
    TRACES = "SELECT (SELECT COUNT(*) FROM pairs WHERE school_id = $1 AND newcomer_id = $2) + (SELECT COUNT(*) FROM requests WHERE school_id = $1 AND newcomer_id = $2) + (SELECT COUNT(*) FROM contacts WHERE school_id = $1 AND newcomer_id = $2) + (SELECT COUNT(*) FROM plans WHERE school_id = $1 AND newcomer_id = $2) + (SELECT COUNT(*) FROM difficulties WHERE school_id = $1 AND newcomer_id = $2) + (SELECT COUNT(*) FROM competency_evidence WHERE school_id = $1 AND newcomer_id = $2) + (SELECT COUNT(*) FROM competency_shares WHERE school_id = $1 AND newcomer_id = $2) + (SELECT COUNT(*) FROM milestones WHERE school_id = $1 AND newcomer_id = $2) + (SELECT COUNT(*) FROM observations WHERE school_id = $1 AND newcomer_id = $2) + (SELECT COUNT(*) FROM choices WHERE school_id = $1 AND programme_id = $3 AND (author_id = $4 OR list LIKE '%\"' || $2 || '\"%'))";
    REMOVE = "DELETE FROM newcomers WHERE school_id = $1 AND id = $2 AND version = $3";
    OF_PROGRAMME = "SELECT " ~ " FROM newcomers WHERE school_id = $1 AND programme_id = $2 ORDER BY hired_on, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    person_id: String,
    hired_on: String,
    version: i64,
}

impl TryFrom<Row> for Newcomer {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            person: row.person_id.into(),
            hired_on: day(&row.hired_on)?,
            version: row.version,
        })
    }
}

/// Enrols a newcomer; `Taken` where the person is enrolled already.
pub async fn add(tx: &mut WriteTx, newcomer: &Newcomer) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(newcomer.id.as_str())
            .bind(newcomer.school.as_str())
            .bind(newcomer.programme.as_str())
            .bind(newcomer.person.as_str())
            .bind(newcomer.hired_on.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// One newcomer.
pub async fn get(tx: &mut Tx, id: &NewcomerId) -> Result<Option<Newcomer>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// A person as newcomer of a programme.
pub async fn of_person(tx: &mut Tx, programme: &ProgrammeId, person: &PersonId) -> Result<Option<Newcomer>> {
    one(row!(tx, Row, OF_PERSON, programme.as_str(), person.as_str()))
}

/// All newcomers of a programme, the first hired first.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Newcomer>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// A person as newcomer of all programmes of a school.
pub async fn every_of_person(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Vec<Newcomer>> {
    all(rows!(tx, Row, EVERY_OF_PERSON, school.as_str(), person.as_str()))
}

/// Names and subjects of all newcomers of a programme.
pub async fn named(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
) -> Result<Vec<Named<NewcomerId>>> {
    let rows = rows!(tx, NamedRow, NAMED, school.as_str(), programme.as_str());
    Ok(rows.into_iter().map(Into::into).collect())
}

/// How much has come of an enrolment: pairs, requests, joint works and rankings, those that have ended too.
pub async fn traces(tx: &mut Tx, newcomer: &Newcomer) -> Result<usize> {
    let (count,) = on!(tx, c => sqlx::query_as::<_, (i64,)>(TRACES)
        .bind(newcomer.school.as_str())
        .bind(newcomer.id.as_str())
        .bind(newcomer.programme.as_str())
        .bind(newcomer.person.as_str())
        .fetch_one(c)
        .await?);
    small(count)
}

/// Takes an enrolment back, as if it had not been; only for one without traces. What was planned for the newcomer
/// goes with it: a plan is no trace.
pub async fn remove(tx: &mut WriteTx, newcomer: &Newcomer) -> Result<()> {
    crate::rotations::forget(tx, &newcomer.school, &newcomer.id).await?;
    save_one!(
        tx,
        sqlx::query(REMOVE).bind(newcomer.school.as_str()).bind(newcomer.id.as_str()).bind(newcomer.version)
    )
}
