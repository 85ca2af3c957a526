//! What the coordinator sees: how many lines have evidence, never which; and what the school adds to the frame.

use super::{AddPath, RemovePath, SchoolPath};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::competencies::{Count, counts, words};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::competencies::{AddRefused, Addition, Field, MOST_ITEM, frame, year_of_change};
use domain::programmes::Programme;
use domain::regulations::Words;
use domain::reports::Basis;
use i18n::Lang;

/// A built-in line.
struct BuiltIn {
    text: String,
    field: String,
    by_law: bool,
}

/// A line that the school added.
struct Added {
    id: String,
    text: String,
    field: String,
    /// From which school year on it holds.
    from: String,
    /// It does not hold yet.
    may_go: bool,
}

#[derive(askama::Template)]
#[template(path = "competencies/school.html")]
struct School {
    shell: Shell,
    today: Day,
    board: String,
    counts: Vec<Count>,
    lines: Vec<BuiltIn>,
    added: Vec<Added>,
    fields_of_work: Vec<Choice>,
    /// What an addition of today holds from.
    from: String,
    add: String,
    remove: String,
    fields: Fields,
}

pub(super) async fn show(_: SchoolPath, page: Page) -> Result<Response, PageError> {
    draw(&page, None).await
}

fn field(page: &Page, field: Field) -> String {
    page.text(&format!("competencies-field-{}", field.word()))
}

fn from(page: &Page, year: i16) -> String {
    Said::new("competencies-from").with("year", i18n::school_year(year)).words(page.lang())
}

fn added(page: &Page, programme: &Programme, one: &Addition) -> Added {
    let Words { kk, ru } = &one.words;
    let text = match page.lang() {
        Lang::Kk | Lang::En => format!("{kk} / {ru}"),
        Lang::Ru => format!("{ru} / {kk}"),
    };
    Added {
        id: one.id.to_string(),
        text,
        field: field(page, one.field),
        from: from(page, one.from_year),
        may_go: one.may_go(programme, page.today()).is_ok(),
    }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, typed: Option<Fields>) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let mut counts = counts(&mut tx, &page.context(), &programme).await?.ok_or(PageError::NotFound)?;
    i18n::sort_by_name(page.lang(), &mut counts, |one| &one.name);
    let additions = store::competencies::additions(&mut tx, &programme.school).await?;
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let fields = typed.unwrap_or_default();
    let chosen = Field::from_word(fields.value("field")).unwrap_or(Field::Documents);
    let choice = |one: Field| Choice::new(one.word(), field(page, one)).chosen_if(chosen.word());
    let line = |line: domain::competencies::Line| BuiltIn {
        text: words(page.lang(), &line),
        field: field(page, line.field),
        by_law: line.basis == Basis::Law,
    };
    page.show_with(
        status,
        &School {
            shell: page.shell(),
            today: page.today(),
            board: page.text("competencies-school-board"),
            counts,
            lines: frame(programme.first_year, &[]).into_iter().map(line).collect(),
            added: additions.iter().map(|one| added(page, &programme, one)).collect(),
            fields_of_work: Field::ALL.map(choice).into(),
            from: from(page, year_of_change(&programme, page.today())),
            add: AddPath.to_string(),
            remove: RemovePath.to_string(),
            fields,
        },
    )
}

const fn refusal(why: AddRefused) -> &'static str {
    match why {
        AddRefused::Words => "competencies-refused-item",
        AddRefused::TooMany => "competencies-refused-items",
        AddRefused::Holds => "competencies-refused-holds",
    }
}

pub(super) async fn add(_: AddPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let field = Field::from_word(fields.value("field")).ok_or(PageError::Unreadable)?;
    let words = Words { kk: fields.text("kk", MOST_ITEM), ru: fields.text("ru", MOST_ITEM) };
    if !fields.is_right() {
        return draw(&page, Some(fields)).await;
    }
    match actions::competencies::add(&page.context(), &programme, field, &words).await {
        Ok(_) => Ok(page.done(&SchoolPath, "competencies-done-added", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("kk", refusal(why), &[]);
            draw(&page, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn remove(_: RemovePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    match actions::competencies::remove(&page.context(), &programme, &fields.value("item").into()).await {
        Ok(()) => Ok(page.done(&SchoolPath, "competencies-done-removed", &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(&SchoolPath, FlashKind::Refused, refusal(why), &[])),
        Err(other) => Err(other.into()),
    }
}
