//! Mentors come forward or are nominated, and the coordinator decides (feat:B1–B5).

mod answering;

pub use answering::answering;

use crate::commitments::keep;
use crate::courses::Rights;
use crate::letters::{Letter, promise};
use crate::rotations::take_back;
use crate::{Context, Failed, requests};
use domain::calendar::instant_of;
use domain::commitments::{Duty, all_ticked};
use domain::courses::Standing;
use domain::mentors::{Candidate, Card, Decision, Mentor, PauseRefused, Refused, State, may_come_forward};
use domain::pairs::State as PairState;
use domain::people::{Person, Role};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::requests::Closed;
use domain::sanctions::barred_until;
use domain::sides::Side;
use domain::{Day, MentorId, PersonId, ProgrammeId};
use store::{Tx, WriteTx};

/// Somebody of the actor's school, and the programme in which they may mentor.
struct Loaded {
    programme: Programme,
    person: Person,
    newcomer: bool,
    barred_until: Option<Day>,
    standing: Standing,
}

impl Loaded {
    fn candidate(&self, places: u8) -> Candidate<'_> {
        let Self { person, newcomer, barred_until, standing, .. } = self;
        let (newcomer, barred_until, standing) = (*newcomer, *barred_until, *standing);
        Candidate { person, newcomer, barred_until, standing, places }
    }
}

async fn load(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &ProgrammeId,
    person: &PersonId,
) -> Result<Loaded, Failed<Refused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let programme = store::programmes::get(tx, school, programme).await?.ok_or(Failed::NotFound)?;
    let person = store::people::get(tx, person).await?.ok_or(Failed::NotFound)?;
    if person.school.as_ref() != Some(&programme.school) {
        return Err(Failed::NotFound);
    }
    let newcomer = store::newcomers::of_person(tx, &programme.id, &person.id).await?.is_some();
    let sanctions = store::sanctions::of_person(tx, &programme.school, &person.id).await?;
    let barred_until = barred_until(&sanctions, context.today);
    let standing = Rights::load(tx, &programme, context.today).await?.standing(&person.id);
    Ok(Loaded { programme, person, newcomer, barred_until, standing })
}

/// A candidature that nobody has written anything for yet.
pub(crate) fn fresh(context: &Context<'_>, programme: &Programme, person: &PersonId, state: State) -> Mentor {
    Mentor {
        id: context.id(),
        school: programme.school.clone(),
        programme: programme.id.clone(),
        person: person.clone(),
        state,
        since: context.now,
        card: Card::default(),
        back_on: None,
        version: 0,
    }
}

/// The coordinator nominates somebody; the nominee decides.
pub async fn nominate(
    context: &Context<'_>,
    programme: &ProgrammeId,
    person: &PersonId,
) -> Result<MentorId, Failed<Refused>> {
    store::change!(context.db, tx => nominate_in(&mut tx, context, programme, person))
}

async fn nominate_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &ProgrammeId,
    person: &PersonId,
) -> Result<MentorId, Failed<Refused>> {
    let loaded = load(tx, context, programme, person).await?;
    may(context.actor, &Action::ManageMentors(&loaded.programme.school))?;
    may_come_forward(&loaded.candidate(0), &loaded.programme, context.today).map_err(Failed::Refused)?;
    let nominated = if let Some(mentor) = store::mentors::of_person(tx, programme, person).await? {
        let nominated = mentor.nominate(context.now).map_err(Failed::Refused)?;
        store::mentors::save(tx, &nominated).await?;
        nominated
    } else {
        let nominated = fresh(context, &loaded.programme, person, State::Nominated);
        store::mentors::add(tx, &nominated).await?;
        nominated
    };
    context.audit(tx, &nominated.school, "mentor-nominated", nominated.id.as_str(), "").await?;
    promise(context, tx, person, Letter::MentorNominated, nominated.id.as_str()).await?;
    Ok(nominated.id)
}

/// Somebody applies with a card, or agrees to a nomination with it; every duty of a mentor is ticked.
pub async fn apply(
    context: &Context<'_>,
    programme: &ProgrammeId,
    card: Card,
    ticked: &[Duty],
) -> Result<MentorId, Failed<Refused>> {
    store::change!(context.db, tx => apply_in(&mut tx, context, programme, card.clone(), ticked))
}

async fn apply_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &ProgrammeId,
    card: Card,
    ticked: &[Duty],
) -> Result<MentorId, Failed<Refused>> {
    let me = &context.actor.person;
    let loaded = load(tx, context, programme, me).await?;
    may(context.actor, &Action::BeMentor { school: &loaded.programme.school, person: me })?;
    may_come_forward(&loaded.candidate(card.places), &loaded.programme, context.today)
        .map_err(Failed::Refused)?;
    let existing = store::mentors::of_person(tx, programme, me).await?;
    let was = existing.as_ref().map(|mentor| mentor.state);
    let begun = existing.unwrap_or_else(|| fresh(context, &loaded.programme, me, State::Nominated));
    let applied = begun.apply(card, &loaded.programme.settings, context.now).map_err(Failed::Refused)?;
    if !all_ticked(Side::Mentor, ticked) {
        return Err(Failed::Refused(Refused::Duties));
    }
    match was {
        Some(_) => store::mentors::save(tx, &applied).await?,
        None => store::mentors::add(tx, &applied).await?,
    }
    keep(tx, context, &loaded.programme, Side::Mentor).await?;
    let what = if was == Some(State::Nominated) { "mentor-agreed" } else { "mentor-applied" };
    context.audit(tx, &applied.school, what, applied.id.as_str(), "").await?;
    Ok(applied.id)
}

/// A candidature of the actor's school, with who and what it concerns.
async fn candidature(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &MentorId,
) -> Result<(Mentor, Loaded), Failed<Refused>> {
    let mentor = store::mentors::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let loaded = load(tx, context, &mentor.programme, &mentor.person).await?;
    Ok((mentor, loaded))
}

/// The coordinator approves or rejects an application.
pub async fn decide(
    context: &Context<'_>,
    id: &MentorId,
    decision: &Decision,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => decide_in(&mut tx, context, id, decision))
}

async fn decide_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MentorId,
    decision: &Decision,
) -> Result<(), Failed<Refused>> {
    let (mentor, loaded) = candidature(tx, context, id).await?;
    may(context.actor, &Action::ManageMentors(&mentor.school))?;
    let candidate = loaded.candidate(mentor.card.places);
    let decided = mentor
        .decide(decision, &candidate, &loaded.programme, context.now, context.today)
        .map_err(Failed::Refused)?;
    store::mentors::save(tx, &decided).await?;
    store::mentors::add_decision(tx, &decided, decision, context.now).await?;
    let letter = match decision {
        Decision::Approve { .. } => {
            store::people::open_role(tx, &decided.person, Role::Mentor, context.today).await?;
            Letter::MentorApproved
        }
        Decision::Reject { .. } => Letter::MentorRejected,
    };
    let what = format!("mentor-{}", decision.word());
    let detail = if decision.reason().is_some() { "reasoned" } else { "" };
    context.audit(tx, &decided.school, &what, id.as_str(), detail).await?;
    promise(context, tx, &decided.person, letter, id.as_str()).await?;
    Ok(())
}

/// A nominee says no, an applicant or a mentor steps back; open requests to the mentor are closed.
pub async fn step_back(context: &Context<'_>, id: &MentorId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => step_back_in(&mut tx, context, id))
}

async fn step_back_in(tx: &mut WriteTx, context: &Context<'_>, id: &MentorId) -> Result<(), Failed<Refused>> {
    let (mentor, loaded) = candidature(tx, context, id).await?;
    may(context.actor, &Action::BeMentor { school: &mentor.school, person: &mentor.person })?;
    let was = mentor.state;
    let running = running_pairs(tx, &mentor).await?;
    let back =
        mentor.step_back(&loaded.programme, running, context.now, context.today).map_err(Failed::Refused)?;
    store::mentors::save(tx, &back).await?;
    if was == State::Approved {
        store::people::close_role(tx, &back.person, Role::Mentor, context.today).await?;
        for request in store::requests::of_mentor(tx, &back.school, &back.id).await? {
            requests::close(tx, context, request, Closed::Left).await?;
        }
        let mut planned = store::rotations::of_mentor(tx, &back.school, &back.id).await?;
        planned.retain(|turn| turn.is_ahead(context.today));
        take_back(tx, context, planned).await?;
    }
    if was == State::Nominated {
        // A nominee owes nobody an answer: the log does not say that it was a no, nor whose (essay:E9).
        context.audit_nameless(tx, &back.school, "mentor-nomination-closed", id.as_str()).await?;
    } else {
        context.audit(tx, &back.school, "mentor-stepped-back", id.as_str(), was.word()).await?;
    }
    Ok(())
}

/// How many newcomers are with somebody, provisional ones included.
pub async fn running_pairs(tx: &mut Tx, mentor: &Mentor) -> store::Result<usize> {
    let pairs = store::pairs::of_mentor(tx, &mentor.school, &mentor.id).await?;
    Ok(pairs.iter().filter(|pair| !matches!(pair.state, PairState::Ended { .. })).count())
}

/// An applicant or a mentor changes their card.
pub async fn edit_card(context: &Context<'_>, id: &MentorId, card: Card) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => edit_card_in(&mut tx, context, id, card.clone()))
}

async fn edit_card_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MentorId,
    card: Card,
) -> Result<(), Failed<Refused>> {
    let (mentor, loaded) = candidature(tx, context, id).await?;
    may(context.actor, &Action::BeMentor { school: &mentor.school, person: &mentor.person })?;
    // A free place below a taken one would be lost, so the highest taken place counts.
    let taken = store::pairs::places_taken(tx, &mentor.school, id).await?.last().copied().unwrap_or(0);
    let edited = mentor.edit(card, &loaded.programme, taken, context.today).map_err(Failed::Refused)?;
    store::mentors::save(tx, &edited).await?;
    context.audit(tx, &edited.school, "mentor-card-edited", id.as_str(), "").await?;
    Ok(())
}

/// A mentor takes no new requests until the day, or is back at once.
pub async fn pause(
    context: &Context<'_>,
    id: &MentorId,
    back_on: Option<Day>,
) -> Result<(), Failed<PauseRefused>> {
    store::change!(context.db, tx => pause_in(&mut tx, context, id, back_on))
}

async fn pause_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MentorId,
    back_on: Option<Day>,
) -> Result<(), Failed<PauseRefused>> {
    let mentor = store::mentors::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::BeMentor { school: &mentor.school, person: &mentor.person })?;
    let programme =
        store::programmes::get(tx, &mentor.school, &mentor.programme).await?.ok_or(Failed::NotFound)?;
    let was = mentor.back_on;
    let changed = match back_on {
        Some(day) => mentor.pause(day, &programme, context.today).map_err(Failed::Refused)?,
        None => mentor.resume(),
    };
    if changed.back_on == was {
        return Ok(());
    }
    store::mentors::save(tx, &changed).await?;
    let school = store::schools::get(tx, &changed.school).await?.ok_or(Failed::NotFound)?;
    let until = back_on.map_or(context.now, |day| instant_of(day, 0, school.utc_offset_minutes));
    store::mentors::keep_pause(tx, &changed, context.now, until).await?;
    let what = if back_on.is_some() { "mentor-paused" } else { "mentor-resumed" };
    let detail = back_on.map(|day| day.to_string()).unwrap_or_default();
    context.audit(tx, &changed.school, what, id.as_str(), &detail).await?;
    Ok(())
}
