//! A right to mentor counts in the school that granted it; another school of the district may recognise it
//! (docs/decisions/0088). Its holder shows the number of the certificate there, the coordinator says yes, and the right
//! stands there as long as it stands at its source.

use crate::{Context, Failed, Never};
use domain::certificates::{Certificate, Validity, granted};
use domain::courses::{Course, State};
use domain::permissions::{Action, may};
use domain::recognitions::{RecogniseRefused, Recognition, may_recognise};
use domain::schools::School;
use domain::{PersonId, SchoolId};
use store::{Tx, WriteTx};

/// A right that somebody shows, as those read it who may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What is shown.
    pub recognition: Recognition,
    /// Who shows it.
    pub name: String,
    /// The school that granted it.
    pub source: School,
    /// What the certificate is worth today.
    pub validity: Validity,
    /// The actor may recognise it, or end that.
    pub may_decide: bool,
}

/// What people of a school were granted elsewhere, as it stands there, of those whose right is recognised here.
pub(crate) async fn states(tx: &mut Tx, school: &SchoolId) -> store::Result<Vec<(PersonId, State)>> {
    let mut states = Vec::new();
    for one in store::recognitions::of_school(tx, school).await? {
        if one.recognised.is_some()
            && let Some(course) = store::courses::get(tx, &one.source, &one.course).await?
        {
            states.push((one.person, course.candidate.state));
        }
    }
    Ok(states)
}

/// What is shown in the actor's school: of all for whoever leads the course, of themselves for everybody else.
pub async fn seen(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Shown>, Failed<Never>> {
    let (school, me) = (school(context)?, &context.actor.person);
    may(context.actor, &Action::JoinCourse { school, person: me })?;
    let leads = may(context.actor, &Action::ManageCourses(school)).is_ok();
    let mut seen = Vec::new();
    for recognition in store::recognitions::of_school(tx, school).await? {
        if leads || recognition.person == *me {
            seen.extend(shown(tx, context, recognition).await?);
        }
    }
    Ok(seen)
}

async fn shown(tx: &mut Tx, context: &Context<'_>, recognition: Recognition) -> store::Result<Option<Shown>> {
    let person = store::people::get(tx, &recognition.person).await?;
    let source = store::schools::get(tx, &recognition.source).await?;
    let course = store::courses::get(tx, &recognition.source, &recognition.course).await?;
    let (Some(person), Some(source), Some(course)) = (person, source, course) else { return Ok(None) };
    let Some((_, validity)) = granted(&course.candidate.state, context.today) else { return Ok(None) };
    let decide = Action::RecogniseRight { school: &recognition.school, person: &recognition.person };
    let may_decide = may(context.actor, &decide).is_ok();
    Ok(Some(Shown { name: person.name.full(), source, validity, may_decide, recognition }))
}

/// How many wait for the actor's word; nought for whoever decides none.
pub async fn waiting(tx: &mut Tx, context: &Context<'_>) -> store::Result<usize> {
    let Some(school) = context.actor.school.as_ref() else { return Ok(0) };
    if may(context.actor, &Action::ManageCourses(school)).is_err() {
        return Ok(0);
    }
    let waits = |one: &Recognition| {
        let decide = Action::RecogniseRight { school, person: &one.person };
        one.recognised.is_none() && may(context.actor, &decide).is_ok()
    };
    Ok(store::recognitions::of_school(tx, school).await?.iter().filter(|one| waits(one)).count())
}

/// The other schools of the district, to choose the one that granted the right from.
pub async fn sources(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<School>, Failed<Never>> {
    let mut found = Vec::new();
    for id in crate::schools::neighbours(tx, school(context)?).await? {
        found.extend(store::schools::get(tx, &id).await?);
    }
    Ok(found)
}

/// A certificate of another school of the district that somebody here may show today, with the course that granted it.
async fn found(
    tx: &mut Tx,
    context: &Context<'_>,
    here: &SchoolId,
    shows: &PersonId,
    (source, number): (&SchoolId, u32),
) -> Result<(Certificate, Course), Failed<RecogniseRefused>> {
    let unknown = || Failed::Refused(RecogniseRefused::Unknown);
    if !crate::schools::neighbours(tx, here).await?.contains(source) {
        return Err(unknown());
    }
    let made = store::certificates::by_number(tx, source, number).await?.ok_or_else(unknown)?;
    let course = store::courses::get(tx, source, &made.course).await?.ok_or_else(unknown)?;
    let holder = store::people::get(tx, &made.person).await?.ok_or_else(unknown)?;
    let person = store::people::get(tx, shows).await?.ok_or_else(unknown)?;
    may_recognise(&course.candidate.state, &holder.name, &person.name, context.today)
        .map_err(Failed::Refused)?;
    Ok((made, course))
}

/// The actor shows a right that another school granted them; what they show already stays as it is.
pub async fn show(
    context: &Context<'_>,
    source: &SchoolId,
    number: u32,
) -> Result<(), Failed<RecogniseRefused>> {
    store::change!(context.db, tx => show_in(&mut tx, context, source, number))
}

async fn show_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    source: &SchoolId,
    number: u32,
) -> Result<(), Failed<RecogniseRefused>> {
    let (school, me) = (school(context)?, &context.actor.person);
    may(context.actor, &Action::JoinCourse { school, person: me })?;
    let (made, course) = found(tx, context, school, me, (source, number)).await?;
    let standing = store::recognitions::of_school(tx, school).await?;
    if let Some(same) = standing.iter().find(|one| one.is_about(source, number)) {
        // The form came twice, or a namesake has shown it.
        let own = same.person == *me;
        return if own { Ok(()) } else { Err(Failed::Refused(RecogniseRefused::Unknown)) };
    }
    let shown = Recognition {
        school: school.clone(),
        person: me.clone(),
        source: source.clone(),
        course: course.candidate.course,
        number: made.number,
        shown_at: context.now,
        recognised: None,
        version: 0,
    };
    store::recognitions::add(tx, &shown).await?;
    Ok(context.audit(tx, school, "course-right-shown", me.as_str(), "").await?)
}

/// The actor does not show it any more, as long as it waits; what is recognised is the coordinator's to end.
pub async fn withdraw(context: &Context<'_>, source: &SchoolId, number: u32) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => withdraw_in(&mut tx, context, source, number))
}

async fn withdraw_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    source: &SchoolId,
    number: u32,
) -> Result<(), Failed<Never>> {
    let (school, me) = (school(context)?, &context.actor.person);
    may(context.actor, &Action::JoinCourse { school, person: me })?;
    let standing = store::recognitions::of_school(tx, school).await?;
    let own = |one: &&Recognition| one.person == *me && one.is_about(source, number);
    match standing.iter().find(own) {
        // The form came twice.
        None => Ok(()),
        Some(shown) if shown.recognised.is_some() => Err(Failed::Forbidden),
        Some(shown) => {
            store::recognitions::forget(tx, shown).await?;
            Ok(context.audit(tx, school, "course-right-hidden", me.as_str(), "").await?)
        }
    }
}

/// What somebody shows in the actor's school, for whoever may decide it.
async fn decided<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    source: &SchoolId,
    number: u32,
) -> Result<Option<Recognition>, Failed<R>> {
    let school = school(context)?;
    may(context.actor, &Action::ManageCourses(school))?;
    let standing = store::recognitions::of_school(tx, school).await?;
    let found = standing.into_iter().find(|one| one.is_about(source, number));
    if let Some(shown) = &found {
        may(context.actor, &Action::RecogniseRight { school, person: &shown.person })?;
    }
    Ok(found)
}

/// The coordinator recognises a right that is shown: it stands here from now on as it stands at its source. Both schools'
/// logs say so.
pub async fn recognise(
    context: &Context<'_>,
    source: &SchoolId,
    number: u32,
) -> Result<(), Failed<RecogniseRefused>> {
    store::change!(context.db, tx => recognise_in(&mut tx, context, source, number))
}

async fn recognise_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    source: &SchoolId,
    number: u32,
) -> Result<(), Failed<RecogniseRefused>> {
    let shown = decided(tx, context, source, number).await?.ok_or(Failed::NotFound)?;
    if shown.recognised.is_some() {
        return Ok(());
    }
    // It is looked up anew: since it was shown it may have ended, or a school have gone to another district.
    let (made, _) = found(tx, context, &shown.school, &shown.person, (source, number)).await?;
    let by = (&context.actor.person, context.now);
    store::recognitions::recognise(tx, &shown, by).await?;
    context.audit(tx, &shown.school, "course-right-recognised", shown.person.as_str(), "").await?;
    Ok(context.audit(tx, source, "course-right-carried", made.person.as_str(), "").await?)
}

/// The coordinator does not recognise what is shown, or no more; its holder may show it again.
pub async fn decline(context: &Context<'_>, source: &SchoolId, number: u32) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => decline_in(&mut tx, context, source, number))
}

async fn decline_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    source: &SchoolId,
    number: u32,
) -> Result<(), Failed<Never>> {
    // The form came twice.
    let Some(shown) = decided::<Never>(tx, context, source, number).await? else { return Ok(()) };
    store::recognitions::forget(tx, &shown).await?;
    let (school, person) = (&shown.school, shown.person.as_str());
    if shown.recognised.is_none() {
        return Ok(context.audit(tx, school, "course-right-declined", person, "").await?);
    }
    context.audit(tx, school, "course-right-ended", person, "").await?;
    let course = store::courses::get(tx, source, &shown.course).await?;
    if let Some(course) = course {
        let holder = course.candidate.person;
        context.audit(tx, source, "course-right-returned", holder.as_str(), "").await?;
    }
    Ok(())
}

/// The school of the actor.
fn school<'a, R>(context: &Context<'a>) -> Result<&'a SchoolId, Failed<R>> {
    context.actor.school.as_ref().ok_or(Failed::NotFound)
}
