//! Ideas of young specialists (feat:H2–H4): the board, and an idea with its votes, comments, answer and steps. What stands on
//! these pages of an idea without a name is what `actions::ideas` hands out, and that has no author (neg:N24).

mod deeds;
mod list;
mod show;

use crate::commissions::Names;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::ideas::IdeaRefused;
use domain::{IdeaId, PersonId};
use serde::Deserialize;

/// The board; an idea is shared.
#[derive(TypedPath)]
#[typed_path("/ideas")]
pub(crate) struct ListPath;

/// One idea.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: IdeaId,
}

/// A vote is given or taken back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/vote", rejection(PageError))]
pub(crate) struct VotePath {
    pub(crate) id: IdeaId,
}

/// A comment is written.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/comment", rejection(PageError))]
pub(crate) struct CommentPath {
    pub(crate) id: IdeaId,
}

/// It is answered.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/answer", rejection(PageError))]
pub(crate) struct AnswerPath {
    pub(crate) id: IdeaId,
}

/// Somebody is named to answer it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/assign", rejection(PageError))]
pub(crate) struct AssignPath {
    pub(crate) id: IdeaId,
}

/// It becomes part of another one.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/merge", rejection(PageError))]
pub(crate) struct MergePath {
    pub(crate) id: IdeaId,
}

/// It, or a comment on it, is taken off the board.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/remove", rejection(PageError))]
pub(crate) struct RemovePath {
    pub(crate) id: IdeaId,
}

/// It is put back on the board.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/restore", rejection(PageError))]
pub(crate) struct RestorePath {
    pub(crate) id: IdeaId,
}

/// The coordinator looks who wrote it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/disclose", rejection(PageError))]
pub(crate) struct DisclosePath {
    pub(crate) id: IdeaId,
}

/// Somebody joins its team.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/join", rejection(PageError))]
pub(crate) struct JoinPath {
    pub(crate) id: IdeaId,
}

/// A step is added.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/plan", rejection(PageError))]
pub(crate) struct PlanPath {
    pub(crate) id: IdeaId,
}

/// A step is done, or is not.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/tick", rejection(PageError))]
pub(crate) struct TickPath {
    pub(crate) id: IdeaId,
}

/// Its author changes it, or takes it back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/ideas/{id}/own", rejection(PageError))]
pub(crate) struct OwnPath {
    pub(crate) id: IdeaId,
}

/// Routes of ideas. The board is the whole school's; who does what there, the action decides.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .post(Access::SignedIn, list::share)
        .get(Access::SignedIn, show::show)
        .post(Access::SignedIn, deeds::vote)
        .post(Access::SignedIn, deeds::comment)
        .post(Access::SignedIn, deeds::answer)
        .post(Access::SignedIn, deeds::assign)
        .post(Access::SignedIn, deeds::merge)
        .post(Access::SignedIn, deeds::remove)
        .post(Access::SignedIn, deeds::restore)
        .post(Access::SignedIn, deeds::disclose)
        .post(Access::SignedIn, deeds::join)
        .post(Access::SignedIn, deeds::plan)
        .post(Access::SignedIn, deeds::tick)
        .post(Access::SignedIn, deeds::own)
}

/// Who wrote something, as the reader may read it.
fn by(page: &Page, names: &Names, author: Option<&PersonId>, (mine, unnamed): (bool, bool)) -> String {
    match (mine, author) {
        (true, _) if unnamed => page.text("ideas-by-you-unnamed"),
        (true, _) => page.text("ideas-by-you"),
        (false, Some(person)) => name(names, person),
        (false, None) => page.text("ideas-by-nobody"),
    }
}

fn name(names: &Names, person: &PersonId) -> String {
    names.get(person).cloned().unwrap_or_default()
}

/// Why something was not taken, as a text key.
pub(crate) const fn refusal(why: IdeaRefused) -> &'static str {
    match why {
        IdeaRefused::NoWords | IdeaRefused::TooLong => "forms-missing",
        IdeaRefused::TooMany => "ideas-refused-many",
        IdeaRefused::Closed => "ideas-refused-closed",
        IdeaRefused::NoWay => "ideas-refused-way",
        IdeaRefused::NoDouble => "ideas-refused-double",
        IdeaRefused::Person => "ideas-refused-person",
        IdeaRefused::PastDay => "ideas-refused-past",
        IdeaRefused::Named => "ideas-refused-named",
        IdeaRefused::Stands => "ideas-refused-stands",
    }
}
