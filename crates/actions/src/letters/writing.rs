//! A promise becomes a letter: who reads it, in which language, and whether it still is to be written.

use super::Promise;
use super::told::{Reader, told};
use crate::deliveries::token;
use crate::sociometries::Vault;
use domain::calendar::{USUAL_OFFSET_MINUTES, instant_at, local};
use domain::deliveries::{Pace, Stoppable};
use domain::people::{Actor, Person};
use domain::schools::School;
use domain::{Instant, PersonId};
use exchange::calendars::Event;
use i18n::{Lang, t};
use store::Tx;
use store::jobs::Job;

/// A letter, word for word. How it looks is decided by whoever carries it.
#[derive(Clone, PartialEq, Eq)]
pub struct Written {
    /// The job's id: the same at every attempt, so that a letter sent twice is shown once.
    pub id: String,
    /// When it was written.
    pub at: Instant,
    /// To whom.
    pub person: PersonId,
    /// Their full name.
    pub name: String,
    /// Their e-mail.
    pub email: String,
    /// Their language, in which all of it is written.
    pub lang: Lang,
    /// The subject.
    pub subject: String,
    /// How the person is addressed.
    pub greeting: String,
    /// What it tells: one thing, or what happened on a day.
    pub parts: Vec<Part>,
    /// Who sends it, and that the link only opens a page.
    pub footer: String,
    /// What its reader stops by the address in its header; nothing where any part of it has to reach them.
    pub stops: Option<Stoppable>,
}

impl Written {
    /// The last part of the address by which its reader stops such letters; none where it has to reach them.
    pub fn stop_token(&self, key: &Vault) -> Option<String> {
        token(key, &self.id, &self.person, self.stops?, self.at)
    }

    /// True where it tells several things, each under a heading of its own.
    pub fn is_of_the_day(&self) -> bool {
        self.parts.len() > 1
    }
}

/// One thing that a letter tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is about, in the words of a subject.
    pub subject: String,
    /// What happened.
    pub text: String,
    /// The one next step.
    pub next: String,
    /// The words of the link.
    pub act: String,
    /// The page it opens: a path. Opening it changes nothing (feat:M7; neg:N7).
    pub path: String,
    /// What it changes in the reader's calendar; its address is a path, too.
    pub event: Option<Event>,
}

impl std::fmt::Debug for Written {
    /// Letters may come into logs by their ids alone.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Written({})", self.id)
    }
}

/// What becomes of a promise now.
pub(super) enum Next {
    /// It is not to be written any more.
    Drop,
    /// There is news, and no address to write it to: only the notice goes that tells of no more than that.
    Tell,
    /// It comes too early for its reader.
    Hold(Instant),
    /// It is written; the letter of a day, which takes others with it, where that is said.
    Send(Box<Written>, Together),
}

/// May other letters go with it?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Together {
    /// It goes alone.
    Alone,
    /// Its reader gets what can wait in one letter a day.
    OfTheDay,
}

/// Writes a promised letter as things stand now, whatever its reader wants of letters. `None` where it is not to be
/// written any more: the thing has gone on, the person has left, has lost the role or has no e-mail (neg:N10).
pub async fn write(tx: &mut Tx, job: &Job, now: Instant) -> store::Result<Option<Written>> {
    let promise = Promise::of(job)?;
    let Some((addressee, reader)) = addressee(tx, &promise, job.run_at, now).await? else { return Ok(None) };
    let written = written(tx, job, &promise, addressee, &reader, now).await?;
    Ok(written.filter(|letter| !letter.email.is_empty()))
}

/// The same by what the reader wants: it may have to wait, or take others with it (feat:D5).
pub(super) async fn next(tx: &mut Tx, job: &Job, now: Instant) -> store::Result<Next> {
    let promise = Promise::of(job)?;
    let Some((addressee, reader)) = addressee(tx, &promise, job.run_at, now).await? else {
        return Ok(Next::Drop);
    };
    let pace = promise.letter.pace();
    let promised = local(job.run_at, reader.offset);
    if let Some(until) = reader.wishes.held_until(pace, promised, reader.here) {
        return Ok(Next::Hold(instant_at(until, reader.offset)));
    }
    let together = match (pace, reader.wishes.digest) {
        (Pace::MayWait, Some(_)) => Together::OfTheDay,
        _ => Together::Alone,
    };
    let written = written(tx, job, &promise, addressee, &reader, now).await?;
    Ok(match written {
        None => Next::Drop,
        Some(letter) if letter.email.is_empty() => Next::Tell,
        Some(letter) => Next::Send(Box::new(letter), together),
    })
}

/// One letter that tells what several tell, in their order, under the id of the first.
pub(super) fn together(mut first: Written, rest: Vec<Written>) -> Written {
    if rest.is_empty() {
        return first;
    }
    first.stops = first.stops.filter(|what| rest.iter().all(|letter| letter.stops == Some(*what)));
    first.parts.extend(rest.into_iter().flat_map(|letter| letter.parts));
    first.subject = t(first.lang, "letters-day-subject", &[("count", first.parts.len().into())]);
    first
}

/// To whom a letter goes.
struct Addressee {
    person: Person,
    email: String,
    school: Option<School>,
}

/// To whom a promise goes, where they still work here; without an e-mail the address is empty.
async fn addressee(
    tx: &mut Tx,
    promise: &Promise,
    due: Instant,
    now: Instant,
) -> store::Result<Option<(Addressee, Reader)>> {
    let Some(person) = store::people::get(tx, &promise.to).await? else { return Ok(None) };
    let email = person.email.clone().unwrap_or_default();
    let school = match &person.school {
        Some(school) => store::schools::get(tx, school).await?,
        None => None,
    };
    let reader = reader(tx, &person, school.as_ref(), due, now).await?;
    Ok(reader.map(|reader| (Addressee { person, email, school }, reader)))
}

async fn written(
    tx: &mut Tx,
    job: &Job,
    promise: &Promise,
    addressee: Addressee,
    reader: &Reader,
    now: Instant,
) -> store::Result<Option<Written>> {
    let Some(told) = told(tx, reader, promise).await? else { return Ok(None) };
    let Addressee { person, email, school } = addressee;
    let lang = reader.lang;
    let say = |part: &str| t(lang, &format!("letters-{}-{part}", told.key), &told.args);
    let part = Part {
        subject: say("subject"),
        text: say("text"),
        next: say("next"),
        act: t(lang, told.act, &[]),
        path: told.path,
        event: told.event,
    };
    Ok(Some(Written {
        id: job.id.clone(),
        at: now,
        name: person.name.full(),
        email,
        lang,
        subject: part.subject.clone(),
        greeting: t(lang, "letters-greeting", &[("name", person.name.polite().into())]),
        parts: vec![part],
        footer: t(lang, "letters-footer", &[("school", sender(lang, school.as_ref()).into())]),
        person: person.id,
        stops: promise.letter.stops(),
    }))
}

/// Who the person is today; `None` where they no longer work here.
async fn reader(
    tx: &mut Tx,
    person: &Person,
    school: Option<&School>,
    due: Instant,
    now: Instant,
) -> store::Result<Option<Reader>> {
    let offset = school.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    let here = local(now, offset);
    let today = here.date();
    if !person.works_on(today) {
        return Ok(None);
    }
    let roles = store::people::roles_on(tx, &person.id, today).await?;
    let actor = Actor { person: person.id.clone(), school: person.school.clone(), district: None, roles };
    let lang = Lang::from_tag(&person.lang).unwrap_or_default();
    let wishes = store::deliveries::of_person(tx, &person.id).await?;
    Ok(Some(Reader { actor, lang, offset, here, today, wishes, due }))
}

/// How a school signs what it sends.
pub(crate) fn sender(lang: Lang, school: Option<&School>) -> String {
    match (school, lang) {
        (None, _) => t(lang, "layout-name", &[]),
        (Some(school), Lang::Kk) => school.short_kk.clone(),
        (Some(school), Lang::Ru | Lang::En) => school.short_ru.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(stops: Option<Stoppable>) -> Written {
        Written {
            id: "letter".into(),
            at: Instant::UNIX_EPOCH,
            person: "dana".into(),
            name: String::new(),
            email: String::new(),
            lang: Lang::Kk,
            subject: String::new(),
            greeting: String::new(),
            parts: Vec::new(),
            footer: String::new(),
            stops,
        }
    }

    #[test]
    fn a_letter_of_the_day_is_stopped_only_where_all_of_it_can_be_missed() {
        let [reminders, messages] = Stoppable::ALL.map(Some);
        let of_the_day = |first, second| together(letter(first), vec![letter(second)]).stops;
        assert_eq!(of_the_day(messages, messages), messages);
        for (first, second) in [(messages, None), (None, messages), (messages, reminders)] {
            assert_eq!(of_the_day(first, second), None, "{first:?}, {second:?}");
        }
    }
}
