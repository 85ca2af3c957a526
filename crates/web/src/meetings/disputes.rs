//! Where a talk helps: meetings that a pair remembers differently (feat:D6), and pairs whose agreed meetings fall away again
//! and again (feat:D7). Which pair, day and kind; never who says what, or who could not come.

use super::DisputesPath;
use crate::contacts::kind_key;
use crate::layout::Shell;
use crate::names::Names;
use crate::pairs::ShowPath as PairPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::meetings::{State, TALK_AFTER, to_talk};
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::{Day, PairId};

/// A meeting in the list.
struct Row {
    day: Day,
    kind: String,
    pair: Two,
}

/// A pair and its page.
struct Two {
    href: String,
    title: String,
}

#[derive(askama::Template)]
#[template(path = "meetings/disputes.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// Pairs whose agreed meetings fall away.
    falling: Vec<Two>,
    /// How many in a row.
    after: usize,
}

pub(super) async fn list(_: DisputesPath, page: Page) -> Result<Response, PageError> {
    may(page.actor(), &Action::SeeDisputes(page.school_id()?)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let (programme, names) = Names::load(&page, &mut tx).await?;
    let pairs = store::pairs::of_programme(&mut tx, &programme.school, &programme.id).await?;
    let meetings = store::meetings::of_programme(&mut tx, &programme.school, &programme.id).await?;
    let two = |id: &PairId| pairs.iter().find(|pair| pair.id == *id).map(|pair| two(&page, &names, pair));
    let mut rows = Vec::new();
    for meeting in meetings.iter().filter(|one| one.state == State::Disputed) {
        let Some(pair) = two(&meeting.pair).transpose()? else { continue };
        rows.push(Row { day: meeting.day, kind: kind_key(meeting.kind), pair });
    }
    let falling = to_talk(&meetings, page.offset());
    let falling = falling.iter().filter_map(two).collect::<Result<_, _>>()?;
    page.show(&List { shell: page.shell(), today: page.today(), rows, falling, after: TALK_AFTER })
}

fn two(page: &Page, names: &Names, pair: &Pair) -> Result<Two, PageError> {
    let title = Said::new("meetings-disputes-two")
        .with("newcomer", names.newcomer(&pair.newcomer)?.name.brief())
        .with("mentor", names.mentor(&pair.mentor)?.name.brief());
    Ok(Two { href: PairPath { id: pair.id.clone() }.to_string(), title: title.words(page.lang()) })
}
