//! What a line is about: the people concerned, and the page of the thing where the reader may open it.

use crate::rosters::words;
use crate::{
    Page, PageError, awards, camps, commissions, competencies, contacts, courses, formsets, handovers,
    journals, mentors, messages, newcomers, orders, pairs, peers, people, plans, programmes, proposals,
    pupils, questions, regulations, reports, requests, rosters, rotations, rounds, scenes, schools, sittings,
    surveys,
};
use domain::audit::{Deed, Kind};
use domain::people::{Actor, Role};
use domain::permissions::{Action, Two, may};
use domain::{PersonId, SchoolId};
use std::collections::BTreeMap;
use store::Tx;
use store::audit::{Line, Told};

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

    /// What a line is about.
    pub(super) async fn find(
        &self,
        page: &Page,
        tx: &mut Tx,
        deed: Deed,
        told: &Told,
    ) -> Result<Thing, PageError> {
        let subject = told.line.subject.as_str();
        let known = told.newcomer.is_some() || told.mentor.is_some();
        Ok(match deed.kind() {
            Kind::People if matches!(deed, Deed::SchoolCorrected | Deed::DatabaseRestored) => {
                Thing::at(Some(schools::ShowPath.to_string()))
            }
            Kind::People | Kind::Accounts => self.person(subject),
            // Whose it was, the log does not keep.
            Kind::Sanctions | Kind::Eligibility => Thing::default(),
            // One that was taken off has no page for whoever took it off.
            Kind::Ideas => Thing::at(self.steering(&crate::ideas::ListPath)),
            Kind::Pupils => self.pupil(deed, subject),
            Kind::Rosters => Thing::at(self.steering(&rosters::ShowPath { id: subject.into() })),
            Kind::Programmes => Thing::at(self.programme(deed, subject)),
            Kind::Orders => Thing::at(Some(orders::ShowPath { id: subject.into() }.to_string())),
            Kind::Mentors if deed == Deed::NewcomerEnrolled => {
                Thing::of(told, self.steering(&newcomers::ShowPath { id: subject.into() }))
            }
            Kind::Mentors => Thing::of(told, self.steering(&mentors::ShowPath { id: subject.into() })),
            Kind::Choices => self.choice(deed, told),
            Kind::Contacts => self.contact(deed, told),
            Kind::Requests => self.request(page.actor(), told),
            Kind::Handovers => self.handover(page, tx, told).await?,
            Kind::Reports => Thing::of(told, self.report(deed, subject)),
            Kind::Plans if deed.word().starts_with("plan-template-") => {
                Thing::at(self.steering(&plans::TemplatePath))
            }
            Kind::Plans => Thing::of(told, known.then(|| plans::ShowPath { id: subject.into() }.to_string())),
            Kind::Courses if deed.word().starts_with("course-") => self.member(subject),
            Kind::Courses if deed.word().starts_with("training-") => {
                Thing::at(self.steering(&courses::TrainingsPath))
            }
            Kind::Courses => Thing::at(self.steering(&courses::CasesPath)),
            // Whose it is, and no way to what stands there.
            Kind::Growth | Kind::Observations => Thing::of(told, None),
            Kind::Pairs | Kind::Meetings => {
                Thing::of(told, known.then(|| pairs::ShowPath { id: subject.into() }.to_string()))
            }
        })
    }

    /// A page that only a coordinator opens.
    fn steering(&self, path: &impl ToString) -> Option<String> {
        self.coordinates.then(|| path.to_string())
    }

    /// What belongs to the programme of a year: each has a page of its own.
    fn programme(&self, deed: Deed, subject: &str) -> Option<String> {
        let of = |own: &str| deed.word().starts_with(own);
        match () {
            () if of("regulation-") => Some(regulations::ShowPath.to_string()),
            () if of("competency-") => self.steering(&competencies::SchoolPath),
            () if of("message-") => self.steering(&messages::ListPath),
            () if of("organisation-") => self.steering(&crate::organisations::ListPath),
            () if of("survey-") => Some(surveys::ListPath.to_string()),
            () if of("sitting-") || of("panel-") => self.steering(&sittings::ShowPath { id: subject.into() }),
            () if of("commission-") => self.steering(&commissions::ShowPath { id: subject.into() }),
            () if of("rubric-") => self.steering(&commissions::ExaminersPath),
            () if of("question") => Some(questions::ListPath.to_string()),
            () if of("camp-") => Some(camps::ShowPath { id: subject.into() }.to_string()),
            () if of("scene-") => Some(scenes::ShowPath { id: subject.into() }.to_string()),
            () if of("situation-") => Some(scenes::BankPath.to_string()),
            () => self.steering(&programmes::ShowPath),
        }
    }

    /// A report, its form, an archive.
    fn report(&self, deed: Deed, subject: &str) -> Option<String> {
        match deed {
            Deed::ReportFormUsed | Deed::ReportFormUnused => self.steering(&reports::FormsPath),
            Deed::ReportFieldAdded | Deed::ReportFormEdited => {
                self.steering(&formsets::ShowPath { kind: subject.to_owned() })
            }
            Deed::ReportsExported => self.steering(&reports::ListPath),
            _ => self.steering(&reports::ShowPath { id: subject.into() }),
        }
    }

    /// A list, a second round, a proposal and one of those in it.
    fn choice(&self, deed: Deed, told: &Told) -> Thing {
        match deed {
            Deed::RankingKept => Thing::default(),
            Deed::RoundOpened | Deed::RoundExtended | Deed::RoundClosed | Deed::RoundOver => {
                Thing::at(self.steering(&rounds::ListPath))
            }
            _ => {
                let id = told.line.subject.as_str().into();
                Thing::of(told, self.steering(&proposals::ShowPath { id }))
            }
        }
    }

    /// Joint work, recorded or planned.
    fn contact(&self, deed: Deed, told: &Told) -> Thing {
        let subject = told.line.subject.as_str();
        if matches!(deed, Deed::AbsenceEntered | Deed::AbsenceRemoved) {
            return self.person(subject);
        }
        if matches!(deed, Deed::RotationPublished | Deed::RotationWithdrawn) {
            return Thing::at(self.steering(&contacts::ListPath));
        }
        // What is gone with its newcomer is about nobody.
        if told.newcomer.is_none() {
            return Thing::default();
        }
        let href = if deed.word().starts_with("rotation-") {
            self.steering(&rotations::ShowPath { id: subject.into() })
        } else {
            self.steering(&contacts::ShowPath { id: subject.into() })
        };
        Thing::of(told, href)
    }

    async fn handover(&self, page: &Page, tx: &mut Tx, told: &Told) -> Result<Thing, PageError> {
        let id = told.line.subject.as_str().into();
        let decidable = actions::handovers::decidable(tx, &page.context(), &id).await?.is_some();
        let thing = || Thing::of(told, Some(handovers::ShowPath { id }.to_string()));
        Ok(if decidable { thing() } else { Thing::default() })
    }

    fn person(&self, id: &str) -> Thing {
        let id = PersonId::from(id);
        let href = self.names.contains_key(&id).then(|| people::ShowPath { id: id.clone() }.to_string());
        Thing { people: vec![id], href }
    }

    /// Who looks after pupils, or the page of one.
    fn pupil(&self, deed: Deed, subject: &str) -> Thing {
        match deed {
            Deed::DutyGiven | Deed::DutyEnded => self.person(subject),
            // Of which class it was, the log does not keep.
            Deed::SociometryOpened | Deed::SociometryClosed | Deed::SociometryForgotten => Thing::default(),
            Deed::PeerConfirmed
            | Deed::PeerAgreed
            | Deed::PeerEnded
            | Deed::PeerHeard
            | Deed::PeerProlonged
            | Deed::PeerClosing
            | Deed::PeerCardWritten
            | Deed::PeerThanked
            | Deed::PeerThanksOpened
            | Deed::PeerThanksShown => Thing::at(self.steering(&peers::ShowPath { id: subject.into() })),
            Deed::PeerAsked => Thing::at(self.steering(&peers::AskPath { pupil: subject.into() })),
            Deed::JournalSigned | Deed::JournalOpened => {
                Thing::at(self.steering(&journals::ShowPath { week: subject.to_owned() }))
            }
            Deed::VolunteerHoursTaken => Thing::at(Some(pupils::RegisterPath.to_string())),
            Deed::LotAnnounced | Deed::LotDrawn => Thing::at(self.steering(&crate::changes::ShowPath)),
            // The log does not keep about whom it was.
            _ if deed.word().starts_with("award-") => {
                Thing::at(self.steering(&awards::ShowPath { id: subject.into() }))
            }
            _ => Thing::at(self.steering(&pupils::ShowPath { id: subject.into() })),
        }
    }

    /// Somebody in the mentor course.
    fn member(&self, id: &str) -> Thing {
        Thing { people: vec![id.into()], href: self.steering(&courses::CandidatesPath) }
    }

    /// The words of a request are between two: for everybody else the line leads nowhere.
    fn request(&self, reader: &Actor, told: &Told) -> Thing {
        let (Some(newcomer), Some(mentor)) = (&told.newcomer, &told.mentor) else { return Thing::default() };
        let read = Action::ReadRequest(Two { school: &self.school, newcomer, mentor });
        let path = requests::ShowPath { id: told.line.subject.as_str().into() };
        Thing::of(told, may(reader, &read).is_ok().then(|| path.to_string()))
    }
}

impl Thing {
    /// About nobody by name.
    fn at(href: Option<String>) -> Self {
        Self { people: Vec::new(), href }
    }

    /// About the two of the thing.
    fn of(told: &Told, href: Option<String>) -> Self {
        Self { people: [&told.newcomer, &told.mentor].into_iter().flatten().cloned().collect(), href }
    }
}

/// What else the log says of a deed, in words; most say nothing more.
pub(super) fn detail(page: &Page, deed: Deed, line: &Line) -> String {
    let lang = page.lang();
    let day = |day: &str| day.parse().map(|day| i18n::day(lang, day)).unwrap_or_default();
    match deed {
        Deed::JournalSigned | Deed::JournalOpened => line.detail.clone(),
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
        Deed::PersonLeft
        | Deed::PersonUnmade
        | Deed::RoundOpened
        | Deed::RoundExtended
        | Deed::EndingPlanned
        | Deed::PauseSet
        | Deed::ExtensionProposed
        | Deed::ExtensionAgreed
        | Deed::ExtensionTakenBack
        | Deed::ExtensionConfirmed
        | Deed::EndingChanged => day(&line.detail),
        Deed::CalendarDaySet | Deed::CalendarDayRemoved => day(&line.subject),
        Deed::VolunteerHoursTaken => line.detail.split(' ').map(day).collect::<Vec<_>>().join(" – "),
        Deed::OrderSigned => format!("№ {}", line.detail),
        Deed::QuestionKept
        | Deed::QuestionRetired
        | Deed::QuestionReturned
        | Deed::QuestionPractised
        | Deed::QuestionExamined => format!("№ {}", line.subject),
        Deed::MilestoneDone | Deed::MilestoneReopened => {
            i18n::t(lang, &format!("milestones-step-{}", line.detail), &[])
        }
        Deed::SurveyOpened | Deed::SurveyClosed => {
            i18n::t(lang, &format!("surveys-wave-{}", line.detail), &[])
        }
        Deed::CourseAdvanced => i18n::t(lang, &format!("courses-state-{}", line.detail), &[]),
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
