//! Newcomers are enrolled, and each is given a provisional mentor within the law's working days (feat:C1; G9).

mod overview;

pub use overview::{Candidate, Nameable, Overview, candidates, for_now, nameable, overview};

use crate::consents::persons;
use crate::letters::{Letter, promise};
use crate::mentors::fresh;
use crate::{Context, Failed};
use domain::mentors::{Mentor, State as MentorState};
use domain::newcomers::{
    EnrolRefused, Newcomer, ProvisionalRefused, WithdrawRefused, enrol as may_enrol, may_name, may_take_back,
    may_withdraw,
};
use domain::pairs::{Origin, Pair, State as PairState};
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::{NewcomerId, PairId, PersonId, ProgrammeId};
use store::{Tx, WriteTx};

/// Who of several was not enrolled, and why; then nobody was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotEnrolled {
    /// The person.
    pub person: PersonId,
    /// Why.
    pub why: EnrolRefused,
}

/// The coordinator enrols several people at once, all or none. Who is enrolled already stays enrolled. Gives
/// how many are new.
pub async fn enrol(
    context: &Context<'_>,
    programme: &ProgrammeId,
    people: &[PersonId],
) -> Result<usize, Failed<NotEnrolled>> {
    store::change!(context.db, tx => enrol_in(&mut tx, context, programme, people))
}

async fn enrol_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &ProgrammeId,
    people: &[PersonId],
) -> Result<usize, Failed<NotEnrolled>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let programme = store::programmes::get(tx, school, programme).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageProgramme(&programme.school))?;
    let mut new = 0;
    for person in people {
        new += usize::from(enrol_one(tx, context, &programme, person).await?);
    }
    Ok(new)
}

async fn enrol_one(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    id: &PersonId,
) -> Result<bool, Failed<NotEnrolled>> {
    let person = store::people::get(tx, id).await?.ok_or(Failed::NotFound)?;
    if person.school.as_ref() != Some(&programme.school) {
        return Err(Failed::NotFound);
    }
    if store::newcomers::of_person(tx, &programme.id, id).await?.is_some() {
        return Ok(false);
    }
    let mentors = match store::mentors::of_person(tx, &programme.id, id).await? {
        Some(mentor) => {
            let pairs = store::pairs::of_mentor(tx, &mentor.school, &mentor.id).await?;
            acts_as_mentor(&mentor, &pairs)
        }
        None => false,
    };
    let hired_on = may_enrol(&person, mentors, programme, context.today)
        .map_err(|why| Failed::Refused(NotEnrolled { person: id.clone(), why }))?;
    let newcomer = Newcomer {
        id: context.id(),
        school: programme.school.clone(),
        programme: programme.id.clone(),
        person: id.clone(),
        hired_on,
        version: 0,
    };
    store::newcomers::add(tx, &newcomer).await?;
    store::people::open_role(tx, id, Role::Newcomer, context.today).await?;
    context.audit(tx, &newcomer.school, "newcomer-enrolled", newcomer.id.as_str(), "").await?;
    Ok(true)
}

/// True for somebody with the right to mentor, and for somebody with whom a newcomer is; `pairs` may hold
/// other people's pairs too.
fn acts_as_mentor(mentor: &Mentor, pairs: &[Pair]) -> bool {
    let with = |pair: &Pair| pair.mentor == mentor.id && !matches!(pair.state, PairState::Ended { .. });
    mentor.state == MentorState::Approved || pairs.iter().any(with)
}

/// The coordinator takes back an enrolment by mistake, as long as nothing has come of it.
pub async fn withdraw(context: &Context<'_>, newcomer: &NewcomerId) -> Result<(), Failed<WithdrawRefused>> {
    store::change!(context.db, tx => withdraw_in(&mut tx, context, newcomer))
}

async fn withdraw_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &NewcomerId,
) -> Result<(), Failed<WithdrawRefused>> {
    let Loaded { newcomer, programme, .. } = load(tx, context, id).await?;
    let traces = store::newcomers::traces(tx, &newcomer).await?;
    may_withdraw(traces, &programme, context.today).map_err(Failed::Refused)?;
    // The newcomer's own marks count as nothing: else the refusal would tell of them.
    store::favourites::take_all(tx, &newcomer).await?;
    store::newcomers::remove(tx, &newcomer).await?;
    store::people::close_role(tx, &newcomer.person, Role::Newcomer, context.today).await?;
    context.audit(tx, &newcomer.school, "newcomer-withdrawn", id.as_str(), "").await?;
    Ok(())
}

/// A newcomer of the actor's school with their programme and pairs.
struct Loaded {
    newcomer: Newcomer,
    programme: Programme,
    pairs: Vec<Pair>,
}

async fn load<R>(tx: &mut Tx, context: &Context<'_>, id: &NewcomerId) -> Result<Loaded, Failed<R>> {
    let newcomer = store::newcomers::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageProgramme(&newcomer.school))?;
    let programme =
        store::programmes::get(tx, &newcomer.school, &newcomer.programme).await?.ok_or(Failed::NotFound)?;
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, id).await?;
    Ok(Loaded { newcomer, programme, pairs })
}

/// The coordinator names a provisional mentor, who takes no place of the choice. Somebody without a
/// candidature becomes a nominee by it: they may agree to stand for the choice too, or say no to that.
pub async fn name_provisional(
    context: &Context<'_>,
    newcomer: &NewcomerId,
    person: &PersonId,
) -> Result<PairId, Failed<ProvisionalRefused>> {
    store::change!(context.db, tx => name_provisional_in(&mut tx, context, newcomer, person))
}

async fn name_provisional_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &NewcomerId,
    id: &PersonId,
) -> Result<PairId, Failed<ProvisionalRefused>> {
    let Loaded { newcomer, programme, pairs } = load(tx, context, newcomer).await?;
    let person = store::people::get(tx, id).await?.ok_or(Failed::NotFound)?;
    if person.school.as_ref() != Some(&programme.school) {
        return Err(Failed::NotFound);
    }
    let is_newcomer = store::newcomers::of_person(tx, &programme.id, id).await?.is_some();
    may_name(&person, is_newcomer, &pairs, &programme, context.today).map_err(Failed::Refused)?;
    let mentor = if let Some(mentor) = store::mentors::of_person(tx, &programme.id, id).await? {
        mentor
    } else {
        let nominated = fresh(context, &programme, id, MentorState::Nominated);
        store::mentors::add(tx, &nominated).await?;
        context.audit(tx, &nominated.school, "mentor-nominated", nominated.id.as_str(), "").await?;
        promise(context, tx, id, Letter::MentorNominated, nominated.id.as_str()).await?;
        nominated
    };
    let pair = Pair {
        id: context.id(),
        school: programme.school,
        programme: programme.id,
        newcomer: newcomer.id,
        mentor: mentor.id,
        place: None,
        origin: Origin::Provisional,
        state: PairState::Published,
        since: context.now,
        version: 0,
    };
    store::pairs::add(tx, &pair).await?;
    context.audit(tx, &pair.school, "provisional-named", pair.id.as_str(), pair.mentor.as_str()).await?;
    promise(context, tx, &newcomer.person, Letter::ProvisionalNamed, pair.id.as_str()).await?;
    promise(context, tx, id, Letter::PairPublished, pair.id.as_str()).await?;
    Ok(pair.id)
}

/// The coordinator takes a provisional mentor back before there is an order; both are told.
pub async fn take_back_provisional(
    context: &Context<'_>,
    newcomer: &NewcomerId,
) -> Result<(), Failed<ProvisionalRefused>> {
    store::change!(context.db, tx => take_back_in(&mut tx, context, newcomer))
}

async fn take_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &NewcomerId,
) -> Result<(), Failed<ProvisionalRefused>> {
    let Loaded { pairs, .. } = load(tx, context, newcomer).await?;
    let ended = may_take_back(pairs)
        .map_err(Failed::Refused)?
        .end(context.today, context.now)
        .map_err(|_| Failed::Refused(ProvisionalRefused::HasOrder))?;
    store::pairs::save(tx, &ended).await?;
    context.audit(tx, &ended.school, "provisional-taken-back", ended.id.as_str(), "").await?;
    if let Some((newcomer, mentor)) = persons(tx, &ended).await? {
        for person in [newcomer, mentor] {
            promise(context, tx, &person, Letter::ProvisionalTakenBack, ended.id.as_str()).await?;
        }
    }
    Ok(())
}
