//! Simple signatures, whatever paper they stand under: how the hashes are worked out, what makes a chain hold, and the batch of
//! a folder (feat:F3, F5, F9; neg:N12). What a paper says to the last byte, who signs it and what an edit takes off is the
//! paper's own: `reports`, `plans`, `orders`.

mod reminding;

pub use reminding::remind;
pub(crate) use reminding::{Waiting, read_about, waits};

use crate::accounts::{ProofRefused, hex, prove, use_proof};
use crate::{Context, Failed, orders, plans, reports};
use domain::calendar::local;
use domain::orders::OrderRefused;
use domain::plans::SigningRefused;
use domain::schools::School;
use domain::signatures::{Paper, Reading, Signature, of_place};
use domain::{Instant, OrderId, PlanId, ReportId, SchoolId};
use i18n::Lang;
use sha2::{Digest, Sha256};
use store::{Tx, WriteTx};

/// Digits of a hash that stand on pages and papers: enough to compare by eye.
const PREFIX: usize = 16;

/// The beginning of a hash, for people.
pub fn prefix(hash: &str) -> &str {
    hash.get(..PREFIX).unwrap_or(hash)
}

/// The hash of a text.
pub(crate) fn sha(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// What is said, in one order, to the last byte: the canonical content.
pub(crate) fn canonical<T: serde::Serialize>(said: &T) -> Option<String> {
    serde_json::to_string(said).ok()
}

/// What the hash of a signature covers beside its content, the one before, who, where and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Covers {
    /// Nothing more: reports were signed so before there were other papers.
    Bare,
    /// The name that is printed under the paper, too.
    Name,
}

/// The hash of a signature.
fn chained(signature: &Signature, covers: Covers) -> String {
    let at = signature.at.as_millisecond();
    let Signature { content, before, by, place, name, .. } = signature;
    let bare = format!("{content}\n{before}\n{by}\n{place}\n{at}");
    match covers {
        Covers::Bare => sha(&bare),
        Covers::Name => sha(&format!("{bare}\n{name}")),
    }
}

/// The actor's signature of a place under content with this hash; `None` where the person is not there.
pub(crate) async fn given(
    tx: &mut Tx,
    context: &Context<'_>,
    (place, hash, covers): (u8, String, Covers),
    signatures: &[Signature],
) -> store::Result<Option<Signature>> {
    let Some(person) = store::people::get(tx, &context.actor.person).await? else { return Ok(None) };
    let last = place.checked_sub(1).and_then(|before| of_place(signatures, before));
    let mut signature = Signature {
        place,
        by: person.id,
        name: person.name.full(),
        at: context.now,
        content: hash,
        before: last.map(|last| last.hash.clone()).unwrap_or_default(),
        hash: String::new(),
        void_at: None,
    };
    signature.hash = chained(&signature, covers);
    Ok(Some(signature))
}

/// True where every place has a signature that fits what it covers and the one before it.
pub(crate) fn holds(
    places: impl IntoIterator<Item = (u8, Option<String>)>,
    signatures: &[Signature],
    covers: Covers,
) -> bool {
    let mut before = String::new();
    places.into_iter().all(|(place, content)| {
        let Some(signature) = of_place(signatures, place) else { return false };
        let fits = content.as_ref() == Some(&signature.content)
            && signature.before == before
            && chained(signature, covers) == signature.hash;
        before.clone_from(&signature.hash);
        fits
    })
}

/// A signature as it stands on paper.
pub(crate) fn printed(signature: &Signature, school: &School, lang: Lang) -> documents::reports::Given {
    let at = local(signature.at, school.utc_offset_minutes);
    documents::reports::Given {
        name: signature.name.clone(),
        when: format!("{}, {}", i18n::day(lang, at.date()), i18n::time(at.time())),
        hash: prefix(&signature.hash).to_owned(),
    }
}

/// When the last signature was given that holds.
pub(crate) fn last_at(signatures: &[Signature]) -> Option<Instant> {
    signatures.iter().filter(|one| one.void_at.is_none()).map(|one| one.at).max()
}

/// The actor has read a paper as it stands: it may be in the batch now. Opening a page changes nothing, so this is said by a
/// button on it.
pub(crate) async fn read(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    reading: &Reading,
) -> store::Result<()> {
    store::signatures::read(tx, school, &context.actor.person, reading, context.now).await
}

/// What somebody signs in one batch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Reports.
    pub reports: Vec<ReportId>,
    /// Work plans and orders.
    pub papers: Vec<Paper>,
}

impl Chosen {
    /// True where nothing is to be signed.
    pub const fn is_empty(&self) -> bool {
        self.reports.is_empty() && self.papers.is_empty()
    }
}

/// Why a batch is not signed, and because of which paper: the others can be signed without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSigned {
    /// A report.
    Report(ReportId, domain::reports::Refused),
    /// A work plan.
    Plan(PlanId, SigningRefused),
    /// An order.
    Order(OrderId, OrderRefused),
    /// The paper with this id was not opened before, or says something else by now.
    Unread(String),
    /// The password or code is not the person's.
    Wrong,
    /// The person has no password yet.
    NoPassword,
}

impl NotSigned {
    /// The id of the paper that is refused; none where the proof is.
    pub fn about(&self) -> Option<&str> {
        match self {
            Self::Report(id, _) => Some(id.as_str()),
            Self::Plan(id, _) => Some(id.as_str()),
            Self::Order(id, _) => Some(id.as_str()),
            Self::Unread(id) => Some(id),
            Self::Wrong | Self::NoPassword => None,
        }
    }
}

const fn refused(why: ProofRefused) -> NotSigned {
    match why {
        ProofRefused::Wrong => NotSigned::Wrong,
        ProofRefused::NoPassword => NotSigned::NoPassword,
    }
}

/// Signs several at once with one proof: each was read as it stands, each has its own line in the log; all or none. Gives how
/// many.
pub async fn sign_all(
    context: &Context<'_>,
    chosen: &Chosen,
    secret: &str,
) -> Result<usize, Failed<NotSigned>> {
    let proof = prove(context, secret).await.map_err(|why| why.map(refused))?;
    store::change!(context.db, tx => async {
        use_proof(&mut tx, context, &proof).await.map_err(|why| why.map(refused))?;
        sign_all_in(&mut tx, context, chosen).await
    })
}

/// What was not opened is not signed.
pub(crate) fn unread(id: &str) -> Failed<NotSigned> {
    Failed::Refused(NotSigned::Unread(id.to_owned()))
}

async fn sign_all_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    chosen: &Chosen,
) -> Result<usize, Failed<NotSigned>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    reports::sign_read(tx, context, school, &chosen.reports).await?;
    let readings = store::signatures::readings(tx, school, &context.actor.person).await?;
    for paper in &chosen.papers {
        let reading = readings.iter().find(|one| one.paper == *paper);
        let Some(reading) = reading else { return Err(unread(paper.id())) };
        match paper {
            Paper::Plan(id) => {
                let signed = plans::sign_in(tx, context, id, &reading.content).await;
                signed.map_err(|why| why.map(|why| NotSigned::Plan(id.clone(), why)))?;
            }
            Paper::Order(id) => {
                let signed = orders::sign_read(tx, context, id, reading).await;
                signed.map_err(|why| why.map(|why| NotSigned::Order(id.clone(), why)))?;
            }
        }
    }
    Ok(chosen.reports.len().saturating_add(chosen.papers.len()))
}
