//! Templates, what stands, and remarks, as files.

use super::{ExportPath, ProblemsPath, TemplatePath, words};
use crate::{Page, PageError};
use actions::rosters::exporting::{
    Download, Form, Remarks, pupils, remarks, staff, template as empty, timetable,
};
use actions::rosters::{Assessed, show};
use axum::response::Response;
use domain::rosters::Kind;

fn file(download: Download, name: &str) -> Response {
    crate::files::attachment(download.bytes, download.media, name)
}

pub(super) async fn template(path: TemplatePath, page: Page) -> Result<Response, PageError> {
    let kind = Kind::from_word(&path.kind).ok_or(PageError::NotFound)?;
    let lang = i18n::Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let title = i18n::t(lang, &format!("rosters-kind-{}", kind.word()), &[]);
    let download = empty(&page.context(), kind, lang.tag(), &title)?;
    Ok(file(download, &format!("{}-{}.xlsx", kind.word(), lang.tag())))
}

pub(super) async fn export(path: ExportPath, page: Page) -> Result<Response, PageError> {
    let form = Form::from_word(&path.form).ok_or(PageError::NotFound)?;
    let kind = Kind::from_word(&path.kind).ok_or(PageError::NotFound)?;
    let (lang, school, context) = (page.lang(), page.school_id()?, page.context());
    let title = page.text(&format!("rosters-kind-{}", kind.word()));
    let word = |category: domain::people::Category| words::value(lang, "category", category.word());
    let download = match kind {
        Kind::Staff => staff(&context, school, lang.tag(), &title, form, word).await?,
        Kind::Pupils => pupils(&context, school, lang.tag(), &title, form).await?,
        Kind::Timetable => timetable(&context, school, lang.tag(), &title, form).await?,
    };
    Ok(file(download, &format!("{}.{}", kind.word(), path.form)))
}

pub(super) async fn problems(path: ProblemsPath, page: Page) -> Result<Response, PageError> {
    let shown = show(&page.context(), &path.id).await?;
    let Some(Assessed::Ready(assessment)) = shown.assessed else { return Err(PageError::NotFound) };
    let lang = page.lang();
    let heading = |tail: &str| page.text(&format!("rosters-problem-column-{tail}"));
    let sheet = Remarks {
        title: page.text("rosters-problems"),
        headings: ["line", "sheet", "column", "value", "kind", "message", "original"].map(heading),
        messages: &assessment.messages,
    };
    let kind = |message: &_| page.text(&format!("rosters-verdict-{}", words::kind(message)));
    let download = remarks(&page.context(), &sheet, kind, |message| words::message(lang, message))?;
    Ok(file(download, "problems.csv"))
}
