//! All places of the reader with their pages: what the bar has no room for is found here (docs/decisions/0053).

use crate::layout::{NavItem, Shell};
use crate::page::{Group, PUPILS_KEY};
use crate::{Access, Page, PageError, Routes, filters};
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::Day;
use domain::people::Role;
use domain::permissions::{Action, may};
use std::slice::Chunks;
use store::Tx;

/// All places.
#[derive(TypedPath)]
#[typed_path("/places")]
pub(crate) struct ListPath;

/// Routes of all places: everybody finds their own.
pub(crate) fn routes() -> Routes {
    Routes::new().get(Access::SignedIn, list)
}

#[derive(askama::Template)]
#[template(path = "places/list.html")]
struct List {
    shell: Shell,
    today: Day,
    groups: Vec<Group>,
}

impl List {
    /// The places in the two columns of a wide window, which stand one under the other on a phone.
    fn halves(&self) -> Chunks<'_, Group> {
        self.groups.chunks(self.groups.len().div_ceil(2).max(1))
    }
}

async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut groups = page.places();
    if let Some(pupils) = groups.iter_mut().find(|group| group.key == PUPILS_KEY) {
        let by_duty = by_duty(&page, &mut *page.read().await?).await?;
        for (href, key) in by_duty {
            if !pupils.pages.iter().any(|one| one.href == href) {
                pupils.pages.push(NavItem { href, icon: "", key, current: false });
            }
        }
    }
    page.show(&List { shell: page.shell(), today: page.today(), groups })
}

/// Pages of pupils that a duty opens, and no role says so.
async fn by_duty(page: &Page, tx: &mut Tx) -> Result<Vec<(String, &'static str)>, PageError> {
    let mut pages = Vec::new();
    let leads = [Role::Coordinator, Role::Head].into_iter().any(|role| page.actor().is(role));
    let cares = actions::pupils::cares(tx, &page.context()).await?;
    if leads || cares {
        pages.push((crate::pupils::ListPath.to_string(), PUPILS_KEY));
        pages.push((crate::pupils::VolunteersPath.to_string(), "layout-tab-volunteers"));
        pages.push((crate::pupils::ReferralsPath.to_string(), "referrals-title"));
        pages.push((crate::awards::ListPath.to_string(), "layout-tab-awards"));
    }
    if cares {
        pages.push((crate::peers::ListPath.to_string(), "layout-tab-peers"));
        pages.push((crate::journals::ListPath.to_string(), "layout-tab-journals"));
    }
    if may(page.actor(), &Action::KeepOrganisations(page.school_id()?)).is_ok() {
        pages.push((crate::organisations::ListPath.to_string(), "organisations-title"));
    }
    if crate::changes::is_open(page, tx).await? {
        pages.push((crate::changes::ShowPath.to_string(), "changes-title"));
    }
    if actions::sociometries::asks(tx, &page.context()).await? {
        pages.push((crate::sociometries::ListPath.to_string(), "sociometries-title"));
    }
    Ok(pages)
}
