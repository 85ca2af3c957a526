//! Questions that district and school have added to the form of a plan: answered by its two, read by whoever reads the plan.

use super::show::draw;
use super::{AnswersPath, ShowPath, refusal};
use crate::forms::Fields;
use crate::formsets::asking::{self, Asking, facts};
use crate::layout::parts::Fact;
use crate::{Page, PageError};
use actions::Failed;
use actions::plans::answer;
use axum::http::StatusCode;
use axum::response::Response;
use domain::plans::Plan;

/// The questions of a plan.
pub(super) struct Questions {
    /// Where the answers go; none for whoever only reads.
    pub(super) action: Option<String>,
    pub(super) asked: Vec<Asking>,
    pub(super) said: Vec<Fact>,
    /// The version of the answers that is written over.
    pub(super) version: i64,
}

impl Questions {
    /// True where there is something to ask or to read.
    pub(super) fn stand(&self) -> bool {
        if self.action.is_some() { !self.asked.is_empty() } else { !self.said.is_empty() }
    }
}

/// The questions of a plan for whoever keeps it, or reads it.
pub(super) fn questions(page: &Page, plan: &Plan, keeps: bool, fields: &Fields) -> Questions {
    Questions {
        action: keeps.then(|| AnswersPath { id: plan.id.clone() }.to_string()),
        asked: asking::all(page, &plan.added, &plan.answers, fields),
        said: facts(page, &plan.added, &plan.answers),
        version: plan.version,
    }
}

pub(super) async fn keep(path: AnswersPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let opened = actions::plans::opened(&mut *page.read().await?, &page.context(), &path.id).await?;
    let form = opened.ok_or(PageError::NotFound)?.plan.added;
    let answers = asking::read(&form.fields, &mut fields);
    let seen = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let first = form.fields.first().map(asking::name).unwrap_or_default();
    if fields.is_right() {
        match answer(&page.context(), &path.id, seen, &answers).await {
            Ok(()) => return Ok(page.done(&ShowPath { id: path.id }, "formsets-done-answered", &[])),
            Err(Failed::Refused(why)) => {
                let (_, key, args) = refusal(&page, why);
                fields.refuse(&first, key, &args);
            }
            Err(Failed::Changed) => {
                // What was typed stays on the page, with the version that stands now: saving once more is a decision.
                fields.refuse(&first, "forms-now-other", &[]);
                return draw(&page, &path.id, fields, StatusCode::CONFLICT).await;
            }
            Err(other) => return Err(other.into()),
        }
    }
    draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}
