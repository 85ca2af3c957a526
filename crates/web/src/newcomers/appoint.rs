//! A mentor is appointed after a talk: the way to a pair for whoever came when the lists were sealed, and for whoever
//! stayed without one (feat:C19, C21). The form is that of [`crate::appointments`].

use super::{AppointPath, ShowPath, show};
use crate::appointments::{Appointing, free_mentors, sent};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::newcomers::Overview;
use axum::response::Response;
use domain::newcomers::Unpaired;
use domain::programmes::Programme;
use store::Tx;

/// Whom the coordinator may appoint; nothing before the choice is over, in a second round, and where there is a pair.
pub(super) async fn offer(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    one: &Overview,
    fields: &Fields,
) -> Result<Option<Appointing>, PageError> {
    if one.unpaired.is_none_or(|why| why == Unpaired::LooksOn) {
        return Ok(None);
    }
    let id = &one.newcomer.id;
    let offered = free_mentors(page, tx, programme, id, None, fields.value("mentor")).await?;
    Ok(Some(Appointing::new(AppointPath { id: id.clone() }.to_string(), offered)))
}

pub(super) async fn appoint(
    path: AppointPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    match sent(&page, &path.id, &mut fields).await? {
        Some(_) => Ok(page.done(&ShowPath { id: path.id }, "newcomers-done-appointed", &[])),
        None => show::draw(&page, &path.id, fields).await,
    }
}
