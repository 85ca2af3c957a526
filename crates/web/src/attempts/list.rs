//! What lies ahead, what runs, and the own papers.

use super::{ListPath, PaperPath, shut};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::sittings::language_text;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::attempts::{Seen, seen};
use axum::response::Response;
use domain::Day;
use domain::exams::SittingState;
use domain::questions::Language;

struct Row {
    title: String,
    text: String,
    /// The paper, once it is open.
    href: String,
    /// The sitting, where a paper can be opened.
    sitting: String,
    languages: Vec<Choice>,
}

#[derive(askama::Template)]
#[template(path = "attempts/list.html")]
struct List {
    shell: Shell,
    today: Day,
    board: String,
    text: String,
    rows: Vec<Row>,
    action: String,
}

/// A paper can be opened now.
fn opens(seen: &Seen) -> bool {
    seen.sitting.state == SittingState::Running && seen.paper.is_none() && seen.shut.is_none()
}

fn row(page: &Page, seen: &Seen) -> Row {
    let (sitting, paper) = (&seen.sitting, seen.paper.as_ref());
    let mine = crate::questions::language(page.lang());
    let language = |language: &Language| {
        let only = sitting.languages.len() == 1;
        let choice = Choice::new(language.word(), language_text(page, *language));
        Choice { chosen: only || *language == mine, ..choice }
    };
    let said = match (&sitting.state, paper) {
        (SittingState::CalledOff { reason, .. }, _) => {
            Said::new("attempts-called-off").with("reason", reason.as_str())
        }
        (_, Some(paper)) => {
            let attempt = paper.attempt.clone().close_if_due(page.context().now);
            Said::new(format!("attempts-state-{}", attempt.state.word().replace('_', "-")))
        }
        (SittingState::Running, None) => seen.shut.as_ref().map_or_else(
            || Said::new("attempts-runs").with("minutes", u32::from(sitting.plan.minutes)),
            |why| Said::new(shut(why)),
        ),
        _ => Said::new("attempts-ahead").with("minutes", u32::from(sitting.plan.minutes)),
    };
    Row {
        title: i18n::day_and_time(page.lang(), page.local(sitting.begins)),
        text: said.words(page.lang()),
        href: paper.map(|paper| PaperPath { id: paper.id.clone() }.to_string()).unwrap_or_default(),
        sitting: if opens(seen) { sitting.id.to_string() } else { String::new() },
        languages: sitting.languages.iter().map(language).collect(),
    }
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let all = seen(&mut tx, &page.context()).await?;
    let said = Said::new(if all.iter().any(opens) { "attempts-board-runs" } else { "attempts-board" });
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        board: said.words(page.lang()),
        text: said.explained(page.lang()),
        rows: all.iter().map(|one| row(&page, one)).collect(),
        action: ListPath.to_string(),
    })
}

pub(super) async fn open(_: ListPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let Some(language) = Language::from_word(fields.value("language")) else {
        return Ok(page.lead(&ListPath, FlashKind::Refused, "attempts-refused-language", &[]));
    };
    match actions::attempts::open(&page.context(), &fields.value("sitting").into(), language).await {
        Ok(id) => Ok(page.go(&PaperPath { id })),
        Err(Failed::Refused(why)) => Ok(page.lead(&ListPath, FlashKind::Refused, &shut(&why), &[])),
        Err(other) => Err(other.into()),
    }
}
