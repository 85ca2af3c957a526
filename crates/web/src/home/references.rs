//! References at home: volunteers for whom the reader is asked to write. Nothing of it is late, and nobody has to.

use super::tasks::{Task, When};
use crate::pupils::ReferencePath;
use crate::said::Said;
use crate::{Page, PageError};
use actions::pupils::references::waiting;
use domain::pupils::Pupil;
use store::Tx;

fn task(pupil: Pupil) -> Task {
    let name = pupil.name().brief();
    Task {
        when: When::Anytime,
        title: Said::new("references-task").with("name", name).with("class", pupil.class_key),
        text: Said::new("references-task-text"),
        href: ReferencePath { pupil: pupil.id }.to_string(),
        act: "home-act-write",
    }
}

/// The tasks of the reader.
pub(super) async fn tasks(page: &Page, tx: &mut Tx) -> Result<Vec<Task>, PageError> {
    let waiting = waiting(tx, &page.context()).await?;
    Ok(waiting.into_iter().map(task).collect())
}
