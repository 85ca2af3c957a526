//! What is done at a meeting and after it.

use super::show::{draw, steps};
use super::{
    CancelPath, CardPath, DecidePath, DonePath, RecordPath, RecordingPath, SheetPath, ShowPath, StepPath,
    refusal,
};
use crate::asking::{Question, ask};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::scenes::{self as act, Step};
use axum::response::Response;
use domain::scenes::{CRITERIA, MOST_MARK, MOST_TEXT, MOST_WORDS, Record, Recording, Refused, Sheet};
use domain::{PersonId, SceneDecisionId, SceneId};

/// Most people of one kind of vote.
const MOST_VOTES: u16 = 500;

/// Leads back to the page with a word, or draws it with the reason beside a field.
async fn answer(
    page: &Page,
    id: SceneId,
    mut fields: Fields,
    field: &str,
    done: Result<(), Failed<Refused>>,
    key: &'static str,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(page.done(&ShowPath { id }, key, &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse(field, refusal(why), &[]);
            draw(page, &id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn step(path: StepPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let read = |sent: &str| match sent {
        "begin" => Some((Step::Begin, "scenes-done-begun")),
        "close" => Some((Step::Close, "scenes-done-closed")),
        "cancel" => Some((Step::Cancel, "scenes-done-cancelled")),
        _ => None,
    };
    let Some((step, key)) = fields.choice("step", read) else { return draw(&page, &path.id, fields).await };
    let done = act::step(&page.context(), &path.id, step).await;
    answer(&page, path.id, fields, "step", done, key).await
}

pub(super) async fn ask_cancel(path: CancelPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = act::opened(&mut tx, &page.context(), &path.id, page.lang()).await?;
    drop(tx);
    let back = ShowPath { id: path.id.clone() };
    if !steps(&opened).iter().any(|(word, _)| *word == "cancel") {
        return Ok(page.go(&back));
    }
    let question = Question {
        title: i18n::t(page.lang(), "scenes-cancel-ask", &[("team", opened.scene.team.as_str().into())]),
        text: "scenes-cancel-text",
        yes: "scenes-cancel-yes",
        action: StepPath { id: path.id }.to_string(),
        back: back.to_string(),
        kept: vec![("step".to_owned(), "cancel".to_owned())],
    };
    ask(&page, question)
}

pub(super) async fn observe(path: SheetPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let read = |sent: &str| sent.parse::<u8>().ok().filter(|mark| *mark <= MOST_MARK);
    let marks = CRITERIA.iter().filter_map(|word| fields.choice(&format!("mark-{word}"), read)).collect();
    let helped = fields.optional_text("helped", MOST_WORDS).unwrap_or_default();
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let done = act::observe(&page.context(), &path.id, &Sheet { marks, helped }).await;
    answer(&page, path.id, fields, "helped", done, "scenes-done-observed").await
}

/// A number of votes; nothing typed is nobody.
fn votes(fields: &mut Fields, name: &str) -> u16 {
    let typed = fields.optional_text(name, 4).unwrap_or_default();
    let read = if typed.is_empty() { Some(0) } else { typed.parse().ok() };
    let Some(count) = read.filter(|count| *count <= MOST_VOTES) else {
        fields.refuse(name, "scenes-refused-votes", &[]);
        return 0;
    };
    count
}

pub(super) async fn record(path: RecordPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let record = Record {
        course: fields.text("course", MOST_TEXT),
        notes: fields.optional_text("notes", MOST_TEXT).unwrap_or_default(),
        guests: fields.optional_text("guests", MOST_TEXT).unwrap_or_default(),
        votes: ["agree", "against", "withheld"].map(|name| votes(&mut fields, name)),
    };
    let present = fields.values("present").into_iter().map(PersonId::from).collect();
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let read = Some(fields.value("read").to_owned()).filter(|read| !read.is_empty());
    let done = act::record(&page.context(), &path.id, &record, &present, read.as_deref()).await;
    answer(&page, path.id, fields, "course", done, "scenes-done-recorded").await
}

pub(super) async fn decide(path: DecidePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let text = fields.text("text", MOST_WORDS);
    let owner = fields.choice("owner", |id| (!id.is_empty()).then(|| PersonId::from(id)));
    let until = fields.day("until");
    let Some((owner, until)) = owner.zip(until).filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, fields).await;
    };
    let done = act::decide(&page.context(), &path.id, &text, &owner, until).await;
    let owner_is_wrong = matches!(done, Err(Failed::Refused(Refused::Stranger | Refused::NotThere)));
    let field = if owner_is_wrong { "owner" } else { "until" };
    answer(&page, path.id, fields, field, done, "scenes-done-decided").await
}

pub(super) async fn done(path: DonePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let decision = SceneDecisionId::from(fields.value("decision"));
    act::done(&page.context(), &path.id, &decision).await?;
    Ok(page.done(&ShowPath { id: path.id }, "scenes-done-done", &[]))
}

pub(super) async fn let_card_say(
    path: CardPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let Some(says) = fields.yes_or_no("card") else { return draw(&page, &path.id, fields).await };
    let done = act::let_card_say(&page.context(), &path.id, says).await;
    let key = if says { "scenes-done-card" } else { "scenes-done-no-card" };
    answer(&page, path.id, fields, "card", done, key).await
}

pub(super) async fn link(path: RecordingPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let viewers = fields.values("viewers").into_iter().map(PersonId::from).collect();
    let takes_away = fields.value("go") == "take";
    let link = if takes_away { String::new() } else { fields.text("link", MOST_WORDS) };
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let recording = (!takes_away).then_some(Recording { link, viewers });
    let done = act::link(&page.context(), &path.id, recording.as_ref()).await;
    let field = if matches!(done, Err(Failed::Refused(Refused::NotThere))) { "viewers" } else { "link" };
    let key = if takes_away { "scenes-done-unlinked" } else { "scenes-done-linked" };
    answer(&page, path.id, fields, field, done, key).await
}
