//! Lanterns at home: what colleagues recognise the reader for, and questions that wait for the reader's answer.

use super::tasks::{Task, When};
use crate::lanterns::ShowPath;
use crate::said::Said;
use crate::{Page, PageError};
use domain::LanternId;
use store::Tx;

fn task(key: &str, title: Said, id: LanternId, act: &'static str) -> Task {
    Task {
        when: When::Anytime,
        title,
        text: Said::new(format!("{key}-text")),
        href: ShowPath { id }.to_string(),
        act,
    }
}

/// The tasks of the reader.
pub(super) async fn tasks(page: &Page, tx: &mut Tx) -> Result<Vec<Task>, PageError> {
    let context = page.context();
    let offered = actions::lanterns::offered(tx, &context).await?;
    let waiting = actions::lanterns::unanswered(tx, &context).await?;
    let offer = |id| task("lanterns-task", Said::new("lanterns-task"), id, "home-act-decide");
    let question = |(id, count): (LanternId, usize)| {
        let title = Said::new("lanterns-task-questions").with("count", count);
        task("lanterns-task-questions", title, id, "home-act-answer")
    };
    let offers = offered.into_iter().map(|lantern| offer(lantern.id));
    Ok(offers.chain(waiting.into_iter().map(question)).collect())
}
