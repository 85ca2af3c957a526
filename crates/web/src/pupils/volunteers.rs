//! The part of a pupil's page about helping others, its forms, and the list of those who help.

use super::show::draw;
use super::{
    ApplicationPath, HoursPath, NamePath, RecommendPath, RegisterPath, ShowPath, StopPath, StudiesPath,
    ThanksPath, TrainPath, VolunteersPath, shell,
};
use crate::commissions::Names;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::organisations::ListPath as OrganisationsPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::organisations;
use actions::pupils::lists;
use actions::pupils::volunteers::{Helping, RecommendRefused, Volunteering};
use actions::pupils::volunteers::{
    look as do_look, name as do_name, recommend as do_recommend, stop as do_stop, train as do_train,
};
use axum::response::Response;
use domain::awards::Facts;
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::pupils::consents::Consent;
use domain::volunteers::{
    Achieved, Belongs, MOST_MINUTES, MOST_WORDS, NameRefused, Outcome, Recommendation, State, StepRefused,
    Studies, TRAINING_MINUTES, Training, Volunteer, may_be_named, offered, trained,
};
use domain::{Day, PersonId};

/// What the page says of a pupil as a volunteer.
pub(super) struct Panel {
    /// How it stands, in words; with what is missing.
    pub(super) text: String,
    /// What a teacher says.
    pub(super) said: Option<(String, String)>,
    /// What the school's list says of their studies, for whoever sees marks.
    pub(super) achieved: Vec<String>,
    /// Days of training.
    pub(super) trainings: Vec<String>,
    /// Thanks of pupils they helped, which they allow to be shown.
    pub(super) thanks: Vec<String>,
    /// The line for the portfolio; empty as long as there is no hour.
    pub(super) portfolio: String,
    /// Certificate of hours and letter of thanks in both languages of papers, once an hour is confirmed.
    pub(super) papers: Vec<(String, &'static str)>,
    /// Where a pupil is named, with what they may belong to.
    pub(super) name: Option<(String, Vec<Choice>)>,
    /// Where a volunteer goes on, for whoever keeps it.
    pub(super) steps: Option<Steps>,
}

/// The forms of a volunteer.
pub(super) struct Steps {
    /// With what they apply.
    pub(super) application: String,
    pub(super) recommend: String,
    pub(super) teachers: Vec<Choice>,
    pub(super) train: String,
    /// How their own studies go: what was said last or that it is time to ask, where it is said, and what can be said.
    pub(super) studied: String,
    pub(super) studies: String,
    pub(super) answers: Vec<Choice>,
    pub(super) stop: String,
}

/// What stands, and the forms for whoever keeps it.
pub(super) fn panel(
    page: &Page,
    pupil: &Pupil,
    (volunteering, consents): (&Volunteering, &[Consent]),
    (names, fields): (&Names, &Fields),
    keeps: bool,
) -> Panel {
    let of = |volunteer: &&Volunteer| volunteer.state != State::Stopped;
    let volunteer = volunteering.volunteer.as_ref().filter(of);
    let certified = volunteering.confirmed.as_ref().map_or(0, Facts::certified);
    let may_be = may_be_named(pupil, (None, &[]), consents, &volunteering.settings, page.today());
    Panel {
        text: match (volunteer, may_be) {
            (Some(volunteer), _) => standing(page, (volunteer, volunteering), (pupil, consents)),
            (None, Ok(())) => page.text("pupils-volunteer-may"),
            (None, Err(why)) => {
                let (key, grade) = name_refusal(why);
                i18n::t(page.lang(), key, &[("grade", grade.into())])
            }
        },
        said: volunteer
            .and_then(|one| one.state.recommendation())
            .map(|said| (names.get(&said.by).cloned().unwrap_or_default(), said.words.clone())),
        achieved: volunteering.achieved.as_ref().map(|one| achieved(page, one)).unwrap_or_default(),
        trainings: volunteering.trainings.iter().map(|one| training(page, *one)).collect(),
        thanks: volunteering.thanks.clone(),
        portfolio: portfolio(page, certified),
        papers: if certified > 0 { papers(pupil) } else { Vec::new() },
        name: (keeps && volunteer.is_none() && may_be.is_ok()).then(|| {
            let own = &volunteering.own;
            let choice = |one: &Belongs| {
                let name = organisations::name(page.lang(), own, one);
                Choice::new(one.sent(), name).chosen_if(fields.value("organisation"))
            };
            let offered = offered(&volunteering.settings, own, &pupil.class_key);
            let organisations = offered.iter().map(choice).collect();
            (NamePath { id: pupil.id.clone() }.to_string(), organisations)
        }),
        steps: volunteer.filter(|_| keeps).map(|one| steps(page, pupil, one, (names, fields))),
    }
}

/// What the school's list says, line by line.
fn achieved(page: &Page, achieved: &Achieved) -> Vec<String> {
    let result = |one: &Outcome| {
        let said = match one.quarter {
            Some(quarter) => Said::new("pupils-achieved-quarter").with("quarter", u32::from(quarter)),
            None => Said::new("pupils-achieved-result"),
        };
        said.with("subject", one.subject.as_str()).with("percent", one.percent.as_str()).words(page.lang())
    };
    let activities = achieved.activities.as_deref();
    let activities = activities
        .map(|words| Said::new("pupils-achieved-activities").with("words", words).words(page.lang()));
    achieved.results.iter().map(result).chain(activities).collect()
}

/// The line for the portfolio; empty as long as there is no hour.
fn portfolio(page: &Page, hours: u32) -> String {
    if hours == 0 {
        return String::new();
    }
    let last = i18n::day(page.lang(), page.today());
    Said::new("pupils-portfolio").with("hours", hours).with("day", last).words(page.lang())
}

/// The papers that a pupil takes along.
fn papers(pupil: &Pupil) -> Vec<(String, &'static str)> {
    let id = &pupil.id;
    let hours = |lang: &str| HoursPath { pupil: id.clone(), lang: lang.to_owned() }.to_string();
    let thanks = |lang: &str| ThanksPath { pupil: id.clone(), lang: lang.to_owned() }.to_string();
    vec![
        (hours("kk"), "pupils-hours-kk"),
        (hours("ru"), "pupils-hours-ru"),
        (thanks("kk"), "pupils-thanks-kk"),
        (thanks("ru"), "pupils-thanks-ru"),
    ]
}

fn training(page: &Page, training: Training) -> String {
    Said::new("pupils-training")
        .with("day", i18n::day(page.lang(), training.day))
        .with("minutes", u32::from(training.minutes))
        .words(page.lang())
}

/// Where a volunteer stands, to what they belong, and how much training there is.
fn standing(
    page: &Page,
    (volunteer, volunteering): (&Volunteer, &Volunteering),
    (pupil, consents): (&Pupil, &[Consent]),
) -> String {
    let ready = matches!(volunteer.state, State::Ready(_));
    let meets = volunteer.may_meet(consents, pupil.born_on, page.today());
    let word = if ready && !meets { "waits" } else { volunteer.state.word() };
    let state = Said::new(format!("pupils-volunteer-{word}"))
        .with("minutes", trained(&volunteering.trainings))
        .with("most", TRAINING_MINUTES)
        .words(page.lang());
    match &volunteer.organisation {
        Some(organisation) => {
            format!("{state} {}.", organisations::name(page.lang(), &volunteering.own, organisation))
        }
        None => state,
    }
}

/// What was said last of a volunteer's own studies, or that it is time to ask.
fn studied(page: &Page, volunteer: &Volunteer) -> String {
    if volunteer.is_look_due(page.today()) {
        return page.text("pupils-studies-due");
    }
    let said = |(studies, on): (Studies, Day)| {
        Said::new(format!("pupils-studied-{}", studies.word()))
            .with("day", i18n::day(page.lang(), on))
            .words(page.lang())
    };
    volunteer.studies.map(said).unwrap_or_default()
}

fn steps(page: &Page, pupil: &Pupil, volunteer: &Volunteer, (names, fields): (&Names, &Fields)) -> Steps {
    let choice = |(id, name): (&PersonId, &String)| {
        Choice::new(id.as_str(), name.as_str()).chosen_if(fields.value("teacher"))
    };
    let answer = |one: Studies| {
        let label = page.text(&format!("pupils-studies-{}", one.word()));
        Choice::new(one.word(), label).chosen_if(fields.value("studies"))
    };
    let mut teachers: Vec<Choice> = names.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut teachers, |one| &one.label);
    Steps {
        application: ApplicationPath { pupil: pupil.id.clone() }.to_string(),
        recommend: RecommendPath { id: pupil.id.clone() }.to_string(),
        teachers,
        train: TrainPath { id: pupil.id.clone() }.to_string(),
        studied: studied(page, volunteer),
        studies: StudiesPath { id: pupil.id.clone() }.to_string(),
        answers: Studies::ALL.map(answer).into(),
        stop: StopPath { id: pupil.id.clone() }.to_string(),
    }
}

/// The key of why, and the grade that one of them names.
const fn name_refusal(why: NameRefused) -> (&'static str, u8) {
    match why {
        NameRefused::Grade(least) => ("pupils-volunteer-grade", least),
        NameRefused::Missing(_) => ("pupils-volunteer-consent", 0),
        NameRefused::Organisation => ("pupils-volunteer-organisation", 0),
        NameRefused::NotNow => ("pupils-volunteer-not-now", 0),
    }
}

pub(super) async fn name(path: NamePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let organisation = Belongs::read(fields.value("organisation"));
    match do_name(&page.context(), &path.id, organisation.as_ref()).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "pupils-done-named", &[])),
        Err(Failed::Refused(why)) => {
            let (key, grade) = name_refusal(why);
            fields.refuse("organisation", key, &[("grade", grade.into())]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn recommend(
    path: RecommendPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let by = fields.choice("teacher", |id| (!id.is_empty()).then(|| PersonId::from(id)));
    let words = fields.text("words", MOST_WORDS);
    let Some(by) = by.filter(|_| fields.is_right()) else { return draw(&page, &path.id, fields).await };
    match do_recommend(&page.context(), &path.id, &Recommendation { by, words }).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "pupils-done-recommended", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = match why {
                RecommendRefused::Person => ("teacher", "pupils-refused-teacher"),
                RecommendRefused::Step(why) => ("words", step_refusal(why)),
            };
            fields.refuse(field, key, &[("most", MOST_MINUTES.into())]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

const fn step_refusal(why: StepRefused) -> &'static str {
    match why {
        StepRefused::Stopped => "pupils-refused-stopped",
        StepRefused::Day => "pupils-refused-training-day",
        StepRefused::Minutes => "pupils-refused-minutes",
    }
}

pub(super) async fn train(path: TrainPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let day = fields.day("trained_on");
    let minutes = fields.text("minutes", 4).parse::<u16>().unwrap_or_default();
    let Some(day) = day.filter(|_| fields.is_right()) else { return draw(&page, &path.id, fields).await };
    match do_train(&page.context(), &path.id, Training { day, minutes }).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "pupils-done-trained", &[])),
        Err(Failed::Refused(why)) => {
            let field = if why == StepRefused::Minutes { "minutes" } else { "trained_on" };
            fields.refuse(field, step_refusal(why), &[("most", MOST_MINUTES.into())]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn studies(
    path: StudiesPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let studies = fields.choice("studies", Studies::from_word);
    let Some(studies) = studies else { return draw(&page, &path.id, fields).await };
    match do_look(&page.context(), &path.id, studies).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "pupils-done-looked", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("studies", step_refusal(why), &[("most", MOST_MINUTES.into())]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn stop(path: StopPath, page: Page) -> Result<Response, PageError> {
    do_stop(&page.context(), &path.id).await?;
    Ok(page.done(&ShowPath { id: path.id }, "pupils-done-stopped", &[]))
}

/// A volunteer in the list.
struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "pupils/volunteers.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// Where organisations of the school's own are kept, for whoever keeps them.
    organisations: Option<String>,
    /// Where hours for the state's register are taken out, for whoever does.
    register: Option<String>,
    back: String,
}

pub(super) async fn list(_: VolunteersPath, page: Page) -> Result<Response, PageError> {
    let volunteers = lists::volunteers(&page.context()).await?;
    let helped = actions::journals::helped(&mut *page.read().await?, &page.context()).await?;
    let row = |one: &Helping| {
        let pupil = &one.pupil;
        let state = Said::new(format!("pupils-volunteer-{}", one.state.word()))
            .with("minutes", one.minutes)
            .with("most", TRAINING_MINUTES)
            .words(page.lang());
        let help = helped.get(&pupil.id).filter(|minutes| **minutes > 0).map(|minutes| {
            format!(" {}", i18n::t(page.lang(), "peers-helped", &[("minutes", minutes.into())]))
        });
        let due = one.look_due.then(|| format!(" {}", page.text("pupils-studies-due")));
        Row {
            title: format!("{}, {}", pupil.name().brief(), pupil.class_key),
            text: format!("{state}{}{}", help.unwrap_or_default(), due.unwrap_or_default()),
            href: ShowPath { id: pupil.id.clone() }.to_string(),
        }
    };
    let school = page.school_id()?;
    let keeps = may(page.actor(), &Action::KeepOrganisations(school)).is_ok();
    let takes_out = may(page.actor(), &Action::TakeOutHours(school)).is_ok();
    page.show(&List {
        shell: shell(&page),
        today: page.today(),
        rows: volunteers.iter().map(row).collect(),
        organisations: keeps.then(|| OrganisationsPath.to_string()),
        register: takes_out.then(|| RegisterPath.to_string()),
        back: super::ListPath.to_string(),
    })
}
