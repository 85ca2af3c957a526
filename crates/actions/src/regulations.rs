//! The regulation and the road map: read by everybody of the school, added to by the coordinator, printed for the head's
//! signature (doc:A20; essay:E21).

mod printing;
mod words;

pub use printing::{list, print};
pub use words::{Said, chapters, road};

use crate::{Context, Failed, Never};
use domain::RegulationLineId;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::regulations::{AddRefused, Content, Line, add as may_add};
use domain::reports::{Basis, Kind};
use store::{Tx, WriteTx};

/// What a regulation is made from.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The programme with its settings and days.
    pub programme: Programme,
    /// The forms of reports that the school uses.
    pub used: Vec<Kind>,
    /// What the school added, in its order; what was taken off, too.
    pub lines: Vec<Line>,
}

impl Opened {
    /// What the school added and what stands.
    pub fn standing(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.removed.is_none())
    }
}

/// The regulation of a programme; `None` for whoever is not of the school.
pub async fn opened(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Option<Opened>> {
    if may(context.actor, &Action::SeeProgramme(&programme.school)).is_err() {
        return Ok(None);
    }
    let used = store::reports::used(tx, &programme.school).await?;
    Ok(Some(Opened {
        programme: programme.clone(),
        used: used.into_iter().map(|(kind, _)| kind).collect(),
        lines: store::regulations::of_programme(tx, &programme.school, &programme.id).await?,
    }))
}

/// The coordinator adds a line. One that stands with the same words is that one.
pub async fn add(
    context: &Context<'_>,
    programme: &Programme,
    basis: Basis,
    said: &Content,
) -> Result<RegulationLineId, Failed<AddRefused>> {
    store::change!(context.db, tx => add_in(&mut tx, context, programme, basis, said))
}

async fn add_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    basis: Basis,
    said: &Content,
) -> Result<RegulationLineId, Failed<AddRefused>> {
    may(context.actor, &Action::ManageProgramme(&programme.school))?;
    let opened = opened(tx, context, programme).await?.ok_or(Failed::NotFound)?;
    let standing: Vec<Line> = opened.standing().cloned().collect();
    let kept = may_add(said, programme, &standing).map_err(Failed::Refused)?;
    // The form came twice.
    if let Some(same) = standing.iter().find(|line| line.content == kept && line.basis == basis) {
        return Ok(same.id.clone());
    }
    let line = Line {
        id: context.id(),
        school: programme.school.clone(),
        programme: programme.id.clone(),
        basis,
        content: kept,
        added: (context.actor.person.clone(), context.now),
        removed: None,
    };
    store::regulations::add(tx, &line).await?;
    context.audit(tx, &line.school, "regulation-line-added", line.id.as_str(), "").await?;
    Ok(line.id)
}

/// The coordinator takes a line off; it stays in the history. What is off already is left alone.
pub async fn remove(
    context: &Context<'_>,
    programme: &Programme,
    id: &RegulationLineId,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => remove_in(&mut tx, context, programme, id))
}

async fn remove_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    id: &RegulationLineId,
) -> Result<(), Failed<Never>> {
    may(context.actor, &Action::ManageProgramme(&programme.school))?;
    let lines = store::regulations::of_programme(tx, &programme.school, &programme.id).await?;
    let line = lines.into_iter().find(|line| line.id == *id).ok_or(Failed::NotFound)?;
    if line.removed.is_none() {
        store::regulations::remove(tx, &line, &context.actor.person, context.now).await?;
        context.audit(tx, &line.school, "regulation-line-removed", id.as_str(), "").await?;
    }
    Ok(())
}
