//! Cases from practice and the replies to them.

use crate::sql::{all, instant, known, millis, one, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::courses::{Audience, Card, Cards, Words, Written};
use domain::questions::Topic;
use domain::{CaseId, Instant, ReplyId, SchoolId};

sql! {
    columns "id, school_id, course_id, number, by_id, topic, title, situation, did, asks, told_at, off_at, audience";
    TELL = "INSERT INTO course_cases (id, school_id, course_id, number, by_id, topic, title, situation, did, asks, told_at, audience) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    NEXT = "SELECT COALESCE(MAX(number), 0) + 1 FROM course_cases WHERE school_id = $1";
    FORGET = "DELETE FROM course_cases WHERE school_id = $1 AND id = $2";
    SHOW_TO = "UPDATE course_cases SET audience = $3 WHERE school_id = $1 AND id = $2 AND off_at IS NULL AND audience <> $3";
    TAKE_OFF = "UPDATE course_cases SET title = '', situation = '', did = '', asks = '', off_at = $3 WHERE school_id = $1 AND id = $2 AND off_at IS NULL";
    SILENCE = "UPDATE course_replies SET words = '' WHERE school_id = $1 AND case_id = $2";
    CARD = "SELECT " ~ " FROM course_cases WHERE school_id = $1 AND id = $2";
    CARDS = "SELECT " ~ " FROM course_cases WHERE school_id = $1 ORDER BY number";
    OPENED_TO = "SELECT " ~ " FROM course_cases WHERE audience <> 'school' AND off_at IS NULL AND school_id <> $1 AND school_id IN (SELECT id FROM schools WHERE district_id = (SELECT district_id FROM schools WHERE id = $1)) ORDER BY told_at, id";
    ELSEWHERE = "SELECT " ~ " FROM course_cases WHERE school_id <> $1 AND id IN (SELECT case_id FROM course_replies WHERE home_id = $1) ORDER BY told_at, id";
    REPLY = "INSERT INTO course_replies (id, school_id, case_id, home_id, course_id, by_id, words, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    FORGET_REPLY = "DELETE FROM course_replies WHERE school_id = $1 AND id = $2";
    REPLIES = "SELECT id, school_id, case_id, home_id, course_id, by_id, words, at FROM course_replies WHERE school_id = $1 ORDER BY at, id";
    REPLIES_ELSEWHERE = "SELECT id, school_id, case_id, home_id, course_id, by_id, words, at FROM course_replies WHERE home_id = $1 AND school_id <> $1 ORDER BY at, id";
    REPLIES_OPENED_TO = "SELECT id, school_id, case_id, home_id, course_id, by_id, words, at FROM course_replies WHERE school_id <> $1 AND case_id IN (SELECT id FROM course_cases WHERE audience <> 'school' AND off_at IS NULL AND school_id <> $1 AND school_id IN (SELECT id FROM schools WHERE district_id = (SELECT district_id FROM schools WHERE id = $1))) ORDER BY at, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    course_id: String,
    number: i64,
    by_id: String,
    topic: String,
    title: String,
    situation: String,
    did: String,
    asks: String,
    told_at: i64,
    off_at: Option<i64>,
    audience: String,
}

impl TryFrom<Row> for Card {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            course: row.course_id.into(),
            number: small(row.number)?,
            by: row.by_id.into(),
            topic: known(Topic::from_word(&row.topic), "topic of a case")?,
            words: Words { title: row.title, situation: row.situation, did: row.did, asks: row.asks },
            told_at: instant(row.told_at)?,
            off_at: row.off_at.map(instant).transpose()?,
            audience: known(Audience::from_word(&row.audience), "audience of a case")?,
        })
    }
}

#[derive(sqlx::FromRow)]
struct ReplyRow {
    id: String,
    school_id: String,
    case_id: String,
    home_id: String,
    course_id: String,
    by_id: String,
    words: String,
    at: i64,
}

impl TryFrom<ReplyRow> for Written {
    type Error = StoreError;
    fn try_from(row: ReplyRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            to: row.case_id.into(),
            home: row.home_id.into(),
            course: row.course_id.into(),
            by: row.by_id.into(),
            words: row.words,
            at: instant(row.at)?,
        })
    }
}

/// The number of the next case of a school.
pub async fn next_number(tx: &mut Tx, school: &SchoolId) -> Result<u32> {
    let row = row!(tx, (i64,), NEXT, school.as_str());
    small(row.map_or(1, |(number,)| number))
}

/// Keeps a new case; `Taken` where another one got its number.
pub async fn tell(tx: &mut WriteTx, card: &Card) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(TELL)
            .bind(card.id.as_str())
            .bind(card.school.as_str())
            .bind(card.course.as_str())
            .bind(i64::from(card.number))
            .bind(card.by.as_str())
            .bind(card.topic.word())
            .bind(card.words.title.as_str())
            .bind(card.words.situation.as_str())
            .bind(card.words.did.as_str())
            .bind(card.words.asks.as_str())
            .bind(millis(card.told_at))
            .bind(card.audience.word())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Forgets a case that nobody has replied to.
pub async fn forget_card(tx: &mut WriteTx, school: &SchoolId, id: &CaseId) -> Result<()> {
    save_one!(tx, sqlx::query(FORGET).bind(school.as_str()).bind(id.as_str()))
}

/// Takes the words of a case and of all replies to it away for good; numbers stay, so that work that counted counts.
pub async fn take_off(tx: &mut WriteTx, school: &SchoolId, id: &CaseId, at: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(SILENCE).bind(school.as_str()).bind(id.as_str()).execute(c).await?;
    });
    save_one!(tx, sqlx::query(TAKE_OFF).bind(school.as_str()).bind(id.as_str()).bind(millis(at)))
}

/// Keeps who reads a case that stands; `Stale` where they do already.
pub async fn show_to(tx: &mut WriteTx, school: &SchoolId, id: &CaseId, audience: Audience) -> Result<()> {
    save_one!(tx, sqlx::query(SHOW_TO).bind(school.as_str()).bind(id.as_str()).bind(audience.word()))
}

/// One case.
pub async fn card(tx: &mut Tx, school: &SchoolId, id: &CaseId) -> Result<Option<Card>> {
    one(row!(tx, Row, CARD, school.as_str(), id.as_str()))
}

/// All cases of a school by number, those that were taken off too.
pub async fn cards(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Card>> {
    all(rows!(tx, Row, CARDS, school.as_str()))
}

/// Cases that stand and that authors of the other schools of the school's district have opened to it, the earliest first.
pub async fn cards_opened_to(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Card>> {
    all(rows!(tx, Row, OPENED_TO, school.as_str()))
}

/// Cases of other schools to which people of this one have replied, whoever reads them now.
pub async fn cards_elsewhere(tx: &mut Tx, home: &SchoolId) -> Result<Vec<Card>> {
    all(rows!(tx, Row, ELSEWHERE, home.as_str()))
}

/// Keeps a reply.
pub async fn reply(tx: &mut WriteTx, reply: &Written) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REPLY)
            .bind(reply.id.as_str())
            .bind(reply.school.as_str())
            .bind(reply.to.as_str())
            .bind(reply.home.as_str())
            .bind(reply.course.as_str())
            .bind(reply.by.as_str())
            .bind(reply.words.as_str())
            .bind(millis(reply.at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Forgets a reply.
pub async fn forget_reply(tx: &mut WriteTx, school: &SchoolId, id: &ReplyId) -> Result<()> {
    save_one!(tx, sqlx::query(FORGET_REPLY).bind(school.as_str()).bind(id.as_str()))
}

/// All replies to cases of a school, those of people of other schools among them, the oldest first.
pub async fn replies(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Written>> {
    all(rows!(tx, ReplyRow, REPLIES, school.as_str()))
}

/// What people of a school have replied to cases of other schools, the oldest first.
pub async fn replies_elsewhere(tx: &mut Tx, home: &SchoolId) -> Result<Vec<Written>> {
    all(rows!(tx, ReplyRow, REPLIES_ELSEWHERE, home.as_str()))
}

/// Replies to the cases of [`cards_opened_to`], the oldest first.
pub async fn replies_opened_to(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Written>> {
    all(rows!(tx, ReplyRow, REPLIES_OPENED_TO, school.as_str()))
}

/// Cases of a school and the replies to them.
pub async fn library(tx: &mut Tx, school: &SchoolId) -> Result<Cards> {
    Ok(Cards { cards: cards(tx, school).await?, replies: replies(tx, school).await? })
}
