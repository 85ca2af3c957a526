//! The mentor course (feat:G1–G3; essay:E25–E32; doc:A16): where one is and what is missing, cases from practice with
//! replies, sessions of training, the coordinator's table.

mod announce;
mod blocks;
mod candidates;
mod case;
mod cases;
mod certificates;
mod decline;
mod material;
mod own;
mod pieces;
mod reasoned;
mod recognitions;
mod revoke;
mod self_check;
mod tell;
mod training;
mod trainings;

pub(crate) use certificates::worth;

use crate::said::Said;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::courses::{CardRefused, Gap, JoinRefused, Seat, Stage, TrainingRefused};
use domain::people::Role;
use domain::{CaseId, CourseId, PersonId, TrainingId};
use i18n::Lang;
use serde::Deserialize;

/// The own course.
#[derive(TypedPath)]
#[typed_path("/courses")]
pub(crate) struct OwnPath;

/// Somebody asks for a place.
#[derive(TypedPath)]
#[typed_path("/courses/apply")]
pub(crate) struct ApplyPath;

/// They take that back.
#[derive(TypedPath)]
#[typed_path("/courses/withdraw")]
pub(crate) struct WithdrawPath;

/// Somebody goes out of the course.
#[derive(TypedPath)]
#[typed_path("/courses/leave")]
pub(crate) struct LeavePath;

/// The outline of the course.
#[derive(TypedPath)]
#[typed_path("/courses/material")]
pub(crate) struct MaterialPath;

/// What one session of the outline is taught from.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/material/{session}", rejection(PageError))]
pub(crate) struct SessionPath {
    pub(crate) session: String,
}

/// Topics of which questions can be tried for practice.
#[derive(TypedPath)]
#[typed_path("/courses/self-check")]
pub(crate) struct SelfChecksPath;

/// Questions of a topic to try.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/self-check/{topic}", rejection(PageError))]
pub(crate) struct SelfCheckPath {
    pub(crate) topic: String,
}

/// Cases, found by words and topic.
#[derive(TypedPath)]
#[typed_path("/courses/cases")]
pub(crate) struct CasesPath;

/// A case is told.
#[derive(TypedPath)]
#[typed_path("/courses/cases/new")]
pub(crate) struct TellPath;

/// One case with its replies.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/cases/{case}", rejection(PageError))]
pub(crate) struct CasePath {
    pub(crate) case: CaseId,
}

/// Somebody replies.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/cases/{case}/reply", rejection(PageError))]
pub(crate) struct ReplyPath {
    pub(crate) case: CaseId,
}

/// The author of a case says who reads it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/cases/{case}/readers", rejection(PageError))]
pub(crate) struct ReadersPath {
    pub(crate) case: CaseId,
}

/// The author of a case takes it back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/cases/{case}/take-back", rejection(PageError))]
pub(crate) struct TakeBackPath {
    pub(crate) case: CaseId,
}

/// The author of a reply takes it back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/cases/{case}/unreply", rejection(PageError))]
pub(crate) struct UnreplyPath {
    pub(crate) case: CaseId,
}

/// The coordinator takes a case off.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/cases/{case}/take-off", rejection(PageError))]
pub(crate) struct TakeOffPath {
    pub(crate) case: CaseId,
}

/// Sessions of training.
#[derive(TypedPath)]
#[typed_path("/courses/trainings")]
pub(crate) struct TrainingsPath;

/// One is announced.
#[derive(TypedPath)]
#[typed_path("/courses/trainings/new")]
pub(crate) struct AnnouncePath;

/// One session.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/trainings/{training}", rejection(PageError))]
pub(crate) struct TrainingPath {
    pub(crate) training: TrainingId,
}

/// Somebody signs up.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/trainings/{training}/sign-up", rejection(PageError))]
pub(crate) struct SignUpPath {
    pub(crate) training: TrainingId,
}

/// Somebody steps back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/trainings/{training}/step-back", rejection(PageError))]
pub(crate) struct StepBackPath {
    pub(crate) training: TrainingId,
}

/// The leader marks who came.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/trainings/{training}/mark", rejection(PageError))]
pub(crate) struct MarkPath {
    pub(crate) training: TrainingId,
}

/// Who leads a session writes its materials anew.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/trainings/{training}/materials", rejection(PageError))]
pub(crate) struct MaterialsPath {
    pub(crate) training: TrainingId,
}

/// The coordinator cancels a session.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/trainings/{training}/cancel", rejection(PageError))]
pub(crate) struct CancelPath {
    pub(crate) training: TrainingId,
}

/// Everybody in the course.
#[derive(TypedPath)]
#[typed_path("/courses/candidates")]
pub(crate) struct CandidatesPath;

/// Somebody who asks gets no place now.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/candidates/decline/{person}", rejection(PageError))]
pub(crate) struct DeclinePath {
    pub(crate) person: PersonId,
}

/// Somebody is enrolled.
#[derive(TypedPath)]
#[typed_path("/courses/candidates/enrol")]
pub(crate) struct EnrolPath;

/// The holder of a right makes the certificate about it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/certificates/{course}", rejection(PageError))]
pub(crate) struct CertificatePath {
    pub(crate) course: CourseId,
}

/// They show it on their card, or not any more.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/certificates/{course}/card", rejection(PageError))]
pub(crate) struct CertificateCardPath {
    pub(crate) course: CourseId,
}

/// The certificate in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/certificates/{course}/{lang}", rejection(PageError))]
pub(crate) struct CertificatePaperPath {
    pub(crate) course: CourseId,
    pub(crate) lang: String,
}

/// The same as a digital badge: `json`, or `png` with the badge inside.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/certificates/{course}/{lang}/{form}", rejection(PageError))]
pub(crate) struct BadgePath {
    pub(crate) course: CourseId,
    pub(crate) lang: String,
    pub(crate) form: String,
}

/// Rights that other schools granted, shown here.
#[derive(TypedPath)]
#[typed_path("/courses/recognitions")]
pub(crate) struct RecognitionsPath;

/// Somebody does not show one any more.
#[derive(TypedPath)]
#[typed_path("/courses/recognitions/hide")]
pub(crate) struct HideRightPath;

/// The coordinator recognises one, or does not.
#[derive(TypedPath)]
#[typed_path("/courses/recognitions/decide")]
pub(crate) struct DecideRightPath;

/// The coordinator takes a right away.
#[derive(TypedPath, Deserialize)]
#[typed_path("/courses/candidates/{course}/revoke", rejection(PageError))]
pub(crate) struct RevokePath {
    pub(crate) course: CourseId,
}

/// Routes of the course. Whoever teaches in the school may ask for a place.
pub(crate) fn routes() -> Routes {
    const STAFF: Access = Access::OneOf(&[Role::Teacher, Role::Mentor, Role::Coordinator, Role::Head]);
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    Routes::new()
        .get(STAFF, own::show)
        .post(STAFF, own::apply)
        .post(STAFF, own::withdraw)
        .post(STAFF, own::leave)
        .get(STAFF, material::show)
        .get(STAFF, material::session)
        .get(STAFF, self_check::topics)
        .get(STAFF, self_check::show)
        .post(STAFF, self_check::check)
        .get(STAFF, cases::list)
        .get(STAFF, tell::blank)
        .post(STAFF, tell::keep)
        .get(STAFF, case::show)
        .post(STAFF, case::reply)
        .post(STAFF, case::readers)
        .post(STAFF, case::take_back)
        .post(STAFF, case::unreply)
        .post(COORDINATOR, case::take_off)
        .get(STAFF, trainings::list)
        .get(COORDINATOR, announce::blank)
        .post(COORDINATOR, announce::keep)
        .get(STAFF, training::show)
        .post(STAFF, training::sign_up)
        .post(STAFF, training::step_back)
        .post(STAFF, training::mark)
        .post(STAFF, training::amend)
        .post(COORDINATOR, training::cancel)
        .get(COORDINATOR, candidates::show)
        .post(COORDINATOR, candidates::enrol)
        .get(COORDINATOR, decline::blank)
        .post(COORDINATOR, decline::keep)
        .post(STAFF, certificates::make_one)
        .post(STAFF, certificates::card)
        .get(STAFF, certificates::file)
        .get(STAFF, certificates::badge)
        .get(STAFF, recognitions::list)
        .post(STAFF, recognitions::show)
        .post(STAFF, recognitions::hide)
        .post(COORDINATOR, recognitions::decide)
        .get(COORDINATOR, revoke::blank)
        .post(COORDINATOR, revoke::keep)
}

/// A length of time in hours, and minutes where there are some.
fn hours(lang: Lang, minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match rest {
        0 => Said::new("courses-hours").with("count", hours),
        _ => Said::new("courses-hours-minutes").with("hours", hours).with("minutes", rest),
    }
    .words(lang)
}

/// What is missing, in words.
pub(crate) fn gap(lang: Lang, gap: Gap) -> String {
    match gap {
        Gap::Cases(count) => Said::new("courses-gap-cases").with("count", count),
        Gap::Replies(count) => Said::new("courses-gap-replies").with("count", count),
        Gap::Minutes(minutes) => Said::new("courses-gap-hours").with("hours", hours(lang, minutes)),
    }
    .words(lang)
}

/// For which stage a session is held.
fn stage(page: &Page, stage: Stage) -> String {
    page.text(&format!("courses-training-stage-{}", stage.word()))
}

fn seat(page: &Page, seat: Seat) -> String {
    match seat {
        Seat::Place => page.text("courses-seat-place"),
        Seat::Waiting(number) => Said::new("courses-seat-waiting").with("number", number).words(page.lang()),
    }
}

const fn join_refusal(why: JoinRefused) -> &'static str {
    match why {
        JoinRefused::Runs => "courses-refused-runs",
        JoinRefused::Left => "courses-refused-left",
        JoinRefused::Newcomer => "courses-refused-newcomer",
    }
}

const fn card_refusal(why: CardRefused) -> &'static str {
    match why {
        CardRefused::Empty => "courses-refused-empty",
        CardRefused::TooLong { .. } => "courses-refused-long",
        CardRefused::NoCourse => "courses-refused-no-course",
        CardRefused::OwnCase => "courses-refused-own-case",
        CardRefused::Counts => "courses-refused-counts",
    }
}

const fn training_refusal(why: TrainingRefused) -> &'static str {
    match why {
        TrainingRefused::Empty => "courses-refused-empty",
        TrainingRefused::TooLong { .. } => "courses-refused-long",
        TrainingRefused::Time => "courses-refused-time",
        TrainingRefused::Places => "courses-refused-places",
        TrainingRefused::Past => "courses-refused-past",
        TrainingRefused::Begun => "courses-refused-begun",
        TrainingRefused::NotOver => "courses-refused-not-over",
        TrainingRefused::Cancelled => "courses-refused-cancelled",
        TrainingRefused::Settled => "courses-refused-settled",
        TrainingRefused::NotAtTraining => "courses-refused-not-at-training",
        TrainingRefused::NotAtDiscussion => "courses-refused-not-at-discussion",
        TrainingRefused::SameTime => "courses-refused-same-time",
        TrainingRefused::Leads => "courses-refused-leads",
    }
}
