//! The scan of a signed paper about a pupil: brought by whoever enters consents, sealed before it is kept, opened by whoever
//! sees consents, and every opening stands beside it (doc:B3; docs/decisions/0044).

use super::{child, found};
use crate::sociometries::Vault;
use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::pupils::consents::{Consent, Way};
use domain::pupils::scans::{Kind, Scan, ScanRefused, may_bring};
use domain::visibility::Data;
use domain::{PupilConsentId, PupilId, PupilScanId};
use store::pupils::reads::What;
use store::{Tx, WriteTx};

/// A scan as it is handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it is.
    pub kind: Kind,
    /// The file as it came.
    pub file: Vec<u8>,
}

/// Behind what a scan is sealed: about another pupil, or in another row, it does not open.
fn about(pupil: &Pupil, id: &PupilScanId) -> String {
    format!("scan {} {} {id}", pupil.school, pupil.id)
}

/// The file of a scan; nothing where another key sealed it.
async fn unsealed(tx: &mut Tx, vault: &Vault, pupil: &Pupil, scan: &Scan) -> store::Result<Option<Vec<u8>>> {
    let sealed = store::pupils::scans::sealed(tx, scan).await?;
    Ok(sealed.and_then(|sealed| vault.open_bytes(&about(pupil, &scan.id), &sealed)))
}

/// Brings the scan of the paper on which a consent stands, in the place of one that was brought before. The other parts on
/// the same paper stand on it, too.
pub async fn bring(
    context: &Context<'_>,
    vault: Option<&Vault>,
    id: &PupilId,
    consent: &PupilConsentId,
    file: &[u8],
) -> Result<(), Failed<ScanRefused>> {
    store::change!(context.db, tx => bring_in(&mut tx, context, vault, id, (consent, file)))
}

async fn bring_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    vault: Option<&Vault>,
    id: &PupilId,
    (consent, file): (&PupilConsentId, &[u8]),
) -> Result<(), Failed<ScanRefused>> {
    let (pupil, carers) = found(tx, context, id).await?;
    may(context.actor, &Action::KeepPupilConsents(child(&pupil, &carers)))?;
    let standing = store::pupils::consents::of_pupil(tx, &pupil).await?;
    let named = standing.iter().find(|one| one.id == *consent).ok_or(Failed::NotFound)?;
    if named.way != Way::Paper {
        return Err(Failed::Refused(ScanRefused::NotPaper));
    }
    let kind = may_bring(file).map_err(Failed::Refused)?;
    let vault = vault.ok_or(Failed::Refused(ScanRefused::Key))?;
    if let Some(before) = &named.scan
        && let Some(scan) = store::pupils::scans::get(tx, &pupil, before).await?
        && unsealed(tx, vault, &pupil, &scan).await?.is_some_and(|kept| kept == file)
    {
        // The form came twice.
        return Ok(());
    }
    let scan = Scan {
        id: context.id(),
        school: pupil.school.clone(),
        pupil: pupil.id.clone(),
        kind,
        brought: (context.actor.person.clone(), context.now),
    };
    let sealed = vault.seal_bytes(context.ids.bytes(), &about(&pupil, &scan.id), file);
    let sealed = sealed.ok_or(Failed::Refused(ScanRefused::Key))?;
    store::pupils::scans::add(tx, &scan, &sealed).await?;
    for one in standing.iter().filter(|one| one.shares_paper(named)) {
        let on_scan = Consent { scan: Some(scan.id.clone()), ..one.clone() };
        store::pupils::consents::save(tx, &on_scan).await?;
    }
    store::pupils::scans::remove_loose(tx, &pupil).await?;
    Ok(context.audit(tx, &pupil.school, "pupil-scan-brought", pupil.id.as_str(), "").await?)
}

/// Takes away the scan of the paper on which a consent stands, at once: one of another family's paper, or one that shows too
/// much, is not kept until the consents are forgotten. The consents stay.
pub async fn remove(
    context: &Context<'_>,
    id: &PupilId,
    consent: &PupilConsentId,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => remove_in(&mut tx, context, id, consent))
}

async fn remove_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    consent: &PupilConsentId,
) -> Result<(), Failed<Never>> {
    let (pupil, carers) = found(tx, context, id).await?;
    may(context.actor, &Action::KeepPupilConsents(child(&pupil, &carers)))?;
    let standing = store::pupils::consents::of_pupil(tx, &pupil).await?;
    let named = standing.iter().find(|one| one.id == *consent).ok_or(Failed::NotFound)?;
    if named.scan.is_none() {
        // The form came twice.
        return Ok(());
    }
    for one in standing.iter().filter(|one| one.scan == named.scan) {
        store::pupils::consents::save(tx, &Consent { scan: None, ..one.clone() }).await?;
    }
    store::pupils::scans::remove_loose(tx, &pupil).await?;
    Ok(context.audit(tx, &pupil.school, "pupil-scan-removed", pupil.id.as_str(), "").await?)
}

/// Opens a scan for whoever sees consents. That the reader did so is noted first: nothing is shown that was not noted.
pub async fn open(
    context: &Context<'_>,
    vault: Option<&Vault>,
    id: &PupilId,
    scan: &PupilScanId,
) -> Result<Opened, Failed<ScanRefused>> {
    store::change!(context.db, tx => open_in(&mut tx, context, vault, id, scan))
}

async fn open_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    vault: Option<&Vault>,
    id: &PupilId,
    scan: &PupilScanId,
) -> Result<Opened, Failed<ScanRefused>> {
    let (pupil, carers) = found(tx, context, id).await?;
    may(context.actor, &Action::SeePupil { child: child(&pupil, &carers), data: Data::Consents })?;
    let scan = store::pupils::scans::get(tx, &pupil, scan).await?.ok_or(Failed::NotFound)?;
    let vault = vault.ok_or(Failed::Refused(ScanRefused::Key))?;
    let file = unsealed(tx, vault, &pupil, &scan).await?.ok_or(Failed::Refused(ScanRefused::OtherKey))?;
    store::pupils::reads::add(tx, What::Scan, &pupil, &context.actor.person, context.today).await?;
    Ok(Opened { kind: scan.kind, file })
}
