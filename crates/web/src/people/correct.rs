//! Correcting a person's data: nothing that was typed is lost, not even where somebody else was faster.

use super::{CorrectPath, ShowPath, of_own_school};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::rosters::words;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::people::Correction;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{Category, CorrectRefused, MOST_SERVICE_YEARS, MOST_WEEKLY_LOAD, Name, Person};
use domain::permissions::{Action, may};
use domain::rosters::{Values, staff};
use domain::{Day, PersonId};
use std::str::FromStr;

/// Longest name part, post or subject.
const MOST: usize = 120;

#[derive(askama::Template)]
#[template(path = "people/correct.html")]
struct Correct {
    shell: Shell,
    today: Day,
    person: Person,
    action: CorrectPath,
    back: ShowPath,
    /// What the reader saw when they began.
    version: i64,
    categories: Vec<Choice>,
    fields: Fields,
}

impl Correct {
    fn label(&self, field: &str) -> String {
        words::field(self.shell.lang, field)
    }
}

pub(super) async fn blank(path: CorrectPath, page: Page) -> Result<Response, PageError> {
    let person = load(&page, &path.id).await?;
    let values = staff::values(&person);
    let typed = |field: &&'static str| (*field, values.get(*field).cloned().unwrap_or_default());
    let typed: Vec<_> = staff::FIELDS.iter().map(typed).collect();
    let version = person.version;
    draw(&page, person, Fields::beginning(page.lang(), &typed), version)
}

async fn load(page: &Page, id: &PersonId) -> Result<Person, PageError> {
    may(page.actor(), &Action::ManagePeople(page.school_id()?)).map_err(Failed::<actions::Never>::from)?;
    of_own_school(page, &mut *page.read().await?, id).await
}

fn draw(page: &Page, person: Person, fields: Fields, version: i64) -> Result<Response, PageError> {
    let name = |category: Category| words::value(page.lang(), staff::CATEGORY, category.word());
    let chosen = fields.value(staff::CATEGORY);
    let choice = |category: Category| Choice::new(category.word(), name(category)).chosen_if(chosen);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let correct = Correct {
        shell: page.shell(),
        today: page.today(),
        action: CorrectPath { id: person.id.clone() },
        back: ShowPath { id: person.id.clone() },
        version,
        categories: Category::ALL.map(choice).into(),
        person,
        fields,
    };
    page.show_with(status, &correct)
}

pub(super) async fn save(path: CorrectPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let person = load(&page, &path.id).await?;
    let version = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let correction = read(&mut fields);
    if !fields.is_right() {
        return draw(&page, person, fields, version);
    }
    match actions::people::correct(&page.context(), &path.id, version, &correction).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "people-done-corrected", &[])),
        Err(Failed::Refused(CorrectRefused::EmailTaken)) => {
            fields.refuse(staff::EMAIL, "people-refused-email-taken", &[]);
            draw(&page, person, fields, version)
        }
        Err(Failed::Refused(CorrectRefused::StaffNumberTaken)) => {
            fields.refuse(staff::STAFF_NUMBER, "people-refused-number-taken", &[]);
            draw(&page, person, fields, version)
        }
        Err(Failed::Changed) => {
            let now = load(&page, &path.id).await?;
            show_what_stands(&page, &staff::values(&now), &mut fields);
            let version = now.version;
            draw(&page, now, fields, version)
        }
        Err(other) => Err(other.into()),
    }
}

/// Says beside each field that differs what stands there now; saving once more is a decision then.
fn show_what_stands(page: &Page, now: &Values, fields: &mut Fields) {
    for field in staff::FIELDS {
        let stands = now.get(field).map_or("", String::as_str);
        if Correction::line(fields.value(field)) != stands {
            fields.now_stands(field, words::value(page.lang(), field, stands));
        }
    }
    if fields.is_right() {
        fields.refuse(staff::FAMILY, "forms-now-other", &[]);
    }
}

fn read(fields: &mut Fields) -> Correction {
    let line = |fields: &mut Fields, name: &str| {
        fields.optional_text(name, MOST).map(|text| Correction::line(&text))
    };
    let staff_number = line(fields, staff::STAFF_NUMBER);
    let family = Correction::line(&fields.text(staff::FAMILY, MOST));
    let given = Correction::line(&fields.text(staff::GIVEN, MOST));
    let patronymic = line(fields, staff::PATRONYMIC);
    Correction {
        name: Name { family, given, patronymic },
        staff_number,
        position: line(fields, staff::POSITION),
        subject: line(fields, staff::SUBJECT),
        category: fields.choice(staff::CATEGORY, Category::from_word).unwrap_or(Category::None),
        service_years: whole(fields, staff::SERVICE_YEARS, MOST_SERVICE_YEARS),
        hired_on: day(fields, staff::HIRED_ON),
        email: checked(fields, staff::EMAIL, "people-bad-email", Correction::email),
        phone: checked(fields, staff::PHONE, "people-bad-phone", Correction::phone),
        weekly_load: whole(fields, staff::WEEKLY_LOAD, MOST_WEEKLY_LOAD),
    }
}

/// A text that may be missing and must be readable where it is there.
fn checked(
    fields: &mut Fields,
    name: &str,
    key: &str,
    read: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let typed = fields.optional_text(name, MOST)?;
    let value = read(&typed);
    if value.is_none() {
        fields.refuse(name, key, &[]);
    }
    value
}

/// A whole number that may be missing.
fn whole(fields: &mut Fields, name: &str, most: u16) -> Option<u16> {
    let typed = fields.value(name).trim().to_owned();
    if typed.is_empty() {
        return None;
    }
    let number = u16::from_str(&typed).ok().filter(|number| *number <= most);
    if number.is_none() {
        fields.refuse(name, "people-bad-number", &[("most", most.into())]);
    }
    number
}

/// A day that may be missing.
fn day(fields: &mut Fields, name: &str) -> Option<Day> {
    if fields.value(name).trim().is_empty() { None } else { fields.day(name) }
}
