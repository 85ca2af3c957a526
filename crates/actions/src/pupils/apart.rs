//! What is kept apart about a pupil: why they were referred, and what the law names against being helped by pupils. A
//! page of its own, and whoever opens it stands in it (rules §17; docs/decisions/0045).

use super::readers::latest;
use super::referrals::close_open;
use super::{child, found};
use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::pupils::blocks::{Block, Ground, last_day};
use domain::referrals::{Reason, Referral};
use domain::visibility::{Child, Data};
use domain::{Day, PersonId, PupilId};
use store::pupils::reads::What;
use store::{Tx, WriteTx};

/// What is kept apart, as far as its reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The pupil.
    pub pupil: Pupil,
    /// The referral that counts, with why, for whoever reads that.
    pub reason: Option<(Referral, Reason)>,
    /// The reader reads reasons.
    pub reads_reason: bool,
    /// What the law names, for whoever keeps it.
    pub block: Option<Block>,
    /// The reader keeps it.
    pub keeps_block: bool,
    /// Who opened this page, newest first, for whoever answers for it.
    pub reads: Option<Vec<(Day, PersonId)>>,
}

/// What is entered about a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the law names.
    pub ground: Ground,
    /// By which paper the school knows it.
    pub paper: String,
}

/// May the reader open the page? Whoever sees reasons or registers whole, and a class teacher where they referred.
pub(super) fn opens_apart(context: &Context<'_>, child: Child<'_>, counts: Option<&Referral>) -> bool {
    let sees = |data| may(context.actor, &Action::SeePupil { child, data }).is_ok();
    let reads =
        |one: &Referral| may(context.actor, &Action::ReadReferral { child, by: &one.referred.0 }).is_ok();
    sees(Data::Reason) || sees(Data::Register) || counts.is_some_and(reads)
}

/// Opens it. That the reader did so is noted first, whether or not something stands there.
pub async fn opened(context: &Context<'_>, id: &PupilId) -> Result<Apart, Failed<Never>> {
    store::change!(context.db, tx => opened_in(&mut tx, context, id))
}

async fn opened_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<Apart, Failed<Never>> {
    let apart = load(tx, context, id).await?;
    store::pupils::reads::add(tx, What::Apart, &apart.pupil, &context.actor.person, context.today).await?;
    Ok(apart)
}

async fn load(tx: &mut Tx, context: &Context<'_>, id: &PupilId) -> Result<Apart, Failed<Never>> {
    let (pupil, carers) = found(tx, context, id).await?;
    let child = child(&pupil, &carers);
    let allowed = |action: Action<'_>| may(context.actor, &action).is_ok();
    let all = store::referrals::of_pupil(tx, &pupil).await?;
    let counts = all.into_iter().find(|one| one.counts_on(context.today));
    if !opens_apart(context, child, counts.as_ref()) {
        return Err(Failed::NotFound);
    }
    let mut reason = None;
    if let Some(referral) = counts
        && allowed(Action::ReadReferral { child, by: &referral.referred.0 })
    {
        reason = store::referrals::reason(tx, &referral).await?.map(|reason| (referral, reason));
    }
    let reads_reason = reason.is_some() || allowed(Action::SeePupil { child, data: Data::Reason });
    let keeps_block = allowed(Action::KeepBlock(child));
    let mut block = None;
    if keeps_block {
        block = store::pupils::blocks::of_pupil(tx, &pupil).await?;
        block = block.filter(|one| one.holds_on(context.today));
    }
    let mut reads = None;
    if allowed(Action::SeeReads(child)) {
        reads = Some(latest(tx, context, What::Apart, &pupil).await?);
    }
    Ok(Apart { pupil, reason, reads_reason, block, keeps_block, reads })
}

/// A pupil about whom the actor keeps what the law names; for everybody else there is no such pupil.
async fn kept(tx: &mut Tx, context: &Context<'_>, id: &PupilId) -> Result<Pupil, Failed<Never>> {
    let (pupil, carers) = found(tx, context, id).await?;
    may(context.actor, &Action::KeepBlock(child(&pupil, &carers)))?;
    Ok(pupil)
}

/// The log says that something was entered or taken back, and not about whom: it outlives what stood there.
async fn noted(tx: &mut WriteTx, context: &Context<'_>, pupil: &Pupil) -> store::Result<()> {
    context.audit(tx, &pupil.school, "pupil-eligibility-kept", "", "").await
}

/// It is entered what the law names. Help that was offered ends with the pair that it led to, and nobody reads there why.
pub async fn block(context: &Context<'_>, id: &PupilId, entry: &Entry) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => block_in(&mut tx, context, id, entry))
}

async fn block_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    entry: &Entry,
) -> Result<(), Failed<Never>> {
    let pupil = kept(tx, context, id).await?;
    let standing = store::pupils::blocks::of_pupil(tx, &pupil).await?;
    let same = |one: &Block| one.ground == entry.ground && one.paper == entry.paper;
    if standing.is_some_and(|one| one.holds_on(context.today) && same(&one)) {
        // The form came twice.
        return Ok(());
    }
    let block = Block {
        school: pupil.school.clone(),
        pupil: pupil.id.clone(),
        ground: entry.ground,
        paper: entry.paper.clone(),
        entered: (context.actor.person.clone(), context.now),
        last_day: last_day(context.today),
    };
    store::pupils::blocks::put(tx, &block).await?;
    noted(tx, context, &pupil).await?;
    close_open(tx, context, &pupil).await?;
    crate::peers::end_where(tx, context, &pupil.school, |pair| pair.mentee == pupil.id).await?;
    Ok(())
}

/// It does not hold, or no longer; nothing of it is kept.
pub async fn unblock(context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => unblock_in(&mut tx, context, id))
}

async fn unblock_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    let pupil = kept(tx, context, id).await?;
    // Where nothing stands, the form came twice.
    let Some(block) = store::pupils::blocks::of_pupil(tx, &pupil).await? else { return Ok(()) };
    store::pupils::blocks::lift(tx, &block).await?;
    noted(tx, context, &pupil).await?;
    Ok(())
}
