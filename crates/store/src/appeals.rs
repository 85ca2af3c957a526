//! Appeals against results of the exam (feat:G7). Grounds and reasons are handed out under
//! `domain::permissions::Action::FileAppeal` to the candidate and `Action::DecideAppeal` to those who decide.

use crate::sql::{all, day, json, known, one, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::appeals::{About, Appeal, Ground};
use domain::{AppealId, ExamId, PersonId, SchoolId};

sql! {
    columns "id, school_id, person_id, attempt_id, hearing_id, filed_on, ground, words, state, version, home_id";
    ADD = "INSERT INTO appeals (id, school_id, person_id, attempt_id, hearing_id, filed_on, ground, words, word, state, home_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    SAVE = "UPDATE appeals SET word = $3, state = $4, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM appeals WHERE id = $1";
    OF_PERSON = "SELECT " ~ " FROM appeals WHERE home_id = $1 AND person_id = $2 ORDER BY filed_on, id";
    OF_SCHOOL = "SELECT " ~ " FROM appeals WHERE school_id = $1 ORDER BY filed_on, id";
    OF_SITTING = "SELECT " ~ " FROM appeals WHERE school_id = $1 AND attempt_id IN (SELECT id FROM attempts WHERE school_id = $1 AND sitting_id = $2) ORDER BY filed_on, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    person_id: String,
    attempt_id: Option<String>,
    hearing_id: Option<String>,
    filed_on: String,
    ground: String,
    words: String,
    state: String,
    version: i64,
    home_id: String,
}

impl TryFrom<Row> for Appeal {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let about = match (row.attempt_id, row.hearing_id) {
            (Some(attempt), None) => About::Theory(attempt.into()),
            (None, Some(hearing)) => About::Practice(hearing.into()),
            _ => return Err(StoreError::Unreadable("result of an appeal")),
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            person: row.person_id.into(),
            home: row.home_id.into(),
            about,
            filed_on: day(&row.filed_on)?,
            ground: known(Ground::from_word(&row.ground), "ground of an appeal")?,
            words: row.words,
            state: json(&row.state)?,
            version: row.version,
        })
    }
}

/// Adds one that was just filed; `Taken` where one stands against the same result.
pub async fn add(tx: &mut WriteTx, appeal: &Appeal) -> Result<()> {
    let state = to_json(&appeal.state)?;
    let (attempt, hearing) = match &appeal.about {
        About::Theory(attempt) => (Some(attempt.as_str()), None),
        About::Practice(hearing) => (None, Some(hearing.as_str())),
    };
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(appeal.id.as_str())
            .bind(appeal.school.as_str())
            .bind(appeal.person.as_str())
            .bind(attempt)
            .bind(hearing)
            .bind(appeal.filed_on.to_string())
            .bind(appeal.ground.word())
            .bind(&appeal.words)
            .bind(appeal.state.word())
            .bind(&state)
            .bind(appeal.home.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves how one stands; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, appeal: &Appeal) -> Result<()> {
    let state = to_json(&appeal.state)?;
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(appeal.id.as_str())
            .bind(appeal.version)
            .bind(appeal.state.word())
            .bind(&state)
    )
}

/// One of them.
pub async fn get(tx: &mut Tx, id: &AppealId) -> Result<Option<Appeal>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// All of a candidate of a school, wherever they are decided, the earliest first.
pub async fn of_person(tx: &mut Tx, home: &SchoolId, person: &PersonId) -> Result<Vec<Appeal>> {
    all(rows!(tx, Row, OF_PERSON, home.as_str(), person.as_str()))
}

/// All that a school decides, the earliest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Appeal>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// All against papers of a sitting, the earliest first.
pub async fn of_sitting(tx: &mut Tx, school: &SchoolId, sitting: &ExamId) -> Result<Vec<Appeal>> {
    all(rows!(tx, Row, OF_SITTING, school.as_str(), sitting.as_str()))
}
