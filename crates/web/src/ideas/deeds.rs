//! What is done with an idea by forms.

use super::show::draw;
use super::{
    AnswerPath, AssignPath, CommentPath, DisclosePath, JoinPath, ListPath, MergePath, OwnPath, PlanPath,
    RemovePath, RestorePath, ShowPath, TickPath, VotePath, refusal,
};
use crate::asking::{Question, ask, is_sure};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::ideas::{Opened, opened};
use axum::response::Response;
use domain::ideas::{IdeaRefused, MOST_STEP, MOST_TITLE, MOST_WORDS, State};
use domain::{IdeaId, PersonId};

type Done = Result<(), Failed<IdeaRefused>>;

/// Where a button led.
fn pressed(page: &Page, id: IdeaId, done: Done, key: &'static str) -> Result<Response, PageError> {
    page.pressed(&ShowPath { id }, done, refusal, key)
}

/// Where a form led: the page again with what was typed, where it was not taken.
async fn sent(
    page: &Page,
    id: &IdeaId,
    mut fields: Fields,
    done: Done,
    (field, key): (&'static str, &'static str),
) -> Result<Response, PageError> {
    match page.sent(&ShowPath { id: id.clone() }, done, &mut fields, (field, refusal), key)? {
        Some(taken) => Ok(taken),
        None => draw(page, id, fields).await,
    }
}

/// The idea for a question before what cannot be undone; only whoever leads the board is asked.
async fn led(page: &Page, id: &IdeaId) -> Result<Opened, PageError> {
    let mut tx = page.read().await?;
    let opened = opened(&mut tx, &page.context(), id).await?;
    if opened.manages { Ok(opened) } else { Err(PageError::Forbidden) }
}

/// A question about an idea; what was typed is sent along with the answer.
fn question(
    page: &Page,
    id: IdeaId,
    fields: &Fields,
    (title, text, yes): (String, &'static str, &'static str),
    action: String,
) -> Result<Response, PageError> {
    let kept = fields.all().cloned().collect();
    ask(page, Question { title, text, yes, action, back: ShowPath { id }.to_string(), kept })
}

/// What is asked of an idea.
fn asked(page: &Page, key: &str, opened: &Opened) -> String {
    i18n::t(page.lang(), key, &[("title", opened.idea.title.as_str().into())])
}

pub(super) async fn vote(path: VotePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let on = fields.ticked("on");
    let done = actions::ideas::vote(&page.context(), &path.id, on).await;
    pressed(&page, path.id, done, if on { "ideas-done-voted" } else { "ideas-done-unvoted" })
}

pub(super) async fn comment(
    path: CommentPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let words = fields.text("words", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let done = actions::ideas::comment(&page.context(), &path.id, &words).await.map(|_| ());
    sent(&page, &path.id, fields, done, ("words", "ideas-done-comment")).await
}

pub(super) async fn answer(path: AnswerPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let to = fields.choice("state", State::from_word);
    let words = fields.text("answer", MOST_WORDS);
    let Some(to) = to.filter(|_| fields.is_right()) else { return draw(&page, &path.id, fields).await };
    let done = actions::ideas::answer(&page.context(), &path.id, to, &words).await;
    sent(&page, &path.id, fields, done, ("state", "ideas-done-answered")).await
}

/// Somebody, as a form sends them.
fn somebody(id: &str) -> Option<PersonId> {
    (!id.is_empty()).then(|| PersonId::from(id))
}

pub(super) async fn assign(path: AssignPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let person = fields.choice("person", somebody);
    let Some(person) = person else { return draw(&page, &path.id, fields).await };
    let done = actions::ideas::assign(&page.context(), &path.id, &person).await;
    sent(&page, &path.id, fields, done, ("person", "ideas-done-assigned")).await
}

pub(super) async fn merge(path: MergePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let into = fields.choice("into", |id| (!id.is_empty()).then(|| IdeaId::from(id)));
    let Some(into) = into else { return draw(&page, &path.id, fields).await };
    if !is_sure(&fields) {
        let opened = led(&page, &path.id).await?;
        let words = (asked(&page, "ideas-merge-ask", &opened), "ideas-merge-text", "ideas-merge-act");
        let action = path.to_string();
        return question(&page, path.id, &fields, words, action);
    }
    let done = actions::ideas::merge(&page.context(), &path.id, &into).await;
    sent(&page, &path.id, fields, done, ("into", "ideas-done-merged")).await
}

pub(super) async fn remove(path: RemovePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let reason = fields.text("reason", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    if !is_sure(&fields) {
        let opened = led(&page, &path.id).await?;
        let whole = fields.value("comment").is_empty();
        let (key, text) = if whole {
            ("ideas-remove-ask", "ideas-remove-text")
        } else {
            ("ideas-remove-comment-ask", "ideas-remove-comment-text")
        };
        let words = (asked(&page, key, &opened), text, "ideas-remove-act");
        let action = path.to_string();
        return question(&page, path.id, &fields, words, action);
    }
    let comment = Some(fields.value("comment")).filter(|id| !id.is_empty()).map(Into::into);
    match comment {
        Some(comment) => {
            let done = actions::ideas::remove_comment(&page.context(), &path.id, &comment, &reason).await;
            sent(&page, &path.id, fields, done, ("reason", "ideas-done-removed")).await
        }
        None => match actions::ideas::remove(&page.context(), &path.id, &reason).await {
            // There is nothing to read on its page for those who go on with the board.
            Ok(()) => Ok(page.done(&ListPath, "ideas-done-removed", &[])),
            done => sent(&page, &path.id, fields, done, ("reason", "ideas-done-removed")).await,
        },
    }
}

pub(super) async fn restore(path: RestorePath, page: Page) -> Result<Response, PageError> {
    let done = actions::ideas::restore(&page.context(), &path.id).await;
    pressed(&page, path.id, done, "ideas-done-restored")
}

pub(super) async fn disclose(
    path: DisclosePath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let why = fields.text("why", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    if !is_sure(&fields) {
        let opened = led(&page, &path.id).await?;
        let words =
            (asked(&page, "ideas-disclose-ask", &opened), "ideas-disclose-text", "ideas-disclose-act");
        let action = path.to_string();
        return question(&page, path.id, &fields, words, action);
    }
    let done = actions::ideas::disclose(&page.context(), &path.id, &why).await;
    sent(&page, &path.id, fields, done, ("why", "ideas-done-disclosed")).await
}

pub(super) async fn join(path: JoinPath, page: Page) -> Result<Response, PageError> {
    let done = actions::ideas::join(&page.context(), &path.id).await;
    pressed(&page, path.id, done, "ideas-done-joined")
}

pub(super) async fn plan(path: PlanPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let text = fields.text("text", MOST_STEP);
    let owner = fields.choice("owner", somebody);
    let by = fields.day("by_day");
    let Some((owner, by)) = owner.zip(by).filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, fields).await;
    };
    let done = actions::ideas::plan(&page.context(), &path.id, &text, (&owner, by)).await;
    let field = match done {
        Err(Failed::Refused(IdeaRefused::PastDay)) => "by_day",
        Err(Failed::Refused(IdeaRefused::Person)) => "owner",
        _ => "text",
    };
    sent(&page, &path.id, fields, done, (field, "ideas-done-planned")).await
}

pub(super) async fn tick(path: TickPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let step = fields.value("step").into();
    let done = actions::ideas::tick(&page.context(), &path.id, &step, fields.ticked("done")).await;
    pressed(&page, path.id, done, "ideas-done-ticked")
}

pub(super) async fn own(path: OwnPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    if fields.value("go") == "take" {
        return match actions::ideas::take_back(&page.context(), &path.id).await {
            // It is nowhere any more.
            Ok(()) => Ok(page.done(&ListPath, "ideas-done-taken-back", &[])),
            done => pressed(&page, path.id, done, "ideas-done-taken-back"),
        };
    }
    let title = fields.text("title", MOST_TITLE);
    let words = fields.text("idea", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let done = actions::ideas::reword(&page.context(), &path.id, (title.as_str(), words.as_str())).await;
    sent(&page, &path.id, fields, done, ("title", "ideas-done-reworded")).await
}
