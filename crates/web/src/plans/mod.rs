//! Plans: the mentor's work plan and the newcomer's development plan, read and changed on one kind of page
//! (feat:E1, E4; doc:A4, A5).

mod answers;
mod history;
mod item;
mod list;
mod own;
mod paper;
mod show;
mod sign;
mod steps;
mod template;

pub(crate) use sign::refusal as signing_refusal;

use crate::formsets::asking::unfit;
use crate::layout::parts::Choice;
use crate::reports::seals::MOST_FORM;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::people::Role;
use domain::plans::{Item, PlanRefused};
use domain::{Day, PairId, PlanId, PlanItemId};
use serde::Deserialize;

/// The plans that the reader may open.
#[derive(TypedPath)]
#[typed_path("/plans")]
pub(crate) struct ListPath;

/// One of the two makes the work plan of a pair.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/make/{pair}", rejection(PageError))]
pub(crate) struct MakePath {
    pub(crate) pair: PairId,
}

/// The template of the school's work plans; a week of it is changed by POST.
#[derive(TypedPath)]
#[typed_path("/plans/template")]
pub(crate) struct TemplatePath;

/// A step of the school's own is added to the template.
#[derive(TypedPath)]
#[typed_path("/plans/template/own")]
pub(crate) struct OwnPath;

/// A step of the school's own is taken off the template.
#[derive(TypedPath)]
#[typed_path("/plans/template/remove")]
pub(crate) struct RemovePath;

/// What the template does to plans that run is applied as it was shown.
#[derive(TypedPath)]
#[typed_path("/plans/template/apply")]
pub(crate) struct ApplyPath;

/// One plan.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: PlanId,
}

/// A step in own words is added.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/{id}/add", rejection(PageError))]
pub(crate) struct AddPath {
    pub(crate) id: PlanId,
}

/// The questions that were added to its form are answered.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/{id}/answers", rejection(PageError))]
pub(crate) struct AnswersPath {
    pub(crate) id: PlanId,
}

/// The mentor says that it is ready to be signed.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/{id}/ready", rejection(PageError))]
pub(crate) struct ReadyPath {
    pub(crate) id: PlanId,
}

/// It is signed.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/{id}/sign", rejection(PageError))]
pub(crate) struct SignPath {
    pub(crate) id: PlanId,
}

/// What a qualified signature signs; by POST the file with it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/{id}/seal", rejection(PageError))]
pub(crate) struct SealPath {
    pub(crate) id: PlanId,
}

/// It was read and goes into the folder.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/{id}/read", rejection(PageError))]
pub(crate) struct ReadPath {
    pub(crate) id: PlanId,
}

/// It is returned with a comment.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/{id}/return", rejection(PageError))]
pub(crate) struct ReturnPath {
    pub(crate) id: PlanId,
}

/// Who changed what.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/{id}/history", rejection(PageError))]
pub(crate) struct HistoryPath {
    pub(crate) id: PlanId,
}

/// The paper in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/{id}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: PlanId,
    pub(crate) lang: String,
}

/// Its steps as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/{id}/table/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) id: PlanId,
    pub(crate) form: String,
}

/// One step.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/items/{plan_item}", rejection(PageError))]
pub(crate) struct ItemPath {
    pub(crate) plan_item: PlanItemId,
}

/// A step is ticked, taken away, or either is undone.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/items/{plan_item}/turn", rejection(PageError))]
pub(crate) struct TurnPath {
    pub(crate) plan_item: PlanItemId,
}

/// Routes of plans. Whoever mentors provisionally need not have the right of the programme, so every teacher may
/// come, and a plan shows itself to those whose it is.
pub(crate) fn routes() -> Routes {
    const TWO: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher]);
    const READERS: Access =
        Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher, Role::Coordinator, Role::Head]);
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    const FORMS: Access = Access::OneOf(&[Role::Coordinator, Role::DistrictOfficer]);
    Routes::new()
        .get(READERS, list::list)
        .get(FORMS, template::show)
        .post(FORMS, template::change)
        .post(COORDINATOR, template::apply_shown)
        .post(FORMS, own::add)
        .post(FORMS, own::remove)
        .post(TWO, show::make)
        .get(READERS, show::show)
        .post(TWO, answers::keep)
        .post(TWO, sign::ready)
        .post(READERS, sign::sign)
        .get(READERS, sign::content)
        .post_file(READERS, MOST_FORM, sign::bring)
        .post(LEADERS, sign::mark_read)
        .post(LEADERS, sign::give_back)
        .get(TWO, item::new)
        .post(TWO, item::add)
        .get(READERS, history::show)
        .get(READERS, paper::paper)
        .get(READERS, paper::table)
        .get(TWO, item::edit)
        .post(TWO, item::change)
        .post(TWO, item::turn)
}

/// What a step says and what is to come of it, in the reader's language.
fn words(page: &Page, item: &Item) -> (String, String) {
    actions::plans::words(page.lang(), item.step, &item.content)
}

/// The words of a stored word as choices of a form.
fn choices<const N: usize>(page: &Page, part: &str, words: [&'static str; N], chosen: &str) -> Vec<Choice> {
    let choice = |word: &str| Choice::new(word, page.text(&format!("plans-{part}-{word}"))).chosen_if(chosen);
    words.map(choice).into()
}

/// Under which field a refusal stands, its key and the days in it.
fn refusal(page: &Page, why: PlanRefused) -> (&'static str, &'static str, Vec<(&'static str, i18n::Arg)>) {
    let day = |day: Day| i18n::Arg::from(i18n::day(page.lang(), day));
    match why {
        PlanRefused::NotAssigned => ("text", "plans-refused-not-assigned", vec![]),
        PlanRefused::Over => ("text", "plans-refused-over", vec![]),
        PlanRefused::OutsideYear { from, until } => {
            ("due", "plans-refused-outside", vec![("from", day(from)), ("until", day(until))])
        }
        PlanRefused::NoWords => ("text", "plans-refused-no-words", vec![]),
        PlanRefused::TooLong => ("text", "plans-refused-too-long", vec![]),
        PlanRefused::Unfit(why) => ("text", unfit(why), vec![]),
        PlanRefused::TooMany => {
            ("text", "plans-refused-too-many", vec![("most", domain::plans::MOST_ITEMS.into())])
        }
    }
}
