//! Texts of a sitting without names, for whoever marks them.

use super::{MarkingPath, points_text, read_points};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::attempts::{MarkRefused, Script};
use actions::{Failed, Never};
use axum::http::StatusCode;
use axum::response::Response;
use domain::{Day, ExamId};

struct Row {
    title: String,
    paper: String,
    question: u32,
    asked: String,
    hint: String,
    words: String,
    worth: String,
    points: String,
    error: String,
}

#[derive(askama::Template)]
#[template(path = "sittings/marking.html")]
struct Marking {
    shell: Shell,
    today: Day,
    waiting: usize,
    rows: Vec<Row>,
    action: String,
    fields: Fields,
}

pub(super) async fn show(path: MarkingPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, StatusCode::OK, Fields::default()).await
}

async fn draw(page: &Page, id: &ExamId, status: StatusCode, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let scripts = actions::attempts::scripts::<Never>(&mut tx, &page.context(), id).await?;
    let row = |(at, script): (usize, &Script)| {
        let here =
            fields.value("paper") == script.paper && fields.value("question") == script.question.to_string();
        let kept = script.points.map(|points| points_text(page.lang(), points)).unwrap_or_default();
        Row {
            title: i18n::t(page.lang(), "sittings-script", &[("number", (at + 1).into())]),
            paper: script.paper.clone(),
            question: script.question,
            asked: script.asked.clone(),
            hint: script.hint.clone(),
            words: script.words.clone(),
            worth: points_text(page.lang(), script.worth),
            points: if here { fields.value("points").to_owned() } else { kept },
            error: if here { fields.error("points").to_owned() } else { String::new() },
        }
    };
    page.show_with(
        status,
        &Marking {
            shell: page.shell(),
            today: page.today(),
            waiting: scripts.iter().filter(|script| script.points.is_none()).count(),
            rows: scripts.iter().enumerate().map(row).collect(),
            action: MarkingPath { id: id.clone() }.to_string(),
            fields,
        },
    )
}

pub(super) async fn mark(path: MarkingPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    // A number that is none is on no paper.
    let question = fields.value("question").parse().unwrap_or_default();
    let Some(points) = read_points(fields.value("points")) else {
        fields.refuse("points", "sittings-refused-points", &[]);
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    };
    let paper = fields.value("paper");
    match actions::attempts::mark(&page.context(), &path.id, paper, question, points).await {
        Ok(()) => Ok(page.done(&path, "sittings-done-marked", &[])),
        Err(Failed::Refused(why)) => {
            match why {
                MarkRefused::Writing => fields.refuse("points", "sittings-refused-open", &[]),
                MarkRefused::Told => fields.refuse("points", "sittings-refused-told", &[]),
                MarkRefused::OffScale { worth } => {
                    let worth = points_text(page.lang(), worth);
                    fields.refuse("points", "sittings-refused-scale", &[("worth", worth.into())]);
                }
            }
            draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
