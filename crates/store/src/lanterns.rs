//! Young specialists whom colleagues recognise, with their open hours, questions and notes.

use crate::sql::{all, day, known, one, small, time};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::difficulties::Topic;
use domain::lanterns::{Hour, Lantern, Note, Question, State};
use domain::{Day, LanternId, LanternNoteId, PersonId, SchoolId};

sql! {
    RECOGNISE = "INSERT INTO lantern_recognitions (school_id, person_id, topic, until, by_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (school_id, person_id, topic, until, by_id) DO NOTHING";
    COLLEAGUES = "SELECT by_id FROM lantern_recognitions WHERE school_id = $1 AND person_id = $2 AND topic = $3 AND until = $4 ORDER BY by_id";
    ADD = "INSERT INTO lanterns (id, school_id, person_id, topic, state, until) VALUES ($1, $2, $3, $4, $5, $6)";
    SAVE = "UPDATE lanterns SET state = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT id, school_id, person_id, topic, state, until, version FROM lanterns WHERE id = $1";
    OF_SCHOOL = "SELECT id, school_id, person_id, topic, state, until, version FROM lanterns WHERE school_id = $1 ORDER BY until DESC, topic, id";
    OPEN = "INSERT INTO lantern_hours (id, school_id, lantern_id, day, at_time, minutes, place, held) VALUES ($1, $2, $3, $4, $5, $6, $7, 0)";
    HOLD = "UPDATE lantern_hours SET held = 1 WHERE school_id = $1 AND id = $2";
    HOURS = "SELECT id, school_id, lantern_id, day, at_time, minutes, place, held FROM lantern_hours WHERE school_id = $1 AND lantern_id = $2 ORDER BY day, at_time, id";
    CALL_OFF = "DELETE FROM lantern_hours WHERE school_id = $1 AND id = $2 AND held = 0";
    ASKED = "SELECT id, school_id, lantern_id, asker_id, words, answer FROM lantern_questions WHERE school_id = $1 AND asker_id = $2 ORDER BY id";
    ASK = "INSERT INTO lantern_questions (id, school_id, lantern_id, asker_id, words) VALUES ($1, $2, $3, $4, $5)";
    REPLY = "UPDATE lantern_questions SET answer = $3 WHERE school_id = $1 AND id = $2";
    QUESTIONS = "SELECT id, school_id, lantern_id, asker_id, words, answer FROM lantern_questions WHERE school_id = $1 AND lantern_id = $2 ORDER BY id";
    NOTE = "INSERT INTO lantern_notes (id, school_id, lantern_id, title, words) VALUES ($1, $2, $3, $4, $5)";
    KEEP_NOTE = "UPDATE lantern_notes SET title = $3, words = $4 WHERE school_id = $1 AND id = $2";
    DROP_NOTE = "DELETE FROM lantern_notes WHERE school_id = $1 AND id = $2";
    ONE_NOTE = "SELECT id, school_id, lantern_id, title, words FROM lantern_notes WHERE id = $1";
    NOTES = "SELECT id, school_id, lantern_id, title, words FROM lantern_notes WHERE school_id = $1 ORDER BY id DESC";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    person_id: String,
    topic: String,
    state: String,
    until: String,
    version: i64,
}

impl TryFrom<Row> for Lantern {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            person: row.person_id.into(),
            topic: known(Topic::from_word(&row.topic), "topic of a lantern")?,
            state: known(State::from_word(&row.state), "state of a lantern")?,
            until: day(&row.until)?,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct HourRow {
    id: String,
    school_id: String,
    lantern_id: String,
    day: String,
    at_time: String,
    minutes: i64,
    place: String,
    held: i64,
}

impl TryFrom<HourRow> for Hour {
    type Error = StoreError;
    fn try_from(row: HourRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            lantern: row.lantern_id.into(),
            day: day(&row.day)?,
            at: time(&row.at_time)?,
            minutes: small(row.minutes)?,
            place: row.place,
            held: row.held != 0,
        })
    }
}

#[derive(sqlx::FromRow)]
struct QuestionRow {
    id: String,
    school_id: String,
    lantern_id: String,
    asker_id: String,
    words: String,
    answer: Option<String>,
}

impl TryFrom<QuestionRow> for Question {
    type Error = StoreError;
    fn try_from(row: QuestionRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            lantern: row.lantern_id.into(),
            asker: row.asker_id.into(),
            words: row.words,
            answer: row.answer,
        })
    }
}

#[derive(sqlx::FromRow)]
struct NoteRow {
    id: String,
    school_id: String,
    lantern_id: String,
    title: String,
    words: String,
}

impl TryFrom<NoteRow> for Note {
    type Error = StoreError;
    fn try_from(row: NoteRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            lantern: row.lantern_id.into(),
            title: row.title,
            words: row.words,
        })
    }
}

/// What somebody is recognised for: the school, whom, for what, and the end of the school year.
#[derive(Clone, Copy, Debug)]
pub struct For<'a> {
    /// The school.
    pub school: &'a SchoolId,
    /// Whom.
    pub person: &'a PersonId,
    /// For what.
    pub topic: Topic,
    /// The end of the school year.
    pub until: Day,
}

/// Recognises somebody; a second time is the first one.
pub async fn recognise(tx: &mut WriteTx, whom: For<'_>, by: &PersonId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(RECOGNISE)
            .bind(whom.school.as_str())
            .bind(whom.person.as_str())
            .bind(whom.topic.word())
            .bind(whom.until.to_string())
            .bind(by.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Who recognised somebody so far.
pub async fn colleagues(tx: &mut Tx, whom: For<'_>) -> Result<Vec<PersonId>> {
    let (school, person) = (whom.school.as_str(), whom.person.as_str());
    let until = whom.until.to_string();
    let rows = rows!(tx, (String,), COLLEAGUES, school, person, whom.topic.word(), until.as_str());
    Ok(rows.into_iter().map(|(by,)| by.into()).collect())
}

/// Adds a lantern that was just recognised.
pub async fn add(tx: &mut WriteTx, lantern: &Lantern) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(lantern.id.as_str())
            .bind(lantern.school.as_str())
            .bind(lantern.person.as_str())
            .bind(lantern.topic.word())
            .bind(lantern.state.word())
            .bind(lantern.until.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves how one stands; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, lantern: &Lantern) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE).bind(lantern.id.as_str()).bind(lantern.version).bind(lantern.state.word())
    )
}

/// One lantern.
pub async fn get(tx: &mut Tx, id: &LanternId) -> Result<Option<Lantern>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// Those of a school, the latest school year first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Lantern>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Announces an open hour.
pub async fn open(tx: &mut WriteTx, hour: &Hour) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(OPEN)
            .bind(hour.id.as_str())
            .bind(hour.school.as_str())
            .bind(hour.lantern.as_str())
            .bind(hour.day.to_string())
            .bind(hour.at.to_string())
            .bind(i64::from(hour.minutes))
            .bind(hour.place.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Says that an hour took place.
pub async fn hold(tx: &mut WriteTx, hour: &Hour) -> Result<()> {
    save_one!(tx, sqlx::query(HOLD).bind(hour.school.as_str()).bind(hour.id.as_str()))
}

/// An hour does not take place; `Stale` where it did, or is gone already.
pub async fn call_off(tx: &mut WriteTx, hour: &Hour) -> Result<()> {
    save_one!(tx, sqlx::query(CALL_OFF).bind(hour.school.as_str()).bind(hour.id.as_str()))
}

/// The hours of a lantern, in the order of time.
pub async fn hours(tx: &mut Tx, lantern: &Lantern) -> Result<Vec<Hour>> {
    all(rows!(tx, HourRow, HOURS, lantern.school.as_str(), lantern.id.as_str()))
}

/// Asks a question.
pub async fn ask(tx: &mut WriteTx, question: &Question) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ASK)
            .bind(question.id.as_str())
            .bind(question.school.as_str())
            .bind(question.lantern.as_str())
            .bind(question.asker.as_str())
            .bind(question.words.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Answers one, in the place of an earlier answer.
pub async fn reply(tx: &mut WriteTx, question: &Question, answer: &str) -> Result<()> {
    save_one!(tx, sqlx::query(REPLY).bind(question.school.as_str()).bind(question.id.as_str()).bind(answer))
}

/// The questions to a lantern, the earliest first. Each is for the two of it alone.
pub async fn questions(tx: &mut Tx, lantern: &Lantern) -> Result<Vec<Question>> {
    all(rows!(tx, QuestionRow, QUESTIONS, lantern.school.as_str(), lantern.id.as_str()))
}

/// The questions that somebody asked at a school, the earliest first.
pub async fn asked(tx: &mut Tx, school: &SchoolId, asker: &PersonId) -> Result<Vec<Question>> {
    all(rows!(tx, QuestionRow, ASKED, school.as_str(), asker.as_str()))
}

/// Writes a note.
pub async fn note(tx: &mut WriteTx, note: &Note) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(NOTE)
            .bind(note.id.as_str())
            .bind(note.school.as_str())
            .bind(note.lantern.as_str())
            .bind(note.title.as_str())
            .bind(note.words.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Says a note in other words; `Stale` where it is gone.
pub async fn keep_note(tx: &mut WriteTx, note: &Note) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(KEEP_NOTE)
            .bind(note.school.as_str())
            .bind(note.id.as_str())
            .bind(note.title.as_str())
            .bind(note.words.as_str())
    )
}

/// Takes a note away; `Stale` where it is gone.
pub async fn drop_note(tx: &mut WriteTx, note: &Note) -> Result<()> {
    save_one!(tx, sqlx::query(DROP_NOTE).bind(note.school.as_str()).bind(note.id.as_str()))
}

/// A note.
pub async fn one_note(tx: &mut Tx, id: &LanternNoteId) -> Result<Option<Note>> {
    one(row!(tx, NoteRow, ONE_NOTE, id.as_str()))
}

/// The notes of a school, the latest first.
pub async fn notes(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Note>> {
    all(rows!(tx, NoteRow, NOTES, school.as_str()))
}
