//! The short pulse: one tap on the own home, the own line, groups for those who lead the programme, and whom the
//! coordinator is asked to ask how it goes (feat:K1).

mod groups;
mod own;
mod questions;
mod talks;

use crate::said::Said as Words;
use crate::{Access, Page, PageError, Routes};
use actions::pulses::{Asked, words};
use axum_extra::routing::TypedPath;
use domain::Day;
use domain::people::Role;
use domain::programmes::Programme;
use domain::pulses::{Question, Wordings};
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

/// The questions in their words.
#[derive(TypedPath)]
#[typed_path("/pulses/questions")]
pub(crate) struct QuestionsPath;

/// One of them is written anew.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pulses/questions/{word}", rejection(PageError))]
pub(crate) struct QuestionPath {
    pub(crate) word: String,
}

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
        .get(COORDINATOR, questions::list)
        .get(COORDINATOR, questions::show)
        .post(COORDINATOR, questions::write)
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
    /// The first question of what is asked, or the second one, which belongs to what was answered to the first.
    fn of(page: &Page, asked: &Asked, second: Option<Item>, wordings: &Wordings) -> Self {
        let question = second.map_or(Question::First(asked.source), Question::Second);
        let number = if second.is_some() { asked.wording } else { wordings.now() };
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
            question: words(page.lang(), wordings, question, number),
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

/// What is still to be answered of a question and the one after it.
fn rest(page: &Page, asked: &Asked, wordings: &Wordings) -> Option<Ask> {
    if asked.waits() {
        return Some(Ask::of(page, asked, None, wordings));
    }
    asked.second().map(|item| Ask::of(page, asked, Some(item), wordings))
}

/// The question that the reader has not seen to yet, at home.
pub(crate) async fn ask(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Option<Ask>, PageError> {
    let open = actions::pulses::open(tx, &page.context(), programme).await?;
    let asked = open.iter().find(|asked| asked.waits() && !asked.is_late(page.today()));
    let wordings = store::pulses::wordings(tx, programme).await?;
    Ok(asked.and_then(|asked| rest(page, asked, &wordings)))
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
    let wordings = store::pulses::wordings(tx, programme).await?;
    Ok(asked.and_then(|asked| rest(page, asked, &wordings)))
}
