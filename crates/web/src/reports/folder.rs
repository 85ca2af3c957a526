//! The signature folder: reports, work plans and orders that wait for the reader, opened one by one, signed together (feat:F9).

use super::{FolderPath, ShowPath, kind_key, refusal};
use crate::errors::refused;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::limits::{Danger, Guard};
use crate::said::Said;
use crate::{Page, PageError, filters, orders, plans};
use actions::signatures::{Chosen, NotSigned, sign_all};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::programmes::Programme;
use domain::signatures::Paper;
use store::Tx;

/// A paper that waits.
struct Row {
    /// The name of its field in the form of the batch, and its id.
    name: &'static str,
    id: String,
    href: String,
    kind: String,
    people: String,
    read: bool,
    /// Ticked to be signed.
    on: bool,
}

#[derive(askama::Template)]
#[template(path = "reports/folder.html")]
struct Folder {
    shell: Shell,
    today: Day,
    title: String,
    rows: Vec<Row>,
    /// How many were read.
    ready: usize,
    has_password: bool,
    fields: Fields,
}

pub(super) async fn show(_: FolderPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default(), StatusCode::OK).await
}

/// Both of a pair.
fn both(one: &str, other: &str) -> String {
    format!("{one} – {other}")
}

async fn of_reports(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Vec<Row>, PageError> {
    let waiting = actions::reports::folder(tx, &page.context(), programme).await?;
    let row = |(opened, read): (actions::reports::Opened, bool)| {
        let facts = opened.report.content.as_ref().map(|content| &content.facts);
        let people = facts.into_iter().flat_map(|facts| [&facts.newcomer, &facts.mentor]).flatten();
        Row {
            name: "report",
            href: ShowPath { id: opened.report.id.clone() }.to_string(),
            kind: page.text(&kind_key(opened.report.kind, opened.report.term)),
            people: people.map(|party| party.name.clone()).collect::<Vec<_>>().join(" – "),
            id: opened.report.id.to_string(),
            read,
            on: read,
        }
    };
    Ok(waiting.into_iter().map(row).collect())
}

async fn of_plans(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Vec<Row>, PageError> {
    let mut rows = Vec::new();
    for (opened, read) in actions::plans::folder(tx, &page.context(), programme).await? {
        let newcomer = store::people::get(tx, &opened.newcomer).await?;
        let mentor = match &opened.mentor {
            Some(mentor) => store::people::get(tx, mentor).await?,
            None => None,
        };
        let name = |person: Option<domain::people::Person>| {
            person.map(|person| person.name.full()).unwrap_or_default()
        };
        rows.push(Row {
            name: "plan",
            href: plans::ShowPath { id: opened.plan.id.clone() }.to_string(),
            kind: page.text(&format!("plans-kind-{}", opened.plan.kind.word())),
            people: both(&name(newcomer), &name(mentor)),
            id: opened.plan.id.to_string(),
            read,
            on: read,
        });
    }
    Ok(rows)
}

async fn of_orders(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Vec<Row>, PageError> {
    let waiting = actions::orders::folder(tx, &page.context(), programme).await?;
    let row = |one: actions::orders::Waiting| {
        let pairs = one.sheet.lines.iter().map(|line| both(&line.newcomer.name, &line.mentor.name));
        let entry = one.read.iter().map(|(number, on)| {
            Said::new("orders-folder-entry")
                .with("number", number.clone())
                .with("day", i18n::day(page.lang(), *on))
                .words(page.lang())
        });
        Row {
            name: "order",
            href: orders::ShowPath { id: one.order.id.clone() }.to_string(),
            kind: page.text(&format!("orders-kind-{}", one.order.kind.word())),
            people: entry.chain(pairs).collect::<Vec<_>>().join("; "),
            id: one.order.id.to_string(),
            read: one.read.is_some(),
            on: one.read.is_some(),
        }
    };
    Ok(waiting.into_iter().map(row).collect())
}

/// Everything that waits for the reader.
async fn rows(page: &Page, tx: &mut Tx) -> Result<Vec<Row>, PageError> {
    let in_sight = store::programmes::in_sight(tx, page.school_id()?, page.today()).await?;
    let mut rows = Vec::new();
    if let Some(programme) = in_sight {
        rows.extend(of_orders(page, tx, &programme).await?);
        rows.extend(of_plans(page, tx, &programme).await?);
        rows.extend(of_reports(page, tx, &programme).await?);
    }
    Ok(rows)
}

async fn draw(page: &Page, fields: Fields, status: StatusCode) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let mut rows = rows(page, &mut tx).await?;
    if !fields.is_right() {
        // What was unticked stays so; what is refused is signed after it was mended.
        for row in &mut rows {
            row.on = row.read && fields.values(row.name).contains(&row.id.as_str());
        }
    }
    let ready = rows.iter().filter(|row| row.read).count();
    let title = match (rows.is_empty(), ready) {
        (true, _) => page.text("reports-folder-none"),
        (false, 0) => page.text("reports-folder-board-read"),
        (false, count) => Said::new("reports-folder-board-ready").with("count", count).words(page.lang()),
    };
    let has_password = page.has_password(&mut tx).await?;
    let drawn = Folder { shell: page.shell(), today: page.today(), title, rows, ready, has_password, fields };
    page.show_with(status, &drawn)
}

/// The key of why a batch is not signed.
fn why_not(why: &NotSigned) -> &'static str {
    match why {
        NotSigned::Report(_, why) => refusal(why).1,
        NotSigned::Plan(_, why) => plans::signing_refusal(*why).1,
        NotSigned::Order(_, why) => orders::refusal(*why),
        NotSigned::Unread(_) => "reports-folder-refused-unread",
        NotSigned::Wrong => "reports-refused-wrong",
        NotSigned::NoPassword => "reports-sign-no-password",
    }
}

/// What the form of the batch names.
fn chosen(fields: &Fields) -> Chosen {
    let of = |name: &str| -> Vec<String> { fields.values(name).into_iter().map(str::to_owned).collect() };
    let orders = of("order").into_iter().map(|id| Paper::Order(id.into()));
    let plans = of("plan").into_iter().map(|id| Paper::Plan(id.into()));
    Chosen {
        reports: of("report").into_iter().map(Into::into).collect(),
        papers: orders.chain(plans).collect(),
    }
}

/// Says why beside the paper that is refused; under the proof where it is the proof, or the paper waits no longer.
async fn refuse(page: &Page, fields: &mut Fields, why: &NotSigned) -> Result<(), PageError> {
    let mut tx = page.read().await?;
    let rows = rows(page, &mut tx).await?;
    let about = rows.iter().find(|row| why.about() == Some(row.id.as_str()));
    fields.refuse(about.map_or("secret", |row| row.id.as_str()), why_not(why), &[]);
    Ok(())
}

pub(super) async fn sign(
    _: FolderPath,
    page: Page,
    guard: Guard,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let chosen = chosen(&fields);
    let secret = fields.text("secret", 200);
    if fields.is_right() && chosen.is_empty() {
        fields.refuse("chosen", "reports-folder-refused-none", &[]);
    }
    if fields.is_right() {
        guard.by(Danger::PasswordGuessing, page.person().id.as_str())?;
        match sign_all(&page.context(), &chosen, &secret).await {
            Ok(count) => {
                let args = [("count", count.to_string())];
                return Ok(page.done(&FolderPath, "reports-done-all", &args));
            }
            Err(failed) => refuse(&page, &mut fields, &refused(failed)?).await?,
        }
    }
    draw(&page, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}
