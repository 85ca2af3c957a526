//! A decision of a meeting that is being held: said in other words, given to somebody else, taken out.

use super::show::owners;
use super::{DecisionPath, ShowPath, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::scenes::{correct, correcting, undecide};
use axum::http::StatusCode;
use axum::response::Response;
use domain::scenes::{MOST_WORDS, Refused};
use domain::{Day, PersonId, SceneDecisionId};

#[derive(askama::Template)]
#[template(path = "scenes/decision.html")]
struct Correct {
    shell: Shell,
    today: Day,
    action: String,
    owners: Vec<Choice>,
    from: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: DecisionPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.decision, None).await
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, id: &SceneDecisionId, typed: Option<Fields>) -> Result<Response, PageError> {
    let opened = correcting(&mut *page.read().await?, &page.context(), id, page.lang()).await?;
    let decision = &opened.decision;
    let stands = [
        ("text", decision.text.clone()),
        ("owner", decision.owner.to_string()),
        ("until", decision.until.to_string()),
    ];
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let fields = typed.unwrap_or_else(|| Fields::beginning(page.lang(), &stands));
    let correct = Correct {
        shell: page.shell(),
        today: page.today(),
        action: DecisionPath { decision: id.clone() }.to_string(),
        owners: owners(page, &opened.names, &fields),
        from: opened.day.to_string(),
        back: ShowPath { id: decision.scene.clone() }.to_string(),
        fields,
    };
    page.show_with(status, &correct)
}

pub(super) async fn keep(path: DecisionPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (done, key) = if fields.value("go") == "take" {
        (undecide(&page.context(), &path.decision).await, "scenes-done-undecided")
    } else {
        let text = fields.text("text", MOST_WORDS);
        let owner = fields.choice("owner", |id| (!id.is_empty()).then(|| PersonId::from(id)));
        let until = fields.day("until");
        let Some((owner, until)) = owner.zip(until).filter(|_| fields.is_right()) else {
            return draw(&page, &path.decision, Some(fields)).await;
        };
        (correct(&page.context(), &path.decision, &text, (&owner, until)).await, "scenes-done-corrected")
    };
    match done {
        Ok(id) => Ok(page.done(&ShowPath { id }, key, &[])),
        Err(Failed::Refused(why)) => {
            let owner = matches!(why, Refused::Stranger | Refused::NotThere);
            fields.refuse(if owner { "owner" } else { "until" }, refusal(why), &[]);
            draw(&page, &path.decision, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}
