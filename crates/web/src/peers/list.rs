//! Pairs of pupils, and those who wait for one.

use super::{AskPath, ListPath, ShowPath, named, papers, shell};
use crate::journals::ListPath as JournalsPath;
use crate::layout::Shell;
use crate::pupils::VolunteersPath;
use crate::reports::ShowPath as ReportPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::peers::{Seen, Waiting};
use actions::pupils::lists;
use actions::reports::{Annual, annual};
use axum::response::Response;
use domain::Day;
use domain::lots::Waits;
use domain::peers::State;
use domain::permissions::{Action, may};

/// A pair, or a pupil who waits.
struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "peers/list.html")]
struct List {
    shell: Shell,
    today: Day,
    waiting: Vec<Row>,
    pairs: Vec<Row>,
    over: Vec<Row>,
    journals: String,
    volunteers: String,
    /// Where the coordinator prints the order; nothing for everybody else.
    orders: Vec<(String, &'static str)>,
    /// The report of the year, for whoever may open it.
    report: Option<String>,
    /// The reader may begin it.
    begins: bool,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let overview = lists::peers(&page.context()).await?;
    let (over, pairs): (Vec<&Seen>, Vec<&Seen>) =
        overview.pairs.iter().partition(|seen| !seen.pair.is_open());
    let row = |seen: &Seen| pair(&page, seen);
    let leads = may(page.actor(), &Action::ManageProgramme(page.school_id()?)).is_ok();
    let annual = annual(&mut *page.read().await?, &page.context()).await?;
    page.show(&List {
        shell: shell(&page),
        today: page.today(),
        waiting: overview.waiting.iter().map(|one| waiting(&page, one)).collect(),
        pairs: pairs.into_iter().map(row).collect(),
        over: over.into_iter().map(row).collect(),
        journals: JournalsPath.to_string(),
        volunteers: VolunteersPath.to_string(),
        orders: if leads { papers::orders() } else { Vec::new() },
        begins: annual == Some(Annual::ToBegin),
        report: annual.and_then(|annual| match annual {
            Annual::Open(id) => Some(ReportPath { id }.to_string()),
            Annual::ToBegin => None,
        }),
    })
}

fn pair(page: &Page, seen: &Seen) -> Row {
    Row {
        title: format!("{} – {}", named(&seen.helper), named(&seen.mentee)),
        text: state(page, seen),
        href: ShowPath { id: seen.pair.id.clone() }.to_string(),
    }
}

/// Where a pair stands, in words; and where they do not meet for now, that alone.
pub(super) fn state(page: &Page, seen: &Seen) -> String {
    let said = Said::new(format!("peers-state-{}", seen.pair.state.word())).with("minutes", seen.minutes);
    let said = match &seen.pair.state {
        State::Confirmed => said,
        State::Agreed(agreement) => {
            let last = agreement.ends.yesterday().unwrap_or(agreement.ends);
            let since = said.with("day", i18n::day(page.lang(), agreement.from));
            since.with("until", i18n::day(page.lang(), last))
        }
        State::Declined(on) | State::Ended { on, .. } => said.with("day", i18n::day(page.lang(), *on)),
    };
    with_pause(page, said.words(page.lang()), seen.paused)
}

/// What is said, and that nothing begins for now where that is so.
pub(super) fn with_pause(page: &Page, said: String, paused: bool) -> String {
    if paused { format!("{said} {}", page.text("peers-paused")) } else { said }
}

/// How a child waits by lot, and until when.
pub(super) fn by_lot(page: &Page, waits: Waits) -> Said {
    let (key, day) = match waits {
        Waits::ForLot(day) => ("peers-for-lot", day),
        Waits::Until(day) => ("peers-by-lot", day),
    };
    Said::new(key).with("day", i18n::day(page.lang(), day))
}

fn waiting(page: &Page, waiting: &Waiting) -> Row {
    let said = match (&waiting.proposed, waiting.rests_until, waiting.by_lot) {
        _ if waiting.paused => Said::new("peers-paused"),
        (_, Some(until), _) if page.today() < until => {
            Said::new("peers-rests").with("day", i18n::day(page.lang(), until))
        }
        (_, Some(_), _) => Said::new("peers-adult-decides"),
        (_, None, Some(waits)) => by_lot(page, waits),
        (Some(helper), None, None) => Said::new("peers-proposed").with("name", named(helper)),
        (None, None, None) => Said::new("peers-nobody"),
    };
    Row {
        title: named(&waiting.pupil),
        text: said.words(page.lang()),
        href: AskPath { pupil: waiting.pupil.id.clone() }.to_string(),
    }
}
