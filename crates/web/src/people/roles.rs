//! The head names heads and coordinators.

use super::{RolesPath, ShowPath, show};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use axum::response::Response;
use domain::people::{Role, RoleRefused};

pub(super) async fn give(path: RolesPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let role = Role::from_word(fields.value("role")).ok_or(PageError::Unreadable)?;
    let given = fields.value("given") == "yes";
    match actions::people::give_role(&page.context(), &path.id, role, given).await {
        Ok(()) => {
            let done = if given { "people-done-role-given" } else { "people-done-role-taken" };
            // Whoever gives up the own role may no longer read this page.
            let own = path.id == page.actor().person;
            let to = if own { "/".to_owned() } else { ShowPath { id: path.id }.to_string() };
            Ok(page.done(&to, done, &[]))
        }
        Err(Failed::Refused(why)) => {
            fields.refuse("role", refusal(why), &[]);
            show::draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

const fn refusal(why: RoleRefused) -> &'static str {
    match why {
        RoleRefused::NotGiven => "people-refused-role-not-given",
        RoleRefused::Left => "people-refused-role-left",
        RoleRefused::LastOne => "people-refused-role-last",
    }
}
