//! A commission is named for a day, its candidates are put before it, and whoever cannot go on is replaced.

use super::ties::found;
use super::{Refused, led, managed};
use crate::letters::{Letter, about_removed, promise};
use crate::{Context, Failed};
use domain::courses::{Course, Part, State};
use domain::exams::{
    Commission, Conflict, Hearing, HearingRefused, HearingState, MustStay, Rubric, SITUATIONS, Sheet,
    draw_situation, enough,
};
use domain::permissions::{Action, may};
use domain::{CommissionId, Day, HearingId, PersonId, SchoolId};
use jiff::civil::Time;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// Longest name of a place, in characters.
pub const MOST_PLACE: usize = 120;

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
        (one.day, one.from, &one.place, &one.members) == (named.day, named.from, &named.place, &named.members)
    };
    if let Some(same) = store::commissions::of_school(tx, school).await?.iter().find(same) {
        return Ok(same.id.clone());
    }
    let working = crate::people::working(tx, school, named.day).await?;
    match () {
        () if named.day < context.today => return Err(Failed::Refused(Refused::Past)),
        () if !enough(&named.members) => return Err(Failed::Refused(Refused::Members)),
        () if !named.members.is_subset(&working) => return Err(Failed::Refused(Refused::Stranger)),
        () => {}
    }
    let commission = Commission {
        id: context.id(),
        school: school.clone(),
        day: named.day,
        from: named.from,
        place: named.place.clone(),
        members: named.members.clone(),
        rubric: Rubric::starter(),
        version: 0,
    };
    store::commissions::add(tx, &commission).await?;
    context.audit(tx, school, "commission-named", commission.id.as_str(), "").await?;
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
    person: &PersonId,
    before: &[Hearing],
) -> store::Result<BTreeSet<String>> {
    let situation = |hearing: &Hearing| hearing.situation.clone();
    // Whoever marks reads both roles and what is looked for.
    let marked = store::commissions::of_examiner(tx, &commission.school, person).await?;
    let seen: BTreeSet<String> = before.iter().chain(&marked).map(situation).collect();
    let here = store::commissions::hearings(tx, commission).await?;
    let mut shown: BTreeSet<String> = here.iter().map(situation).chain(seen.iter().cloned()).collect();
    for member in &commission.members {
        let own = store::commissions::of_person(tx, &commission.school, member).await?;
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

/// Puts a candidate before a commission and draws the situation; whoever is there already stays there.
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
    let commission = managed::<Refused>(tx, context, id).await?;
    let school = &commission.school;
    let before = store::commissions::of_person(tx, school, person).await?;
    if let Some(here) = before.iter().find(|hearing| hearing.commission == *id) {
        return Ok(here.id.clone());
    }
    let course = crate::sittings::course(tx, school, person).await?;
    let course = course.ok_or(Failed::Refused(Refused::NotACandidate))?;
    let again = admitted_again(course.clone(), context);
    let waits = |hearing: &Hearing| !matches!(hearing.state, HearingState::Told { .. });
    match () {
        () if *person == context.actor.person => return Err(Failed::Refused(Refused::OwnExam)),
        () if commission.day < context.today => return Err(Failed::Refused(Refused::Past)),
        () if again.candidate.state != State::Practice => {
            return Err(Failed::Refused(Refused::NotACandidate));
        }
        () if before.iter().any(waits) => return Err(Failed::Refused(Refused::Elsewhere)),
        () => {}
    }
    let found = found(tx, school, &commission.members, person, commission.day).await?;
    if !found.is_empty() {
        return Err(Failed::Refused(Refused::Conflicts { candidate: person.clone(), found }));
    }
    let seed = seed(id, person);
    let shown = shown(tx, &commission, person, &before).await?;
    let blank = |member: &PersonId| (member.clone(), Sheet::empty(&commission.rubric));
    let hearing = Hearing {
        id: context.id(),
        school: school.clone(),
        commission: id.clone(),
        candidate: person.clone(),
        course: again.candidate.course.clone(),
        seed,
        situation: draw_situation(seed, &shown).to_owned(),
        state: HearingState::Waiting,
        sheets: commission.members.iter().map(blank).collect(),
        reasons: Vec::new(),
        version: 0,
    };
    store::commissions::touch(tx, &commission).await?;
    store::commissions::admit(tx, &hearing).await?;
    if again != course {
        store::courses::save(tx, &again).await?;
    }
    context.audit(tx, school, "hearing-admitted", hearing.id.as_str(), "").await?;
    promise(context, tx, person, Letter::HearingNamed, hearing.id.as_str()).await?;
    Ok(hearing.id)
}

/// Takes a candidate off who has not begun, or of whom nothing is marked yet: nothing was used, and another commission can hear them.
pub async fn take_off(context: &Context<'_>, id: &HearingId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => take_off_in(&mut tx, context, id))
}

async fn take_off_in(tx: &mut WriteTx, context: &Context<'_>, id: &HearingId) -> Result<(), Failed<Refused>> {
    let (hearing, commission) = led(tx, context, id).await?;
    // Begun by a slip of the finger, or the candidate did not come: without a single mark there is nothing to tell.
    let blank = hearing.sheets.values().all(|sheet| sheet.marks.iter().all(Option::is_none));
    let unused = matches!(hearing.state, HearingState::Begun { .. }) && blank;
    if hearing.state != HearingState::Waiting && !unused {
        return Err(Failed::Refused(Refused::Hearing(HearingRefused::NotHere)));
    }
    store::commissions::forget(tx, &hearing).await?;
    context.audit(tx, &hearing.school, "hearing-taken-off", id.as_str(), "").await?;
    // The commission may be removed before the letter is written.
    let about = about_removed(&commission);
    Ok(promise(context, tx, &hearing.candidate, Letter::HearingTakenOff, &about).await?)
}

/// Who may mark a candidate from now on: somebody who works here and is not bound to them.
async fn fresh(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    person: &PersonId,
    (candidate, day): (&PersonId, Day),
) -> Result<Vec<Conflict>, Failed<Refused>> {
    if !crate::people::working(tx, school, context.today).await?.contains(person) {
        return Err(Failed::Refused(Refused::Stranger));
    }
    Ok(found(tx, school, &[person.clone()].into(), candidate, day).await?)
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
    let found = fresh(tx, context, &hearing.school, person, (&hearing.candidate, day)).await?;
    unread(tx, &hearing, person).await?;
    let refused = Refused::of(&hearing);
    let joined = hearing.clone().join(person, found, &commission.rubric).map_err(refused)?;
    store::commissions::open(tx, &joined, person, &Sheet::empty(&commission.rubric)).await?;
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
    let found = found(tx, &hearing.school, &[comes.clone()].into(), &hearing.candidate, day).await?;
    unread(tx, &hearing, comes).await?;
    let marks = hearing.sheets.contains_key(comes);
    let refused = Refused::of(&hearing);
    let swapped = hearing.clone().replace(leaves, comes, found, &commission.rubric).map_err(refused)?;
    if !marks {
        store::commissions::open(tx, &swapped, comes, &Sheet::empty(&commission.rubric)).await?;
    }
    store::commissions::close(tx, &swapped, leaves).await?;
    Ok(store::commissions::save(tx, &swapped).await?)
}
