//! A lot among children who wait, at home: its number for whoever draws it; for whoever looks after children of its list, to tell
//! them what came out.

use super::tasks::{Task, When};
use crate::changes::ShowPath;
use crate::peers::ListPath as PeersPath;
use crate::said::Said;
use crate::{Page, PageError};
use actions::lots::{Due, due};
use store::Tx;

fn task(due: Due) -> Task {
    let (until, title, text, href) = match due {
        Due::Number(until) => (until, "lots-task-number", "lots-task-number-text", ShowPath.to_string()),
        Due::Tell(until) => (until, "lots-task-tell", "lots-task-tell-text", PeersPath.to_string()),
    };
    Task {
        when: When::Until(until),
        title: Said::new(title),
        text: Said::new(text),
        href,
        act: "home-act-look",
    }
}

/// The tasks of the reader.
pub(super) async fn tasks(page: &Page, tx: &mut Tx) -> Result<Vec<Task>, PageError> {
    Ok(due(tx, &page.context()).await?.map(task).into_iter().collect())
}
