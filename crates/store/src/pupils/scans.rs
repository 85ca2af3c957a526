//! Scans of signed papers about pupils. What they show is sealed before it comes here.

use crate::sql::{all, instant, known, millis, one};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::pupils::Pupil;
use domain::pupils::scans::{Kind, Scan};
use domain::{PupilScanId, SchoolId};

sql! {
    columns "id, school_id, pupil_id, kind, brought_by, brought_at";
    ADD = "INSERT INTO pupil_scans (id, school_id, pupil_id, kind, sealed, brought_by, brought_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    GET = "SELECT " ~ " FROM pupil_scans WHERE school_id = $1 AND pupil_id = $2 AND id = $3";
    OF_SCHOOL = "SELECT " ~ " FROM pupil_scans WHERE school_id = $1 ORDER BY pupil_id, brought_at, id";
    SEALED = "SELECT sealed FROM pupil_scans WHERE school_id = $1 AND id = $2";
    REMOVE_LOOSE = "DELETE FROM pupil_scans WHERE school_id = $1 AND pupil_id = $2 AND NOT EXISTS (SELECT 1 FROM pupil_consents WHERE pupil_consents.scan_id = pupil_scans.id)";
    FORGET = "DELETE FROM pupil_scans WHERE NOT EXISTS (SELECT 1 FROM pupil_consents WHERE pupil_consents.scan_id = pupil_scans.id)";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    pupil_id: String,
    kind: String,
    brought_by: String,
    brought_at: i64,
}

impl TryFrom<Row> for Scan {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            pupil: row.pupil_id.into(),
            kind: known(Kind::from_word(&row.kind), "kind of a scan")?,
            brought: (row.brought_by.into(), instant(row.brought_at)?),
        })
    }
}

/// Adds one with its sealed bytes.
pub async fn add(tx: &mut WriteTx, scan: &Scan, sealed: &[u8]) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(scan.id.as_str())
            .bind(scan.school.as_str())
            .bind(scan.pupil.as_str())
            .bind(scan.kind.word())
            .bind(sealed)
            .bind(scan.brought.0.as_str())
            .bind(millis(scan.brought.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// One about a pupil by its id.
pub async fn get(tx: &mut Tx, pupil: &Pupil, id: &PupilScanId) -> Result<Option<Scan>> {
    one(row!(tx, Row, GET, pupil.school.as_str(), pupil.id.as_str(), id.as_str()))
}

/// Those about all pupils of a school, by pupil.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Scan>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// The sealed bytes of one.
pub async fn sealed(tx: &mut Tx, scan: &Scan) -> Result<Option<Vec<u8>>> {
    let row = row!(tx, (Vec<u8>,), SEALED, scan.school.as_str(), scan.id.as_str());
    Ok(row.map(|(sealed,)| sealed))
}

/// Removes those about a pupil on which no consent stands.
pub async fn remove_loose(tx: &mut WriteTx, pupil: &Pupil) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REMOVE_LOOSE).bind(pupil.school.as_str()).bind(pupil.id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// Forgets those on which no consent stands any more, in every school.
pub async fn forget(tx: &mut WriteTx) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).execute(c).await?;
    });
    Ok(())
}
