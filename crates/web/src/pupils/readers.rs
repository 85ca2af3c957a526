//! Who looked at a pupil, for whoever answers a parent who asks: one school year after the other.

use super::{Head, ReadersPath, ShowPath, shell};
use crate::commissions::names;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::pupils::readers::{Readers, What, readers};
use axum::extract::RawQuery;
use axum::response::Response;
use domain::{Day, PersonId};

/// A reading.
struct Row {
    title: String,
    text: String,
}

#[derive(askama::Template)]
#[template(path = "pupils/readers.html")]
struct Show {
    shell: Shell,
    today: Day,
    head: Head,
    /// The school year that is open, in words.
    year: String,
    rows: Vec<Row>,
    /// The others, with their words.
    years: Vec<(String, String)>,
    back: String,
}

pub(super) async fn show(
    path: ReadersPath,
    RawQuery(query): RawQuery,
    page: Page,
) -> Result<Response, PageError> {
    let query = Fields::read(page.lang(), &query.unwrap_or_default());
    let asked = query.value("year");
    let year: Option<i16> =
        if asked.is_empty() { None } else { Some(asked.parse().map_err(|_| PageError::NotFound)?) };
    let Readers { pupil, year, years, reads } = readers(&page.context(), &path.id, year).await?;
    let names = names(&page, &mut *page.read().await?).await?;
    let row = |(day, what, reader): &(Day, What, PersonId)| Row {
        title: names.get(reader).cloned().unwrap_or_default(),
        text: format!(
            "{} · {}",
            i18n::day(page.lang(), *day),
            page.text(&format!("pupils-read-{}", what.word()))
        ),
    };
    page.show(&Show {
        shell: shell(&page),
        today: page.today(),
        head: Head::of(&pupil),
        year: words(&page, year),
        rows: reads.iter().map(row).collect(),
        years: years
            .into_iter()
            .filter(|one| *one != year)
            .map(|one| (format!("{path}?year={one}"), words(&page, one)))
            .collect(),
        back: ShowPath { id: pupil.id.clone() }.to_string(),
    })
}

/// A school year in words.
fn words(page: &Page, began: i16) -> String {
    let years = format!("{began}–{}", began.saturating_add(1));
    i18n::t(page.lang(), "pupils-readers-year", &[("years", years.into())])
}
