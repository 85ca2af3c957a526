//! Leaving, whoever records it: by hand or by a list, the same ends and the same comes back.

use crate::choices::{is_available, works};
use crate::letters::{Letter, promise};
use crate::{Context, Failed, deputies};
use crate::{camps, commissions, courses, meetings, observations, requests, rotations, scenes, sittings};
use domain::meetings::Meeting;
use domain::mentors::State as MentorState;
use domain::observations::Observation;
use domain::pairs::{Pair, State as PairState, free_place};
use domain::people::{HeldRole, Person, Role, stay_until};
use domain::requests::{Closed, Request};
use domain::rosters::taken::Taken;
use domain::rotations::Turn;
use domain::{Day, MentorId, NewcomerId, PersonId, SchoolId};
use store::{Tx, WriteTx};

/// What a person's leaving ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// Requests that wait for an answer, sent by the person or to them.
    pub requests: Vec<Request>,
    /// Pairs that have not ended.
    pub pairs: Vec<Pair>,
    /// Planned meetings of the selection that are still to come.
    pub meetings: Vec<Turn>,
    /// Meetings of the pairs that are proposed or agreed on and still to come.
    pub talks: Vec<Meeting>,
    /// Observations of lessons that are proposed or still to come.
    pub observations: Vec<Observation>,
    /// Roles that are held.
    pub roles: Vec<Role>,
}

/// What would end if the person left today; for the page that asks first.
pub async fn ends(tx: &mut Tx, person: &PersonId, school: &SchoolId, today: Day) -> store::Result<Ends> {
    let mut ends = Ends { roles: store::people::roles_on(tx, person, today).await?, ..Ends::default() };
    for newcomer in store::newcomers::every_of_person(tx, school, person).await? {
        ends.requests.extend(store::requests::of_newcomer(tx, school, &newcomer.id).await?);
        ends.pairs.extend(store::pairs::of_newcomer(tx, school, &newcomer.id).await?);
        ends.meetings.extend(store::rotations::of_newcomer(tx, school, &newcomer.id).await?);
    }
    for mentor in store::mentors::every_of_person(tx, school, person).await? {
        ends.requests.extend(store::requests::of_mentor(tx, school, &mentor.id).await?);
        ends.pairs.extend(store::pairs::of_mentor(tx, school, &mentor.id).await?);
        ends.meetings.extend(store::rotations::of_mentor(tx, school, &mentor.id).await?);
    }
    ends.observations = store::observations::of_person(tx, school, person).await?;
    ends.observations.retain(|one| one.state.is_open());
    ends.requests.retain(|request| request.state.is_open());
    ends.meetings.retain(|turn| turn.is_ahead(today));
    ends.pairs.retain(|pair| !matches!(pair.state, PairState::Ended { .. }));
    for pair in &ends.pairs {
        let planned = store::meetings::of_pair(tx, school, &pair.id).await?;
        let ahead =
            planned.into_iter().filter(|meeting| meeting.clone().fall_away(&|day| day >= today).is_some());
        ends.talks.extend(ahead);
    }
    Ok(ends)
}

/// Why somebody works here no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parting {
    /// Left.
    Left,
    /// Was made by a list that is taken back, and has never worked here.
    Unmade,
}

impl Parting {
    /// The deed, as the log names it.
    const fn word(self) -> &'static str {
        match self {
            Self::Left => "person-left",
            Self::Unmade => "person-unmade",
        }
    }
}

/// Records that a person works here no longer from `day` on: roles, open requests, pairs, planned meetings and
/// sessions end, the partners are told. Gives what ended, as it stood. Whether it may be recorded was decided before.
pub(crate) async fn leave_in<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    person: Person,
    school: &SchoolId,
    day: Day,
    why: Parting,
) -> Result<Ends, Failed<R>> {
    let id = person.id.clone();
    let ends = ends(tx, &id, school, context.today).await?;
    store::people::save(tx, &Person { left_on: Some(day), ..person }).await?;
    for held in store::people::roles_of(tx, &id).await? {
        store::people::close_role(tx, &id, held.role, day).await?;
    }
    deputies::leave(tx, context, school, &id).await?;
    for request in &ends.requests {
        requests::close(tx, context, request.clone(), Closed::Left).await?;
    }
    for pair in &ends.pairs {
        end_pair(tx, context, pair.clone(), &id, day).await?;
    }
    rotations::take_back(tx, context, ends.meetings.clone()).await?;
    for turn in &ends.meetings {
        tell_of_turn(tx, context, turn, &id).await?;
    }
    observations::take_back(tx, context, ends.observations.clone(), Some(&id)).await?;
    courses::free(tx, context, school, &id, day).await?;
    sittings::free(tx, context, school, &id).await?;
    commissions::free(tx, context, school, &id, day).await?;
    camps::free(tx, context, school, &id, day).await?;
    scenes::free(tx, context, school, &id, day).await?;
    store::accounts::end_sessions_of(tx, &id).await?;
    store::accounts::void_codes(tx, &id, context.now).await?;
    // The number of a chat is kept for notices alone.
    store::telegram::remove(tx, school, &id).await?;
    context.audit(tx, school, why.word(), id.as_str(), &day.to_string()).await?;
    Ok(ends)
}

async fn end_pair<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pair: Pair,
    leaving: &PersonId,
    day: Day,
) -> Result<(), Failed<R>> {
    let Ok(ended) = pair.end(day, context.now) else { return Ok(()) };
    store::pairs::save(tx, &ended).await?;
    context.audit(tx, &ended.school, "pair-ended", ended.id.as_str(), "left").await?;
    tell_partner(tx, context, &ended, leaving, Letter::PairEnded).await?;
    let partner = partner_of(tx, &ended.newcomer, &ended.mentor, leaving).await?;
    let told: Vec<&PersonId> = partner.iter().collect();
    meetings::fall_away(tx, context, &ended, &|one| one >= day, &told).await?;
    Ok(())
}

async fn tell_partner(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pair: &Pair,
    person: &PersonId,
    letter: Letter,
) -> store::Result<()> {
    if let Some(partner) = partner_of(tx, &pair.newcomer, &pair.mentor, person).await? {
        promise(context, tx, &partner, letter, pair.id.as_str()).await?;
    }
    Ok(())
}

/// A planned meeting of the selection fell away with somebody who leaves: the other one is told of each (neg:N17).
async fn tell_of_turn(
    tx: &mut WriteTx,
    context: &Context<'_>,
    turn: &Turn,
    leaving: &PersonId,
) -> store::Result<()> {
    if let Some(partner) = partner_of(tx, &turn.newcomer, &turn.mentor, leaving).await? {
        promise(context, tx, &partner, Letter::RotationExcused, turn.id.as_str()).await?;
    }
    Ok(())
}

/// The one of two who is not this person.
async fn partner_of(
    tx: &mut Tx,
    newcomer: &NewcomerId,
    mentor: &MentorId,
    person: &PersonId,
) -> store::Result<Option<PersonId>> {
    let newcomer = store::newcomers::get(tx, newcomer).await?.map(|newcomer| newcomer.person);
    let mentor = store::mentors::get(tx, mentor).await?.map(|mentor| mentor.person);
    Ok([newcomer, mentor].into_iter().flatten().find(|partner| partner != person))
}

/// The person works here again. Roles that the leaving ended go on as if it had not been; after so long that
/// nobody would believe that, they begin today. Gives these roles.
pub(crate) async fn stay_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    person: Person,
    school: &SchoolId,
) -> store::Result<Vec<Role>> {
    let restored = restorable(tx, &person, school).await?;
    let as_before = person.left_on.is_none_or(|left_on| context.today <= stay_until(left_on));
    let id = person.id.clone();
    store::people::save(tx, &Person { left_on: None, ..person }).await?;
    for held in &restored {
        if as_before {
            store::people::reopen_role(tx, &id, held).await?;
        } else {
            store::people::open_role(tx, &id, held.role, context.today).await?;
        }
    }
    context.audit(tx, school, "person-stays", id.as_str(), "").await?;
    Ok(restored.into_iter().map(|held| held.role).collect())
}

/// Roles that go on when the leaving is taken back; none where the person works here. A mentor's right and a
/// newcomer's place are looked up: the role follows from them.
pub async fn restorable(tx: &mut Tx, person: &Person, school: &SchoolId) -> store::Result<Vec<HeldRole>> {
    let Some(left_on) = person.left_on else { return Ok(Vec::new()) };
    let mentors = store::mentors::every_of_person(tx, school, &person.id).await?;
    let approved = mentors.iter().any(|mentor| mentor.state == MentorState::Approved);
    let enrolled = !store::newcomers::every_of_person(tx, school, &person.id).await?.is_empty();
    let mut restorable = store::people::roles_of(tx, &person.id).await?;
    restorable.retain(|held| {
        let stands = match held.role {
            Role::Mentor => approved,
            Role::Newcomer => enrolled,
            _ => true,
        };
        stands && held.ended_by_leaving(left_on)
    });
    Ok(restorable)
}

/// Gives back what the leaving of a person took, where both sides work here and nothing else has come about in
/// its stead. `false` where it stays over.
pub(crate) async fn give_back<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    person: &PersonId,
    taken: Taken<'_>,
) -> Result<bool, Failed<R>> {
    match taken {
        Taken::Pair { id, held } => resume_pair(tx, context, person, id, held).await,
        Taken::Request { id, held } => requests::reopen(tx, context, person, id, held).await,
    }
}

async fn resume_pair<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    person: &PersonId,
    id: &str,
    held: &str,
) -> Result<bool, Failed<R>> {
    let Some(pair) = store::pairs::get(tx, &id.into()).await? else { return Ok(false) };
    let newcomer = store::newcomers::get(tx, &pair.newcomer).await?;
    let mentor = store::mentors::get(tx, &pair.mentor).await?;
    let Some((newcomer, mentor)) = newcomer.zip(mentor) else { return Ok(false) };
    if !works(tx, &newcomer, context.today).await? || !is_available(tx, &mentor, context.today).await? {
        return Ok(false);
    }
    let mut others = store::pairs::of_newcomer(tx, &pair.school, &newcomer.id).await?;
    others.retain(|other| other.id != pair.id);
    let provisional = pair.origin == domain::pairs::Origin::Provisional;
    if others.iter().any(|other| if provisional { other.is_provisional() } else { other.is_settled() }) {
        return Ok(false);
    }
    let periods: Vec<_> =
        others.iter().filter_map(Pair::assignment).map(|assignment| assignment.period).collect();
    let taken = store::pairs::places_taken(tx, &pair.school, &mentor.id).await?;
    let Some(pair) = pair.resume(held, free_place(mentor.card.places, &taken), &periods) else {
        return Ok(false);
    };
    store::pairs::save(tx, &pair).await?;
    context.audit(tx, &pair.school, "pair-resumed", pair.id.as_str(), "").await?;
    tell_partner(tx, context, &pair, person, Letter::PairResumed).await?;
    Ok(true)
}
