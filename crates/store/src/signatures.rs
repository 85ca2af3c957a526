//! Simple signatures of work plans and orders, and who has read which content before a batch. Those of reports are read by the
//! same `Row`.

use crate::sql::{all, day, instant, known, millis, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::signatures::{Paper, Reading, Signature};
use domain::{Instant, PersonId, SchoolId};
use std::collections::BTreeMap;

sql! {
    SIGN = "INSERT INTO paper_signatures (school_id, paper, paper_id, number, place, by_id, name, at, content, before, hash) SELECT $1, $2, $3, COALESCE(MAX(number), 0) + 1, CAST($4 AS BIGINT), $5, $6, CAST($7 AS BIGINT), $8, $9, $10 FROM paper_signatures WHERE school_id = $1 AND paper = $2 AND paper_id = $3";
    VOID = "UPDATE paper_signatures SET void_at = $5 WHERE school_id = $1 AND paper = $2 AND paper_id = $3 AND place >= $4 AND void_at IS NULL";
    OF_PAPER = "SELECT paper_id, place, by_id, name, at, content, before, hash, void_at FROM paper_signatures WHERE school_id = $1 AND paper = $2 AND paper_id = $3 ORDER BY number";
    OF_KIND = "SELECT paper_id, place, by_id, name, at, content, before, hash, void_at FROM paper_signatures WHERE school_id = $1 AND paper = $2 ORDER BY paper_id, number";
    READ = "INSERT INTO paper_readings (school_id, paper, paper_id, by_id, content, entry_number, entry_on, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (school_id, paper, paper_id, by_id) DO UPDATE SET content = excluded.content, entry_number = excluded.entry_number, entry_on = excluded.entry_on, at = excluded.at";
    UNREAD = "DELETE FROM paper_readings WHERE school_id = $1 AND paper = $2 AND paper_id = $3";
    READINGS = "SELECT paper, paper_id, content, entry_number, entry_on FROM paper_readings WHERE school_id = $1 AND by_id = $2";
}

/// A signature as it is stored, whatever paper it stands under.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    paper_id: String,
    place: i64,
    by_id: String,
    name: String,
    at: i64,
    content: String,
    before: String,
    hash: String,
    void_at: Option<i64>,
}

impl TryFrom<Row> for (String, Signature) {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let signature = Signature {
            place: small(row.place)?,
            by: row.by_id.into(),
            name: row.name,
            at: instant(row.at)?,
            content: row.content,
            before: row.before,
            hash: row.hash,
            void_at: row.void_at.map(instant).transpose()?,
        };
        Ok((row.paper_id, signature))
    }
}

/// The signatures of one paper.
pub(crate) fn of_one(rows: Vec<Row>) -> Result<Vec<Signature>> {
    let rows: Vec<(String, Signature)> = all(rows)?;
    Ok(rows.into_iter().map(|(_, signature)| signature).collect())
}

/// The signatures of many, paper by paper.
pub(crate) fn of_many<Id: From<String> + Ord>(rows: Vec<Row>) -> Result<BTreeMap<Id, Vec<Signature>>> {
    let rows: Vec<(String, Signature)> = all(rows)?;
    let mut signatures: BTreeMap<Id, Vec<Signature>> = BTreeMap::new();
    for (paper, signature) in rows {
        signatures.entry(paper.into()).or_default().push(signature);
    }
    Ok(signatures)
}

#[derive(sqlx::FromRow)]
struct ReadingRow {
    paper: String,
    paper_id: String,
    content: String,
    entry_number: Option<String>,
    entry_on: Option<String>,
}

impl TryFrom<ReadingRow> for Reading {
    type Error = StoreError;
    fn try_from(row: ReadingRow) -> Result<Self> {
        let entry = row.entry_number.zip(row.entry_on);
        Ok(Self {
            paper: known(Paper::from_words(&row.paper, row.paper_id), "kind of a paper")?,
            content: row.content,
            entry: entry.map(|(number, on)| Ok::<_, StoreError>((number, day(&on)?))).transpose()?,
        })
    }
}

/// Adds a signature; `Taken` where one of the same place holds.
pub async fn sign(tx: &mut WriteTx, school: &SchoolId, paper: &Paper, signature: &Signature) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(SIGN)
            .bind(school.as_str())
            .bind(paper.word())
            .bind(paper.id())
            .bind(i64::from(signature.place))
            .bind(signature.by.as_str())
            .bind(&signature.name)
            .bind(millis(signature.at))
            .bind(&signature.content)
            .bind(&signature.before)
            .bind(&signature.hash)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Makes the signatures from a place on void; gives how many held.
pub async fn void(tx: &mut WriteTx, school: &SchoolId, paper: &Paper, from: u8, now: Instant) -> Result<u64> {
    Ok(on!(tx.0, c => {
        sqlx::query(VOID)
            .bind(school.as_str())
            .bind(paper.word())
            .bind(paper.id())
            .bind(i64::from(from))
            .bind(millis(now))
            .execute(c)
            .await?
            .rows_affected()
    }))
}

/// All signatures of a paper in the order in which they were given; void ones included.
pub async fn of_paper(tx: &mut Tx, school: &SchoolId, paper: &Paper) -> Result<Vec<Signature>> {
    of_one(rows!(tx, Row, OF_PAPER, school.as_str(), paper.word(), paper.id()))
}

/// All signatures of the school's work plans.
pub async fn of_plans(tx: &mut Tx, school: &SchoolId) -> Result<BTreeMap<domain::PlanId, Vec<Signature>>> {
    of_many(rows!(tx, Row, OF_KIND, school.as_str(), "plan"))
}

/// Keeps that somebody has read a paper.
pub async fn read(
    tx: &mut WriteTx,
    school: &SchoolId,
    by: &PersonId,
    reading: &Reading,
    now: Instant,
) -> Result<()> {
    let (number, on) = reading.entry.clone().unzip();
    on!(tx.0, c => {
        sqlx::query(READ)
            .bind(school.as_str())
            .bind(reading.paper.word())
            .bind(reading.paper.id())
            .bind(by.as_str())
            .bind(&reading.content)
            .bind(number.as_deref())
            .bind(on.map(|on| on.to_string()))
            .bind(millis(now))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Nobody has read a paper any more, whatever it says.
pub async fn unread(tx: &mut WriteTx, school: &SchoolId, paper: &Paper) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(UNREAD).bind(school.as_str()).bind(paper.word()).bind(paper.id()).execute(c).await?;
    });
    Ok(())
}

/// What somebody has read, with the hash of the content at that time.
pub async fn readings(tx: &mut Tx, school: &SchoolId, by: &PersonId) -> Result<Vec<Reading>> {
    all(rows!(tx, ReadingRow, READINGS, school.as_str(), by.as_str()))
}
