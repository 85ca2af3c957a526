//! The mentor course (feat:G1–G3; essay:E25–E32): who is in it and what is missing to go on, cases from practice with
//! replies, sessions of training. Nobody ticks a gate: whatever is done looks in the same transaction whether one opens.

mod joining;
mod library;
mod reminding;
mod rights;
mod self_check;
mod sessions;
mod trainings;

pub use joining::{MOST_WORDS, apply, decline, enrol, leave, open_to, withdraw};
pub use library::{
    Author, Found, Read, Reply, find, open, reply, show_to, take_back, take_back_reply, take_off, tell,
};
pub use reminding::remind;
pub use rights::Rights;
pub use self_check::{SelfCheck, self_check, self_check_topics};
pub(crate) use sessions::known;
pub use sessions::{Seated, Session, leads, session, sessions, unlisted};
pub(crate) use trainings::free;
pub use trainings::{Hours, amend, announce, cancel, hours, mark, sign_up, step_back};

use crate::{Context, Failed};
use domain::courses::{Booking, Cards, Course, Declined, Deeds, Gap, Held, State, Training, gaps};
use domain::permissions::{Action, may};
use domain::{PersonId, SchoolId};
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// A course with what was done in it and what is missing for the next stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The course.
    pub course: Course,
    /// What was done, counted by itself.
    pub deeds: Deeds,
    /// What is missing; nothing where the stage has no gate.
    pub gaps: Vec<Gap>,
}

/// Everything that opens gates to people of a school: sessions of other schools to which they went and cases there to which
/// they replied count, too.
struct Journal {
    cards: Cards,
    trainings: Vec<Training>,
    bookings: Vec<Booking>,
}

impl Journal {
    async fn load(tx: &mut Tx, school: &SchoolId) -> store::Result<Self> {
        let mut trainings = store::courses::trainings(tx, school).await?;
        trainings.extend(store::courses::trainings_elsewhere(tx, school).await?);
        let mut bookings = store::courses::bookings_of_school(tx, school).await?;
        bookings.extend(store::courses::bookings_elsewhere(tx, school).await?);
        let mut cards = store::courses::library(tx, school).await?;
        cards.cards.extend(store::courses::cards_elsewhere(tx, school).await?);
        cards.replies.extend(store::courses::replies_elsewhere(tx, school).await?);
        Ok(Self { cards, trainings, bookings })
    }

    /// What somebody has done since their course began.
    fn deeds(&self, course: &Course) -> Deeds {
        let since = self.trainings.iter().filter(|one| one.about.day >= course.begun_on);
        let held: Vec<Held> = since.filter_map(|one| one.held(&self.bookings)).collect();
        self.cards.deeds(course, &held)
    }

    fn opened(&self, course: Course) -> Opened {
        let deeds = self.deeds(&course);
        let gaps = gaps(&course.candidate.state, deeds, course.rules);
        Opened { course, deeds, gaps }
    }
}

/// The actor's school with the courses they were in there.
struct Member {
    school: SchoolId,
    courses: Vec<Course>,
}

impl Member {
    /// `None` for whoever may not read cases: neither in the course nor its coordinator.
    async fn load(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Self>> {
        let Some(school) = context.actor.school.clone() else { return Ok(None) };
        let courses = store::courses::of_person(tx, &school, &context.actor.person).await?;
        let read = Action::ReadCases { school: &school, member: !courses.is_empty() };
        Ok(may(context.actor, &read).is_ok().then_some(Self { school, courses }))
    }

    /// The one that leads on.
    fn running(&self) -> Option<&Course> {
        self.courses.iter().find(|course| course.runs())
    }
}

/// The latest course of the actor, as far as it stands by itself: what was done in it is not looked up.
pub async fn latest(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Course>> {
    let Some(school) = context.actor.school.as_ref() else { return Ok(None) };
    let me = &context.actor.person;
    if may(context.actor, &Action::JoinCourse { school, person: me }).is_err() {
        return Ok(None);
    }
    Ok(store::courses::of_person(tx, school, me).await?.pop())
}

/// The latest course of the actor with what was done in it and what is missing.
pub async fn own(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Opened>> {
    let Some(course) = latest(tx, context).await? else { return Ok(None) };
    Ok(Some(Journal::load(tx, &course.school).await?.opened(course)))
}

/// The actor has asked for a place and waits for the coordinator.
pub async fn waits(tx: &mut Tx, context: &Context<'_>) -> store::Result<bool> {
    let Some(school) = context.actor.school.as_ref() else { return Ok(false) };
    let waiting = store::courses::applications(tx, school).await?;
    Ok(waiting.iter().any(|one| one.person == context.actor.person))
}

/// What the coordinator answered where they gave the actor no place; nobody else reads it.
pub async fn declined(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Declined>> {
    let Some(school) = context.actor.school.as_ref() else { return Ok(None) };
    let me = &context.actor.person;
    if may(context.actor, &Action::JoinCourse { school, person: me }).is_err() {
        return Ok(None);
    }
    store::courses::declined(tx, school, me).await
}

/// The actor's school, where they lead its course.
fn led(context: &Context<'_>) -> Option<SchoolId> {
    let school = context.actor.school.as_ref()?;
    may(context.actor, &Action::ManageCourses(school)).ok().map(|()| school.clone())
}

/// Who asks for a place and waits for the actor's word, the first first; nobody where the actor does not lead the course.
pub async fn waiting(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<PersonId>> {
    let mut waiting = Vec::new();
    let Some(school) = led(context) else { return Ok(waiting) };
    for one in store::courses::applications(tx, &school).await? {
        // Whoever has left since, or got a mentor of their own, waits for nothing any more.
        if joining::may_begin(tx, context, &school, &one.person).await? {
            waiting.push(one.person);
        }
    }
    Ok(waiting)
}

/// Everybody in the course and everybody who asks for a place, for the coordinator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// Candidates with their names, the earliest first.
    pub candidates: Vec<(Opened, String)>,
    /// Who waits for a word, the first first.
    pub waiting: Vec<(PersonId, String)>,
}

/// The board; `None` for whoever does not lead the course.
pub async fn board(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Board>> {
    let Some(school) = led(context) else { return Ok(None) };
    let names = names(tx, &school).await?;
    let journal = Journal::load(tx, &school).await?;
    let courses = store::courses::candidates(tx, &school).await?.into_iter();
    let waiting = waiting(tx, context).await?;
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_default();
    Ok(Some(Board {
        candidates: courses
            .map(|course| {
                let name = name(&course.candidate.person);
                (journal.opened(course), name)
            })
            .collect(),
        waiting: waiting
            .into_iter()
            .map(|person| {
                let name = name(&person);
                (person, name)
            })
            .collect(),
    }))
}

/// Names of the school's people, those who left included.
async fn names(tx: &mut Tx, school: &SchoolId) -> store::Result<BTreeMap<PersonId, String>> {
    let people = store::people::of_school(tx, school).await?;
    Ok(people.into_iter().map(|person| (person.id, person.name.full())).collect())
}

/// Minutes of training that somebody attended in a course.
pub(crate) async fn minutes_attended(tx: &mut Tx, course: &Course) -> store::Result<u32> {
    Ok(Journal::load(tx, &course.school).await?.deeds(course).minutes)
}

/// Day and time in a school.
pub(crate) async fn here(tx: &mut Tx, context: &Context<'_>, school: &SchoolId) -> store::Result<DateTime> {
    let school = store::schools::get(tx, school).await?;
    let offset = school.map_or(domain::calendar::USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    Ok(domain::calendar::local(context.now, offset))
}

/// Lets a candidate go through every gate that is open by now; what was opened stays open.
async fn go_on(tx: &mut WriteTx, context: &Context<'_>, course: Course) -> store::Result<()> {
    let journal = Journal::load(tx, &course.school).await?;
    let (deeds, rules) = (journal.deeds(&course), course.rules);
    let mut candidate = course.candidate.clone();
    while let Ok(next) = candidate.clone().advance(deeds, rules, context.now) {
        candidate = next;
    }
    if candidate.state == course.candidate.state {
        return Ok(());
    }
    let course = Course { candidate, ..course };
    store::courses::save(tx, &course).await?;
    let (person, word) = (&course.candidate.person, course.candidate.state.word());
    context.audit(tx, &course.school, "course-advanced", person.as_str(), word).await?;
    if course.candidate.state == State::Admitted {
        // All hours are there: others wait for the places, and the exam comes next.
        free(tx, context, &course.school, person, context.today).await?;
        crate::sittings::announce_to(tx, context, &course.school, person).await?;
    }
    Ok(())
}

/// The school of the actor.
fn school<'a, R>(context: &Context<'a>) -> Result<&'a SchoolId, Failed<R>> {
    context.actor.school.as_ref().ok_or(Failed::NotFound)
}
