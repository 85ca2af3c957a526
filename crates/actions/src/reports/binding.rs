//! The documents of a pair or of a programme year in one file, with a hash of each (feat:F12).

use super::printing::sheet;
use super::{Opened, content_hash, readable, view};
use crate::orders::Unprintable;
use crate::rosters::exporting::{Form, table};
use crate::{Context, Failed};
use documents::tables::{Cell, Column, Kind as CellKind, Table};
use domain::orders::State as OrderState;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::reports::State;
use domain::{PairId, PlanId, SchoolId};
use exchange::bundles::{self, Member};
use i18n::Lang;

pub use exchange::bundles::{Broken as NotBound, Checked, check};

/// The languages in which papers are signed.
const LANGS: [Lang; 2] = [Lang::Kk, Lang::Ru];

/// Binds what a pair has, or a programme year: orders, work plans, and reports that are not drafts, each in both
/// languages, their lists, and a table of everything.
pub async fn bind(
    context: &Context<'_>,
    school: &SchoolId,
    pair: Option<&PairId>,
    address: &str,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    may(context.actor, &Action::ExportReports(school))?;
    let mut tx = context.db.read().await?;
    let programme = match pair {
        Some(id) => {
            let pair = store::pairs::get(&mut tx, id).await?.filter(|pair| pair.school == *school);
            let pair = pair.ok_or(Failed::NotFound)?;
            store::programmes::get(&mut tx, school, &pair.programme).await?
        }
        None => store::programmes::running(&mut tx, school, context.today).await?,
    };
    let programme = programme.ok_or(Failed::NotFound)?;
    let mut reports = readable(&mut tx, context, &programme).await?;
    reports.retain(|one| {
        one.report.state != State::Draft && (pair.is_none() || one.report.pair.as_ref() == pair)
    });
    let plans = store::plans::of_programme(&mut tx, school, &programme.id).await?;
    let plans: Vec<(PlanId, u16)> = plans
        .into_iter()
        .filter(|plan| plan.pair.is_some() && (pair.is_none() || plan.pair.as_ref() == pair))
        .map(|plan| (plan.id, plan.number))
        .collect();
    drop(tx);
    let mut members = Vec::new();
    if pair.is_none() {
        members.extend(orders(context, &programme, address).await?);
    }
    for (id, number) in plans {
        for lang in LANGS {
            let bytes = crate::plans::print(context, &id, lang, address).await?;
            members.push(Member { path: format!("plans/plan-{number}-{}.pdf", lang.tag()), bytes });
        }
    }
    for opened in &reports {
        members.extend(of_report(context, opened, address).await?);
    }
    members.push(register(context, &reports)?);
    let bound = bundles::pack(&members).map_err(|why| Failed::Refused(Unprintable(why.to_string())))?;
    let about = pair.map_or(programme.id.as_str(), PairId::as_str).to_owned();
    store::change!(context.db, tx => async {
        Ok::<(), Failed<Unprintable>>(context.audit(&mut tx, school, "reports-exported", &about, "").await?)
    })?;
    Ok(bound)
}

async fn orders(
    context: &Context<'_>,
    programme: &Programme,
    address: &str,
) -> Result<Vec<Member>, Failed<Unprintable>> {
    let orders = {
        let mut tx = context.db.read().await?;
        store::orders::of_programme(&mut tx, &programme.school, &programme.id).await?
    };
    let signed = orders.into_iter().filter(|order| matches!(order.state, OrderState::Signed(_)));
    let mut members = Vec::new();
    for (number, order) in (1..).zip(signed) {
        for lang in LANGS {
            let bytes = crate::orders::print(context, &order.id, lang, address).await?;
            members.push(Member { path: format!("orders/order-{number}-{}.pdf", lang.tag()), bytes });
        }
    }
    Ok(members)
}

async fn of_report(
    context: &Context<'_>,
    opened: &Opened,
    address: &str,
) -> Result<Vec<Member>, Failed<Unprintable>> {
    let report = &opened.report;
    let folder = format!("reports/{}-{}-{}", report.number, report.kind.word(), report.term.word());
    let mut members = Vec::new();
    for lang in LANGS {
        let bytes = super::print(context, &report.id, lang, address).await?;
        members.push(Member { path: format!("{folder}/report-{}.pdf", lang.tag()), bytes });
    }
    let facts = {
        let mut tx = context.db.read().await?;
        view(&mut tx, context, opened).await?.facts
    };
    for list in &facts.lists {
        let csv = table(context, &sheet(Lang::Ru, list), Form::Csv)
            .map_err(|why| why.map(|never| match never {}))?;
        members.push(Member { path: format!("{folder}/{}.csv", list.what.word()), bytes: csv.bytes });
    }
    Ok(members)
}

/// Every report with its state and the hash of its content, for whoever looks without the system.
fn register(context: &Context<'_>, reports: &[Opened]) -> Result<Member, Failed<Unprintable>> {
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
    let register = Table { title: "reports".to_owned(), columns: columns.into(), rows: rows.collect() };
    let csv = table(context, &register, Form::Csv).map_err(|why| why.map(|never| match never {}))?;
    Ok(Member { path: "reports.csv".to_owned(), bytes: csv.bytes })
}
