//! What stands behind the addresses in a digital badge (feat:G8; docs/decisions/0037): the keys of the school, and the list
//! of what was revoked. Programs read them; nobody's name is in them.

use crate::files::shown;
use crate::{Access, Open, PageError, Routes};
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::SchoolId;
use serde::Deserialize;

/// The school as an issuer.
#[derive(TypedPath, Deserialize)]
#[typed_path("/badges/{school}", rejection(PageError))]
pub(crate) struct IssuerPath {
    pub(crate) school: SchoolId,
}

/// Which of its badges were revoked.
#[derive(TypedPath, Deserialize)]
#[typed_path("/badges/{school}/revoked", rejection(PageError))]
pub(crate) struct RevokedPath {
    pub(crate) school: SchoolId,
}

/// Routes of badges: whoever was shown one reads them, without a session.
pub(crate) fn routes() -> Routes {
    Routes::new().get(Access::Anyone, issuer).get(Access::Anyone, revoked)
}

/// Where these stand for a school: address, key.
pub(crate) fn addresses(school: &SchoolId) -> Vec<(String, &'static str)> {
    vec![
        (IssuerPath { school: school.clone() }.to_string(), "badges-public-issuer"),
        (RevokedPath { school: school.clone() }.to_string(), "badges-public-list"),
    ]
}

/// A credential, as programs ask for it.
pub(crate) const CREDENTIAL: &str = "application/vc+ld+json";

async fn issuer(path: IssuerPath, open: Open) -> Result<Response, PageError> {
    let keys = open.app.config.badges.as_ref().ok_or(PageError::NotFound)?;
    let (address, mut tx) = (&open.app.config.address, open.app.db.read().await?);
    let said = actions::badges::published(&mut tx, &path.school, address, keys).await?;
    Ok(shown(said.ok_or(PageError::NotFound)?, "application/ld+json", "issuer.json"))
}

async fn revoked(path: RevokedPath, open: Open) -> Result<Response, PageError> {
    let keys = open.app.config.badges.as_ref().ok_or(PageError::NotFound)?;
    let (address, mut tx) = (&open.app.config.address, open.app.db.read().await?);
    let list = actions::badges::revoked(&mut tx, &path.school, address, keys, open.visit.now).await?;
    Ok(shown(list.ok_or(PageError::NotFound)?, CREDENTIAL, "revoked.json"))
}
