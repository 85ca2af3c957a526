//! All commissions of the school.

use super::{AdmitPath, ExaminersPath, ListPath, Names, NewPath, ShowPath, StepPath, everybody, with_guests};
use crate::hearings::PaperPath;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::page::short;
use crate::{Page, PageError, filters};
use actions::commissions::{Opened, opened};
use axum::response::Response;
use domain::exams::{Commission, HearingState};
use domain::permissions::{Action, may};
use domain::{Day, PersonId};

struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "commissions/list.html")]
struct List {
    shell: Shell,
    today: Day,
    new: String,
    examiners: String,
    rows: Vec<Row>,
    /// Commissions of other schools.
    elsewhere: Vec<Elsewhere>,
}

/// One of the own people before a commission of another school.
struct Sent {
    hearing: String,
    name: String,
    text: String,
    take_off: bool,
    papers: Vec<(String, &'static str)>,
}

/// A commission of another school of the district.
struct Elsewhere {
    title: String,
    text: String,
    /// The own people who examine in it.
    examine: String,
    sent: Vec<Sent>,
    candidates: Vec<Choice>,
    examiners: Vec<Choice>,
    admit: String,
    step: String,
}

/// How the practice of one of the own people stands, without marks.
fn sent(page: &Page, one: &actions::commissions::Sent) -> Sent {
    let hearing = &one.hearing;
    let paper = |lang: &str| PaperPath { id: hearing.id.clone(), lang: lang.to_owned() }.to_string();
    let (text, papers) = match &hearing.state {
        HearingState::Told { practice, .. } => {
            let verdict = if practice.passed { "commissions-passed" } else { "commissions-failed" };
            let own = hearing.candidate == page.actor().person;
            let papers = [(paper("kk"), "layout-paper-kk"), (paper("ru"), "layout-paper-ru")];
            (verdict.to_owned(), if own { Vec::new() } else { papers.into() })
        }
        state => (format!("commissions-state-{}", state.word()), Vec::new()),
    };
    Sent {
        hearing: hearing.id.to_string(),
        name: one.name.clone(),
        text: page.text(&text),
        take_off: one.may_take_off,
        papers,
    }
}

/// People to choose from, by the alphabet.
fn choices<'a>(page: &Page, people: impl Iterator<Item = &'a PersonId>, names: &Names) -> Vec<Choice> {
    let name = |id: &PersonId| names.get(id).cloned().unwrap_or_default();
    let mut all: Vec<Choice> = people.map(|id| Choice::new(id.as_str(), name(id))).collect();
    i18n::sort_by_name(page.lang(), &mut all, |one| &one.label);
    all
}

fn elsewhere(page: &Page, one: &Opened, names: &Names) -> Elsewhere {
    let commission = &one.commission;
    let name = |id: &PersonId| names.get(id).cloned().unwrap_or_default();
    let when = i18n::day_and_time(page.lang(), commission.day.to_datetime(commission.from));
    let args = [
        ("place", commission.place.as_str().into()),
        ("examiners", one.examiners.into()),
        ("left", one.left.into()),
    ];
    Elsewhere {
        title: format!("{} · {when}", short(page.lang(), &one.host)),
        text: i18n::t(page.lang(), "commissions-elsewhere-line", &args),
        examine: commission.members.iter().map(name).collect::<Vec<_>>().join(", "),
        sent: one.sent.iter().map(|one| sent(page, one)).collect(),
        candidates: choices(page, one.candidates.iter(), names),
        examiners: choices(page, one.free.iter(), names),
        admit: AdmitPath { id: commission.id.clone() }.to_string(),
        step: StepPath { id: commission.id.clone() }.to_string(),
    }
}

fn row(page: &Page, commission: &Commission, names: &Names) -> Row {
    let members = commission.members.iter().filter_map(|member| names.get(member).cloned());
    let members = members.collect::<Vec<_>>().join(", ");
    Row {
        title: i18n::day_and_time(page.lang(), commission.day.to_datetime(commission.from)),
        text: format!("{}; {members}", commission.place),
        href: ShowPath { id: commission.id.clone() }.to_string(),
    }
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::ManageCommissions(school)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let commissions = store::commissions::of_school(&mut tx, school).await?;
    let members = commissions.iter().flat_map(|one| everybody(one, &[])).collect();
    let names = with_guests(&page, &mut tx, members).await?;
    let open = opened(&mut tx, &page.context()).await?;
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        new: NewPath.to_string(),
        examiners: ExaminersPath.to_string(),
        rows: commissions.iter().map(|one| row(&page, one, &names)).collect(),
        elsewhere: open.iter().map(|one| elsewhere(&page, one, &names)).collect(),
    })
}
