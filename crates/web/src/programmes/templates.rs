//! Templates of a school: dates and settings under a name, from which a programme begins; what the district offers.

use super::show::years;
use super::{ChangePath, NextPath, TemplatesPath};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::programmes::{TemplateStep, Templates, change_template, keep_template, templates};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::permissions::{Action, may};
use domain::programmes::{MOST_NAME, Template, TemplateRefused};
use i18n::Arg;

/// A template.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) name: String,
    /// Of which year its dates are, and of how many settings it keeps the basis.
    pub(super) text: String,
    pub(super) href: String,
    pub(super) shown: bool,
}

#[derive(askama::Template)]
#[template(path = "programmes/templates.html")]
struct List {
    shell: Shell,
    today: Day,
    own: Vec<Row>,
    offered: Vec<Row>,
    /// Programmes whose dates and settings can be kept.
    programmes: Vec<Choice>,
    fields: Fields,
}

pub(super) fn row(page: &Page, template: Template) -> Row {
    let years = years(page, template.first_year);
    let args = [("years", Arg::from(years)), ("count", Arg::from(template.basis.len()))];
    Row {
        text: i18n::t(page.lang(), "programmes-template-text", &args),
        href: format!("{NextPath}?with={}", template.id),
        id: template.id.to_string(),
        name: template.name,
        shown: template.shown,
    }
}

/// The field that a refusal speaks of has the name of the template.
pub(super) const fn refusal(why: TemplateRefused) -> &'static str {
    match why {
        TemplateRefused::NameNeeded => "programmes-template-name-needed",
        TemplateRefused::NameTaken => "programmes-template-name-taken",
    }
}

pub(super) async fn list(_: TemplatesPath, page: Page) -> Result<Response, PageError> {
    draw(&page, StatusCode::OK, Fields::default()).await
}

pub(super) async fn keep(_: TemplatesPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let name = fields.text("name", MOST_NAME);
    if !fields.is_right() {
        return draw(&page, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    let programme = fields.value("programme").into();
    match keep_template(&page.context(), &programme, &name).await {
        Ok(()) => Ok(page.done(&TemplatesPath, "programmes-done-template", &[("name", name)])),
        Err(Failed::Refused(why)) => {
            fields.refuse("name", refusal(why), &[]);
            draw(&page, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn change(_: ChangePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (step, key) = match fields.value("step") {
        "show" => (TemplateStep::Show, "programmes-done-template-shown"),
        "hide" => (TemplateStep::Hide, "programmes-done-template-hidden"),
        "remove" => (TemplateStep::Remove, "programmes-done-template-removed"),
        _ => return Err(PageError::Unreadable),
    };
    change_template(&page.context(), &fields.value("template").into(), step).await?;
    Ok(page.done(&TemplatesPath, key, &[]))
}

async fn draw(page: &Page, status: StatusCode, fields: Fields) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::ManageProgramme(school)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let Templates { own, offered } = templates(&mut tx, school).await?;
    let programmes = store::programmes::of_school(&mut tx, school).await?.into_iter().rev();
    let choice = |one: domain::programmes::Programme| {
        Choice::new(one.id.as_str(), years(page, one.first_year)).chosen_if(fields.value("programme"))
    };
    let programmes = programmes.map(choice).collect();
    let list = List {
        shell: page.shell(),
        today: page.today(),
        own: own.into_iter().map(|one| row(page, one)).collect(),
        offered: offered.into_iter().map(|one| row(page, one)).collect(),
        programmes,
        fields,
    };
    page.show_with(status, &list)
}
