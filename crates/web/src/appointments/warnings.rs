//! Warnings in words before somebody decides about a mentor: one who leads the teachers of the school, and one who may be
//! the newcomer under another account (neg:N4).

use crate::{Page, PageError};
use domain::people::{Leads, Name};
use domain::programmes::Programme;
use domain::{NewcomerId, PersonId};
use std::collections::BTreeMap;
use store::Tx;

/// What warnings are made of, for pages on which somebody decides about a mentor.
pub(crate) struct Warnings {
    leads: BTreeMap<PersonId, Leads>,
    newcomers: BTreeMap<NewcomerId, Name>,
}

/// Warnings, no bars: the names of those whom they are about.
#[derive(Default)]
pub(crate) struct Warned {
    /// Those who lead the teachers, with what they are.
    pub(crate) leading: Vec<String>,
    /// Those who are called like the newcomer.
    pub(crate) namesakes: Vec<String>,
}

impl Warnings {
    pub(crate) async fn load(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Self, PageError> {
        let school = &programme.school;
        let newcomers = store::newcomers::named(tx, school, &programme.id).await?;
        Ok(Self {
            leads: actions::people::leaders(tx, school, page.today()).await?,
            newcomers: newcomers.into_iter().map(|one| (one.id, one.name)).collect(),
        })
    }

    /// What somebody is, in few words; nothing for whoever leads nobody.
    pub(crate) fn post(&self, page: &Page, person: &PersonId) -> Option<String> {
        self.leads.get(person).map(|leads| page.text(&format!("appointments-leads-{}", leads.word())))
    }

    /// Adds what is to be known of a mentor before deciding about a newcomer.
    pub(crate) fn warn(
        &self,
        page: &Page,
        newcomer: &NewcomerId,
        (person, name): (&PersonId, &Name),
        warned: &mut Warned,
    ) {
        if let Some(post) = self.post(page, person) {
            let args = [("name", name.polite().into()), ("post", post.into())];
            warned.leading.push(i18n::t(page.lang(), "appointments-leads-one", &args));
        }
        if self.newcomers.get(newcomer).is_some_and(|other| other.is_written_like(name)) {
            warned.namesakes.push(name.full());
        }
    }
}
