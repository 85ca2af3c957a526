//! Sittings of the exam's theory (feat:G4; doc:A17; neg:N22): planned with everything that decides, begun, closed and told
//! by the coordinator. Papers are in [`crate::attempts`]; docs/decisions/0032 says what is frozen where.

mod announcing;
mod figures;
mod planning;
mod printing;
mod reading;
mod resuming;
mod running;
mod telling;
mod visiting;

pub(crate) use announcing::announce_to;
pub use figures::{Label, Picked, Question, Statistics, figures, is_over, reads_key, statistics};
pub use measure::gates::{Estimate, Figure, NotShown};
pub use measure::items::Reading;
pub use measure::moodle::Question as MoodleQuestion;
pub use measure::options::Reading as OptionReading;
pub use measure::papers::Errors;
pub(crate) use planning::worth;
pub use planning::{Bar, MOST_PLACES, Planned, extend, name_marker, plan, renew, set_cut};
pub use printing::sheet;
pub use reading::{Paper, course, standing};
pub(crate) use reading::{admitted_again, banks, mark, may_sit, points};
pub use resuming::{beat, resume};
pub use running::{begin, call_off, close, give_back};
pub(crate) use telling::note_at_home;
pub use telling::{look_again, may_look, tell};
pub use visiting::{Away, CameTo, Visitor, away, give_place_back, take_place, visitors};
pub(crate) use visiting::{called, elsewhere, free, kept_from, place};

use crate::{Context, Failed};
use domain::courses::Course;
use domain::exams::{PlanFault, Sitting, SittingRefused};
use domain::permissions::{Action, may};
use domain::questions::Language;
use domain::{ExamId, SchoolId};
use store::Tx;

/// Why a sitting stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It would end before it begins, or it begins in the past.
    Window,
    /// No language is chosen.
    NoLanguage,
    /// More places for other schools than [`MOST_PLACES`].
    Places,
    /// Papers cannot be drawn in a language.
    Plan(Language, PlanFault),
    /// The rules of sittings say no.
    Sitting(SittingRefused),
    /// Nobody of the school who is in the course.
    NotACandidate,
    /// Their paper is open already: more time is agreed before.
    HasPaper,
    /// More minutes than may be added.
    TooLong {
        /// Most minutes.
        most: u16,
    },
    /// Who marks does not work here, or writes a paper of this sitting.
    BadMarker,
    /// The time does not lie within the sitting, runs backwards, has not passed yet, or was taken from no paper.
    BadTime,
    /// A reason is missing.
    NoReason,
    /// So many papers are still being written.
    Writing(usize),
    /// So many texts wait for whoever marks them.
    Waiting(usize),
    /// Results were told.
    Told,
    /// The paper did not come to the border, or it is decided.
    NotAtBorder,
    /// It is about the own paper: somebody else who leads the school decides.
    OwnPaper,
    /// They are bound to the candidate: somebody else decides.
    Bound,
    /// Whoever is in the course sets no cut of an exam they may write.
    OwnCut,
}

impl From<SittingRefused> for Refused {
    fn from(why: SittingRefused) -> Self {
        Self::Sitting(why)
    }
}

/// Whoever is in the course of a school sets no cut there: it would be their own.
async fn sets_no_own_cut(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
) -> Result<(), Failed<Refused>> {
    let own = course(tx, school, &context.actor.person).await?;
    if own.as_ref().is_some_and(Course::runs) { Err(Failed::Refused(Refused::OwnCut)) } else { Ok(()) }
}

/// A sitting of the actor's school, for whoever manages it; somebody else's looks as if it were not there.
pub async fn managed<R>(tx: &mut Tx, context: &Context<'_>, id: &ExamId) -> Result<Sitting, Failed<R>> {
    let sitting = store::sittings::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageSittings(&sitting.school))?;
    Ok(sitting)
}
