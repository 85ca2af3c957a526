//! All orders, and what leads to them: pairs that wait for a draft, consents that are awaited.

use super::{ConsentPath, ListPath, PreparePath, ShowPath, readable, refusal};
use crate::errors::refused;
use crate::layout::{FlashKind, Shell};
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::orders::{Order, State};
use domain::pairs::{Pair, State as PairState};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{Day, ProgrammeId};
use store::Tx;

/// An order in the list.
struct Row {
    href: String,
    kind: String,
    /// Number and date, once signed.
    signed: Option<(String, Day)>,
}

/// A draft that was thrown away.
struct Discarded {
    href: String,
    kind: String,
    on: Day,
}

/// A pair of the reader that waits for consents.
struct Awaited {
    action: String,
    /// The other one of the pair.
    name: String,
    /// The reader has consented.
    given: bool,
    /// The other side has consented too.
    both: bool,
}

#[derive(askama::Template)]
#[template(path = "orders/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// For those who read drafts.
    discarded: Vec<Discarded>,
    awaited: Vec<Awaited>,
    /// Pairs that wait to be put into a draft; none for anybody but the coordinator.
    waiting: usize,
    /// Drafts that wait for the head; those named in them do not see them.
    drafts: usize,
    /// The draft to look at first; empty where none waits.
    draft: String,
    /// The reader signs them.
    signs: bool,
}

impl List {
    /// No programme, no order.
    fn without_programme(page: &Page) -> Self {
        let (rows, awaited) = (Vec::new(), Vec::new());
        Self {
            shell: page.shell(),
            today: page.today(),
            rows,
            discarded: Vec::new(),
            awaited,
            waiting: 0,
            drafts: 0,
            draft: String::new(),
            signs: false,
        }
    }
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    let Some(programme) = store::programmes::in_sight(&mut tx, school, page.today()).await? else {
        return page.show(&List::without_programme(&page));
    };
    let manages = may(page.actor(), &Action::ManageOrders(school)).is_ok();
    let mut rows = Vec::new();
    for order in store::orders::of_programme(&mut tx, school, &programme.id).await? {
        if let Some(row) = row(&page, &mut tx, order).await? {
            rows.push(row);
        }
    }
    let waiting = if manages {
        actions::orders::waiting(&mut tx, &programme).await?.values().map(Vec::len).sum()
    } else {
        0
    };
    let awaited = awaited(&page, &mut tx, &programme.id).await?;
    let shell = page.shell();
    // What still has to be done stands first.
    rows.sort_by_key(|row| row.signed.is_some());
    let drafts = rows.iter().filter(|row| row.signed.is_none()).count();
    let draft = rows.first().filter(|_| drafts > 0).map(|row| row.href.clone()).unwrap_or_default();
    let signs = may(page.actor(), &Action::SignOrders(school)).is_ok();
    let discarded = discarded(&page, &mut tx, &programme).await?;
    page.show(&List { shell, today: page.today(), rows, discarded, awaited, waiting, drafts, draft, signs })
}

async fn row(page: &Page, tx: &mut Tx, order: Order) -> Result<Option<Row>, PageError> {
    let Some(sheet) = actions::orders::sheet(tx, &order, page.actor(), page.today()).await? else {
        return Ok(None);
    };
    if !readable(page, &order, &sheet) {
        return Ok(None);
    }
    Ok(Some(Row {
        kind: format!("orders-kind-{}", order.kind.word()),
        signed: order.signature().map(|signed| (signed.number.clone(), signed.on)),
        href: ShowPath { id: order.id }.to_string(),
    }))
}

async fn discarded(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Vec<Discarded>, PageError> {
    let mut rows = Vec::new();
    for order in store::orders::discarded(tx, &programme.school, &programme.id).await? {
        let State::Discarded { at } = order.state else { continue };
        if let Some(Row { href, kind, .. }) = row(page, tx, order).await? {
            rows.push(Discarded { href, kind, on: page.local(at).date() });
        }
    }
    Ok(rows)
}

async fn awaited(page: &Page, tx: &mut Tx, programme: &ProgrammeId) -> Result<Vec<Awaited>, PageError> {
    let me = &page.actor().person;
    let school = page.school_id()?;
    let mentors = store::mentors::named(tx, school, programme).await?;
    let newcomers = store::newcomers::named(tx, school, programme).await?;
    let mut awaited = Vec::new();
    for pair in store::pairs::of_programme(tx, school, programme).await? {
        let mentor = mentors.iter().find(|mentor| mentor.id == pair.mentor);
        let newcomer = newcomers.iter().find(|newcomer| newcomer.id == pair.newcomer);
        let (Some(mentor), Some(newcomer)) = (mentor, newcomer) else { continue };
        let other = match me {
            me if *me == newcomer.person => &mentor.name,
            me if *me == mentor.person => &newcomer.name,
            _ => continue,
        };
        if waits(&pair) {
            let consents = store::consents::of_pair(tx, &pair).await?;
            let mine = if *me == newcomer.person { Side::Newcomer } else { Side::Mentor };
            awaited.push(Awaited {
                action: ConsentPath { pair: pair.id.clone() }.to_string(),
                name: other.polite(),
                given: consents.iter().any(|consent| consent.side == mine),
                both: domain::consents::both_given(&consents),
            });
        }
    }
    Ok(awaited)
}

fn waits(pair: &Pair) -> bool {
    domain::consents::may_change(pair).is_ok() && pair.state == PairState::Published
}

pub(super) async fn prepare(_: PreparePath, page: Page) -> Result<Response, PageError> {
    let school = page.school_id()?.clone();
    match actions::orders::prepare(&page.context(), &school).await {
        Ok(made) => Ok(page.done(&ListPath, "orders-done-prepared", &[("count", made.len().to_string())])),
        Err(failed) => Ok(page.lead(&ListPath, FlashKind::Refused, refusal(refused(failed)?), &[])),
    }
}
