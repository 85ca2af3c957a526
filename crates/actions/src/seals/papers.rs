//! Qualified signatures of work plans and orders: a file beside a simple signature, over the same content.

use super::{Authority, MOST_BYTES, NotCertified, NotSealed, checked};
use crate::{Context, Failed, orders, plans};
use domain::SchoolId;
use domain::permissions::{Action, may};
use domain::seals::{Refused, Seal, beside, holding, open, own};
use domain::signatures::{Paper, Signature};
use store::{Tx, WriteTx};

/// A paper that the actor may read, as it is signed.
struct Opened {
    school: SchoolId,
    /// What its signatures cover, to the last byte.
    document: String,
    signatures: Vec<Signature>,
}

async fn opened(tx: &mut Tx, context: &Context<'_>, paper: &Paper) -> Result<Opened, Failed<NotSealed>> {
    match paper {
        Paper::Plan(id) => {
            let opened = plans::opened(tx, context, id).await?.ok_or(Failed::NotFound)?;
            let items = store::plans::items(tx, &opened.plan).await?;
            Ok(Opened {
                document: plans::canonical(&opened.plan, &items).ok_or(Failed::NotFound)?,
                signatures: plans::chain(tx, &opened.plan).await?.signatures,
                school: opened.plan.school,
            })
        }
        Paper::Order(id) => {
            let order = store::orders::get(tx, id).await?.ok_or(Failed::NotFound)?;
            // A draft has no sheet of its own yet.
            let sheet = store::orders::sheet(tx, &order).await?.ok_or(Failed::NotFound)?;
            let named = sheet.names(&context.actor.person);
            may(context.actor, &Action::ReadOrder { school: &order.school, named })?;
            Ok(Opened {
                document: orders::canonical(&order, &sheet).ok_or(Failed::NotFound)?,
                signatures: store::signatures::of_paper(tx, &order.school, paper).await?,
                school: order.school,
            })
        }
    }
}

/// What a qualified signature of the actor signs, to the last byte.
pub async fn paper_content(context: &Context<'_>, paper: &Paper) -> Result<String, Failed<NotSealed>> {
    let opened = opened(&mut *context.db.read().await?, context, paper).await?;
    own(&opened.signatures, &context.actor.person).ok_or(Failed::NotFound)?;
    Ok(opened.document)
}

/// True where the actor may bring a file.
pub fn may_seal_paper(
    context: &Context<'_>,
    authority: &Authority,
    signatures: &[Signature],
    seals: &[Seal],
) -> bool {
    let mine = own(signatures, &context.actor.person);
    authority.is_there() && mine.is_some_and(|mine| beside(seals, mine).is_none())
}

/// Puts a qualified signature beside the actor's simple one. A file that is not right changes nothing.
pub async fn seal_paper(
    context: &Context<'_>,
    authority: &Authority,
    paper: &Paper,
    file: &[u8],
) -> Result<(), Failed<NotSealed>> {
    if file.len() > MOST_BYTES {
        return Err(Failed::Refused(NotSealed::File(NotCertified::TooLarge)));
    }
    let mut tx = context.db.read().await?;
    let (opened, mine) = signed(&mut tx, context, paper).await?;
    drop(tx);
    let seal = checked(context, authority, opened.document, mine, file).await?;
    store::change!(context.db, tx => seal_in(&mut tx, context, paper, &seal))
}

/// The paper and the actor's simple signature beside which none stands.
async fn signed(
    tx: &mut Tx,
    context: &Context<'_>,
    paper: &Paper,
) -> Result<(Opened, Signature), Failed<NotSealed>> {
    let opened = opened(tx, context, paper).await?;
    let seals = store::seals::of_paper(tx, &opened.school, paper).await?;
    let mine = open(&opened.signatures, &seals, &context.actor.person);
    let mine = mine.map_err(|why| Failed::Refused(NotSealed::Rule(why)))?.clone();
    Ok((opened, mine))
}

/// While the file was checked, the paper may have been changed: what was checked must be what holds.
async fn seal_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    paper: &Paper,
    seal: &Seal,
) -> Result<(), Failed<NotSealed>> {
    let (opened, mine) = signed(tx, context, paper).await?;
    if mine.hash != seal.signature {
        return Err(Failed::Refused(NotSealed::Rule(Refused::NotSigned)));
    }
    store::seals::add_to_paper(tx, &opened.school, paper, seal).await?;
    let what = match paper {
        Paper::Plan(_) => "plan-sealed",
        Paper::Order(_) => "order-sealed",
    };
    Ok(context.audit(tx, &opened.school, what, paper.id(), "").await?)
}

/// The hash of what a paper says now.
async fn content_now(tx: &mut Tx, paper: &Paper) -> store::Result<Option<String>> {
    match paper {
        Paper::Plan(id) => {
            let Some(plan) = store::plans::get(tx, id).await? else { return Ok(None) };
            Ok(plans::content_hash(&plan, &store::plans::items(tx, &plan).await?))
        }
        Paper::Order(id) => {
            let Some(order) = store::orders::get(tx, id).await? else { return Ok(None) };
            let sheet = store::orders::sheet(tx, &order).await?;
            Ok(sheet.and_then(|sheet| orders::content_hash(&order, &sheet)))
        }
    }
}

/// How many qualified signatures hold on a paper: those over something else than it says now count for nothing.
pub async fn counted_on(tx: &mut Tx, school: &SchoolId, paper: &Paper) -> store::Result<usize> {
    let mut signatures = store::signatures::of_paper(tx, school, paper).await?;
    let now = content_now(tx, paper).await?;
    signatures.retain(|one| Some(&one.content) == now.as_ref());
    let seals = store::seals::of_paper(tx, school, paper).await?;
    Ok(holding(&signatures, &seals).len())
}
