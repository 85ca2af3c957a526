//! A warning in words where the mentor leads the teachers of the school (neg:N4).

use crate::{Page, PageError};
use domain::people::{Leads, Name};
use domain::{PersonId, SchoolId};
use std::collections::BTreeMap;
use store::Tx;

/// Who leads the teachers of a school, for pages on which somebody decides about a mentor.
pub(crate) struct Leaders(BTreeMap<PersonId, Leads>);

impl Leaders {
    pub(crate) async fn load(page: &Page, tx: &mut Tx, school: &SchoolId) -> Result<Self, PageError> {
        Ok(Self(actions::people::leaders(tx, school, page.today()).await?))
    }

    /// What somebody is, in few words; nothing for whoever leads nobody.
    pub(crate) fn post(&self, page: &Page, person: &PersonId) -> Option<String> {
        self.0.get(person).map(|leads| page.text(&format!("appointments-leads-{}", leads.word())))
    }

    /// The same with the name, as a line of the warning.
    pub(crate) fn line(&self, page: &Page, person: &PersonId, name: &Name) -> Option<String> {
        let post = self.post(page, person)?;
        let args = [("name", name.polite().into()), ("post", post.into())];
        Some(i18n::t(page.lang(), "appointments-leads-one", &args))
    }
}
