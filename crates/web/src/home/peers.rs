//! Pairs of pupils at home: those that end soon, for whoever makes pairs for the child who is helped. Nothing of it is late:
//! nobody has to write down a closing talk, and a pair ends by itself.

use super::tasks::{Task, When};
use crate::peers::{ListPath, ShowPath};
use crate::said::Said;
use crate::{Page, PageError};
use actions::peers::closings::{Ending, ending};
use store::Tx;

/// The tasks of the reader: one, however many pairs end.
pub(super) async fn tasks(page: &Page, tx: &mut Tx) -> Result<Option<Task>, PageError> {
    let ending = ending(tx, &page.context()).await?;
    let Some(first) = ending.first() else { return Ok(None) };
    let (title, href) = match ending.as_slice() {
        [one] => (Said::new("peers-task-one").with("names", both(one)), path(one)),
        all => (Said::new("peers-task-many").with("count", all.len()), ListPath.to_string()),
    };
    let text = Said::new("peers-task-text");
    Ok(Some(Task { when: When::Until(first.last), title, text, href, act: "home-act-look" }))
}

fn path(one: &Ending) -> String {
    ShowPath { id: one.pair.clone() }.to_string()
}

fn both(one: &Ending) -> String {
    let (helper, mentee) = &one.two;
    format!("{} – {}", helper.name().brief(), mentee.name().brief())
}
