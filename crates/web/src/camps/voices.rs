//! What is said at a camp: ideas of those who take part, their votes, and at the end what helped and what to change.

use super::show::draw;
use super::{AnswerPath, IdeasPath, ShowPath, TakeIdeaPath, TakeOffPath, VotePath, refusal};
use crate::asking::{Question, ask, is_sure};
use crate::forms::Fields;
use crate::ideas;
use crate::said::Said;
use crate::{Page, PageError};
use actions::camps::{self as act, Opened, Voiced};
use axum::response::Response;
use domain::camps::State;
use domain::camps::voices::{MOST_ANSWER, MOST_IDEA, shown_on};
use domain::ideas::{Draft, MOST_TITLE};
use domain::{CampId, CampIdeaId};

/// An idea.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) words: String,
    pub(super) text: String,
    /// What schools that took it make of it, line by line.
    pub(super) taken: Vec<String>,
    /// The reader may vote, and whether they did.
    pub(super) vote: Option<bool>,
    /// The reader may bring it to the board of their school.
    pub(super) takes: bool,
    /// The reader may take it off.
    pub(super) removes: bool,
}

/// Everything that is said.
pub(super) struct Voices {
    pub(super) rows: Vec<Row>,
    /// Where an idea is put to the camp, and from when on others see one without a name.
    pub(super) share: Option<(String, String)>,
    pub(super) vote: String,
    pub(super) take: String,
    pub(super) remove: String,
    /// Where it is said what helped and what to change.
    pub(super) answer: Option<String>,
    pub(super) answered: bool,
    /// How many have said so, in words.
    pub(super) heard: String,
    /// They are too few to be shown.
    pub(super) few: bool,
    /// What they said: what helped, what to change.
    pub(super) said: Vec<(String, String)>,
}

/// Who wrote it, how many voted, from when on others see it.
fn about(page: &Page, opened: &Opened, idea: &Voiced) -> String {
    let lang = page.lang();
    let name = idea.author.as_ref().and_then(|author| opened.guests.get(author));
    let by = match name {
        _ if idea.mine && idea.author.is_none() => page.text("ideas-by-you-unnamed"),
        _ if idea.mine => page.text("ideas-by-you"),
        Some(guest) => guest.name.clone(),
        None => page.text("ideas-by-nobody"),
    };
    let votes = Said::new("ideas-votes").with("count", idea.votes).words(lang);
    let waits = idea.shown_on > page.today() && opened.camp.state != State::Closed;
    let from = waits.then(|| Said::new("ideas-from").with("day", i18n::day(lang, idea.shown_on)).words(lang));
    let off = idea.removed.then(|| page.text("camps-idea-off"));
    [Some(by), Some(votes), from, off].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is said, for whoever takes part and those who lead the camp.
pub(super) fn voices(page: &Page, opened: &Opened) -> Option<Voices> {
    let camp = &opened.camp;
    let voices = opened.voices.as_ref().filter(|_| camp.is_announced())?;
    let id = || camp.id.clone();
    let row = |idea: &Voiced| {
        let waits = idea.shown_on > page.today() && camp.state != State::Closed;
        let there = !idea.removed && !waits;
        Row {
            id: idea.id.to_string(),
            title: idea.title.clone(),
            words: idea.words.clone(),
            text: about(page, opened, idea),
            taken: idea.taken.iter().map(|one| act::taken(page.lang(), one)).collect(),
            vote: (voices.votes && there).then_some(idea.voted),
            takes: voices.takes && there && !idea.taken.iter().any(|one| one.here),
            removes: opened.manages && there,
        }
    };
    let later = i18n::day(page.lang(), shown_on(camp.kind, true, page.today()));
    let hint = if camp.is_spread() { "camps-idea-unnamed-week" } else { "camps-idea-unnamed-hint" };
    let hint = i18n::t(page.lang(), hint, &[("day", later.into())]);
    let heard = voices.heard.map(|count| i18n::t(page.lang(), "camps-heard", &[("count", count.into())]));
    Some(Voices {
        rows: voices.ideas.iter().map(row).collect(),
        share: voices.shares.then(|| (IdeasPath { id: id() }.to_string(), hint)),
        vote: VotePath { id: id() }.to_string(),
        take: TakeIdeaPath { id: id() }.to_string(),
        remove: TakeOffPath { id: id() }.to_string(),
        answer: voices.answers.then(|| AnswerPath { id: id() }.to_string()),
        answered: voices.answered,
        heard: heard.unwrap_or_default(),
        few: voices.heard.is_some() && voices.said.is_empty(),
        said: voices.said.iter().map(|one| (one.helped.clone(), one.change.clone())).collect(),
    })
}

/// Which idea is meant.
fn meant(fields: &Fields) -> CampIdeaId {
    fields.value("idea").into()
}

pub(super) async fn share(path: IdeasPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let title = fields.text("idea_title", MOST_TITLE);
    let words = fields.text("idea_words", MOST_IDEA);
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let draft = Draft { title, words, unnamed: fields.ticked("unnamed") };
    let done = act::share(&page.context(), &path.id, &draft).await;
    let to = ShowPath { id: path.id.clone() };
    match page.sent(&to, done, &mut fields, ("idea_title", refusal), "camps-done-idea")? {
        Some(taken) => Ok(taken),
        None => draw(&page, &path.id, fields).await,
    }
}

pub(super) async fn vote(path: VotePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let on = fields.ticked("on");
    let done = act::vote(&page.context(), &path.id, (&meant(&fields), on)).await;
    let key = if on { "ideas-done-voted" } else { "ideas-done-unvoted" };
    page.pressed(&ShowPath { id: path.id }, done, refusal, key)
}

pub(super) async fn take(path: TakeIdeaPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let title = title_of(&page, &path.id).await?;
    let source = i18n::t(page.lang(), "camps-idea-source", &[("title", title.as_str().into())]);
    let to = ShowPath { id: path.id.clone() };
    match act::take_idea(&page.context(), &path.id, (&meant(&fields), &source)).await {
        Ok(id) => Ok(page.done(&ideas::ShowPath { id }, "camps-done-idea-taken", &[])),
        Err(why) => page.pressed(&to, Err(why), ideas::refusal, "camps-done-idea-taken"),
    }
}

async fn title_of(page: &Page, id: &CampId) -> Result<String, PageError> {
    let mut tx = page.read().await?;
    Ok(act::opened(&mut tx, &page.context(), id).await?.camp.title)
}

pub(super) async fn take_off(path: TakeOffPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let idea = meant(&fields);
    if is_sure(&fields) {
        let done = act::remove_idea(&page.context(), &path.id, &idea).await;
        return page.pressed(&ShowPath { id: path.id }, done, refusal, "camps-done-idea-off");
    }
    let mut tx = page.read().await?;
    let opened = act::opened(&mut tx, &page.context(), &path.id).await?;
    drop(tx);
    if !opened.manages {
        return Err(PageError::Forbidden);
    }
    let known = opened.voices.iter().flat_map(|voices| &voices.ideas).find(|one| one.id == idea);
    let title = known.ok_or(PageError::NotFound)?.title.as_str();
    let question = Question {
        title: i18n::t(page.lang(), "camps-idea-off-ask", &[("title", title.into())]),
        text: "camps-idea-off-text",
        yes: "camps-idea-off-act",
        action: path.to_string(),
        back: ShowPath { id: path.id }.to_string(),
        kept: vec![("idea".to_owned(), idea.to_string())],
    };
    ask(&page, question)
}

pub(super) async fn answer(path: AnswerPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let helped = fields.optional_text("helped", MOST_ANSWER).unwrap_or_default();
    let change = fields.optional_text("change", MOST_ANSWER).unwrap_or_default();
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let done = act::answer(&page.context(), &path.id, (&helped, &change)).await;
    let to = ShowPath { id: path.id.clone() };
    match page.sent(&to, done, &mut fields, ("helped", refusal), "camps-done-answer")? {
        Some(taken) => Ok(taken),
        None => draw(&page, &path.id, fields).await,
    }
}
