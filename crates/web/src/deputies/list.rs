//! The deputies that are not over, and the form that names one.

use super::{EndPath, ListPath};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::deputies::{absent, standing};
use axum::http::StatusCode;
use axum::response::Response;
use domain::deputies::{Deputy, DeputyRefused, Wanted};
use domain::{Day, PersonId};

/// Somebody who stands in.
struct Row {
    title: String,
    text: String,
    /// Where it ends, for whoever may end it.
    end: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "deputies/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    absent: Vec<Choice>,
    people: Vec<Choice>,
    action: String,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

pub(super) async fn name(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let person = |id: &str| (!id.is_empty()).then(|| PersonId::from(id));
    let two = fields.choice("absent", person).zip(fields.choice("deputy", person));
    let days = fields.day("from_day").zip(fields.day("until_day"));
    let Some(((absent, deputy), (from, until))) = two.zip(days) else { return draw(&page, fields).await };
    match actions::deputies::name(&page.context(), &Wanted { absent, deputy, from, until }).await {
        Ok(_) => Ok(page.done(&ListPath, "deputies-done-named", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = match why {
                DeputyRefused::NotCoordinator => ("absent", "deputies-refused-absent"),
                DeputyRefused::Person => ("deputy", "deputies-refused-person"),
                DeputyRefused::Days => ("until_day", "deputies-refused-days"),
                DeputyRefused::Taken => ("deputy", "deputies-refused-taken"),
            };
            fields.refuse(field, key, &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn end(path: EndPath, page: Page) -> Result<Response, PageError> {
    actions::deputies::end(&page.context(), &path.id).await?;
    Ok(page.done(&ListPath, "deputies-done-ended", &[]))
}

fn row(page: &Page, names: &Names, mine: &[PersonId], one: &Deputy) -> Row {
    let of = |person: &PersonId| names.get(person).cloned().unwrap_or_default();
    let last = one.period.last_day().unwrap_or(one.period.from);
    Row {
        title: of(&one.deputy),
        text: Said::new("deputies-for")
            .with("name", of(&one.absent))
            .with("days", i18n::day_span(page.lang(), one.period.from, last))
            .words(page.lang()),
        end: mine.contains(&one.absent).then(|| EndPath { id: one.id.clone() }.to_string()),
    }
}

/// The page; with what was chosen where it was not taken.
async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let deputies = standing(&mut tx, &page.context()).await?;
    let mine = absent(&mut tx, &page.context()).await?;
    let names = names(page, &mut tx).await?;
    let choice = |field: &str, id: &PersonId| {
        Choice::new(id.as_str(), names.get(id).cloned().unwrap_or_default()).chosen_if(fields.value(field))
    };
    let working = actions::people::working(&mut tx, page.school_id()?, page.today()).await?;
    let mut people: Vec<Choice> = working.iter().map(|id| choice("deputy", id)).collect();
    i18n::sort_by_name(page.lang(), &mut people, |one| &one.label);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &List {
            shell: page.shell(),
            today: page.today(),
            rows: deputies.iter().map(|one| row(page, &names, &mine, one)).collect(),
            absent: mine.iter().map(|id| choice("absent", id)).collect(),
            people,
            action: ListPath.to_string(),
            fields,
        },
    )
}
