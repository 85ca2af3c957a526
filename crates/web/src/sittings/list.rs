//! All sittings of the school.

use super::{ListPath, NewPath, ShowPath};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::exams::{Sitting, SittingState};
use domain::permissions::{Action, may};

struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "sittings/list.html")]
struct List {
    shell: Shell,
    today: Day,
    board: String,
    text: String,
    new: String,
    rows: Vec<Row>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::ManageSittings(school)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let sittings = store::sittings::of_school(&mut tx, school).await?;
    let running = sittings.iter().any(|sitting| sitting.state == SittingState::Running);
    let said = Said::new(if running { "sittings-board-runs" } else { "sittings-board" });
    let row = |sitting: &Sitting| Row {
        title: i18n::day_and_time(page.lang(), page.local(sitting.begins)),
        text: page.text(&format!("sittings-state-{}", sitting.state.word().replace('_', "-"))),
        href: ShowPath { id: sitting.id.clone() }.to_string(),
    };
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        board: said.words(page.lang()),
        text: said.explained(page.lang()),
        new: NewPath.to_string(),
        rows: sittings.iter().map(row).collect(),
    })
}
