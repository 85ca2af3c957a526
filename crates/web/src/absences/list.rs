//! The absences that are not over, and the form that enters one.

use super::{ListPath, RemovePath};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::absences::{Wanted, enter as do_enter, remove as do_remove, standing};
use axum::http::StatusCode;
use axum::response::Response;
use domain::absences::{Absence, AbsenceRefused};
use domain::{Day, PersonId};

/// Somebody who is away.
struct Row {
    name: String,
    days: String,
    remove: String,
}

#[derive(askama::Template)]
#[template(path = "absences/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    people: Vec<Choice>,
    action: String,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

pub(super) async fn enter(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let person = fields.choice("person", |id| (!id.is_empty()).then(|| PersonId::from(id)));
    let days = fields.day("from_day").zip(fields.day("until_day"));
    let Some((person, (from, until))) = person.zip(days) else { return draw(&page, fields).await };
    match do_enter(&page.context(), &Wanted { person, from, until }).await {
        Ok(0) => Ok(page.done(&ListPath, "absences-done", &[])),
        Ok(count) => Ok(page.done(&ListPath, "absences-done-renewed", &[("count", count.to_string())])),
        Err(Failed::Refused(why)) => {
            let (field, key) = match why {
                AbsenceRefused::Person => ("person", "absences-refused-person"),
                AbsenceRefused::Days => ("until_day", "absences-refused-days"),
                AbsenceRefused::Taken => ("from_day", "absences-refused-taken"),
            };
            fields.refuse(field, key, &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn remove(path: RemovePath, page: Page) -> Result<Response, PageError> {
    do_remove(&page.context(), &path.id).await?;
    Ok(page.done(&ListPath, "absences-done-removed", &[]))
}

fn row(page: &Page, names: &Names, one: &Absence) -> Row {
    Row {
        name: names.get(&one.person).cloned().unwrap_or_default(),
        days: i18n::day_span(page.lang(), one.from, one.until),
        remove: RemovePath { id: one.id.clone() }.to_string(),
    }
}

/// The page; with what was chosen where it was not taken.
async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let absences = standing(&mut tx, &page.context()).await?;
    let names = names(page, &mut tx).await?;
    let working = actions::people::working(&mut tx, page.school_id()?, page.today()).await?;
    let choice = |id: &PersonId| {
        Choice::new(id.as_str(), names.get(id).cloned().unwrap_or_default()).chosen_if(fields.value("person"))
    };
    let mut people: Vec<Choice> = working.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut people, |one| &one.label);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &List {
            shell: page.shell(),
            today: page.today(),
            rows: absences.iter().map(|one| row(page, &names, one)).collect(),
            people,
            action: ListPath.to_string(),
            fields,
        },
    )
}
