//! Meetings of a pair: proposed, agreed on, confirmed, written down (feat:D1–D3, D6, D8–D10; essay:E15, E20).

mod answering;
pub mod hours;
pub mod journal;
mod links;
mod noting;
mod proposing;

pub use answering::{Answer, answer, ask, say};
pub use links::{Opened, Reply, answer_link, open_link};
pub use noting::{Keeping, add_step, forget_note, keep_note, offer_theme, tick};
pub use proposing::{Log, Proposal, log, propose};

use crate::accounts::{hex, secret_hash};
use crate::consents::persons;
use crate::letters::{Letter, promise, promise_with};
use crate::programmes::calendar;
use crate::{Context, Failed, engagements};
use domain::calendar::local;
use domain::meetings::{Busy, Meeting, Refused, Span, State, open};
use domain::observations::{Observation, State as ObservationState};
use domain::pairs::{Pair, State as PairState};
use domain::permissions::{Action, Two, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::timetables::Bells;
use domain::{Day, MeetingId, PairId, PersonId};
use jiff::ToSpan;
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use store::meetings::Link;
use store::{Tx, WriteTx};

/// Minutes for which a planned first meeting keeps its time free: it is planned without a length.
pub(crate) const FIRST_MEETING_MINUTES: u16 = 45;

/// A pair as one of the two comes to its meetings.
pub(crate) struct Scene {
    pub(crate) pair: Pair,
    pub(crate) programme: Programme,
    pub(crate) side: Side,
    pub(crate) newcomer: PersonId,
    pub(crate) mentor: PersonId,
    /// The last day on which the two meet: of the pair where one is named, else of the programme.
    pub(crate) work_until: Day,
    /// Minutes ahead of UTC where the school is.
    pub(crate) offset: i16,
    /// Day and time there.
    pub(crate) now: DateTime,
}

impl Scene {
    /// Lets one of the two through.
    async fn load<R>(tx: &mut Tx, context: &Context<'_>, pair: &PairId) -> Result<Self, Failed<R>> {
        let pair = store::pairs::get(tx, pair).await?.ok_or(Failed::NotFound)?;
        let (newcomer, mentor) = persons(tx, &pair).await?.ok_or(Failed::NotFound)?;
        let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
        may(context.actor, &Action::Meet(two))?;
        let school = store::schools::get(tx, &pair.school).await?.ok_or(Failed::NotFound)?;
        let programme =
            store::programmes::get(tx, &pair.school, &pair.programme).await?.ok_or(Failed::NotFound)?;
        let side = if context.actor.person == newcomer { Side::Newcomer } else { Side::Mentor };
        let offset = school.utc_offset_minutes;
        let now = local(context.now, offset);
        let work_until = last_day(tx, &pair, &programme).await?;
        Ok(Self { pair, programme, side, newcomer, mentor, work_until, offset, now })
    }

    /// The same for a step: the pair works.
    async fn open(tx: &mut Tx, context: &Context<'_>, pair: &PairId) -> Result<Self, Failed<Refused>> {
        let scene = Self::load(tx, context, pair).await?;
        open(&scene.pair).map_err(Failed::Refused)?;
        Ok(scene)
    }

    fn other(&self) -> &PersonId {
        match self.side {
            Side::Newcomer => &self.mentor,
            Side::Mentor => &self.newcomer,
        }
    }
}

/// A meeting with its pair, as one of the two comes to it.
async fn load<R>(tx: &mut Tx, context: &Context<'_>, id: &MeetingId) -> Result<(Meeting, Scene), Failed<R>> {
    let meeting = store::meetings::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let scene = Scene::load(tx, context, &meeting.pair).await?;
    Ok((meeting, scene))
}

async fn save(tx: &mut WriteTx, context: &Context<'_>, meeting: Meeting, what: &str) -> store::Result<()> {
    let meeting = Meeting { changed_at: context.now, ..meeting };
    store::meetings::save(tx, &meeting).await?;
    context.audit(tx, &meeting.school, what, meeting.pair.as_str(), meeting.id.as_str()).await
}

/// What a pair had agreed on or proposed falls away on days without work; those who are told get a letter of each
/// (neg:N17).
pub(crate) async fn fall_away(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pair: &Pair,
    falls: &(dyn Fn(Day) -> bool + Sync),
    told: &[&PersonId],
) -> store::Result<()> {
    for meeting in store::meetings::of_pair(tx, &pair.school, &pair.id).await? {
        let Some(fallen) = meeting.fall_away(&|day| falls(day)) else { continue };
        let (id, gone) = (fallen.id.clone(), fallen.state == State::Withdrawn);
        store::meetings::save(tx, &Meeting { changed_at: context.now, ..fallen }).await?;
        context.audit_nameless(tx, &pair.school, "meeting-fell-away", pair.id.as_str()).await?;
        for person in told.iter().filter(|_| gone) {
            promise(context, tx, person, Letter::MeetingFellAway, id.as_str()).await?;
        }
    }
    Ok(())
}

/// The other one learns of a time that waits for them, with a link that is answered once (feat:D2).
async fn tell_proposed(
    tx: &mut WriteTx,
    context: &Context<'_>,
    scene: &Scene,
    id: &MeetingId,
) -> store::Result<()> {
    let secret = hex(&context.ids.bytes::<32>());
    let link = Link {
        hash: secret_hash(&secret),
        school: scene.pair.school.clone(),
        meeting: id.clone(),
        person: scene.other().clone(),
        used_at: None,
    };
    store::meetings::add_link(tx, &link).await?;
    promise_with(context, tx, scene.other(), Letter::MeetingProposed, id.as_str(), Some(secret)).await
}

/// The last day on which a pair meets: its own where one is planned, else that of its programme.
pub async fn last_day(tx: &mut Tx, pair: &Pair, programme: &Programme) -> store::Result<Day> {
    let ending = store::endings::of_pair(tx, &pair.school, &pair.id).await?;
    Ok(ending.map_or(programme.phases.work_until, |ending| ending.last_day))
}

/// For a page and for the steps: what either of a pair has to do, beside the meeting that is to be moved.
pub async fn busy(
    tx: &mut Tx,
    pair: &Pair,
    programme: &Programme,
    but: Option<&MeetingId>,
) -> store::Result<Busy> {
    let Some((newcomer, mentor)) = persons(tx, pair).await? else { return Ok(Busy::default()) };
    let mut busy = busy_of(tx, programme, &newcomer, &mentor, but.map(MeetingId::as_str)).await?;
    // A pair that pauses has days off of its own.
    busy.calendar.days_off.extend(paused_days(tx, pair).await?);
    Ok(busy)
}

/// The days of all pauses of a pair.
pub(crate) async fn paused_days(tx: &mut Tx, pair: &Pair) -> store::Result<Vec<Day>> {
    let mut days = Vec::new();
    for pause in store::pauses::of_pair(tx, &pair.school, &pair.id).await? {
        days.extend(pause.from.series(1.day()).take_while(|day| pause.covers(*day)));
    }
    Ok(days)
}

/// What a newcomer and somebody else have to do: lessons, and everything that either has agreed on with anybody,
/// beside the one thing that is to be moved or answered.
pub(crate) async fn busy_of(
    tx: &mut Tx,
    programme: &Programme,
    newcomer: &PersonId,
    other: &PersonId,
    but: Option<&str>,
) -> store::Result<Busy> {
    let bells = Bells::of_settings(&programme.settings);
    let mut busy = Busy { bells, calendar: calendar(tx, &programme.school).await?, ..Busy::default() };
    busy.newcomer = store::timetables::of_person(tx, &programme.school, newcomer).await?;
    busy.mentor = store::timetables::of_person(tx, &programme.school, other).await?;
    for person in [newcomer, other] {
        busy.taken.extend(taken(tx, programme, person, bells, but).await?);
    }
    Ok(busy)
}

/// The times that somebody keeps free for what is planned.
async fn taken(
    tx: &mut Tx,
    programme: &Programme,
    person: &PersonId,
    bells: Bells,
    but: Option<&str>,
) -> store::Result<Vec<Span>> {
    let school = &programme.school;
    let (mut pairs, mut turns) = (Vec::new(), Vec::new());
    if let Some(newcomer) = store::newcomers::of_person(tx, &programme.id, person).await? {
        pairs.extend(store::pairs::of_newcomer(tx, school, &newcomer.id).await?);
        turns.extend(store::rotations::of_newcomer(tx, school, &newcomer.id).await?);
    }
    if let Some(mentor) = store::mentors::of_person(tx, &programme.id, person).await? {
        pairs.extend(store::pairs::of_mentor(tx, school, &mentor.id).await?);
        turns.extend(store::rotations::of_mentor(tx, school, &mentor.id).await?);
    }
    let mut spans = Vec::new();
    for pair in pairs.iter().filter(|one| !matches!(one.state, PairState::Ended { .. })) {
        spans.extend(planned(tx, pair, but).await?);
    }
    turns.retain(|turn| turn.state == domain::rotations::State::Planned);
    spans.extend(turns.into_iter().map(|turn| bells.of(turn.slot.day, turn.slot.lesson)));
    let lessons = store::observations::of_person(tx, school, person).await?;
    let stands = |one: &&Observation| one.state == ObservationState::Planned && Some(one.id.as_str()) != but;
    spans.extend(lessons.iter().filter(stands).map(Observation::span));
    if let Some(school) = store::schools::get(tx, school).await? {
        let others = engagements::of_person(tx, &school, person, programme.phases.starts_on).await?;
        spans.extend(others.into_iter().filter(|one| !one.cancelled).map(|one| one.span));
    }
    let (begins, ends) = (programme.phases.starts_on, programme.phases.work_until);
    let own = store::reservations::of_person(tx, school, person).await?;
    spans.extend(own.iter().flat_map(|one| one.spans(begins, ends)));
    let away = store::absences::of_school(tx, school).await?;
    spans.extend(away.iter().filter(|one| one.person == *person).flat_map(domain::absences::Absence::spans));
    Ok(spans)
}

/// The times that a pair keeps free: what it has agreed on, and the plan of its first meeting.
async fn planned(tx: &mut Tx, pair: &Pair, but: Option<&str>) -> store::Result<Vec<Span>> {
    let meetings = store::meetings::of_pair(tx, &pair.school, &pair.id).await?;
    let stands = |meeting: &&Meeting| meeting.state.is_planned() && Some(meeting.id.as_str()) != but;
    let mut spans: Vec<Span> = meetings.iter().filter(stands).filter_map(Meeting::span).collect();
    let first = store::pairs::first_meeting(tx, pair).await?;
    spans.extend(first.map(|first| Span { day: first.on, at: first.at, minutes: FIRST_MEETING_MINUTES }));
    Ok(spans)
}

/// True where a pair has begun: the first meeting is planned, or the two have agreed on a meeting or had one.
pub async fn has_begun(tx: &mut Tx, pair: &Pair) -> store::Result<bool> {
    if store::pairs::first_meeting(tx, pair).await?.is_some() {
        return Ok(true);
    }
    let begun = store::meetings::begun(tx, &pair.school, &pair.programme).await?;
    Ok(begun.contains(&pair.id))
}

/// The same of all pairs of a programme.
pub async fn begun(tx: &mut Tx, programme: &Programme) -> store::Result<Vec<PairId>> {
    let mut begun = store::meetings::begun(tx, &programme.school, &programme.id).await?;
    let planned = store::pairs::first_meetings(tx, &programme.school, &programme.id).await?;
    begun.extend(planned.into_iter().map(|(pair, _)| pair));
    Ok(begun)
}

/// Since when each pair of a programme that works by an order has not met (docs/decisions/0069).
pub async fn unmet_since(
    tx: &mut Tx,
    programme: &Programme,
    today: Day,
) -> store::Result<BTreeMap<PairId, Day>> {
    let (school, id) = (&programme.school, &programme.id);
    let mut meetings: BTreeMap<PairId, Vec<Meeting>> = BTreeMap::new();
    for meeting in store::meetings::of_programme(tx, school, id).await? {
        meetings.entry(meeting.pair.clone()).or_default().push(meeting);
    }
    let pairs = store::pairs::of_programme(tx, school, id).await?;
    let since = |pair: &Pair| {
        let own = meetings.get(&pair.id).map(Vec::as_slice).unwrap_or_default();
        Some((pair.id.clone(), domain::meetings::unmet_since(pair, own, today)?))
    };
    Ok(pairs.iter().filter_map(since).collect())
}
