//! Private calendar feeds (feat:D4; essay:E15): a secret address for each person, made and revoked by themselves, under
//! which any calendar reads their planned meetings. Titles are neutral: what a meeting is about stands behind the
//! sign-in.

use crate::accounts::{hex, secret_hash};
use crate::consents::persons;
use crate::meetings::FIRST_MEETING_MINUTES;
use crate::{Context, Failed, Never, engagements};
use domain::calendar::local;
use domain::meetings::{Meeting, Span, State, open};
use domain::observations::{Observation, State as Watching};
use domain::pairs::Pair;
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::rotations::{State as Turning, Turn};
use domain::schools::School;
use domain::timetables::Bells;
use domain::{Day, Instant, ProgrammeId, SchoolId};
use exchange::calendars::{Event, write};
use i18n::{Lang, t};
use jiff::ToSpan;
use store::{Tx, WriteTx};

/// Days for which what is over stays in the feed: calendars that are seldom opened still learn that it was called off.
const KEPT_DAYS: i32 = 60;

/// Makes an address for the actor; an earlier one is void from now on. Gives its secret, which is shown this once.
pub async fn make(context: &Context<'_>) -> Result<String, Failed<Never>> {
    let secret = hex(&context.ids.bytes::<32>());
    store::change!(context.db, tx => make_in(&mut tx, context, &secret))?;
    Ok(secret)
}

async fn make_in(tx: &mut WriteTx, context: &Context<'_>, secret: &str) -> Result<(), Failed<Never>> {
    let school = own(context)?;
    let person = &context.actor.person;
    store::feeds::put(tx, school, person, &secret_hash(secret), context.now).await?;
    context.audit(tx, school, "account-feed-made", person.as_str(), "").await?;
    Ok(())
}

/// Revokes the actor's address: from now on nothing is there.
pub async fn revoke(context: &Context<'_>) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => revoke_in(&mut tx, context))
}

async fn revoke_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<(), Failed<Never>> {
    let school = own(context)?;
    let person = &context.actor.person;
    if store::feeds::made_at(tx, school, person).await?.is_some() {
        store::feeds::remove(tx, school, person).await?;
        context.audit(tx, school, "account-feed-revoked", person.as_str(), "").await?;
    }
    Ok(())
}

/// The actor's school, where they may keep a feed.
fn own<'a>(context: &'a Context<'_>) -> Result<&'a SchoolId, Failed<Never>> {
    may(context.actor, &Action::KeepFeed { person: &context.actor.person })?;
    context.actor.school.as_ref().ok_or(Failed::NotFound)
}

/// The calendar under a secret address; `None` where there is none, or none any more: revoked, or its owner has left.
/// `address` is where people reach the application.
pub async fn read(tx: &mut Tx, secret: &str, address: &str, now: Instant) -> store::Result<Option<String>> {
    let Some(person) = store::feeds::by_hash(tx, &secret_hash(secret)).await? else { return Ok(None) };
    let Some(person) = store::people::get(tx, &person).await? else { return Ok(None) };
    let Some(school) = &person.school else { return Ok(None) };
    let Some(school) = store::schools::get(tx, school).await? else { return Ok(None) };
    let today = local(now, school.utc_offset_minutes).date();
    if !person.works_on(today) {
        return Ok(None);
    }
    let lang = Lang::from_tag(&person.lang).unwrap_or_default();
    let summary = neutral(lang);
    let making = Making { school: &school, address, summary, since: today.saturating_sub(KEPT_DAYS.days()) };
    let mut events = making.events(tx, &person).await?;
    events.retain(|event| local(event.starts, school.utc_offset_minutes).date() >= making.since);
    events.sort_by(|one, other| (one.starts, &one.uid).cmp(&(other.starts, &other.uid)));
    Ok(Some(write("Tälimger", &events)))
}

/// What anybody may read of a meeting in a calendar.
pub(crate) fn neutral(lang: Lang) -> String {
    t(lang, "feeds-event", &[])
}

/// A meeting as calendars have it, in a place so many minutes ahead of UTC; `None` of a talk that was only written down. Its
/// address is the path of its page.
pub(crate) fn entry(
    meeting: &Meeting,
    cancelled: bool,
    offset_minutes: i16,
    summary: String,
) -> Option<Event> {
    let (starts, ends) = meeting.span()?.instants(offset_minutes);
    Some(Event {
        uid: format!("meeting-{}@talimger", meeting.id),
        starts,
        ends,
        sequence: meeting.version,
        changed: meeting.changed_at,
        cancelled,
        summary,
        url: format!("/meetings/{}", meeting.id),
    })
}

/// What every event of a feed has in common.
struct Making<'a> {
    school: &'a School,
    address: &'a str,
    summary: String,
    since: Day,
}

impl Making<'_> {
    /// Everything planned that is the person's own, in every programme of the school.
    async fn events(&self, tx: &mut Tx, person: &Person) -> store::Result<Vec<Event>> {
        let (mut pairs, mut events) = (Vec::new(), Vec::new());
        for newcomer in store::newcomers::every_of_person(tx, &self.school.id, &person.id).await? {
            pairs.extend(store::pairs::of_newcomer(tx, &self.school.id, &newcomer.id).await?);
            let own = store::rotations::of_newcomer(tx, &self.school.id, &newcomer.id).await?;
            events.extend(self.of_turns(tx, &newcomer.programme, own).await?);
        }
        for mentor in store::mentors::every_of_person(tx, &self.school.id, &person.id).await? {
            pairs.extend(store::pairs::of_mentor(tx, &self.school.id, &mentor.id).await?);
            let own = store::rotations::of_mentor(tx, &self.school.id, &mentor.id).await?;
            events.extend(self.of_turns(tx, &mentor.programme, own).await?);
        }
        for pair in &pairs {
            events.extend(self.of_pair(tx, pair, person).await?);
        }
        let lessons = store::observations::of_person(tx, &self.school.id, &person.id).await?;
        events.extend(lessons.iter().filter_map(|lesson| self.of_observation(lesson)));
        for one in engagements::of_person(tx, self.school, &person.id, self.since).await? {
            // When these were last changed is not kept; calendars go by the number of the revision.
            let changed = Instant::UNIX_EPOCH;
            events.push(self.event(&one.uid, one.span, one.version, changed, one.cancelled, &one.path));
        }
        Ok(events)
    }

    async fn of_pair(&self, tx: &mut Tx, pair: &Pair, person: &Person) -> store::Result<Vec<Event>> {
        let Some((newcomer, mentor)) = persons(tx, pair).await? else { return Ok(Vec::new()) };
        if person.id != newcomer && person.id != mentor {
            return Ok(Vec::new());
        }
        let works = open(pair).is_ok();
        let meetings = store::meetings::of_pair(tx, &pair.school, &pair.id).await?;
        let mut events: Vec<Event> =
            meetings.iter().filter_map(|meeting| self.of_meeting(meeting, works)).collect();
        if let Some(first) = store::pairs::first_meeting(tx, pair).await? {
            let span = Span { day: first.on, at: first.at, minutes: FIRST_MEETING_MINUTES };
            let over = matches!(pair.state, domain::pairs::State::Ended { .. });
            let (uid, path) = (format!("first-{}", pair.id), format!("/pairs/{}", pair.id));
            events.push(self.event(&uid, span, first.version, first.set_at, over, &path));
        }
        Ok(events)
    }

    /// What both have agreed on. One that is called off, or whose pair has ended before it, is told of as cancelled.
    fn of_meeting(&self, meeting: &Meeting, works: bool) -> Option<Event> {
        let cancelled = match meeting.state {
            State::Agreed | State::Moving { .. } => !works,
            State::Held | State::Disputed => false,
            State::Missed | State::Cancelled { .. } => true,
            State::Proposed { .. } | State::Declined | State::Withdrawn => return None,
        };
        let entry = entry(meeting, cancelled, self.school.utc_offset_minutes, self.summary.clone())?;
        Some(Event { url: format!("{}{}", self.address, entry.url), ..entry })
    }

    /// A lesson that both know to be observed. One that was agreed on and taken back is told of as cancelled.
    fn of_observation(&self, lesson: &Observation) -> Option<Event> {
        let cancelled = match lesson.state {
            Watching::Planned | Watching::Finished | Watching::Void { .. } => false,
            Watching::Cancelled { .. } | Watching::Withdrawn => true,
            Watching::Proposed { .. } | Watching::Declined => return None,
        };
        let (uid, path) = (format!("observation-{}", lesson.id), format!("/observations/{}", lesson.id));
        Some(self.event(&uid, lesson.span(), lesson.version, lesson.changed_at, cancelled, &path))
    }

    /// The planned meetings of a selection; all of one programme, whose settings tell when a lesson is.
    async fn of_turns(
        &self,
        tx: &mut Tx,
        programme: &ProgrammeId,
        turns: Vec<Turn>,
    ) -> store::Result<Vec<Event>> {
        let Some(programme) = store::programmes::get(tx, &self.school.id, programme).await? else {
            return Ok(Vec::new());
        };
        let bells = Bells::of_settings(&programme.settings);
        Ok(turns.iter().map(|turn| self.of_turn(turn, bells)).collect())
    }

    fn of_turn(&self, turn: &Turn, bells: Bells) -> Event {
        let span = bells.of(turn.slot.day, turn.slot.lesson);
        let (changed, cancelled) = match turn.state {
            Turning::Planned | Turning::Held { .. } => (turn.published_at, false),
            Turning::Excused { at, .. } | Turning::Withdrawn { at } => (at, true),
        };
        let (uid, path) = (format!("rotation-{}", turn.id), format!("/rotations/{}", turn.id));
        self.event(&uid, span, turn.version, changed, cancelled, &path)
    }

    fn event(
        &self,
        uid: &str,
        span: Span,
        sequence: i64,
        changed: Instant,
        cancelled: bool,
        path: &str,
    ) -> Event {
        let (starts, ends) = span.instants(self.school.utc_offset_minutes);
        Event {
            uid: format!("{uid}@talimger"),
            starts,
            ends,
            sequence,
            changed,
            cancelled,
            summary: self.summary.clone(),
            url: format!("{}{path}", self.address),
        }
    }
}
