//! The certificate of a mentor (feat:G8; doc:A18): its holder makes it once the course has granted the right, prints it and
//! decides whether the own card says it; the coordinator takes a right away with a reason that stays in the school;
//! anybody checks a paper by its code and learns its validity and no name.

use crate::courses::minutes_attended;
use crate::formsets::begun;
use crate::letters::{Letter, promise};
use crate::orders::{Unprintable, code, heading_in, named, party, version};
use crate::people::head_of;
use crate::reports::{Press, edition_named, shaped};
use crate::{Context, Failed, Never};
use documents::certificates as printed;
use domain::calendar::local;
use domain::certificates::{Certificate, MakeRefused, Validity, first_year, granted, may_make};
use domain::courses::{Course, Decision, Right, State, StepRefused};
use domain::formsets::Kind;
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::schools::School;
use domain::{CourseId, Day, PersonId, SchoolId};
use i18n::Lang;
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// A right of the actor, with the certificate about it where one was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The course that granted it.
    pub course: CourseId,
    /// For how long.
    pub right: Right,
    /// What it is worth today.
    pub validity: Validity,
    /// The certificate.
    pub certificate: Option<Certificate>,
}

/// The rights that the actor was ever granted in the school, the latest first.
pub async fn own(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Held>> {
    let Some(school) = context.actor.school.as_ref() else { return Ok(Vec::new()) };
    let me = &context.actor.person;
    if may(context.actor, &Action::JoinCourse { school, person: me }).is_err() {
        return Ok(Vec::new());
    }
    let mut held = Vec::new();
    for course in store::courses::of_person(tx, school, me).await? {
        let Some((right, validity)) = granted(&course.candidate.state, context.today) else { continue };
        let course = course.candidate.course;
        let certificate = store::certificates::of_course(tx, school, &course).await?;
        held.push(Held { course, right, validity, certificate });
    }
    held.reverse();
    Ok(held)
}

/// A course of the actor; to everybody else it is not there.
async fn own_course<R>(tx: &mut Tx, context: &Context<'_>, id: &CourseId) -> Result<Course, Failed<R>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let course = store::courses::get(tx, school, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::JoinCourse { school, person: &course.candidate.person })?;
    Ok(course)
}

/// The holder of a right makes the certificate about it; where there is one, nothing changes.
pub async fn make(context: &Context<'_>, course: &CourseId) -> Result<(), Failed<MakeRefused>> {
    store::change!(context.db, tx => make_in(&mut tx, context, course))
}

async fn make_in(tx: &mut WriteTx, context: &Context<'_>, id: &CourseId) -> Result<(), Failed<MakeRefused>> {
    let course = own_course(tx, context, id).await?;
    if store::certificates::of_course(tx, &course.school, id).await?.is_some() {
        return Ok(());
    }
    may_make(&course.candidate.state, context.today).map_err(Failed::Refused)?;
    let certificate = Certificate {
        school: course.school.clone(),
        course: id.clone(),
        person: course.candidate.person.clone(),
        number: store::certificates::last_number(tx, &course.school).await?.saturating_add(1),
        code: code(context),
        minutes: minutes_attended(tx, &course).await?,
        on_card: false,
        made_at: context.now,
        version: 0,
    };
    store::certificates::add(tx, &certificate).await?;
    Ok(context.audit(tx, &course.school, "certificate-made", certificate.person.as_str(), "").await?)
}

/// The holder lets the own card say until when the certificate holds, or not any more.
pub async fn show(context: &Context<'_>, course: &CourseId, on_card: bool) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => show_in(&mut tx, context, course, on_card))
}

async fn show_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CourseId,
    on_card: bool,
) -> Result<(), Failed<Never>> {
    let course = own_course(tx, context, id).await?;
    let made = store::certificates::of_course(tx, &course.school, id).await?.ok_or(Failed::NotFound)?;
    if made.on_card == on_card {
        return Ok(());
    }
    let made = Certificate { on_card, ..made };
    store::certificates::save(tx, &made).await?;
    let what = if on_card { "certificate-shown" } else { "certificate-hidden" };
    Ok(context.audit(tx, &course.school, what, made.person.as_str(), "").await?)
}

/// Until when people of a school are certified, of those who let their card say so and whose right holds on a day.
pub async fn on_cards(tx: &mut Tx, school: &SchoolId, day: Day) -> store::Result<BTreeMap<PersonId, Day>> {
    let mut made = store::certificates::of_school(tx, school).await?;
    made.retain(|one| one.on_card);
    if made.is_empty() {
        return Ok(BTreeMap::new());
    }
    let courses = store::courses::candidates(tx, school).await?;
    let until = |one: &Certificate| {
        let course = courses.iter().find(|course| course.candidate.course == one.course)?;
        match granted(&course.candidate.state, day) {
            Some((_, Validity::Valid { until })) => Some(until),
            _ => None,
        }
    };
    Ok(made.iter().filter_map(|one| Some((one.person.clone(), until(one)?))).collect())
}

/// What a stranger learns of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The school that made it.
    pub school: SchoolId,
    /// Its number.
    pub number: u32,
    /// The day from which the right holds, which is the day on the paper.
    pub on: Day,
    /// What it is worth.
    pub validity: Validity,
}

/// The certificate under a code, for whoever holds the paper.
pub async fn verify(tx: &mut Tx, code: &str, today: Day) -> store::Result<Option<Checked>> {
    let Some(made) = store::certificates::by_code(tx, code).await? else { return Ok(None) };
    let Some(course) = store::courses::get(tx, &made.school, &made.course).await? else { return Ok(None) };
    let checked = granted(&course.candidate.state, today);
    Ok(checked.map(|(right, validity)| Checked {
        school: made.school,
        number: made.number,
        on: right.from,
        validity,
    }))
}

/// A certificate with everything that is told of it.
pub(crate) struct Told {
    pub(crate) course: Course,
    pub(crate) made: Certificate,
    pub(crate) right: Right,
    pub(crate) school: School,
    pub(crate) holder: Person,
}

/// What the actor's certificate tells; one whose right was taken away tells nothing any more.
pub(crate) async fn told<R>(tx: &mut Tx, context: &Context<'_>, id: &CourseId) -> Result<Told, Failed<R>> {
    let course = own_course(tx, context, id).await?;
    let made = store::certificates::of_course(tx, &course.school, id).await?.ok_or(Failed::NotFound)?;
    let right = match granted(&course.candidate.state, context.today) {
        Some((right, Validity::Valid { .. } | Validity::Expired { .. })) => right,
        Some((_, Validity::Revoked)) | None => return Err(Failed::NotFound),
    };
    let school = store::schools::get(tx, &course.school).await?.ok_or(Failed::NotFound)?;
    let holder = store::people::get(tx, &made.person).await?.ok_or(Failed::NotFound)?;
    Ok(Told { course, made, right, school, holder })
}

/// Prints the certificate for its holder; one whose right was taken away is not printed any more. It has the body of the edition
/// that was in force on the day on which the certificate was made: a later one does not change it.
pub async fn print(
    context: &Context<'_>,
    id: &CourseId,
    lang: Lang,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let Told { course, made, right, school, holder } = told(&mut tx, context, id).await?;
    let head = head_of(&mut tx, &course.school, context.today).await?;
    let made_on = local(made.made_at, school.utc_offset_minutes).date();
    let begun = begun(&mut tx, &course.school, Kind::Certificate, made_on).await?;
    let edition = edition_named(&mut tx, begun.edition.as_ref()).await?;
    drop(tx);
    let number = (made.number.to_string(), right.from);
    let mut paper = heading_in(&school, first_year(right.from), &made.code, number, press.address);
    paper.template_version = version(edition.as_ref());
    let certificate = printed::Certificate {
        paper,
        holder: named(&party(&holder)),
        head: head.map(|head| named(&party(&head))),
        begun: course.begun_on,
        from: right.from,
        until: right.until,
        programme: printed::Programme {
            cases: course.rules.cases,
            replies: course.rules.replies,
            minutes: course.rules.minutes,
        },
        minutes: made.minutes,
    };
    shaped(press, certificate, edition, id.as_str(), (lang, context.now)).await
}

/// The name of whose right the actor may take away; nothing where none is in force.
pub async fn revocable(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &CourseId,
) -> Result<String, Failed<StepRefused>> {
    let course = led_course(tx, context, id).await?;
    let holder = store::people::get(tx, &course.candidate.person).await?.ok_or(Failed::NotFound)?;
    match granted(&course.candidate.state, context.today) {
        Some((_, Validity::Valid { .. })) => Ok(holder.name.full()),
        _ => Err(Failed::NotFound),
    }
}

async fn led_course(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &CourseId,
) -> Result<Course, Failed<StepRefused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let course = store::courses::get(tx, school, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::RevokeRight { school, person: &course.candidate.person })?;
    Ok(course)
}

/// The coordinator takes a right away, and with it the certificate. The reason stays with the course.
pub async fn revoke(
    context: &Context<'_>,
    course: &CourseId,
    reason: &str,
) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => revoke_in(&mut tx, context, course, reason))
}

async fn revoke_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CourseId,
    reason: &str,
) -> Result<(), Failed<StepRefused>> {
    let course = led_course(tx, context, id).await?;
    let by = context.actor.person.clone();
    let decision = Decision { by, at: context.now, reason: reason.trim().to_owned() };
    if let State::Revoked { decision: before, .. } = &course.candidate.state
        && (&before.by, &before.reason) == (&decision.by, &decision.reason)
    {
        // The form came twice.
        return Ok(());
    }
    if !matches!(granted(&course.candidate.state, context.today), Some((_, Validity::Valid { .. }))) {
        // What is over stays «over»: only a right in force is taken away.
        return Err(Failed::Refused(StepRefused::NotHere));
    }
    let person = &course.candidate.person;
    let candidate = course.candidate.clone().revoke(decision.clone()).map_err(Failed::Refused)?;
    let mut revoked = vec![Course { candidate, ..course.clone() }];
    // Another right that still holds is taken away with it: nobody mentors by the one beside it.
    for other in store::courses::of_person(tx, &course.school, person).await? {
        let holds =
            matches!(granted(&other.candidate.state, context.today), Some((_, Validity::Valid { .. })));
        if holds && other.candidate.course != *id {
            let candidate = other.candidate.clone().revoke(decision.clone()).map_err(Failed::Refused)?;
            revoked.push(Course { candidate, ..other });
        }
    }
    for course in &revoked {
        store::courses::save(tx, course).await?;
    }
    promise(context, tx, person, Letter::RightRevoked, id.as_str()).await?;
    Ok(context.audit(tx, &course.school, "right-revoked", person.as_str(), "").await?)
}
