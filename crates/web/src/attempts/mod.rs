//! Papers of the exam for their candidates: what lies ahead, one question a page, handed in, what it came to (feat:G4;
//! neg:N22).

mod hand_in;
mod list;
mod paper;
mod question;

pub(crate) use question::{Asked, in_words, read};

use crate::{Access, Page, PageError, Routes};
use actions::Never;
use axum_extra::routing::TypedPath;
use domain::AttemptId;
use domain::exams::{AnswerRefused, Attempt, NotAdmitted, State};
use i18n::Arg;
use serde::Deserialize;
use store::Tx;
use store::attempts::Kept;

/// The own papers, and what can be opened.
#[derive(TypedPath)]
#[typed_path("/attempts")]
pub(crate) struct ListPath;

/// One paper.
#[derive(TypedPath, Deserialize)]
#[typed_path("/attempts/{id}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: AttemptId,
}

/// It is handed in, after a question.
#[derive(TypedPath, Deserialize)]
#[typed_path("/attempts/{id}/hand-in", rejection(PageError))]
pub(crate) struct HandInPath {
    pub(crate) id: AttemptId,
}

/// Routes of papers: each reads the own ones alone.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .post(Access::SignedIn, list::open)
        .get(Access::SignedIn, paper::show)
        .post(Access::SignedIn, paper::save)
        .get(Access::SignedIn, hand_in::ask)
        .post(Access::SignedIn, hand_in::hand_in)
}

/// The own paper; somebody else's is not there.
async fn own(page: &Page, tx: &mut Tx, id: &AttemptId) -> Result<Kept, PageError> {
    Ok(actions::attempts::own::<Never>(tx, &page.context(), id).await?)
}

/// How a paper stands, as its writer and the coordinator read it: in a word, and in a sentence with how much is answered
/// and when it ended or ends.
pub(crate) fn standing(page: &Page, attempt: &Attempt) -> (String, String) {
    let word = attempt.state.word().replace('_', "-");
    let at = match attempt.state {
        State::Open => attempt.time.ends(),
        State::HandedIn { at } | State::TimeUp { at } => at,
    };
    let args = [
        ("answered", attempt.answered().into()),
        ("of", attempt.variant.questions.len().into()),
        ("at", i18n::day_and_time(page.lang(), page.local(at)).into()),
    ];
    let text = i18n::t(page.lang(), &format!("sittings-paper-{word}"), &args);
    (page.text(&format!("attempts-state-{word}")), text)
}

/// Why nothing can be opened.
fn shut(why: &NotAdmitted) -> String {
    match why {
        NotAdmitted::NotRunning | NotAdmitted::HasPaper => "attempts-refused-not-running".to_owned(),
        NotAdmitted::OtherPaper => "attempts-refused-other".to_owned(),
        NotAdmitted::NoPlace => "attempts-refused-no-place".to_owned(),
        NotAdmitted::Full => "attempts-refused-full".to_owned(),
        NotAdmitted::OtherPlace => "attempts-refused-other-place".to_owned(),
        NotAdmitted::Marks => "attempts-refused-marks".to_owned(),
        NotAdmitted::Judged => "attempts-refused-judged".to_owned(),
        NotAdmitted::ReadsKeys => "attempts-refused-keys".to_owned(),
        NotAdmitted::TooLate => "attempts-refused-late".to_owned(),
        NotAdmitted::Standing(state) => format!("sittings-standing-{}", state.word()),
        NotAdmitted::OtherBank | NotAdmitted::Plan(_) => "attempts-refused-bank".to_owned(),
    }
}

/// Why an answer is not saved, and that what was saved stands.
fn unsaved(page: &Page, why: AnswerRefused) -> (&'static str, Vec<(&'static str, Arg)>) {
    match why {
        AnswerRefused::HandedIn => ("attempts-refused-handed-in", vec![]),
        AnswerRefused::TimeUp { at } => {
            let at = i18n::time(page.local(at).time());
            ("attempts-refused-time-up", vec![("at", at.into())])
        }
        AnswerRefused::NotOnPaper => ("attempts-refused-question", vec![]),
        AnswerRefused::TooLong { most } => ("attempts-refused-long", vec![("most", most.into())]),
        AnswerRefused::Newer { .. } => ("attempts-refused-newer", vec![]),
    }
}
