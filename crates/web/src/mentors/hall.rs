//! What these pages read: the programme that runs, its mentors, newcomers and the staff.

use crate::layout::Shell;
use crate::layout::parts::WayOut;
use crate::{Page, PageError, filters};
use actions::certificates::on_cards;
use actions::courses::Rights;
use actions::sanctions::barred;
use axum::response::Response;
use domain::mentors::{Candidate, Mentor};
use domain::newcomers::Newcomer;
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::{Day, MentorId, PersonId};
use std::collections::BTreeMap;
use store::Tx;

/// The programme of the reader's school and everybody in it.
pub(super) struct Hall {
    pub(super) programme: Programme,
    pub(super) mentors: Vec<Mentor>,
    pub(super) newcomers: Vec<Newcomer>,
    people: Vec<Person>,
    /// Until when somebody is barred by a sanction.
    barred: BTreeMap<PersonId, Day>,
    /// How people stand by the mentor exam.
    rights: Rights,
    /// Until when people are certified, of those who let their card say so.
    certified: BTreeMap<PersonId, Day>,
}

impl Hall {
    /// `None` where no programme has begun. Not there for people outside the school.
    pub(super) async fn load(page: &Page, tx: &mut Tx) -> Result<Option<Self>, PageError> {
        let school = page.school_id()?;
        may(page.actor(), &Action::SeeMentors(school)).map_err(|_| PageError::NotFound)?;
        match store::programmes::running(tx, school, page.today()).await? {
            Some(programme) => Ok(Some(Self::of(page, tx, programme).await?)),
            None => Ok(None),
        }
    }

    /// The programme of a candidature, running or over.
    pub(super) async fn of_mentor(page: &Page, tx: &mut Tx, id: &MentorId) -> Result<Self, PageError> {
        let mentor = store::mentors::get(tx, id).await?.ok_or(PageError::NotFound)?;
        may(page.actor(), &Action::SeeMentors(&mentor.school)).map_err(|_| PageError::NotFound)?;
        let programme = store::programmes::get(tx, &mentor.school, &mentor.programme).await?;
        Self::of(page, tx, programme.ok_or(PageError::NotFound)?).await
    }

    async fn of(page: &Page, tx: &mut Tx, programme: Programme) -> Result<Self, PageError> {
        let school = &programme.school;
        Ok(Self {
            mentors: store::mentors::of_programme(tx, school, &programme.id).await?,
            newcomers: store::newcomers::of_programme(tx, school, &programme.id).await?,
            people: store::people::of_school(tx, school).await?,
            barred: barred(tx, school, page.today()).await?,
            certified: on_cards(tx, school, page.today()).await?,
            rights: Rights::load(tx, &programme, page.today()).await?,
            programme,
        })
    }

    pub(super) fn mentor(&self, id: &MentorId) -> Option<&Mentor> {
        self.mentors.iter().find(|mentor| mentor.id == *id)
    }

    /// The candidature of somebody.
    pub(super) fn mentor_of(&self, person: &PersonId) -> Option<&Mentor> {
        self.mentors.iter().find(|mentor| mentor.person == *person)
    }

    pub(super) fn newcomer_of(&self, person: &PersonId) -> Option<&Newcomer> {
        self.newcomers.iter().find(|newcomer| newcomer.person == *person)
    }

    pub(super) fn person(&self, id: &PersonId) -> Result<&Person, PageError> {
        self.people.iter().find(|person| person.id == *id).ok_or(PageError::NotFound)
    }

    /// Everybody who works here today.
    pub(super) fn staff<'a>(&'a self, page: &Page) -> impl Iterator<Item = &'a Person> {
        let today = page.today();
        self.people.iter().filter(move |person| person.works_on(today))
    }

    /// The last day of somebody's certificate, where their card says it.
    pub(super) fn certified_until(&self, person: &PersonId) -> Option<Day> {
        self.certified.get(person).copied()
    }

    /// What is known of somebody as mentor.
    pub(super) fn candidate<'a>(&'a self, person: &'a Person) -> Candidate<'a> {
        let places = self.mentor_of(&person.id).map_or(0, |mentor| mentor.card.places);
        let newcomer = self.newcomer_of(&person.id).is_some();
        let barred_until = self.barred.get(&person.id).copied();
        Candidate { person, newcomer, barred_until, standing: self.rights.standing(&person.id), places }
    }
}

/// True for whoever nominates and decides.
pub(super) fn manages(page: &Page) -> Result<bool, PageError> {
    Ok(may(page.actor(), &Action::ManageMentors(page.school_id()?)).is_ok())
}

#[derive(askama::Template)]
#[template(path = "layout/empty.html")]
struct NotBegun {
    shell: Shell,
    date: String,
    title: &'static str,
    heading: &'static str,
    text: &'static str,
    ways: Vec<WayOut>,
}

/// The page of a school in which no programme has begun.
pub(super) fn not_begun(page: &Page) -> Result<Response, PageError> {
    page.show(&NotBegun {
        shell: page.shell(),
        date: i18n::day_with_weekday(page.lang(), page.today()),
        title: "mentors-not-begun",
        heading: "mentors-not-begun-heading",
        text: "mentors-not-begun-text",
        ways: vec![WayOut { href: "/".to_owned(), key: "errors-way-home" }],
    })
}
