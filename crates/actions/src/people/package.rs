//! What somebody takes along to another school in one file (feat:A6): the own plans, dates and kinds of meetings, sheets
//! of the own lessons, signed reports, orders. Nothing in it that the reader may not open page by page; private notes,
//! impressions and the sheets of others are not in it for anybody.

use super::{head_of, load};
use crate::consents::persons;
use crate::lists::school_of;
use crate::orders::{Unprintable, assigned_by, named, party};
use crate::reports::{Press, readable};
use crate::rosters::exporting::{Form, table};
use crate::{Context, Failed, observations, orders, plans, reports};
use documents::packages as printed;
use documents::tables::{Cell, Column, Kind as CellKind, Table};
use documents::{PrintError, School};
use domain::certificates::first_year;
use domain::meetings::{Meeting, State as Met};
use domain::orders::State as OrderState;
use domain::pairs::Pair;
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::reports::State as Reported;
use domain::sides::Side;
use domain::{ObservationId, OrderId, PersonId, PlanId, ReportId, SchoolId};
use exchange::bundles::{self, Member};
use i18n::Lang;
use std::collections::BTreeMap;
use store::Tx;

/// The languages in which papers are signed.
const LANGS: [Lang; 2] = [Lang::Kk, Lang::Ru];

/// A pair that had an order, as the person stood in it.
struct Worked {
    pair: Pair,
    side: Side,
    other: Person,
    order: String,
    held: Vec<Meeting>,
}

/// Papers that may be enclosed, by what prints them.
#[derive(Default)]
struct Papers {
    plans: Vec<PlanId>,
    sheets: Vec<ObservationId>,
    reports: Vec<ReportId>,
    orders: Vec<OrderId>,
}

/// Binds it: for the person, and for a coordinator.
pub async fn package(
    context: &Context<'_>,
    id: &PersonId,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let (person, school, worked, papers, head) = {
        let mut tx = context.db.read().await?;
        let (person, school) = load(&mut tx, id).await?;
        may(context.actor, &Action::TakePackage { school: &school, person: id })?;
        let worked = worked(&mut tx, &school, id).await?;
        let papers = papers(&mut tx, context, &school, id, &worked).await?;
        let head = head_of(&mut tx, &school, context.today).await?;
        (person, school, worked, papers, head)
    };
    let mut members = enclosed(context, &papers, press).await?;
    members.insert(0, meetings(context, &worked)?);
    let files: Vec<String> = members.iter().map(|member| member.path.clone()).collect();
    let there = store::schools::get(&mut *context.db.read().await?, &school).await?;
    let issuer = school_of(&there.ok_or(Failed::NotFound)?);
    for lang in LANGS {
        let paper = summary(context, lang, (&person, head.as_ref(), &issuer), &worked, &files);
        let made_at = context.now;
        let bytes =
            orders::laid_out(move || -> Result<Vec<u8>, PrintError> { printed::pdf(&paper, lang, made_at) });
        members.push(Member { path: format!("summary-{}.pdf", lang.tag()), bytes: bytes.await? });
    }
    let bound = bundles::pack(&members).map_err(|why| Failed::Refused(Unprintable(why.to_string())))?;
    store::change!(context.db, tx => async {
        Ok::<(), Failed<Unprintable>>(context.audit(&mut tx, &school, "package-taken", id.as_str(), "").await?)
    })?;
    Ok(bound)
}

/// Every pair by order of the person, with the meetings that took place.
async fn worked(tx: &mut Tx, school: &SchoolId, id: &PersonId) -> store::Result<Vec<Worked>> {
    let mut pairs = Vec::new();
    for newcomer in store::newcomers::every_of_person(tx, school, id).await? {
        pairs.extend(store::pairs::of_newcomer(tx, school, &newcomer.id).await?);
    }
    for mentor in store::mentors::every_of_person(tx, school, id).await? {
        pairs.extend(store::pairs::of_mentor(tx, school, &mentor.id).await?);
    }
    let mut worked = Vec::new();
    for pair in pairs {
        if pair.assignment().is_none() {
            continue;
        }
        let Some((newcomer, mentor)) = persons(tx, &pair).await? else { continue };
        let (side, other) = if newcomer == *id { (Side::Newcomer, mentor) } else { (Side::Mentor, newcomer) };
        let Some(other) = store::people::get(tx, &other).await? else { continue };
        let order = assigned_by(tx, &pair).await?.map(|signed| signed.number).unwrap_or_default();
        let mut held = store::meetings::of_pair(tx, school, &pair.id).await?;
        held.retain(|meeting| meeting.state == Met::Held);
        worked.push(Worked { pair, side, other, order, held });
    }
    worked.sort_by_key(|one| one.pair.assignment().map(|assignment| assignment.period.from));
    Ok(worked)
}

/// What of the person's papers the reader may open.
async fn papers(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    id: &PersonId,
    worked: &[Worked],
) -> store::Result<Papers> {
    let mut found = Papers::default();
    let mut own = Vec::new();
    for newcomer in store::newcomers::every_of_person(tx, school, id).await? {
        own.extend(store::plans::of_newcomer(tx, school, &newcomer.id).await?);
    }
    for one in worked.iter().filter(|one| one.side == Side::Mentor) {
        own.extend(store::plans::of_pair(tx, school, &one.pair.id).await?);
    }
    for plan in own {
        if plans::opened(tx, context, &plan.id).await?.is_some() {
            found.plans.push(plan.id);
        }
    }
    for observation in store::observations::of_person(tx, school, id).await? {
        let own = observation.observed == *id;
        let opened = if own { observations::opened(tx, context, &observation.id).await? } else { None };
        if opened.is_some_and(|opened| opened.last().is_some()) {
            found.sheets.push(observation.id);
        }
    }
    for programme in store::programmes::of_school(tx, school).await? {
        let reports = readable(tx, context, &programme).await?.into_iter();
        let signed = reports.filter(|one| one.report.state == Reported::Approved);
        let of_person = signed.filter(|one| one.report.author == *id || one.other.as_ref() == Some(id));
        found.reports.extend(of_person.map(|one| one.report.id));
        for order in store::orders::of_programme(tx, school, &programme.id).await? {
            let sheet = store::orders::sheet(tx, &order).await?;
            let named = sheet.is_some_and(|sheet| sheet.names(id));
            if named && matches!(order.state, OrderState::Signed(_)) {
                found.orders.push(order.id);
            }
        }
    }
    Ok(found)
}

/// Prints them all in both languages.
async fn enclosed(
    context: &Context<'_>,
    papers: &Papers,
    press: Press<'_>,
) -> Result<Vec<Member>, Failed<Unprintable>> {
    let mut members = Vec::new();
    for lang in LANGS {
        let tag = lang.tag();
        for (number, id) in (1..).zip(&papers.plans) {
            let bytes = plans::print(context, id, lang, press).await?;
            members.push(Member { path: format!("plans/plan-{number}-{tag}.pdf"), bytes });
        }
        for (number, id) in (1..).zip(&papers.sheets) {
            let bytes = observations::print(context, id, lang, press).await?;
            members.push(Member { path: format!("sheets/sheet-{number}-{tag}.pdf"), bytes });
        }
        for (number, id) in (1..).zip(&papers.reports) {
            let bytes = reports::print(context, id, lang, press).await?;
            members.push(Member { path: format!("reports/report-{number}-{tag}.pdf"), bytes });
        }
        for (number, id) in (1..).zip(&papers.orders) {
            let bytes = orders::print(context, id, lang, press).await?;
            members.push(Member { path: format!("orders/order-{number}-{tag}.pdf"), bytes });
        }
    }
    members.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(members)
}

/// Days, kinds and lengths of what took place; no topic and no word of it.
fn meetings(context: &Context<'_>, worked: &[Worked]) -> Result<Member, Failed<Unprintable>> {
    let rows = worked.iter().flat_map(|one| {
        one.held.iter().map(|meeting| {
            vec![
                Cell::Day(meeting.day),
                Cell::Text(say(Lang::Ru, &format!("contacts-kind-{}", meeting.kind.word()))),
                Cell::Number(meeting.minutes.into()),
                Cell::Text(say(Lang::Ru, &format!("accounts-role-{}", one.side.word()))),
                Cell::Text(one.other.name.full()),
            ]
        })
    });
    let columns = ["day", "kind", "minutes", "role", "with"]
        .map(|part| say(Lang::Ru, &format!("people-package-{part}")));
    let list = Table {
        title: "meetings".to_owned(),
        columns: columns.map(|heading| Column { heading, kind: CellKind::Text }).into(),
        rows: rows.collect(),
    };
    let csv = table(context, &list, Form::Csv).map_err(|why| why.map(|never| match never {}))?;
    Ok(Member { path: "meetings.csv".to_owned(), bytes: csv.bytes })
}

fn say(lang: Lang, key: &str) -> String {
    i18n::t(lang, key, &[])
}

fn summary(
    context: &Context<'_>,
    lang: Lang,
    (person, head, school): (&Person, Option<&Person>, &School),
    worked: &[Worked],
    files: &[String],
) -> printed::Package {
    let talks = || worked.iter().flat_map(|one| &one.held);
    let mut kinds = BTreeMap::new();
    for meeting in talks() {
        *kinds.entry(meeting.kind.word()).or_insert(0) += 1;
    }
    let period = |one: &Worked| {
        let period = one.pair.assignment()?.period;
        Some(printed::Period {
            role: say(lang, &format!("accounts-role-{}", one.side.word())),
            with: one.other.name.full(),
            from: period.from,
            to: period.last_day(),
            order: one.order.clone(),
        })
    };
    printed::Package {
        person: named(&party(person)),
        school: school.clone(),
        school_year: first_year(context.today),
        made: context.today,
        head: head.map(|head| named(&party(head))),
        periods: worked.iter().filter_map(period).collect(),
        kinds: kinds
            .into_iter()
            .map(|(kind, count)| (say(lang, &format!("contacts-kind-{kind}")), count))
            .collect(),
        minutes: talks().map(|meeting| u32::from(meeting.minutes)).sum(),
        files: files.to_vec(),
    }
}
