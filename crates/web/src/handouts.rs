//! A list handed out: on paper in a language, and as a table. What is one person's or one pair's has its own address; the
//! lists of the school for those who lead its programme have theirs here.

use crate::errors::unprinted;
use crate::files::{attachment, shown};
use crate::layout::Shell;
use crate::layout::parts::Handouts;
use crate::{Access, Page, PageError, Routes, filters};
use actions::List;
use actions::handouts::{Kind, list};
use actions::rosters::exporting::Form;
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::Day;
use domain::people::Role;
use i18n::Lang;
use serde::Deserialize;

/// Every list of the school that the reader may take out.
#[derive(TypedPath)]
#[typed_path("/handouts")]
pub(crate) struct ListPath;

/// A list of the school on paper in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/handouts/{list}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) list: String,
    pub(crate) lang: String,
}

/// The same as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/handouts/{list}/table/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) list: String,
    pub(crate) form: String,
}

/// Routes of the lists of the school; which of them a reader may have, the action says.
pub(crate) fn routes() -> Routes {
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    Routes::new().get(LEADERS, all).get(LEADERS, printed).get(LEADERS, written)
}

async fn printed(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let kind = Kind::from_word(&path.list).ok_or(PageError::NotFound)?;
    paper(&page, list(&page.context(), kind, lang(&path.lang)?).await?, kind.word()).await
}

async fn written(path: TablePath, page: Page) -> Result<Response, PageError> {
    let kind = Kind::from_word(&path.list).ok_or(PageError::NotFound)?;
    table(&page, list(&page.context(), kind, page.lang()).await?, &path.form, kind.word())
}

/// A list on the page of all.
struct One {
    word: &'static str,
    title: String,
    handouts: Handouts,
}

#[derive(askama::Template)]
#[template(path = "handouts/list.html")]
struct All {
    shell: Shell,
    today: Day,
    lists: Vec<One>,
}

async fn all(_: ListPath, page: Page) -> Result<Response, PageError> {
    let school = page.school_id()?;
    let running = store::programmes::running(&mut *page.read().await?, school, page.today()).await?;
    let open = Kind::ALL.into_iter().filter(|kind| running.is_some() && kind.opens_to(page.actor(), school));
    let one = |kind: Kind| One {
        word: kind.word(),
        title: page.text(kind.title()),
        handouts: Handouts::at(&format!("{ListPath}/{}", kind.word())),
    };
    page.show(&All { shell: page.shell(), today: page.today(), lists: open.map(one).collect() })
}

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
