//! Ideas at home: each that waits for the reader's answer, until the day on which it is promised.

use super::tasks::{Task, When};
use crate::ideas::ShowPath;
use crate::said::Said;
use crate::{Page, PageError};
use domain::{Day, IdeaId};
use store::Tx;

/// The tasks of the reader.
pub(super) async fn tasks(page: &Page, tx: &mut Tx) -> Result<Vec<Task>, PageError> {
    let waiting = actions::ideas::waiting(tx, &page.context()).await?;
    let task = |(id, title, due): (IdeaId, String, Day)| Task {
        when: When::Until(due),
        title: Said::new("ideas-task").with("title", title),
        text: Said::new("ideas-task-text"),
        href: ShowPath { id }.to_string(),
        act: "home-act-answer",
    };
    Ok(waiting.into_iter().map(task).collect())
}
