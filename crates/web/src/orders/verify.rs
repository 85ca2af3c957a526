//! The public check of a paper: whether it is real, and nobody's name.

use super::VerifyPath;
use crate::layout::Shell;
use crate::reports::kind_key;
use crate::{Open, PageError, filters};
use actions::reports::Valid;
use axum::http::StatusCode;
use axum::response::Response;
use domain::observations::{Observation, State as Observed};
use domain::orders::{Order, State};
use domain::plans::Plan;
use domain::{Day, SchoolId};
use i18n::Lang;

#[derive(askama::Template)]
#[template(path = "orders/verify.html")]
struct Verify {
    shell: Shell,
    code: String,
    /// Kind, number, date and school of a signed order, a plan, a sheet or a signed report; nobody's name.
    real: Option<(String, String, Day, String)>,
}

pub(super) async fn verify(path: VerifyPath, open: Open) -> Result<Response, PageError> {
    let mut tx = open.app.db.read().await?;
    let paper = match store::orders::by_code(&mut tx, &path.code).await? {
        Some(order) => signed_order(order),
        None => match store::plans::by_code(&mut tx, &path.code).await? {
            Some(plan) => Some(plan_paper(&open, plan)),
            None => store::observations::by_code(&mut tx, &path.code).await?.and_then(sheet),
        },
    };
    let paper = match paper {
        Some(paper) => Some(paper),
        None => actions::reports::verify(&mut tx, &path.code).await?.map(|valid| report_paper(&open, valid)),
    };
    let mut real = None;
    if let Some((school, kind, number, on)) = paper
        && let Some(school) = store::schools::get(&mut tx, &school).await?
    {
        let name = if open.lang() == Lang::Kk { school.name_kk } else { school.name_ru };
        real = Some((kind, number, on, name));
    }
    let status = if real.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    open.show_with(status, &Verify { shell: open.shell(), code: path.code, real })
}

/// The school, the kind, the number and the date of a paper.
type Checked = (SchoolId, String, String, Day);

fn signed_order(order: Order) -> Option<Checked> {
    let State::Signed(signature) = order.state else { return None };
    Some((order.school, format!("orders-kind-{}", order.kind.word()), signature.number, signature.on))
}

/// A report is real where everybody has signed it and every hash fits.
fn report_paper(open: &Open, Valid { report, at }: Valid) -> Checked {
    let kind = kind_key(report.kind, report.term);
    (report.school, kind, report.number.to_string(), open.local(at).date())
}

/// A sheet is real once it is finished, until it is taken back.
fn sheet(observation: Observation) -> Option<Checked> {
    let key = format!("observations-paper-{}", observation.kind.word());
    let finished = observation.state == Observed::Finished;
    finished.then(|| (observation.school, key, observation.number.to_string(), observation.day))
}

/// A plan is real from the day on which it was made; its steps may have changed since.
fn plan_paper(open: &Open, plan: Plan) -> Checked {
    let on = open.local(plan.made_at).date();
    (plan.school, format!("plans-kind-{}", plan.kind.word()), plan.number.to_string(), on)
}
