//! Consents about pupils, part by part.

use crate::sql::{all, day, instant, known, millis, optional_day};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::pupils::Pupil;
use domain::pupils::consents::{Certified, Consent, Part, Way};
use domain::{Day, PupilId, PupilScanId, SchoolId};
use std::collections::BTreeMap;

sql! {
    columns "id, school_id, pupil_id, part, representative, way, place, child_agreed, given_on, last_day, text_version, rule_version, withdrawn_on, scan_id, signer, issuer, signed_at, fingerprint, entered_by, entered_at, version";
    ADD = "INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, given_on, last_day, text_version, rule_version, scan_id, signer, issuer, signed_at, fingerprint, entered_by, entered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
    SAVE = "UPDATE pupil_consents SET withdrawn_on = $3, scan_id = $4, version = version + 1 WHERE id = $1 AND version = $2";
    OF_PUPIL = "SELECT " ~ " FROM pupil_consents WHERE school_id = $1 AND pupil_id = $2 ORDER BY given_on, id";
    OF_SCHOOL = "SELECT " ~ " FROM pupil_consents WHERE school_id = $1 ORDER BY pupil_id, given_on, id";
    FORGET = "DELETE FROM pupil_consents WHERE last_day < $1 OR withdrawn_on < $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    pupil_id: String,
    part: String,
    representative: String,
    way: String,
    place: String,
    child_agreed: i64,
    given_on: String,
    last_day: String,
    text_version: String,
    rule_version: String,
    withdrawn_on: Option<String>,
    scan_id: Option<String>,
    signer: Option<String>,
    issuer: Option<String>,
    signed_at: Option<i64>,
    fingerprint: Option<String>,
    entered_by: String,
    entered_at: i64,
    version: i64,
}

/// What a signature file said: all of it, or nothing.
fn certified(row: &mut Row) -> Result<Option<Certified>> {
    let said = (row.signer.take(), row.issuer.take(), row.signed_at, row.fingerprint.take());
    match said {
        (None, None, None, None) => Ok(None),
        (Some(signer), Some(issuer), Some(signed_at), Some(fingerprint)) => {
            Ok(Some(Certified { signer, issuer, signed_at: instant(signed_at)?, fingerprint }))
        }
        _ => Err(StoreError::Unreadable("signature of a consent")),
    }
}

impl TryFrom<Row> for Consent {
    type Error = StoreError;
    fn try_from(mut row: Row) -> Result<Self> {
        let certified = certified(&mut row)?;
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            pupil: row.pupil_id.into(),
            part: known(Part::from_word(&row.part), "part of a consent")?,
            representative: row.representative,
            way: known(Way::from_word(&row.way), "way of a consent")?,
            place: row.place,
            child_agreed: row.child_agreed != 0,
            given_on: day(&row.given_on)?,
            last_day: day(&row.last_day)?,
            text_version: row.text_version,
            rule_version: row.rule_version,
            withdrawn_on: optional_day(row.withdrawn_on.as_deref())?,
            scan: row.scan_id.map(Into::into),
            certified,
            entered: (row.entered_by.into(), instant(row.entered_at)?),
            version: row.version,
        })
    }
}

/// Adds one that was just entered.
pub async fn add(tx: &mut WriteTx, consent: &Consent) -> Result<()> {
    let said = consent.certified.as_ref();
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(consent.id.as_str())
            .bind(consent.school.as_str())
            .bind(consent.pupil.as_str())
            .bind(consent.part.word())
            .bind(consent.representative.as_str())
            .bind(consent.way.word())
            .bind(consent.place.as_str())
            .bind(i64::from(consent.child_agreed))
            .bind(consent.given_on.to_string())
            .bind(consent.last_day.to_string())
            .bind(consent.text_version.as_str())
            .bind(consent.rule_version.as_str())
            .bind(consent.scan.as_ref().map(PupilScanId::as_str))
            .bind(said.map(|one| one.signer.as_str()))
            .bind(said.map(|one| one.issuer.as_str()))
            .bind(said.map(|one| millis(one.signed_at)))
            .bind(said.map(|one| one.fingerprint.as_str()))
            .bind(consent.entered.0.as_str())
            .bind(millis(consent.entered.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves that it was withdrawn, or got its scan; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, consent: &Consent) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(consent.id.as_str())
            .bind(consent.version)
            .bind(consent.withdrawn_on.map(|day| day.to_string()))
            .bind(consent.scan.as_ref().map(PupilScanId::as_str))
    )
}

/// Those about a pupil, in the order in which they were given.
pub async fn of_pupil(tx: &mut Tx, pupil: &Pupil) -> Result<Vec<Consent>> {
    all(rows!(tx, Row, OF_PUPIL, pupil.school.as_str(), pupil.id.as_str()))
}

/// Those about all pupils of a school, by pupil.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<BTreeMap<PupilId, Vec<Consent>>> {
    let consents: Vec<Consent> = all(rows!(tx, Row, OF_SCHOOL, school.as_str()))?;
    let mut by_pupil: BTreeMap<PupilId, Vec<Consent>> = BTreeMap::new();
    for consent in consents {
        by_pupil.entry(consent.pupil.clone()).or_default().push(consent);
    }
    Ok(by_pupil)
}

/// Forgets those that ended or were withdrawn before a day, in every school.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(before.to_string()).execute(c).await?;
    });
    Ok(())
}
