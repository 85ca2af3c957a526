//! The consent to be signed, and the certificate of hours and the letter of thanks of a pupil who helps, in Kazakh or in
//! Russian.

use super::{HoursPath, PaperPath, ThanksPath};
use crate::errors::unprinted;
use crate::files::shown;
use crate::{Page, PageError};
use actions::awards::{Paper, print};
use actions::pupils::print_form;
use axum::response::Response;
use domain::PupilId;
use i18n::Lang;

pub(super) async fn form(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = print_form(&page.context(), &path.id, lang).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "consent.pdf"))
}

pub(super) async fn hours(path: HoursPath, page: Page) -> Result<Response, PageError> {
    paper(&page, &path.pupil, &path.lang, (Paper::Hours, "hours.pdf")).await
}

pub(super) async fn thanks(path: ThanksPath, page: Page) -> Result<Response, PageError> {
    paper(&page, &path.pupil, &path.lang, (Paper::Thanks, "thanks.pdf")).await
}

async fn paper(
    page: &Page,
    pupil: &PupilId,
    lang: &str,
    (paper, name): (Paper, &str),
) -> Result<Response, PageError> {
    let lang = Lang::from_tag(lang).ok_or(PageError::NotFound)?;
    let pdf = print(&page.context(), pupil, (paper, lang)).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", name))
}
