//! The short pulse: one tap on the own home, the own line, groups for those who lead the programme, and whom the
//! coordinator is asked to ask how it goes (feat:K1).

mod groups;
mod own;
mod talks;

use crate::said::Said as Words;
use crate::{Access, Page, PageError, Routes};
use actions::pulses::Asked;
use axum_extra::routing::TypedPath;
use domain::Day;
use domain::people::Role;
use domain::programmes::Programme;
use domain::pulses::{Question, Source};
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
    /// What stands over it.
    pub(crate) title: String,
    /// The word of what it is about.
    pub(crate) source: &'static str,
    pub(crate) question: String,
    /// The field that is sent.
    pub(crate) name: &'static str,
}

impl Ask {
    /// The first question of what is asked, or the second one.
    fn of(page: &Page, asked: &Asked, second: Option<Item>) -> Self {
        let question = second.map_or(Question::First(asked.source), Question::Second);
        let title = match asked.met {
            Some(day) => {
                let on = i18n::day_in_sentence(page.lang(), day);
                Words::new("pulses-question-meeting").with("on", on).words(page.lang())
            }
            None => page.text("pulses-question"),
        };
        Self {
            title,
            source: asked.source.word(),
            question: question_text(page, question),
            name: if second.is_some() { "second" } else { "going" },
        }
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

/// The words of a question.
fn question_text(page: &Page, question: Question) -> String {
    match question {
        Question::First(source) => page.text(match source {
            Source::Fortnight => "pulses-ask-going",
            Source::Meeting => "pulses-ask-meeting",
        }),
        Question::Second(item) => page.text(&format!("surveys-item-{}", item.word())),
    }
}

/// What is still to be answered of a question and the one after it.
fn rest(page: &Page, asked: &Asked) -> Option<Ask> {
    if asked.waits() {
        return Some(Ask::of(page, asked, None));
    }
    asked.second().map(|item| Ask::of(page, asked, Some(item)))
}

/// The question that the reader has not seen to yet, at home.
pub(crate) async fn ask(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Option<Ask>, PageError> {
    let open = actions::pulses::open(tx, &page.context(), programme).await?;
    let asked = open.iter().find(|asked| asked.waits() && !asked.is_late(page.today()));
    Ok(asked.and_then(|asked| rest(page, asked)))
}

/// The same on the page of a meeting of this day: about no other meeting.
pub(crate) async fn ask_after(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    day: Day,
) -> Result<Option<Ask>, PageError> {
    let open = actions::pulses::open(tx, &page.context(), programme).await?;
    let about = |asked: &&Asked| asked.met.is_none_or(|met| met == day);
    let waits = open.iter().filter(|asked| asked.waits()).filter(about);
    // An earlier meeting is asked about on its own page before the fortnight is.
    let asked = waits.max_by_key(|asked| asked.source);
    Ok(asked.and_then(|asked| rest(page, asked)))
}
