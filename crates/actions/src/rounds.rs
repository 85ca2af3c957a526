//! A second round: the coordinator opens it, makes it longer or closes it; its day ends it (feat:C19; essay:E7, E14;
//! neg:N21).

use crate::choices::Present;
use crate::letters::{Letter, promise};
use crate::{Context, Failed, Never, deputies, proposals, requests};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::pairs::{Pair, State as PairState};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::rounds::{OpenRefused, Outset, Round, State, StepRefused, open as may_begin};
use domain::{Day, PersonId, ProgrammeId, RoundId};
use store::{Tx, WriteTx};

/// Who would choose in a round of today, or chooses in the one that runs.
#[derive(Clone, Debug)]
pub struct Taking {
    /// Newcomers who work here and have no mentor of choice.
    pub newcomers: Vec<Newcomer>,
    /// Mentors who can be asked, with their free places.
    pub mentors: Vec<(Mentor, u8)>,
}

/// Who takes part, worked out from what everybody of the school may know: pairs, places, pauses.
pub async fn taking(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<Taking> {
    let (school, id) = (&programme.school, &programme.id);
    let present = Present::load(tx, programme, today).await?;
    let mut newcomers = store::newcomers::of_programme(tx, school, id).await?;
    newcomers.retain(|newcomer| present.looks(newcomer));
    let mut mentors = store::mentors::of_programme(tx, school, id).await?;
    mentors.retain(|mentor| present.takes(mentor));
    let with_places = |mentor: Mentor| {
        let places = present.places(&mentor);
        (mentor, places)
    };
    Ok(Taking { newcomers, mentors: mentors.into_iter().map(with_places).collect() })
}

/// What a round of today would begin with.
pub async fn outset(tx: &mut Tx, programme: &Programme, taking: &Taking) -> store::Result<Outset> {
    Ok(Outset {
        looking: taking.newcomers.len(),
        mentors: taking.mentors.len(),
        unpublished: is_unpublished(tx, programme).await?,
    })
}

/// True where something of the last choice waits to be published: a draft, a pair that agreed, or lists of both sides
/// that nobody has opened.
async fn is_unpublished(tx: &mut Tx, programme: &Programme) -> store::Result<bool> {
    let (school, id) = (&programme.school, &programme.id);
    let agreed = |pair: &Pair| pair.state == PairState::Agreed;
    if store::proposals::draft(tx, school, id).await?.is_some()
        || store::pairs::of_programme(tx, school, id).await?.iter().any(agreed)
    {
        return Ok(true);
    }
    let written = store::choices::counts(tx, programme).await?;
    let both = written.newcomers > 0 && written.mentors > 0;
    Ok(both && !proposals::is_published(tx, programme).await?)
}

/// The coordinator opens a round until a day; everybody who takes part gets a letter.
pub async fn open(
    context: &Context<'_>,
    programme: &ProgrammeId,
    until: Day,
) -> Result<RoundId, Failed<OpenRefused>> {
    store::change!(context.db, tx => open_in(&mut tx, context, programme, until))
}

async fn open_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &ProgrammeId,
    until: Day,
) -> Result<RoundId, Failed<OpenRefused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let programme = store::programmes::get(tx, school, programme).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageRounds(&programme.school))?;
    let me = &context.actor.person;
    if let Some(running) = programme.round_on(context.today)
        && (running.until, &running.opened_by) == (until, me)
    {
        // The form came twice.
        return Ok(running.id.clone());
    }
    let taking = taking(tx, &programme, context.today).await?;
    let outset = outset(tx, &programme, &taking).await?;
    let number = may_begin(outset, until, &programme, context.today).map_err(Failed::Refused)?;
    // The last one may have ended by its day before a schedule wrote it down.
    if let Some(last) = programme.round.clone() {
        write_down_end(tx, context, &programme, last).await?;
    }
    let round = Round {
        id: context.id(),
        school: programme.school.clone(),
        programme: programme.id.clone(),
        number,
        from: context.today,
        until,
        opened_at: context.now,
        opened_by: me.clone(),
        state: State::Open,
        version: 0,
    };
    store::rounds::add(tx, &round).await?;
    context.audit(tx, &round.school, "round-opened", round.id.as_str(), &until.to_string()).await?;
    tell(tx, context, &taking, Letter::RoundOpened, &round).await?;
    Ok(round.id)
}

/// A letter to everybody who takes part.
async fn tell(
    tx: &mut WriteTx,
    context: &Context<'_>,
    taking: &Taking,
    letter: Letter,
    round: &Round,
) -> store::Result<()> {
    let newcomers = taking.newcomers.iter().map(|newcomer| &newcomer.person);
    for person in newcomers.chain(taking.mentors.iter().map(|(mentor, _)| &mentor.person)) {
        promise(context, tx, person, letter, round.id.as_str()).await?;
    }
    Ok(())
}

/// A round that the actor may change, with its programme; somebody else's looks as if it were not there.
async fn managed(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &RoundId,
) -> Result<(Round, Programme), Failed<StepRefused>> {
    let round = store::rounds::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageRounds(&round.school))?;
    let programme =
        store::programmes::get(tx, &round.school, &round.programme).await?.ok_or(Failed::NotFound)?;
    Ok((round, programme))
}

/// The coordinator moves the last day on; everybody who takes part gets a letter.
pub async fn extend(context: &Context<'_>, id: &RoundId, until: Day) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => extend_in(&mut tx, context, id, until))
}

async fn extend_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &RoundId,
    until: Day,
) -> Result<(), Failed<StepRefused>> {
    let (round, programme) = managed(tx, context, id).await?;
    if round.runs(context.today) && round.until == until {
        // So it stands: the form came twice.
        return Ok(());
    }
    let longer = round.extend(until, &programme, context.today).map_err(Failed::Refused)?;
    store::rounds::save(tx, &longer).await?;
    context.audit(tx, &longer.school, "round-extended", id.as_str(), &until.to_string()).await?;
    let taking = taking(tx, &programme, context.today).await?;
    tell(tx, context, &taking, Letter::RoundExtended, &longer).await?;
    Ok(())
}

/// The coordinator closes a round before its last day. Requests that wait end with it, and both sides are told;
/// whoever has no pair reads who is with them and what comes next.
pub async fn close(context: &Context<'_>, id: &RoundId) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => close_in(&mut tx, context, id))
}

async fn close_in(tx: &mut WriteTx, context: &Context<'_>, id: &RoundId) -> Result<(), Failed<StepRefused>> {
    let (round, programme) = managed(tx, context, id).await?;
    let closed = round.close(context.now, context.today).map_err(Failed::Refused)?;
    store::rounds::save(tx, &closed).await?;
    context.audit(tx, &closed.school, "round-closed", id.as_str(), "").await?;
    for request in store::requests::of_programme(tx, &programme.school, &programme.id).await? {
        requests::cut_short(tx, context, request).await?;
    }
    tell_over(tx, context, &programme, &closed).await?;
    Ok(())
}

/// Those who have no pair learn that the round is over.
async fn tell_over(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    round: &Round,
) -> store::Result<()> {
    for newcomer in taking(tx, programme, context.today).await?.newcomers {
        promise(context, tx, &newcomer.person, Letter::RoundOver, round.id.as_str()).await?;
    }
    Ok(())
}

/// The schedule writes down which rounds of the actor's school have ended by their day; the coordinators are told,
/// too, that pairs can be proposed. Gives how many.
pub async fn end_passed(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let passed = store::rounds::passed(&mut *context.db.read().await?, school, context.today).await?;
    let mut ended = 0;
    for id in &passed {
        match store::change!(context.db, tx => end_in(&mut tx, context, id)) {
            Ok(true) => ended += 1,
            // Somebody opened the next one in between, and that has ended it.
            Ok(false) | Err(Failed::Changed | Failed::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(ended)
}

async fn end_in(tx: &mut WriteTx, context: &Context<'_>, id: &RoundId) -> Result<bool, Failed<Never>> {
    let round = store::rounds::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let programme =
        store::programmes::get(tx, &round.school, &round.programme).await?.ok_or(Failed::NotFound)?;
    if !write_down_end(tx, context, &programme, round).await? {
        return Ok(false);
    }
    for person in coordinators(tx, &programme, context.today).await? {
        promise(context, tx, &person, Letter::RoundOver, id.as_str()).await?;
    }
    Ok(true)
}

async fn coordinators(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<Vec<PersonId>> {
    deputies::coordinators(tx, &programme.school, today).await
}

/// Writes down that a round has ended by its day; `false` where it has not, or that stands already.
async fn write_down_end(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    round: Round,
) -> store::Result<bool> {
    let Ok(over) = round.end(context.now, context.today) else { return Ok(false) };
    store::rounds::save(tx, &over).await?;
    context.audit_nameless(tx, &over.school, "round-over", over.id.as_str()).await?;
    tell_over(tx, context, programme, &over).await?;
    Ok(true)
}
