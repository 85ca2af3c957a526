//! Observations of lessons: proposed, agreed on, written, read, shared (doc:A9, A10; feat:D11; essay:E23).

mod printing;
mod proposing;
mod sharing;
mod sheets;

pub(crate) use printing::blocks;
pub use printing::{print, total};
pub use proposing::{Answer, Proposal, Scene, answer, propose, scene};
pub use sharing::{Stepping, read, share, take_step};
pub use sheets::{Keeping, amend, annul, finish, keep};

use crate::formsets::of_school;
use crate::letters::{Letter, promise};
use crate::meetings::busy_of;
use crate::plans::mentor_of_today;
use crate::{Context, Failed};
use domain::calendar::local;
use domain::formsets::Added;
use domain::meetings::Busy;
use domain::observations::{Kind, Observation, Party, Sheet};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::{ObservationId, PersonId};
use jiff::civil::DateTime;
use store::{Tx, WriteTx};

/// An observation as somebody may see it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The observation.
    pub observation: Observation,
    /// Its programme.
    pub programme: Programme,
    /// The mentor of the newcomer today.
    pub mentor: Option<PersonId>,
    /// Which of the two the actor is; nobody of them, where a sheet is shared.
    pub party: Option<Party>,
    /// Finished versions of the sheet that the actor may read, the first one first; whoever is not one of the two reads
    /// the last one alone.
    pub finished: Vec<Sheet>,
    /// The draft; comes to the observer alone (neg:N11).
    pub draft: Option<Sheet>,
    /// Day and time where the school is.
    pub now: DateTime,
    /// Minutes ahead of UTC there.
    offset: i16,
}

impl Opened {
    /// The version that holds.
    pub fn last(&self) -> Option<&Sheet> {
        self.finished.last()
    }

    /// The newcomer's person: the one of the two whom it is about.
    pub const fn newcomer(&self) -> &PersonId {
        newcomer_of(&self.observation)
    }
}

/// The questions that were added to the sheet: those with which it was begun, or those of today's form.
pub async fn questions(tx: &mut Tx, opened: &Opened) -> store::Result<Added> {
    let observation = &opened.observation;
    match opened.draft.as_ref().or(opened.last()) {
        Some(sheet) => Ok(sheet.added.clone()),
        None => of_school(tx, &observation.school, observation.kind.form()).await,
    }
}

const fn newcomer_of(observation: &Observation) -> &PersonId {
    match observation.kind {
        Kind::ByNewcomer => &observation.observer,
        Kind::ByMentor | Kind::ByOutsider | Kind::Control => &observation.observed,
    }
}

/// The one of the two who is not the newcomer.
const fn other_of(observation: &Observation) -> &PersonId {
    match observation.kind {
        Kind::ByNewcomer => &observation.observed,
        Kind::ByMentor | Kind::ByOutsider | Kind::Control => &observation.observer,
    }
}

/// An observation that the actor may see: as one of the two, or because a finished sheet is open to them.
pub async fn opened(tx: &mut Tx, context: &Context<'_>, id: &ObservationId) -> store::Result<Option<Opened>> {
    let Some(observation) = store::observations::get(tx, id).await? else { return Ok(None) };
    let school = &observation.school;
    let mentor = mentor_of_today(tx, school, &observation.newcomer, context.today).await?;
    let me = &context.actor.person;
    let mut sheets = store::observations::sheets(tx, school, id, me).await?;
    sheets.retain(|sheet| {
        let reading = observation.reading(mentor.as_ref(), !sheet.is_draft());
        may(context.actor, &Action::ReadSheet(reading)).is_ok()
    });
    let party = observation.party(me).filter(|_| {
        let lesson = observation.lesson();
        may(context.actor, &Action::Observe(lesson)).is_ok()
    });
    if party.is_none() && sheets.is_empty() {
        return Ok(None);
    }
    let (Some(programme), Some(there)) = (
        store::programmes::get(tx, school, &observation.programme).await?,
        store::schools::get(tx, school).await?,
    ) else {
        return Ok(None);
    };
    let offset = there.utc_offset_minutes;
    let now = local(context.now, offset);
    let (drafts, mut finished): (Vec<_>, Vec<_>) = sheets.into_iter().partition(Sheet::is_draft);
    if party.is_none() {
        finished = finished.pop().into_iter().collect();
    }
    let draft = drafts.into_iter().next();
    Ok(Some(Opened { observation, programme, mentor, party, finished, draft, now, offset }))
}

/// What the two have to do beside this lesson; the observed one teaches in it.
async fn busy(tx: &mut Tx, programme: &Programme, observation: &Observation) -> store::Result<Busy> {
    let (newcomer, other) = (newcomer_of(observation), other_of(observation));
    busy_of(tx, programme, newcomer, other, Some(observation.id.as_str())).await
}

/// The same as one of the two comes to it for a step.
async fn own<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &ObservationId,
) -> Result<(Opened, Party), Failed<R>> {
    let opened = opened(tx, context, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::Observe(opened.observation.lesson()))?;
    let party = opened.party.ok_or(Failed::NotFound)?;
    Ok((opened, party))
}

/// Saves, and writes into the log that it was done.
async fn save(
    tx: &mut WriteTx,
    context: &Context<'_>,
    observation: Observation,
    what: &str,
) -> store::Result<()> {
    let observation = Observation { changed_at: context.now, ..observation };
    store::observations::save(tx, &observation).await?;
    context.audit(tx, &observation.school, what, observation.id.as_str(), "").await
}

/// Takes back one observation and tells nobody; gives it where it was still to come.
pub(crate) async fn drop_out(
    tx: &mut WriteTx,
    context: &Context<'_>,
    observation: Observation,
) -> store::Result<Option<Observation>> {
    let Some(dropped) = observation.drop_out() else { return Ok(None) };
    let dropped = Observation { changed_at: context.now, ..dropped };
    store::observations::save(tx, &dropped).await?;
    context.audit_nameless(tx, &dropped.school, "observation-withdrawn", dropped.id.as_str()).await?;
    Ok(Some(dropped))
}

/// Takes back what somebody who leaves has before them, or what a pair had that ends; both are told, but for whoever
/// leaves (neg:N17).
pub(crate) async fn take_back(
    tx: &mut WriteTx,
    context: &Context<'_>,
    observations: Vec<Observation>,
    leaving: Option<&PersonId>,
) -> store::Result<()> {
    for observation in observations {
        let Some(dropped) = drop_out(tx, context, observation).await? else { continue };
        let id = dropped.id.as_str();
        for person in [&dropped.observed, &dropped.observer].into_iter().filter(|one| Some(*one) != leaving) {
            promise(context, tx, person, Letter::ObservationCancelled, id).await?;
        }
    }
    Ok(())
}
