//! Organisations of the school's own, to which its volunteers may belong beside those that acts and press name (feat:I1): the
//! coordinator adds them, changes them and takes them off the list. Whoever belongs to one that was taken off keeps it.

use crate::{Context, Failed, Never};
use domain::organisations::{KeepRefused, Own, Told, may_keep};
use domain::permissions::{Action, may};
use domain::volunteers::{Belongs, Organisation, State, Volunteer};
use domain::{OrganisationId, SchoolId};
use i18n::{Lang, t};
use store::{Tx, WriteTx};

/// One of them as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The organisation.
    pub own: Own,
    /// How many who help or want to belong to it.
    pub members: usize,
}

impl Standing {
    fn of(own: Own, volunteers: &[Volunteer]) -> Self {
        let belongs = |one: &&Volunteer| {
            let under = one.organisation.as_ref().and_then(Belongs::own);
            one.state != State::Stopped && under == Some(&own.id)
        };
        let members = volunteers.iter().filter(belongs).count();
        Self { own, members }
    }
}

/// The name of an organisation; of one of the school's own as it is called now.
pub fn name(lang: Lang, own: &[Own], organisation: &Belongs) -> String {
    match organisation {
        Belongs::Known(one) => t(lang, &format!("pupils-organisation-{}", one.word()), &[]),
        Belongs::Own(id) => {
            let found = own.iter().find(|one| one.id == *id);
            found.map(|one| one.told.name.clone()).unwrap_or_default()
        }
    }
}

/// The school whose organisations the actor keeps.
fn school_of<R>(context: &Context<'_>) -> Result<SchoolId, Failed<R>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::KeepOrganisations(&school))?;
    Ok(school)
}

/// One that the actor keeps and that stands on the list.
async fn kept<R>(tx: &mut Tx, context: &Context<'_>, id: &OrganisationId) -> Result<Own, Failed<R>> {
    let own = store::organisations::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::KeepOrganisations(&own.school))?;
    if own.used { Ok(own) } else { Err(Failed::NotFound) }
}

/// Those that stand on the list of a school.
async fn on_list(tx: &mut Tx, school: &SchoolId) -> store::Result<Vec<Own>> {
    let mut all = store::organisations::of_school(tx, school).await?;
    all.retain(|one| one.used);
    Ok(all)
}

/// The list of the school.
pub async fn standing(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Standing>, Failed<Never>> {
    let school = school_of::<Never>(context)?;
    let volunteers = store::volunteers::of_school(tx, &school).await?;
    let own = on_list(tx, &school).await?;
    Ok(own.into_iter().map(|one| Standing::of(one, &volunteers)).collect())
}

/// One of them.
pub async fn opened(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &OrganisationId,
) -> Result<Standing, Failed<Never>> {
    let own = kept::<Never>(tx, context, id).await?;
    let volunteers = store::volunteers::of_school(tx, &own.school).await?;
    Ok(Standing::of(own, &volunteers))
}

/// How those that acts and press name are called, in every language: one of the school's own is not taken for them.
fn known_names() -> Vec<String> {
    let name =
        |lang: Lang, one: Organisation| i18n::t(lang, &format!("pupils-organisation-{}", one.word()), &[]);
    Lang::ALL.into_iter().flat_map(|lang| Organisation::ALL.map(|one| name(lang, one))).collect()
}

/// Adds one. The same once more is the first one: the form came twice.
pub async fn add(context: &Context<'_>, told: &Told) -> Result<(), Failed<KeepRefused>> {
    store::change!(context.db, tx => add_in(&mut tx, context, told))
}

async fn add_in(tx: &mut WriteTx, context: &Context<'_>, told: &Told) -> Result<(), Failed<KeepRefused>> {
    let school = school_of::<KeepRefused>(context)?;
    let others = on_list(tx, &school).await?;
    if others.iter().any(|one| one.told == *told) {
        return Ok(());
    }
    may_keep(told, &others, &known_names()).map_err(Failed::Refused)?;
    let own = Own { id: context.id(), school, told: told.clone(), used: true, version: 0 };
    store::organisations::add(tx, &own).await?;
    context.audit(tx, &own.school, "organisation-added", own.id.as_str(), "").await?;
    Ok(())
}

/// Gives one another name or other grades. Whoever belongs to it stays in it, of whatever grade.
pub async fn change(
    context: &Context<'_>,
    id: &OrganisationId,
    told: &Told,
) -> Result<(), Failed<KeepRefused>> {
    store::change!(context.db, tx => change_in(&mut tx, context, id, told))
}

async fn change_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &OrganisationId,
    told: &Told,
) -> Result<(), Failed<KeepRefused>> {
    let own = kept::<KeepRefused>(tx, context, id).await?;
    if own.told == *told {
        return Ok(());
    }
    let mut others = on_list(tx, &own.school).await?;
    others.retain(|one| one.id != own.id);
    may_keep(told, &others, &known_names()).map_err(Failed::Refused)?;
    let changed = Own { told: told.clone(), ..own };
    store::organisations::save(tx, &changed).await?;
    context.audit(tx, &changed.school, "organisation-changed", changed.id.as_str(), "").await?;
    Ok(())
}

/// Takes one off the list: nobody is named under it any more, and whoever belongs to it keeps it.
pub async fn remove(context: &Context<'_>, id: &OrganisationId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => remove_in(&mut tx, context, id))
}

async fn remove_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &OrganisationId,
) -> Result<(), Failed<Never>> {
    let own = kept::<Never>(tx, context, id).await?;
    let removed = Own { used: false, ..own };
    store::organisations::save(tx, &removed).await?;
    context.audit(tx, &removed.school, "organisation-removed", removed.id.as_str(), "").await?;
    Ok(())
}
