//! A commission is named: the day, the place, who sits in it.

use super::{ListPath, NewPath, ShowPath, names, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::commissions::{MOST_PLACE, MOST_PLACES, Named, Refused, examiners};
use axum::http::StatusCode;
use axum::response::Response;
use domain::exams::Rubric;
use domain::permissions::{Action, may};
use domain::{Day, PersonId};

#[derive(askama::Template)]
#[template(path = "commissions/new.html")]
struct New {
    shell: Shell,
    today: Day,
    members: Vec<Choice>,
    action: String,
    back: String,
    fields: Fields,
}

pub(super) async fn blank(_: NewPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    may(page.actor(), &Action::ManageCommissions(page.school_id()?)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    let mut people = store::people::of_school(&mut tx, school).await?;
    // Whoever is new this year has a mentor, and marks nobody.
    let open = examiners(&mut tx, &page.context(), school, &[], page.today()).await?;
    people.retain(|person| open.contains(&person.id));
    let chosen = fields.values("members");
    let choice = |person: &domain::people::Person| Choice {
        chosen: chosen.contains(&person.id.as_str()),
        ..Choice::new(person.id.as_str(), person.name.full())
    };
    let mut members: Vec<Choice> = people.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut members, |one| &one.label);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &New {
            shell: page.shell(),
            today: page.today(),
            members,
            action: NewPath.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}

/// Everything that was typed, or nothing where a field is wrong.
fn read(fields: &mut Fields) -> Option<Named> {
    let (day, from) = (fields.day("day"), fields.time("from"));
    let place = fields.text("place", MOST_PLACE);
    let members = fields.values("members").into_iter().map(PersonId::from).collect();
    let typed = fields.value("places").trim().to_owned();
    let places: Option<u16> = if typed.is_empty() { Some(0) } else { typed.parse().ok() };
    if places.is_none() {
        fields.refuse("places", "commissions-refused-places", &[("most", u32::from(MOST_PLACES).into())]);
    }
    let named = Named { day: day?, from: from?, place, members, places: places? };
    fields.is_right().then_some(named)
}

pub(super) async fn name(_: NewPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(named) = read(&mut fields) else { return draw(&page, fields).await };
    match actions::commissions::name(&page.context(), &named).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "commissions-done-named", &[])),
        Err(Failed::Refused(why)) => {
            let place = match why {
                Refused::Past => "day",
                Refused::Places => "places",
                _ => "members",
            };
            let people = names(&page, &mut *page.read().await?).await?;
            let (key, args) = refusal(&page, &why, &people, &Rubric::starter());
            fields.refuse(place, key, &args);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
