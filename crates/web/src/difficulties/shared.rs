//! What a newcomer shares, as the mentor of now reads it: what is hard, never a sum.

use super::{Line, SharedPath};
use crate::layout::Shell;
use crate::layout::parts::Handouts;
use crate::milestones::ShowPath as AdaptationPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;

#[derive(askama::Template)]
#[template(path = "difficulties/shared.html")]
struct Shared {
    shell: Shell,
    today: Day,
    title: String,
    maps: Vec<Line>,
    adaptation: String,
    /// Nothing to hand out where nothing is shared.
    handouts: Option<Handouts>,
}

pub(super) async fn show(path: SharedPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let found = actions::difficulties::readable(&mut tx, &page.context(), &path.newcomer).await?;
    let (opened, maps) = found.ok_or(PageError::NotFound)?;
    let person = store::people::get(&mut tx, &opened.newcomer.person).await?.ok_or(PageError::NotFound)?;
    let title = Said::new("difficulties-board-mentor").with("name", person.name.polite());
    page.show(&Shared {
        shell: page.shell(),
        today: page.today(),
        title: title.words(page.lang()),
        maps: maps.iter().rev().map(|map| Line::of(&page, map)).collect(),
        handouts: (!maps.is_empty()).then(|| Handouts::at(&path)),
        adaptation: AdaptationPath { newcomer: path.newcomer }.to_string(),
    })
}
