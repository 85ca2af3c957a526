//! The meetings that the reader sees, the latest first.

use super::{BankPath, ListPath, NewPath, ShowPath, line, manages};
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;

/// A meeting.
struct Row {
    title: String,
    text: String,
    state: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "scenes/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// The ways to plan one and to the situations, for those who plan.
    plan: Option<(String, String)>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let scenes = actions::scenes::list(&mut tx, &page.context()).await?;
    let titles = actions::scenes::titles(&mut tx, &scenes, page.lang()).await?;
    let rows = scenes.iter().zip(titles).map(|(scene, title)| Row {
        title,
        text: line(page.lang(), scene),
        state: page.text(&format!("scenes-state-{}", scene.state.word())),
        href: ShowPath { id: scene.id.clone() }.to_string(),
    });
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        rows: rows.collect(),
        plan: manages(&page)?.then(|| (NewPath.to_string(), BankPath.to_string())),
    })
}
