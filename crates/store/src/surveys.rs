//! Waves of the survey of both sides (doc:A14). Answers lie apart from names: under a ticket while a wave is open, under
//! a running number in an order that says nothing once it is closed. Whoever reads a group's answers asks
//! `Action::SeeSurveys`, whoever reads with whom to talk `Action::SeeTalk`.

use crate::sql::{all, day, instant, json, known, millis, one, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::secrets::Secret;
use domain::sides::Side;
use domain::surveys::{Again, Answers, Item, Mark, Motive, State, Survey, Wave};
use domain::{Day, PersonId, ProgrammeId, SchoolId, SurveyId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

sql! {
    columns "id, school_id, programme_id, wave, until_day, opened_at, opened_by, state, secret, closed_at, version";
    ADD = "INSERT INTO surveys (id, school_id, programme_id, wave, until_day, opened_at, opened_by, state, secret) VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8)";
    CLOSE = "UPDATE surveys SET state = 'closed', secret = NULL, closed_at = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM surveys WHERE id = $1";
    OF_PROGRAMME = "SELECT " ~ " FROM surveys WHERE school_id = $1 AND programme_id = $2 ORDER BY opened_at, id";
    PASSED = "SELECT " ~ " FROM surveys WHERE school_id = $1 AND state = 'open' AND until_day < $2 ORDER BY id";
    MARK = "INSERT INTO survey_marks (school_id, survey_id, person_id) VALUES ($1, $2, $3) ON CONFLICT (school_id, survey_id, person_id) DO NOTHING";
    MARKED = "SELECT person_id FROM survey_marks WHERE school_id = $1 AND survey_id = $2 ORDER BY person_id";
    FORGET_MARKS = "DELETE FROM survey_marks WHERE school_id = $1 AND survey_id = $2";
    ANSWER = "INSERT INTO survey_answers (school_id, survey_id, ticket, side, answers) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (school_id, survey_id, ticket) DO UPDATE SET side = excluded.side, answers = excluded.answers";
    FORGET_ANSWER = "DELETE FROM survey_answers WHERE school_id = $1 AND survey_id = $2 AND ticket = $3";
    ANSWERS = "SELECT ticket, side, answers FROM survey_answers WHERE school_id = $1 AND survey_id = $2 ORDER BY ticket";
    FORGET_ANSWERS = "DELETE FROM survey_answers WHERE school_id = $1 AND survey_id = $2";
    TALK = "INSERT INTO survey_talks (school_id, survey_id, person_id) VALUES ($1, $2, $3) ON CONFLICT (school_id, survey_id, person_id) DO NOTHING";
    TALKS = "SELECT person_id FROM survey_talks WHERE school_id = $1 AND survey_id = $2 ORDER BY person_id";
    FORGET_TALK = "DELETE FROM survey_talks WHERE school_id = $1 AND survey_id = $2 AND person_id = $3";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    wave: String,
    until_day: String,
    opened_at: i64,
    opened_by: String,
    state: String,
    secret: Option<String>,
    closed_at: Option<i64>,
    version: i64,
}

impl TryFrom<Row> for Survey {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let state = match (row.state.as_str(), row.secret, row.closed_at) {
            ("open", Some(secret), None) => State::Open(Secret::new(secret)),
            ("closed", None, Some(at)) => State::Closed { at: instant(at)? },
            _ => return Err(StoreError::Unreadable("state of a survey")),
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            wave: known(Wave::from_word(&row.wave), "wave of a survey")?,
            until: day(&row.until_day)?,
            opened_at: instant(row.opened_at)?,
            opened_by: row.opened_by.into(),
            state,
            version: row.version,
        })
    }
}

/// Adds a wave that was just opened; `Taken` where the programme has it.
pub async fn add(tx: &mut WriteTx, survey: &Survey, secret: &Secret) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(survey.id.as_str())
            .bind(survey.school.as_str())
            .bind(survey.programme.as_str())
            .bind(survey.wave.word())
            .bind(survey.until.to_string())
            .bind(millis(survey.opened_at))
            .bind(survey.opened_by.as_str())
            .bind(secret.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Closes a wave: its secret and its marks are forgotten, and its answers are written anew under running numbers, in the
/// order of their tickets, of which nobody can tell any more whose they were.
pub async fn close(tx: &mut WriteTx, survey: &Survey) -> Result<()> {
    let State::Closed { at } = survey.state else {
        return Err(StoreError::Unreadable("state of a survey"));
    };
    let saved: Result<()> =
        save_one!(tx, sqlx::query(CLOSE).bind(survey.id.as_str()).bind(survey.version).bind(millis(at)));
    saved?;
    let rows: Vec<(String, String, String)> =
        rows!(tx.0, (String, String, String), ANSWERS, survey.school.as_str(), survey.id.as_str());
    forget(tx, FORGET_MARKS, survey).await?;
    forget(tx, FORGET_ANSWERS, survey).await?;
    for (number, (_, side, answers)) in rows.iter().enumerate() {
        let ticket = format!("{:06}", number + 1);
        insert(tx, survey, &ticket, side, answers).await?;
    }
    Ok(())
}

async fn forget(tx: &mut WriteTx, statement: &'static str, survey: &Survey) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(statement).bind(survey.school.as_str()).bind(survey.id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// One of them.
pub async fn get(tx: &mut Tx, id: &SurveyId) -> Result<Option<Survey>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// All waves of a programme, in the order in which they were opened.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Survey>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// Waves of a school whose last day has passed and that still stand as open.
pub async fn passed(tx: &mut Tx, school: &SchoolId, today: Day) -> Result<Vec<Survey>> {
    all(rows!(tx, Row, PASSED, school.as_str(), today.to_string()))
}

async fn of_person(
    tx: &mut WriteTx,
    statement: &'static str,
    survey: &Survey,
    person: &PersonId,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(statement)
            .bind(survey.school.as_str())
            .bind(survey.id.as_str())
            .bind(person.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

async fn people(tx: &mut Tx, statement: &'static str, survey: &Survey) -> Result<Vec<PersonId>> {
    let rows = rows!(tx, (String,), statement, survey.school.as_str(), survey.id.as_str());
    Ok(rows.into_iter().map(|(person,)| person.into()).collect())
}

/// Notes that somebody has answered or skipped.
pub async fn mark(tx: &mut WriteTx, survey: &Survey, person: &PersonId) -> Result<()> {
    of_person(tx, MARK, survey, person).await
}

/// Who has answered or skipped an open wave.
pub async fn marked(tx: &mut Tx, survey: &Survey) -> Result<Vec<PersonId>> {
    people(tx, MARKED, survey).await
}

/// Notes that a talk with somebody would help.
pub async fn call(tx: &mut WriteTx, survey: &Survey, person: &PersonId) -> Result<()> {
    of_person(tx, TALK, survey, person).await
}

/// Takes that back, or the talk has taken place.
pub async fn uncall(tx: &mut WriteTx, survey: &Survey, person: &PersonId) -> Result<()> {
    of_person(tx, FORGET_TALK, survey, person).await
}

/// With whom a talk would help.
pub async fn talks(tx: &mut Tx, survey: &Survey) -> Result<Vec<PersonId>> {
    people(tx, TALKS, survey).await
}

/// Answers as they are stored.
#[derive(Serialize, Deserialize)]
struct Kept {
    marks: BTreeMap<String, u8>,
    again: Option<String>,
    motives: Vec<String>,
}

fn read(text: &str) -> Result<Answers> {
    let kept: Kept = json(text)?;
    let mark = |(item, mark): (String, u8)| -> Result<(Item, Mark)> {
        Ok((known(Item::from_word(&item), "line of a survey")?, known(Mark::new(mark), "mark of a survey")?))
    };
    let motive = |word: String| known(Motive::from_word(&word), "motive of a survey");
    let again = |word: String| known(Again::from_word(&word), "answer of a survey");
    Ok(Answers {
        marks: kept.marks.into_iter().map(mark).collect::<Result<_>>()?,
        again: kept.again.map(again).transpose()?,
        motives: kept.motives.into_iter().map(motive).collect::<Result<_>>()?,
    })
}

async fn insert(tx: &mut WriteTx, survey: &Survey, ticket: &str, side: &str, answers: &str) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ANSWER)
            .bind(survey.school.as_str())
            .bind(survey.id.as_str())
            .bind(ticket)
            .bind(side)
            .bind(answers)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Keeps answers under a ticket, in the place of earlier ones.
pub async fn answer(
    tx: &mut WriteTx,
    survey: &Survey,
    ticket: &str,
    side: Side,
    answers: &Answers,
) -> Result<()> {
    let kept = Kept {
        marks: answers.marks.iter().map(|(item, mark)| (item.word().to_owned(), mark.number())).collect(),
        again: answers.again.map(|again| again.word().to_owned()),
        motives: answers.motives.iter().map(|motive| motive.word().to_owned()).collect(),
    };
    insert(tx, survey, ticket, side.word(), &to_json(&kept)?).await
}

/// Forgets the answers under a ticket, if there are any.
pub async fn forget_answer(tx: &mut WriteTx, survey: &Survey, ticket: &str) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET_ANSWER)
            .bind(survey.school.as_str())
            .bind(survey.id.as_str())
            .bind(ticket)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// All answers by ticket.
pub async fn answers(tx: &mut Tx, survey: &Survey) -> Result<BTreeMap<String, (Side, Answers)>> {
    let rows: Vec<(String, String, String)> =
        rows!(tx, (String, String, String), ANSWERS, survey.school.as_str(), survey.id.as_str());
    let line = |(ticket, side, answers): (String, String, String)| {
        Ok((ticket, (known(Side::from_word(&side), "side of a survey")?, read(&answers)?)))
    };
    rows.into_iter().map(line).collect()
}
