//! Names of the newcomers and mentors of a programme, to be put beside ids.

use crate::PageError;
use domain::programmes::Programme;
use domain::{MentorId, NewcomerId, ProgrammeId, SchoolId};
use store::Tx;
use store::people::Named;

/// Everybody who takes part in a programme, in no order.
pub(crate) struct Names {
    pub(crate) mentors: Vec<Named<MentorId>>,
    pub(crate) newcomers: Vec<Named<NewcomerId>>,
}

impl Names {
    /// The latest programme of a school with its people.
    pub(crate) async fn load(school: &SchoolId, tx: &mut Tx) -> Result<(Programme, Self), PageError> {
        let programme = store::programmes::latest(tx, school).await?.ok_or(PageError::NotFound)?;
        let names = Self::of(school, &programme.id, tx).await?;
        Ok((programme, names))
    }

    /// The people of one programme.
    pub(crate) async fn of(
        school: &SchoolId,
        programme: &ProgrammeId,
        tx: &mut Tx,
    ) -> Result<Self, PageError> {
        let mentors = store::mentors::named(tx, school, programme).await?;
        let newcomers = store::newcomers::named(tx, school, programme).await?;
        Ok(Self { mentors, newcomers })
    }

    /// A mentor; somebody of another programme is not there.
    pub(crate) fn mentor(&self, id: &MentorId) -> Result<&Named<MentorId>, PageError> {
        self.mentors.iter().find(|mentor| mentor.id == *id).ok_or(PageError::NotFound)
    }

    /// A newcomer; somebody of another programme is not there.
    pub(crate) fn newcomer(&self, id: &NewcomerId) -> Result<&Named<NewcomerId>, PageError> {
        self.newcomers.iter().find(|newcomer| newcomer.id == *id).ok_or(PageError::NotFound)
    }
}
