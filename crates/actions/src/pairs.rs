//! Pairs: appointed where a choice did not bring two together, and how a pair is told to both.

use crate::choices::{Present, is_available, works};
use crate::consents::persons;
use crate::courses::Rights;
use crate::letters::{Letter, promise};
use crate::requests::close;
use crate::{Context, Failed};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::pairs::{
    AppointRefused, Appointment, FirstMeeting, Origin, Pair, PlanRefused, State, appoint as may_appoint,
    free_place, plan,
};
use domain::people::{Person, Role};
use domain::permissions::{Action, Two, may};
use domain::programmes::Programme;
use domain::requests::Closed;
use domain::{Day, MentorId, NewcomerId, PairId, PersonId};
use jiff::civil::Time;
use store::{Tx, WriteTx};

/// The coordinator or the head appoints a mentor, with a reason that both read (feat:C21; essay:E6).
pub async fn appoint(
    context: &Context<'_>,
    newcomer: &NewcomerId,
    mentor: &MentorId,
    reason: &str,
) -> Result<PairId, Failed<AppointRefused>> {
    store::change!(context.db, tx => appoint_in(&mut tx, context, newcomer, mentor, reason))
}

async fn appoint_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &NewcomerId,
    mentor: &MentorId,
    reason: &str,
) -> Result<PairId, Failed<AppointRefused>> {
    Ok(appoint_to(tx, context, newcomer, mentor, reason, false).await?.id)
}

/// The same inside a larger change; `hands_over` where it stands in for a pair that has just ended.
pub(crate) async fn appoint_to(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &NewcomerId,
    mentor: &MentorId,
    reason: &str,
    hands_over: bool,
) -> Result<Pair, Failed<AppointRefused>> {
    let newcomer = store::newcomers::get(tx, newcomer).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::Appoint(&newcomer.school))?;
    let mentor = store::mentors::get(tx, mentor).await?.ok_or(Failed::NotFound)?;
    if mentor.programme != newcomer.programme {
        return Err(Failed::NotFound);
    }
    let programme =
        store::programmes::get(tx, &newcomer.school, &newcomer.programme).await?.ok_or(Failed::NotFound)?;
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let taken = store::pairs::places_taken(tx, &mentor.school, &mentor.id).await?;
    let two = Appointment {
        newcomer_works: works(tx, &newcomer, context.today).await?,
        has_pair: pairs.iter().any(Pair::is_settled),
        mentor_available: is_available(tx, &mentor, context.today).await?
            && Rights::load(tx, &programme, context.today).await?.may_begin(&mentor.person),
        chooses_until: programme.round_on(context.today).filter(|_| !hands_over).map(|round| round.until),
        place: free_place(mentor.card.places, &taken),
    };
    let (place, origin) = may_appoint(reason, &two, &programme, context.today).map_err(Failed::Refused)?;
    let pair = put_together(tx, context, &newcomer, &mentor, place, origin).await?;
    context.audit(tx, &pair.school, "pair-appointed", pair.id.as_str(), "reasoned").await?;
    Ok(pair)
}

/// Who appointed a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decider {
    /// The person.
    pub person: Person,
    /// In which role they could: the head or the coordinator.
    pub role: Role,
}

/// For the pair's page: who appointed it, read from the log, where a log was kept; `day` is the day on which it was
/// published where the school is. An appointment in a proposal is answered for by whoever published it. Nobody for a
/// pair that two people chose.
pub async fn appointed_by(tx: &mut Tx, pair: &Pair, day: Day) -> store::Result<Option<Decider>> {
    if !matches!(pair.origin, Origin::Appointed { .. }) {
        return Ok(None);
    }
    let lines = store::audit::of_subject(tx, &pair.school, pair.id.as_str()).await?;
    let published = lines.into_iter().find(|line| line.what == "pair-published");
    let Some(actor) = published.and_then(|line| line.actor) else { return Ok(None) };
    let Some(person) = store::people::get(tx, &actor).await? else { return Ok(None) };
    let held = store::people::roles_on(tx, &actor, day).await?;
    // Whoever is both has acted with the higher right.
    let role = [Role::Head, Role::Coordinator].into_iter().find(|role| held.contains(role));
    Ok(role.map(|role| Decider { person, role }))
}

/// A mentor with a free place.
#[derive(Clone, Debug)]
pub struct Appointable {
    /// The mentor.
    pub mentor: Mentor,
    /// Who it is.
    pub person: Person,
    /// How many places are free.
    pub places: u8,
}

/// For a page: whom somebody may appoint today.
pub async fn appointable(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<Vec<Appointable>> {
    let present = Present::load(tx, programme, today).await?;
    let mut all = Vec::new();
    for mentor in store::mentors::of_programme(tx, &programme.school, &programme.id).await? {
        let places = present.places(&mentor);
        match store::people::get(tx, &mentor.person).await? {
            Some(person) if places > 0 => all.push(Appointable { mentor, person, places }),
            _ => {}
        }
    }
    Ok(all)
}

/// Makes a published pair, tells both, and closes what it leaves without sense: the newcomer's open requests,
/// and the open requests to a mentor whose last place it takes.
pub(crate) async fn put_together<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &Newcomer,
    mentor: &Mentor,
    place: u8,
    origin: Origin,
) -> Result<Pair, Failed<R>> {
    let pair = Pair {
        id: context.id(),
        school: newcomer.school.clone(),
        programme: newcomer.programme.clone(),
        newcomer: newcomer.id.clone(),
        mentor: mentor.id.clone(),
        place: Some(place),
        origin,
        state: State::Published,
        since: context.now,
        version: 0,
    };
    store::pairs::add(tx, &pair).await?;
    tell_published(tx, context, newcomer, mentor, &pair).await?;
    for request in store::requests::of_newcomer(tx, &pair.school, &newcomer.id).await? {
        close(tx, context, request, Closed::AgreedElsewhere).await?;
    }
    let taken = store::pairs::places_taken(tx, &pair.school, &mentor.id).await?;
    if free_place(mentor.card.places, &taken).is_none() {
        for request in store::requests::of_mentor(tx, &pair.school, &mentor.id).await? {
            close(tx, context, request, Closed::MentorFull).await?;
        }
    }
    Ok(pair)
}

/// Both learn that their pair is published.
pub(crate) async fn tell_published(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &Newcomer,
    mentor: &Mentor,
    pair: &Pair,
) -> store::Result<()> {
    context.audit(tx, &pair.school, "pair-published", pair.id.as_str(), pair.origin.word()).await?;
    for person in [&newcomer.person, &mentor.person] {
        promise(context, tx, person, Letter::PairPublished, pair.id.as_str()).await?;
    }
    Ok(())
}

/// When and where the two want to meet for the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The day.
    pub on: Day,
    /// The time of day.
    pub at: Time,
    /// Where.
    pub place: String,
    /// The version of the plan that the person saw; `None` where there was none. A plan that the other one
    /// has made in between is not overwritten unseen.
    pub seen: Option<i64>,
}

impl Plan {
    /// This person has planned just this already: the form came twice.
    fn is(&self, meeting: &FirstMeeting, by: &PersonId) -> bool {
        let same = (self.on, self.at, self.place.trim()) == (meeting.on, meeting.at, meeting.place.as_str());
        same && meeting.set_by == *by
    }
}

/// Either of the two plans the pair's first meeting or moves it; the other one is told.
pub async fn plan_first_meeting(
    context: &Context<'_>,
    pair: &PairId,
    plan: &Plan,
) -> Result<(), Failed<PlanRefused>> {
    store::change!(context.db, tx => plan_in(&mut tx, context, pair, plan))
}

async fn plan_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
    wanted: &Plan,
) -> Result<(), Failed<PlanRefused>> {
    let pair = store::pairs::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let (newcomer, mentor) = persons(tx, &pair).await?.ok_or(Failed::NotFound)?;
    let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
    may(context.actor, &Action::PlanMeeting(two))?;
    let programme =
        store::programmes::get(tx, &pair.school, &pair.programme).await?.ok_or(Failed::NotFound)?;
    let known = store::pairs::first_meeting(tx, &pair).await?;
    if known.as_ref().is_some_and(|meeting| wanted.is(meeting, &context.actor.person)) {
        return Ok(());
    }
    if known.as_ref().map(|meeting| meeting.version) != wanted.seen {
        return Err(Failed::Changed);
    }
    plan(&pair, wanted.on, &wanted.place, context.today, programme.phases.work_until)
        .map_err(Failed::Refused)?;
    let meeting = FirstMeeting {
        on: wanted.on,
        at: wanted.at,
        place: wanted.place.trim().to_owned(),
        set_by: context.actor.person.clone(),
        set_at: context.now,
        version: wanted.seen.unwrap_or_default(),
    };
    match known {
        None => store::pairs::plan_first_meeting(tx, &pair, &meeting).await?,
        Some(_) => store::pairs::move_first_meeting(tx, &pair, &meeting).await?,
    }
    let detail = meeting.on.to_string();
    context.audit(tx, &pair.school, "pair-meeting-planned", id.as_str(), &detail).await?;
    let other = if context.actor.person == newcomer { &mentor } else { &newcomer };
    promise(context, tx, other, Letter::FirstMeetingPlanned, id.as_str()).await?;
    Ok(())
}
