//! Modelled situations at home: meetings at which the reader is, and what they took on there.

use super::plans::Link;
use super::tasks::{Task, When};
use crate::said::Said;
use crate::scenes::{ListPath, ShowPath, manages};
use crate::{Page, PageError};
use actions::scenes::{ahead, held_at, is_invited, list, open_decisions};
use domain::scenes::{Decision, Scene, State};
use store::Tx;

/// The tasks of the reader.
pub(super) async fn tasks(page: &Page, tx: &mut Tx) -> Result<Vec<Task>, PageError> {
    let context = page.context();
    let decisions = open_decisions(tx, &context).await?;
    let mut tasks: Vec<Task> = decisions.iter().map(decided).collect();
    for scene in ahead(tx, &context).await? {
        let host = held_at(tx, &context, &scene, page.lang()).await?;
        tasks.push(meeting(page, &scene, host));
    }
    Ok(tasks)
}

fn decided(decision: &Decision) -> Task {
    Task {
        when: When::Until(decision.until),
        title: Said::new("scenes-task-decision").with("text", decision.text.as_str()),
        text: Said::new("scenes-task-decision-text"),
        href: ShowPath { id: decision.scene.clone() }.to_string(),
        act: "home-act-look",
    }
}

/// A meeting ahead; whoever is asked to play there, or would travel in vain, reads that at once.
fn meeting(page: &Page, scene: &Scene, host: Option<String>) -> Task {
    let mine = scene.people.get(&page.actor().person);
    let (key, text) = match scene.state {
        State::Cancelled => ("scenes-task-cancelled", "scenes-task-cancelled-text"),
        State::Planned if mine.is_some_and(|mine| mine.asked.is_some()) => {
            ("scenes-task-asked", "scenes-task-asked-text")
        }
        _ => ("scenes-task-meeting", "scenes-task-meeting-text"),
    };
    let place = scene.place.as_str();
    let place = host.map_or_else(|| place.to_owned(), |host| format!("{host}, {place}"));
    Task {
        when: When::On(scene.day),
        title: Said::new(key).with("team", scene.team.as_str()),
        text: Said::new(text).with("place", place),
        href: ShowPath { id: scene.id.clone() }.to_string(),
        act: "home-act-look",
    }
}

/// The way to modelled situations, for whoever plans them, whoever is at one and whoever may come to one.
pub(super) async fn link(page: &Page, tx: &mut Tx) -> Result<Option<Link>, PageError> {
    let context = page.context();
    let sees = manages(page)? || !list(tx, &context).await?.is_empty() || is_invited(tx, &context).await?;
    let link = || Link {
        href: ListPath.to_string(),
        title: page.text("scenes-title"),
        text: page.text("scenes-home-text"),
    };
    Ok(sees.then(link))
}
