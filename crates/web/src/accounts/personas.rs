//! One-click sign-in of a demonstration. The link only asks; the button signs in.

use super::{PersonaPath, gate, keep};
use crate::layout::Shell;
use crate::{Open, PageError, filters};
use axum::response::Response;

#[derive(askama::Template)]
#[template(path = "accounts/persona.html")]
struct Persona {
    shell: Shell,
    action: String,
    name: String,
}

pub(super) async fn ask(path: PersonaPath, open: Open) -> Result<Response, PageError> {
    let mut tx = open.app.db.read().await?;
    let login = domain::accounts::login(&path.login);
    let account = store::accounts::by_login(&mut tx, &login).await?.ok_or(PageError::NotFound)?;
    let person = store::people::get(&mut tx, &account.person_id.as_str().into()).await?;
    let name = person.ok_or(PageError::NotFound)?.name.full();
    open.show(&Persona { shell: open.shell(), action: path.to_string(), name })
}

pub(super) async fn enter(path: PersonaPath, open: Open) -> Result<Response, PageError> {
    let session = actions::accounts::open_session(&gate(&open), &path.login).await?;
    let mut response = open.go(&"/");
    keep(&open, &mut response, &session);
    Ok(response)
}
