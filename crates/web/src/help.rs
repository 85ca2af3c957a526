//! Help, and who sees what.

use crate::layout::Shell;
use crate::{Access, Open, PageError, Routes, filters};
use axum::response::Response;
use axum_extra::routing::TypedPath;

/// Answers to common questions.
#[derive(TypedPath)]
#[typed_path("/help")]
pub(crate) struct HelpPath;

/// Who sees what (rules §17).
#[derive(TypedPath)]
#[typed_path("/help/who-sees-what")]
pub(crate) struct WhoSeesPath;

/// Routes of help.
pub(crate) fn routes() -> Routes {
    Routes::new().get(Access::Anyone, help).get(Access::Anyone, who_sees)
}

/// Questions and answers: keys of both.
const QUESTIONS: [(&str, &str); 5] = [
    ("help-begin", "help-begin-text"),
    ("help-decline", "help-decline-text"),
    ("help-unpaired", "help-unpaired-text"),
    ("help-order", "help-order-text"),
    ("help-password", "help-password-text"),
];

/// What it is, and who sees it.
const SEEN: [(&str, &str); 18] = [
    ("help-seen-card", "help-seen-card-text"),
    ("help-seen-marks", "help-seen-marks-text"),
    ("help-seen-planned", "help-seen-planned-text"),
    ("help-seen-observed", "help-seen-observed-text"),
    ("help-seen-request", "help-seen-request-text"),
    ("help-seen-reason", "help-seen-reason-text"),
    ("help-seen-list", "help-seen-list-text"),
    ("help-seen-consent", "help-seen-consent-text"),
    ("help-seen-handover", "help-seen-handover-text"),
    ("help-seen-closing", "help-seen-closing-text"),
    ("help-seen-package", "help-seen-package-text"),
    ("help-seen-map", "help-seen-map-text"),
    ("help-seen-evidence", "help-seen-evidence-text"),
    ("help-seen-survey", "help-seen-survey-text"),
    ("help-seen-course", "help-seen-course-text"),
    ("help-seen-idea", "help-seen-idea-text"),
    ("help-seen-lantern", "help-seen-lantern-text"),
    ("help-seen-log", "help-seen-log-text"),
];

#[derive(askama::Template)]
#[template(path = "help/show.html")]
struct Show {
    shell: Shell,
    title: &'static str,
    rows: &'static [(&'static str, &'static str)],
}

async fn help(_: HelpPath, open: Open) -> Result<Response, PageError> {
    open.show(&Show { shell: open.shell(), title: "help-title", rows: &QUESTIONS })
}

async fn who_sees(_: WhoSeesPath, open: Open) -> Result<Response, PageError> {
    open.show(&Show { shell: open.shell(), title: "help-seen-title", rows: &SEEN })
}
