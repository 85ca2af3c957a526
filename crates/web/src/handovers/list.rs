//! What was asked in confidence: what waits for a talk first, then what is settled.

use super::{ListPath, ShowPath, chip};
use crate::layout::Shell;
use crate::names::Names;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::handovers::Handover;
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::sides::Side;

/// One of them.
struct Row {
    href: String,
    asked_on: Day,
    asker: String,
    newcomer: String,
    mentor: String,
    look: &'static str,
    icon: &'static str,
    word: &'static str,
}

#[derive(askama::Template)]
#[template(path = "handovers/list.html")]
struct List {
    shell: Shell,
    today: Day,
    open: Vec<Row>,
    settled: Vec<Row>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    may(page.actor(), &Action::ManageProgramme(school)).map_err(|_| PageError::NotFound)?;
    let (mut open, mut settled) = (Vec::new(), Vec::new());
    if let Some(programme) = store::programmes::running(&mut tx, school, page.today()).await? {
        let names = Names::of(&mut tx, &programme).await?;
        for (handover, pair) in
            actions::handovers::all_decidable(&mut tx, &page.context(), &programme).await?
        {
            let row = row(&page, &names, &handover, &pair)?;
            if handover.is_open(&pair) { open.push(row) } else { settled.push(row) }
        }
    }
    settled.reverse();
    page.show(&List { shell: page.shell(), today: page.today(), open, settled })
}

fn row(page: &Page, names: &Names, handover: &Handover, pair: &Pair) -> Result<Row, PageError> {
    let (newcomer, mentor) = (&names.newcomer(&pair.newcomer)?.name, &names.mentor(&pair.mentor)?.name);
    let asker = match handover.asked_by {
        Side::Newcomer => newcomer,
        Side::Mentor => mentor,
    };
    let (look, icon, word) = chip(&handover.state);
    Ok(Row {
        href: ShowPath { id: handover.id.clone() }.to_string(),
        asked_on: page.local(handover.asked_at).date(),
        asker: asker.brief(),
        newcomer: newcomer.brief(),
        mentor: mentor.brief(),
        look,
        icon,
        word,
    })
}
