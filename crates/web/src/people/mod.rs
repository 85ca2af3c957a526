//! The people of a school: who they are, what they may do, how they sign in, and their leaving (feat:A4–A7).

mod correct;
mod leave;
mod list;
mod package;
mod roles;
mod show;
mod slips;

use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::people::{Person, Role};
use domain::permissions::{Action, may};
use domain::{Instant, PersonId};
use serde::Deserialize;
use store::Tx;
use store::accounts::Standing;

/// Everybody, by name.
#[derive(TypedPath)]
#[typed_path("/people")]
pub(crate) struct ListPath;

/// Who waits for a slip; slips with codes are printed.
#[derive(TypedPath)]
#[typed_path("/people/slips")]
pub(crate) struct SlipsPath;

/// One person.
#[derive(TypedPath, Deserialize)]
#[typed_path("/people/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: PersonId,
}

/// Data are corrected.
#[derive(TypedPath, Deserialize)]
#[typed_path("/people/{id}/correct", rejection(PageError))]
pub(crate) struct CorrectPath {
    pub(crate) id: PersonId,
}

/// The head gives and takes a role.
#[derive(TypedPath, Deserialize)]
#[typed_path("/people/{id}/roles", rejection(PageError))]
pub(crate) struct RolesPath {
    pub(crate) id: PersonId,
}

/// Sessions on all devices end.
#[derive(TypedPath, Deserialize)]
#[typed_path("/people/{id}/sessions", rejection(PageError))]
pub(crate) struct SessionsPath {
    pub(crate) id: PersonId,
}

/// A leaving is recorded.
#[derive(TypedPath, Deserialize)]
#[typed_path("/people/{id}/leave", rejection(PageError))]
pub(crate) struct LeavePath {
    pub(crate) id: PersonId,
}

/// What the reader takes along to another school is loaded.
#[derive(TypedPath)]
#[typed_path("/profile/package")]
pub(crate) struct OwnPackagePath;

/// What somebody else takes along is loaded.
#[derive(TypedPath, Deserialize)]
#[typed_path("/people/{id}/package", rejection(PageError))]
pub(crate) struct PackagePath {
    pub(crate) id: PersonId,
}

/// A leaving is taken back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/people/{id}/stay", rejection(PageError))]
pub(crate) struct StayPath {
    pub(crate) id: PersonId,
}

const READERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
const HEAD: Access = Access::OneOf(&[Role::Head]);

/// Routes of people.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(READERS, list::list)
        .get(READERS, slips::waiting)
        .post(READERS, slips::print)
        .get(READERS, show::show)
        .get(COORDINATOR, correct::blank)
        .post(COORDINATOR, correct::save)
        .post(HEAD, roles::give)
        .post(READERS, slips::end_sessions)
        .get(COORDINATOR, leave::ask)
        .post(COORDINATOR, leave::leave)
        .post(COORDINATOR, leave::stay)
        .post(Access::SignedIn, package::own)
        .post(COORDINATOR, package::load)
}

/// Somebody of the reader's school; everybody else is not there.
async fn of_own_school(page: &Page, tx: &mut Tx, id: &PersonId) -> Result<Person, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::SeePeople(school)).map_err(actions::Failed::<actions::Never>::from)?;
    let person = store::people::get(tx, id).await?.ok_or(PageError::NotFound)?;
    if person.school.as_ref() == Some(school) { Ok(person) } else { Err(PageError::NotFound) }
}

/// How a role looks in a chip: its icon and the key of its word.
fn role_chip(role: Role) -> (&'static str, String) {
    let icon = match role {
        Role::Head | Role::DistrictOfficer => "school",
        Role::Coordinator => "list-check",
        Role::Administrator => "settings",
        Role::Teacher => "notebook",
        Role::Newcomer => "user",
        Role::Mentor => "heart-handshake",
    };
    (icon, format!("accounts-role-{}", role.word()))
}

/// Whether somebody can sign in, as pages tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SignIn {
    /// By a password of their own.
    Password,
    /// Came in by a code; the next time they need a password.
    CodeOnly,
    /// Holds a slip that was not used yet.
    Slip(Instant),
    /// Not at all.
    Nothing,
}

impl SignIn {
    fn of(standing: Option<&Standing>) -> Self {
        match standing {
            Some(standing) if standing.has_password => Self::Password,
            Some(standing) if standing.signed_in => Self::CodeOnly,
            Some(Standing { slip_until: Some(until), .. }) => Self::Slip(*until),
            _ => Self::Nothing,
        }
    }

    /// Waits for a slip, or for its use.
    fn is_waiting(self) -> bool {
        matches!(self, Self::Slip(_) | Self::Nothing)
    }

    /// Chip, icon and words.
    fn chip(self, page: &Page) -> (&'static str, &'static str, String) {
        match self {
            Self::Password => ("done", "circle-check", page.text("people-sign-in-password")),
            Self::CodeOnly => ("act", "key", page.text("people-sign-in-code")),
            Self::Slip(until) => {
                let day = i18n::day_short(page.lang(), page.local(until).date());
                ("soon", "printer", i18n::t(page.lang(), "people-sign-in-slip", &[("day", day.into())]))
            }
            Self::Nothing => ("", "circle-dashed", page.text("people-sign-in-nothing")),
        }
    }
}
