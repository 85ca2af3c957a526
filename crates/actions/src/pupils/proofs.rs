//! By what the consents about a pupil can be proved: the papers with their scans, and where else consents could come from
//! (doc:B3; docs/decisions/0044).

use super::{MOST_READS, child, found};
use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::pupils::consents::{Consent, Entry, Part};
use domain::pupils::scans::Scan;
use domain::visibility::Data;
use domain::{Day, PersonId, PupilId};
use store::WriteTx;
use store::pupils::reads::What;

/// Nobody outside the school answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotConnected;

/// The service of the state in which parents consent (Law 94-V Art. 8 p. 1). One that is connected becomes another
/// implementation: what it gives is entered like what stands on a paper.
pub trait StateService {
    /// What is consented to there about a pupil.
    fn given(&self, pupil: &Pupil) -> impl Future<Output = Result<Vec<Entry>, NotConnected>> + Send;
}

/// What there is today: the service is open to no school's own program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unconnected;

impl StateService for Unconnected {
    async fn given(&self, _: &Pupil) -> Result<Vec<Entry>, NotConnected> {
        Err(NotConnected)
    }
}

/// A paper or a file, with the parts that were consented to on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The first of its parts: who signed, the way, where it lies.
    pub consent: Consent,
    /// All of its parts, in the order of the form.
    pub parts: Vec<Part>,
    /// The scan, where there is one.
    pub scan: Option<Scan>,
}

/// The page of a pupil's proofs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proofs {
    /// The pupil.
    pub pupil: Pupil,
    /// Papers and files, the newest first.
    pub papers: Vec<Proof>,
    /// The reader enters consents and brings scans.
    pub keeps: bool,
    /// Who opened a scan, newest first, for whoever answers for it.
    pub reads: Option<Vec<(Day, PersonId)>>,
    /// What the service of the state gives.
    pub service: Result<Vec<Entry>, NotConnected>,
}

/// Opens it for whoever sees consents; noted as on the pupil's own page.
pub async fn proofs(
    context: &Context<'_>,
    service: &(impl StateService + Sync),
    id: &PupilId,
) -> Result<Proofs, Failed<Never>> {
    let proofs: Result<Proofs, Failed<Never>> =
        store::change!(context.db, tx => proofs_in(&mut tx, context, id));
    let proofs = proofs?;
    Ok(Proofs { service: service.given(&proofs.pupil).await, ..proofs })
}

async fn proofs_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<Proofs, Failed<Never>> {
    let (pupil, carers) = found(tx, context, id).await?;
    let child = child(&pupil, &carers);
    may(context.actor, &Action::SeePupil { child, data: Data::Consents })?;
    let keeps = may(context.actor, &Action::KeepPupilConsents(child)).is_ok();
    let mut reads = None;
    if may(context.actor, &Action::SeeReads(child)).is_ok() {
        reads = Some(store::pupils::reads::of_pupil(tx, What::Scan, &pupil, MOST_READS).await?);
    }
    let mut papers = by_paper(store::pupils::consents::of_pupil(tx, &pupil).await?);
    for proof in &mut papers {
        if let Some(scan) = &proof.consent.scan {
            proof.scan = store::pupils::scans::get(tx, &pupil, scan).await?;
        }
    }
    store::pupils::reads::add(tx, What::Page, &pupil, &context.actor.person, context.today).await?;
    Ok(Proofs { pupil, papers, keeps, reads, service: Err(NotConnected) })
}

/// Consents by the paper or file on which they stand, the newest first.
fn by_paper(consents: Vec<Consent>) -> Vec<Proof> {
    let mut proofs: Vec<Proof> = Vec::new();
    for consent in consents {
        match proofs.iter_mut().find(|proof| proof.consent.shares_paper(&consent)) {
            Some(proof) => proof.parts.push(consent.part),
            None => proofs.push(Proof { parts: vec![consent.part], scan: None, consent }),
        }
    }
    for proof in &mut proofs {
        proof.parts.sort_unstable();
        proof.parts.dedup();
    }
    proofs.sort_by_key(|proof| std::cmp::Reverse(proof.consent.given_on));
    proofs
}
