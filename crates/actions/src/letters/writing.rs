//! A promise becomes a letter: who reads it, in which language, and whether it still is to be written.

use super::told::{Reader, told};
use super::{KIND, Promise};
use domain::calendar::{USUAL_OFFSET_MINUTES, local};
use domain::people::{Actor, Person};
use domain::schools::School;
use domain::{Instant, PersonId};
use i18n::{Lang, t};
use store::jobs::Job;
use store::{StoreError, Tx};

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
    /// What happened.
    pub text: String,
    /// The one next step.
    pub next: String,
    /// The words of the link.
    pub act: String,
    /// The page it opens: a path. Opening it changes nothing (feat:M7; neg:N7).
    pub path: String,
    /// Who sends it, and that the link only opens a page.
    pub footer: String,
}

impl std::fmt::Debug for Written {
    /// Letters may come into logs by their ids alone.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Written({})", self.id)
    }
}

/// Writes a promised letter as things stand now. `None` where it is not to be written any more: the thing has
/// gone on, the person has left, has lost the role or has no e-mail (neg:N10).
pub async fn write(tx: &mut Tx, job: &Job, now: Instant) -> store::Result<Option<Written>> {
    if job.kind != KIND {
        return Err(StoreError::Unreadable("kind of job"));
    }
    let promise: Promise =
        serde_json::from_str(&job.payload).map_err(|_| StoreError::Unreadable("letter"))?;
    let Some(person) = store::people::get(tx, &promise.to).await? else { return Ok(None) };
    let Some(email) = person.email.clone() else { return Ok(None) };
    let school = match &person.school {
        Some(school) => store::schools::get(tx, school).await?,
        None => None,
    };
    let Some(reader) = reader(tx, &person, school.as_ref(), job.run_at, now).await? else { return Ok(None) };
    let Some(told) = told(tx, &reader, &promise).await? else { return Ok(None) };
    let lang = reader.lang;
    let say = |part: &str| t(lang, &format!("letters-{}-{part}", told.key), &told.args);
    Ok(Some(Written {
        id: job.id.clone(),
        at: now,
        name: person.name.full(),
        email,
        lang,
        subject: say("subject"),
        greeting: t(lang, "letters-greeting", &[("name", person.name.polite().into())]),
        text: say("text"),
        next: say("next"),
        act: t(lang, told.act, &[]),
        path: told.path,
        footer: t(lang, "letters-footer", &[("school", sender(lang, school.as_ref()).into())]),
        person: person.id,
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
    Ok(Some(Reader { actor, lang, offset, here, today, due }))
}

fn sender(lang: Lang, school: Option<&School>) -> String {
    match (school, lang) {
        (None, _) => t(lang, "layout-name", &[]),
        (Some(school), Lang::Kk) => school.short_kk.clone(),
        (Some(school), Lang::Ru | Lang::En) => school.short_ru.clone(),
    }
}
