//! The engine proposes, a person decides: the coordinator's way from the opened rankings to published pairs.

mod confirm;
mod download;
mod line;
mod list;
mod pairs;
mod show;
mod unpaired;

use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::choices::opened_once;
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::proposals::{DecideRefused, MakeRefused, Proposal};
use domain::{NewcomerId, ProposalId};
use i18n::Arg;
use serde::Deserialize;
use store::Tx;

/// Where the choice stands, and all proposals. A draft is made here too.
#[derive(TypedPath)]
#[typed_path("/proposals")]
pub(crate) struct ListPath;

/// One proposal.
#[derive(TypedPath, Deserialize)]
#[typed_path("/proposals/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: ProposalId,
}

/// One line of a draft is decided.
#[derive(TypedPath, Deserialize)]
#[typed_path("/proposals/{id}/lines/{newcomer}", rejection(PageError))]
pub(crate) struct LinePath {
    pub(crate) id: ProposalId,
    pub(crate) newcomer: NewcomerId,
}

/// A draft is published, after a question.
#[derive(TypedPath, Deserialize)]
#[typed_path("/proposals/{id}/publish", rejection(PageError))]
pub(crate) struct PublishPath {
    pub(crate) id: ProposalId,
}

/// A draft is thrown away, after a question.
#[derive(TypedPath, Deserialize)]
#[typed_path("/proposals/{id}/discard", rejection(PageError))]
pub(crate) struct DiscardPath {
    pub(crate) id: ProposalId,
}

/// The lists, as `talimger pair verify` reads them.
#[derive(TypedPath, Deserialize)]
#[typed_path("/proposals/{id}/instance.json", rejection(PageError))]
pub(crate) struct InstancePath {
    pub(crate) id: ProposalId,
}

/// The engine's matching, as `talimger pair verify` reads it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/proposals/{id}/matching.json", rejection(PageError))]
pub(crate) struct MatchingPath {
    pub(crate) id: ProposalId,
}

const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);

/// Routes of proposals.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(COORDINATOR, list::list)
        .post(COORDINATOR, list::make)
        .get(COORDINATOR, show::show)
        .get(COORDINATOR, line::line)
        .post(COORDINATOR, line::decide)
        .get(COORDINATOR, confirm::ask_publish)
        .post(COORDINATOR, confirm::publish)
        .get(COORDINATOR, confirm::ask_discard)
        .post(COORDINATOR, confirm::discard)
        .get(COORDINATOR, download::instance)
        .get(COORDINATOR, download::matching)
}

/// The proposal and its programme, for somebody who may see them. A proposal tells what stands in the
/// rankings, so it is seen only while they are open.
async fn load(page: &Page, tx: &mut Tx, id: &ProposalId) -> Result<(Proposal, Programme), PageError> {
    let proposal = store::proposals::get(tx, id).await?.ok_or(PageError::NotFound)?;
    permit(page, &Action::ManageProposals(&proposal.school))?;
    let programme = store::programmes::get(tx, &proposal.school, &proposal.programme).await?;
    let programme = programme.ok_or(PageError::NotFound)?;
    let opened = opened_once(&programme, page.today());
    permit(page, &Action::SeeRankings { school: &proposal.school, opened })?;
    Ok((proposal, programme))
}

fn permit(page: &Page, action: &Action<'_>) -> Result<(), PageError> {
    may(page.actor(), action).map_err(|denied| actions::Failed::<actions::Never>::from(denied).into())
}

/// A text with values.
fn say(page: &Page, key: &str, args: &[(&str, Arg)]) -> String {
    i18n::t(page.lang(), key, args)
}

/// What the coordinator reads where no draft is made.
const fn make_refusal(why: MakeRefused) -> &'static str {
    match why {
        MakeRefused::NotNow(_) => "proposals-refused-not-now",
        MakeRefused::Choosing { .. } => "rounds-refused-proposing",
        MakeRefused::NothingToDo => "proposals-refused-nothing",
        MakeRefused::Uncertain => "proposals-refused-uncertain",
    }
}

/// Which field a refusal of a line belongs to, and what the coordinator reads.
const fn decide_refusal(why: DecideRefused) -> (&'static str, &'static str) {
    match why {
        DecideRefused::NotDraft => ("decision", "proposals-refused-not-draft"),
        DecideRefused::NoLine => ("decision", "proposals-refused-no-line"),
        DecideRefused::Agreed => ("decision", "proposals-refused-agreed"),
        DecideRefused::NothingToLeave => ("decision", "proposals-refused-nothing-to-leave"),
        DecideRefused::NoMentor => ("mentor", "proposals-refused-no-mentor"),
        DecideRefused::MentorFull => ("mentor", "proposals-refused-mentor-full"),
        DecideRefused::ReasonTooShort => ("reason", "proposals-refused-reason"),
    }
}
