//! The form of a report: the set of the program, what the district has added, what the school has added (feat:F1).

use super::editions::edition_of;
use crate::formsets::{Whose, questions};
use crate::{Context, Failed};
use domain::formsets::Kind as FormKind;
use domain::permissions::{Action, may};
use domain::reports::{FieldRefused, Form, Kind, Term, in_force};
use domain::{Day, DistrictId, SchoolId};
use store::formsets::Place;
use store::{Tx, WriteTx};

/// A form as a district keeps it on a day.
pub async fn form_of_district(
    tx: &mut Tx,
    district: &DistrictId,
    kind: Kind,
    term: Term,
    day: Day,
) -> store::Result<Form> {
    let added = questions(tx, &Whose::District(district.clone()), FormKind::Report(kind)).await?;
    let editions = store::reports::editions(tx, Place::District(district), kind.into()).await?;
    Ok(Form::usual(kind, term).with(added.fields).under(in_force(&editions, day)))
}

/// The form that a report of a school is begun with on a day.
pub async fn form(tx: &mut Tx, school: &SchoolId, kind: Kind, term: Term, day: Day) -> store::Result<Form> {
    let added = questions(tx, &Whose::School(school.clone()), FormKind::Report(kind)).await?;
    let edition = match store::schools::get(tx, school).await? {
        Some(found) => edition_of(tx, school, &found.district, kind.into(), day).await?,
        None => None,
    };
    Ok(Form::usual(kind, term).with(added.fields).under(edition.as_ref()))
}

/// The coordinator says whether the school uses a form: of others nobody is ever reminded.
pub async fn set_used(
    context: &Context<'_>,
    school: &SchoolId,
    kind: Kind,
    used: bool,
) -> Result<(), Failed<FieldRefused>> {
    store::change!(context.db, tx => set_used_in(&mut tx, context, school, kind, used))
}

async fn set_used_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    kind: Kind,
    used: bool,
) -> Result<(), Failed<FieldRefused>> {
    may(context.actor, &Action::ManageForms(school))?;
    let known = store::reports::used(tx, school).await?.iter().any(|(one, _)| *one == kind);
    if known == used {
        return Ok(());
    }
    store::reports::set_used(tx, school, kind, used.then_some(context.now)).await?;
    let what = if used { "report-form-used" } else { "report-form-unused" };
    Ok(context.audit(tx, school, what, kind.word(), "").await?)
}
