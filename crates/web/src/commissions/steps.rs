//! What the coordinator does with a commission.

use super::show::draw;
use super::{
    AdmitPath, ChangePath, ListPath, Names, RemovePath, ReplacePath, ShowPath, StepPath, ThirdPath,
    everybody, refusal, with_guests,
};
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::{Page, PageError};
use actions::Failed;
use actions::commissions::{MOST_PLACE, Moved, Refused, board, is_own};
use axum::http::StatusCode;
use axum::response::Response;
use domain::exams::Rubric;
use domain::{CommissionId, HearingId, PersonId};

/// The page of the commission with a message, or with what is wrong under a field.
async fn answer(
    page: &Page,
    id: CommissionId,
    place: &str,
    mut fields: Fields,
    done: Result<&'static str, Failed<Refused>>,
) -> Result<Response, PageError> {
    if !leads(page, &id).await? {
        return elsewhere(page, done);
    }
    match done {
        Ok(key) => Ok(page.done(&ShowPath { id }, key, &[])),
        Err(Failed::Refused(why)) => {
            let (key, args) = {
                let mut tx = page.read().await?;
                let board = board(&mut tx, &page.context(), &id).await?;
                let people = everybody(&board.commission, &board.hearings);
                let names = with_guests(page, &mut tx, people).await?;
                refusal(page, &why, &names, &board.commission.rubric)
            };
            fields.refuse(place, key, &args);
            draw(page, &id, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The commission is one of the reader's school; otherwise its page is not theirs, and the list is.
async fn leads(page: &Page, id: &CommissionId) -> Result<bool, PageError> {
    match is_own(&mut *page.read().await?, &page.context(), id).await {
        Ok(own) => Ok(own),
        Err(Failed::NotFound) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

/// The list with what was done for a commission of another school, or with why it was not.
fn elsewhere(page: &Page, done: Result<&'static str, Failed<Refused>>) -> Result<Response, PageError> {
    match done {
        Ok(key) => Ok(page.done(&ListPath, key, &[])),
        Err(Failed::Refused(why)) => {
            let key = match &why {
                // Who of another school is bound is not said.
                Refused::Conflicts { .. } => "commissions-refused-tied",
                why => refusal(page, why, &Names::new(), &Rubric::starter()).0,
            };
            Ok(page.lead(&ListPath, FlashKind::Refused, key, &[]))
        }
        Err(other) => Err(other.into()),
    }
}

/// Is one of some choices missing? Then each that is says so under its field.
fn lacks(fields: &mut Fields, chosen: &[&str], place: &str) -> bool {
    for name in chosen {
        if fields.value(name).is_empty() {
            let place = if place.is_empty() { *name } else { place };
            fields.refuse(place, "forms-missing", &[]);
        }
    }
    !fields.is_right()
}

pub(super) async fn admit(path: AdmitPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let own = is_own(&mut *page.read().await?, &page.context(), &path.id).await?;
    let field = if fields.has("examiner") { "examiner" } else { "candidate" };
    if !own && fields.value(field).is_empty() {
        return Ok(page.lead(&ListPath, FlashKind::Refused, "commissions-refused-nobody", &[]));
    }
    if field == "examiner" {
        let person: PersonId = fields.value(field).into();
        let done = actions::commissions::send(&page.context(), &path.id, &person).await;
        return answer(&page, path.id, field, fields, done.map(|()| "commissions-done-sent")).await;
    }
    if lacks(&mut fields, &["candidate"], "") {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    let person: PersonId = fields.value("candidate").into();
    let done = actions::commissions::admit(&page.context(), &path.id, &person).await;
    answer(&page, path.id, "candidate", fields, done.map(|_| "commissions-done-admitted")).await
}

pub(super) async fn change(path: ChangePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (day, from) = (fields.day("day"), fields.time("from"));
    let place = fields.text("place", MOST_PLACE);
    let (Some(day), Some(from), true) = (day, from, fields.is_right()) else {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    };
    let moved = Moved { day, from, place };
    let done = actions::commissions::change(&page.context(), &path.id, &moved).await;
    answer(&page, path.id, "day", fields, done.map(|()| "commissions-done-changed")).await
}

pub(super) async fn remove(path: RemovePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    match actions::commissions::remove(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "commissions-done-removed", &[])),
        refused => answer(&page, path.id, "hearings", fields, refused.map(|()| "")).await,
    }
}

pub(super) async fn replace(
    path: ReplacePath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    if lacks(&mut fields, &["leaves", "comes"], "") {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    let leaves: PersonId = fields.value("leaves").into();
    let comes: PersonId = fields.value("comes").into();
    let done = actions::commissions::replace(&page.context(), &path.id, &leaves, &comes).await;
    let place = match &done {
        Err(Failed::Refused(Refused::Hearing(_))) => "leaves",
        _ => "comes",
    };
    answer(&page, path.id, place, fields, done.map(|()| "commissions-done-replaced")).await
}

pub(super) async fn step(path: StepPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let hearing: HearingId = fields.value("hearing").into();
    let context = page.context();
    let done = match fields.value("step") {
        "begin" => actions::commissions::begin(&context, &hearing).await.map(|()| "commissions-done-begun"),
        "tell" => actions::commissions::tell(&context, &hearing).await.map(|()| "commissions-done-told"),
        "take-off" => {
            actions::commissions::take_off(&context, &hearing).await.map(|()| "commissions-done-taken-off")
        }
        _ => return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await,
    };
    answer(&page, path.id, "hearings", fields, done).await
}

pub(super) async fn third(path: ThirdPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    if lacks(&mut fields, &["person"], "hearings") {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    let hearing: HearingId = fields.value("hearing").into();
    let person: PersonId = fields.value("person").into();
    let done = actions::commissions::third(&page.context(), &hearing, &person).await;
    answer(&page, path.id, "hearings", fields, done.map(|()| "commissions-done-third")).await
}
