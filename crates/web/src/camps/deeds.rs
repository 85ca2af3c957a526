//! What is done with a camp.

use super::joining::wish_name;
use super::leading::present_name;
use super::list::read;
use super::show::{draw, steps};
use super::{
    AssignPath, CancelPath, EditPath, GroupPath, JoinPath, LeavePath, PhotoPath, PresentPath, RemovePath,
    RemoveWorkshopPath, ShowPath, SlotPath, StepPath, WordsPath, WorkshopPath, refusal, slot_of,
};
use crate::asking::{Question, ask};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::camps::{self as act, Step};
use axum::response::Response;
use domain::camps::{CampRefused, Group, MOST_LINE, MOST_WISHES, MOST_WORDS, Slot, Workshop};
use domain::{CampId, Day, PersonId};

type Done = Result<(), Failed<CampRefused>>;

/// Where a button led.
fn pressed(page: &Page, id: CampId, done: Done, key: &'static str) -> Result<Response, PageError> {
    page.pressed(&ShowPath { id }, done, refusal, key)
}

/// Where a form led: the page again with what was typed, where it was not taken.
async fn sent(
    page: &Page,
    id: &CampId,
    mut fields: Fields,
    done: Done,
    (field, key): (&str, &'static str),
) -> Result<Response, PageError> {
    match page.sent(&ShowPath { id: id.clone() }, done, &mut fields, (field, refusal), key)? {
        Some(taken) => Ok(taken),
        None => draw(page, id, fields).await,
    }
}

/// One of several people, or nobody.
fn person(sent: &str) -> Option<PersonId> {
    (!sent.is_empty()).then(|| PersonId::from(sent))
}

fn day(sent: &str) -> Option<Day> {
    sent.parse().ok()
}

pub(super) async fn slot(path: SlotPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let when = fields.choice("day", day);
    let (from, until) = (fields.time("from"), fields.time("slot_until"));
    let title = fields.text("what", MOST_LINE);
    let place = fields.optional_text("where", MOST_LINE).unwrap_or_default();
    let Some(((when, from), until)) = when.zip(from).zip(until).filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, fields).await;
    };
    let slot = Slot { day: when, from, until, title, place, workshops: Vec::new() };
    let done = match slot_of(fields.value("moves")) {
        Some(moved) => act::move_slot(&page.context(), &path.id, moved, &slot).await,
        None => act::add_slot(&page.context(), &path.id, &slot).await,
    };
    sent(&page, &path.id, fields, done, ("from", "camps-done-changed")).await
}

pub(super) async fn remove(path: RemovePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (when, from) = (fields.choice("gone_day", day), fields.time("gone_from"));
    let Some((when, from)) = when.zip(from) else { return Err(PageError::Unreadable) };
    let done = act::remove_slot(&page.context(), &path.id, when, from).await;
    pressed(&page, path.id, done, "camps-done-changed")
}

pub(super) async fn workshop(
    path: WorkshopPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let when = fields.choice("slot", slot_of);
    let workshop = Workshop {
        title: fields.text("name", MOST_LINE),
        leader: fields.text("workshop_leader", MOST_LINE),
        place: fields.text("room", MOST_LINE),
        // What is no number takes nobody, and is refused with its reason.
        seats: fields.text("seats", 3).parse::<u16>().unwrap_or_default(),
    };
    let Some(when) = when.filter(|_| fields.is_right()) else { return draw(&page, &path.id, fields).await };
    let done = act::add_workshop(&page.context(), &path.id, when, &workshop).await;
    let field = if matches!(done, Err(Failed::Refused(CampRefused::Seats))) { "seats" } else { "slot" };
    sent(&page, &path.id, fields, done, (field, "camps-done-changed")).await
}

pub(super) async fn remove_workshop(
    path: RemoveWorkshopPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let (when, from) = (fields.choice("gone_day", day), fields.time("gone_from"));
    let Some(when) = when.zip(from) else { return Err(PageError::Unreadable) };
    let which = (fields.value("gone_workshop"), fields.value("gone_leader"));
    let done = act::remove_workshop(&page.context(), &path.id, when, which).await;
    pressed(&page, path.id, done, "camps-done-changed")
}

pub(super) async fn edit(path: EditPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(planned) = read(&mut fields) else { return draw(&page, &path.id, fields).await };
    let done = act::replan(&page.context(), &path.id, &planned).await;
    sent(&page, &path.id, fields, done, ("first_day", "camps-done-edited")).await
}

pub(super) async fn step(path: StepPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let read = |sent: &str| match sent {
        "open" => Some((Step::Open, "camps-done-opened")),
        "assign" => Some((Step::Assign, "camps-done-assigned")),
        "close" => Some((Step::Close, "camps-done-closed")),
        "cancel" => Some((Step::Cancel, "camps-done-cancelled")),
        _ => None,
    };
    let Some((step, key)) = fields.choice("step", read) else { return draw(&page, &path.id, fields).await };
    let done = act::step(&page.context(), &path.id, step).await;
    sent(&page, &path.id, fields, done, ("step", key)).await
}

/// Asks before a step that cannot be taken back; nothing where it cannot be taken now.
async fn asked(
    page: &Page,
    id: &CampId,
    step: &'static str,
    (title, text, yes): (&str, &'static str, &'static str),
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = act::opened(&mut tx, &page.context(), id).await?;
    drop(tx);
    let back = ShowPath { id: id.clone() };
    if !steps(&opened, page.today()).iter().any(|one| one.word == step) {
        return Ok(page.go(&back));
    }
    let question = Question {
        title: i18n::t(page.lang(), title, &[("title", opened.camp.title.as_str().into())]),
        text,
        yes,
        action: StepPath { id: id.clone() }.to_string(),
        back: back.to_string(),
        kept: vec![("step".to_owned(), step.to_owned())],
    };
    ask(page, question)
}

pub(super) async fn ask_assign(path: AssignPath, page: Page) -> Result<Response, PageError> {
    let words = ("camps-assign-ask", "camps-assign-text", "camps-assign");
    asked(&page, &path.id, "assign", words).await
}

pub(super) async fn ask_cancel(path: CancelPath, page: Page) -> Result<Response, PageError> {
    let words = ("camps-cancel-ask", "camps-cancel-text", "camps-cancel");
    asked(&page, &path.id, "cancel", words).await
}

pub(super) async fn join(path: JoinPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let camp = act::opened(&mut tx, &page.context(), &path.id).await?.camp;
    drop(tx);
    let wishes: Vec<Vec<u32>> = (0..camp.slots.len()).map(|at| order(&fields, at)).collect();
    let done = act::join(&page.context(), &path.id, &wishes).await;
    let first = camp.slots.iter().position(|slot| !slot.workshops.is_empty()).unwrap_or_default();
    let field = wish_name(first, 0);
    sent(&page, &path.id, fields, done, (field.as_str(), "camps-done-joined")).await
}

/// The own order of a slot; a wish that names nothing is left out.
fn order(fields: &Fields, at: usize) -> Vec<u32> {
    let names = (0..MOST_WISHES).map(|rank| wish_name(at, rank));
    names.filter_map(|name| fields.value(&name).parse().ok()).collect()
}

pub(super) async fn leave(path: LeavePath, page: Page) -> Result<Response, PageError> {
    let done = act::leave(&page.context(), &path.id).await;
    pressed(&page, path.id, done, "camps-done-left")
}

pub(super) async fn photo(path: PhotoPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(agrees) = fields.yes_or_no("photo") else { return draw(&page, &path.id, fields).await };
    let done = act::photograph(&page.context(), &path.id, agrees).await;
    pressed(&page, path.id, done, if agrees { "camps-done-photo" } else { "camps-done-no-photo" })
}

pub(super) async fn group(path: GroupPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let name = fields.text("group_name", MOST_LINE);
    let leader = fields.choice("group_leader", person);
    let members = fields.values("members").into_iter().map(PersonId::from).collect();
    let Some(leader) = leader.filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, fields).await;
    };
    let done = act::group(&page.context(), &path.id, &Group { name, leader: Some(leader), members }).await;
    sent(&page, &path.id, fields, done, ("group_leader", "camps-done-group")).await
}

pub(super) async fn present(
    path: PresentPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let Some(when) = fields.choice("marked", day) else { return Err(PageError::Unreadable) };
    let there = fields.values(&present_name(when)).into_iter().map(PersonId::from).collect();
    let before = fields.values("was").into_iter().map(PersonId::from).collect();
    let done = act::mark(&page.context(), &path.id, when, (&before, &there)).await;
    pressed(&page, path.id, done, "camps-done-present")
}

pub(super) async fn words(path: WordsPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let words = fields.optional_text("words", MOST_WORDS).unwrap_or_default();
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let done = act::write(&page.context(), &path.id, (fields.value("seen"), &words)).await;
    if matches!(done, Err(Failed::Changed)) {
        let mut tx = page.read().await?;
        let now = act::opened(&mut tx, &page.context(), &path.id).await?.camp.words;
        drop(tx);
        fields.now_stands("words", now);
        return draw(&page, &path.id, fields).await;
    }
    sent(&page, &path.id, fields, done, ("words", "camps-done-words")).await
}
