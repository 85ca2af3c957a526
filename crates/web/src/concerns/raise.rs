//! The form of a concern: who, what was seen, when.

use super::{ListPath, NewPath, ShowPath, colleagues, shell};
use crate::forms::Fields;
use crate::help::TalkPath;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::peers::named;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::concerns::{Worry, known, raise as do_raise};
use axum::http::StatusCode;
use axum::response::Response;
use domain::concerns::{MOST_CHILD, MOST_WORDS, RaiseRefused};
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::{Day, PersonId, PupilId};

#[derive(askama::Template)]
#[template(path = "concerns/new.html")]
struct New {
    shell: Shell,
    today: Day,
    action: String,
    /// The day of what was seen: today, unless another one was typed.
    seen_on: String,
    /// The pupils whom the reader sees anyway.
    pupils: Vec<Choice>,
    colleagues: Vec<Choice>,
    talk: String,
    back: String,
    fields: Fields,
}

pub(super) async fn form(_: NewPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

/// Everything that was typed, or nothing where a field is wrong.
fn read(fields: &mut Fields) -> Option<Worry> {
    let pupil = Some(fields.value("pupil")).filter(|one| !one.is_empty()).map(PupilId::from);
    let child = match &pupil {
        // Name and class stand on the list.
        Some(_) => fields.optional_text("child", MOST_CHILD).unwrap_or_default(),
        None => fields.text("child", MOST_CHILD),
    };
    let seen = fields.text("seen", MOST_WORDS);
    let seen_on = fields.day("seen_on");
    let about = Some(fields.value("about")).filter(|one| !one.is_empty()).map(PersonId::from);
    let worry = Worry { child, pupil, seen, seen_on: seen_on?, about };
    fields.is_right().then_some(worry)
}

pub(super) async fn raise(_: NewPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(worry) = read(&mut fields) else { return draw(&page, fields).await };
    match do_raise(&page.context(), &worry).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "concerns-done-raised", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = match why {
                RaiseRefused::Ahead => ("seen_on", "concerns-refused-ahead"),
                RaiseRefused::Person => ("about", "concerns-refused-person"),
            };
            fields.refuse(field, key, &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let school = page.school_id()?;
    if may(page.actor(), &Action::RaiseConcern(school)).is_err() {
        return Err(PageError::NotFound);
    }
    let mut tx = page.read().await?;
    let pupils = known(&mut tx, &page.context()).await?;
    let choice =
        |pupil: &Pupil| Choice::new(pupil.id.as_str(), named(pupil)).chosen_if(fields.value("pupil"));
    let mut pupils: Vec<Choice> = pupils.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut pupils, |one| &one.label);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let today = page.today();
    let typed = fields.value("seen_on");
    page.show_with(
        status,
        &New {
            shell: shell(page, &mut tx).await?,
            today,
            action: NewPath.to_string(),
            seen_on: if fields.has("seen_on") { typed.to_owned() } else { today.to_string() },
            pupils,
            colleagues: colleagues(page, &mut tx, fields.value("about")).await?,
            talk: TalkPath.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}
