//! The survey of both sides: opened, closed and read in groups by those who lead the programme, answered or skipped by
//! each person alone (doc:A14; essay:E35).

mod close;
mod list;
mod own;
mod show;

use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::SurveyId;
use domain::people::Role;
use domain::surveys::{AnswerRefused, OpenRefused, Wave};
use i18n::Arg;
use serde::Deserialize;

/// All waves; one is opened here too.
#[derive(TypedPath)]
#[typed_path("/surveys")]
pub(crate) struct ListPath;

/// The own form.
#[derive(TypedPath)]
#[typed_path("/surveys/own")]
pub(crate) struct OwnPath;

/// The open wave is skipped.
#[derive(TypedPath)]
#[typed_path("/surveys/own/skip")]
pub(crate) struct SkipPath;

/// What a closed wave tells of groups.
#[derive(TypedPath, Deserialize)]
#[typed_path("/surveys/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: SurveyId,
}

/// The same on paper in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/surveys/{id}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: SurveyId,
    pub(crate) lang: String,
}

/// The same as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/surveys/{id}/table/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) id: SurveyId,
    pub(crate) form: String,
}

/// A wave is closed, after a question.
#[derive(TypedPath, Deserialize)]
#[typed_path("/surveys/{id}/close", rejection(PageError))]
pub(crate) struct ClosePath {
    pub(crate) id: SurveyId,
}

/// The coordinator has talked with somebody.
#[derive(TypedPath, Deserialize)]
#[typed_path("/surveys/{id}/talked", rejection(PageError))]
pub(crate) struct TalkedPath {
    pub(crate) id: SurveyId,
}

/// Routes of the survey; whoever mentors provisionally need not have the right of the programme.
pub(crate) fn routes() -> Routes {
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    const BOTH: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher]);
    Routes::new()
        .get(LEADERS, list::list)
        .post(COORDINATOR, list::open)
        .post(COORDINATOR, list::talked)
        .get(LEADERS, show::show)
        .get(LEADERS, show::paper)
        .get(LEADERS, show::table)
        .get(COORDINATOR, close::ask)
        .post(COORDINATOR, close::close)
        .get(BOTH, own::show)
        .post(BOTH, own::keep)
        .post(BOTH, own::skip)
}

/// The name of a wave.
pub(crate) fn wave_text(page: &Page, wave: Wave) -> String {
    page.text(&format!("surveys-wave-{}", wave.word()))
}

/// What the coordinator reads where no wave is opened.
fn open_refusal(page: &Page, why: OpenRefused) -> (&'static str, Vec<(&'static str, Arg)>) {
    match why {
        OpenRefused::NotNow => ("surveys-refused-not-now", vec![]),
        OpenRefused::Taken => ("surveys-refused-taken", vec![]),
        OpenRefused::Nobody => ("surveys-refused-nobody", vec![]),
        OpenRefused::TooEarly => ("surveys-refused-too-early", vec![]),
        OpenRefused::TooLate { latest } => {
            ("surveys-refused-too-late", vec![("day", i18n::day_short(page.lang(), latest).into())])
        }
    }
}

const fn answer_refusal(why: AnswerRefused) -> &'static str {
    match why {
        AnswerRefused::NotOpen => "surveys-refused-closed",
        AnswerRefused::Nothing => "surveys-refused-nothing",
        AnswerRefused::NotAsked => "surveys-refused-not-asked",
    }
}
