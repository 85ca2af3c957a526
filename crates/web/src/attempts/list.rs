//! What lies ahead, what runs, and the own papers.

use super::{ListPath, PaperPath, shut};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::page::short;
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
    /// A place in the sitting of another school that can be taken, or given back.
    place: Option<Place>,
}

struct Place {
    sitting: String,
    /// What the button sends, and the key of its words.
    step: &'static str,
    act: &'static str,
}

/// What the reader can do with their place in a sitting of another school.
fn place(page: &Page, seen: &Seen) -> Option<Place> {
    let visit = seen.visit.as_ref().filter(|_| seen.paper.is_none())?;
    let (step, act) = match () {
        () if visit.may_take() => ("take", "attempts-place-take"),
        () if visit.has_place && seen.sitting.takes_guests(page.context().now).is_ok() => {
            ("return", "attempts-place-return")
        }
        () => return None,
    };
    Some(Place { sitting: seen.sitting.id.to_string(), step, act })
}

/// How a place in a sitting of another school stands, while there is no paper; nothing where it begins like one's own.
fn placed(seen: &Seen) -> Option<Said> {
    let visit = seen.visit.as_ref().filter(|_| seen.paper.is_none())?;
    match (&visit.kept_from, visit.has_place, &seen.sitting.state) {
        (Some(why), false, _) => Some(Said::new(shut(why))),
        (None, false, _) => Some(Said::new("attempts-place-free").with("left", visit.left)),
        (_, true, SittingState::Planned) => {
            Some(Said::new("attempts-place-own").with("minutes", u32::from(seen.sitting.plan.minutes)))
        }
        (_, true, _) => None,
    }
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

/// How a sitting stands to its candidate.
fn stands(page: &Page, seen: &Seen) -> Said {
    if let Some(said) = placed(seen) {
        return said;
    }
    let minutes = u32::from(seen.sitting.plan.minutes);
    match (&seen.sitting.state, &seen.paper) {
        (SittingState::CalledOff { reason, .. }, _) => {
            Said::new("attempts-called-off").with("reason", reason.as_str())
        }
        (_, Some(paper)) => {
            let attempt = paper.attempt.clone().close_if_due(page.context().now);
            Said::new(format!("attempts-state-{}", attempt.state.word().replace('_', "-")))
        }
        (SittingState::Running, None) => seen
            .shut
            .as_ref()
            .map_or_else(|| Said::new("attempts-runs").with("minutes", minutes), |why| Said::new(shut(why))),
        _ => Said::new("attempts-ahead").with("minutes", minutes),
    }
}

fn row(page: &Page, seen: &Seen) -> Row {
    let (sitting, paper) = (&seen.sitting, seen.paper.as_ref());
    let mine = crate::questions::language(page.lang());
    let language = |language: &Language| {
        let only = sitting.languages.len() == 1;
        let choice = Choice::new(language.word(), language_text(page, *language));
        Choice { chosen: only || *language == mine, ..choice }
    };
    let when = i18n::day_and_time(page.lang(), page.local(sitting.begins));
    let host = seen.visit.as_ref().map(|visit| short(page.lang(), &visit.host));
    Row {
        title: host.map_or_else(|| when.clone(), |host| format!("{when} · {host}")),
        text: stands(page, seen).words(page.lang()),
        href: paper.map(|paper| PaperPath { id: paper.id.clone() }.to_string()).unwrap_or_default(),
        sitting: if opens(seen) { sitting.id.to_string() } else { String::new() },
        languages: sitting.languages.iter().map(language).collect(),
        place: place(page, seen),
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

/// A paper is opened, or a place in a sitting of another school is taken or given back.
pub(super) async fn open(_: ListPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (context, sitting) = (page.context(), fields.value("sitting").into());
    let done = match fields.value("step") {
        "take" => actions::sittings::take_place(&context, &sitting).await.map(|()| "attempts-done-place"),
        "return" => {
            let returned = actions::sittings::give_place_back(&context, &sitting).await;
            returned.map(|()| "attempts-done-place-returned")
        }
        _ => {
            let Some(language) = Language::from_word(fields.value("language")) else {
                return Ok(page.lead(&ListPath, FlashKind::Refused, "attempts-refused-language", &[]));
            };
            match actions::attempts::open(&context, &sitting, language).await {
                Ok(id) => return Ok(page.go(&PaperPath { id })),
                Err(failed) => Err(failed),
            }
        }
    };
    match done {
        Ok(key) => Ok(page.done(&ListPath, key, &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(&ListPath, FlashKind::Refused, &shut(&why), &[])),
        Err(other) => Err(other.into()),
    }
}
