//! A mentor is appointed for one newcomer: who it is, why there is no pair, the form.

use super::form::{Appointing, free_mentors, sent};
use super::list::why_key;
use super::{AppointPath, ListPath, permit};
use crate::forms::Fields;
use crate::layout::{FlashKind, Shell};
use crate::newcomers::{facts, for_now};
use crate::pairs::ShowPath as PairPath;
use crate::{Page, PageError, filters};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::newcomers::Unpaired;
use domain::{Day, NewcomerId};

#[derive(askama::Template)]
#[template(path = "appointments/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    /// How colleagues address the newcomer.
    polite: String,
    initials: String,
    name: String,
    facts: String,
    /// Why there is no pair: the key.
    why: String,
    provisional: String,
    form: Appointing,
    fields: Fields,
}

/// The form; a mentor who was looked at beside the newcomer is chosen in it.
pub(super) async fn show(
    path: AppointPath,
    page: Page,
    RawQuery(query): RawQuery,
) -> Result<Response, PageError> {
    let query = Fields::read(page.lang(), &query.unwrap_or_default());
    let fields = Fields::beginning(page.lang(), &[("mentor", query.value("mentor").to_owned())]);
    draw(&page, &path.newcomer, fields).await
}

pub(super) async fn appoint(
    path: AppointPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    match sent(&page, &path.newcomer, &mut fields).await? {
        Some(pair) => Ok(page.done(&PairPath { id: pair }, "newcomers-done-appointed", &[])),
        None => draw(&page, &path.newcomer, fields).await,
    }
}

async fn draw(page: &Page, id: &NewcomerId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let newcomer = store::newcomers::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    permit(page, &newcomer.school)?;
    let programme = store::programmes::get(&mut tx, &newcomer.school, &newcomer.programme).await?;
    let programme = programme.ok_or(PageError::NotFound)?;
    let all = actions::newcomers::overview(&mut tx, &programme, page.today()).await?;
    let one = all.into_iter().find(|one| one.newcomer.id == *id).ok_or(PageError::NotFound)?;
    let Some(why) = one.unpaired.filter(|why| *why != Unpaired::LooksOn) else {
        // There is a pair, or people still choose: the list says which.
        return Ok(page.lead(&ListPath, FlashKind::Note, "appointments-not-without", &[]));
    };
    let offered = free_mentors(page, &mut tx, &programme, id, None, fields.value("mentor")).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            polite: one.person.name.polite(),
            initials: one.person.name.initials(),
            name: one.person.name.full(),
            facts: facts(page.lang(), &one.person, one.newcomer.hired_on),
            why: why_key(why),
            provisional: for_now(page, &mut tx, &newcomer.school, id).await?,
            form: Appointing::new(AppointPath { newcomer: id.clone() }.to_string(), offered),
            fields,
        },
    )
}
