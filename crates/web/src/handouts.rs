//! A list handed out: on paper in a language, and as a table. Every list has its own address, the rest is here.

use crate::errors::unprinted;
use crate::files::{attachment, shown};
use crate::{Page, PageError};
use actions::List;
use actions::rosters::exporting::Form;
use axum::response::Response;
use i18n::Lang;

/// The language that an address names.
pub(crate) fn lang(tag: &str) -> Result<Lang, PageError> {
    Lang::from_tag(tag).ok_or(PageError::NotFound)
}

/// On paper, in the language of the list.
pub(crate) async fn paper(page: &Page, list: List, name: &str) -> Result<Response, PageError> {
    let pdf = list.print(&page.context()).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", &format!("{name}.pdf")))
}

/// As a table in the form that an address names.
pub(crate) fn table(page: &Page, list: List, form: &str, name: &str) -> Result<Response, PageError> {
    let written = Form::from_word(form).ok_or(PageError::NotFound)?;
    let file = list.table(&page.context(), written)?;
    Ok(attachment(file.bytes, file.media, &format!("{name}.{form}")))
}
