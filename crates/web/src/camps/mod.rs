//! Camps, clubs and schools of young specialists (feat:H1; doc:A22; docs/decisions/0055): the grid, the own order of
//! workshops and why one is where one is, groups, who was there, what is printed.

mod deeds;
mod joining;
mod leading;
mod list;
mod show;
mod voices;

use crate::forms::read_time;
use crate::layout::parts::Choice;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::camps::{Camp, CampRefused, Kind, Slot};
use domain::{CampId, Day};
use i18n::Lang;
use jiff::civil::Time;
use serde::Deserialize;

/// Those of the schools of the district; one is planned.
#[derive(TypedPath)]
#[typed_path("/camps")]
pub(crate) struct ListPath;

/// One of them.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: CampId,
}

/// A slot is added to the grid.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/slot", rejection(PageError))]
pub(crate) struct SlotPath {
    pub(crate) id: CampId,
}

/// A slot is taken out of it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/remove", rejection(PageError))]
pub(crate) struct RemovePath {
    pub(crate) id: CampId,
}

/// A workshop is added to a slot.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/workshop", rejection(PageError))]
pub(crate) struct WorkshopPath {
    pub(crate) id: CampId,
}

/// A workshop is taken out of a slot.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/workshop/remove", rejection(PageError))]
pub(crate) struct RemoveWorkshopPath {
    pub(crate) id: CampId,
}

/// What it is is said anew.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/edit", rejection(PageError))]
pub(crate) struct EditPath {
    pub(crate) id: CampId,
}

/// It opens, workshops are given out, it closes, it is called off.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/step", rejection(PageError))]
pub(crate) struct StepPath {
    pub(crate) id: CampId,
}

/// The question before workshops are given out.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/assign", rejection(PageError))]
pub(crate) struct AssignPath {
    pub(crate) id: CampId,
}

/// The question before it is called off.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/cancel", rejection(PageError))]
pub(crate) struct CancelPath {
    pub(crate) id: CampId,
}

/// Somebody signs up with their order.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/join", rejection(PageError))]
pub(crate) struct JoinPath {
    pub(crate) id: CampId,
}

/// Somebody steps back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/leave", rejection(PageError))]
pub(crate) struct LeavePath {
    pub(crate) id: CampId,
}

/// Somebody agrees to be photographed, or no longer does.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/photo", rejection(PageError))]
pub(crate) struct PhotoPath {
    pub(crate) id: CampId,
}

/// A group is made.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/group", rejection(PageError))]
pub(crate) struct GroupPath {
    pub(crate) id: CampId,
}

/// Who was there on a day.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/present", rejection(PageError))]
pub(crate) struct PresentPath {
    pub(crate) id: CampId,
}

/// What the organiser adds to the report.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/words", rejection(PageError))]
pub(crate) struct WordsPath {
    pub(crate) id: CampId,
}

/// An idea is put to it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/ideas", rejection(PageError))]
pub(crate) struct IdeasPath {
    pub(crate) id: CampId,
}

/// A vote for an idea is given or taken back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/ideas/vote", rejection(PageError))]
pub(crate) struct VotePath {
    pub(crate) id: CampId,
}

/// An idea goes to the board of the reader's school.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/ideas/take", rejection(PageError))]
pub(crate) struct TakeIdeaPath {
    pub(crate) id: CampId,
}

/// An idea is taken off.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/ideas/remove", rejection(PageError))]
pub(crate) struct TakeOffPath {
    pub(crate) id: CampId,
}

/// Somebody says what helped and what to change.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/answer", rejection(PageError))]
pub(crate) struct AnswerPath {
    pub(crate) id: CampId,
}

/// The programme on paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/programme/{lang}", rejection(PageError))]
pub(crate) struct ProgrammePath {
    pub(crate) id: CampId,
    pub(crate) lang: String,
}

/// The report on paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/camps/{id}/report/{lang}", rejection(PageError))]
pub(crate) struct ReportPath {
    pub(crate) id: CampId,
    pub(crate) lang: String,
}

/// Routes of camps. Whoever works at a school of the district may come; the action decides who does what.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .post(Access::SignedIn, list::plan)
        .get(Access::SignedIn, show::show)
        .get(Access::SignedIn, show::programme)
        .get(Access::SignedIn, show::report)
        .post(Access::SignedIn, deeds::slot)
        .post(Access::SignedIn, deeds::remove)
        .post(Access::SignedIn, deeds::workshop)
        .post(Access::SignedIn, deeds::remove_workshop)
        .post(Access::SignedIn, deeds::edit)
        .post(Access::SignedIn, deeds::step)
        .get(Access::SignedIn, deeds::ask_assign)
        .get(Access::SignedIn, deeds::ask_cancel)
        .post(Access::SignedIn, deeds::join)
        .post(Access::SignedIn, deeds::leave)
        .post(Access::SignedIn, deeds::photo)
        .post(Access::SignedIn, deeds::group)
        .post(Access::SignedIn, deeds::present)
        .post(Access::SignedIn, deeds::words)
        .post(Access::SignedIn, voices::share)
        .post(Access::SignedIn, voices::vote)
        .post(Access::SignedIn, voices::take)
        .post(Access::SignedIn, voices::take_off)
        .post(Access::SignedIn, voices::answer)
}

/// A time of day as people write it.
fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Which slot of the grid is meant, whatever has come before it since.
fn slot_word(slot: &Slot) -> String {
    format!("{}/{}", slot.day, clock(slot.from))
}

/// The same, read back.
fn slot_of(word: &str) -> Option<(Day, Time)> {
    let (day, from) = word.split_once('/')?;
    day.parse().ok().zip(read_time(from))
}

/// From when until when a slot is.
fn hours(slot: &Slot) -> String {
    format!("{}–{}", clock(slot.from), clock(slot.until))
}

/// What it is, days and place in a line.
fn line(lang: Lang, camp: &Camp) -> String {
    let args = [("first", i18n::day(lang, camp.first).into()), ("last", i18n::day(lang, camp.last).into())];
    let kind = i18n::t(lang, &format!("camps-kind-{}", camp.kind.word()), &[]);
    format!("{kind}: {}, {}", i18n::t(lang, "camps-days", &args), camp.place)
}

/// What it may be, as choices.
fn kinds(page: &Page, chosen: &str) -> Vec<Choice> {
    let kind = |kind: Kind| {
        Choice::new(kind.word(), page.text(&format!("camps-kind-{}", kind.word()))).chosen_if(chosen)
    };
    Kind::ALL.into_iter().map(kind).collect()
}

/// What is read where something does not go on.
const fn refusal(why: CampRefused) -> &'static str {
    match why {
        CampRefused::NotNow => "camps-refused-now",
        CampRefused::Days => "camps-refused-days",
        CampRefused::Slot => "camps-refused-slot",
        CampRefused::TooMany => "camps-refused-many",
        CampRefused::Seats => "camps-refused-seats",
        CampRefused::NoSlot => "camps-refused-no-slot",
        CampRefused::Empty => "camps-refused-empty",
        CampRefused::Wish => "camps-refused-wish",
        CampRefused::Person => "camps-refused-person",
        CampRefused::Early => "camps-refused-early",
        CampRefused::Past => "camps-refused-past",
        CampRefused::Silent => "camps-refused-silent",
    }
}
