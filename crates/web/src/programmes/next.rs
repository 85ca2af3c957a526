//! The next programme: with what it begins, what of that was moved and what is not taken along, and its dates before it is set up.

use super::show::years;
use super::{NextPath, dates, home};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Problems;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::programmes::{Outset, Start, Templates, free_year, start, templates};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::permissions::{Action, may};
use domain::programmes::Template;
use i18n::Arg;

/// With what a programme can begin.
struct Way {
    title: String,
    text: String,
    href: String,
    chosen: bool,
}

#[derive(askama::Template)]
#[template(path = "programmes/next.html")]
struct Next {
    shell: Shell,
    today: Day,
    years: String,
    ways: Vec<Way>,
    form: Form,
    problems: Problems,
}

/// The form of the programme.
struct Form {
    year: i16,
    with: String,
    lines: Vec<dates::Line>,
    /// How each date was moved.
    moved: Vec<String>,
    /// Of how many settings the basis comes along.
    settings: usize,
}

#[derive(askama::Template)]
#[template(path = "programmes/no-year.html")]
struct NoYear {
    shell: Shell,
    today: Day,
}

/// What an address or a form names: nothing is the usual outset.
fn outset(with: &str) -> Outset {
    match with {
        "" | "usual" => Outset::Usual,
        "copy" => Outset::Copied,
        id => Outset::Template(id.into()),
    }
}

pub(super) async fn blank(_: NextPath, RawQuery(query): RawQuery, page: Page) -> Result<Response, PageError> {
    let asked = Fields::read(page.lang(), &query.unwrap_or_default());
    draw(&page, StatusCode::OK, asked.value("with"), None).await
}

pub(super) async fn set_up(_: NextPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let school = page.school_id()?.clone();
    let year: i16 = fields.value("year").parse().map_err(|_| PageError::Unreadable)?;
    let with = fields.value("with").to_owned();
    if let Some(phases) = dates::read(&mut fields, |_| None) {
        match actions::programmes::create(&page.context(), &school, year, phases, outset(&with)).await {
            Ok(id) => return Ok(page.done(&home(&page, &id).await?, "programmes-done-set-up", &[])),
            Err(Failed::Refused(why)) => dates::refuse(&mut fields, why),
            Err(other) => return Err(other.into()),
        }
    }
    draw(&page, StatusCode::UNPROCESSABLE_ENTITY, &with, Some(&fields)).await
}

async fn draw(
    page: &Page,
    status: StatusCode,
    with: &str,
    back: Option<&Fields>,
) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::ManageProgramme(school)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let Some(year) = free_year(&mut tx, school, page.today()).await? else {
        return page.show_with(status, &NoYear { shell: page.shell(), today: page.today() });
    };
    let begun = start(&mut tx, school, year, &outset(with)).await?.ok_or(PageError::NotFound)?;
    let copied = start(&mut tx, school, year, &Outset::Copied).await?.and_then(|copy| copy.from);
    let Templates { own, offered } = templates(&mut tx, school).await?;
    let mut ways = vec![way(page, with, "usual", page.text("programmes-with-usual"), "usual")];
    if let Some(from) = copied {
        let title = words(page, "programmes-with-copy", "years", years(page, from));
        ways.push(way(page, with, "copy", title, "copy"));
    }
    let template = |kind: &'static str| move |one: Template| way(page, with, one.id.as_str(), one.name, kind);
    ways.extend(own.into_iter().map(template("own")));
    ways.extend(offered.into_iter().map(template("offered")));
    let next = Next {
        shell: page.shell(),
        today: page.today(),
        years: years(page, year),
        ways,
        form: form(page, year, with, &begun, back),
        problems: back.map(|fields| fields.problems.clone()).unwrap_or_default(),
    };
    page.show_with(status, &next)
}

fn words(page: &Page, key: &str, name: &'static str, value: String) -> String {
    i18n::t(page.lang(), key, &[(name, Arg::Words(value))])
}

fn way(page: &Page, with: &str, own: &str, title: String, kind: &str) -> Way {
    Way {
        title,
        text: page.text(&format!("programmes-with-{kind}-text")),
        href: format!("{NextPath}?with={own}"),
        chosen: own == with || (with.is_empty() && own == "usual"),
    }
}

fn form(page: &Page, year: i16, with: &str, begun: &Start, back: Option<&Fields>) -> Form {
    let moved = dates::NAMES.into_iter().zip(&begun.shifts).map(|(name, shift)| {
        let key = match (shift.off, shift.was == shift.becomes) {
            (true, _) => "programmes-moved-off",
            (false, true) => "programmes-moved-same",
            (false, false) => "programmes-moved",
        };
        let day = |day: Day| Arg::Words(i18n::day(page.lang(), day));
        let name = Arg::Words(page.text(&format!("programmes-date-{name}")));
        i18n::t(page.lang(), key, &[("name", name), ("was", day(shift.was)), ("becomes", day(shift.becomes))])
    });
    Form {
        year,
        with: with.to_owned(),
        lines: dates::beginning_with(page, &begun.phases, back),
        moved: moved.collect(),
        settings: begun.basis.len(),
    }
}
