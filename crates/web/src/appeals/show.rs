//! One appeal for whoever decides it: the grounds, what the result came to, and the decision with its reason.

use super::list::waits;
use super::{ListPath, ShowPath, decision, part_text, state_text, who};
use crate::attempts::in_words;
use crate::commissions::{hundredths, names};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::sittings::points_text;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::appeals::{Asked, CameTo, Case, case};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::appeals::{About, MOST_CHARACTERS, Remedy, StepRefused};

/// A question that did not bring all it could.
struct Row {
    title: String,
    answer: String,
    points: String,
}

/// A way to decide.
struct Way {
    value: &'static str,
    label: String,
    means: String,
    chosen: bool,
}

#[derive(askama::Template)]
#[template(path = "appeals/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    ground: String,
    words: String,
    came_to: String,
    asked: Vec<Row>,
    /// The questions to choose from.
    questions: Vec<Choice>,
    /// The ways to decide, while it waits.
    ways: Vec<Way>,
    /// Questions of this paper are not the reader's to read, and so not to decide about.
    unread: bool,
    decided: String,
    reason: String,
    action: String,
    back: String,
    fields: Fields,
}

/// Ways to decide, the first one leaving everything as it is.
const WAYS: [&str; 4] = ["dismissed", "again", "right", "struck"];

/// What a way brings; `None` where nothing is changed, and where a question is missing the name of its field.
fn remedy(way: &str, question: Option<u32>) -> Result<Option<Remedy>, &'static str> {
    match (way, question) {
        ("dismissed", _) => Ok(None),
        ("again", _) => Ok(Some(Remedy::Again)),
        ("right", Some(question)) => Ok(Some(Remedy::Right { question })),
        ("struck", Some(question)) => Ok(Some(Remedy::Struck { question })),
        _ => Err("question"),
    }
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path, Fields::default()).await
}

pub(super) async fn decide(path: ShowPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    // What is not the reader's to decide is not there, whatever was typed.
    case(&mut *page.read().await?, &page.context(), &path.id).await?;
    let way = fields.choice("result", |word| WAYS.into_iter().find(|way| *way == word));
    let reason = fields.text("reason", MOST_CHARACTERS);
    let Some(way) = way else { return draw(&page, &path, fields).await };
    let remedy = match remedy(way, fields.value("question").parse().ok()) {
        Ok(remedy) if fields.is_right() => remedy,
        Ok(_) => return draw(&page, &path, fields).await,
        Err(field) => {
            fields.refuse(field, "appeals-refused-question", &[]);
            return draw(&page, &path, fields).await;
        }
    };
    match actions::appeals::decide(&page.context(), &path.id, remedy, &reason).await {
        Ok(()) => Ok(page.done(&ListPath, "appeals-done-decided", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = match why {
                StepRefused::NoQuestion => ("question", "appeals-refused-question"),
                StepRefused::NoReason | StepRefused::TooLong => ("reason", "forms-missing"),
                StepRefused::NotOpen | StepRefused::Partial => {
                    return Ok(page.lead(&path, FlashKind::Refused, "appeals-refused-decided", &[]));
                }
            };
            fields.refuse(field, key, &[]);
            draw(&page, &path, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

fn row(page: &Page, asked: &Asked) -> Row {
    let points = |points| points_text(page.lang(), points);
    let answer = in_words(page, &asked.question, &asked.answer);
    Row {
        title: format!("{}. {}", asked.place, asked.question.text),
        answer: if answer.is_empty() { page.text("appeals-no-answer") } else { answer },
        points: Said::new("appeals-points")
            .with("points", points(asked.points))
            .with("of", points(asked.question.worth))
            .words(page.lang()),
    }
}

fn came_to(page: &Page, case: &Case) -> String {
    match &case.came_to {
        Some(CameTo::Theory(told)) => {
            let points = |points| points_text(page.lang(), points);
            Said::new("attempts-result")
                .with("points", points(told.points))
                .with("of", points(told.of))
                .with("cut", points(told.cut))
                .words(page.lang())
        }
        Some(CameTo::Practice(practice, rubric)) => Said::new("commissions-result")
            .with("mean", hundredths(page, practice.mean))
            .with("cut", hundredths(page, rubric.cut.into()))
            .with("minimum", u32::from(rubric.minimum))
            .words(page.lang()),
        None => String::new(),
    }
}

/// Ways to decide this one: a question is struck only where the reader may read it.
fn ways(page: &Page, case: &Case, fields: &Fields) -> Vec<Way> {
    let way = |value: &'static str| Way {
        value,
        label: page.text(&format!("appeals-way-{value}")),
        means: page.text(&format!("appeals-way-{value}-means")),
        chosen: fields.value("result") == value,
    };
    let most = match (case.appeal.is_open(), case.asked.is_empty()) {
        (false, _) => 0,
        (true, true) => 2,
        (true, false) => WAYS.len(),
    };
    WAYS.into_iter().take(most).map(way).collect()
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, path: &ShowPath, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let case = case(&mut tx, &page.context(), &path.id).await?;
    let names = names(page, &mut tx).await?;
    let name = |id: &domain::PersonId| names.get(id).cloned().unwrap_or_default();
    let appeal = &case.appeal;
    let who = who(page, &mut tx, &names, appeal).await?;
    let decided = decision(appeal).map(|decision| {
        let day = i18n::day(page.lang(), page.local(decision.at).date());
        Said::new("appeals-decided").with("name", name(&decision.by)).with("day", day).words(page.lang())
    });
    let question = |asked: &Asked| {
        let label = format!("{}. {}", asked.place, asked.question.text);
        Choice::new(asked.number.to_string(), label).chosen_if(fields.value("question"))
    };
    let text = if appeal.is_open() { waits(page, appeal, case.due) } else { state_text(page, appeal) };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title: format!("{who}: {}", part_text(page, &appeal.about)),
            text,
            ground: page.text(&format!("appeals-ground-{}", appeal.ground.word())),
            words: appeal.words.clone(),
            came_to: came_to(page, &case),
            asked: case.asked.iter().map(|asked| row(page, asked)).collect(),
            questions: case.asked.iter().map(question).collect(),
            ways: ways(page, &case, &fields),
            unread: case.asked.is_empty() && matches!(appeal.about, About::Theory(_)),
            decided: decided.unwrap_or_default(),
            reason: decision(appeal).map(|decision| decision.reason.clone()).unwrap_or_default(),
            action: path.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}
