//! The home of a district officer: how many schools, and sums over them. No school and no person by name; a
//! small sum is not shown.

use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::districts::{Figures, figures};
use axum::response::Response;
use domain::Day;

/// A line of the table.
struct Line {
    key: &'static str,
    /// `None` where it is too small to be shown.
    count: Option<u32>,
}

#[derive(askama::Template)]
#[template(path = "home/district.html")]
struct District {
    shell: Shell,
    today: Day,
    figures: Figures,
    lines: Vec<Line>,
    least: u32,
}

pub(super) async fn show(page: &Page, district: &domain::DistrictId) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let figures = figures(&mut tx, page.actor(), district, page.today()).await?;
    let line = |key, count| Line { key, count };
    let lines = vec![
        line("home-district-newcomers", figures.newcomers),
        line("home-district-mentors", figures.mentors),
        line("home-district-chosen", figures.chosen),
        line("home-district-appointed", figures.appointed),
    ];
    page.show(&District { shell: page.shell(), today: page.today(), least: figures.least, figures, lines })
}
