//! Where the reader stands in the programme, and those on the other side.

use crate::names::Names;
use crate::rotations::own::{Planned, of_mentor, of_newcomer};
use crate::{Page, PageError};
use actions::rotations::there;
use domain::contacts::{Contact, Met, met};
use domain::people::Name;
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{Day, MentorId, NewcomerId};
use i18n::Lang;
use store::Tx;
use store::people::Named;

/// The reader as newcomer or as mentor.
pub(super) enum Place {
    Newcomer(NewcomerId),
    Mentor(MentorId),
}

/// Somebody on the other side, with whom the reader can work.
pub(super) struct Other {
    /// The id of the mentor or of the newcomer.
    pub(super) id: String,
    pub(super) name: Name,
    pub(super) subject: String,
    /// How often the reader and they have met; `None`: not yet.
    pub(super) met: Option<Met>,
}

impl Place {
    /// Where the reader stands; `None` where they are no part of the programme.
    pub(super) async fn of(
        page: &Page,
        tx: &mut Tx,
        programme: &Programme,
    ) -> Result<Option<Self>, PageError> {
        let me = &page.actor().person;
        if let Some(newcomer) = store::newcomers::of_person(tx, &programme.id, me).await? {
            return Ok(Some(Self::Newcomer(newcomer.id)));
        }
        let mentor = store::mentors::of_person(tx, &programme.id, me).await?;
        Ok(mentor.map(|mentor| Self::Mentor(mentor.id)))
    }

    pub(super) const fn side(&self) -> Side {
        match self {
            Self::Newcomer(_) => Side::Newcomer,
            Self::Mentor(_) => Side::Mentor,
        }
    }

    /// The newcomer and the mentor, where the other one has this id.
    pub(super) fn with(&self, other: &str) -> (NewcomerId, MentorId) {
        match self {
            Self::Newcomer(newcomer) => (newcomer.clone(), other.into()),
            Self::Mentor(mentor) => (other.into(), mentor.clone()),
        }
    }

    /// All joint work of the reader, oldest first.
    pub(super) async fn contacts(
        &self,
        tx: &mut Tx,
        programme: &Programme,
    ) -> Result<Vec<Contact>, PageError> {
        Ok(match self {
            Self::Newcomer(id) => store::contacts::of_newcomer(tx, &programme.school, id).await?,
            Self::Mentor(id) => store::contacts::of_mentor(tx, &programme.school, id).await?,
        })
    }

    /// The reader's planned meetings.
    pub(super) async fn planned(
        &self,
        tx: &mut Tx,
        programme: &Programme,
        names: &Names,
        contacts: &[Contact],
        today: Day,
    ) -> Result<Vec<Planned>, PageError> {
        match self {
            Self::Newcomer(id) => of_newcomer(tx, programme, names, id, contacts, today).await,
            Self::Mentor(id) => of_mentor(tx, programme, names, id, contacts, today).await,
        }
    }

    /// The other side by name: for a newcomer the approved mentors, for a mentor the newcomers.
    pub(super) async fn others(
        &self,
        page: &Page,
        tx: &mut Tx,
        programme: &Programme,
        names: &Names,
        contacts: &[Contact],
    ) -> Result<Vec<Other>, PageError> {
        let (newcomers, mentors) = who_is_there(tx, programme, names, page.today()).await?;
        let of_mentor = |mentor: &Named<MentorId>| {
            let met = met(contacts.iter().filter(|contact| contact.mentor == mentor.id));
            other(mentor.id.as_str(), &mentor.name, mentor.subject.as_deref(), met)
        };
        let of_newcomer = |newcomer: &Named<NewcomerId>| {
            let met = met(contacts.iter().filter(|contact| contact.newcomer == newcomer.id));
            other(newcomer.id.as_str(), &newcomer.name, newcomer.subject.as_deref(), met)
        };
        let mut others: Vec<Other> = match self {
            Self::Newcomer(_) => mentors.into_iter().map(of_mentor).collect(),
            Self::Mentor(_) => newcomers.into_iter().map(of_newcomer).collect(),
        };
        by_name(page.lang(), &mut others, |other| &other.name);
        Ok(others)
    }
}

fn other(id: &str, name: &Name, subject: Option<&str>, met: Option<Met>) -> Other {
    Other { id: id.to_owned(), name: name.clone(), subject: subject.unwrap_or_default().to_owned(), met }
}

/// Names of those who are there today, newcomers and approved mentors, in no order: nobody is to work with
/// somebody who has left.
pub(super) async fn who_is_there<'a>(
    tx: &mut Tx,
    programme: &Programme,
    names: &'a Names,
    today: Day,
) -> Result<(Vec<&'a Named<NewcomerId>>, Vec<&'a Named<MentorId>>), PageError> {
    let (newcomers, mentors) = there(tx, programme, today).await?;
    let newcomers = newcomers.keys().map(|id| names.newcomer(id)).collect::<Result<_, _>>()?;
    let mentors = mentors.keys().map(|id| names.mentor(id)).collect::<Result<_, _>>()?;
    Ok((newcomers, mentors))
}

/// Sorts people by family and given name, as the reader's alphabet has it.
pub(super) fn by_name<T>(lang: Lang, people: &mut Vec<T>, name: impl Fn(&T) -> &Name) {
    let mut keyed: Vec<(String, T)> = people.drain(..).map(|one| (name(&one).brief(), one)).collect();
    i18n::sort_by_name(lang, &mut keyed, |(name, _)| name);
    people.extend(keyed.into_iter().map(|(_, one)| one));
}
