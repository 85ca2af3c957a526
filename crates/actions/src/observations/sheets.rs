//! The observer writes the sheet: kept half-filled as often as one likes, finished once, amended by a new version,
//! taken back with a reason.

use super::{Opened, own, save};
use crate::formsets::begun;
use crate::letters::{Letter, promise};
use crate::plans::advance;
use crate::{Context, Failed};
use domain::ObservationId;
use domain::formsets::Added;
use domain::observations::{
    Content, MOST_SHEETS, Named, Observation, Party, Refused, Sheet, SheetRefused, State,
};
use domain::people::Person;
use domain::permissions::{Action, may};
use store::{Tx, WriteTx};

/// A sheet as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// What it says.
    pub content: Content,
    /// The version of the draft that the observer saw: what they wrote on another screen is not overwritten unseen.
    pub seen: i64,
}

/// The observer and the sheet, for a step that is theirs alone.
async fn written(tx: &mut Tx, context: &Context<'_>, id: &ObservationId) -> Result<Opened, Failed<Refused>> {
    let (opened, _) = own(tx, context, id).await?;
    may(context.actor, &Action::KeepSheet(opened.observation.lesson()))?;
    Ok(opened)
}

/// Keeps the draft. It leaves no line in the log: nobody learns that there is one (neg:N11).
pub async fn keep(
    context: &Context<'_>,
    id: &ObservationId,
    keeping: &Keeping,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => keep_in(&mut tx, context, id, keeping))
}

async fn keep_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ObservationId,
    keeping: &Keeping,
) -> Result<(), Failed<Refused>> {
    let opened = written(tx, context, id).await?;
    if is_finished_so(&opened, keeping) {
        return Ok(());
    }
    kept(tx, context, &opened, keeping).await?;
    Ok(())
}

/// The form came twice: the finished sheet says so already.
fn is_finished_so(opened: &Opened, keeping: &Keeping) -> bool {
    let finished = opened.observation.state == State::Finished && opened.draft.is_none();
    finished && opened.last().is_some_and(|last| last.content == keeping.content)
}

/// The draft with what was typed, as it stands in the database now.
async fn kept(
    tx: &mut WriteTx,
    context: &Context<'_>,
    opened: &Opened,
    keeping: &Keeping,
) -> Result<Sheet, Failed<Refused>> {
    let observation = &opened.observation;
    observation.keep(opened.now).map_err(Failed::Refused)?;
    let refused = |why| Failed::Refused(Refused::Sheet(why));
    let draft = match &opened.draft {
        Some(draft) => draft.clone(),
        // A finished sheet is amended by asking for it first.
        None if observation.state == State::Finished => return Err(Failed::Refused(Refused::NotOpen)),
        None => {
            let form = observation.kind.form();
            let added = begun(tx, &observation.school, form, context.today).await?;
            add(tx, context, observation, (1, added), Content::default()).await?
        }
    };
    keeping.content.may_stand(observation.kind, &draft.added).map_err(refused)?;
    if draft.content == keeping.content {
        return Ok(draft);
    }
    if draft.version != keeping.seen {
        return Err(Failed::Changed);
    }
    let sheet = Sheet { content: keeping.content.clone(), saved_at: context.now, ..draft };
    store::observations::save_sheet(tx, &sheet).await?;
    Ok(Sheet { version: sheet.version + 1, ..sheet })
}

async fn add(
    tx: &mut WriteTx,
    context: &Context<'_>,
    observation: &Observation,
    (number, added): (u16, Added),
    says: Content,
) -> store::Result<Sheet> {
    let sheet = Sheet {
        school: observation.school.clone(),
        observation: observation.id.clone(),
        number,
        added,
        content: says,
        saved_at: context.now,
        finished: None,
        read: None,
        version: 0,
    };
    store::observations::add_sheet(tx, &sheet).await?;
    Ok(sheet)
}

/// Keeps the sheet and finishes it: from now on it stands, and the observed teacher reads it.
pub async fn finish(
    context: &Context<'_>,
    id: &ObservationId,
    keeping: &Keeping,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => finish_in(&mut tx, context, id, keeping))
}

async fn finish_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ObservationId,
    keeping: &Keeping,
) -> Result<(), Failed<Refused>> {
    let opened = written(tx, context, id).await?;
    if is_finished_so(&opened, keeping) {
        return Ok(());
    }
    let sheet = kept(tx, context, &opened, keeping).await?;
    let what = if sheet.number == 1 { "observation-finished" } else { "observation-amended" };
    let named = [
        named(tx, opened.observation.person(Party::Observed)).await?,
        named(tx, opened.observation.person(Party::Observer)).await?,
    ];
    let done = opened.observation.finish(&sheet, opened.now).map_err(Failed::Refused)?;
    let sheet = Sheet { finished: Some((context.now, named)), saved_at: context.now, ..sheet };
    store::observations::save_sheet(tx, &sheet).await?;
    let observed = done.observed.clone();
    if sheet.number == 1 {
        advance(tx, context, &done).await?;
    }
    save(tx, context, done, what).await?;
    promise(context, tx, &observed, Letter::ObservationFinished, id.as_str()).await?;
    Ok(())
}

/// Somebody as they are today.
async fn named(tx: &mut Tx, person: &domain::PersonId) -> Result<Named, Failed<Refused>> {
    let person = store::people::get(tx, person).await?.ok_or(Failed::NotFound)?;
    let Person { name, position, subject, category, .. } = person;
    Ok(Named { name: name.full(), post: position, subject, category })
}

/// Begins a new version of a finished sheet, with what the last one says.
pub async fn amend(context: &Context<'_>, id: &ObservationId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => amend_in(&mut tx, context, id))
}

async fn amend_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ObservationId,
) -> Result<(), Failed<Refused>> {
    let opened = written(tx, context, id).await?;
    if opened.draft.is_some() {
        return Ok(());
    }
    let Some(last) = opened.last().filter(|_| opened.observation.state == State::Finished) else {
        return Err(Failed::Refused(Refused::NotOpen));
    };
    if last.number >= MOST_SHEETS {
        return Err(Failed::Refused(Refused::Sheet(SheetRefused::TooMany)));
    }
    let form = (last.number + 1, last.added.clone());
    add(tx, context, &opened.observation, form, last.content.clone()).await?;
    Ok(())
}

/// Takes a finished sheet back for good; its two read why.
pub async fn annul(context: &Context<'_>, id: &ObservationId, reason: &str) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => annul_in(&mut tx, context, id, reason))
}

async fn annul_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ObservationId,
    reason: &str,
) -> Result<(), Failed<Refused>> {
    let opened = written(tx, context, id).await?;
    if matches!(opened.observation.state, State::Void { .. }) {
        return Ok(());
    }
    let void = opened.observation.annul(reason).map_err(Failed::Refused)?;
    let observed = void.observed.clone();
    save(tx, context, void, "observation-voided").await?;
    promise(context, tx, &observed, Letter::ObservationVoided, id.as_str()).await?;
    Ok(())
}
