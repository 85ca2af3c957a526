//! The camps of the schools of the district; those who lead a school plan one.

use super::{ListPath, ShowPath, kinds, line, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::camps::Planned;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::camps::{CampRefused, Kind, MOST_LINE, MOST_WORDS};
use domain::permissions::{Action, may};

/// A camp.
struct Row {
    title: String,
    text: String,
    state: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "camps/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// Where one is planned, for those who do.
    plan: Option<String>,
    kinds: Vec<Choice>,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let camps = actions::camps::list(&mut tx, &page.context()).await?;
    let rows = camps.iter().map(|camp| Row {
        title: camp.title.clone(),
        text: line(page.lang(), camp),
        state: page.text(&format!("camps-state-{}", camp.state.word())),
        href: ShowPath { id: camp.id.clone() }.to_string(),
    });
    let manages = may(page.actor(), &Action::ManageCamps(page.school_id()?)).is_ok();
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &List {
            shell: page.shell(),
            today: page.today(),
            rows: rows.collect(),
            plan: manages.then(|| ListPath.to_string()),
            kinds: kinds(page, if fields.has("kind") { fields.value("kind") } else { Kind::Camp.word() }),
            fields,
        },
    )
}

/// What whoever plans a camp says of it; nothing where something is wrong.
pub(super) fn read(fields: &mut Fields) -> Option<Planned> {
    let kind = fields.choice("kind", Kind::from_word);
    let (title, place) = (fields.text("title", MOST_LINE), fields.text("place", MOST_LINE));
    let (first, last) = (fields.day("first_day"), fields.day("last_day"));
    let packing = fields.optional_text("packing", MOST_WORDS).unwrap_or_default();
    let (kind, (first, last)) = kind.zip(first.zip(last)).filter(|_| fields.is_right())?;
    Some(Planned { kind, title, place, first, last, packing })
}

pub(super) async fn plan(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    // Whoever may not plan has no form to be told about.
    may(page.actor(), &Action::ManageCamps(page.school_id()?)).map_err(Failed::<CampRefused>::from)?;
    let Some(planned) = read(&mut fields) else { return draw(&page, fields).await };
    match actions::camps::plan(&page.context(), &planned).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "camps-done-planned", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("first_day", refusal(why), &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
