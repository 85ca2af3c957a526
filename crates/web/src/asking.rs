//! The question before what cannot be undone: a page of its own, so that one press does nothing. What was filled in before it
//! goes along, and comes with the answer.

use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use axum::response::Response;

/// The field of an answer: the question was read.
const SURE: &str = "sure";

/// A question.
#[derive(Debug)]
pub(crate) struct Question {
    /// What is asked, in words.
    pub(crate) title: String,
    /// The key of what follows from it.
    pub(crate) text: &'static str,
    /// The key of the button that does it.
    pub(crate) yes: &'static str,
    /// Where the answer is sent.
    pub(crate) action: String,
    /// Where it leads not to do it.
    pub(crate) back: String,
    /// What is sent with the answer.
    pub(crate) kept: Vec<(String, String)>,
}

#[derive(askama::Template)]
#[template(path = "layout/ask.html")]
struct Ask {
    shell: Shell,
    question: Question,
    sure: &'static str,
}

/// Was the question asked and answered?
pub(crate) fn is_sure(fields: &Fields) -> bool {
    fields.ticked(SURE)
}

/// Asks it.
pub(crate) fn ask(page: &Page, question: Question) -> Result<Response, PageError> {
    page.show(&Ask { shell: page.shell(), question, sure: SURE })
}
