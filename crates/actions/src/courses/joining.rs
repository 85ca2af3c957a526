//! Somebody asks for a place in the course and the coordinator confirms, or the coordinator enrols them; somebody goes out.

use super::{free, school};
use crate::letters::{Letter, promise};
use crate::{Context, Failed, Never};
use domain::courses::{Course, DeclineRefused, Declined, JoinRefused, Joining, StepRefused, begin};
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::{CourseId, PersonId, SchoolId};
use store::{Tx, WriteTx};

/// Longest answer to whoever gets no place, in characters.
pub const MOST_WORDS: usize = 1_000;

/// Somebody of a school with what decides whether they may begin.
struct Loaded {
    person: Person,
    newcomer: bool,
    courses: Vec<Course>,
}

impl Loaded {
    async fn find(
        tx: &mut Tx,
        context: &Context<'_>,
        school: &SchoolId,
        person: &PersonId,
    ) -> store::Result<Option<Self>> {
        let found = store::people::get(tx, person).await?;
        let Some(person) = found.filter(|found| found.school.as_ref() == Some(school)) else {
            return Ok(None);
        };
        let newcomer = match store::programmes::running(tx, school, context.today).await? {
            Some(programme) => store::newcomers::of_person(tx, &programme.id, &person.id).await?.is_some(),
            None => false,
        };
        let courses = store::courses::of_person(tx, school, &person.id).await?;
        Ok(Some(Self { person, newcomer, courses }))
    }

    fn joining(&self) -> Joining<'_> {
        Joining { person: &self.person, newcomer: self.newcomer, courses: &self.courses }
    }
}

/// Somebody of the school may begin a course today.
pub(super) async fn may_begin(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    person: &PersonId,
) -> store::Result<bool> {
    let loaded = Loaded::find(tx, context, school, person).await?;
    Ok(loaded.is_some_and(|loaded| loaded.joining().check(context.today).is_ok()))
}

/// The actor asks for a place; who has asked waits on.
pub async fn apply(context: &Context<'_>) -> Result<(), Failed<JoinRefused>> {
    store::change!(context.db, tx => apply_in(&mut tx, context))
}

async fn apply_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<(), Failed<JoinRefused>> {
    let (school, me) = (school(context)?, &context.actor.person);
    may(context.actor, &Action::JoinCourse { school, person: me })?;
    if super::waits(tx, context).await? {
        return Ok(());
    }
    let loaded = Loaded::find(tx, context, school, me).await?.ok_or(Failed::NotFound)?;
    loaded.joining().check(context.today).map_err(Failed::Refused)?;
    store::courses::apply(tx, school, me, context.now).await?;
    Ok(context.audit(tx, school, "course-asked", me.as_str(), "").await?)
}

/// The actor takes back that they asked; where nobody waits nothing changes.
pub async fn withdraw(context: &Context<'_>) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => withdraw_in(&mut tx, context))
}

async fn withdraw_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<(), Failed<Never>> {
    let (school, me) = (school(context)?, &context.actor.person);
    may(context.actor, &Action::JoinCourse { school, person: me })?;
    if super::waits(tx, context).await? {
        store::courses::withdraw(tx, school, me).await?;
        context.audit(tx, school, "course-unasked", me.as_str(), "").await?;
    }
    Ok(())
}

/// The coordinator enrols somebody, whether they have asked or not; they get a letter.
pub async fn enrol(context: &Context<'_>, person: &PersonId) -> Result<CourseId, Failed<JoinRefused>> {
    store::change!(context.db, tx => enrol_in(&mut tx, context, person))
}

async fn enrol_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    person: &PersonId,
) -> Result<CourseId, Failed<JoinRefused>> {
    let school = school(context)?;
    may(context.actor, &Action::ManageCourses(school))?;
    let loaded = Loaded::find(tx, context, school, person).await?.ok_or(Failed::NotFound)?;
    // The form came twice.
    let today = |course: &&Course| course.runs() && course.begun_on == context.today;
    if let Some(course) = loaded.courses.iter().find(today) {
        return Ok(course.candidate.course.clone());
    }
    loaded.joining().check(context.today).map_err(Failed::Refused)?;
    let waiting = store::courses::applications(tx, school).await?;
    if waiting.iter().any(|one| one.person == *person) {
        store::courses::withdraw(tx, school, person).await?;
    }
    store::courses::forget_declined(tx, school, person).await?;
    let mut course = begin(context.id(), school.clone(), person.clone(), context.today, context.now);
    let running = store::programmes::running(tx, school, context.today).await?;
    let settings = running.map(|programme| programme.settings).unwrap_or_default();
    course.rules.appeal_days = settings.appeal_days;
    course.rules.minutes = u32::from(settings.course_hours) * 60;
    store::courses::add(tx, &course).await?;
    context.audit(tx, school, "course-begun", person.as_str(), "").await?;
    let id = course.candidate.course;
    promise(context, tx, person, Letter::CourseBegun, id.as_str()).await?;
    Ok(id)
}

/// The coordinator gives whoever asks no place now, with a word that they alone read. They get a letter without the word,
/// and may ask again.
pub async fn decline(
    context: &Context<'_>,
    person: &PersonId,
    words: &str,
) -> Result<(), Failed<DeclineRefused>> {
    store::change!(context.db, tx => decline_in(&mut tx, context, person, words))
}

async fn decline_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    person: &PersonId,
    words: &str,
) -> Result<(), Failed<DeclineRefused>> {
    let school = school(context)?;
    may(context.actor, &Action::ManageCourses(school))?;
    let words = words.trim();
    if words.is_empty() {
        return Err(Failed::Refused(DeclineRefused::NoWords));
    }
    let answered = store::courses::declined(tx, school, person).await?;
    if answered.is_some_and(|answered| answered.words == words) {
        // The form came twice.
        return Ok(());
    }
    let waiting = store::courses::applications(tx, school).await?;
    if waiting.iter().all(|one| one.person != *person) {
        return Err(Failed::Refused(DeclineRefused::NotWaiting));
    }
    let declined =
        Declined { school: school.clone(), person: person.clone(), at: context.now, words: words.to_owned() };
    store::courses::decline(tx, &declined).await?;
    context.audit(tx, school, "course-declined", person.as_str(), "").await?;
    Ok(promise(context, tx, person, Letter::CourseDeclined, person.as_str()).await?)
}

/// People whom the coordinator may enrol, in no order; nobody for others.
pub async fn open_to(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Person>> {
    let Some(school) = context.actor.school.as_ref() else { return Ok(Vec::new()) };
    if may(context.actor, &Action::ManageCourses(school)).is_err() {
        return Ok(Vec::new());
    }
    let newcomers = match store::programmes::running(tx, school, context.today).await? {
        Some(programme) => store::newcomers::of_programme(tx, school, &programme.id).await?,
        None => Vec::new(),
    };
    let courses = store::courses::candidates(tx, school).await?;
    let waiting = store::courses::applications(tx, school).await?;
    let mut people = store::people::of_school(tx, school).await?;
    people.retain(|person| {
        let newcomer = newcomers.iter().any(|one| one.person == person.id);
        let own: Vec<Course> =
            courses.iter().filter(|one| one.candidate.person == person.id).cloned().collect();
        let joining = Joining { person, newcomer, courses: &own };
        joining.check(context.today).is_ok() && !waiting.iter().any(|one| one.person == person.id)
    });
    Ok(people)
}

/// The actor goes out of their course before its end, and out of the sessions to come.
pub async fn leave(context: &Context<'_>) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => leave_in(&mut tx, context))
}

async fn leave_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<(), Failed<StepRefused>> {
    let (school, me) = (school(context)?, &context.actor.person);
    may(context.actor, &Action::JoinCourse { school, person: me })?;
    let course = store::courses::of_person(tx, school, me).await?.pop().ok_or(Failed::NotFound)?;
    let left = course.candidate.clone().leave(context.today, context.now).map_err(Failed::Refused)?;
    store::courses::save(tx, &Course { candidate: left, ..course }).await?;
    free(tx, context, school, me, context.today).await?;
    crate::sittings::free(tx, context, school, me).await?;
    crate::commissions::give_places_back(tx, context, school, me).await?;
    Ok(context.audit(tx, school, "course-left", me.as_str(), "").await?)
}
