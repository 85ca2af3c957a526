//! Writing a request, and changing one that has not been read.

use super::{EditPath, ListPath, ShowPath, WritePath, refused, send_refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::names::Names;
use crate::{Page, PageError, filters};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Name;
use domain::permissions::{Action, may};
use domain::requests::{MOST_GOALS, Request, Rhythm, SendRefused, Wish};
use domain::{Day, MentorId, RequestId};

/// Longest text of a request, in characters.
const MOST_TEXT: usize = 2000;
/// Longest goal.
const MOST_GOAL: usize = 120;

#[derive(askama::Template)]
#[template(path = "requests/write.html")]
struct Write {
    shell: Shell,
    today: Day,
    mentor: Name,
    subject: String,
    /// The address of the mentor's card.
    card: String,
    action: String,
    /// To whom the words were written before; empty where they are new.
    former: String,
    fields: Fields,
    goals: Vec<String>,
    rhythms: Vec<Choice>,
    /// Fewest characters of the text.
    least: u16,
}

/// Where a form is sent, and the reader's earlier request with whose words it begins (feat:C15).
struct Form {
    action: String,
    former: Option<Request>,
}

impl Form {
    async fn of(page: &Page, path: &WritePath, query: Option<String>) -> Result<Self, PageError> {
        let query = Fields::read(page.lang(), &query.unwrap_or_default());
        match query.value("from") {
            "" => Ok(Self { action: path.to_string(), former: None }),
            from => {
                let id = RequestId::from(from.to_owned());
                Ok(Self { action: path.after(&id), former: Some(own(page, &id).await?) })
            }
        }
    }

    const fn again(action: String) -> Self {
        Self { action, former: None }
    }
}

/// A form with the words of a request.
fn beginning(page: &Page, request: &Request) -> Fields {
    let mut values =
        vec![("text", request.wish.text.clone()), ("rhythm", request.wish.rhythm.word().to_owned())];
    values.extend(request.wish.goals.iter().map(|goal| ("goal", goal.clone())));
    Fields::beginning(page.lang(), &values)
}

pub(super) async fn blank(
    path: WritePath,
    RawQuery(query): RawQuery,
    page: Page,
) -> Result<Response, PageError> {
    let form = Form::of(&page, &path, query).await?;
    let fields = form.former.as_ref().map(|former| beginning(&page, former)).unwrap_or_default();
    draw(&page, &path.mentor, form, fields).await
}

pub(super) async fn send(
    path: WritePath,
    RawQuery(query): RawQuery,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let form = Form::of(&page, &path, query).await?;
    let Some(wish) = read(&mut fields) else { return draw(&page, &path.mentor, form, fields).await };
    match actions::requests::send(&page.context(), &path.mentor, wish).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "requests-done-sent", &[])),
        Err(failed) => {
            refuse(&mut fields, refused(failed)?);
            draw(&page, &path.mentor, form, fields).await
        }
    }
}

pub(super) async fn again(path: EditPath, page: Page) -> Result<Response, PageError> {
    let request = own(&page, &path.id).await?;
    let fields = beginning(&page, &request);
    draw(&page, &request.mentor, Form::again(path.to_string()), fields).await
}

pub(super) async fn save(path: EditPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let request = own(&page, &path.id).await?;
    let form = Form::again(path.to_string());
    let Some(wish) = read(&mut fields) else {
        return draw(&page, &request.mentor, form, fields).await;
    };
    match actions::requests::edit(&page.context(), &path.id, wish).await {
        Ok(()) => Ok(page.done(&ListPath, "requests-done-edited", &[])),
        Err(failed) => {
            refuse(&mut fields, refused(failed)?);
            draw(&page, &request.mentor, form, fields).await
        }
    }
}

async fn own(page: &Page, id: &RequestId) -> Result<Request, PageError> {
    let mut tx = page.read().await?;
    let request = store::requests::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    let newcomer = store::newcomers::get(&mut tx, &request.newcomer).await?.ok_or(PageError::NotFound)?;
    may(page.actor(), &Action::AskMentor { newcomer: &newcomer.person }).map_err(|_| PageError::NotFound)?;
    Ok(request)
}

fn read(fields: &mut Fields) -> Option<Wish> {
    let text = fields.text("text", MOST_TEXT);
    let rhythm = fields.choice("rhythm", Rhythm::from_word);
    let goals = goals(fields);
    fields.is_right().then_some(())?;
    Some(Wish { text, goals, rhythm: rhythm? })
}

/// The goals that were written, each no longer than [`MOST_GOAL`].
fn goals(fields: &mut Fields) -> Vec<String> {
    let typed = fields.values("goal").into_iter().map(str::trim).filter(|goal| !goal.is_empty());
    let goals: Vec<String> = typed.map(ToOwned::to_owned).collect();
    let longest = goals.iter().map(|goal| goal.chars().count()).max().unwrap_or_default();
    if longest > MOST_GOAL {
        fields.refuse("goal", "forms-too-long", &[("most", MOST_GOAL.into()), ("count", longest.into())]);
    }
    goals
}

fn refuse(fields: &mut Fields, why: SendRefused) {
    let (key, args) = send_refusal(why);
    fields.refuse("text", key, &args);
}

async fn draw(page: &Page, mentor: &MentorId, form: Form, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let asked = store::mentors::get(&mut tx, mentor).await?.ok_or(PageError::NotFound)?;
    may(page.actor(), &Action::SeeMentors(&asked.school)).map_err(|_| PageError::NotFound)?;
    let (programme, names) = Names::in_programme(&mut tx, &asked.school, &asked.programme).await?;
    let mentor = names.mentor(mentor)?;
    let former = form.former.as_ref().and_then(|former| names.mentor(&former.mentor).ok());
    let former = former.map(|former| former.name.polite());
    let mut goals: Vec<String> = fields.values("goal").into_iter().map(ToOwned::to_owned).collect();
    goals.resize(MOST_GOALS, String::new());
    let rhythm = |rhythm: Rhythm| {
        let label = page.text(&format!("requests-rhythm-{}", rhythm.word()));
        Choice::new(rhythm.word(), label).chosen_if(fields.value("rhythm"))
    };
    let rhythms = Rhythm::ALL.into_iter().map(rhythm).collect();
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Write {
            shell: page.shell(),
            today: page.today(),
            mentor: mentor.name.clone(),
            subject: mentor.subject.clone().unwrap_or_default(),
            card: crate::mentors::ShowPath { id: mentor.id.clone() }.to_string(),
            action: form.action,
            former: former.unwrap_or_default(),
            fields,
            goals,
            rhythms,
            least: programme.settings.request_min_chars,
        },
    )
}
