//! Judges of the cut of a sitting, before it begins (feat:G4; methods of measurement, §3): the coordinator asks them, each
//! judges alone and in two rounds, and what they come to can be taken as the cut. docs/decisions/0039 says who sees what.

mod asking;
mod judging;
mod reading;

pub use asking::{ask, close, discuss, release, renew, take};
pub use judging::{bear, judge};
pub use measure::agreement::Intraclass;
pub use measure::cuts::angoff::Called;
pub use measure::cuts::hofstee::Check;
pub use reading::{Board, Outcome, Question, Seen, Spread, board, check, open, to_judge};

use crate::{Context, Failed};
use domain::exams::{Judged, Panel, PanelRefused, Sitting, SittingRefused, SittingState, judged};
use domain::permissions::{Action, may};
use domain::questions::{Bank, Language};
use domain::{ExamId, PersonId};
use std::collections::BTreeMap;
use store::Tx;

/// Why judges stay as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The rules of judges say no.
    Panel(PanelRefused),
    /// The rules of sittings say no.
    Sitting(SittingRefused),
    /// Who does not work here, is in the course or writes this exam does not judge it.
    BadJudge,
}

/// A refusal of the rules of judges.
fn refused(why: PanelRefused) -> Failed<Refused> {
    Failed::Refused(Refused::Panel(why))
}

/// A sitting that has not begun: afterwards nobody moves the bar.
fn ahead(sitting: &Sitting) -> Result<(), Failed<Refused>> {
    if sitting.state == SittingState::Planned { Ok(()) } else { Err(refused(PanelRefused::NotHere)) }
}

/// The judges of a sitting, for whoever manages it.
async fn managed(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &ExamId,
) -> Result<(Sitting, Panel), Failed<Refused>> {
    let sitting = crate::sittings::managed::<Refused>(tx, context, id).await?;
    ahead(&sitting)?;
    let panel = store::panels::get(tx, id).await?.ok_or_else(|| refused(PanelRefused::TooFew))?;
    Ok((sitting, panel))
}

/// The same for whoever was asked to judge; for everybody else it is not there.
async fn asked<R>(tx: &mut Tx, context: &Context<'_>, id: &ExamId) -> Result<(Sitting, Panel), Failed<R>> {
    let sitting = store::sittings::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let panel = store::panels::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let judges: Vec<PersonId> = panel.judges.keys().cloned().collect();
    may(context.actor, &Action::JudgeSitting { school: &sitting.school, judges: &judges })?;
    // Whoever has begun the course since reads no question of it any more.
    let course = crate::sittings::course(tx, &sitting.school, &context.actor.person).await?;
    if course.is_some_and(|course| course.runs()) {
        return Err(Failed::NotFound);
    }
    Ok((sitting, panel))
}

/// The questions that are judged, as they stand in each language of the sitting.
async fn banks(tx: &mut Tx, sitting: &Sitting, version: u32) -> store::Result<BTreeMap<Language, Bank>> {
    let mut banks = BTreeMap::new();
    for language in &sitting.languages {
        let bank = store::questions::bank_at(tx, &sitting.school, *language, version).await?;
        banks.insert(*language, bank);
    }
    Ok(banks)
}

/// What the judges of a sitting look at.
async fn items(tx: &mut Tx, sitting: &Sitting, panel: &Panel) -> store::Result<Vec<Judged>> {
    let banks: Vec<Bank> = banks(tx, sitting, panel.bank).await?.into_values().collect();
    Ok(judged(&sitting.plan, &banks))
}
