//! Messages to many (feat:N2): templates, what was sent, and what became of it for each person.

use crate::sql::{all, day, instant, json, known, millis, one, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::meetings::Unmet;
use domain::messages::{Audience, Broadcast, Delivery, Message, Outcome, Target};
use domain::{BroadcastId, Instant, MessageId, PersonId, SchoolId};
use std::collections::BTreeSet;

sql! {
    ADD = "INSERT INTO messages (id, school_id, name, texts, used) VALUES ($1, $2, $3, $4, 1)";
    SAVE = "UPDATE messages SET texts = $3, used = $4, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT id, school_id, name, texts, used, version FROM messages WHERE id = $1";
    OF_SCHOOL = "SELECT id, school_id, name, texts, used, version FROM messages WHERE school_id = $1 ORDER BY name, id";
    SEND = "INSERT INTO broadcasts (id, school_id, message_id, edition, name, texts, audience, first_year, by_id, at, sent_on, subject, only_id, unmet_weeks) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    BROADCAST = "SELECT id, school_id, message_id, edition, name, texts, audience, first_year, by_id, at, sent_on, subject, only_id, unmet_weeks FROM broadcasts WHERE id = $1";
    BROADCASTS = "SELECT id, school_id, message_id, edition, name, texts, audience, first_year, by_id, at, sent_on, subject, only_id, unmet_weeks FROM broadcasts WHERE school_id = $1 ORDER BY at DESC, id DESC";
    TO_PERSON = "SELECT b.id, b.school_id, b.message_id, b.edition, b.name, b.texts, b.audience, b.first_year, b.by_id, b.at, b.sent_on, b.subject, b.only_id, b.unmet_weeks FROM broadcasts b JOIN broadcast_deliveries d ON d.school_id = b.school_id AND d.broadcast_id = b.id WHERE d.school_id = $1 AND d.person_id = $2 AND (b.at < $3 OR (b.at = $3 AND b.id < $4)) ORDER BY b.at DESC, b.id DESC LIMIT $5";
    DELIVER = "INSERT INTO broadcast_deliveries (school_id, broadcast_id, person_id, message_id, edition, outcome, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    DELIVERIES = "SELECT person_id, outcome, at FROM broadcast_deliveries WHERE school_id = $1 AND broadcast_id = $2 ORDER BY person_id";
    REACHED = "SELECT person_id FROM broadcast_deliveries WHERE school_id = $1 AND message_id = $2 AND edition = $3";
    NOTE = "UPDATE broadcast_deliveries SET outcome = $3, at = $4 WHERE broadcast_id = $1 AND person_id = $2 AND outcome = 'waiting'";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    name: String,
    texts: String,
    used: i64,
    version: i64,
}

impl TryFrom<Row> for Message {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            name: row.name,
            texts: json(&row.texts)?,
            used: row.used != 0,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct SentRow {
    id: String,
    school_id: String,
    message_id: String,
    edition: i64,
    name: String,
    texts: String,
    audience: String,
    first_year: i64,
    by_id: String,
    at: i64,
    sent_on: String,
    subject: Option<String>,
    only_id: Option<String>,
    unmet_weeks: Option<i64>,
}

/// For how many weeks the pairs of those who are meant have not met.
fn unmet(weeks: i64) -> Result<Unmet> {
    known(Unmet::from_weeks(small(weeks)?), "weeks without a meeting")
}

impl TryFrom<SentRow> for Broadcast {
    type Error = StoreError;
    fn try_from(row: SentRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            message: row.message_id.into(),
            edition: row.edition,
            name: row.name,
            texts: json(&row.texts)?,
            to: Target {
                audience: known(Audience::from_word(&row.audience), "audience of a message")?,
                subject: row.subject,
                person: row.only_id.map(Into::into),
                unmet: row.unmet_weeks.map(unmet).transpose()?,
            },
            first_year: i16::try_from(row.first_year).map_err(|_| StoreError::Unreadable("year"))?,
            by: row.by_id.into(),
            at: instant(row.at)?,
            on: day(&row.sent_on)?,
        })
    }
}

#[derive(sqlx::FromRow)]
struct DeliveryRow {
    person_id: String,
    outcome: String,
    at: Option<i64>,
}

impl TryFrom<DeliveryRow> for Delivery {
    type Error = StoreError;
    fn try_from(row: DeliveryRow) -> Result<Self> {
        Ok(Self {
            person: row.person_id.into(),
            outcome: known(Outcome::from_word(&row.outcome), "outcome of a message")?,
            at: row.at.map(instant).transpose()?,
        })
    }
}

/// Adds a template.
pub async fn add(tx: &mut WriteTx, message: &Message) -> Result<()> {
    let texts = to_json(&message.texts)?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(message.id.as_str())
            .bind(message.school.as_str())
            .bind(message.name.as_str())
            .bind(texts)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves what a template says and whether it is in use; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, message: &Message) -> Result<()> {
    let texts = to_json(&message.texts)?;
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(message.id.as_str())
            .bind(message.version)
            .bind(texts)
            .bind(i64::from(message.used))
    )
}

/// One template.
pub async fn get(tx: &mut Tx, id: &MessageId) -> Result<Option<Message>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// The templates of a school by name, those that were taken off the list too.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Message>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Keeps that a template is sent.
pub async fn send(tx: &mut WriteTx, broadcast: &Broadcast) -> Result<()> {
    let texts = to_json(&broadcast.texts)?;
    on!(tx.0, c => {
        sqlx::query(SEND)
            .bind(broadcast.id.as_str())
            .bind(broadcast.school.as_str())
            .bind(broadcast.message.as_str())
            .bind(broadcast.edition)
            .bind(broadcast.name.as_str())
            .bind(texts)
            .bind(broadcast.to.audience.word())
            .bind(i64::from(broadcast.first_year))
            .bind(broadcast.by.as_str())
            .bind(millis(broadcast.at))
            .bind(broadcast.on.to_string())
            .bind(broadcast.to.subject.as_deref())
            .bind(broadcast.to.person.as_ref().map(PersonId::as_str))
            .bind(broadcast.to.unmet.map(|unmet| i64::from(unmet.weeks())))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// One that was sent.
pub async fn broadcast(tx: &mut Tx, id: &BroadcastId) -> Result<Option<Broadcast>> {
    one(row!(tx, SentRow, BROADCAST, id.as_str()))
}

/// Those of a school, the latest first.
pub async fn broadcasts(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Broadcast>> {
    all(rows!(tx, SentRow, BROADCASTS, school.as_str()))
}

/// Those that went to a person, the latest first: so many that were sent before an instant, or in it with a lesser id.
pub async fn to_person(
    tx: &mut Tx,
    school: &SchoolId,
    person: &PersonId,
    (at, id): (Instant, &str),
    most: i64,
) -> Result<Vec<Broadcast>> {
    let (school, person) = (school.as_str(), person.as_str());
    all(rows!(tx, SentRow, TO_PERSON, school, person, millis(at), id, most))
}

/// Keeps that one goes to a person.
pub async fn deliver(tx: &mut WriteTx, broadcast: &Broadcast, delivery: &Delivery) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(DELIVER)
            .bind(broadcast.school.as_str())
            .bind(broadcast.id.as_str())
            .bind(delivery.person.as_str())
            .bind(broadcast.message.as_str())
            .bind(broadcast.edition)
            .bind(delivery.outcome.word())
            .bind(delivery.at.map(millis))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What became of one for everybody to whom it went.
pub async fn deliveries(tx: &mut Tx, broadcast: &Broadcast) -> Result<Vec<Delivery>> {
    all(rows!(tx, DeliveryRow, DELIVERIES, broadcast.school.as_str(), broadcast.id.as_str()))
}

/// Who has got the present edition of a template.
pub async fn reached(tx: &mut Tx, message: &Message) -> Result<BTreeSet<PersonId>> {
    let (school, id) = (message.school.as_str(), message.id.as_str());
    let rows = rows!(tx, (String,), REACHED, school, id, message.version);
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// Notes what became of a letter that waited; what is noted already stays.
pub async fn note(
    tx: &mut WriteTx,
    broadcast: &BroadcastId,
    person: &PersonId,
    outcome: Outcome,
    at: Instant,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(NOTE)
            .bind(broadcast.as_str())
            .bind(person.as_str())
            .bind(outcome.word())
            .bind(millis(at))
            .execute(c)
            .await?;
    });
    Ok(())
}
