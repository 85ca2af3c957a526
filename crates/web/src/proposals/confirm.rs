//! Two questions before what cannot be undone: publishing a draft, and throwing it away.

use super::{DiscardPath, ListPath, PublishPath, ShowPath, decide_refusal, load, say, show};
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::response::Response;
use domain::ProposalId;
use domain::proposals::{Line, PublishRefused, State};
use i18n::Arg;

#[derive(askama::Template)]
#[template(path = "proposals/confirm.html")]
struct Confirm {
    shell: Shell,
    action: String,
    title: String,
    text: String,
    yes: String,
    back: ShowPath,
    /// How the button that does it looks.
    look: &'static str,
}

/// The question about a draft; nothing is asked about one that is none any more.
async fn ask(
    page: &Page,
    id: &ProposalId,
    action: String,
    key: &str,
    look: &'static str,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (proposal, _) = load(page, &mut tx, id).await?;
    let back = ShowPath { id: id.clone() };
    if proposal.state != State::Draft {
        return Ok(page.go(&back));
    }
    let pairs = proposal.lines.iter().filter_map(Line::mentor).count();
    let unpaired = proposal.lines.len() - pairs;
    let args: [(&str, Arg); 2] = [("pairs", pairs.into()), ("unpaired", unpaired.into())];
    page.show(&Confirm {
        shell: page.shell(),
        action,
        title: say(page, &format!("{key}-ask"), &args),
        text: say(page, &format!("{key}-ask-text"), &args),
        yes: say(page, key, &args),
        back,
        look,
    })
}

pub(super) async fn ask_publish(path: PublishPath, page: Page) -> Result<Response, PageError> {
    ask(&page, &path.id, path.to_string(), "proposals-publish", "").await
}

pub(super) async fn ask_discard(path: DiscardPath, page: Page) -> Result<Response, PageError> {
    ask(&page, &path.id, path.to_string(), "proposals-discard", "danger fill").await
}

pub(super) async fn publish(path: PublishPath, page: Page) -> Result<Response, PageError> {
    match actions::proposals::publish(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "proposals-done-published", &[])),
        Err(Failed::Refused(why)) => show::draw(&page, &path.id, Some(publish_refusal(why))).await,
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn discard(path: DiscardPath, page: Page) -> Result<Response, PageError> {
    match actions::proposals::discard(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "proposals-done-discarded", &[])),
        Err(Failed::Refused(why)) => {
            let (_, text) = decide_refusal(why);
            show::draw(&page, &path.id, Some(show::Refusal { text, newcomers: vec![] })).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What the coordinator reads where a proposal is not published.
fn publish_refusal(why: PublishRefused) -> show::Refusal {
    let (text, newcomers) = match why {
        PublishRefused::NotDraft => ("proposals-refused-not-draft", vec![]),
        PublishRefused::NotNow(_) => ("proposals-refused-not-now", vec![]),
        PublishRefused::Choosing { .. } => ("rounds-refused-proposing", vec![]),
        PublishRefused::Moved(newcomers) => ("proposals-refused-moved", newcomers),
        PublishRefused::MentorFull(newcomers) => ("proposals-refused-crowded", newcomers),
    };
    show::Refusal { text, newcomers }
}
