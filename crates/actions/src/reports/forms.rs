//! The form of a school: the set of the program, what the district has added, what the school has added (feat:F1).

use super::editions::edition_of;
use crate::{Context, Failed};
use domain::permissions::{Action, may};
use domain::reports::{Asked, FieldRefused, Form, Kind, Label, Origin, Term, field, in_force};
use domain::{Day, DistrictId, SchoolId};
use store::reports::Place;
use store::{Tx, WriteTx};

/// A form as a district keeps it on a day.
pub async fn form_of_district(
    tx: &mut Tx,
    district: &DistrictId,
    kind: Kind,
    term: Term,
    day: Day,
) -> store::Result<Form> {
    let added = store::reports::fields(tx, Place::District(district), kind).await?;
    let editions = store::reports::editions(tx, Place::District(district), kind).await?;
    Ok(Form::usual(kind, term).with(added).under(in_force(&editions, day)))
}

/// The form that a report of a school is begun with on a day.
pub async fn form(tx: &mut Tx, school: &SchoolId, kind: Kind, term: Term, day: Day) -> store::Result<Form> {
    let (mut added, mut edition) = (Vec::new(), None);
    if let Some(found) = store::schools::get(tx, school).await? {
        added = store::reports::fields(tx, Place::District(&found.district), kind).await?;
        edition = edition_of(tx, school, &found.district, kind, day).await?;
    }
    added.extend(store::reports::fields(tx, Place::School(school), kind).await?);
    Ok(Form::usual(kind, term).with(added).under(edition.as_ref()))
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

/// Adds a field to a form: the coordinator for the school, the district's officer for all schools of the district.
/// The same field a second time is the first one: the form came twice.
pub async fn add_field(
    context: &Context<'_>,
    kind: Kind,
    label: &Label,
    asked: Asked,
    district: Option<&DistrictId>,
) -> Result<(), Failed<FieldRefused>> {
    store::change!(context.db, tx => add_field_in(&mut tx, context, kind, label, asked, district))
}

async fn add_field_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    kind: Kind,
    label: &Label,
    asked: Asked,
    district: Option<&DistrictId>,
) -> Result<(), Failed<FieldRefused>> {
    let (place, origin) = match (district, &context.actor.school) {
        (Some(district), _) => {
            may(context.actor, &Action::ManageDistrictForms(district))?;
            (Place::District(district), Origin::District)
        }
        (None, Some(school)) => {
            may(context.actor, &Action::ManageForms(school))?;
            (Place::School(school), Origin::School)
        }
        (None, None) => return Err(Failed::NotFound),
    };
    let known = store::reports::fields(tx, place, kind).await?;
    let new = field(label, asked, origin, &known).map_err(Failed::Refused)?;
    if known.iter().any(|one| one.label == new.label) {
        return Ok(());
    }
    let (id, who): (String, _) = (context.id(), (&context.actor.person, context.now));
    store::reports::add_field(tx, place, kind, &new, who, &id).await?;
    let school = context.actor.school.as_ref().filter(|_| origin == Origin::School);
    Ok(context.audit_at(tx, school, "report-field-added", kind.word(), "").await?)
}
