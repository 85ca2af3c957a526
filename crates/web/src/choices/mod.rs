//! The own sealed ranking, and what became of it. Nobody but its author comes to this page with it.

mod board;
mod draw;
mod mine;
mod rule;
mod show;

use crate::{Access, Routes};
use axum_extra::routing::TypedPath;
use domain::choices::RankRefused;
use i18n::{Arg, Lang};

/// The reader's own ranking. Each step in it is sent here too.
#[derive(TypedPath)]
#[typed_path("/choices")]
pub(crate) struct ShowPath;

/// How those are told apart who stand equal.
#[derive(TypedPath)]
#[typed_path("/choices/draw")]
pub(crate) struct DrawPath;

/// Routes of rankings. Everybody may come: who has nothing to rank reads why.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, show::show)
        .post(Access::SignedIn, show::step)
        .get(Access::SignedIn, draw::show)
}

/// What the author reads where a step is not taken.
fn rank_refusal(lang: Lang, why: RankRefused) -> String {
    match why {
        RankRefused::NotNow(_) => i18n::t(lang, "choices-refused-not-now", &[]),
        RankRefused::TooMany { most } => {
            i18n::t(lang, "choices-refused-too-many", &[("most", Arg::from(most))])
        }
        RankRefused::Unknown => i18n::t(lang, "choices-refused-unknown", &[]),
        RankRefused::NotMet => i18n::t(lang, "choices-refused-not-met", &[]),
        RankRefused::Agreed => i18n::t(lang, "choices-refused-agreed", &[]),
    }
}
