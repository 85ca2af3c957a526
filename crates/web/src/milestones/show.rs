//! The page of the checklist.

use super::{ShowPath, TickPath};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Handouts;
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::milestones::{Milestone, Stage, Tick, present};
use domain::permissions::{Action, may};
use domain::{Day, PersonId};
use store::Tx;

/// One line of the checklist.
struct Line {
    word: &'static str,
    title: String,
    area: String,
    /// When it was ticked, and by whom; empty where it is open.
    ticked: String,
    /// The tick stands in the plan of a pair that has ended, and is not taken back.
    fixed: bool,
}

/// A part with its lines.
struct Part {
    id: &'static str,
    title: String,
    until: String,
    lines: Vec<Line>,
}

#[derive(askama::Template)]
#[template(path = "milestones/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    stages: Vec<Part>,
    done: usize,
    all: usize,
    /// Where lines are ticked; missing for a reader who only looks.
    tick: Option<String>,
    handouts: Handouts,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = actions::milestones::opened(&mut tx, &page.context(), &path.newcomer).await?;
    let opened = opened.ok_or(PageError::NotFound)?;
    let school = &opened.newcomer.school;
    let ticks = actions::milestones::ticks(&mut tx, school, &path.newcomer).await?;
    let fixed = actions::milestones::fixed(&mut tx, &page.context(), school, &path.newcomer).await?;
    let calendar = actions::programmes::calendar(&mut tx, school).await?;
    let ticks_here = may(page.actor(), &Action::TickMilestones(opened.two())).is_ok();
    let mut stages = Vec::new();
    for stage in Stage::ALL {
        let due = i18n::day_short(page.lang(), stage.due(opened.newcomer.hired_on, &calendar));
        let mut lines = Vec::new();
        for milestone in Milestone::of(stage) {
            let line = line(&page, &mut tx, &ticks, milestone).await?;
            lines.push(Line { fixed: fixed.contains(&milestone), ..line });
        }
        stages.push(Part {
            id: stage.word(),
            title: page.text(&format!("milestones-stage-{}", stage.word())),
            until: Said::new("milestones-until").with("day", due).words(page.lang()),
            lines,
        });
    }
    let title = title(&page, &mut tx, &ticks, &opened.newcomer.person, ticks_here).await?;
    page.show(&Show {
        shell: page.shell(),
        today: page.today(),
        text: title.explained(page.lang()),
        title: title.words(page.lang()),
        stages,
        done: ticks.len(),
        all: Milestone::ALL.len(),
        handouts: Handouts::at(&path),
        tick: ticks_here.then(|| TickPath { newcomer: path.newcomer }.to_string()),
    })
}

async fn name(tx: &mut Tx, id: &PersonId) -> Result<String, PageError> {
    Ok(store::people::get(tx, id).await?.map(|person| person.name.polite()).unwrap_or_default())
}

/// The part in hand for the two; whose checklist it is for whoever only looks.
async fn title(
    page: &Page,
    tx: &mut Tx,
    ticks: &[Tick],
    newcomer: &PersonId,
    ticks_here: bool,
) -> Result<Said, PageError> {
    if !ticks_here {
        return Ok(Said::new("milestones-board-leader").with("name", name(tx, newcomer).await?));
    }
    Ok(match present(ticks) {
        Some(stage) => {
            let stage = page.text(&format!("milestones-stage-{}", stage.word())).to_lowercase();
            Said::new("milestones-board").with("stage", stage)
        }
        None => Said::new("milestones-board-done"),
    })
}

async fn line(page: &Page, tx: &mut Tx, ticks: &[Tick], milestone: Milestone) -> Result<Line, PageError> {
    let ticked = match ticks.iter().find(|tick| tick.milestone == milestone) {
        Some(tick) => {
            let day = i18n::day_short(page.lang(), tick.on);
            let said = Said::new("milestones-ticked").with("day", day);
            said.with("name", name(tx, &tick.by).await?).words(page.lang())
        }
        None => String::new(),
    };
    Ok(Line {
        word: milestone.word(),
        title: page.text(&format!("milestones-step-{}", milestone.word())),
        area: page.text(&format!("plans-area-{}", milestone.area().word())),
        ticked,
        fixed: false,
    })
}

pub(super) async fn tick(path: TickPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (word, done) = match (fields.value("tick"), fields.value("untick")) {
        ("", word) => (word, false),
        (word, _) => (word, true),
    };
    let milestone = Milestone::from_word(word).ok_or(PageError::Unreadable)?;
    actions::milestones::set(&page.context(), &path.newcomer, milestone, done).await?;
    let key = if done { "milestones-done-ticked" } else { "milestones-done-unticked" };
    let to = ShowPath { newcomer: path.newcomer };
    Ok(page.done(&format!("{to}#{}", milestone.stage().word()), key, &[]))
}
