//! The mentor course: who is in it and how far, cases with replies, sessions of training. Whoever reads of others asks
//! `Action::ManageCourses`; whoever reads cases, `Action::ReadCases`.

mod library;
mod trainings;

pub(crate) use library::ALL as LIBRARY;
pub use library::{
    card, cards, cards_elsewhere, cards_opened_to, forget_card, forget_reply, library, next_number, replies,
    replies_elsewhere, replies_opened_to, reply, show_to, take_off, tell,
};
pub(crate) use trainings::ALL as TRAININGS;
pub use trainings::{
    amend_training, announce, book, bookings, bookings_elsewhere, bookings_of_person, bookings_of_school,
    bookings_seen, mark, opened_to, save_training, training, trainings, trainings_elsewhere, unbook,
};

use crate::sql::{all, day, instant, json, millis, one, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::courses::{Application, Attempts, Candidate, Course, Declined};
use domain::{CourseId, Instant, PersonId, SchoolId};

sql! {
    columns "id, school_id, person_id, state, rules, theory, practice, begun_on, changed_at, version";
    ADD = "INSERT INTO courses (id, school_id, person_id, word, state, rules, theory, practice, begun_on, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE = "UPDATE courses SET word = $4, state = $5, theory = $6, practice = $7, changed_at = $8, version = version + 1 WHERE school_id = $1 AND id = $2 AND version = $3";
    GET = "SELECT " ~ " FROM courses WHERE school_id = $1 AND id = $2";
    OF_PERSON = "SELECT " ~ " FROM courses WHERE school_id = $1 AND person_id = $2 ORDER BY begun_on, changed_at, id";
    CANDIDATES = "SELECT " ~ " FROM courses WHERE school_id = $1 ORDER BY begun_on, changed_at, id";
    APPLY = "INSERT INTO course_applications (school_id, person_id, at) VALUES ($1, $2, $3)";
    WITHDRAW = "DELETE FROM course_applications WHERE school_id = $1 AND person_id = $2";
    APPLICATIONS = "SELECT school_id, person_id, at FROM course_applications WHERE school_id = $1 AND declined_at IS NULL ORDER BY at, person_id";
    DECLINE = "UPDATE course_applications SET declined_at = $3, words = $4 WHERE school_id = $1 AND person_id = $2 AND declined_at IS NULL";
    DECLINED = "SELECT school_id, person_id, declined_at, words FROM course_applications WHERE school_id = $1 AND person_id = $2 AND declined_at IS NOT NULL";
    DECLINED_OF_SCHOOL = "SELECT school_id, person_id, declined_at, words FROM course_applications WHERE school_id = $1 AND declined_at IS NOT NULL ORDER BY person_id";
    FORGET_DECLINED = "DELETE FROM course_applications WHERE school_id = $1 AND person_id = $2 AND declined_at IS NOT NULL";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    person_id: String,
    state: String,
    rules: String,
    theory: i64,
    practice: i64,
    begun_on: String,
    changed_at: i64,
    version: i64,
}

impl TryFrom<Row> for Course {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let candidate = Candidate {
            course: row.id.into(),
            person: row.person_id.into(),
            state: json(&row.state)?,
            attempts: Attempts { theory: small(row.theory)?, practice: small(row.practice)? },
            changed_at: instant(row.changed_at)?,
            version: row.version,
        };
        Ok(Self {
            school: row.school_id.into(),
            candidate,
            rules: json(&row.rules)?,
            begun_on: day(&row.begun_on)?,
        })
    }
}

/// Begins a course; `Taken` where the person is in one that runs.
pub async fn add(tx: &mut WriteTx, course: &Course) -> Result<()> {
    let (state, rules) = (to_json(&course.candidate.state)?, to_json(&course.rules)?);
    let candidate = &course.candidate;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(candidate.course.as_str())
            .bind(course.school.as_str())
            .bind(candidate.person.as_str())
            .bind(candidate.state.word())
            .bind(state)
            .bind(rules)
            .bind(i64::from(candidate.attempts.theory))
            .bind(i64::from(candidate.attempts.practice))
            .bind(course.begun_on.to_string())
            .bind(millis(candidate.changed_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves how far the candidate is; `Stale` where somebody saved in between. What the course asks stays as it was.
pub async fn save(tx: &mut WriteTx, course: &Course) -> Result<()> {
    let candidate = &course.candidate;
    let state = to_json(&candidate.state)?;
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(course.school.as_str())
            .bind(candidate.course.as_str())
            .bind(candidate.version)
            .bind(candidate.state.word())
            .bind(state)
            .bind(i64::from(candidate.attempts.theory))
            .bind(i64::from(candidate.attempts.practice))
            .bind(millis(candidate.changed_at))
    )
}

/// One course.
pub async fn get(tx: &mut Tx, school: &SchoolId, id: &CourseId) -> Result<Option<Course>> {
    one(row!(tx, Row, GET, school.as_str(), id.as_str()))
}

/// All courses somebody was in, the earliest first.
pub async fn of_person(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Vec<Course>> {
    all(rows!(tx, Row, OF_PERSON, school.as_str(), person.as_str()))
}

/// All courses of a school, in every state, the earliest first.
pub async fn candidates(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Course>> {
    all(rows!(tx, Row, CANDIDATES, school.as_str()))
}

#[derive(sqlx::FromRow)]
struct ApplicationRow {
    school_id: String,
    person_id: String,
    at: i64,
}

impl TryFrom<ApplicationRow> for Application {
    type Error = StoreError;
    fn try_from(row: ApplicationRow) -> Result<Self> {
        Ok(Self { school: row.school_id.into(), person: row.person_id.into(), at: instant(row.at)? })
    }
}

#[derive(sqlx::FromRow)]
struct DeclinedRow {
    school_id: String,
    person_id: String,
    declined_at: i64,
    words: String,
}

impl TryFrom<DeclinedRow> for Declined {
    type Error = StoreError;
    fn try_from(row: DeclinedRow) -> Result<Self> {
        Ok(Self {
            school: row.school_id.into(),
            person: row.person_id.into(),
            at: instant(row.declined_at)?,
            words: row.words,
        })
    }
}

/// Keeps that somebody asks for a place in the course; `Taken` where they wait already. What they were answered before is
/// forgotten.
pub async fn apply(tx: &mut WriteTx, school: &SchoolId, person: &PersonId, at: Instant) -> Result<()> {
    forget_declined(tx, school, person).await?;
    on!(tx.0, c => {
        sqlx::query(APPLY).bind(school.as_str()).bind(person.as_str()).bind(millis(at)).execute(c).await?;
    });
    Ok(())
}

/// Forgets that somebody waits: they take it back, or the coordinator has answered.
pub async fn withdraw(tx: &mut WriteTx, school: &SchoolId, person: &PersonId) -> Result<()> {
    save_one!(tx, sqlx::query(WITHDRAW).bind(school.as_str()).bind(person.as_str()))
}

/// Answers whoever waits that there is no place for them now; `Stale` where they do not wait.
pub async fn decline(tx: &mut WriteTx, declined: &Declined) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(DECLINE)
            .bind(declined.school.as_str())
            .bind(declined.person.as_str())
            .bind(millis(declined.at))
            .bind(&declined.words)
    )
}

/// What somebody was answered, until they ask again.
pub async fn declined(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Option<Declined>> {
    one(row!(tx, DeclinedRow, DECLINED, school.as_str(), person.as_str()))
}

/// All such answers of a school.
pub(crate) async fn all_declined(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Declined>> {
    all(rows!(tx, DeclinedRow, DECLINED_OF_SCHOOL, school.as_str()))
}

/// Forgets what somebody was answered, where they were.
pub async fn forget_declined(tx: &mut WriteTx, school: &SchoolId, person: &PersonId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET_DECLINED).bind(school.as_str()).bind(person.as_str()).execute(c).await?;
    });
    Ok(())
}

/// Who waits for the coordinator's word, the first first.
pub async fn applications(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Application>> {
    all(rows!(tx, ApplicationRow, APPLICATIONS, school.as_str()))
}
