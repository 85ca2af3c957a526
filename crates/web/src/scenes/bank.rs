//! The situations: those that the school wrote, those that come with the program; the school adds one.

use super::{BankPath, ListPath, RetirePath, manages};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::scenes::{Card, Written, card, situations};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::scenes::{MOST_LINE, MOST_TEXT, SITUATIONS, Situation};

#[derive(askama::Template)]
#[template(path = "scenes/bank.html")]
struct Bank {
    shell: Shell,
    today: Day,
    /// Those of the school, each with the way to put it aside.
    own: Vec<(Card, String)>,
    starter: Vec<Card>,
    action: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(_: BankPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    if !manages(page)? {
        return Err(PageError::NotFound);
    }
    let mut tx = page.read().await?;
    let own = situations(&mut tx, &page.context()).await?;
    let with_way = |one: Situation| {
        let retire = RetirePath { id: one.id.clone() }.to_string();
        (Card::from(one), retire)
    };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Bank {
            shell: page.shell(),
            today: page.today(),
            own: own.into_iter().map(with_way).collect(),
            starter: SITUATIONS.into_iter().filter_map(|word| card(word, page.lang())).collect(),
            action: BankPath.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}

pub(super) async fn add(_: BankPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let written = Written {
        title: fields.text("title", MOST_LINE),
        happened: fields.text("happened", MOST_TEXT),
        mentor: fields.text("mentor_card", MOST_TEXT),
        newcomer: fields.text("newcomer_card", MOST_TEXT),
        watch: fields.text("watch", MOST_TEXT),
    };
    if !fields.is_right() {
        return draw(&page, fields).await;
    }
    actions::scenes::add(&page.context(), &written).await?;
    Ok(page.done(&BankPath, "scenes-done-added", &[]))
}

pub(super) async fn retire(path: RetirePath, page: Page) -> Result<Response, PageError> {
    actions::scenes::retire(&page.context(), &path.id).await?;
    Ok(page.done(&BankPath, "scenes-done-retired", &[]))
}
