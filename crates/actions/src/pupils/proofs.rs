//! By what the consents about a pupil can be proved: the papers with their scans, and where else consents could come from
//! (doc:B3; docs/decisions/0044).

use super::readers::latest;
use super::{child, found};
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
    /// Those of them that were withdrawn, with the first day without them.
    pub withdrawn: Vec<(Part, Day)>,
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
        reads = Some(latest(tx, context, What::Scan, &pupil).await?);
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
    let mut papers: Vec<Vec<Consent>> = Vec::new();
    for consent in consents {
        match papers.iter_mut().find(|paper| paper.iter().any(|one| one.shares_paper(&consent))) {
            Some(paper) => paper.push(consent),
            None => papers.push(vec![consent]),
        }
    }
    let mut proofs: Vec<Proof> = papers.into_iter().filter_map(proof).collect();
    proofs.sort_by_key(|proof| std::cmp::Reverse(proof.consent.given_on));
    proofs
}

/// What stands on one paper.
fn proof(on_paper: Vec<Consent>) -> Option<Proof> {
    let of_part = |part: Part| on_paper.iter().filter(move |one| one.part == part);
    let parts: Vec<Part> = Part::ALL.into_iter().filter(|part| of_part(*part).next().is_some()).collect();
    // A part that was entered anew on that day stands.
    let over = |part: &Part| -> Option<(Part, Day)> {
        let days: Option<Vec<Day>> = of_part(*part).map(|one| one.withdrawn_on).collect();
        days?.into_iter().max().map(|day| (*part, day))
    };
    let withdrawn: Vec<(Part, Day)> = parts.iter().filter_map(over).collect();
    let consent = on_paper.into_iter().next()?;
    Some(Proof { consent, parts, withdrawn, scan: None })
}
