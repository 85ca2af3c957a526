//! What is done with a lantern by forms.

use super::show::draw;
use super::{
    AcceptPath, AskPath, EndPath, HoldPath, ListPath, NotePath, OpenPath, ReplyPath, ShowPath, refusal,
};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::lanterns::Announced;
use axum::response::Response;
use domain::lanterns::{LightRefused, MOST_LINE, MOST_WORDS};
use domain::{LanternId, LanternQuestionId};

type Done = Result<(), Failed<LightRefused>>;

/// Where a button led.
fn pressed(page: &Page, id: LanternId, done: Done, key: &'static str) -> Result<Response, PageError> {
    page.pressed(&ShowPath { id }, done, refusal, key)
}

/// Where a form led: the page again with what was typed, where it was not taken.
async fn sent(
    page: &Page,
    id: &LanternId,
    mut fields: Fields,
    done: Done,
    (field, key): (&'static str, &'static str),
) -> Result<Response, PageError> {
    match page.sent(&ShowPath { id: id.clone() }, done, &mut fields, (field, refusal), key)? {
        Some(taken) => Ok(taken),
        None => draw(page, id, fields).await,
    }
}

pub(super) async fn accept(path: AcceptPath, page: Page) -> Result<Response, PageError> {
    let done = actions::lanterns::accept(&page.context(), &path.id).await;
    pressed(&page, path.id, done, "lanterns-done-accepted")
}

pub(super) async fn end(path: EndPath, page: Page) -> Result<Response, PageError> {
    actions::lanterns::end(&page.context(), &path.id).await?;
    Ok(page.done(&ListPath, "lanterns-done-ended", &[]))
}

pub(super) async fn open(path: OpenPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (day, at) = (fields.day("open_on"), fields.time("open_at"));
    let minutes = fields.text("minutes", 3).parse::<u16>().unwrap_or_default();
    let place = fields.text("place", MOST_LINE);
    let Some((day, at)) = day.zip(at).filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, fields).await;
    };
    let when = Announced { day, at, minutes, place };
    let done = actions::lanterns::open(&page.context(), &path.id, &when).await;
    let field = match done {
        Err(Failed::Refused(LightRefused::Day)) => "open_on",
        Err(Failed::Refused(LightRefused::Overlap)) => "open_at",
        Err(Failed::Refused(LightRefused::Minutes)) => "minutes",
        _ => "place",
    };
    sent(&page, &path.id, fields, done, (field, "lanterns-done-opened")).await
}

pub(super) async fn hold(path: HoldPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let hour = fields.value("hour").into();
    if fields.value("go") == "off" {
        let done = actions::lanterns::call_off(&page.context(), &path.id, &hour).await;
        return pressed(&page, path.id, done, "lanterns-done-off");
    }
    let done = actions::lanterns::hold(&page.context(), &path.id, &hour).await;
    pressed(&page, path.id, done, "lanterns-done-held")
}

pub(super) async fn ask(path: AskPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let words = fields.text("question", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let done = actions::lanterns::ask(&page.context(), &path.id, &words).await;
    sent(&page, &path.id, fields, done, ("question", "lanterns-done-asked")).await
}

pub(super) async fn reply(path: ReplyPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let asked = fields.choice("asked", |id| (!id.is_empty()).then(|| LanternQuestionId::from(id)));
    let words = fields.text("answer", MOST_WORDS);
    let Some(asked) = asked.filter(|_| fields.is_right()) else { return draw(&page, &path.id, fields).await };
    let done = actions::lanterns::reply(&page.context(), &path.id, &asked, &words).await;
    sent(&page, &path.id, fields, done, ("answer", "lanterns-done-replied")).await
}

pub(super) async fn note(path: NotePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let title = fields.text("title", MOST_LINE);
    let words = fields.text("words", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let done = actions::lanterns::note(&page.context(), &path.id, &title, &words).await;
    sent(&page, &path.id, fields, done, ("title", "lanterns-done-noted")).await
}
