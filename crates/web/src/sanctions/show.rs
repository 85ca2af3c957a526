//! The sanctions of a person, the form that enters one, and the forms that lift those that hold.

use super::{LiftPath, ShowPath};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::people::ShowPath as PersonPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::sanctions::{Entered, enter as do_enter, lift as do_lift, opened, readable};
use actions::{Failed, Never};
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Person;
use domain::sanctions::{EnterRefused, LiftRefused, MOST_NUMBER, Order, Sanction, Standing, barred_until};
use domain::{Day, PersonId};
use store::Tx;

/// A sanction.
struct Row {
    title: String,
    text: String,
    look: &'static str,
    icon: &'static str,
    /// Key of how it stands.
    word: String,
    /// Where it is lifted, and the field that asks since when; nothing where it holds no longer.
    lift: Option<Lift>,
}

struct Lift {
    action: String,
    field: String,
    day: String,
    min: String,
    max: String,
}

#[derive(askama::Template)]
#[template(path = "sanctions/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    rows: Vec<Row>,
    action: String,
    person: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

pub(super) async fn enter(path: ShowPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let number = fields.text("number", MOST_NUMBER);
    let (dated, from, last_day) = (fields.day("dated"), fields.day("from"), fields.day("last_day"));
    let days = dated.zip(from).zip(last_day).filter(|_| fields.is_right());
    let Some(((dated, from), last_day)) = days else { return draw(&page, &path.id, fields).await };
    let entered = Entered { order: Order { number, dated }, from, last_day };
    match do_enter(&page.context(), &path.id, &entered).await {
        Ok(()) => Ok(page.done(&path, "sanctions-done-entered", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key, args) = refusal(why);
            fields.refuse(field, key, &args);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Under which field a refusal stands, its key and what is filled in.
fn refusal(why: EnterRefused) -> (&'static str, &'static str, Vec<(&'static str, i18n::Arg)>) {
    let (field, key) = match why {
        EnterRefused::Number => ("number", "sanctions-refused-number"),
        EnterRefused::OrderAhead => ("dated", "sanctions-refused-order-ahead"),
        EnterRefused::BeforeOrder => ("from", "sanctions-refused-before-order"),
        EnterRefused::Days => ("last_day", "sanctions-refused-days"),
        EnterRefused::Over => ("last_day", "sanctions-refused-over"),
        EnterRefused::TooLong { months } => {
            return ("last_day", "sanctions-refused-long", vec![("count", months.into())]);
        }
    };
    (field, key, Vec::new())
}

/// The field that asks since when a sanction is lifted: each on the page has one of its own.
fn lifted_field(sanction: &Sanction) -> String {
    format!("lifted_on-{}", sanction.id)
}

pub(super) async fn lift(path: LiftPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let sanction = readable::<Never>(&mut *page.read().await?, &page.context(), &path.id).await?;
    let field = lifted_field(&sanction);
    let Some(day) = fields.day(&field) else { return draw(&page, &sanction.person, fields).await };
    match do_lift(&page.context(), &path.id, day).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "sanctions-done-lifted", &[])),
        Err(Failed::Refused(why)) => {
            let key = match why {
                LiftRefused::NotOpen => "sanctions-refused-not-open",
                LiftRefused::Day => "sanctions-refused-lift-day",
            };
            fields.refuse(&field, key, &[]);
            draw(&page, &sanction.person, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, id: &PersonId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (person, sanctions) = opened::<Never>(&mut tx, &page.context(), id).await?;
    let mut rows = Vec::new();
    for sanction in sanctions.iter().rev() {
        rows.push(row(page, &mut tx, sanction, &fields).await?);
    }
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title: title(page, &person, &sanctions),
            rows,
            action: ShowPath { id: id.clone() }.to_string(),
            person: PersonPath { id: id.clone() }.to_string(),
            fields,
        },
    )
}

fn title(page: &Page, person: &Person, sanctions: &[Sanction]) -> String {
    let name = person.name.polite();
    let said = match barred_until(sanctions, page.today()) {
        Some(until) => Said::new("sanctions-board-barred").with("day", i18n::day(page.lang(), until)),
        None => Said::new("sanctions-board-free"),
    };
    said.with("name", name).words(page.lang())
}

async fn row(page: &Page, tx: &mut Tx, sanction: &Sanction, fields: &Fields) -> Result<Row, PageError> {
    let lang = page.lang();
    let standing = sanction.standing(page.today());
    let (look, icon) = match standing {
        Standing::InForce => ("act", "clock"),
        Standing::Ahead => ("soon", "calendar-event"),
        Standing::Lifted | Standing::Over => ("", "minus"),
    };
    let (who, at) = &sanction.entered;
    let who = store::people::get(tx, who).await?.map(|who| who.name.brief()).unwrap_or_default();
    Ok(Row {
        title: Said::new("sanctions-order")
            .with("number", sanction.order.number.as_str())
            .with("day", i18n::day(lang, sanction.order.dated))
            .words(lang),
        text: Said::new("sanctions-days")
            .with("from", i18n::day(lang, sanction.from))
            .with("until", i18n::day(lang, sanction.holds_until()))
            .with("name", who)
            .with("day", i18n::day(lang, page.local(*at).date()))
            .words(lang),
        look,
        icon,
        word: format!("sanctions-standing-{}", standing.word()),
        lift: lifting(page, sanction, fields),
    })
}

/// Where a sanction may still be lifted: since when, as it was typed or else from today.
fn lifting(page: &Page, sanction: &Sanction, fields: &Fields) -> Option<Lift> {
    let day = page.today().max(sanction.from);
    sanction.clone().lift(day, page.today()).ok()?;
    let field = lifted_field(sanction);
    let typed = fields.value(&field).to_owned();
    Some(Lift {
        action: LiftPath { id: sanction.id.clone() }.to_string(),
        day: if typed.is_empty() { day.to_string() } else { typed },
        field,
        min: sanction.from.to_string(),
        max: sanction.last_day.to_string(),
    })
}
