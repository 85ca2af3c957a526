//! What a commission, an examiner and a candidate see of a practice.

use super::naming::admitted_again;
use super::ties::found;
use super::{examined, loaded, managed};
use crate::{Context, Failed, Never};
use domain::courses::{Course, State};
use domain::exams::{Commission, Hearing, HearingState};
use domain::permissions::{Action, may};
use domain::schools::School;
use domain::{CommissionId, Day, HearingId, PersonId, SchoolId};
use std::collections::BTreeSet;
use store::Tx;

/// A commission with its candidates, for whoever names it.
#[derive(Clone, Debug)]
pub struct Board {
    /// The commission.
    pub commission: Commission,
    /// Its candidates; marks are blank until all of a candidate are sealed.
    pub hearings: Vec<Hearing>,
}

/// One commission; somebody else's looks as if it were not there.
pub async fn board(tx: &mut Tx, context: &Context<'_>, id: &CommissionId) -> Result<Board, Failed<Never>> {
    let commission = managed::<Never>(tx, context, id).await?;
    let me = &context.actor.person;
    let own = |hearing: Hearing| {
        if hearing.candidate == *me { hearing.seen_by_candidate() } else { hearing.seen_by(me) }
    };
    let hearings = store::commissions::hearings(tx, &commission).await?;
    Ok(Board { hearings: hearings.into_iter().map(own).collect(), commission })
}

/// Whoever can be put before a commission: the theory is passed, and they wait for no other one.
pub async fn candidates(
    tx: &mut Tx,
    commission: &Commission,
    context: &Context<'_>,
) -> store::Result<Vec<PersonId>> {
    candidates_of(tx, &commission.school, &commission.id, context).await
}

/// The same of a school, before a commission of it or of another one.
pub(super) async fn candidates_of(
    tx: &mut Tx,
    home: &SchoolId,
    commission: &CommissionId,
    context: &Context<'_>,
) -> store::Result<Vec<PersonId>> {
    let mut free = Vec::new();
    for course in store::courses::candidates(tx, home).await? {
        let person = course.candidate.person.clone();
        let hearings = store::commissions::of_person(tx, home, &person).await?;
        let taken = |hearing: &Hearing| {
            hearing.commission == *commission || !matches!(hearing.state, HearingState::Told { .. })
        };
        let ready = course.runs() && is_ready(course, context);
        if ready && person != context.actor.person && !hearings.iter().any(taken) {
            free.push(person);
        }
    }
    Ok(free)
}

/// Who can be asked to mark some candidates: whoever works here today, is no newcomer of this year and is bound to none of
/// them on a day (neg:N23).
pub async fn examiners(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    candidates: &[PersonId],
    day: Day,
) -> store::Result<BTreeSet<PersonId>> {
    let mut people = crate::people::working(tx, school, context.today).await?;
    if let Some(programme) = store::programmes::running(tx, school, context.today).await? {
        for newcomer in store::newcomers::of_programme(tx, school, &programme.id).await? {
            people.remove(&newcomer.person);
        }
    }
    for candidate in candidates {
        // Whoever is heard here may be of another school.
        let home = store::people::get(tx, candidate).await?.and_then(|one| one.school);
        let home = home.unwrap_or_else(|| school.clone());
        let others = [school.clone()].into();
        for conflict in found(tx, (&home, candidate), &others, &people, day).await? {
            people.remove(&conflict.examiner);
        }
    }
    Ok(people)
}

/// Those of a commission who work in their schools no more on a day: they will not mark.
pub async fn absent(tx: &mut Tx, commission: &Commission, day: Day) -> store::Result<BTreeSet<PersonId>> {
    let mut absent = commission.members.clone();
    for school in commission.schools() {
        let working = crate::people::working(tx, &school, day).await?;
        absent.retain(|one| *commission.home_of(one) != school || !working.contains(one));
    }
    Ok(absent)
}

fn is_ready(course: Course, context: &Context<'_>) -> bool {
    admitted_again(course, context).candidate.state == State::Practice
}

/// As what somebody sees a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// They show what they can.
    Candidate,
    /// They mark.
    Examiner,
}

/// A practice as somebody sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// As what.
    pub seat: Seat,
    /// The candidate before the commission.
    pub hearing: Hearing,
    /// The commission.
    pub commission: Commission,
    /// The school that holds it, where that is not the actor's own.
    pub host: Option<School>,
}

impl Seen {
    async fn of(
        tx: &mut Tx,
        context: &Context<'_>,
        (seat, hearing): (Seat, Hearing),
        commission: Commission,
    ) -> store::Result<Self> {
        let here = context.actor.school.as_ref() == Some(&commission.school);
        let host = if here { None } else { store::schools::get(tx, &commission.school).await? };
        Ok(Self { seat, hearing, commission, host })
    }
}

/// One practice: the own one, or one that the actor marks. Anybody else's looks as if it were not there.
pub async fn open(tx: &mut Tx, context: &Context<'_>, id: &HearingId) -> Result<Seen, Failed<Never>> {
    let (hearing, commission) = loaded::<Never>(tx, id).await?;
    let me = &context.actor.person;
    if hearing.candidate == *me {
        may(context.actor, &Action::ReadHearing { candidate: &hearing.candidate })?;
        let own = (Seat::Candidate, hearing.seen_by_candidate());
        return Ok(Seen::of(tx, context, own, commission).await?);
    }
    let (hearing, commission) = examined::<Never>(tx, context, id).await?;
    let marked = (Seat::Examiner, hearing.seen_by(me));
    Ok(Seen::of(tx, context, marked, commission).await?)
}

/// All of the actor's: own ones, and those they mark; the latest first.
pub async fn seen(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Seen>> {
    let Some(school) = &context.actor.school else { return Ok(Vec::new()) };
    let me = &context.actor.person;
    let own = store::commissions::of_person(tx, school, me).await?;
    let marked = store::commissions::of_examiner(tx, school, me).await?;
    let own = own.into_iter().map(|hearing| (Seat::Candidate, hearing.seen_by_candidate()));
    let marked = marked.into_iter().map(|hearing| (Seat::Examiner, hearing.seen_by(me)));
    let mut all = Vec::new();
    for one in own.chain(marked) {
        let Some(commission) = store::commissions::get(tx, &one.1.commission).await? else { continue };
        all.push(Seen::of(tx, context, one, commission).await?);
    }
    all.sort_by_key(|seen| std::cmp::Reverse((seen.commission.day, seen.commission.from)));
    Ok(all)
}
