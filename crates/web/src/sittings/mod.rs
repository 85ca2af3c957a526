//! Sittings of the exam's theory: a list, a plan, one sitting with who is writing now and what it came to, and the texts
//! that somebody marks by hand (feat:G4; doc:A17).

mod figures;
mod list;
mod marking;
mod new;
mod printing;
mod quality;
mod show;
mod steps;

pub(crate) use crate::points::{points_text, read_points};
pub(crate) use figures::{coefficient, hidden, number};
use show::result_text;
pub(crate) use show::verdict_key;

use crate::page::short;
use crate::{Access, Page, PageError, Routes};
use actions::sittings::{MOST_PLACES, Refused};
use axum_extra::routing::TypedPath;
use domain::ExamId;
use domain::exams::{CutRefused, PlanFault, SittingRefused};
use domain::people::Role;
use domain::questions::{Language, Topic};
use domain::schools::School;
use i18n::Arg;
use serde::Deserialize;

/// All sittings.
#[derive(TypedPath)]
#[typed_path("/sittings")]
pub(crate) struct ListPath;

/// One is planned.
#[derive(TypedPath)]
#[typed_path("/sittings/new")]
pub(crate) struct NewPath;

/// One of them.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: ExamId,
}

/// All figures of its questions, with their keys.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/figures", rejection(PageError))]
pub(crate) struct FiguresPath {
    pub(crate) id: ExamId,
}

/// It begins, takes the questions of now, ends, tells its results.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/step", rejection(PageError))]
pub(crate) struct StepPath {
    pub(crate) id: ExamId,
}

/// Another cut.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/cut", rejection(PageError))]
pub(crate) struct CutPath {
    pub(crate) id: ExamId,
}

/// It does not count.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/call-off", rejection(PageError))]
pub(crate) struct CallOffPath {
    pub(crate) id: ExamId,
}

/// Minutes more for somebody.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/extension", rejection(PageError))]
pub(crate) struct ExtensionPath {
    pub(crate) id: ExamId,
}

/// Time is given back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/time", rejection(PageError))]
pub(crate) struct TimePath {
    pub(crate) id: ExamId,
}

/// Somebody is named to mark texts.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/marker", rejection(PageError))]
pub(crate) struct MarkerPath {
    pub(crate) id: ExamId,
}

/// A second look at the border.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/look", rejection(PageError))]
pub(crate) struct LookPath {
    pub(crate) id: ExamId,
}

/// Texts without names, for whoever marks them.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/marking", rejection(PageError))]
pub(crate) struct MarkingPath {
    pub(crate) id: ExamId,
}

/// The sheet of its results on paper.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: ExamId,
    pub(crate) lang: String,
}

/// The same as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sittings/{id}/table/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) id: ExamId,
    pub(crate) form: String,
}

/// Routes of sittings; who marks is named for each of them, whatever their roles.
pub(crate) fn routes() -> Routes {
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    Routes::new()
        .get(LEADERS, list::list)
        .get(LEADERS, new::blank)
        .post(LEADERS, new::plan)
        .get(LEADERS, show::show)
        .get(LEADERS, quality::show)
        .get(LEADERS, printing::paper)
        .get(LEADERS, printing::table)
        .post(LEADERS, steps::step)
        .post(LEADERS, steps::cut)
        .post(LEADERS, steps::call_off)
        .post(LEADERS, steps::extend)
        .post(LEADERS, steps::give_back)
        .post(LEADERS, steps::name_marker)
        .post(LEADERS, steps::look)
        .get(Access::SignedIn, marking::show)
        .post(Access::SignedIn, marking::mark)
}

/// The topics in the order of the plan, with the words of their fields and texts.
pub(crate) const TOPICS: [(Topic, &str); 6] = [
    (Topic::Law, "law"),
    (Topic::Learning, "learning"),
    (Topic::Adaptation, "adaptation"),
    (Topic::Feedback, "feedback"),
    (Topic::Talks, "talks"),
    (Topic::Safety, "safety"),
];

/// The name of a topic.
pub(crate) fn topic_text(page: &Page, topic: Topic) -> String {
    page.text(&format!("topics-{}", topic.word()))
}

/// The name of a language.
pub(crate) fn language_text(page: &Page, language: Language) -> String {
    page.text(&format!("sittings-language-{}", language.word()))
}

/// Somebody of another school, with its short name.
pub(crate) fn guest_text(page: &Page, name: &str, school: &School) -> String {
    let school = short(page.lang(), school);
    i18n::t(page.lang(), "sittings-guest", &[("name", name.into()), ("school", school.into())])
}

/// Why papers cannot be drawn in a language.
fn plan_words(page: &Page, language: Language, fault: PlanFault) -> (&'static str, Vec<(&'static str, Arg)>) {
    match fault {
        PlanFault::Nothing => ("sittings-refused-nothing", vec![]),
        PlanFault::BadTime => ("sittings-refused-minutes", vec![]),
        PlanFault::NotEnough(few) => (
            "sittings-refused-few",
            vec![
                ("language", language_text(page, language).into()),
                ("topic", topic_text(page, few.topic).into()),
                ("wanted", u32::from(few.wanted).into()),
                ("there", few.there.into()),
            ],
        ),
        PlanFault::Unequal(topic) => (
            "sittings-refused-unequal",
            vec![
                ("language", language_text(page, language).into()),
                ("topic", topic_text(page, topic).into()),
            ],
        ),
    }
}

/// Why a cut is not set.
pub(crate) fn cut_words(page: &Page, why: CutRefused) -> (&'static str, Vec<(&'static str, Arg)>) {
    match why {
        CutRefused::Frozen => ("sittings-refused-frozen", vec![]),
        CutRefused::OutOfReach => ("sittings-refused-reach", vec![]),
        CutRefused::TooFewJudges => ("sittings-refused-judges", vec![]),
        CutRefused::NotTheirMean { mean } => {
            ("sittings-refused-mean", vec![("mean", points_text(page.lang(), mean).into())])
        }
    }
}

/// What the coordinator reads where a sitting stays as it is.
fn refusal(page: &Page, why: &Refused) -> (&'static str, Vec<(&'static str, Arg)>) {
    match *why {
        Refused::Window => ("sittings-refused-window", vec![]),
        Refused::NoLanguage => ("sittings-refused-language", vec![]),
        Refused::Places => ("sittings-refused-places", vec![("most", u32::from(MOST_PLACES).into())]),
        Refused::Plan(language, fault) => plan_words(page, language, fault),
        Refused::Sitting(SittingRefused::Plan(fault)) => plan_words(page, Language::Kk, fault),
        Refused::Sitting(SittingRefused::Cut(why)) => cut_words(page, why),
        Refused::Sitting(SittingRefused::NotHere | SittingRefused::Rubric(_)) => {
            ("sittings-refused-not-here", vec![])
        }
        Refused::Sitting(SittingRefused::TooEarly) => ("sittings-refused-early", vec![]),
        Refused::Sitting(SittingRefused::NotOver) => ("sittings-refused-not-over", vec![]),
        Refused::Sitting(SittingRefused::NoCut) => ("sittings-refused-no-cut", vec![]),
        Refused::Sitting(SittingRefused::OtherBank { .. }) => ("sittings-refused-bank", vec![]),
        Refused::Sitting(SittingRefused::NoReason) | Refused::NoReason => {
            ("sittings-refused-no-reason", vec![])
        }
        Refused::NotACandidate => ("sittings-refused-candidate", vec![]),
        Refused::HasPaper => ("sittings-refused-has-paper", vec![]),
        Refused::TooLong { most } => ("sittings-refused-extension", vec![("most", u32::from(most).into())]),
        Refused::BadMarker => ("sittings-refused-marker", vec![]),
        Refused::BadTime => ("sittings-refused-time", vec![]),
        Refused::Writing(count) => ("sittings-refused-writing", vec![("count", count.into())]),
        Refused::Waiting(count) => ("sittings-refused-waiting", vec![("count", count.into())]),
        Refused::Told => ("sittings-refused-told", vec![]),
        Refused::NotAtBorder => ("sittings-refused-border", vec![]),
        Refused::OwnPaper => ("sittings-refused-own", vec![]),
        Refused::Bound => ("sittings-refused-bound", vec![]),
        Refused::OwnCut => ("sittings-refused-own-cut", vec![]),
    }
}
