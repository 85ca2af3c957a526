//! The meetings that the reader sees, the latest first.

use super::{BankPath, ListPath, NewPath, ShowPath, line, manages, visit};
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::scenes::{Came, Visit};
use axum::response::Response;
use domain::Day;
use domain::scenes::Scene;
use i18n::t;

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
    /// Those that other schools have opened.
    open: Vec<Row>,
    /// Whoever of the school was at one of another school: a name, and where and when.
    came: Vec<(String, String)>,
    /// The ways to plan one and to the situations, for those who plan.
    plan: Option<(String, String)>,
}

/// School, team, day, hour, place of a meeting that another school holds.
fn line_of(page: &Page, host: &str, scene: &Scene) -> String {
    let args = [("host", host.into()), ("line", line(page.lang(), scene).into())];
    t(page.lang(), "scenes-visit-line", &args)
}

/// A meeting of another school; where the own one has few teachers of its subject, it says so.
fn open_row(page: &Page, one: &Visit) -> Row {
    let place = line_of(page, &one.host, &one.scene);
    Row {
        title: one.title.clone(),
        text: visit::few(page, one).map_or(place.clone(), |few| format!("{place}. {few}")),
        state: t(page.lang(), "scenes-for", &[("subject", visit::subject(one).into())]),
        href: ShowPath { id: one.scene.id.clone() }.to_string(),
    }
}

fn came_row(page: &Page, one: Came) -> (String, String) {
    let args = [
        ("host", one.host.into()),
        ("team", one.scene.team.into()),
        ("day", i18n::day(page.lang(), one.scene.day).into()),
        ("minutes", one.minutes.into()),
    ];
    (one.name, t(page.lang(), "scenes-came-line", &args))
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let scenes = actions::scenes::list(&mut tx, &page.context()).await?;
    let titles = actions::scenes::titles(&mut tx, &scenes, page.lang()).await?;
    let open = actions::scenes::coming(&mut tx, &page.context(), page.lang()).await?;
    let came = actions::scenes::came(&mut tx, &page.context(), page.lang()).await?;
    let mut rows = Vec::new();
    for (scene, title) in scenes.iter().zip(titles) {
        let host = actions::scenes::held_at(&mut tx, &page.context(), scene, page.lang()).await?;
        rows.push(Row {
            title,
            text: host.map_or_else(|| line(page.lang(), scene), |host| line_of(&page, &host, scene)),
            state: page.text(&format!("scenes-state-{}", scene.state.word())),
            href: ShowPath { id: scene.id.clone() }.to_string(),
        });
    }
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        rows,
        open: open.iter().map(|one| open_row(&page, one)).collect(),
        came: came.into_iter().map(|one| came_row(&page, one)).collect(),
        plan: manages(&page)?.then(|| (NewPath.to_string(), BankPath.to_string())),
    })
}
