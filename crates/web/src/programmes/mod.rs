//! The programme of the year as everybody of the school may see it: which phase runs, what is done in it.

use crate::layout::Shell;
use crate::layout::parts::Fact;
use crate::{Access, Page, PageError, Routes, filters};
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::Day;
use domain::permissions::{Action, may};
use domain::programmes::Phase;

/// The programme.
#[derive(TypedPath)]
#[typed_path("/programmes")]
pub(crate) struct ShowPath;

/// Routes of programmes.
pub(crate) fn routes() -> Routes {
    Routes::new().get(Access::SignedIn, show)
}

#[derive(askama::Template)]
#[template(path = "programmes/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    /// What the board says.
    board: String,
    /// Name and dates of each phase, and what is done in it.
    phases: Vec<(Fact, String)>,
}

async fn show(_: ShowPath, page: Page) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::SeeProgramme(school)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let Some(programme) = store::programmes::latest(&mut tx, school).await? else {
        let board = page.text("programmes-board-none");
        return page.show(&Show { shell: page.shell(), today: page.today(), board, phases: Vec::new() });
    };
    let now = programme.phase(page.today());
    let part = |phase: Phase| {
        let (from, until) = programme.phases.span(phase);
        let day = |day| i18n::day(page.lang(), day);
        let fact = Fact {
            name: page.text(&format!("home-phase-{}", phase.word())),
            value: format!("{} – {}", day(from), day(until)),
        };
        (fact, page.text(&format!("programmes-phase-{}", phase.word())))
    };
    let phases = Phase::ALL.into_iter().filter(|phase| *phase != Phase::Closed).map(part).collect();
    let board = page.text(&format!("programmes-board-{}", now.word()));
    page.show(&Show { shell: page.shell(), today: page.today(), board, phases })
}
