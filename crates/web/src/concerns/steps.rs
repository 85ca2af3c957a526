//! The forms of a case.

use super::show::draw;
use super::{ClosePath, HandPath, LeadPath, ListPath, NamePath, NotePath, ShowPath, StepPath};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::concerns::{
    HandRefused, close as do_close, hand as do_hand, lead as do_lead, name as do_name, note as do_note,
    step as do_step,
};
use axum::response::Response;
use domain::concerns::{
    CloseRefused, MOST_NUMBER, MOST_REMARK, MOST_WORDS, Named, Outcome, Step, StepRefused, Taken,
};
use domain::{PersonId, PupilId};

pub(super) async fn lead(path: LeadPath, page: Page) -> Result<Response, PageError> {
    do_lead(&page.context(), &path.id).await?;
    Ok(page.done(&ShowPath { id: path.id }, "concerns-done-led", &[]))
}

const fn hand_refusal(why: HandRefused) -> &'static str {
    match why {
        HandRefused::Person => "concerns-refused-person",
        HandRefused::Pupil => "concerns-refused-pupil",
        HandRefused::About => "concerns-refused-about",
        HandRefused::Closed => "concerns-refused-closed",
    }
}

pub(super) async fn hand(path: HandPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let to = fields.choice("to", |id| (!id.is_empty()).then(|| PersonId::from(id)));
    let Some(to) = to else { return draw(&page, &path.id, fields).await };
    match do_hand(&page.context(), &path.id, &to).await {
        // A coordinator who hands it on reads it no longer.
        Ok(()) => Ok(page.done(&ListPath, "concerns-done-handed", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("to", hand_refusal(why), &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn name(path: NamePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let chosen = |name: &str| Some(fields.value(name)).filter(|one| !one.is_empty());
    let named = Named {
        pupil: chosen("pupil").map(PupilId::from),
        harmer: chosen("harmer").map(PupilId::from),
        about: chosen("about").map(PersonId::from),
    };
    // A page that says nothing of it is older than any case.
    let seen = fields.value("version").parse().unwrap_or(-1);
    match do_name(&page.context(), &path.id, &named, seen).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "concerns-done-named", &[])),
        Err(Failed::Refused(why)) => {
            let field = if why == HandRefused::Pupil { "pupil" } else { "about" };
            fields.refuse(field, hand_refusal(why), &[]);
            draw(&page, &path.id, fields).await
        }
        // Somebody else was faster: what stands now is shown beside what was chosen.
        Err(Failed::Changed) => {
            fields.refuse("pupil", "concerns-refused-changed", &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn note(path: NotePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let words = fields.text("note", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    match do_note(&page.context(), &path.id, &words).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "concerns-done-noted", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("note", hand_refusal(why), &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Everything that was typed, or nothing where a field is wrong.
fn read_step(fields: &mut Fields) -> Option<Taken> {
    let step = fields.choice("step", Step::from_word);
    let on = fields.day("step_on");
    let at = fields.time("step_at");
    let number = fields.optional_text("number", MOST_NUMBER);
    let remark = fields.optional_text("remark", MOST_REMARK);
    let needed = !fields.ticked("unneeded");
    let taken = Taken { step: step?, needed, on: on?, at: at?, number, remark };
    fields.is_right().then_some(taken)
}

pub(super) async fn step(path: StepPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(taken) = read_step(&mut fields) else { return draw(&page, &path.id, fields).await };
    match do_step(&page.context(), &path.id, &taken).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "concerns-done-step", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = match why {
                StepRefused::Ahead => ("step_on", "concerns-refused-ahead"),
                StepRefused::Reason => ("remark", "concerns-refused-reason"),
                StepRefused::NotLed => ("step", "concerns-refused-not-led"),
            };
            fields.refuse(field, key, &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn close(path: ClosePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let outcome = fields.choice("outcome", Outcome::from_word);
    let words = fields.text("words", MOST_WORDS);
    let Some(outcome) = outcome.filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, fields).await;
    };
    match do_close(&page.context(), &path.id, outcome, &words).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "concerns-done-closed", &[])),
        Err(Failed::Refused(why)) => {
            let key = match why {
                CloseRefused::Open => "concerns-refused-open",
                CloseRefused::NotLed => "concerns-refused-not-led",
            };
            fields.refuse("outcome", key, &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
