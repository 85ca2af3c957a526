//! Qualified signatures: whoever has signed a report, a work plan or an order may put a file beside that signature, made by a program of their own
//! over the same content. Who says whether such a file is right is an [`Authority`]; pages know nothing of the kinds.

mod papers;

pub use papers::{counted_on, may_seal_paper, paper_content, seal_paper};

use crate::reports::{Opened, canonical, note, opened};
use crate::{Context, Failed};
use domain::permissions::{Action, may};
use domain::reports::{Deed, Report, Signature};
use domain::seals::{Refused, Seal, beside, holding, open, own};
use domain::{Instant, ReportId};
use std::sync::Arc;
use store::{Tx, WriteTx};

pub use exchange::seals::{Certified, MOST_BYTES, NotCertified, Trust};

/// Who says whether a file is a qualified signature of a document. A provider that is reached over the network becomes
/// another variant: it answers by the same [`Certified`] and [`NotCertified`].
#[derive(Clone, Debug, Default)]
pub enum Authority {
    /// Nobody: qualified signatures are not offered.
    #[default]
    Nobody,
    /// Certificates that the administrator trusts; nothing is asked over the network.
    Certificates(Arc<Trust>),
}

impl Authority {
    /// True where qualified signatures are offered.
    pub const fn is_there(&self) -> bool {
        !matches!(self, Self::Nobody)
    }

    /// Checks a file; `None` where nobody does.
    pub(crate) async fn check(
        &self,
        document: String,
        file: Vec<u8>,
        now: Instant,
    ) -> Option<Result<Certified, NotCertified>> {
        let Self::Certificates(trust) = self else { return None };
        let trust = Arc::clone(trust);
        // Keys are slow beside pages: on the threads for blocking work.
        let checked = tokio::task::spawn_blocking(move || trust.check(document.as_bytes(), &file, now)).await;
        Some(checked.unwrap_or(Err(NotCertified::Unreadable)))
    }
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSealed {
    /// None can stand there now.
    Rule(Refused),
    /// Nobody checks such files in this installation.
    NotOffered,
    /// The file is not right.
    File(NotCertified),
}

/// The simple signature that somebody gave, if they still sign in that place.
fn of_actor<'a>(context: &Context<'_>, opened: &'a Opened) -> Option<&'a Signature> {
    let Opened { report, signatures, .. } = opened;
    let mine = own(signatures, &context.actor.person)?;
    let (_, signer) = report.form.places().find(|(place, _)| *place == mine.place)?;
    let action = Action::SignReport { school: &report.school, author: &report.author, signer };
    may(context.actor, &action).is_ok().then_some(mine)
}

/// What a qualified signature of the actor signs, to the last byte.
pub async fn content(context: &Context<'_>, id: &ReportId) -> Result<String, Failed<NotSealed>> {
    let opened = opened(&mut *context.db.read().await?, context, id).await?.ok_or(Failed::NotFound)?;
    let mine = of_actor(context, &opened).ok_or(Failed::NotFound)?;
    canonical(&opened.report, mine.place).ok_or(Failed::NotFound)
}

/// True where the actor may bring a file.
pub fn may_seal(context: &Context<'_>, authority: &Authority, opened: &Opened, seals: &[Seal]) -> bool {
    authority.is_there() && of_actor(context, opened).is_some_and(|mine| beside(seals, mine).is_none())
}

/// Puts a qualified signature beside the actor's simple one. A file that is not right changes nothing.
pub async fn seal(
    context: &Context<'_>,
    authority: &Authority,
    id: &ReportId,
    file: &[u8],
) -> Result<(), Failed<NotSealed>> {
    if file.len() > MOST_BYTES {
        return Err(Failed::Refused(NotSealed::File(NotCertified::TooLarge)));
    }
    let mut tx = context.db.read().await?;
    let (opened, mine) = signed(&mut tx, context, id).await?;
    drop(tx);
    let document = canonical(&opened.report, mine.place).ok_or(Failed::NotFound)?;
    let seal = checked(context, authority, document, mine, file).await?;
    store::change!(context.db, tx => seal_in(&mut tx, context, id, &seal))
}

/// The qualified signature that a file is, where it is right.
async fn checked(
    context: &Context<'_>,
    authority: &Authority,
    document: String,
    mine: Signature,
    file: &[u8],
) -> Result<Seal, Failed<NotSealed>> {
    let checked = authority.check(document, file.to_vec(), context.now).await;
    let certified = checked.ok_or(Failed::Refused(NotSealed::NotOffered))?;
    let certified = certified.map_err(|why| Failed::Refused(NotSealed::File(why)))?;
    Ok(Seal {
        signature: mine.hash,
        by: context.actor.person.clone(),
        subject: certified.subject,
        issuer: certified.issuer,
        algorithm: certified.algorithm.to_string(),
        signed_at: certified.signed_at,
        at: context.now,
        file: file.to_vec(),
    })
}

/// The report and the actor's simple signature beside which none stands.
async fn signed(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &ReportId,
) -> Result<(Opened, Signature), Failed<NotSealed>> {
    let opened = opened(tx, context, id).await?.ok_or(Failed::NotFound)?;
    let seals = store::seals::of_report(tx, &opened.report).await?;
    let mine = open(&opened.signatures, &seals, &context.actor.person);
    let mine = mine.map_err(|why| Failed::Refused(NotSealed::Rule(why)))?.clone();
    of_actor(context, &opened).ok_or(Failed::NotFound)?;
    Ok((opened, mine))
}

/// While the file was checked, the report may have been taken back: what was checked must be what holds.
async fn seal_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ReportId,
    seal: &Seal,
) -> Result<(), Failed<NotSealed>> {
    let (Opened { report, .. }, mine) = signed(tx, context, id).await?;
    if mine.hash != seal.signature {
        return Err(Failed::Refused(NotSealed::Rule(Refused::NotSigned)));
    }
    store::seals::add(tx, &report, seal).await?;
    note(tx, context, &report, Deed::Sealed, None).await?;
    Ok(context.audit(tx, &report.school, "report-sealed", report.id.as_str(), "").await?)
}

/// How many qualified signatures hold on a report.
pub async fn counted(tx: &mut Tx, report: &Report) -> store::Result<usize> {
    let signatures = store::reports::signatures(tx, report).await?;
    let seals = store::seals::of_report(tx, report).await?;
    Ok(holding(&signatures, &seals).len())
}
