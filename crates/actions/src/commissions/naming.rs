//! A commission is named for a day, its candidates are put before it, and whoever cannot go on is replaced.

use super::cutting::in_force;
use super::sending::{left, sendable, sent};
use super::ties::found;
use super::{Refused, led, managed};
use crate::letters::{Letter, about_removed, promise};
use crate::{Context, Failed};
use domain::courses::{Course, Part, State};
use domain::exams::{
    Commission, Conflict, Hearing, HearingRefused, HearingState, MustStay, SITUATIONS, Sheet, draw_situation,
    enough,
};
use domain::permissions::{Action, may};
use domain::{CommissionId, Day, HearingId, PersonId, SchoolId};
use jiff::civil::Time;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// Longest name of a place, in characters.
pub const MOST_PLACE: usize = 120;

/// Most places for candidates of other schools.
pub const MOST_PLACES: u16 = 50;

/// What a commission is named with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The day.
    pub day: Day,
    /// From when on.
    pub from: Time,
    /// Where.
    pub place: String,
    /// Who sits in it.
    pub members: BTreeSet<PersonId>,
    /// Places for candidates of the other schools of the district; none keeps it to the own school.
    pub places: u16,
}

/// The coordinator names a commission; the same form that comes twice names one.
pub async fn name(context: &Context<'_>, named: &Named) -> Result<CommissionId, Failed<Refused>> {
    store::change!(context.db, tx => name_in(&mut tx, context, named))
}

async fn name_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    named: &Named,
) -> Result<CommissionId, Failed<Refused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageCommissions(school))?;
    let same = |one: &&Commission| {
        (one.day, one.from, &one.place, &one.members, one.places)
            == (named.day, named.from, &named.place, &named.members, named.places)
    };
    if let Some(same) = store::commissions::of_school(tx, school).await?.iter().find(same) {
        return Ok(same.id.clone());
    }
    let working = crate::people::working(tx, school, named.day).await?;
    match () {
        () if named.day < context.today => return Err(Failed::Refused(Refused::Past)),
        () if !enough(&named.members) => return Err(Failed::Refused(Refused::Members)),
        () if !named.members.is_subset(&working) => return Err(Failed::Refused(Refused::Stranger)),
        () if named.places > MOST_PLACES => return Err(Failed::Refused(Refused::Places)),
        () => {}
    }
    let commission = Commission {
        id: context.id(),
        school: school.clone(),
        day: named.day,
        from: named.from,
        place: named.place.clone(),
        members: named.members.clone(),
        homes: BTreeMap::new(),
        places: named.places,
        rubric: in_force(tx, school).await?,
        version: 0,
    };
    store::commissions::add(tx, &commission).await?;
    context.audit(tx, school, "commission-named", commission.id.as_str(), "").await?;
    if commission.is_open() {
        context.audit(tx, school, "commission-opened", commission.id.as_str(), "").await?;
    }
    for member in commission.members.iter().filter(|one| **one != context.actor.person) {
        promise(context, tx, member, Letter::ExaminerNamed, commission.id.as_str()).await?;
    }
    Ok(commission.id)
}

/// Whoever failed the practice may come again from the day of the retake on, as far as attempts are left.
pub(super) fn admitted_again(course: Course, context: &Context<'_>) -> Course {
    if !matches!(course.candidate.state, State::Failed { part: Part::Practice, .. }) {
        return course;
    }
    match course.candidate.clone().retake(course.rules, context.today, context.now) {
        Ok(candidate) => Course { candidate, ..course },
        Err(_) => course,
    }
}

/// Situations that are not drawn once more: those of this commission, those that wait for its members as candidates, and
/// those that the candidate has met or marked. Where nothing is left, at least the last of these.
async fn shown(
    tx: &mut Tx,
    commission: &Commission,
    (home, person): (&SchoolId, &PersonId),
    before: &[Hearing],
) -> store::Result<BTreeSet<String>> {
    let situation = |hearing: &Hearing| hearing.situation.clone();
    // Whoever marks reads both roles and what is looked for.
    let marked = store::commissions::of_examiner(tx, home, person).await?;
    let seen: BTreeSet<String> = before.iter().chain(&marked).map(situation).collect();
    let here = store::commissions::hearings(tx, commission).await?;
    let mut shown: BTreeSet<String> = here.iter().map(situation).chain(seen.iter().cloned()).collect();
    for member in &commission.members {
        let own = store::commissions::of_person(tx, commission.home_of(member), member).await?;
        shown.extend(own.iter().map(situation));
    }
    let none_left = SITUATIONS.iter().all(|one| shown.contains(*one));
    Ok(if none_left { seen } else { shown })
}

/// By what a candidate's situation is drawn: the first eight bytes of the SHA-256 of the commission and the person, so that
/// taking them off and putting them up again draws nothing that suits better.
fn seed(commission: &CommissionId, person: &PersonId) -> u64 {
    let digest: [u8; 32] = Sha256::digest(format!("{}:{}", commission.as_str(), person.as_str())).into();
    digest[..8].iter().fold(0, |seed, byte| (seed << 8) | u64::from(*byte))
}

/// Puts a candidate of the actor's school before a commission of it, or before one that another school of the district has
/// opened, and draws the situation; whoever is there already stays there.
pub async fn admit(
    context: &Context<'_>,
    id: &CommissionId,
    person: &PersonId,
) -> Result<HearingId, Failed<Refused>> {
    store::change!(context.db, tx => admit_in(&mut tx, context, id, person))
}

async fn admit_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CommissionId,
    person: &PersonId,
) -> Result<HearingId, Failed<Refused>> {
    let (commission, home) = sendable::<Refused>(tx, context, id).await?;
    let before = store::commissions::of_person(tx, home, person).await?;
    if let Some(here) = before.iter().find(|hearing| hearing.commission == *id) {
        return Ok(here.id.clone());
    }
    let course = crate::sittings::course(tx, home, person).await?;
    let course = course.ok_or(Failed::Refused(Refused::NotACandidate))?;
    let again = admitted_again(course.clone(), context);
    let waits = |hearing: &Hearing| !matches!(hearing.state, HearingState::Told { .. });
    let full = *home != commission.school && left(tx, &commission).await? == 0;
    match () {
        () if *person == context.actor.person => return Err(Failed::Refused(Refused::OwnExam)),
        () if commission.day < context.today => return Err(Failed::Refused(Refused::Past)),
        () if again.candidate.state != State::Practice => {
            return Err(Failed::Refused(Refused::NotACandidate));
        }
        () if before.iter().any(waits) => return Err(Failed::Refused(Refused::Elsewhere)),
        () if full => return Err(Failed::Refused(Refused::Full)),
        () => {}
    }
    let found = found(tx, (home, person), &commission.schools(), &commission.members, commission.day).await?;
    if !found.is_empty() {
        return Err(Failed::Refused(Refused::Conflicts { candidate: person.clone(), found }));
    }
    let shown = shown(tx, &commission, (home, person), &before).await?;
    let hearing = put_before(context, &commission, &again, &shown);
    store::commissions::touch(tx, &commission).await?;
    store::commissions::admit(tx, &hearing).await?;
    if again != course {
        store::courses::save(tx, &again).await?;
    }
    context.audit(tx, home, "hearing-admitted", hearing.id.as_str(), "").await?;
    promise(context, tx, person, Letter::HearingNamed, hearing.id.as_str()).await?;
    Ok(hearing.id)
}

/// A candidate with the situation that was drawn, and a blank sheet of each member.
fn put_before(
    context: &Context<'_>,
    commission: &Commission,
    course: &Course,
    shown: &BTreeSet<String>,
) -> Hearing {
    let person = &course.candidate.person;
    let seed = seed(&commission.id, person);
    let blank = |member: &PersonId| (member.clone(), Sheet::empty(&commission.rubric));
    Hearing {
        id: context.id(),
        school: commission.school.clone(),
        commission: commission.id.clone(),
        candidate: person.clone(),
        home: course.school.clone(),
        course: course.candidate.course.clone(),
        seed,
        situation: draw_situation(seed, shown).to_owned(),
        state: HearingState::Waiting,
        sheets: commission.members.iter().map(blank).collect(),
        homes: commission.homes.clone(),
        reasons: Vec::new(),
        version: 0,
    }
}

/// Takes a candidate off who has not begun, or of whom nothing is marked yet: nothing was used, and another commission can hear them.
pub async fn take_off(context: &Context<'_>, id: &HearingId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => take_off_in(&mut tx, context, id))
}

async fn take_off_in(tx: &mut WriteTx, context: &Context<'_>, id: &HearingId) -> Result<(), Failed<Refused>> {
    let (hearing, commission) = sent(tx, context, id).await?;
    // Begun by a slip of the finger, or the candidate did not come: without a single mark there is nothing to tell.
    let blank = hearing.sheets.values().all(|sheet| sheet.marks.iter().all(Option::is_none));
    // Once it has begun, that is for the house to say.
    let here = context.actor.school.as_ref() == Some(&hearing.school);
    let unused = matches!(hearing.state, HearingState::Begun { .. }) && blank && here;
    if hearing.state != HearingState::Waiting && !unused {
        return Err(Failed::Refused(Refused::Hearing(HearingRefused::NotHere)));
    }
    store::commissions::forget(tx, &hearing).await?;
    let log = context.actor.school.as_ref().unwrap_or(&hearing.school);
    context.audit(tx, log, "hearing-taken-off", id.as_str(), "").await?;
    // The commission may be removed before the letter is written.
    let about = about_removed(&commission);
    Ok(promise(context, tx, &hearing.candidate, Letter::HearingTakenOff, &about).await?)
}

/// What binds somebody who comes to a candidate: they work here, and are asked to mark from now on.
async fn fresh(
    tx: &mut Tx,
    context: &Context<'_>,
    hearing: &Hearing,
    person: &PersonId,
    day: Day,
) -> Result<Vec<Conflict>, Failed<Refused>> {
    if !crate::people::working(tx, &hearing.school, context.today).await?.contains(person) {
        return Err(Failed::Refused(Refused::Stranger));
    }
    let whom = (&hearing.home, &hearing.candidate);
    Ok(found(tx, whom, &hearing.schools(), &[person.clone()].into(), day).await?)
}

/// Whoever comes later reads the card; it must not be the one that waits for themselves.
async fn unread(tx: &mut Tx, hearing: &Hearing, comes: &PersonId) -> Result<(), Failed<Refused>> {
    let own = store::commissions::of_person(tx, &hearing.school, comes).await?;
    let same = |one: &Hearing| {
        one.id != hearing.id && one.state == HearingState::Waiting && one.situation == hearing.situation
    };
    if own.iter().any(same) { Err(Failed::Refused(Refused::SameSituation)) } else { Ok(()) }
}

/// One more examiner marks a candidate, alone like the others: where two are too far apart, a third one decides.
pub async fn third(context: &Context<'_>, id: &HearingId, person: &PersonId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => third_in(&mut tx, context, id, person))
}

async fn third_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &HearingId,
    person: &PersonId,
) -> Result<(), Failed<Refused>> {
    let (hearing, commission) = led(tx, context, id).await?;
    if hearing.sheets.contains_key(person) {
        // The form came twice.
        return Ok(());
    }
    let day = commission.day.max(context.today);
    let found = fresh(tx, context, &hearing, person, day).await?;
    unread(tx, &hearing, person).await?;
    let refused = Refused::of(&hearing);
    let joined = hearing.clone().join(person, found, &commission.rubric).map_err(refused)?;
    let sheet = joined.sheets.get(person).ok_or(Failed::NotFound)?;
    store::commissions::open(tx, &joined, person, sheet).await?;
    store::commissions::save(tx, &joined).await?;
    context.audit(tx, &joined.school, "hearing-third", id.as_str(), "").await?;
    Ok(promise(context, tx, person, Letter::ExaminerAsked, id.as_str()).await?)
}

/// Somebody takes the place of an examiner who cannot go on. What was sealed stands; what was not falls away.
pub async fn replace(
    context: &Context<'_>,
    id: &CommissionId,
    leaves: &PersonId,
    comes: &PersonId,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => replace_in(&mut tx, context, id, leaves, comes))
}

async fn replace_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CommissionId,
    leaves: &PersonId,
    comes: &PersonId,
) -> Result<(), Failed<Refused>> {
    let commission = managed::<Refused>(tx, context, id).await?;
    let hearings = store::commissions::hearings(tx, &commission).await?;
    // Whoever was asked for one candidate alone has a sheet and no seat.
    let marks = |person: &PersonId| {
        hearings.iter().any(|one| {
            !matches!(one.state, HearingState::Told { .. })
                && one.sheets.get(person).is_some_and(|sheet| !sheet.sealed)
        })
    };
    let mut members = commission.members.clone();
    let sits = members.remove(leaves);
    if !sits && !marks(leaves) {
        // The form came twice, or nobody of the commission is meant.
        let done = members.contains(comes) || marks(comes);
        let stay = Refused::Hearing(HearingRefused::Stay(MustStay::NotThere));
        return if done { Ok(()) } else { Err(Failed::Refused(stay)) };
    }
    if !crate::people::working(tx, &commission.school, commission.day.max(context.today))
        .await?
        .contains(comes)
    {
        return Err(Failed::Refused(Refused::Stranger));
    }
    if sits {
        members.insert(comes.clone());
        if !enough(&members) {
            return Err(Failed::Refused(Refused::Members));
        }
    }
    let mut asked = Vec::new();
    for hearing in hearings {
        let open = hearing.sheets.get(leaves).is_some_and(|sheet| !sheet.sealed);
        if open && !matches!(hearing.state, HearingState::Told { .. }) {
            asked.push(hearing.id.clone());
            swap(tx, context, &commission, hearing, (leaves, comes)).await?;
        }
    }
    store::commissions::seat_others(tx, &Commission { members, ..commission.clone() }).await?;
    context.audit(tx, &commission.school, "commission-replaced", id.as_str(), "").await?;
    promise(context, tx, leaves, Letter::ExaminerReplaced, &about_removed(&commission)).await?;
    if sits {
        promise(context, tx, comes, Letter::ExaminerNamed, id.as_str()).await?;
    }
    // A seat tells of all candidates at once; on a day that is over, and without a seat, each is told by itself.
    for hearing in asked.iter().filter(|_| !sits || commission.day < context.today) {
        promise(context, tx, comes, Letter::ExaminerAsked, hearing.as_str()).await?;
    }
    Ok(())
}

/// The one marks a candidate in the place of the other.
async fn swap(
    tx: &mut WriteTx,
    context: &Context<'_>,
    commission: &Commission,
    hearing: Hearing,
    (leaves, comes): (&PersonId, &PersonId),
) -> Result<(), Failed<Refused>> {
    if hearing.candidate == context.actor.person {
        return Err(Failed::Refused(Refused::OwnExam));
    }
    let day = commission.day.max(context.today);
    let whom = (&hearing.home, &hearing.candidate);
    let found = found(tx, whom, &hearing.schools(), &[comes.clone()].into(), day).await?;
    unread(tx, &hearing, comes).await?;
    let marks = hearing.sheets.contains_key(comes);
    let refused = Refused::of(&hearing);
    let swapped = hearing.clone().replace(leaves, comes, found, &commission.rubric).map_err(refused)?;
    if let Some(sheet) = swapped.sheets.get(comes).filter(|_| !marks) {
        store::commissions::open(tx, &swapped, comes, sheet).await?;
    }
    store::commissions::close(tx, &swapped, leaves).await?;
    Ok(store::commissions::save(tx, &swapped).await?)
}
