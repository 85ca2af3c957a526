//! Names of everybody in a programme, to be put beside ids.

use crate::{Page, PageError};
use domain::people::Role;
use domain::programmes::Programme;
use domain::{MentorId, NewcomerId};
use store::Tx;
use store::people::Named;

/// Newcomers and mentors of a programme with their names.
pub(crate) struct Names {
    pub(crate) mentors: Vec<Named<MentorId>>,
    pub(crate) newcomers: Vec<Named<NewcomerId>>,
}

impl Names {
    /// The running programme of the reader's school, with its names.
    pub(crate) async fn load(page: &Page, tx: &mut Tx) -> Result<(Programme, Self), PageError> {
        let programme = store::programmes::latest(tx, page.school_id()?).await?.ok_or(PageError::NotFound)?;
        let names = Self::of(tx, &programme).await?;
        Ok((programme, names))
    }

    /// The names of a programme.
    pub(crate) async fn of(tx: &mut Tx, programme: &Programme) -> Result<Self, PageError> {
        let mentors = store::mentors::named(tx, &programme.school, &programme.id).await?;
        let newcomers = store::newcomers::named(tx, &programme.school, &programme.id).await?;
        Ok(Self { mentors, newcomers })
    }

    /// A mentor of the programme.
    pub(crate) fn mentor(&self, id: &MentorId) -> Result<&Named<MentorId>, PageError> {
        self.mentors.iter().find(|mentor| mentor.id == *id).ok_or(PageError::NotFound)
    }

    /// A newcomer of the programme.
    pub(crate) fn newcomer(&self, id: &NewcomerId) -> Result<&Named<NewcomerId>, PageError> {
        self.newcomers.iter().find(|newcomer| newcomer.id == *id).ok_or(PageError::NotFound)
    }
}

/// How colleagues address the person of the reader's school who has a role today; the first where there are
/// several.
pub(crate) async fn with_role(page: &Page, tx: &mut Tx, role: Role) -> Result<Option<String>, PageError> {
    let people = store::people::with_role(tx, page.school_id()?, role, page.today()).await?;
    let Some(id) = people.first() else { return Ok(None) };
    Ok(store::people::get(tx, id).await?.map(|person| person.name.polite()))
}
