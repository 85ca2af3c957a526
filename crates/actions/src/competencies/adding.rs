//! The coordinator adds a line to the school's frame, or takes one off that does not hold yet.

use crate::{Context, Failed};
use domain::CompetencyItemId;
use domain::competencies::{AddRefused, Addition, Field, add as may_add, year_of_change};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::regulations::Words;
use store::WriteTx;

/// Adds a line from the next school year on; before the selection of this one, from this one on. One that stands with the
/// same words is that one.
pub async fn add(
    context: &Context<'_>,
    programme: &Programme,
    field: Field,
    words: &Words,
) -> Result<CompetencyItemId, Failed<AddRefused>> {
    store::change!(context.db, tx => add_in(&mut tx, context, programme, field, words))
}

async fn add_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    field: Field,
    words: &Words,
) -> Result<CompetencyItemId, Failed<AddRefused>> {
    may(context.actor, &Action::ManageProgramme(&programme.school))?;
    let standing = store::competencies::additions(tx, &programme.school).await?;
    let trimmed = words.trimmed();
    // The form came twice.
    if let Some(same) = standing.iter().find(|one| one.words == trimmed && one.field == field) {
        return Ok(same.id.clone());
    }
    let addition = Addition {
        id: context.id(),
        school: programme.school.clone(),
        field,
        words: may_add(words, &standing).map_err(Failed::Refused)?,
        from_year: year_of_change(programme, context.today),
        added: (context.actor.person.clone(), context.now),
    };
    store::competencies::add(tx, &addition).await?;
    context.audit(tx, &addition.school, "competency-item-added", addition.id.as_str(), "").await?;
    Ok(addition.id)
}

/// Takes a line off that does not hold yet; a year that has begun keeps its frame.
pub async fn remove(
    context: &Context<'_>,
    programme: &Programme,
    id: &CompetencyItemId,
) -> Result<(), Failed<AddRefused>> {
    store::change!(context.db, tx => remove_in(&mut tx, context, programme, id))
}

async fn remove_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    id: &CompetencyItemId,
) -> Result<(), Failed<AddRefused>> {
    may(context.actor, &Action::ManageProgramme(&programme.school))?;
    let standing = store::competencies::additions(tx, &programme.school).await?;
    let addition = standing.iter().find(|one| one.id == *id).ok_or(Failed::NotFound)?;
    addition.may_go(programme, context.today).map_err(Failed::Refused)?;
    store::competencies::remove(tx, &programme.school, id).await?;
    context.audit(tx, &programme.school, "competency-item-removed", id.as_str(), "").await?;
    Ok(())
}
