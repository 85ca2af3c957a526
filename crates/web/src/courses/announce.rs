//! The coordinator announces a session: a meeting of the discussion, or of the training.

use super::{AnnouncePath, TrainingPath, TrainingsPath, stage, training_refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::courses::{Announced, MOST_PLACES, Stage, TrainingRefused};

#[derive(askama::Template)]
#[template(path = "courses/announce.html")]
struct Announce {
    shell: Shell,
    today: Day,
    stages: Vec<Choice>,
    leaders: Vec<Choice>,
    fields: Fields,
    keep: String,
    back: String,
}

pub(super) async fn blank(_: AnnouncePath, page: Page) -> Result<Response, PageError> {
    let begun = [
        ("stage", Stage::default().word().to_owned()),
        ("places", "12".to_owned()),
        ("leader", page.actor().person.to_string()),
    ];
    draw(&page, Fields::beginning(page.lang(), &begun)).await
}

async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let mut people = store::people::of_school(&mut tx, page.school_id()?).await?;
    people.retain(|person| person.works_on(page.today()));
    let choice = |person: &domain::people::Person| {
        Choice::new(person.id.as_str(), person.name.full()).chosen_if(fields.value("leader"))
    };
    let mut leaders: Vec<Choice> = people.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut leaders, |one| &one.label);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Announce {
            shell: page.shell(),
            today: page.today(),
            stages: stages(page, fields.value("stage")),
            leaders,
            fields,
            keep: AnnouncePath.to_string(),
            back: TrainingsPath.to_string(),
        },
    )
}

/// Both stages to choose from.
fn stages(page: &Page, chosen: &str) -> Vec<Choice> {
    let choice = |one: Stage| Choice::new(one.word(), stage(page, one)).chosen_if(chosen);
    Stage::ALL.map(choice).into()
}

/// What is announced, where every field is right.
fn read(fields: &mut Fields) -> Option<Announced> {
    let title = fields.text("title", Announced::MOST_LINE);
    let place = fields.text("place", Announced::MOST_LINE);
    let before = fields.optional_text("before", Announced::MOST_WORDS).unwrap_or_default();
    let after = fields.optional_text("after", Announced::MOST_WORDS).unwrap_or_default();
    let (day, from, to) = (fields.day("day"), fields.time("from"), fields.time("to"));
    let places: u16 = fields.value("places").trim().parse().unwrap_or(0);
    if !(1..=MOST_PLACES).contains(&places) {
        fields.refuse("places", "courses-refused-places", &[]);
    }
    let leader = fields.choice("leader", |id| (!id.is_empty()).then(|| id.into()));
    let (day, from, to, leader) = (day?, from?, to?, leader?);
    let opened = fields.ticked("opened");
    let stage = Stage::from_word(fields.value("stage")).unwrap_or_default();
    let about = Announced { stage, title, day, from, to, place, places, leader, before, after, opened };
    fields.is_right().then_some(about)
}

/// The field that a refusal is about.
const fn field(why: TrainingRefused) -> &'static str {
    match why {
        TrainingRefused::Past => "day",
        TrainingRefused::Time => "to",
        TrainingRefused::Places => "places",
        _ => "title",
    }
}

pub(super) async fn keep(_: AnnouncePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(about) = read(&mut fields) else { return draw(&page, fields).await };
    match actions::courses::announce(&page.context(), &about).await {
        Ok(training) => Ok(page.done(&TrainingPath { training }, "courses-done-announced", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse(field(why), training_refusal(why), &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
