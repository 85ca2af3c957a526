//! The names, the number and the place that stand at the head of orders and pages: read and corrected.

use super::ShowPath;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::people::Correction;
use actions::{Failed, Never};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::permissions::{Action, may};
use domain::schools::{School, is_bin};

/// Longest full name, and longest place.
const MOST: usize = 250;
/// Longest short name: it stands beside the menu on a phone.
const MOST_SHORT: usize = 40;

#[derive(askama::Template)]
#[template(path = "schools/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    /// What the reader saw when they began.
    version: i64,
    fields: Fields,
}

pub(super) async fn show(_: ShowPath, page: Page) -> Result<Response, PageError> {
    let school = load(&page).await?;
    let typed = school.said().map(|(name, value)| (name, value.to_owned()));
    draw(&page, school.version, Fields::beginning(page.lang(), &typed))
}

async fn load(page: &Page) -> Result<School, PageError> {
    let id = page.school_id()?;
    may(page.actor(), &Action::ManageSchool(id)).map_err(Failed::<Never>::from)?;
    store::schools::get(&mut *page.read().await?, id).await?.ok_or(PageError::NotFound)
}

fn draw(page: &Page, version: i64, fields: Fields) -> Result<Response, PageError> {
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let show = Show { shell: page.shell(), today: page.today(), version, fields };
    page.show_with(status, &show)
}

pub(super) async fn save(_: ShowPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let version = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let wanted = read(&mut fields, School { version, ..load(&page).await? });
    if !fields.is_right() {
        return draw(&page, version, fields);
    }
    match actions::schools::correct(&page.context(), &wanted).await {
        Ok(()) => Ok(page.done(&ShowPath, "schools-done", &[])),
        Err(Failed::Changed) => {
            let now = load(&page).await?;
            for ((name, stands), (_, typed)) in now.said().into_iter().zip(wanted.said()) {
                if stands != typed {
                    fields.now_stands(name, stands.to_owned());
                }
            }
            if fields.is_right() {
                fields.refuse("name_kk", "forms-now-other", &[]);
            }
            draw(&page, now.version, fields)
        }
        Err(Failed::Refused(alike)) => {
            if alike.field == "bin" {
                // A school of another department may have it: which one is nobody's business here.
                fields.refuse("bin", "schools-bin-taken", &[]);
            } else {
                fields.refuse(alike.field, "schools-name-taken", &[("school", alike.other.into())]);
            }
            draw(&page, version, fields)
        }
        Err(other) => Err(other.into()),
    }
}

fn read(fields: &mut Fields, school: School) -> School {
    let must = |fields: &mut Fields, name, most| Correction::line(&fields.text(name, most));
    let may_miss = |fields: &mut Fields, name, most| {
        fields.optional_text(name, most).map(|text| Correction::line(&text)).unwrap_or_default()
    };
    let bin = may_miss(fields, "bin", MOST);
    if !bin.is_empty() && !is_bin(&bin) {
        fields.refuse("bin", "schools-bad-bin", &[]);
    }
    School {
        name_kk: must(fields, "name_kk", MOST),
        name_ru: must(fields, "name_ru", MOST),
        short_kk: must(fields, "short_kk", MOST_SHORT),
        short_ru: must(fields, "short_ru", MOST_SHORT),
        bin,
        place_kk: may_miss(fields, "place_kk", MOST),
        place_ru: may_miss(fields, "place_ru", MOST),
        ..school
    }
}
