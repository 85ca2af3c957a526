//! What a line is about: the people concerned, and the page of the thing where the reader may open it.

use crate::rosters::words;
use crate::{
    Page, PageError, contacts, handovers, mentors, newcomers, orders, pairs, people, plans, programmes,
    proposals, requests, rosters, rotations, rounds, schools,
};
use domain::audit::{Deed, Kind};
use domain::people::{Actor, Role};
use domain::permissions::{Action, Two, may};
use domain::{MentorId, NewcomerId, PersonId, SchoolId};
use std::collections::BTreeMap;
use store::Tx;
use store::audit::Line;

/// The people concerned and the way to the thing.
#[derive(Default)]
pub(super) struct Thing {
    pub(super) people: Vec<PersonId>,
    pub(super) href: Option<String>,
}

/// Names of the school's people, those who left included.
pub(super) struct Things {
    names: BTreeMap<PersonId, String>,
    school: SchoolId,
    coordinates: bool,
}

impl Things {
    pub(super) async fn load(page: &Page, tx: &mut Tx) -> Result<Self, PageError> {
        let school = page.school_id()?.clone();
        let people = store::people::of_school(tx, &school).await?;
        let names = people.into_iter().map(|person| (person.id, person.name.full())).collect();
        let coordinates = page.actor().is_at(Role::Coordinator, &school);
        Ok(Self { names, school, coordinates })
    }

    /// The name of somebody of the school; nothing of anybody else.
    pub(super) fn name(&self, id: &PersonId) -> String {
        self.names.get(id).cloned().unwrap_or_default()
    }

    /// The lines that the reader may see at all: a change of mentor is kept from the other one of the pair, also
    /// where they coordinate.
    pub(super) async fn shown(
        &self,
        page: &Page,
        tx: &mut Tx,
        lines: Vec<Line>,
    ) -> Result<Vec<Line>, PageError> {
        let mut shown = Vec::new();
        for line in lines {
            let handover = Deed::from_word(&line.what).is_some_and(|deed| deed.kind() == Kind::Handovers);
            let id = line.subject.as_str().into();
            let there = handover && store::handovers::get(tx, &id).await?.is_some();
            if !there || actions::handovers::decidable(tx, &page.context(), &id).await?.is_some() {
                shown.push(line);
            }
        }
        Ok(shown)
    }

    /// What a line is about.
    pub(super) async fn find(
        &self,
        page: &Page,
        tx: &mut Tx,
        deed: Deed,
        line: &Line,
    ) -> Result<Thing, PageError> {
        let subject = line.subject.as_str();
        let for_coordinator = |path: String| self.coordinates.then_some(path);
        Ok(match deed.kind() {
            Kind::People if matches!(deed, Deed::SchoolCorrected | Deed::DatabaseRestored) => {
                Thing::at(Some(schools::ShowPath.to_string()))
            }
            Kind::People | Kind::Accounts => self.person(subject),
            Kind::Rosters => Thing::at(for_coordinator(rosters::ShowPath { id: subject.into() }.to_string())),
            Kind::Programmes => Thing::at(for_coordinator(programmes::ShowPath.to_string())),
            Kind::Orders => Thing::at(Some(orders::ShowPath { id: subject.into() }.to_string())),
            Kind::Mentors if deed == Deed::NewcomerEnrolled => Thing {
                people: newcomer(tx, &subject.into()).await?.into_iter().collect(),
                href: for_coordinator(newcomers::ShowPath { id: subject.into() }.to_string()),
            },
            Kind::Mentors => Thing {
                people: mentor(tx, &subject.into()).await?.into_iter().collect(),
                href: for_coordinator(mentors::ShowPath { id: subject.into() }.to_string()),
            },
            Kind::Choices => self.choice(tx, deed, line).await?,
            Kind::Contacts => self.contact(tx, deed, subject).await?,
            Kind::Requests => self.request(page.actor(), tx, subject).await?,
            Kind::Handovers => {
                match actions::handovers::decidable(tx, &page.context(), &subject.into()).await? {
                    Some((_, pair)) => Thing {
                        people: two(tx, &pair.newcomer, &pair.mentor).await?,
                        href: Some(handovers::ShowPath { id: subject.into() }.to_string()),
                    },
                    None => Thing::default(),
                }
            }
            Kind::Plans => match store::plans::get(tx, &subject.into()).await? {
                Some(plan) => Thing {
                    people: newcomer(tx, &plan.newcomer).await?.into_iter().collect(),
                    href: Some(plans::ShowPath { id: subject.into() }.to_string()),
                },
                None => Thing::default(),
            },
            // Whose it is, and no way to what stands there.
            Kind::Growth => {
                Thing { people: newcomer(tx, &subject.into()).await?.into_iter().collect(), href: None }
            }
            Kind::Pairs | Kind::Meetings => match store::pairs::get(tx, &subject.into()).await? {
                Some(pair) => Thing {
                    people: two(tx, &pair.newcomer, &pair.mentor).await?,
                    href: Some(pairs::ShowPath { id: subject.into() }.to_string()),
                },
                None => Thing::default(),
            },
        })
    }

    /// A list, a second round, a proposal and one of those in it.
    async fn choice(&self, tx: &mut Tx, deed: Deed, line: &Line) -> Result<Thing, PageError> {
        let for_coordinator = |path: String| self.coordinates.then_some(path);
        Ok(match deed {
            Deed::RankingKept => Thing::default(),
            Deed::RoundOpened | Deed::RoundExtended | Deed::RoundClosed | Deed::RoundOver => {
                Thing::at(for_coordinator(rounds::ListPath.to_string()))
            }
            _ => Thing {
                people: newcomer(tx, &line.detail.as_str().into()).await?.into_iter().collect(),
                href: for_coordinator(proposals::ShowPath { id: line.subject.as_str().into() }.to_string()),
            },
        })
    }

    /// Joint work, recorded or planned.
    async fn contact(&self, tx: &mut Tx, deed: Deed, subject: &str) -> Result<Thing, PageError> {
        let for_coordinator = |path: String| self.coordinates.then_some(path);
        if matches!(deed, Deed::RotationPublished | Deed::RotationWithdrawn) {
            return Ok(Thing::at(for_coordinator(contacts::ListPath.to_string())));
        }
        let found = if deed.word().starts_with("rotation-") {
            let path = rotations::ShowPath { id: subject.into() }.to_string();
            let turn = store::rotations::get(tx, &subject.into()).await?;
            turn.map(|turn| (turn.newcomer, turn.mentor, path))
        } else {
            let path = contacts::ShowPath { id: subject.into() }.to_string();
            let contact = store::contacts::get(tx, &subject.into()).await?;
            contact.map(|contact| (contact.newcomer, contact.mentor, path))
        };
        let Some((newcomer, mentor, path)) = found else { return Ok(Thing::default()) };
        Ok(Thing { people: two(tx, &newcomer, &mentor).await?, href: for_coordinator(path) })
    }

    fn person(&self, id: &str) -> Thing {
        let id = PersonId::from(id);
        let href = self.names.contains_key(&id).then(|| people::ShowPath { id: id.clone() }.to_string());
        Thing { people: vec![id], href }
    }

    /// The words of a request are between two: for everybody else the line leads nowhere.
    async fn request(&self, reader: &Actor, tx: &mut Tx, id: &str) -> Result<Thing, PageError> {
        let Some(request) = store::requests::get(tx, &id.into()).await? else { return Ok(Thing::default()) };
        let people = two(tx, &request.newcomer, &request.mentor).await?;
        let readable = match people.as_slice() {
            [newcomer, mentor] => {
                may(reader, &Action::ReadRequest(Two { school: &self.school, newcomer, mentor })).is_ok()
            }
            _ => false,
        };
        Ok(Thing { people, href: readable.then(|| requests::ShowPath { id: id.into() }.to_string()) })
    }
}

impl Thing {
    /// About nobody by name.
    fn at(href: Option<String>) -> Self {
        Self { people: Vec::new(), href }
    }
}

async fn newcomer(tx: &mut Tx, id: &NewcomerId) -> store::Result<Option<PersonId>> {
    Ok(store::newcomers::get(tx, id).await?.map(|newcomer| newcomer.person))
}

async fn mentor(tx: &mut Tx, id: &MentorId) -> store::Result<Option<PersonId>> {
    Ok(store::mentors::get(tx, id).await?.map(|mentor| mentor.person))
}

/// The newcomer and the mentor of a relation.
async fn two(tx: &mut Tx, of: &NewcomerId, with: &MentorId) -> store::Result<Vec<PersonId>> {
    Ok([newcomer(tx, of).await?, mentor(tx, with).await?].into_iter().flatten().collect())
}

/// What else the log says of a deed, in words; most say nothing more.
pub(super) fn detail(page: &Page, deed: Deed, line: &Line) -> String {
    let lang = page.lang();
    let day = |day: &str| day.parse().map(|day| i18n::day(lang, day)).unwrap_or_default();
    match deed {
        Deed::PersonCorrected => {
            let names = line.detail.split(' ').map(|field| words::field(lang, field));
            names.collect::<Vec<_>>().join(", ")
        }
        Deed::DatabaseRestored => match line.detail.parse() {
            Ok(made) => {
                let at = i18n::day_and_time(lang, page.local(made));
                i18n::t(lang, "audit-restored-made", &[("at", at.into())])
            }
            Err(_) => String::new(),
        },
        Deed::SchoolCorrected => {
            let names = line.detail.split(' ').map(|field| i18n::t(lang, &format!("schools-{field}"), &[]));
            names.collect::<Vec<_>>().join(", ")
        }
        Deed::RoleGiven | Deed::RoleTaken => match Role::from_word(&line.detail) {
            Some(role) => i18n::t(lang, &format!("accounts-role-{}", role.word()), &[]),
            None => String::new(),
        },
        Deed::PersonLeft | Deed::RoundOpened | Deed::RoundExtended => day(&line.detail),
        Deed::CalendarDaySet | Deed::CalendarDayRemoved => day(&line.subject),
        Deed::OrderSigned => format!("№ {}", line.detail),
        Deed::MilestoneDone | Deed::MilestoneReopened => {
            i18n::t(lang, &format!("milestones-step-{}", line.detail), &[])
        }
        Deed::DifficultiesKept => i18n::t(lang, &format!("difficulties-season-{}", line.detail), &[]),
        // The kind and the seed: with them anybody makes the same plan again.
        Deed::RotationPublished => match line.detail.split_once(' ') {
            Some((kind, seed)) => {
                let kind = i18n::t(lang, &format!("contacts-kind-{kind}"), &[]);
                i18n::t(lang, "audit-rotation-seed", &[("kind", kind.into()), ("seed", seed.into())])
            }
            None => String::new(),
        },
        _ => String::new(),
    }
}
