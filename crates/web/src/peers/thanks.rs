//! Thanks of whoever was helped, on the page of the pair: written down on one side, opened and allowed on the other.

use super::show::draw;
use super::{ShowPath, ThanksPath};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::peers::thanks::{Newer, Standing, allow, open, standing, write};
use axum::response::Response;
use domain::PeerPairId;
use domain::peers::thanks::MOST_NOTE;
use store::Tx;

/// What stands on the page.
pub(super) struct Panel {
    pub(super) action: String,
    /// The words, where they are read and not written.
    pub(super) note: Option<String>,
    pub(super) typed: String,
    /// What stands, so that nobody writes over what they have not read.
    pub(super) stood: String,
    pub(super) writes: bool,
    pub(super) opens: bool,
    /// What is sent, and the key of the button; with what stands.
    pub(super) allow: Option<(&'static str, &'static str, &'static str)>,
}

/// How thanks stand; nothing for whoever looks after neither of the two.
pub(super) async fn panel(
    page: &Page,
    tx: &mut Tx,
    id: &PeerPairId,
    fields: &Fields,
) -> Result<Option<Panel>, PageError> {
    let stands: Standing = match standing(tx, &page.context(), id).await {
        Ok(stands) => stands,
        Err(Failed::NotFound) => return Ok(None),
        Err(other) => return Err(other.into()),
    };
    if stands == Standing::default() {
        return Ok(None);
    }
    let stood = stands.note.clone().unwrap_or_default();
    Ok(Some(Panel {
        action: ThanksPath { id: id.clone() }.to_string(),
        typed: if fields.has("note") { fields.value("note").to_owned() } else { stood.clone() },
        stood,
        note: stands.note.filter(|_| !stands.writes),
        writes: stands.writes,
        opens: stands.opens,
        allow: stands.allows.map(|shown| {
            if shown {
                ("hide", "peers-thanks-hide", "peers-thanks-is-shown")
            } else {
                ("show", "peers-thanks-show", "peers-thanks-ask")
            }
        }),
    }))
}

pub(super) async fn thanks(path: ThanksPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let context = page.context();
    let key = match fields.value("act") {
        "open" => {
            open(&context, &path.id).await?;
            "peers-done-thanks-opened"
        }
        "show" => {
            allow(&context, &path.id, true).await?;
            "peers-done-thanks-shown"
        }
        "hide" => {
            allow(&context, &path.id, false).await?;
            "peers-done-thanks-hidden"
        }
        _ => {
            let note = fields.optional_text("note", MOST_NOTE);
            if !fields.is_right() {
                return draw(&page, &path.id, fields).await;
            }
            let known = fields.has("was-note").then(|| fields.value("was-note").to_owned());
            match write(&context, &path.id, note.as_deref(), known.as_deref()).await {
                Ok(()) => "peers-done-thanks",
                Err(Failed::Refused(Newer(stands))) => {
                    fields.now_stands("note", stands.unwrap_or_default());
                    return draw(&page, &path.id, fields).await;
                }
                Err(other) => return Err(other.into()),
            }
        }
    };
    Ok(page.done(&ShowPath { id: path.id }, key, &[]))
}
