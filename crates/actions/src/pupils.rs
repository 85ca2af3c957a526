//! Pupils and their classes, for those who look after them; whoever opens a pupil's page stands in it
//! (feat:M1, M6; docs/visibility.md).

pub mod apart;
pub mod consents;
pub mod hours;
pub mod lists;
mod printing;
pub mod proofs;
pub mod readers;
pub mod references;
pub mod referrals;
pub mod scans;
pub mod signed;
pub mod volunteers;

pub use printing::print_form;

use crate::{Context, Failed, Never};
use domain::calendar::{instant_of, local};
use domain::duties::{Assigned, Carers, carers};
use domain::permissions::{Action, may};
use domain::pupils::consents::{Consent, KEPT_YEARS};
use domain::pupils::{Pupil, grade};
use domain::visibility::{Child, Data};
use domain::{Day, Instant, PersonId, PupilId, SchoolId};
use jiff::ToSpan;
use referrals::Referring;
use std::collections::{BTreeMap, BTreeSet};
use store::pupils::reads::What;
use store::{Db, Tx, WriteTx};
use volunteers::Volunteering;

/// Years for which a referral is kept after its last day, without why, and a pair of pupils with its journal after it was
/// over (rules §18, peer logs).
const PEER_YEARS: i64 = 1;

/// A class with its pupils of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Its name, in the form in which classes are compared.
    pub key: String,
    /// Who looks after it.
    pub teachers: Vec<PersonId>,
    /// Who is in it.
    pub pupils: Vec<Pupil>,
}

/// A pupil's page, as far as its reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The pupil.
    pub pupil: Pupil,
    /// Who looks after the class.
    pub teachers: Vec<PersonId>,
    /// Consents, for whoever sees them.
    pub consents: Option<Vec<Consent>>,
    /// The reader enters and withdraws them.
    pub keeps_consents: bool,
    /// What stands about the pupil as a volunteer, for whoever sees that.
    pub volunteering: Option<Volunteering>,
    /// The reader keeps it.
    pub keeps_volunteer: bool,
    /// Help that is offered to the pupil.
    pub referring: Referring,
    /// Who opened this page, newest first, for whoever answers for it.
    pub reads: Option<Vec<(Day, PersonId)>>,
}

pub(crate) fn child<'a>(pupil: &'a Pupil, carers: &'a Carers) -> Child<'a> {
    Child {
        school: &pupil.school,
        class_teachers: &carers.class_teachers,
        specialists: &carers.specialists,
        named_by_head: &carers.named_by_head,
    }
}

/// True where pupils may help this pupil; who may read why is asked elsewhere.
async fn is_eligible(tx: &mut Tx, context: &Context<'_>, pupil: &Pupil) -> store::Result<bool> {
    let block = store::pupils::blocks::of_pupil(tx, pupil).await?;
    Ok(!block.is_some_and(|one| one.holds_on(context.today)))
}

pub(crate) fn is_carer(duties: &[Assigned], context: &Context<'_>) -> bool {
    duties.iter().any(|one| one.person == context.actor.person && one.holds_on(context.today))
}

/// True where the reader has a class or all of them to look after.
pub async fn cares(tx: &mut Tx, context: &Context<'_>) -> store::Result<bool> {
    let Some(school) = &context.actor.school else { return Ok(false) };
    Ok(is_carer(&store::duties::of_school(tx, school).await?, context))
}

/// Does the actor look after one of some pupils?
pub(crate) async fn looks_after(
    tx: &mut Tx,
    context: &Context<'_>,
    (school, pupils): (&SchoolId, &BTreeSet<PupilId>),
) -> store::Result<bool> {
    if pupils.is_empty() {
        return Ok(false);
    }
    let duties = store::duties::of_school(tx, school).await?;
    let all = store::pupils::of_school(tx, school).await?;
    let mut here = all.iter().filter(|pupil| pupils.contains(&pupil.id) && pupil.is_here(context.today));
    Ok(here.any(|pupil| {
        let carers = carers(&duties, &pupil.class_key, context.today);
        may(context.actor, &Action::KeepVolunteer(child(pupil, &carers))).is_ok()
    }))
}

/// The classes whose pupils the reader may see, by grade. For whoever looks after none they are not there.
pub async fn classes(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Class>, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    let duties = store::duties::of_school(tx, &school).await?;
    may(context.actor, &Action::SeeClasses { school: &school, carer: is_carer(&duties, context) })?;
    let mut by_class: BTreeMap<String, Vec<Pupil>> = BTreeMap::new();
    for pupil in store::pupils::of_school(tx, &school).await? {
        if pupil.is_here(context.today) {
            by_class.entry(pupil.class_key.clone()).or_default().push(pupil);
        }
    }
    let mut classes = Vec::new();
    for (key, mut pupils) in by_class {
        let carers = carers(&duties, &key, context.today);
        pupils.retain(|pupil| {
            let see = Action::SeePupil { child: child(pupil, &carers), data: Data::Card };
            may(context.actor, &see).is_ok()
        });
        if !pupils.is_empty() {
            classes.push(Class { key, teachers: carers.class_teachers, pupils });
        }
    }
    classes.sort_by_key(|class| grade(&class.key).unwrap_or(u32::MAX));
    Ok(classes)
}

/// A pupil with who looks after them, for whoever sees the card; for everybody else there is no such pupil.
pub(crate) async fn found<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &PupilId,
) -> Result<(Pupil, Carers), Failed<R>> {
    let pupil = store::pupils::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let duties = store::duties::of_school(tx, &pupil.school).await?;
    let mut carers = carers(&duties, &pupil.class_key, context.today);
    if !pupil.is_here(context.today) {
        // Whoever has left is in no class any more.
        carers.class_teachers.clear();
    }
    may(context.actor, &Action::SeePupil { child: child(&pupil, &carers), data: Data::Card })?;
    Ok((pupil, carers))
}

async fn load(tx: &mut Tx, context: &Context<'_>, id: &PupilId) -> Result<Opened, Failed<Never>> {
    let (pupil, carers) = found(tx, context, id).await?;
    let child = child(&pupil, &carers);
    let allowed = |action: Action<'_>| may(context.actor, &action).is_ok();
    let mut consents = None;
    if allowed(Action::SeePupil { child, data: Data::Consents }) {
        consents = Some(store::pupils::consents::of_pupil(tx, &pupil).await?);
    }
    let mut volunteering = None;
    if allowed(Action::SeePupil { child, data: Data::Volunteering }) {
        let mut stands = volunteers::of(tx, context, &pupil).await?;
        if allowed(Action::SeePupil { child, data: Data::Marks }) {
            let given = consents.as_deref().unwrap_or_default();
            stands.achieved = volunteers::achieved(tx, context, &pupil, (&stands, given)).await?;
        }
        volunteering = Some(stands);
    }
    let mut reads = None;
    if allowed(Action::SeeReads(child)) {
        reads = Some(readers::latest(tx, context, What::Page, &pupil).await?);
    }
    let referring = referrals::of(tx, context, &pupil, &carers).await?;
    let keeps_consents = allowed(Action::KeepPupilConsents(child));
    let keeps_volunteer = allowed(Action::KeepVolunteer(child));
    if let Some(volunteer) = volunteering.as_mut().and_then(|one| one.volunteer.as_mut())
        && !keeps_volunteer
    {
        volunteer.studies = None;
    }
    let teachers = carers.class_teachers.clone();
    Ok(Opened { pupil, teachers, consents, keeps_consents, volunteering, keeps_volunteer, referring, reads })
}

/// Whoever has left helps nobody and is helped by nobody any more; nothing changes about others.
pub(crate) async fn left(tx: &mut WriteTx, context: &Context<'_>, pupil: &Pupil) -> store::Result<()> {
    if pupil.is_here(context.today) {
        return Ok(());
    }
    volunteers::stop_without_consent(tx, context, pupil).await?;
    referrals::close_open(tx, context, pupil).await?;
    crate::peers::end_where(tx, context, &pupil.school, |pair| pair.has(&pupil.id)).await
}

/// Opens a pupil's page. That the reader did so is noted first: nothing is shown that was not noted.
pub async fn opened(context: &Context<'_>, id: &PupilId) -> Result<Opened, Failed<Never>> {
    store::change!(context.db, tx => opened_in(&mut tx, context, id))
}

async fn opened_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<Opened, Failed<Never>> {
    let opened = load(tx, context, id).await?;
    store::pupils::reads::add(tx, What::Page, &opened.pupil, &context.actor.person, context.today).await?;
    Ok(opened)
}

/// The schedule forgets consents, readings and awards that were over [`KEPT_YEARS`] ago; what the law names and why somebody was
/// referred, with the school year; that somebody was referred, a year later.
/// Pairs whose last day is over are ended, and forgotten a year after they were over; what was written down for a pair goes
/// with the consent. A lot among those who wait goes a year after its last day, a volunteer a year after the last consent to keep data was over. An act says how many of what were deleted in
/// each school (feat:M5; [`domain::deletions`]).
pub async fn forget(db: &Db, now: Instant) -> store::Result<()> {
    // Which hour of that day does not matter.
    let today = local(now, 0).date();
    store::change!(db, tx => forget_in(&mut tx, today))
}

async fn forget_in(tx: &mut WriteTx, today: Day) -> store::Result<()> {
    let stood = store::deletions::counts(tx).await?;
    forget_over(tx, today).await?;
    let left = store::deletions::counts(tx).await?;
    for (of, number) in stood {
        let gone = number - left.get(&of).copied().unwrap_or_default();
        if gone > 0 {
            store::deletions::add(tx, &of.0, today, of.1, gone).await?;
        }
    }
    Ok(())
}

/// Deletes what was over long enough ago on a day.
async fn forget_over(tx: &mut WriteTx, today: Day) -> store::Result<()> {
    let ago = |years: i64| today.checked_sub(years.years()).unwrap_or(Day::MIN);
    store::pupils::blocks::forget(tx, today).await?;
    store::referrals::forget(tx, today, ago(PEER_YEARS)).await?;
    crate::peers::close(tx, today).await?;
    store::peers::forget_profiles(tx, today).await?;
    store::voices::forget(tx, ago(PEER_YEARS)).await?;
    store::topics::forget(tx, ago(PEER_YEARS)).await?;
    store::thanks::forget(tx, ago(PEER_YEARS)).await?;
    store::closings::forget(tx, ago(PEER_YEARS)).await?;
    store::journals::forget(tx, ago(PEER_YEARS)).await?;
    store::peers::forget(tx, ago(PEER_YEARS)).await?;
    store::lots::forget(tx, ago(PEER_YEARS)).await?;
    store::volunteers::forget(tx, ago(PEER_YEARS)).await?;
    let before = ago(KEPT_YEARS);
    store::pupils::consents::forget(tx, before).await?;
    store::pupils::scans::forget(tx).await?;
    store::awards::forget(tx, instant_of(before, 0, 0)).await?;
    store::pupils::reads::forget(tx, before).await
}
