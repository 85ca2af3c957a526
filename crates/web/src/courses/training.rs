//! One session: its place, its material, the own seat; for the leader and the coordinator who signed up and who came.

use super::pieces::{Piece, pieces};
use super::trainings::{Chip, chip, places};
use super::{
    CancelPath, MarkPath, MaterialsPath, SignUpPath, StepBackPath, TrainingPath, TrainingsPath, hours, seat,
    stage, training_refusal,
};
use crate::forms::Fields;
use crate::layout::parts::{Choice, Fact};
use crate::layout::{FlashKind, Shell};
use crate::page::short;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::courses::{Seated, Session, session, unlisted};
use axum::http::StatusCode;
use axum::response::Response;
use domain::courses::{Announced, Seat, TrainingRefused};
use domain::{Day, PersonId, TrainingId};

/// What to read before, or to do after.
struct Material {
    id: &'static str,
    key: &'static str,
    pieces: Vec<Piece>,
}

#[expect(clippy::struct_excessive_bools, reason = "a page is told what to draw")]
#[derive(askama::Template)]
#[template(path = "courses/training.html")]
struct One {
    shell: Shell,
    today: Day,
    title: String,
    when: String,
    facts: Vec<Fact>,
    chip: Option<Chip>,
    materials: Vec<Material>,
    /// Where whoever leads it writes them anew.
    amend: Option<String>,
    fields: Fields,
    may_sign_up: bool,
    /// No place is free: who signs up waits.
    full: bool,
    may_step_back: bool,
    /// Another school holds it: whoever signs up learns who will read that.
    elsewhere: bool,
    may_cancel: bool,
    /// Who signed up; `None` for whoever does not lead it.
    list: Option<Vec<String>>,
    /// Those whom the leader may mark.
    marks: Option<Vec<Choice>>,
    sign_up: String,
    step_back: String,
    mark: String,
    cancel: String,
    back: String,
}

pub(super) async fn show(path: TrainingPath, page: Page) -> Result<Response, PageError> {
    draw(&page, path.training, None).await
}

/// The page; with what was typed into the form of the materials, where it was not kept.
async fn draw(page: &Page, id: TrainingId, typed: Option<Fields>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let found = session(&mut tx, &page.context(), &id).await?.ok_or(PageError::NotFound)?;
    let about = &found.training.about;
    let when = Said::new("courses-training-when")
        .with("day", i18n::day_in_sentence(page.lang(), about.day))
        .with("from", i18n::time(about.from))
        .with("to", i18n::time(about.to));
    let full = found.taken >= usize::from(about.places);
    let list = found.list.as_ref();
    let others = unlisted(&mut tx, &page.context(), &found).await?;
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let stands = [("before", about.before.clone()), ("after", about.after.clone())];
    let one = One {
        shell: page.shell(),
        today: page.today(),
        title: about.title.clone(),
        when: i18n::capital(&when.words(page.lang())),
        facts: facts(page, &found),
        chip: chip(page, &found),
        materials: materials(about),
        amend: found.may_amend.then(|| MaterialsPath { training: id.clone() }.to_string()),
        fields: typed.unwrap_or_else(|| Fields::beginning(page.lang(), &stands)),
        may_sign_up: found.may_sign_up,
        full,
        may_step_back: found.may_step_back,
        elsewhere: found.host.is_some(),
        may_cancel: found.may_cancel,
        marks: list
            .filter(|_| found.may_mark)
            .map(|list| marks(page, list, others))
            .filter(|marks| !marks.is_empty()),
        list: list.map(|list| list.iter().map(|one| line(page, one)).collect()),
        sign_up: SignUpPath { training: id.clone() }.to_string(),
        step_back: StepBackPath { training: id.clone() }.to_string(),
        mark: MarkPath { training: id.clone() }.to_string(),
        cancel: CancelPath { training: id }.to_string(),
        back: TrainingsPath.to_string(),
    };
    page.show_with(status, &one)
}

fn materials(about: &Announced) -> Vec<Material> {
    let both = [
        ("before", "courses-training-before", &about.before),
        ("after", "courses-training-after", &about.after),
    ];
    let given = both.into_iter().filter(|(_, _, text)| !text.is_empty());
    given.map(|(id, key, text)| Material { id, key, pieces: pieces(text) }).collect()
}

fn facts(page: &Page, found: &Session) -> Vec<Fact> {
    let about = &found.training.about;
    let fact = |key: &str, value: String| Fact { name: page.text(key), value };
    let host = found.host.as_ref().map(|school| fact("courses-training-host", short(page.lang(), school)));
    let open = about.opened.then(|| fact("courses-training-for", page.text("courses-training-for-district")));
    let mut facts = vec![
        fact("courses-training-stage", stage(page, about.stage)),
        fact("courses-training-place", about.place.clone()),
        fact("courses-training-leader", found.leader.clone()),
        fact("courses-training-places", places(page, found)),
        fact("courses-training-length", hours(page.lang(), about.minutes())),
    ];
    facts.extend(host.into_iter().chain(open));
    facts
}

/// Who, of which other school, and what they have.
fn line(page: &Page, one: &Seated) -> String {
    let seat = seat(page, one.seat);
    match &one.from {
        Some(school) => format!("{} ({}): {seat}", one.name, short(page.lang(), school)),
        None => format!("{}: {seat}", one.name),
    }
}

/// Everybody on the list but the reader, then whoever may have come without signing up.
fn marks(page: &Page, list: &[Seated], others: Vec<(PersonId, String)>) -> Vec<Choice> {
    let choice = |one: &Seated| Choice {
        value: one.booking.person.to_string(),
        label: line(page, one),
        chosen: one.booking.present == Some(true),
    };
    let me = &page.actor().person;
    let mut others: Vec<Choice> = others
        .into_iter()
        .map(|(person, name)| {
            Choice::new(person.as_str(), format!("{name}: {}", page.text("courses-unlisted")))
        })
        .collect();
    i18n::sort_by_name(page.lang(), &mut others, |one| &one.label);
    list.iter().filter(|one| one.booking.person != *me).map(choice).chain(others).collect()
}

/// Leads back to the session, with what was done or why it was not.
fn answered(
    page: &Page,
    id: TrainingId,
    done: &str,
    result: Result<(), Failed<TrainingRefused>>,
) -> Result<Response, PageError> {
    let back = TrainingPath { training: id };
    match result {
        Ok(()) => Ok(page.done(&back, done, &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(&back, FlashKind::Refused, training_refusal(why), &[])),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn sign_up(path: SignUpPath, page: Page) -> Result<Response, PageError> {
    let signed = actions::courses::sign_up(&page.context(), &path.training).await;
    let done = match signed {
        Ok(Seat::Waiting(_)) => "courses-done-waits",
        _ => "courses-done-signed-up",
    };
    answered(&page, path.training, done, signed.map(|_| ()))
}

pub(super) async fn step_back(path: StepBackPath, page: Page) -> Result<Response, PageError> {
    let stepped = actions::courses::step_back(&page.context(), &path.training).await;
    answered(&page, path.training, "courses-done-stepped-back", stepped)
}

pub(super) async fn mark(path: MarkPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let present: Vec<PersonId> = fields.values("present").into_iter().map(Into::into).collect();
    let marked = actions::courses::mark(&page.context(), &path.training, &present).await;
    answered(&page, path.training, "courses-done-marked", marked)
}

pub(super) async fn amend(
    path: MaterialsPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let before = fields.optional_text("before", Announced::MOST_WORDS).unwrap_or_default();
    let after = fields.optional_text("after", Announced::MOST_WORDS).unwrap_or_default();
    if !fields.is_right() {
        return draw(&page, path.training, Some(fields)).await;
    }
    let amended = actions::courses::amend(&page.context(), &path.training, &before, &after).await;
    answered(&page, path.training, "courses-done-amended", amended)
}

pub(super) async fn cancel(path: CancelPath, page: Page) -> Result<Response, PageError> {
    let cancelled = actions::courses::cancel(&page.context(), &path.training).await;
    answered(&page, path.training, "courses-done-cancelled", cancelled)
}
