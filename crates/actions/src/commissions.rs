//! The practice of the exam before a commission (feat:G5, G6; doc:A17; neg:N23): the coordinator names who sits in it, its
//! candidates get a situation that is drawn, each examiner marks alone and seals, and the result leads the course on.
//! docs/decisions/0034 says who is bound to whom and what a gap waits for.

mod changing;
pub(crate) mod content;
mod cutting;
mod examining;
mod marking;
mod naming;
mod printing;
mod reading;
mod sending;
mod ties;

pub use changing::{Moved, change, remove};
pub use content::{Card, Line, card, criterion, scale};
pub(crate) use cutting::in_force;
pub use cutting::{Bar, Recut, bar, recut};
pub use examining::{CriterionFigures, Figures, Means, Own, Severity, figures, grade, own, own_grade};
pub use marking::{Put, begin, explain, put, save, tell};
pub use measure::agreement::{Kappas, Shares};
pub use measure::cuts::borderline::Cut as BorderlineCut;
pub use measure::examiners::Effect;
pub use naming::{MOST_PLACE, MOST_PLACES, Named, admit, name, replace, take_off, third};
pub use printing::protocol;
pub use reading::{Board, Seat, Seen, absent, board, candidates, examiners, open, seen};
pub use sending::{Opened, Sent, called, is_own, opened, send};
pub(crate) use sending::{free, give_places_back};
pub(crate) use ties::ties;

use crate::{Context, Failed};
use domain::exams::{Commission, Conflict, Hearing, HearingRefused, RecutRefused};
use domain::permissions::{Action, may};
use domain::{CommissionId, HearingId, PersonId};
use store::Tx;

/// Why a commission or a practice stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The day is over.
    Past,
    /// Two to four sit in a commission.
    Members,
    /// Somebody who does not work here on that day.
    Stranger,
    /// The theory is not passed, the day of the retake has not come, or they have left the course.
    NotACandidate,
    /// They wait for another commission.
    Elsewhere,
    /// Their own practice waits with the same situation; they would read its card.
    SameSituation,
    /// Somebody before this commission has begun: its day, hour and place stand.
    Begun,
    /// It hears somebody: they are taken off before.
    Heard,
    /// More places for other schools than [`MOST_PLACES`].
    Places,
    /// The places for other schools are taken.
    Full,
    /// Examiners of other schools are sent before the commission hears anybody.
    Late,
    /// Whoever leads the course does not name their own commission.
    OwnExam,
    /// These must not mark the candidate.
    Conflicts {
        /// Whom.
        candidate: PersonId,
        /// Who, and why.
        found: Vec<Conflict>,
    },
    /// The cut does not fit.
    Recut(RecutRefused),
    /// The rules of the practice say no.
    Hearing(HearingRefused),
}

impl Refused {
    /// A refusal of the rules about a candidate.
    fn of(hearing: &Hearing) -> impl Fn(HearingRefused) -> Failed<Self> {
        let candidate = hearing.candidate.clone();
        move |why| {
            Failed::Refused(match why {
                HearingRefused::Conflicts(found) => Self::Conflicts { candidate: candidate.clone(), found },
                why => Self::Hearing(why),
            })
        }
    }
}

/// A commission of the actor's school, for whoever names them; somebody else's looks as if it were not there.
pub async fn managed<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &CommissionId,
) -> Result<Commission, Failed<R>> {
    let commission = store::commissions::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageCommissions(&commission.school))?;
    Ok(commission)
}

/// A candidate with the commission, as they are kept.
async fn loaded<R>(tx: &mut Tx, id: &HearingId) -> Result<(Hearing, Commission), Failed<R>> {
    let hearing = store::commissions::hearing(tx, id).await?.ok_or(Failed::NotFound)?;
    let commission = store::commissions::get(tx, &hearing.commission).await?.ok_or(Failed::NotFound)?;
    Ok((hearing, commission))
}

/// The same for whoever leads the course and is not the candidate.
async fn led(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &HearingId,
) -> Result<(Hearing, Commission), Failed<Refused>> {
    let (hearing, commission) = loaded::<Refused>(tx, id).await?;
    may(context.actor, &Action::ManageCommissions(&hearing.school))?;
    if hearing.candidate == context.actor.person {
        return Err(Failed::Refused(Refused::OwnExam));
    }
    Ok((hearing, commission))
}

/// The same for whoever has a sheet.
async fn examined<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &HearingId,
) -> Result<(Hearing, Commission), Failed<R>> {
    let (hearing, commission) = loaded::<R>(tx, id).await?;
    let examiners: Vec<PersonId> = hearing.sheets.keys().cloned().collect();
    let school = hearing.home_of(&context.actor.person);
    may(context.actor, &Action::MarkHearing { school, examiners: &examiners })?;
    Ok((hearing, commission))
}
