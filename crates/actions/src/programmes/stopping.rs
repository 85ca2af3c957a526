//! A programme stops in the middle of its year, because a school closes or too few are left (feat:N1): what runs in it ends
//! without anybody's fault, and everybody concerned is told once. One that is over is set aside, and taken out again.

use super::managed;
use crate::letters::{Letter, promise_once};
use crate::{Context, Failed, endings, observations, orders, requests, rotations, surveys};
use domain::meetings::Meeting;
use domain::mentors::State as MentorState;
use domain::observations::Observation;
use domain::orders::{Kind as OrderKind, Order, State as OrderState};
use domain::pairs::{Pair, State as PairState};
use domain::people::Role;
use domain::programmes::{Programme, ShelveRefused, StopRefused};
use domain::requests::Request;
use domain::rotations::Turn;
use domain::rounds::{Round, State as RoundState};
use domain::surveys::Survey;
use domain::{Day, MentorId, PersonId, ProgrammeId};
use std::collections::BTreeSet;
use store::programmes::Stop;
use store::{Tx, WriteTx};

/// The deed in the log; its detail is how many people were told.
const STOPPED: &str = "programme-stopped";

/// What the stop of a programme ends.
#[derive(Clone, Debug, Default)]
pub struct Ends {
    /// Requests and offers that wait for an answer.
    pub requests: Vec<Request>,
    /// Pairs that have not ended.
    pub pairs: Vec<Pair>,
    /// Planned joint work that is still to come.
    pub turns: Vec<Turn>,
    /// Meetings of pairs after today, proposed or agreed on.
    pub meetings: Vec<Meeting>,
    /// Observed lessons after today, proposed or agreed on. Of one that was watched the sheet can still be written.
    pub observations: Vec<Observation>,
    /// Draft orders that would name a mentor; what ends a pair by order is still signed.
    pub drafts: Vec<Order>,
    /// The second round, where one runs or nobody has written down yet that it is over: that would tell people of it later.
    pub round: Option<Round>,
    /// The wave of the survey that is open, if one is.
    pub survey: Option<Survey>,
}

/// What would end if the programme were stopped today; for the page that asks first.
pub async fn ends(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<Ends> {
    let (school, id) = (&programme.school, &programme.id);
    let mut requests = store::requests::of_programme(tx, school, id).await?;
    requests.retain(|request| request.state.is_open());
    let mut pairs = store::pairs::of_programme(tx, school, id).await?;
    pairs.retain(|pair| !matches!(pair.state, PairState::Ended { .. }));
    let mut turns = store::rotations::of_programme(tx, school, id).await?;
    turns.retain(|turn| turn.is_ahead(today));
    let mut meetings = store::meetings::of_programme(tx, school, id).await?;
    meetings.retain(|meeting| meeting.clone().fall_away(&|day| day > today).is_some());
    let mut observations = store::observations::of_programme(tx, school, id).await?;
    observations.retain(|one| one.state.is_open() && one.day > today);
    let mut drafts = store::orders::of_programme(tx, school, id).await?;
    drafts.retain(|order| order.state == OrderState::Draft && order.kind != OrderKind::Ending);
    let round = programme.round.clone().filter(|round| round.state == RoundState::Open);
    let survey = surveys::running(tx, programme, today).await?;
    Ok(Ends { requests, pairs, turns, meetings, observations, drafts, round, survey })
}

/// What a stop did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// It is stopped from today on.
    Now {
        /// How many people are told.
        told: usize,
    },
    /// It had been stopped before, and nothing was done again.
    Before {
        /// The day on which it was stopped.
        on: Day,
        /// How many people were told then, where the log says so.
        told: Option<usize>,
    },
}

/// The coordinator stops a programme from today on, and says why; its leaders alone read that.
pub async fn stop(
    context: &Context<'_>,
    id: &ProgrammeId,
    reason: &str,
) -> Result<Stopped, Failed<StopRefused>> {
    store::change!(context.db, tx => stop_in(&mut tx, context, id, reason))
}

async fn stop_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProgrammeId,
    reason: &str,
) -> Result<Stopped, Failed<StopRefused>> {
    let programme = managed(tx, context, id).await?;
    // The form came twice.
    if let Some(on) = programme.stopped_on {
        return Ok(Stopped::Before { on, told: told_then(tx, &programme).await? });
    }
    let (stopped, reason) = programme.clone().stop(reason, context.today).map_err(Failed::Refused)?;
    let ends = ends(tx, &programme, context.today).await?;
    let told = concerned(tx, context, &programme, &ends).await?;
    store::programmes::save(tx, &stopped).await?;
    let stop = Stop { person: context.actor.person.clone(), reason };
    store::programmes::add_stop(tx, &stopped, &stop).await?;
    context.audit(tx, &stopped.school, STOPPED, id.as_str(), &told.len().to_string()).await?;
    end(tx, context, &programme, ends).await?;
    for person in &told {
        promise_once(tx, person, Letter::ProgrammeStopped, id.as_str(), context.now).await?;
    }
    Ok(Stopped::Now { told: told.len() })
}

/// How many people were told when it was stopped. Jobs that are done are forgotten in time; the log stays.
async fn told_then(tx: &mut Tx, programme: &Programme) -> store::Result<Option<usize>> {
    let log = store::audit::of_subject(tx, &programme.school, programme.id.as_str()).await?;
    Ok(log.iter().find(|line| line.what == STOPPED).and_then(|line| line.detail.parse().ok()))
}

/// Ends what runs, without a letter of each: one tells of all of it.
async fn end(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    ends: Ends,
) -> Result<(), Failed<StopRefused>> {
    for request in ends.requests {
        requests::fall_away(tx, context, request).await?;
    }
    for pair in ends.pairs {
        endings::end_today(tx, context, pair).await?;
    }
    rotations::take_back(tx, context, ends.turns).await?;
    for observation in ends.observations {
        observations::drop_out(tx, context, observation).await?;
    }
    for draft in ends.drafts {
        orders::fall_away(tx, context, draft).await?;
    }
    if let Some(round) = ends.round {
        let closed = round.clone().close(context.now, context.today);
        if let Ok(closed) = closed.or_else(|_| round.end(context.now, context.today)) {
            store::rounds::save(tx, &closed).await?;
            context.audit(tx, &closed.school, "round-closed", closed.id.as_str(), "").await?;
        }
    }
    if let Some(survey) = ends.survey {
        let (id, wave) = (survey.id.clone(), survey.wave);
        if surveys::finish(tx, context, programme, survey).await? {
            context.audit(tx, &programme.school, "survey-closed", id.as_str(), wave.word()).await?;
        }
    }
    Ok(())
}

/// Everybody who learns it: newcomers, mentors and those who wanted to be one, both of an observed lesson, the leaders. Nobody
/// who has left (neg:N10), and not whoever does it.
async fn concerned(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    ends: &Ends,
) -> store::Result<BTreeSet<PersonId>> {
    let (school, id) = (&programme.school, &programme.id);
    let mut people: BTreeSet<PersonId> =
        store::newcomers::of_programme(tx, school, id).await?.into_iter().map(|one| one.person).collect();
    let mentors = store::mentors::of_programme(tx, school, id).await?;
    let over = |state| matches!(state, MentorState::Rejected | MentorState::SteppedBack);
    // Whoever did not want to be chosen may still be somebody's provisional mentor.
    let works = |id: &MentorId| ends.pairs.iter().any(|pair| pair.mentor == *id);
    people.extend(mentors.into_iter().filter(|one| !over(one.state) || works(&one.id)).map(|one| one.person));
    people.extend(ends.observations.iter().flat_map(|one| [one.observed.clone(), one.observer.clone()]));
    for role in [Role::Coordinator, Role::Head] {
        people.extend(store::people::with_role(tx, school, role, context.today).await?);
    }
    people.remove(&context.actor.person);
    let here = store::people::of_school(tx, school).await?;
    people.retain(|id| here.iter().any(|person| person.id == *id && person.works_on(context.today)));
    Ok(people)
}

/// The coordinator sets a programme aside that is over.
pub async fn shelve(context: &Context<'_>, id: &ProgrammeId) -> Result<(), Failed<ShelveRefused>> {
    store::change!(context.db, tx => shelve_in(&mut tx, context, id))
}

async fn shelve_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProgrammeId,
) -> Result<(), Failed<ShelveRefused>> {
    let programme = managed(tx, context, id).await?;
    let shelved = programme.clone().shelve(context.today).map_err(Failed::Refused)?;
    if ends_wait(tx, &programme).await? {
        return Err(Failed::Refused(ShelveRefused::OrdersWait));
    }
    keep(tx, context, &programme, &shelved, "programme-shelved").await
}

/// True while the end of a pair waits for an order or one is in draft: set aside, nobody would find it.
async fn ends_wait(tx: &mut Tx, programme: &Programme) -> store::Result<bool> {
    let (school, id) = (&programme.school, &programme.id);
    let drafts = store::orders::of_programme(tx, school, id).await?;
    let in_draft = drafts.iter().any(|one| one.state == OrderState::Draft && one.kind == OrderKind::Ending);
    Ok(in_draft || orders::waiting(tx, programme).await?.keys().any(|(kind, _)| *kind == OrderKind::Ending))
}

/// The coordinator takes a programme out again that was set aside.
pub async fn take_out(context: &Context<'_>, id: &ProgrammeId) -> Result<(), Failed<ShelveRefused>> {
    store::change!(context.db, tx => take_out_in(&mut tx, context, id))
}

async fn take_out_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProgrammeId,
) -> Result<(), Failed<ShelveRefused>> {
    let programme = managed(tx, context, id).await?;
    let back = programme.clone().take_out();
    keep(tx, context, &programme, &back, "programme-taken-out").await
}

/// Saves what differs; a form that came twice changes nothing.
async fn keep(
    tx: &mut WriteTx,
    context: &Context<'_>,
    before: &Programme,
    after: &Programme,
    what: &str,
) -> Result<(), Failed<ShelveRefused>> {
    if before != after {
        store::programmes::save(tx, after).await?;
        context.audit(tx, &after.school, what, after.id.as_str(), "").await?;
    }
    Ok(())
}
