//! Which papers a bundle holds, and how one of them is made.

use crate::orders::Unprintable;
use crate::reports::{Opened, Press, content_hash, opened, readable, sheet, view};
use crate::rosters::exporting::{Form, table};
use crate::{Context, Failed};
use documents::tables::{Cell, Column, Kind as CellKind, Table};
use domain::orders::State as OrderState;
use domain::programmes::Programme;
use domain::reports::{State, What};
use domain::{OrderId, PairId, PlanId, ProgrammeId, ReportId, SchoolId};
use i18n::Lang;
use serde::{Deserialize, Serialize};
use store::Tx;

/// The languages in which papers are signed.
const LANGS: [Lang; 2] = [Lang::Kk, Lang::Ru];

/// What a paper is made of: ids and words alone, so that what may not be seen any more is not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Source {
    /// An order in a language.
    Order(OrderId, String),
    /// A work plan in a language.
    Plan(PlanId, String),
    /// A report in a language.
    Report(ReportId, String),
    /// A list of a report.
    List(ReportId, String),
    /// All reports of a programme, or of one pair, with the hash of each.
    Register(ProgrammeId, Option<PairId>),
}

/// A paper that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Planned {
    /// Its path in the file.
    pub(super) path: String,
    pub(super) source: Source,
}

/// The papers of a pair of the actor's school.
pub(super) async fn of_pair(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    pair: &PairId,
) -> Result<Vec<Planned>, Failed<Unprintable>> {
    let found = store::pairs::get(tx, pair).await?.filter(|found| found.school == *school);
    let found = found.ok_or(Failed::NotFound)?;
    let programme = store::programmes::get(tx, school, &found.programme).await?.ok_or(Failed::NotFound)?;
    let mut planned = plans(tx, &programme, "", Some(pair)).await?;
    planned.extend(reports(tx, context, &programme, "", Some(pair)).await?);
    Ok(planned)
}

/// The papers of a programme: signed orders, work plans of pairs, reports that are not drafts.
pub(super) async fn of_programme(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    folder: &str,
) -> store::Result<Vec<Planned>> {
    let mut planned = orders(tx, programme, folder).await?;
    planned.extend(plans(tx, programme, folder, None).await?);
    planned.extend(reports(tx, context, programme, folder, None).await?);
    Ok(planned)
}

fn in_both(path: &str, source: impl Fn(String) -> Source) -> [Planned; 2] {
    LANGS.map(|lang| {
        let lang = lang.tag().to_owned();
        Planned { path: format!("{path}-{lang}.pdf"), source: source(lang) }
    })
}

async fn orders(tx: &mut Tx, programme: &Programme, folder: &str) -> store::Result<Vec<Planned>> {
    let orders = store::orders::of_programme(tx, &programme.school, &programme.id).await?;
    let signed = orders.into_iter().filter(|order| matches!(order.state, OrderState::Signed(_)));
    let both = (1..).zip(signed).flat_map(|(number, order)| {
        in_both(&format!("{folder}orders/order-{number}"), |lang| Source::Order(order.id.clone(), lang))
    });
    Ok(both.collect())
}

async fn plans(
    tx: &mut Tx,
    programme: &Programme,
    folder: &str,
    pair: Option<&PairId>,
) -> store::Result<Vec<Planned>> {
    let plans = store::plans::of_programme(tx, &programme.school, &programme.id).await?;
    let wanted = plans
        .into_iter()
        .filter(|plan| plan.pair.is_some() && (pair.is_none() || plan.pair.as_ref() == pair));
    let both = wanted.flat_map(|plan| {
        in_both(&format!("{folder}plans/plan-{}", plan.number), |lang| Source::Plan(plan.id.clone(), lang))
    });
    Ok(both.collect())
}

/// Reports that the actor may read and that are not drafts.
async fn bound(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    pair: Option<&PairId>,
) -> store::Result<Vec<Opened>> {
    let mut reports = readable(tx, context, programme).await?;
    reports.retain(|one| {
        one.report.state != State::Draft && (pair.is_none() || one.report.pair.as_ref() == pair)
    });
    Ok(reports)
}

async fn reports(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    folder: &str,
    pair: Option<&PairId>,
) -> store::Result<Vec<Planned>> {
    let mut planned = Vec::new();
    for opened in bound(tx, context, programme, pair).await? {
        let report = &opened.report;
        let place =
            format!("{folder}reports/{}-{}-{}", report.number, report.kind.word(), report.term.word());
        planned.extend(in_both(&format!("{place}/report"), |lang| Source::Report(report.id.clone(), lang)));
        planned.extend(view(tx, context, &opened).await?.facts.lists.iter().map(|list| Planned {
            path: format!("{place}/{}.csv", list.what.word()),
            source: Source::List(report.id.clone(), list.what.word().to_owned()),
        }));
    }
    let source = Source::Register(programme.id.clone(), pair.cloned());
    planned.push(Planned { path: format!("{folder}reports.csv"), source });
    Ok(planned)
}

/// Makes one paper, as far as the actor may read it now.
pub(super) async fn make(
    context: &Context<'_>,
    school: &SchoolId,
    source: &Source,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let lang = |tag: &str| Lang::from_tag(tag).ok_or(Failed::NotFound);
    match source {
        Source::Order(id, tag) => crate::orders::print(context, id, lang(tag)?, press.address).await,
        Source::Plan(id, tag) => crate::plans::print(context, id, lang(tag)?, press.address).await,
        Source::Report(id, tag) => crate::reports::print(context, id, lang(tag)?, press).await,
        Source::List(id, what) => list(context, id, what).await,
        Source::Register(programme, pair) => register(context, school, programme, pair.as_ref()).await,
    }
}

/// A list of a report as a table.
async fn list(context: &Context<'_>, id: &ReportId, what: &str) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let facts = view(&mut tx, context, &opened).await?.facts;
    let what = What::from_word(what).ok_or(Failed::NotFound)?;
    let list = facts.lists.iter().find(|list| list.what == what).ok_or(Failed::NotFound)?;
    csv(context, &sheet(Lang::Ru, list))
}

/// Every report with its state and the hash of its content, for whoever looks without the system.
async fn register(
    context: &Context<'_>,
    school: &SchoolId,
    programme: &ProgrammeId,
    pair: Option<&PairId>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let programme = store::programmes::get(&mut tx, school, programme).await?.ok_or(Failed::NotFound)?;
    let reports = bound(&mut tx, context, &programme, pair).await?;
    let text = |text: &str| Cell::Text(text.to_owned());
    let rows = reports.iter().map(|opened| {
        let report = &opened.report;
        let last = report.form.places().last().map_or(0, |(place, _)| place);
        vec![
            Cell::Number(report.number.into()),
            text(report.kind.word()),
            text(report.term.word()),
            text(report.state.word()),
            text(&report.code),
            text(&content_hash(report, last).unwrap_or_default()),
        ]
    });
    let columns = ["number", "kind", "term", "state", "code", "content_sha256"];
    let columns = columns.map(|heading| Column { heading: heading.to_owned(), kind: CellKind::Text });
    csv(context, &Table { title: "reports".to_owned(), columns: columns.into(), rows: rows.collect() })
}

fn csv(context: &Context<'_>, of: &Table) -> Result<Vec<u8>, Failed<Unprintable>> {
    let csv = table(context, of, Form::Csv).map_err(|why| why.map(|never| match never {}))?;
    Ok(csv.bytes)
}
