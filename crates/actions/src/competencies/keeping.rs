//! The newcomer attaches a fact or a line of their own, takes it back, shows the frame or not, begins the next thing; the
//! mentor of now suggests.

use super::{Opened, own, shown};
use crate::{Context, Failed, Never};
use domain::competencies::{Evidence, Item, Proof, Refused, State, keep};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::{EvidenceId, NewcomerId};
use store::WriteTx;

/// The newcomer attaches something to a line; what was suggested is taken so. What is attached already stays as it is.
pub async fn attach(
    context: &Context<'_>,
    programme: &Programme,
    item: &Item,
    proof: &Proof,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => attach_in(&mut tx, context, programme, item, proof))
}

async fn attach_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    item: &Item,
    proof: &Proof,
) -> Result<(), Failed<Refused>> {
    let opened = own(tx, context, programme).await?.ok_or(Failed::NotFound)?;
    let proof = match proof {
        Proof::Words(words) => Proof::Words(words.trim().to_owned()),
        Proof::Fact(fact) => Proof::Fact(fact.clone()),
    };
    match standing(&opened, item, &proof) {
        Some(evidence) if evidence.state == State::Attached => return Ok(()),
        Some(evidence) => {
            let accepted = evidence.clone().accept(context.actor.person.clone(), context.now);
            store::competencies::accept(tx, &accepted).await?;
        }
        None => begin(tx, context, &opened, item, proof, State::Attached).await?,
    }
    let newcomer = opened.newcomer.id.as_str();
    context.audit(tx, &opened.newcomer.school, "evidence-attached", newcomer, "").await?;
    Ok(())
}

/// The same evidence, where it stands already.
fn standing<'a>(opened: &'a Opened, item: &Item, proof: &Proof) -> Option<&'a Evidence> {
    opened.evidence.iter().find(|one| one.item == *item && one.proof == *proof)
}

/// Keeps new evidence: for a line of the frame, of a fact that the actor may read.
async fn begin(
    tx: &mut WriteTx,
    context: &Context<'_>,
    opened: &Opened,
    item: &Item,
    proof: Proof,
    state: State,
) -> Result<(), Failed<Refused>> {
    opened.line(item).ok_or(Failed::NotFound)?;
    let of_item = opened.evidence.iter().filter(|one| one.item == *item).count();
    keep(&proof, of_item, opened.programme.phase(context.today)).map_err(Failed::Refused)?;
    if let Proof::Fact(fact) = &proof
        && !opened.facts.iter().any(|found| found.fact == *fact)
    {
        return Err(Failed::Refused(Refused::NoFact));
    }
    let evidence = Evidence {
        id: context.id(),
        school: opened.newcomer.school.clone(),
        newcomer: opened.newcomer.id.clone(),
        item: item.clone(),
        proof,
        state,
        by: context.actor.person.clone(),
        at: context.now,
    };
    Ok(store::competencies::keep(tx, &evidence).await?)
}

/// The newcomer takes evidence back, or does not need what was suggested.
pub async fn take_back(
    context: &Context<'_>,
    programme: &Programme,
    id: &EvidenceId,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => take_back_in(&mut tx, context, programme, id))
}

async fn take_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    id: &EvidenceId,
) -> Result<(), Failed<Never>> {
    let opened = own(tx, context, programme).await?.ok_or(Failed::NotFound)?;
    let evidence = opened.evidence.iter().find(|one| one.id == *id).ok_or(Failed::NotFound)?;
    store::competencies::forget(tx, &evidence.school, id).await?;
    let newcomer = opened.newcomer.id.as_str();
    context.audit(tx, &evidence.school, "evidence-taken-back", newcomer, "").await?;
    Ok(())
}

/// The newcomer shows the frame to the mentor of now, or does so no longer. What stands so already is left alone.
pub async fn share(context: &Context<'_>, programme: &Programme, shared: bool) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => share_in(&mut tx, context, programme, shared))
}

async fn share_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    shared: bool,
) -> Result<(), Failed<Never>> {
    let opened = own(tx, context, programme).await?.ok_or(Failed::NotFound)?;
    if opened.shared != shared {
        let (school, newcomer) = (&opened.newcomer.school, &opened.newcomer.id);
        store::competencies::share(tx, school, newcomer, shared).await?;
        let what = if shared { "competencies-shared" } else { "competencies-unshared" };
        context.audit(tx, school, what, newcomer.as_str(), "").await?;
    }
    Ok(())
}

/// The mentor of now suggests a fact for a line of a frame that is shared. What stands there already stays as it is.
pub async fn suggest(
    context: &Context<'_>,
    newcomer: &NewcomerId,
    item: &Item,
    proof: &Proof,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => suggest_in(&mut tx, context, newcomer, item, proof))
}

async fn suggest_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &NewcomerId,
    item: &Item,
    proof: &Proof,
) -> Result<(), Failed<Refused>> {
    let opened = shown(tx, context, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::SuggestEvidence(opened.two()))?;
    if !opened.shared {
        return Err(Failed::Refused(Refused::NotShared));
    }
    if standing(&opened, item, proof).is_some() {
        return Ok(());
    }
    begin(tx, context, &opened, item, proof.clone(), State::Suggested).await?;
    context.audit(tx, &opened.newcomer.school, "evidence-suggested", id.as_str(), "").await?;
    Ok(())
}

/// The newcomer takes the small step of a line's topic into the development plan; what is there already stays.
pub async fn take_step(
    context: &Context<'_>,
    programme: &Programme,
    item: &Item,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => take_step_in(&mut tx, context, programme, item))
}

async fn take_step_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    item: &Item,
) -> Result<(), Failed<Refused>> {
    let opened = own(tx, context, programme).await?.ok_or(Failed::NotFound)?;
    let line = opened.line(item).ok_or(Failed::NotFound)?;
    let topic = line.topic.ok_or(Failed::Refused(Refused::NoStep))?;
    let taken = crate::plans::take_up(tx, context, &opened.newcomer, programme, topic.step()).await;
    taken.map_err(|failed| failed.map(|_| Refused::NoStep))?;
    Ok(())
}
