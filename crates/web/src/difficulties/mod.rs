//! The difficulty map of a newcomer: filled in and shared by the newcomer alone, read by the mentor of now where it is
//! shared, counted in groups that are large enough for those who lead the programme (doc:A8; feat:E2; essay:E3).

mod handing;
mod own;
mod school;
mod shared;

use crate::said::Said;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::NewcomerId;
use domain::difficulties::{Map, Topic};
use domain::people::Role;
use serde::Deserialize;

/// The own map: answers, and the steps that it proposes.
#[derive(TypedPath)]
#[typed_path("/plans/difficulties")]
pub(crate) struct OwnPath;

/// A proposed step is taken into the development plan.
#[derive(TypedPath)]
#[typed_path("/plans/difficulties/take")]
pub(crate) struct TakePath;

/// Which difficulties newcomers have, in groups.
#[derive(TypedPath)]
#[typed_path("/plans/difficulties/school")]
pub(crate) struct SchoolPath;

/// What a newcomer shares with the mentor.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/difficulties/{newcomer}", rejection(PageError))]
pub(crate) struct SharedPath {
    pub(crate) newcomer: NewcomerId,
}

/// The map on paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/difficulties/{newcomer}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) newcomer: NewcomerId,
    pub(crate) lang: String,
}

/// The map as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/difficulties/{newcomer}/table/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) newcomer: NewcomerId,
    pub(crate) form: String,
}

/// Routes of difficulty maps; whoever mentors provisionally need not have the right of the programme.
pub(crate) fn routes() -> Routes {
    const NEWCOMER: Access = Access::OneOf(&[Role::Newcomer]);
    const TWO: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher]);
    Routes::new()
        .get(NEWCOMER, own::show)
        .post(NEWCOMER, own::keep)
        .post(NEWCOMER, own::take)
        .get(Access::OneOf(&[Role::Coordinator, Role::Head]), school::show)
        .get(TWO, shared::show)
        .get(TWO, handing::paper)
        .get(TWO, handing::table)
}

/// What a topic asks about.
fn topic_text(page: &Page, topic: Topic) -> String {
    page.text(&format!("difficulties-topic-{}", topic.word()))
}

/// What is hard, and who could help with it.
fn need_text(page: &Page, topic: Topic, map: &Map) -> String {
    let Some(helper) = map.helpers.get(&topic) else { return topic_text(page, topic) };
    Said::new("difficulties-need")
        .with("topic", topic_text(page, topic))
        .text("helper", format!("difficulties-helper-{}", helper.word()))
        .words(page.lang())
}

/// A map in two lines: its month, and what is hard.
struct Line {
    season: String,
    needs: Vec<String>,
    words: Option<String>,
}

impl Line {
    fn of(page: &Page, map: &Map) -> Self {
        Self {
            season: page.text(&format!("difficulties-season-{}", map.season.word())),
            needs: map.needs().into_iter().map(|topic| need_text(page, topic, map)).collect(),
            words: map.words.clone(),
        }
    }
}
