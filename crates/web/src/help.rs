//! Help, and who sees what.

use crate::forms::{Fields, local_path};
use crate::layout::Shell;
use crate::{Access, Open, PageError, Routes, filters};
use axum::extract::RawQuery;
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

/// «I want to talk to an adult»: the helplines, for pupils, without an account (rules §16).
#[derive(TypedPath)]
#[typed_path("/help/talk")]
pub(crate) struct TalkPath;

/// To what a parent and a child consent, part by part: the text that is signed, for reading at home (doc:B3).
#[derive(TypedPath)]
#[typed_path("/help/consent")]
pub(crate) struct ConsentPath;

/// Routes of help.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::Anyone, help)
        .get(Access::Anyone, who_sees)
        .get(Access::Anyone, talk)
        .get(Access::Anyone, consent)
}

/// Questions and answers: keys of both.
const QUESTIONS: [(&str, &str); 6] = [
    ("help-begin", "help-begin-text"),
    ("help-decline", "help-decline-text"),
    ("help-unpaired", "help-unpaired-text"),
    ("help-order", "help-order-text"),
    ("help-password", "help-password-text"),
    ("help-places", "help-places-text"),
];

/// Who can be reached: keys of whom and of how. Nobody of the school is named.
const TALK: [(&str, &str); 4] = [
    ("help-talk-school", "help-talk-school-text"),
    ("help-talk-111", "help-talk-111-text"),
    ("help-talk-150", "help-talk-150-text"),
    ("help-talk-112", "help-talk-112-text"),
];

/// What is signed: keys of each part and of its words. A changed word is a new
/// [`TEXT_VERSION`](domain::pupils::consents::TEXT_VERSION), which stands in the last of them.
const CONSENT: [(&str, &str); 8] = [
    ("pupils-part-participation", "help-consent-participation"),
    ("pupils-part-data", "help-consent-data"),
    ("pupils-part-photo", "help-consent-photo"),
    ("pupils-part-off_site", "help-consent-off_site"),
    ("pupils-part-diagnostics", "help-consent-diagnostics"),
    ("help-consent-child", "help-consent-child-text"),
    ("help-consent-back", "help-consent-back-text"),
    ("help-consent-version", "help-consent-version-text"),
];

/// What it is, and who sees it.
const SEEN: [(&str, &str); 20] = [
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
    ("help-seen-pulse", "help-seen-pulse-text"),
    ("help-seen-course", "help-seen-course-text"),
    ("help-seen-concern", "help-seen-concern-text"),
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
    /// The way to the helplines, from the other pages.
    talk: Option<String>,
    /// The way on: where it leads, and the key of its words.
    back: (String, &'static str),
}

/// The way home.
fn home() -> (String, &'static str) {
    ("/".to_owned(), "errors-way-home")
}

async fn help(_: HelpPath, open: Open) -> Result<Response, PageError> {
    let talk = Some(TalkPath.to_string());
    open.show(&Show { shell: open.shell(), title: "help-title", rows: &QUESTIONS, talk, back: home() })
}

async fn who_sees(_: WhoSeesPath, open: Open) -> Result<Response, PageError> {
    open.show(&Show { shell: open.shell(), title: "help-seen-title", rows: &SEEN, talk: None, back: home() })
}

async fn consent(_: ConsentPath, open: Open) -> Result<Response, PageError> {
    let shell = open.shell();
    open.show(&Show { shell, title: "help-consent-title", rows: &CONSENT, talk: None, back: home() })
}

async fn talk(_: TalkPath, RawQuery(query): RawQuery, open: Open) -> Result<Response, PageError> {
    let query = Fields::read(open.lang(), &query.unwrap_or_default());
    let shell = Shell { helplines: true, ..open.shell() };
    // A child who has the device of an adult in the hand goes back to where they were, and nowhere else.
    let (shell, back) = match query.value("back") {
        "" => (shell, home()),
        back => (shell.handed(), (local_path(back), "help-talk-back")),
    };
    open.show(&Show { shell, title: "help-talk-title", rows: &TALK, talk: None, back })
}
