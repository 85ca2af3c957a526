//! Names of everybody in the running programme, to be put beside ids.

use crate::{Page, PageError};
use domain::people::Role;
use domain::programmes::Programme;
use domain::{MentorId, NewcomerId, ProgrammeId, SchoolId};
use store::Tx;
use store::people::Named;

/// Names and subjects of a programme's mentors and newcomers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    pub(crate) mentors: Vec<Named<MentorId>>,
    pub(crate) newcomers: Vec<Named<NewcomerId>>,
}

impl Names {
    /// The programme that the reader's school has in sight, and everybody in it.
    pub(crate) async fn load(page: &Page, tx: &mut Tx) -> Result<(Programme, Self), PageError> {
        let school = page.school_id()?;
        let programme =
            store::programmes::in_sight(tx, school, page.today()).await?.ok_or(PageError::NotFound)?;
        let names = Self::of(tx, &programme).await?;
        Ok((programme, names))
    }

    /// The programme of something that the reader opens, running or over, and everybody in it.
    pub(crate) async fn in_programme(
        tx: &mut Tx,
        school: &SchoolId,
        programme: &ProgrammeId,
    ) -> Result<(Programme, Self), PageError> {
        let programme = store::programmes::get(tx, school, programme).await?.ok_or(PageError::NotFound)?;
        let names = Self::of(tx, &programme).await?;
        Ok((programme, names))
    }

    /// Everybody in a programme.
    pub(crate) async fn of(tx: &mut Tx, programme: &Programme) -> Result<Self, PageError> {
        let mentors = store::mentors::named(tx, &programme.school, &programme.id).await?;
        let newcomers = store::newcomers::named(tx, &programme.school, &programme.id).await?;
        Ok(Self { mentors, newcomers })
    }

    pub(crate) fn mentor(&self, id: &MentorId) -> Result<&Named<MentorId>, PageError> {
        self.mentors.iter().find(|mentor| mentor.id == *id).ok_or(PageError::NotFound)
    }

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
