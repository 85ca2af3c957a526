//! The judges of a sitting for whoever leads the exam: who has handed in, where they lie far apart, what they came to.

use super::{AskPath, BoardPath, JudgingPath, ReleasePath, StepPath, language, points, spread_text};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::sittings::{ShowPath, coefficient, topic_text};
use crate::{Page, PageError, filters};
use actions::panels::{Board, Called, Outcome, Question, board};
use axum::http::StatusCode;
use axum::response::Response;
use domain::exams::{LEAST_JUDGES, PanelState, SittingState};
use domain::{Day, ExamId, PersonId};
use std::collections::BTreeMap;

/// A judge, and whether the round is handed in.
struct Row {
    person: String,
    name: String,
    text: String,
    release: bool,
}

/// A question on which judges lie far apart.
struct Apart {
    title: String,
    text: String,
}

#[derive(askama::Template)]
#[template(path = "panels/board.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    /// The step that leads on, and its button.
    step: Option<(&'static str, &'static str)>,
    rows: Vec<Row>,
    free: Vec<Choice>,
    outcome: Vec<String>,
    apart: Vec<Apart>,
    own: Option<String>,
    ask: String,
    release: String,
    steps: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: BoardPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, StatusCode::OK, Fields::default()).await
}

/// How they stand, in a word.
const fn state_key(board: &Board) -> &'static str {
    match board.state {
        None => "panels-state-none",
        Some(PanelState::First) => "panels-state-first",
        Some(PanelState::Second) => "panels-state-second",
        Some(PanelState::Closed) => "panels-state-closed",
    }
}

/// The one step that leads on now.
fn step(board: &Board, planned: bool) -> Option<(&'static str, &'static str)> {
    let whole = board.judges.len() >= LEAST_JUDGES && board.judges.iter().all(|(_, handed_in)| *handed_in);
    match board.state? {
        _ if !planned => None,
        _ if board.stale => Some(("renew", "panels-renew")),
        PanelState::First if whole => Some(("discuss", "panels-discuss")),
        PanelState::Second if whole => Some(("close", "panels-close")),
        PanelState::Closed => Some(("take", "panels-take")),
        PanelState::First | PanelState::Second => None,
    }
}

/// What they came to, line by line.
fn outcome(page: &Page, outcome: &Outcome) -> Vec<String> {
    let each = outcome.judges.iter().map(|cut| points(page, *cut)).collect::<Vec<_>>().join("; ");
    let cut = [
        ("mean", points(page, outcome.mean).into()),
        ("error", points(page, outcome.error).into()),
        ("judges", outcome.judges.len().into()),
    ];
    let called = match outcome.called {
        Called::Angoff => "panels-called-angoff",
        Called::AngoffOfFew => "panels-called-few",
        Called::Agreed => "panels-called-agreed",
    };
    let agreement = coefficient(page, outcome.agreement.map(|shown| shown.single));
    let panel = coefficient(page, outcome.agreement.and_then(|shown| shown.panel));
    let apart = [("first", outcome.apart.0.into()), ("second", outcome.apart.1.into())];
    vec![
        i18n::t(page.lang(), "panels-cut", &cut),
        page.text(called),
        i18n::t(page.lang(), "panels-each", &[("each", each.into())]),
        i18n::t(page.lang(), "panels-agreement-one", &[("figure", agreement.into())]),
        i18n::t(page.lang(), "panels-agreement-all", &[("figure", panel.into())]),
        i18n::t(page.lang(), "panels-apart-count", &apart),
    ]
}

fn apart(page: &Page, question: &Question) -> Apart {
    let spread = question.spread.map(|spread| spread_text(page, "panels-spread-all", spread));
    Apart {
        title: question.text.clone(),
        text: format!("{}. {}", topic_text(page, question.topic), spread.unwrap_or_default()),
    }
}

/// Names of the school's people.
async fn names(page: &Page) -> Result<BTreeMap<PersonId, String>, PageError> {
    let mut tx = page.read().await?;
    let people = store::people::of_school(&mut tx, page.school_id()?).await?;
    let today = page.today();
    Ok(people
        .into_iter()
        .filter(|person| person.works_on(today))
        .map(|person| (person.id, person.name.full()))
        .collect())
}

/// The page; with what is wrong where a step was not taken.
pub(super) async fn draw(
    page: &Page,
    id: &ExamId,
    status: StatusCode,
    fields: Fields,
) -> Result<Response, PageError> {
    let names = names(page).await?;
    let mut tx = page.read().await?;
    let board = board(&mut tx, &page.context(), id, language(page)).await?;
    let planned = board.sitting.state == SittingState::Planned;
    let first = matches!(board.state, None | Some(PanelState::First));
    let row = |(person, handed_in): &(PersonId, bool)| Row {
        person: person.to_string(),
        name: names.get(person).cloned().unwrap_or_default(),
        text: page.text(if *handed_in { "panels-handed-in" } else { "panels-judges-still" }),
        release: planned && first && !handed_in,
    };
    let asked = |person: &PersonId| board.judges.iter().any(|(judge, _)| judge == person);
    let mut free: Vec<Choice> = Vec::new();
    for (person, name) in names.iter().filter(|(person, _)| planned && first && !asked(person)) {
        let course = actions::sittings::course(&mut tx, &board.sitting.school, person).await?;
        if !course.is_some_and(|course| course.runs()) {
            free.push(Choice::new(person.as_str(), name.as_str()).chosen_if(fields.value("judge")));
        }
    }
    i18n::sort_by_name(page.lang(), &mut free, |one| &one.label);
    let mine = asked(&page.actor().person).then(|| JudgingPath { id: id.clone() }.to_string());
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title: i18n::day_and_time(page.lang(), page.local(board.sitting.begins)),
            text: i18n::t(page.lang(), state_key(&board), &[("count", board.count.into())]),
            step: step(&board, planned),
            rows: board.judges.iter().map(row).collect(),
            free,
            outcome: board.outcome.as_ref().map(|found| outcome(page, found)).unwrap_or_default(),
            apart: board.apart.iter().map(|question| apart(page, question)).collect(),
            own: mine,
            ask: AskPath { id: id.clone() }.to_string(),
            release: ReleasePath { id: id.clone() }.to_string(),
            steps: StepPath { id: id.clone() }.to_string(),
            back: ShowPath { id: id.clone() }.to_string(),
            fields,
        },
    )
}
