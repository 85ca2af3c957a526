//! Ideas at home: each that waits for the reader's word, until the day on which it is promised, and the steps that they took on.

use super::tasks::{Task, When};
use crate::ideas::ShowPath;
use crate::said::Said;
use crate::{Page, PageError};
use actions::ideas::{Waiting, own_steps, waiting};
use domain::ideas::Step;
use store::Tx;

/// The tasks of the reader.
pub(super) async fn tasks(page: &Page, tx: &mut Tx) -> Result<Vec<Task>, PageError> {
    let context = page.context();
    let waiting = waiting(tx, &context).await?;
    let steps = own_steps(tx, &context).await?;
    Ok(waiting.into_iter().map(asked).chain(steps.into_iter().map(took_on)).collect())
}

fn asked(idea: Waiting) -> Task {
    let (title, text) = if idea.again {
        ("ideas-task-again", "ideas-task-again-text")
    } else {
        ("ideas-task", "ideas-task-text")
    };
    Task {
        when: When::Until(idea.due),
        title: Said::new(title).with("title", idea.title),
        text: Said::new(text),
        href: ShowPath { id: idea.id }.to_string(),
        act: "home-act-answer",
    }
}

fn took_on(step: Step) -> Task {
    Task {
        when: When::Until(step.by),
        title: Said::new("ideas-task-step").with("text", step.text),
        text: Said::new("ideas-task-step-text"),
        href: ShowPath { id: step.idea }.to_string(),
        act: "home-act-look",
    }
}
