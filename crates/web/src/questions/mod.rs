//! The question bank of the exam: listed, read, written, brought from files and handed out by those who lead the school
//! (feat:G4; docs/decisions/0031).

mod edit;
mod import;
mod list;
mod reading;
mod show;
mod words;

use crate::{Access, PageError, Routes};
use actions::questions::MOST_BYTES;
use axum_extra::routing::TypedPath;
use domain::people::Role;
use domain::questions::Language;
use i18n::Lang;
use serde::Deserialize;

/// The bank.
#[derive(TypedPath)]
#[typed_path("/questions")]
pub(crate) struct ListPath;

/// The starting material is taken in.
#[derive(TypedPath)]
#[typed_path("/questions/starter")]
pub(crate) struct StarterPath;

/// A file is shown, and taken in.
#[derive(TypedPath)]
#[typed_path("/questions/import")]
pub(crate) struct ImportPath;

/// The questions of a language as a file.
#[derive(TypedPath, Deserialize)]
#[typed_path("/questions/export/{form}/{lang}", rejection(PageError))]
pub(crate) struct ExportPath {
    pub(crate) form: String,
    pub(crate) lang: String,
}

/// A question is written.
#[derive(TypedPath)]
#[typed_path("/questions/new")]
pub(crate) struct NewPath;

/// One question.
#[derive(TypedPath, Deserialize)]
#[typed_path("/questions/{number}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) number: u32,
}

/// Its words in a language, and its key.
#[derive(TypedPath, Deserialize)]
#[typed_path("/questions/{number}/edit", rejection(PageError))]
pub(crate) struct EditPath {
    pub(crate) number: u32,
}

/// Out of new papers, or back in.
#[derive(TypedPath, Deserialize)]
#[typed_path("/questions/{number}/retire", rejection(PageError))]
pub(crate) struct RetirePath {
    pub(crate) number: u32,
}

/// For practice, or for the exam again.
#[derive(TypedPath, Deserialize)]
#[typed_path("/questions/{number}/practice", rejection(PageError))]
pub(crate) struct PracticePath {
    pub(crate) number: u32,
}

/// What the form holds besides the text: a file, and what was typed before it.
const AROUND: usize = 2 * MOST_BYTES;

/// Routes of the bank. Whoever mentors is told by the actions that it is not for them.
pub(crate) fn routes() -> Routes {
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    Routes::new()
        .get(LEADERS, list::list)
        .post(LEADERS, list::starter)
        .get(LEADERS, import::import)
        .post_file(LEADERS, MOST_BYTES + AROUND, import::bring)
        .get(LEADERS, list::export)
        .get(LEADERS, edit::new)
        .post(LEADERS, edit::add)
        .get(LEADERS, show::show)
        .get(LEADERS, edit::edit)
        .post(LEADERS, edit::change)
        .post(LEADERS, show::retire)
        .post(LEADERS, show::practise)
}

/// The reader's language, as questions are worded in it.
pub(crate) fn language(lang: Lang) -> Language {
    match lang {
        Lang::Kk => Language::Kk,
        Lang::Ru => Language::Ru,
        Lang::En => Language::En,
    }
}
