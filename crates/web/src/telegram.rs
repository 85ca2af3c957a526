//! Notices in Telegram (feat:O4): asked for on the own page by a code that is used once, ended there.

use crate::accounts::ProfilePath;
use crate::layout::Shell;
use crate::{Access, Page, PageError, Routes, filters};
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::Day;

/// A code is given, in the place of the one before.
#[derive(TypedPath)]
#[typed_path("/profile/telegram")]
pub(crate) struct AskPath;

/// Notices end.
#[derive(TypedPath)]
#[typed_path("/profile/telegram/end")]
pub(crate) struct EndPath;

/// Routes of notices. Without a bot nothing is there to be asked for.
pub(crate) fn routes() -> Routes {
    Routes::new().post(Access::SignedIn, ask).post(Access::SignedIn, end)
}

/// What stands on the own page: where a code is given and where notices end, and how they stand.
pub(crate) struct Stands {
    pub(crate) ask: AskPath,
    pub(crate) end: EndPath,
    /// Since when notices come.
    pub(crate) since: Option<Day>,
    /// A code waits to be used, or was not used in time.
    pub(crate) asked: bool,
}

/// How notices stand for the reader; `None` where the school has no bot, or the reader no school.
pub(crate) async fn stands(page: &Page, tx: &mut store::Tx) -> Result<Option<Stands>, PageError> {
    let (Some(_), Some(school)) = (&page.app.config.telegram, &page.person().school) else { return Ok(None) };
    let link = store::telegram::of_person(tx, school, &page.person().id).await?;
    let since = link.and_then(|link| link.since).map(|at| page.local(at).date());
    Ok(Some(Stands { ask: AskPath, end: EndPath, since, asked: link.is_some() && since.is_none() }))
}

#[derive(askama::Template)]
#[template(path = "telegram.html")]
struct Given {
    shell: Shell,
    today: Day,
    /// Opens the bot with the code.
    link: String,
    /// What is sent by hand.
    command: String,
    by_hand: String,
}

/// The code is shown this once: only its hash is kept.
async fn ask(_: AskPath, page: Page) -> Result<Response, PageError> {
    let bot = page.app.config.telegram.clone().ok_or(PageError::NotFound)?;
    let code = actions::telegram::ask(&page.context()).await?;
    let by_hand = i18n::t(page.lang(), "telegram-by-hand", &[("bot", format!("@{bot}").into())]);
    let given = Given {
        shell: page.shell(),
        today: page.today(),
        link: format!("https://t.me/{bot}?start={code}"),
        command: format!("/start {code}"),
        by_hand,
    };
    page.show(&given)
}

async fn end(_: EndPath, page: Page) -> Result<Response, PageError> {
    actions::telegram::end(&page.context()).await?;
    Ok(page.done(&ProfilePath, "telegram-done-ended", &[]))
}
