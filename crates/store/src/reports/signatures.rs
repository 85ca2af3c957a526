//! Signatures of reports, and who has read which content before a batch.

use crate::signatures::{Row, of_many, of_one};
use crate::sql::millis;
use crate::{Result, Tx, WriteTx};
use domain::reports::{Report, Signature};
use domain::{Instant, PersonId, ProgrammeId, ReportId, SchoolId};
use std::collections::BTreeMap;

sql! {
    SIGN = "INSERT INTO report_signatures (school_id, report_id, number, place, by_id, name, at, content, before, hash) SELECT $1, $2, COALESCE(MAX(number), 0) + 1, CAST($3 AS BIGINT), $4, $5, CAST($6 AS BIGINT), $7, $8, $9 FROM report_signatures WHERE school_id = $1 AND report_id = $2";
    VOID = "UPDATE report_signatures SET void_at = $4 WHERE school_id = $1 AND report_id = $2 AND place >= $3 AND void_at IS NULL";
    SIGNATURES = "SELECT report_id AS paper_id, place, by_id, name, at, content, before, hash, void_at FROM report_signatures WHERE school_id = $1 AND report_id = $2 ORDER BY number";
    OF_PROGRAMME = "SELECT report_id AS paper_id, place, by_id, report_signatures.name, at, report_signatures.content, before, hash, void_at FROM report_signatures JOIN reports ON reports.id = report_id WHERE report_signatures.school_id = $1 AND programme_id = $2 ORDER BY report_id, report_signatures.number";
    READ = "INSERT INTO report_readings (school_id, report_id, by_id, content, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (school_id, report_id, by_id) DO UPDATE SET content = excluded.content, at = excluded.at";
    UNREAD = "DELETE FROM report_readings WHERE school_id = $1 AND report_id = $2";
    READINGS = "SELECT report_id, content FROM report_readings WHERE school_id = $1 AND by_id = $2";
}

#[derive(sqlx::FromRow)]
struct ReadingRow {
    report_id: String,
    content: String,
}

/// Adds a signature; `Taken` where one of the same place holds.
pub async fn sign(tx: &mut WriteTx, report: &Report, signature: &Signature) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(SIGN)
            .bind(report.school.as_str())
            .bind(report.id.as_str())
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
pub async fn void(tx: &mut WriteTx, report: &Report, from: u8, now: Instant) -> Result<u64> {
    Ok(on!(tx.0, c => {
        sqlx::query(VOID)
            .bind(report.school.as_str())
            .bind(report.id.as_str())
            .bind(i64::from(from))
            .bind(millis(now))
            .execute(c)
            .await?
            .rows_affected()
    }))
}

/// All signatures of a report in the order in which they were given; void ones included.
pub async fn signatures(tx: &mut Tx, report: &Report) -> Result<Vec<Signature>> {
    of_one(rows!(tx, Row, SIGNATURES, report.school.as_str(), report.id.as_str()))
}

/// All signatures of a programme's reports, report by report.
pub async fn signatures_of_programme(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
) -> Result<BTreeMap<ReportId, Vec<Signature>>> {
    of_many(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// Keeps that somebody has read a report with content of this hash.
pub async fn read(
    tx: &mut WriteTx,
    report: &Report,
    by: &PersonId,
    content: &str,
    now: Instant,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(READ)
            .bind(report.school.as_str())
            .bind(report.id.as_str())
            .bind(by.as_str())
            .bind(content)
            .bind(millis(now))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Nobody has read a report any more, whatever it says.
pub async fn unread(tx: &mut WriteTx, report: &Report) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(UNREAD).bind(report.school.as_str()).bind(report.id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// What somebody has read: reports with the hash of their content at that time.
pub async fn readings(tx: &mut Tx, school: &SchoolId, by: &PersonId) -> Result<Vec<(ReportId, String)>> {
    let rows = rows!(tx, ReadingRow, READINGS, school.as_str(), by.as_str());
    Ok(rows.into_iter().map(|row| (row.report_id.into(), row.content)).collect())
}
