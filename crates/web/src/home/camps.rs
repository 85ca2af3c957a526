//! Camps at home: one that is open to a newcomer, and those to which the reader goes.

use super::tasks::{Task, When};
use crate::camps::ShowPath;
use crate::said::Said;
use crate::{Page, PageError};
use domain::camps::Camp;
use store::Tx;

/// The tasks of the reader.
pub(super) async fn tasks(page: &Page, tx: &mut Tx) -> Result<Vec<Task>, PageError> {
    let camps = actions::camps::ahead(tx, &page.context()).await?;
    Ok(camps.iter().map(|(camp, joined)| task(camp, *joined)).collect())
}

fn task(camp: &Camp, joined: bool) -> Task {
    let (when, key) =
        if joined { (When::On(camp.first), "camps-task-going") } else { (When::Anytime, "camps-task-open") };
    Task {
        when,
        title: Said::new(key).with("title", camp.title.as_str()),
        text: Said::new("camps-task-text").with("place", camp.place.as_str()),
        href: ShowPath { id: camp.id.clone() }.to_string(),
        act: "home-act-look",
    }
}
