//! What an examiner does.

use super::show::{draw, field};
use super::{BeginPath, GradePath, ReasonPath, SheetPath, ShowPath, names, refusal};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::commissions::{Refused, open};
use axum::http::StatusCode;
use axum::response::Response;
use domain::HearingId;
use domain::exams::{Grade, HearingRefused, MarkFault};

/// Longest reason of a gap.
const MOST_REASON: usize = 600;

/// The page of the practice with a message, or with what is wrong under a field.
async fn answer(
    page: &Page,
    id: HearingId,
    place: &str,
    mut fields: Fields,
    done: Result<&'static str, Failed<Refused>>,
) -> Result<Response, PageError> {
    match done {
        Ok(key) => Ok(page.done(&ShowPath { id }, key, &[])),
        Err(Failed::Refused(why)) => {
            let (key, args) = {
                let mut tx = page.read().await?;
                let names = names(page, &mut tx).await?;
                let rubric = open(&mut tx, &page.context(), &id).await?.commission.rubric;
                refusal(page, &why, &names, &rubric)
            };
            fields.refuse(place, key, &args);
            draw(page, &id, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn begin(path: BeginPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let done = actions::commissions::begin(&page.context(), &path.id).await;
    answer(&page, path.id, "begin", fields, done.map(|()| "commissions-done-begun")).await
}

pub(super) async fn sheet(path: SheetPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let rubric = {
        let mut tx = page.read().await?;
        open(&mut tx, &page.context(), &path.id).await?.commission.rubric
    };
    let mut marks = Vec::new();
    for criterion in &rubric.criteria {
        let name = field(criterion);
        let typed = fields.value(&name).to_owned();
        let mark: Option<u8> = typed.parse().ok();
        if mark.is_none() && !typed.is_empty() {
            fields.refuse(&name, "commissions-refused-scale", &[]);
        }
        // What nobody touched on the page is not sent over what another tab has saved since.
        let was = format!("was-{name}");
        let untouched = fields.has(&was) && fields.value(&was) == typed;
        marks.push(if untouched { None } else { mark });
    }
    if !fields.is_right() {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    let seal = fields.value("go") == "seal";
    let done = actions::commissions::save(&page.context(), &path.id, &marks, seal).await;
    let half = |why: &Refused| matches!(why, Refused::Hearing(HearingRefused::Mark(MarkFault::Open { .. })));
    if matches!(&done, Err(Failed::Refused(why)) if half(why)) {
        // What was marked stays, whatever is still open.
        actions::commissions::save(&page.context(), &path.id, &marks, false).await?;
    }
    let place = match &done {
        Err(Failed::Refused(Refused::Hearing(HearingRefused::Mark(
            MarkFault::Open { criterion } | MarkFault::OffScale { criterion },
        )))) => rubric.criteria.get(*criterion).map(field),
        _ => None,
    };
    let key = if seal { "hearings-done-sealed" } else { "hearings-done-saved" };
    answer(&page, path.id, &place.unwrap_or_else(|| "sheet".to_owned()), fields, done.map(|()| key)).await
}

pub(super) async fn grade(path: GradePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let chosen = fields.choice("grade", |word| Grade::ALL.into_iter().find(|grade| grade.word() == word));
    let Some(chosen) = chosen else {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    };
    let done = actions::commissions::grade(&page.context(), &path.id, chosen).await;
    answer(&page, path.id, "grade", fields, done.map(|()| "hearings-done-graded")).await
}

pub(super) async fn reason(path: ReasonPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let text = fields.text("reason", MOST_REASON);
    if !fields.is_right() {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    // A number that is none is no criterion.
    let criterion = fields.value("criterion").parse().unwrap_or(usize::MAX);
    let done = actions::commissions::explain(&page.context(), &path.id, criterion, &text).await;
    answer(&page, path.id, "reason", fields, done.map(|()| "hearings-done-explained")).await
}
