//! Judges of the cut of a sitting (feat:G4; methods of measurement, §3): who judges and what they came to, for whoever leads
//! the exam; the questions, for each judge alone.

mod board;
mod judging;
mod steps;

use crate::sittings::{cut_words, points_text};
use crate::{Access, Page, PageError, Routes};
use actions::panels::{Refused, Spread};
use axum_extra::routing::TypedPath;
use domain::ExamId;
use domain::exams::{PanelRefused, SittingRefused};
use domain::people::Role;
use domain::questions::{Language, Points};
use i18n::Arg;
use serde::Deserialize;

/// The judges of a sitting.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/panel", rejection(PageError))]
pub(crate) struct BoardPath {
    pub(crate) id: ExamId,
}

/// Somebody is asked to judge.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/panel/ask", rejection(PageError))]
pub(crate) struct AskPath {
    pub(crate) id: ExamId,
}

/// Somebody is released.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/panel/release", rejection(PageError))]
pub(crate) struct ReleasePath {
    pub(crate) id: ExamId,
}

/// The second round, the end, the cut, other questions.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/panel/step", rejection(PageError))]
pub(crate) struct StepPath {
    pub(crate) id: ExamId,
}

/// The questions, for a judge.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/judging", rejection(PageError))]
pub(crate) struct JudgingPath {
    pub(crate) id: ExamId,
}

/// What a judge would put up with.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/judging/bounds", rejection(PageError))]
pub(crate) struct BoundsPath {
    pub(crate) id: ExamId,
}

/// Routes of judges; who judges is asked for each sitting, whatever their roles.
pub(crate) fn routes() -> Routes {
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    Routes::new()
        .get(LEADERS, board::show)
        .post(LEADERS, steps::ask)
        .post(LEADERS, steps::release)
        .post(LEADERS, steps::step)
        .get(Access::SignedIn, judging::show)
        .post(Access::SignedIn, judging::save)
        .post(Access::SignedIn, judging::bear)
}

/// Questions are read in the reader's language where the sitting has it.
fn language(page: &Page) -> Language {
    Language::from_word(page.lang().tag()).unwrap_or(Language::Kk)
}

/// How far shares lie apart, in words.
fn spread_text(page: &Page, key: &str, spread: Spread) -> String {
    let args = [
        ("mean", spread.mean.into()),
        ("low", u32::from(spread.low).into()),
        ("high", u32::from(spread.high).into()),
    ];
    i18n::t(page.lang(), key, &args)
}

fn points(page: &Page, points: Points) -> String {
    points_text(page.lang(), points)
}

/// What is read where judges stay as they are.
fn refusal(page: &Page, why: &Refused) -> (&'static str, Vec<(&'static str, Arg)>) {
    match why {
        Refused::BadJudge => ("panels-refused-judge", vec![]),
        Refused::Sitting(SittingRefused::Cut(why)) => cut_words(page, *why),
        Refused::Sitting(_) | Refused::Panel(PanelRefused::NotHere | PanelRefused::NotAJudge) => {
            ("panels-refused-not-here", vec![])
        }
        Refused::Panel(PanelRefused::TooFew) => ("panels-refused-few", vec![]),
        Refused::Panel(PanelRefused::Waits(count)) => {
            ("panels-refused-waits", vec![("count", (*count).into())])
        }
        Refused::Panel(PanelRefused::OffScale { .. }) => ("panels-refused-scale", vec![]),
        Refused::Panel(PanelRefused::Missing(count)) => {
            ("panels-refused-missing", vec![("count", (*count).into())])
        }
        Refused::Panel(PanelRefused::Bounds) => ("panels-refused-bounds", vec![]),
        Refused::Panel(PanelRefused::OtherBank) => ("panels-refused-bank", vec![]),
    }
}
