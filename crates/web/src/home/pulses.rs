//! The short pulse at home: the coordinator is asked to ask some how it goes, without a name and without a reason.

use super::plans::Link;
use super::tasks::{Task, When};
use crate::pulses::{OwnPath, TalksPath};
use crate::said::Said;
use crate::{Page, PageError};
use domain::programmes::Programme;
use store::Tx;

/// The way to the own line, once there is one.
pub(super) async fn link(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Option<Link>, PageError> {
    let line = actions::pulses::own(tx, &page.context(), programme).await?;
    Ok((!line.is_empty()).then(|| Link {
        href: OwnPath.to_string(),
        title: page.text("pulses-title"),
        text: page.text("pulses-link"),
    }))
}

/// The task of the coordinator. Names stay on the page: others look at the screen, too.
pub(super) async fn tasks(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Vec<Task>, PageError> {
    let count = actions::pulses::signs(tx, &page.context(), programme).await?.len();
    let task = (count > 0).then(|| Task {
        when: When::Anytime,
        title: Said::new("pulses-talks-board").with("count", count),
        text: Said::new("pulses-task-text"),
        href: TalksPath.to_string(),
        act: "home-act-look",
    });
    Ok(task.into_iter().collect())
}
