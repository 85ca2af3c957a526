//! The set of forms of a school and of a district on two pages: all forms with what each stands on, and one form with its
//! questions, to which one more is added after what it changes was shown (feat:F1).

pub(crate) mod asking;
mod list;
mod show;

use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::formsets::Version;
use domain::people::Role;
use serde::Deserialize;

/// All forms.
#[derive(TypedPath)]
#[typed_path("/forms")]
pub(crate) struct ListPath;

/// One form; by POST a question is looked at or added.
#[derive(TypedPath, Deserialize)]
#[typed_path("/forms/{kind}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) kind: String,
}

/// Routes of the set: whoever adds to it.
pub(crate) fn routes() -> Routes {
    const FORMS: Access = Access::OneOf(&[Role::Coordinator, Role::DistrictOfficer]);
    Routes::new().get(FORMS, list::list).get(FORMS, show::show).post(FORMS, show::add)
}

/// True where the reader speaks for a district and for no school.
fn speaks_for_district(page: &Page) -> bool {
    page.actor().school.is_none()
}

/// The version of a form in words.
fn version(page: &Page, version: Version) -> String {
    crate::said::Said::new("reports-version").with("version", version.to_string()).words(page.lang())
}
