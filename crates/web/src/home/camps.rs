//! Camps at home: one that is open to a newcomer, those to which the reader goes, and one of these that is not held.

use super::tasks::{Task, When};
use crate::camps::ShowPath;
use crate::said::Said;
use crate::{Page, PageError};
use domain::camps::{Camp, State};
use store::Tx;

/// The tasks of the reader.
pub(super) async fn tasks(page: &Page, tx: &mut Tx) -> Result<Vec<Task>, PageError> {
    let camps = actions::camps::ahead(tx, &page.context()).await?;
    Ok(camps.iter().map(|(camp, joined)| task(camp, *joined)).collect())
}

fn task(camp: &Camp, joined: bool) -> Task {
    let (when, key, text) = match camp.state {
        State::Cancelled => (When::On(camp.first), "camps-task-cancelled", "camps-task-cancelled-text"),
        _ if joined => (When::On(camp.first), "camps-task-going", "camps-task-text"),
        _ => (When::Anytime, "camps-task-open", "camps-task-text"),
    };
    Task {
        when,
        title: Said::new(key)
            .text("kind", format!("camps-kind-{}", camp.kind.word()))
            .with("title", camp.title.as_str()),
        text: Said::new(text).with("place", camp.place.as_str()),
        href: ShowPath { id: camp.id.clone() }.to_string(),
        act: "home-act-look",
    }
}
