//! The short pulse: one tap on the own home, the own line, groups for those who lead the programme, and whom the
//! coordinator is asked to ask how it goes (feat:K1).

mod groups;
mod own;
mod talks;

use crate::{Access, Page, PageError, Routes};
use actions::pulses::Asked;
use axum_extra::routing::TypedPath;
use domain::people::Role;
use domain::programmes::Programme;
use domain::pulses::Said;
use domain::surveys::Item;
use serde::Deserialize;
use store::Tx;

/// The question of the fortnight and the own line.
#[derive(TypedPath)]
#[typed_path("/pulses")]
pub(crate) struct OwnPath;

/// The own line as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pulses/table/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) form: String,
}

/// Whom to ask how it goes.
#[derive(TypedPath)]
#[typed_path("/pulses/talks")]
pub(crate) struct TalksPath;

/// Groups that are large enough.
#[derive(TypedPath)]
#[typed_path("/pulses/groups")]
pub(crate) struct GroupsPath;

/// Routes; whoever mentors provisionally need not have the right of the programme.
pub(crate) fn routes() -> Routes {
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    const BOTH: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher]);
    Routes::new()
        .get(BOTH, own::show)
        .post(BOTH, own::keep)
        .get(BOTH, own::table)
        .get(COORDINATOR, talks::list)
        .post(COORDINATOR, talks::settle)
        .get(LEADERS, groups::show)
}

/// One question that is answered by one tap.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    pub(crate) question: String,
    /// The field that is sent.
    pub(crate) name: &'static str,
}

impl Ask {
    fn going(page: &Page) -> Self {
        Self { question: page.text("pulses-ask-going"), name: "going" }
    }
    fn second(page: &Page, item: Item) -> Self {
        Self { question: item_text(page, item), name: "second" }
    }
    #[expect(clippy::unused_self, reason = "templates call methods")]
    pub(crate) fn numbers(&self) -> [&'static str; 5] {
        ["1", "2", "3", "4", "5"]
    }
    /// The second question is skipped by doing nothing.
    pub(crate) fn skips(&self) -> bool {
        self.name == "going"
    }
}

/// The words of a second question.
fn item_text(page: &Page, item: Item) -> String {
    page.text(&format!("surveys-item-{}", item.word()))
}

/// What is still to be answered of a fortnight.
fn open(page: &Page, asked: Asked) -> Option<Ask> {
    match asked.said {
        None => Some(Ask::going(page)),
        Some(Said::Answered { .. }) => asked.second().map(|item| Ask::second(page, item)),
        Some(Said::Skipped | Said::Silent) => None,
    }
}

/// The question that the reader has not seen to yet, for pages beside their own.
pub(crate) async fn ask(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Option<Ask>, PageError> {
    let asked = actions::pulses::now(tx, &page.context(), programme).await?;
    Ok(asked.filter(|asked| asked.said.is_none()).and_then(|asked| open(page, asked)))
}
