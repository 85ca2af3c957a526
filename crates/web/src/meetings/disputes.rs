//! Meetings that pairs remember differently (feat:D6): which pair, day and kind; never who says what.

use super::DisputesPath;
use crate::contacts::kind_key;
use crate::layout::Shell;
use crate::names::Names;
use crate::pairs::ShowPath as PairPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::permissions::{Action, may};

/// A meeting in the list.
struct Row {
    href: String,
    day: Day,
    title: String,
    kind: String,
}

#[derive(askama::Template)]
#[template(path = "meetings/disputes.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
}

pub(super) async fn list(_: DisputesPath, page: Page) -> Result<Response, PageError> {
    may(page.actor(), &Action::SeeDisputes(page.school_id()?)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let (programme, names) = Names::load(&page, &mut tx).await?;
    let mut rows = Vec::new();
    for meeting in store::meetings::disputed(&mut tx, &programme.school, &programme.id).await? {
        let Some(pair) = store::pairs::get(&mut tx, &meeting.pair).await? else { continue };
        let title = Said::new("meetings-disputes-two")
            .with("newcomer", names.newcomer(&pair.newcomer)?.name.brief())
            .with("mentor", names.mentor(&pair.mentor)?.name.brief());
        rows.push(Row {
            href: PairPath { id: pair.id }.to_string(),
            day: meeting.day,
            title: title.words(page.lang()),
            kind: kind_key(meeting.kind),
        });
    }
    page.show(&List { shell: page.shell(), today: page.today(), rows })
}
