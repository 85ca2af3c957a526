//! Mentoring that is shown at meetings of subject teams: planned, held with sheets on phones, read together, printed
//! (feat:F11; doc:A11; docs/decisions/0051); open to other schools of the district where it says so (0059).

mod bank;
mod decision;
mod edit;
mod list;
mod plan;
mod show;
mod steps;
mod visit;

use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::permissions::{Action, may};
use domain::scenes::{Refused, Scene};
use domain::{SceneDecisionId, SceneId, SituationId};
use i18n::Lang;
use jiff::civil::Time;
use serde::Deserialize;

/// Those that the reader sees.
#[derive(TypedPath)]
#[typed_path("/scenes")]
pub(crate) struct ListPath;

/// One is planned.
#[derive(TypedPath)]
#[typed_path("/scenes/new")]
pub(crate) struct NewPath;

/// One of them.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: SceneId,
}

/// Its day, hour and place, before it begins.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/edit", rejection(PageError))]
pub(crate) struct EditPath {
    pub(crate) id: SceneId,
}

/// It begins, closes, does not take place.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/step", rejection(PageError))]
pub(crate) struct StepPath {
    pub(crate) id: SceneId,
}

/// An observer's sheet.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/sheet", rejection(PageError))]
pub(crate) struct SheetPath {
    pub(crate) id: SceneId,
}

/// What belongs into the minutes.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/record", rejection(PageError))]
pub(crate) struct RecordPath {
    pub(crate) id: SceneId,
}

/// A decision is written down.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/decisions", rejection(PageError))]
pub(crate) struct DecidePath {
    pub(crate) id: SceneId,
}

/// A decision of a meeting that is being held, to be corrected or taken out.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/decisions/{decision}", rejection(PageError))]
pub(crate) struct DecisionPath {
    pub(crate) decision: SceneDecisionId,
}

/// A decision is carried out.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/done", rejection(PageError))]
pub(crate) struct DonePath {
    pub(crate) id: SceneId,
}

/// The question before it is called off.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/cancel", rejection(PageError))]
pub(crate) struct CancelPath {
    pub(crate) id: SceneId,
}

/// The card of whoever played the mentor says it, or not.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/card", rejection(PageError))]
pub(crate) struct CardPath {
    pub(crate) id: SceneId,
}

/// The link to the recording and who may follow it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/recording", rejection(PageError))]
pub(crate) struct RecordingPath {
    pub(crate) id: SceneId,
}

/// A teacher of another school comes, or steps back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/visit", rejection(PageError))]
pub(crate) struct VisitPath {
    pub(crate) id: SceneId,
}

/// A part of the play is given to an observer; a guest is asked.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/ask", rejection(PageError))]
pub(crate) struct AskPath {
    pub(crate) id: SceneId,
}

/// The guest says yes or no to it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/answer", rejection(PageError))]
pub(crate) struct AnswerPath {
    pub(crate) id: SceneId,
}

/// The minutes on paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/scenes/{id}/minutes/{lang}", rejection(PageError))]
pub(crate) struct MinutesPath {
    pub(crate) id: SceneId,
    pub(crate) lang: String,
}

/// The situations; the school adds one.
#[derive(TypedPath)]
#[typed_path("/situations")]
pub(crate) struct BankPath;

/// A situation of the school is put aside.
#[derive(TypedPath, Deserialize)]
#[typed_path("/situations/{id}/retire", rejection(PageError))]
pub(crate) struct RetirePath {
    pub(crate) id: SituationId,
}

/// Routes of scenes. Who is at a meeting is named for each, whatever their roles: the door is open and the action decides.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .get(Access::SignedIn, plan::blank)
        .post(Access::SignedIn, plan::plan)
        .get(Access::SignedIn, show::show)
        .get(Access::SignedIn, show::minutes)
        .get(Access::SignedIn, edit::show)
        .post(Access::SignedIn, edit::keep)
        .post(Access::SignedIn, steps::step)
        .get(Access::SignedIn, steps::ask_cancel)
        .post(Access::SignedIn, steps::observe)
        .post(Access::SignedIn, steps::record)
        .post(Access::SignedIn, steps::decide)
        .get(Access::SignedIn, decision::show)
        .post(Access::SignedIn, decision::keep)
        .post(Access::SignedIn, steps::done)
        .post(Access::SignedIn, steps::let_card_say)
        .post(Access::SignedIn, steps::link)
        .post(Access::SignedIn, visit::go)
        .post(Access::SignedIn, visit::ask)
        .post(Access::SignedIn, visit::answer)
        .get(Access::SignedIn, bank::show)
        .post(Access::SignedIn, bank::add)
        .post(Access::SignedIn, bank::retire)
}

/// May the reader plan meetings and add situations?
pub(crate) fn manages(page: &Page) -> Result<bool, PageError> {
    Ok(may(page.actor(), &Action::ManageScenes(page.school_id()?)).is_ok())
}

/// A time of day as people write it.
fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Team, day, hour, place in a line.
fn line(lang: Lang, scene: &Scene) -> String {
    let args = [
        ("team", scene.team.as_str().into()),
        ("day", i18n::day(lang, scene.day).into()),
        ("at", clock(scene.from).into()),
        ("place", scene.place.as_str().into()),
    ];
    i18n::t(lang, "scenes-line", &args)
}

/// What is read where something does not go on.
const fn refusal(why: Refused) -> &'static str {
    match why {
        Refused::NotHere => "scenes-refused-here",
        Refused::Past => "scenes-refused-past",
        Refused::TooEarly => "scenes-refused-early",
        Refused::Cast => "scenes-refused-cast",
        Refused::Stranger => "scenes-refused-stranger",
        Refused::Situation => "scenes-refused-situation",
        Refused::Timing => "scenes-refused-timing",
        Refused::Marks => "scenes-refused-marks",
        Refused::NoCourse => "scenes-refused-course",
        Refused::NoSheet => "scenes-refused-sheet",
        Refused::Until => "scenes-refused-until",
        Refused::Link => "scenes-refused-link",
        Refused::NotThere => "scenes-refused-viewer",
        Refused::Meanwhile => "scenes-refused-meanwhile",
        Refused::Plays => "scenes-refused-plays",
    }
}
