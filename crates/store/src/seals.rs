//! Qualified signatures of reports, work plans and orders.

use crate::sql::{all, instant, millis};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::SchoolId;
use domain::reports::Report;
use domain::seals::Seal;
use domain::signatures::Paper;

sql! {
    ADD = "INSERT INTO report_seals (school_id, report_id, signature, by_id, subject, issuer, algorithm, signed_at, at, file) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ADD_TO_PAPER = "INSERT INTO paper_seals (school_id, paper, paper_id, signature, by_id, subject, issuer, algorithm, signed_at, at, file) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    OF_PAPER = "SELECT signature, by_id, subject, issuer, algorithm, signed_at, at, file FROM paper_seals WHERE school_id = $1 AND paper = $2 AND paper_id = $3 ORDER BY at, signature";
    OF_REPORT = "SELECT signature, by_id, subject, issuer, algorithm, signed_at, at, file FROM report_seals WHERE school_id = $1 AND report_id = $2 ORDER BY at, signature";
}

#[derive(sqlx::FromRow)]
struct Row {
    signature: String,
    by_id: String,
    subject: String,
    issuer: String,
    algorithm: String,
    signed_at: i64,
    at: i64,
    file: Vec<u8>,
}

impl TryFrom<Row> for Seal {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            signature: row.signature,
            by: row.by_id.into(),
            subject: row.subject,
            issuer: row.issuer,
            algorithm: row.algorithm,
            signed_at: instant(row.signed_at)?,
            at: instant(row.at)?,
            file: row.file,
        })
    }
}

/// Adds one; `Taken` where one stands beside the same simple signature.
pub async fn add(tx: &mut WriteTx, report: &Report, seal: &Seal) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(report.school.as_str())
            .bind(report.id.as_str())
            .bind(&seal.signature)
            .bind(seal.by.as_str())
            .bind(&seal.subject)
            .bind(&seal.issuer)
            .bind(&seal.algorithm)
            .bind(millis(seal.signed_at))
            .bind(millis(seal.at))
            .bind(&seal.file)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Adds one beside a signature of a work plan or an order; `Taken` where one stands beside the same simple signature.
pub async fn add_to_paper(tx: &mut WriteTx, school: &SchoolId, paper: &Paper, seal: &Seal) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_TO_PAPER)
            .bind(school.as_str())
            .bind(paper.word())
            .bind(paper.id())
            .bind(&seal.signature)
            .bind(seal.by.as_str())
            .bind(&seal.subject)
            .bind(&seal.issuer)
            .bind(&seal.algorithm)
            .bind(millis(seal.signed_at))
            .bind(millis(seal.at))
            .bind(&seal.file)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// All of a work plan or an order, those beside void signatures included.
pub async fn of_paper(tx: &mut Tx, school: &SchoolId, paper: &Paper) -> Result<Vec<Seal>> {
    all(rows!(tx, Row, OF_PAPER, school.as_str(), paper.word(), paper.id()))
}

/// All of a report, those beside void signatures included.
pub async fn of_report(tx: &mut Tx, report: &Report) -> Result<Vec<Seal>> {
    all(rows!(tx, Row, OF_REPORT, report.school.as_str(), report.id.as_str()))
}
