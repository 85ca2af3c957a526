//! The weeks of the journal, newest first.

use super::{ListPath, ShowPath};
use crate::layout::Shell;
use crate::peers::{ListPath as PeersPath, shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::journals::{Week, weeks};
use axum::response::Response;
use domain::Day;

/// A week.
struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "journals/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    peers: String,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let weeks = weeks(&mut *page.read().await?, &page.context()).await?;
    page.show(&List {
        shell: shell(&page),
        today: page.today(),
        rows: weeks.iter().map(|week| row(&page, week)).collect(),
        peers: PeersPath.to_string(),
    })
}

fn row(page: &Page, week: &Week) -> Row {
    let key = if week.is_signed() { "journals-week-signed" } else { "journals-week-open" };
    Row {
        title: title(page, week.week),
        text: Said::new(key)
            .with("marked", week.marks().len())
            .with("pairs", week.lines().count())
            .words(page.lang()),
        href: ShowPath::of(week.week).to_string(),
    }
}

/// The name of a week.
pub(super) fn title(page: &Page, week: Day) -> String {
    Said::new("journals-week").with("day", i18n::day(page.lang(), week)).words(page.lang())
}
