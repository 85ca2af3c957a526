//! One page for what is done with a reason: a few words of why, who will read them, and the act.

use super::CandidatesPath;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use std::fmt::Display;

/// What is done, as keys of its texts.
pub(super) struct Act {
    pub(super) title: &'static str,
    pub(super) text: &'static str,
    /// The field of the reason, and what stands above it.
    pub(super) field: &'static str,
    pub(super) label: &'static str,
    /// Most characters of the reason.
    pub(super) most: usize,
    /// Who will read it.
    pub(super) seen: &'static str,
    pub(super) button: &'static str,
    /// The look of the button.
    pub(super) look: &'static str,
}

impl Act {
    /// [`Self::most`] as a value: a template hands fields on as references.
    const fn limit(&self) -> usize {
        self.most
    }
}

#[derive(askama::Template)]
#[template(path = "courses/reasoned.html")]
struct Reasoned {
    shell: Shell,
    today: Day,
    title: String,
    act: &'static Act,
    fields: Fields,
    keep: String,
    back: String,
}

/// The page; `title` says about whom, `keep` is where the form leads.
pub(super) fn draw(
    page: &Page,
    act: &'static Act,
    title: String,
    keep: &impl Display,
    fields: Fields,
) -> Result<Response, PageError> {
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Reasoned {
            shell: page.shell(),
            today: page.today(),
            title,
            act,
            fields,
            keep: keep.to_string(),
            back: CandidatesPath.to_string(),
        },
    )
}
