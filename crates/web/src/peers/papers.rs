//! What the two of a pair agreed on, the progress notes about either, and the order by which the programme is held, as
//! papers in Kazakh or in Russian.

use super::{NotePath, OrderPath, PaperPath};
use crate::errors::unprinted;
use crate::files::shown;
use crate::{Page, PageError};
use actions::peers::{print_agreement, print_note, print_order};
use axum::response::Response;
use domain::PeerPairId;
use domain::peers::weekly::Whose;
use i18n::Lang;

pub(super) async fn agreement(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = print_agreement(&page.context(), &path.id, lang).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "agreement.pdf"))
}

pub(super) async fn note(path: NotePath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let whose = Whose::from_word(&path.whose).ok_or(PageError::NotFound)?;
    let pdf = print_note(&page.context(), &path.id, whose, lang).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "note.pdf"))
}

/// Where notes about the two are printed, with the keys of whose they are and of their languages.
pub(super) fn notes(id: &PeerPairId) -> Vec<(String, &'static str)> {
    let note = |whose: Whose, lang: &str| {
        NotePath { id: id.clone(), whose: whose.word().to_owned(), lang: lang.to_owned() }.to_string()
    };
    vec![
        (note(Whose::Mentee, "kk"), "notes-mentee-kk"),
        (note(Whose::Mentee, "ru"), "notes-mentee-ru"),
        (note(Whose::Helper, "kk"), "notes-helper-kk"),
        (note(Whose::Helper, "ru"), "notes-helper-ru"),
    ]
}

/// Where the agreement is printed, with the key of its language.
pub(super) fn addresses(id: &PeerPairId) -> Vec<(String, &'static str)> {
    let paper = |lang: &str| PaperPath { id: id.clone(), lang: lang.to_owned() }.to_string();
    vec![(paper("kk"), "peers-paper-kk"), (paper("ru"), "peers-paper-ru")]
}

pub(super) async fn order(path: OrderPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = print_order(&page.context(), lang).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "order.pdf"))
}

/// Where the order is printed, with the key of its language.
pub(super) fn orders() -> Vec<(String, &'static str)> {
    let paper = |lang: &str| OrderPath { lang: lang.to_owned() }.to_string();
    vec![(paper("kk"), "peers-order-kk"), (paper("ru"), "peers-order-ru")]
}
