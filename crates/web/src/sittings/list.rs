//! All sittings of the school.

use super::{ListPath, NewPath, ShowPath, result_text};
use crate::layout::Shell;
use crate::page::short;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::sittings::Away;
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
    /// The own people in sittings of other schools.
    away: Vec<Row>,
}

/// One of the own people in another school: which, when, and how far they are.
fn away(page: &Page, one: &Away) -> Row {
    let when = i18n::day_and_time(page.lang(), page.local(one.sitting.begins));
    let stands = match (&one.sitting.state, one.came_to, one.state) {
        (SittingState::CalledOff { .. }, ..) => page.text("sittings-state-called-off"),
        (_, Some(told), _) => result_text(page, told.points, told.of, told.passed),
        (_, None, Some(state)) => page.text(&format!("attempts-state-{}", state.word().replace('_', "-"))),
        (_, None, None) => page.text("sittings-away-place"),
    };
    let appeal = one.appeal.as_ref().map(|outcome| {
        let state = crate::appeals::outcome_text(page, outcome);
        i18n::t(page.lang(), "sittings-away-appeal", &[("state", state.into())])
    });
    let parts = [Some(short(page.lang(), &one.host)), Some(when), Some(stands), appeal];
    Row {
        title: one.name.clone(),
        text: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        href: String::new(),
    }
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::ManageSittings(school)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let sittings = store::sittings::of_school(&mut tx, school).await?;
    let guests = actions::sittings::away(&mut tx, &page.context()).await?;
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
        away: guests.iter().map(|one| away(&page, one)).collect(),
    })
}
