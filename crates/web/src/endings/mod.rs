//! The planned end of a pair: the coordinator names the last day, the two write closing words, the letter of thanks is
//! printed (feat:E6).

mod extension;
mod list;
pub(crate) mod on_pair;
mod paper;
mod pause;
mod show;
mod words;

use crate::reports::{ShowPath as ReportPath, kind_key};
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::endings::{PlanRefused, Reason};
use domain::pairs::Pair;
use domain::people::Role;
use domain::programmes::Programme;
use domain::reports::{Kind, State as Reported, Term};
use domain::{Day, PairId};
use i18n::Arg;
use serde::Deserialize;
use store::Tx;

/// Last days of all pairs; one for all that have none is named by POST.
#[derive(TypedPath)]
#[typed_path("/endings")]
pub(crate) struct ListPath;

/// The end of one pair, for the coordinator; the day is named by POST.
#[derive(TypedPath, Deserialize)]
#[typed_path("/endings/{pair}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) pair: PairId,
}

/// The pair goes on.
#[derive(TypedPath, Deserialize)]
#[typed_path("/endings/{pair}/take-back", rejection(PageError))]
pub(crate) struct TakeBackPath {
    pub(crate) pair: PairId,
}

/// Closing words, for one of the two.
#[derive(TypedPath, Deserialize)]
#[typed_path("/endings/{pair}/words", rejection(PageError))]
pub(crate) struct WordsPath {
    pub(crate) pair: PairId,
}

/// More time for a pair, for the two and the coordinator; proposed by POST.
#[derive(TypedPath, Deserialize)]
#[typed_path("/endings/{pair}/extension", rejection(PageError))]
pub(crate) struct ExtensionPath {
    pub(crate) pair: PairId,
}

/// Somebody agrees, says no, takes it back or confirms.
#[derive(TypedPath, Deserialize)]
#[typed_path("/endings/{pair}/extension/turn", rejection(PageError))]
pub(crate) struct ExtensionTurnPath {
    pub(crate) pair: PairId,
}

/// Pauses of a pair, for the two and the coordinator; one is set by POST.
#[derive(TypedPath, Deserialize)]
#[typed_path("/endings/{pair}/pause", rejection(PageError))]
pub(crate) struct PausePath {
    pub(crate) pair: PairId,
}

/// The two are back earlier.
#[derive(TypedPath, Deserialize)]
#[typed_path("/endings/{pair}/pause/end", rejection(PageError))]
pub(crate) struct PauseEndPath {
    pub(crate) pair: PairId,
}

/// The letter of thanks in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/endings/{pair}/thanks/{lang}", rejection(PageError))]
pub(crate) struct ThanksPath {
    pub(crate) pair: PairId,
    pub(crate) lang: String,
}

/// Routes of planned ends.
pub(crate) fn routes() -> Routes {
    const TWO: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher]);
    const ALL: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher, Role::Coordinator]);
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    Routes::new()
        .get(COORDINATOR, list::list)
        .post(COORDINATOR, list::plan)
        .get(LEADERS, show::show)
        .post(COORDINATOR, show::plan)
        .post(COORDINATOR, show::take_back)
        .get(TWO, words::show)
        .post(TWO, words::keep)
        .get(ALL, extension::show)
        .post(ALL, extension::propose)
        .post(ALL, extension::turn)
        .get(ALL, pause::show)
        .post(ALL, pause::set)
        .post(ALL, pause::end)
        .get(LEADERS, paper::thanks)
}

/// Why no day is named: key and what stands in it.
fn refusal(page: &Page, why: PlanRefused) -> (&'static str, Vec<(&'static str, Arg)>) {
    let day = |day: Day| vec![("day", Arg::from(i18n::day(page.lang(), day)))];
    match why {
        PlanRefused::NotWorking => ("endings-refused-not-working", vec![]),
        PlanRefused::Past => ("endings-refused-past", vec![]),
        PlanRefused::BeforeFirstDay { from } => ("endings-refused-before", day(from)),
        PlanRefused::TooLate { work_until } => ("endings-refused-late", day(work_until)),
    }
}

/// What the two read of the reason: whether it is the planned end.
const fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::Planned => "endings-why-planned",
        Reason::GoalReached | Reason::MovesAway | Reason::Workload | Reason::Other => "endings-why-agreed",
    }
}

/// The mentor's report of the year on a pair, as the reader sees it: where it stands, and what is said of it.
async fn report(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    pair: &Pair,
) -> Result<(Option<String>, String), PageError> {
    let readable = actions::reports::readable(tx, &page.context(), programme).await?;
    let year = readable.into_iter().map(|opened| opened.report).find(|report| {
        report.pair.as_ref() == Some(&pair.id) && report.kind == Kind::Mentor && report.term == Term::Year
    });
    let signed = year.as_ref().is_some_and(|report| report.state == Reported::Approved);
    let key = if signed { "endings-report-signed" } else { "endings-report-unsigned" };
    let kind = page.text(&kind_key(Kind::Mentor, Term::Year));
    let words = i18n::t(page.lang(), key, &[("kind", kind.into())]);
    Ok((year.map(|report| ReportPath { id: report.id }.to_string()), words))
}
