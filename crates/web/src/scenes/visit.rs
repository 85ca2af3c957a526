//! Meetings that other schools of the district have opened: what is announced, and what guests and those who lead the
//! meeting do about it (docs/decisions/0059).

use super::show::draw;
use super::{AnswerPath, AskPath, ListPath, ShowPath, VisitPath, line, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::scenes::{self as act, Visit};
use axum::http::StatusCode;
use axum::response::Response;
use domain::scenes::{Part, Refused};
use domain::{Day, PersonId, SceneId};
use i18n::t;

/// What is read by whoever has not signed up.
#[derive(askama::Template)]
#[template(path = "scenes/visit.html")]
struct Announced {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    host: String,
    subject: String,
    /// That the own school has few teachers of the subject.
    few: Option<String>,
    action: String,
    back: String,
    fields: Fields,
}

/// How many teachers of its subject the reader's school has, where these are few.
pub(super) fn few(page: &Page, visit: &Visit) -> Option<String> {
    let args = [("subject", subject(visit).into()), ("count", visit.few?.into())];
    Some(t(page.lang(), "scenes-few-teachers", &args))
}

/// The subject whose teachers may come.
pub(super) fn subject(visit: &Visit) -> &str {
    visit.scene.open_for.as_deref().unwrap_or_default()
}

/// The page of a meeting: as it is announced where the reader may come, with what belongs to everybody where they are at it.
pub(super) async fn page_of(page: &Page, id: &SceneId, fields: Fields) -> Result<Response, PageError> {
    let found = act::visiting(&mut *page.read().await?, &page.context(), id, page.lang()).await?;
    let Some(visit) = found else { return draw(page, id, fields).await };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let announced = Announced {
        shell: page.shell(),
        today: page.today(),
        title: visit.title.clone(),
        text: line(page.lang(), &visit.scene),
        host: visit.host.clone(),
        subject: subject(&visit).to_owned(),
        few: few(page, &visit),
        action: VisitPath { id: id.clone() }.to_string(),
        back: ListPath.to_string(),
        fields,
    };
    page.show_with(status, &announced)
}

/// Shows the page again with the reason beside a field.
async fn refused(
    page: &Page,
    id: &SceneId,
    mut fields: Fields,
    (field, why): (&str, Refused),
) -> Result<Response, PageError> {
    fields.refuse(field, refusal(why), &[]);
    page_of(page, id, fields).await
}

/// What a guest says about coming.
#[derive(Clone, Copy)]
enum Go {
    Come,
    Back,
    /// They know that it was called off.
    Known,
}

fn read_go(sent: &str) -> Option<Go> {
    match sent {
        "come" => Some(Go::Come),
        "back" => Some(Go::Back),
        "known" => Some(Go::Known),
        _ => None,
    }
}

pub(super) async fn go(path: VisitPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(go) = fields.choice("go", read_go) else { return page_of(&page, &path.id, fields).await };
    let context = page.context();
    let done = match go {
        Go::Come => act::visit(&context, &path.id).await,
        Go::Back | Go::Known => act::step_back(&context, &path.id).await,
    };
    match done {
        Ok(()) => Ok(match go {
            Go::Come => page.done(&ShowPath { id: path.id }, "scenes-done-visited", &[]),
            Go::Back => page.done(&ListPath, "scenes-done-stepped-back", &[]),
            Go::Known => page.done(&ListPath, "scenes-done-known", &[]),
        }),
        Err(Failed::Refused(why)) => refused(&page, &path.id, fields, ("go", why)).await,
        Err(other) => Err(other.into()),
    }
}

/// A part of the play that can be given.
fn read_part(sent: &str) -> Option<Part> {
    Part::from_word(sent).filter(|part| *part != Part::Observer)
}

pub(super) async fn ask(path: AskPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let person = fields.choice("player", |id| (!id.is_empty()).then(|| PersonId::from(id)));
    let part = fields.choice("part", read_part);
    let Some((person, part)) = person.zip(part) else { return page_of(&page, &path.id, fields).await };
    match act::ask(&page.context(), &path.id, &person, part).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "scenes-done-asked", &[])),
        Err(Failed::Refused(why)) => refused(&page, &path.id, fields, ("player", why)).await,
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn answer(path: AnswerPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(yes) = fields.yes_or_no("play") else { return page_of(&page, &path.id, fields).await };
    match act::answer(&page.context(), &path.id, yes).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "scenes-done-answered", &[])),
        Err(Failed::Refused(why)) => refused(&page, &path.id, fields, ("play", why)).await,
        Err(other) => Err(other.into()),
    }
}
