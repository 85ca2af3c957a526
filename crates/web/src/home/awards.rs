//! Awards at home: the next step for those who lead the school; for whoever looks after pupils, to name them before the
//! period ends, and the list with its days of appeals.

use super::tasks::{Task, When};
use crate::awards::ShowPath;
use crate::said::Said;
use crate::{Page, PageError};
use actions::awards::{Waiting, waiting};
use domain::awards::Award;
use store::Tx;

fn task(award: &Award, when: When, (title, text): (String, &str)) -> Task {
    Task {
        when,
        title: Said::new(title).with("title", award.title.as_str()),
        text: Said::new(text),
        href: ShowPath { id: award.id.clone() }.to_string(),
        act: "home-act-look",
    }
}

fn drawn(one: &Waiting) -> Task {
    match one {
        Waiting::Step(award, duty, until) => {
            let when = until.map_or(When::Anytime, When::Until);
            task(award, when, (format!("awards-task-{}", duty.word()), "awards-task-text"))
        }
        Waiting::Check(award, until) => {
            task(award, When::Until(*until), ("awards-check".to_owned(), "awards-check-text"))
        }
        Waiting::Name(award, until) => {
            task(award, When::Until(*until), ("awards-to-name".to_owned(), "awards-to-name-text"))
        }
    }
}

/// The tasks of the reader.
pub(super) async fn tasks(page: &Page, tx: &mut Tx) -> Result<Vec<Task>, PageError> {
    let waiting = waiting(tx, &page.context()).await?;
    Ok(waiting.iter().map(drawn).collect())
}
