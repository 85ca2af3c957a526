//! Requests, the words exchanged over them, and, kept apart, reasons of declines.

use crate::sql::{all, day, instant, json, known, millis, one, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::mentors::Waited;
use domain::requests::{Closed, Follow, Request, Rhythm, State, Wish};
use domain::sides::Side;
use domain::{Day, Instant, MentorId, NewcomerId, ProgrammeId, RequestId, SchoolId};

sql! {
    columns "id, school_id, programme_id, newcomer_id, mentor_id, asked_by, text, goals, rhythm, sent_at, answer_until, state, state_at, closed_why, version";
    ADD = "INSERT INTO requests (id, school_id, programme_id, newcomer_id, mentor_id, asked_by, text, goals, rhythm, sent_at, answer_until, state, state_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    SAVE = "UPDATE requests SET text = $3, goals = $4, rhythm = $5, state = $6, state_at = $7, closed_why = $8, answered_at = COALESCE(answered_at, $9), version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM requests WHERE id = $1";
    OF_MENTOR = "SELECT " ~ " FROM requests WHERE school_id = $1 AND mentor_id = $2 ORDER BY sent_at, id";
    OF_NEWCOMER = "SELECT " ~ " FROM requests WHERE school_id = $1 AND newcomer_id = $2 ORDER BY sent_at, id";
    OF_PROGRAMME = "SELECT " ~ " FROM requests WHERE school_id = $1 AND programme_id = $2 ORDER BY sent_at, id";
    WAITED = "SELECT mentor_id, sent_at, answered_at, CASE WHEN state IN ('withdrawn', 'expired', 'closed') THEN state_at END FROM requests WHERE school_id = $1 AND programme_id = $2 AND asked_by = 'newcomer' ORDER BY sent_at, id";
    OVERDUE = "SELECT id FROM requests WHERE school_id = $1 AND state IN ('sent', 'read', 'asked', 'meet_first') AND answer_until < $2 ORDER BY id";
    NOT_REMINDED = "SELECT " ~ " FROM requests WHERE school_id = $1 AND state IN ('sent', 'read', 'asked', 'meet_first') AND reminded_at IS NULL ORDER BY sent_at, id";
    REMINDED = "UPDATE requests SET reminded_at = $2 WHERE id = $1 AND reminded_at IS NULL";
    ADD_WORDS = "INSERT INTO request_words (school_id, request_id, number, author, text, at) SELECT $1, $2, COUNT(*) + 1, $3, $4, $5 FROM request_words WHERE school_id = $1 AND request_id = $2";
    WORDS = "SELECT author, text, at FROM request_words WHERE school_id = $1 AND request_id = $2 ORDER BY number";
    NO_FOLLOW = "DELETE FROM request_follows WHERE school_id = $1 AND request_id = $2";
    ADD_FOLLOW = "INSERT INTO request_follows (school_id, request_id, mentor_id, text) VALUES ($1, $2, $3, $4)";
    FOLLOW = "SELECT mentor_id, text FROM request_follows WHERE school_id = $1 AND request_id = $2";
    ADD_REASON = "INSERT INTO request_reasons (school_id, request_id, reason, for_coordinator) VALUES ($1, $2, $3, $4)";
    REASON = "SELECT reason, for_coordinator FROM request_reasons WHERE school_id = $1 AND request_id = $2";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    newcomer_id: String,
    mentor_id: String,
    asked_by: String,
    text: String,
    goals: String,
    rhythm: String,
    sent_at: i64,
    answer_until: String,
    state: String,
    state_at: i64,
    closed_why: Option<String>,
    version: i64,
}

impl TryFrom<Row> for Request {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let state = state(&row)?;
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            newcomer: row.newcomer_id.into(),
            mentor: row.mentor_id.into(),
            asked_by: known(Side::from_word(&row.asked_by), "side")?,
            wish: Wish {
                text: row.text,
                goals: json(&row.goals)?,
                rhythm: known(Rhythm::from_word(&row.rhythm), "rhythm")?,
            },
            sent_at: instant(row.sent_at)?,
            answer_until: day(&row.answer_until)?,
            state,
            version: row.version,
        })
    }
}

fn state(row: &Row) -> Result<State> {
    let at = instant(row.state_at)?;
    let why = || known(row.closed_why.as_deref().and_then(Closed::from_word), "reason of closing");
    Ok(match row.state.as_str() {
        "sent" => State::Sent,
        "read" => State::Read { at },
        "asked" => State::Asked { at },
        "meet_first" => State::MeetFirst { at },
        "accepted" => State::Accepted { at },
        "declined" => State::Declined { at },
        "withdrawn" => State::Withdrawn { at },
        "expired" => State::Expired { at },
        "closed" => State::Closed { at, why: why()? },
        _ => return Err(StoreError::Unreadable("request state")),
    })
}

/// Since when the state holds, and why it closed.
fn columns(request: &Request) -> (Instant, Option<&'static str>) {
    match request.state {
        State::Sent => (request.sent_at, None),
        State::Read { at }
        | State::Asked { at }
        | State::MeetFirst { at }
        | State::Accepted { at }
        | State::Declined { at }
        | State::Withdrawn { at }
        | State::Expired { at } => (at, None),
        State::Closed { at, why } => (at, Some(why.word())),
    }
}

/// Adds a request; `Taken` where an open one between the two exists, whoever of them asked.
pub async fn add(tx: &mut WriteTx, request: &Request) -> Result<()> {
    let goals = to_json(&request.wish.goals)?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(request.id.as_str())
            .bind(request.school.as_str())
            .bind(request.programme.as_str())
            .bind(request.newcomer.as_str())
            .bind(request.mentor.as_str())
            .bind(request.asked_by.word())
            .bind(&request.wish.text)
            .bind(goals)
            .bind(request.wish.rhythm.word())
            .bind(millis(request.sent_at))
            .bind(request.answer_until.to_string())
            .bind(request.state.word())
            .bind(millis(columns(request).0))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves wish and state; `Stale` where somebody saved in between.
pub async fn save(tx: &mut WriteTx, request: &Request) -> Result<()> {
    let goals = to_json(&request.wish.goals)?;
    let (at, why) = columns(request);
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(request.id.as_str())
            .bind(request.version)
            .bind(&request.wish.text)
            .bind(goals)
            .bind(request.wish.rhythm.word())
            .bind(request.state.word())
            .bind(millis(at))
            .bind(why)
            .bind(answered(request).map(millis))
    )
}

/// When one of the four answers was given, where the request stands at one. The first one is kept.
const fn answered(request: &Request) -> Option<Instant> {
    match request.state {
        State::Asked { at } | State::MeetFirst { at } | State::Accepted { at } | State::Declined { at } => {
            Some(at)
        }
        State::Sent
        | State::Read { .. }
        | State::Withdrawn { .. }
        | State::Expired { .. }
        | State::Closed { .. } => None,
    }
}

/// How long newcomers have waited for each mentor's first answer, without a word of the requests.
pub async fn waited(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
) -> Result<Vec<(MentorId, Waited)>> {
    type Row = (String, i64, Option<i64>, Option<i64>);
    let rows = rows!(tx, Row, WAITED, school.as_str(), programme.as_str());
    let waited = |(mentor, sent, answered, ended): Row| {
        let optional = |at: Option<i64>| at.map(instant).transpose();
        let waited =
            Waited { sent_at: instant(sent)?, answered_at: optional(answered)?, ended_at: optional(ended)? };
        Ok((mentor.into(), waited))
    };
    rows.into_iter().map(waited).collect()
}

/// One request.
pub async fn get(tx: &mut Tx, id: &RequestId) -> Result<Option<Request>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// What came to a mentor and what the mentor sent, oldest first.
pub async fn of_mentor(tx: &mut Tx, school: &SchoolId, mentor: &MentorId) -> Result<Vec<Request>> {
    all(rows!(tx, Row, OF_MENTOR, school.as_str(), mentor.as_str()))
}

/// What a newcomer sent and what came to them, oldest first.
pub async fn of_newcomer(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Vec<Request>> {
    all(rows!(tx, Row, OF_NEWCOMER, school.as_str(), newcomer.as_str()))
}

/// All requests of a programme, oldest first.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Request>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// Open requests of a school whose last day for an answer is before a day.
pub async fn overdue(tx: &mut Tx, school: &SchoolId, today: Day) -> Result<Vec<RequestId>> {
    let rows = rows!(tx, (String,), OVERDUE, school.as_str(), today.to_string());
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// Open requests of a school at whose half-time nobody has looked yet, oldest first.
pub async fn not_reminded(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Request>> {
    all(rows!(tx, Row, NOT_REMINDED, school.as_str()))
}

/// Half-time of a request has come; it comes once: false where it was noted already.
pub async fn note_half_time(tx: &mut WriteTx, id: &RequestId, now: Instant) -> Result<bool> {
    let rows = on!(tx.0, c => sqlx::query(REMINDED).bind(id.as_str()).bind(millis(now)).execute(c).await?.rows_affected());
    Ok(rows == 1)
}

/// A question or an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Who spoke.
    pub author: Side,
    /// What was said.
    pub text: String,
    /// When.
    pub at: Instant,
}

/// Adds a question or an answer after those that stand.
pub async fn add_words(tx: &mut WriteTx, request: &Request, words: &Words) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_WORDS)
            .bind(request.school.as_str())
            .bind(request.id.as_str())
            .bind(words.author.word())
            .bind(&words.text)
            .bind(millis(words.at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Questions and answers in order.
pub async fn words(tx: &mut Tx, request: &Request) -> Result<Vec<Words>> {
    let rows = rows!(tx, (String, String, i64), WORDS, request.school.as_str(), request.id.as_str());
    let words = |(author, text, at): (String, String, i64)| {
        Ok(Words { author: known(Side::from_word(&author), "side")?, text, at: instant(at)? })
    };
    rows.into_iter().map(words).collect()
}

/// Keeps to whom a request goes on where it comes to nothing, and the words for them; nobody where there is none.
pub async fn keep_follow(tx: &mut WriteTx, request: &Request, next: Option<&Follow>) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(NO_FOLLOW).bind(request.school.as_str()).bind(request.id.as_str()).execute(c).await?;
    });
    let Some(next) = next else { return Ok(()) };
    on!(tx.0, c => {
        sqlx::query(ADD_FOLLOW)
            .bind(request.school.as_str())
            .bind(request.id.as_str())
            .bind(next.mentor.as_str())
            .bind(&next.text)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// To whom a request goes on where it comes to nothing, with the words for them; the newcomer's own. The words are empty where
/// the next one was named before words could be written.
pub async fn follow(tx: &mut Tx, request: &Request) -> Result<Option<Follow>> {
    let row = row!(tx, (String, String), FOLLOW, request.school.as_str(), request.id.as_str());
    Ok(row.map(|(mentor, text)| Follow { mentor: mentor.into(), text }))
}

/// The own note of the one asked on a decline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The words.
    pub text: String,
    /// Its author ticked that the coordinator may read it (feat:C12).
    pub for_coordinator: bool,
}

/// Keeps a reason apart from the request.
pub async fn add_reason(tx: &mut WriteTx, request: &Request, reason: &Reason) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_REASON)
            .bind(request.school.as_str())
            .bind(request.id.as_str())
            .bind(&reason.text)
            .bind(i64::from(reason.for_coordinator))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The reason of a decline; whoever asks must be its author, or the coordinator where it is meant for them.
pub async fn reason(tx: &mut Tx, request: &Request) -> Result<Option<Reason>> {
    let row = row!(tx, (String, i64), REASON, request.school.as_str(), request.id.as_str());
    Ok(row.map(|(text, ticked)| Reason { text, for_coordinator: ticked != 0 }))
}
